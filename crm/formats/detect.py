"""Which format a file is in, told from how it starts."""

from __future__ import annotations

import re
from typing import Literal

from crm.formats import linkedin
from crm.formats.records import FormatError
from crm.formats.vcard import reader as vcard

_OTHERS = (
    ("icalendar", re.compile(r"BEGIN:VCALENDAR", re.IGNORECASE)),
    ("json", re.compile(r'\{\s*["}]|\[\s*[\[{"\]]')),
    ("html", re.compile(r"<(!doctype|html|\?xml)", re.IGNORECASE)),
    ("friends-md", re.compile(r"### (Activities|Notes|Friends|Locations):")),
    ("linkedin-messages", re.compile(r'"?CONVERSATION ID"?,')),
    ("linkedin-invitations", re.compile(r'"?From"?,"?To"?,"?Sent At"?,')),
)


def detect(head: str) -> Literal["linkedin", "csv", "vcard"]:
    """Give the format of a file that starts with `head`; what is nothing else counts as CSV.

    Raises FormatError: empty-file, unsupported-format (format: icalendar, json, html, friends-md,
    linkedin-messages or linkedin-invitations).
    """
    start = head.lstrip("\ufeff \t\r\n")
    if not start:
        raise FormatError("empty-file")
    for name, pattern in _OTHERS:
        if pattern.match(start):
            raise FormatError("unsupported-format", format=name)
    if vcard.sniff(start):
        return "vcard"
    return "linkedin" if linkedin.sniff(head) else "csv"
