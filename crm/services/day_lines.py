"""Deeds on a line of today's list: it is done, or its opener went out."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain.agenda import PROMISE_SOON_DAYS
from crm.errors import CrmError, WrongUsage
from crm.services import introductions, reading
from crm.services.changes import Change, change
from crm.services.contacts import one
from crm.services.conversations import Happened, Logged, log_within
from crm.services.who import line
from crm.store import day_lines as store
from crm.store.connection import plain_transaction
from crm.store.reads import day as day_reads
from crm.store.reads import follow_ups as reads
from crm.store.reads import interactions
from crm.store.reads.follow_ups import PromiseLine

if TYPE_CHECKING:
    from sqlite3 import Connection

_BOTH_SIDES = frozenset({"call", "meeting", "group", "project"})


class Done(NamedTuple):
    """What a line that is done left behind: what was logged, promises kept, a step of a goal.

    `told` is the advice whose giver knows now what came of it; `introduced` to whom they were.
    """

    number: int
    name: str | None
    logged: Logged | None
    kept: list[str]
    action: str | None
    goal: str | None
    told: tuple[str, ...] = ()
    introduced: str | None = None


def done(
    context: Context, numbers: list[int], words: str = "", *, kind: str | None = None
) -> list[Done]:
    """Log lines of today's list as done, all as one change; `words` say more about a single one.

    Promises that are due are kept by it, a goal's next action that is due is taken, and who waits
    to be introduced is.
    """
    if words and len(numbers) > 1:
        raise WrongUsage("words-for-one-line")
    with context.store.reading() as connection:
        lines = [line(connection, number, context.today) for number in dict.fromkeys(numbers)]
    happened = {
        found.contact_id: _happened(context, str(found.contact_id), words, kind)
        for found in lines
        if found.contact_id is not None
    }
    shown = _grounds(context)
    with change(context, "done") as made:
        finished: list[Done] = []
        for found in lines:
            if found.contact_id is None:
                finished.append(_of_goal(context, made, found.number, found.goal_id or 0))
            else:
                grounds = shown.get(found.contact_id, frozenset())
                said = happened[found.contact_id]
                finished.append(_of_person(context, made, found.number, said, grounds, finished))
        made.about(", ".join(each.name or each.goal or "" for each in finished))
        return finished


def _happened(context: Context, person: str, words: str, kind: str | None) -> Happened:
    said = Happened(people=(person,), summary=words, kind=kind)
    if words.strip():
        read = reading.read(context, words, said)
        return reading.settled(context, read, create=False)
    side = "both" if kind in _BOTH_SIDES else "me"
    return said._replace(side=side, begun_by="me")


def _grounds(context: Context) -> dict[int, frozenset[str]]:
    """Give on what grounds people stand on today's list."""
    with context.store.reading() as connection:
        lines = day_reads.shown(connection, context.today, context.today + timedelta(1))
    return {line.about: line.grounds for line in lines}


def _of_person(
    context: Context,
    made: Change,
    number: int,
    happened: Happened,
    grounds: frozenset[str],
    before: list[Done],
) -> Done:
    """Log a line about a person, unless they were in touch today already.

    An introduction made by a line `before` was in touch with both.
    """
    contact_id = int(happened.people[0])
    connection = made.write.plain()
    kept = keep_due(context, made, contact_id)
    action, goal = _take(context, made, contact_id=contact_id)
    told = _tell_results(context, made, contact_id)
    name = one(made, str(contact_id)).name
    due = introductions.due_with(context, connection, contact_id, grounds)
    if due is not None and due[1] == "make":
        logged = introductions.made_within(context, made, due[0], happened)
        return Done(number, name, logged, kept, action, goal, told, due[0].b_name)
    is_asked_again = due is not None and due[1] == "nudge"
    if due is not None and is_asked_again:
        introductions.asked_again_within(context, made, due[0])
    last = interactions.latest(connection, [contact_id]).get(contact_id)
    if happened.summary or last is None or last.day != context.today:
        logged = log_within(context, made, happened)
        return Done(number, name, logged, kept, action, goal, told)
    if not (kept or action or told or is_asked_again or _is_among(contact_id, before)):
        raise WrongUsage("line-done-already", line=number)
    return Done(number, name, None, kept, action, goal, told)


def _is_among(contact_id: int, before: list[Done]) -> bool:
    """Tell whether somebody was introduced by one of these lines."""
    logged = [line.logged for line in before if line.introduced and line.logged]
    return any(person.id == contact_id for each in logged for person in each.people)


def due_promises(connection: Connection, contact_id: int, today: date) -> list[PromiseLine]:
    """Give the promises to somebody that are late, or due within two days."""
    soon = today + timedelta(days=PROMISE_SOON_DAYS)
    return [
        promise
        for promise in reads.promises(connection, contact_id, done=False)
        if promise.mine and promise.due_on and promise.due_on <= soon
    ]


def keep_due(context: Context, made: Change, contact_id: int) -> list[str]:
    """Note the promises to somebody that are due as kept today; give their words."""
    from crm.store.tables.follow_ups import Promise

    due = due_promises(made.write.plain(), contact_id, context.today)
    for promise in due:
        row = made.write.get(Promise, promise.id)
        if row is not None:
            row.done_on = context.today
    return [promise.text for promise in due]


def _tell_results(context: Context, made: Change, contact_id: int) -> tuple[str, ...]:
    """Note that a mentor knows what came of their advice; give the advice."""
    from crm.store.tables.mentors import Guidance

    standing = reads.standings(made.write.plain(), context.today).get(contact_id)
    waiting = standing.to_report if standing else ()
    for result in waiting:
        row = made.write.get(Guidance, result.id)
        if row is not None:
            row.reported_on = context.today
    return tuple(result.advice for result in waiting)


def _of_goal(context: Context, made: Change, number: int, goal_id: int) -> Done:
    action, goal = _take(context, made, goal_id=goal_id)
    if action is None:
        raise WrongUsage("line-done-already", line=number)
    return Done(number, None, None, [], action, goal)


def _take(
    context: Context, made: Change, *, goal_id: int | None = None, contact_id: int | None = None
) -> tuple[str | None, str | None]:
    """Take the next action of a goal, or the one due with a person; give it and the goal."""
    from crm.store.tables.goals import Goal

    for due in reads.actions_due(made.write.plain(), context.today):
        if due.goal_id == goal_id or (contact_id is not None and due.contact_id == contact_id):
            row = made.write.get(Goal, due.goal_id)
            if row is not None:
                row.next_action, row.next_action_on, row.next_action_contact_id = "", None, None
            return due.action, due.goal
    return None, None


def handed_out(context: Context, contact_id: int, key: str) -> None:
    """Note the key of an opener that went out, so that another one is proposed next time.

    Where the file cannot be written right now, nothing is noted.
    """
    with (
        suppress(CrmError),
        plain_transaction(context.store, patience=store.PATIENCE) as connection,
    ):
        store.hand_out(connection, context.today, contact_id, key)
