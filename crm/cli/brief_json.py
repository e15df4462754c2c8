"""A brief as JSON, with the keys that docs/json.md promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crm.services.brief import Brief, Offer
    from crm.store.reads.interactions import Happening


def brief_as_json(brief: Brief) -> dict[str, Any]:
    """Give what the screen says, as data: dates as ISO text, roles as slugs."""
    person, traits = brief.person, brief.person.traits
    return {
        "id": person.id,
        "name": person.name,
        "title": person.title,
        "organisation": person.organisation,
        "place": person.place,
        "language": person.language,
        "roles": traits.get("role", []),
        "in_garden": person.garden_since is not None,
        "band": brief.band,
        "birthday": brief.birthday._asdict() if brief.birthday else None,
        "met_on": person.met_on,
        "met_at": person.met_at,
        "notes": person.notes,
        "planned": _happening(brief.planned) if brief.planned else None,
        "last_contacts": [_happening(one) for one in brief.contacts],
        "chats": brief.chats,
        "unanswered": _happening(brief.unanswered) if brief.unanswered else None,
        "promises": [
            {"id": p.id, "mine": p.mine, "text": p.text, "made_on": p.made_on, "due_on": p.due_on}
            for p in brief.promises
        ],
        "needs": traits.get("need", []),
        "offers": traits.get("offer", []),
        "interests": {"shared": brief.shared_interests, "other": brief.other_interests},
        "facts": [
            {"kind": fact.kind, "text": fact.text, "source": fact.source, "on": fact.day}
            for fact in brief.facts
        ],
        "facts_left_out": brief.facts_left_out,
        "questions": [
            {"id": q.id, "mine": q.mine, "text": q.text, "on": q.day} for q in brief.open_questions
        ],
        "not_known": brief.unknown,
        "prompts": [question._asdict() for question in brief.questions],
        "offer": _offer(brief.offer) if brief.offer else None,
        "goals": [
            {
                "id": goal.id,
                "title": goal.title,
                "rank": goal.rank,
                "why": goal.why,
                "next_action": goal.next_action if is_theirs else "",
                "next_action_on": goal.next_action_on if is_theirs else None,
            }
            for goal in brief.goals
            for is_theirs in (goal.next_action_contact_id == person.id,)
        ],
    }


def _happening(one: Happening) -> dict[str, Any]:
    return {
        "id": one.id,
        "on": one.day,
        "kind": one.kind,
        "side": one.side,
        "by": one.begun_by,
        "ask": one.ask,
        "answered": one.answered,
        "place": one.place,
        "event": one.event,
        "summary": one.summary,
    }


def _offer(offer: Offer) -> dict[str, Any]:
    contact, question = offer.contact, offer.question
    return {
        "kind": offer.kind,
        "need": offer.need or None,
        "what": offer.what or None,
        "contact": {"id": contact.id, "name": contact.name} if contact else None,
        "prompt": question._asdict() if question else None,
    }
