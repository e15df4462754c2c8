"""Mentors: growing independent, loops of guidance, who could be one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.domain.cadence import LONGEST, UNIT_DAYS, Cadence
from crm.domain.mentors import (
    SUGGEST_FROM,
    Loop,
    Nudge,
    Phase,
    TopicState,
    Written,
    candidacy,
    independence,
    is_redefinition_due,
    is_wheels_off,
    longer,
    nudges,
    overlap,
    reply_rate,
    waits_for_result,
    years_ahead,
)

TODAY = date(2025, 6, 30)
LEVELS = st.lists(st.integers(0, 4), max_size=8)


def ago(days: int) -> date:
    return TODAY - timedelta(days)


@pytest.mark.parametrize(
    ("levels", "expected"), [([], None), ([0], 0), ([4], 100), ([3, 4], 87.5), ([4, 2, 1], 58.33)]
)
def test_independence(levels, expected) -> None:  # type: ignore[no-untyped-def]
    assert independence(levels) == expected


@given(LEVELS.filter(bool))
def test_independence_lies_within_the_scale_and_grows_with_any_level(levels) -> None:  # type: ignore[no-untyped-def]
    whole = independence(levels) or 0.0
    assert 25 * min(levels) - 0.01 <= whole <= 25 * max(levels) + 0.01
    raised = [min(4, level + 1) for level in levels]
    assert (independence(raised) or 0.0) >= whole


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([], False), ([4, 4], False), ([3, 3, 3], True), ([0, 1, 3, 4, 3], True),
        ([4, 4, 2], False), ([4, 4, 4, 2, 4, 4], False),
    ],
)  # fmt: skip
def test_the_last_three_cases_take_the_training_wheels_off(levels, expected) -> None:  # type: ignore[no-untyped-def]
    assert is_wheels_off(levels) is expected


@given(LEVELS, LEVELS)
def test_only_the_last_three_cases_of_a_topic_count(before, levels) -> None:  # type: ignore[no-untyped-def]
    if len(levels) >= 3:
        assert is_wheels_off(before + levels) == is_wheels_off(levels)
        assert is_wheels_off(levels) == is_wheels_off(levels[:-3] + sorted(levels[-3:]))


@pytest.mark.parametrize(
    ("topics", "expected"),
    [([], False), ([[]], False), ([[4]], False), ([[3, 4]], False), ([[1, 3, 4, 3]], True),
     ([[3, 3, 3], [4, 4, 4]], True), ([[4, 4, 4], [3, 2, 4]], False), ([[4, 4, 4], []], False)],
)  # fmt: skip
def test_all_topics_almost_alone_suggest_redefinition(topics, expected) -> None:  # type: ignore[no-untyped-def]
    assert is_redefinition_due("cultivation", topics) is expected
    assert is_redefinition_due("separation", topics) is expected
    assert not is_redefinition_due("initiation", topics)
    assert not is_redefinition_due("redefinition", topics)


@pytest.mark.parametrize(
    ("before", "after"),
    [("2w", "3w"), ("1w", "11d"), ("1m", "45d"), ("2m", "3m"), ("3m", "135d"), ("1y", "18m"),
     ("2y", "3y"), ("1d", "2d"), ("100y", "100y"), ("99y", "1200m")],
)  # fmt: skip
def test_a_longer_rhythm(before, after) -> None:  # type: ignore[no-untyped-def]
    assert str(longer(Cadence(int(before[:-1]), before[-1]))) == after


@given(st.sampled_from(sorted(UNIT_DAYS)), st.integers(1, 100))
def test_a_longer_rhythm_is_half_as_long_again(unit, count) -> None:  # type: ignore[no-untyped-def]
    before = Cadence(count, unit)
    after = longer(before)
    assert 1 <= after.count <= LONGEST[after.unit]
    if count <= 66:
        assert after.days == pytest.approx(1.5 * before.days, rel=0.02, abs=0.6)


def test_guidance_without_a_result_waits_two_weeks() -> None:
    assert [waits_for_result(ago(days), TODAY) for days in (0, 13, 14, 400)] == [
        False, False, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 10), (11, 20), False), ((0, 10), (10, 20), True), ((5, None), (0, 4), False),
        ((5, None), (0, 5), True), ((5, None), (99, None), True), ((0, 99), (5, 6), True),
    ],
)  # fmt: skip
def test_agreements_overlap_when_they_share_a_day(one, other, expected) -> None:  # type: ignore[no-untyped-def]
    days = [TODAY + timedelta(day) if day is not None else None for day in (*one, *other)]
    assert overlap(*days) is expected  # type: ignore[arg-type]
    assert overlap(*days[2:], *days[:2]) is expected  # type: ignore[arg-type]


def test_years_ahead_need_both_beginnings() -> None:
    assert years_ahead(date(2018, 1, 1), date(2006, 7, 1)) == 11.5
    assert years_ahead(date(2006, 7, 1), date(2018, 1, 1)) == -11.5
    assert years_ahead(None, date(2018, 1, 1)) is years_ahead(date(2018, 1, 1), None) is None


@pytest.mark.parametrize(
    ("written", "heard", "expected"),
    [
        ([], [], None),
        ([(100, None)], [90], (1, 1)),
        ([(100, None)], [86], (1, 1)),
        ([(100, None)], [85, 101], (0, 1)),
        ([(100, False)], [90], (0, 1)),
        ([(100, True)], [], (1, 1)),
        ([(3, None)], [], None),
        ([(3, None)], [1], (1, 1)),
        ([(3, False)], [], (0, 1)),
        ([(364, None), (365, True), (20, None)], [360], (1, 2)),
        ([(-3, None)], [], None),
    ],
)
def test_reply_rate(written, heard, expected) -> None:  # type: ignore[no-untyped-def]
    messages = [Written(ago(days), answered) for days, answered in written]
    assert reply_rate(messages, [ago(days) for days in heard], TODAY) == expected


@given(
    st.lists(st.tuples(st.integers(-5, 500), st.sampled_from([None, True, False]))),
    st.lists(st.integers(0, 500)),
)
def test_reply_rate_is_a_share_of_what_was_written(written, heard) -> None:  # type: ignore[no-untyped-def]
    messages = [Written(ago(days), answered) for days, answered in written]
    got = reply_rate(messages, [ago(days) for days in heard], TODAY)
    if got is not None:
        answered, outgoing = got
        assert 0 <= answered <= outgoing <= len(messages)
        assert outgoing > 0


CANDIDATE = st.fixed_dictionaries(
    {
        "advice": st.integers(0, 9),
        "years_ahead": st.none() | st.floats(-20, 40),
        "goal": st.sampled_from([None, "tertiary", "secondary", "primary"]),
        "warmth": st.floats(0, 100),
        "reply_rate": st.none() | st.floats(0, 1),
    }
)


@given(CANDIDATE)
def test_a_candidacy_lies_between_0_and_100_and_its_terms_add_up(said) -> None:  # type: ignore[no-untyped-def]
    got = candidacy(**said)
    assert 0 <= got.score <= 100
    terms = {name: points for name, points in got._asdict().items() if name != "score"}
    assert got.unknown == [name for name, points in terms.items() if points is None]
    most = {"advice": 30, "years_ahead": 25, "goal": 20, "warmth": 15, "reply_rate": 10}
    known = {name: points for name, points in terms.items() if points is not None}
    whole = sum(most[name] for name in known)
    assert got.score == pytest.approx(100 * sum(known.values()) / whole, abs=0.05)


@given(CANDIDATE, st.sampled_from(["advice", "years_ahead", "goal", "warmth", "reply_rate"]))
def test_a_candidacy_never_falls_when_a_known_term_rises(said, term) -> None:  # type: ignore[no-untyped-def]
    steps = {
        "advice": list(range(6)),
        "years_ahead": [-3.0, 0.0, 2.0, 9.5, 10.0, 30.0],
        "goal": [None, "tertiary", "secondary", "primary"],
        "warmth": [0.0, 10.0, 60.0, 100.0],
        "reply_rate": [0.0, 0.4, 1.0],
    }
    scores = [candidacy(**{**said, term: value}).score for value in steps[term]]
    assert all(later >= earlier for earlier, later in pairwise(scores))


def test_what_is_not_known_neither_helps_nor_harms() -> None:
    full = candidacy(advice=3, years_ahead=10, goal="primary", warmth=100, reply_rate=1)
    bare = candidacy(advice=3, years_ahead=None, goal="primary", warmth=100, reply_rate=None)
    assert full.score == bare.score == 100
    assert bare.unknown == ["years_ahead", "reply_rate"]
    assert candidacy(advice=0, years_ahead=None, goal=None, warmth=0, reply_rate=None).score == 0
    assert SUGGEST_FROM == 60


def _nudges(**given):  # type: ignore[no-untyped-def]
    said = {
        "phase": "cultivation", "rhythm": Cadence(2, "w"), "until_on": None, "topics": [],
        "loops": [], "as_of": TODAY,
    }  # fmt: skip
    return nudges(**(said | given))  # type: ignore[arg-type]


def test_nudges_tell_which_loop_is_open() -> None:
    loops = [
        Loop(1, ago(60), True, True), Loop(2, ago(5), True, False), Loop(3, ago(13), False, False),
        Loop(4, ago(14), False, False),
    ]  # fmt: skip
    assert _nudges(loops=loops) == [
        Nudge("report-back", {"id": 2}), Nudge("no-result", {"id": 4, "days": 14}),
    ]  # fmt: skip


def test_nudges_suggest_a_longer_rhythm_and_a_new_phase() -> None:
    off, on = TopicState("pricing", [1, 3, 3, 4], ago(30)), TopicState("scope", [2], ago(0))
    assert _nudges(topics=[off, on]) == [
        Nudge("wheels-off", {"topics": ["pricing"], "cadence": "3w"})
    ]
    assert _nudges(topics=[off], rhythm=None) == [
        Nudge("wheels-off", {"topics": ["pricing"], "cadence": None}), Nudge("redefine", {}),
    ]  # fmt: skip
    assert [n.code for n in _nudges(topics=[off], phase=Phase.REDEFINITION)] == ["wheels-off"]
    long_since = [off._replace(last_on=ago(31)), TopicState("scope", [], None)]
    assert _nudges(topics=long_since) == []


@pytest.mark.parametrize(
    ("days", "codes"), [(15, []), (14, ["ends-soon"]), (0, ["ends-soon"]), (-1, ["time-over"])]
)
def test_nudges_tell_when_the_agreement_ends(days, codes) -> None:  # type: ignore[no-untyped-def]
    until = TODAY + timedelta(days)
    found = _nudges(until_on=until)
    assert [nudge.code for nudge in found] == codes
    assert all(nudge.params == {"until": until} for nudge in found)
