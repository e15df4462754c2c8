"""Mentorships of either direction: agreed on, changed, ended, and shown with all that is open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from crm.context import Context
from crm.domain import mentors as rules
from crm.domain.cadence import parse_cadence
from crm.domain.mentors import Loop, Nudge, Phase, TopicState
from crm.domain.text import fold
from crm.errors import NotFound, WrongUsage
from crm.services import understand
from crm.services.changes import Change, change
from crm.services.contacts import one
from crm.services.conversations import KINDS, LONGEST_MINUTES
from crm.services.who import who
from crm.store.reads import contacts as contact_reads
from crm.store.reads import mentors as reads
from crm.store.reads import profile as profile_reads
from crm.store.reads.mentors import Case, Guided, Mentorship, Question

if TYPE_CHECKING:
    from sqlite3 import Connection

    from crm.store.tables.contacts import Contact
    from crm.store.tables.mentors import Mentorship as Row

PHASES = tuple(str(phase) for phase in Phase)
MENTOR, MENTEE = "mentor", "mentee"
_MYSELF = frozenset({"me", "myself", "yo", "mi", "yo mismo", "yo misma"})


class Agreed(NamedTuple):
    """What somebody typed about an agreement; None where they said nothing."""

    purpose: str | None = None
    every: str | None = None
    minutes: int | None = None
    over: str | None = None
    starts: str | None = None
    until: str | None = None
    topics: tuple[str, ...] = ()


class TopicCard(NamedTuple):
    """A topic with its level, its independence over the last cases, and what they say of it."""

    id: int
    name: str
    cases: list[Case]
    level: int | None
    independence: float | None
    wheels_off: bool


class MentorCard(NamedTuple):
    """A mentorship with its topics, questions and guidance, and what it suggests."""

    mentorship: Mentorship
    topics: list[TopicCard]
    questions: list[Question]
    guidance: list[Guided]
    independence: float | None
    nudges: list[Nudge]

    @property
    def open_questions(self) -> list[Question]:
        """The questions for the next session."""
        return [question for question in self.questions if question.asked_on is None]


class Begun(NamedTuple):
    """A mentorship that was added or changed, and what followed for the person.

    `planted` when they joined the garden by it; `cadence_set` when the agreed rhythm is now their
    cadence, `cadence_kept` when they keep another one of their own.
    """

    card: MentorCard
    planted: bool
    cadence_set: bool
    cadence_kept: str


def add(
    context: Context, person: str, agreed: Agreed, *, mentee: bool = False, candidate: bool = False
) -> Begun:
    """Add somebody as a mentor, or as a `mentee`; a candidate becomes one by it.

    Who is active joins the garden, with the agreed rhythm as their cadence unless they have one.
    """
    from crm.store.tables.mentors import Mentorship as Row

    with change(context, "mentor-add") as made:
        contact = _other(made, person)
        starts = understand.past_day(agreed.starts, made.today) if agreed.starts else made.today
        before = reads.of_contact(made.write.plain(), contact.id)
        same = [known for known in before if known.direction == (MENTEE if mentee else MENTOR)]
        row = _as_candidate(made, same)
        if row is not None and candidate:
            raise WrongUsage("candidate-already", name=contact.name, id=contact.id)
        if row is None:
            row = Row(
                uid=uuid4().hex, contact_id=contact.id, starts_on=starts,
                direction=MENTEE if mentee else MENTOR,
            )  # fmt: skip
        row.state, row.starts_on = ("candidate" if candidate else "active"), starts
        _agree(made, row, agreed)
        _refuse_overlap(contact, row, same)
        made.write.add(row)
        for name in understand.texts(agreed.topics, "topic"):
            topic_row(made, row.id, name)
        planted, is_set = (False, False) if candidate else _tend(made, contact, row)
        made.about(contact.name)
        mentorship_id, kept = row.id, contact.cadence
    kept = "" if is_set or candidate else kept
    return Begun(_card_of(context, mentorship_id), planted, is_set, kept)


def _other(made: Change, person: str) -> Contact:
    """Give the row of somebody who can be a mentor: not the user, not archived."""
    connection = made.write.plain()
    name, said = fold(profile_reads.profile(connection)[0]), fold(person)
    # Before looking for parts of names: "me" is one of Carmen.
    if said in {*_MYSELF, name} and not contact_reads.by_exact_name(connection, said, 1):
        raise WrongUsage("mentor-of-oneself")
    contact = one(made, person)
    if name and contact.name_folded == name:
        raise WrongUsage("mentor-of-namesake", name=contact.name, id=contact.id)
    if contact.archived:
        raise WrongUsage("archived-person", name=contact.name, id=contact.id)
    return contact


def _as_candidate(made: Change, same: list[Mentorship]) -> Row | None:
    """Give the row of the one who is a candidate so far."""
    from crm.store.tables.mentors import Mentorship as Row

    ids = (known.id for known in same if known.state == "candidate")
    return next((made.write.get(Row, mentorship_id) for mentorship_id in ids), None)


def _agree(made: Change, row: Row, agreed: Agreed) -> None:
    """Write what was said of an agreement; an empty text takes back what stood there."""
    if agreed.purpose is not None:
        row.purpose = understand.text(agreed.purpose, "for")
    if agreed.every is not None:
        cadence = understand.cadence(agreed.every)
        row.rhythm = str(cadence) if cadence else ""
    if agreed.minutes is not None:
        row.session_minutes = understand.between(agreed.minutes, 1, LONGEST_MINUTES, "length")
    if agreed.over is not None:
        over = understand.text(agreed.over, "over")
        row.channel = over.lower() if over.lower() in KINDS else over
    if agreed.until is not None:
        until = understand.coming_day(agreed.until, made.today) if agreed.until else None
        if until is not None and until < made.today:
            raise WrongUsage("not-to-come", day=until)
        row.until_on = until
    if row.until_on is not None and row.until_on < row.starts_on:
        raise WrongUsage("ends-before-start", start=row.starts_on, end=row.until_on)


def minutes(said: str) -> int | None:
    """Read how many minutes a session takes; None for an empty text."""
    if not said.strip():
        return None
    try:
        return int(said)
    except ValueError as error:
        raise WrongUsage("bad-measure", field="length", value=said) from error


def _refuse_overlap(contact: Contact, row: Row, same: list[Mentorship]) -> None:
    for known in same:
        if known.id == row.id or known.state == "candidate":
            continue
        if known.ended_on and known.ended_on <= known.starts_on:
            continue  # ended on the day it began, or before
        until = known.ended_on - timedelta(1) if known.ended_on else known.until_on
        if rules.overlap(row.starts_on, row.until_on, known.starts_on, until):
            code = "mentorship-overlaps" if until is None else "mentorship-overlaps-until"
            raise WrongUsage(
                code, name=contact.name, id=contact.id, start=known.starts_on, end=until
            )


def _tend(made: Change, contact: Contact, row: Row, before: str = "") -> tuple[bool, bool]:
    """Plant somebody, with the agreed rhythm unless they have one of their own.

    Gives whether they joined the garden, and whether the rhythm is now theirs. `before` is the
    rhythm agreed until now, which is nobody's own.
    """
    planted = contact.garden_since is None
    if planted:
        contact.garden_since = made.today
    is_set = bool(row.rhythm) and contact.cadence in {"", before, row.rhythm}
    if is_set:
        contact.cadence = row.rhythm
    made.rhythm_of.add(contact.id)
    return planted, is_set


def edit(context: Context, person: str, agreed: Agreed, *, mentee: bool = False) -> Begun:
    """Change what was agreed on; a cadence that came from the agreement follows it."""
    with change(context, "mentor-edit") as made:
        contact, row = agreement(made, person, mentee=mentee)
        before = row.rhythm
        if agreed.starts is not None:
            row.starts_on = understand.past_day(agreed.starts, made.today)
        _agree(made, row, agreed)
        known = reads.of_contact(made.write.plain(), contact.id)
        same = [other for other in known if other.direction == row.direction]
        _refuse_overlap(contact, row, same)
        for name in understand.texts(agreed.topics, "topic"):
            topic_row(made, row.id, name)
        planted = is_set = False
        if row.state == "active" and row.rhythm != before:
            planted, is_set = _tend(made, contact, row, before)
        made.about(contact.name)
        mentorship_id, kept = row.id, contact.cadence
        kept = kept if row.rhythm != before and row.rhythm and not is_set else ""
    return Begun(_card_of(context, mentorship_id), planted, is_set, kept)


def agreement(made: Change, person: str, *, mentee: bool = False) -> tuple[Contact, Row]:
    """Give somebody and their mentorship that has not ended, both to be changed in place."""
    from crm.store.tables.mentors import Mentorship as Row

    contact = one(made, person)
    known = current(made.write.plain(), contact.id, made.today, mentee=mentee)
    row = made.write.get(Row, known.id) if known and known.state != "ended" else None
    if row is None:
        code = "no-mentee" if mentee else "no-mentorship"
        raise NotFound(code, name=contact.name, id=contact.id)
    return contact, row


def current(
    connection: Connection, contact_id: int, today: date, *, mentee: bool = False
) -> Mentorship | None:
    """Give the mentorship that is meant with a person: theirs over me first, those ended last."""
    found = [
        known
        for known in reads.of_contact(connection, contact_id)
        if known.direction == MENTEE or not mentee
    ]
    begun = [known for known in found if known.starts_on <= today and known.state != "ended"]
    return next(iter(begun or found), None)


def topic_row(made: Change, mentorship_id: int, said: str) -> Any:
    """Give the row of a topic of a mentorship, made when there is none of that name."""
    from crm.store.tables.mentors import MentorTopic

    name = understand.required(said, "topic")
    found = made.write.where(MentorTopic, mentorship_id=mentorship_id, key=fold(name))
    if found:
        return found[0]
    row = MentorTopic(mentorship_id=mentorship_id, name=name, key=fold(name))
    made.write.add(row)
    return row


def move(context: Context, person: str, phase: str, *, mentee: bool = False) -> MentorCard:
    """Move a mentorship to a phase, on or back."""
    with change(context, "mentor-phase") as made:
        contact, row = agreement(made, person, mentee=mentee)
        row.phase = understand.one_of(phase, PHASES, "phase")
        made.about(contact.name)
        mentorship_id = row.id
    return _card_of(context, mentorship_id)


def end(
    context: Context, person: str, *, on: str | None = None, mentee: bool = False
) -> MentorCard:
    """End a mentorship; the person stays in the garden, and all that was noted stays too."""
    with change(context, "mentor-end") as made:
        contact, row = agreement(made, person, mentee=mentee)
        day = understand.day_that_was(on, made.today)
        if on and day < row.starts_on:
            raise WrongUsage("ends-before-start", start=row.starts_on, end=day)
        row.state, row.ended_on = "ended", day
        made.about(contact.name)
        mentorship_id = row.id
    return _card_of(context, mentorship_id)


def cards(context: Context, *, ended: bool = False) -> list[MentorCard]:
    """Give all mentorships, active ones first, on request those that ended too."""
    with context.store.reading() as connection:
        found = reads.mentorships(connection, ended=ended)
        return [_card(connection, known, context.today) for known in found]


def card(context: Context, person: str, *, mentee: bool = False) -> MentorCard:
    """Give the mentorship with a person, the last one where it has ended."""
    with context.store.reading() as connection:
        named = who(connection, person, context.today)
        known = current(connection, named.id, context.today, mentee=mentee)
        if known is None:
            code = "no-mentee" if mentee else "no-mentorship"
            raise NotFound(code, name=named.name, id=named.id)
        return _card(connection, known, context.today)


def _card_of(context: Context, mentorship_id: int) -> MentorCard:
    with context.store.reading() as connection:
        found = reads.mentorships(connection, ended=True)
        known = next(known for known in found if known.id == mentorship_id)
        return _card(connection, known, context.today)


def _card(connection: Connection, known: Mentorship, today: date) -> MentorCard:
    topics, means = [], []
    for topic in reads.topics(connection, known.id):
        levels = [case.level for case in topic.cases]
        last = rules.last_cases(levels)
        if last:
            means.append(sum(last) / len(last))
        topics.append(
            TopicCard(
                *topic, levels[-1] if levels else None, rules.independence(last),
                rules.is_wheels_off(levels),
            )
        )  # fmt: skip
    guidance = reads.guidance(connection, known.id)
    suggested = [] if known.state == "ended" else _nudges(known, topics, guidance, today)
    return MentorCard(
        known, topics, reads.questions(connection, known.id), guidance,
        rules.independence(means), suggested,
    )  # fmt: skip


def _nudges(
    known: Mentorship, topics: list[TopicCard], guidance: list[Guided], today: date
) -> list[Nudge]:
    return rules.nudges(
        phase=known.phase,
        rhythm=parse_cadence(known.rhythm) if known.rhythm else None,
        until_on=known.until_on,
        topics=[
            TopicState(t.name, [k.level for k in t.cases], t.cases[-1].day if t.cases else None)
            for t in topics
        ],
        loops=[
            Loop(g.id, g.day, g.result_on is not None, g.reported_on is not None) for g in guidance
        ],
        as_of=today,
    )
