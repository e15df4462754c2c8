"""Entries of several lines under headings, one of them under the cursor; broken anew by width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple, cast

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from crm.domain.cells import broken, cells, cut
from crm.domain.text import screen
from crm.i18n import N_

MARK = "> "
GAP = "  "


class Entry(NamedTuple):
    """Words with a label before them and quieter lines below; `about` is what they stand for.

    The first `strong` characters of the words are bold. The cursor passes over a `heading`; an
    `offer` is something to be done rather than something that is there.
    """

    text: str
    label: str = ""
    below: tuple[str, ...] = ()
    strong: int = 0
    about: object = None
    heading: bool = False
    offer: bool = False


class _Line(NamedTuple):
    """One line on the screen: of which entry, its label and its words."""

    entry: int
    label: str
    text: str
    strong: int = 0
    style: str = ""


class Entries(ScrollView, can_focus=True):
    """A list to be read; Enter, space or a second click chooses the entry under the cursor."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Entries { height: 1fr; background: $background; scrollbar-size-vertical: 1; padding: 0 1; }
    Entries > .entries--row { color: $foreground; }
    Entries > .entries--cursor { color: $foreground; background: $boost; }
    Entries:focus > .entries--cursor { background: $primary 30%; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"entries--row", "entries--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", N_("up"), id="entries.up", show=False),
        Binding("down,j", "move(1)", N_("down"), id="entries.down", show=False),
        Binding("pageup", "leap(-1)", N_("page up"), id="entries.page-up", show=False),
        Binding("pagedown", "leap(1)", N_("page down"), id="entries.page-down", show=False),
        Binding("home", "ends(False)", N_("first"), id="entries.first", show=False),
        Binding("end", "ends(True)", N_("last"), id="entries.last", show=False),
        Binding("enter,space", "choose", N_("choose"), id="entries.choose", show=False),
    ]

    class Chosen(Message):
        """The entry under the cursor was chosen."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    class NearEnd(Message):
        """The end of the list came into sight."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self._lines: list[_Line] = []
        self._first: list[int] = []
        self._indent = 0
        self._cursor = -1

    @property
    def here(self) -> Entry | None:
        """The entry under the cursor."""
        return self._entries[self._cursor] if 0 <= self._cursor < len(self._entries) else None

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other entries; the cursor stays on what it was on, or at its place."""
        kept, was = self.here, self._cursor
        self._entries = entries
        self._lay_out()
        stays = (at for at, entry in enumerate(entries) if kept and _same(entry, kept))
        self._cursor = next(stays, self._selectable(min(max(was, 0), len(entries) - 1), 1))
        self._keep_in_sight()
        self.refresh()
        self.screen.refresh_bindings()

    def _selectable(self, at: int, step: int) -> int:
        """Give the first entry from `at` on that the cursor can stand on, -1 for none."""
        for way in (step, -step):
            place = at
            while 0 <= place < len(self._entries):
                if not self._entries[place].heading:
                    return place
                place += way
        return -1

    def _lay_out(self) -> None:
        """Break all entries into lines for the width there is."""
        width = max(20, self.scrollable_content_region.width or self.size.width - 2)
        labels = [cells(screen(entry.label)) for entry in self._entries]
        label = min(max(labels, default=0), width // 3)
        self._indent = len(MARK) + (label + len(GAP) if label else 0)
        room = max(10, width - self._indent)
        self._lines, self._first = [], []
        for at, entry in enumerate(self._entries):
            if entry.heading:
                self._lines += [_Line(at, "", "")] if at else []
                self._first.append(len(self._lines))
                self._lines += _heading(at, entry, width)
                continue
            self._first.append(len(self._lines))
            self._lines += _broken(at, entry, room)
        self.virtual_size = Size(0, len(self._lines))

    def on_resize(self, event: events.Resize) -> None:
        """Break the entries anew for another width."""
        self._lay_out()
        self._keep_in_sight()
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Announce when the end comes into sight."""
        super().watch_scroll_y(old_value, new_value)
        if self._lines and new_value + 2 * self.size.height >= len(self._lines):
            self.post_message(self.NearEnd())

    def _keep_in_sight(self) -> None:
        if self._cursor < 0:
            return
        first = self._first[self._cursor]
        after = self._cursor + 1
        last = self._first[after] if after < len(self._first) else len(self._lines)
        before = self._cursor and self._entries[self._cursor - 1].heading
        top = first - 2 * bool(before)
        region = Region(0, max(0, top), 1, min(last - max(0, top), max(1, self.size.height)))
        self.scroll_to_region(region, animate=False, force=True)

    def _to(self, place: int, step: int) -> None:
        found = self._selectable(max(0, min(len(self._entries) - 1, place)), step)
        if found >= 0:
            self._cursor = found
            self._keep_in_sight()
            self.refresh()
            self.screen.refresh_bindings()

    def action_move(self, step: int) -> None:
        """Move the cursor to the next entry, or the one before."""
        self._to(self._cursor + step, step)

    def action_leap(self, pages: int) -> None:
        """Move the cursor by a screenful."""
        if not self._lines or self._cursor < 0:
            return
        line = self._first[self._cursor] + pages * max(1, self.size.height - 1)
        self._to(self._lines[max(0, min(len(self._lines) - 1, line))].entry, pages)

    def action_ends(self, last: bool) -> None:
        """Move the cursor to the first or the last entry."""
        self._to(len(self._entries) if last else 0, -1 if last else 1)

    def action_choose(self) -> None:
        """Announce that the entry under the cursor was chosen."""
        if self.here is not None:
            self.post_message(self.Chosen(self.here))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on what was clicked; a second click chooses it."""
        event.stop()
        y = self.scroll_offset.y + event.y
        if 0 <= y < len(self._lines):
            place = self._lines[y].entry
            if place == self._cursor:
                self.action_choose()
            elif not self._entries[place].heading:
                self._to(place, 1)

    def render_line(self, y: int) -> Strip:
        """Give one line of the list."""
        at, width = self.scroll_offset.y + y, self.size.width
        line = self._lines[at] if at < len(self._lines) else None
        is_here = line is not None and line.entry == self._cursor
        style = self.get_visual_style("entries--cursor" if is_here else "entries--row")
        if line is None:
            return Strip.blank(width, style.rich_style)
        visual = cast("Visual", self._content(line, at == self._first[line.entry] and is_here))
        strip = Visual.to_strips(self, visual, width, 1, style)[0]
        return strip.extend_cell_length(width, style.rich_style).crop(0, width)

    def _content(self, line: _Line, marked: bool) -> Content:
        if self._entries[line.entry].heading:
            return Content.styled(line.text, line.style)
        mark = MARK if marked else " " * len(MARK)
        room = self._indent - len(MARK + GAP)
        before = mark + (cut(line.label, lambda some: cells(some) <= room) if line.label else "")
        before += " " * (self._indent - cells(before))
        strong, rest = line.text[: line.strong], line.text[line.strong :]
        return Content.assemble(
            (before, "$foreground-muted"), (strong, "bold"), (rest, line.style or "not bold")
        )


def _same(one: Entry, other: Entry) -> bool:
    return one.about is not None and one.about == other.about


def _heading(at: int, entry: Entry, width: int) -> list[_Line]:
    lines = [_Line(at, "", line, style="bold $accent") for line in broken(entry.text, width)]
    return lines + [
        _Line(at, "", line, style="$foreground-muted")
        for below in entry.below
        for line in broken(below, width)
    ]


def _broken(at: int, entry: Entry, room: int) -> list[_Line]:
    lines = []
    label, strong = screen(entry.label), entry.strong
    style = "$accent" if entry.offer else ""
    for paragraph in entry.text.split("\n"):
        for line in broken(screen(paragraph), room) or [""]:
            lines.append(_Line(at, label, line, min(strong, len(line)), style))
            label, strong = "", max(0, strong - len(line))
    lines += [
        _Line(at, "", line, style="$foreground-muted")
        for below in entry.below
        for line in broken(screen(below), room)
    ]
    return lines
