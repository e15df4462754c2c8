"""Introductions: proposed, asked for, agreed by both, made, met, and what came of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from crm.context import Context
from crm.domain import introductions as rules
from crm.domain.introductions import First, Move, Side, State, Steps
from crm.domain.invalid import Invalid
from crm.errors import NotFound, WrongUsage
from crm.services import understand
from crm.services.changes import Change, change
from crm.services.contact_details import acquaint
from crm.services.contacts import one
from crm.services.conversations import Happened, Logged, log_within
from crm.services.who import who
from crm.store.reads import introductions as reads
from crm.store.reads.introductions import Introduction

if TYPE_CHECKING:
    from sqlite3 import Connection

    from crm.store.tables.contacts import Contact
    from crm.store.tables.matching import Introduction as Row

_MOVES = {
    Move.ASKED: "intro-asked",
    Move.ACCEPT: "intro-accept",
    Move.DECLINE: "intro-decline",
    Move.MADE: "intro-made",
    Move.MET: "intro-met",
    Move.OUTCOME: "intro-outcome",
}

_ENDINGS = (Move.DECLINE, Move.OUTCOME)


class Card(NamedTuple):
    """An introduction as it stands today: whose answer is missing, and what may follow.

    `draft` is the kind of what there is to write now, None for nothing. With somebody who is
    archived there is nothing to write, and only an end may follow. `may_decline` are those whose
    no would end it, the user among them.
    """

    introduction: Introduction
    state: State
    turn: Side | None
    moves: list[Move]
    draft: str | None
    may_decline: tuple[Side, ...]


class Proposed(NamedTuple):
    """A new introduction, why this one is asked first, and whether they know each other."""

    card: Card
    first: First
    acquainted: bool


def propose(
    context: Context, person: str, other: str, why: str = "", *, first: str | None = None
) -> Proposed:
    """Note the idea of introducing two people; the busier one is asked first, or the `first`."""
    from crm.store.tables.matching import Introduction as Row

    words = understand.text(why, "why")
    with change(context, "intro-propose") as made:
        pair = one(made, person), one(made, other)
        _check(made, *pair)
        asked = _first(context, made.write.plain(), pair, first)
        a, b = pair if asked.side == Side.A else pair[::-1]
        row = Row(
            uid=uuid4().hex, a_id=a.id, b_id=b.id, state=str(State.IDEA), why=words,
            noted_on=context.today, moved_on=context.today,
        )  # fmt: skip
        made.write.add(row)
        made.about(f"{a.name}, {b.name}")
        acquainted = reads.are_acquainted(made.write.plain(), a.id, b.id)
        introduction_id = row.id
    return Proposed(card(context, introduction_id), asked, acquainted)


def _check(made: Change, a: Contact, b: Contact) -> None:
    if a.id == b.id:
        raise WrongUsage("intro-themselves", name=a.name)
    for contact in (a, b):
        if contact.archived:
            raise WrongUsage("archived-person", name=contact.name, id=contact.id)
    if begun := reads.begun(made.write.plain(), a.id, b.id):
        raise WrongUsage("intro-exists", id=begun[0], a=a.name, b=b.name)


def _first(
    context: Context, connection: Connection, pair: tuple[Contact, Contact], first: str | None
) -> First:
    if first is not None:
        chosen = who(connection, first, context.today).id
        ids = [contact.id for contact in pair]
        if chosen not in ids:
            raise WrongUsage("intro-neither", who=first, a=pair[0].name, b=pair[1].name)
        return First(Side.A if chosen == ids[0] else Side.B, "chosen")
    since = date.fromordinal(max(1, context.today.toordinal() - rules.LATELY_DAYS))
    one_busy, other_busy = (
        rules.busy(
            reads.asked_lately(connection, contact.id, since),
            contact.availability,
            reads.in_touch(connection, contact.id, since, context.today),
        )
        for contact in pair
    )
    return rules.first_asked(one_busy, other_busy)


def move(
    context: Context,
    introduction_id: int,
    step: Move,
    *,
    by: str | None = None,
    on: str | None = None,
    words: str = "",
) -> Card:
    """Take an introduction a step further, on a day that was or today.

    `by` says who answers: "a", "b", "me" or a name; without it, whose turn it is. `words` are the
    outcome. Two people are introduced once: it is logged with both, and they know each other.
    Raises WrongUsage with what may follow when the step may not, and then nothing is changed.
    """
    from crm.store.tables.matching import Introduction as Row

    outcome = understand.required(words, "outcome") if step == Move.OUTCOME else ""
    day = understand.past_day(on, context.today) if on else context.today
    if day > context.today:
        raise WrongUsage("day-to-come", day=day)
    with change(context, _MOVES[step]) as made:
        before = _found(made.write.plain(), introduction_id)
        answering = by and side(context, made.write.plain(), before, by)
        steps = _after(before, step, day, answering or None)
        row = made.write.get(Row, introduction_id)
        if row is None:
            raise NotFound("no-intro", id=introduction_id)
        _write(row, steps)
        if outcome:
            row.outcome = outcome
        if step == Move.MADE:
            row.interaction_id = _introduce(context, made, before, day).id
        made.about(f"{before.a_name}, {before.b_name}")
    return card(context, introduction_id)


def _after(before: Introduction, step: Move, day: date, by: Side | None) -> Steps:
    try:
        return rules.after(before.steps, step, day, by)
    except rules.NotNow as error:
        named = {"id": before.id, "a": before.a_name, "b": before.b_name}
        raise WrongUsage(f"intro-{error.params['state']}", **named) from error
    except Invalid as error:
        raise WrongUsage(error.code, **error.params) from error


def side(context: Context, connection: Connection, before: Introduction, by: str) -> Side:
    """Give which side is meant by "a", "b", "me" or the name of one of the two."""
    said = by.strip().lower()
    if said in set(Side):
        return Side(said)
    chosen = who(connection, by, context.today).id
    sides = {before.a_id: Side.A, before.b_id: Side.B}
    if chosen not in sides:
        raise WrongUsage("intro-neither", who=by, a=before.a_name, b=before.b_name)
    return sides[chosen]


def _write(row: Row, steps: Steps) -> None:
    for field, value in steps._asdict().items():
        kept = str(value) if isinstance(value, State | Side) else value
        if getattr(row, field) != kept:
            setattr(row, field, kept)


def due_with(
    context: Context, connection: Connection, contact_id: int, shown: frozenset[str]
) -> tuple[Introduction, str] | None:
    """Give the introduction that waits for the user with somebody, and what is to be done.

    One that stood on the day's list on one of the grounds `shown` waits whatever was logged since.
    """
    for found, *last_on in reads.waiting(connection):
        waiting = rules.waits_for_me(found.steps, context.today)
        if waiting is None or contact_id != (found.a_id, found.b_id)[waiting.side == Side.B]:
            continue
        last = last_on[waiting.side == Side.B]
        is_shown = f"intro:{found.id}:{found.steps.state}" in shown
        if is_shown or last is None or last < waiting.handled_from:
            return found, waiting.what
    return None


def made_within(context: Context, made: Change, before: Introduction, happened: Happened) -> Logged:
    """Note within a change that two people were introduced today, in the words of what happened."""
    from crm.store.tables.matching import Introduction as Row

    day = understand.past_day(happened.on, context.today) if happened.on else context.today
    steps = _after(before, Move.MADE, day, None)
    logged = _introduce(context, made, before, day, happened)
    row = made.write.get(Row, before.id)
    if row is not None:
        _write(row, steps)
        row.interaction_id = logged.id
    return logged


def asked_again_within(context: Context, made: Change, before: Introduction) -> None:
    """Note within a change that whoever has not answered was asked once more today."""
    from crm.store.tables.matching import Introduction as Row

    row = made.write.get(Row, before.id)
    if row is not None:
        _write(row, rules.asked_again(before.steps, context.today))


def _introduce(
    context: Context,
    made: Change,
    before: Introduction,
    day: date,
    said: Happened | None = None,
) -> Logged:
    """Log that two people were introduced, as something given, and that they know each other."""
    from crm.store.tables.giving import Giving

    said = said or Happened(())
    happened = said._replace(
        people=(str(before.a_id), str(before.b_id)),
        summary=said.summary or f"{before.a_name} ↔ {before.b_name}",
        kind="intro", side="me", begun_by="me", on=day.isoformat(),
    )  # fmt: skip
    logged = log_within(context, made, happened)
    acquaint(made, before.a_id, before.b_id)
    for contact_id, other in ((before.a_id, before.b_name), (before.b_id, before.a_name)):
        made.write.add(
            Giving(
                uid=uuid4().hex, contact_id=contact_id, interaction_id=logged.id,
                direction="gave", kind="introduction", text=other, day=day,
            )
        )  # fmt: skip
    return logged


def cards(context: Context, *, over: bool = False) -> list[Card]:
    """Give the introductions under way, on request those that are over or ran out too."""
    with context.store.reading() as connection:
        found = reads.introductions(connection, over=over)
    known = [_card(context, introduction) for introduction in found]
    return [each for each in known if over or each.state != State.EXPIRED]


def card(context: Context, introduction_id: int) -> Card:
    """Give one introduction."""
    with context.store.reading() as connection:
        return _card(context, _found(connection, introduction_id))


def _card(context: Context, introduction: Introduction) -> Card:
    steps, today = introduction.steps, context.today
    state = rules.standing(steps, today)
    draft, moves = _draft(steps, today), rules.possible(state)
    if introduction.archived is not None:
        draft, moves = None, [move for move in moves if move in _ENDINGS]
    return Card(introduction, state, rules.turn(state), moves, draft, rules.may_decline(state))


def _draft(steps: Steps, today: date) -> str | None:
    try:
        return rules.draft_for(steps, today)[0]
    except Invalid:
        return None


def _found(connection: Connection, introduction_id: int) -> Introduction:
    found = reads.by_id(connection, introduction_id) if introduction_id > 0 else None
    if found is None:
        raise NotFound("no-intro", id=introduction_id)
    return found
