"""What was understood of a line, in one line or a row for each field: a wrong reading is seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording import words
from crm.wording.dates import ago, full, named

if TYPE_CHECKING:
    from crm.services.reading import Meant, Understood


class Told(Protocol):
    """What the line needs of an interaction, besides its people, day, promises and facts."""

    @property
    def kind(self) -> str | None:
        """The code of its kind, None for the usual one."""
        ...

    @property
    def side(self) -> str | None:
        """Who took part: me, them or both."""
        ...

    @property
    def begun_by(self) -> str | None:
        """Who began it: me or them."""
        ...

    @property
    def place(self) -> str:
        """Where it was."""
        ...

    @property
    def event(self) -> str:
        """At which event."""
        ...

    @property
    def minutes(self) -> int | None:
        """How long it took."""
        ...

    @property
    def ask(self) -> bool:
        """Whether the user asked for something."""
        ...

    @property
    def answered(self) -> bool | None:
        """Whether there was an answer."""
        ...

    @property
    def tags(self) -> Sequence[str]:
        """The tags for the people."""
        ...


class Row(NamedTuple):
    """A field of what was understood: its label, what it says, and how one would write it.

    `at` counts the promises, the facts; a field of which nothing was said has no text.
    """

    field: str
    at: int
    label: str
    text: str
    value: str


def name(meant: Meant, tr: Translator) -> str:
    """Give whom a name means: the person, or the name as it was said and what is unclear of it."""
    _ = tr.gettext
    if meant.person:
        return meant.person.name
    if meant.people:
        return _("{name} (which one?)").format(name=meant.said)
    return _("{name} (new)").format(name=meant.said)


def rows(understood: Understood, today: date, tr: Translator) -> list[Row]:
    """Give what was understood, a row for each field, those without a word too."""
    _ = tr.gettext
    told, day = understood.happened, understood.day
    names = words.listed([name(meant, tr) for meant in understood.people], tr)
    said = ", ".join(
        meant.person.name if meant.person else meant.said for meant in understood.people
    )
    when = f"{ago(day, today, tr)} · {full(day, tr)}"
    if told.planned or day > today:
        when += " · " + _("planned")
    what = words.kind(told.kind or "message", tr)
    how = " · ".join(_how(told, tr)) or words.side("both", tr)
    minutes = ""
    if told.minutes:
        form = tr.ngettext("{n} minute", "{n} minutes", told.minutes)
        minutes = form.format(n=told.minutes)
    event, place = screen(told.event), screen(told.place)
    tags = " ".join(f"#{screen(tag).removeprefix('#')}" for tag in told.tags)
    return [
        Row("people", 0, _("With"), names, said),
        Row("day", 0, _("When"), when, day.isoformat()),
        Row("kind", 0, _("What"), what, told.kind or "message"),
        Row("event", 0, _("Event"), event, told.event),
        Row("place", 0, _("Place"), place, told.place),
        *_promised(understood, today, tr),
        *_learned(understood, tr),
        Row("tags", 0, _("Tags"), tags, tags),
        Row("minutes", 0, _("How long"), minutes, str(told.minutes or "")),
        Row("side", 0, _("How"), how, told.side or "both"),
    ]


def _promised(understood: Understood, today: date, tr: Translator) -> list[Row]:
    _ = tr.gettext
    found = []
    for at, (mine, text, due) in enumerate(understood.promises):
        label = _("Promise") if mine else _("Their promise")
        shown = screen(text) + (f" ({named(due, today, tr)})" if due else "")
        value = _("{text} by {day}").format(text=text, day=due.isoformat()) if due else text
        found.append(Row("promise", at, label, shown, value))
    return found or [Row("promise", 0, _("Promise"), "", "")]


def _learned(understood: Understood, tr: Translator) -> list[Row]:
    label = tr.gettext("Learned")
    said = [f"{words.fact_kind(kind, tr)}: {text}" for kind, text in understood.facts]
    found = [Row("fact", at, label, screen(text), text) for at, text in enumerate(said)]
    return found or [Row("fact", 0, label, "", "")]


def preview(
    told: Told,
    names: list[str],
    day: date,
    promises: list[tuple[bool, str, date | None]],
    facts: list[tuple[str, str]],
    today: date,
    tr: Translator,
) -> str:
    """Give one line: meeting with Ana, yesterday, at CodeMotion · promise: … (Friday) · #design."""
    _ = tr.gettext
    what = words.kind(told.kind or "message", tr)
    when = ago(day, today, tr)
    if names:
        form = _("{kind} with {names}, {when}")
        first = [form.format(kind=what, names=words.listed(names, tr), when=when)]
    else:
        first = [_("{kind} with nobody named, {when}").format(kind=what, when=when)]
    first += _where(told, tr)
    # What is promised and learned among several goes to the first of them.
    to = names[0] if len(names) > 1 else ""
    rest = _how(told, tr) + learned(promises, facts, told.tags, today, tr, to)
    return " · ".join([", ".join(first), *rest])


def learned(
    promises: list[tuple[bool, str, date | None]],
    facts: list[tuple[str, str]],
    tags: Sequence[str],
    today: date,
    tr: Translator,
    name: str = "",
) -> list[str]:
    """Give what was promised and learned, by or of somebody named, and the tags, a part each."""
    of = f" ({screen(name)})" if name else ""
    return [
        *(_promise(mine, text, due, name, today, tr) for mine, text, due in promises),
        *(f"{words.fact_kind(kind, tr)}{of}: {screen(text)}" for kind, text in facts),
        *(f"#{screen(tag).removeprefix('#')}" for tag in tags),
    ]


def _where(told: Told, tr: Translator) -> list[str]:
    _ = tr.gettext
    parts = []
    if told.event:
        parts.append(_("at {event}").format(event=screen(told.event)))
    if told.place:
        parts.append(_("place: {place}").format(place=screen(told.place)))
    if told.minutes:
        form = tr.ngettext("{n} minute", "{n} minutes", told.minutes)
        parts.append(form.format(n=told.minutes))
    return parts


def _how(told: Told, tr: Translator) -> list[str]:
    _ = tr.gettext
    parts = []
    if told.side in ("me", "them"):
        parts.append(words.side(told.side, tr))
    elif told.begun_by:
        parts.append(_("begun by you") if told.begun_by == "me" else _("begun by them"))
    if told.answered is not None:
        parts.append(_("with an answer") if told.answered else _("no answer"))
    if told.ask:
        parts.append(_("you asked for something"))
    return parts


def _promise(
    mine: bool, text: str, due: date | None, name: str, today: date, tr: Translator
) -> str:
    _ = tr.gettext
    if name:
        form = _("promise to {name}: {text}") if mine else _("promise of {name}: {text}")
    else:
        form = _("promise: {text}") if mine else _("their promise: {text}")
    day = f" ({named(due, today, tr)})" if due else ""
    return form.format(name=screen(name), text=screen(text)) + day
