"""How long something took, in words or in digits."""

from __future__ import annotations

from typing import NamedTuple

from crm.domain.grammar.days import Spoken
from crm.domain.grammar.numbers import MOST_DIGITS, is_number, number_at
from crm.domain.grammar.tokens import Line


class Length(NamedTuple):
    """How long something took: its tokens, and the minutes."""

    start: int
    end: int
    minutes: int


def lengths(line: Line, taken: list[Spoken]) -> list[Length]:
    """Give the lengths of time that a line names outside the days that it names."""
    inside = {i for day in taken for i in range(day.start, day.end)}
    found: list[Length] = []
    i = 0
    while i < len(line):
        length = None if i in inside or line.is_sign(i) else _length_at(line, i)
        if length:
            found.append(length)
        i = length.end if length else i + 1
    return found


def _length_at(line: Line, i: int) -> Length | None:
    half = line.mark(i, "half")
    if half and half.value.startswith("alone-"):
        return Length(i, half.end, int(half.value.removeprefix("alone-")))
    if joined := _joined_length(line.key(i)):
        return Length(i, i + 1, joined)
    number = number_at(line, i)
    amount: float = number[1] if number else 1
    at = number[0] if number else i
    if number is None and (decimal := _decimal(line.key(i))):
        at, amount = i + 1, decimal
    unit = line.mark(at, "minute")
    if unit is None:
        return None
    minutes, end = amount * unit.value, unit.end
    after = line.mark(end, "half")
    if after and after.value.startswith("after-"):
        minutes, end = minutes + int(after.value.removeprefix("after-")), after.end
    elif at == i:
        return None
    if line.has(end, "ago-after", "ahead-after") or line.has(i - 1, "ago-before"):
        return None
    return Length(i, end, round(minutes)) if minutes >= 1 else None


def _joined_length(key: str) -> int:
    """Read 90min, 2h, 1h30 and 45m."""
    hours, hour, rest = key.partition("h")
    if hour and is_number(hours) and len(hours) <= 2:
        if not rest:
            return int(hours) * 60
        minutes = rest.removesuffix("min").removesuffix("m")
        return int(hours) * 60 + int(minutes) if is_number(minutes) and len(minutes) <= 2 else 0
    for ending in ("mins", "min", "m"):
        digits = key.removesuffix(ending)
        if digits != key and is_number(digits) and len(digits) <= MOST_DIGITS:
            return int(digits)
    return 0


def _decimal(key: str) -> float:
    whole, _, part = key.replace(",", ".").partition(".")
    fits = is_number(whole) and is_number(part) and len(whole) <= 2 and len(part) <= 2
    return float(f"{whole}.{part}") if fits else 0
