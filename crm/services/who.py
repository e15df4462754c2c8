"""Finds the person that somebody means: an id, a name or a part of one, a line of the day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from crm.domain.text import fold
from crm.errors import NotFound, WrongUsage
from crm.services.understand import row_id, text
from crm.store.reads import contacts as contact_reads
from crm.store.reads import day as day_reads
from crm.store.reads.contacts import Named

if TYPE_CHECKING:
    from sqlite3 import Connection

    from crm.store.reads.day import Numbered

MOST_CANDIDATES = 8
_LINE_SIGNS = ("#", "+")


def who(connection: Connection, said: str, today: date) -> Named:
    """Give the one person that `said` means: id, then exact name, then prefix, then part.

    The first of these with a match decides; #2 and +2 are line 2 of today's list. Raises NotFound
    for nobody, WrongUsage for several.
    """
    key = fold(text(said, "WHO"))
    if not key:
        raise NotFound("nobody", who=said)
    found = candidates(connection, key, today)
    if not found:
        raise NotFound("nobody", who=said)
    if len(found) > 1:
        raise WrongUsage("ambiguous-person", who=said, people=found, most=MOST_CANDIDATES)
    return found[0]


def candidates(connection: Connection, key: str, today: date) -> list[Named]:
    """Give the people of the first tier that a folded key matches, one more than are shown.

    Raises NotFound for a line that today's list has not, or that is about nobody.
    """
    number = row_id(key[1:]) if key[:1] in _LINE_SIGNS else None
    if number is not None:
        contact_id = line(connection, number, today).contact_id
        if contact_id is None:
            raise NotFound("line-without-person", line=number)
        return contact_reads.by_id(connection, contact_id)
    number = row_id(key)
    if number is not None and (by_id := contact_reads.by_id(connection, number)):
        return by_id
    limit = MOST_CANDIDATES + 1
    for tier in (contact_reads.by_exact_name, contact_reads.by_prefix, contact_reads.by_part):
        if found := tier(connection, key, limit):
            return found
    return []


def line(connection: Connection, number: int, today: date) -> Numbered:
    """Give a line of today's list as it was shown."""
    lines = day_reads.numbered(connection, today)
    if not lines:
        raise NotFound("list-not-shown")
    for found in lines:
        if found.number == number:
            return found
    raise NotFound("no-line", line=number, lines=len(lines))
