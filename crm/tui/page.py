"""A page of the program: the bar of sections, a body, the bar of keys."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from crm.tui.asking import Asking
from crm.tui.widgets.key_bar import KeyBar
from crm.tui.widgets.section_bar import SectionBar

NARROW, WIDE = 72, 110


class Page(Asking, Screen[None]):
    """A section, in front of which dialogs open.

    What it shows is looked up by `look` whenever the page comes to the front and the network has
    changed since, and at once when it changes while the page is in front. Its classes `-narrow`
    and `-wide` say how much room there is.
    """

    section: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"), (NARROW, "-normal"), (WIDE, "-wide"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    Page { layout: vertical; background: $background; }
    """

    _seen = -1

    def compose(self) -> ComposeResult:
        """Give the bars, and between them the body."""
        yield SectionBar(self.section)
        yield from self.body()
        yield KeyBar()

    def body(self) -> ComposeResult:
        """Give the widgets between the bars."""
        raise NotImplementedError

    def look(self) -> None:
        """Ask for what the page shows, and show it when it comes."""
        raise NotImplementedError

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Look again if the network has changed while another page was in front."""
        self.look_if_changed()

    def look_if_changed(self) -> None:
        """Look again unless what is shown is of now, or nothing can be shown yet or any more."""
        if self.children and self._seen != self.crm.age:
            self._seen = self.crm.age
            for bar in self.query(SectionBar):
                bar.refresh()
            self.look()
