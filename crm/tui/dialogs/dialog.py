"""What all dialogs are: a box in the middle, above the page, left by Escape."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from crm.domain.text import screen
from crm.i18n import N_
from crm.tui.asking import Asking
from crm.tui.widgets.key_bar import KeyBar

Result = TypeVar("Result")


class Dialog(Asking, ModalScreen[Result]):
    """A box with a title, a body and the keys that do something in it; Escape gives None."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > .dialog-box {
        width: 72; max-width: 100%; height: auto; max-height: 100%;
        background: $surface; border: round $border; padding: 1 2 0 2;
        border-title-color: $accent; border-title-style: bold;
    }
    Dialog KeyBar { dock: none; background: $surface; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("back"), id="dialog.leave"),
    ]
    title_text = ""

    def compose(self) -> ComposeResult:
        """Give the box with the body in it."""
        with Vertical(classes="dialog-box") as box:
            box.border_title = Content(screen(self.title_text))
            yield from self.body()
            yield KeyBar(with_help=False)

    def body(self) -> ComposeResult:
        """Give the widgets of the body."""
        raise NotImplementedError

    def action_leave(self) -> None:
        """Leave without a result."""
        self.dismiss(None)


def text(words: str, *, classes: str = "", id: str | None = None) -> Static:  # noqa: A002
    """Give words to be shown as they are, without markup and without control characters."""
    lines = "\n".join(screen(line) for line in words.split("\n"))
    return Static(Content(lines), classes=classes, id=id)
