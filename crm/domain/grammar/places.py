"""Where something was: a place or an event after at, in, en."""

from __future__ import annotations

from typing import NamedTuple

from crm.domain.grammar.days import Spoken
from crm.domain.grammar.tokens import Line

_LONGEST = 7


class Places(NamedTuple):
    """The place and the event that a line names, "" for none, and the tokens that name them."""

    place: str
    event: str
    tokens: set[int]


def places(line: Line, spoken: list[Spoken], free: list[bool]) -> Places:
    """Give the first place and the first event after a preposition in the free part."""
    taken = {i for day in spoken for i in range(day.start, day.end)}
    place = event = ""
    used: set[int] = set()
    for i in range(len(line)):
        mark = line.mark(i, "at") if free[i] and i not in taken else None
        if mark is None:
            continue
        what, start, end = _named(line, mark.end, mark.value, taken, free)
        if what:
            used.update(range(start, end))
        if what == "event":
            event = event or line.slice(start, end)
        elif what == "place":
            place = place or line.slice(start, end)
    return Places(place, event, used)


def _named(
    line: Line, i: int, preposition: str, taken: set[int], free: list[bool]
) -> tuple[str, int, int]:
    """Give what stands there, "" for nothing, and where it begins and ends."""
    while line.key(i) in ("the", "a", "an", "el", "la", "los", "las", "un", "una"):
        i += 1
    end = _phrase_end(line, i, taken, free)
    kind = line.mark(i, "kind")
    platform = kind is not None and kind.value[1] == "platform"
    if end == i or platform or line.tokens[i].text[0].isdigit() or line.has(i, "month"):
        return "", i, i
    words = range(i, end)
    if any(line.has(n, "event") for n in words):
        return "event", i, end
    if any(line.has(n, "place") for n in words):
        return "place", i, end
    if not line.tokens[i].is_capital:
        return "", i, i
    end = _capitals_end(line, i, end)
    coined = any(_is_coined(line.tokens[n].text) for n in range(i, end))
    is_event = preposition == "at" or (preposition == "en" and coined)
    return ("event" if is_event else "place"), i, end


def _phrase_end(line: Line, i: int, taken: set[int], free: list[bool]) -> int:
    end = i
    while end < min(len(line), i + _LONGEST) and free[end] and end not in taken:
        token = line.tokens[end]
        if (not token.is_word and line.key(end) not in ("&", "+")) or token.is_tag:
            break
        joins = line.key(end) in ("of", "de", "del", "la", "'s", "el", "los", "las")
        if end > i and not joins and line.weak(end):
            break
        if line.has(end, "with", "subject", "report", "ask", "minute", "preposition") and not joins:
            break
        if line.has(end, "due") and (end + 1 in taken or line.has(end + 1, "date-article")):
            break
        end += 1
    while end > i and line.has(end - 1, "particle", "due"):
        end -= 1
    return end


def _capitals_end(line: Line, i: int, limit: int) -> int:
    end = last = i
    while end < limit:
        token = line.tokens[end]
        if token.is_capital or token.text[0].isdigit():
            last = end + 1
        elif not line.has(end, "particle"):
            break
        end += 1
    return last


def _is_coined(text: str) -> bool:
    """Tell whether a word looks made up, as the names of events do: CodeMotion, T3chFest, JSDay."""
    inner = text[1:]
    return any(char.isupper() or char.isdigit() for char in inner)
