"""People brought in from a file: which one, what it would come to, the import, what came of it."""

from __future__ import annotations

import os
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from crm.domain.cells import cells, cut
from crm.domain.text import screen
from crm.errors import CrmError
from crm.i18n import N_, _, active
from crm.services import import_preview, transfer
from crm.services.import_preview import Column, Preview
from crm.tui.dialogs.choose import Choice, Choose
from crm.tui.dialogs.dialog import Dialog, text
from crm.tui.dialogs.pick_file import HEIGHTS, PickFile
from crm.wording import imports as wording

if TYPE_CHECKING:
    from crm.services.transfer import ImportReport
    from crm.tui.app import CrmApp

MOST_LINES = 200
COLUMN, EXAMPLE = 22, 24
"""The most cells that a column's name and an example take."""
PLANT, UNDO = "plant", "undo"


class Progressed(Message):
    """So many rows were read, or written of how many."""

    def __init__(self, done: int, total: int | None) -> None:
        super().__init__()
        self.done = done
        self.total = total


class Reading(Dialog[object]):
    """A dialog that reads files in a thread: it is told how far, and can stop.

    Its box is away while another dialog is in front.
    """

    VERTICAL_BREAKPOINTS = HEIGHTS
    DEFAULT_CSS = """
    Reading { background: $background; }
    Reading VerticalScroll { height: auto; max-height: 15; scrollbar-size-vertical: 1; }
    Reading.-high VerticalScroll { max-height: 28; }
    Reading .told { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.is_over = Event()

    def told(self, done: int, total: int | None) -> None:
        """Tell how far it is; called in the thread that reads, which this may stop."""
        if self.is_over.is_set():
            raise CrmError("stopped")
        self.post_message(Progressed(done, total))

    def on_screen_suspend(self) -> None:
        """Make room for the dialog in front."""
        self.query_one(".dialog-box").visible = False

    def on_screen_resume(self) -> None:
        """Come back."""
        self.query_one(".dialog-box").visible = True

    def on_unmount(self) -> None:
        """Let a thread that still reads end, with nothing written."""
        self.is_over.set()


class ImportFile(PickFile, Reading):
    """The file to import; gives the report of the import."""

    def __init__(self) -> None:
        lead = _("LinkedIn's Connections.csv, a phone's vCards (.vcf), or any CSV table.")
        super().__init__(_("Import people"), lead=lead)

    def picked(self, path: str) -> None:
        """Read the file, and show what importing it would come to."""
        self.say(_("Reading…"))
        self.ask(
            lambda context: import_preview.preview(context, path, progress=self.told),
            lambda preview: self._preview(path, preview),
            group="preview",
            refused=self.refused,
        )

    def on_progressed(self, event: Progressed) -> None:
        """Say how far the reading is."""
        event.stop()
        self.say(wording.progress(event.done, event.total, active()))

    def _preview(self, path: str, preview: Preview) -> None:
        self.say("")

        def imported(report: object) -> None:
            if report is not None:
                self.dismiss(report)

        self.app.push_screen(ImportPreview(path, preview), imported)


class ImportPreview(Reading):
    """What a file would come to; gives the report once it was imported."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "import", N_("import"), id="import.import", priority=True),
        Binding("c", "columns", N_("columns"), id="import.columns"),
    ]

    def __init__(self, path: str, preview: Preview) -> None:
        super().__init__()
        name = os.path.basename(path)
        self.title_text = _("Import {file}").format(file=name)
        self._path = path
        self._preview = preview
        self._mapping: dict[str, str] = {}

    def body(self) -> ComposeResult:
        """Give the counts, the columns, and the rows to look at."""
        with VerticalScroll():
            yield Static(self._lines(), id="what")
        yield text("", classes="told")

    def _lines(self) -> Content:
        tr, report = active(), self._preview.report
        if report is None:
            said = _("No column says who the people are. Say which one does: c")
            lines = [Content.styled(said, "bold")]
        else:
            counts = wording.summary(report._replace(dry_run=False), tr)
            source = wording.source(report.format, tr)
            lines = [Content.styled(f"{source} · {counts}", "bold")]
        if report is not None and report.legacy_text:
            lines.append(Content(wording.legacy_text(tr)))
        columns = [column for column in self._preview.columns if column.example]
        if columns:
            lines += [Content(""), Content.styled(_("Columns (c changes what one holds)"), "bold")]
            lines += self._columns(columns)
        if report is not None:
            lines += block_lines(wording.blocks(report, MOST_LINES, tr))
        return Content("\n").join(lines)

    def _columns(self, columns: list[Column]) -> list[Content]:
        """Give for each column its name, what it holds and an example, below each other."""
        rows = [
            (_shortened(screen(name), COLUMN), wording.field(field, active()), screen(example))
            for name, field, example in columns
        ]
        first, second = (max(cells(row[at]) for row in rows) for at in (0, 1))
        return [
            Content.assemble(
                _padded(name, first), " → ",
                (_padded(word, second), "$accent" if column.field else "$foreground-muted"),
                (f"  {_shortened(example, EXAMPLE)}", "$foreground-muted"),
            )
            for column, (name, word, example) in zip(columns, rows, strict=True)
        ]  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the columns of a table only, and to import what can be."""
        if action == "columns":
            return bool(self._preview.columns)
        return self._preview.report is not None if action == "import" else True

    def action_columns(self) -> None:
        """Choose a column, and then what it holds."""
        tr = active()
        columns = [
            Choice("", f"{name} → {wording.field(field, tr)}", name)
            for name, field, _example in self._preview.columns
        ]

        def chosen(column: object) -> None:
            if column is not None:
                self._choose_field(str(column))

        self.app.push_screen(Choose(_("Which column?"), columns), chosen)

    def _choose_field(self, column: str) -> None:
        codes = [import_preview.IGNORE, *import_preview.FIELDS[:-1]]
        fields = [Choice("", wording.field(code, active()), code) for code in codes]

        def chosen(field: object) -> None:
            if field is not None:
                self._read_anew({**self._mapping, column: str(field)})

        title = _("What does “{column}” hold?").format(column=column)
        self.app.push_screen(Choose(title, fields), chosen)

    def _read_anew(self, mapping: dict[str, str]) -> None:
        def came(preview: Preview) -> None:
            self._mapping, self._preview = mapping, preview
            self.query_one("#what", Static).update(self._lines())
            self._say("")
            self.refresh_bindings()

        self.ask(
            lambda context: import_preview.preview(
                context, self._path, mapping=mapping, progress=self.told
            ),
            came,
            group="preview",
            refused=self._refused,
        )

    def on_progressed(self, event: Progressed) -> None:
        """Say how far the reading is."""
        event.stop()
        self._say(wording.progress(event.done, event.total, active()))

    def _refused(self, error: CrmError) -> None:
        from crm.wording.errors import message

        self._say(message(error, active()))

    def _say(self, words: str) -> None:
        self.query_one(".told", Static).update(Content(screen(words)))

    def action_import(self) -> None:
        """Import the file as it is shown."""

        def ended(ending: object) -> None:
            if isinstance(ending, CrmError):
                self._refused(ending)
            elif ending is not None:
                self.dismiss(ending)

        self.app.push_screen(Importing(self._path, self._mapping), ended)


class Importing(Reading):
    """An import that runs, with how far it is; gives its report, or the error that ended it."""

    BAR = 40
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("stop"), id="import.stop"),
    ]

    def __init__(self, path: str, mapping: dict[str, str]) -> None:
        super().__init__()
        self.title_text = _("Importing {file}").format(file=os.path.basename(path))
        self._path = path
        self._mapping = mapping

    def body(self) -> ComposeResult:
        """Give the bar."""
        yield Static(Content(_("Reading…")), id="bar")

    def on_mount(self) -> None:
        """Begin."""
        self.write(
            lambda context: transfer.import_file(
                context, self._path, mapping=self._mapping or None, progress=self.told
            ),
            self._ended,
            refused=self._ended,
        )

    def _ended(self, ending: ImportReport | CrmError) -> None:
        self.dismiss(ending)

    def on_progressed(self, event: Progressed) -> None:
        """Draw the bar."""
        event.stop()
        words = Content(wording.progress(event.done, event.total, active()))
        if event.total:
            filled = self.BAR * event.done // event.total
            bar = "█" * filled + "░" * (self.BAR - filled)
            words = Content.assemble((bar, "$accent"), "\n", words)
        self.query_one("#bar", Static).update(words)

    def action_leave(self) -> None:
        """Stop: nothing of the file is kept."""
        self.is_over.set()
        self.query_one("#bar", Static).update(Content(_("Stopping…")))


class ImportDone(Dialog[str]):
    """What an import did, and what to do next."""

    VERTICAL_BREAKPOINTS = HEIGHTS
    DEFAULT_CSS = """
    ImportDone VerticalScroll { height: auto; max-height: 15; scrollbar-size-vertical: 1; }
    ImportDone.-high VerticalScroll { max-height: 28; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "leave", N_("go on"), id="import.done", key_display="⏎"),
        Binding("p", "then('plant')", N_("choose whom to tend"), id="import.plant"),
        Binding("u", "then('undo')", N_("undo"), id="import.undo"),
    ]

    def __init__(self, report: ImportReport) -> None:
        super().__init__()
        self.title_text = _("Imported: {file}").format(file=os.path.basename(report.file))
        self._report = report

    def body(self) -> ComposeResult:
        """Give the counts, the rows to look at, and the next step."""
        tr, report = active(), self._report
        lines = [Content.styled(wording.summary(report, tr), "bold")]
        if report.new:
            lines.append(Content(wording.in_address_book(tr)))
        lines += block_lines(wording.blocks(report, MOST_LINES, tr))
        with VerticalScroll():
            yield Static(Content("\n").join(lines))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to plant where somebody came in, and to undo what was done."""
        did = self._report.new or self._report.changed
        return bool(self._report.new if parameters == (PLANT,) else did or parameters != (UNDO,))

    def action_then(self, what: str) -> None:
        """Leave, and do something about it."""
        self.dismiss(what)


def _shortened(words: str, most: int) -> str:
    return cut(words, lambda text: cells(text) <= most)


def _padded(words: str, size: int) -> str:
    return words + " " * (size - cells(words))


def block_lines(blocks: list[wording.Block]) -> list[Content]:
    """Give blocks of lines with their headings."""
    lines: list[Content] = []
    for heading, rows, more in blocks:
        lines += [Content(""), Content.styled(heading, "bold"), *map(Content, rows)]
        if more:
            lines.append(Content.styled(more, "$foreground-muted"))
    return lines


def open_import(crm: CrmApp) -> None:
    """Ask for a file, import its people, and say what came of it."""

    def done(what: object) -> None:
        if what == UNDO:
            crm.action_undo()
        elif what == PLANT:
            crm.open_planting()

    def imported(report: object) -> None:
        if report is not None:
            crm.push_screen(ImportDone(report), done)  # type: ignore[arg-type]

    crm.push_screen(ImportFile(), imported)
