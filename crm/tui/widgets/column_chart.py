"""Numbers as columns of block characters, each with its number below."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from crm.domain.cells import cells

LOW, HIGH, LOW_SCREEN = 1, 3, 30
"""Rows of the columns on a low and on a high screen, and from how many rows on one is high."""
EIGHTHS = " ▁▂▃▄▅▆▇█"


class ColumnChart(Static):
    """A row of columns, the latest at the right, as many as fit; lower on a low screen."""

    DEFAULT_CSS = """
    ColumnChart { height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._values: list[int] = []
        self._ends = ("", "")
        self._top: int | None = None

    def show(self, values: Sequence[int], ends: tuple[str, str], top: int | None = None) -> None:
        """Show values, what the first and the last one are called, against `top` or the highest."""
        self._values, self._ends, self._top = list(values), ends, top
        self.refresh(layout=True)

    def render(self) -> Content:
        """Give the columns, their numbers and the names of the two ends."""
        if not self._values:
            return Content("")
        step = max(3, 1 + max(len(str(value)) for value in self._values))
        most = max(1, (self.size.width or self.container_size.width) // step)
        shown = self._values[-most:]
        top = max(self._top or max(self._values), 1)
        height = LOW if self.app.size.height < LOW_SCREEN else HIGH
        levels = [level(value, top, height) for value in shown]
        lines = [
            Content.styled("".join(_cell(each, row).rjust(step) for each in levels), "$primary")
            for row in reversed(range(height))
        ]
        lines.append(Content("".join(str(value).rjust(step) for value in shown)))
        first, last = self._ends if len(shown) == len(self._values) else ("", self._ends[1])
        room = step * len(shown) - cells(last)
        ends = f" {first}".ljust(room) + last if cells(first) + 2 <= room else last.rjust(room)
        lines.append(Content.styled(ends, "$foreground-muted"))
        return Content("\n").join(lines)


def level(value: int, top: int, height: int) -> int:
    """Give how many eighths of a column of so many cells a value fills; something is never none."""
    eighths = round(8 * height * min(value, top) / top)
    return max(1, eighths) if value > 0 else 0


def _cell(eighths: int, row: int) -> str:
    """Give the sign of a column in one of its cells, counted from below."""
    sign = EIGHTHS[max(0, min(8, eighths - 8 * row))]
    return sign * 2
