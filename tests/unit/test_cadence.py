from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.domain.cadence import (
    DEFAULT_CADENCE,
    Cadence,
    Held,
    due_on,
    effective,
    is_ladder,
    ladder,
    longer,
    parse_cadence,
    qualifies,
    spread_days,
    unanswered,
)
from crm.domain.invalid import Invalid

MET = date(2025, 1, 1)
MONTH = Cadence(1, "m")
units = st.sampled_from("dwmy")
cadences = st.builds(Cadence, st.integers(1, 100), units)


def on(days: int, side: str = "me", answered: bool | None = None) -> Held:
    return Held(MET + timedelta(days), side, answered)


@pytest.mark.parametrize(
    ("text", "cadence"),
    [
        ("30d", Cadence(30, "d")),
        (" 2W ", Cadence(2, "w")),
        ("1 m", Cadence(1, "m")),
        ("100y", Cadence(100, "y")),
        ("none", None),
    ],
)
def test_cadences_are_read(text: str, cadence: Cadence | None) -> None:
    assert parse_cadence(text) == cadence


@pytest.mark.parametrize(
    "text", ["", "d", "0d", "-1d", "1.5m", "1h", "101y", "1201m", "99999999d", "²d", "٣d", "30"]
)
def test_what_is_no_cadence_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        parse_cadence(text)
    assert caught.value.code == "bad-cadence"
    assert caught.value.params == {"text": text}


@settings(max_examples=50, deadline=None)
@given(cadences)
def test_a_cadence_is_read_as_it_is_written(cadence: Cadence) -> None:
    assert parse_cadence(str(cadence)) == cadence


@pytest.mark.parametrize(
    ("cadence", "day", "due"),
    [
        ("1m", "2025-01-31", "2025-02-28"),
        ("1m", "2024-01-31", "2024-02-29"),
        ("1y", "2024-02-29", "2025-02-28"),
        ("3m", "2025-11-30", "2026-02-28"),
        ("2w", "2025-12-25", "2026-01-08"),
        ("1y", "9999-01-01", "9999-12-31"),
        ("9d", "9999-12-30", "9999-12-31"),
    ],
)
def test_intervals_follow_the_calendar(cadence: str, day: str, due: str) -> None:
    interval = parse_cadence(cadence)
    assert interval is not None
    assert interval.after(date.fromisoformat(day)) == date.fromisoformat(due)


def test_nominal_days() -> None:
    assert [Cadence(2, unit).days for unit in "dwmy"] == [2, 14, 60, 730]


def test_the_cadence_that_rules() -> None:
    own, tags = Cadence(1, "y"), [Cadence(5, "w"), MONTH]
    assert effective(own, tags, DEFAULT_CADENCE) == own
    assert effective(None, tags, DEFAULT_CADENCE) == MONTH
    assert effective(None, [], DEFAULT_CADENCE) == DEFAULT_CADENCE


@pytest.mark.parametrize(
    ("kind", "participants", "planned", "does"),
    [
        ("meeting", 1, False, True),
        ("group", 8, False, True),
        ("group", 9, False, False),
        ("reaction", 1, False, False),
        ("memo", 1, False, False),
        ("meeting", 1, True, False),
    ],
)
def test_what_resets_a_cadence(kind: str, participants: int, planned: bool, does: bool) -> None:
    assert qualifies(kind, participants, planned) is does


def test_the_ladder_is_capped_at_a_short_cadence() -> None:
    assert ladder(3, 4) == [1, 3, 3, 3]
    assert ladder(30, 0) == []


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])), cadences)
def test_the_spread_lies_between_a_quarter_and_the_whole(uid: str, cadence: Cadence) -> None:
    assert cadence.days / 4 <= spread_days(uid, cadence) <= cadence.days


def test_those_planted_together_do_not_fall_due_together() -> None:
    assert len({spread_days(f"uid-{n}", DEFAULT_CADENCE) for n in range(200)}) > 50


def due(held: list[Held], **changes: object) -> date | None:
    asked: dict[str, object] = {
        "uid": "u",
        "cadence": MONTH,
        "joined_on": MET,
        "met_on": None,
        "imported": False,
        "held": held,
        **changes,
    }
    return due_on(**asked)  # type: ignore[arg-type]


def test_the_address_book_is_never_due() -> None:
    assert due([on(0, "both")], joined_on=None) is None


def test_nobody_contacted_yet_is_due_after_the_spread() -> None:
    assert due([]) == MET + timedelta(spread_days("u", MONTH))
    assert due([], joined_on=date.max) == date.max


def test_due_is_the_last_contact_and_an_interval() -> None:
    assert due([on(30), on(0), on(14, "them")]) == date(2025, 2, 28)


NO, YES = False, True


@pytest.mark.parametrize(
    ("held", "woken", "count", "due_day"),
    [
        pytest.param([on(0)], None, 0, date(2025, 2, 1), id="nothing said changes nothing"),
        pytest.param([on(0, "me", NO)], None, 1, date(2025, 3, 1), id="one no doubles"),
        pytest.param([on(0, "me", NO), on(31, "me", NO)], None, 2, date(2025, 6, 1), id="two"),
        pytest.param(
            [on(0, "me", NO), on(5, "me", NO), on(9, "me", NO)], None, 3, None, id="three rest"
        ),
        pytest.param(
            [on(0, "me", NO), on(5), on(9, "me", NO)],
            None,
            2,
            date(2025, 5, 10),
            id="blank between",
        ),
        pytest.param(
            [on(0, "me", NO), on(5, "them"), on(9, "me", NO)],
            None,
            1,
            date(2025, 3, 10),
            id="they wrote between",
        ),
        pytest.param(
            [on(0, "me", NO), on(9, "me", YES)], None, 0, date(2025, 2, 10), id="answered at last"
        ),
        pytest.param(
            [on(0, "me", NO), on(0, "them")], None, 0, date(2025, 2, 1), id="they wrote that day"
        ),
        pytest.param(
            [on(0, "me", NO), on(5, "me", NO), on(9, "me", NO)],
            MET + timedelta(9),
            1,
            date(2025, 3, 10),
            id="woken",
        ),
        pytest.param(
            [on(0, "me", NO), on(5, "me", NO), on(9, "me", NO)],
            MET + timedelta(10),
            0,
            date(2025, 2, 10),
            id="woken after all",
        ),
    ],
)
def test_no_answer(held: list[Held], woken: date | None, count: int, due_day: date | None) -> None:
    for order in (held, held[::-1]):
        assert unanswered(order, woken) == count
        assert due(order, woken_on=woken) == due_day


@pytest.mark.parametrize(
    ("held", "due_day"),
    [
        pytest.param([on(0, "both")], 1, id="the meeting logged: the next day"),
        pytest.param([on(1)], 7, id="one touch: a nudge on day 7"),
        pytest.param([on(5)], 8, id="one late touch: three days later"),
        pytest.param([on(1), on(1, "me")], 7, id="two messages of a day are one touch"),
        pytest.param([on(0), on(1)], 7, id="a message on the day itself is of the meeting"),
        pytest.param([on(1), on(8)], 8 + 31, id="two touches: the cadence"),
        pytest.param([on(1), on(3, "them")], 3 + 7, id="answered: second rung"),
        pytest.param([on(1), on(3, "them"), on(4)], 4 + 7, id="counted from the last contact"),
        pytest.param([on(3, "both"), on(3, "them")], 3 + 7, id="two of a day are one rung"),
        pytest.param([on(3, "them"), on(9, "both")], 9 + 18, id="third rung"),
        pytest.param([on(n, "both") for n in (3, 9, 30)], 30 + 28, id="then the calendar"),
        pytest.param([on(n, "both") for n in (3, 9, 30, 70)], 70 + 31, id="and for good"),
        pytest.param([on(31, "both")], 31 + 28, id="not within thirty days"),
        pytest.param([on(-1, "both")], 30, id="known before"),
        pytest.param([on(1, "me", NO)], 1 + 59, id="no answer comes before the ladder"),
    ],
)
def test_a_relation_that_begins(held: list[Held], due_day: int) -> None:
    assert due(held, met_on=MET) == MET + timedelta(due_day)
    assert due(held[::-1], met_on=MET) == MET + timedelta(due_day)


def test_imported_people_have_no_ladder() -> None:
    assert due([on(3, "both")], met_on=MET, imported=True) == date(2025, 2, 4)
    assert not is_ladder(None, False, MET)


helds = st.lists(
    st.builds(
        on,
        st.integers(-60, 400),
        st.sampled_from(["me", "them", "both"]),
        st.sampled_from([None, NO, YES]),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=150, deadline=None)
@given(helds, cadences, st.none() | st.just(MET), st.randoms(use_true_random=False))
def test_due_comes_after_the_last_contact_in_any_order(held, cadence, met_on, random) -> None:  # type: ignore[no-untyped-def]
    got = due(held, cadence=cadence, met_on=met_on)
    shuffled = random.sample(held, len(held))
    assert due(shuffled, cadence=cadence, met_on=met_on) == got
    assert (got is None) == (unanswered(held) >= 3)
    if got is not None:
        assert got > max(contact.on for contact in held)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(1, "2w"), (14, "1m"), (30, "3m"), (45, "3m"), (90, "6m"), (180, "1y"), (365, "730d"),
     (36_525, "36525d")],
)  # fmt: skip
def test_a_longer_rhythm_is_the_usual_one_that_is_next(days: int, expected: str) -> None:
    assert str(longer(days)) == expected
