"""The day's list: who, why, in which order, and how many."""

from datetime import date, timedelta

import pytest

from crm.errors import WrongUsage
from crm.services import contacts, conversations, follow_ups, garden, goals, profile
from crm.services.agenda import day_list
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.goals import GoalSaid
from tests.conftest import TODAY
from tests.service.state import assert_derived


@pytest.fixture(autouse=True)
def sound(network):
    yield
    assert_derived(network)


def on(context, day):
    return context._replace(today=date.fromisoformat(day))


def add(network, name, last=None, **said):
    """Add a person, and one contact with them where `last` says when."""
    contacts.add(network, Said(name=name, **said))
    if last:
        conversations.log(network, Happened((name,), "Coffee", kind="call", on=last))


def lines(context, **options):
    return {line.name: line for line in day_list(context, **options).lines}


def codes(line):
    return [reason.code for reason in line.reasons]


def test_an_empty_network_has_an_empty_day(network):
    assert day_list(network) == ([], [], 0, None)
    assert day_list(network, days=60, everybody=True).lines == []
    assert not network.store.path.exists()


def test_a_line_says_who_and_why(network):
    add(network, "Ana", "2025-03-31", cadence="1m")
    (line,) = day_list(network).lines
    assert (line.name, line.day, line.due_on) == ("Ana", TODAY, date(2025, 4, 30))
    assert (line.days_overdue, line.band) == (61, "fading")
    assert line.terms.overdue == pytest.approx(10 + 30 * (1 - 2 ** (-61 / 30)), abs=0.006)
    assert line.priority == pytest.approx(sum(line.terms), abs=0.02)
    assert codes(line) == ["last"]
    assert line.reasons[0].params == {
        "on": date(2025, 3, 31), "kind": "call", "side": "both", "summary": "Coffee",
    }  # fmt: skip


def test_a_person_is_due_on_the_day_and_not_before(network):
    add(network, "Ana", "2025-05-30", cadence="1m")
    assert lines(network).keys() == {"Ana"}
    assert lines(network)["Ana"].days_overdue == 0
    assert lines(on(network, "2025-06-27")) == {}


def test_somebody_never_contacted_says_so(network):
    add(network, "Ana", cadence="1w")
    line = lines(on(network, "2025-07-10"))["Ana"]
    assert codes(line) == ["never"]
    assert line.reasons[0].params == {"garden_since": TODAY}
    assert line.band == "seed"


def test_fresh_people_come_at_once_and_their_points_fade(network):
    add(network, "Ana", met_on="2025-06-27", met_at="CodeMotion")
    points = {}
    for day in ("2025-06-30", "2025-07-01", "2025-07-02", "2025-07-04", "2025-07-07",
                "2025-07-11", "2025-07-14"):  # fmt: skip
        line = lines(on(network, day), everybody=True).get("Ana")
        points[day] = line and (line.terms.fresh, line.terms.overdue)
    assert points == {
        "2025-06-30": (30, 0), "2025-07-01": (30, 0), "2025-07-02": (20, 0), "2025-07-04": (20, 0),
        "2025-07-07": (10, 0), "2025-07-11": (10, 0), "2025-07-14": None,
    }  # fmt: skip
    line = lines(network)["Ana"]
    assert codes(line) == ["fresh"]
    assert line.reasons[0].params == {"met_on": date(2025, 6, 27), "met_at": "CodeMotion"}
    conversations.log(network, Happened(("Ana",), on="2025-06-27", kind="meeting"))
    assert codes(lines(network)["Ana"]) == ["fresh"]
    conversations.log(network, Happened(("Ana",), on="2025-06-28", side="me", kind="reaction"))
    assert codes(lines(network)["Ana"]) == ["fresh"]
    conversations.log(network, Happened(("Ana",), on="2025-06-29", side="me"))
    assert lines(network) == {}


def test_promises_are_ordered_by_how_late_they_are(network):
    for name, by in (("Late", "2025-06-29"), ("Today", "2025-06-30"), ("Soon", "2025-07-02"),
                     ("Far", "2025-07-10"), ("Theirs", "2025-06-30")):  # fmt: skip
        add(network, name)
        follow_ups.promise(network, name, "send it", by=by, mine=name != "Theirs")
    found = lines(network, everybody=True)
    assert {name: line.terms.promise for name, line in found.items()} == {
        "Late": 30, "Today": 22, "Soon": 22,
    }  # fmt: skip
    assert next(iter(found)) == "Late"
    assert codes(found["Late"]) == ["promise"]
    add(network, "Due", "2025-05-01", cadence="1m")
    follow_ups.promise(network, "Due", "send it", by="2025-07-20")
    assert lines(network, everybody=True)["Due"].terms.promise == 10
    follow_ups.promise(network, "Due", "no day", by=None)
    follow_ups.keep(network, 1)
    assert "Late" not in lines(network, everybody=True)


def test_a_promise_to_somebody_of_the_address_book_is_shown_without_a_band(network):
    contacts.add(network, Said(name="Ana"), book=True)
    follow_ups.promise(network, "Ana", "send it", by="today")
    line = lines(network)["Ana"]
    assert (line.band, line.due_on, line.terms.overdue) == (None, None, 0)


def test_dates_are_near_within_a_week(network):
    for name, birthday in (
        ("Today", "1990-06-30"), ("In3", "--07-03"), ("In7", "--07-07"), ("In8", "--07-08"),
        ("Month", "--07"), ("Year", "1990"),
    ):  # fmt: skip
        add(network, name, birthday=birthday)
    add(network, "Party", dates=("wedding: 2015-07-01",))
    found = lines(network, everybody=True)
    assert {name: line.terms.date for name, line in found.items()} == {
        "Today": 20, "Party": 12, "In3": 12, "In7": 6,
    }  # fmt: skip
    today, party = found["Today"].reasons[0], found["Party"].reasons[0]
    assert (today.code, today.params["years"], today.params["on"]) == ("birthday", 35, TODAY)
    assert (party.code, party.params["label"], party.params["years"]) == ("date", "wedding", 10)
    assert found["In3"].reasons[0].params["years"] is None


def test_dates_are_near_over_the_turn_of_a_year(network):
    add(network, "Ana", birthday="--01-02")
    found = lines(on(network, "2025-12-30"), everybody=True)
    assert found["Ana"].reasons[0].params["on"] == date(2026, 1, 2)


def test_goals_add_points_and_a_reason_and_do_not_make_anybody_due(network):
    for name in ("A", "B", "C"):
        add(network, name, "2025-05-01", cadence="1m")
    add(network, "Not due", "2025-06-29")
    for rank, people in (("primary", ("A", "B", "Not due")), ("tertiary", ("B", "C"))):
        goals.add(network, GoalSaid(f"The {rank}", rank, people=people))
    found = lines(network, everybody=True)
    assert {name: line.terms.goal for name, line in found.items()} == {"A": 25, "B": 25, "C": 8}
    assert codes(found["B"]) == ["last", "goal"]
    assert found["B"].reasons[1].params == {"title": "The primary", "rank": "primary"}
    goals.close(network, "The primary", dropped=True)
    found = lines(network, everybody=True)
    assert {name: line.terms.goal for name, line in found.items()} == {"A": 0, "B": 8, "C": 8}


def test_a_deed_with_somebody_makes_them_appear(network):
    add(network, "Ana", "2025-06-29")
    goals.add(network, GoalSaid("Find work", "secondary"))
    goals.next_action(network, "work", "ask Ana", by="2025-06-28", person="Ana")
    line = lines(network)["Ana"]
    assert (line.terms.deed, line.terms.goal) == (20, 15)
    assert codes(line) == ["action", "goal"]
    assert line.reasons[0].params["due"] == date(2025, 6, 28)


def test_on_weekends_and_days_off_only_that_very_day_is_shown(network):
    add(network, "Due", "2025-01-01", cadence="1m")
    add(network, "Birthday", birthday="--07-05")
    add(network, "Tomorrow", birthday="--07-06")
    add(network, "Fresh", met_on="2025-06-30")
    for name, by in (("Late", "2025-07-01"), ("Promise", "2025-07-05"), ("Soon", "2025-07-06")):
        add(network, name)
        follow_ups.promise(network, name, "send it", by=by)
    saturday = on(network, "2025-07-05")
    assert lines(saturday).keys() == {"Birthday", "Promise"}
    assert lines(saturday, everybody=True).keys() == {"Birthday", "Promise"}
    assert lines(on(network, "2025-07-06")).keys() == {"Tomorrow", "Soon"}
    monday = on(network, "2025-07-07")
    assert {"Due", "Late", "Promise", "Soon"} <= lines(monday, everybody=True).keys()
    profile.setting(network, "days_off", "2025-07-07")
    assert lines(monday, everybody=True) == {}


def test_the_musts_may_exceed_the_budget_by_two(network):
    for n in range(9):
        add(network, f"Late {n}")
        follow_ups.promise(network, f"Late {n}", "send it", by=f"2025-06-{10 + n}")
        add(network, f"Due {n}", "2025-05-01", cadence="1m")
    found = day_list(network).lines
    assert [line.name for line in found] == [f"Late {n}" for n in range(5)]
    assert len(day_list(network, budget=1).lines) == 3
    assert len(day_list(network, budget=12).lines) == 12


def test_at_most_one_reconnect_a_day(network):
    for n in range(4):
        add(network, f"Old {n}", f"2019-0{n + 1}-01", cadence="1m")
    add(network, "Due", "2025-05-20", cadence="1m")
    found = day_list(network).lines
    bands = [line.band for line in found]
    assert bands.count("dormant") == 1
    assert [codes(line) for line in found if line.band == "dormant"] == [["reconnect"]]
    assert {line.name for line in found} >= {"Due"}
    assert len(day_list(network, everybody=True).lines) == 5


def test_a_third_of_the_places_is_held_for_people_without_a_goal(network):
    names = tuple(f"Goal {n}" for n in range(8))
    for name in names:
        add(network, name, "2025-05-01", cadence="1m")
    goals.add(network, GoalSaid("Find work", "primary", people=names))
    assert len(day_list(network).lines) == 3
    add(network, "Plain", "2025-05-25", cadence="1m")
    assert [line.name for line in day_list(network).lines][-1] == "Plain"
    assert len(day_list(network, budget=1).lines) == 1
    assert day_list(network, budget=1).lines[0].name == "Plain"


def test_equal_priorities_go_by_days_overdue_and_then_by_age(network):
    for name in ("B", "A", "C"):
        add(network, name, "2025-05-01", cadence="1m")
    assert [line.name for line in day_list(network).lines] == ["B", "A", "C"]


def test_several_days_show_each_person_once(network):
    for n in range(8):
        add(network, f"Due {n}", "2025-05-20", cadence="1m")
    week = day_list(network, days=7).lines
    assert [line.day.day for line in week] == [30, 30, 30, 1, 1, 1, 2, 2]
    assert len({line.name for line in week}) == 8
    assert week[-1].day == TODAY + timedelta(2)
    assert week[-1].days_overdue == 12


@pytest.mark.parametrize(
    "options", [{"budget": 0}, {"budget": 51}, {"budget": -1}, {"days": 0}, {"days": 61}]
)
def test_a_list_of_nothing_or_too_much_is_refused(network, options):
    with pytest.raises(WrongUsage) as raised:
        day_list(network, **options)
    assert raised.value.code == "out-of-range"


def test_archived_and_resting_people_are_on_no_list(network):
    add(network, "Ana", "2025-01-01", cadence="1m", birthday="--06-30")
    add(network, "Bo", "2025-01-01", cadence="1m", birthday="--06-30", met_on="2025-06-29")
    follow_ups.promise(network, "Ana", "send it", by="today")
    contacts.archive(network, ["Ana"])
    garden.rest(network, ["Bo"])
    assert lines(network, everybody=True) == {}


def test_missed_runs_lose_nothing(network):
    add(network, "Ana", "2025-05-20", cadence="1m")
    a_month_later = lines(on(network, "2025-07-28"))
    assert a_month_later["Ana"].days_overdue == 38
    a_day_back = lines(on(network, "2025-06-20"))
    assert a_day_back["Ana"].days_overdue == 0
