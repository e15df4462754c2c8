"""The affairs of a simulated quarter: an event, a mentor, two introductions, giving and asking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from crm.domain.introductions import Move, State
from crm.services import (
    conversations,
    event_close,
    event_meet,
    events,
    giving,
    guidance,
    introductions,
    mentors,
)
from crm.services.agenda import Line
from crm.services.conversations import Happened
from crm.services.event_meet import Met, Noted
from crm.services.events import EventSaid
from crm.services.giving import GivingSaid
from crm.services.guidance import Advised
from crm.services.mentors import Agreed
from tests.service.quarter_diary import Diary, same_uids

EVENT = date(2025, 7, 17)  # a Thursday
CLOSED = EVENT + timedelta(15)
ON_THE_DAY, GONE_OF = 8, 3
"""How many are noted on the day they are met; one of how many met is let go."""
CALLS = date(2025, 7, 9), date(2025, 8, 20), date(2025, 9, 17)
TOLD_LATE = date(2025, 8, 21)
_RESULTS = (
    # When it is known what came of advice, the words, and whether the mentor is told at once.
    (date(2025, 7, 28), "half paid", False),
    (date(2025, 9, 3), "the second client said yes", True),
)
_LINES = (
    # What is typed of somebody met, {name} filled in; the promises meant, the roles, the facts.
    ("{name}, sound engineer: looks for clients, promised to send the slides by friday",
     1, ("audio-engineer",), 1),
    ("{name}, redactor: busca clientes. Le enviaré las fotos el viernes",
     1, ("content-writer",), 1),
    ("{name}, illustrator: I'll send the portfolio by next tuesday", 1, ("illustrator",), 0),
    ("{name}, diseñador: prometí enviarle el portfolio el lunes", 1, ("graphic-designer",), 0),
    ("{name} (Cinco Mares): plays the viola", 0, (), 1),
    ("{name}", 0, (), 0),
)  # fmt: skip
_NEW_NAMES = (
    "Alba Ferrandis", "Bruno Talens", "Carla Senent", "Diego Boluda", "Elena Gisbert",
    "Fadi Mansour", "Greta Sandvik", "Hugo Llopis", "Irene Cardona", "Jonas Eklund",
    "Kira Baumann",
)  # fmt: skip


class Affairs:
    """What goes on beside the day's list, and what its lines ask of it."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._event = 0
        self._to_tell_late: int | None = None

    def begin(self, chosen: Sequence[int], known: int) -> None:
        """Plan all of them with some of the `chosen`; `known` is somebody of the address book."""
        at, mentor = self._diary.at, chosen[0]
        at(date(2025, 7, 1), self._agree, mentor)
        for number, on in enumerate(CALLS):
            at(on - timedelta(7), self._plan_call, mentor, on, number)
        at(date(2025, 7, 3), self._add_event, known)
        at(EVENT, self._attend, [*_NEW_NAMES[: ON_THE_DAY - 1], known])
        at(EVENT + timedelta(4), self._attend, _NEW_NAMES[ON_THE_DAY - 1 :])
        at(CLOSED, self._close)
        at(date(2025, 7, 7), self._propose, chosen[11], chosen[12], (9, 3, 5))
        at(date(2025, 9, 1), self._propose, chosen[44], chosen[52], ())
        at(date(2025, 7, 14), self._give, chosen[24], "lent the recorder")
        at(date(2025, 9, 8), self._give, chosen[33], "read the draft")
        at(date(2025, 7, 22), self._be_referred, chosen[9])
        at(date(2025, 7, 10), self._ask, chosen[47], "feedback on the portfolio")
        at(date(2025, 9, 22), self._ask, chosen[14], "a word with the editor")

    def answer(self, line: Line, person: int) -> None:
        """Do what a line asks for, somebody having been written to."""
        for reason in line.reasons:
            if reason.code == "report":
                self._tell(person)
            elif reason.code == "intro-make":
                self._make_those_agreed(person)

    def _agree(self, mentor: int) -> None:
        agreed = Agreed("pricing", "1m", 45, "call", topics=("pricing",))
        mentors.add(self._diary.context, str(mentor), agreed)
        self._diary.choose(mentor)

    def _plan_call(self, mentor: int, on: date, number: int) -> None:
        """Agree on the mentor's monthly call, and keep a question; it is held a day or so late."""
        context = self._diary.context
        happened = Happened(
            (str(mentor),), "the monthly call", "call", on.isoformat(), planned=True
        )
        planned = conversations.log(context, happened)
        asked = guidance.ask(context, str(mentor), "how to raise a price", topic="pricing")
        question = asked.open_questions[-1].id

        def hold() -> None:
            told = Happened((), "how to price a retainer", facts=("work: raises prices yearly",),
                            promises=("tell how it went by 3w",), talked="they")  # fmt: skip
            conversations.hold(self._diary.context, planned.id, told)
            self._diary.note(mentor, on)
            said = Advised("ask for half of it first", topic="pricing", on=on.isoformat(),
                           question=question)  # fmt: skip
            looped = guidance.advice(self._diary.context, str(mentor), said)
            assert looped.logged is None, "the call was logged a second time"
            if number < len(_RESULTS):
                on_day, text, at_once = _RESULTS[number]
                self._diary.at(on_day, self._hear_result, looped.guided.id, text, at_once)
            if number == 0:
                self._to_tell_late = looped.guided.id
                self._diary.at(TOLD_LATE, self._tell_the_late_one, mentor)
            guidance.level(self._diary.context, str(mentor), "pricing", number + 1)

        self._diary.at(on + timedelta(number), hold)

    def _hear_result(self, guidance_id: int, text: str, told: bool) -> None:
        looped = guidance.result(self._diary.context, guidance_id, text, reported=told)
        if looped.logged is not None:
            self._diary.note(looped.contact_id, looped.logged.day)

    def _tell(self, mentor: int) -> None:
        """Tell a mentor what came of their advice, but for the one that is told late."""
        for guided in mentors.card(self._diary.context, str(mentor)).guidance:
            waits = guided.result_on is not None and guided.reported_on is None
            if waits and guided.id != self._to_tell_late:
                guidance.result(self._diary.context, guided.id, reported=True)

    def _tell_the_late_one(self, mentor: int) -> None:
        self._to_tell_late = None
        self._tell(mentor)
        self._diary.note(mentor, self._diary.today)

    def _add_event(self, known: int) -> None:
        """Add the event with two people to be met: somebody known, and somebody not known yet."""
        said = EventSaid(
            "CodeMotion", on=EVENT.isoformat(), aims=("meet three producers",),
            people=(str(known), _NEW_NAMES[0]),
        )  # fmt: skip
        with same_uids(f"{self._diary.seed}/event"):
            card = events.add(self._diary.context, said)
        self._event = card.event.id

    def _attend(self, people: Sequence[str | int]) -> None:
        """Note people met at the event, on its day or after it; half of them by typing a line."""
        for number, who in enumerate(people, len(self._diary.quarter.met)):
            with same_uids(f"{self._diary.seed}/{who}"):
                met = self._by_flags(who, number) if number % 2 else self._by_line(who, number)
            self._diary.names[met.person.id] = met.person.name
            self._diary.quarter.met.append(met.person.id)
            self._diary.note(met.person.id, met.logged.day)

    def _by_line(self, who: str | int, number: int) -> Met:
        context, quarter = self._diary.context, self._diary.quarter
        line, promises, roles, facts = _LINES[number // 2]
        typed = line.format(name=who)
        noted = event_meet.read(context, typed)
        quarter.in_words += 1
        read = noted.name, len(noted.agreed), noted.roles, len(noted.facts)
        if read != (str(who), promises, roles, facts):
            quarter.misread.append(typed)
        return event_meet.meet(context, self._event, noted)

    def _by_flags(self, who: str | int, number: int) -> Met:
        days = self._diary.draw("slides", who).randint(1, 5)
        promises = (f"send the slides by {days}d",) if number % 4 == 1 else ()
        noted = Noted(str(who), promises=promises, words="by the coffee", tags=("codemotion",))
        return event_meet.meet(self._diary.context, self._event, noted)

    def _close(self) -> None:
        """Close the event; some of those met go back to the address book."""
        quarter, names = self._diary.quarter, self._diary.names
        gone = quarter.met[::GONE_OF]
        keep = [names[person] for person in quarter.met if person not in gone]
        event_close.close(self._diary.context, "codemotion", keep=keep, reached={1: 2})
        quarter.let_go.update(dict.fromkeys(gone, self._diary.today))

    def _propose(self, giver: int, taker: int, answers: tuple[int, ...]) -> None:
        """Propose an introduction and ask the first; `answers` are the days each answer takes.

        After two yeses and so many days more it is made, if no line of the list had it made before.
        Without answers it runs out.
        """
        proposed = introductions.propose(
            self._diary.context, str(giver), str(taker), "both build podcasts", first=str(giver)
        )
        number = proposed.card.introduction.id
        self._ask_for(number, giver)
        if not answers:
            return
        first, second, made = answers
        agreed = self._diary.today + timedelta(first)
        self._diary.at(agreed, self._accept, number, giver)
        self._diary.at(agreed, self._ask_for, number, taker)
        agreed += timedelta(second)
        self._diary.at(agreed, self._accept, number, taker)
        self._diary.at(agreed + timedelta(made), self._make, number)

    def _ask_for(self, number: int, person: int) -> None:
        introductions.move(self._diary.context, number, Move.ASKED)
        self._diary.write(person, "message", "me", None, self._diary.today, "asked for an intro")

    def _accept(self, number: int, person: int) -> None:
        introductions.move(self._diary.context, number, Move.ACCEPT, by=str(person))
        self._diary.write(person, "message", "them", None, self._diary.today, "yes to the intro")

    def _make_those_agreed(self, person: int) -> None:
        for card in introductions.cards(self._diary.context):
            if person in (card.introduction.a_id, card.introduction.b_id):
                self._make(card.introduction.id)

    def _make(self, number: int) -> None:
        """Introduce two people who said yes, once; they meet five weeks later."""
        card = introductions.card(self._diary.context, number)
        if card.state != State.AGREED:
            return
        introductions.move(self._diary.context, number, Move.MADE)
        for person in (card.introduction.a_id, card.introduction.b_id):
            self._diary.note(person, self._diary.today)
        met = self._diary.today + timedelta(35)
        self._diary.at(met, self._move_on, number, Move.MET, "")
        self._diary.at(met + timedelta(14), self._move_on, number, Move.OUTCOME, "a pilot episode")

    def _move_on(self, number: int, step: Move, words: str) -> None:
        introductions.move(self._diary.context, number, step, words=words)

    def _give(self, person: int, text: str) -> None:
        giving.gave(self._diary.context, GivingSaid(str(person), text))
        self._diary.note(person, self._diary.today)

    def _be_referred(self, person: int) -> None:
        """Get a referral, say thank you the day after, and tell what came of it in September."""
        said = GivingSaid(str(person), "a studio", "referral", client="Estudio Norte", value=1_200)
        line = giving.got(self._diary.context, said).line
        self._diary.note(person, self._diary.today)
        thanks = self._diary.today + timedelta(1)
        self._diary.at(thanks, lambda: giving.thanked(self._diary.context, line.id))
        self._diary.at(date(2025, 9, 4), lambda: giving.outcome(
            self._diary.context, line.id, "signed", status="won", reported=True))  # fmt: skip

    def _ask(self, person: int, text: str) -> None:
        line = giving.asked(self._diary.context, str(person), text).line
        self._diary.note(person, self._diary.today)
        answered = self._diary.today + timedelta(5)
        self._diary.at(answered, lambda: giving.came(self._diary.context, line.id, "they did"))
        self._diary.at(answered, self._diary.write, person, "message", "them", None, answered, text)
