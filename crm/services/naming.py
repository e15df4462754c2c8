"""Offers the names of people while a line is being written."""

from __future__ import annotations

from typing import NamedTuple

from crm.context import Context
from crm.domain.grammar.naming import fragments
from crm.services.completion import Choice, choice
from crm.store.reads import completion as reads

MOST_OFFERED = 6


class Offer(NamedTuple):
    """Names that can stand in a line from `start` to where it was written so far."""

    start: int
    written: str
    names: list[Choice]


def names(context: Context, line: str) -> Offer | None:
    """Give the names that what stands at the end of a line can begin; None for no such name.

    Any word of a name may be begun. The garden comes first, then names that begin so.
    """
    if not context.store.exists():
        return None
    with context.store.reading() as connection:
        for start, key in fragments(line):
            found = reads.by_any_word(connection, key, MOST_OFFERED)
            if found:
                return Offer(start, line[start:], [choice(person) for person in found])
    return None
