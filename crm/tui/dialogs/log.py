"""What happened, in words: understood while they are written, corrected before it is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from crm.context import Context
from crm.domain.text import fold, screen
from crm.errors import CrmError
from crm.i18n import N_, _, active
from crm.services import conversations, corrections, reading
from crm.services.corrections import Corrections
from crm.services.who import MOST_CANDIDATES
from crm.tui.dialogs.choose import Choice, Choose
from crm.tui.dialogs.correct import Correcting
from crm.tui.dialogs.dialog import Dialog, text
from crm.tui.dialogs.write_line import WriteLine
from crm.tui.widgets.name_line import NameLine
from crm.tui.widgets.understood_rows import UnderstoodRows

if TYPE_CHECKING:
    from crm.services.conversations import Logged
    from crm.services.reading import Meant, Understood

READ_AFTER = 0.12
_ADD, _WRITE = 1, 2


class LogDialog(Dialog["Logged"], Correcting):
    """A line, and what is understood of it; gives what was logged."""

    DEFAULT_CSS = """
    LogDialog > .dialog-box { width: 78; height: 22; }
    LogDialog .wrong { color: $error; height: auto; }
    LogDialog UnderstoodRows.stale { text-opacity: 50%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("log it"), id="log.save"),
    ]

    def __init__(self, name: str = "", contact_id: int | None = None, *, draft: str = "") -> None:
        super().__init__()
        self.title_text = _("Log what happened")
        self._begin = f"{name}: " if name else draft
        self._is_draft = bool(draft) and not name
        meant = {fold(name): str(contact_id)} if contact_id is not None else {}
        self._known = Corrections(meant=meant, always=contact_id)
        self._new: set[str] = set()
        self._understood: Understood | None = None
        self._is_saving = False

    def body(self) -> ComposeResult:
        """Give the line, room for what is wrong, and the rows."""
        example = _("Coffee with Ana yesterday: she opens a shop")
        yield NameLine(self._begin, example, selected=self._is_draft)
        yield text("", classes="wrong")
        yield UnderstoodRows()

    def on_mount(self) -> None:
        """Show what is understood of what stands there already."""
        self._read()

    @property
    def line(self) -> str:
        """What is written."""
        return self.query_one(NameLine).value

    def on_name_line_changed(self, event: NameLine.Changed) -> None:
        """Read the line once the typing pauses."""
        event.stop()
        self._read(after=READ_AFTER)

    def on_name_line_taken(self, event: NameLine.Taken) -> None:
        """Remember who is meant by a name that several bear."""
        event.stop()
        self._mean(event.name, str(event.number))

    def on_name_line_left(self, event: NameLine.Left) -> None:
        """Go down to what was understood."""
        event.stop()
        self.query_one(UnderstoodRows).focus()

    def on_understood_rows_left(self, event: UnderstoodRows.Left) -> None:
        """Go back up to the line."""
        event.stop()
        self.query_one(NameLine).focus_text()

    def on_name_line_sent(self, event: NameLine.Sent) -> None:
        """Save what was written."""
        event.stop()
        self.action_save()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Correct the row that was chosen."""
        event.stop()
        row, understood = self.query_one(UnderstoodRows).row, self._understood
        if row is None or understood is None:
            return
        open_ = self._open_names(understood) if row.field == "people" else []
        if open_:
            self._ask_who(open_[0], self._read)
        else:
            self._correct(row, understood)

    def on_understood_rows_as_in_line(self, event: UnderstoodRows.AsInLine) -> None:
        """Take a correction back."""
        event.stop()
        self._known = corrections.as_in_line(self._known, event.field)
        self._read()

    def _reading(self, known: Corrections) -> Callable[[Context], Understood]:
        line = self.line
        return lambda context: corrections.read(context, line, known)

    def _read(self, after: float = 0) -> None:
        self.ask_soon(
            self._reading(self._known), self._show, after=after, group="preview",
            refused=self._wrong,
        )  # fmt: skip

    def _show(self, understood: Understood) -> None:
        self._understood = understood
        self._say("")
        rows = self.query_one(UnderstoodRows)
        rows.set_class(False, "stale")
        rows.show(understood, corrections.fields(self._known), self.crm.context.today)

    def _wrong(self, error: CrmError) -> None:
        from crm.wording.errors import message

        self._is_saving = False
        self.query_one(UnderstoodRows).set_class(True, "stale")
        self._say(message(error, active()))

    def _say(self, words: str) -> None:
        self.query_one(".wrong", Static).update(Content(screen(words)))

    def _corrected(self, known: Corrections, understood: Understood) -> None:
        self._known = known
        self._show(understood)

    def _mean(self, said: str, who: str) -> None:
        """Remember whom a name means, and read the line with it."""
        self._known = self._known._replace(meant={**self._known.meant, fold(said): who})
        self._read()

    def action_save(self) -> None:
        """Log it, once it is clear who everybody is."""
        if not self._is_saving:
            self._is_saving = True
            self._settle()

    def _settle(self) -> None:
        self.ask(self._reading(self._known), self._save, group="saving", refused=self._wrong)

    def _save(self, understood: Understood) -> None:
        self._show(understood)
        open_ = self._open_names(understood)
        if open_:
            self._is_saving = False
            self._ask_who(open_[0], self.action_save)
            return

        def deed(context: Context) -> Logged:
            happened = reading.settled(context, understood, create=True)
            return conversations.log(context, happened, create=True)

        self.write(deed, self._saved, refused=self._wrong)

    def _saved(self, logged: Logged) -> None:
        self.dismiss(logged)

    def _open_names(self, understood: Understood) -> list[Meant]:
        """Give the names that are unclear, or that nobody has and that were not said to be new."""
        return [
            meant for meant in understood.people
            if meant.person is None and fold(meant.said) not in self._new
        ]  # fmt: skip

    def _ask_who(self, meant: Meant, then: Callable[[], None]) -> None:
        """Ask whom a name means, and go on with that."""
        if meant.people:
            self._ask_which(meant, then)
        else:
            self.ask(
                lambda context: reading.near(context, meant.said),
                lambda similar: self._ask_whether_new(meant, similar, then),
                group="near", refused=self._wrong,
            )  # fmt: skip

    def _ask_which(self, meant: Meant, then: Callable[[], None]) -> None:
        choices = [
            Choice(str(at), "  ".join(filter(None, (one.name, one.organisation or one.title))),
                   str(one.id))
            for at, one in enumerate(meant.people[:MOST_CANDIDATES], 1)
        ]  # fmt: skip
        choices.append(Choice("w", _("Somebody else: write more of the name"), _WRITE))
        title = _("“{name}”: which one?").format(name=meant.said)
        self.app.push_screen(Choose(title, choices), lambda who: self._told(meant, who, then))

    def _ask_whether_new(self, meant: Meant, similar: list[str], then: Callable[[], None]) -> None:
        choices = [Choice("n", _("Add {name}, somebody new").format(name=meant.said), _ADD)]
        choices += [
            Choice(str(at), _("It is {name}").format(name=name), name)
            for at, name in enumerate(similar, 1)
        ]
        choices.append(Choice("w", _("Somebody else: write who it is"), _WRITE))
        title = _("“{name}” is new").format(name=meant.said)
        self.app.push_screen(Choose(title, choices), lambda who: self._told(meant, who, then))

    def _told(self, meant: Meant, who: object, then: Callable[[], None]) -> None:
        """Take in who is meant; None goes back to the line."""

        def written(name: object) -> None:
            if isinstance(name, str) and name.strip():
                self._mean(meant.said, name.strip())
                then()

        if who == _ADD:
            self._new.add(fold(meant.said))
            then()
        elif who == _WRITE:
            title = _("Who is “{name}”?").format(name=meant.said)
            self.app.push_screen(WriteLine(title, value=meant.said), written)
        elif who is not None:
            self._mean(meant.said, str(who))
            then()
