"""Lines typed elsewhere, as on a phone, read and logged together: one change, one undo."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain.text import fold
from crm.errors import CrmError, WrongUsage
from crm.services import reading, understand
from crm.services.changes import change
from crm.services.conversations import Happened, Logged, log_within
from crm.services.files import opened
from crm.store.reads import interactions

if TYPE_CHECKING:
    from crm.services.reading import Understood

MOST_LINES = 5_000
_BULLETS = ("- [ ]", "- [x]", "* [ ]", "[ ]", "[x]", "-", "*", "•", "–", "·", "+", ">")


class Noted(NamedTuple):
    """A line that was read: what it says, or why it says nothing.

    `known` was logged before, or stands further up in the same file.
    """

    number: int
    text: str
    understood: Understood | None
    happened: Happened | None
    problem: CrmError | None
    known: bool


class Inbox(NamedTuple):
    """The lines of a file, blank ones and days that stand alone left out."""

    lines: list[Noted]

    @property
    def ready(self) -> list[Noted]:
        """Those that can be logged."""
        return [line for line in self.lines if line.happened is not None and not line.known]

    @property
    def problems(self) -> list[Noted]:
        """Those that cannot."""
        return [line for line in self.lines if line.problem is not None]

    @property
    def known(self) -> list[Noted]:
        """Those that were logged before, or stand further up."""
        return [line for line in self.lines if line.known]


def read_inbox(
    context: Context, source: str, *, on: str | None = None, create: bool = False
) -> Inbox:
    """Read a file ("-" standard input) of one interaction a line; nothing is written.

    A line that is a day and nothing else sets the day of those below it, as `on` does for all;
    relative days count from it. Raises what `opened` raises, and WrongUsage for too many lines.
    """
    written_on = understand.day_that_was(on, context.today)
    found = []
    for number, text in enumerate(_lines(source), 1):
        words = _without_bullet(text)
        if not words:
            continue
        day = _heading(words, written_on)
        if day is not None and day <= context.today:
            written_on = day
        else:
            found.append(_noted(context._replace(today=written_on), number, words, create))
        if len(found) > MOST_LINES:
            raise WrongUsage("too-many-lines", most=MOST_LINES)
    if not found:
        raise WrongUsage("no-lines")
    return Inbox(_once(found))


def log_inbox(context: Context, inbox: Inbox, *, create: bool = False) -> list[Logged]:
    """Log the lines that are ready, all as one change."""
    with change(context, "inbox") as made:
        logged = [
            log_within(context, made, line.happened, create=create)
            for line in inbox.ready
            if line.happened is not None
        ]
        names = dict.fromkeys(person.name for each in logged for person in each.people)
        made.about(", ".join(names))
        return logged


def _heading(words: str, today: date) -> date | None:
    """Give the day that a line sets for those below; a date that no calendar has sets none."""
    with suppress(WrongUsage):
        return understand.day_alone(words, today)
    return None


def _noted(context: Context, number: int, words: str, create: bool) -> Noted:
    try:
        understood = reading.read(context, words, Happened(()))
        happened = reading.settled(context, understood, create=create)
    except CrmError as error:
        return Noted(number, words, None, None, error, known=False)
    happened = happened._replace(on=understood.day.isoformat())
    return Noted(number, words, understood, happened, None, _is_known(context, happened))


def _once(lines: list[Noted]) -> list[Noted]:
    """Give the lines, those known that say again what one further up says."""
    seen, found = set(), []
    for line in lines:
        said = line.happened
        if said is not None:
            key = (said.on, fold(said.summary), frozenset(map(fold, said.people)))
            found.append(line._replace(known=line.known or key in seen))
            seen.add(key)
        else:
            found.append(line)
    return found


def _is_known(context: Context, happened: Happened) -> bool:
    """Tell whether the same words were logged for the same day and people before."""
    if not context.store.exists() or not all(person.isdecimal() for person in happened.people):
        return False
    people = {int(person) for person in happened.people}
    day = date.fromisoformat(str(happened.on))
    with context.store.reading() as connection:
        return interactions.is_logged(connection, day, happened.summary, people)


def _without_bullet(text: str) -> str:
    words = text.strip()
    for bullet in _BULLETS:
        if fold(words[: len(bullet)]) == bullet:
            return words[len(bullet) :].strip()
    return words


def _lines(source: str) -> list[str]:
    with opened(source) as file:
        return file.stream.read().splitlines()
