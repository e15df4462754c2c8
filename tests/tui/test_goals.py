"""Goals: the board, the detail, every key of the bar, none, one and many."""

from datetime import date

import pytest

from crm.errors import Busy
from crm.services import contacts, conversations, goals
from crm.services.contacts import Said
from crm.services.goals import GoalSaid
from tests.tui.conftest import SIZES


@pytest.fixture
def two(network):
    for name, roles in (("Ana [/] Ruiz", ()), ("Bo Li", ("copywriter",)), ("Cy", ())):
        contacts.add(network, Said(name=name, roles=roles))
    clients = GoalSaid(
        "Three clients [b]", "primary", why="rent", target=3, unit="clients", by="2026-12-31",
        wants=("copywriter",), people=("Ana",),
    )  # fmt: skip
    goals.add(network, clients)
    goals.add(network, GoalSaid("Speak", "secondary"))
    return network


def goal(context, said):
    return goals.card(context, said)


async def test_no_goals_say_how_to_write_the_first(ui, network):
    async with ui(network) as shown:
        await shown.press("3")
        assert "What are you after?" in shown.text
        assert "a add" in shown.keys
        assert "connect" not in shown.keys
        await shown.press("a")
        await shown.write("Three clients")
        await shown.press("down", "right", "down")
        await shown.write("rent")
        await shown.press("down")
        await shown.write("3")
        await shown.press("down")
        await shown.write("clients")
        await shown.press("down")
        await shown.write("31 Dec")
        await shown.press("down")
        await shown.write("copyw")
        await shown.press("right", "enter")
        made = goal(network, "three")
        assert (made.goal.rank, made.goal.why, made.goal.target) == ("secondary", "rent", 3)
        assert (made.goal.unit, made.goal.due_on) == ("clients", date(2026, 12, 31))
        assert made.wants == ["copywriter"]
        assert shown.toasts == ["Three clients: a secondary goal."]
        assert "┏" in shown.text


async def test_what_is_wrong_with_a_goal_is_said_in_the_form(ui, network):
    async with ui(network) as shown:
        await shown.press("3", "a", "enter")
        assert "title" in shown.text
        await shown.write("Clients")
        await shown.press("down", "down", "down")
        await shown.write("many")
        await shown.press("enter")
        assert "many" in shown.text
        assert goals.cards(network) == []


async def test_a_card_says_how_the_goal_stands(ui, two):
    async with ui(two) as shown:
        await shown.press("3")
        for text in ("Three clients [b]", "on track", "0 of 3 clients", "by 31 December",
                     "1 person", "Primary · 1", "Tertiary", "none"):  # fmt: skip
            assert text in shown.text
        assert "missing: a dated" in shown.text
        assert "+ progress" in shown.keys
        await shown.press("right")
        assert "+ progress" not in shown.keys


async def test_progress_by_a_step_and_a_note(ui, two):
    async with ui(two) as shown:
        await shown.press("3", "plus")
        assert "0 of 3 clients. A number or a step" in shown.text
        await shown.write("lots")
        await shown.press("enter")
        assert "lots" in shown.text
        await shown.press("ctrl+u")
        await shown.write("+1 Ana signed")
        await shown.press("enter")
        assert goal(two, "three").progress[-1][1:] == (1.0, "Ana signed")
        assert shown.toasts == ["Three clients [b]: 1 of 3 clients."]
        await shown.press("u")
        assert "0 of 3 clients" in shown.text


async def test_the_next_step_with_its_day_and_a_person(ui, two):
    async with ui(two) as shown:
        await shown.press("3", "n")
        await shown.write("send it")
        await shown.press("down")
        await shown.write("friday")
        await shown.press("down")
        await shown.write("cy")
        await shown.press("enter")
        made = goal(two, "three")
        assert (made.goal.next_action, made.goal.next_action_on) == ("send it", date(2026, 3, 6))
        assert [person.name for person in made.people] == ["Ana [/] Ruiz", "Cy"]
        assert "→ send it (on Friday)" in shown.toasts[-1]
        await shown.press("n", "ctrl+u", "enter")
        assert shown.toasts[-1] == "No next step for now."


async def test_people_and_roles_are_linked_and_taken_away(ui, two):
    async with ui(two) as shown:
        await shown.press("3", "right", "k")
        await shown.write("cy")
        await shown.press("enter")
        assert [person.name for person in goal(two, "speak").people] == ["Cy"]
        await shown.press("w")
        await shown.write("photogr")
        await shown.press("right", "enter")
        assert goal(two, "speak").wants == ["photographer"]
        await shown.press("enter", "minus")
        assert goal(two, "speak").wants == []
        await shown.press("minus")
        assert goal(two, "speak").people == []
        assert shown.toasts[-1] == "No longer linked: Cy."
        await shown.press("minus", "down", "up", "escape", "left")
        assert "┏" in shown.text


async def test_the_detail_offers_who_could_help(ui, two):
    async with ui(two) as shown:
        await shown.press("3", "enter")
        assert "Copywriter: nobody yet. Could be:" in shown.text
        assert "Bo Li (Copywriter)" in shown.text
        assert "┏" not in shown.text
        await shown.press("enter")
        assert "Who matters for it?" in shown.text
        await shown.press("escape", "down", "k")
        assert "Copywriter: Bo Li" in shown.text
        await shown.press("down", "enter")
        assert shown.app.screen.contact_id == 2
        await shown.press("escape", "escape")
        assert "┏" in shown.text


async def test_a_goal_moves_between_the_ranks_and_back(ui, two):
    async with ui(two) as shown:
        await shown.press("3", "right", "less_than_sign")
        assert goal(two, "speak").goal.rank == "primary"
        assert "That makes 2 primary goals" in shown.toasts[-1]
        await shown.press("less_than_sign", "greater_than_sign", "greater_than_sign")
        assert goal(two, "speak").goal.rank == "tertiary"
        await shown.press("greater_than_sign", "u", "u", "u")
        assert goal(two, "speak").goal.rank == "secondary"
        assert "goal changed (Speak)" in shown.toasts[-1]


async def test_a_goal_is_edited(ui, two):
    async with ui(two) as shown:
        await shown.press("3", "e", "ctrl+u")
        await shown.write("Four clients")
        await shown.press("down", "down", "down", "ctrl+u")
        await shown.write("4")
        await shown.press("enter")
        made = goal(two, "four").goal
        assert (made.target, made.why, made.due_on) == (4, "rent", date(2026, 12, 31))
        assert made.rank == "primary"


async def test_a_goal_is_closed_and_comes_back(ui, two):
    async with ui(two) as shown:
        await shown.press("3", "x", "n", "x", "r")
        assert shown.toasts == ["Reached: Three clients [b]. Well done!"]
        assert goal(two, "three").goal.state == "reached"
        await shown.press("x", "d")
        assert goal(two, "speak").goal.state == "dropped"
        assert "What are you after?" in shown.text
        await shown.press("u", "u")
        assert len(goals.cards(two)) == 2


async def test_the_cursor_goes_over_cards_with_keys_and_mouse(ui, two):
    for title in ("Read", "Sing"):
        goals.add(two, GoalSaid(title, "secondary"))
    async with ui(two) as shown:
        await shown.press("3", "right", "down", "down", "down")
        assert shown.app.screen._here.goal.title == "Sing"
        await shown.press("up", "left", "left", "right")
        assert shown.app.screen._here.goal.title == "Speak"
        await shown.pilot.click("Column:first-of-type GoalBox")
        await shown.settled()
        assert shown.app.screen._here.goal.title == "Three clients [b]"
        await shown.pilot.click("Column:first-of-type GoalBox")
        await shown.settled()
        assert "Wanted roles" in shown.text
        await shown.pilot.click("Detail .-stop")
        await shown.settled()
        assert "Who matters for it?" in shown.text


async def test_neglected_goals_are_said_plainly(ui, two):
    goals.link(two, "speak", ["Cy"], [])
    for day in ("2026-02-20", "2026-02-22", "2026-02-24"):
        conversations.log(two, conversations.Happened(("Cy",), kind="call", on=day))
    async with ui(two) as shown:
        await shown.press("3")
        assert "Your primary goals got less than others below them." in shown.text
        await shown.press("enter", "up")
        for _line in range(9):
            await shown.press("down")
        assert "Contacts of the last 30 days" in shown.text
        assert "3 (fitting: 1)" in shown.text


async def test_a_goal_that_is_done_and_one_without_a_date(ui, network):
    goals.add(network, GoalSaid("Read", "tertiary", target=2))
    goals.progress(network, "read", "2")
    async with ui(network) as shown:
        await shown.press("3", "enter")
        assert "100 %" in shown.text
        assert "time gone" not in shown.text


async def test_many_people_are_counted(ui, network):
    names = [f"Person {number:02}" for number in range(70)]
    for name in names:
        contacts.add(network, Said(name=name))
    goals.add(network, GoalSaid("Meet all", "primary", people=tuple(names)))
    async with ui(network) as shown:
        await shown.press("3", "enter", "up")
        for _line in range(61):
            await shown.press("down")
        assert "and 10 more" in shown.text


async def test_a_failure_is_shown_calmly(ui, two, monkeypatch):
    def busy(*_said, **_named):
        raise Busy("busy", path="x")

    async with ui(two) as shown:
        await shown.press("3")
        monkeypatch.setattr(goals, "edit", busy)
        await shown.press("greater_than_sign")
        assert "That did not work" in shown.text
        await shown.press("escape")
        assert goal(two, "three").goal.rank == "primary"


@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_as_it_should(ui, demo, looks_like, size):
    async with ui(demo, size=size) as shown:
        await shown.press("3")
        looks_like(shown, f"goals-{size[0]}")


async def test_it_fits_in_sixty_columns_and_stacks(ui, demo):
    async with ui(demo, size=(60, 24), language="es") as shown:
        await shown.press("3", "down", "down", "down")
        assert shown.app.screen._here.goal.rank == "tertiary"
        assert all(len(line) <= 60 for line in shown.lines)
