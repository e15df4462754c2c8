"""What was understood of a line, a row for each field, each to be corrected."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from crm.domain.cells import broken, cells
from crm.domain.text import screen
from crm.i18n import N_, _, active
from crm.services.reading import Meant, Understood
from crm.wording.understood import Row, rows

_GAP = 2
_NARROWEST = 10


class UnderstoodRows(OptionList):
    """The fields with their labels; those that were corrected are marked."""

    DEFAULT_CSS = """
    UnderstoodRows {
        height: 1fr; border: none; padding: 0; background: $surface; scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: $foreground 0%; }
        & > .option-list--option-highlighted { background: $surface; text-style: none; }
        &:focus > .option-list--option-highlighted {
            color: $block-cursor-foreground; background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("correct"), id="log.correct"),
        Binding("delete,backspace", "as_in_line", N_("as in the line"), id="log.as_in_line"),
    ]

    class Left(Message):
        """The cursor moved up, out of the rows."""

    class AsInLine(Message):
        """A field is to be as the line says it."""

        def __init__(self, field: str) -> None:
            super().__init__()
            self.field = field

    def __init__(self) -> None:
        super().__init__(markup=False, compact=True)
        self._understood: Understood | None = None
        self._corrected: frozenset[str] = frozenset()
        self._today = date.min
        self._rows: list[Row] = []

    def show(self, understood: Understood, corrected: frozenset[str], today: date) -> None:
        """Show what was understood, and which fields the user has said anew."""
        self._understood, self._corrected, self._today = understood, corrected, today
        self._draw()

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        at = self.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def on_resize(self, _event: events.Resize) -> None:
        """Break the rows anew for another width."""
        self._draw()

    def _draw(self) -> None:
        if self._understood is None:
            return
        here = self.highlighted or 0
        self._rows = rows(self._understood, self._today, active())
        label = max(cells(row.label) for row in self._rows) + _GAP
        room = max(_NARROWEST, self.scrollable_content_region.width - label - 1)
        self.set_options([self._option(row, label, room) for row in self._rows])
        self.highlighted = min(here, len(self._rows) - 1)

    def _option(self, row: Row, label: int, room: int) -> Content:
        head = Content.styled(row.label + " " * (label - cells(row.label)), "dim")
        if not row.text:
            return head + Content.styled("—", "dim")
        text = row.text
        if row.field in self._corrected:
            text += " " + _("(corrected)")
        lines = broken(screen(text), room)
        body = Content(("\n" + " " * label).join(lines))
        if row.field == "people" and self._understood is not None:
            body = _with_known(body, self._understood.people)
        return head + body

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take back only what was corrected."""
        if action == "as_in_line":
            return self.row is not None and self.row.field in self._corrected
        return True

    def action_as_in_line(self) -> None:
        """Announce that a correction is taken back."""
        if self.row is not None:
            self.post_message(self.AsInLine(self.row.field))

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Offer what can be done with the row under the cursor."""
        super().watch_highlighted(highlighted)
        self.screen.refresh_bindings()

    def action_cursor_up(self) -> None:
        """Go up, and from the first row back to the line."""
        if self.highlighted:
            super().action_cursor_up()
        else:
            self.post_message(self.Left())


def _with_known(body: Content, people: list[Meant]) -> Content:
    """Give the row of people with those who are known in bold, where they stand in one line."""
    at = 0
    for meant in people:
        name = screen(meant.person.name if meant.person else meant.said)
        start = body.plain.find(name, at)
        if start < 0:
            continue
        at = start + len(name)
        style = "bold" if meant.person else "$accent"
        body = body.stylize(style, start, at)
    return body
