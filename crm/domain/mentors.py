"""Mentors: how independent one grows, what a loop of guidance lacks, who could be one (rules G).

The phases are those of Kram (1983); one may go back to an earlier one.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from crm.domain.cadence import LONGEST, Cadence
from crm.domain.dates import days_before
from crm.domain.numbers import half_up


class Phase(StrEnum):
    """Where a mentorship stands, in the usual order."""

    INITIATION = "initiation"
    CULTIVATION = "cultivation"
    SEPARATION = "separation"
    REDEFINITION = "redefinition"


LEAST_LEVEL, MOST_LEVEL = 0, 4
POINTS_A_LEVEL = 25.0
WHEELS_OFF_LEVEL = 3
WHEELS_OFF_CASES = 3
RESULT_AFTER_DAYS = 14
END_SOON_DAYS = 14
SUGGEST_WITHIN_DAYS = 30
REPLY_WITHIN_DAYS = 14
YEAR_DAYS = 365

ADVICE_POINTS, ADVICE_ENOUGH = 30.0, 3
YEARS_POINTS, YEARS_ENOUGH = 25.0, 10.0
GOAL_POINTS = 20.0
GOAL_SHARE = {"primary": 1.0, "secondary": 0.7, "tertiary": 0.4}
WARMTH_POINTS = 15.0
REPLY_POINTS = 10.0
SUGGEST_FROM = 60.0


def independence(levels: Sequence[float]) -> float | None:
    """Give 0 to 100 for levels of 0 (shown) to 4 (alone), None when there is none.

    Of a topic, take its `last_cases`; of a mentorship, the mean level of each topic.
    """
    return half_up(POINTS_A_LEVEL * sum(levels) / len(levels)) if levels else None


def last_cases(levels: Sequence[int]) -> Sequence[int]:
    """Give the levels by which a topic is judged, of all its cases, the newest last."""
    return levels[-WHEELS_OFF_CASES:]


def is_wheels_off(levels: Sequence[int]) -> bool:
    """Tell whether the last cases of a topic, the newest last, went almost alone."""
    last = last_cases(levels)
    return len(last) == WHEELS_OFF_CASES and min(last) >= WHEELS_OFF_LEVEL


def is_redefinition_due(phase: str, topics: Sequence[Sequence[int]]) -> bool:
    """Tell whether the last cases of every topic went almost alone, in a phase that can end so."""
    is_open = phase not in (Phase.INITIATION, Phase.REDEFINITION)
    return is_open and bool(topics) and all(map(is_wheels_off, topics))


def longer(cadence: Cadence) -> Cadence:
    """Give the rhythm half as long again, in the same unit where it comes out whole."""
    count, unit = cadence
    if count * 3 % 2 == 0:
        return Cadence(min(count * 3 // 2, LONGEST[unit]), unit)
    if unit == "y":
        return Cadence(min(count * 18, LONGEST["m"]), "m")
    days = (cadence.days * 3 + 1) // 2
    return Cadence(min(days, LONGEST["d"]), "d")


def waits_for_result(day: date, as_of: date) -> bool:
    """Tell whether guidance without a result is old enough to ask what came of it."""
    return (as_of - day).days >= RESULT_AFTER_DAYS


def overlap(
    starts_on: date, until_on: date | None, other_starts_on: date, other_until_on: date | None
) -> bool:
    """Tell whether two agreements share a day; None is without an end."""
    return starts_on <= (other_until_on or date.max) and other_starts_on <= (until_on or date.max)


def years_ahead(mine: date | None, theirs: date | None) -> float | None:
    """Give how many years longer they have worked than I, None unless both are known.

    Negative when I have worked longer.
    """
    if mine is None or theirs is None:
        return None
    return half_up(((mine.year - theirs.year) * 12 + mine.month - theirs.month) / 12, 1)


class Written(NamedTuple):
    """A message that went out; `answered` is what the user said of it, None for nothing."""

    on: date
    answered: bool | None


def reply_rate(
    written: Iterable[Written], heard_on: Sequence[date], as_of: date
) -> tuple[int, int] | None:
    """Give how many of the last year's messages were answered in time, and of how many.

    `heard_on` are the days on which they took part. None without a message; one of the last two
    weeks that may still be answered is left out.
    """
    answered = outgoing = 0
    for message in written:
        days = (as_of - message.on).days
        if not 0 <= days < YEAR_DAYS:
            continue
        until = message.on + timedelta(min(REPLY_WITHIN_DAYS, days))
        heard = any(message.on <= on <= until for on in heard_on)
        if message.answered or (message.answered is None and heard):
            answered += 1
        elif message.answered is None and days < REPLY_WITHIN_DAYS:
            continue
        outgoing += 1
    return (answered, outgoing) if outgoing else None


class Candidacy(NamedTuple):
    """How well somebody would do as a mentor; the terms in points, None where not known.

    Where a term is not known, `score` is what the others come to of their own most.
    """

    score: float
    advice: float
    years_ahead: float | None
    goal: float
    warmth: float
    reply_rate: float | None

    @property
    def unknown(self) -> list[str]:
        """The terms that are not known and dropped out."""
        return [name for name, points in self._asdict().items() if points is None]


MOST_POINTS = {
    "advice": ADVICE_POINTS,
    "years_ahead": YEARS_POINTS,
    "goal": GOAL_POINTS,
    "warmth": WARMTH_POINTS,
    "reply_rate": REPLY_POINTS,
}


def candidacy(
    *,
    advice: int,
    years_ahead: float | None,
    goal: str | None,
    warmth: float,
    reply_rate: float | None,
) -> Candidacy:
    """Give how well somebody would do as a mentor.

    `advice` is how often they advised, `goal` the rank of the best goal they serve, `warmth` 0 to
    100 and `reply_rate` 0 to 1.
    """
    years = None if years_ahead is None else max(0.0, min(years_ahead, YEARS_ENOUGH))
    points = {
        "advice": ADVICE_POINTS * min(1.0, advice / ADVICE_ENOUGH),
        "years_ahead": None if years is None else YEARS_POINTS * years / YEARS_ENOUGH,
        "goal": GOAL_POINTS * (GOAL_SHARE[goal] if goal else 0.0),
        "warmth": WARMTH_POINTS * warmth / 100.0,
        "reply_rate": None if reply_rate is None else REPLY_POINTS * reply_rate,
    }
    known = {name: value for name, value in points.items() if value is not None}
    score = 100.0 * sum(known.values()) / sum(MOST_POINTS[name] for name in known)
    shown = {n: None if value is None else half_up(value) for n, value in points.items()}
    return Candidacy(score=half_up(score), **shown)  # type: ignore[arg-type]


class Nudge(NamedTuple):
    """Something a mentorship suggests: a code and what its sentence needs."""

    code: str
    params: dict[str, object]


class TopicState(NamedTuple):
    """A topic, the levels of its cases, the newest last, and the day of that one."""

    name: str
    levels: Sequence[int]
    last_on: date | None


class Loop(NamedTuple):
    """A piece of guidance as its loop stands."""

    id: int
    day: date
    has_result: bool
    is_reported: bool


def nudges(
    *,
    phase: str,
    rhythm: Cadence | None,
    until_on: date | None,
    topics: Sequence[TopicState],
    loops: Iterable[Loop],
    as_of: date,
) -> list[Nudge]:
    """Give what a mentorship suggests: results to tell or find out, a longer rhythm, its end."""
    found = []
    for loop in loops:
        if loop.has_result and not loop.is_reported:
            found.append(Nudge("report-back", {"id": loop.id}))
        elif not loop.has_result and waits_for_result(loop.day, as_of):
            found.append(Nudge("no-result", {"id": loop.id, "days": (as_of - loop.day).days}))
    # A longer rhythm is suggested while the last case is news, not for ever after.
    lately = days_before(as_of, SUGGEST_WITHIN_DAYS)
    news = [topic for topic in topics if topic.last_on and topic.last_on >= lately]
    off = [topic.name for topic in news if is_wheels_off(topic.levels)]
    if off:
        then = str(longer(rhythm)) if rhythm else None
        found.append(Nudge("wheels-off", {"topics": off, "cadence": then}))
    if is_redefinition_due(phase, [topic.levels for topic in topics]):
        found.append(Nudge("redefine", {}))
    if until_on is not None and (until_on - as_of).days <= END_SOON_DAYS:
        found.append(Nudge("time-over" if until_on < as_of else "ends-soon", {"until": until_on}))
    return found
