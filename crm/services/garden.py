"""Who is tended and who is only known: planting, and putting back into the address book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain.warmth import NO_CADENCE_DAYS, Band, warmth
from crm.errors import WrongUsage
from crm.services import understand
from crm.services.changes import change
from crm.services.contacts import one
from crm.store.reads import contacts as contact_reads
from crm.store.reads import garden as reads
from crm.store.reads import interactions
from crm.store.reads.contacts import Named
from crm.store.reads.garden import GardenLine, Tended

if TYPE_CHECKING:
    from sqlite3 import Connection

_AT_ONCE = 200


class Planted(NamedTuple):
    """A person who is in the garden now, and the first day they are due."""

    id: int
    name: str
    cadence: str
    due_on: date | None


def plant(context: Context, people: list[tuple[str, str | None]]) -> list[Planted]:
    """Take people into the garden, each with a cadence of their own or None for the default.

    A person who rests because they did not answer three times is woken.
    """
    with change(context, "plant") as made:
        contacts = []
        for person, every in people:
            contact = one(made, person)
            if contact.archived:
                raise WrongUsage("archived-person", name=contact.name, id=contact.id)
            if every is not None:
                cadence = understand.cadence(every)
                contact.cadence = str(cadence) if cadence else ""
            if contact.garden_since is None:
                contact.garden_since = context.today
            else:
                contact.woken_on = context.today
            contacts.append(contact)
            made.rhythm_of.add(contact.id)
        made.about(", ".join(contact.name for contact in contacts))
        ids = [contact.id for contact in contacts]
    with context.store.reading() as connection:
        details = [contact_reads.details(connection, contact_id) for contact_id in ids]
    return [
        Planted(
            person.id, person.name, person.cadence,
            person.next_due_on,
        )
        for person in details
    ]  # fmt: skip


def rest(context: Context, people: list[str]) -> list[Named]:
    """Put people back into the address book: no cadence, never due, all history kept."""
    with change(context, "rest") as made:
        contacts = [one(made, person) for person in people]
        for contact in contacts:
            contact.garden_since = None
            contact.cadence = ""
            made.rhythm_of.add(contact.id)
        made.about(", ".join(contact.name for contact in contacts))
        return [
            Named(contact.id, contact.name, contact.organisation, contact.title, False)
            for contact in contacts
        ]


def candidates(context: Context, limit: int) -> list[Named]:
    """Give people of the address book worth planting, those whom goals want first."""
    with context.store.reading() as connection:
        return contact_reads.to_plant(connection, limit)


def tended(context: Context) -> list[Tended]:
    """Give everybody of the garden in the order of their names, those included who rest."""
    with context.store.reading() as connection:
        return reads.tended(connection)


def bands(context: Context, people: Sequence[Tended]) -> list[Band]:
    """Give how the relation with each of these people stands, in their order."""
    with context.store.reading() as connection:
        return list(bands_of(connection, people, context.today))


def bands_of(connection: Connection, people: Sequence[Tended], today: date) -> Iterator[Band]:
    """Give how each relation stands; what happened is read of some people at a time."""
    for start in range(0, len(people), _AT_ONCE):
        some = people[start : start + _AT_ONCE]
        touches = interactions.touches(connection, [person.id for person in some])
        for person in some:
            cadence_days = person.cadence_days or NO_CADENCE_DAYS
            yield warmth(touches[person.id], today, cadence_days, person.known_since).band


def lines(context: Context, ids: Sequence[int]) -> list[GardenLine]:
    """Give these people in the order asked for, without those who are gone."""
    with context.store.reading() as connection:
        return reads.lines(connection, ids)
