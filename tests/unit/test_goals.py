from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.domain.goals import (
    ADVISED,
    EFFORT,
    Pace,
    PaceState,
    Rank,
    effort_split,
    explicitness,
    missing_to_be_explicit,
    pace,
)

START = date(2025, 1, 1)
END = START + timedelta(100)


def at(day: int) -> date:
    return START + timedelta(day)


@pytest.mark.parametrize(
    ("start", "target", "current", "due_on", "as_of", "expected"),
    [
        pytest.param(0, None, 1, END, at(5), None, id="no target"),
        pytest.param(0, 5, None, END, at(5), None, id="no value"),
        pytest.param(0, 4, 1, None, at(5), Pace(25, None, None, None), id="no date"),
        pytest.param(
            0, 4, 4, None, at(5), Pace(100, None, None, PaceState.DONE), id="done undated"
        ),
        pytest.param(90, 80, 85, END, at(50), Pace(50, 50, 0, PaceState.ON_TRACK), id="downwards"),
        pytest.param(0, 100, 40, END, at(50), Pace(40, 50, -10, PaceState.ON_TRACK), id="-10"),
        pytest.param(
            0, 100, 39.99, END, at(50), Pace(39.99, 50, -10.01, PaceState.SLIPPING), id="-10.01"
        ),
        pytest.param(0, 100, 25, END, at(50), Pace(25, 50, -25, PaceState.SLIPPING), id="-25"),
        pytest.param(0, 100, 24, END, at(50), Pace(24, 50, -26, PaceState.OFF_TRACK), id="-26"),
        pytest.param(0, 100, 99, END, END, Pace(99, 100, -1, PaceState.ON_TRACK), id="last day"),
        pytest.param(0, 100, 99, END, at(101), Pace(99, 100, -1, PaceState.MISSED), id="missed"),
        pytest.param(0, 100, 120, END, at(200), Pace(120, 100, 20, PaceState.DONE), id="beyond"),
        pytest.param(0, 100, 0, END, at(-9), Pace(0, 0, 0, PaceState.ON_TRACK), id="not begun"),
        pytest.param(0, 100, 0, START, at(-1), Pace(0, 0, 0, PaceState.ON_TRACK), id="one day"),
        pytest.param(
            0, 100, 0, START, START, Pace(0, 100, -100, PaceState.OFF_TRACK), id="one day, today"
        ),
        pytest.param(5, 5, 5, END, START, Pace(100, 0, 100, PaceState.DONE), id="nothing to do"),
        pytest.param(5, 5, 4, END, START, Pace(0, 0, 0, PaceState.ON_TRACK), id="keep a level"),
    ],
)
def test_pace(start, target, current, due_on, as_of, expected) -> None:  # type: ignore[no-untyped-def]
    assert pace(start, target, current, START, due_on, as_of) == expected


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 500), st.sets(st.sampled_from(Rank), min_size=1))
def test_effort_is_divided_without_rest_and_by_rank(touches: int, ranks: set[Rank]) -> None:
    split = effort_split(touches, ranks)
    assert sum(split.values()) == touches
    assert set(split) == ranks
    whole = sum(EFFORT[rank] for rank in ranks)
    for rank, share in split.items():
        assert abs(share - touches * EFFORT[rank] / whole) < 1
    in_order = [split[rank] for rank in Rank if rank in split]
    assert in_order == sorted(in_order, reverse=True)


def test_without_goals_there_is_nothing_to_divide() -> None:
    assert effort_split(5, []) == {}


FIVE = {
    "why": "why",
    "measured": "measure",
    "dated": "date",
    "peopled": "people",
    "next_action_dated": "next-action",
}


@pytest.mark.parametrize("lacking", [[], ["why"], ["dated", "peopled"], [*FIVE]])
def test_what_is_missing_to_be_explicit(lacking: list[str]) -> None:
    has = {name: name not in lacking for name in FIVE}
    assert missing_to_be_explicit(**has) == [FIVE[name] for name in lacking]
    assert explicitness(**has) == 100 - 20 * len(lacking)


def test_advice_covers_every_rank() -> None:
    assert [ADVISED[rank] for rank in Rank] == [1, 2, 3]
