"""How values come out of SQLite: dates as dates, and lists of ids as parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

_AT_ONCE = 500


def day(text: str | None) -> date | None:
    """Give the date of an ISO text, None for NULL."""
    return date.fromisoformat(text) if text is not None else None


def chunks(ids: Iterable[int]) -> Iterator[tuple[str, Sequence[int]]]:
    """Give ids in groups that one statement takes, each with its parameter marks."""
    rest = iter(ids)
    while some := tuple(islice(rest, _AT_ONCE)):
        yield ", ".join("?" * len(some)), some
