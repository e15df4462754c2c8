"""Which roles complement each other, how well and why: what comes with the program, then yours."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crm.domain.text import fold
from crm.store.reads import matching as reads

if TYPE_CHECKING:
    from sqlite3 import Connection

_TABLE = Path(__file__).parents[1] / "data" / "pairs.tsv"


class Pair(NamedTuple):
    """How well two roles go together (0 to 3) and why, in both languages; `own` is the user's."""

    strength: int
    why_en: str
    why_es: str
    own: bool = False

    def why(self, language: str) -> str:
        """Give the reason in a language, English for any but es."""
        return self.why_es if language == "es" else self.why_en


class Best(NamedTuple):
    """The strongest pair of roles of two people; strength 0 and no roles where there is none."""

    strength: int
    role_a: str
    role_b: str


_NONE = Pair(0, "", "")


class Pairs:
    """All pairs that hold for the user, whichever role is named first."""

    def __init__(self, own: Iterable[reads.OwnPair] = ()) -> None:
        self._own: dict[tuple[str, str], Pair] = {}
        for role_a, role_b, strength, why in own:
            come = _come_with().get(_key(role_a, role_b), _NONE)
            pair = Pair(strength, why or come.why_en, why or come.why_es, own=True)
            self._own[_key(role_a, role_b)] = pair

    def pair(self, a: str, b: str) -> Pair:
        """Give the pair of two roles, one of strength 0 where nobody named any."""
        key = _key(a, b)
        return self._own.get(key) or _come_with().get(key, _NONE)

    def strength(self, a: str, b: str) -> int:
        """Give how well two roles go together, 0 for not at all, as for a role with itself."""
        return self.pair(a, b).strength

    def why(self, a: str, b: str, language: str) -> str:
        """Give why two roles go together; "one" and "the other" in it are in no order."""
        return self.pair(a, b).why(language)

    def partners(self, role: str) -> dict[str, Pair]:
        """Give the roles that go with a role, the strongest first, then by slug."""
        key = fold(role)
        found = {**_come_with(), **self._own}
        mine = [
            (b if a == key else a, pair)
            for (a, b), pair in found.items()
            if key in (a, b) and pair.strength
        ]
        return dict(sorted(mine, key=lambda item: (-item[1].strength, item[0])))

    def best(self, roles_a: Iterable[str], roles_b: Iterable[str]) -> Best:
        """Give the strongest pair of a role of one and a role of the other."""
        others = list(roles_b)
        found = [
            Best(strength, a, b)
            for a in roles_a
            for b in others
            if (strength := self.strength(a, b))
        ]
        return max(found, key=lambda best: best.strength, default=Best(0, "", ""))


def pairs(connection: "Connection") -> Pairs:
    """Give all pairs: where the user added or judged one, theirs."""
    return Pairs(reads.own_pairs(connection))


@cache
def _come_with() -> dict[tuple[str, str], Pair]:
    rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:])
    return {_key(a, b): Pair(int(strength), en, es) for a, b, strength, en, es in rows}


def _key(a: str, b: str) -> tuple[str, str]:
    a, b = fold(a), fold(b)
    return (a, b) if a <= b else (b, a)
