"""Today: the card, the ways to act, every key of its bar, and days without lines."""

import pytest

from crm.domain.agenda import DEFAULT_BUDGET
from crm.services import contacts, conversations, day_lines, follow_ups
from crm.services.contacts import Said
from tests.tui.conftest import SIZES


def add(context, name, **said):
    return contacts.add(context, Said(name=name, cadence="1m", **said)).id


def spoke(context, name, on, **said):
    conversations.log(context, conversations.Happened((name,), kind="call", on=on, **said))


@pytest.fixture
def two(network):
    add(network, "Ana Ruiz", phones=("+34 600 111 222",), emails=("ana@example.com",))
    add(network, "Bo [/] Li")
    spoke(network, "Ana", "2026-01-05", summary="She opens a second shop")
    spoke(network, "Bo", "2026-01-15")
    return network


async def test_an_empty_network_says_how_to_begin(ui, network):
    async with ui(network) as shown:
        assert "Your network is empty." in shown.text


async def test_the_day_opens_on_the_first_person(ui, two):
    async with ui(two) as shown:
        assert "1 Ana Ruiz" in shown.text
        assert "She opens a second shop" in shown.text
        assert "w WhatsApp   m mail   c call" in shown.text
        assert "Bo [/] Li" in shown.text
        assert "a act" in shown.keys


async def test_the_arrows_move_the_card(ui, two):
    async with ui(two) as shown:
        await shown.press("down")
        card = shown.app.screen.query_one("Card")
        assert "Bo [/] Li" in str(card.render())


async def test_done_logs_in_a_word_and_undo_takes_it_back(ui, two):
    async with ui(two) as shown:
        await shown.press("d")
        assert "Done: Ana Ruiz" in shown.text
        await shown.write("called, she moved")
        await shown.press("enter")
        assert shown.toasts == ["Done: call with Ana Ruiz, today."]
        assert "Ana Ruiz" not in "\n".join(line[:34] for line in shown.lines)
        await shown.press("u")
        assert "Taken back" in shown.toasts[-1]
        assert "1 Ana Ruiz" in shown.text


async def test_later_and_promise(ui, two):
    async with ui(two) as shown:
        await shown.press("p")
        await shown.write("send the link by friday")
        await shown.press("enter")
        assert [p.text for p in follow_ups.promises(two, "Ana")] == ["send the link"]
        await shown.press("s", "3")
        assert shown.toasts[-1] == "Ana Ruiz is not shown before 9 March."
        await shown.press("s")
        assert "Bo [/] Li, later" in shown.text
        await shown.press("escape")


async def test_what_is_wrong_is_said_in_the_dialog(ui, two):
    async with ui(two) as shown:
        await shown.press("s", "d")
        await shown.write("31/02/2027")
        await shown.press("enter")
        assert "31/02/2027" in shown.text
        assert "Until when?" in shown.text


async def test_the_next_day_and_back(ui, two):
    async with ui(two) as shown:
        await shown.press("greater_than_sign")
        assert "Tuesday 3 March 2026" in shown.text
        assert "Nobody is due." in shown.text
        await shown.press("less_than_sign")
        assert "1 Ana Ruiz" in shown.text


async def test_when_all_is_done_the_day_is_praised(ui, two):
    async with ui(two) as shown:
        await shown.press("d", "enter", "d", "enter")
        assert "all done. Enjoy the day." in shown.text
        assert "2 of 2 done" in shown.text


async def test_an_unanswered_message_is_asked_about(ui, network):
    add(network, "Cy")
    conversations.log(
        network, conversations.Happened(("Cy",), kind="message", side="me", on="2026-02-20")
    )
    async with ui(network) as shown:
        assert "Did Cy answer?" in shown.text
        assert "y yes" in shown.keys
        await shown.press("n")
        assert "did not answer" in shown.toasts[-1]


async def test_without_a_program_the_link_is_shown(ui, two, monkeypatch):
    monkeypatch.setenv("PATH", "")
    async with ui(two) as shown:
        await shown.press("w")
        assert "That did not work" in shown.text
        assert "wa.me" in shown.text
        await shown.press("escape")
        assert "1 Ana Ruiz" in shown.text


async def test_what_another_program_writes_appears(ui, two):
    async with ui(two) as shown:
        shown.app.network_changed()
        day_lines.done(two, [1])
        shown.app.network_changed()
        await shown.settled()
        assert "1 Ana Ruiz" not in shown.text


@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_as_it_should(ui, demo, looks_like, size):
    async with ui(demo, size=size) as shown:
        looks_like(shown, f"today-{size[0]}")


async def test_it_looks_as_it_should_in_spanish(ui, demo, looks_like):
    async with ui(demo, language="es") as shown:
        looks_like(shown, "today-es")


async def test_it_fits_in_sixty_columns(ui, demo):
    async with ui(demo, size=(60, 24)) as shown:
        assert all(len(line) <= 60 for line in shown.lines)
        assert len(shown.app.screen.query_one("Lines").options) >= DEFAULT_BUDGET
