"""The day's list as it was shown: its numbers, what was asked, which openers were proposed."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from crm.store.reads.rows import chunks

NUMBERED = """SELECT number, contact_id, goal_id, opener FROM day_line
 WHERE day = :day AND number IS NOT NULL ORDER BY number"""
PROPOSED = """SELECT contact_id, day, opener FROM day_line
 WHERE contact_id IN ({marks}) AND opener <> '' ORDER BY id"""
DELIVERED = "SELECT 1 FROM delivery WHERE day = :day AND channel = :channel"


class Numbered(NamedTuple):
    """A line of the day's list as it was shown, about a person or else a goal."""

    number: int
    contact_id: int | None
    goal_id: int | None
    opener: str


class Proposed(NamedTuple):
    """The key of an opener that was proposed on a day."""

    day: date
    key: str


def numbered(connection: sqlite3.Connection, day: date) -> list[Numbered]:
    """Give the lines that were shown on a day, by number."""
    rows = connection.execute(NUMBERED, {"day": day.isoformat()})
    return [Numbered._make(row) for row in rows]


def proposed(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Proposed]]:
    """Give the openers that were ever proposed for these people, oldest first."""
    found: dict[int, list[Proposed]] = {}
    for marks, some in chunks(ids):
        for contact_id, day, key in connection.execute(PROPOSED.format(marks=marks), some):
            found.setdefault(contact_id, []).append(Proposed(date.fromisoformat(day), key))
    return found


def is_delivered(connection: sqlite3.Connection, day: date, channel: str) -> bool:
    """Tell whether the list of a day went out on a channel already."""
    values = {"day": day.isoformat(), "channel": channel}
    return connection.execute(DELIVERED, values).fetchone() is not None
