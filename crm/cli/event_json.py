"""Events as scripts read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crm.domain.events import Share
    from crm.services.brief import Offer
    from crm.services.event_close import Closing
    from crm.services.event_prep import Prep
    from crm.services.event_yield import EventYield
    from crm.services.events import EventCard, EventLine
    from crm.store.reads.contacts import Named
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
        "promises": [promise._asdict() for promise in card.promises],
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


def closing_as_json(closing: Closing) -> dict[str, Any]:
    """Give what was decided about those met, or is to be."""
    return {
        **event_as_json(closing.event),
        "aims": [
            {**aim._asdict(), "counted": counted}
            for aim, counted in zip(closing.aims, closing.counted, strict=True)
        ],
        "people": [
            {
                "id": each.person.contact_id,
                "name": each.person.name,
                "decision": str(each.stance),
                "met_on": each.person.on,
                "follow_up_by": each.follow_up_by,
                "followed_up": each.is_followed_up,
                "promises": [
                    {"id": promise.id, "text": promise.text, "due_on": promise.due_on}
                    for promise in each.promises
                ],
            }
            for each in closing.met
        ],
    }


def yield_as_json(found: EventYield) -> dict[str, Any]:
    """Give what came of an event."""
    what = found.found
    return {
        **event_as_json(found.event),
        "to_close": found.is_to_close,
        "met": found.met,
        "kept": found.kept,
        "known_before": found.known,
        "followed_up": _share(what.followed_up),
        "second_touch": _share(what.second_touch),
        "active": _share(what.active),
        "with_fact": _share(what.with_fact),
        "aims_met": _share(what.aims),
        "helps": what.helps,
        "introductions": what.introductions,
        "aims": [aim._asdict() for aim in found.aims],
    }


def _share(share: Share) -> dict[str, int | None]:
    return {"count": share.count, "of": share.of, "percent": share.percent}


def prep_as_json(prep: Prep) -> dict[str, Any]:
    """Give the screen before an event."""
    return {
        **event_as_json(prep.event),
        "aims": [aim._asdict() for aim in prep.aims],
        "to_meet": [
            {
                **_named(each.person),
                "last_contact_on": each.last.day if each.last else None,
                "last_words": each.last.summary if each.last else None,
                "fact": each.fact.text if each.fact else None,
                "offer": _offer(each.offer) if each.offer else None,
            }
            for each in prep.to_meet
        ],
        "to_meet_left_out": prep.left_out,
        "pitch": prep.pitch,
        "prompts": prep.questions,
        "to_offer": prep.offer,
        "likely": [
            {
                **_named(each.person),
                "reason": each.reason,
                "role": each.role or None,
                "goal": each.goal or None,
            }
            for each in prep.likely
        ],
        "last_time": yield_as_json(prep.last_time) if prep.last_time else None,
    }


def _named(person: Named) -> dict[str, Any]:
    return {"id": person.id, "name": person.name}


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "kind": offer.kind,
        "need": offer.need or None,
        "what": offer.what or None,
        "contact": {"id": offer.contact.id, "name": offer.contact.name} if offer.contact else None,
    }
