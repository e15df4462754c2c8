"""One of a few things, by its key or with the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from crm.domain.text import screen
from crm.tui.dialogs.dialog import Dialog, text


class Choice(NamedTuple):
    """Something to choose: the key that chooses it, the words, and what it stands for."""

    key: str
    words: str
    value: object


class Choose(Dialog[object]):
    """A list of choices; gives the value of the chosen one."""

    DEFAULT_CSS = """
    Choose OptionList {
        height: auto; max-height: 16; border: none; background: $surface; padding: 0;
        &:focus { border: none; }
    }
    Choose OptionList:focus { border: none; }
    Choose .lead { margin-bottom: 1; }
    """

    def __init__(self, title: str, choices: Sequence[Choice], lead: str = "") -> None:
        super().__init__()
        self.title_text = title
        self._choices = choices
        self._lead = lead

    def body(self) -> ComposeResult:
        """Give the choices, each with its key before it."""
        if self._lead:
            yield text(self._lead, classes="lead")
        yield OptionList(
            *(Content(f"{choice.key or ' '}  {screen(choice.words)}") for choice in self._choices)
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give what was chosen with Enter or the mouse."""
        event.stop()
        self.dismiss(self._choices[event.option_index].value)

    def on_key(self, event: events.Key) -> None:
        """Give what was chosen by its key."""
        for choice in self._choices:
            if choice.key and event.character == choice.key:
                event.stop()
                self.dismiss(choice.value)
                return
