"""One detail of a person being written, in its place; what is wrong with it is said below."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from crm.domain.text import screen
from crm.i18n import N_, _


class FieldEditor(Vertical):
    """A label, a line or several to write in, how to write it, and room for what is wrong."""

    DEFAULT_CSS = """
    FieldEditor { height: auto; background: $panel; }
    FieldEditor Horizontal { height: auto; }
    FieldEditor .label { width: 21; padding: 0 2 0 1; text-align: right; color: $accent;
                         text-style: bold; }
    FieldEditor Input { width: 1fr; background: $boost; }
    FieldEditor TextArea { width: 1fr; height: 8; border: none; padding: 0; background: $boost; }
    FieldEditor .below { padding-left: 21; height: auto; color: $text-muted; }
    FieldEditor .wrong { padding-left: 21; height: auto; color: $error; display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", N_("save"), id="field.save", priority=True),
        Binding("ctrl+s", "save_lines", N_("save"), id="field.save-lines", priority=True),
        Binding("escape", "leave", N_("leave as it was"), id="field.leave"),
    ]

    class Saved(Message):
        """What was written is to be kept."""

        def __init__(self, code: str, text: str) -> None:
            super().__init__()
            self.code = code
            self.text = text

    class Left(Message):
        """The detail is to stay as it was."""

    def __init__(self, code: str, label: str, text: str, hint: str) -> None:
        super().__init__()
        self.code = code
        self.text = text
        """What stood there when it was opened."""
        self._label = label
        self._hint = hint
        self._is_long = code == "notes"

    def compose(self) -> ComposeResult:
        """Give the label and the line."""
        with Horizontal():
            yield Static(Content(self._label), classes="label")
            if self._is_long:
                lines = "\n".join(screen(line) for line in self.text.split("\n"))
                yield TextArea(lines, soft_wrap=True, tab_behavior="focus", compact=True)
            else:
                yield Input(screen(self.text), compact=True, select_on_focus=False)
        hint = _("Ctrl+S saves, Escape leaves it as it was.") if self._is_long else self._hint
        if hint:
            yield Static(Content(hint), classes="below")
        yield Static(classes="wrong")

    def on_mount(self) -> None:
        """Begin to write, and remember how the text looks when nothing is changed."""
        self._writer.focus()
        self._unchanged = self._written

    @property
    def _writer(self) -> Input | TextArea:
        return self.query_one(TextArea) if self._is_long else self.query_one(Input)

    @property
    def _written(self) -> str:
        writer = self._writer
        return writer.text if isinstance(writer, TextArea) else writer.value

    def say(self, words: str) -> None:
        """Say what is wrong."""
        wrong = self.query_one(".wrong", Static)
        wrong.update(Content(screen(words)))
        wrong.display = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Enter begin a line where there are several."""
        return action != ("save" if self._is_long else "save_lines")

    def action_save_lines(self) -> None:
        """Keep the lines."""
        self.action_save()

    def action_save(self) -> None:
        """Keep what was written, if anything is different."""
        if self._written == self._unchanged:
            self.action_leave()
        else:
            self.post_message(self.Saved(self.code, self._written))

    def action_leave(self) -> None:
        """Leave it as it was."""
        self.post_message(self.Left())
