"""What stands before the colon of a content line: group, name, parameters, and what they mean."""

from __future__ import annotations

import re
from typing import NamedTuple

from crm.formats.vcard.regions import BINARY, LEFT_OUT

OTHER = "*"
"""The name of every property that no field of a record holds: kept as it is."""
TANGLED = "!"
"""The name of what only a slower look can read: an encoding, a charset, a quoted colon."""
PICTURE = "PICTURE"
DATED = "DATED"
TYPES = ("home", "work", "cell", "fax", "pager", "other", "main", "car", "video")
"""The words that are types of an address or number in every version."""

_KNOWN = frozenset(
    {"BEGIN", "END", "VERSION", "PRODID", "REV", "FN", "N", "ORG", "TITLE", "ROLE", "EMAIL", "TEL",
     "URL", "ADR", "CATEGORIES", "NICKNAME", "NOTE", "BDAY", "UID", "LANG", "KIND", "MEMBER",
     "X-ABLABEL", "X-SOCIALPROFILE", "X-CRM-KNOWN-SINCE", "X-CRM-MET-ON", "X-CRM-MET-AT",
     "X-CRM-CADENCE", "X-CRM-CONNECTED-ON", LEFT_OUT}
)  # fmt: skip
_SAME = {
    "X-ADDRESSBOOKSERVER-KIND": "KIND",
    "X-ADDRESSBOOKSERVER-MEMBER": "MEMBER",
    "ANNIVERSARY": DATED,
    "X-ANNIVERSARY": DATED,
    "X-MS-ANNIVERSARY": DATED,
    "X-EVOLUTION-ANNIVERSARY": DATED,
    "X-WAB-WEDDING_ANNIVERSARY": DATED,
    "X-ABDATE": DATED,
    "X-LANG": "LANG",
    **dict.fromkeys(BINARY, PICTURE),
}
_NOISE = frozenset(
    {"pref", "internet", "voice", "msg", "text", "x400", "dom", "intl", "postal", "parcel"}
)
_UTF8 = frozenset({"UTF-8", "UTF8", "US-ASCII", "ASCII"})
_PARAMETER = re.compile(r'(?:[^";]++|"[^"]*+"|")++')
_QUOTED = re.compile(r'(?:[^":]++|"[^"]*+")*+(?=:)')
_NAME = re.compile(r"(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)", re.ASCII)
_LAST_PREFERENCE = 101
_SHOWN = 80
_MOST_HEADS = 4_096
_LONGEST_KEPT = 256
_LONGEST_HEAD = 8_192


class Head(NamedTuple):
    """The part of a line before its colon.

    `name` is that of the property in capitals, or of the sort it is of; `label` are its types;
    `preference` is 1 for the first, 101 for none; `text` is the head as 3.0 and 4.0 write it.
    """

    name: str
    group: str = ""
    label: str = ""
    preference: int = _LAST_PREFERENCE
    omitted_year: str = ""
    is_text: bool = False
    text: str = ""


def split_line(line: str) -> tuple[str, str]:
    """Give the head and the value of a content line; a quoted colon belongs to the head."""
    head, _, value = line.partition(":")
    if head.count('"') % 2 and (match := _QUOTED.match(line)):
        head = match[0]
        value = line[len(head) + 1 :]
    return head, value


class Heads(dict[str, Head]):
    """Heads by how they are written, each taken apart once: a file has few different ones."""

    def __missing__(self, written: str) -> Head:
        head = _head(written)
        if len(written) <= _LONGEST_KEPT:
            if len(self) >= _MOST_HEADS:
                self.clear()
            self[written] = head
        return head


def _head(written: str) -> Head:
    if len(written) > _LONGEST_HEAD or written.count('"') % 2:
        return Head(TANGLED, text=written[:_SHOWN])
    first, *parameters = _PARAMETER.findall(written) or [""]
    match = _NAME.fullmatch(first.strip())
    if match is None:
        return Head(TANGLED, text=written[:_SHOWN])
    written_name = match["name"].upper()
    name = _SAME.get(written_name, written_name)
    if name not in _KNOWN and name not in (DATED, PICTURE):
        name = OTHER
    group = (match["group"] or "").lower()
    if not parameters:
        label = "anniversary" if name == DATED and written_name != "X-ABDATE" else ""
        return Head(name, group, label, text=first.strip())
    return _with_parameters(Head(name, group), first.strip(), written_name, parameters)


def _with_parameters(head: Head, first: str, name: str, parameters: list[str]) -> Head:
    types: list[str] = []
    kept = [first]
    preference, omitted, is_text = _LAST_PREFERENCE, "", False
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        key, bare = key.strip().upper(), value.strip().strip('"')
        if key == "QUOTED-PRINTABLE" or (key == "ENCODING" and bare.upper() == "QUOTED-PRINTABLE"):
            return Head(TANGLED)
        if key == "CHARSET":
            if bare.upper() not in _UTF8:
                return Head(TANGLED)
            continue
        if key == "PREF" and bare.isascii() and bare.isdecimal() and len(bare) < 4:
            preference = int(bare)
        elif key == "TYPE" or not equals:
            words = [word.strip().lower() for word in (bare if equals else key).split(",")]
            preference = 1 if "pref" in words else preference
            types += [w for w in words if w in TYPES or (equals and w and w not in _NOISE)]
        elif key == "X-APPLE-OMIT-YEAR":
            omitted = bare
        elif key == "VALUE":
            is_text = bare.lower() == "text"
        elif key == "ENCODING" and bare.upper() == "BASE64":
            parameter = "ENCODING=b"
        kept.append(parameter if equals else _full(key, parameter))
    label = " ".join(dict.fromkeys(types))
    if head.name == DATED:
        label = "anniversary" if name != "X-ABDATE" else ""
    text = ";".join(kept)
    return Head(head.name, head.group, label, preference, omitted, is_text, text)


def _full(key: str, parameter: str) -> str:
    """Give a bare parameter of 2.1 with its name."""
    if key in ("BASE64", "B"):
        return "ENCODING=b"
    return f"VALUE={parameter}" if key in ("URL", "CID", "INLINE") else f"TYPE={parameter}"
