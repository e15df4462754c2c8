"""What the day's list asks, and what it says when there is nobody on it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording import words
from crm.wording.dates import ago

if TYPE_CHECKING:
    from crm.services.agenda import Question


def question(asked: Question, today: date, tr: Translator) -> str:
    """Give what is asked about an interaction or an event, in a sentence."""
    _ = tr.gettext
    when = ago(asked.day, today, tr)
    if asked.event is not None:
        form = _("{event} is over ({when}): whom do you keep in touch with?")
        return form.format(event=screen(asked.event[1]), when=when)
    names = screen(words.listed([name for _id, name in asked.people], tr))
    form = (
        _("Did it take place? {kind} with {names}, {when}")
        if asked.code == "held"
        else _("Did {names} answer? Your {kind} went out {when}")
    )
    return form.format(kind=words.kind(asked.kind, tr), names=names, when=when)
