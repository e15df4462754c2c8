"""What to look up, ask and say before a meeting: the gaps first, another question each time."""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple, TypeVar

FACTS = ("work", "interest", "life", "dream", "news")
ASKED_BY = {
    "need": "give", "dream": "dreams", "work": "occupation", "interest": "recreation",
    "life": "family",
}  # fmt: skip
"""The kind of prompt that may bring to light what is not known."""
AT_FIRST = ("work", "interest", "life", "dream", "need")
LATER = ("need", "dream", "work", "interest", "life")
MOST_PROMPTS = 3
ENOUGH_CHATS = 5
"""After so many conversations, knowing nothing of what somebody is after is worth a word."""

_Value = TypeVar("_Value")


class Held(NamedTuple):
    """What is held of a person, by its codes: facts, needs, interests, birthday, place."""

    facts: Container[str]
    has_needs: bool
    has_interests: bool
    has_birthday: bool
    has_place: bool


def unknown(held: Held) -> list[str]:
    """Give the codes of what nothing is known of, what matters most to a talk first."""
    known = {
        "need": held.has_needs,
        "dream": "dream" in held.facts,
        "work": "work" in held.facts,
        "interest": held.has_interests or "interest" in held.facts,
        "life": "life" in held.facts,
        "place": held.has_place,
        "birthday": held.has_birthday,
    }
    return [code for code, is_known in known.items() if not is_known]


def is_after_unknown(gaps: Container[str], chats: int) -> bool:
    """Tell whether there were enough conversations, and neither needs nor dreams are known."""
    return chats >= ENOUGH_CHATS and "need" in gaps and "dream" in gaps


def kinds_to_ask(gaps: Container[str], first_time: bool, turn: int) -> list[str]:
    """Give the kinds of prompts to use, those for what is not known first.

    From one `turn` to the next another kind comes first; a first talk begins with work.
    """
    order = AT_FIRST if first_time else LATER
    missing = [ASKED_BY[code] for code in order if code in gaps]
    rest = [ASKED_BY[code] for code in order if code not in gaps]
    if not first_time:
        missing = _turned(missing, turn)
        rest = _turned([*rest, "collaborate"], turn)
    return missing + rest


def picked(
    by_kind: Mapping[str, Sequence[_Value]],
    kinds: Sequence[str],
    turn: int,
    most: int = MOST_PROMPTS,
) -> list[_Value]:
    """Give one of each kind in turn, then a second of each, until there are `most`."""
    found: list[_Value] = []
    # Once round the kinds, all go one further, or a kind would always come with the same value.
    start = turn + (turn // len(kinds) if len(kinds) > 1 else 0)
    turned = [_turned(by_kind.get(kind, ()), start) for kind in kinds]
    for position in range(max(map(len, turned), default=0)):
        found += [values[position] for values in turned if position < len(values)]
    return found[:most]


def newest_of_each(kinds: Sequence[str], most: int) -> list[int]:
    """Give the positions to show of facts that come newest first, in the order of the kinds.

    The newest of each kind, then the newest of those left.
    """
    first = [kinds.index(kind) for kind in FACTS if kind in kinds]
    rest = [position for position in range(len(kinds)) if position not in first]
    chosen = (first + rest)[:most]
    return sorted(chosen, key=lambda position: (FACTS.index(kinds[position]), position))


def _turned(values: Sequence[_Value], turn: int) -> list[_Value]:
    start = turn % len(values) if values else 0
    return [*values[start:], *values[:start]]
