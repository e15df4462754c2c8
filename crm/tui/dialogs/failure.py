"""What went wrong and what to do, calmly; nothing has changed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from crm.i18n import N_, _
from crm.tui.dialogs.dialog import Dialog, text


class Failure(Dialog[bool]):
    """An error in words; True when it is to be tried again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "retry", N_("try again"), id="failure.retry"),
        Binding("enter", "leave", N_("back"), show=False),
    ]

    def __init__(self, message: str, *, can_retry: bool) -> None:
        super().__init__()
        self.title_text = _("That did not work")
        self._message = message
        self._can_retry = can_retry

    def body(self) -> ComposeResult:
        """Give the error's sentence."""
        yield text(self._message)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to try again only what can be."""
        return self._can_retry if action == "retry" else True

    def action_retry(self) -> None:
        """Ask for another try."""
        self.dismiss(True)
