"""The parts of a line that promise something, tell something of a person, or speak of later."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from crm.domain.grammar.days import Spoken
from crm.domain.grammar.names import Names
from crm.domain.grammar.tokens import Line, Token

_FIRST_FUTURE = ("are", "ere", "ire", "dre", "bre", "rre")
_THIRD_FUTURE = ("ara", "era", "ira", "dra", "bra", "rra")
_LEAST_FACT = 2


class Clause(NamedTuple):
    """A part of a line, by tokens: where it begins, where its opening words and where it ends.

    What it says begins at `text`.
    """

    start: int
    text: int
    opened: int
    end: int
    what: str
    value: str
    takes_day_before: bool = False


class Promised(NamedTuple):
    """A promise: whether it is mine, its words, and its day."""

    mine: bool
    text: str
    due: date | None


def clauses(line: Line, names: Names) -> list[Clause]:
    """Give the promises and facts of a line, in order; none overlap."""
    found: list[Clause] = []
    inside = False
    i = 0
    while i < len(line):
        if line.strong(i):
            inside = False
        clause = None if line.strong(i) or line.is_sign(i) else _at(line, names, i)
        if clause and (not inside or line.weak(clause.start - 1)):
            found.append(clause)
            inside = True
            i = clause.opened
        else:
            i += 1
    return [clause._replace(end=_end(line, found, n)) for n, clause in enumerate(found)]


def promised(line: Line, clause: Clause, days: list[Spoken], today: date) -> list[Promised]:
    """Give what a clause promises; "… by friday and … next week" are two."""
    mine = clause.value == "me"
    start, end = clause.text, clause.end
    written: list[Promised] = []
    while start < end:
        day = next((day for day in days if start <= day.start and day.end <= end), None)
        stop, rest = (day.start, day.end) if day else (end, end)
        while day and stop > start and line.has(stop - 1, "due"):
            stop -= 1
        text = line.slice(start, stop)
        if rest < end and not line.weak(rest):
            text, rest = f"{text} {line.slice(rest, end)}".strip(), end
        due = day.day(today, past=False) if day else None
        if due is None and clause.takes_day_before:
            due = _day_before(line, clause, days, today)
        if text:
            written.append(Promised(mine, text, due))
        start = rest
        while start < end and line.weak(start):
            start += 1
    return written


def days_before(line: Line, clause: Clause, days: list[Spoken]) -> Spoken | None:
    """Give the day that opens the sentence of a promise: "El viernes le enviaré…"."""
    if not clause.takes_day_before:
        return None
    at = clause.start
    if line.key(at - 1) == ",":
        at -= 1
    day = next((day for day in days if day.end == at), None)
    if day is None:
        return None
    start = day.start
    while line.has(start - 1, "due") and not line.weak(start - 1):
        start -= 1
    return day if line.weak(start - 1) else None


def _day_before(line: Line, clause: Clause, days: list[Spoken], today: date) -> date | None:
    day = days_before(line, clause, days)
    return day.day(today, past=False) if day else None


def _end(line: Line, found: list[Clause], n: int) -> int:
    end = found[n].text
    limit = found[n + 1].start if n + 1 < len(found) else len(line)
    while end < limit and not line.strong(end):
        end += 1
    while end > found[n].text and line.weak(end - 1):
        end -= 1
    return end


def _at(line: Line, names: Names, i: int) -> Clause | None:
    return (
        _later(line, i)
        or _promise(line, names, i)
        or _future(line, names, i)
        or _fact(line, i)
        or _family(line, i)
    )


def _later(line: Line, i: int) -> Clause | None:
    """Find "see you on friday": a day to come that is neither the log's nor a promise's."""
    mark = line.mark(i, "later")
    return Clause(i, i, mark.end, i, "later", "") if mark else None


def _promise(line: Line, names: Names, i: int) -> Clause | None:
    mark = line.mark(i, "promise")
    if mark is None:
        return None
    who, tense = mark.value
    start, subject = subject_before(line, names, i)
    if who == "subject":
        if subject == "us" and tense == "future":
            return Clause(start, start, mark.end, i, "later", "")
        if subject == "us" or (tense == "future" and _is_name(line, i)):
            return None
        if line.has(mark.end, "no-promise") and tense == "future":
            told = subject == "them"
            return Clause(start, i, mark.end, i, *(("fact", "news") if told else ("later", "")))
        if tense == "future" and subject is None and not line.weak(i - 1):
            return None
        who = subject or "me"
    elif subject and subject != who:
        return None
    if who == "me" and tense == "future" and line.has(mark.end, "no-promise"):
        return None
    text = mark.end
    text = _past_whom(line, names, i, text)
    if line.has(i, "keeps-opening"):
        text = i
    if text >= len(line) or line.strong(text):
        return None
    return Clause(
        start, text, max(text, mark.end), text, "promise", who, takes_day_before=tense == "future"
    )


def _is_name(line: Line, i: int) -> bool:
    """Tell whether a word is rather a name: Will Smith."""
    return all(n < len(line) and line.tokens[n].is_capital for n in (i, i + 1))


def _past_whom(line: Line, names: Names, opening: int, i: int) -> int:
    """Skip "her", "Ana", "a Ana" and "to", "that", "I would" after the words that promise."""
    told = line.mark(opening, "told")
    if told and line.has(told.end, "object"):
        i = told.end + 1
    elif told or line.has(i, "personal-a"):
        i = names.at(told.end if told else i + 1, surely=True) or i
    while mark := line.mark(i, "promise-link"):
        i = mark.end
    return i


def _future(line: Line, names: Names, i: int) -> Clause | None:
    """Read the Spanish future by its endings: le enviaré is mine, me enviará is theirs."""
    token = line.tokens[i]
    pronoun = line.has(i - 1, "object")
    start = i
    while line.has(start - 1, "object") and not line.weak(start - 1):
        start -= 1
    if token.key.endswith(_FIRST_FUTURE) and len(token.key) > len("dare"):
        accented = _last_letter(token) in "éÉ"
        if line.has(i, "first-future") or not (accented or line.key(i - 1) in ("le", "les")):
            return None
        return Clause(start, start, i + 1, i, "promise", "me", takes_day_before=True)
    if token.key.endswith("ria") and pronoun and _said_i(line, i):
        return Clause(start, start, i + 1, i, "promise", "me")
    if not token.key.endswith(_THIRD_FUTURE) or _last_letter(token) not in "áÁ":
        return None
    first, subject = subject_before(line, names, start)
    if line.has(i, "third-future"):
        told = subject == "them" and not pronoun
        return Clause(first, i, i + 1, i, "fact", "news") if told else None
    if subject == "them" or (pronoun and line.key(i - 1) in ("me", "nos")):
        return Clause(first, start, i + 1, i, "promise", "them", takes_day_before=True)
    return None


def _last_letter(token: Token) -> str:
    return normalize("NFC", token.text)[-1]


def _said_i(line: Line, i: int) -> bool:
    """Tell whether "dije" stands before in the sentence: le dije que le mandaría…"."""
    while not line.strong(i):
        if line.has(i, "said-i"):
            return True
        i -= 1
    return False


def _fact(line: Line, i: int) -> Clause | None:
    mark = line.mark(i, "fact")
    if mark is None:
        return None
    start = i
    while line.has(start - 1, "auxiliary") and not line.strong(start - 1):
        start -= 1
    subject = line.mark(start - 1, "subject")
    if (subject and subject.value != "them") or line.has(start - 1, "preposition"):
        return None
    if line.has(i - 1, "article", "number"):
        return None
    if subject:
        start -= 1
    text = start if line.key(i).startswith("'") else i
    return Clause(start, text, mark.end, i, "fact", mark.value)


def _family(line: Line, i: int) -> Clause | None:
    """Read "her daughter starts school", "su hija empieza la uni"."""
    possessive = line.mark(i, "possessive")
    if possessive is None:
        return None
    at = possessive.end
    while line.has(at, "adjective"):
        at += 1
    relative = line.mark(at, "relative")
    if relative is None:
        return None
    named = line.key(i) == "'s"
    if not named and not line.weak(i - 1):
        return None
    after = relative.end
    if after + _LEAST_FACT > len(line) or line.weak(after) or line.has(after, "preposition"):
        return None
    return Clause(i, at if named else i, relative.end, i, "fact", relative.value)


def subject_before(line: Line, names: Names, i: int) -> tuple[int, str | None]:
    """Give who acts at token `i`, me, them, us or nobody named, and where that begins."""
    start = i
    while line.has(start - 1, "auxiliary") and not line.weak(start - 1):
        start -= 1
    for at in (i, start):
        if mark := line.mark(at - 1, "subject"):
            return at - 1, mark.value
    for first in range(max(0, start - 3), start):
        if names.at(first, surely=False) == start and (line.weak(first - 1) or first == 0):
            return first, "them"
        if names.capitalised(first) == start and (first == 0 or line.strong(first - 1)):
            return first, "them"
    return i, None
