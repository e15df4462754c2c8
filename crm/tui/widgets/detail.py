"""What is known of one thing, in rows; a cursor goes over those that stand for something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from crm.i18n import N_


class Row(NamedTuple):
    """Words, and what they stand for, such as a person; None where they are only to be read."""

    words: Content
    what: object = None
    indent: int = 0


def title(words: str) -> list[Row]:
    """Give an empty row, and the title of the rows after it."""
    return [Row(Content("")), Row(Content.styled(words, "bold $primary"))]


class Line(Static):
    """A row on the screen."""

    DEFAULT_CSS = """
    Line { height: auto; width: 1fr; }
    Line.-stop { border-left: blank; padding-left: 1; }
    Line.-here { border-left: outer $accent; text-style: bold; }
    """

    class Clicked(Message):
        """A row was clicked."""

        def __init__(self, line: Line) -> None:
            super().__init__()
            self.line = line

    what: object = None

    def show(self, row: Row, *, here: bool) -> None:
        """Show a row, with the cursor before it when it is the one."""
        self.what = row.what
        self.set_class(row.what is not None, "-stop")
        self.set_class(here, "-here")
        self.styles.margin = (0, 0, 0, row.indent)
        self.update(row.words)

    def on_click(self, event: events.Click) -> None:
        """Announce the click."""
        if self.what is not None:
            event.stop()
            self.post_message(self.Clicked(self))


class Detail(VerticalScroll, can_focus=True):
    """Rows, and the cursor on one of those that stand for something.

    It is shown while the rows have the focus, or always with `marks_always`.
    """

    DEFAULT_CSS = """
    Detail { padding: 0 1; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", N_("up"), show=False),
        Binding("down", "move(1)", N_("down"), show=False),
    ]

    class Moved(Message):
        """The cursor is on another row."""

        def __init__(self, detail: Detail) -> None:
            super().__init__()
            self.detail = detail

        @property
        def control(self) -> Detail:
            """The rows that the cursor went over."""
            return self.detail

    class Taken(Moved):
        """A row was clicked that stands for something."""

    def __init__(self, *, id: str | None = None, marks_always: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self._marks_always = marks_always
        self._rows: Sequence[Row] = ()
        self._lines: list[Line] = []
        self._at = 0
        self._sought: object = None

    @property
    def here(self) -> object:
        """What the row under the cursor stands for, None when there is no such row."""
        found = self._stops()
        return self._rows[found[min(self._at, len(found) - 1)]].what if found else None

    def _stops(self) -> list[int]:
        return [number for number, row in enumerate(self._rows) if row.what is not None]

    def seek(self, what: object) -> None:
        """Put the cursor on the row that stands for something when rows are next shown."""
        self._sought = what

    def show(self, rows: Sequence[Row], *, anew: bool) -> None:
        """Show rows; `anew` puts the cursor on the first, else it stays on what it was on.

        Where that is gone, it stays at its place.
        """
        kept = self._sought or self.here
        self._sought = None
        self._rows = rows
        stands_for = [rows[number].what for number in self._stops()]
        marks = self.has_focus or self._marks_always
        if anew or not marks:
            self._at = 0
        elif kept in stands_for:
            self._at = stands_for.index(kept)
        else:
            self._at = max(0, min(self._at, len(stands_for) - 1))
        while len(self._lines) < len(rows):
            self._lines.append(Line())
        self.mount(*(line for line in self._lines if not line.is_attached))
        for line in self._lines[len(rows) :]:
            line.remove()
        del self._lines[len(rows) :]
        self._draw()
        if anew:
            self.scroll_home(animate=False)

    def _draw(self) -> None:
        stops = self._stops()
        marks = self.has_focus or self._marks_always
        here = stops[self._at] if marks and self._at < len(stops) else None
        for number, (row, line) in enumerate(zip(self._rows, self._lines, strict=True)):
            line.show(row, here=number == here)

    def on_focus(self, _event: events.Focus) -> None:
        """Show the cursor."""
        self._draw()

    def on_blur(self, _event: events.Blur) -> None:
        """Hide the cursor."""
        self._draw()

    def action_move(self, step: int) -> None:
        """Move the cursor; beyond its first and last row, scroll to the ends."""
        stops = self._stops()
        at = self._at + step
        if not 0 <= at < len(stops):
            (self.scroll_home if step < 0 else self.scroll_end)(animate=False)
            return
        self._at = at
        self._draw()
        self.scroll_to_widget(self._lines[stops[at]], animate=False)
        self.post_message(self.Moved(self))

    def on_line_clicked(self, message: Line.Clicked) -> None:
        """Put the cursor on the row that was clicked, and announce what it stands for."""
        message.stop()
        self.focus()
        self._at = self._stops().index(self._lines.index(message.line))
        self._draw()
        self.post_message(self.Taken(self))
