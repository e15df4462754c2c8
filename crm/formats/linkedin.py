"""LinkedIn's `Connections.csv`: the people a member is connected to."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple, TextIO

from crm.domain.text import email_key, fold, profile_slug
from crm.formats.days import read_day
from crm.formats.records import BadRow, ContactRecord, FormatError
from crm.formats.rows import DELIMITERS, Lines, column_key, read_rows, split_line

SOURCE = "linkedin"
_HEADER_WITHIN_LINES = 64
_SHOWN = 80

_COLUMNS: dict[str, tuple[str, ...]] = {
    "given": ("first name", "given name", "nombre", "nombres"),
    "family": ("last name", "family name", "surname", "apellidos", "apellido"),
    "url": (
        "url", "profile url", "linkedin url", "public profile url",
        "url del perfil", "perfil", "enlace",
    ),
    "email": (
        "email address", "e mail address", "email", "e mail",
        "direccion de correo electronico", "direccion de correo", "correo electronico",
        "direccion de email", "correo",
    ),
    "company": ("company", "empresa", "compania", "organizacion"),
    "position": ("position", "title", "job title", "cargo", "puesto"),
    "connected": (
        "connected on", "connection date", "conectado el", "conectado en", "conectado desde",
        "fecha de conexion", "conectados el",
    ),
}  # fmt: skip
_COLUMN_BY_KEY = {key: column for column, keys in _COLUMNS.items() for key in keys}


class _Header(NamedTuple):
    delimiter: str
    width: int
    needed: int
    given: int
    family: int
    url: int
    email: int
    company: int
    position: int
    connected: int
    day_first: bool


def sniff(head: str) -> bool:
    """Tell whether the start of a file is that of a LinkedIn connections export."""
    found = _find_header(Lines(io.StringIO(head, newline="")))
    if found is None:
        return False
    # Outlook, too, has First Name, Last Name and Company.
    return found.connected >= 0 or min(found.url, found.company, found.position) >= 0


def read_connections(text_stream: TextIO) -> Iterator[ContactRecord | BadRow]:
    """Give the connections of an export in the file's order, and the rows that are not people.

    The stream must keep line ends as they are (newline=""). A row without any name is a BadRow
    "ghost"; a date that cannot be read is a BadRow "bad-connected-on" right after the person.
    Raises FormatError while reading: empty-file, no-linkedin-header, no-rows, too-many-columns.
    """
    lines = Lines(text_stream)
    header = _find_header(lines)
    if header is None:
        raise FormatError("no-linkedin-header" if lines.number else "empty-file")
    people = bad = 0
    to_record = _record_maker(header)
    for item in read_rows(lines, header.delimiter):
        if isinstance(item, BadRow):
            bad += 1
            yield item
            continue
        line, row = item
        record = to_record(line, row)
        yield record
        if isinstance(record, BadRow):
            bad += 1
            continue
        people += 1
        if record.connected_on is None and header.connected >= 0:
            written = row[header.connected].strip()
            if written:
                params: dict[str, object] = {"value": written[:_SHOWN]}
                yield BadRow(line, "bad-connected-on", params, imported=True)
    if not people:
        raise FormatError("no-rows", bad=bad)


def _find_header(lines: Lines) -> _Header | None:
    # Line by line, not as CSV: a stray quote in the preamble must not swallow the header.
    for line in lines.plain_lines(_HEADER_WITHIN_LINES):
        for delimiter in DELIMITERS:
            if delimiter in line:
                found = _header(split_line(line, delimiter), delimiter)
                if found is not None:
                    return found
    return None


def _header(cells: list[str], delimiter: str) -> _Header | None:
    keys = [column_key(cell) for cell in cells]
    at: dict[str, int] = {}
    for index, key in enumerate(keys):
        column = _COLUMN_BY_KEY.get(key)
        if column is not None:
            at.setdefault(column, index)
    if not ("given" in at and "family" in at and ("connected" in at or "company" in at)):
        return None
    names = at["given"], at["family"]
    # Spanish exports, and the spreadsheets that separate with semicolons, write the day first.
    day_first = delimiter == ";" or keys[names[0]] in ("nombre", "nombres")
    where = {column: at.get(column, -1) for column in _COLUMNS}
    return _Header(delimiter, len(cells), max(names) + 1, day_first=day_first, **where)


def _record_maker(header: _Header) -> Callable[[int, list[str]], ContactRecord | BadRow]:
    # A closure, since looking the ten columns up again in each row would double the time.
    (_, width, needed, given_at, family_at, url_at, email_at, company_at, position_at,
     connected_at, day_first) = header  # fmt: skip

    def to_record(line: int, row: list[str]) -> ContactRecord | BadRow:
        cells = len(row)
        if cells < width:
            if cells < needed:
                return BadRow(line, "row-too-short", {"cells": cells, "needed": needed})
            row += [""] * (width - cells)
        row.append("")  # what index -1, a column that the file lacks, finds
        given = " ".join(row[given_at].split())
        family = " ".join(row[family_at].split())
        url = row[url_at].strip()
        if not (given or family):
            return BadRow(line, "ghost", {"url": url[:_SHOWN]})
        name = f"{given} {family}" if given and family else given or family
        email = row[email_at].strip()
        written = row[connected_at].strip()
        connected = read_day(written, day_first) if written else None
        return ContactRecord(
            line, SOURCE, _external_id(url, email, name, connected), name, given, family,
            row[company_at].strip(), row[position_at].strip(), "",
            (email,) if email else (), (), (url,) if url else (), (), (), "", "", connected,
        )  # fmt: skip

    return to_record


def _external_id(url: str, email: str, name: str, connected: date | None) -> str:
    key = profile_slug(url) or _bare_url(url) if url else ""
    if key:
        return key
    if email:
        return email_key(email)
    return f"{fold(name)}|{connected.isoformat() if connected else ''}"


def _bare_url(url: str) -> str:
    scheme, mark, rest = url.partition("://")
    bare = (rest if mark else scheme).partition("?")[0].partition("#")[0].rstrip("/").casefold()
    # The address of no profile in particular, which many people may share.
    return "" if bare.endswith(("linkedin.com", "linkedin.com/in", "linkedin.com/pub")) else bare
