"""Whom to write to, in which order, and how many a day (rules B: priority and levelling)."""

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from crm.domain.dates import is_workday, workdays_between
from crm.domain.invalid import Invalid
from crm.domain.numbers import half_up
from crm.domain.warmth import DORMANT_BELOW

OVERDUE_LEAST = 10.0
OVERDUE_MORE = 30.0
GOAL = {"primary": 25.0, "secondary": 15.0, "tertiary": 8.0}
MENTOR = {"active": 12.0, "candidate": 6.0, "mentee": 6.0}
PROMISE_LATE, PROMISE_SOON, PROMISE_DATED = 30.0, 22.0, 10.0
PROMISE_SOON_DAYS = 2
WATER = 60.0
DATE_WITHIN = ((0, 20.0), (3, 12.0), (7, 6.0))
FRESH_WORKDAYS = 2
FRESH_AT_ONCE = 30.0
FRESH_WITHIN = ((7, 20.0), (14, 10.0))
DEED = {"next_action": 20.0, "report_result": 12.0, "introduction": 10.0}

WATER_MAX = WATER / 4
"""The most that water can give, at a warmth of 50."""
DORMANT_WATER_MAX = WATER * DORMANT_BELOW / 100.0 * (1.0 - DORMANT_BELOW / 100.0)
"""The most that water can give to a dormant relation."""

REST_WORKDAYS = (1, 2, 4, 5)
REST_WORKDAYS_PROMISED = 1
PASSED_OVER_LISTS = 5

DEFAULT_BUDGET = 3
MUSTS_OVER_BUDGET = 2
RECONNECTS_A_DAY = 1
HELD_ONE_IN = 3
DAYS_A_WEEK, WORKDAYS_A_WEEK = 7, 5


class Terms(NamedTuple):
    """The terms of a priority, in points, unrounded."""

    overdue: float = 0.0
    goal: float = 0.0
    mentor: float = 0.0
    promise: float = 0.0
    water: float = 0.0
    date: float = 0.0
    fresh: float = 0.0
    deed: float = 0.0

    def rounded(self) -> "Terms":
        """Give the terms as they are shown."""
        return Terms(*map(half_up, self))


class Candidate(NamedTuple):
    """Somebody, or a deed without a contact, who waits for a place on a day."""

    id: Any
    priority: float
    days_overdue: int
    reconnect: bool
    has_goal: bool
    must: bool


def overdue_points(days_overdue: int | None, cadence_days: int) -> float:
    """Give 10 on the due day, growing to 40; None or a negative number is not due."""
    if days_overdue is None or days_overdue < 0:
        return 0.0
    left: float = 2.0 ** (-days_overdue / cadence_days)
    return OVERDUE_LEAST + OVERDUE_MORE * (1.0 - left)


def goal_points(rank: str | None) -> float:
    """Give the points for the rank of the best active goal linked."""
    return GOAL[rank] if rank else 0.0


def mentor_points(state: str | None) -> float:
    """Give the points for a mentor, active or candidate, or for a mentee."""
    return MENTOR[state] if state else 0.0


def promise_points(days_until: int | None) -> float:
    """Give the points for the most urgent promise I owe; None is no dated one, negative is late."""
    if days_until is None:
        return 0.0
    if days_until < 0:
        return PROMISE_LATE
    return PROMISE_SOON if days_until <= PROMISE_SOON_DAYS else PROMISE_DATED


def water_points(score: float) -> float:
    """Give the points for a warmth of 0 to 100, most in the middle, where care changes most."""
    share = score / 100.0
    return WATER * share * (1.0 - share)


def date_points(days_until: int | None) -> float:
    """Give the points for a birthday or another date that is near."""
    if days_until is None or days_until < 0:
        return 0.0
    return next((points for days, points in DATE_WITHIN if days_until <= days), 0.0)


def fresh_points(met_on: date, today: date, days_off: frozenset[date]) -> float:
    """Give the points for somebody just met and not yet written to."""
    days = (today - met_on).days
    if days < 0:
        return 0.0
    if is_within_workdays(met_on, today, days_off):
        return FRESH_AT_ONCE
    return next((points for most, points in FRESH_WITHIN if days <= most), 0.0)


def is_within_workdays(met_on: date, today: date, days_off: frozenset[date]) -> bool:
    """Tell whether the second workday after a meeting is not over yet."""
    passed = workdays_between(met_on, today, days_off)
    return passed < FRESH_WORKDAYS or (passed == FRESH_WORKDAYS and is_workday(today, days_off))


def deed_points(deed: str | None) -> float:
    """Give the points for a next_action, a report_result or an introduction that waits for me."""
    return DEED[deed] if deed else 0.0


def terms(
    *,
    cadence_days: int = 1,
    days_overdue: int | None = None,
    goal: str | None = None,
    mentor: str | None = None,
    promise_in: int | None = None,
    score: float | None = None,
    date_in: int | None = None,
    fresh: float = 0.0,
    deed: str | None = None,
) -> Terms:
    """Give the terms of a priority from what is known, with `fresh` in points.

    Somebody fresh is not overdue. Without a score (a deed, the address book) there is no water.
    """
    return Terms(
        overdue=0.0 if fresh else overdue_points(days_overdue, cadence_days),
        goal=goal_points(goal),
        mentor=mentor_points(mentor),
        promise=promise_points(promise_in),
        water=0.0 if score is None else water_points(score),
        date=date_points(date_in),
        fresh=fresh,
        deed=deed_points(deed),
    )


def priority(terms: Terms, promise_in: int | None) -> float:
    """Give the sum of the terms, rounded, or 0 for who is not on the list.

    `promise_in` is the days until the most urgent promise, negative when late.
    """
    soon = promise_in is not None and promise_in <= PROMISE_SOON_DAYS
    if soon or terms.overdue > 0 or terms.date > 0 or terms.fresh > 0 or terms.deed > 0:
        return half_up(sum(terms))
    return 0.0


def rest_workdays(times_shown: int, *, promised: bool) -> int:
    """Give the workdays for which somebody shown so often, and left, yields to others.

    Until a new ground comes up; a promise keeps coming every second workday.
    """
    if promised:
        return REST_WORKDAYS_PROMISED
    return REST_WORKDAYS[min(times_shown, len(REST_WORKDAYS)) - 1]


def pick_day(
    candidates: Iterable[Candidate], budget: int, reconnects: int = RECONNECTS_A_DAY
) -> list[Candidate]:
    """Choose those of one workday, the first to be written to first; `budget` is 1 or more."""
    return _Waiting(candidates, budget, reconnects).next_day()


def level(
    candidates: Iterable[Candidate],
    budget: int,
    first_day: date,
    days_off: frozenset[date],
    days: int | None = None,
) -> dict[date, list[Candidate]]:
    """Spread the candidates over workdays, each once, until all have a place or `days` are full.

    Raises `Invalid` bad-budget for a budget below 1.
    """
    waiting = _Waiting(candidates, budget)
    plan: dict[date, list[Candidate]] = {}
    day = first_day
    while waiting and (days is None or len(plan) < days):
        if is_workday(day, days_off):
            plan[day] = waiting.next_day()
        if day == date.max:
            break
        day += timedelta(1)
    return plan


def load_per_workday(cadence_days: Iterable[int] | Mapping[int, int]) -> float:
    """Give the contacts a workday that cadences ask for, unrounded.

    Takes the cadence of everybody in days, or how many people there are for each cadence.
    """
    if isinstance(cadence_days, Mapping):
        a_day = sum(people / days for days, people in cadence_days.items())
    else:
        a_day = sum(1 / days for days in cadence_days)
    return DAYS_A_WEEK / WORKDAYS_A_WEEK * a_day


def backlog_eta(backlog: int, budget: float, load: float) -> int | None:
    """Give the workdays until the backlog is gone, None when the load leaves no room for it."""
    if budget <= load:
        return None
    from math import ceil

    return ceil(backlog / (budget - load))


def sustainable(budget: int, people: int) -> int:
    """Give the shortest cadence, in days, at which a daily budget can keep so many people."""
    return max(1, -(-DAYS_A_WEEK * people // (WORKDAYS_A_WEEK * budget)))


def _order(candidate: Candidate) -> tuple[float, int, bool, Any]:
    name = candidate.id
    return -candidate.priority, -candidate.days_overdue, isinstance(name, str), name


class _Waiting:
    """Candidates in four queues: musts, reconnects, people with a goal and people without."""

    def __init__(
        self,
        candidates: Iterable[Candidate],
        budget: int,
        reconnects_a_day: int = RECONNECTS_A_DAY,
    ) -> None:
        if budget < 1:
            raise Invalid("bad-budget", budget=budget)
        self._budget = budget
        self._reconnects_a_day = reconnects_a_day
        self._musts: deque[Candidate] = deque()
        self._reconnects: deque[Candidate] = deque()
        self._with_goal: deque[Candidate] = deque()
        self._without: deque[Candidate] = deque()
        for candidate in sorted(candidates, key=_order):
            self._queue_of(candidate).append(candidate)

    def __bool__(self) -> bool:
        return bool(self._musts or self._reconnects or self._with_goal or self._without)

    def next_day(self) -> list[Candidate]:
        """Take the next day's candidates out of the queues."""
        day = _take(self._musts, self._budget + MUSTS_OVER_BUDGET)
        day += _take(self._reconnects, min(self._reconnects_a_day, self._budget - len(day)))
        held = -(-self._budget // HELD_ONE_IN) - sum(not chosen.has_goal for chosen in day)
        while len(day) < self._budget and (self._with_goal or self._without):
            chosen = self._next(only_without=held >= self._budget - len(day))
            held -= not chosen.has_goal
            day.append(chosen)
        return sorted(day, key=_order)

    def _next(self, only_without: bool) -> Candidate:
        if not self._without:
            return self._with_goal.popleft()
        if only_without or not self._with_goal:
            return self._without.popleft()
        best = min(self._with_goal[0], self._without[0], key=_order)
        return self._queue_of(best).popleft()

    def _queue_of(self, candidate: Candidate) -> deque[Candidate]:
        if candidate.must:
            return self._musts
        if candidate.reconnect:
            return self._reconnects
        return self._with_goal if candidate.has_goal else self._without


def _take(queue: deque[Candidate], most: int) -> list[Candidate]:
    return [queue.popleft() for _ in range(min(len(queue), most))]
