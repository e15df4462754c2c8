"""One line about somebody just met, read: who they are, what was learned, what was promised."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.domain.contacts import is_email, is_phone
from crm.domain.text import fold

if TYPE_CHECKING:
    from crm.domain.grammar.clauses import Promised

_LONGEST_NAME = 80
_FEWEST_DIGITS = 6
_PIECES = re.compile(r"\s*(?:[,;]|\.(?=\s|$)|\s[-–—]\s)\s*")
_HEAD_ENDS = re.compile(r":(?=\s|$)|\.\s|;|\s[-–—]\s")
_AT = re.compile(r"\s+(?:at|en|@)\s+", re.IGNORECASE)
_TAG = re.compile(r"(?:^|\s)#\S+")
_ME = " me "


class Captured(NamedTuple):
    """What a line says of somebody; `words` is what it says besides who they are."""

    name: str
    roles: tuple[str, ...] = ()
    title: str = ""
    organisation: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    promises: tuple[tuple[bool, str, date | None], ...] = ()
    tags: tuple[str, ...] = ()
    words: str = ""


def captured(line: str, today: date, role_of: Callable[[str], str | None]) -> Captured:
    """Read "Ana Ruiz, copywriter: looks for clients, promised to send the deck by friday".

    The name comes first; `role_of` gives the role that words name, None for none. Raises `Invalid`
    for a date that no calendar has.
    """
    head, tail = _split(line.strip())
    name, *about = [piece for piece in _PIECES.split(head) if piece] or [""]
    name, organisation = _without_brackets(name)
    who = _Who(name, organisation, role_of)
    for piece in about:
        who.take(piece, is_about_them=True)
    rest = [piece for piece in _PIECES.split(tail) if piece and not who.take(piece)]
    words = tail if len(rest) > 1 or not who.took_from_tail else ", ".join(rest)
    return _with_notes(who.captured(), ". ".join([*who.over, words]).strip(". "), rest, today)


def _split(line: str) -> tuple[str, str]:
    found = _HEAD_ENDS.search(line)
    if found is None or found.start() > _LONGEST_NAME:
        return line, ""
    return line[: found.start()], line[found.end() :].strip()


def _without_brackets(name: str) -> tuple[str, str]:
    """Give "Ana Ruiz" and "Agua SL" of "Ana Ruiz (Agua SL)"."""
    before, bracket, inside = name.partition("(")
    if not bracket or not before.strip():
        return name, ""
    return before.strip(), inside.rstrip(") ").strip()


class _Who:
    """What the pieces of a line say of who somebody is."""

    def __init__(self, name: str, organisation: str, role_of: Callable[[str], str | None]) -> None:
        self._name, self._organisation, self._role_of = name, organisation, role_of
        self._roles: list[str] = []
        self._titles: list[str] = []
        self._emails: list[str] = []
        self._phones: list[str] = []
        self.over: list[str] = []
        self.took_from_tail = False

    def take(self, piece: str, *, is_about_them: bool = False) -> bool:
        """Tell whether a piece is an address, a number or a role, and keep it."""
        if is_email(piece):
            self._emails.append(piece)
        elif is_phone(piece) and sum(map(str.isdigit, piece)) >= _FEWEST_DIGITS:
            self._phones.append(piece)
        elif not self._work(piece, is_about_them):
            if not is_about_them:
                return False
            (self.over if self._titles or _reads_as_note(piece) else self._titles).append(piece)
        self.took_from_tail |= not is_about_them
        return True

    def _work(self, piece: str, is_about_them: bool) -> bool:
        role = self._role_of(piece)
        if role is not None:
            self._roles.append(role)
            return True
        what, *where = _AT.split(piece, maxsplit=1)
        role = self._role_of(what) if where else None
        if not where or self._organisation or (role is None and not is_about_them):
            return False
        if _reads_as_note(piece):
            return False
        self._organisation = where[0]
        (self._roles if role else self._titles).append(role or what)
        return True

    def captured(self) -> Captured:
        return Captured(
            self._name, tuple(dict.fromkeys(self._roles)), ", ".join(self._titles),
            self._organisation, tuple(self._emails), tuple(self._phones),
        )  # fmt: skip


def _reads_as_note(piece: str) -> bool:
    """Tell whether a piece is something learned or promised rather than what somebody is."""
    from crm.domain import phrases

    found = phrases.read(piece, date(2000, 1, 3), lambda _key: False)
    return bool(found.facts or found.promises)


def _with_notes(who: Captured, words: str, pieces: list[str], today: date) -> Captured:
    from crm.domain import phrases

    if not words:
        return who
    found = phrases.read(words, today, lambda _key: False)
    facts = tuple(f"{kind}: {text}" for kind, text in found.facts)
    plain = filter(None, (_TAG.sub("", piece).strip() for piece in pieces))
    left = [] if facts else [piece for piece in plain if not _is_promise(piece, found.promises)]
    said = tuple([_theirs_if_to_me(each) for each in found.promises])
    return who._replace(
        facts=facts or ((", ".join(left),) if left else ()),
        promises=said,
        tags=tuple(found.tags),
        words=found.summary,
    )


def _is_promise(piece: str, promises: list[Promised]) -> bool:
    return any(promise.text in piece for promise in promises)


def _theirs_if_to_me(promise: Promised) -> tuple[bool, str, date | None]:
    """Without a subject "will send me her rates" is said of them."""
    mine = promise.mine and _ME not in f" {fold(promise.text)} "
    return mine, promise.text, promise.due
