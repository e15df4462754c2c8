"""Tabs in as many lines as they need, the one in front marked; each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from crm.domain.cells import cells


class Tab(NamedTuple):
    """A tab: its name and its title."""

    name: str
    title: str


class _Shown(NamedTuple):
    """A tab in the bar: its line, and the cells it takes from `start` to `end`."""

    tab: Tab
    line: int
    start: int
    end: int


class TabBar(Widget):
    """The titles of the tabs, broken into lines where the screen is narrow."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TabBar { height: auto; background: $panel; color: $text-muted; }
    """

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self._tabs = tabs
        self._here = tabs[0].name

    def mark(self, name: str) -> None:
        """Mark the tab that is in front."""
        self._here = name
        self.refresh()

    def _places(self, width: int) -> list[_Shown]:
        """Give where each tab stands; neighbours share the blank between them."""
        found: list[_Shown] = []
        line, at = 0, 0
        for tab in self._tabs:
            size = cells(tab.title) + 2
            if at and at + size > width:
                line, at = line + 1, 0
            found.append(_Shown(tab, line, at, at + size))
            at += size - 1
        return found

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give how many lines the tabs need at a width."""
        return self._places(width)[-1].line + 1

    def render(self) -> Content:
        """Give the lines."""
        places = self._places(self.size.width)
        lines: list[list[object]] = [[] for _line in range(places[-1].line + 1)]
        after_mark = False
        for shown in places:
            is_here = shown.tab.name == self._here
            parts = lines[shown.line]
            label = f"{'' if after_mark and parts else ' '}{shown.tab.title}"
            parts.append((f"{label} ", "bold reverse") if is_here else label)
            after_mark = is_here
        return Content("\n").join(Content.assemble(*parts) for parts in lines)  # type: ignore[arg-type]

    def on_click(self, event: events.Click) -> None:
        """Announce the tab that was clicked."""
        event.stop()
        for shown in self._places(self.size.width):
            if shown.line == event.y and shown.start <= event.x < shown.end - 1:
                self.post_message(self.Chosen(shown.tab.name))
                return
