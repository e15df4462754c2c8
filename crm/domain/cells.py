"""Text in the cells of a terminal: how wide it is, broken into lines, cut to fit."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

ELLIPSIS = "…"
_WIDE = frozenset("WF")
_FIRST_MARK = "\u0300"
_EMOJI_STYLE = "\ufe0f"
_NO_WIDTH = frozenset(("Mn", "Me", "Cf"))


def cells(text: str) -> int:
    """Give how many cells text takes at the most: two for a wide character, none for a mark.

    Joined emoji count each of their parts, as terminals that do not join them show it (UAX #11).
    """
    return len(text) if text.isascii() else sum(map(_cells_of, text))


@cache
def _cells_of(char: str) -> int:
    if char < _FIRST_MARK or char == _EMOJI_STYLE:
        return 1
    from unicodedata import category, east_asian_width

    if category(char) in _NO_WIDTH:
        return 0
    return 2 if east_asian_width(char) in _WIDE else 1


def broken(text: str, columns: int) -> list[str]:
    """Give text as lines of at most so many columns, broken at spaces, a longer word within.

    No-break spaces hold words together.
    """
    lines, line, taken = [], "", 0
    for word in filter(None, text.split(" ")):
        size = cells(word)
        if line and taken + 1 + size <= columns:
            line, taken = f"{line} {word}", taken + 1 + size
            continue
        if line:
            lines.append(line)
        while size > columns:
            head = word[: _fitting(word, columns)]
            lines.append(head)
            word = word[len(head) :]
            size = cells(word)
        line, taken = word, size
    return [*lines, line] if line else lines


def _fitting(word: str, columns: int) -> int:
    """Give how many characters of a word fit, one at the least."""
    taken = 0
    for position, char in enumerate(word):
        taken += _cells_of(char)
        if taken > columns:
            return max(1, position)
    return len(word)


def cut(text: str, fits: Callable[[str], bool]) -> str:
    """Give text, shortened with an ellipsis as far as `fits` asks for."""
    if fits(text):
        return text
    least, most = 0, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        if fits(_shortened(text, middle)):
            least = middle
        else:
            most = middle - 1
    return _shortened(text, least)


def shortened(text: str, columns: int) -> str:
    """Give text in so many columns at the most, what is too long with an ellipsis at its end."""
    return cut(text, lambda shown: cells(shown) <= columns)


def _shortened(text: str, length: int) -> str:
    return text[:length].rstrip(" ,;:.·(") + ELLIPSIS


def bar(percent: float, columns: int) -> str:
    """Give a bar of so many columns, filled as far as a percentage between 0 and 100 reaches."""
    filled = round(columns * max(0.0, min(100.0, percent)) / 100)
    return "█" * filled + "░" * (columns - filled)
