"""The network taken away: what of it, in which format, and to which file."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType

from crm.context import Context
from crm.errors import CrmError
from crm.i18n import N_, _, active
from crm.services import export, export_vcard, file_choice
from crm.tui.dialogs.choose import Choice, Choose
from crm.tui.dialogs.confirm import Confirm
from crm.tui.dialogs.pick_file import PickFile
from crm.wording.imports import wrote

if TYPE_CHECKING:
    from crm.tui.app import CrmApp


class Export(NamedTuple):
    """Something to take away: its words, the name of its file, and what writes it."""

    words: str
    stem: str
    ending: str
    write: Callable[[Context, str, bool], int]


def _csv(table: str, *, excel: bool = False) -> Callable[[Context, str, bool], int]:
    def write(context: Context, path: str, force: bool) -> int:
        return export.export_csv(context, path, table=table, excel=excel, force=force)

    return write


def _vcard(version: str) -> Callable[[Context, str, bool], int]:
    def write(context: Context, path: str, force: bool) -> int:
        return export_vcard.export_vcard(context, path, version=version, force=force)

    return write


def _json(context: Context, path: str, force: bool) -> int:
    return export.export_json(context, path, force=force)


EXPORTS = (
    Export(N_("People, as CSV"), "contacts", ".csv", _csv("contacts")),
    Export(N_("People, as CSV for Excel"), "contacts", ".csv", _csv("contacts", excel=True)),
    Export(N_("Conversations, as CSV"), "interactions", ".csv", _csv("interactions")),
    Export(N_("Goals, as CSV"), "goals", ".csv", _csv("goals")),
    Export(N_("Promises, as CSV"), "promises", ".csv", _csv("promises")),
    Export(N_("People, as vCards (3.0) for a phone"), "contacts", ".vcf", _vcard("3.0")),
    Export(N_("People, as vCards (4.0)"), "contacts", ".vcf", _vcard("4.0")),
    Export(N_("Everything, as JSON, with what you noted"), "network", ".json", _json),
)


class ExportTo(PickFile):
    """The file to write to; gives the sentence that says what was written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("write"), id="export.write", priority=True),
    ]
    new = True

    def __init__(self, what: Export, path: str) -> None:
        lead = _("Where to? Only you will be able to read the file.")
        super().__init__(_(what.words), lead=lead, value=path)
        self.endings = (what.ending,)
        self._what = what

    def picked(self, path: str) -> None:
        """Write the file, but never over another one unasked."""
        self._write(path, force=False)

    def _write(self, path: str, *, force: bool) -> None:
        def refused(error: CrmError) -> None:
            if error.code == "file-exists":
                self._ask_to_overwrite(path)
            else:
                self.refused(error)

        self.say(_("Writing…"))
        self.ask(
            lambda context: self._what.write(context, path, force),
            lambda rows: self._written(rows, path),
            group="export",
            refused=refused,
        )

    def _written(self, rows: int, path: str) -> None:
        self.dismiss(wrote(rows, path, active()))

    def _ask_to_overwrite(self, path: str) -> None:
        self.say("")

        def answered(yes: bool | None) -> None:
            if yes:
                self._write(path, force=True)

        question = _("{file} exists already. What it holds would be lost. Overwrite it?")
        question = question.format(file=path)
        self.app.push_screen(Confirm(os.path.basename(path), question), answered)


def open_export(crm: CrmApp) -> None:
    """Ask what to export and where to, and do it."""

    def told(sentence: object) -> None:
        if sentence is not None:
            crm.say(str(sentence))

    def chosen(what: object) -> None:
        if isinstance(what, Export) and crm.page is not None:
            name = f"crm-{what.stem}-{crm.context.today.isoformat()}{what.ending}"
            crm.page.ask(
                lambda _context: file_choice.suggested(name),
                lambda path: ask_where(what, path),
                group="export",
            )

    def ask_where(what: Export, path: str) -> None:
        crm.push_screen(ExportTo(what, path), told)

    choices = [Choice(str(n), _(what.words), what) for n, what in enumerate(EXPORTS, 1)]
    crm.push_screen(Choose(_("Export"), choices), chosen)
