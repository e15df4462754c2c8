"""Writes the day's list as it was shown; these rows belong to no change, and undo leaves them."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from crm.store.reads.day import numbered

PATIENCE = 0.2
"""The seconds that a note of what was shown waits for another program that writes."""

_ADD = """INSERT INTO day_line
 (day, number, contact_id, goal_id, interaction_id, grounds, opener) VALUES (?, ?, ?, ?, ?, ?, ?)"""
_DELIVERED = "INSERT INTO delivery (day, channel) VALUES (?, ?) ON CONFLICT DO NOTHING"

Shown = tuple[int | None, int | None, str, str]
"""A line as it is shown: the contact or else the goal, its grounds, the key of the opener."""


def number(connection: sqlite3.Connection, day: date, lines: Iterable[Shown]) -> None:
    """Give each of these lines that has none yet the next number of the day."""
    known = numbered(connection, day)
    about = {(line.contact_id, line.goal_id) for line in known}
    last = max((line.number for line in known), default=0)
    for contact_id, goal_id, grounds, opener in lines:
        if (contact_id, goal_id) not in about:
            last += 1
            row = (day.isoformat(), last, contact_id, goal_id, None, grounds, opener)
            connection.execute(_ADD, row)


def hand_out(connection: sqlite3.Connection, day: date, contact_id: int, opener: str) -> None:
    """Note that an opener was handed out for somebody."""
    connection.execute(_ADD, (day.isoformat(), None, contact_id, None, None, "", opener))


def asked(connection: sqlite3.Connection, day: date, questions: Iterable[tuple[int, int]]) -> None:
    """Note that it was asked about interactions, each given with its contact."""
    rows = [(day.isoformat(), None, contact, None, about, "", "") for contact, about in questions]
    connection.executemany(_ADD, rows)


def deliver(connection: sqlite3.Connection, day: date, channel: str) -> bool:
    """Note that the list goes out on a channel; False when it already did that day."""
    return connection.execute(_DELIVERED, (day.isoformat(), channel)).rowcount > 0
