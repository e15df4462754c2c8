"""What a score is made of, as bars: each factor by its name, as far as it reaches."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from crm.domain.cells import bar, cells
from crm.i18n import _
from crm.wording.words import number

MOST_COLUMNS, LEAST_COLUMNS = 10, 3
_NUMBER = len("   0.99")


def bars(score: float, factors: Sequence[tuple[str, float]], room: int) -> Content:
    """Give a score of 100 and a line for each of its factors, which are between 0 and 1."""
    widest = max(cells(name) for name, _value in factors)
    columns = max(LEAST_COLUMNS, min(MOST_COLUMNS, room - widest - _NUMBER))
    lines = [
        Content.assemble(
            (f"{name}{' ' * (widest - cells(name))}  ", "$foreground-muted"),
            (bar(100 * value, columns), "$primary"),
            f" {number(round(value, 2))}",
        )
        for name, value in factors
    ]
    head = _("{score} of 100, the product of:").format(score=f"{score:.0f}")
    return Content("\n").join([Content.styled(head, "bold"), *lines])
