"""How values come out of SQLite and go in: dates as dates, and lists as parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

_AT_ONCE = 500
_Value = TypeVar("_Value", int, str)


def day(text: str | None) -> date | None:
    """Give the date of an ISO text, None for NULL."""
    return date.fromisoformat(text) if text is not None else None


def chunks(values: Iterable[_Value]) -> Iterator[tuple[str, Sequence[_Value]]]:
    """Give values in groups that one statement takes, each with its parameter marks."""
    rest = iter(values)
    while some := tuple(islice(rest, _AT_ONCE)):
        yield ", ".join("?" * len(some)), some
