"""Goals: explicit, ranked, measured, linked, closed."""

from datetime import date

import pytest

from crm.errors import NotFound, WrongUsage
from crm.services import contacts, goals, history
from crm.services.agenda import day_list
from crm.services.contacts import Said
from crm.services.goals import GoalEdit, GoalSaid
from tests.conftest import TODAY
from tests.service.state import assert_derived


@pytest.fixture(autouse=True)
def sound(network):
    yield
    assert_derived(network)


@pytest.fixture
def goal(network):
    contacts.add(network, Said(name="Ana"))
    contacts.add(network, Said(name="Bo"), book=True)
    goals.add(network, GoalSaid("Find work", "Primary"))
    return network


def test_a_goal_says_what_it_lacks_to_be_explicit(network):
    contacts.add(network, Said(name="Ana"))
    bare = goals.add(network, GoalSaid("Find work", "primary")).card
    assert (bare.explicitness, bare.pace) == (0, None)
    assert bare.missing == ["why", "measure", "date", "people", "next-action"]
    full = GoalSaid(
        "Three clients", "secondary", why="rent", unit="clients", target=3, by="3m",
        wants=("Fotógrafo", "photographer", "brewer"), people=("Ana",),
    )  # fmt: skip
    card = goals.add(network, full).card
    assert (card.explicitness, card.missing) == (80, ["next-action"])
    assert card.wants == ["photographer", "brewer"]
    assert [p.name for p in card.people] == ["Ana"]
    assert (card.goal.due_on, card.goal.starts_on) == (date(2025, 9, 30), TODAY)
    assert (card.goal.current, card.pace.progress, card.pace.state) == (0, 0, "on-track")
    done = goals.next_action(network, "three", "write to Ana", by="friday", person=None)
    assert (done.explicitness, done.missing) == (100, [])


def test_more_of_a_rank_than_advised_is_told(network):
    added = [goals.add(network, GoalSaid(f"Goal {n}", "primary")) for n in range(2)]
    assert [(a.of_rank, a.advised) for a in added] == [(1, 1), (2, 1)]
    assert goals.add(network, GoalSaid("Other", "tertiary")).advised == 3


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (GoalSaid("", "primary"), "empty-text"), (GoalSaid("A", "first"), "unknown-value"),
        (GoalSaid("FIND  work", "primary"), "goal-exists"),
        (GoalSaid("A", "primary", target=0), "measure-without-way"),
        (GoalSaid("A", "primary", target=-1), "bad-measure"),
        (GoalSaid("A", "primary", target=float("nan")), "bad-measure"),
        (GoalSaid("A", "primary", start=float("inf")), "bad-measure"),
        (GoalSaid("A", "primary", target=1e16), "bad-measure"),
        (GoalSaid("A", "primary", by="2025-06-29"), "not-to-come"),
        (GoalSaid("A", "primary", by="soon"), "bad-date"),
        (GoalSaid("A", "primary", people=("Nobody",)), "nobody"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(goal, said, code):
    with pytest.raises((WrongUsage, NotFound)) as raised:
        goals.add(goal, said)
    assert raised.value.code == code
    assert len(goals.cards(goal, closed=True)) == 1


def test_progress_is_a_number_or_a_step(network):
    goals.add(network, GoalSaid("Clients", "primary", target=3, start=1))
    values = ["2", "+0.5", "+.5", "1", "123456789.123456789", "1e3"]
    current = [goals.progress(network, "1", value).goal.current for value in values]
    assert current == [2.0, 2.5, 3.0, 1.0, 123456789.123456789, 1000.0]
    card = goals.progress(network, "1", "3", "signed")
    assert card.pace.state == "done"
    assert card.progress[-1] == (TODAY, 3.0, "signed")
    assert len(card.progress) == 7
    for wrong in ("", "many", "-1", "nan", "inf", "1e16", "+1e16", "1,5"):
        with pytest.raises(WrongUsage) as raised:
            goals.progress(network, "1", wrong)
        assert raised.value.code == "bad-measure"


def test_a_goal_is_changed_and_ranked_anew(goal):
    goals.add(goal, GoalSaid("Rest", "tertiary", why="health"))
    edited = goals.edit(goal, "work", GoalEdit(rank="TERTIARY", why="rent", target="3", by="3m"))
    assert (edited.card.goal.rank, edited.of_rank, edited.advised) == ("tertiary", 2, 3)
    assert (edited.card.goal.why, edited.card.goal.target) == ("rent", 3)
    assert edited.card.goal.due_on == date(2025, 9, 30)
    named = goals.edit(goal, "work", GoalEdit(title="Find WORK", unit="clients", start="1"))
    assert (named.card.goal.title, named.card.goal.why) == ("Find WORK", "rent")
    late = goal._replace(today=date(2025, 12, 1))
    assert goals.edit(late, "work", GoalEdit(by="2025-09-30")).card.goal.due_on
    gone = goals.edit(goal, "work", GoalEdit(why="", target="", start="", by="", unit=""))
    assert gone.card.missing == ["why", "measure", "date", "people", "next-action"]
    assert history.undo(goal).action == "goal-edit"
    assert goals.card(goal, "work").goal.why == "rent"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (GoalEdit(title=" "), "empty-text"), (GoalEdit(title="REST"), "goal-exists"),
        (GoalEdit(rank="first"), "unknown-value"), (GoalEdit(target="0"), "measure-without-way"),
        (GoalEdit(target="many"), "bad-measure"), (GoalEdit(target="nan"), "bad-measure"),
        (GoalEdit(start="-1"), "bad-measure"), (GoalEdit(by="2025-06-29"), "not-to-come"),
    ],
)  # fmt: skip
def test_a_change_that_cannot_be_meant_is_refused(goal, changed, code):
    goals.add(goal, GoalSaid("Rest", "tertiary"))
    before = goals.card(goal, "work")
    with pytest.raises(WrongUsage) as raised:
        goals.edit(goal, "work", changed)
    assert raised.value.code == code
    assert goals.card(goal, "work") == before


def test_a_closed_goal_is_not_changed(goal):
    goals.close(goal, "work", dropped=True)
    with pytest.raises(WrongUsage) as raised:
        goals.edit(goal, "work", GoalEdit(rank="secondary"))
    assert raised.value.code == "goal-closed"


def test_a_goal_is_named_by_id_title_or_part(goal):
    goals.add(goal, GoalSaid("Find a mentor", "tertiary"))
    goals.add(goal, GoalSaid("100 % Ünder_par", "secondary"))
    titles = {
        "1": "Find work", "FIND WORK": "Find work", "work": "Find work", "mentor": "Find a mentor",
        "under_": "100 % Ünder_par", "%": "100 % Ünder_par", "3": "100 % Ünder_par",
    }  # fmt: skip
    assert {said: goals.card(goal, said).goal.title for said in titles} == titles
    assert goals.goal_id(goal, "mentor") == 2
    with pytest.raises(WrongUsage) as raised:
        goals.card(goal, "find")
    assert raised.value.code == "ambiguous-goal"
    assert raised.value.params["titles"] == ["Find work", "Find a mentor"]
    for nothing in ("", " ", "none", "9" * 30, "9" * 5000, "0"):
        if nothing != "0":
            with pytest.raises(NotFound):
                goals.card(goal, nothing)
    goals.close(goal, "mentor", dropped=True)
    assert goals.card(goal, "find").goal.title == "Find work"
    assert goals.card(goal, "mentor").goal.state == "dropped"


def test_people_and_roles_are_linked_once_and_taken_off(goal):
    card = goals.link(goal, "work", ["Ana", "Bo", "1"], ["Photographer", "fotógrafa"])
    assert [p.name for p in card.people] == ["Ana", "Bo"]
    assert card.wants == ["photographer"]
    assert contacts.named(goal, ["Bo"])[0].in_garden
    card = goals.link(goal, "work", ["Ana"], ["photographer", "brewer"], off=True)
    assert ([p.name for p in card.people], card.wants) == (["Bo"], [])


def test_a_next_action_stands_on_the_list_from_its_day(goal):
    goals.next_action(goal, "work", "update the CV", by="2025-07-02", person=None)
    goals.add(goal, GoalSaid("Mentor", "tertiary"))
    card = goals.next_action(goal, "mentor", "ask for advice", by="2025-07-01", person="Bo")
    assert [p.name for p in card.people] == ["Bo"]
    assert day_list(goal).lines == []
    later = goal._replace(today=date(2025, 7, 2))
    lines = day_list(later, everybody=True).lines
    shown = [(line.name, line.priority, line.days_overdue) for line in lines]
    assert shown[0] == (None, 45.0, 0)
    assert shown[1] == ("Bo", 28.0, 0)
    assert [r.code for r in lines[0].reasons] == ["action"]
    assert [r.code for r in lines[1].reasons] == ["action", "goal"]
    assert lines[0].reasons[0].params["action"] == "update the CV"
    assert lines[0].contact_id is lines[0].band is None
    goals.close(later, "work", dropped=False)
    assert [line.name for line in day_list(later, everybody=True).lines] == ["Bo"]
    cleared = goals.next_action(later, "mentor", "", by=None, person=None)
    assert (cleared.goal.next_action, cleared.goal.next_action_contact_id) == ("", None)
    assert day_list(later, everybody=True).lines == []


def test_an_undated_action_is_not_on_the_list(goal):
    goals.next_action(goal, "work", "some day", by=None, person="Ana")
    assert day_list(goal, everybody=True).lines == []


def test_a_closed_goal_is_kept_and_not_closed_again(goal):
    goals.add(goal, GoalSaid("Second", "secondary"))
    closed = goals.close(goal, "work", dropped=False)
    assert (closed.goal.state, closed.goal.closed_on) == ("reached", TODAY)
    with pytest.raises(WrongUsage) as raised:
        goals.close(goal, "1", dropped=True)
    assert raised.value.code == "goal-closed"
    assert [card.goal.title for card in goals.cards(goal)] == ["Second"]
    assert [card.goal.title for card in goals.cards(goal, closed=True)] == ["Find work", "Second"]
