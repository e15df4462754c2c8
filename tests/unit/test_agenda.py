from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.domain import agenda
from crm.domain.agenda import Candidate, Terms, level, pick_day
from crm.domain.invalid import Invalid

MONDAY = date(2025, 6, 30)
NONE_OFF: frozenset[date] = frozenset()


def test_overdue_grows_from_ten_to_forty() -> None:
    points = [agenda.overdue_points(days, 30) for days in (None, -1, 0, 30, 60, 10**6)]
    assert points == [0, 0, 10, 25, 32.5, 40]


@pytest.mark.parametrize(
    ("days", "promise", "near"),
    [
        (None, 0, 0), (-1, 30, 0), (0, 22, 20), (1, 22, 12), (2, 22, 12), (3, 10, 12), (4, 10, 6),
        (7, 10, 6), (8, 10, 0),
    ],
)  # fmt: skip
def test_promises_and_dates(days: int | None, promise: float, near: float) -> None:
    assert agenda.promise_points(days) == promise
    assert agenda.date_points(days) == near


def test_points_by_name() -> None:
    ranks = (None, "primary", "secondary", "tertiary")
    assert [agenda.goal_points(rank) for rank in ranks] == [0, 25, 15, 8]
    states = (None, "active", "candidate", "mentee")
    assert [agenda.mentor_points(state) for state in states] == [0, 12, 6, 6]
    deeds = (None, "next_action", "report_result", "introduction")
    assert [agenda.deed_points(deed) for deed in deeds] == [0, 20, 12, 10]


@settings(max_examples=100, deadline=None)
@given(st.floats(0, 100))
def test_water_has_upper_bounds(score: float) -> None:
    points = agenda.water_points(score)
    assert 0 <= points <= agenda.WATER_MAX == agenda.water_points(50)
    if score < 10:
        assert points < agenda.DORMANT_WATER_MAX == pytest.approx(agenda.water_points(10))


THURSDAY, FRIDAY = date(2025, 6, 26), date(2025, 6, 27)


@pytest.mark.parametrize(
    ("met_on", "today", "off", "points"),
    [
        pytest.param(MONDAY, MONDAY - timedelta(1), (), 0, id="not met yet"),
        pytest.param(MONDAY, MONDAY, (), 30, id="the same day"),
        pytest.param(MONDAY, date(2025, 7, 2), (), 30, id="second workday"),
        pytest.param(MONDAY, date(2025, 7, 3), (), 20, id="third workday"),
        pytest.param(THURSDAY, date(2025, 6, 29), (), 30, id="over the weekend"),
        pytest.param(THURSDAY, MONDAY, (), 30, id="Thursday's second workday is Monday"),
        pytest.param(THURSDAY, date(2025, 7, 1), (), 20, id="but not Tuesday"),
        pytest.param(date(2025, 6, 25), date(2025, 6, 28), (), 20, id="Wednesday's ends on Friday"),
        pytest.param(FRIDAY, date(2025, 7, 1), (), 30, id="Friday's is Tuesday"),
        pytest.param(FRIDAY, date(2025, 7, 2), (MONDAY,), 30, id="a day off does not count"),
        pytest.param(MONDAY, date(2025, 7, 7), (), 20, id="seven days"),
        pytest.param(MONDAY, date(2025, 7, 8), (), 10, id="eight days"),
        pytest.param(MONDAY, date(2025, 7, 14), (), 10, id="fourteen days"),
        pytest.param(MONDAY, date(2025, 7, 15), (), 0, id="fifteen days"),
    ],
)
def test_fresh(met_on: date, today: date, off: tuple[date, ...], points: float) -> None:
    assert agenda.fresh_points(met_on, today, frozenset(off)) == points


def test_somebody_fresh_is_not_overdue() -> None:
    assert agenda.terms(cadence_days=30, days_overdue=5, fresh=20.0) == Terms(fresh=20.0)


@pytest.mark.parametrize(
    ("terms", "promise_in", "listed"),
    [
        (Terms(goal=25, mentor=12, water=15, promise=10), 3, False),
        (Terms(goal=25), None, False),
        (Terms(overdue=10), None, True),
        (Terms(date=6), None, True),
        (Terms(fresh=10), None, True),
        (Terms(deed=10), None, True),
        (Terms(promise=22), 2, True),
        (Terms(promise=30), -1, True),
    ],
)
def test_who_is_on_the_list(terms: Terms, promise_in: int | None, listed: bool) -> None:
    assert agenda.priority(terms, promise_in) == (sum(terms) if listed else 0)


candidate_lists = st.lists(
    st.builds(
        Candidate,
        id=st.integers(0, 10**6) | st.uuids().map(str),
        priority=st.integers(0, 12000).map(lambda n: n / 100),
        days_overdue=st.integers(0, 3),
        reconnect=st.booleans(),
        has_goal=st.booleans(),
        must=st.sampled_from([False, False, False, True]),
    ),
    max_size=40,
    unique_by=lambda candidate: candidate.id,
)
budgets = st.integers(1, 7)
days_off = st.frozensets(st.integers(0, 20).map(lambda n: MONDAY + timedelta(n)))
often = settings(max_examples=120, deadline=None)


@often
@given(candidate_lists, budgets, st.integers(0, 6), days_off)
def test_levelling_takes_each_once_on_workdays(
    candidates: list[Candidate], budget: int, later: int, off: frozenset[date]
) -> None:
    plan = level(candidates, budget, MONDAY + timedelta(later), off)
    taken = Counter(chosen.id for people in plan.values() for chosen in people)
    assert taken == Counter(candidate.id for candidate in candidates)
    assert all(day.weekday() < 5 and day not in off for day in plan)
    assert [*plan] == sorted(plan)


@often
@given(candidate_lists, budgets)
def test_levelling_keeps_to_the_budget_and_holds_places(
    candidates: list[Candidate], budget: int
) -> None:
    waiting = sorted(candidates, key=lambda c: (-c.priority, -c.days_overdue, str(c.id)))
    for people in level(candidates, budget, MONDAY, NONE_OFF).values():
        musts = [chosen for chosen in people if chosen.must]
        others = [chosen for chosen in people if not chosen.must]
        assert people
        assert len(people) <= (budget + 2 if not others else budget)
        assert sum(chosen.reconnect for chosen in others) <= 1
        waiting = [candidate for candidate in waiting if candidate not in people]
        if any(candidate.must for candidate in waiting):
            assert len(musts) == budget + 2
        if any(not c.has_goal and not c.reconnect and not c.must for c in waiting):
            room = max(0, budget - len(musts) - any(chosen.reconnect for chosen in others))
            without = sum(not chosen.has_goal for chosen in people)
            assert without >= min(ceil(budget / 3), room)
        if any(candidate.reconnect and not candidate.must for candidate in waiting):
            assert len(musts) >= budget or any(chosen.reconnect for chosen in others)
        if any(not candidate.reconnect for candidate in waiting):
            assert len(people) >= budget


@often
@given(candidate_lists, budgets, st.randoms(use_true_random=False))
def test_a_day_is_the_first_of_levelling_in_order(candidates, budget, random) -> None:  # type: ignore[no-untyped-def]
    day = pick_day(random.sample(candidates, len(candidates)), budget)
    plan = level(candidates, budget, MONDAY, NONE_OFF, days=1)
    assert plan == ({MONDAY: day} if candidates else {})
    keys = [(-chosen.priority, -chosen.days_overdue) for chosen in day]
    assert keys == sorted(keys)


def someone(name: int | str, priority: float = 10.0, overdue: int = 0, **more: bool) -> Candidate:
    flags = {"reconnect": False, "has_goal": False, "must": False, **more}
    return Candidate(name, priority, overdue, **flags)


def test_ties_go_to_more_days_overdue_then_the_smaller_id() -> None:
    people = [someone("deed"), someone(10), someone(9), someone(11, overdue=1), someone(2, 11.0)]
    assert [chosen.id for chosen in pick_day(people, 9)] == [2, 11, 9, 10, "deed"]


def test_a_must_may_be_a_reconnect_and_leave_room_for_another() -> None:
    people = [someone(1, must=True, reconnect=True), someone(2, reconnect=True), someone(3)]
    assert [chosen.id for chosen in pick_day(people, 3)] == [1, 2, 3]


def test_levelling_stops_where_it_is_told_and_at_the_end_of_the_calendar() -> None:
    people = [someone(n) for n in range(9)]
    assert len(level(people, 2, MONDAY, NONE_OFF, days=2)) == 2
    assert level(people, 2, MONDAY, NONE_OFF, days=0) == {}
    assert [*level(people, 2, date.max, NONE_OFF)] == [date.max]


@pytest.mark.parametrize("budget", [0, -1])
def test_a_day_without_places_is_refused(budget: int) -> None:
    with pytest.raises(Invalid) as caught:
        pick_day([someone(1)], budget)
    assert (caught.value.code, caught.value.params) == ("bad-budget", {"budget": budget})


def test_a_large_backlog_is_levelled_in_one_go() -> None:
    people = [someone(n, n % 97, has_goal=n % 3 == 0) for n in range(20_000)]
    plan = level(people, 5, MONDAY, NONE_OFF)
    assert len(plan) == 4_000


def test_a_backlog_that_grows_has_no_end() -> None:
    assert agenda.backlog_eta(10, 3, 3.0) is None
    assert agenda.backlog_eta(0, 3, 1.0) == 0


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 20), st.integers(1, 100_000))
def test_the_sustainable_cadence_is_the_shortest_that_the_budget_can_keep(
    budget: int, people: int
) -> None:
    days = agenda.sustainable(budget, people)
    assert agenda.load_per_workday({days: people}) <= budget + 1e-9
    if days > 1:
        assert agenda.load_per_workday({days - 1: people}) > budget


def test_nobody_to_keep_can_be_kept_every_day() -> None:
    assert agenda.sustainable(3, 0) == 1
