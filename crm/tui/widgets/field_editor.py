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
    """A label, a line or several to write in, how to write it, and room for what is wrong.

    It is there, though unseen, before it is needed, so that no key is lost between Enter and the
    first letter.
    """

    DEFAULT_CSS = """
    FieldEditor { height: auto; background: $panel; display: none; }
    FieldEditor Horizontal { height: auto; }
    FieldEditor .label { width: 21; padding: 0 2 0 1; text-align: right; color: $accent;
                         text-style: bold; }
    FieldEditor Input { width: 1fr; background: $boost; }
    FieldEditor TextArea { width: 1fr; height: 8; border: none; padding: 0; background: $boost; }
    FieldEditor .below { padding-left: 21; height: auto; color: $text-muted; }
    FieldEditor .wrong { padding-left: 21; height: auto; color: $error; }
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

    code = ""
    text = ""
    """What stood there when it was opened."""

    def compose(self) -> ComposeResult:
        """Give the label and the lines."""
        with Horizontal():
            yield Static(classes="label")
            yield Input(compact=True, select_on_focus=False)
            yield TextArea(soft_wrap=True, tab_behavior="focus", compact=True)
        yield Static(classes="below")
        yield Static(classes="wrong")

    def open(self, code: str, label: str, text: str, hint: str) -> None:
        """Let a detail be written."""
        self.code, self.text = code, text
        shown = "\n".join(screen(line) for line in text.split("\n"))
        line, lines = self.query_one(Input), self.query_one(TextArea)
        line.display, lines.display = not self._is_long, self._is_long
        self.query_one(".label", Static).update(Content(label))
        hint = _("Ctrl+S saves, Escape leaves it as it was.") if self._is_long else hint
        self._tell(".below", hint)
        self._tell(".wrong", "")
        self.display = True
        if self._is_long:
            lines.load_text(shown)
            lines.move_cursor(lines.document.end)
        else:
            line.value = screen(text)
            line.cursor_position = len(line.value)
        self._unchanged = self._written
        self._writer.focus()

    def close(self) -> None:
        """Go out of sight."""
        self.display = False
        self.code = ""

    @property
    def is_open(self) -> bool:
        """Whether a detail is being written."""
        return bool(self.code)

    @property
    def _is_long(self) -> bool:
        return self.code == "notes"

    @property
    def _writer(self) -> Input | TextArea:
        return self.query_one(TextArea) if self._is_long else self.query_one(Input)

    @property
    def _written(self) -> str:
        writer = self._writer
        return writer.text if isinstance(writer, TextArea) else writer.value

    def say(self, words: str) -> None:
        """Say what is wrong."""
        self._tell(".wrong", words)

    def _tell(self, where: str, words: str) -> None:
        line = self.query_one(where, Static)
        line.update(Content(screen(words)))
        line.display = bool(words)

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
