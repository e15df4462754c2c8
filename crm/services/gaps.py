"""What goals still lack: roles that nobody fills, who could, who could introduce them, effort."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import goals as rules
from crm.domain.text import fold
from crm.services.goals import goal_named
from crm.services.roles import roles as roles_of
from crm.store.reads import gaps as reads
from crm.store.reads import goals as goal_reads
from crm.store.reads.gaps import Could
from crm.store.reads.goals import Goal

if TYPE_CHECKING:
    from sqlite3 import Connection

EFFORT_DAYS = 30
MOST_COULD = 3
MOST_KNOW = 2


class Candidate(NamedTuple):
    """Somebody who could fill a role, and who of the garden could introduce the user to them."""

    could: Could
    known_by: list[tuple[int, str]]


class Wanted(NamedTuple):
    """A role that a goal wants: who fills it, or else who could."""

    role: str
    filled_by: list[tuple[int, str]]
    candidates: list[Candidate]


class Gaps(NamedTuple):
    """What one active goal lacks."""

    goal: Goal
    wanted: list[Wanted]
    missing: list[str]
    explicitness: int


class Effort(NamedTuple):
    """Contacts with people of goals in the last 30 days by rank, as they were and as 5:3:2.

    `neglected` is a rank that got less than a lower one, None when the effort fits.
    """

    spent: dict[str, int]
    fitting: dict[str, int]
    neglected: str | None


def gaps(context: Context, said: str | None = None) -> list[Gaps]:
    """Give what the active goals lack, or one goal, by rank."""
    with context.store.reading() as connection:
        chosen = [goal_named(connection, said)] if said else goal_reads.goals(connection)
        return [_gaps(connection, goal) for goal in chosen]


def effort(context: Context) -> Effort:
    """Hold the contacts of the last 30 days against the ranks of the active goals."""
    with context.store.reading() as connection:
        ranks = {goal.rank for goal in goal_reads.goals(connection)}
        since = date.fromordinal(max(1, context.today.toordinal() - EFFORT_DAYS))
        found = reads.touches(connection, since, context.today)
    spent = {str(rank): found.get(rank, 0) for rank in rules.Rank if rank in ranks}
    split = rules.effort_split(sum(spent.values()), ranks)
    fitting = {str(rank): split.get(rank, 0) for rank in rules.Rank if rank in ranks}
    return Effort(spent, fitting, rules.neglected_rank(spent))


def _gaps(connection: "Connection", goal: Goal) -> Gaps:
    people = goal_reads.people(connection, goal.id)
    roles = goal_reads.roles(connection, goal.id)
    has = {
        "why": bool(goal.why),
        "measured": goal.target is not None,
        "dated": goal.due_on is not None,
        "peopled": bool(people or roles),
        "next_action_dated": bool(goal.next_action and goal.next_action_on),
    }
    return Gaps(
        goal,
        [_wanted(connection, goal.id, role) for role in roles],
        rules.missing_to_be_explicit(**has),
        rules.explicitness(**has),
    )


def _wanted(connection: "Connection", goal_id: int, role: str) -> Wanted:
    filled = reads.filled(connection, goal_id, role)
    if filled:
        return Wanted(role, filled, [])
    words = list(dict.fromkeys(fold(word) for word in roles_of(connection).words(role)))
    return Wanted(
        role,
        [],
        [
            Candidate(could, reads.known_by(connection, could.id, MOST_KNOW))
            for could in reads.could_fill(connection, goal_id, words, MOST_COULD)
        ],
    )
