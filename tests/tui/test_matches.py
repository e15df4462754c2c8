"""Matches and introductions: every key of each view's bar, none, one, many, and what is refused."""

import pytest

from crm.domain.introductions import Move
from crm.services import (
    completion,
    contacts,
    conversations,
    introductions,
    profile,
    projects,
)
from crm.services.contacts import Said
from crm.services.conversations import Happened
from tests.tui.conftest import SIZES


def add(context, name, **said):
    return contacts.add(context, Said(name=name, **said)).id


def stands(context, number=1):
    return introductions.card(context, number).state


@pytest.fixture
def two(network):
    add(network, "Ana Ruiz", roles=("copywriter",), needs=("web developer",))
    add(network, "Bo [/] Li", roles=("web developer",), emails=("bo@example.com",))
    for name in ("Ana", "Bo"):
        conversations.log(network, Happened((name,), kind="call", on="2026-02-20"))
    return network


@pytest.fixture
def idea(two):
    introductions.propose(two, "Ana", "Bo", "she needs a site")
    return two


@pytest.fixture
def copied(monkeypatch):
    taken = []
    monkeypatch.setattr("crm.delivery.programs.copy_text", lambda text: taken.append(text) or "it")
    return taken


async def test_without_a_role_it_is_asked_what_one_does(ui, network):
    async with ui(network) as shown:
        await shown.press("6")
        assert "What do you do?" in shown.text
        assert "w of somebody" in shown.keys
        assert "see more" not in shown.keys


async def test_a_match_with_its_reasons_and_factors(ui, two):
    profile.set_profile(two, traits={"role": ["copywriter"]})
    async with ui(two) as shown:
        await shown.press("6")
        assert "Whose work goes with yours" in shown.text
        assert "Bo [/] Li" in shown.text
        assert "of 100, the product of:" in shown.text
        assert "roles         ██████████ 1" in shown.text
        await shown.press("enter")
        assert "Bo [/] Li" in shown.lines[1] + shown.lines[2]


async def test_matches_of_somebody_and_back(ui, two):
    async with ui(two) as shown:
        await shown.press("6", "w")
        await shown.write("ana")
        await shown.press("enter")
        assert "Whose work goes with that" in shown.text
        assert "Ana Ruiz is looking for" not in shown.text
        assert "i introduce" in shown.keys
        await shown.press("i")
        await shown.write("both do sites")
        await shown.press("enter")
        assert introductions.card(two, 1).introduction.why == "both do sites"
        assert "first" in shown.toasts[-1]
        await shown.press("m")
        assert "What do you do?" in shown.text


async def test_a_match_of_mine_is_introduced_to_somebody(ui, two):
    profile.set_profile(two, traits={"role": ["copywriter"]})
    async with ui(two) as shown:
        await shown.press("6", "i")
        await shown.write("ana")
        await shown.press("enter")
        found = introductions.card(two, 1).introduction
        assert {found.a_name, found.b_name} == {"Ana Ruiz", "Bo [/] Li"}


async def test_no_introduction_says_how_to_begin(ui, two):
    async with ui(two) as shown:
        await shown.press("6", "right")
        assert "No introductions yet." in shown.text
        await shown.press("p")
        await shown.write("ana")
        await shown.press("tab")
        await shown.write("nobody")
        await shown.press("enter")
        assert "nobody" in shown.text
        assert not introductions.cards(two, over=True)
        await shown.press("backspace", *["backspace"] * 5)
        await shown.write("bo")
        await shown.press("enter")
        assert stands(two) == "idea"
        assert "Ideas · 1" in shown.text


async def test_an_introduction_goes_all_the_way(ui, idea):
    async with ui(idea) as shown:
        await shown.press("6", "right")
        assert "she needs a site" in shown.text
        assert "they met" not in shown.keys
        await shown.press("t")
        assert stands(idea) == "idea"
        await shown.press("a")
        assert "The first was asked · 1" in shown.text
        await shown.press("y", "a", "y")
        assert "both said yes" in shown.toasts[-1]
        await shown.press("m", "t")
        assert "they met" in shown.toasts[-1]
        await shown.press("o")
        await shown.write("they share a client")
        await shown.press("enter")
        assert stands(idea) == "closed"
        assert introductions.card(idea, 1).introduction.outcome == "they share a client"
        await shown.press("u")
        assert stands(idea) == "met"


async def test_a_no_stays_unsaid(ui, idea):
    introductions.move(idea, 1, Move.ACCEPT)
    async with ui(idea) as shown:
        await shown.press("6", "right", "n")
        assert "Ana Ruiz says no" in shown.text
        await shown.press("2")
        assert "Nothing came of it · 1" in shown.text
        assert "says no" not in shown.text
        assert "said yes" not in shown.text
        assert "n said no" not in shown.keys
        await shown.press("d")
        assert "Thank you for being open" in shown.text


async def test_whoever_knows_nothing_yet_cannot_decline(ui, idea):
    async with ui(idea) as shown:
        await shown.press("6", "right", "n")
        assert "Bo [/] Li says no" not in shown.text
        await shown.press("2")
        assert introductions.card(idea, 1).introduction.steps.declined_by is None
        assert stands(idea) == "declined"


async def test_what_ran_out_can_be_let_be(ui, idea):
    introductions.move(idea, 1, Move.ASKED)
    later = idea._replace(
        settings=idea.settings._replace(today=idea.today.replace(day=30)),
    )
    async with ui(later) as shown:
        await shown.press("6", "right")
        assert "No answer · 1" in shown.text
        await shown.press("n", "1")
        assert "Nothing came of it · 1" in shown.text


async def test_a_draft_is_copied_saved_and_sent(ui, idea, copied, tmp_path):
    async with ui(idea) as shown:
        await shown.press("6", "right", "d")
        assert "Subject: Somebody you might like to meet" in shown.text
        await shown.press("c")
        assert copied
        assert "she needs a site" in copied[0]
        await shown.press("e", "enter")
        assert (tmp_path / "introduction-1.eml").is_file()
        await shown.press("e", "enter")
        assert "introduction-1.eml" in shown.text
        await shown.press("escape", "s")
        assert stands(idea) == "asked_a"


async def test_two_drafts_are_shown_one_after_the_other(ui, idea, copied, tmp_path):
    for step in (Move.ACCEPT, Move.ACCEPT, Move.MADE):
        introductions.move(idea, 1, step)
    async with ui(idea) as shown:
        await shown.press("6", "right", "d")
        assert "it is sent" not in shown.text
        first = shown.text
        await shown.press("n")
        assert shown.text != first
        await shown.press("e", "enter")
        assert (tmp_path / "introduction-1.eml").is_file()


async def test_what_brings_both_together_is_noted_when_it_is_sent(ui, idea, copied):
    for step in (Move.ACCEPT, Move.ACCEPT):
        introductions.move(idea, 1, step)
    async with ui(idea) as shown:
        await shown.press("6", "right", "d", "s")
        assert stands(idea) == "made"


async def test_one_of_two_is_opened(ui, idea):
    async with ui(idea) as shown:
        await shown.press("6", "right", "enter", "2")
        assert "Bo [/] Li" in shown.lines[1] + shown.lines[2]


async def test_an_error_of_the_service_is_shown(ui, idea):
    async with ui(idea) as shown:
        await shown.press("6", "right")
        introductions.move(idea, 1, Move.DECLINE, by="me")
        await shown.press("a")
        assert "That did not work" in shown.text


async def test_suggestions_are_noted_as_ideas(ui, two):
    async with ui(two) as shown:
        await shown.press("6", "right", "right")
        assert "Ana Ruiz + Bo [/] Li" in shown.text
        assert "not introduced lately" in shown.text
        await shown.press("enter", "escape", "w")
        await shown.write("bo")
        await shown.press("enter")
        assert "m for everybody" in shown.keys
        await shown.press("m", "p", "enter")
        assert stands(two) == "idea"
        assert "Nobody to introduce yet." in shown.text


async def test_a_project_from_its_beginning_to_its_end(ui, two):
    async with ui(two) as shown:
        await shown.press("6", "left")
        assert "No project yet." in shown.text
        await shown.press("n")
        await shown.write("A shop")
        await shown.press("tab")
        await shown.write("the texts")
        await shown.press("tab")
        await shown.write("bo")
        await shown.press("tab")
        await shown.write("the site")
        await shown.press("enter")
        (card,) = projects.cards(two)
        assert card.people[0].brings == "the site"
        assert "you bring the texts" in shown.text
        await shown.press("enter", "escape", "d")
        await shown.write("two more asked")
        await shown.press("enter")
        assert "two more asked" in shown.text
        assert "it is done" not in shown.keys
        await shown.press("u", "x", "enter")
        assert "given up" in shown.toasts[-1]


async def test_the_views_are_clicked(ui, two):
    async with ui(two) as shown:
        await shown.press("6")
        await shown.pilot.click("TabBar", offset=(14, 0))
        await shown.settled()
        assert "No introductions yet." in shown.text


async def test_names_are_completed(two):
    assert completion.names(two, "an") == ["Ana Ruiz"]
    assert completion.names(two, "ruiz") == []
    assert completion.names(two, "") == []


@pytest.mark.parametrize("size", SIZES)
async def test_matches_look_as_they_should(ui, demo, looks_like, size):
    async with ui(demo, size=size) as shown:
        await shown.press("6")
        looks_like(shown, f"matches-{size[0]}")


@pytest.mark.parametrize("size", SIZES)
async def test_introductions_look_as_they_should(ui, demo, looks_like, size):
    async with ui(demo, size=size) as shown:
        await shown.press("6", "right")
        looks_like(shown, f"introductions-{size[0]}")


async def test_they_fit_in_sixty_columns_in_spanish(ui, demo):
    async with ui(demo, size=(60, 24), language="es") as shown:
        await shown.press("6")
        for _ in range(4):
            assert all(len(line) <= 60 for line in shown.lines)
            assert "ayuda" in shown.keys
            await shown.press("right")
