"""What was given, received and asked for as JSON, with the keys that docs/json.md promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from crm.domain.giving import BeforeAsk
    from crm.services.giving import Balance
    from crm.services.giving_ideas import Idea
    from crm.store.reads.giving import AskLine, GivingLine


def giving_as_json(line: GivingLine, today: date) -> dict[str, Any]:
    """Give something given or received."""
    from crm.services.giving import step_of

    return {
        "id": line.id,
        "direction": line.direction,
        "kind": line.kind,
        "text": line.text,
        "on": line.day,
        "contact": {"id": line.contact_id, "name": line.name},
        "client": line.client,
        "value": line.value,
        "status": line.status,
        "thanked_on": line.thanked_on,
        "outcome": line.outcome,
        "reported_on": line.reported_on,
        "next_step": step_of(line, today),
        "interaction": line.interaction_id,
    }


def ask_as_json(line: AskLine) -> dict[str, Any]:
    """Give something asked for."""
    return {
        "id": line.id,
        "direction": "asked",
        "kind": line.kind,
        "text": line.text,
        "on": line.day,
        "contact": {"id": line.contact_id, "name": line.name},
        "outcome": line.outcome,
        "outcome_on": line.outcome_on,
        "interaction": line.interaction_id,
    }


def check_as_json(before: BeforeAsk) -> dict[str, Any]:
    """Give what speaks for writing first without asking."""
    return {
        "write_first": before.write_first,
        "warmth": before.score,
        "contacts": before.contacts,
        "contacts_since_ask": before.since_ask,
        "silent_days": before.silent_days,
        "is_silent": before.is_silent,
    }


def balance_as_json(one: Balance) -> dict[str, Any]:
    """Give how much of getting in touch with somebody was asking."""
    return {
        "contact": {"id": one.contact_id, "name": one.name},
        "asks": one.asking.asks,
        "contacts": one.asking.contacts,
        "state": one.asking.state,
        "asks_after_silence": one.asking.asks_after_silence,
        "check": check_as_json(one.before),
    }


def idea_as_json(idea: Idea, text: str) -> dict[str, Any]:
    """Give an idea of what to give, with its sentence."""
    is_of_need = idea.on is None
    other = idea.other
    return {
        "contact": {"id": idea.contact_id, "name": idea.name},
        "kind": idea.favour,
        "need": idea.about if is_of_need else None,
        "what": idea.what if is_of_need and idea.what else None,
        "other": {"id": other.id, "name": other.name} if other else None,
        "fact": idea.about if idea.what and not is_of_need else None,
        "on": idea.on,
        "text": text,
    }
