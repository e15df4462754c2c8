"""Events: the list by phase, preparation, capture mode, closing, yield; every key of the bar."""

from datetime import timedelta

import pytest

from crm.errors import Busy
from crm.services import contacts, event_close, event_meet, events, follow_ups, profile
from crm.services.card import card
from crm.services.contacts import Said
from crm.services.event_meet import Noted
from crm.services.events import EventSaid
from tests.tui.conftest import SIZES, TODAY


def day(ago):
    return (TODAY - timedelta(ago)).isoformat()


def add(context, name, ago, **said):
    on = day(ago)
    said = EventSaid(name=name, on=on, **said)
    return events.add(context, said).event.id


def event(context, which):
    return events.card(context, which)


@pytest.fixture
def fair(network):
    """A network with an event today, and with Ana and Bo."""
    contacts.add(network, Said(name="Ana Ruiz", title="Editor"))
    contacts.add(network, Said(name="Ana Gil"), book=True)
    contacts.add(network, Said(name="Bo [/] Li"))
    add(network, "Fair", 0, why="To be known", aims=("meet 2 copywriters",), people=("Bo [/] Li",))
    return network


@pytest.fixture
def past(network):
    """A network with an event of yesterday where two were met."""
    number = add(network, "Fair", 1, aims=("meet 2 copywriters",))
    for name, roles in (("Ana Ruiz", ("copywriter",)), ("Bo [/] Li", ())):
        event_meet.meet(network, number, Noted(name, roles, promises=("send the deck by friday",)))
    return network


async def test_without_events_it_says_how_to_begin(ui, network):
    async with ui(network) as shown:
        await shown.press("7")
        assert "No events yet." in shown.text
        assert "capture" not in shown.keys
        await shown.press("c", "x", "e", "y", "enter", "delete")
        assert "No events yet." in shown.text


async def test_they_stand_under_headings_by_phase(ui, past):
    add(past, "Meetup", 0)
    add(past, "Congress", -20)
    event_close.close(past, str(add(past, "Old days", 90)), keep=[])
    async with ui(past, size=(120, 40)) as shown:
        await shown.press("7")
        left = [line[:46].strip() for line in shown.lines]
        order = ["Now", "Meetup", "Over, to close", "Fair", "To come", "Congress", "Closed",
                 "Old days"]  # fmt: skip
        at = [left.index(line) for line in order]
        assert at == sorted(at)
        assert "to close · 2 met" in left
        assert "in three weeks" in left


async def test_before_it_the_page_prepares(ui, fair):
    profile.set_profile(fair, pitch="I make forms that everybody can fill in.")
    add(fair, "Congress", -20, people=("Ana Ruiz",), offer="a free audit")
    async with ui(fair, size=(120, 40)) as shown:
        await shown.press("7", "down")
        for said in ("Congress", "in three weeks", "to meet", "Ana Ruiz · Editor", "you say",
                     "I make forms", "ask", "to offer", "a free audit"):  # fmt: skip
            assert said in shown.text
        assert "capture" not in shown.keys
        assert "x close" not in shown.keys
        await shown.press("enter", "1")
        assert shown.app.screen.contact_id == 1


async def test_capture_mode(ui, fair):
    async with ui(fair) as shown:
        await shown.press("7", "c")
        assert "Met at Fair" in shown.text
        await shown.write("Cy Vance: copywriter, loves trail running, promised her the link")
        assert "→ Cy Vance (new), Copywriter" in shown.text
        assert "promise: " in shown.text
        assert event(fair, "Fair").met == []
        await shown.press("enter")
        assert "1 person noted so far" in shown.text
        assert "Met: Cy Vance (new), Copywriter" in shown.text
        await shown.write("bo")
        assert "→ Bo [/] Li" in shown.text
        await shown.press("enter", "escape")
        assert shown.toasts == ["2 people noted; u takes them back one by one."]
        assert [person.name for person in event(fair, "Fair").met] == ["Cy Vance", "Bo [/] Li"]
        assert [promise.name for promise in follow_ups.promises(fair, "Cy")] == ["Cy Vance"]
        assert "today · 2 met" in shown.text
        await shown.press("u", "u")
        assert event(fair, "Fair").met == []


async def test_an_ambiguous_name_is_asked_and_never_guessed(ui, fair):
    contacts.add(fair, Said(name="Ana Sol"))
    async with ui(fair) as shown:
        await shown.press("7", "c")
        await shown.write("Ana: laughs a lot")
        assert "Enter asks which of them" in shown.text
        await shown.press("enter")
        assert "Who is Ana?" in shown.text
        await shown.press("escape")
        assert event(fair, "Fair").met == []
        await shown.press("enter")
        (choice,) = [line.strip("│ ") for line in shown.lines if "Ana Sol" in line]
        await shown.press(choice[0])
        assert [person.name for person in event(fair, "Fair").met] == ["Ana Sol"]
        await shown.write("Gil: a lawyer")
        assert "Ana Gil of the address book, or somebody new?" in shown.text
        await shown.press("enter", "n")
        assert [person.name for person in event(fair, "Fair").met] == ["Ana Sol", "Gil"]


async def test_a_line_that_is_not_understood_is_kept(ui, fair):
    async with ui(fair) as shown:
        await shown.press("7", "c", "enter")
        await shown.write("99: wants a logo")
        await shown.press("enter")
        assert "99" in shown.text.split("wants a logo")[1]
        assert "noted so far" not in shown.text
        assert event(fair, "Fair").met == []
        await shown.press("escape")
        assert shown.toasts == []


async def test_closing_in_three_steps(ui, past):
    async with ui(past) as shown:
        await shown.press("7", "x")
        assert "Keep in touch, or let go to the address book?" in shown.text
        assert "let go  Ana Ruiz" in shown.text
        await shown.press("k", "l")
        assert "keep    Ana Ruiz" in shown.text
        await shown.press("enter")
        assert "1. meet 2 copywriters (1 of 2)" in shown.text
        await shown.press("right", "right", "left")
        assert "(2 of 2)" in shown.text
        await shown.press("7")
        assert "(7 of 2)" in shown.text
        await shown.press("2", "enter")
        assert "Kept, in the garden: Ana Ruiz." in shown.text
        assert "Let go, in the address book: Bo [/] Li." in shown.text
        assert "Write to Ana Ruiz" in shown.text
        assert event(past, "Fair").event.closed_on is None
        await shown.press("backspace")
        assert "(2 of 2)" in shown.text
        await shown.press("enter", "enter")
        assert shown.toasts == ["Closed: Fair. u takes all of it back."]
        assert event(past, "Fair").event.closed_on == TODAY
        assert [aim.reached for aim in event(past, "Fair").aims] == [2]
        assert card(past, "Bo").person.garden_since is None
        assert "followed up" in shown.text
        await shown.press("u")
        assert event(past, "Fair").event.closed_on is None


async def test_leaving_saves_nothing(ui, past):
    async with ui(past) as shown:
        await shown.press("7", "x", "k", "enter", "escape")
        assert event(past, "Fair").event.closed_on is None
        assert shown.toasts == []


async def test_an_event_without_people_and_aims_is_closed_at_once(ui, network):
    add(network, "Walk", 1)
    async with ui(network) as shown:
        await shown.press("7", "x")
        assert "Nobody was met there." in shown.text
        await shown.press("enter")
        assert event(network, "Walk").event.closed_on == TODAY


async def test_an_error_is_said_and_nothing_changes(ui, past, monkeypatch):
    def busy(*_args, **_said):
        raise Busy("busy", path="crm.db")

    async with ui(past) as shown:
        await shown.press("7", "x", "enter", "enter")
        monkeypatch.setattr(event_close, "close", busy)
        await shown.press("enter")
        assert "That did not work" in shown.text
        await shown.press("escape", "escape")
        assert event(past, "Fair").event.closed_on is None


async def test_what_came_of_it(ui, past):
    add(past, "Congress", -20)
    async with ui(past, size=(120, 40)) as shown:
        await shown.press("7", "y")
        assert "What came of it" in shown.text
        assert "within two workdays" in shown.text
        assert "All events, the latest first" in shown.text
        assert "aims 0/1 · followed up 0/2" in shown.text
        await shown.press("escape", "down", "y")
        assert "within two workdays" not in shown.text.split("All events")[0][-400:]
        await shown.press("enter")


async def test_adding_one(ui, network):
    async with ui(network) as shown:
        await shown.press("7", "a", "enter")
        assert "A new event" in shown.text
        await shown.write("CodeMotion")
        await shown.press("tab")
        await shown.write("2026-05-20")
        await shown.press(*["tab"] * 7)
        await shown.write("meet 2 copywriters; learn one tool")
        await shown.press("tab")
        await shown.write("Ana Ruiz; Luis Gil")
        await shown.press("enter")
        made = event(network, "CodeMotion")
        assert [aim.target for aim in made.aims] == [2, 1]
        assert sorted(person.name for person in made.to_meet) == ["Ana Ruiz", "Luis Gil"]
        assert shown.toasts[0].startswith("Saved: CodeMotion.\nNew in the address book: ")
        assert "CodeMotion" in shown.text


async def test_changing_one_changes_only_what_was_changed(ui, fair):
    async with ui(fair) as shown:
        await shown.press("7", "e", "tab", "tab", "tab")
        await shown.write("La Nave")
        await shown.press("enter")
        changed = event(fair, "Fair")
        assert (changed.event.place, changed.event.why) == ("La Nave", "To be known")
        assert len(changed.aims) == 1
        await shown.press("e", "enter")
        assert event(fair, "Fair") == changed
        await shown.press("e", "tab")
        await shown.write("some day")
        await shown.press("enter")
        assert "“some day”" in shown.text
        await shown.press("escape")


async def test_taking_one_out_can_be_taken_back(ui, past):
    async with ui(past) as shown:
        await shown.press("7", "delete")
        assert "No events yet." in shown.text
        assert shown.toasts == ["Taken out: Fair. u brings it back."]
        await shown.press("u")
        assert "Fair" in shown.text


async def test_today_leads_to_an_event_that_is_over(ui, past):
    async with ui(past) as shown:
        assert "Fair is over" in shown.text
        await shown.press("end", "enter")
        assert "Over, to close" in shown.text


@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_as_it_should(ui, demo, looks_like, size):
    async with ui(demo, size=size) as shown:
        await shown.press("7", "down")
        looks_like(shown, f"events-{size[0]}")


async def test_it_fits_in_sixty_columns(ui, demo):
    async with ui(demo, size=(60, 24), language="es") as shown:
        await shown.press("7")
        assert all(len(line) <= 60 for line in shown.lines)
        await shown.press("c")
        assert all(len(line) <= 60 for line in shown.lines)
        await shown.press("escape", "x")
        assert "se queda" in shown.text
