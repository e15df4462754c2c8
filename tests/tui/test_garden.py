"""The garden: its plots and people, every key of its bar, the quick round, the pictures."""

from datetime import timedelta

import pytest

from crm.domain.warmth import Band
from crm.errors import Busy
from crm.services import contacts, conversations, garden, garden_charts
from crm.services.card import card
from crm.services.contacts import Said
from crm.tui.dialogs.plant_round import RHYTHMS
from crm.tui.screens import garden as page
from crm.tui.widgets import window_list
from crm.tui.widgets.column_chart import level
from crm.tui.widgets.window_list import WindowList
from tests.tui.conftest import SIZES, TODAY


def add(context, name, *ago):
    contacts.add(context, Said(name=name, cadence="1m"))
    for days in ago:
        on = (TODAY - timedelta(days)).isoformat()
        conversations.log(context, conversations.Happened((name,), kind="call", on=on))


def book(context, *names):
    for name in names:
        contacts.add(context, Said(name=name, title="Baker"), book=True)


@pytest.fixture
def three(network):
    add(network, "Ana Ruiz", 90, 3)
    add(network, "Bo [/] Li")
    add(network, "Cy", 110, 80, 55)
    return network


def counts(shown):
    return [int(number) for number in shown.lines[7].split()]


async def test_an_empty_garden_says_how_to_begin(ui, network):
    async with ui(network) as shown:
        await shown.press("8")
        assert "Nothing grows here yet." in shown.text
        assert "see more" not in shown.keys
        await shown.press("enter", "p", "r", "right")
        await shown.press("a")
        assert shown.toasts == ["The address book is empty: everybody is in the garden."]


async def test_it_opens_on_those_who_could_do_with_water(ui, three):
    async with ui(three) as shown:
        await shown.press("8")
        assert counts(shown) == [1, 0, 0, 1, 1, 0, 0]
        assert "Dry · 1 person" in shown.text
        assert "Cy" in shown.text
        assert "eight weeks ago" in shown.text
        assert "Ana Ruiz" not in shown.text


async def test_the_arrows_go_from_plot_to_plot(ui, three):
    async with ui(three) as shown:
        await shown.press("8", "left")
        assert "Healthy · 1 person" in shown.text
        assert "Ana Ruiz" in shown.text
        await shown.press("right", "right", "right", "right")
        assert "Seed · 1 person" in shown.text
        assert "Bo [/] Li" in shown.text
        assert "not yet in touch" in shown.text
        await shown.press("right")
        assert "Sprout · 0 people" in shown.text
        assert "rhythm" not in shown.keys


async def test_a_click_chooses_a_plot_and_a_person(ui, three):
    async with ui(three) as shown:
        await shown.press("8")
        await shown.pilot.click("GardenBed", offset=(6, 3))
        await shown.settled()
        assert "Seed · 1 person" in shown.text
        await shown.pilot.click(WindowList, offset=(3, 0))
        await shown.settled()
        assert shown.app.screen.__class__.__name__ == "Contact"


async def test_enter_opens_the_person(ui, three):
    async with ui(three) as shown:
        await shown.press("8", "enter")
        assert shown.app.screen.contact_id == 3
        await shown.press("escape")
        assert "Dry · 1 person" in shown.text


@pytest.mark.parametrize(("key", "cadence"), RHYTHMS.items())
async def test_a_rhythm_by_its_key(ui, three, key, cadence):
    async with ui(three) as shown:
        await shown.press("8", "p")
        assert "How often with Cy?" in shown.text
        await shown.press(key)
        assert card(three, "Cy").person.cadence == cadence
        assert shown.toasts[-1].startswith("Cy is in the garden; first due ")


async def test_rest_and_undo(ui, three):
    async with ui(three) as shown:
        await shown.press("8", "r")
        assert shown.toasts == ["Back in the address book: Cy. u takes it back."]
        assert "Healthy · 1 person" in shown.text
        assert counts(shown) == [1, 0, 0, 1, 0, 0, 0]
        await shown.press("u")
        assert counts(shown) == [1, 0, 0, 1, 1, 0, 0]


async def test_the_quick_round(ui, three):
    book(three, "Dan", "Eva", "Flo")
    async with ui(three) as shown:
        await shown.press("8", "a")
        assert "Which of them would you be sorry to lose?" in shown.text
        assert "1 of 3" in shown.text
        assert "Baker" in shown.text
        assert "one back" not in shown.text
        await shown.press("1", "enter")
        assert "1 chosen so far" in shown.text
        await shown.press("backspace", "backspace")
        assert "chosen so far" not in shown.text
        await shown.press("2", "enter", "4")
        assert "2" in shown.toasts[-1] or "Dan" in shown.toasts[-1]
        cadences = {name: card(three, name).person.cadence for name in ("Dan", "Eva", "Flo")}
        assert sorted(cadences.values()) == ["", "1m", "1y"]
        assert counts(shown)[0] == 3


async def test_a_round_left_early_keeps_the_choices(ui, three):
    book(three, "Dan", "Eva")
    async with ui(three) as shown:
        await shown.press("8", "a", "3", "escape")
        assert [p.in_garden for p in garden.rest(three, ["Eva"])] == [False]
        assert "first due" in shown.toasts[-1]
        await shown.press("a", "escape")
        assert len(shown.toasts) == 1


async def test_an_error_is_said_and_nothing_changes(ui, three, monkeypatch):
    def busy(*_args):
        raise Busy("busy", path="crm.db")

    async with ui(three) as shown:
        await shown.press("8")
        monkeypatch.setattr(garden, "rest", busy)
        await shown.press("r")
        assert "That did not work" in shown.text
        await shown.press("escape")
        assert "Cy" in shown.text


async def test_a_large_garden_is_counted_piece_by_piece(ui, network, monkeypatch):
    for number in range(30):
        add(network, f"P{number:02}")
    monkeypatch.setattr(page, "AT_ONCE", 7)
    said = []
    wording = page.Garden._show_heading

    def told(self):
        said.append((len(self._people[Band.SEED]), self._left))
        wording(self)

    monkeypatch.setattr(page.Garden, "_show_heading", told)
    async with ui(network) as shown:
        await shown.press("8")
        assert said[0] == (7, 23)
        assert said[-1] == (30, 0)
        assert counts(shown)[0] == 30
        await shown.press("end")
        assert "P29" in shown.text
        await shown.press("pageup", "home")
        assert "P00" in shown.text
        rows = shown.app.screen.query_one(WindowList)
        await shown.press("down", "pagedown")
        at = rows.cursor
        contacts.add(network, Said(name="A first"))
        shown.app.network_changed()
        await shown.settled()
        assert rows.cursor == at + 1
        assert counts(shown)[0] == 31


async def test_only_the_rows_in_sight_are_looked_up(ui, network, monkeypatch):
    for number in range(40):
        add(network, f"P{number:02}")
    monkeypatch.setattr(window_list, "AHEAD", 2)
    asked = []
    lines = garden.lines
    monkeypatch.setattr(garden, "lines", lambda c, ids: asked.append(len(ids)) or lines(c, ids))
    async with ui(network) as shown:
        await shown.press("8", "end")
        assert "P39" in shown.text
        assert max(asked) < 20


async def test_the_pictures_have_numbers_and_words(ui, demo):
    async with ui(demo, size=(120, 40)) as shown:
        await shown.press("8")
        found = garden_charts.charts(demo)
        numbers = "".join(str(week.contacts).rjust(3) for week in found.weeks)
        assert numbers in shown.text
        assert "this week" in shown.text
        assert "In twelve months:" in shown.text
        assert "contacts a workday" in shown.text


async def test_the_pictures_of_nothing(ui, three):
    async with ui(three, size=(120, 40)) as shown:
        await shown.press("8")
        assert "Too few conversations noted yet" in shown.text


def test_columns_are_never_lost_nor_too_high():
    assert [level(value, 80, 2) for value in (0, 1, 40, 80, 99)] == [0, 1, 8, 16, 16]


@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_as_it_should(ui, demo, looks_like, size):
    async with ui(demo, size=size) as shown:
        await shown.press("8")
        looks_like(shown, f"garden-{size[0]}")


async def test_it_fits_in_sixty_columns(ui, demo):
    async with ui(demo, size=(60, 24), language="es") as shown:
        await shown.press("8")
        assert all(len(line) <= 60 for line in shown.lines)
        assert "Contactos por semana" in shown.text
