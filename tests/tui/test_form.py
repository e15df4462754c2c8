"""Forms of several lines, and naming a person."""

from crm.services import contacts
from crm.services.contacts import Said
from crm.services.understand import required
from crm.tui.dialogs.find_person import FindPerson
from crm.tui.dialogs.form import Field, Form

FIELDS = (
    Field("title", "Title", hint="what you are after"),
    Field("rank", "Rank", "b", choices=(("a", "first"), ("b", "second"), ("c", "third one"))),
    Field("who", "With", completes=lambda _context, typed: [typed + "na Ruiz"] if typed else []),
)


def opened(shown, deed=lambda _context, filled: filled):
    given = []
    shown.app.push_screen(Form("A form", FIELDS, deed, lead="Three lines"), given.append)
    return given


async def test_lines_are_filled_in_and_completed(ui, network):
    async with ui(network) as shown:
        given = opened(shown)
        await shown.settled()
        assert "[second]" in shown.text
        await shown.write("Work [/]")
        await shown.press("tab", "right", "down")
        await shown.write("A")
        await shown.press("right", "up", "down", "enter")
        assert given == [{"title": "Work [/]", "rank": "c", "who": "Ana Ruiz"}]


async def test_what_is_wrong_is_said_and_the_form_stays(ui, network):
    async with ui(network) as shown:
        given = opened(shown, lambda _context, filled: required(filled["title"], "title"))
        await shown.settled()
        await shown.press("enter")
        assert "title" in shown.text.split("Three lines")[1]
        assert given == []
        await shown.press("escape")
        assert given == [None]


async def test_a_value_is_picked_with_the_mouse(ui, network):
    async with ui(network) as shown:
        given = opened(shown)
        await shown.settled()
        await shown.pilot.click("Pick", offset=(20, 0))
        await shown.press("enter")
        assert given[0]["rank"] == "c"


async def test_a_person_is_found_as_one_types(ui, network):
    for name in ("Ana Ruiz", "Ana Ruiz", "Bo [/] Li", "Cy Rúa"):
        contacts.add(network, Said(name=name))
    given = []
    async with ui(network) as shown:
        for typed, keys in (("rua", ()), ("ana", ("down",)), ("bo", ("up",))):
            shown.app.push_screen(FindPerson("Who?"), given.append)
            await shown.settled()
            await shown.write(typed)
            await shown.press(*keys, "enter")
        assert given == ["Cy Rúa", "2", "Bo [/] Li"]
        shown.app.push_screen(FindPerson("Who?", lead="A friend"), given.append)
        await shown.settled()
        await shown.write("zzz")
        assert "Nobody by that name." in shown.text
        await shown.press("enter", "escape")
        assert given[3:] == [None]


async def test_what_is_wrong_with_a_person_is_said_there(ui, network):
    contacts.add(network, Said(name="Ana"))
    async with ui(network) as shown:
        wrong = FindPerson("Who?", deed=lambda _context, _named: required("", "title"))
        shown.app.push_screen(wrong)
        await shown.settled()
        await shown.pilot.click("OptionList", offset=(2, 0))
        await shown.settled()
        assert "title" in shown.text
