"""How often a relation asks for a contact, and when the next one is due (rules B)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from crm.domain.dates import add_months
from crm.domain.invalid import Invalid

UNIT_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
LONGEST = {"d": 36_525, "w": 5_217, "m": 1_200, "y": 100}
"""A hundred years in every unit."""

NO_CONTACT = frozenset({"reaction", "memo"})
MOST_PEOPLE = 8

SPREAD_LEAST = 0.25
SPREAD_MORE = 0.75

LADDER_START = (1, 7)
LADDER_WITHIN_DAYS = 30
LIGHT_NUDGE_AFTER = 7
NUDGE_GAP = 3
MOST_UNANSWERED = 3


class Cadence(NamedTuple):
    """An interval of the calendar: a count of d(ays), w(eeks), m(onths) or y(ears)."""

    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody needs here
    unit: str

    @property
    def days(self) -> int:
        """Its nominal length: a week is 7 days, a month 30, a year 365."""
        return self.count * UNIT_DAYS[self.unit]

    def after(self, day: date) -> date:
        """Give the day one interval later, clamped at the end of the month and of the calendar."""
        try:
            if self.unit in ("m", "y"):
                return add_months(day, self.count * (12 if self.unit == "y" else 1))
            return day + timedelta(self.days)
        except OverflowError:
            return date.max

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"


DEFAULT_CADENCE = Cadence(3, "m")
USUAL_CADENCES = tuple(
    Cadence(*said) for said in ((2, "w"), (1, "m"), (3, "m"), (6, "m"), (1, "y"))
)


class Held(NamedTuple):
    """A qualifying contact that took place; `answered` is False when the user said "no"."""

    on: date
    side: str
    answered: bool | None = None


def parse_cadence(text: str) -> Cadence | None:
    """Read 10d, 2w, 1m or 1y, or "none" for no cadence.

    Raises `Invalid` bad-cadence, also for zero and for more than a hundred years.
    """
    word = text.strip().lower()
    if word == "none":
        return None
    amount, unit = word[:-1].rstrip(), word[-1:]
    if unit in UNIT_DAYS and amount.isascii() and amount.isdecimal() and len(amount) <= 5:
        count = int(amount)
        if 1 <= count <= LONGEST[unit]:
            return Cadence(count, unit)
    raise Invalid("bad-cadence", text=text)


def effective(own: Cadence | None, of_tags: Iterable[Cadence], default: Cadence) -> Cadence:
    """Give the cadence that rules: one's own, else the shortest of the tags', else the default."""
    return own or min(of_tags, key=lambda cadence: cadence.days, default=default)


def of_days(days: int) -> Cadence:
    """Give the cadence of so many days in the largest unit that says it exactly."""
    unit = next(unit for unit in ("y", "m", "w", "d") if days % UNIT_DAYS[unit] == 0)
    return Cadence(days // UNIT_DAYS[unit], unit)


def longer(cadence_days: int) -> Cadence:
    """Give the usual cadence that is next to one of so many days, beyond a year twice as long."""
    usual = (cadence for cadence in USUAL_CADENCES if cadence.days > cadence_days)
    return next(usual, Cadence(min(2 * cadence_days, LONGEST["d"]), "d"))


def qualifies(kind: str, participants: int, planned: bool) -> bool:
    """Tell whether an interaction resets the cadence; `participants` counts the other people."""
    return not planned and kind not in NO_CONTACT and participants <= MOST_PEOPLE


def ladder(cadence_days: int, rungs: int) -> list[int]:
    """Give the gaps in days of a relation that begins: 1, 7, then ×2.5, capped at the cadence."""
    gaps: list[int] = []
    for rung in range(rungs):
        gap = LADDER_START[rung] if rung < len(LADDER_START) else (gaps[-1] * 5 + 1) // 2
        gaps.append(min(gap, cadence_days))
    return gaps


def spread_days(uid: str, cadence: Cadence) -> int:
    """Give after how many days somebody new to the garden is due, different for every uid.

    Between a quarter of the cadence and the whole of it, by the CRC-32 of the uid.
    """
    from binascii import crc32
    from math import ceil

    return ceil(cadence.days * (SPREAD_LEAST + SPREAD_MORE * crc32(uid.encode()) / 2**32))


def unanswered(held: Iterable[Held], woken_on: date | None = None) -> int:
    """Count the outgoing contacts known to be unanswered since they last took part.

    Those before `woken_on` are forgotten; those of which nothing was said do not count.
    """
    count = 0
    for contact in sorted(held, key=_time_and_sign_of_life, reverse=True):
        if _sign_of_life(contact) or (woken_on is not None and contact.on < woken_on):
            break
        count += contact.answered is False
    return count


def is_ladder(met_on: date | None, imported: bool, first_contact_on: date) -> bool:
    """Tell whether a relation begins here: met within 30 days before the first contact logged."""
    if met_on is None or imported:
        return False
    return 0 <= (first_contact_on - met_on).days <= LADDER_WITHIN_DAYS


def due_on(
    *,
    uid: str,
    cadence: Cadence,
    joined_on: date | None,
    met_on: date | None,
    imported: bool,
    held: Sequence[Held],
    woken_on: date | None = None,
) -> date | None:
    """Give the day of the next contact, None in the address book and while resting.

    `held` are the qualifying contacts that took place, in any order.
    """
    if joined_on is None:
        return None
    if not held:
        return _later(joined_on, spread_days(uid, cadence))
    last = max(contact.on for contact in held)
    silent = unanswered(held, woken_on)
    if silent >= MOST_UNANSWERED:
        return None
    if silent:
        return Cadence(cadence.count * 2**silent, cadence.unit).after(last)
    if met_on is not None and is_ladder(met_on, imported, min(contact.on for contact in held)):
        return _due_on_ladder(cadence, met_on, last, held)
    return cadence.after(last)


def _due_on_ladder(cadence: Cadence, met_on: date, last: date, held: Sequence[Held]) -> date:
    mutual = {met_on} | {contact.on for contact in held if contact.side != "me"}
    if len(mutual) == 1:
        touches = len({contact.on for contact in held if contact.on > met_on})
        if touches == 0:
            return _later(met_on, LADDER_START[0])
        if touches == 1:
            return max(_later(met_on, LIGHT_NUDGE_AFTER), _later(last, NUDGE_GAP))
        return cadence.after(last)
    gap = ladder(cadence.days, len(mutual))[-1]
    return cadence.after(last) if gap == cadence.days else _later(last, gap)


def _sign_of_life(contact: Held) -> bool:
    return contact.side != "me" or contact.answered is True


def _time_and_sign_of_life(contact: Held) -> tuple[date, bool]:
    # Of one day nobody knows the order: a sign of life is taken for the last thing that happened.
    return contact.on, _sign_of_life(contact)


def _later(day: date, days: int) -> date:
    return Cadence(days, "d").after(day)
