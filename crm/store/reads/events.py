"""Events: what one goes for, whom one wants to meet, whom one met, and what came of it."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from crm.store.reads.rows import chunks, day

_EVENT = """SELECT e.id, e.uid, e.name, e.key, e.starts_on, e.ends_on, e.place, e.organisation,
       e.series, e.why, e.offer, e.notes, e.closed_on FROM event e"""
EVENTS = f"{_EVENT} ORDER BY e.starts_on, e.id"
ON_DAY = f"{_EVENT} WHERE e.starts_on <= :day AND e.ends_on >= :day ORDER BY e.starts_on, e.id"
AIMS = "SELECT id, text, target, reached FROM event_aim WHERE event_id = :id ORDER BY id"
PEOPLE = """SELECT p.id, c.id, c.name, c.organisation, c.title, p.wanted, p.met, p.kept, p.note,
       i.id, i.day, c.met_on, c.garden_since,
       c.cadence <> '' OR EXISTS (SELECT 1 FROM contact_tag t JOIN tag g ON g.id = t.tag_id
                                   WHERE t.contact_id = c.id AND g.cadence <> ''),
       c.woken_on, c.archived
  FROM event_person p JOIN contact c ON c.id = p.contact_id
  LEFT JOIN interaction i ON i.id = p.interaction_id
 WHERE p.event_id = :id ORDER BY p.met DESC, i.day, i.id, p.id"""
COUNTS = """SELECT event_id, sum(wanted), sum(met), sum(coalesce(kept, 0)) FROM event_person
 GROUP BY event_id"""
PEOPLE_ON_DAY = """SELECT p.contact_id FROM event e JOIN event_person p ON p.event_id = e.id
 WHERE e.starts_on <= :day AND e.ends_on >= :day"""
CONTACTS = """SELECT p.contact_id, i.id, i.day, i.side, i.kind, i.people, i.answered
  FROM participant p JOIN interaction i ON i.id = p.interaction_id
 WHERE p.contact_id IN ({marks}) AND i.planned = 0"""
WITH_FACT = "SELECT DISTINCT interaction_id FROM fact WHERE interaction_id IN ({marks})"
GAVE = """SELECT contact_id, day, interaction_id FROM giving
 WHERE contact_id IN ({marks}) AND direction = 'gave' AND kind <> 'introduction'"""
INTRODUCED_A = "SELECT id, made_on FROM introduction WHERE a_id IN ({marks}) AND made_on <> ''"
INTRODUCED_B = "SELECT id, made_on FROM introduction WHERE b_id IN ({marks}) AND made_on <> ''"


class Event(NamedTuple):
    """A gathering of one day or more."""

    id: int
    uid: str
    name: str
    key: str
    starts_on: date
    ends_on: date
    place: str
    organisation: str
    series: str
    why: str
    offer: str
    notes: str
    closed_on: date | None


class Aim(NamedTuple):
    """Something to go for, and how far it was reached."""

    id: int
    text: str
    target: int
    reached: int


class Attendee(NamedTuple):
    """Somebody to meet, or met; `on` is the day of the meeting that was logged.

    `has_cadence` for one of their own, or of a tag.
    """

    id: int
    contact_id: int
    name: str
    organisation: str
    title: str
    wanted: bool
    met: bool
    kept: bool | None
    note: str
    interaction_id: int | None
    on: date | None
    met_on: date | None
    garden_since: date | None
    has_cadence: bool
    woken_on: date | None
    archived: bool


class Counts(NamedTuple):
    """How many people one wanted to meet, met and kept."""

    wanted: int
    met: int
    kept: int


class Contact(NamedTuple):
    """A contact with somebody, as far as an event's yield goes."""

    id: int
    on: date
    side: str
    kind: str
    people: int
    answered: bool | None


def events(connection: sqlite3.Connection) -> list[Event]:
    """Give all events, the earliest first."""
    return [_event(row) for row in connection.execute(EVENTS)]


def on_day(connection: sqlite3.Connection, on: date) -> list[Event]:
    """Give the events that take place on a day."""
    return [_event(row) for row in connection.execute(ON_DAY, {"day": on.isoformat()})]


def aims(connection: sqlite3.Connection, event_id: int) -> list[Aim]:
    """Give what one goes for."""
    return [Aim._make(row) for row in connection.execute(AIMS, {"id": event_id})]


def people(connection: sqlite3.Connection, event_id: int) -> list[Attendee]:
    """Give those met, in the order of the days, and then those to be met."""
    return [_attendee(row) for row in connection.execute(PEOPLE, {"id": event_id})]


def counts(connection: sqlite3.Connection) -> dict[int, Counts]:
    """Give how many people each event with people has."""
    return {event_id: Counts(*numbers) for event_id, *numbers in connection.execute(COUNTS)}


def people_on_day(connection: sqlite3.Connection, on: date) -> frozenset[int]:
    """Give the ids of the people of the events that take place on a day."""
    rows = connection.execute(PEOPLE_ON_DAY, {"day": on.isoformat()})
    return frozenset(contact_id for (contact_id,) in rows)


def contacts(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Contact]]:
    """Give all held interactions with these people."""
    found: dict[int, list[Contact]] = {}
    for marks, some in chunks(ids):
        for contact_id, number, on, *rest, answered in connection.execute(
            CONTACTS.format(marks=marks), some
        ):
            known = None if answered is None else bool(answered)
            contact = Contact._make((number, date.fromisoformat(on), *rest, known))
            found.setdefault(contact_id, []).append(contact)
    return found


def with_fact(connection: sqlite3.Connection, interaction_ids: Iterable[int]) -> set[int]:
    """Give those interactions in which something was learned."""
    return {
        number
        for marks, some in chunks(interaction_ids)
        for (number,) in connection.execute(WITH_FACT.format(marks=marks), some)
    }


def gave(connection: sqlite3.Connection, ids: Iterable[int]) -> list[tuple[int, date, int | None]]:
    """Give what was given to these people: to whom, when, and the interaction it stands in."""
    return [
        (contact_id, date.fromisoformat(on), interaction_id)
        for marks, some in chunks(ids)
        for contact_id, on, interaction_id in connection.execute(GAVE.format(marks=marks), some)
    ]


def introduced(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, date]:
    """Give the introductions made that these people are part of, with their days."""
    return {
        number: date.fromisoformat(on)
        for marks, some in chunks(ids)
        for sql in (INTRODUCED_A, INTRODUCED_B)
        for number, on in connection.execute(sql.format(marks=marks), some)
    }


def _event(row: tuple[Any, ...]) -> Event:
    number, uid, name, key, starts, ends, *rest, closed = row
    return Event._make(
        (number, uid, name, key, date.fromisoformat(starts), date.fromisoformat(ends), *rest,
         day(closed))
    )  # fmt: skip


def _attendee(row: tuple[Any, ...]) -> Attendee:
    number, contact_id, name, organisation, title, wanted, met, kept, note, logged, *rest = row
    on, met_on, garden, cadence, woken, archived = rest
    return Attendee(
        number, contact_id, name, organisation, title, bool(wanted), bool(met),
        None if kept is None else bool(kept), note, logged, day(on), day(met_on), day(garden),
        bool(cadence), day(woken), bool(archived),
    )  # fmt: skip
