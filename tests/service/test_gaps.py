"""`goal gaps` and `review`: what goals lack, where the effort went, what the garden asks."""

from collections import Counter

import pytest

from crm.errors import NotFound
from crm.services import contacts, conversations, follow_ups, gaps, garden, giving, goals, profile
from crm.services.card import card
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.giving import GivingSaid
from crm.services.goals import GoalSaid
from crm.services.listening import heard
from crm.services.review import review
from crm.store.reads import gaps as reads


@pytest.fixture
def wanting(network):
    """A goal that wants a copywriter and a photographer; people who could be either."""
    contacts.add(network, Said(name="Ana", roles=("copywriter",)))
    contacts.add(network, Said(name="Bo", roles=("copywriter",)), book=True)
    contacts.add(network, Said(name="Cy", skills=("website copywriter",)))
    contacts.add(network, Said(name="Di", knows=("Bo",)))
    goals.add(network, GoalSaid("Teach", "primary", wants=("copywriter", "photographer")))
    return network


def of_role(found, role):
    (wanted,) = [wanted for wanted in found.wanted if wanted.role == role]
    return wanted


def test_a_role_that_nobody_fills_names_who_could_and_who_knows_them(wanting):
    (found,) = gaps.gaps(wanting)
    wanted = of_role(found, "copywriter")
    assert wanted.filled_by == []
    assert [(c.could.name, c.could.by, c.could.in_garden) for c in wanted.candidates] == [
        ("Ana", "role", True), ("Cy", "skill", True), ("Bo", "role", False),
    ]  # fmt: skip
    assert [name for _id, name in wanted.candidates[2].known_by] == ["Di"]
    assert of_role(found, "photographer").candidates == []
    assert found.missing == ["why", "measure", "date", "next-action"]


def test_a_role_is_filled_by_somebody_linked(wanting):
    goals.link(wanting, "Teach", ["Ana"], [])
    wanted = of_role(gaps.gaps(wanting, "teach")[0], "copywriter")
    assert ([name for _id, name in wanted.filled_by], wanted.candidates) == (["Ana"], [])


def test_whoever_is_put_away_or_not_available_is_not_proposed(wanting):
    contacts.archive(wanting, ["Ana"])
    contacts.edit(wanting, "Cy", Said(availability="unavailable"))
    wanted = of_role(gaps.gaps(wanting)[0], "copywriter")
    assert [c.could.name for c in wanted.candidates] == ["Bo"]


def test_no_goal_of_that_name(wanting):
    with pytest.raises(NotFound):
        gaps.gaps(wanting, "sell")


def test_effort_is_held_against_the_ranks(wanting):
    goals.add(wanting, GoalSaid("Sell", "tertiary"))
    goals.link(wanting, "Teach", ["Ana"], [])
    goals.link(wanting, "Sell", ["Cy"], [])
    assert gaps.effort(wanting) == (
        {"primary": 0, "tertiary": 0},
        {"primary": 0, "tertiary": 0},
        None,
    )
    for day in ("2025-06-02", "2025-06-10", "2025-06-20"):
        conversations.log(wanting, Happened(("Cy",), on=day))
    conversations.log(wanting, Happened(("Ana",), on="2025-05-01"))
    assert gaps.effort(wanting) == (
        {"primary": 0, "tertiary": 3},
        {"primary": 2, "tertiary": 1},
        "primary",
    )
    for day in ("2025-06-03", "2025-06-11", "2025-06-21"):
        conversations.log(wanting, Happened(("Ana",), on=day))
    assert gaps.effort(wanting).neglected is None


def test_the_week_in_one_look(wanting):
    conversations.log(wanting, Happened(("Ana",), kind="call", on="2025-06-25"))
    conversations.log(wanting, Happened(("Cy",), kind="reaction", on="2025-06-26"))
    follow_ups.promise(wanting, "Ana", "some day", by=None)
    follow_ups.promise(wanting, "Ana", "in time", by="3d")
    later = wanting._replace(today=wanting.today.replace(month=7, day=20))
    week = review(later)
    assert [promise.text for promise in week.promises] == ["in time", "some day"]
    assert review(wanting).contacts == 1
    assert review(wanting).gives == []


def test_the_load_and_when_all_are_caught_up(network):
    for number in range(30):
        contacts.add(network, Said(name=f"P{number}", cadence="30d"))
    load = review(network).load
    assert (load.people, round(load.per_workday, 2), load.budget) == (30, 1.4, 3)
    assert (load.backlog, load.days_left, load.fitting_days) == (0, 0, None)
    profile.setting(network, "budget", "1")
    load = review(network).load
    assert (load.days_left, load.fitting_days) == (None, 42)


def test_relations_that_fade_are_named_the_warmest_first(network):
    for name, last in (("Ana", "2025-04-10"), ("Bo", "2025-03-20"), ("Cy", "2025-06-25")):
        contacts.add(network, Said(name=name, cadence="1m"))
        conversations.log(network, Happened((name,), kind="call", on=last))
    assert [each.name for each in review(network).fading] == ["Ana", "Bo"]
    garden.rest(network, ["Ana"])
    assert [each.name for each in review(network).fading] == ["Bo"]


def test_the_garden_by_band_is_what_each_card_says(network):
    for number, (kind, last) in enumerate(
        [("project", "2025-06-29"), ("meeting", "2025-06-20"), ("meeting", "2025-05-25"),
         ("call", "2025-04-10"), ("message", "2024-06-30"), ("", "")]
    ):  # fmt: skip
        contacts.add(network, Said(name=f"P{number}", cadence="1m", known_since="2024-01-01"))
        if kind:
            conversations.log(network, Happened((f"P{number}",), kind=kind, on=last))
            conversations.log(network, Happened((f"P{number}",), kind="message", on="2024-05-01"))
    contacts.add(network, Said(name="Known only"), book=True)
    said = [card(network, f"P{number}").band for number in range(6)]
    week = review(network)
    assert {str(band): count for band, count in week.bands.items()} == Counter(said)
    assert list(week.bands) == ["healthy", "dry", "fading", "dormant", "seed"]


def test_listening_stands_in_the_review_from_three_conversations(network):
    contacts.add(network, Said(name="Ana"))
    for _ in range(3):
        assert review(network).listening is None
        conversations.log(network, Happened(("Ana",), kind="call", listen=57))
    assert review(network).listening == heard(network).listening is not None


def test_nobody_is_hidden_by_the_words_of_others(network):
    wordy = {"roles": ("copywriter",), "skills": ("copywriter",), "offers": ("copywriter",)}
    for number in range(4):
        contacts.add(network, Said(name=f"P{number}", **wordy))
    goals.add(network, GoalSaid("Teach", "primary", wants=("copywriter",)))
    (goal,) = [card.goal for card in goals.cards(network)]
    with network.store.reading() as connection:
        found = reads.could_fill(connection, goal.id, ["copywriter"], 3)
    assert [(could.name, could.by) for could in found] == [
        ("P0", "role"), ("P1", "role"), ("P2", "role"),
    ]  # fmt: skip


def test_the_week_and_the_journal_say_the_same_of_a_referral(network):
    contacts.add(network, Said(name="Ana"))
    for text, on in (("new", "2025-06-30"), ("thanked", "2025-06-29"), ("old", "2025-06-01")):
        line = giving.got(network, GivingSaid("Ana", text, "referral", on)).line
        if text != "new":
            giving.thanked(network, line.id)
    done = giving.got(network, GivingSaid("Ana", "round", "referral", "2025-06-02", "Pan")).line
    giving.thanked(network, done.id)
    giving.outcome(network, done.id, "signed", status="won")
    giving.got(network, GivingSaid("Ana", "no referral"))

    def wanted():
        loops = review(network).loops
        lines = giving.journal(network, None)[0]
        steps = {line.id: giving.step_of(line, network.today) for line in lines}
        assert {loop.id: loop.next_step for loop in loops} == {
            number: step for number, step in steps.items() if step
        }
        return [(loop.text, loop.client, str(loop.next_step)) for loop in loops]

    assert wanted() == [
        ("old", "", "report"), ("round", "Pan", "report"), ("new", "", "thank"),
    ]  # fmt: skip
    giving.outcome(network, done.id, reported=True)
    assert wanted() == [("old", "", "report"), ("new", "", "thank")]
