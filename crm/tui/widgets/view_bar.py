"""The views of a page in one line, the one in front marked; the arrows or the mouse lead there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from crm.domain.cells import cells, cut

ARROWS = " ← →"


class _Shown(NamedTuple):
    """A view in the bar, and the cells it takes from `start` to `end`."""

    name: str
    start: int
    end: int


class ViewBar(Widget):
    """Views by their names and titles; where they do not fit, titles are cut."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ViewBar { height: 1; color: $text-muted; }
    ViewBar > .view-bar--here { color: $accent; text-style: bold underline; }
    """
    COMPONENT_CLASSES = {"view-bar--here"}

    class Chosen(Message):
        """A view was clicked."""

        def __init__(self, view: str) -> None:
            super().__init__()
            self.view = view

    def __init__(self, views: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._views = views
        self._here = views[0][0]
        self._shown: list[_Shown] = []

    def mark(self, view: str) -> None:
        """Mark the view in front."""
        self._here = view
        self.refresh()

    def render(self) -> Content:
        """Give the line."""
        room = self.size.width
        titles = self._titles(room)
        here = self.get_visual_style("view-bar--here")
        parts: list[object] = []
        self._shown, at = [], 0
        for (name, _title), title in zip(self._views, titles, strict=True):
            is_here = name == self._here
            label = f" {title} "
            parts += [" ", (title, here) if is_here else title, " "]
            self._shown.append(_Shown(name, at, at + cells(label)))
            at += cells(label)
        if at + cells(ARROWS) <= room:
            parts.append(ARROWS)
        return Content.assemble(*parts)  # type: ignore[arg-type]

    def _titles(self, room: int) -> list[str]:
        """Give the titles, the longest cut first until all fit."""
        titles = [title for _name, title in self._views]
        while sum(cells(title) + 2 for title in titles) > room and max(map(cells, titles)) > 1:
            longest = max(range(len(titles)), key=lambda at: cells(titles[at]))
            titles[longest] = _at_most(titles[longest], cells(titles[longest]) - 1)
        return titles

    def on_click(self, event: events.Click) -> None:
        """Announce the view that was clicked."""
        event.stop()
        for shown in self._shown:
            if shown.start <= event.x < shown.end:
                self.post_message(self.Chosen(shown.name))


def _at_most(text: str, columns: int) -> str:
    return cut(text, lambda shorter: cells(shorter) <= columns)
