"""Goals: explicit, ranked, linked to people and roles, measured against their date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from crm.context import Context
from crm.domain import goals as rules
from crm.domain.goals import Pace, Rank
from crm.domain.text import fold
from crm.errors import NotFound, WrongUsage
from crm.services import understand
from crm.services.changes import Change, change
from crm.services.contacts import one
from crm.services.roles import roles as known_roles
from crm.services.who import who
from crm.store.reads import goals as reads
from crm.store.reads.goals import Goal, Linked
from crm.store.search import like

if TYPE_CHECKING:
    from sqlite3 import Connection

RANKS = tuple(str(rank) for rank in Rank)


class GoalSaid(NamedTuple):
    """What somebody typed about a new goal."""

    title: str
    rank: str
    why: str = ""
    unit: str = ""
    target: float | None = None
    start: float = 0
    by: str | None = None
    wants: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class GoalCard(NamedTuple):
    """A goal with its pace, people, wanted roles, and what it lacks to be explicit."""

    goal: Goal
    pace: Pace | None
    people: list[Linked]
    wants: list[str]
    progress: list[tuple[date, float, str]]
    missing: list[str]
    explicitness: int


class GoalEdit(NamedTuple):
    """What somebody typed to change a goal: None where nothing, empty where it is to go."""

    title: str | None = None
    rank: str | None = None
    why: str | None = None
    unit: str | None = None
    target: str | None = None
    start: str | None = None
    by: str | None = None


class Ranked(NamedTuple):
    """A goal new or changed, and how many active ones its rank has against what is advised."""

    card: GoalCard
    of_rank: int
    advised: int


def add(context: Context, said: GoalSaid) -> Ranked:
    """Add a goal."""
    with change(context, "goal-add") as made:
        goal_id = _add(context, made, said)
        made.about(said.title.strip())
    return _ranked(context, goal_id)


def add_all(context: Context, said: list[GoalSaid]) -> list[GoalCard]:
    """Add several goals as one change."""
    with change(context, "goal-add") as made:
        ids = [_add(context, made, goal) for goal in said]
        made.about(", ".join(goal.title.strip() for goal in said))
    return [card(context, str(goal_id)) for goal_id in ids]


def target_and_unit(said: str) -> tuple[float | None, str]:
    """Read "5 clients" as a target and its unit; nothing said is no measure."""
    with understand.understood():
        return rules.read_measure(understand.text(said, "measure"))


def _add(context: Context, made: Change, said: GoalSaid) -> int:
    from crm.store.tables.goals import Goal as Row
    from crm.store.tables.goals import GoalRole

    title = understand.required(said.title, "title")
    rank = understand.one_of(said.rank, RANKS, "rank")
    _check_measure(said.start, said.target)
    due = understand.coming_day(said.by, context.today) if said.by else None
    if due is not None and due < context.today:
        raise WrongUsage("not-to-come", day=due)
    if made.write.where(Row, key=fold(title)):
        raise WrongUsage("goal-exists", title=title)
    row = Row(
        uid=uuid4().hex, title=title, key=fold(title), rank=rank, start=said.start,
        why=understand.text(said.why, "why"), unit=understand.text(said.unit, "unit"),
        target=said.target, starts_on=context.today, due_on=due,
    )  # fmt: skip
    made.write.add(row)
    slug_of = known_roles(made.write.plain()).recognised
    for role in dict.fromkeys(map(slug_of, understand.texts(said.wants, "role"))):
        made.write.add(GoalRole(goal_id=row.id, role=role))
    for person in said.people:
        _link(context, made, row.id, person)
    return int(row.id)


def edit(context: Context, said: str, changed: GoalEdit) -> Ranked:
    """Change what a goal says of itself, its rank among it."""
    with change(context, "goal-edit") as made:
        row = _open_row(made, said)
        if changed.title is not None:
            _rename(made, row, understand.required(changed.title, "title"))
        if changed.rank is not None:
            row.rank = understand.one_of(changed.rank, RANKS, "rank")
        if changed.why is not None:
            row.why = understand.text(changed.why, "why")
        if changed.unit is not None:
            row.unit = understand.text(changed.unit, "unit")
        if changed.start is not None:
            row.start = measure(changed.start, "start") or 0
        if changed.target is not None:
            row.target = measure(changed.target, "target")
        _check_measure(row.start, row.target)
        if changed.by is not None:
            due = understand.coming_day(changed.by, context.today) if changed.by else None
            if due is not None and due != row.due_on and due < context.today:
                raise WrongUsage("not-to-come", day=due)
            row.due_on = due
        made.about(row.title)
        goal_id = row.id
    return _ranked(context, goal_id)


def _rename(made: Change, row: Any, title: str) -> None:
    from crm.store.tables.goals import Goal as Row

    if any(other.id != row.id for other in made.write.where(Row, key=fold(title))):
        raise WrongUsage("goal-exists", title=title)
    row.title, row.key = title, fold(title)


def _ranked(context: Context, goal_id: int) -> Ranked:
    with context.store.reading() as connection:
        (goal,) = reads.by_id(connection, goal_id)
        of_rank = sum(other.rank == goal.rank for other in reads.goals(connection))
        shown = _card(context, connection, goal)
    return Ranked(shown, of_rank, rules.ADVISED[Rank(goal.rank)])


def measure(said: str, field: str) -> float | None:
    """Read a number of a measure; None for an empty text. Raises WrongUsage for another text."""
    if not said.strip():
        return None
    try:
        return float(said)
    except ValueError as error:
        raise WrongUsage("bad-measure", field=field, value=said) from error


def _check_measure(start: float, target: float | None) -> None:
    for field, number in (("start", start), ("target", target)):
        if number is not None and not 0 <= number <= 1e15:
            raise WrongUsage("bad-measure", field=field, value=number)
    if target is not None and target == start:
        raise WrongUsage("measure-without-way", target=target)


def goal_named(connection: Connection, said: str) -> Goal:
    """Give the one goal meant: an id, its title, or a part of the title."""
    key = fold(understand.text(said, "GOAL"))
    found: list[Goal] = []
    number = understand.row_id(key)
    if number is not None:
        found = reads.by_id(connection, number)
    found = found or reads.by_exact_title(connection, key)
    if key and not found:
        found = reads.by_part(connection, like(key))
        found = [goal for goal in found if goal.state == "active"] or found
    if not found:
        raise NotFound("no-goal", goal=said)
    if len(found) > 1:
        raise WrongUsage("ambiguous-goal", goal=said, titles=[goal.title for goal in found])
    return found[0]


def goal_id(context: Context, said: str) -> int:
    """Give the id of the one goal meant."""
    with context.store.reading() as connection:
        return goal_named(connection, said).id


def cards(context: Context, *, closed: bool = False) -> list[GoalCard]:
    """Give all active goals by rank, on request the closed ones too."""
    with context.store.reading() as connection:
        return [_card(context, connection, goal) for goal in reads.goals(connection, closed=closed)]


def card(context: Context, said: str) -> GoalCard:
    """Give one goal with everything about it."""
    with context.store.reading() as connection:
        return _card(context, connection, goal_named(connection, said))


def _card(context: Context, connection: Connection, goal: Goal) -> GoalCard:
    people = reads.people(connection, goal.id)
    wants = reads.roles(connection, goal.id)
    explicit = {
        "why": bool(goal.why),
        "measured": goal.target is not None,
        "dated": goal.due_on is not None,
        "peopled": bool(people or wants),
        "next_action_dated": bool(goal.next_action and goal.next_action_on),
    }
    pace = rules.pace(
        goal.start, goal.target, goal.current, goal.starts_on, goal.due_on, context.today
    )
    return GoalCard(
        goal, pace, people, wants, reads.progress(connection, goal.id),
        rules.missing_to_be_explicit(**explicit), rules.explicitness(**explicit),
    )  # fmt: skip


def link(
    context: Context, said: str, people: list[str], roles: list[str], *, off: bool = False
) -> GoalCard:
    """Link people, who join the garden, and wanted roles to a goal; or take them `off`."""
    from crm.store.tables.goals import GoalContact, GoalRole

    with change(context, "goal-link") as made:
        goal = _open_goal(made, said)
        for person in people:
            if off:
                contact_id = who(made.write.plain(), person, made.today).id
                _drop(made, GoalContact, goal_id=goal.id, contact_id=contact_id)
            else:
                _link(context, made, goal.id, person)
        slug_of = known_roles(made.write.plain()).recognised
        for role in map(slug_of, understand.texts(roles, "role")):
            known = made.write.where(GoalRole, goal_id=goal.id, role=role)
            if off:
                _drop(made, GoalRole, goal_id=goal.id, role=role)
            elif not known:
                made.write.add(GoalRole(goal_id=goal.id, role=role))
        made.about(goal.title)
    return card(context, str(goal.id))


def _open_goal(made: Change, said: str) -> Goal:
    goal = goal_named(made.write.plain(), said)
    if goal.state != "active":
        raise WrongUsage("goal-closed", title=goal.title)
    return goal


def _link(context: Context, made: Change, goal_id: int, person: str) -> None:
    from crm.store.tables.goals import GoalContact

    contact = one(made, person)
    if contact.garden_since is None:
        contact.garden_since = context.today
        made.rhythm_of.add(contact.id)
    if not made.write.where(GoalContact, goal_id=goal_id, contact_id=contact.id):
        made.write.add(GoalContact(goal_id=goal_id, contact_id=contact.id))


def _drop(made: Change, table: Any, **equal: Any) -> None:
    for row in made.write.where(table, **equal):
        made.write.delete(row)


def progress(context: Context, said: str, value: str, note: str = "") -> GoalCard:
    """Note where a goal's measure stands: a number, or a step such as +1."""
    from crm.store.tables.goals import GoalProgress

    with change(context, "goal-progress") as made:
        goal = _open_goal(made, said)
        number = measure(value, "value")
        if number is not None and value.startswith("+"):
            number += goal.current
        if number is None or not 0 <= number <= 1e15:
            raise WrongUsage("bad-measure", field="value", value=value)
        words = understand.text(note, "note")
        made.write.add(GoalProgress(goal_id=goal.id, day=context.today, value=number, note=words))
        made.about(goal.title)
    return card(context, str(goal.id))


def next_action(
    context: Context, said: str, action: str, *, by: str | None, person: str | None
) -> GoalCard:
    """Set a goal's next action, with its day and the person it is to be done with."""
    with change(context, "goal-next") as made:
        row = _row(made, said)
        row.next_action = understand.text(action, "action")
        row.next_action_on = understand.coming_day(by, context.today) if by else None
        row.next_action_contact_id = one(made, person).id if person else None
        if person:
            _link(context, made, row.id, str(row.next_action_contact_id))
        made.about(row.title)
        goal_id = row.id
    return card(context, str(goal_id))


def close(context: Context, said: str, *, dropped: bool) -> GoalCard:
    """Close a goal, as reached or as dropped; its next action goes off the day's list."""
    with change(context, "goal-close") as made:
        row = _open_row(made, said)
        row.state = "dropped" if dropped else "reached"
        row.closed_on = context.today
        made.about(row.title)
        goal_id = row.id
    return card(context, str(goal_id))


def _open_row(made: Change, said: str) -> Any:
    row = _row(made, said)
    if row.state != "active":
        raise WrongUsage("goal-closed", title=row.title)
    return row


def _row(made: Change, said: str) -> Any:
    from crm.store.tables.goals import Goal as Row

    return made.write.get(Row, goal_named(made.write.plain(), said).id)
