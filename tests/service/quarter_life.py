"""A quarter with a network of two thousand, lived through the services by one ordinary person.

Everything is drawn from seeds, each draw from one of its own, so that a change of the program moves
only what it concerns.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

from crm.context import Context
from crm.services import agenda, contacts, conversations, follow_ups, garden, goals, reading
from crm.services.agenda import Line
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.goals import GoalSaid
from crm.services.history import history
from crm.services.transfer import ImportReport, import_file
from crm.settings import Settings
from crm.store.connection import Store
from crm.store.reads.contacts import Filters
from tests.service.quarter_files import FILES, LINKEDIN, linkedin_csv, phone_csv
from tests.service.state import Rows, state

FIRST = date(2025, 6, 30)  # a Monday
DAYS = 90
LAST = FIRST + timedelta(DAYS - 1)
CADENCES = {"1m": (10, 30), "3m": (30, 90), "6m": (20, 180)}
"""How many are planted at each cadence, and its days."""
HOLIDAY = date(2025, 8, 4), date(2025, 8, 17)
EVENT = date(2025, 7, 17)  # a Thursday
MET = 12
DATED_REASONS = frozenset({"promise", "birthday", "date"})

Chosen = TypeVar("Chosen")

_IDLE, _NUDGED = 0.2, 0.15
_DEEDS = {"log": 60, "late": 12, "forget": 5, "snooze": 8, "leave": 15}
_SAYINGS = {
    # (kind, side, answered): what is typed of it, {name} and {day} filled in.
    ("message", "me", None): ("Texted {name} {day}", "Le escribí a {name} {day}"),
    ("message", "me", False): (
        "Texted {name} {day}, no answer", "Le escribí a {name} {day} y no contestó"),
    ("email", "me", None): (
        "Emailed {name} {day}. Promised to send the portfolio by friday",
        "Correo a {name} {day}. Prometí enviarle el portfolio el viernes"),
    ("call", "both", None): ("Spoke with {name} {day}: looking for a copywriter",
                             "Hablé con {name} {day}: busca una redactora"),
    ("meeting", "both", None): (
        "Coffee with {name} {day}. I'll send the slides by next tuesday",
        "Café con {name} {day}. Le enviaré las fotos el jueves"),
}  # fmt: skip
_HOW_OFTEN = (42, 12, 8, 26, 12)
_DAY_WORDS = (
    ("today", "hoy"), ("yesterday", "ayer"), ("2 days ago", "hace dos días"),
    ("3 days ago", "hace tres días"), ("4 days ago", "hace cuatro días"),
)  # fmt: skip
_NEW_NAMES = (
    "Alba Ferrandis", "Bruno Talens", "Carla Senent", "Diego Boluda", "Elena Gisbert",
    "Fadi Mansour", "Greta Sandvik", "Hugo Llopis", "Irene Cardona", "Jonas Eklund",
    "Kira Baumann", "Leo Tortosa",
)  # fmt: skip


class Day(NamedTuple):
    """What a day's list showed, and who was dealt with."""

    on: date
    lines: list[Line]
    dealt_with: frozenset[int]

    @property
    def is_workday(self) -> bool:
        """Whether the whole list is shown: no weekend, no holiday."""
        return self.on.weekday() < 5 and not is_holiday(self.on)


@dataclass
class Quarter:
    """All that a test may ask about the quarter.

    `planted` gives the cadence in days; `chosen` are those whom the user did anything about, and
    who may appear; `touched` gives the days of contact, and whether they answered; `evenings` the
    rows of late evenings by the number of changes until then.
    """

    context: Context
    days: list[Day] = field(default_factory=list)
    imports: list[ImportReport] = field(default_factory=list)
    people: int = 0
    planted: dict[int, int] = field(default_factory=dict)
    chosen: set[int] = field(default_factory=set)
    touched: dict[int, list[tuple[date, bool | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    in_words: int = 0
    misread: list[str] = field(default_factory=list)
    evenings: dict[int, dict[str, Rows]] = field(default_factory=dict)


def is_holiday(day: date) -> bool:
    """Tell whether a day is one of the holiday."""
    return HOLIDAY[0] <= day <= HOLIDAY[1]


def live(folder: Path, seed: int = 1) -> Quarter:
    """Live a quarter in a new network in a folder; another seed gives another one."""
    path = folder / "quarter.db"
    settings = Settings(path, False, "en", FIRST, folder / "config.toml", folder / "cache")
    life = _Life(Context(settings, Store(path, chosen=False), FIRST), folder, seed)
    life.begin()
    for number in range(DAYS):
        life.spend(FIRST + timedelta(number))
    return life.quarter


@contextmanager
def _same_uids(name: str) -> Iterator[None]:
    # A uid spreads the first due day of those never contacted, so it must not be another each run.
    real, os.urandom = os.urandom, Random(name).randbytes
    try:
        yield
    finally:
        os.urandom = real


class _Life:
    """One person's doings: what they plan, do, put off, forget, and log late or in words."""

    def __init__(self, context: Context, folder: Path, seed: int) -> None:
        self._context = context
        self._seed = seed
        self._folder = folder
        self._dealt_with: set[int] = set()
        self._later: dict[date, list[Callable[[], object]]] = defaultdict(list)
        self._names: dict[int, str] = {}
        self._met: list[int] = []
        self.quarter = Quarter(context)

    def begin(self) -> None:
        """Import, plant, say when one last spoke with some, set goals, and plan the quarter."""
        self._import()
        chosen = self._plant()
        for number, person in enumerate(chosen):
            if number % 3:  # a third was never logged
                days = self._draw("before", person).randint(5, 300)
                self._log(person, ("call", "both", None), FIRST - timedelta(days), words=False)
        self._set_goals(chosen)
        mentor, giver, taker = chosen[0], chosen[11], chosen[12]
        for number, month in enumerate((date(2025, 7, 9), date(2025, 8, 20), date(2025, 9, 17))):
            self._at(month - timedelta(7), self._plan_call, mentor, month, number)
        self._at(date(2025, 7, 21), self._introduce, giver, taker)
        self._at(EVENT, self._attend, range(8))
        self._at(EVENT + timedelta(4), self._attend, range(8, MET))
        self._at(EVENT + timedelta(15), self._let_go)
        self._at(HOLIDAY[0] - timedelta(3), self._go_on_holiday)

    def _draw(self, *of: object) -> Random:
        return Random("/".join(map(str, (self._seed, *of))))

    def _pick(self, weights: dict[Chosen, int], *of: object) -> Chosen:
        return self._draw(*of).choices(list(weights), [*weights.values()])[0]

    def _at(self, day: date, deed: Callable[..., object], *arguments: object) -> None:
        self._later[day].append(lambda: deed(*arguments))

    def _import(self) -> None:
        files = {FILES[0]: linkedin_csv(self._seed), FILES[1]: phone_csv(self._seed)}
        for name, text in files.items():
            (self._folder / name).write_text(text, encoding="utf-8")
            with _same_uids(f"{self._seed}/{name}"):
                self.quarter.imports.append(import_file(self._context, str(self._folder / name)))
        people = contacts.page(self._context, Filters(), -1)
        self._names = {person.id: person.name for person in people}
        self.quarter.people = len(people)

    def _plant(self) -> list[int]:
        """Plant sixty, from the telephone rather than from LinkedIn; give them, monthly first."""
        ids = sorted(self._names)
        random = self._draw("plant")
        chosen = random.sample(ids[:LINKEDIN], 25) + random.sample(ids[LINKEDIN:], 35)
        random.shuffle(chosen)
        every = [c for c, (count, _) in CADENCES.items() for _ in range(count)]
        garden.plant(self._context, [(str(p), c) for p, c in zip(chosen, every, strict=True)])
        self.quarter.planted.update({p: CADENCES[c][1] for p, c in zip(chosen, every, strict=True)})
        self.quarter.chosen.update(chosen)
        return chosen

    def _set_goals(self, chosen: list[int]) -> None:
        strangers = [p for p in sorted(self._names)[5:LINKEDIN:450] if p not in chosen]
        for title, rank, people, role in (
            ("Three retainers", "primary", [*chosen[8:14], *strangers[:2]], "brand strategist"),
            ("A podcast", "secondary", [*chosen[20:23], *strangers[2:]], "sound engineer"),
            ("Better Portuguese", "tertiary", chosen[40:42], "translator"),
        ):
            said = GoalSaid(title, rank, "worth it", "steps", 3, by="4m", wants=(role,),
                            people=tuple(map(str, people)))  # fmt: skip
            goals.add(self._context, said)
            self.quarter.chosen.update(people)
        goals.next_action(self._context, "podcast", "buy a microphone", by="8d", person=None)
        goals.next_action(
            self._context, "retainers", "send the offer", by="3d", person=str(chosen[9])
        )

    def spend(self, today: date) -> None:
        """Look at the day's list, do some of it, log; and do what had been meant for today."""
        self._context = self._context._replace(today=today)
        self._dealt_with = set()
        lines = agenda.shown(self._context, agenda.day_list(self._context)).lines
        for deed in self._later.pop(today, []):
            deed()
        if self._draw("idle", today).random() >= _IDLE:
            for line in lines:
                self._deal_with(line)
        if self._draw("nudged", today).random() < _NUDGED:
            person = self._draw("who", today).choice(sorted(self.quarter.planted))
            self._write(person, "message", "them", None, today, "they wrote")
        self.quarter.days.append(Day(today, lines, frozenset(self._dealt_with)))
        if today >= FIRST + timedelta(DAYS - 21):
            changes = len(history(self._context, -1))
            self.quarter.evenings[changes] = state(self._context)

    def _deal_with(self, line: Line) -> None:
        today, person = self._context.today, line.contact_id
        if person is None:
            if self._draw("alone", today).random() < 0.5:
                self._take_next_step()
            return
        off = is_holiday(today) or today.weekday() >= 5
        deed = self._pick(_DEEDS, "deed", today, person)
        if person in self._dealt_with or (off and self._draw("off", today, person).random() < 0.6):
            return
        if deed in ("log", "late"):
            saying = self._pick(dict(zip(_SAYINGS, _HOW_OFTEN, strict=True)), "how", today, person)
            if deed == "late":
                after = timedelta(self._draw("late", today, person).randint(1, 4))
                self._at(today + after, self._log, person, saying, today)
            else:
                self._log(person, saying, today)
                self._keep_promises(line, person)
        elif deed == "snooze" and not any(r.code in DATED_REASONS for r in line.reasons):
            until = f"{self._draw('until', today, person).randint(2, 9)}d"
            follow_ups.snooze(self._context, str(person), until)
            self._dealt_with.add(person)

    def _keep_promises(self, line: Line, person: int) -> None:
        """Keep what was promised; one in five times without saying so."""
        today = self._context.today
        for promise in follow_ups.promises(self._context, str(person)):
            due = promise.mine and promise.due_on and promise.due_on <= today + timedelta(2)
            if due and self._draw("kept", today, promise.id).random() < 0.8:
                follow_ups.keep(self._context, promise.id)
        for reason in line.reasons:
            if reason.code == "action":
                title = str(reason.params["goal"])
                goals.next_action(self._context, title, "ring again", by="20d", person=str(person))

    def _take_next_step(self) -> None:
        goals.progress(self._context, "podcast", "+1", "done")
        goals.next_action(self._context, "podcast", "the next step", by="12d", person=None)

    def _log(
        self,
        person: int,
        saying: tuple[str, str, bool | None],
        on: date,
        words: bool = True,
    ) -> None:
        """Log a contact, in words or by flags; some answer some days later."""
        kind, side, answered = saying
        today = self._context.today
        random = self._draw("log", on, person)
        if words and random.random() < 0.6:
            text = random.choice(_SAYINGS[saying])
            spanish = text != _SAYINGS[saying][0]
            ago = _DAY_WORDS[(today - on).days][spanish]
            self._log_in_words(person, saying, on, text.format(name=self._names[person], day=ago))
        else:
            self._write(person, kind, side, answered, on, "by flags")
        if words and kind == "message" and answered is None and random.random() < 0.4:
            back = today + timedelta(random.randint(1, 3))
            self._at(back, self._write, person, "message", "them", None, back, "they replied")

    def _log_in_words(
        self, person: int, saying: tuple[str, str, bool | None], on: date, text: str
    ) -> None:
        """Log a sentence, and note when it was read as something else than was meant."""
        self.quarter.in_words += 1
        found = reading.read(self._context, text, Happened(()))
        said = found.happened
        met = [meant.person.id if meant.person else None for meant in found.people]
        if (met, (said.kind, said.side, said.answered), found.day) != ([person], saying, on):
            # A name that several people have is asked about, not read.
            self.quarter.misread += [] if found.unclear else [text]
            self._write(person, *saying, on, text)
            return
        logged = conversations.log(
            self._context, reading.settled(self._context, found, create=False)
        )
        self._note(person, logged.day, said.answered)

    def _write(
        self, person: int, kind: str, side: str, answered: bool | None, on: date, summary: str
    ) -> None:
        happened = Happened((str(person),), summary, kind, on.isoformat(), side, answered=answered)
        conversations.log(self._context, happened)
        self._note(person, on, answered)

    def _note(self, person: int, on: date, answered: bool | None = None) -> None:
        self.quarter.touched[person].append((on, answered))
        self.quarter.chosen.add(person)
        self._dealt_with.add(person)

    def _plan_call(self, mentor: int, on: date, number: int) -> None:
        """Agree on the mentor's monthly call; it is held, and said to be, a day or so late."""
        happened = Happened(
            (str(mentor),), "the monthly call", "call", on.isoformat(), planned=True
        )
        planned = conversations.log(self._context, happened)

        def hold() -> None:
            told = Happened((), "how to price a retainer", facts=("work: raises prices yearly",),
                            promises=("tell how it went by 3w",), talked="they")  # fmt: skip
            conversations.hold(self._context, planned.id, told)
            self._note(mentor, on)

        self._at(on + timedelta(number), hold)

    def _introduce(self, giver: int, taker: int) -> None:
        conversations.log(
            self._context, Happened((str(giver), str(taker)), "you two should meet", "intro")
        )
        self._note(giver, self._context.today)
        self._note(taker, self._context.today)
        follow_ups.promise(self._context, str(taker), "ask how the intro went", by="2w")

    def _attend(self, numbers: Sequence[int]) -> None:
        """Add people met at the event, on the day or after it, some with what was said."""
        for number in numbers:
            name = _NEW_NAMES[number]
            with _same_uids(f"{self._seed}/{name}"):
                added = contacts.add(
                    self._context,
                    Said(name=name, met_on=EVENT.isoformat(), met_at="CodeMotion",
                         tags=("codemotion",)),
                )  # fmt: skip
            self._names[added.id] = name
            self._met.append(added.id)
            self.quarter.chosen.add(added.id)
            if number % 2:
                self._write(added.id, "meeting", "both", None, EVENT, "by the coffee")
                due = (EVENT + timedelta(number % 5 + 1)).isoformat()
                follow_ups.promise(self._context, str(added.id), "send the slides", by=due)

    def _let_go(self) -> None:
        garden.rest(self._context, [str(person) for person in self._met[::3]])

    def _go_on_holiday(self) -> None:
        follow_ups.pause(self._context, HOLIDAY[1].isoformat(), HOLIDAY[0].isoformat())
