"""The columns of a contact that follow from other rows: last contact, due day, embers."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from crm.domain.cadence import Held, qualifies
from crm.domain.warmth import Touch
from crm.store.reads.rows import chunks, day

RHYTHMS = """SELECT c.id, c.uid, c.cadence, c.garden_since, c.met_on, c.origin <> 'user',
       c.woken_on, c.archived FROM contact c WHERE c.id IN ({marks})"""
TAG_CADENCES = """SELECT t.contact_id, g.cadence FROM contact_tag t JOIN tag g ON g.id = t.tag_id
 WHERE g.cadence <> '' AND t.contact_id IN ({marks})"""
HELD = """SELECT p.contact_id, i.day, i.side, i.answered, i.kind, i.ask, i.people
  FROM participant p JOIN interaction i ON i.id = p.interaction_id
 WHERE p.contact_id IN ({marks}) AND i.planned = 0"""
_SET_DUE = (
    "UPDATE contact SET last_contact_on = ?1, cadence_days = ?2, next_due_on = ?3, embers = ?4"
    " WHERE id = ?5 AND (last_contact_on IS NOT ?1 OR cadence_days IS NOT ?2"
    " OR next_due_on IS NOT ?3 OR embers IS NOT ?4)"
)


class Rhythm(NamedTuple):
    """What a person's next due day follows from; `held` are the contacts that count.

    `touches` are all interactions that were held, as far as `domain.warmth.embers` needs them.
    """

    id: int
    uid: str
    cadence: str
    tag_cadences: list[str]
    garden_since: date | None
    met_on: date | None
    imported: bool
    woken_on: date | None
    archived: bool
    held: list[Held]
    touches: list[Touch]


class Due(NamedTuple):
    """The derived columns of one contact."""

    id: int
    last_contact_on: date | None
    cadence_days: int | None
    next_due_on: date | None
    embers: float | None = None


def rhythms(connection: sqlite3.Connection, ids: Iterable[int]) -> list[Rhythm]:
    """Give what the derived columns of these contacts follow from."""
    found: dict[int, Rhythm] = {}
    for marks, some in chunks(ids):
        for row in connection.execute(RHYTHMS.format(marks=marks), some):
            contact_id, uid, cadence, garden, met, imported, woken, archived = row
            found[contact_id] = Rhythm(
                contact_id, uid, cadence, [], day(garden), day(met), bool(imported), day(woken),
                bool(archived), [], [],
            )  # fmt: skip
        for contact_id, cadence in connection.execute(TAG_CADENCES.format(marks=marks), some):
            found[contact_id].tag_cadences.append(cadence)
        for contact_id, on, side, answered, kind, ask, people in connection.execute(
            HELD.format(marks=marks), some
        ):
            day_of, rhythm = date.fromisoformat(on), found[contact_id]
            rhythm.touches.append(Touch(day_of, kind, side, ask=bool(ask)))
            if qualifies(kind, people, False):
                said = None if answered is None else bool(answered)
                rhythm.held.append(Held(day_of, side, said))
    return list(found.values())


def store_due(connection: sqlite3.Connection, dues: Iterable[Due]) -> None:
    """Write the derived columns, where they differ from what stands there."""
    connection.executemany(
        _SET_DUE,
        [
            (
                _text(due.last_contact_on),
                due.cadence_days,
                _text(due.next_due_on),
                due.embers,
                due.id,
            )
            for due in dues
        ],
    )


def everybody(connection: sqlite3.Connection) -> list[int]:
    """Give the ids of all people who are in the garden or have a derived column set."""
    rows = connection.execute(
        "SELECT id FROM contact WHERE garden_since IS NOT NULL OR cadence_days IS NOT NULL"
        " OR next_due_on IS NOT NULL OR last_contact_on IS NOT NULL"
    )
    return [contact_id for (contact_id,) in rows]


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
