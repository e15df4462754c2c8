"""Finds the person that somebody means: an id, a name, the beginning or a part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.domain.text import fold
from crm.errors import NotFound, WrongUsage
from crm.services.understand import row_id, text
from crm.store.reads import contacts as contact_reads
from crm.store.reads.contacts import Named

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_CANDIDATES = 8


def who(connection: Connection, said: str) -> Named:
    """Give the one person that `said` means: id, then exact name, then prefix, then part.

    The first of these with a match decides. Raises NotFound for nobody, WrongUsage for several.
    """
    key = fold(text(said, "WHO"))
    if not key:
        raise NotFound("nobody", who=said)
    found = candidates(connection, key)
    if not found:
        raise NotFound("nobody", who=said)
    if len(found) > 1:
        raise WrongUsage("ambiguous-person", who=said, people=found, most=MOST_CANDIDATES)
    return found[0]


def candidates(connection: Connection, key: str) -> list[Named]:
    """Give the people of the first tier that a folded key matches, one more than are shown."""
    number = row_id(key)
    if number is not None and (by_id := contact_reads.by_id(connection, number)):
        return by_id
    limit = MOST_CANDIDATES + 1
    for tier in (contact_reads.by_exact_name, contact_reads.by_prefix, contact_reads.by_part):
        if found := tier(connection, key, limit):
            return found
    return []
