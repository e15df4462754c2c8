"""Deeds on a line of today's list: it is done, or its opener went out."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain.agenda import PROMISE_SOON_DAYS
from crm.errors import CrmError, WrongUsage
from crm.services import reading
from crm.services.changes import Change, change
from crm.services.contacts import one
from crm.services.conversations import Happened, Logged, log_within
from crm.services.who import line
from crm.store import day_lines as store
from crm.store.connection import plain_transaction
from crm.store.reads import follow_ups as reads
from crm.store.reads import interactions
from crm.store.reads.follow_ups import PromiseLine

if TYPE_CHECKING:
    from sqlite3 import Connection

_BOTH_SIDES = frozenset({"call", "meeting", "group", "project"})


class Done(NamedTuple):
    """What a line that is done left behind: what was logged, promises kept, a step of a goal.

    `told` is the advice whose giver knows now what came of it.
    """

    number: int
    name: str | None
    logged: Logged | None
    kept: list[str]
    action: str | None
    goal: str | None
    told: tuple[str, ...] = ()


def done(
    context: Context, numbers: list[int], words: str = "", *, kind: str | None = None
) -> list[Done]:
    """Log lines of today's list as done, all as one change; `words` say more about a single one.

    Promises that are due are kept by it, and a goal's next action that is due is taken.
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
    with change(context, "done") as made:
        finished = [
            _of_person(context, made, found.number, happened[found.contact_id])
            if found.contact_id is not None
            else _of_goal(context, made, found.number, found.goal_id or 0)
            for found in lines
        ]
        made.about(", ".join(each.name or each.goal or "" for each in finished))
        return finished


def _happened(context: Context, person: str, words: str, kind: str | None) -> Happened:
    said = Happened(people=(person,), summary=words, kind=kind)
    if words.strip():
        read = reading.read(context, words, said)
        return reading.settled(context, read, create=False)
    side = "both" if kind in _BOTH_SIDES else "me"
    return said._replace(side=side, begun_by="me")


def _of_person(context: Context, made: Change, number: int, happened: Happened) -> Done:
    """Log a line about a person, unless they were in touch today already."""
    contact_id = int(happened.people[0])
    connection = made.write.plain()
    kept = keep_due(context, made, contact_id)
    action, goal = _take(context, made, contact_id=contact_id)
    told = _tell_results(context, made, contact_id)
    last = interactions.latest(connection, [contact_id]).get(contact_id)
    if happened.summary or last is None or last.day != context.today:
        logged = log_within(context, made, happened)
        return Done(number, logged.people[0].name, logged, kept, action, goal, told)
    if not kept and not action and not told:
        raise WrongUsage("line-done-already", line=number)
    return Done(number, one(made, str(contact_id)).name, None, kept, action, goal, told)


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
