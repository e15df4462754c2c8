"""Guidance: questions for the next session, the loop of advice, and how each topic goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from crm.context import Context
from crm.domain.mentors import LEAST_LEVEL, MOST_LEVEL
from crm.errors import NotFound, WrongUsage
from crm.services import understand
from crm.services.changes import Change, change
from crm.services.contacts import one
from crm.services.conversations import KINDS, Happened, Logged, log_within
from crm.services.mentors import (
    MENTEE,
    MENTOR,
    MentorCard,
    agreement,
    card,
    topic_row,
)
from crm.store.reads import mentors as reads
from crm.store.reads.mentors import Guided

if TYPE_CHECKING:
    from crm.store.tables.contacts import Contact
    from crm.store.tables.mentors import Guidance, Mentorship


class Advised(NamedTuple):
    """What somebody typed about a piece of advice; None or empty where they said nothing."""

    advice: str
    problem: str = ""
    tried: str = ""
    topic: str = ""
    on: str | None = None
    kind: str | None = None
    question: int | None = None


class Looped(NamedTuple):
    """A loop of guidance after a change: with whom, and what was logged with it.

    `candidate` when somebody who was nothing of a mentor became a candidate by their advice.
    """

    guided: Guided
    contact_id: int
    name: str
    direction: str
    logged: Logged | None
    candidate: bool


def ask(
    context: Context, person: str, text: str, *, topic: str = "", mentee: bool = False
) -> MentorCard:
    """Keep a question for the next session with somebody."""
    from crm.store.tables.mentors import MentorQuestion

    with change(context, "mentor-ask") as made:
        contact, row = agreement(made, person, mentee=mentee)
        made.write.add(
            MentorQuestion(
                mentorship_id=row.id, text=understand.required(text, "question"),
                topic_id=topic_row(made, row.id, topic).id if topic else None,
                noted_on=made.today,
            )
        )  # fmt: skip
        made.about(contact.name)
        contact_id, mentee = contact.id, row.direction == MENTEE
    return card(context, str(contact_id), mentee=mentee)


def asked(context: Context, person: str, numbers: list[int], *, mentee: bool = False) -> MentorCard:
    """Note that questions were asked."""
    with change(context, "mentor-asked") as made:
        contact, row = agreement(made, person, mentee=mentee)
        for number in dict.fromkeys(numbers):
            _take_question(made, row, number, made.today)
        made.about(contact.name)
        contact_id, mentee = contact.id, row.direction == MENTEE
    return card(context, str(contact_id), mentee=mentee)


def _take_question(made: Change, row: Mentorship, number: int, day: date) -> str:
    """Note that a question was asked, and give its text."""
    from crm.store.tables.mentors import MentorQuestion

    question = made.write.get(MentorQuestion, number)
    if question is None or question.mentorship_id != row.id:
        raise NotFound("no-question", id=number)
    if question.asked_on is not None:
        raise WrongUsage("question-asked", id=number, on=question.asked_on)
    question.asked_on = day
    return question.text


def advice(context: Context, person: str, said: Advised, *, mentee: bool = False) -> Looped:
    """Note advice; logs a call unless something was logged with them that day.

    Who is no mentor yet becomes a candidate by their advice.
    """
    from crm.store.tables.mentors import Guidance

    with change(context, "mentor-advice") as made:
        day = understand.day_that_was(said.on, made.today)
        contact, row, candidate = _adviser(made, person, day, mentee=mentee)
        words = understand.required(said.advice, "advice")
        problem = understand.text(said.problem, "problem")
        if said.question is not None:
            question = _take_question(made, row, said.question, day)
            problem = problem or question
        kind = said.kind or (row.channel if row.channel in KINDS else "call")
        logged = _logged_once(context, made, contact.id, day, Happened((), words, kind, depth=1))
        guided = Guidance(
            mentorship_id=row.id, day=day, advice=words, problem=problem,
            tried=understand.text(said.tried, "tried"),
            topic_id=topic_row(made, row.id, said.topic).id if said.topic else None,
            interaction_id=reads.spoken_on(made.write.plain(), contact.id, day),
        )  # fmt: skip
        made.write.add(guided)
        made.about(contact.name)
        return _looped(made, contact, row, guided.id, logged, candidate=candidate)


def _adviser(
    made: Change, person: str, day: date, *, mentee: bool
) -> tuple[Contact, Mentorship, bool]:
    from crm.store.tables.mentors import Mentorship

    contact = one(made, person)
    try:
        return *agreement(made, str(contact.id), mentee=mentee), False
    except NotFound:
        if mentee:
            raise
    if contact.archived:
        raise WrongUsage("archived-person", name=contact.name, id=contact.id)
    row = Mentorship(
        uid=uuid4().hex, contact_id=contact.id, direction=MENTOR, state="candidate", starts_on=day
    )
    made.write.add(row)
    return contact, row, True


def _logged_once(
    context: Context, made: Change, contact_id: int, day: date, happened: Happened
) -> Logged | None:
    """Log what passed with a person unless something was logged with them that day."""
    if reads.spoken_on(made.write.plain(), contact_id, day) is not None:
        return None
    said = happened._replace(people=(str(contact_id),), on=day.isoformat())
    return log_within(context, made, said)


def _looped(
    made: Change, contact: Contact, row: Mentorship, guidance_id: int, logged: Logged | None,
    *, candidate: bool = False,
) -> Looped:  # fmt: skip
    loops = reads.guidance(made.write.plain(), row.id)
    guided = next(loop for loop in loops if loop.id == guidance_id)
    return Looped(guided, contact.id, contact.name, row.direction, logged, candidate)


def result(
    context: Context,
    guidance_id: int,
    text: str = "",
    *,
    did: str = "",
    reported: bool = False,
    on: str | None = None,
) -> Looped:
    """Note what came of a piece of advice, what was done about it, that its giver knows.

    That they know logs a message to them unless something was logged with them that day. What
    came of advice to a mentee is known from the mentee, so that its loop closes at once.
    """
    from crm.store.tables.contacts import Contact
    from crm.store.tables.mentors import Guidance, Mentorship

    with change(context, "mentor-result") as made:
        guided = made.write.get(Guidance, guidance_id)
        row = made.write.get(Mentorship, guided.mentorship_id) if guided else None
        contact = made.write.get(Contact, row.contact_id) if row else None
        if guided is None or row is None or contact is None:
            raise NotFound("no-guidance", id=guidance_id)
        day = understand.day_that_was(on, made.today)
        if day < guided.day:
            raise WrongUsage("result-before-advice", day=day, advice_on=guided.day)
        _write_result(guided, text, did, day, reported=reported)
        logged = None
        if reported and row.direction == MENTOR:
            words = Happened((), guided.result, "message", side="me", begun_by="me", depth=1)
            logged = _logged_once(context, made, contact.id, day, words)
        if (reported or row.direction == MENTEE) and guided.result:
            guided.reported_on = guided.reported_on or day
        made.about(contact.name)
        return _looped(made, contact, row, guidance_id, logged)


def _write_result(guided: Guidance, text: str, did: str, day: date, *, reported: bool) -> None:
    came, done = understand.text(text, "result"), understand.text(did, "did")
    if not (came or done or reported):
        raise WrongUsage("say-result", id=guided.id)
    if done:
        guided.did = done
    if came:
        guided.result, guided.result_on = came, day
    elif reported and not guided.result:
        raise WrongUsage("no-result-yet", id=guided.id)
    elif reported and guided.reported_on is not None:
        raise WrongUsage("reported-already", id=guided.id, on=guided.reported_on)


def level(
    context: Context,
    person: str,
    topic: str,
    reached: int,
    *,
    note: str = "",
    on: str | None = None,
    mentee: bool = False,
) -> MentorCard:
    """Note how a case of a topic went, from 0 (shown) to 4 (alone)."""
    from crm.store.tables.mentors import MentorCase

    understand.between(reached, LEAST_LEVEL, MOST_LEVEL, "level")
    with change(context, "mentor-level") as made:
        contact, row = agreement(made, person, mentee=mentee)
        made.write.add(
            MentorCase(
                topic_id=topic_row(made, row.id, topic).id,
                day=understand.day_that_was(on, made.today),
                level=reached, note=understand.text(note, "note"),
            )
        )  # fmt: skip
        made.about(contact.name)
        contact_id, mentee = contact.id, row.direction == MENTEE
    return card(context, str(contact_id), mentee=mentee)
