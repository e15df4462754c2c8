"""A list of any number of people, of which only what is looked at is in memory.

It calls no service. It posts `NeedRows` for the windows that it lacks, and whoever holds it answers
with `rows_came`; an answer to what was shown before is known by its generation, and dropped.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from crm.domain.text import fold
from crm.i18n import N_, active
from crm.tui.widgets import people_row
from crm.tui.widgets.people_row import Piece

if TYPE_CHECKING:
    from crm.services.people import Row

BLOCK = 64
MOST_BLOCKS = 12
"""So many blocks of rows are kept, those used last."""
_HEADING = 1
_DOUBLE = 2


class PeopleList(ScrollView, can_focus=True):
    """People in lines, with a cursor and marks."""

    DEFAULT_CSS = """
    PeopleList { height: 1fr; background: $background; scrollbar-size-vertical: 1;
                 overflow-x: hidden; overflow-y: auto; }
    PeopleList > .people-list--heading { color: $text-muted; text-style: underline; }
    PeopleList > .people-list--cursor { text-style: reverse; }
    PeopleList > .people-list--cursor-away { background: $boost; text-style: underline; }
    PeopleList > .people-list--mark { color: $accent; text-style: bold; }
    PeopleList > .people-list--band { color: $success; }
    PeopleList > .people-list--due { color: $warning; text-style: bold; }
    PeopleList > .people-list--match { text-style: bold underline; }
    PeopleList > .people-list--quiet { color: $text-muted; }
    """
    COMPONENT_CLASSES = {
        "people-list--heading", "people-list--cursor", "people-list--cursor-away",
        "people-list--mark", "people-list--band", "people-list--due", "people-list--match",
        "people-list--quiet",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", N_("mark"), id="list.mark"),
        Binding("enter", "choose", N_("open"), id="list.open"),
        Binding("down,j", "move(1)", N_("down"), id="list.down", show=False),
        Binding("up,k", "move(-1)", N_("up"), id="list.up", show=False),
        Binding("pagedown", "page(1)", N_("a page down"), id="list.page_down", show=False),
        Binding("pageup", "page(-1)", N_("a page up"), id="list.page_up", show=False),
        Binding("home,g", "edge(False)", N_("to the first"), id="list.first", show=False),
        Binding("end,G", "edge(True)", N_("to the last"), id="list.last", show=False),
    ]

    class NeedRows(Message):
        """Rows from `offset` on are lacking; `rows_came` takes them."""

        def __init__(self, sender: PeopleList, generation: int, offset: int, limit: int) -> None:
            super().__init__()
            self.list = sender
            self.generation = generation
            self.offset = offset
            self.limit = limit

        @property
        def control(self) -> PeopleList:
            """The list that asks."""
            return self.list

    class Highlighted(Message):
        """The cursor stands on somebody; `row` is None where there is nobody."""

        def __init__(self, sender: PeopleList, position: int | None, row: Row | None) -> None:
            super().__init__()
            self.list = sender
            self.position = position
            self.row = row

        @property
        def control(self) -> PeopleList:
            """The list with the cursor."""
            return self.list

    class Chosen(Message):
        """Somebody was chosen, by enter or a double click."""

        def __init__(self, sender: PeopleList, row: Row) -> None:
            super().__init__()
            self.list = sender
            self.row = row

        @property
        def control(self) -> PeopleList:
            """The list that was chosen from."""
            return self.list

    class Marked(Message):
        """Other people are marked now."""

        def __init__(self, sender: PeopleList, people: frozenset[int]) -> None:
            super().__init__()
            self.list = sender
            self.people = people

        @property
        def control(self) -> PeopleList:
            """The list with the marks."""
            return self.list

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.generation = 0
        """The number of what is shown; answers carry it."""
        self.total = 0
        self.cursor: int | None = None
        self.marked: frozenset[int] = frozenset()
        """The ids of the marked people, shown or not."""
        self._today = date.min
        self._wanted: tuple[str, ...] = ()
        self._columns: tuple[people_row.Column, ...] = ()
        self._blocks: OrderedDict[int, list[Row]] = OrderedDict()
        self._asked: tuple[int, int] | None = None
        self._told: tuple[int | None, int | None] | None = None

    def show(
        self,
        total: int,
        today: date,
        *,
        at: int = 0,
        words: str = "",
        offset: int = 0,
        rows: Iterable[Row] = (),
    ) -> int:
        """Show another result of `total` people with the cursor `at` a position.

        `rows` are those from `offset` on, as far as they are known: with them nothing blinks.
        The `words` looked for stand out in names. Gives the generation that answers must carry.
        """
        self.generation += 1
        self.total = total
        self._today = today
        self._wanted = tuple(re.findall(r"[^\W_]+", fold(words)))
        self._blocks.clear()
        self._asked = self._told = None
        self.cursor = max(0, min(at, total - 1)) if total else None
        self._keep(offset, list(rows))
        self.virtual_size = Size(self.size.width, total + _HEADING if total else 0)
        self._follow_cursor()
        self.refresh()
        self._tell()
        self._need()
        return self.generation

    def rows_came(self, generation: int, offset: int, rows: Sequence[Row]) -> None:
        """Take the answer to `NeedRows`; one to a former generation is dropped."""
        if generation != self.generation:
            return
        end = offset + len(rows)
        if self._asked is not None and end >= min(sum(self._asked), self.total):
            self._asked = None
        self._keep(offset, rows)
        self.refresh()
        self._tell()
        self._need()

    def span(self, at: int) -> tuple[int, int]:
        """Give offset and limit of the rows that can be in sight with the cursor `at` a place."""
        first = max(0, at - self._height) // BLOCK
        return first * BLOCK, ((at + self._height) // BLOCK + 1 - first) * BLOCK

    @property
    def here(self) -> Row | None:
        """The row under the cursor, None where it has not come yet or nobody is there."""
        return self._row(self.cursor) if self.cursor is not None else None

    def move_to(self, position: int) -> None:
        """Put the cursor on a position, or on the nearest there is."""
        if not self.total:
            return
        before, self.cursor = self.cursor, max(0, min(position, self.total - 1))
        if before != self.cursor:
            for place in (before, self.cursor):
                self.refresh_line((place or 0) + _HEADING)
            self._follow_cursor()
            self._tell()

    def mark_only(self, people: Iterable[int]) -> None:
        """Mark these people and nobody else."""
        marked = frozenset(people)
        if marked != self.marked:
            self.marked = marked
            self.refresh()
            self.post_message(self.Marked(self, marked))

    def action_move(self, by: int) -> None:
        """Move the cursor by so many lines."""
        if self.cursor is not None:
            self.move_to(self.cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by so many screens."""
        self.action_move(by * max(1, self._height - 1))

    def action_edge(self, is_last: bool) -> None:
        """Move the cursor to the first or the last."""
        self.move_to(self.total - 1 if is_last else 0)

    def action_mark(self) -> None:
        """Mark the one under the cursor, or take the mark off, and go on to the next."""
        if self.here is not None:
            self.mark_only(self.marked ^ {self.here.person.id})
            self.action_move(1)

    def action_choose(self) -> None:
        """Choose the one under the cursor."""
        if self.here is not None:
            self.post_message(self.Chosen(self, self.here))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where it was clicked; the mark is toggled there, twice chooses."""
        position = self.scroll_offset.y + event.y - _HEADING
        if event.y < _HEADING or position >= self.total:
            return
        event.stop()
        self.move_to(position)
        if event.x < 2 * len(people_row.MARK) and self.here is not None:
            self.mark_only(self.marked ^ {self.here.person.id})
        elif event.chain == _DOUBLE:
            self.action_choose()

    def on_resize(self, _event: events.Resize) -> None:
        """Keep the cursor in sight, and ask for what has come into it."""
        self._columns = people_row.columns(self.size.width, active())
        self.virtual_size = self.virtual_size.with_width(self.size.width)
        self._follow_cursor()
        self._need()

    def on_focus(self) -> None:
        """Show the cursor as one that keys move."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor as one that waits."""
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for the rows that have come into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._need()

    @property
    def _height(self) -> int:
        return max(1, self.size.height - _HEADING)

    def _follow_cursor(self) -> None:
        if self.cursor is None or not self.size.height:
            return
        top = min(round(self.scroll_y), self.max_scroll_y)
        if top < self.scroll_y:
            self.scroll_to(y=top, animate=False)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + self._height:
            self.scroll_to(y=self.cursor - self._height + 1, animate=False)

    def _row(self, position: int) -> Row | None:
        block = self._blocks.get(position // BLOCK)
        within = position % BLOCK
        return block[within] if block is not None and within < len(block) else None

    def _keep(self, offset: int, rows: Sequence[Row]) -> None:
        """Keep an answer in blocks; of one that begins within a block only from the next one on."""
        for number in range(-(-offset // BLOCK), -(-(offset + len(rows)) // BLOCK)):
            start = number * BLOCK - offset
            self._blocks[number] = list(rows[start : start + BLOCK])
            self._blocks.move_to_end(number)
        while len(self._blocks) > MOST_BLOCKS:
            self._blocks.popitem(last=False)

    def _need(self) -> None:
        """Ask for the blocks in sight that are lacking, else for those just out of it."""
        if not self.total or not self.size.height:
            return
        top = round(self.scroll_y)
        lacking = self._lacking(top, top + self._height)
        lacking = lacking or self._lacking(top - self._height, top + 2 * self._height)
        if not lacking:
            return
        offset = lacking[0] * BLOCK
        asked = (offset, (lacking[-1] + 1) * BLOCK - offset)
        if asked != self._asked:
            self._asked = asked
            self.post_message(self.NeedRows(self, self.generation, *asked))

    def _lacking(self, start: int, end: int) -> list[int]:
        end = min(end, self.total)
        lacking = []
        for number in range(max(0, start) // BLOCK, (end - 1) // BLOCK + 1):
            block = self._blocks.get(number)
            if block is not None:
                self._blocks.move_to_end(number)
            if block is None or len(block) < min(BLOCK, end - number * BLOCK):
                lacking.append(number)
        return lacking

    def _tell(self) -> None:
        """Tell where the cursor is, once for each person who comes under it."""
        row = self.here
        if row is None and self.total:
            return
        told = (self.cursor, row.person.id if row else None)
        if told != self._told:
            self._told = told
            self.post_message(self.Highlighted(self, self.cursor, row))

    def render_line(self, y: int) -> Strip:
        """Give a line of the screen: the heading, a person, or nothing."""
        width, tr, across = self.size.width, active(), self._columns
        position = round(self.scroll_y) + y - _HEADING
        if not self.total or position >= self.total:
            return Strip.blank(width, self.rich_style)
        if y < _HEADING:
            titles = people_row.heading(across, tr)
            return self._strip(titles, width, self._style("heading"))
        row = self._row(position)
        said: Iterable[Piece] = people_row.waiting()
        if row is not None:
            said = people_row.pieces(
                row, across, self._today, tr,
                is_marked=row.person.id in self.marked, wanted=self._wanted,
            )  # fmt: skip
        if position != self.cursor:
            return self._strip(said, width)
        here = "cursor" if self.has_focus else "cursor-away"
        return self._strip(said, width, self._style(here))

    def _strip(self, said: Iterable[Piece], width: int, whole: Style | None = None) -> Strip:
        base = self.rich_style
        segments = [
            Segment(text, base + self._style(what) if what else base) for text, what in said if text
        ]
        strip = Strip(segments).adjust_cell_length(width, base)
        return strip if whole is None else strip.apply_style(whole)

    def _style(self, what: str) -> Style:
        return self.get_component_rich_style(f"people-list--{what}", partial=True)
