"""What one person notes in a simulated quarter: who is who, what is done, what is left for later.

Everything is drawn from seeds, each draw from one of its own, so that a change of the program moves
only what it concerns.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import NamedTuple, TypeVar

from crm.context import Context
from crm.services import conversations
from crm.services.agenda import DayList, Line
from crm.services.conversations import Happened
from crm.services.transfer import ImportReport
from tests.service.state import Rows

FIRST = date(2025, 6, 30)  # a Monday
DAYS = 90
LAST = FIRST + timedelta(DAYS - 1)
HOLIDAY = date(2025, 8, 4), date(2025, 8, 17)

Chosen = TypeVar("Chosen")


class Day(NamedTuple):
    """What a day's list showed and asked, and who was dealt with."""

    on: date
    shown: DayList
    dealt_with: frozenset[int]

    @property
    def lines(self) -> list[Line]:
        """The lines that were shown."""
        return self.shown.lines

    @property
    def is_workday(self) -> bool:
        """Whether the whole list is shown: no weekend, no holiday."""
        return self.on.weekday() < 5 and not is_holiday(self.on)


@dataclass
class Quarter:
    """All that a test may ask about the quarter.

    `planted` gives the cadence in days; `chosen` the day on which the user first did anything about
    somebody, who may appear from then on; `touched` the days of contact, and whether they answered;
    `let_go` the day on which somebody went back to the address book; `evenings` the rows of late
    evenings by the number of changes until then.
    """

    context: Context
    days: list[Day] = field(default_factory=list)
    imports: list[ImportReport] = field(default_factory=list)
    people: int = 0
    planted: dict[int, int] = field(default_factory=dict)
    chosen: dict[int, date] = field(default_factory=dict)
    touched: dict[int, list[tuple[date, bool | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    met: list[int] = field(default_factory=list)
    let_go: dict[int, date] = field(default_factory=dict)
    in_words: int = 0
    misread: list[str] = field(default_factory=list)
    evenings: dict[int, dict[str, Rows]] = field(default_factory=dict)


def is_holiday(day: date) -> bool:
    """Tell whether a day is one of the holiday."""
    return HOLIDAY[0] <= day <= HOLIDAY[1]


@contextmanager
def same_uids(name: str) -> Iterator[None]:
    """Let what is added in here have the same uids in each run."""
    # A uid spreads the first due day of those never contacted, so it must not be another each run.
    real, os.urandom = os.urandom, Random(name).randbytes
    try:
        yield
    finally:
        os.urandom = real


class Diary:
    """A day of a network, what is meant to be done later, and who was dealt with so far."""

    def __init__(self, context: Context, seed: int) -> None:
        self.context = context
        self.seed = seed
        self.dealt_with: set[int] = set()
        self.names: dict[int, str] = {}
        self.quarter = Quarter(context)
        self._later: dict[date, list[Callable[[], object]]] = defaultdict(list)

    @property
    def today(self) -> date:
        """The day that is being lived."""
        return self.context.today

    def turn_to(self, today: date) -> None:
        """Begin a day."""
        self.context = self.context._replace(today=today)
        self.dealt_with = set()

    def do_what_was_meant(self) -> None:
        """Do what had been meant for today."""
        for deed in self._later.pop(self.today, []):
            deed()

    def at(self, day: date, deed: Callable[..., object], *arguments: object) -> None:
        """Mean to do something on a day."""
        self._later[day].append(lambda: deed(*arguments))

    def draw(self, *of: object) -> Random:
        """Give the chance of one thing only."""
        return Random("/".join(map(str, (self.seed, *of))))

    def pick(self, weights: dict[Chosen, int], *of: object) -> Chosen:
        """Choose one of several by their weights."""
        return self.draw(*of).choices(list(weights), [*weights.values()])[0]

    def write(
        self, person: int, kind: str, side: str, answered: bool | None, on: date, summary: str
    ) -> None:
        """Log a contact by flags."""
        happened = Happened((str(person),), summary, kind, on.isoformat(), side, answered=answered)
        conversations.log(self.context, happened)
        self.note(person, on, answered)

    def note(self, person: int, on: date, answered: bool | None = None) -> None:
        """Remember that there was a contact."""
        self.quarter.touched[person].append((on, answered))
        self.choose(person)
        self.dealt_with.add(person)

    def choose(self, *people: int) -> None:
        """Remember that something was done about people, who may appear from now on."""
        for person in people:
            self.quarter.chosen.setdefault(person, self.today)
