"""What came of events: followed up, spoken to again, helped; never how many cards."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import events as rules
from crm.domain.cadence import qualifies
from crm.domain.events import Meeting, Phase, Stance, Touch, Yield
from crm.services.event_close import committed, stance_of
from crm.services.events import named, phase
from crm.services.rule_settings import rule_settings
from crm.store.reads import events as reads
from crm.store.reads.events import Aim, Attendee, Contact, Event

if TYPE_CHECKING:
    from sqlite3 import Connection

_WRITTEN = frozenset({"message", "email", "letter"})


class EventYield(NamedTuple):
    """What came of an event, how many were met and of them kept, and known before."""

    event: Event
    aims: list[Aim]
    met: int
    kept: int
    known: int
    is_to_close: bool
    found: Yield


def yield_of(context: Context, which: str) -> EventYield:
    """Give what came of one event."""
    with context.store.reading() as connection:
        return _yield(connection, named(connection, which, context.today), context.today)


def yields(context: Context) -> list[EventYield]:
    """Give what came of all events that began, the latest first."""
    with context.store.reading() as connection:
        return [
            _yield(connection, event, context.today)
            for event in reversed(reads.events(connection))
            if event.starts_on <= context.today
        ]


def _yield(connection: Connection, event: Event, today: date) -> EventYield:
    people = [person for person in reads.people(connection, event.id) if person.met]
    ids = [person.contact_id for person in people]
    contacts = reads.contacts(connection, ids)
    bound = committed(connection, today)
    facts = reads.with_fact(connection, [p.interaction_id for p in people if p.interaction_id])
    meetings = [
        Meeting(
            person.on or event.starts_on,
            _counts(event, person, bound),
            person.interaction_id in facts,
            _touches(person, contacts.get(person.contact_id, []), today),
        )
        for person in people
    ]
    aims = reads.aims(connection, event.id)
    found = rules.yielded(
        meetings, [(aim.reached, aim.target) for aim in aims], today,
        rule_settings(connection).days_off,
        helps=_helps(connection, event, contacts, ids),
        introductions=_introductions(connection, event, ids),
    )  # fmt: skip
    kept = sum(person.kept is True for person in people)
    known = sum(_is_known(event, person, bound) for person in people)
    to_close = phase(event, today) == Phase.TO_CLOSE
    return EventYield(event, aims, len(people), kept, known, to_close, found)


def _counts(event: Event, person: Attendee, bound: frozenset[int]) -> bool:
    if event.closed_on is not None:
        return person.kept is True
    return stance_of(event, person, bound) in (Stance.ASK, Stance.KEPT)


def _is_known(event: Event, person: Attendee, bound: frozenset[int]) -> bool:
    if event.closed_on is not None:
        return person.kept is None
    return stance_of(event, person, bound) == Stance.KNOWN


def _touches(person: Attendee, contacts: list[Contact], today: date) -> list[Touch]:
    """Give the contacts after a meeting: of the same day, what was written."""
    met_on = person.on
    if met_on is None:
        return []
    return [
        Touch(contact.on, contact.side != "me" or contact.answered is True)
        for contact in contacts
        if contact.id != person.interaction_id
        and qualifies(contact.kind, contact.people, False)
        and met_on <= contact.on <= today
        and (contact.on > met_on or contact.kind in _WRITTEN)
    ]


def _is_attributed(event: Event, on: date) -> bool:
    return event.starts_on <= on <= event.ends_on + timedelta(rules.ATTRIBUTED_DAYS)


def _helps(
    connection: Connection, event: Event, contacts: dict[int, list[Contact]], ids: list[int]
) -> int:
    """Count what was given to those met, each once, also when only the contact was logged."""
    given = reads.gave(connection, ids)
    noted = {interaction_id for _id, _on, interaction_id in given}
    logged = {
        contact.id
        for each in contacts.values()
        for contact in each
        if contact.kind == "help" and contact.side == "me" and contact.id not in noted
        and _is_attributed(event, contact.on)
    }  # fmt: skip
    return len(logged) + sum(_is_attributed(event, on) for _id, on, _interaction in given)


def _introductions(connection: Connection, event: Event, ids: list[int]) -> int:
    return sum(_is_attributed(event, on) for on in reads.introduced(connection, ids).values())
