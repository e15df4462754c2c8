"""Numbers in a line, in digits or in words."""

from __future__ import annotations

from crm.domain.grammar.tokens import Line

MOST_DIGITS = 4


def number_at(line: Line, i: int) -> tuple[int, int] | None:
    """Give where a number in digits or words ends, and the number."""
    key = line.key(i)
    if is_number(key) and len(key) <= MOST_DIGITS:
        return i + 1, int(key)
    mark = line.mark(i, "number")
    return (mark.end, mark.value) if mark else None


def is_number(text: str) -> bool:
    """Tell whether a text is digits and nothing else."""
    return text.isascii() and text.isdecimal()
