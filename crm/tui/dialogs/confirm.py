"""A yes or a no, before what cannot be undone."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from crm.i18n import N_
from crm.tui.dialogs.dialog import Dialog, text


class Confirm(Dialog[bool]):
    """A question; gives True for yes, anything else is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,s", "yes", N_("yes"), id="confirm.yes", key_display="y"),
        Binding("n", "leave", N_("no"), id="confirm.no"),
    ]

    def __init__(self, title: str, question: str) -> None:
        super().__init__()
        self.title_text = title
        self._question = question

    def body(self) -> ComposeResult:
        """Give the question."""
        yield text(self._question)

    def action_yes(self) -> None:
        """Say yes."""
        self.dismiss(True)
