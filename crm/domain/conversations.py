"""How much one listened, month by month, and how deep a conversation went (rules C).

Bands, not one target: good conversations were heard at 43:57 (Gong), and follow-up questions make
people feel listened to (Huang et al. 2017, 10.1037/pspi0000097).
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from crm.domain.numbers import half_up, mean

SHARE, QUESTIONS, FOLLOWUPS, FACTS = (40.0, 57), (20.0, 9), (20.0, 3), (20.0, 3)
"""Of each term the points, and how much of it earns them all."""
LEAST_CONVERSATIONS = 3
SHARE_SOMETHING_ABOVE = 80.0

SHARED_FROM, LISTENED_FROM = 40.0, 70.0
MONTHS_COMPARED = 3
STEADY_WITHIN = 5.0

DEEP_FROM_FACTS = 3


class Band(StrEnum):
    """How conversations went, as a whole."""

    TOLD = "told"
    SHARED = "shared"
    LISTENED = "listened"


class Trend(StrEnum):
    """How the last three months stand against the three before."""

    MORE = "more"
    STEADY = "steady"
    LESS = "less"


class Talk(NamedTuple):
    """What was recorded of a conversation; None where nothing was."""

    on: date
    share: int | None
    questions: int | None
    followups: int | None
    facts: int


class Month(NamedTuple):
    """The conversations of one month, by its first day, and their mean score."""

    first: date
    conversations: int
    score: float


class Listening(NamedTuple):
    """What several conversations come to; `share` is None where none was recorded."""

    conversations: int
    score: float
    band: Band
    share: float | None
    months: list[Month]
    trend: Trend | None

    @property
    def share_something(self) -> bool:
        """Whether one listens so much that saying something of oneself would be good too."""
        return self.share is not None and self.share > SHARE_SOMETHING_ABOVE


def depth(facts: int, promises: int) -> int:
    """Give how deep a conversation went in which so much was learned and promised."""
    if facts >= DEEP_FROM_FACTS:
        return 2
    return 1 if facts or promises else 0


def listening(
    share: int | None, questions: int | None, followups: int | None, facts: int | None
) -> float | None:
    """Give the score of a conversation, 0 to 100, from what was recorded; None for nothing."""
    recorded = (share, SHARE), (questions, QUESTIONS), (followups, FOLLOWUPS), (facts, FACTS)
    terms = [
        (points * min(1.0, value / enough), points)
        for value, (points, enough) in recorded
        if value is not None
    ]
    if not terms:
        return None
    return half_up(100.0 * sum(got for got, _ in terms) / sum(points for _, points in terms))


def listened(talks: Iterable[Talk], as_of: date) -> Listening | None:
    """Give what the conversations up to a day come to, None for fewer than three.

    Facts alone do not make a conversation one whose listening was recorded.
    """
    scored = [
        (talk, found) for talk in talks if talk.on <= as_of and (found := _score(talk)) is not None
    ]
    if len(scored) < LEAST_CONVERSATIONS:
        return None
    by_month: dict[date, list[float]] = {}
    for talk, found in sorted(scored, key=lambda pair: pair[0].on):
        by_month.setdefault(talk.on.replace(day=1), []).append(found)
    score = half_up(mean(found for _, found in scored))
    shares = [talk.share for talk, _ in scored if talk.share is not None]
    return Listening(
        conversations=len(scored),
        score=score,
        band=band(score),
        share=half_up(mean(shares)) if shares else None,
        months=[Month(first, len(all_), half_up(mean(all_))) for first, all_ in by_month.items()],
        trend=_trend(by_month, as_of),
    )


def band(score: float) -> Band:
    """Give the band of a score."""
    if score >= LISTENED_FROM:
        return Band.LISTENED
    return Band.SHARED if score >= SHARED_FROM else Band.TOLD


def _score(talk: Talk) -> float | None:
    if talk.share is None and talk.questions is None and talk.followups is None:
        return None
    return listening(talk.share, talk.questions, talk.followups, talk.facts)


def _trend(by_month: dict[date, list[float]], as_of: date) -> Trend | None:
    """Give the last three months, this one included, against the three before."""
    ages: dict[int, list[float]] = {0: [], 1: []}
    for first, scores in by_month.items():
        months = 12 * (as_of.year - first.year) + as_of.month - first.month
        ages.get(months // MONTHS_COMPARED, []).extend(scores)
    if min(map(len, ages.values())) < LEAST_CONVERSATIONS:
        return None
    change = mean(ages[0]) - mean(ages[1])
    if abs(change) < STEADY_WITHIN:
        return Trend.STEADY
    return Trend.MORE if change > 0 else Trend.LESS
