"""What holds of every match, whatever the people."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from crm.domain import matching, warmth

STRENGTHS = st.sampled_from(matching.STRENGTHS)
SHARED = st.integers(0, 40)
TIES = st.floats(0, 100)
AVAILABILITIES = st.sampled_from(("unavailable", "limited", "unknown", "open"))
RANKS = (None, "tertiary", "secondary", "primary")
ME = st.fixed_dictionaries(
    {"strength": STRENGTHS, "shared": SHARED, "goal": st.sampled_from(RANKS), "tie": TIES,
     "availability": AVAILABILITIES}
)  # fmt: skip
TWO = st.fixed_dictionaries(
    {"strength": STRENGTHS, "shared": SHARED, "needs": st.integers(0, 2),
     "ties": st.tuples(TIES, TIES), "availabilities": st.tuples(AVAILABILITIES, AVAILABILITIES),
     "same_circle": st.booleans(), "lately": st.booleans(), "acquainted": st.booleans()}
)  # fmt: skip


@given(ME)
def test_m_stays_within_its_bounds(said: dict[str, Any]) -> None:
    got = matching.with_me(**said)
    assert 0 <= got.score <= 100
    assert all(0 <= factor <= 1 for factor in got.factors)
    assert matching.score_with_me(**said) == got.score


@given(TWO)
def test_x_stays_within_its_bounds(said: dict[str, Any]) -> None:
    got = matching.of_two(**said)
    assert 0 <= got.score <= 100
    assert all(0 <= factor <= 1 for factor in got.factors)
    assert got.score == 0 or not said["acquainted"]


@given(TWO)
def test_x_is_the_same_from_both_sides(said: dict[str, Any]) -> None:
    turned = {
        **said,
        "ties": said["ties"][::-1],
        "availabilities": said["availabilities"][::-1],
    }
    assert matching.of_two(**said) == matching.of_two(**turned)


@given(ME, STRENGTHS)
def test_m_never_falls_with_a_stronger_pair(said: dict[str, Any], other: int) -> None:
    scores = [matching.score_with_me(**{**said, "strength": s})
              for s in sorted((said["strength"], other))]  # fmt: skip
    assert scores == sorted(scores)


@given(ME, SHARED)
def test_m_never_falls_with_more_shared_interests(said: dict[str, Any], other: int) -> None:
    scores = [matching.score_with_me(**{**said, "shared": s})
              for s in sorted((said["shared"], other))]  # fmt: skip
    assert scores == sorted(scores)


@given(ME)
def test_m_never_falls_with_a_higher_goal(said: dict[str, Any]) -> None:
    scores = [matching.score_with_me(**{**said, "goal": g}) for g in RANKS]
    assert scores == sorted(scores)


@given(ME, TIES)
def test_m_never_falls_with_a_warmer_tie(said: dict[str, Any], other: float) -> None:
    scores = [matching.score_with_me(**{**said, "tie": t}) for t in sorted((said["tie"], other))]
    assert scores == sorted(scores)


@given(ME)
def test_who_is_not_available_is_no_match(said: dict[str, Any]) -> None:
    assert matching.with_me(**{**said, "availability": "unavailable"}).score == 0


TODAY = date(2025, 6, 30)
TOUCHES = st.lists(
    st.builds(
        warmth.Touch,
        on=st.integers(0, 3000).map(lambda days: TODAY - timedelta(days)),
        kind=st.sampled_from(sorted(warmth.WEIGHTS)),
        side=st.sampled_from(("me", "them", "both")),
        depth=st.integers(0, 3),
        ask=st.booleans(),
    ),
    max_size=12,
)


@given(
    TOUCHES,
    st.integers(1, 800),
    st.none() | st.integers(0, 5000).map(lambda days: TODAY - timedelta(days)),
    st.integers(0, 400),
)
def test_no_tie_exceeds_its_bound(
    touches: list[warmth.Touch], cadence: int, known_since: date | None, later: int
) -> None:
    last = max((touch.on for touch in touches), default=None)
    glow = warmth.embers(touches, last, cadence) if last else None
    as_of = TODAY + timedelta(later)
    bound = warmth.tie_bound(glow, last, as_of, cadence, known_since, len(touches))
    assert warmth.score(touches, as_of, warmth.NO_CADENCE_DAYS, known_since) <= bound


def test_nobody_ever_met_has_no_tie() -> None:
    assert warmth.tie_bound(None, None, TODAY, None, None, 0) == 0
    assert warmth.tie_bound(None, None, TODAY, None, None, 1) == 100
