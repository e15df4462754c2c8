"""`crm import` and `crm export`: bring your network, take it away."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli.params import Json, help_text, helps
from crm.i18n import _, active

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
    from crm.wording.imports import progress

    sys.stderr.write(f"\r\x1b[K{progress(done, total, active())}")
    sys.stderr.flush()


def _report(report: ImportReport) -> None:
    from crm.cli.output import say, wrapped
    from crm.wording.imports import blocks, columns, in_address_book, legacy_text, summary

    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    tr = active()
    say(summary(report, tr))
    if report.legacy_text:
        say(wrapped(legacy_text(tr), 2))
    if report.dry_run and report.mapping:
        say(wrapped(columns(report.mapping, tr), 2))
    for block in blocks(report, SHOWN_ROWS, tr):
        for line in filter(None, (*block.lines, block.more)):
            say(f"  {line}")
    if report.new and not report.dry_run:
        say(f"{in_address_book(tr)} " + _("Choose whom to keep up with: crm plant"))


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
    from crm.wording.imports import wrote

    if file != "-":
        say(wrote(rows, file, active()))
