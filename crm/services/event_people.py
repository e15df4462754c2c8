"""Who is at an event: the people that a name means there, and those whom a log puts there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.domain.text import fold
from crm.store.reads import events as reads
from crm.store.reads import interactions as interaction_reads

if TYPE_CHECKING:
    from crm.services.changes import Change
    from crm.store.reads.events import Event
    from crm.store.tables.contacts import Contact
    from crm.store.tables.events import EventPerson
    from crm.store.tables.interactions import Interaction


def called(events: list[Event], name: str) -> list[Event]:
    """Give the events that a name means: by its whole, its beginning, a part, of event or series.

    The first of these with a match decides.
    """
    key = fold(name)
    if not key:
        return []
    names = [(event, event.key, fold(event.series)) for event in events]
    return (
        [event for event, *own in names if key in own]
        or [event for event, *own in names if any(each.startswith(key) for each in own)]
        or [event for event, *own in names if any(key in each for each in own)]
    )


def join(made: Change, interaction: Interaction, contacts: list[Contact]) -> None:
    """Note that people were met at the one event of that day which an interaction names, if any."""
    there = reads.on_day(made.write.plain(), interaction.day)
    found = [event for event in called(there, interaction.event) if event.closed_on is None]
    if len(found) != 1:
        return
    interaction.event = found[0].name
    for contact in contacts:
        meet(made, found[0], contact, interaction)


def meet(made: Change, event: Event, contact: Contact, interaction: Interaction) -> None:
    """Note that somebody was met at an event, for the first time if nothing says otherwise."""
    from crm.store.tables.events import EventPerson

    if is_new(made, contact, interaction, wanted=_is_wanted(made, event.id, contact.id)):
        contact.met_on = interaction.day
        contact.met_at = contact.met_at or event.name
    row = row_of(made, event.id, contact.id) or EventPerson(
        event_id=event.id, contact_id=contact.id
    )
    row.met = True
    row.interaction_id = row.interaction_id or interaction.id
    made.write.add(row)


def row_of(made: Change, event_id: int, contact_id: int) -> EventPerson | None:
    """Give the row of a person at an event, to be changed in place."""
    from crm.store.tables.events import EventPerson

    return next(iter(made.write.where(EventPerson, event_id=event_id, contact_id=contact_id)), None)


def _is_wanted(made: Change, event_id: int, contact_id: int) -> bool:
    row = row_of(made, event_id, contact_id)
    return row is not None and row.wanted


def is_new(made: Change, contact: Contact, interaction: Interaction, *, wanted: bool) -> bool:
    """Tell whether two people first meet here.

    Nobody knows it of a person whom the user had added to the garden before, with nothing logged.
    """
    if contact.met_on is not None:
        return False
    first = interaction_reads.first_contact_on(made.write.plain(), contact.id)
    if first is not None and first < interaction.day:
        return False
    imported = contact.origin != "user"
    if contact.known_since is not None and contact.known_since < interaction.day and not imported:
        return False
    return wanted or imported or contact.id in made.new or contact.garden_since is None


def unmeet(made: Change, interaction_id: int) -> None:
    """Note that a meeting never took place."""
    from crm.store.tables.events import EventPerson

    for row in made.write.where(EventPerson, interaction_id=interaction_id):
        row.met = False
