"""One line to be written."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.widgets import Input

from crm.context import Context
from crm.errors import CrmError
from crm.i18n import active
from crm.tui.dialogs.dialog import Dialog, text


class WriteLine(Dialog[object]):
    """A line of text; gives what `deed` makes of it, and says what is wrong with it until then.

    Without a deed it gives the line; a deed that `only_reads` changes nothing in the network.
    """

    DEFAULT_CSS = """
    WriteLine Input { border: tall $border; background: $boost; }
    WriteLine Input:focus { border: tall $accent; }
    WriteLine .wrong { color: $error; height: auto; }
    WriteLine .lead { color: $text-muted; margin-bottom: 1; }
    """

    def __init__(
        self,
        title: str,
        *,
        lead: str = "",
        value: str = "",
        placeholder: str = "",
        deed: Callable[[Context, str], object] | None = None,
        only_reads: bool = False,
    ) -> None:
        super().__init__()
        self.title_text = title
        self._lead = lead
        self._value = value
        self._placeholder = placeholder
        self._deed = deed
        self._only_reads = only_reads

    def body(self) -> ComposeResult:
        """Give the line, and room below it for what is wrong."""
        if self._lead:
            yield text(self._lead, classes="lead")
        yield Input(self._value, placeholder=self._placeholder, select_on_focus=False)
        yield text("", classes="wrong")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do the deed with what was written, or give it back as it is."""
        event.stop()
        deed = self._deed
        if deed is None:
            self.dismiss(event.value)
        else:
            line = event.value
            call = self.ask if self._only_reads else self.write
            call(lambda context: deed(context, line), self._done, refused=self._wrong)

    def _done(self, made: object) -> None:
        self.dismiss(made)

    def _wrong(self, error: CrmError) -> None:
        from crm.domain.text import screen
        from crm.wording.errors import message

        self.query_one(".wrong").update(screen(message(error, active())))  # type: ignore[attr-defined]
