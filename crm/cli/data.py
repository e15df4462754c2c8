"""`crm import` and `crm export`: bring your network, take it away."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crm.cli.params import Json, help_text, helps
from crm.i18n import _, active, ngettext

if TYPE_CHECKING:
    from crm.services.transfer import ImportReport

SHOWN_ROWS = 10


@helps(
    _(
        "Import people from vCards, LinkedIn's Connections.csv or any CSV file. They enter the"
        " address book: known, never due. Importing the same file again changes nothing."
    ),
    "crm import contacts.vcf",
    "crm import Connections.csv --dry-run",
    "crm import clients.csv --map 'Client=name' --map 'Mail=email'",
)
def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help=_("The file; - reads it."))],
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FIELD", help=_("What a column holds. (repeatable)")),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Only say what would happen."))
    ] = False,
    source_format: Annotated[
        str | None, typer.Option("--format", metavar="linkedin|csv|vcard", help=_("The format."))
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json
    from crm.services import transfer

    report = transfer.import_file(
        ctx.obj,
        file,
        mapping=_mapping(mapping or []),
        dry_run=dry_run,
        progress=_progress if sys.stderr.isatty() else None,
        source_format=source_format,
    )
    if as_json:
        out_json(transfer.as_dict(report))
    else:
        _report(report)


def _mapping(pairs: list[str]) -> dict[str, str] | None:
    from crm.errors import WrongUsage

    mapping = {}
    for pair in pairs:
        column, equals, field = pair.rpartition("=")
        if not equals or not column.strip() or not field.strip():
            raise WrongUsage("bad-mapping", text=pair)
        mapping[column.strip()] = field.strip()
    return mapping or None


def _progress(done: int, total: int | None) -> None:
    shown = ngettext("{n} row", "{n} rows", done).format(n=done)
    sys.stderr.write(f"\r{shown}" + (f" / {total}" if total else ""))
    sys.stderr.flush()


def _report(report: ImportReport) -> None:
    from crm.cli.output import say
    from crm.domain.text import screen
    from crm.wording.imports import problem, summary

    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    tr = active()
    say(summary(report, tr))
    if report.dry_run:
        _report_plan(report)
    _some([problem(row.line, row.code, row.params, tr) for row in report.problems], say)
    _some(
        [
            _("{name}: {field} stays “{ours}”, as you wrote it (the file says “{theirs}”)").format(
                name=screen(kept.name), field=kept.field, ours=screen(kept.ours),
                theirs=screen(kept.theirs),
            )
            for kept in report.kept
        ],
        say,
    )  # fmt: skip
    if report.new and not report.dry_run:
        say(_("They are in the address book. Choose whom to keep up with: crm plant"))


def _report_plan(report: ImportReport) -> None:
    """Say how the columns were read, who would come in, and what would change of whom."""
    from crm.cli.output import say, wrapped
    from crm.domain.text import screen

    if report.mapping:
        pairs = ", ".join(f"{screen(column)} → {to}" for column, to in report.mapping.items())
        say(wrapped(_("Columns: {pairs}").format(pairs=pairs), 2))
    people = [(person.name, person.title, person.organisation) for person in report.planned]
    _some(["+ " + screen(" · ".join(filter(None, person))) for person in people], say)
    _some([f"~ {screen(c.name)}: {', '.join(c.fields)}" for c in report.changes], say)


def _some(lines: list[str], say: Any) -> None:
    for line in lines[:SHOWN_ROWS]:
        say(f"  {line}")
    if len(lines) > SHOWN_ROWS:
        rest = len(lines) - SHOWN_ROWS
        say("  " + ngettext("and {n} more", "and {n} more", rest).format(n=rest))


export = typer.Typer(
    help=_("Take your network away, as CSV, vCard or JSON."),
    rich_markup_mode=None,
    no_args_is_help=True,
)
Target = Annotated[str, typer.Argument(metavar="FILE", help=_("The file; - is standard output."))]
Force = Annotated[bool, typer.Option("--force", help=_("Overwrite the file."))]


@export.command(
    "csv",
    help=help_text(
        _("Write people, or another table, as CSV: one row each."),
        "crm export csv people.csv",
        "crm export csv - --table interactions",
    ),
)
def _csv(
    ctx: typer.Context,
    file: Target,
    table: Annotated[
        str,
        typer.Option(
            metavar="contacts|interactions|goals|promises", help=_("Which table to write.")
        ),
    ] = "contacts",
    columns: Annotated[
        str | None, typer.Option(metavar="A,B,C", help=_("Only these columns."))
    ] = None,
    excel: Annotated[
        bool, typer.Option("--excel", help=_("With the mark that Excel needs for accents."))
    ] = False,
    raw: Annotated[
        bool, typer.Option("--raw", help=_("Leave cells that look like formulas as they are."))
    ] = False,
    private: Annotated[
        bool, typer.Option("--private", help=_("With the facts you noted about people."))
    ] = False,
    force: Force = False,
) -> None:
    from crm.services import export as service

    rows = service.export_csv(
        ctx.obj,
        file,
        table=table,
        excel=excel,
        raw=raw,
        force=force,
        private=private,
        columns=[name.strip() for name in columns.split(",")] if columns else None,
    )
    _written(rows, file)


@export.command(
    "json",
    help=help_text(
        _("Write everything as JSON."),
        "crm export json backup.json",
        "crm export json - --about ana",
    ),
)
def _json(
    ctx: typer.Context,
    file: Target,
    about: Annotated[
        str | None, typer.Option(metavar="WHO", help=_("Only what there is about one person."))
    ] = None,
    force: Force = False,
) -> None:
    from crm.services import export as service

    _written(service.export_json(ctx.obj, file, about=about, force=force), file)


@export.command(
    "vcard",
    help=help_text(
        _("Write everybody who is not archived as vCards, for a phone or another address book."),
        "crm export vcard people.vcf",
        "crm export vcard people.vcf --version 4.0",
    ),
)
def _vcard(
    ctx: typer.Context,
    file: Target,
    version: Annotated[
        str, typer.Option(metavar="3.0|4.0", help=_("The version of the format."))
    ] = "3.0",
    force: Force = False,
) -> None:
    from crm.services import export_vcard as service

    _written(service.export_vcard(ctx.obj, file, version=version, force=force), file)


def _written(rows: int, file: str) -> None:
    from crm.cli.output import say
    from crm.domain.text import screen

    if file != "-":
        form = ngettext("Wrote {n} row to {file}.", "Wrote {n} rows to {file}.", rows)
        say(form.format(n=rows, file=screen(file)))
