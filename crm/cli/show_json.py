"""A person as JSON, with the keys that docs/json.md promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crm.services.card import Card


def card_as_json(card: Card) -> dict[str, Any]:
    """Give a person's card: dates as ISO text, scores rounded half-up to two decimals."""
    from crm.domain.dates import PartialDate

    person = card.person
    traits = person.traits
    return {
        "id": person.id,
        "uid": person.uid,
        "name": person.name,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "nicknames": traits.get("nickname", []),
        "organisation": person.organisation,
        "title": person.title,
        "place": person.place,
        "time_zone": person.time_zone,
        "language": person.language,
        "roles": traits.get("role", []),
        "skills": traits.get("skill", []),
        "interests": traits.get("interest", []),
        "offers": traits.get("offer", []),
        "needs": traits.get("need", []),
        "tags": list(person.tags),
        "availability": person.availability,
        "experience_since": person.experience_since,
        "emails": [{"value": value, "label": label} for value, label in person.emails],
        "phones": [{"value": value, "label": label} for value, label in person.phones],
        "links": [{"url": url, "kind": kind} for url, kind in person.links],
        "addresses": [
            dict(zip(("label", "street", "city", "region", "postcode", "country"), a, strict=True))
            for a in person.addresses
        ],
        "dates": [
            {"kind": kind, "label": label, "date": PartialDate(*parts).isoformat()}
            for kind, label, *parts in person.dates
        ],
        "met_on": person.met_on,
        "met_at": person.met_at,
        "met_through": (
            {"id": person.met_through_id, "name": person.met_through}
            if person.met_through_id
            else None
        ),
        "knows": [{"id": other, "name": name} for other, name in person.acquaintances],
        "known_since": person.known_since,
        "notes": person.notes,
        "archived": person.archived,
        "in_garden": person.garden_since is not None,
        "garden_since": person.garden_since,
        "cadence": person.cadence or None,
        "cadence_days": person.cadence_days,
        "last_contact_on": person.last_contact_on,
        "due_on": person.next_due_on,
        "snoozed_until": card.snoozed_until,
        "warmth": {
            "score": card.warmth.score,
            "band": card.band,
            "parts": {
                "contact": card.warmth.contact,
                "reciprocity": card.warmth.reciprocity,
                "depth": card.warmth.depth,
                "initiative": card.warmth.initiative,
            },
            "dry_in_days": card.dry_in_days,
        },
        "goals": [{"id": g.id, "title": g.title, "rank": g.rank} for g in card.goals],
        "mentorships": [
            {
                "id": known.id,
                "direction": known.direction,
                "state": known.state,
                "phase": known.phase,
                "purpose": known.purpose,
            }
            for known in card.mentorships
        ],
        "promises": [promise._asdict() for promise in card.promises],
        "facts": [_with_on(fact._asdict()) for fact in card.facts],
        "questions": [
            {"id": q.id, "mine": q.mine, "text": q.text, "on": q.day} for q in card.questions
        ],
        "interactions": [_with_on(happening._asdict()) for happening in card.timeline],
        "sources": [
            {"source": source, "external_id": external_id, "imported_on": on}
            for source, external_id, on in person.sources
        ],
    }


def _with_on(values: dict[str, Any]) -> dict[str, Any]:
    """Name the day and who began as the flags of `crm log` do."""
    renamed = {"day": "on", "begun_by": "by"}
    return {renamed.get(name, name): value for name, value in values.items()}
