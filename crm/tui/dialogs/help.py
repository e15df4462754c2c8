"""What the keys do, here and everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from crm.domain.cells import cells
from crm.i18n import _
from crm.tui.dialogs.dialog import Dialog


class Key(NamedTuple):
    """A key as it is written, and what it does."""

    sign: str
    words: str


class Help(Dialog[None]):
    """The keys of the page in front, then those that work on every page."""

    DEFAULT_CSS = """
    Help VerticalScroll { height: auto; max-height: 80vh; scrollbar-size-vertical: 1; }
    """

    def __init__(self, title: str, here: Sequence[Key], everywhere: Sequence[Key]) -> None:
        super().__init__()
        self.title_text = title
        self._here = here
        self._everywhere = everywhere

    def body(self) -> ComposeResult:
        """Give the two lists."""
        with VerticalScroll():
            yield Static(self._listed())

    def _listed(self) -> Content:
        wide = max(cells(key.sign) for key in (*self._here, *self._everywhere))
        lines = [self._line(key, wide) for key in self._here]
        lines += [Content(""), Content.styled(_("On every page"), "bold")]
        lines += [self._line(key, wide) for key in self._everywhere]
        return Content("\n").join(lines)

    def _line(self, key: Key, wide: int) -> Content:
        blanks = " " * (wide - cells(key.sign) + 2)
        return Content.assemble((key.sign, "$accent bold"), blanks, key.words)
