"""What happened: the touches that warmth is made of, the timeline, facts."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from crm.domain.cadence import qualifies
from crm.domain.warmth import Touch
from crm.store.reads.rows import chunks, day

TOUCHES = """SELECT p.contact_id, i.day, i.kind, i.side, i.begun_by, i.depth, i.ask
  FROM participant p JOIN interaction i ON i.id = p.interaction_id
 WHERE p.contact_id IN ({marks}) AND i.planned = 0"""
TIMELINE = """SELECT i.id, i.day, i.kind, i.side, i.begun_by, i.depth, i.ask, i.planned, i.answered,
       i.place, i.event, i.duration_minutes, i.summary, i.people
  FROM participant p JOIN interaction i ON i.id = p.interaction_id
 WHERE p.contact_id = :id ORDER BY i.day DESC, i.id DESC LIMIT :limit OFFSET :offset"""
COMPANIONS = """SELECT p.interaction_id, p.contact_id, c.name FROM participant p
  JOIN contact c ON c.id = p.contact_id WHERE p.interaction_id IN ({marks}) ORDER BY p.id"""
FACTS = """SELECT id, kind, text, source, day FROM fact WHERE contact_id = :id
 ORDER BY day DESC, id DESC"""
FIRST_CONTACT = """SELECT min(i.day) FROM participant p JOIN interaction i
    ON i.id = p.interaction_id WHERE p.contact_id = :id AND i.planned = 0"""
SAME = """SELECT p.interaction_id, p.contact_id FROM interaction i
  JOIN participant p ON p.interaction_id = i.id WHERE i.day = :day AND i.summary = :summary"""
LATEST = """SELECT p.contact_id, i.day, i.kind, i.side, i.summary, i.people FROM participant p
  JOIN interaction i ON i.id = p.interaction_id
 WHERE p.contact_id IN ({marks}) AND i.planned = 0
 ORDER BY i.day, i.id"""


class Happening(NamedTuple):
    """One interaction on a person's timeline; `people` is how many took part in it."""

    id: int
    day: date
    kind: str
    side: str
    begun_by: str | None
    depth: int
    ask: bool
    planned: bool
    answered: bool | None
    place: str
    event: str
    duration_minutes: int | None
    summary: str
    people: int


class FactLine(NamedTuple):
    """Something known of a person, where it came from and when."""

    id: int
    kind: str
    text: str
    source: str
    day: date


class Last(NamedTuple):
    """The last contact with a person, in short."""

    day: date
    kind: str
    side: str
    summary: str


def touches(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Touch]]:
    """Give all held interactions of these people, as warmth takes them; nobody is left out."""
    wanted = list(ids)
    found: dict[int, list[Touch]] = {contact_id: [] for contact_id in wanted}
    parse = date.fromisoformat
    for marks, some in chunks(wanted):
        for contact_id, on, kind, side, by, depth, ask in connection.execute(
            TOUCHES.format(marks=marks), some
        ):
            found[contact_id].append(Touch(parse(on), kind, side, by, depth, ask))
    return found


def latest(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Last]:
    """Give the last contact with each of these people who has one."""
    found: dict[int, Last] = {}
    for marks, some in chunks(ids):
        for contact_id, on, kind, side, summary, people in connection.execute(
            LATEST.format(marks=marks), some
        ):
            if qualifies(kind, people, False):
                found[contact_id] = Last(date.fromisoformat(on), kind, side, summary)
    return found


def timeline(
    connection: sqlite3.Connection, contact_id: int, limit: int, offset: int = 0
) -> list[Happening]:
    """Give a person's latest interactions, newest first, -1 for all, from `offset` on."""
    values = {"id": contact_id, "limit": limit, "offset": offset}
    return [_happening(row) for row in connection.execute(TIMELINE, values)]


def companions(
    connection: sqlite3.Connection, contact_id: int, interaction_ids: Iterable[int]
) -> dict[int, list[str]]:
    """Give the names of the others who took part in these interactions with a person."""
    found: dict[int, list[str]] = {}
    for marks, some in chunks(interaction_ids):
        for number, other, name in connection.execute(COMPANIONS.format(marks=marks), some):
            if other != contact_id:
                found.setdefault(number, []).append(name)
    return found


def _happening(row: tuple[Any, ...]) -> Happening:
    number, on, *said, ask, planned, answered = row[:9]
    known = None if answered is None else bool(answered)
    return Happening._make(
        (number, date.fromisoformat(on), *said, bool(ask), bool(planned), known, *row[9:])
    )


def facts(connection: sqlite3.Connection, contact_id: int) -> list[FactLine]:
    """Give what is known of a person, newest first."""
    rows = connection.execute(FACTS, {"id": contact_id})
    return [FactLine._make((*row[:4], date.fromisoformat(row[4]))) for row in rows]


def first_contact_on(connection: sqlite3.Connection, contact_id: int) -> date | None:
    """Give the day of the first held interaction with a person."""
    return day(connection.execute(FIRST_CONTACT, {"id": contact_id}).fetchone()[0])


def is_logged(connection: sqlite3.Connection, on: date, summary: str, people: set[int]) -> bool:
    """Tell whether the same words were logged for the same day and people."""
    found: dict[int, set[int]] = {}
    values = {"day": on.isoformat(), "summary": summary}
    for interaction_id, contact_id in connection.execute(SAME, values):
        found.setdefault(interaction_id, set()).add(contact_id)
    return people in found.values()
