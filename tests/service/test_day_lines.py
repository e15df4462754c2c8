"""Today's list as it is shown: its numbers, what is done of it, what it asks, once a day."""

import sqlite3
from datetime import date, timedelta

import pytest

from crm.domain import agenda as rules
from crm.errors import NotFound, WrongUsage
from crm.services import afterwards, contacts, conversations, day_lines, follow_ups, goals, history
from crm.services.agenda import day_list, first_time, shown
from crm.services.card import card
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.goals import GoalSaid
from tests.conftest import TODAY
from tests.service.state import assert_derived, assert_indexed

NEXT_DAY = TODAY + timedelta(1)


@pytest.fixture(autouse=True)
def sound(network):
    yield
    assert_derived(network)
    assert_indexed(network)


def overdue(network, *names):
    """Add people, the first of them the longest overdue."""
    for later, name in enumerate(names):
        last = date(2025, 5, 5 + 5 * later).isoformat()
        contacts.add(network, Said(name=name, cadence="1m"))
        conversations.log(network, Happened((name,), "Coffee", kind="call", on=last))


def listed(network, **options):
    """Show today's list, and give its names by number."""
    return {line.number: line.name for line in shown(network, day_list(network, **options)).lines}


def test_numbers_hold_through_the_day(network):
    overdue(network, "Ana", "Bo", "Cy", "Di")
    assert listed(network) == {1: "Ana", 2: "Bo", 3: "Cy"}
    conversations.log(network, Happened(("Ana",)))
    assert listed(network) == {2: "Bo", 3: "Cy"}
    assert day_list(network).dealt_with == 1
    follow_ups.snooze(network, "#2", "3d")
    assert listed(network) == {3: "Cy"}
    assert [line.name for line in day_list(network, everybody=True).lines] == ["Cy", "Di"]
    history.undo(network)
    history.undo(network)
    assert listed(network) == {1: "Ana", 2: "Bo", 3: "Cy"}
    assert listed(network._replace(today=NEXT_DAY)) == {1: "Di", 2: "Ana", 3: "Bo"}


def on_list(context, day):
    return set(listed(context._replace(today=day)).values())


def test_whoever_was_shown_and_left_yields_to_others(network):
    overdue(network, "Ana", "Bo", "Cy", "Di", "Ed", "Flo")
    assert on_list(network, date(2025, 7, 7)) == {"Ana", "Bo", "Cy"}
    assert on_list(network, date(2025, 7, 8)) == {"Di", "Ed", "Flo"}
    assert on_list(network, date(2025, 7, 9)) == {"Ana", "Bo", "Cy"}
    assert on_list(network, date(2025, 7, 10)) == {"Di", "Ed", "Flo"}
    assert on_list(network, date(2025, 7, 12)) == set(), "a Saturday"


def test_whoever_was_left_comes_again_where_there_is_room(network):
    overdue(network, "Ana", "Bo")
    for day in (7, 8, 9, 10):
        assert on_list(network, date(2025, 7, day)) == {"Ana", "Bo"}


def test_a_new_ground_ends_the_rest(network):
    overdue(network, "Ana", "Bo", "Cy", "Di", "Ed", "Flo")
    assert on_list(network, date(2025, 7, 7)) == {"Ana", "Bo", "Cy"}
    context = network._replace(today=date(2025, 7, 8))
    follow_ups.promise(context, "Ana", "call", by="tomorrow")
    assert "Ana" in on_list(network, date(2025, 7, 8))
    assert "Ana" in on_list(network, date(2025, 7, 9))
    assert "Ana" in on_list(network, date(2025, 7, 10))


@pytest.mark.parametrize(("lists", "comes_on"), [(3, 5), (5, 6), (99, None)])
def test_whoever_is_passed_over_takes_a_place_in_the_end(network, monkeypatch, lists, comes_on):
    monkeypatch.setattr(rules, "PASSED_OVER_LISTS", lists)
    overdue(network, "Ana", "Bo", "Cy", "Di")
    contacts.add(network, Said(name="Zoe", cadence="2w"))
    seen = []
    for number in range(7):
        day = date(2025, 7, 21 + number + 2 * (number > 4))
        context = network._replace(today=day)
        seen += [line.name for line in shown(context, day_list(context, budget=1)).lines]
    assert (seen.index("Zoe") if "Zoe" in seen else None) == comes_on


def test_a_must_joins_the_list_and_others_take_no_place_that_was_used(network):
    overdue(network, "Ana", "Bo", "Cy", "Di", "Ed")
    listed(network)
    follow_ups.promise(network, "Ed", "call back", by="today")
    assert listed(network) == {1: "Ana", 2: "Bo", 3: "Cy", 4: "Ed"}
    for name in ("Ana", "Bo", "Cy", "Ed"):
        conversations.log(network, Happened((name,)))
    day_lines.done(network, [4])
    assert listed(network) == {}
    assert day_list(network).dealt_with == 4
    assert [line.name for line in day_list(network._replace(today=NEXT_DAY)).lines] == ["Di"]


def test_a_list_that_had_room_takes_who_falls_due(network):
    overdue(network, "Ana")
    assert listed(network) == {1: "Ana"}
    overdue(network, "Bo", "Cy", "Di")
    assert listed(network) == {1: "Ana", 2: "Bo", 3: "Cy"}


def test_a_larger_budget_lengthens_the_list(network):
    overdue(network, "Ana", "Bo", "Cy", "Di")
    assert listed(network, budget=1) == {1: "Ana"}
    assert listed(network, budget=4) == {1: "Ana", 2: "Bo", 3: "Cy", 4: "Di"}
    assert len(day_list(network, budget=2).lines) == 2


def test_a_day_has_one_reconnect_also_when_it_is_done(network):
    for name in ("Old", "Older", "Oldest"):
        contacts.add(network, Said(name=name, cadence="2w", known_since="2020-01-01"))
        conversations.log(network, Happened((name,), on="2022-01-01"))
    contacts.add(network, Said(name="New", cadence="1m"))
    conversations.log(network, Happened(("New",), kind="call", on="2025-05-25"))
    first = day_list(network)
    assert [line.band for line in first.lines].count("dormant") == 1
    assert len(listed(network)) == 2
    assert len(listed(network)) == 2


def test_only_looking_numbers_nothing(network):
    overdue(network, "Ana")
    assert [line.number for line in day_list(network).lines] == [None]
    with pytest.raises(NotFound) as error:
        card(network, "#1")
    assert error.value.code == "list-not-shown"


def test_a_line_names_its_person_wherever_a_person_is_named(network):
    overdue(network, "Ana", "Bo")
    listed(network)
    assert card(network, "#2").person.name == "Bo"
    assert card(network, "+2").person.name == "Bo"
    assert conversations.log(network, Happened(("+1",))).people[0].name == "Ana"
    for line in ("#3", "+0", "#99999999999999999999"):
        with pytest.raises(NotFound):
            card(network, line)


def test_done_logs_a_message_and_keeps_the_promise(network):
    overdue(network, "Ana", "Bo")
    promise = follow_ups.promise(network, "Ana", "send the portfolio", by="1d")
    follow_ups.promise(network, "Ana", "some day", by=None)
    listed(network)
    (finished,) = day_lines.done(network, [1])
    assert (finished.name, finished.kept) == ("Ana", ["send the portfolio"])
    stands = card(network, "Ana")
    assert [p.id for p in stands.promises] != [promise.id]
    latest = stands.timeline[0]
    assert (latest.kind, latest.side, latest.begun_by, latest.day) == ("message", "me", "me", TODAY)
    with pytest.raises(WrongUsage) as error:
        day_lines.done(network, [1])
    assert error.value.code == "line-done-already"
    history.undo(network)
    assert [p.text for p in card(network, "Ana").promises] == ["send the portfolio", "some day"]
    assert listed(network)[1] == "Ana"


def test_done_takes_words_for_one_line(network):
    overdue(network, "Ana", "Bo")
    listed(network)
    (finished,) = day_lines.done(network, [1], "called, she moved to Lisbon")
    assert finished.logged.kind == "call"
    assert card(network, "Ana").timeline[0].summary == "called, she moved to Lisbon"
    with pytest.raises(WrongUsage):
        day_lines.done(network, [1, 2], "called")
    (finished,) = day_lines.done(network, [2], kind="meeting")
    assert (finished.logged.kind, finished.logged.side) == ("meeting", "both")


def test_several_lines_done_are_one_change(network):
    overdue(network, "Ana", "Bo")
    listed(network)
    assert [each.name for each in day_lines.done(network, [2, 1, 2])] == ["Bo", "Ana"]
    history.undo(network)
    assert listed(network) == {1: "Ana", 2: "Bo"}
    with pytest.raises(NotFound) as error:
        day_lines.done(network, [1, 9])
    assert error.value.params == {"line": 9, "lines": 2}
    assert listed(network) == {1: "Ana", 2: "Bo"}


def test_a_step_of_a_goal_is_a_line_too(network):
    overdue(network, "Ana")
    goals.add(network, GoalSaid(title="Teach", rank="primary"))
    goals.next_action(network, "Teach", "write the outline", by="today", person=None)
    goals.add(network, GoalSaid(title="Sell", rank="tertiary"))
    goals.next_action(network, "Sell", "ask Ana", by="today", person="Ana")
    names = listed(network)
    assert sorted(map(str, names.values())) == ["Ana", "None"]
    (step,) = [number for number, name in names.items() if name is None]
    with pytest.raises(NotFound) as error:
        card(network, f"#{step}")
    assert error.value.code == "line-without-person"
    finished = day_lines.done(network, sorted(names))
    assert {(each.action, each.goal) for each in finished} == {
        ("write the outline", "Teach"), ("ask Ana", "Sell"),
    }  # fmt: skip
    assert listed(network) == {}
    with pytest.raises(WrongUsage):
        day_lines.done(network, [step])


def asked(network, day=TODAY):
    context = network._replace(today=day)
    return [
        (question.code, *(name for _id, name in question.people))
        for question in shown(context, day_list(context)).questions
    ]


def test_an_answer_is_asked_for_once_after_seven_days(network):
    contacts.add(network, Said(name="Ana", cadence="1m"))
    conversations.log(network, Happened(("Ana",), side="me", on="2025-06-30"))
    assert asked(network, date(2025, 7, 4)) == []
    assert asked(network, date(2025, 7, 7)) == [("answered", "Ana")]
    assert asked(network, date(2025, 7, 7)) == [("answered", "Ana")]
    assert asked(network, date(2025, 7, 8)) == []


@pytest.mark.parametrize(
    "happened",
    [
        {"side": "both"}, {"side": "them"}, {"side": "me", "kind": "meeting"},
        {"side": "me", "answered": True}, {"side": "me", "answered": False},
        {"side": "me", "kind": "memo"},
    ],
)  # fmt: skip
def test_no_answer_is_asked_for_where_there_can_be_none(network, happened):
    contacts.add(network, Said(name="Ana", cadence="1m"))
    conversations.log(network, Happened(("Ana",), on="2025-06-20", **happened))
    assert asked(network) == []


def test_no_answer_is_asked_for_after_a_later_contact_or_to_a_group(network):
    for name in ("Ana", "Bo", "Cy"):
        contacts.add(network, Said(name=name))
    conversations.log(network, Happened(("Ana",), side="me", on="2025-06-20"))
    conversations.log(network, Happened(("Ana",), side="them", on="2025-06-20"))
    conversations.log(network, Happened(("Bo", "Cy"), side="me", on="2025-06-20"))
    assert asked(network) == []
    conversations.log(network, Happened(("Cy",), side="me", on="2025-06-21"))
    assert asked(network) == [("answered", "Cy")]
    contacts.archive(network, ["Cy"])
    assert asked(network) == []


def test_what_was_said_of_an_answer_moves_the_next_contact(network):
    contacts.add(network, Said(name="Ana", cadence="1m"))
    with pytest.raises(NotFound):
        afterwards.answered(network, "Ana")
    conversations.log(network, Happened(("Ana",), side="me", on="2025-06-20"))
    person, message = afterwards.answered(network, "Ana", yes=False)
    assert (person.name, message.answered) == ("Ana", False)
    assert card(network, "Ana").person.next_due_on == date(2025, 8, 20)
    afterwards.answered(network, "Ana")
    assert card(network, "Ana").person.next_due_on == date(2025, 7, 20)
    assert asked(network) == []


def test_a_plan_whose_day_has_passed_is_asked_about_once(network):
    contacts.add(network, Said(name="Ana"))
    contacts.add(network, Said(name="Bo"))
    plan = conversations.log(network, Happened(("Ana", "Bo"), kind="meeting", on="2025-07-04"))
    assert asked(network, date(2025, 7, 4)) == []
    assert asked(network, date(2025, 7, 5)) == []
    assert asked(network, date(2025, 7, 7)) == [("held", "Ana", "Bo")]
    assert asked(network, date(2025, 7, 8)) == []
    assert afterwards.drop(network, plan.id) == ["Ana", "Bo"]
    assert card(network, "Ana").timeline == []
    with pytest.raises(NotFound):
        afterwards.drop(network, plan.id)


def test_dropping_takes_the_contact_back_and_leaves_what_was_learned(network):
    contacts.add(network, Said(name="Ana", cadence="1m"))
    said = Happened(("Ana",), "Coffee", on="2025-06-20", facts=("work: moved",), promises=("call",))
    logged = conversations.log(network, said)
    afterwards.drop(network, logged.id)
    stands = card(network, "Ana")
    assert stands.person.last_contact_on is None
    assert [fact.text for fact in stands.facts] == ["moved"]
    assert [promise.text for promise in stands.promises] == ["call"]
    history.undo(network)
    assert card(network, "Ana").person.last_contact_on == date(2025, 6, 20)


def test_a_list_is_shown_also_where_nothing_can_be_written(network):
    overdue(network, "Ana", "Bo")
    network.store.close()
    holder = sqlite3.connect(network.store.path)
    holder.execute("BEGIN IMMEDIATE")
    try:
        assert listed(network) == {1: "Ana", 2: "Bo"}
    finally:
        holder.close()
    assert day_list(network).dealt_with == 0
    assert [line.number for line in day_list(network).lines] == [None, None]


def test_a_channel_gets_the_list_once_a_day(network):
    overdue(network, "Ana")
    assert first_time(network, "shell")
    assert not first_time(network, "shell")
    assert first_time(network, "mail")
    assert first_time(network._replace(today=NEXT_DAY), "shell")


def test_an_opener_that_went_out_is_remembered(network):
    overdue(network, "Ana")
    day_lines.handed_out(network, 1, "fact:1")
    from crm.store.reads.day import proposed

    with network.store.reading() as connection:
        assert proposed(connection, [1]) == {1: [(TODAY, "fact:1")]}
