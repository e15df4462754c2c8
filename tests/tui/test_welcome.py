"""The first run: three steps that can be left, each of them one change, and where they end."""

import pytest

from crm.services import contacts, goals, history, profile
from crm.services.contacts import Said
from tests.tui.conftest import SIZES


def actions(context):
    return [line.action for line in history.history(context, -1)]


async def test_somebody_new_is_welcomed_and_everything_is_kept(ui, network, tmp_path):
    folder = tmp_path / "Downloads"
    folder.mkdir()
    (folder / "phone.csv").write_text("Name\nAna Ruiz\n")
    async with ui(network, welcomes=True) as shown:
        assert "Welcome · 1 of 3 · who you are" in shown.text
        await shown.write("Marina")
        await shown.press("tab")
        await shown.write("diseñadora web, zorbist")
        assert "Known professions: Web designer" in shown.text
        assert "Kept as you write it: zorbist" in shown.text
        await shown.press("enter")
        assert profile.profile(network).traits["role"] == ["web-designer", "zorbist"]
        assert "Welcome · 2 of 3 · your goals" in shown.text
        await shown.write("Five clients")
        await shown.press("tab")
        await shown.write("5 clients")
        await shown.press("tab")
        await shown.write("in 6 months")
        await shown.press("enter")
        (card,) = goals.cards(network)
        assert (card.goal.target, card.goal.unit, card.goal.rank) == (5, "clients", "primary")
        assert actions(network) == ["goal-add", "profile"]
        assert "Welcome · 3 of 3 · your contacts" in shown.text
        assert "Get a copy of your data" in shown.text
        await shown.press("c", "c", "enter", "enter", "enter")
        assert "choose those you would be sorry to lose" in shown.text
        assert "p choose whom to tend" in shown.keys
        await shown.press("p", "1")
        assert "Ana Ruiz is in the garden" in shown.toasts[-1]


async def test_a_role_is_completed_as_one_types(ui, network):
    async with ui(network, welcomes=True) as shown:
        await shown.press("tab")
        await shown.write("copywr")
        await shown.pilot.pause(0.2)
        await shown.press("right")
        assert "Known professions: Copywriter" in shown.text


async def test_every_step_can_be_left_and_taken_up_again(ui, network):
    async with ui(network, welcomes=True) as shown:
        await shown.press("escape")
        assert "Your network is empty." in shown.text
        assert "b begin" in shown.keys
        await shown.press("b")
        await shown.write("Marina")
        await shown.press("enter", "escape")
        assert "palette" in shown.toasts[-1]
        await shown.press("b")
        assert "Welcome · 2 of 3" in shown.text
        await shown.press("enter")
        assert "Welcome · 3 of 3" in shown.text
        await shown.press("s")
        assert "Your network is empty." in shown.text
    assert actions(network) == ["profile"]
    async with ui(network, welcomes=True) as shown:
        assert "Welcome" not in shown.text
        shown.app.open_welcome(step=1)
        await shown.settled()
        assert "Marina" in shown.text
        await shown.press("enter")  # as before: no change
    assert actions(network) == ["profile"]


async def test_what_is_not_understood_is_said_and_nothing_is_written(ui, network):
    async with ui(network, welcomes=True) as shown:
        await shown.press("enter", "tab")
        await shown.write("many")
        await shown.press("enter")
        assert "there is no text" in shown.text
        await shown.press("up")
        await shown.write("Clients")
        await shown.press("enter")
        assert "“many” is no measure" in shown.text
        assert goals.cards(network) == []
        assert "Welcome · 2 of 3" in shown.text


async def test_goals_that_are_there_are_told(ui, network):
    goals.add(network, goals.GoalSaid("Five clients", "primary"))
    async with ui(network) as shown:
        shown.app.open_welcome(step=2)
        await shown.settled()
        assert "You have: Five clients" in shown.text


async def test_somebody_is_added_by_hand(ui, network):
    async with ui(network, welcomes=True) as shown:
        await shown.press("enter", "enter", "a")
        assert "One name is enough" in shown.text
        await shown.press("enter")
        await shown.write("Ana Ruiz")
        await shown.press("enter")
        assert shown.toasts[-1] == "Ana Ruiz is in the garden."
        assert "Next is Ana Ruiz" in shown.text or "1 Ana Ruiz" in shown.text


async def test_the_invented_network_can_be_looked_at_and_left(ui, network):
    contacts.add(network, Said(name="My Own"), book=True)
    async with ui(network) as shown:
        shown.app.open_welcome(step=3)
        await shown.settled()
        await shown.press("d", "d")
        assert "crm demo" in shown.lines[0]
        assert "Ana Ruiz" in shown.text
        titles = [command.title for command in shown.app.get_system_commands(shown.app.screen)]
        assert "Back to your own network" in titles
        assert "Look at an invented network" not in titles
        await shown.press("ctrl+p")
        await shown.write("back to your own")
        await shown.pilot.pause(0.3)
        await shown.press("enter", "enter")
        assert "demo" not in shown.lines[0]
        assert "Your people are in the address book" in shown.text
    assert actions(network) == ["add"]


async def test_nobody_is_welcomed_who_has_begun(ui, network):
    contacts.add(network, Said(name="Ana"), book=True)
    async with ui(network, welcomes=True) as shown:
        assert "Welcome" not in shown.text
        await shown.press("u")
        assert "Your network is empty." in shown.text
        assert "Welcome" not in shown.text


@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_as_it_should(ui, network, looks_like, size):
    async with ui(network, size=size, welcomes=True) as shown:
        for step in (1, 2, 3):
            looks_like(shown, f"welcome-{step}-{size[0]}")
            await shown.press("enter")


async def test_it_speaks_spanish_in_sixty_columns(ui, network, looks_like):
    async with ui(network, size=(60, 24), language="es", welcomes=True) as shown:
        for title in ("quién eres", "tus objetivos", "tus contactos"):
            assert title in shown.text
            assert all(len(line) <= 60 for line in shown.lines)
            await shown.press("enter")
