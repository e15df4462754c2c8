"""Regions that are not simply one card in UTF-8, as the content lines of each card in them."""

from __future__ import annotations

import re
from binascii import a2b_qp
from collections.abc import Iterator
from typing import NamedTuple

from crm.formats.records import BadRow
from crm.formats.vcard.regions import LONGEST_CARD, Region, marked
from crm.formats.vcard.values import escaped

_SHOWN = 80
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/]+={0,2}")
_BASE64 = re.compile(rb"[;=](?:BASE64|B)(?:;|$)", re.IGNORECASE)
_HEAD = re.compile(rb'(?:[^":]++|"[^"]*+")*+(?=:)')
_PARAMETER = re.compile(rb'(?:[^";]++|"[^"]*+"|")++')
_CHARSET = re.compile(rb"CHARSET=\"?([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
# Others that Python knows are no charsets of address books, and decode in more than linear time.
_KNOWN_CHARSET = re.compile(
    r"utf-?8|us-ascii|ascii|iso-8859-\d{1,2}|windows-12\d\d|cp\d{3,4}|koi8-[ru]|shift[-_]jis|euc-jp"
    r"|iso-2022-jp|gb2312|gbk|gb18030|big5|euc-kr|macintosh",
    re.IGNORECASE,
)
_LONGEST_HEAD = 8_192


class Card(NamedTuple):
    """The unfolded, decoded lines of one card, without BEGIN and END, and where it begins.

    `ended` when its END was there; `guessed` when nothing said in which charset it is.
    """

    line: int
    lines: list[str]
    ended: bool
    guessed: bool


class _Draft:
    def __init__(self, line: int) -> None:
        self.line = line
        self.lines: list[str] = []
        self.size = 0
        self.guessed = False


class Untangler:
    """Takes regions in order and gives the cards and what belongs to none.

    A BEGIN inside a card starts afresh, unless an AGENT announced it; `busy` while a card goes on
    in the next region.
    """

    def __init__(self) -> None:
        self._open: list[_Draft] = []
        self._stray = False

    @property
    def busy(self) -> bool:
        """Whether the region to come goes on with a card of the one before."""
        return bool(self._open)

    def take(self, region: Region) -> Iterator[Card | BadRow]:
        """Give the cards that end in a region, and what else is in it."""
        self._stray = False
        if region.too_long:
            line = self._open[0].line if self._open else region.line
            self._open.clear()
            yield BadRow(line, "card-too-long", {"limit": LONGEST_CARD})
            return
        charsets = _charsets(region.text)
        for number, raw in _logical_lines(region):
            yield from self._line(number, raw, charsets)
        if region.ended:
            yield from self._end(region.line + region.text.count(b"\n"))
        else:
            yield from self._cut()

    def _line(self, number: int, raw: bytes, charsets: list[str]) -> Iterator[Card | BadRow]:
        edge = raw.removeprefix(b"\xef\xbb\xbf")[:40].strip().upper().replace(b" ", b"")
        if edge == b"BEGIN:VCARD":
            if not (len(self._open) == 1 and _announces(self._open[0])):
                yield from self._cut()
            self._open.append(_Draft(number))
        elif edge == b"END:VCARD":
            yield from self._end(number)
        elif self._open:
            draft = self._open[-1]
            text, guessed = _decoded(raw, charsets)
            text = marked(text)
            draft.guessed |= guessed
            draft.size += len(text)
            if not text:
                yield BadRow(number, "unreadable-line", {"text": _shown(raw)}, imported=True)
            elif draft.size <= LONGEST_CARD:
                draft.lines.append(text)
        elif not self._stray:
            self._stray = True
            yield BadRow(number, "stray-text", {"text": _shown(raw)})

    def _end(self, number: int) -> Iterator[Card | BadRow]:
        if not self._open:
            yield BadRow(number, "end-without-begin", {})
            return
        draft = self._open.pop()
        if self._open:
            inner = escaped("\n".join(["BEGIN:VCARD", *draft.lines, "END:VCARD"]))
            outer = self._open[-1]
            outer.lines[-1] += inner
            outer.guessed |= draft.guessed
            outer.size += len(inner)
        elif draft.size > LONGEST_CARD:
            yield BadRow(draft.line, "card-too-long", {"limit": LONGEST_CARD})
        else:
            yield Card(draft.line, draft.lines, True, draft.guessed)

    def _cut(self) -> Iterator[Card]:
        for draft in self._open:
            yield Card(draft.line, draft.lines, False, draft.guessed)
        self._open.clear()


def _announces(draft: _Draft) -> bool:
    return bool(draft.lines) and draft.lines[-1].upper() == "AGENT:"


def _shown(raw: bytes) -> str:
    return raw[:_SHOWN].decode("utf-8", "replace")


def _logical_lines(region: Region) -> Iterator[tuple[int, bytes]]:
    """Give the lines that are not blank with their number: folds and soft line breaks undone."""
    parts: list[bytes] = []
    started = quoted = binary = False
    at = region.line
    for number, line in enumerate(region.text.split(b"\n")[1:], region.line):
        folded = line[:1] in (b" ", b"\t")
        if started and quoted and parts[-1].endswith(b"="):
            parts += [b"\n", line]
        elif started and folded:
            parts.append(line[1:])
        elif started and binary and _BASE64_LINE.fullmatch(line):
            parts.append(line)
        else:
            if started:
                yield at, b"".join(parts)
            parts, at, started = [line], number, bool(line.strip())
            head = line[:_LONGEST_HEAD].partition(b":")[0].upper()
            quoted = b"QUOTED-PRINTABLE" in head
            binary = _BASE64.search(head) is not None
    if started:
        yield at, b"".join(parts)


def _charsets(text: bytes) -> list[str]:
    """Give the charsets that a region names: what declares none may be in the same."""
    named = dict.fromkeys(match[1].decode() for match in _CHARSET.finditer(text))
    return [name for name in named if _KNOWN_CHARSET.fullmatch(name)]


def _decoded(raw: bytes, charsets: list[str]) -> tuple[str, bool]:
    """Give a line as text, and whether its charset was guessed; "" when it has no head.

    What was quoted-printable or in a charset of its own is plain afterwards, and its head says so.
    """
    match = _HEAD.match(raw)
    head = match[0] if match else raw.partition(b":")[0]
    if len(head) in (0, len(raw)) or len(head) > _LONGEST_HEAD:
        return "", False
    value = raw[len(head) + 1 :]
    name, *parameters = _PARAMETER.findall(head)
    if parameters:
        charsets = [*_charsets(head), *charsets]
        kept = [p for p in parameters if not _is_encoding(p.upper())]
        if b"QUOTED-PRINTABLE" in head.upper():
            value = a2b_qp(value).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
            value = value.strip(b"\n").replace(b"\n", b"\\n")
        head = b";".join([name, *kept])
    return _text(head + b":" + value, charsets)


def _is_encoding(parameter: bytes) -> bool:
    return parameter.startswith(b"CHARSET=") or parameter.endswith(b"QUOTED-PRINTABLE")


def _text(raw: bytes, charsets: list[str]) -> tuple[str, bool]:
    if charsets and charsets[0].lower() == "iso-2022-jp" and b"\x1b" in raw:
        return raw.decode("iso-2022-jp", "replace"), False
    try:
        return raw.decode(), False
    except UnicodeDecodeError:
        pass
    for charset in charsets:
        try:
            return raw.decode(charset), False
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("cp1252", "replace"), True
