"""A quarter with a network of two thousand, lived through the services by one ordinary person."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from crm.context import Context
from crm.services import agenda, conversations, follow_ups, garden, goals, people, reading
from crm.services.agenda import Line
from crm.services.conversations import Happened
from crm.services.goals import GoalSaid
from crm.services.history import history
from crm.services.transfer import import_file
from crm.settings import Settings
from crm.store.connection import Store
from tests.service.quarter_affairs import Affairs
from tests.service.quarter_diary import (
    DAYS,
    FIRST,
    HOLIDAY,
    Day,
    Diary,
    Quarter,
    is_holiday,
    same_uids,
)
from tests.service.quarter_files import FILES, LINKEDIN, linkedin_csv, phone_csv
from tests.service.state import state

CADENCES = {"1m": (10, 30), "3m": (30, 90), "6m": (20, 180)}
"""How many are planted at each cadence, and its days."""
DATED_REASONS = frozenset({"promise", "birthday", "date"})
EVES = date(2025, 7, 11), date(2025, 8, 5)
"""A Friday and a day of the holiday, when something is promised for the day after."""
EVENINGS = 14

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


def live(folder: Path, seed: int = 1) -> Quarter:
    """Live a quarter in a new network in a folder; another seed gives another one."""
    path = folder / "quarter.db"
    settings = Settings(path, False, "en", FIRST, folder / "config.toml", folder / "cache")
    life = _Life(Context(settings, Store(path, chosen=False), FIRST), folder, seed)
    life.begin()
    for number in range(DAYS):
        life.spend(FIRST + timedelta(number))
    return life.quarter


class _Life(Diary):
    """One person's doings: what they plan, do, put off, forget, and log late or in words."""

    def __init__(self, context: Context, folder: Path, seed: int) -> None:
        super().__init__(context, seed)
        self._folder = folder
        self._affairs = Affairs(self)

    def begin(self) -> None:
        """Import, plant, say when one last spoke with some, set goals, and plan the quarter."""
        self._import()
        chosen = self._plant()
        for number, person in enumerate(chosen):
            if number % 3:  # a third was never logged
                days = self.draw("before", person).randint(5, 300)
                self._log(person, ("call", "both", None), FIRST - timedelta(days), words=False)
        self._set_goals(chosen)
        known = next(p for p in sorted(self.names)[7:LINKEDIN:90] if p not in self.quarter.chosen)
        self._affairs.begin(chosen, known)
        self.at(HOLIDAY[0] - timedelta(3), self._go_on_holiday)
        for evening, person in zip(EVES, chosen[50:], strict=False):
            self.at(evening, self._promise_for_tomorrow, person)

    def _import(self) -> None:
        files = {FILES[0]: linkedin_csv(self.seed), FILES[1]: phone_csv(self.seed)}
        for name, text in files.items():
            (self._folder / name).write_text(text, encoding="utf-8")
            with same_uids(f"{self.seed}/{name}"):
                self.quarter.imports.append(import_file(self.context, str(self._folder / name)))
        everybody = people.window(self.context, people.Search(), None, -1)
        self.names = {person.id: person.name for person in everybody}
        self.quarter.people = len(everybody)

    def _plant(self) -> list[int]:
        """Plant sixty, from the telephone rather than from LinkedIn; give them, monthly first."""
        ids = sorted(self.names)
        random = self.draw("plant")
        chosen = random.sample(ids[:LINKEDIN], 25) + random.sample(ids[LINKEDIN:], 35)
        random.shuffle(chosen)
        every = [c for c, (count, _) in CADENCES.items() for _ in range(count)]
        garden.plant(self.context, [(str(p), c) for p, c in zip(chosen, every, strict=True)])
        self.quarter.planted.update({p: CADENCES[c][1] for p, c in zip(chosen, every, strict=True)})
        self.choose(*chosen)
        return chosen

    def _set_goals(self, chosen: list[int]) -> None:
        strangers = [p for p in sorted(self.names)[5:LINKEDIN:450] if p not in chosen]
        for title, rank, linked, role in (
            ("Three retainers", "primary", [*chosen[8:14], *strangers[:2]], "brand strategist"),
            ("A podcast", "secondary", [*chosen[20:23], *strangers[2:]], "sound engineer"),
            ("Better Portuguese", "tertiary", chosen[40:42], "translator"),
        ):
            said = GoalSaid(title, rank, "worth it", "steps", 3, by="4m", wants=(role,),
                            people=tuple(map(str, linked)))  # fmt: skip
            goals.add(self.context, said)
            self.choose(*linked)
        goals.next_action(self.context, "podcast", "buy a microphone", by="8d", person=None)
        goals.next_action(
            self.context, "retainers", "send the offer", by="3d", person=str(chosen[9])
        )

    def spend(self, today: date) -> None:
        """Look at the day's list, do some of it, log; and do what had been meant for today."""
        self.turn_to(today)
        day = agenda.shown(self.context, agenda.day_list(self.context))
        self.do_what_was_meant()
        if self.draw("idle", today).random() >= _IDLE:
            for line in day.lines:
                self._deal_with(line)
        if self.draw("nudged", today).random() < _NUDGED:
            person = self.draw("who", today).choice(sorted(self.quarter.planted))
            self.write(person, "message", "them", None, today, "they wrote")
        self.quarter.days.append(Day(today, day, frozenset(self.dealt_with)))
        if today >= FIRST + timedelta(DAYS - EVENINGS):
            changes = len(history(self.context, -1))
            self.quarter.evenings[changes] = state(self.context)

    def _deal_with(self, line: Line) -> None:
        today, person = self.context.today, line.contact_id
        if person is None:
            if self.draw("alone", today).random() < 0.5:
                self._take_next_step()
            return
        off = is_holiday(today) or today.weekday() >= 5
        deed = self.pick(_DEEDS, "deed", today, person)
        if person in self.dealt_with or (off and self.draw("off", today, person).random() < 0.6):
            return
        if deed in ("log", "late"):
            saying = self.pick(dict(zip(_SAYINGS, _HOW_OFTEN, strict=True)), "how", today, person)
            if deed == "late":
                after = timedelta(self.draw("late", today, person).randint(1, 4))
                self.at(today + after, self._log, person, saying, today)
            else:
                self._log(person, saying, today)
                self._keep_promises(line, person)
                self._affairs.answer(line, person)
        elif deed == "snooze" and not any(r.code in DATED_REASONS for r in line.reasons):
            until = f"{self.draw('until', today, person).randint(2, 9)}d"
            follow_ups.snooze(self.context, str(person), until)
            self.dealt_with.add(person)

    def _keep_promises(self, line: Line, person: int) -> None:
        """Keep what was promised; one in five times without saying so."""
        today = self.context.today
        for promise in follow_ups.promises(self.context, str(person)):
            due = promise.mine and promise.due_on and promise.due_on <= today + timedelta(2)
            if due and self.draw("kept", today, promise.id).random() < 0.8:
                follow_ups.keep(self.context, promise.id)
        for reason in line.reasons:
            if reason.code == "action":
                title = str(reason.params["goal"])
                goals.next_action(self.context, title, "ring again", by="20d", person=str(person))

    def _take_next_step(self) -> None:
        goals.progress(self.context, "podcast", "+1", "done")
        goals.next_action(self.context, "podcast", "the next step", by="12d", person=None)

    def _log(
        self,
        person: int,
        saying: tuple[str, str, bool | None],
        on: date,
        words: bool = True,
    ) -> None:
        """Log a contact, in words or by flags; some answer some days later."""
        kind, side, answered = saying
        today = self.context.today
        random = self.draw("log", on, person)
        if words and random.random() < 0.6:
            text = random.choice(_SAYINGS[saying])
            spanish = text != _SAYINGS[saying][0]
            ago = _DAY_WORDS[(today - on).days][spanish]
            self._log_in_words(person, saying, on, text.format(name=self.names[person], day=ago))
        else:
            self.write(person, kind, side, answered, on, "by flags")
        if words and kind == "message" and answered is None and random.random() < 0.4:
            back = today + timedelta(random.randint(1, 3))
            self.at(back, self.write, person, "message", "them", None, back, "they replied")

    def _log_in_words(
        self, person: int, saying: tuple[str, str, bool | None], on: date, text: str
    ) -> None:
        """Log a sentence, and note when it was read as something else than was meant."""
        self.quarter.in_words += 1
        found = reading.read(self.context, text, Happened(()))
        said = found.happened
        met = [meant.person.id if meant.person else None for meant in found.people]
        if (met, (said.kind, said.side, said.answered), found.day) != ([person], saying, on):
            # A name that several people have is asked about, not read.
            self.quarter.misread += [] if found.unclear else [text]
            self.write(person, *saying, on, text)
            return
        logged = conversations.log(self.context, reading.settled(self.context, found, create=False))
        self.note(person, logged.day, said.answered)

    def _promise_for_tomorrow(self, person: int) -> None:
        follow_ups.promise(self.context, str(person), "send the photos", by="1d")

    def _go_on_holiday(self) -> None:
        follow_ups.pause(self.context, HOLIDAY[1].isoformat(), HOLIDAY[0].isoformat())
