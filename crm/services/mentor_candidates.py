"""Who could be a mentor: everyone who advised, or serves a goal, with every term of the score."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import mentors as rules
from crm.domain.dates import parse_partial_date
from crm.domain.mentors import Candidacy, Written
from crm.domain.warmth import NO_CADENCE_DAYS, score
from crm.errors import WrongUsage
from crm.services import understand
from crm.services.goals import RANKS, goal_named
from crm.store.reads import goals as goal_reads
from crm.store.reads import interactions
from crm.store.reads import mentors as reads
from crm.store.reads import profile as profile_reads
from crm.store.reads.goals import Goal
from crm.store.reads.mentors import Exchanged, Possible, Serving

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_SHOWN = 1000
_WRITTEN = frozenset({"message", "email", "letter"})


class CandidateLine(NamedTuple):
    """Somebody who could be a mentor, their score, and what its terms were made of.

    `replies` is how many messages were answered, and of how many.
    """

    id: int
    name: str
    candidacy: Candidacy
    advice: int
    years_ahead: float | None
    goal: Serving | None
    warmth: float
    replies: tuple[int, int] | None


class ForGoal(NamedTuple):
    """Who could be a mentor for a goal, those who would do best first; None for no goal."""

    goal: Goal | None
    lines: list[CandidateLine]


def by_goal(context: Context, top: int) -> list[ForGoal]:
    """Give for each active goal those serving it who could be a mentor, at most `top` of them.

    The last group has those who advised, or are noted as candidates, and serve none.
    """
    with context.store.reading() as connection:
        groups = [
            ForGoal(
                goal, [line for line in _lines(connection, context.today, goal.id) if line.goal]
            )
            for goal in goal_reads.goals(connection)
        ]
        rest = [line for line in _lines(connection, context.today, None) if not line.goal]
    groups.append(ForGoal(None, rest))
    return [ForGoal(group.goal, _best_first(group.lines)[:top]) for group in groups]


def _best_first(lines: list[CandidateLine]) -> list[CandidateLine]:
    return sorted(lines, key=lambda line: (-line.candidacy.score, line.id))


def candidates(
    context: Context, *, goal: str | None = None, everybody: bool = False, top: int = MOST_SHOWN
) -> list[CandidateLine]:
    """Give who could be a mentor, those who would do best first; for a goal, only it counts.

    With `everybody` also those who score less than what a suggestion takes. Raises WrongUsage for
    a `top` that is no number of people.
    """
    understand.between(top, 1, MOST_SHOWN, "top")
    with context.store.reading() as connection:
        goal_id = None
        if goal is not None:
            named = goal_named(connection, goal)
            if named.state != "active":
                raise WrongUsage("goal-closed", title=named.title)
            goal_id = named.id
        lines = _lines(connection, context.today, goal_id)
    found = [line for line in lines if everybody or line.candidacy.score >= rules.SUGGEST_FROM]
    return _best_first(found)[:top]


def _lines(connection: Connection, today: date, goal_id: int | None) -> list[CandidateLine]:
    # Without advice or a goal nobody comes to 60, so that nobody else need be looked at.
    advised = reads.times_advised(connection)
    serving = reads.serving(connection, goal_id)
    noted = {
        known.contact_id
        for known in reads.mentorships(connection)
        if known.state == "candidate" and known.direction == "mentor"
    }
    people = reads.possible(connection, advised.keys() | serving.keys() | noted)
    people = [person for person in people if not person.is_mentor]
    ids = [person.id for person in people]
    touches = interactions.touches(connection, ids)
    exchanged = reads.exchanged(connection, ids)
    mine = _began(profile_reads.profile(connection)[2])
    found = []
    for person in people:
        cadence = person.cadence_days or NO_CADENCE_DAYS
        stands = score(touches[person.id], today, cadence, person.known_since)
        found.append(
            _line(
                person, advised.get(person.id, 0), mine, _best(serving.get(person.id, [])), stands,
                _replies(exchanged.get(person.id, []), today),
            )
        )  # fmt: skip
    return found


def _line(
    person: Possible,
    advice: int,
    mine: date | None,
    goal: Serving | None,
    warmth: float,
    replies: tuple[int, int] | None,
) -> CandidateLine:
    years = rules.years_ahead(mine, _began(person.experience_since))
    candidacy = rules.candidacy(
        advice=advice, years_ahead=years, goal=goal.rank if goal else None, warmth=warmth,
        reply_rate=replies[0] / replies[1] if replies else None,
    )  # fmt: skip
    return CandidateLine(person.id, person.name, candidacy, advice, years, goal, warmth, replies)


def _began(since: str) -> date | None:
    """Give the day from which somebody's experience counts, None when no year is known."""
    known = parse_partial_date(since) if since else None
    return date(known.year, known.month or 1, 1) if known and known.year else None


def _best(goals: list[Serving]) -> Serving | None:
    return min(goals, key=lambda goal: (RANKS.index(goal.rank), goal.goal_id), default=None)


def _replies(exchanged: list[Exchanged], today: date) -> tuple[int, int] | None:
    written = [
        Written(happened.day, happened.answered)
        for happened in exchanged
        if happened.side == "me" and happened.kind in _WRITTEN
    ]
    heard = [happened.day for happened in exchanged if happened.side != "me"]
    return rules.reply_rate(written, heard, today)
