"""Aims that can be counted, days of an event, and what came of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.domain import events
from crm.domain.dates import is_workday
from crm.domain.events import Meeting, Stance, Touch
from crm.domain.invalid import Invalid

THURSDAY = date(2026, 11, 19)
TODAY = date(2026, 12, 31)
NO_DAYS_OFF: frozenset[date] = frozenset()
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
offs = st.frozensets(days, max_size=5)
later = st.integers(0, 120).map(lambda n: THURSDAY + timedelta(n))
touches = st.builds(Touch, later, st.booleans())
meetings = st.builds(
    Meeting,
    st.integers(0, 3).map(lambda n: THURSDAY + timedelta(n)),
    st.booleans(),
    st.booleans(),
    st.lists(touches, max_size=4),
)


@pytest.mark.parametrize(
    ("aim", "count"),
    [
        ("meet 2 copywriters", 2), ("conocer a tres diseñadoras", 3), ("a talk", 1), ("", 1),
        ("one client for 2027", 1), ("12 cards, 3 coffees", 12), ("0 regrets", 1), ("ten!", 10),
        ("meet ٣ people", 1), ("9" * 400, 1),
    ],
)  # fmt: skip
def test_the_number_in_an_aim_is_its_target(aim, count):
    assert events.target(aim) == count


@given(st.text(max_size=60))
def test_any_aim_has_a_target(aim):
    assert 1 <= events.target(aim) <= events.LARGEST_TARGET


def test_an_event_does_not_end_before_it_starts():
    assert events.days(THURSDAY, None) == (THURSDAY, THURSDAY)
    with pytest.raises(Invalid) as raised:
        events.days(THURSDAY, THURSDAY - timedelta(1))
    assert raised.value.code == "event-ends-before"


@given(days, st.integers(0, 5), days)
def test_somebody_is_met_on_a_day_of_the_event_that_was(starts, length, today):
    ends = starts + timedelta(length)
    if today < starts:
        with pytest.raises(Invalid):
            events.met_day(starts, ends, today)
        return
    day = events.met_day(starts, ends, today)
    assert starts <= day <= min(today, ends)
    assert events.met_day(starts, ends, today, day) == day
    with pytest.raises(Invalid):
        events.met_day(starts, ends, today, ends + timedelta(1))


@given(days, offs)
def test_the_second_workday_is_the_last_that_counts(met_on, days_off):
    by = events.follow_up_by(met_on, days_off)
    assert is_workday(by, days_off)
    on_time = Meeting(met_on, True, False, [Touch(by, False)])
    late = Meeting(met_on, True, False, [Touch(by + timedelta(1), False)])
    assert events.is_followed_up(on_time, days_off)
    assert not events.is_followed_up(late, days_off)


def test_over_a_weekend_the_second_workday_is_on_monday():
    assert events.follow_up_by(THURSDAY, NO_DAYS_OFF) == date(2026, 11, 23)
    assert events.follow_up_by(THURSDAY, frozenset({date(2026, 11, 20)})) == date(2026, 11, 24)


def test_a_second_touch_is_one_they_took_part_in():
    def has(days_later, took_part):
        touch = Touch(THURSDAY + timedelta(days_later), took_part)
        return events.has_second_touch(Meeting(THURSDAY, True, False, [touch]))

    assert has(30, True)
    assert not has(31, True)
    assert not has(10, False)


STANCES = [
    ({"garden_since": THURSDAY}, Stance.ASK), ({"garden_since": None}, Stance.LET_GO),
    ({"garden_since": THURSDAY, "has_cadence": True}, Stance.KEPT),
    ({"garden_since": THURSDAY, "is_committed": True}, Stance.KEPT),
    ({"garden_since": THURSDAY, "woken_on": THURSDAY}, Stance.KEPT),
    ({"garden_since": THURSDAY, "woken_on": date(2026, 1, 1)}, Stance.ASK),
    ({"garden_since": date(2026, 1, 1), "met_here": False}, Stance.KNOWN),
    ({"garden_since": date(2026, 1, 1)}, Stance.KEPT),
    ({"garden_since": THURSDAY, "met_here": False}, Stance.ASK),
]  # fmt: skip


@pytest.mark.parametrize(("said", "stance"), STANCES)
def test_whoever_is_tended_already_is_not_asked_about(said, stance):
    assert events.stance(**{"met_here": True, "starts_on": THURSDAY, **said}) == stance


@given(st.lists(meetings, max_size=8), offs)
def test_shares_are_parts_of_a_whole_and_of_nothing_there_is_none(met, days_off):
    found = events.yielded(met, [(1, 2), (2, 2)], TODAY, days_off, helps=1)
    kept = sum(meeting.counts for meeting in met)
    for share in (found.followed_up, found.second_touch, found.active):
        assert 0 <= share.count <= share.of == kept
        assert (share.percent is None) == (kept == 0)
    assert found.aims == (1, 2)
    assert found.with_fact.of == len(met)


@given(st.lists(meetings, max_size=6), meetings)
def test_meeting_more_people_without_keeping_them_changes_no_share(met, more):
    """An event is never judged by the number of cards collected."""
    before = events.yielded(met, [], TODAY, NO_DAYS_OFF)
    after = events.yielded([*met, more._replace(counts=False)], [], TODAY, NO_DAYS_OFF)
    assert before[:3] == after[:3]


@given(meetings, touches)
def test_another_contact_never_makes_it_less(meeting, touch):
    more = meeting._replace(touches=[*meeting.touches, touch])
    for rule in (
        lambda m: events.is_followed_up(m, NO_DAYS_OFF),
        events.has_second_touch,
        lambda m: events.is_active(m, TODAY),
    ):
        assert rule(more) >= rule(meeting)


@given(days, st.integers(0, 5), days, st.integers(0, 5), days)
def test_what_takes_place_today_is_nearest(a, a_length, b, b_length, today):
    first = events.distance(a, a + timedelta(a_length), today)
    second = events.distance(b, b + timedelta(b_length), today)
    if a <= today <= a + timedelta(a_length) and not b <= today <= b + timedelta(b_length):
        assert first[0] == 0 < second[0]
