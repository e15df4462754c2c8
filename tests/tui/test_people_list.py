"""The list of people: windows as they come into sight, a cursor, marks, and lines that fit."""

from contextlib import asynccontextmanager
from datetime import date, timedelta

import pytest
from rich.cells import cell_len
from textual.app import App

from crm import i18n
from crm.domain.cells import cells
from crm.domain.text import screen
from crm.i18n import active
from crm.services import contacts, conversations, people
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.services.people import Listed, Row, Search
from crm.tui.widgets import people_row
from crm.tui.widgets.people_list import BLOCK, MOST_BLOCKS, PeopleList
from tests.tui.conftest import TODAY

HOSTILE = (
    "\x1b[31mred\x1b[0m", "[bold]no[/]", "a\nb\tc", "\u202egnirts", "李小龍" * 5,
    "👩‍💻 Ada",
    "हिन्दी व्यक्ति", "x" * 500, "🇪🇸 Flag", "e\u0301" * 40, "\x9b2J", "nul\x07", "🌱" * 60,
)  # fmt: skip


def person(number, name=None, **more):
    values = {
        "organisation": "Faro", "title": "Designer", "place": "Vigo", "garden_since": TODAY,
        "last_contact_on": TODAY - timedelta(21), "next_due_on": TODAY + timedelta(1),
        "archived": False, "tags": ("sea",), "band": "dry",
    }  # fmt: skip
    values |= more
    band = values.pop("band")
    return Row(Listed(id=number, name=name or f"Person {number:05}", **values), band)


class Host(App):
    """A page that answers for as many people as it is told."""

    def __init__(self, rows, answers=True):
        super().__init__()
        self.rows = rows
        self.answers = answers
        self.asked = []
        self.told = []

    def compose(self):
        yield PeopleList()

    @property
    def list(self):
        return self.query_one(PeopleList)

    def on_people_list_need_rows(self, message):
        self.asked.append((message.offset, message.limit))
        if self.answers:
            self.run_worker(lambda: self.look_up(message), thread=True)

    def look_up(self, message):
        found = self.rows[message.offset : message.offset + message.limit]
        self.call_from_thread(message.list.rows_came, message.generation, message.offset, found)

    def on_people_list_highlighted(self, message):
        self.told.append(("here", message.position, message.row and message.row.person.id))

    def on_people_list_chosen(self, message):
        self.told.append(("chosen", message.row.person.id))

    def on_people_list_marked(self, message):
        self.told.append(("marked", set(message.people)))


class Shown:
    def __init__(self, app, pilot):
        self.app = app
        self.list = app.list
        self.pilot = pilot

    async def settled(self):
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def press(self, *keys):
        for key in keys:
            await self.pilot.press(key)
            await self.settled()

    @property
    def lines(self):
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    def styles_at(self, y):
        (strip,) = self.app.screen._compositor.render_strips()[y : y + 1]
        return [(segment.text, segment.style) for segment in strip if segment.style]


@asynccontextmanager
async def shown(everybody, size=(80, 24), answers=True, **more):
    app = Host(everybody, answers)
    async with app.run_test(size=size) as pilot:
        own = Shown(app, pilot)
        own.list.focus()
        own.list.show(len(everybody), TODAY, **more)
        await own.settled()
        yield own


MANY = [person(n) for n in range(1, 10_001)]


async def test_rows_are_asked_for_when_they_come_into_sight():
    async with shown(MANY) as here:
        assert "Person 00001" in here.lines[1]
        assert "Person 00023" in here.lines[23]
        assert here.app.asked == [(0, BLOCK)]
        await here.press("end")
        assert "Person 10000" in here.lines[23]
        assert here.app.asked[1:] == [(9_977 // BLOCK * BLOCK, 2 * BLOCK)]
        await here.press("home", *["pagedown"] * 100)
        assert here.list.here == MANY[2_200]
        assert len(here.list._blocks) <= MOST_BLOCKS
        assert all(limit <= 3 * BLOCK for _offset, limit in here.app.asked)


async def test_the_rows_that_are_known_need_not_be_asked_for():
    async with shown(MANY[:40], rows=MANY[:40]) as here:
        assert here.app.asked == []
        assert here.app.told == [("here", 0, 1)]
        await here.press("end", "home")
        assert here.app.asked == []
        here.list.show(10_000, TODAY, at=5_000, rows=MANY[4_992:5_056], offset=4_992)
        await here.settled()
        assert here.list.here == MANY[5_000]
        assert here.app.asked == [(4_928, BLOCK)]
        offset, limit = here.list.span(5_000)
        assert offset % BLOCK == 0
        assert offset <= 5_000 - 23 <= 5_000 + 23 < offset + limit


async def test_until_rows_come_places_are_kept_for_them():
    async with shown(MANY, answers=False) as here:
        assert here.lines[1].split() == here.lines[23].split() == ["…"]
        assert here.list.here is None
        await here.press("down", "space", "enter")
        assert here.app.told == []
        here.list.rows_came(here.list.generation, 0, MANY[:BLOCK])
        await here.settled()
        assert here.app.told == [("here", 1, 2)]
        assert "Person 00002" in here.lines[2]


async def test_an_answer_to_what_was_shown_before_is_dropped():
    async with shown(MANY, answers=False) as here:
        former = here.list.generation
        here.list.show(2, TODAY)
        here.list.rows_came(former, 0, MANY[:BLOCK])
        await here.settled()
        assert here.lines[1].split() == ["…"]
        here.list.rows_came(here.list.generation, 0, MANY[7:9])
        await here.settled()
        assert "Person 00008" in here.lines[1]
        assert here.lines[3] == ""


async def test_a_short_answer_is_not_asked_for_again_and_again():
    async with shown(MANY[:500], answers=False) as here:
        here.app.rows, here.app.answers = MANY[:10], True
        here.list.show(500, TODAY)
        await here.settled()
        assert here.app.asked == [(0, BLOCK)] * 2
        assert "Person 00010" in here.lines[10]
        assert here.lines[11].split() == ["…"]


async def test_the_cursor_goes_where_the_keys_say():
    async with shown(MANY[:100]) as here:
        for keys, at in (
            (("down", "j", "j"), 3), (("k", "up"), 1), (("up", "up"), 0), (("pagedown",), 22),
            (("pagedown",), 44), (("pageup",), 22), (("G",), 99), (("down",), 99), (("g",), 0),
            (("end",), 99), (("pageup", "home"), 0),
        ):  # fmt: skip
            await here.press(*keys)
            assert here.list.cursor == at, keys
            assert here.app.told[-1] == ("here", at, at + 1)
            line = here.lines.index(next(x for x in here.lines if f"Person {at + 1:05}" in x))
            assert any(style.reverse for _text, style in here.styles_at(line))


async def test_marks_are_put_taken_off_and_told():
    async with shown(MANY[:100]) as here:
        await here.press("space", "space")
        assert here.list.cursor == 2
        assert here.lines[1].startswith("*")
        assert here.app.told[-2:] == [("marked", {1, 2}), ("here", 2, 3)]
        await here.press("up", "space")
        assert here.list.marked == {1}
        here.list.mark_only(range(1, 101))
        here.list.mark_only(range(1, 101))
        await here.settled()
        assert [told for told in here.app.told if told[0] == "marked"][-1][1] == {*range(1, 101)}
        here.list.show(1, TODAY, rows=MANY[:1])
        await here.settled()
        assert len(here.list.marked) == 100
        here.list.mark_only(())
        await here.settled()
        assert here.app.told[-1] == ("marked", set())


async def test_somebody_is_chosen_by_enter_and_by_a_double_click():
    async with shown(MANY[:100]) as here:
        await here.press("down", "enter")
        assert here.app.told[-1] == ("chosen", 2)
        await here.pilot.click(PeopleList, offset=(10, 5))
        await here.settled()
        assert here.app.told[-1] == ("here", 4, 5)
        await here.pilot.click(PeopleList, offset=(10, 7), times=2)
        await here.settled()
        assert here.app.told[-1] == ("chosen", 7)


async def test_the_mouse_marks_and_scrolls():
    async with shown(MANY[:100]) as here:
        await here.pilot.click(PeopleList, offset=(0, 4))
        await here.settled()
        assert here.list.marked == {4}
        await here.pilot.click(PeopleList, offset=(0, 0))
        await here.settled()
        assert here.list.cursor == 3
        here.list.scroll_to(y=50, animate=False)
        await here.settled()
        assert "Person 00051" in here.lines[1]
        assert here.list.cursor == 3
        await here.press("down")
        assert here.lines[1].split()[2] == "00005"


async def test_a_shorter_list_is_seen_whole():
    async with shown(MANY) as here:
        await here.press("end")
        here.list.show(3, TODAY, at=9_999, rows=MANY[:3])
        await here.settled()
        assert here.list.cursor == 2
        assert "Person 00001" in here.lines[1]
        here.list.show(0, TODAY)
        await here.settled()
        assert (here.list.cursor, here.list.here) == (None, None)
        assert here.app.told[-1] == ("here", None, None)
        assert not any(here.lines)
        await here.press("down", "end", "space", "enter", "pagedown")
        here.list.move_to(4)
        assert here.list.cursor is None


async def test_the_screen_may_grow():
    async with shown(MANY, size=(60, 10)) as here:
        await here.press("end")
        await here.pilot.resize_terminal(120, 40)
        await here.settled()
        assert "Person 10000" in here.lines[39]
        assert "Person 09962" in here.lines[1]
        await here.pilot.resize_terminal(70, 6)
        await here.settled()
        assert "Person 10000" in here.lines[5]


@pytest.mark.parametrize(("columns", "titles"), [
    (60, ["name", "about", "last contact"]),
    (80, ["name", "about", "last contact", "due"]),
    (160, ["name", "about", "last contact", "due", "tags"]),
])  # fmt: skip
async def test_what_is_shown_depends_on_the_room(columns, titles):
    async with shown(MANY[:1], size=(columns, 5)) as here:
        assert here.lines[0].split() == " ".join(titles).split()
        assert here.lines[1].startswith("  y Person 00001")
        assert "Designer" in here.lines[1]
        assert "three weeks ago" in here.lines[1]
        assert ("tomorrow" in here.lines[1]) == ("due" in titles)
        assert ("#sea" in here.lines[1]) == ("tags" in titles)


@pytest.mark.parametrize("columns", [20, 37, 60, 80, 113, 160])
async def test_any_name_fits_and_commands_nothing(columns):
    rows = [
        person(n, name, title=name, tags=(name, name), band=None)
        for n, name in enumerate(HOSTILE, 1)
    ]
    async with shown(rows, size=(columns, 24), words="e x 李") as here:
        for strip in here.app.screen._compositor.render_strips():
            assert sum(cell_len(segment.text) for segment in strip) == columns
            assert all(screen(segment.text) == segment.text for segment in strip)
        assert any("[bold]no" in line for line in here.lines)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("room", [4, 15, 24, 40, 58, 79, 100, 159, 400])
def test_a_line_is_as_wide_as_its_columns(room, language):
    tr = i18n.translator(language)
    across = people_row.columns(room, tr)
    taken = 4 + sum(column.width for column in across) + len(across) - 1
    assert taken <= max(room, 24)
    assert across[0].name == "name"
    rows = [person(n, name, title=name) for n, name in enumerate(HOSTILE)]
    rows.append(person(0, last_contact_on=date(2020, 1, 1), next_due_on=date(2027, 9, 30)))
    for row in rows:
        said = list(people_row.pieces(row, across, TODAY, tr, is_marked=True, wanted=("x", "a")))
        assert sum(cell_len(text) for text, _what in said) == taken
        assert sum(cells(text.rstrip()) for text, _what in said) <= taken
    assert sum(cell_len(text) for text, _what in people_row.heading(across, tr)) == taken


@pytest.mark.parametrize(("name", "wanted", "found"), [
    ("Zoë Ruiz", ("zo", "ru"), ["Zo", "Ru"]), ("Brian O'Brien", ("brien",), ["Brien"]),
    ("Łukasz Straße", ("strass",), ["Straß"]), ("Mar Marina", ("mar",), ["Mar", "Mar"]),
    ("Ana", ("na", "x"), []), ("Ana", (), []), ("ﬁne", ("f",), ["ﬁ"]),
    ("E\u0301mile", ("em",), ["E\u0301m"]),
])  # fmt: skip
def test_the_beginnings_that_were_looked_for_stand_out(name, wanted, found):
    row = person(1, name)
    across = people_row.columns(80, active())
    said = list(people_row.pieces(row, across, TODAY, active(), is_marked=False, wanted=wanted))
    assert [text for text, what in said if what == "match"] == found
    assert "".join(text for text, _what in said).startswith(f"  y {name}")


async def test_a_network_is_listed_by_its_services(network):
    contacts.add(network, Said(name="Ana Ruiz", cadence="1m"))
    contacts.add(network, Said(name="Bo"), book=True)
    conversations.log(network, Happened(("Ana",), "Lunch", kind="meeting"))
    rows = people.rows(network, Search(), None, 10)
    assert [row.band for row in rows] == ["sprout", None]
    async with shown(rows) as here:
        assert here.lines[1].startswith("  ' Ana Ruiz")
        assert here.lines[2].startswith("    Bo")
