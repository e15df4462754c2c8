"""What was done, said back: the same sentences on the command line and on the full screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording import words
from crm.wording.dates import ago, coming, named

if TYPE_CHECKING:
    from crm.services.conversations import Logged
    from crm.services.day_lines import Done
    from crm.services.debrief import Debriefed
    from crm.services.follow_ups import Snoozed


def logged(what: Logged, today: date, tr: Translator) -> str:
    """Give "Logged: call with Ana, yesterday.", or that it is planned."""
    _ = tr.gettext
    form = (
        _("Planned [{id}]: {kind} with {names}, {when}.")
        if what.planned
        else _("Logged: {kind} with {names}, {when}.")
    )
    names = words.listed([person.name for person in what.people], tr)
    when = ago(what.day, today, tr)
    return form.format(id=what.id, kind=words.kind(what.kind, tr), names=names, when=when)


def promised(what: Logged, today: date, tr: Translator) -> list[str]:
    """Give a sentence for each promise that was noted."""
    _ = tr.gettext
    return [
        _("Promise: {text}").format(text=screen(text))
        + (f" ({coming(due, today, tr)})" if due else "")
        for text, due in what.promises
    ]


def planted(what: Logged, tr: Translator) -> list[str]:
    """Give who joined the garden, as one sentence or none."""
    _ = tr.gettext
    if not what.planted:
        return []
    return [_("Now in the garden: {names}.").format(names=words.listed(what.planted, tr))]


def debriefed(what: Debriefed, tr: Translator) -> list[str]:
    """Give that a talk was looked back on, and what was learned, promised and left open."""
    _ = tr.gettext
    form = (
        _("Logged and noted: how it went with {name}.")
        if what.is_new
        else _("Noted: how it went with {name}.")
    )
    return [
        form.format(name=screen(what.person.name)),
        *(_("Learned: {text}").format(text=screen(text)) for text in what.logged.facts),
        *(_("Promise: {text}").format(text=screen(text)) for text, _due in what.logged.promises),
        *(_("To ask: {text}").format(text=screen(text)) for text in what.questions),
    ]


def kept(text: str, tr: Translator) -> str:
    """Give "Promise kept: …"."""
    _ = tr.gettext
    return _("Promise kept: {text}").format(text=screen(text))


def done(line: Done, today: date, tr: Translator) -> list[str]:
    """Give what a line of the day that is done left behind."""
    _ = tr.gettext
    said = []
    if line.logged is not None and line.introduced is not None:
        form = _("Introduced: {names}.")
        said.append(form.format(names=words.listed([line.name or "", line.introduced], tr)))
    elif line.logged is not None:
        form = _("Done: {kind} with {names}, {when}.")
        kind, when = words.kind(line.logged.kind, tr), ago(line.logged.day, today, tr)
        said.append(form.format(kind=kind, names=screen(line.name or ""), when=when))
    said += [kept(text, tr) for text in line.kept]
    for advice in line.told:
        said.append(_("They know what came of: {advice}").format(advice=screen(advice)))
    if line.action and line.goal:
        said.append(_("Step taken: {action}").format(action=screen(line.action)))
    return said


def snoozed(what: Snoozed, today: date, tr: Translator) -> str:
    """Give until when somebody is not shown."""
    _ = tr.gettext
    form = _("{name} is not shown before {when}.")
    return form.format(name=screen(what.name), when=named(what.until, today, tr))


def answered(name: str, day: date, today: date, tr: Translator, *, yes: bool) -> str:
    """Give that somebody answered a message of a day, or did not."""
    _ = tr.gettext
    form = (
        _("Noted: {name} answered what you sent {when}.")
        if yes
        else _("Noted: {name} did not answer what you sent {when}; the next contact waits longer.")
    )
    return form.format(name=screen(name), when=ago(day, today, tr))


def taken_back(action: str, subject: str, tr: Translator) -> str:
    """Give what undo took back."""
    _ = tr.gettext
    form = _("Taken back: {done} ({subject})") if subject else _("Taken back: {done}")
    return form.format(done=words.action(action, tr), subject=screen(subject))
