"""One line of a list of people in the cells of a screen: its columns, what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len

from crm.domain.cells import cells, cut
from crm.domain.text import fold, screen
from crm.i18n import Translator
from crm.services.people import Row
from crm.wording.dates import ago, named
from crm.wording.words import BAND_SIGNS

MARK = "*"
WAITING = "…"
GAP = 1
_SIGNS = 2
"""The mark and the band take so many cells, each with a blank after it."""
_NAME, _ABOUT, _LAST, _DUE, _TAGS = "name", "about", "last", "due", "tags"
_LEAST = {_NAME: 20, _ABOUT: 14, _LAST: 15, _DUE: 12, _TAGS: 14}
_SHARES = {_NAME: 5, _ABOUT: 6, _TAGS: 3}
_MOST = {_NAME: 40, _ABOUT: 70, _TAGS: 40}
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_DAYS = (0, 1, 7, *range(13, 400, 6))

Piece = tuple[str, str]
"""A text, and what it is: "", band, mark, match, quiet."""


class Column(NamedTuple):
    """A column and how many cells wide it is."""

    name: str
    width: int


def columns(room: int, tr: Translator) -> tuple[Column, ...]:
    """Give the columns for so many cells; where there is little room tags go first, then due."""
    shown = dict(_LEAST)
    for given_up in (_TAGS, _DUE, _ABOUT, _LAST):
        if _left(shown, room) >= 0:
            break
        del shown[given_up]
    left = max(0, _left(shown, room))
    most = {**_MOST, **dict.fromkeys((_LAST, _DUE), _longest_day(tr))}
    texts = (_NAME, _ABOUT, _TAGS)
    for names, part in (((_LAST,), 2), ((_DUE,), 4), (texts, 1), (texts, 1)):
        shares = {name: _SHARES.get(name, 1) for name in names if name in shown}
        room_now = left // part
        for name, share in shares.items():
            more = min(room_now * share // sum(shares.values()), most[name] - shown[name])
            shown[name] += more
            left -= more
    shown[_NAME] += left if set(shown) == {_NAME} else 0
    return tuple(Column(name, width) for name, width in shown.items())


def _left(shown: dict[str, int], room: int) -> int:
    return room - 2 * _SIGNS - sum(shown.values()) - GAP * (len(shown) - 1)


def _longest_day(tr: Translator) -> int:
    today = date(2026, 6, 15)
    return max(cells(ago(date.fromordinal(today.toordinal() - n), today, tr)) for n in _DAYS)


def heading(across: Sequence[Column], tr: Translator) -> Iterator[Piece]:
    """Give the line above the rows."""
    _ = tr.gettext
    titles = {
        _NAME: _("name"), _ABOUT: _("about"), _LAST: _("last contact"), _DUE: _("due"),
        _TAGS: _("tags"),
    }  # fmt: skip
    yield " " * (2 * _SIGNS), ""
    for number, column in enumerate(across):
        yield from _filled([(titles[column.name], "")], column.width)
        if number < len(across) - 1:
            yield " " * GAP, ""


def waiting() -> Iterator[Piece]:
    """Give the line of somebody who is still being looked up."""
    yield " " * (2 * _SIGNS), ""
    yield WAITING, "quiet"


def pieces(
    row: Row,
    across: Sequence[Column],
    today: date,
    tr: Translator,
    *,
    is_marked: bool,
    wanted: Sequence[str] = (),
) -> Iterator[Piece]:
    """Give the line of a person; the beginnings of words in `wanted` (folded) stand out."""
    yield MARK if is_marked else " ", "mark"
    yield " ", ""
    yield BAND_SIGNS[row.band] if row.band else " ", "band"
    yield " ", ""
    for number, column in enumerate(across):
        yield from _filled(_cell(row, column, today, tr, wanted), column.width)
        if number < len(across) - 1:
            yield " " * GAP, ""


def _cell(
    row: Row, column: Column, today: date, tr: Translator, wanted: Sequence[str]
) -> Iterable[Piece]:
    person = row.person
    if column.name == _NAME:
        return list(_highlighted(screen(person.name), wanted))
    if column.name == _ABOUT:
        about = filter(None, (person.title, person.organisation, person.place))
        return [(screen(" · ".join(about)), "quiet")]
    if column.name == _LAST:
        last = person.last_contact_on
        return [(_day(last, ago(last, today, tr), column.width), "quiet")] if last else []
    if column.name == _DUE:
        due = person.next_due_on
        if due is None:
            return []
        what = "due" if due <= today else "quiet"
        return [(_day(due, named(due, today, tr), column.width), what)]
    return [(screen(" ".join(f"#{tag}" for tag in person.tags)), "quiet")]


def _day(day: date, words: str, width: int) -> str:
    """Give a day in words, or in digits where the words do not fit."""
    return words if cells(words) <= width else day.isoformat()


def _highlighted(name: str, wanted: Sequence[str]) -> Iterator[Piece]:
    at = 0
    for word in _WORD.finditer(name) if wanted else ():
        size = max((_begun(word[0], term) for term in wanted), default=0)
        if size:
            yield name[at : word.start()], ""
            at = word.start() + size
            yield name[word.start() : at], "match"
    yield name[at:], ""


def _begun(word: str, term: str) -> int:
    """Give how many characters of a word come to a folded term that it begins with, or 0."""
    if not fold(word).startswith(term):
        return 0
    return next(size for size in range(1, len(word) + 1) if fold(word[:size]).startswith(term))


def _filled(said: Iterable[Piece], width: int) -> Iterator[Piece]:
    """Give pieces in exactly so many cells: cut with an ellipsis, or with blanks after them."""
    said = [piece for piece in said if piece[0]]
    whole = "".join(text for text, _what in said)
    shown = cut(whole, lambda text: max(cell_len(text), cells(text)) <= width)
    left = len(shown) if shown == whole else len(shown) - 1
    for text, what in said:
        if left > 0:
            yield text[:left], what
            left -= len(text)
    if shown != whole:
        yield shown[-1], "quiet"
    yield " " * max(0, width - cell_len(shown)), ""
