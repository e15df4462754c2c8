"""Delimited text as rows with line numbers, where one bad row never takes others with it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial
from typing import TextIO

from crm.domain.text import fold
from crm.formats.records import BadRow, FormatError

DELIMITERS = (",", ";", "\t", "|")
MAX_COLUMNS = 1_000
MAX_LINE = 1 << 20
MAX_ROW_LINES = 1_000
MAX_RESTARTS = 100


class _BrokenLine(csv.Error):
    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Lines:
    """The physical lines of a stream, counted from 1, which may be handed back.

    `taken` holds those of the row being read; `ended` tells that the last of them was asked for.
    Raises a csv.Error, which csv.reader passes on, at a line beyond the bounds.
    """

    def __init__(self, stream: TextIO) -> None:
        self._read = partial(stream.readline, MAX_LINE)
        self._back: list[str] = []
        self.number = 0
        self.taken: list[str] = []
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else self._read()
        if not line:
            self.ended = True
            raise StopIteration
        self.number += 1
        taken = self.taken
        taken.append(line)
        if len(taken) > MAX_ROW_LINES:
            raise _BrokenLine("unclosed-quote")
        if len(line) >= MAX_LINE:
            self._skip_to_line_end(line)
            raise _BrokenLine("line-too-long", limit=MAX_LINE)
        if "\0" in line:
            raise _BrokenLine("nul-character")
        return line

    def give_back(self, lines: list[str]) -> None:
        """Put back the last lines taken, in reading order, to be read again."""
        self._back += reversed(lines)
        self.number -= len(lines)
        self.ended = False

    def plain_lines(self, limit: int) -> Iterator[str]:
        """Give up to `limit` lines with the unusable ones as blanks, to look for a header in."""
        for _ in range(limit):
            self.taken.clear()
            try:
                yield next(self)
            except StopIteration:
                return
            except csv.Error:
                yield ""

    def _skip_to_line_end(self, line: str) -> None:
        while line and not line.endswith(("\n", "\r")):
            line = self._read()


def split_line(line: str, delimiter: str) -> list[str]:
    """Give the cells of a single line, which are none when it cannot be split.

    Raises FormatError: too-many-columns.
    """
    try:
        cells = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return []
    if len(cells) > MAX_COLUMNS:
        raise FormatError("too-many-columns", columns=len(cells), limit=MAX_COLUMNS)
    return cells


def column_key(cell: str) -> str:
    """Give a header cell as folded words, so that `E-mail`, `e_mail` and `E-MAIL:` are one."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(cell)).split())


def read_rows(lines: Lines, delimiter: str) -> Iterator[tuple[int, list[str]] | BadRow]:
    """Give each row that is not blank with the line where it starts, or what is wrong with it.

    A quote that is never closed would swallow the rows below: such a row is reported and reading
    starts again on the line under it, at most MAX_RESTARTS times so that time stays linear.
    """
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    taken = lines.taken
    restarts = 0
    while True:
        taken.clear()
        start = lines.number + 1
        error: csv.Error | None = None
        row: list[str] = []
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as caught:
            error = caught
        if error is None and not lines.ended and (len(taken) == 1 or _is_sound(taken, delimiter)):
            if len(row) > MAX_COLUMNS:
                params: dict[str, object] = {"columns": len(row), "limit": MAX_COLUMNS}
                yield BadRow(start, "too-many-columns", params)
            elif len(row) > 1 or (row and row[0].strip()):
                yield start, row
            continue
        bad = _what_is_wrong(start, error, len(taken))
        if bad.code == "unclosed-quote" and restarts < MAX_RESTARTS:
            restarts += 1
            lines.give_back(taken[1:])
            bad = bad._replace(params={"lines": 1})
        yield bad


def _is_sound(taken: list[str], delimiter: str) -> bool:
    # A row over several lines is sound when its quotes also hold under the strict grammar.
    strict = csv.reader(taken, delimiter=delimiter, skipinitialspace=True, strict=True)
    try:
        next(strict, None)
    except csv.Error:
        return False
    return True


def _what_is_wrong(line: int, error: csv.Error | None, lines: int) -> BadRow:
    if isinstance(error, _BrokenLine) and error.code != "unclosed-quote":
        return BadRow(line, error.code, error.params)
    if error is None or lines > 1:
        return BadRow(line, "unclosed-quote", {"lines": lines})
    if "field limit" in str(error):
        return BadRow(line, "field-too-long", {"limit": csv.field_size_limit()})
    return BadRow(line, "unreadable-row", {})
