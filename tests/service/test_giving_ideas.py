"""Ideas of what to give: from needs, from what was told, from what was done together."""

from datetime import timedelta

import pytest

from crm.services import contacts, conversations, giving, giving_ideas, profile
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.giving import GivingSaid
from tests.conftest import TODAY


@pytest.fixture
def known(network):
    """A network with the user, who is a web developer, and Ana, of whom nothing is known."""
    traits = {"role": ["web developer"], "offer": ["accessibility audit"], "skill": ["Django"]}
    profile.set_profile(network, name="Marina", traits=traits)
    contacts.add(network, Said(name="Ana", cadence="1m"))
    return network


def log(context, who="Ana", ago=10, kind="call", **said):
    on = (TODAY - timedelta(ago)).isoformat()
    return conversations.log(context, Happened((who,), kind=kind, on=on, **said))


def found(context, who="Ana"):
    return [(str(idea.favour), idea.about) for idea in giving_ideas.ideas(context, who)]


def test_of_somebody_unknown_there_is_no_idea(known):
    assert found(known) == []
    assert giving_ideas.ideas(known, None) == []


def test_needs_are_met_by_somebody_by_the_user_or_passed_on(known):
    needs = ("copywriter", "accessibility audit", "a web developer", "desarrollador web", "a desk")
    contacts.edit(known, "Ana", Said(needs=needs))
    contacts.add(known, Said(name="Tom", roles=("copywriter",)), book=True)
    ideas = giving_ideas.ideas(known, "Ana")
    assert [(idea.favour, idea.about) for idea in ideas] == [
        ("introduction", "copywriter"), ("mine", "accessibility audit"),
        ("share", "a web developer"), ("share", "a desk"), ("advice", "desarrollador web"),
    ]  # fmt: skip
    assert (ideas[0].other.name, ideas[1].what, ideas[4].what) == (
        "Tom", "accessibility audit", "web-developer",
    )  # fmt: skip


def test_what_was_told_suggests_something(known):
    log(known, facts=("work: a launch", "dream: the Camino", "life: a cat", "work: an older one"))
    log(known, ago=9, kind="message", side="them", facts=("news: won a prize",))
    assert found(known) == [
        ("news", "won a prize"), ("review", "an older one"), ("share", "the Camino"),
    ]  # fmt: skip
    log(known, ago=3, kind="message", side="me")
    assert "news" not in dict(found(known))


def test_whoever_helped_or_worked_along_can_be_recommended(known):
    log(known, kind="project", ago=366)
    assert found(known) == []
    log(known, kind="project", ago=365)
    assert found(known) == [("recommend", "together")]
    giving.got(known, GivingSaid("Ana", "read my offer"))
    assert found(known) == [("recommend", "helped")]
    giving.gave(known, GivingSaid("Ana", "three lines on LinkedIn", "recommendation", "40d"))
    assert found(known) == []


def test_help_that_the_user_gave_is_no_reason_to_recommend(known):
    giving.gave(known, GivingSaid("Ana", "read it"))
    assert found(known) == []


def test_the_people_of_the_next_days_get_one_each_of_different_kinds(known):
    for name in ("Bo", "Cleo"):
        contacts.add(known, Said(name=name, needs=("a desk", "accessibility audit")))
        log(known, name, ago=100)
    contacts.add(known, Said(name="Dan", needs=("a desk",)), book=True)
    ideas = giving_ideas.ideas(known, None)
    assert sorted((idea.name, str(idea.favour)) for idea in ideas) == [
        ("Bo", "mine"), ("Cleo", "share"),
    ]  # fmt: skip


def test_five_at_most_for_one_person(known):
    contacts.edit(known, "Ana", Said(needs=tuple("abcdefgh")))
    assert len(giving_ideas.ideas(known, "Ana")) == giving_ideas.MOST_EACH
