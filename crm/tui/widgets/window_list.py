"""A list of any length, of which only the rows in sight are looked up."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from crm.i18n import N_

AHEAD = 60
"""Rows asked for beyond those in sight, each way."""
MOST_KEPT = 2_000


class WindowList(ScrollView, can_focus=True):
    """Rows by their number, one line each; announces which it wants and is given them by `put`."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    WindowList { height: 1fr; background: $background; scrollbar-size-vertical: 1; }
    WindowList > .window-list--row { color: $foreground; }
    WindowList > .window-list--cursor {
        color: $block-cursor-blurred-foreground; background: $block-cursor-blurred-background;
        text-style: $block-cursor-blurred-text-style;
    }
    WindowList:focus > .window-list--cursor {
        color: $block-cursor-foreground; background: $block-cursor-background;
        text-style: $block-cursor-text-style;
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"window-list--row", "window-list--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", N_("down"), id="list.down", show=False),
        Binding("up,k", "move(-1)", N_("up"), id="list.up", show=False),
        Binding("pagedown", "page(1)", N_("a page down"), id="list.page_down", show=False),
        Binding("pageup", "page(-1)", N_("a page up"), id="list.page_up", show=False),
        Binding("home,g", "edge(False)", N_("to the first"), id="list.first", show=False),
        Binding("end,G", "edge(True)", N_("to the last"), id="list.last", show=False),
    ]
    cursor = reactive(0)

    class Wanted(Message):
        """These rows are to be looked up, from `start` up to `end`."""

        def __init__(self, start: int, end: int) -> None:
            super().__init__()
            self.start = start
            self.end = end

    class Moved(Message):
        """The cursor stands on another row."""

    class Chosen(Message):
        """The row under the cursor was clicked once more."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[int, Content] = {}
        self._count = 0
        self._wanted = (0, 0)
        self._width = 0

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def show(self, count: int, cursor: int = 0) -> None:
        """Show so many other rows, the cursor on one of them."""
        self._rows.clear()
        self._wanted = (0, 0)
        self.grow(count)
        self.cursor = max(0, min(cursor, count - 1))
        self._keep_in_sight()
        self._want()

    def grow(self, count: int) -> None:
        """Take in that there are more rows at the end."""
        self._count = count
        self.virtual_size = Size(0, count)
        self._want()
        self.refresh()

    def put(self, start: int, rows: list[Content]) -> None:
        """Take rows that were looked up, the first of them row `start`."""
        if len(self._rows) > MOST_KEPT:
            self._rows.clear()
        self._rows.update(enumerate(rows, start))
        self.refresh()

    def _want(self) -> None:
        """Announce the rows in sight that are not there, with some before and after them."""
        top, height = self.scroll_offset.y, max(1, self.size.height)
        seen = range(top, min(self._count, top + height))
        start, stop = self._wanted
        if all(row in self._rows or start <= row < stop for row in seen):
            return
        self._wanted = max(0, top - AHEAD), min(self._count, top + height + AHEAD)
        self.post_message(self.Wanted(*self._wanted))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Look up what comes into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def on_resize(self, event: events.Resize) -> None:
        """Look up what comes into sight; rows are made for a width."""
        if event.size.width != self._width:
            self._width = event.size.width
            self._rows.clear()
            self._wanted = (0, 0)
        self._want()

    def watch_cursor(self) -> None:
        """Keep the cursor in sight, and announce where it is."""
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def _keep_in_sight(self) -> None:
        region = Region(0, self.cursor, max(1, self.size.width), 1)
        self.scroll_to_region(region, animate=False, force=True)

    def action_move(self, step: int) -> None:
        """Move the cursor by so many rows, as far as there are any."""
        self.cursor = max(0, min(self._count - 1, self.cursor + step))

    def action_page(self, pages: int) -> None:
        """Move the cursor by a screenful."""
        self.action_move(pages * max(1, self.size.height - 1))

    def action_edge(self, last: bool) -> None:
        """Move the cursor to the first or to the last row."""
        self.action_move(self._count if last else -self._count)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that was clicked; a click on it chooses it."""
        event.stop()
        row = self.scroll_offset.y + event.y
        if row >= self._count:
            return
        if row == self.cursor:
            self.post_message(self.Chosen())
        self.cursor = row

    def render_line(self, y: int) -> Strip:
        """Give one line of the list."""
        row, width = self.scroll_offset.y + y, self.size.width
        is_here = row == self.cursor and row < self._count
        names = ["window-list--row", *(["window-list--cursor"] if is_here else [])]
        style = self.get_visual_style(*names)
        content = self._rows.get(row) if row < self._count else None
        if content is None:
            return Strip.blank(width, style.rich_style)
        # Colours of its own could not be read on those of the cursor.
        shown = Content(content.plain) if is_here else content
        visual = cast("Visual", shown.truncate(width, ellipsis=True))
        strips = Visual.to_strips(self, visual, width, 1, style)
        return strips[0].extend_cell_length(width, style.rich_style)
