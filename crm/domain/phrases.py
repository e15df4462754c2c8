"""One line in words, English and Spanish in any mix, read as an interaction (rule C).

The tables of `grammar` say what words mean; here small matchers put them together. What nobody
recognises stays in the summary, so that no word is lost.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from crm.domain.grammar.clauses import Clause, Promised, clauses, days_before, promised
from crm.domain.grammar.clauses import subject_before as _subject_before
from crm.domain.grammar.days import Spoken, days
from crm.domain.grammar.lengths import lengths
from crm.domain.grammar.names import Known, Name, Names, participants
from crm.domain.grammar.places import Places, places
from crm.domain.grammar.tokens import Line
from crm.domain.text import fold

ONE_WAY = frozenset({"message", "email", "letter", "reaction", "help", "intro", "referral"})
_PAST_FORMS = frozenset({"past", "verb", "me", "them", "us"})
_SURE = 2
_DAY_SIGNS = frozenset(",.:()-–—*#")
_ANSWER_KINDS = ("message", "email", "letter")


class Reading(NamedTuple):
    """What a line says; `kind` is None and `people` empty when it says nothing of them.

    `facts` are pairs of a kind and words; the summary is the line as typed without its last tags.
    """

    people: list[str]
    kind: str | None
    side: str
    begun_by: str | None
    day: date
    planned: bool
    ask: bool
    answered: bool | None
    minutes: int | None
    place: str
    event: str
    promises: list[Promised]
    facts: list[tuple[str, str]]
    tags: list[str]
    summary: str


class _Manner(NamedTuple):
    """What an interaction was, how its phrase shows who began it, and who did."""

    kind: str | None
    form: str
    by: str | None


def read(text: str, today: date, known: Known) -> Reading:
    """Read a line; `known` tells whether a folded name, or the beginning of one, is somebody's.

    Raises `Invalid` for a date that no calendar has.
    """
    line = Line(text)
    names = Names(line, known)
    spoken = days(line)
    parts = clauses(line, names)
    free = _free(line, [(part.start, part.end) for part in parts])
    where = places(line, spoken, free)
    named_in = _free(line, [(part.text, part.end) for part in parts])
    elsewhere = [each and i not in where.tokens for i, each in enumerate(named_in)]
    people = participants(line, names, elsewhere)
    named = {i for name in people for i in range(name.start, name.end)}
    spoken = [each for each in spoken if each.start not in named]
    manner = _manner(line, names, free, people)
    if any(free[i] and line.has(i, "off") for i in range(len(line))):
        manner = _Manner(None, "", None)
    answered = _answered(line, free)
    ask = _asks(line, names, free)
    plan = _plans(line, free)
    day = _day(line, free, spoken, parts, today, manner, plan=plan)
    side, by = _sides(manner, answered, ask=ask)
    return Reading(
        people=_distinct(people) or _anybody(line, names),
        kind=manner.kind,
        side=side,
        begun_by=by,
        day=day,
        planned=day > today or (plan and day == today and manner.form not in _PAST_FORMS),
        ask=ask,
        answered=answered if side != "them" else None,
        minutes=next(
            (length.minutes for length in lengths(line, spoken) if free[length.start]), None
        ),
        place=where.place,
        event=where.event,
        promises=[
            each
            for part in parts
            if part.what == "promise"
            for each in promised(line, part, spoken, today)
        ],
        facts=[
            (part.value, line.slice(part.text, part.end)) for part in parts if part.what == "fact"
        ],
        tags=_tags(line),
        summary=_summary(line),
    )


def day_alone(text: str, today: date, *, past: bool) -> date | None:
    """Give the day when a text says a day and nothing else, such as "by next friday".

    Raises `Invalid` for a date that no calendar has.
    """
    line = Line(text)
    found = days(line)
    if len(found) != 1:
        return None
    (day,) = found
    around = [i for i in range(len(line)) if not day.start <= i < day.end]
    if not all(line.has(i, "due") or line.key(i) in _DAY_SIGNS for i in around):
        return None
    return day.day(today, past=past)


def _free(line: Line, parts: list[tuple[int, int]]) -> list[bool]:
    """Tell of each token whether it lies outside these parts."""
    free = [True] * len(line)
    for start, end in parts:
        free[start:end] = [False] * (end - start)
    return free


def _manner(line: Line, names: Names, free: list[bool], people: list[Name]) -> _Manner:
    """Give the kind of the first sentence that has one, its surest phrase first."""
    first: _Manner | None = None
    i = 0
    while i < len(line):
        end = i
        while end < len(line) and not line.strong(end):
            end += 1
        sure, found = _manner_of(line, names, free, people, i, end)
        if found and sure >= _SURE:
            return found
        first = first or found
        i = end + 1
    return first or _Manner(None, "", None)


def _manner_of(
    line: Line, names: Names, free: list[bool], people: list[Name], start: int, end: int
) -> tuple[int, _Manner | None]:
    best: tuple[int, str, str] | None = None
    by: str | None = None
    i = start
    while i < end:
        mark = line.mark(i, "kind") if free[i] else None
        given = line.mark(i, "direction") if free[i] else None
        if given and by is None:
            by = _begun(line, names, people, i, given.end, given.value)
        if mark is None:
            i += 1
            continue
        kind, form, sure = mark.value
        if form == "platform":
            sure += line.has(i - 1, "platform-link") or line.has(i - 2, "platform-link")
        if best is None or sure > best[0]:
            best = (sure, kind, form)
        if by is None:
            by = _begun(line, names, people, i, mark.end, form)
        i = mark.end
    return (best[0], _Manner(best[1], best[2], by)) if best else (0, None)


def _begun(
    line: Line, names: Names, people: list[Name], start: int, end: int, form: str
) -> str | None:
    """Give who began it: by the verb and its subject, or by to and from after a noun."""
    if form in ("me", "them", "us"):
        return form
    if form == "past":
        return None
    if form == "verb":
        if line.key(end) in ("me", "us"):
            return "them"
        _, subject = _subject_before(line, names, start)
        if subject == "them" and any(name.introduced and name.end == start for name in people):
            subject = None
        return subject or "me"
    for at in range(end, min(end + 4, len(line))):
        if line.strong(at) or line.has(at, "with"):
            return None
        if line.key(at) in ("to", "a"):
            return "me"
        if line.key(at) in ("from", "de") and not line.has(at + 1, "number", "half"):
            return "them"
    return None


def _sides(manner: _Manner, answered: bool | None, *, ask: bool) -> tuple[str, str | None]:
    """Give who took part, and who began it."""
    by = manner.by if manner.by in ("me", "them") else None
    if answered is False:
        return "me", "me"
    if answered and (manner.kind in (None, *_ANSWER_KINDS)):
        return ("both", "me") if by == "me" else ("them", "me")
    if manner.kind is None:
        return ("me", "me") if ask else ("both", None)
    if manner.kind in ONE_WAY and by:
        return by, by
    return "both", by if manner.kind == "call" else None


def _answered(line: Line, free: list[bool]) -> bool | None:
    """Give what the line says of an answer: no, yes, or nothing; a "no" outweighs."""
    said = [
        mark.value
        for i in range(len(line))
        if free[i] and (mark := line.mark(i, "answer")) and _theirs(line, i, mark.value)
    ]
    if False in said:
        return False
    return True if said else None


def _theirs(line: Line, i: int, value: bool | str) -> bool:
    """Tell whether an answer is theirs: of a verb without endings the subject says it."""
    if value != "verb":
        return True
    subject = line.mark(i - 1, "subject")
    return subject.value == "them" if subject else i > 0


def _asks(line: Line, names: Names, free: list[bool]) -> bool:
    for i in range(len(line)):
        mark = line.mark(i, "ask") if free[i] else None
        if mark is None:
            continue
        _, subject = _subject_before(line, names, i)
        at = mark.end
        if line.has(at, "object") and line.key(at) not in ("me", "us"):
            at += 1
        elif end := names.at(at, surely=True):
            at = end
        if subject not in ("them", "us") and not line.has(at, "no-ask"):
            return True
    return False


def _plans(line: Line, free: list[bool]) -> bool:
    return any(free[i] and line.has(i, "plan") for i in range(len(line)))


def _day(
    line: Line,
    free: list[bool],
    spoken: list[Spoken],
    parts: list[Clause],
    today: date,
    manner: _Manner,
    *,
    plan: bool,
) -> date:
    """Give the first day of the free part that can be meant; what is told of past is no plan."""
    opening = [days_before(line, part, spoken) for part in parts]
    promised_on = {each.start for each in opening if each is not None}
    reported = next(
        (mark.end for i in range(len(line)) if (mark := line.mark(i, "report"))), len(line)
    )
    for each in spoken:
        if not free[each.start] or each.start in promised_on or each.start > reported:
            continue
        day = each.day(today, past=not plan)
        if day <= today or manner.form not in _PAST_FORMS or plan:
            return day
    return today


def _distinct(people: list[Name]) -> list[str]:
    """Give names once; of Marta and Marta Gil the longer."""
    found: dict[str, str] = {}
    for name in people:
        found.setdefault(fold(name.text), name.text)
    return [
        text
        for key, text in found.items()
        if not any(other.startswith(f"{key} ") for other in found)
    ]


def _anybody(line: Line, names: Names) -> list[str]:
    """Give a known capitalised name from anywhere, when nobody stands where people stand."""
    for i in range(len(line)):
        if line.tokens[i].is_capital and (end := names.at(i, surely=False)):
            return [line.slice(i, end)]
    return []


def _tags(line: Line) -> list[str]:
    return list(dict.fromkeys(token.text[1:] for token in line.tokens if token.is_tag))


def _summary(line: Line) -> str:
    """Give the line as typed, without the tags at its end, and with others as plain words."""
    end = len(line.text)
    for token in reversed(line.tokens):
        if not token.is_tag or line.text[token.end : end].strip():
            break
        end = token.start
    kept = list(line.text[:end])
    for token in line.tokens:
        if token.is_tag and token.end <= end:
            kept[token.start] = ""
    return "".join(kept).strip()


__all__ = ["Places", "Promised", "Reading", "read"]
