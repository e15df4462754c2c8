"""The talk about a line that was read: shown, corrected one field at a time, saved or dropped."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.errors import CrmError, WrongUsage
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.context import Context
    from crm.services.conversations import Happened
    from crm.services.reading import Meant, Understood

_END = "\x04"
_DROP = ("q", _END)


def shown(context: Context, understood: Understood) -> str:
    """Give the line that says what was understood; new and unclear names are marked."""
    from crm.wording.understood import name, preview

    names = [name(meant, active()) for meant in understood.people]
    return preview(
        understood.happened, names, understood.day,
        understood.promises, understood.facts, context.today, active(),
    )  # fmt: skip


def corrected(context: Context, understood: Understood) -> Happened | None:
    """Ask on the terminal until the reading is to be saved, and give it; None when dropped."""
    from crm.cli.output import say
    from crm.services import reading
    from crm.wording.errors import message

    new: set[str] = set()
    while True:
        try:
            people = _people(context, understood, new)
            if people is None:
                return None
            if people != understood.happened.people:
                happened = understood.happened._replace(people=people)
                understood = reading.resolve(context, happened, as_typed=False)
                continue
            say(shown(context, understood))
            key, _blank, value = _asked(_("Enter saves, q drops, c changes:")).partition(" ")
            if key == "c":
                key, _blank, value = _asked(_keys()).partition(" ")
            if key in _DROP:
                return None
            if not key:
                return reading.settled(context, understood, create=True)
            changed = _changed(understood.happened, key, value)
            understood = reading.resolve(context, changed, as_typed=False)
        except CrmError as error:
            say(message(error, active()))


def _keys() -> str:
    return _(
        "p people, k kind, d day, l place, e event, m minutes, r promise, f fact, t tags;"
        " Enter saves, q drops:"
    )


def _asked(question: str) -> str:
    """Give what is typed on the terminal; the end of the input counts as dropping it."""
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip() if line else _END


def _people(context: Context, understood: Understood, new: set[str]) -> tuple[str, ...] | None:
    """Give the names, those that are unclear or unknown asked for; None when it is dropped."""
    from crm.services import reading

    people = list(understood.happened.people)
    for at, meant in enumerate(understood.people):
        if meant.person or meant.said in new:
            continue
        if meant.people:
            answer = _asked(_which(meant))
        else:
            answer = _asked(_whether_new(meant.said, reading.near(context, meant.said)))
        if answer in _DROP:
            return None
        if answer:
            people[at] = answer
        elif not meant.people:
            new.add(meant.said)
    return tuple(people)


def _which(meant: Meant) -> str:
    from crm.services.who import MOST_CANDIDATES

    shown = [
        f"[{person.id}] {screen(person.name)}"
        + (f" ({screen(about)})" if (about := person.organisation or person.title) else "")
        for person in meant.people[:MOST_CANDIDATES]
    ]
    more = _(" and more") if len(meant.people) > MOST_CANDIDATES else ""
    form = _("“{who}”: {people}. Which one (its number or more of the name, q drops it)?")
    return form.format(who=screen(meant.said), people=", ".join(shown) + more)


def _whether_new(name: str, similar: list[str]) -> str:
    if similar:
        form = _("“{who}” is new (or is it {names}?). Enter adds them, or write who it is:")
    else:
        form = _("“{who}” is new. Enter adds them, or write who it is:")
    return form.format(who=screen(name), names=screen(", ".join(similar)))


def _changed(happened: Happened, key: str, value: str) -> Happened:
    """Give the reading with the field of a key said anew, asked for unless it was said."""
    from crm.services import corrections

    questions = {
        "p": ("people", _("With whom (names, with commas)?")),
        "k": ("kind", _("What kind?")),
        "d": ("day", _("On which day?")),
        "l": ("place", _("At which place?")),
        "e": ("event", _("At which event?")),
        "m": ("minutes", _("How many minutes?")),
        "r": ("promise", _("What did you promise, by when?")),
        "f": ("fact", _("What did you learn?")),
        "t": ("tags", _("Which tags?")),
    }
    if key not in questions:
        raise WrongUsage("unknown-value", field="?", value=key, known=", ".join((*questions, "q")))
    field, question = questions[key]
    value = value or _asked(question)
    return happened if value == _END else corrections.changed(happened, field, value)
