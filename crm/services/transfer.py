"""Brings people in from a file: read, compare, show or write, and report every row."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.errors import WrongUsage
from crm.formats import csv, linkedin
from crm.formats.detect import detect
from crm.formats.records import BadRow, ContactRecord, FormatError, GroupRecord
from crm.formats.text_file import TextFile
from crm.formats.vcard import reader as vcard
from crm.services import understand
from crm.services.changes import change
from crm.services.files import STANDARD, opened
from crm.services.import_plan import Difference, Matched, Plan, Unsure, difference, plan
from crm.services.import_rows import Row, row_of, tag_members
from crm.services.roles import roles
from crm.store.connection import Store
from crm.store.reads import imports as reads
from crm.store.reads.imports import Now

if TYPE_CHECKING:
    from sqlite3 import Connection

FORMATS = ("linkedin", "csv", "vcard")
MOST_PLANNED = 20
_AT_ONCE = 500


class Changed(NamedTuple):
    """A person of whom a row changes these fields; `joined` when the source is new to them."""

    line: int
    contact_id: int
    name: str
    fields: tuple[str, ...]
    joined: bool


class Kept(NamedTuple):
    """A field that the user set or removed by hand (`ours`), left although a row says `theirs`."""

    line: int
    contact_id: int
    name: str
    field: str
    ours: str
    theirs: str


class Planned(NamedTuple):
    """A person who is or would be added."""

    line: int
    name: str
    organisation: str
    title: str


class Problem(NamedTuple):
    """A row to look at, as a code with parameters; `imported` when the person came in all the same.

    The codes are those of BadRow and the reasons of Unsure.
    """

    line: int
    code: str
    params: dict[str, object]
    imported: bool


class ImportReport(NamedTuple):
    """What an import did, or with `dry_run` would do; everything as codes and line numbers.

    new + changed + same is everybody imported; `joined` are those of changed and same whom only
    another source or the user had brought before; `repeated` rows said what another row of the
    file says, and `ghosts` name nobody. `mapping` (column → field) is how a CSV was understood;
    `legacy_text` says that its accents may be wrong. `planned` are the first of the new people.
    """

    file: str
    format: str
    dry_run: bool
    encoding: str
    legacy_text: bool
    mapping: dict[str, str]
    new: int
    changed: int
    same: int
    joined: int
    repeated: int
    ghosts: int
    bad: tuple[BadRow, ...]
    unsure: tuple[Unsure, ...]
    changes: tuple[Changed, ...]
    kept: tuple[Kept, ...]
    planned: tuple[Planned, ...]

    @property
    def problems(self) -> list[Problem]:
        """Give the bad rows and the unsure ones in the file's order."""
        found = [Problem(*bad) for bad in self.bad]
        for row in self.unsure:
            params: dict[str, object] = {"name": row.name, "people": row.contact_ids}
            found.append(Problem(row.line, row.reason, params, row.imported))
        return sorted(found, key=lambda problem: problem.line)


def as_dict(report: ImportReport) -> dict[str, object]:
    """Give a report as JSON takes it."""
    lists = {
        field: [item._asdict() for item in getattr(report, field)]
        for field in ("bad", "unsure", "changes", "kept", "planned")
    }
    return {**report._asdict(), **lists}


class _Read(NamedTuple):
    file: TextFile
    format: str
    mapping: dict[str, str]
    rows: list[Row]
    bad: list[BadRow]
    ghosts: int


class _Differences(NamedTuple):
    found: list[tuple[Matched, Now, Difference]]
    changed: list[Changed]
    kept: list[Kept]


def import_file(
    context: Context,
    path: str,
    *,
    mapping: dict[str, str] | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int | None], None] | None = None,
    source_format: str | None = None,
) -> ImportReport:
    """Import the people of a file ("-": standard input) into the address book.

    All or nothing, as one change; `dry_run` only tells what it would come to. `progress` is told
    the rows read so far (of None), then the people written (of how many); what it raises stops
    the import, and nothing is written then. Raises CrmError with the codes of FormatError or
    "file-not-found", WrongUsage for a mapping that does not fit.
    """
    with _collector_at_rest():
        return _import(context, path, mapping, dry_run, progress or _tell_nobody, source_format)


def _import(
    context: Context,
    path: str,
    mapping: dict[str, str] | None,
    dry_run: bool,
    told: Callable[[int, int | None], None],
    source_format: str | None,
) -> ImportReport:
    read = _read(context, path, mapping, source_format, told)
    source = read.rows[0].source if read.rows else read.format
    if dry_run:
        with _existing_or_new(context).reading() as connection:
            planned = plan(connection, source, read.rows)
            return _report(path, read, planned, _compare(connection, planned), dry_run=True)
    with change(context, "import") as made:
        from crm.services.import_write import write_known, write_new

        made.about(_name(path))
        connection = made.write.plain()
        planned = plan(connection, source, read.rows)
        differences = _compare(connection, planned)
        total = len(planned.new)
        write_known(context, made, differences.found)
        write_new(context, made, planned.new, lambda done: told(done, total))
    return _report(path, read, planned, differences, dry_run=False)


def _existing_or_new(context: Context) -> Store:
    # A database that is yet to be made reads as an empty network.
    return context.store if context.store.exists() else Store(context.store.path, chosen=False)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    # Ten thousand rows are a million objects and no cycle: looking for one takes a third longer.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _tell_nobody(done: int, total: int | None) -> None:
    """Be the progress nobody asked for."""


def _name(path: str) -> str:
    return path if path == STANDARD else PurePath(path).name


def _read(
    context: Context,
    path: str,
    mapping: dict[str, str] | None,
    source_format: str | None,
    told: Callable[[int, int | None], None],
) -> _Read:
    if source_format is not None and source_format not in FORMATS:
        known = ", ".join(FORMATS)
        raise WrongUsage("unknown-value", field="format", value=source_format, known=known)
    with opened(path) as file, understand.understood():
        return _read_rows(context, file, mapping, source_format, told)


def _read_rows(
    context: Context,
    file: TextFile,
    mapping: dict[str, str] | None,
    source_format: str | None,
    told: Callable[[int, int | None], None],
) -> _Read:
    kind = source_format or detect(file.head)
    columns: dict[str, str] = {}
    records: Iterator[ContactRecord | GroupRecord | BadRow]
    if kind == "csv":
        columns = csv.layout_of(file.stream, mapping).mapping
        file.stream.seek(0)
        records = csv.read_contacts(file.stream, mapping)
    elif mapping:
        raise WrongUsage("mapping-needs-csv", format=kind)
    elif kind == "vcard":
        records = vcard.read_contacts(file)
        # It judges each card by itself, and reports those of which it is unsure.
        file = file._replace(legacy=False)
    else:
        records = linkedin.read_connections(file.stream)
    with _existing_or_new(context).reading() as connection:
        trades = roles(connection)
    rows: list[Row] = []
    bad: list[BadRow] = []
    groups: list[GroupRecord] = []
    ghosts = 0
    for item in _counted(records, told):
        if isinstance(item, BadRow):
            if item.code == "ghost":
                ghosts += 1
            else:
                bad.append(item)
            continue
        if isinstance(item, GroupRecord):
            groups.append(item)
            continue
        row, warnings = row_of(item, context.today, trades)
        bad += warnings
        if row is not None:
            rows.append(row)
    if not rows:
        raise FormatError("no-rows", bad=len(bad))
    tag_members(rows, groups)
    return _Read(file, kind, columns, rows, bad, ghosts)


def _counted(
    records: Iterator[ContactRecord | GroupRecord | BadRow],
    told: Callable[[int, int | None], None],
) -> Iterator[ContactRecord | GroupRecord | BadRow]:
    for number, item in enumerate(records, 1):
        if number % _AT_ONCE == 0:
            told(number, None)
        yield item


def _compare(connection: Connection, planned: Plan) -> _Differences:
    people = reads.now(connection, [matched.contact_id for matched in planned.known])
    dated = [m.contact_id for m in planned.known if "known_since" in m.row.plain]
    first_contacts = reads.first_contacts(connection, dated)
    result = _Differences([], [], [])
    for matched in planned.known:
        person = people[matched.contact_id]
        found = difference(matched, person, first_contacts.get(matched.contact_id))
        line, name = matched.row.line, person.plain["name"]
        fields = (*found.plain, *found.lists)
        if fields:
            joined = matched.record is None
            result.changed.append(Changed(line, matched.contact_id, name, fields, joined))
        result.kept.extend(Kept(line, matched.contact_id, name, *kept) for kept in found.kept)
        result.found.append((matched, person, found))
    return result


def _report(
    path: str, read: _Read, planned: Plan, differences: _Differences, *, dry_run: bool
) -> ImportReport:
    joined = sum(matched.record is None for matched in planned.known)
    changed = len(differences.changed)
    people = [
        Planned(
            row.line, row.plain["name"], row.plain.get("organisation", ""),
            row.plain.get("title", ""),
        )
        for row in planned.new[:MOST_PLANNED]
    ]  # fmt: skip
    return ImportReport(
        file=path,
        format=read.format,
        dry_run=dry_run,
        encoding=read.file.encoding,
        legacy_text=read.file.legacy,
        mapping=read.mapping,
        new=len(planned.new),
        changed=changed,
        same=len(planned.known) - changed,
        joined=joined,
        repeated=planned.repeated,
        ghosts=read.ghosts,
        bad=tuple(read.bad),
        unsure=tuple(planned.unsure),
        changes=tuple(differences.changed),
        kept=tuple(differences.kept),
        planned=tuple(people),
    )
