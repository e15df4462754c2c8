"""A file by its path: the likely ones offered, what is typed completed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from crm.domain.text import screen
from crm.errors import CrmError
from crm.i18n import N_, _, active
from crm.services import file_choice
from crm.services.file_choice import Found
from crm.tui.dialogs.dialog import Dialog, text
from crm.wording.dates import ago

HEIGHTS = [(0, "-low"), (36, "-high")]
"""From which number of lines on there is room for a longer list."""


class PickFile(Dialog[object]):
    """The path of a file; `picked` is told of it.

    With `new` it is one to be written: then what is typed counts, and only folders and files to
    overwrite are offered below.
    """

    VERTICAL_BREAKPOINTS = HEIGHTS
    DEFAULT_CSS = """
    PickFile { background: $background; }
    PickFile Input { background: $boost; }
    PickFile OptionList {
        height: auto; max-height: 12; margin-top: 1; border: none; padding: 0;
        background: $surface; text-wrap: nowrap; text-overflow: ellipsis;
        scrollbar-size-vertical: 1;
    }
    PickFile.-high OptionList { max-height: 24; }
    PickFile .lead { color: $text-muted; margin-bottom: 1; }
    PickFile .told { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("choose"), id="pick_file.take", priority=True),
        Binding("tab", "complete", N_("complete"), id="pick_file.complete", priority=True),
        Binding("down", "move(1)", N_("next"), show=False, priority=True),
        Binding("up", "move(-1)", N_("back"), show=False, priority=True),
    ]
    new = False
    endings: tuple[str, ...] = file_choice.CONTACTS

    def __init__(self, title: str, *, lead: str = "", value: str = "") -> None:
        super().__init__()
        self.title_text = title
        self._lead = lead
        self._value = value
        self._found: list[Found] = []
        self._found_for: str | None = None
        self._is_taking = False

    def picked(self, path: str) -> None:
        """Take the path of a file."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """Give the line for the path, below it the files and folders, and what is wrong."""
        if self._lead:
            yield text(self._lead, classes="lead")
        yield Input(self._value, placeholder=_("A path: ~/Downloads/…"), compact=True)
        files = OptionList()
        files.can_focus = False
        yield files
        yield text("", classes="told")

    def on_mount(self) -> None:
        """Offer files before anything is typed."""
        self._look(self._value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what the path may become."""
        event.stop()
        self._look(event.value)

    def _look(self, typed: str) -> None:
        endings = self.endings

        def offered(_context: object) -> list[Found]:
            if typed.strip():
                return file_choice.beginning(typed, endings)
            return file_choice.likely()

        def came(found: list[Found]) -> None:
            self._show(typed, found)

        self.ask(offered, came, group="files")

    def _show(self, typed: str, found: list[Found]) -> None:
        self._found, self._found_for = found, typed
        files = self.query_one(OptionList)
        files.clear_options()
        files.add_options(self._option(one) for one in found)
        files.display = bool(found)
        files.highlighted = 0 if found and not self.new else None
        is_empty = not (found or self._typed or self.new)
        self.say(
            _("No CSV or vCard file in Downloads or at home: type a path.") if is_empty else ""
        )

    def _option(self, one: Found) -> Content:
        if one.is_folder:
            return Content.styled(f"{screen(one.name)}/", "bold")
        day = ago(one.changed_on, self.crm.context.today, active())
        about = day if self._typed else f"{one.folder} · {day}"
        return Content.assemble(screen(one.name), (f"  {screen(about)}", "$foreground-muted"))

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say something below the files."""
        style = "$error" if wrong else "$foreground-muted"
        self.query_one(".told", Static).update(Content.styled(screen(words), style))

    def refused(self, error: CrmError) -> None:
        """Say what is wrong with the file."""
        from crm.wording.errors import message

        self.say(message(error, active()), wrong=True)

    @property
    def _typed(self) -> str:
        return self.query_one(Input).value.strip()

    @property
    def _marked(self) -> Found | None:
        at = self.query_one(OptionList).highlighted
        return self._found[at] if at is not None and at < len(self._found) else None

    def action_move(self, step: int) -> None:
        """Move to another of those offered."""
        files = self.query_one(OptionList)
        if self._found:
            at = files.highlighted
            first = 0 if step > 0 else len(self._found) - 1
            files.highlighted = first if at is None else (at + step) % len(self._found)

    def action_complete(self) -> None:
        """Complete the path with the one that is marked, else with what all have in common."""
        if not self._found:
            return
        one = self._marked or self._found[0]
        self._type(f"{one.typed}/" if one.is_folder else one.typed)

    def _type(self, path: str) -> None:
        line = self.query_one(Input)
        if path != screen(path):  # a name that cannot be typed
            return
        line.value = path
        line.cursor_position = len(path)

    def action_take(self) -> None:
        """Go into the folder that is marked or take the file, once what is shown fits the path."""
        self._is_taking = self._found_for != self.query_one(Input).value
        if self._is_taking:
            return
        marked = self._marked
        if marked is None:
            if self._typed:
                self.picked(file_choice.meant(self._typed))
        elif not marked.is_folder:
            self.picked(marked.path)
        else:
            name = self._value.rpartition("/")[2] if self.new else ""
            self._type(f"{marked.typed}/{name}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what was clicked."""
        event.stop()
        self.action_take()
