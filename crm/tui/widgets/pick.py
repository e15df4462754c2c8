"""One of a few values in a line, moved along with the arrows or chosen with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from crm.domain.cells import cells
from crm.domain.text import screen
from crm.i18n import N_

GAP = 1


class Pick(Widget, can_focus=True):
    """Pairs of a value and its words in a row, the picked one marked; `value` is its value."""

    DEFAULT_CSS = """
    Pick { width: 1fr; height: auto; color: $text-muted; }
    Pick > .pick--here { text-style: bold; color: $foreground; }
    Pick:focus > .pick--here { text-style: bold reverse; }
    """
    COMPONENT_CLASSES = {"pick--here"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "move(1)", N_("other"), show=False),
        Binding("left", "move(-1)", N_("other"), show=False),
    ]

    def __init__(self, choices: Sequence[tuple[str, str]], value: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._choices = choices
        self._at = next((at for at, pair in enumerate(choices) if pair[0] == value), 0)

    @property
    def value(self) -> str:
        """The value that is picked."""
        return self._choices[self._at][0]

    def render(self) -> Content:
        """Give the words in a row; brackets mark the picked one where colours do not."""
        here = self.get_visual_style("pick--here")
        parts: list[object] = []
        for at, (_value, words) in enumerate(self._choices):
            shown = screen(words).replace(" ", "\u00a0")
            parts.append((f"[{shown}]", here) if at == self._at else f" {shown} ")
            parts.append(" " * GAP)
        return Content.assemble(*parts)  # type: ignore[arg-type]

    def action_move(self, step: int) -> None:
        """Pick the next or the one before, around the ends."""
        self._at = (self._at + step) % len(self._choices)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Pick what was clicked, where all stand in one line."""
        start = 0
        for at, (_value, words) in enumerate(self._choices):
            end = start + cells(screen(words)) + 2 + GAP
            if event.y == 0 and start <= event.x < end:
                self._at = at
                self.refresh()
            start = end
