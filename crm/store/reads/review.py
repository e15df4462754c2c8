"""What the week's review counts: contacts, gives, load, backlog, relations that fade."""

import sqlite3
from datetime import date
from typing import NamedTuple

from crm.store.reads.giving import TOLD_ALREADY
from crm.store.reads.rows import day

CONTACTS = """SELECT count(*) FROM interaction WHERE day > :since AND day <= :until
   AND planned = 0 AND kind NOT IN ('reaction', 'memo')"""
GIVES = f"""SELECT c.name, g.text, g.day, g.kind = 'introduction' AND EXISTS (
         SELECT 1 FROM introduction n WHERE n.interaction_id = g.interaction_id)
  FROM giving g JOIN contact c ON c.id = g.contact_id
 WHERE g.direction = 'gave' AND g.day > :since AND g.day <= :until AND NOT ({TOLD_ALREADY})
 ORDER BY g.day DESC, g.id DESC"""
CADENCES = """SELECT cadence_days, count(*) FROM contact WHERE next_due_on IS NOT NULL
 GROUP BY cadence_days"""
BACKLOG = "SELECT count(*) FROM contact WHERE next_due_on <= :today"
LATELY_DUE = """SELECT id, name, cadence_days, known_since, last_contact_on FROM contact
 WHERE next_due_on <= :today ORDER BY next_due_on DESC, id LIMIT :most"""


class Give(NamedTuple):
    """Something the user gave somebody, or to whom they were `introduced`."""

    name: str
    text: str
    day: date
    introduced: bool


class Due(NamedTuple):
    """Somebody who fell due."""

    id: int
    name: str
    cadence_days: int
    known_since: date | None
    last_contact_on: date | None


def contacts(connection: sqlite3.Connection, since: date, until: date) -> int:
    """Give how many contacts there were after `since` and up to `until`."""
    values = {"since": since.isoformat(), "until": until.isoformat()}
    return int(connection.execute(CONTACTS, values).fetchone()[0])


def gives(connection: sqlite3.Connection, since: date, until: date) -> list[Give]:
    """Give what the user gave after `since` and up to `until`, the latest first."""
    values = {"since": since.isoformat(), "until": until.isoformat()}
    rows = connection.execute(GIVES, values)
    return [
        Give(name, text, date.fromisoformat(on), bool(introduced))
        for name, text, on, introduced in rows
    ]


def cadences(connection: sqlite3.Connection) -> dict[int, int]:
    """Give how many people of the garden have which cadence in days."""
    return dict(connection.execute(CADENCES).fetchall())


def backlog(connection: sqlite3.Connection, today: date) -> int:
    """Give how many people are due."""
    return int(connection.execute(BACKLOG, {"today": today.isoformat()}).fetchone()[0])


def lately_due(connection: sqlite3.Connection, today: date, most: int) -> list[Due]:
    """Give those who fell due last."""
    rows = connection.execute(LATELY_DUE, {"today": today.isoformat(), "most": most})
    return [
        Due(number, name, days, day(known), day(last)) for number, name, days, known, last in rows
    ]
