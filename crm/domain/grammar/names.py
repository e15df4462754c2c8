"""The people that a line names: capitalised words where people stand, or names that are known."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from crm.domain.grammar.tokens import Line

Known = Callable[[str], bool]

_LONGEST = 6
_NEAR = 4
_OTHER_THINGS = (
    "day", "weekday", "month", "subject", "object", "possessive", "auxiliary", "turn", "week",
    "article", "preposition", "weak", "answer", "promise", "plan", "fact", "ask", "told", "report",
)  # fmt: skip


_NEVER_NAMES = ("day", "subject", "object", "possessive", "article", "preposition", "weak")


class Name(NamedTuple):
    """A name in a line: its tokens, and whether the sentence acts on that person."""

    start: int
    end: int
    text: str
    introduced: bool


class Names:
    """The names of a line, found one place at a time with a lookup of those who are known."""

    def __init__(self, line: Line, known: Known) -> None:
        self._line = line
        self._known = known

    def at(
        self, i: int, *, surely: bool, other_things: tuple[str, ...] = _OTHER_THINGS
    ) -> int | None:
        """Give where a name that begins at token `i` ends.

        `surely` people stand here: then capitals alone make a name, unless the tables know the
        word as one of `other_things`, and known ones need no capitals.
        """
        line = self._line
        if i >= len(line) or not line.tokens[i].is_word or line.tokens[i].is_tag:
            return None
        if line.key(i).startswith("@"):
            return i + 1
        if not surely and not line.tokens[i].is_capital:
            return None
        end = self._capitals(i)
        if known := self._known_end(i, end, surely=surely):
            return known
        if not surely or end == i or line.has(i, *other_things, "kind") or line.key(i).isdecimal():
            return None
        return end

    def anybody(self, i: int) -> int | None:
        """Give where a known name that begins at token `i` ends, capitals or not."""
        return self._known_end(i, self._capitals(i), surely=True)

    def capitalised(self, i: int) -> int | None:
        """Give where a run of capitalised words that no table knows ends."""
        if i >= len(self._line) or self._line.has(i, *_OTHER_THINGS, "kind", "place", "event"):
            return None
        end = self._capitals(i)
        return end if end > i else None

    def _capitals(self, i: int) -> int:
        line, end = self._line, i
        while end < min(len(line), i + _LONGEST) and line.tokens[end].is_word:
            capital = line.tokens[end].is_capital and not line.has(end, *_OTHER_THINGS)
            joins = line.has(end, "particle") and self._goes_on(end)
            if not (capital or (end > i and joins) or (end == i and line.tokens[i].is_capital)):
                break
            end += 1
        return end

    def _goes_on(self, i: int) -> bool:
        """Tell whether after particles (de la) another capitalised word follows."""
        line = self._line
        while line.has(i, "particle"):
            i += 1
        return i < len(line) and line.tokens[i].is_capital and not line.has(i, "day", "weekday")

    def _known_end(self, i: int, capitals_end: int, *, surely: bool) -> int | None:
        line = self._line
        longest = capitals_end
        if surely:
            longest = i
            while longest < min(len(line), i + _NEAR) and line.tokens[longest].is_word:
                longest += 1
            longest = max(longest, capitals_end)
        for end in range(longest, i, -1):
            if end < capitals_end and (line.blank(end) or line.has(end, "particle")):
                continue
            lower = not line.tokens[i].is_capital
            if lower and end == i + 1 and line.has(i, *_OTHER_THINGS):
                continue
            if self._known(" ".join(line.key(n) for n in range(i, end))):
                return end
        return None


def participants(line: Line, names: Names, free: list[bool]) -> list[Name]:
    """Give those whom the free part of a line names as taking part, in order."""
    found: list[Name] = []
    i = 0
    while i < len(line):
        listed = _list_at(line, names, i) if free[i] and not line.is_sign(i) else []
        found += listed
        i = listed[-1].end if listed else i + 1
    return found


def _list_at(line: Line, names: Names, i: int) -> list[Name]:
    start, introduced, surely = _introduced(line, i)
    if line.has(start, "title"):
        start += 1
    others = _NEVER_NAMES if line.has(i, "with") else _OTHER_THINGS
    said_of = not introduced and line.has(i - 1, "preposition")
    end = None if said_of else names.at(start, surely=surely, other_things=others)
    if end is None and line.has(start - 1, "with", "towards"):
        start = _past_articles(line, start)
        end = names.at(start, surely=False)
    if end is None and _begins_part(line, i):
        start, introduced = i, False
        end = _subject(line, names, i)
    if end is None:
        return []
    found = [_name(line, start, end, introduced)]
    while following := _next_in_list(line, names, found[-1].end, introduced):
        found.append(following)
    return found


def _introduced(line: Line, i: int) -> tuple[int, bool, bool]:
    """Give where a name would begin after what introduces people at `i`, and how sure that is."""
    if mark := line.mark(i, "with"):
        return mark.end, True, True
    if mark := line.mark(i, "told"):
        return mark.end, True, True
    if (mark := line.mark(i, "kind")) and mark.value[1] != "platform":
        towards = line.mark(mark.end, "towards")
        return (towards.end if towards else mark.end), True, True
    if mark := line.mark(i, "onwards"):
        near = any(line.has(n, "kind", "ask", "direction") for n in range(max(0, i - _NEAR), i))
        return mark.end, True, near and not line.has(i - 1, "fact")
    if line.tokens[i].key.startswith("@"):
        return i, True, True
    return i, False, False


def _past_articles(line: Line, i: int) -> int:
    """Skip "my friend", "la diseñadora": a known name may follow."""
    if not line.has(i, "article", "possessive", "relative"):
        return i
    end = i
    while end < min(len(line) - 1, i + _NEAR) and not line.tokens[end].is_capital:
        if line.weak(end):
            return i
        end += 1
    return end


def _begins_part(line: Line, i: int) -> bool:
    return i == 0 or line.weak(i - 1) or not line.tokens[i - 1].is_word


def _subject(line: Line, names: Names, i: int) -> int | None:
    """Read a name at the beginning: known, or before a verb that a person has."""
    if i == 0 and line.blank(0) and (end := names.anybody(0)):
        return end
    if end := names.at(i, surely=False):
        return end
    end = names.capitalised(i)
    if end is None:
        return None
    if line.has(end, "promise", "report", "fact", "answer") or line.key(end + 1) in ("me", "us"):
        return end
    if (kind := line.mark(end, "kind")) and kind.value[1] in ("them", "verb", "past"):
        return end
    return end if end >= i + 2 and line.key(end) == ":" else None


def _next_in_list(line: Line, names: Names, i: int, introduced: bool) -> Name | None:
    """Read ", Eva", "and my friend Tom", "y a Marta" after a name."""
    at = i
    while line.key(at) in (",", "/") or line.has(at, "list"):
        at += 1
    if at == i:
        return None
    only_comma = at == i + 1 and line.key(i) == ","
    if mark := line.mark(at, "with") or line.mark(at, "personal-a"):
        at = mark.end
    if line.has(at, "title"):
        at += 1
    end = names.at(at, surely=True)
    if end is None or (only_comma and _acts(line, end)):
        return None
    return _name(line, at, end, introduced)


def _acts(line: Line, i: int) -> bool:
    """Tell whether what stands before `i` is the subject of a new sentence."""
    kind = line.mark(i, "kind")
    acts = line.has(i, "promise", "report", "fact", "answer", "auxiliary")
    return acts or bool(kind and kind.value[1] in ("them", "verb"))


def _name(line: Line, start: int, end: int, introduced: bool) -> Name:
    text = line.slice(start, end).removeprefix("@")
    return Name(start, end, text, introduced)
