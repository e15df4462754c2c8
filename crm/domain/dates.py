"""Calendar dates: partial ones, the ways people write them, workdays and months."""

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from crm.domain.invalid import Invalid
from crm.domain.text import fold

FEBRUARY_28 = "02-28"
MARCH_1 = "03-01"
"""How 29 February is observed in a common year."""

WORKDAYS_A_WEEK = 5
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MOST_DIGITS = 7  # no amount or year of more digits leads to a date
_DAY_WORDS = {
    "today": 0, "hoy": 0, "yesterday": -1, "ayer": -1, "anteayer": -2,
    "tomorrow": 1, "manana": 1,
}  # fmt: skip
_WEEKDAYS = (
    ("monday", "lunes"), ("tuesday", "martes"), ("wednesday", "miercoles"), ("thursday", "jueves"),
    ("friday", "viernes"), ("saturday", "sabado"), ("sunday", "domingo"),
)  # fmt: skip
_WEEKDAY_WORDS = {
    word: number
    for number, names in enumerate(_WEEKDAYS)
    for name in names
    for word in (name, name[:3])
}


class PartialDate(NamedTuple):
    """A date of which only some parts may be known; made by `parse_partial_date`."""

    year: int | None
    month: int | None
    day: int | None

    @property
    def precision(self) -> str:
        """The code of what is known: day, month-day, month, year-month or year."""
        if self.day is not None:
            return "month-day" if self.year is None else "day"
        if self.month is not None:
            return "month" if self.year is None else "year-month"
        return "year"

    def isoformat(self) -> str:
        """Give 1990-03-14, --03-14, --03, 1990-03 or 1990 (ISO 8601-1:2000, as vCard uses it)."""
        parts = ["-" if self.year is None else f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def observed_in(self, year: int, leap_day: str) -> date | None:
        """Give the day it is kept in a year, None when no day is known.

        `leap_day`, 02-28 or 03-01, is where 29 February goes in a common year.
        """
        if self.month is None or self.day is None:
            return None
        if (self.month, self.day) == (2, 29) and not _is_leap(year):
            return date(year, 2, 28) if leap_day == FEBRUARY_28 else date(year, 3, 1)
        return date(year, self.month, self.day)

    def next_on_or_after(self, today: date, leap_day: str) -> date | None:
        """Give the next day it is kept, today included; None when no day is known."""
        this_year = self.observed_in(today.year, leap_day)
        if this_year is None or this_year >= today:
            return this_year
        return self.observed_in(today.year + 1, leap_day) if today.year < MAXYEAR else None

    def age_on(self, day: date, leap_day: str = MARCH_1) -> int | None:
        """Give the years completed by a day, None without a year or a day, or before the date."""
        observed = self.observed_in(day.year, leap_day)
        if self.year is None or observed is None:
            return None
        age = day.year - self.year - (day < observed)
        return age if age >= 0 else None


def parse_partial_date(text: str) -> PartialDate:
    """Read 1990-03-14, 19900314, 1990-03, 1990, --03-14, --0314 or --03.

    Raises `Invalid` bad-partial-date, also for days that no calendar has.
    """
    body = text.strip()
    yearless = body.startswith("--")
    parts = body[2:].split("-") if yearless else body.split("-")
    sizes = tuple(map(len, parts))
    if sizes == (8,) and not yearless:
        parts = [body[:4], body[4:6], body[6:]]
    elif sizes == (4,) and yearless:
        parts = [body[2:4], body[4:]]
    elif sizes not in (((2, 2), (2,)) if yearless else ((4, 2, 2), (4, 2), (4,))):
        raise Invalid("bad-partial-date", text=text)
    if not all(map(_is_number, parts)):
        raise Invalid("bad-partial-date", text=text)
    known: list[int | None] = [int(part) for part in parts]
    year, month, day = [*([None] if yearless else []), *known, None, None][:3]
    try:
        # 2000 is a leap year: without a year 29 February may be meant.
        date(
            2000 if year is None else year,
            1 if month is None else month,
            1 if day is None else day,
        )
    except ValueError as error:
        raise Invalid("bad-partial-date", text=text) from error
    return PartialDate(year, month, day)


def parse_day(text: str, today: date, past: bool) -> date:
    """Read a day as people type it, in English or Spanish, relative to today.

    YYYY-MM-DD, D/M/YYYY, today, ayer, mañana, 3d 2w 1m 1y (counted back when `past`), and names
    of weekdays (the latest one when `past`, else the next one; today is both). Raises `Invalid`
    bad-date or date-out-of-range.
    """
    word = fold(text)
    try:
        day = _spoken_day(word, today, past) or _written_day(word)
    except OverflowError as error:
        raise Invalid("date-out-of-range", text=text) from error
    except ValueError as error:
        raise Invalid("bad-date", text=text) from error
    if day is None:
        raise Invalid("bad-date", text=text)
    return day


def add_months(day: date, months: int) -> date:
    """Give the same day some months later or earlier, clamped at the end of the month.

    Raises OverflowError outside the years 1 to 9999, as adding days does.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError("date value out of range")
    last = 29 if month == 1 and _is_leap(year) else _MONTH_DAYS[month]
    return date(year, month + 1, min(day.day, last))


def days_before(day: date, days: int) -> date:
    """Give the day so many days earlier, the first of all where no calendar goes that far back."""
    return date.fromordinal(max(1, day.toordinal() - days))


def is_workday(day: date, days_off: frozenset[date]) -> bool:
    """Tell whether a day is from Monday to Friday and not a day off."""
    return day.weekday() < WORKDAYS_A_WEEK and day not in days_off


def workdays_between(start: date, end: date, days_off: frozenset[date]) -> int:
    """Count the workdays after start up to and including end, 0 when end is not after start."""
    if end <= start:
        return 0
    weeks, rest = divmod((end - start).days, 7)
    weekday = start.weekday()
    odd = sum((weekday + n) % 7 < WORKDAYS_A_WEEK for n in range(1, rest + 1))
    off = sum(start < day <= end and day.weekday() < WORKDAYS_A_WEEK for day in days_off)
    return weeks * WORKDAYS_A_WEEK + odd - off


def _spoken_day(word: str, today: date, past: bool) -> date | None:
    if word in _DAY_WORDS:
        return today + timedelta(_DAY_WORDS[word])
    if word in _WEEKDAY_WORDS:
        ahead = (_WEEKDAY_WORDS[word] - today.weekday()) % 7
        return today + timedelta(ahead - 7 if past and ahead else ahead)
    amount, unit = word[:-1], word[-1:]
    if unit not in _STEPS or not _is_number(amount):
        return None
    if len(amount) > _MOST_DIGITS:
        raise OverflowError("date value out of range")
    return _STEPS[unit](today, -int(amount) if past else int(amount))


def _written_day(word: str) -> date | None:
    parts = word.split("/")[::-1] if "/" in word else word.split("-")
    if len(parts) != 3 or not all(map(_is_number, parts)) or len(parts[0]) < 4:
        return None
    sizes = (1, 2) if "/" in word else (2,)
    if len(parts[1]) not in sizes or len(parts[2]) not in sizes:
        return None
    if len(parts[0]) > 4 or parts[0] == "0000":
        raise OverflowError("date value out of range")
    return date(*map(int, parts))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


_STEPS: dict[str, Callable[[date, int], date]] = {
    "d": lambda day, n: day + timedelta(n),
    "w": lambda day, n: day + timedelta(7 * n),
    "m": add_months,
    "y": lambda day, n: add_months(day, 12 * n),
}
