"""Records as vCards of 3.0 or 4.0: escaped, folded at 75 octets, the same ones the same bytes.

Lines that a record keeps as `extra` are given back as they are. Those that say more than a field
(a name with its titles, an organisation with its units) stand in place of the field's own line
as long as they still say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from crm.formats.records import ContactRecord
from crm.formats.vcard.layout import SINGLE
from crm.formats.vcard.person import JOINER
from crm.formats.vcard.properties import TYPES, Head, Heads, split_line
from crm.formats.vcard.values import (
    escaped,
    names_in,
    one_line,
    partial_date,
    plain_uid,
    unescaped,
    units_in,
)

VERSIONS = ("3.0", "4.0")
MOST_OCTETS = 75

_OMITTED = "1604"
_WEB = re.compile(r"https?://", re.IGNORECASE)
_ITEM = re.compile(r"item(\d{1,6})\Z", re.IGNORECASE)
_TYPES = frozenset(TYPES)


def write_contacts(stream: TextIO, records: Iterable[ContactRecord], version: str = "3.0") -> None:
    """Write people as vCards; the stream must be open with newline=""."""
    for record in records:
        stream.write(card_of(record, version))


def card_of(record: ContactRecord, version: str) -> str:
    """Give one person as a vCard with its line ends."""
    lines = ["BEGIN:VCARD", f"VERSION:{version}", *_Writer(record, version).lines(), "END:VCARD"]
    return "".join([f"{folded(line)}\r\n" for line in lines])


def folded(line: str) -> str:
    """Give a content line in pieces of at most 75 octets, none of which ends inside a character."""
    if len(line) <= MOST_OCTETS and (line.isascii() or len(line.encode()) <= MOST_OCTETS):
        return line
    octets = line.encode()
    pieces: list[str] = []
    at, most = 0, MOST_OCTETS
    while at < len(octets):
        end = min(at + most, len(octets))
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[at:end].decode())
        at, most = end, MOST_OCTETS - 1  # the blank of the fold is an octet of its line
    return "\r\n ".join(pieces)


class _Writer:
    def __init__(self, record: ContactRecord, version: str) -> None:
        self._record = record
        self._is_4 = version == "4.0"
        heads = Heads()
        self._extra: list[tuple[Head, str, str]] = []
        for line in record.extra:
            written, value = split_line(line)
            if ":" in line and "\n" not in line and "\r" not in line:
                self._extra.append((heads[written], value, line))
        found = [_ITEM.match(head.group) for head, _, _ in self._extra]
        self._items = max([int(match[1]) for match in found if match], default=0)
        self._gone: set[str] = set()

    def lines(self) -> Iterator[str]:
        record = self._record
        yield from self._single("UID", _text("UID", record.external_id))
        yield from self._single("FN", f"FN:{escaped(record.name)}")
        names = f"N:{escaped(record.family_name)};{escaped(record.given_name)};;;"
        has_names = record.family_name or record.given_name or not self._is_4
        yield from self._single("N", names if has_names else "")
        yield from _listed("NICKNAME", record.nickname.split(JOINER) if record.nickname else ())
        yield from self._single("ORG", _text("ORG", record.organisation))
        yield from self._single("TITLE", _text("TITLE", record.title))
        for role in record.roles:
            yield _text("ROLE", role)
        yield from self._ways("EMAIL", record.emails, record.email_labels)
        yield from self._ways("TEL", record.phones, record.phone_labels)
        yield from self._addresses()
        yield from self._links()
        birthday = self._day("BDAY", record.birthday) if record.birthday else ""
        yield from self._single("BDAY", birthday)
        yield from self._dates()
        yield from _listed("CATEGORIES", [tag.replace(",", " ") for tag in record.tags])
        yield from filter(None, self._own())
        yield from self._rest()

    def _single(self, name: str, own: str) -> Iterator[str]:
        """Give the lines that the card had, if one of them still says it, else our own."""
        kept = [(head, value, line) for head, value, line in self._extra if head.name == name]
        if any(_says(name, head, value, self._record) for head, value, _ in kept):
            yield from (line for _, _, line in kept)
        elif own:
            self._gone |= {head.group for head, _, _ in kept}
            yield own
        else:
            self._gone |= {head.group for head, _, _ in kept}

    def _ways(self, name: str, ways: tuple[str, ...], labels: tuple[str, ...]) -> Iterator[str]:
        for place, way in enumerate(ways):
            yield from self._labelled(name, labels[place] if labels else "", escaped(way))

    def _labelled(self, head: str, label: str, value: str) -> Iterator[str]:
        words = label.split(" ")
        if not label:
            yield f"{head}:{value}"
        elif _TYPES.issuperset(words) and len(set(words)) == len(words) and "DATE" not in head:
            yield f"{head};TYPE={','.join(words)}:{value}"
        else:
            self._items += 1
            yield f"item{self._items}.{head}:{value}"
            yield f"item{self._items}.X-ABLabel:{escaped(label)}"

    def _addresses(self) -> Iterator[str]:
        record = self._record
        first = next((address.city for address in record.addresses if address.city), "")
        if record.city and record.city != first:
            yield f"ADR:;;;{escaped(record.city)};;;"
        for label, *parts in record.addresses:
            yield from self._labelled("ADR", label, ";".join(["", "", *map(escaped, parts)]))

    def _links(self) -> Iterator[str]:
        kept: dict[str, list[str]] = {}
        links = set(map(_whole, self._record.links))
        for head, value, line in self._extra:
            if head.name in ("URL", "X-SOCIALPROFILE"):
                url = _whole(unescaped(value).strip())
                kept.setdefault(url, []).append(line)
                if head.name == "URL" and url not in links:
                    self._gone.add(head.group)
        for link in self._record.links:
            yield from kept.pop(_whole(link), [f"URL:{escaped(link)}"])
        for link, lines in kept.items():
            # A profile that is no web address is in no list that anybody could take it from.
            if not _WEB.match(link):
                yield from (line for line in lines if "SOCIALPROFILE" in line.upper())

    def _dates(self) -> Iterator[str]:
        first = self._is_4
        for label, day in self._record.dates:
            if first and label == "anniversary":
                first = False
                yield self._day("ANNIVERSARY", day)
                continue
            head, _, value = self._day("X-ABDATE", day).partition(":")
            label = "_$!<Anniversary>!$_" if label == "anniversary" else label
            yield from self._labelled(head, label, value)

    def _day(self, head: str, day: str) -> str:
        """Give a partial date: 4.0 has them, elsewhere Apple's way is understood best."""
        if self._is_4 or head == "ANNIVERSARY":
            whole = len(day) in (7, 10) and day.count("-") != 1
            return f"{head}:{_basic(day) if whole else day}"
        if day.startswith("--") and len(day) == 7:
            return f"{head};X-APPLE-OMIT-YEAR={_OMITTED}:{_OMITTED}-{day[2:]}"
        return f"{head}:{day}"

    def _own(self) -> Iterator[str]:
        record = self._record
        yield _text("LANG" if self._is_4 else "X-LANG", record.language)
        yield _text("NOTE", record.notes)
        for name, day in (
            ("CONNECTED-ON", record.connected_on), ("KNOWN-SINCE", record.known_since),
            ("MET-ON", record.met_on),
        ):  # fmt: skip
            yield f"X-CRM-{name}:{day.isoformat()}" if day else ""
        yield _text("X-CRM-MET-AT", record.met_at)
        yield _text("X-CRM-CADENCE", record.cadence)

    def _rest(self) -> Iterator[str]:
        for head, _, line in self._extra:
            taken = head.name in SINGLE or head.name in ("URL", "X-SOCIALPROFILE")
            if not taken and not (head.name == "X-ABLABEL" and head.group in self._gone - {""}):
                yield line


def _says(name: str, head: Head, value: str, record: ContactRecord) -> bool:
    if name == "N":
        family, given = (*names_in(value), "", "")[:2]
        return (family, given) == (record.family_name, record.given_name)
    if name == "ORG":
        return (units_in(value) or [""])[0] == record.organisation
    if name == "BDAY":
        return partial_date(unescaped(value), head.omitted_year) == record.birthday
    if name == "UID":
        return plain_uid(one_line(value)) == record.external_id
    return one_line(value) == (record.name if name == "FN" else record.title)


def _whole(url: str) -> str:
    """Give a web address with the scheme that it is kept with."""
    return url if ":" in url else f"https://{url}"


def _text(name: str, text: str) -> str:
    return f"{name}:{escaped(text)}" if text else ""


def _listed(name: str, texts: Iterable[str]) -> Iterator[str]:
    value = ",".join(map(escaped, texts))
    if value:
        yield f"{name}:{value}"


def _basic(day: str) -> str:
    """Give 19900314 for 1990-03-14 and --0314 for --03-14."""
    return f"--{day[2:].replace('-', '')}" if day.startswith("--") else day.replace("-", "")
