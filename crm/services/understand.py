"""Turns what somebody typed into values, and a rule's refusal into an error for the user."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from crm.domain.cadence import Cadence, parse_cadence
from crm.domain.dates import PartialDate, parse_day, parse_partial_date
from crm.domain.invalid import Invalid
from crm.domain.text import refuse_unstorable
from crm.errors import WrongUsage

LONGEST_TEXT = 100_000
_LONGEST_DAY = 80
_LARGEST_ID = 2**63 - 1


@contextmanager
def understood() -> Iterator[None]:
    """Raise WrongUsage for what a rule refuses."""
    try:
        yield
    except Invalid as error:
        raise WrongUsage(error.code, **error.params) from error


def text(value: str, field: str) -> str:
    """Give the text as it can be stored: trimmed, without NUL or lone surrogates, not too long."""
    with understood():
        refuse_unstorable(value, field)
    if len(value) > LONGEST_TEXT:
        raise WrongUsage("text-too-long", field=field, most=LONGEST_TEXT)
    return value.strip()


def texts(values: tuple[str, ...] | list[str], field: str) -> list[str]:
    """Give texts as they can be stored, empty ones and repetitions left out."""
    return list(dict.fromkeys(filter(None, (text(value, field) for value in values))))


def required(value: str, field: str) -> str:
    """Give a text that may not be empty."""
    kept = text(value, field)
    if not kept:
        raise WrongUsage("empty-text", field=field)
    return kept


def row_id(key: str) -> int | None:
    """Read a folded text as the number of a row, None when it cannot be one."""
    if len(key) > len(str(_LARGEST_ID)) or not (key.isascii() and key.isdecimal()):
        return None
    return int(key) if int(key) <= _LARGEST_ID else None


def past_day(value: str, today: date) -> date:
    """Read a day that was, or today, or an explicit date to come."""
    return _day(value, today, past=True)


def day_that_was(value: str | None, today: date) -> date:
    """Read a day that was, today when nothing is said; a day to come is refused."""
    day = past_day(value, today) if value else today
    if day > today:
        raise WrongUsage("day-to-come", day=day)
    return day


def coming_day(value: str, today: date) -> date:
    """Read a day that is to come."""
    return _day(value, today, past=False)


def _day(value: str, today: date, *, past: bool) -> date:
    """Read a day in the short forms of flags, else in the words that sentences are read by."""
    try:
        return parse_day(value, today, past=past)
    except Invalid as error:
        if error.code != "bad-date":
            raise WrongUsage(error.code, **error.params) from error
        found = day_alone(value, today, past=past)
        if found is None:
            raise WrongUsage(error.code, **error.params) from error
        return found


def day_alone(value: str, today: date, *, past: bool = True) -> date | None:
    """Give the day when a text says a day and nothing else: "last friday", "el 3 de mayo"."""
    if len(value) > _LONGEST_DAY:
        return None
    from crm.domain.phrases import day_alone

    with understood():
        return day_alone(value, today, past=past)


def cadence(value: str) -> Cadence | None:
    """Read a cadence; None for "none"."""
    with understood():
        return parse_cadence(value)


def partial_date(value: str) -> PartialDate:
    """Read a date of which year, month or day may be unknown."""
    with understood():
        return parse_partial_date(value)


def one_of(value: str, known: tuple[str, ...], field: str) -> str:
    """Give a value that must be one of the known ones, whatever its case."""
    if value.lower() not in known:
        raise WrongUsage("unknown-value", field=field, value=value, known=", ".join(known))
    return value.lower()


def between(value: int | None, least: int, most: int, field: str) -> int | None:
    """Give a number that must lie between two others; None stays None."""
    if value is not None and not least <= value <= most:
        raise WrongUsage("out-of-range", field=field, value=value, least=least, most=most)
    return value
