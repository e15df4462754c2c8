"""The values of vCard properties: escapes, structured values, partial dates."""

from __future__ import annotations

import re
from datetime import date

from crm.domain.dates import parse_partial_date
from crm.domain.invalid import Invalid
from crm.formats.days import read_day

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_UP_TO = {
    separator: re.compile(rf"(?:[^\\{separator}]++|\\.?+)*+", re.DOTALL) for separator in ",;"
}
_YEAR = re.compile(r"\d{4}")


def unescaped(value: str) -> str:
    r"""Give a text value as it is meant: `\n` is a line break, `\,` a comma, `\:` a colon."""
    return _ESCAPED.sub(_meant, value) if "\\" in value else value


def _meant(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


def escaped(text: str) -> str:
    """Give a text so that it is one line and one part of a structured value."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    return text.replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")


def parts_of(value: str, separator: str) -> list[str]:
    """Give the parts of a structured value (";") or a list (","), still escaped."""
    if "\\" not in value:
        return value.split(separator)
    parts: list[str] = []
    at = 0
    while True:
        match = _UP_TO[separator].match(value, at)
        parts.append(match[0] if match else "")
        at = match.end() if match else at
        if at >= len(value):
            return parts
        at += 1


def one_line(value: str) -> str:
    """Give a text that is a line at most, such as a name."""
    return " ".join(unescaped(value).split()) if "\\" in value else value.strip()


def names_in(value: str) -> list[str]:
    """Give the parts of a structured name: family, given, additional, before and after it."""
    if "\\" not in value and "," not in value:
        return [part.strip() for part in value.split(";")]
    return [
        " ".join(filter(None, map(one_line, parts_of(part, ",")))) for part in parts_of(value, ";")
    ]


def units_in(value: str) -> list[str]:
    """Give an organisation and its units."""
    return [unit for unit in map(one_line, parts_of(value, ";")) if unit]


def partial_date(value: str, omitted_year: str = "") -> str:
    """Give the ISO text of a date of which parts may be missing, "" when it is none.

    A time of day is passed over; `omitted_year` is the one that stands for no year.
    """
    day = value.strip()
    if len(day) > 64:
        return ""
    if len(day) == 10 and day[4] == day[7] == "-" and not omitted_year:
        return day if _is_day(day) else ""
    if omitted_year and day.startswith(omitted_year):
        day = "--" + day[len(omitted_year) :].lstrip("-")
    try:
        return parse_partial_date(day.partition("T")[0]).isoformat()
    except Invalid:
        pass
    # A year of two digits leaves the century open, so that it is refused.
    found = read_day(day, day_first=True) if _YEAR.search(day) else None
    return found.isoformat() if found else ""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def plain_uid(value: str) -> str:
    """Give a UID without the scheme that 4.0 puts before it."""
    return value[9:] if value[:9].lower() == "urn:uuid:" else value
