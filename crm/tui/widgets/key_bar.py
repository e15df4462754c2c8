"""The bar of keys at the bottom: what can be done here, in one line that can be clicked."""

from __future__ import annotations

from typing import NamedTuple

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from crm.domain.cells import cells
from crm.i18n import _

HELP_KEY = "?"


class _Shown(NamedTuple):
    """A key in the bar, and the cells it takes from `start` to `end`."""

    key: str
    start: int
    end: int


class KeyBar(Widget):
    """The keys that do something here, nearest first, as many as there is room for."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $panel; color: $foreground; }
    KeyBar > .key-bar--key { color: $accent; text-style: bold; }
    KeyBar > .key-bar--text { color: $text-muted; }
    """
    COMPONENT_CLASSES = {"key-bar--key", "key-bar--text"}

    def __init__(self, *, with_help: bool = True) -> None:
        super().__init__()
        self._help = _("help") if with_help else ""
        self._shown: list[_Shown] = []

    def on_mount(self) -> None:
        """Follow what the focus and the screen allow."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def render(self) -> Content:
        """Give the line; the key to the help stands at its end."""
        room = self.size.width
        last = cells(f" {HELP_KEY} {self._help} ") if self._help else 0
        key_style = self.get_visual_style("key-bar--key")
        text_style = self.get_visual_style("key-bar--text")
        parts: list[tuple[str, object] | str] = []
        self._shown = []
        at = 0
        for key, shown, text in self._bound():
            words = f" {text}  "
            size = cells(f" {shown}{words}")
            if at + size + last > room:
                break
            parts += [" ", (shown, key_style), (words, text_style)]
            self._shown.append(_Shown(key, at, at + size))
            at += size
        if self._help:
            parts += [" " * max(0, room - at - last), " ", (HELP_KEY, key_style),
                      (f" {self._help} ", text_style)]  # fmt: skip
            self._shown.append(_Shown("question_mark", max(at, room - last), room))
        return Content.assemble(*parts)  # type: ignore[arg-type]

    def _bound(self) -> list[tuple[str, str, str]]:
        """Give what is bound and to be shown, each action once: its key, the key's sign, words.

        In the order in which the screen's class declares them, then what it takes from those it
        is made of, then what the focus adds.
        """
        declared = [
            binding.action
            for node in type(self.screen).__mro__
            for binding in node.__dict__.get("BINDINGS", ())
            if isinstance(binding, Binding)
        ]
        found: dict[str, tuple[str, str, str]] = {}
        for key, active in self.screen.active_bindings.items():
            binding = active.binding
            if binding.show and active.enabled and binding.action not in found:
                sign = self.app.get_key_display(binding)
                found[binding.action] = (key, sign, _(binding.description))
        order = sorted(
            found,
            key=lambda action: declared.index(action) if action in declared else len(declared),
        )
        return [found[action] for action in order]

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        event.stop()
        for shown in self._shown:
            if shown.start <= event.x < shown.end:
                self.app.simulate_key(shown.key)
