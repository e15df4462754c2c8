"""Address books as CSV: any header that can be understood in, a guarded table out.

The module csv of the standard library is what `import csv` gives here: imports are absolute.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple, TextIO

from crm.domain.contacts import is_email, is_phone
from crm.domain.dates import parse_partial_date
from crm.domain.invalid import Invalid
from crm.domain.text import email_key
from crm.formats.columns import apply_overrides, guess_mapping
from crm.formats.days import read_day
from crm.formats.records import BadRow, ContactRecord, FormatError
from crm.formats.rows import DELIMITERS, Lines, column_key, read_rows, split_line

__all__ = ["JOINER", "PHONE_COLUMNS", "Layout", "guess_mapping", "join_values", "layout_of",
           "read_contacts", "sample_of", "write_rows"]  # fmt: skip

SOURCE = "csv"
JOINER = " ::: "
"""What stands between several values of one cell, as in Google's files."""
PHONE_COLUMNS = frozenset({"phone", "phones"})

_IDENTIFIES = frozenset(
    {"name", "given_name", "family_name", "nickname", "organisation", "emails", "phones"}
)
_SINGLE = (
    "external_id", "name", "given_name", "middle_name", "family_name", "second_family_name",
    "organisation", "title", "city", "notes", "birthday", "birth_year", "birth_month",
    "birth_day", "connected_on", "nickname", "language", "known_since", "met_on", "met_at",
    "cadence",
)  # fmt: skip
_BETWEEN = {
    "emails": re.compile(r"[;,\r\n]+"),
    "phones": re.compile(r"[\r\n]+|[;,/] +"),
    "links": re.compile(r"\s+"),
    "tags": re.compile(r"[;,\r\n]+"),
    "roles": re.compile(r"[;,\r\n]+"),
}
_MAY_PART = re.compile(r"[;,\r\n]|/ ")
_ACTIVE = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_DIALLED = re.compile(r"\+?[0-9(][0-9 ().\-/]*( ::: \+?[0-9(][0-9 ().\-/]*)*")
_ADDRESS = re.compile(r"<([^<>]*)>")
_NOISE = frozenset({"my contacts", "mycontacts"})
_HEADER_WITHIN_LINES = 1_000
_SAMPLE_ROWS = 20
_SHOWN = 80


class Layout(NamedTuple):
    """How a file is laid out: its header, what separates the cells, column → field."""

    columns: tuple[str, ...]
    line: int
    delimiter: str
    mapping: dict[str, str]


def layout_of(lines: TextIO | Lines, mapping: dict[str, str] | None = None) -> Layout:
    """Give the layout of a text from its first lines, to show it before importing.

    `mapping` (column → field) goes over the guesses; the field `ignore` leaves a column out.
    Raises FormatError (empty-file, no-header, too-many-columns) and Invalid (unknown-column,
    unknown-field).
    """
    lines = lines if isinstance(lines, Lines) else Lines(lines)
    layout = _layout_guessed(lines, mapping or {})
    if not _IDENTIFIES & set(layout.mapping.values()):
        columns = tuple(cell[:_SHOWN] for cell in layout.columns[:20])
        raise FormatError("no-header", columns=columns)
    return layout


def sample_of(
    stream: TextIO, mapping: dict[str, str] | None = None
) -> tuple[Layout, dict[str, str]]:
    """Give the layout, be there a column that says who people are or not, and an example of each.

    The examples (column → the first cell that is not empty) are of the first rows. Raises what
    `layout_of` raises but for a header without people.
    """
    lines = Lines(stream)
    layout = _layout_guessed(lines, mapping or {})
    examples: dict[str, str] = {}
    for item in islice(read_rows(lines, layout.delimiter), _SAMPLE_ROWS):
        if not isinstance(item, BadRow):
            for column, cell in zip(layout.columns, item[1], strict=False):
                if cell.strip():
                    examples.setdefault(column, cell.strip())
    return layout, examples


def _layout_guessed(lines: Lines, mapping: dict[str, str]) -> Layout:
    told = ""
    for line in lines.plain_lines(_HEADER_WITHIN_LINES):
        text = line.strip("\r\n\ufeff")
        if text.lower().startswith("sep=") and text[4:] in DELIMITERS:
            told = text[4:]
        elif text.strip(" \t,;|"):
            return _layout(text, told, lines.number, mapping)
    raise FormatError("empty-file" if lines.ended else "no-header")


def read_contacts(
    stream: TextIO, mapping: dict[str, str] | None = None
) -> Iterator[ContactRecord | BadRow]:
    """Give the people of an address book in the file's order, and the rows that are none.

    The stream must keep line ends as they are (newline=""); in 05/06/2023 the day stands first. A
    cell that cannot be read (bad-birthday, bad-met-on, …) is reported right after its person.
    Raises, while reading, what `layout_of` raises and FormatError no-rows.
    """
    lines = Lines(stream)
    layout = layout_of(lines, mapping)
    width = len(layout.columns)
    columns = [
        (index, layout.mapping[column])
        for index, column in enumerate(layout.columns)
        if column in layout.mapping
    ]
    people = bad = 0
    for item in read_rows(lines, layout.delimiter):
        if isinstance(item, BadRow):
            bad += 1
            yield item
            continue
        line, row = item
        row += [""] * (width - len(row))
        found = _to_record(line, [(field, row[index]) for index, field in columns])
        people += isinstance(found[0], ContactRecord)
        bad += isinstance(found[0], BadRow)
        yield from found
    if not people:
        raise FormatError("no-rows", bad=bad)


def write_rows(
    stream: TextIO,
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    excel: bool = False,
    raw: bool = False,
) -> None:
    """Write a table as CSV (RFC 4180), in the rows' own order.

    Text that a spreadsheet would run (= + - @ TAB CR at its start) gets a `'` before it, unless
    `raw`; in PHONE_COLUMNS what is a telephone number and nothing else does not. `excel` puts a
    byte order mark first. None is an empty cell. The stream must be open with newline="".
    Source: OWASP, CSV Injection.
    """
    if excel:
        stream.write("\ufeff")
    writer = csv.writer(stream)
    writer.writerow(header)
    if raw:
        writer.writerows(rows)
        return
    dialled = [column in PHONE_COLUMNS for column in header]
    for row in rows:
        writer.writerow(
            [
                _guarded(cell, phone) if isinstance(cell, str) else cell
                for cell, phone in zip(row, dialled, strict=True)
            ]
        )


def join_values(values: Sequence[str]) -> str:
    """Give one cell that `read_contacts` takes apart into the same values again."""
    cell = JOINER.join(values)
    # A lone value with a separator in it needs the mark as well, lest it be taken apart.
    return f"{cell}{JOINER.rstrip()}" if len(values) == 1 and _MAY_PART.search(cell) else cell


def _guarded(text: str, phone: bool) -> str:
    # Quotes before the sign are counted too, so that taking one off gives the text back exactly.
    if _ACTIVE.match(text) and not (phone and _DIALLED.fullmatch(text)):
        return "'" + text
    return text


def _layout(text: str, told: str, line: int, overrides: dict[str, str]) -> Layout:
    best: tuple[int, int] | None = None
    columns: list[str] = []
    guessed: dict[str, str] = {}
    delimiter = ","
    for candidate in told or DELIMITERS:
        cells = [cell.strip() for cell in split_line(text, candidate)]
        guesses = guess_mapping(cells)
        score = len(guesses), len(cells)
        if best is None or score > best:
            best, columns, guessed, delimiter = score, cells, guesses, candidate
    mapping = apply_overrides(columns, guessed, overrides)
    return Layout(tuple(columns), line, delimiter, mapping)


def _to_record(line: int, cells: list[tuple[str, str]]) -> list[ContactRecord | BadRow]:
    one = dict.fromkeys(_SINGLE, "")
    many: dict[str, list[str]] = {field: [] for field in _BETWEEN}
    for field, cell in cells:
        value = _clean(cell)
        if not value:
            continue
        if field in many:
            many[field] += _split(field, value)
        elif not one[field]:
            one[field] = value
    warnings: list[ContactRecord | BadRow] = []
    emails = _emails(line, many["emails"], warnings)
    phones = _distinct(many["phones"])
    family = " ".join(filter(None, (one["family_name"], one["second_family_name"])))
    name = one["name"] or " ".join(filter(None, (one["given_name"], one["middle_name"], family)))
    name = name or one["nickname"] or one["organisation"] or _way(emails, phones)
    if not name:
        return [BadRow(line, "empty-row", {})]
    days = {
        field: _day(line, field, one[field], warnings)
        for field in ("connected_on", "known_since", "met_on")
    }
    record = ContactRecord(
        line, SOURCE, one["external_id"] or (email_key(emails[0]) if emails else ""),
        name, one["given_name"], family, one["organisation"], one["title"],
        one["city"], emails, phones, _distinct(many["links"]), _distinct(many["tags"]),
        _distinct(many["roles"]), one["notes"],
        _birthday(line, one["birthday"] or _joined(one), warnings), days["connected_on"],
        one["nickname"], one["language"], days["known_since"], days["met_on"], one["met_at"],
        one["cadence"],
    )  # fmt: skip
    return [record, *warnings]


def _way(emails: tuple[str, ...], phones: tuple[str, ...]) -> str:
    """Give what somebody without a name is called: an address or a number that is one."""
    ways = [*filter(is_email, emails), *filter(is_phone, phones)]
    return ways[0] if ways else ""


def _clean(cell: str) -> str:
    # What was guarded is given back exactly as it was; other cells lose the blanks around them.
    if _GUARDED.match(cell):
        return cell[1:]
    return cell.strip()


def _split(field: str, cell: str) -> list[str]:
    parts = cell.split(":::") if ":::" in cell else _BETWEEN[field].split(cell)
    parts = [part.strip() for part in parts]
    if field == "tags":
        # Google marks its own groups with an asterisk; `* myContacts` is everybody.
        parts = [part.removeprefix("* ").removeprefix("#") for part in parts]
        parts = [part for part in parts if column_key(part) not in _NOISE]
    return [part for part in parts if part]


def _emails(
    line: int, written: list[str], warnings: list[ContactRecord | BadRow]
) -> tuple[str, ...]:
    emails = []
    for text in written:
        inside = _ADDRESS.search(text)
        address = inside[1].strip() if inside else text
        if "@" in address:
            emails.append(address)
        else:
            warnings.append(BadRow(line, "bad-email", {"value": text[:_SHOWN]}, imported=True))
    return _distinct(emails)


def _distinct(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _day(line: int, field: str, text: str, warnings: list[ContactRecord | BadRow]) -> date | None:
    if not text:
        return None
    day = read_day(text, day_first=True)
    if day is None:
        code = "bad-" + field.replace("_", "-")
        warnings.append(BadRow(line, code, {"value": text[:_SHOWN]}, imported=True))
    return day


def _joined(one: dict[str, str]) -> str:
    # Thunderbird keeps the three parts of a birthday in columns of their own.
    year, month, day = one["birth_year"], one["birth_month"], one["birth_day"]
    parts = [year or "-", month.zfill(2) if month else "", day.zfill(2) if day else ""]
    return "-".join(filter(None, parts)) if year or month or day else ""


def _birthday(line: int, text: str, warnings: list[ContactRecord | BadRow]) -> str:
    if text in ("", "0/0/00"):  # Outlook's way of saying none
        return ""
    try:
        return parse_partial_date(text).isoformat()
    except Invalid:
        pass
    # A year of two digits leaves the century open, so that it is refused.
    day = read_day(text, day_first=True) if re.search(r"\d{4}", text) else None
    if day is None:
        warnings.append(BadRow(line, "bad-birthday", {"value": text[:_SHOWN]}, imported=True))
        return ""
    return day.isoformat()
