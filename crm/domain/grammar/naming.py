"""Where a line that is being written begins to name somebody."""

from __future__ import annotations

from crm.domain.grammar.tokens import Line

_MOST_WORDS = 3
_NEAR = 3
_READ = 200
_SURE = ("with", "told", "kind", "towards", "onwards", "list", "personal-a")
_FEWEST_AFTER = {"with": 2, "personal-a": 2, "kind": 3, "list": 3, "told": 3}
"""How many letters without a capital begin a name, by what stands before them."""
_NEVER_NAMES = ("day", "subject", "object", "possessive", "article", "preposition", "weak")
_FEWEST_CAPITAL = 2
_FEWEST_FIRST = 3


def fragments(text: str) -> list[tuple[int, str]]:
    """Give what may be the beginning of a name at the end of a text, the longest first.

    Each as where it begins, and its folded words.
    """
    skipped = max(0, len(text) - _READ)
    line = Line(text[skipped:])
    last = len(line) - 1
    if last < 0 or not line.tokens[last].is_word or line.tokens[last].end != len(line.text):
        return []
    found = []
    for first in range(max(0, last - _MOST_WORDS + 1), last + 1):
        words = range(first, last + 1)
        if all(line.tokens[i].is_word for i in words) and _begins_name(line, first, last):
            key = " ".join(line.key(i) for i in words).removeprefix("@")
            if key:
                found.append((skipped + line.tokens[first].start, key))
    return found


def _begins_name(line: Line, i: int, last: int) -> bool:
    """Tell whether somebody may be named from token `i` on, as far as it was written."""
    token = line.tokens[i]
    if token.key.startswith("@"):
        return True
    if token.is_tag or token.key.isdecimal():
        return False
    before = {
        kind
        for at in range(max(0, i - _NEAR), i)
        for kind in _SURE
        if (mark := line.mark(at, kind)) and mark.end == i
    }
    if i > 1 and line.key(i - 1) == "," and line.tokens[i - 2].is_capital:
        before.add("list")
    length = len(token.key) if i == last else len(token.key) + 1
    if token.is_capital:
        if before:
            return True
        if i == 0 or line.strong(i - 1):
            return length >= _FEWEST_FIRST
        return length >= _FEWEST_CAPITAL and not line.has(i - 1, "preposition", "place", "event")
    fewest = [_FEWEST_AFTER[kind] for kind in before & _FEWEST_AFTER.keys()]
    if not fewest or length < min(fewest):
        return False
    return i < last or line.blank(i) or ("with" in before and not line.has(i, *_NEVER_NAMES))
