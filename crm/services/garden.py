"""Who is tended and who is only known: planting, and putting back into the address book."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from crm.context import Context
from crm.errors import WrongUsage
from crm.services import understand
from crm.services.changes import change
from crm.services.contacts import one
from crm.store.reads import contacts as contact_reads
from crm.store.reads.contacts import Named


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
