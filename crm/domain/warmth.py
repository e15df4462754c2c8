"""How much care a relation has had and when it dries (rules A).

Exponential decay of ties and effort against it (Roberts & Dunbar 2015,
10.1007/s12110-015-9242-7; Burt, Bridge Decay); time, intensity, intimacy and reciprocal services
(Granovetter 1973; Gilbert & Karahalios 2009).
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from math import fsum
from typing import NamedTuple

from crm.domain.cadence import NO_CONTACT
from crm.domain.numbers import half_up


class Kind(StrEnum):
    """What an interaction was."""

    REACTION = "reaction"
    MESSAGE = "message"
    EMAIL = "email"
    GROUP = "group"
    LETTER = "letter"
    CALL = "call"
    HELP = "help"
    INTRO = "intro"
    MEETING = "meeting"
    REFERRAL = "referral"
    PROJECT = "project"
    MEMO = "memo"


class Band(StrEnum):
    """How a relation stands."""

    SEED = "seed"
    THRIVING = "thriving"
    HEALTHY = "healthy"
    SPROUT = "sprout"
    DRY = "dry"
    FADING = "fading"
    DORMANT = "dormant"


WEIGHTS: dict[str, float] = {
    "reaction": 0.1, "message": 0.6, "email": 0.6, "group": 0.6, "letter": 0.8, "call": 1.0,
    "help": 1.2, "intro": 1.2, "meeting": 1.5, "referral": 1.5, "project": 2.0, "memo": 0.0,
}  # fmt: skip
ASKING = 0.5

NO_CADENCE_DAYS = 90
"""The cadence for contacts without one, and for the tie that matching uses."""

HALF_LIFE_CADENCES = 1.5
HALF_LIFE_PER_YEAR = 0.1
MOST_YEARS = 5.0
YEAR_DAYS = 365.25

CONTACT, RECIPROCITY, DEPTH, INITIATIVE = 50.0, 25.0, 15.0, 10.0

MOST_DEPTH = 3
ROUNDING = 0.01

THRIVING_FROM = 70.0
DRY_BELOW = 50.0
FADING_BELOW = 30.0
DORMANT_BELOW = 10.0


class Touch(NamedTuple):
    """An interaction as warmth sees it: side me, them or both; by whom; depth 0 to 3; an ask."""

    on: date
    kind: str
    side: str
    by: str | None = None
    depth: int = 0
    ask: bool = False


class Warmth(NamedTuple):
    """A score of 0 to 100, its band and its four terms, rounded to 2 decimals."""

    score: float
    band: Band
    contact: float
    reciprocity: float
    depth: float
    initiative: float


def warmth(
    touches: Iterable[Touch], as_of: date, cadence_days: int, known_since: date | None
) -> Warmth:
    """Give the warmth of a relation on a day, with its band and its terms."""
    past = [touch for touch in touches if touch.on <= as_of and touch.kind != Kind.MEMO]
    now = as_of.toordinal()
    terms = _terms(past, now, _half_life(now, cadence_days, known_since))
    total = half_up(sum(terms))
    return Warmth(total, _band(total, past, as_of, cadence_days), *map(half_up, terms))


def score(
    touches: Iterable[Touch], as_of: date, cadence_days: int, known_since: date | None
) -> float:
    """Give the score alone, as `warmth` would."""
    return _score(touches, as_of.toordinal(), cadence_days, known_since)


def dry_in_days(
    touches: Iterable[Touch], as_of: date, cadence_days: int, known_since: date | None
) -> int:
    """Give in how many days of silence the score falls below 50, planned interactions left out.

    Searched by halves, since silence never raises the score while `known_since` is not more than
    ten years after the first interaction.
    """
    past = [touch for touch in touches if touch.on <= as_of]
    now = as_of.toordinal()

    def is_dry(days: int) -> bool:
        return _score(past, now + days, cadence_days, known_since) < DRY_BELOW

    if is_dry(0):
        return 0
    wet, dry = 0, cadence_days
    while not is_dry(dry):
        wet, dry = dry, 2 * dry
    while dry - wet > 1:
        middle = (wet + dry) // 2
        if is_dry(middle):
            dry = middle
        else:
            wet = middle
    return dry


def embers(touches: Iterable[Touch], last: date, cadence_days: int) -> float | None:
    """Give what `score_bound` needs to know of the interactions, as it stood on the `last` day.

    None when one of them came later than that, which says that there is no bound.
    """
    longest = HALF_LIFE_CADENCES * cadence_days * (1.0 + HALF_LIFE_PER_YEAR * MOST_YEARS)
    glow = 0.0
    for on, kind, _side, _by, _depth, ask in touches:
        weight = WEIGHTS[kind] * (ASKING if ask else 1.0)
        if weight and on > last:
            return None
        glow += weight * 2.0 ** (-(last - on).days / longest)
    return glow


def score_bound(
    glow: float | None, last: date | None, as_of: date, cadence_days: int, known_since: date | None
) -> float:
    """Give a score that the relation does not exceed on a day, from the `embers` of its last.

    Each term of the score is bounded by the sum of all energies, and that sum decays at least as
    fast as its youngest part does at the half-life of the day.
    """
    if glow is None or last is None:
        return CONTACT + RECIPROCITY + DEPTH + INITIATIVE
    now = as_of.toordinal()
    half_life = _half_life(now, cadence_days, known_since)
    energy: float = glow * 2.0 ** (-(now - last.toordinal()) / half_life)
    shallow: float = (CONTACT + RECIPROCITY + INITIATIVE) * (1.0 - 2.0**-energy)
    deep: float = DEPTH * (1.0 - 2.0 ** (-MOST_DEPTH * energy / 2.0))
    return shallow + deep + ROUNDING


def tie_bound(
    glow: float | None,
    last: date | None,
    as_of: date,
    cadence_days: int | None,
    known_since: date | None,
    touches: int,
) -> float:
    """Give a score at `NO_CADENCE_DAYS` that the relation does not exceed, from its `embers`.

    They were kept at the person's own cadence: at a shorter one they fell faster, by Jensen's
    inequality at most so much faster as the number of `touches` allows.
    """
    if not touches and glow is None:
        return 0.0
    if glow and cadence_days and cadence_days < NO_CADENCE_DAYS:
        longest = HALF_LIFE_CADENCES * cadence_days * (1.0 + HALF_LIFE_PER_YEAR * MOST_YEARS)
        share = longest / _half_life(as_of.toordinal(), NO_CADENCE_DAYS, known_since)
        if share < 1.0:
            glow = (max(WEIGHTS.values()) * touches) ** (1.0 - share) * glow**share
    return score_bound(glow, last, as_of, NO_CADENCE_DAYS, known_since)


def _score(
    touches: Iterable[Touch], now: int, cadence_days: int, known_since: date | None
) -> float:
    return half_up(sum(_terms(touches, now, _half_life(now, cadence_days, known_since))))


def _half_life(now: int, cadence_days: int, known_since: date | None) -> float:
    half_life = HALF_LIFE_CADENCES * cadence_days
    if known_since is None:
        return half_life
    years = max(0.0, (now - known_since.toordinal()) / YEAR_DAYS)
    return half_life * (1.0 + HALF_LIFE_PER_YEAR * min(MOST_YEARS, years))


def _terms(
    touches: Iterable[Touch], now: int, half_life: float
) -> tuple[float, float, float, float]:
    strength: dict[tuple[date, str, str], float] = {}
    deep: dict[tuple[date, str, str], float] = {}
    begun: dict[tuple[date, str, str, str], float] = {}
    for on, kind, side, by, depth, ask in touches:
        age = now - on.toordinal()
        if age < 0:
            continue
        energy = WEIGHTS[kind] * 2.0 ** (-age / half_life)
        if ask:
            energy *= ASKING
        same = (on, kind, side)
        if energy > strength.get(same, 0.0):
            strength[same] = energy
        if depth and energy * depth > deep.get(same, 0.0):
            deep[same] = energy * depth
        begin = (on, kind, side, by or side)
        if energy > begun.get(begin, 0.0):
            begun[begin] = energy
    # fsum, so that the order of the interactions cannot show.
    total = fsum(strength.values())
    me = fsum([e if key[2] == "me" else e / 2 for key, e in strength.items() if key[2] != "them"])
    them = fsum([e if key[2] == "them" else e / 2 for key, e in strength.items() if key[2] != "me"])
    by_me = fsum([e for key, e in begun.items() if key[3] == "me"])
    by_them = fsum([e for key, e in begun.items() if key[3] == "them"])
    return (
        CONTACT * (1.0 - 2.0**-total),
        RECIPROCITY * (1.0 - 2.0 ** (-2.0 * min(me, them))),
        DEPTH * (1.0 - 2.0 ** (-fsum(deep.values()) / 2.0)),
        INITIATIVE * (1.0 - 2.0 ** (-2.0 * min(by_me, by_them))),
    )


def _band(total: float, past: list[Touch], as_of: date, cadence_days: int) -> Band:
    if not past:
        return Band.SEED
    if total >= THRIVING_FROM:
        return Band.THRIVING
    if total >= DRY_BELOW:
        return Band.HEALTHY
    if (as_of - min(touch.on for touch in past)).days < cadence_days:
        return Band.SPROUT
    mutual = [touch.on for touch in past if touch.side != "me" and touch.kind not in NO_CONTACT]
    if mutual and (as_of - max(mutual)).days < cadence_days:
        return Band.HEALTHY
    if total >= FADING_BELOW:
        return Band.DRY
    return Band.FADING if total >= DORMANT_BELOW else Band.DORMANT
