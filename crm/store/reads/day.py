"""The day's list as it was shown: its numbers, what was asked, which openers were proposed."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from crm.store.reads.rows import chunks

NUMBERED = """SELECT number, contact_id, goal_id, opener FROM day_line
 WHERE day = :day AND number IS NOT NULL ORDER BY number"""
SHOWN = """SELECT day, contact_id, goal_id, grounds FROM day_line
 WHERE day >= :since AND day < :until AND number IS NOT NULL ORDER BY day, number"""
PASSED_OVER = """SELECT c.id FROM contact c
 WHERE c.next_due_on <= :until AND NOT EXISTS (
       SELECT 1 FROM day_line d
        WHERE d.contact_id = c.id AND d.number IS NOT NULL AND d.day >= c.next_due_on)
 ORDER BY c.next_due_on, c.id LIMIT :most"""
PROPOSED = """SELECT contact_id, day, opener FROM day_line
 WHERE contact_id IN ({marks}) AND opener <> '' ORDER BY id"""
UNANSWERED = """SELECT i.id, i.day, i.kind, c.id, c.name,
       EXISTS (SELECT 1 FROM day_line d WHERE d.interaction_id = i.id)
  FROM interaction i JOIN participant p ON p.interaction_id = i.id
  JOIN contact c ON c.id = p.contact_id
 WHERE i.day BETWEEN :since AND :until AND i.side = 'me' AND i.planned = 0 AND i.answered IS NULL
   AND i.kind IN ('message', 'email', 'letter') AND i.people = 1
   AND c.last_contact_on = i.day AND c.garden_since IS NOT NULL AND NOT c.archived
   AND NOT EXISTS (SELECT 1 FROM day_line d WHERE d.interaction_id = i.id AND d.day <> :today)
   AND NOT EXISTS (SELECT 1 FROM participant q JOIN interaction j ON j.id = q.interaction_id
                    WHERE q.contact_id = c.id AND j.day = i.day AND j.planned = 0 AND j.id <> i.id
                      AND (j.side <> 'me' OR j.id > i.id))
 ORDER BY i.day, i.id LIMIT :most"""
UNHELD = """SELECT i.id, i.day, i.kind, c.id, c.name,
       EXISTS (SELECT 1 FROM day_line d WHERE d.interaction_id = i.id)
  FROM interaction i JOIN participant p ON p.interaction_id = i.id
  JOIN contact c ON c.id = p.contact_id
 WHERE i.planned = 1 AND i.day BETWEEN :since AND :until
   AND NOT EXISTS (SELECT 1 FROM day_line d WHERE d.interaction_id = i.id AND d.day <> :today)
 ORDER BY i.day, i.id, p.id LIMIT :most"""
UNCLOSED = """SELECT e.id, e.name, e.ends_on, p.interaction_id, c.id, c.name,
       EXISTS (SELECT 1 FROM day_line d WHERE d.interaction_id = p.interaction_id)
  FROM event e JOIN event_person p ON p.event_id = e.id JOIN contact c ON c.id = p.contact_id
 WHERE e.starts_on <= :until AND e.ends_on BETWEEN :since AND :until AND e.closed_on IS NULL
   AND p.id = (SELECT min(q.id) FROM event_person q
                WHERE q.event_id = e.id AND q.met = 1 AND q.interaction_id IS NOT NULL)
   AND NOT EXISTS (SELECT 1 FROM day_line d
                    WHERE d.interaction_id = p.interaction_id AND d.day <> :today)
 ORDER BY e.ends_on, e.id LIMIT :most"""
# What most networks have none of, so that what reads it need not be loaded.
INTRODUCTION_WAITS = """SELECT EXISTS (SELECT 1 FROM introduction
 WHERE state IN ('asked_a', 'asked_b', 'agreed', 'made'))"""


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


class Shown(NamedTuple):
    """That a person, or a goal by its negative id, stood on a list, and on what grounds."""

    day: date
    about: int
    grounds: frozenset[str]


def shown(connection: sqlite3.Connection, since: date, until: date) -> list[Shown]:
    """Give the lines of the days from `since` to before `until`, oldest first."""
    values = {"since": since.isoformat(), "until": until.isoformat()}
    return [
        Shown(date.fromisoformat(on), contact or -goal, frozenset(grounds.split()))
        for on, contact, goal, grounds in connection.execute(SHOWN, values)
    ]


def passed_over(connection: sqlite3.Connection, until: date, most: int) -> list[int]:
    """Give those who were due by `until` and on no list since they are, longest overdue first."""
    values = {"until": until.isoformat(), "most": most}
    return [contact_id for (contact_id,) in connection.execute(PASSED_OVER, values)]


def proposed(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Proposed]]:
    """Give the openers that were ever proposed for these people, oldest first."""
    found: dict[int, list[Proposed]] = {}
    for marks, some in chunks(ids):
        for contact_id, day, key in connection.execute(PROPOSED.format(marks=marks), some):
            found.setdefault(contact_id, []).append(Proposed(date.fromisoformat(day), key))
    return found


class Open(NamedTuple):
    """An interaction of which something is not known yet, and one who took part in it.

    `asked` when the user was asked about it today.
    """

    id: int
    day: date
    kind: str
    contact_id: int
    name: str
    asked: bool


def unanswered(
    connection: sqlite3.Connection, since: date, until: date, today: date, most: int
) -> list[Open]:
    """Give the messages of these days that were the last word, not asked about before `today`."""
    return _open(connection, UNANSWERED, since, until, today, most)


def unheld(
    connection: sqlite3.Connection, since: date, until: date, today: date, most: int
) -> list[Open]:
    """Give what was planned for these days, a row for each person, not asked about before."""
    return _open(connection, UNHELD, since, until, today, most)


def _open(
    connection: sqlite3.Connection, sql: str, since: date, until: date, today: date, most: int
) -> list[Open]:
    days = {"since": since.isoformat(), "until": until.isoformat(), "today": today.isoformat()}
    rows = connection.execute(sql, {**days, "most": most})
    return [
        Open(number, date.fromisoformat(on), kind, contact_id, name, bool(asked))
        for number, on, kind, contact_id, name, asked in rows
    ]


class Unclosed(NamedTuple):
    """A past event to ask about; `asked` when a list of today has asked already."""

    id: int
    name: str
    ends_on: date
    interaction_id: int
    contact_id: int
    contact: str
    asked: bool


def unclosed(
    connection: sqlite3.Connection, since: date, until: date, today: date, most: int
) -> list[Unclosed]:
    """Give events that ended in these days with people met, not asked about before `today`."""
    days = {"since": since.isoformat(), "until": until.isoformat(), "today": today.isoformat()}
    rows = connection.execute(UNCLOSED, {**days, "most": most})
    return [
        Unclosed._make((event_id, name, date.fromisoformat(on), *rest, bool(asked)))
        for event_id, name, on, *rest, asked in rows
    ]


def introduction_waits(connection: sqlite3.Connection) -> bool:
    """Tell whether an introduction is under way."""
    return bool(connection.execute(INTRODUCTION_WAITS).fetchone()[0])
