"""All details of a person, each a line that can be edited in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from crm.context import Context
from crm.domain.cells import cells
from crm.domain.text import screen
from crm.errors import CrmError
from crm.i18n import N_, _, active, language
from crm.tui.widgets.field_editor import FieldEditor
from crm.tui.widgets.person_view import PersonView
from crm.wording.person import detail, field, how_to_write

if TYPE_CHECKING:
    from crm.services.contact_fields import Field

LABEL = 18


class FieldRow(Widget, can_focus=True):
    """A detail: its name and what is known."""

    DEFAULT_CSS = """
    FieldRow { height: auto; padding: 0 1; }
    FieldRow:focus { background: $primary 30%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "edit", N_("edit"), id="details.edit"),
    ]

    def __init__(self, found: Field, edit: Callable[[FieldRow], None]) -> None:
        super().__init__()
        self.field = found
        self._edit = edit

    def show(self, found: Field) -> None:
        """Show what is known now."""
        if found != self.field:
            self.field = found
            self.refresh(layout=True)

    def render(self) -> Content:
        """Give the name, and what is known."""
        code, text = self.field
        tr = active()
        label = field(code, tr)
        said = "\n".join(screen(line) for line in detail(code, text, tr).split("\n"))
        before = " " * max(0, LABEL - cells(label)) + label + "  "
        mark = ">" if self.has_focus else " "
        said = said.replace("\n", "\n" + " " * len(before))
        return Content.assemble((f"{mark}{before[1:]}", "$foreground-muted"),
                                (said, "") if said else ("—", "$foreground-muted"))  # fmt: skip

    def action_edit(self) -> None:
        """Let it be edited at once: a message would come after the first letters."""
        self._edit(self)

    def on_click(self, event: events.Click) -> None:
        """Edit on the second click; the first one brings the focus here."""
        event.stop()
        if event.chain > 1:
            self.action_edit()


class PersonDetails(VerticalScroll, PersonView, can_focus=False):
    """The details in their order; one at a time is edited."""

    DEFAULT_CSS = """
    PersonDetails { height: 1fr; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "app.focus_previous", show=False),
        Binding("down,j", "app.focus_next", show=False),
    ]

    _wants_focus = False

    def compose(self) -> ComposeResult:
        """Give the editor; the details come when they are known."""
        yield FieldEditor()

    @property
    def is_editing(self) -> bool:
        """Whether a detail is being edited."""
        return self.is_mounted and self.editor.is_open

    @property
    def editor(self) -> FieldEditor:
        """The editor, which stands where the detail does that is edited."""
        return self.query_one(FieldEditor)

    def look(self) -> None:
        """Ask for all details."""
        person, said = self.person, language()

        def call(context: Context) -> list[Field]:
            from crm.services import contact_fields

            return contact_fields.fields(context, person, said)

        self.ask(call, self._show)

    def _show(self, found: list[Field]) -> None:
        rows = list(self.query(FieldRow))
        if rows:
            for row, each in zip(rows, found, strict=True):
                row.show(each)
        else:
            rows = [FieldRow(each, self.edit) for each in found]
            self.mount_all(rows)
            if self._wants_focus:
                rows[0].focus()

    def focus(self, scroll_visible: bool = True) -> PersonDetails:
        """Bring the focus to the first detail, as soon as there is one."""
        rows = self.query(FieldRow)
        self._wants_focus = not rows
        if rows:
            rows.first().focus(scroll_visible)
        return self

    def edit(self, row: FieldRow) -> None:
        """Open the editor in the place of a detail."""
        editor, tr = self.editor, active()
        if editor.is_open:
            return
        if row.field.code == "availability":
            self._choose(row)
            return
        code, text = row.field
        self.move_child(editor, after=row)
        editor.open(code, field(code, tr), text, how_to_write(code, tr))
        row.display = False
        self.call_after_refresh(editor.scroll_visible, animate=False)

    def _choose(self, row: FieldRow) -> None:
        from crm.services.contact_details import AVAILABILITIES
        from crm.tui.dialogs.choose import Choice, Choose
        from crm.wording.words import availability

        tr = active()
        choices = [
            Choice(str(number), availability(code, tr), code)
            for number, code in enumerate(AVAILABILITIES, 1)
        ]

        def chosen(value: object) -> None:
            if value is not None:
                self._save("availability", str(value), row.field.text)

        self.app.push_screen(Choose(field("availability", tr), choices), chosen)

    def on_field_editor_left(self, message: FieldEditor.Left) -> None:
        """Close the editor."""
        message.stop()
        self._close()

    def on_field_editor_saved(self, message: FieldEditor.Saved) -> None:
        """Write what was written."""
        message.stop()
        self._save(message.code, message.text, self.editor.text)

    def _save(self, code: str, text: str, seen: str) -> None:
        from crm.wording.errors import message

        person, said = self.person, language()

        def call(context: Context) -> object:
            from crm.services import contact_fields

            return contact_fields.edit_field(context, person, code, text, said, seen=seen)

        def refused(error: CrmError) -> None:
            if error.code == "changed-meanwhile":
                self._ask_whose(code, text, str(error.params["theirs"]))
            elif self.editor.is_open:
                self.editor.say(message(error, active()))
            else:
                self.crm.show_failure(error)

        self.write(call, lambda _done: self._close(), refused=refused)

    def _ask_whose(self, code: str, mine: str, theirs: str) -> None:
        """Ask which of two values is to stand: what is there now, or what was written here."""
        from crm.tui.dialogs.choose import Choice, Choose

        nothing = _("(nothing)")
        lead = _("There now: {theirs}\nYou wrote: {mine}").format(
            theirs=theirs or nothing, mine=mine or nothing
        )
        title = _("Changed elsewhere meanwhile: {field}").format(field=field(code, active()))
        choices = [
            Choice("k", _("Keep what is there now"), "theirs"),
            Choice("w", _("Write mine over it"), "mine"),
        ]

        def answered(value: object) -> None:
            if value == "mine":
                self._save(code, mine, theirs)
            elif value == "theirs":
                self._close()
                self.look()

        self.app.push_screen(Choose(title, choices, lead), answered)

    def _close(self) -> None:
        code = self.editor.code
        self.editor.close()
        for row in self.query(FieldRow):
            if row.field.code == code:
                row.display = True
                row.focus()
        self.screen.refresh_bindings()
