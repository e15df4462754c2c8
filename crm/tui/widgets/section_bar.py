"""The bar at the top: the sections with their keys, the one in front marked, and the day."""

from __future__ import annotations

from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from crm.domain.cells import cells
from crm.i18n import _, active
from crm.tui.sections import SECTIONS, Section

NAME = "crm"


class _Shown(NamedTuple):
    """A section in the bar, and the cells it takes from `start` to `end`."""

    section: Section
    start: int
    end: int


class SectionBar(Widget):
    """The sections in one line; where they do not fit, only the one in front has its title.

    The day stands at the end where there is room left for it.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    SectionBar { dock: top; height: 1; background: $panel; color: $text-muted; }
    SectionBar > .section-bar--name { color: $accent; text-style: bold; }
    SectionBar > .section-bar--here { color: $foreground; text-style: bold reverse; }
    SectionBar > .section-bar--day { color: $foreground; }
    """
    COMPONENT_CLASSES = {"section-bar--name", "section-bar--here", "section-bar--day"}

    class Chosen(Message):
        """A section was clicked."""

        def __init__(self, section: str) -> None:
            super().__init__()
            self.section = section

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here
        self._shown: list[_Shown] = []

    def render(self) -> Content:
        """Give the line."""
        room = self.size.width
        here = self.get_visual_style("section-bar--here")
        begin = f" {self._program} "
        parts: list[object] = [(begin, self.get_visual_style("section-bar--name"))]
        self._shown = []
        at = cells(begin)
        for section, label in zip(SECTIONS, self._labels(room - at), strict=True):
            parts.append((label, here) if section.name == self._here else label)
            self._shown.append(_Shown(section, at, at + cells(label)))
            at += cells(label)
        day = self._day(room - at - 1)
        parts += [" " * max(0, room - at - cells(day) - 1),
                  (day, self.get_visual_style("section-bar--day")), " "]  # fmt: skip
        return Content.assemble(*parts)  # type: ignore[arg-type]

    @property
    def _program(self) -> str:
        from crm.tui.app import CrmApp

        assert isinstance(self.app, CrmApp)
        is_demo = self.app.context.settings.is_demo
        return _("{program} demo").format(program=NAME) if is_demo else NAME

    def _labels(self, room: int) -> list[str]:
        """Give the sections with their titles, set wide or close, as there is room for."""
        titled = [f" {section.key} {_(section.title)}" for section in SECTIONS]
        for labels in ([f"{label} " for label in titled], titled):
            if sum(map(cells, labels)) <= room:
                return labels
        return [
            title if section.name == self._here else f" {section.key}"
            for section, title in zip(SECTIONS, titled, strict=True)
        ]

    def _day(self, room: int) -> str:
        """Give the day in as many words as there is room for."""
        from crm.tui.app import CrmApp
        from crm.wording.dates import full, plain

        assert isinstance(self.app, CrmApp)
        today = self.app.context.today
        for text in (full(today, active()), plain(today, today, active()), today.isoformat()):
            if cells(text) <= room:
                return text
        return ""

    def on_click(self, event: events.Click) -> None:
        """Announce the section that was clicked."""
        event.stop()
        for shown in self._shown:
            if shown.start <= event.x < shown.end:
                self.post_message(self.Chosen(shown.section.name))
