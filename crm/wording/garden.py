"""What is said of the garden: who was planted, who rests, how much it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from crm.domain.cadence import of_days
from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording.dates import coming
from crm.wording.words import every, listed

if TYPE_CHECKING:
    from crm.services.garden import Planted
    from crm.services.garden_charts import Giving
    from crm.services.review import Load

EACH_UP_TO = 3


def planted(people: Sequence[Planted], today: date, tr: Translator) -> list[str]:
    """Give who is in the garden now and when the first of them is due, a few of them one by one."""
    dated = sorted((person.due_on, person.name) for person in people if person.due_on is not None)
    if len(people) <= EACH_UP_TO:
        form = tr.gettext("{name} is in the garden; first due {when}.")
        return [form.format(name=screen(name), when=coming(day, today, tr)) for day, name in dated]
    if not dated:
        return []
    day, name = dated[0]
    form = tr.ngettext(
        "{n} person is in the garden; first due is {name}, {when}.",
        "{n} people are in the garden; first due is {name}, {when}.",
        len(people),
    )
    return [form.format(n=len(people), name=screen(name), when=coming(day, today, tr))]


def rested(names: list[str], tr: Translator) -> str:
    """Give who is back in the address book."""
    form = tr.gettext("Back in the address book: {names}.")
    return form.format(names=listed(names, tr))


def rhythm(cadence: str, cadence_days: int | None, tr: Translator) -> str:
    """Give how often a person is to be contacted: their own cadence, else the one that rules."""
    if cadence:
        return every(cadence, tr)
    return every(str(of_days(cadence_days)), tr) if cadence_days else ""


def about_band(code: str, tr: Translator) -> str:
    """Give what a band of the garden means, in a few words."""
    _ = tr.gettext
    return {
        "seed": _("planted, nothing has happened yet"),
        "sprout": _("it has just begun"),
        "thriving": _("much between you lately"),
        "healthy": _("well tended"),
        "dry": _("a little water would do"),
        "fading": _("hardly a word of late"),
        "dormant": _("asleep; a word may wake it"),
    }[code]


def asks_for(load: Load, tr: Translator) -> str:
    """Give how many contacts a workday the garden asks for, against the budget."""
    form = tr.ngettext(
        "{n} person asks for {load} contacts a workday; your budget is {budget}.",
        "{n} people ask for {load} contacts a workday; your budget is {budget}.",
        load.people,
    )
    shown = f"{load.per_workday:.{1 if load.per_workday >= 1 else 2}f}"
    return form.format(n=load.people, load=shown, budget=load.budget)


def caught_up(load: Load, tr: Translator) -> str:
    """Give how many are due and when that will be over, "" if nobody is or it will not be."""
    if not load.backlog or load.days_left is None:
        return ""
    form = tr.ngettext(
        "{n} is due; all caught up in {span}.",
        "{n} are due; all caught up in {span}.",
        load.backlog,
    )
    span = tr.ngettext("about {n} workday", "about {n} workdays", load.days_left)
    return form.format(n=load.backlog, span=span.format(n=load.days_left))


def given(giving: Giving, tr: Translator) -> str:
    """Give how often something was given and received in twelve months."""
    form = tr.gettext("In twelve months: {gave} given, {got} received.")
    return form.format(gave=giving.gave, got=giving.got)
