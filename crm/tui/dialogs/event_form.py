"""An event to be filled in: when, where, why, one to three aims, whom to meet."""

from __future__ import annotations

from crm.context import Context
from crm.domain.events import MOST_AIMS
from crm.domain.text import fold
from crm.i18n import _
from crm.services import events
from crm.services.completion import people as complete_people
from crm.services.events import EventCard, EventSaid
from crm.tui.dialogs.form import Field, Filled, Form

_AND = ";"


def add_form() -> Form:
    """Give the form of a new event."""

    def deed(context: Context, filled: Filled) -> EventCard:
        return events.add(context, _said({key: text for key, text in filled.items() if text}))

    return Form(_("A new event"), _fields(None), deed)


def edit_form(card: EventCard) -> Form:
    """Give the form of an event there is; aims and people are added to those it has."""
    fields = _fields(card)
    stood = {field.name: field.value for field in fields}

    def deed(context: Context, filled: Filled) -> EventCard:
        changed = {key: text for key, text in filled.items() if text != stood[key]}
        said = _said(changed)
        if said == EventSaid():
            return card
        return events.edit(context, str(card.event.id), said)

    return Form(card.event.name, fields, deed)


def _fields(card: EventCard | None) -> list[Field]:
    event = card.event if card else None
    first = event.starts_on.isoformat() if event else ""
    last = event.ends_on.isoformat() if event and event.ends_on != event.starts_on else ""
    fields = [
        Field("name", _("name"), event.name if event else ""),
        Field("on", _("first day"), first, _("friday, 14 Nov, 2026-05-20")),
        Field("until", _("last day"), last, _("if it has several")),
        Field("place", _("place"), event.place if event else ""),
        Field("organisation", _("organised by"), event.organisation if event else ""),
        Field("series", _("series"), event.series if event else "",
              _("if it comes again and again")),
        Field("why", _("why you go"), event.why if event else ""),
        Field("offer", _("to offer"), event.offer if event else "",
              _("one thing that you have to give")),
    ]  # fmt: skip
    room = MOST_AIMS - (len(card.aims) if card else 0)
    if room:
        label = _("more aims") if card and card.aims else _("aims")
        fields.append(Field("aims", label, "", _("meet 2 copywriters; learn one tool")))
    fields += [
        Field("people", _("to meet"), "", _("names, with ; between them"),
              completes=_completions),
        Field("notes", _("notes"), event.notes if event else ""),
    ]  # fmt: skip
    return fields


def _said(filled: Filled) -> EventSaid:
    lists = {"aims", "people"}
    said = {key: text for key, text in filled.items() if key not in lists}
    parts = {
        key: tuple(part.strip() for part in filled.get(key, "").split(_AND) if part.strip())
        for key in lists
    }
    return EventSaid(**said, **parts)  # type: ignore[arg-type]


def _completions(context: Context, typed: str) -> list[str]:
    """Complete the last of the names."""
    before, sign, last = typed.rpartition(_AND)
    begun = last.strip()
    if not begun:
        return []
    head = before + sign + last[: len(last) - len(last.lstrip())]
    names = [choice.name for choice in complete_people(context, begun)]
    return [
        head + begun + name[len(begun) :] for name in names if fold(name).startswith(fold(begun))
    ]
