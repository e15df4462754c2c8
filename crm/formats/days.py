"""Days as exports write them: `12 Mar 2024`, `7-Feb-22`, `05/14/23`, `2024-03-12`."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_ENGLISH = "january february march april may june july august september october november december"
_SPANISH = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
)
_MONTHS: dict[str, int] = {
    word[:length]: number
    for names in (_ENGLISH, _SPANISH)
    for number, word in enumerate(names.split(), 1)
    for length in {3, 4, len(word)}
} | {"setiembre": 9, "set": 9}
_TOKENS = re.compile(r"[^\W\d_]+|\d+")
_TIME = re.compile(r"[T ,]+\d{1,2}:\d\d.*", re.DOTALL)
_JOINERS = frozenset({"de", "del", "of"})


@lru_cache(maxsize=8192)
def read_day(text: str, day_first: bool) -> date | None:
    """Give the day that `text` names, None when it names none; a time of day is passed over.

    `day_first` decides dates such as `05/06/23`, unless one number can only be the day; with dots
    the day always comes first.
    Years of two digits are 20yy: no service that exports these dates is older.
    """
    if len(text) > 64:
        return None
    tokens = [t for t in _TOKENS.findall(_TIME.sub("", text).lower()) if t not in _JOINERS]
    if len(tokens) != 3:
        return None
    first, second, third = tokens
    if not second.isdecimal():
        day, month, year = first, _MONTHS.get(second, 0), third
    elif not first.isdecimal():
        day, month, year = second, _MONTHS.get(first, 0), third
    elif len(first) == 4:
        day, month, year = third, int(second), first
    elif int(second) > 12 or (int(first) <= 12 and not (day_first or "." in text)):
        day, month, year = second, int(first), third
    else:
        day, month, year = first, int(second), third
    if not (day.isdecimal() and year.isdecimal() and len(year) in (2, 4)):
        return None
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    except (ValueError, OverflowError):
        return None
