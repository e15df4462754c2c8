"""What came of events: one of them in words, all of them in numbers."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from crm.domain.text import screen
from crm.i18n import _, active
from crm.services.event_yield import EventYield
from crm.tui.dialogs.dialog import Dialog
from crm.tui.widgets.labelled_rows import LabelledRows
from crm.wording import events as wording


class Yields(Dialog[None]):
    """What came of an event, if it has begun, and of all those that have."""

    DEFAULT_CSS = """
    Yields VerticalScroll { height: auto; max-height: 18; scrollbar-size-vertical: 1; }
    Yields .name { margin-bottom: 1; }
    Yields #over-all { margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,y", "leave", show=False)]

    def __init__(self, all_found: list[EventYield], event_id: int | None) -> None:
        super().__init__()
        self.title_text = _("What came of it")
        self._all = all_found
        self._one = next((each for each in all_found if each.event.id == event_id), None)

    def body(self) -> ComposeResult:
        """Give the one in words, and all in numbers."""
        with VerticalScroll():
            if self._one is not None:
                yield Static(Content.styled(screen(self._one.event.name), "bold"), classes="name")
                yield LabelledRows(id="one")
            yield Static(self._over_all(), id="over-all")

    def on_mount(self) -> None:
        """Show the words."""
        if self._one is not None:
            self.query_one(LabelledRows).show([wording.came_of_it(self._one, active())])
        self.query_one(VerticalScroll).focus()

    def _over_all(self) -> Content:
        if not self._all:
            return Content(_("No event has begun yet."))
        lines = [Content.styled(_("All events, the latest first"), "bold")]
        for found in self._all:
            numbers = wording.in_short(found, active())
            said = " · ".join(f"{row.label} {row.text}" for row in numbers if row.text)
            name = f"{screen(found.event.name)}  {wording.when(found.event)}"
            lines += [Content(""), Content(name), Content.styled(said, "$foreground-muted")]
        return Content("\n").join(lines)
