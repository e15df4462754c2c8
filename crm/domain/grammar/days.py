"""The days that a line names, in words or in digits."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from crm.domain.dates import add_months
from crm.domain.grammar.numbers import MOST_DIGITS, is_number, number_at
from crm.domain.grammar.tokens import Line
from crm.domain.invalid import Invalid

When = Callable[[date, bool], date]
Found = tuple[int, When] | None

_ORDINALS = ("st", "nd", "rd", "th", "o", "a")
_NO_DAY = frozenset({"24/7", "50/50", "1/2", "3/4"})
_SATURDAY = 5
_FRIDAY = 4
_LEAP_YEARS = 8


class Spoken(NamedTuple):
    """A day that a line names: its tokens, and which day that is for today, past or to come."""

    start: int
    end: int
    text: str
    when: When
    full: bool = False

    def day(self, today: date, *, past: bool) -> date:
        """Give the day; raises `Invalid` date-out-of-range."""
        try:
            return self.when(today, past)
        except OverflowError as error:
            raise Invalid("date-out-of-range", text=self.text) from error


def days(line: Line) -> list[Spoken]:
    """Give the days that a line names, in order; raises `Invalid` bad-date for 31/02/2026."""
    found: list[Spoken] = []
    i = 0
    while i < len(line):
        clock = line.mark(i, "clock")
        best = _day_at(line, i)
        if best is None or (clock and clock.end > best.end):
            i = clock.end if clock else i + 1
            continue
        if found and best.full and not found[-1].full and _linked(line, found[-1].end, i):
            best = best._replace(start=found.pop().start)
        found.append(best)
        i = best.end
    return found


def _day_at(line: Line, i: int) -> Spoken | None:
    best: Spoken | None = None
    if line.is_sign(i):
        return None
    for matcher in _MATCHERS:
        match = matcher(line, i)
        if match and (best is None or match[0] > best.end):
            best = Spoken(i, match[0], line.slice(i, match[0]), match[1], matcher in _FULL)
    return best


def _linked(line: Line, start: int, end: int) -> bool:
    """Tell whether only "," "the" "el día" stand between a weekday and a date."""
    return all(line.key(i) == "," or line.has(i, "date-link") for i in range(start, end))


def _word(line: Line, i: int) -> Found:
    mark = line.mark(i, "day")
    return (mark.end, _shifted(mark.value, "d")) if mark else None


def _weekday(line: Line, i: int) -> Found:
    turn = line.mark(i, "turn")
    at = turn.end if turn else i
    named = line.mark(at, "weekday") or (
        line.mark(at, "loose-weekday") if turn or line.has(i - 1, "due") else None
    )
    if named is None:
        return _week_first(line, i)
    number, end = named.value, named.end
    if turn is None:
        week = _week_after(line, end)
        if week:
            return week[0], _in_week(number, week[1])
        if after := line.mark(end, "turn-after"):
            turn, end = after, after.end
    if turn is None:
        return end, lambda today, past: _bare_weekday(number, today, past)
    return end, _turned(number, turn.value)


def _week_first(line: Line, i: int) -> Found:
    """Read "next week on Monday", else "last week" as the same weekday of that week."""
    week = line.mark(i, "week")
    if week is None:
        return None
    at = week.end
    while line.has(at, "date-link") and at < week.end + 2:
        at += 1
    if named := line.mark(at, "weekday"):
        return named.end, _in_week(named.value, week.value)
    if week.value:
        return week.end, _shifted(7 * week.value, "d")
    return week.end, lambda today, past: today if past else today + timedelta(6 - today.weekday())


def _week_after(line: Line, i: int) -> tuple[int, int] | None:
    at = i
    while line.has(at, "date-link") and at < i + 2:
        at += 1
    week = line.mark(at, "week")
    return (week.end, week.value) if week else None


def _turn_of_unit(line: Line, i: int) -> Found:
    """Read "last month", "el mes que viene", "this year", and weekends."""
    turn = line.mark(i, "turn")
    at = turn.end if turn else i
    weekend = line.mark(at, "weekend")
    unit = line.mark(at, "unit")
    named = weekend or unit
    if named is None:
        return None
    end = named.end
    if turn is None and (after := line.mark(end, "turn-after")):
        turn, end = after, after.end
    if weekend:
        if turn is None:
            return end, lambda today, past: _bare_weekday(_SATURDAY, today, past)
        return end, _turned(_SATURDAY, turn.value)
    if turn is None or unit is None or not turn.value or unit.value not in ("m", "y"):
        return None
    return end, _shifted(turn.value, unit.value)


def _end_of(line: Line, i: int) -> Found:
    mark = line.mark(i, "end-of")
    if mark is None:
        return None
    return mark.end, {"week": _week_end, "month": _month_end, "year": _year_end}[mark.value]


def _week_end(today: date, past: bool) -> date:
    friday = today + timedelta(_FRIDAY - today.weekday())
    return friday - timedelta(7) if past and friday > today else max(friday, today)


def _month_end(today: date, past: bool) -> date:
    end = today.replace(day=monthrange(today.year, today.month)[1])
    return today.replace(day=1) - timedelta(1) if past and end > today else end


def _year_end(today: date, past: bool) -> date:
    end = today.replace(month=12, day=31)
    return end.replace(year=today.year - 1) if past and end > today else end


def _ago(line: Line, i: int) -> Found:
    """Read "two weeks ago", "hace un par de días"."""
    before = line.mark(i, "ago-before")
    amount = _amount(line, before.end if before else i)
    if amount is None:
        return None
    end, number, unit = amount
    after = line.mark(end, "ago-after")
    if not before and not after:
        return None
    return (after.end if after else end), _shifted(-number, unit)


def _ahead(line: Line, i: int) -> Found:
    """Read "in three days", "dentro de un mes", "two weeks from now"."""
    before = line.mark(i, "ahead-before")
    amount = _amount(line, before.end if before else i)
    if amount is None:
        return None
    end, number, unit = amount
    after = line.mark(end, "ahead-after")
    if not before and not after:
        return None
    return (after.end if after else end), _shifted(number, unit)


def _compact(line: Line, i: int) -> Found:
    """Read 3d and 2w: past in a log, future elsewhere."""
    amount = _short_amount(line.key(i))
    if amount is None:
        return None
    number, unit = amount
    return i + 1, lambda today, past: _shifted(-number if past else number, unit)(today, past)


def _amount(line: Line, i: int) -> tuple[int, int, str] | None:
    if about := line.mark(i, "about"):
        i = about.end
    short = _short_amount(line.key(i))
    if short:
        return i + 1, *short
    number = number_at(line, i)
    if number is None:
        return None
    unit = line.mark(number[0], "unit")
    return (unit.end, number[1], unit.value) if unit else None


def _short_amount(key: str) -> tuple[int, str] | None:
    digits, unit = key[:-1], key[-1:]
    if unit not in ("d", "w") or not is_number(digits) or len(digits) > MOST_DIGITS:
        return None
    return int(digits), unit


def _digits(line: Line, i: int) -> Found:
    """Read 2026-11-14, 31/10/2026, 31-10-26 and 14/11, the day first."""
    key = line.key(i)
    sign = next((sign for sign in "/-." if sign in key), "")
    parts = key.split(sign) if sign else []
    if len(parts) not in (2, 3) or not all(map(is_number, parts)) or max(map(len, parts)) > 4:
        return None
    sizes = tuple(map(len, parts))
    if len(parts) == 2:
        if sign != "/" or key in _NO_DAY or max(sizes) > 2:
            return None
        return _yearless(i + 1, int(parts[0]), int(parts[1]))
    if sizes[0] == 4 and sign == "-":
        year, month, day = map(int, parts)
    elif max(sizes[:2]) <= 2 and sizes[2] in (2, 4):
        day, month, year = map(int, parts)
        year += 2000 if sizes[2] == 2 else 0
    else:
        return None
    try:
        that = date(year, month, day)
    except ValueError as error:
        if 4 not in sizes:
            return None
        raise Invalid("bad-date", text=key) from error
    return i + 1, lambda _today, _past: that


def _day_of_month(line: Line, i: int) -> Found:
    """Read "14 Nov", "14 de noviembre de 2026", "November 14, 2026", "tres de mayo"."""
    if month := line.mark(i, "month"):
        day = _ordinal(line.key(month.end))
        if day is None or line.has(month.end + 1, "unit", "minute"):
            return None
        end = month.end + 1
    else:
        number = number_at(line, i)
        day = _ordinal(line.key(i)) or (number[1] if number else None)
        if day is None or day > 31:
            return None
        at = number[0] if number else i + 1
        while line.has(at, "date-link") and at < i + 4:
            at += 1
        month = line.mark(at, "month")
        if month is None:
            return None
        end = month.end
    year = _year(line, end)
    if year is None:
        return _yearless(end, day, month.value)
    try:
        that = date(year[1], month.value, day)
    except ValueError as error:
        raise Invalid("bad-date", text=line.slice(i, year[0])) from error
    return year[0], lambda _today, _past: that


def _year(line: Line, i: int) -> tuple[int, int] | None:
    at = i + 1 if line.key(i) == "," or line.has(i, "date-link") else i
    key = line.key(at)
    if len(key) == 4 and is_number(key) and key[:2] in ("19", "20"):
        return at + 1, int(key)
    return None


def _the_day(line: Line, i: int) -> Found:
    """Read "the 14th", "el 14", "el día 14"."""
    article = line.mark(i, "date-article")
    if article is None or _day_of_month(line, article.end):
        return None
    key, end = line.key(article.end), article.end + 1
    day = _ordinal(key)
    if day is None or (article.value == "ordinal") == is_number(key):
        return None
    if not (
        end >= len(line) or not line.tokens[end].is_word or line.has(end, "preposition", "weak")
    ):
        return None
    return end, lambda today, past: _same_number(day, today, past)


def _same_number(day: int, today: date, past: bool) -> date:
    step = -1 if past else 1
    first = today.replace(day=1)
    for months in range(3):
        month = add_months(first, step * months)
        if day <= monthrange(month.year, month.month)[1]:
            that = month.replace(day=day)
            if that == today or (that < today) == past:
                return that
    raise OverflowError("date value out of range")


def _ordinal(key: str) -> int | None:
    for ending in _ORDINALS:
        if key.endswith(ending) and is_number(key[: -len(ending)]):
            key = key[: -len(ending)]
            break
    return int(key) if is_number(key) and len(key) <= 2 and 1 <= int(key) <= 31 else None


def _yearless(end: int, day: int, month: int) -> Found:
    """Read a day of a month: the nearest one in what happened, the next one else."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(2000, month)[1]:
        return None
    return end, lambda today, past: _nearest(day, month, today, past)


def _nearest(day: int, month: int, today: date, past: bool) -> date:
    years = range(
        max(MINYEAR, today.year - _LEAP_YEARS), min(MAXYEAR, today.year + _LEAP_YEARS) + 1
    )
    possible = [date(y, month, day) for y in years if day <= monthrange(y, month)[1]]
    if past:
        return min(possible, key=lambda that: abs((that - today).days))
    coming = [that for that in possible if that >= today]
    if not coming:
        raise OverflowError("date value out of range")
    return coming[0]


def _shifted(number: int, unit: str) -> When:
    if unit in ("m", "y"):
        return lambda today, _past: add_months(today, number * (12 if unit == "y" else 1))
    size = {"d": 1, "w": 7, "fortnight": 14}[unit]
    return lambda today, _past: today + timedelta(number * size)


def _bare_weekday(number: int, today: date, past: bool) -> date:
    ahead = (number - today.weekday()) % 7
    return today + timedelta(ahead - 7 if past and ahead else ahead)


def _turned(number: int, turn: int) -> When:
    """Give last X strictly before today, next X strictly after, this X in the week of today."""
    if turn < 0:
        return lambda today, _past: today - timedelta((today.weekday() - number - 1) % 7 + 1)
    if turn > 0:
        return lambda today, _past: today + timedelta((number - today.weekday() - 1) % 7 + 1)
    return _in_week(number, 0)


def _in_week(number: int, weeks: int) -> When:
    return lambda today, _past: today + timedelta(7 * weeks + number - today.weekday())


_FULL = (_digits, _day_of_month, _the_day)
_MATCHERS = (_word, _weekday, _turn_of_unit, _end_of, _ago, _ahead, _compact, *_FULL)
