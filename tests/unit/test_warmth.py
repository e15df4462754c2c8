from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crm.domain.warmth import WEIGHTS, Band, Kind, Touch, dry_in_days, score, warmth

TODAY = date(2025, 6, 30)
OTHER = {"me": "them", "them": "me"}

touch_lists = st.lists(
    st.builds(
        Touch,
        on=st.integers(-20, 600).map(lambda days: TODAY - timedelta(days)),
        kind=st.sampled_from(sorted(WEIGHTS)),
        side=st.sampled_from(["me", "them", "both"]),
        by=st.sampled_from([None, "me", "them"]),
        depth=st.integers(0, 3),
        ask=st.booleans(),
    ),
    max_size=12,
)
some_touches = touch_lists.filter(bool)
cadences = st.sampled_from([1, 7, 14, 30, 90, 365, 3650])
known = st.none() | st.integers(-100, 4000).map(lambda days: TODAY - timedelta(days))
seldom = settings(max_examples=120, deadline=None)


@seldom
@given(touch_lists, cadences, known)
def test_it_stays_within_bounds_and_its_terms_add_up(
    touches: list[Touch], cadence: int, known_since: date | None
) -> None:
    got = warmth(touches, TODAY, cadence, known_since)
    assert 0 <= got.score <= 100
    assert got.score == pytest.approx(sum(got[2:]), abs=0.021)
    assert got.score == score(touches, TODAY, cadence, known_since)
    assert 0 <= got.contact <= 50
    assert 0 <= got.reciprocity <= 25
    assert 0 <= got.depth <= 15
    assert 0 <= got.initiative <= 10


@seldom
@given(some_touches, cadences, known)
def test_adding_an_interaction_never_lowers_it(
    touches: list[Touch], cadence: int, known_since: date | None
) -> None:
    less = score(touches[1:], TODAY, cadence, known_since)
    assert score(touches, TODAY, cadence, known_since) >= less


@seldom
@given(some_touches, cadences, st.none() | st.integers(0, 4000), st.integers(0, 900))
def test_silence_never_raises_it(
    touches: list[Touch], cadence: int, known_before: int | None, later: int
) -> None:
    past = [touch for touch in touches if touch.on <= TODAY]
    first = min((touch.on for touch in past), default=TODAY)
    known_since = None if known_before is None else first - timedelta(known_before)
    then = score(past, TODAY + timedelta(later), cadence, known_since)
    assert then <= score(past, TODAY, cadence, known_since)


@seldom
@given(some_touches, cadences, known, st.data())
def test_depth_and_giving_never_lower_it(
    touches: list[Touch], cadence: int, known_since: date | None, data: st.DataObject
) -> None:
    before = score(touches, TODAY, cadence, known_since)
    one, *others = touches
    deeper = one._replace(depth=data.draw(st.integers(one.depth, 3)))
    assert score([deeper, *others], TODAY, cadence, known_since) >= before
    assert score([one._replace(ask=False), *others], TODAY, cadence, known_since) >= before


@seldom
@given(touch_lists, cadences, cadences, known)
def test_a_longer_cadence_never_lowers_it(
    touches: list[Touch], one: int, other: int, known_since: date | None
) -> None:
    short, long = sorted((one, other))
    assert score(touches, TODAY, long, known_since) >= score(touches, TODAY, short, known_since)


@seldom
@given(touch_lists, cadences, known, st.randoms(use_true_random=False))
def test_order_does_not_matter(touches, cadence, known_since, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = random.sample(touches, len(touches))
    before = warmth(touches, TODAY, cadence, known_since)
    assert warmth(shuffled, TODAY, cadence, known_since) == before


@seldom
@given(touch_lists, cadences, known)
def test_swapping_me_and_them_keeps_it(
    touches: list[Touch], cadence: int, known_since: date | None
) -> None:
    swapped = [
        touch._replace(
            side=OTHER.get(touch.side, touch.side), by=OTHER.get(touch.by or "", touch.by)
        )
        for touch in touches
    ]
    before = score(touches, TODAY, cadence, known_since)
    assert score(swapped, TODAY, cadence, known_since) == before


@seldom
@given(some_touches, cadences, known, st.integers(0, 700))
def test_moving_one_later_never_lowers_it(
    touches: list[Touch], cadence: int, known_since: date | None, days: int
) -> None:
    one, *others = touches
    assume(one.on <= TODAY)
    moved = one._replace(on=min(TODAY, one.on + timedelta(days)))
    assume(moved[:3] not in [other[:3] for other in others])
    before = score(touches, TODAY, cadence, known_since)
    assert score([moved, *others], TODAY, cadence, known_since) >= before


@seldom
@given(touch_lists, st.sampled_from([1, 7, 30, 90]), st.none() | st.integers(0, 2500))
def test_dry_in_days_is_the_first_dry_day(
    touches: list[Touch], cadence: int, known_before: int | None
) -> None:
    past = [touch for touch in touches if touch.on <= TODAY]
    first = min((touch.on for touch in past), default=TODAY)
    known_since = None if known_before is None else first - timedelta(known_before)
    dry = 0
    while score(past, TODAY + timedelta(dry), cadence, known_since) >= 50:
        dry += 1
    assert dry_in_days(touches, TODAY, cadence, known_since) == dry


def test_dry_in_days_reaches_past_the_end_of_the_calendar() -> None:
    meetings = [Touch(date.max, kind, "both", "me", 3) for kind in ("meeting", "project", "call")]
    assert dry_in_days(meetings, date.max, 36_500, None) > 36_500


def ago(days: int, kind: str = "message", side: str = "me", **more: int) -> Touch:
    return Touch(TODAY - timedelta(days), kind, side, None, **more)


@pytest.mark.parametrize(
    ("touches", "band"),
    [
        pytest.param([], Band.SEED, id="nothing"),
        pytest.param([ago(0, "memo")], Band.SEED, id="a note to oneself is no interaction"),
        pytest.param([ago(-1, "meeting", "both")], Band.SEED, id="planned"),
        pytest.param([ago(29)], Band.SPROUT, id="begun within a cadence"),
        pytest.param([ago(30)], Band.FADING, id="begun a cadence ago"),
        pytest.param([ago(29), ago(400)], Band.FADING, id="an answer missing"),
        pytest.param([ago(29, side="them"), ago(400)], Band.HEALTHY, id="not yet to be watered"),
        pytest.param([ago(30, side="them"), ago(400)], Band.FADING, id="watering day"),
        pytest.param([ago(2, "reaction", "them"), ago(400)], Band.DORMANT, id="only a reaction"),
        pytest.param([ago(45, "project", "both", depth=2)], Band.DRY, id="dry"),
        pytest.param([ago(1, "project", "both", depth=2)], Band.HEALTHY, id="healthy"),
        pytest.param([ago(900, "project", "both", depth=2)], Band.DORMANT, id="dormant"),
    ],
)
def test_bands(touches: list[Touch], band: Band) -> None:
    assert warmth(touches, TODAY, 30, None).band == band


def test_of_several_alike_on_a_day_the_largest_of_each_quantity_counts() -> None:
    alike = [
        ago(0, depth=0),
        ago(0, depth=2)._replace(ask=True),
        ago(0)._replace(ask=True, by="them"),
    ]
    plain = ago(0)
    got = warmth(alike, TODAY, 30, None)
    assert got.contact == warmth([plain], TODAY, 30, None).contact
    assert got.depth == warmth([plain._replace(depth=1)], TODAY, 30, None).depth
    assert got.initiative > 0


def test_every_kind_has_a_weight() -> None:
    assert set(WEIGHTS) == set(Kind)
