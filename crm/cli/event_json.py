"""Events as scripts read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crm.services.events import EventCard, EventLine
    from crm.store.reads.events import Attendee, Event


def event_as_json(event: Event) -> dict[str, Any]:
    """Give an event's own columns."""
    shown = event._asdict()
    del shown["key"]
    return shown


def line_as_json(line: EventLine) -> dict[str, Any]:
    """Give an event of a list."""
    return {
        **event_as_json(line.event),
        "people": line.counts._asdict(),
        "to_close": line.is_to_close,
    }


def card_as_json(card: EventCard) -> dict[str, Any]:
    """Give an event with its aims and people."""
    return {
        **event_as_json(card.event),
        "aims": [aim._asdict() for aim in card.aims],
        "people": [_person(person) for person in card.people],
    }


def _person(person: Attendee) -> dict[str, Any]:
    return {
        "id": person.contact_id,
        "name": person.name,
        "wanted": person.wanted,
        "met": person.met,
        "met_on": person.on,
        "kept": person.kept,
        "in_garden": person.garden_since is not None,
        "interaction": person.interaction_id,
    }
