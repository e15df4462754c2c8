"""What importing a file would come to, and how the columns of a table are understood."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from crm.context import Context
from crm.errors import CrmError
from crm.formats.columns import FIELDS, IGNORE
from crm.formats.csv import sample_of
from crm.formats.detect import detect
from crm.services import understand
from crm.services.files import opened
from crm.services.transfer import ImportReport, import_file

__all__ = ["FIELDS", "IGNORE", "Column", "Preview", "preview"]


class Column(NamedTuple):
    """A column of a table, the field it is taken for ("" when it is left out), and an example."""

    name: str
    field: str
    example: str


class Preview(NamedTuple):
    """What a file holds: its columns when it is any table, and what the import would come to.

    The report is None when no column of the table says who people are.
    """

    columns: tuple[Column, ...]
    report: ImportReport | None


def preview(
    context: Context,
    path: str,
    *,
    mapping: dict[str, str] | None = None,
    progress: Callable[[int, int | None], None] | None = None,
) -> Preview:
    """Read a file without writing anything; raises what `import_file` raises."""
    with opened(path) as file, understand.understood():
        is_table = detect(file.head) == "csv"
        layout, examples = sample_of(file.stream, mapping) if is_table else (None, {})
    names = dict.fromkeys(filter(None, layout.columns)) if layout else ()
    columns = tuple(
        Column(name, layout.mapping.get(name, "") if layout else "", examples.get(name, ""))
        for name in names
    )
    try:
        report = import_file(context, path, mapping=mapping, dry_run=True, progress=progress)
    except CrmError as error:
        if error.code != "no-header" or not columns:
            raise
        return Preview(columns, None)
    return Preview(columns, report)
