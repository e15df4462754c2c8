"""People: looked for as one types, narrowed, marked, and dealt with together."""

import pytest

from crm.services import contacts, people
from crm.services.changes import change
from crm.services.contacts import Said
from crm.tui.widgets.people_list import PeopleList
from tests.tui.conftest import SIZES


@pytest.fixture
def three(network):
    for name, role in (("Ana Ruiz", "copywriter"), ("Bo Li", "web developer"), ("Émile Roi", "")):
        said = Said(name=name, roles=(role,) if role else ())
        contacts.add(network, said, book=name != "Ana Ruiz")
    return network


def listed(shown):
    return [line[4:16].strip() for line in shown.lines[3:20] if line.strip()]


def names(context, query=""):
    found = people.window(context, people.understood(context, query), "name", -1)
    return [person.name for person in found]


async def test_nobody_yet(ui, network):
    async with ui(network) as shown:
        await shown.press("2")
        assert "Nobody here yet." in shown.text
        assert "0 people" in shown.text
        assert "tag" not in shown.keys


async def test_words_and_filters_narrow_as_they_are_typed(ui, three):
    async with ui(three) as shown:
        await shown.press("2")
        assert "3 people" in shown.text
        await shown.press("slash")
        await shown.write("emile")
        assert listed(shown) == ["Émile Roi"]
        await shown.press("escape")
        assert "3 people" in shown.text
        await shown.press("slash")
        await shown.write("rol:copywriter")
        assert listed(shown) == ["Ana Ruiz"]
        await shown.press("enter")
        assert shown.app.focused is shown.app.screen.query_one(PeopleList)


async def test_what_is_wrong_with_a_query_is_said_and_the_list_stays(ui, three):
    async with ui(three) as shown:
        await shown.press("2", "slash")
        await shown.write("role:copywritr")
        assert "copywriter" in shown.lines[2]
        await shown.press("backspace", "backspace")
        await shown.write("ter")
        assert listed(shown) == ["Ana Ruiz"]


async def test_enter_opens_and_escape_comes_back(ui, three):
    async with ui(three) as shown:
        await shown.press("2", "down", "enter")
        assert "Bo Li" in shown.text
        assert "people" not in shown.lines[1]
        await shown.press("escape")
        assert "3 people" in shown.text


async def test_several_are_marked_tagged_and_archived(ui, three):
    async with ui(three) as shown:
        await shown.press("2", "space", "space")
        assert "2 marked" in shown.text
        await shown.press("t")
        await shown.write("#design lisbon")
        await shown.press("enter")
        assert names(three, "tag:design") == ["Ana Ruiz", "Bo Li"]
        await shown.press("t")
        await shown.write("-design")
        await shown.press("enter")
        assert names(three, "tag:design") == []
        await shown.press("x")
        assert shown.toasts[-1] == "2 archived; u undoes it."
        assert "1 person" in shown.text
        await shown.press("u")
        assert "3 people" in shown.text


async def test_a_rhythm_takes_people_into_the_garden_and_out_again(ui, three):
    async with ui(three) as shown:
        await shown.press("2", "ctrl+a", "r", "2")
        assert names(three, "is:garden") == ["Ana Ruiz", "Bo Li", "Émile Roi"]
        await shown.press("r", "0")
        assert names(three, "is:garden") == []


async def test_somebody_new_is_opened(ui, three):
    async with ui(three) as shown:
        await shown.press("2", "a")
        await shown.write("Zoë Aalto")
        await shown.press("enter")
        assert "Zoë Aalto" in shown.text
        assert "Zoë Aalto" in names(three, "is:garden")


async def test_the_order_changes(ui, three):
    async with ui(three) as shown:
        await shown.press("2", "o", "4")
        assert listed(shown) == ["Émile Roi", "Bo Li", "Ana Ruiz"]


async def test_the_cursor_stays_on_somebody_when_others_come(ui, three):
    async with ui(three) as shown:
        await shown.press("2", "down")
        contacts.add(three, Said(name="Aaron"))
        shown.app.network_changed()
        await shown.settled()
        assert shown.app.screen.query_one(PeopleList).here.person.name == "Bo Li"


async def test_only_windows_of_many_are_read(ui, network):
    with change(network, "add") as made:
        for number in range(400):
            contacts.new(network, made, Said(name=f"Person {number:03}"), book=True)
    async with ui(network) as shown:
        await shown.press("2", "end")
        assert "Person 399" in shown.text
        await shown.press("home")
        assert "Person 000" in shown.text


@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_as_it_should(ui, demo, looks_like, size):
    async with ui(demo, size=size) as shown:
        await shown.press("2", "down")
        looks_like(shown, f"people-{size[0]}")
