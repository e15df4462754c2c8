"""Those who are tended, and what the pictures of a garden are drawn from."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from crm.domain.cadence import MOST_PEOPLE
from crm.store.reads.giving import TOLD_ALREADY
from crm.store.reads.rows import chunks, day

TENDED = """SELECT id, cadence_days, known_since FROM contact
 WHERE garden_since IS NOT NULL AND archived = 0 ORDER BY sort_key, id"""
LINES = """SELECT id, name, organisation, title, cadence, cadence_days, last_contact_on, next_due_on
  FROM contact WHERE id IN ({marks})"""
CONTACTS_BY_DAY = """SELECT day, count(*) FROM interaction WHERE day > :since AND day <= :today
   AND planned = 0 AND kind NOT IN ('reaction', 'memo') GROUP BY day"""
BEGUN = f"""SELECT count(*), coalesce(sum(ask), 0) FROM interaction
 WHERE day > :since AND day <= :today AND planned = 0 AND people <= {MOST_PEOPLE}
   AND kind NOT IN ('reaction', 'memo') AND coalesce(begun_by, side) <> 'them'"""
GIVEN = f"""SELECT count(CASE WHEN g.direction = 'gave' AND NOT ({TOLD_ALREADY}) THEN 1 END),
       count(CASE WHEN g.direction = 'got' THEN 1 END)
  FROM giving g WHERE g.day > :since AND g.day <= :today"""


class Tended(NamedTuple):
    """Somebody of the garden, with what their warmth depends on beside what happened."""

    id: int
    cadence_days: int | None
    known_since: date | None


class GardenLine(NamedTuple):
    """Somebody of the garden as a line of a list; `cadence` is "" unless it is their own."""

    id: int
    name: str
    organisation: str
    title: str
    cadence: str
    cadence_days: int | None
    last_contact_on: date | None
    next_due_on: date | None


def tended(connection: sqlite3.Connection) -> list[Tended]:
    """Give everybody of the garden in the order of their names, those included who rest."""
    return [Tended(number, days, day(known)) for number, days, known in connection.execute(TENDED)]


def lines(connection: sqlite3.Connection, ids: Sequence[int]) -> list[GardenLine]:
    """Give these people in the order asked for, without those who are gone."""
    found = {}
    for marks, some in chunks(ids):
        for *said, last, due in connection.execute(LINES.format(marks=marks), some):
            found[said[0]] = GardenLine._make((*said, day(last), day(due)))
    return [found[number] for number in ids if number in found]


def contacts_by_day(connection: sqlite3.Connection, since: date, today: date) -> dict[date, int]:
    """Give how many contacts there were on each day after `since` that had any."""
    rows = connection.execute(CONTACTS_BY_DAY, _between(since, today))
    return {date.fromisoformat(on): count for on, count in rows}


def begun(connection: sqlite3.Connection, since: date, today: date) -> tuple[int, int]:
    """Give how many contacts that others did not begin there were after `since`, and asks."""
    row: tuple[int, int] = connection.execute(BEGUN, _between(since, today)).fetchone()
    return row


def given(connection: sqlite3.Connection, since: date, today: date) -> tuple[int, int]:
    """Give how often the user gave something after `since`, and how often they were given."""
    row: tuple[int, int] = connection.execute(GIVEN, _between(since, today)).fetchone()
    return row


def _between(since: date, today: date) -> dict[str, str]:
    return {"since": since.isoformat(), "today": today.isoformat()}
