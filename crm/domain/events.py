"""Events: what one goes for, by when to follow up, and what came of it (rules H)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from crm.domain.agenda import is_within_workdays
from crm.domain.dates import is_workday
from crm.domain.invalid import Invalid
from crm.domain.text import fold

MOST_AIMS = 3
LARGEST_TARGET = 99
LARGEST_COUNT = 9_999
FOLLOW_UP_WORKDAYS = 2
SECOND_TOUCH_DAYS = 30
ACTIVE_DAYS = 90
ATTRIBUTED_DAYS = 90
"""Help given and introductions made so long after the last day count for the event."""

_NUMBER_WORDS = {
    "two": 2, "dos": 2, "three": 3, "tres": 3, "four": 4, "cuatro": 4, "five": 5, "cinco": 5,
    "six": 6, "seis": 6, "seven": 7, "siete": 7, "eight": 8, "ocho": 8, "nine": 9, "nueve": 9,
    "ten": 10, "diez": 10, "dozen": 12, "docena": 12,
}  # fmt: skip


class Touch(NamedTuple):
    """A contact after a meeting; `took_part` when it came from them, or they answered."""

    on: date
    took_part: bool


class Meeting(NamedTuple):
    """Somebody met at an event on a day, and the contacts there were after it.

    `counts` for those kept, and those undecided; not for somebody let go or known before.
    """

    on: date
    counts: bool
    has_fact: bool
    touches: Sequence[Touch] = ()


class Stance(StrEnum):
    """What is to be decided about somebody met, when an event closes.

    Those known before are not asked about, nor those already kept or let go by what was done.
    """

    ASK = "ask"
    KEPT = "kept"
    LET_GO = "let-go"
    KNOWN = "known"


class Phase(StrEnum):
    """How far an event is, in the order in which a list shows them."""

    NOW = "now"
    TO_CLOSE = "to-close"
    COMING = "coming"
    CLOSED = "closed"


class Share(NamedTuple):
    """How many of how many."""

    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody needs here
    of: int

    @property
    def percent(self) -> int | None:
        """The share in percent, None of nothing."""
        return round(100 * self.count / self.of) if self.of else None


class Yield(NamedTuple):
    """What came of an event; the first three are shares of those kept, or not decided yet."""

    followed_up: Share
    second_touch: Share
    active: Share
    with_fact: Share
    aims: Share
    helps: int
    introductions: int


def days(starts_on: date, ends_on: date | None) -> tuple[date, date]:
    """Give the first and the last day, the same one when no last day was said.

    Raises `Invalid` event-ends-before for an end before the start.
    """
    last = ends_on or starts_on
    if last < starts_on:
        raise Invalid("event-ends-before", start=starts_on, end=last)
    return starts_on, last


def phase(starts_on: date, ends_on: date, closed_on: date | None, today: date) -> Phase:
    """Give how far an event is on a day."""
    if closed_on is not None:
        return Phase.CLOSED
    if today < starts_on:
        return Phase.COMING
    return Phase.NOW if today <= ends_on else Phase.TO_CLOSE


def target(aim: str) -> int:
    """Give how many an aim is about: the first small number said in it, else one."""
    for word in fold(aim).split():
        bare = word.strip(".,;:!?()")
        if bare.isascii() and bare.isdecimal() and 0 < int(bare[:9]) <= LARGEST_TARGET:
            return int(bare[:9])
        if bare in _NUMBER_WORDS:
            return _NUMBER_WORDS[bare]
    return 1


def distance(starts_on: date, ends_on: date, today: date) -> tuple[int, bool]:
    """Give how far an event is from today, for the nearest to come first: of two, that to come."""
    if starts_on > today:
        return (starts_on - today).days, False
    return max(0, (today - ends_on).days), True


def met_day(starts_on: date, ends_on: date, today: date, said: date | None = None) -> date:
    """Give the day somebody was met: as said, else today or, afterwards, the last day.

    Raises `Invalid` event-to-come before its first day, day-outside-event for another day.
    """
    if today < starts_on:
        raise Invalid("event-to-come", start=starts_on)
    day = said or min(today, ends_on)
    if not starts_on <= day <= min(today, ends_on):
        raise Invalid("day-outside-event", day=day, start=starts_on, end=ends_on)
    return day


def follow_up_by(met_on: date, days_off: frozenset[date]) -> date:
    """Give the second workday after a meeting."""
    day, workdays = met_on, 0
    while workdays < FOLLOW_UP_WORKDAYS and day < date.max:
        day += timedelta(1)
        workdays += is_workday(day, days_off)
    return day


def stance(
    *,
    met_here: bool,
    garden_since: date | None,
    starts_on: date,
    has_cadence: bool = False,
    woken_on: date | None = None,
    is_committed: bool = False,
) -> Stance:
    """Give what is to be decided about somebody met; `met_here` when it was for the first time.

    A cadence of their own or of a tag, a commitment to them, or being planted since the event
    began says that they are kept.
    """
    if garden_since is None:
        return Stance.LET_GO
    planted = woken_on is not None and woken_on >= starts_on
    if garden_since < starts_on or has_cadence or planted or is_committed:
        return Stance.KEPT if met_here else Stance.KNOWN
    return Stance.ASK


def is_followed_up(meeting: Meeting, days_off: frozenset[date]) -> bool:
    """Tell whether there was a contact by the end of the second workday after the meeting."""
    return any(
        touch.on >= meeting.on and is_within_workdays(meeting.on, touch.on, days_off)
        for touch in meeting.touches
    )


def has_second_touch(meeting: Meeting) -> bool:
    """Tell whether they took part in another contact within thirty days of the meeting."""
    return any(
        touch.took_part and 0 <= (touch.on - meeting.on).days <= SECOND_TOUCH_DAYS
        for touch in meeting.touches
    )


def is_active(meeting: Meeting, today: date) -> bool:
    """Tell whether there was a contact in the last ninety days."""
    return any(0 <= (today - touch.on).days <= ACTIVE_DAYS for touch in meeting.touches)


def yielded(
    meetings: Iterable[Meeting],
    aims: Iterable[tuple[int, int]],
    today: date,
    days_off: frozenset[date],
    *,
    helps: int = 0,
    introductions: int = 0,
) -> Yield:
    """Give what came of an event, of which `aims` are pairs of reached and target."""
    met = list(meetings)
    kept = [meeting for meeting in met if meeting.counts]
    wanted = list(aims)
    return Yield(
        followed_up=Share(sum(is_followed_up(m, days_off) for m in kept), len(kept)),
        second_touch=Share(sum(map(has_second_touch, kept)), len(kept)),
        active=Share(sum(is_active(m, today) for m in kept), len(kept)),
        with_fact=Share(sum(m.has_fact for m in met), len(met)),
        aims=Share(sum(reached >= target for reached, target in wanted), len(wanted)),
        helps=helps,
        introductions=introductions,
    )
