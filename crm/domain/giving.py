"""How much of being in touch is asking, when to ask, and what a referral still wants (rules D)."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from crm.domain.dates import add_months

LEAST_CONTACTS = 3
ONLY_WHEN_NEEDED_FROM = (1, 2)
WATCH_ABOVE = (1, 3)
MONTHS_COUNTED = 12

WARM_FROM = 30.0
LEAST_SINCE_ASK = 2
LEAST_TO_JUDGE = 2
SILENT_CADENCES = 2

REPORT_WITHIN_DAYS = 7

NEWS_WITHIN_DAYS = 45
WORK_WITHIN_DAYS = 60
DREAM_WITHIN_DAYS = 730
TOGETHER_WITHIN_DAYS = 365
AGAIN_AFTER_DAYS = 30


class AskBalance(StrEnum):
    """How often the user asks for something when getting in touch."""

    ONLY_WHEN_NEEDED = "only-when-needed"
    WATCH = "watch"
    BALANCED = "balanced"
    NOT_ENOUGH_DATA = "not-enough-data"


class Step(StrEnum):
    """What a referral that the user was given still wants."""

    THANK = "thank"
    REPORT = "report"


class Favour(StrEnum):
    """What could be given in five minutes, the most telling first."""

    INTRODUCTION = "introduction"
    NEWS = "news"
    MINE = "mine"
    REVIEW = "review"
    RECOMMEND = "recommend"
    SHARE = "share"
    ADVICE = "advice"


_GIVEN_AS = {
    Favour.INTRODUCTION: "introduction",
    Favour.REVIEW: "feedback",
    Favour.SHARE: "information",
    Favour.RECOMMEND: "recommendation",
}


class Contact(NamedTuple):
    """A held contact as this rule sees it: its side, who began it, and whether it asked."""

    on: date
    side: str
    begun_by: str | None
    ask: bool

    @property
    def begun_by_them(self) -> bool:
        """Whether they began it; a one-sided one was begun by its side unless said otherwise."""
        return (self.begun_by or self.side) == "them"


class Asking(NamedTuple):
    """The last 12 months with a person: contacts they did not begin, and asks among them.

    `asks_after_silence` are the days of asks that came after two cadences of silence.
    """

    asks: int
    contacts: int
    state: AskBalance
    asks_after_silence: list[date]


class BeforeAsk(NamedTuple):
    """What speaks for writing first without asking, on the day of an ask.

    `since_ask` counts the contacts without an ask after the last one; None, nothing was asked yet.
    """

    score: float
    contacts: int
    since_ask: int | None
    silent_days: int
    is_warm: bool
    is_spaced: bool
    is_silent: bool

    @property
    def says_nothing(self) -> bool:
        """Whether there are too few contacts to say anything."""
        return self.contacts < LEAST_TO_JUDGE

    @property
    def write_first(self) -> bool:
        """Whether writing first without asking is worth a thought."""
        speaks = not (self.is_warm and self.is_spaced) or self.is_silent
        return speaks and not self.says_nothing


def ask_balance(asks: int, contacts: int) -> AskBalance:
    """Give the state for so many asks among so many contacts that they did not begin."""
    if contacts < LEAST_CONTACTS:
        return AskBalance.NOT_ENOUGH_DATA
    # In whole numbers, so that a third is a third.
    one, of = ONLY_WHEN_NEEDED_FROM
    if of * asks >= one * contacts:
        return AskBalance.ONLY_WHEN_NEEDED
    one, of = WATCH_ABOVE
    return AskBalance.WATCH if of * asks > one * contacts else AskBalance.BALANCED


def asking(contacts: Iterable[Contact], cadence_days: int, as_of: date) -> Asking:
    """Give how much was asked of a person in the 12 months up to a day."""
    past = [contact for contact in contacts if contact.on <= as_of]
    since = counted_since(as_of)
    own = [one for one in past if one.on > since and not one.begun_by_them]
    asks = sum(one.ask for one in own)
    days = sorted({one.on for one in past})
    gap = {day: (day - before).days for before, day in pairwise(days)}
    silent = [
        day
        for day in sorted({one.on for one in own if one.ask})
        if day in gap and is_silence(gap[day], cadence_days)
    ]
    return Asking(asks, len(own), ask_balance(asks, len(own)), silent)


def is_silence(days: int, cadence_days: int) -> bool:
    """Tell whether so many days without contact are two cadences of silence."""
    return days >= SILENT_CADENCES * cadence_days


def before_ask(
    contacts: Sequence[Contact], score: float, cadence_days: int, as_of: date
) -> BeforeAsk:
    """Give what the contacts, in the order they happened, say of asking on a day.

    `score` is the warmth of the relation. With a single contact or none it says nothing.
    """
    past = [one for one in contacts if one.on <= as_of]
    last_ask = max((at for at, one in enumerate(past) if one.ask), default=None)
    since_ask = None if last_ask is None else len(past) - 1 - last_ask
    silent_days = (as_of - max((one.on for one in past), default=as_of)).days
    return BeforeAsk(
        score=score,
        contacts=len(past),
        since_ask=since_ask,
        silent_days=silent_days,
        is_warm=score >= WARM_FROM,
        is_spaced=(len(past) if since_ask is None else since_ask) >= LEAST_SINCE_ASK,
        is_silent=is_silence(silent_days, cadence_days),
    )


def next_step(
    *,
    thanked_on: date | None,
    has_outcome: bool,
    reported_on: date | None,
    given_on: date,
    as_of: date,
) -> Step | None:
    """Give what a referral to the user still wants: thanks, then word of how it went.

    That is wanted once there is an outcome, and after a week in any case.
    """
    if thanked_on is None:
        return Step.THANK
    is_time = has_outcome or (as_of - given_on).days >= REPORT_WITHIN_DAYS
    return Step.REPORT if is_time and reported_on is None else None


def favour_of(kind: str, learned_on: date, last_word: date | None, as_of: date) -> Favour | None:
    """Give what a fact of this kind suggests: a word on news, a look at work, a find for a dream.

    News that the user has been in touch since (their `last_word`) are no news.
    """
    days = (as_of - learned_on).days
    if kind == "news" and days <= NEWS_WITHIN_DAYS:
        return None if last_word and last_word > learned_on else Favour.NEWS
    if kind == "work" and days <= WORK_WITHIN_DAYS:
        return Favour.REVIEW
    return Favour.SHARE if kind == "dream" and days <= DREAM_WITHIN_DAYS else None


def given_as(favour: Favour) -> str:
    """Give the kind of what was given when a favour is done."""
    return _GIVEN_AS.get(favour, "help")


def is_given(favour: Favour, given: Iterable[tuple[str, date]], as_of: date) -> bool:
    """Tell whether a favour was done lately, from the kinds and days of what was given.

    A recommendation is written once.
    """
    kind = _GIVEN_AS.get(favour)
    return any(
        kind == one and (favour == Favour.RECOMMEND or (as_of - on).days < AGAIN_AFTER_DAYS)
        for one, on in given
    )


def counted_since(as_of: date) -> date:
    """Give the day before the 12 months that are counted."""
    try:
        return add_months(as_of, -MONTHS_COUNTED)
    except OverflowError:
        return date.min
