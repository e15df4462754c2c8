"""What is known of somebody, turned towards them: "is preparing a talk" → "you were preparing".

A module for each language of `LANGUAGES` says what its words are and how its verbs bend; the
turning itself is the same for all. What no table knows is not turned: nothing is better than a
sentence about the wrong person.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

LANGUAGES = ("en", "es")


def listed(words: str) -> frozenset[str]:
    """Give the words of a table's entry, which blanks separate."""
    return frozenset(words.split())


class Head(NamedTuple):
    """What a clause about somebody begins with, said to them.

    `shape` is what there is to ask: make, create (which can be called by what is
    made), keep, both (create or keep by what follows), seek, lack, wish, plan, gain, done, did,
    away, move, have, none.
    After "you told me" stands `told`, after "do you" or alone `plain`, after "are you still"
    `still`, before a day that was `then`, each "" where the language has no such form or, for
    `then`, where it is `told`.
    """

    shape: str
    told: str
    plain: str
    still: str = ""
    then: str = ""


class Noun(NamedTuple):
    """A noun that can stand for what one asks about, with its article where it was left out.

    `sort` is occasion, contest, process, kin or thing.
    """

    sort: str
    article: str


class Heads:
    """What clauses begin with, by their words; made when it is asked for, since verbs are many."""

    def __init__(self, make: Callable[[str], Head | None]) -> None:
        self.get = cache(make)

    def __contains__(self, words: str) -> bool:
        return self.get(words) is not None


class Language:
    """The words of a language, each in lower case as typed; a subclass says them."""

    subjects: frozenset[str]
    heads: Heads
    """Of one to five words."""
    being: Mapping[str, Callable[[str], Head]]
    """Words before a gerund, and what the two of them are for any gerund."""
    gerunds: tuple[str, ...]
    verb_endings: tuple[str, ...]
    """How a verb may end that stands after "and"."""
    not_gerunds: frozenset[str]
    modals: dict[str, str]
    """What somebody's team must do, and had to."""
    finite: frozenset[str]
    """Verbs beside `heads` that end a subject."""
    also_nouns: frozenset[str]
    """Verbs that are nouns before `noun_signs`."""
    noun_signs: frozenset[str]
    adverbs: frozenset[str]
    """What may stand before a verb, and is left out."""
    articles: frozenset[str]
    definite: dict[str, str]
    """An indefinite article and what it becomes for something spoken of before."""
    yours: str
    possessives: dict[str, str]
    others: dict[str, str]
    """Other words that point at a person, and what they become."""
    doubtful: frozenset[str]
    """Words beside which nobody can tell who is meant."""
    naming: frozenset[str]
    """What may follow after the daughter that somebody has."""
    clitics: frozenset[str]
    enclitics: tuple[tuple[str, str], ...]
    """Endings that point at a person, and what they become; "" where nobody can tell."""
    joins: frozenset[str]
    cuts: frozenset[str]
    """Words that begin a part which is left out."""
    cut_pairs: frozenset[tuple[str, str]]
    relatives: frozenset[str]
    prepositions: frozenset[str]
    """The prepositions that belong to a noun before them."""
    other_prepositions: frozenset[str]
    places_after: frozenset[str]
    """Prepositions after which a name is a place."""
    open_pairs: frozenset[tuple[str, str]]
    """Words that make a thing one of many, so that it cannot be spoken of as the one."""
    plural: frozenset[str]
    counts: frozenset[str]
    nouns: dict[str, Noun]
    noun_last: bool
    """Whether the last word before a preposition is the noun, else the first after adjectives."""
    adjectives: frozenset[str]
    people: frozenset[str]
    passing: tuple[str, ...]
    """Phrases of time that are stale the day after; # is a number."""
    day_words: frozenset[str]
    """Words that may name a day."""
    day_links: frozenset[str]
    """What stands between a clause and its day."""
    habits: frozenset[str]
    """What makes a day a habit when it stands before it."""
    negations: frozenset[str]
    contractions: tuple[tuple[str, str], ...]


OWN = {
    "en": listed(
        "the of and to with for her his their is has an on in from who that which every by at "
        "about was are will would she he they into before after until this next your my it"
    ),
    "es": listed(
        "el la los las de del y que con para por un una su sus en se al lo es está ha muy "
        "pero más desde hasta sobre entre cuando sin ya le"
    ),
}
"""Words of each language that the others have not."""
DELICATE = {
    "en": listed(
        "died dies dead death funeral cancer ill illness sick divorce divorced divorcing "
        "separated separation miscarriage miscarried laid-off fired redundancy redundant "
        "bankrupt bankruptcy depressed depression burnout grief grieving mourning surgery "
        "hospital hospitalised tumour tumor accident chemo chemotherapy widow widowed suicide "
        "rehab"
    ),
    "es": listed(
        "murió muerto muerte muerta falleció fallecido funeral entierro cáncer enfermo "
        "enferma enfermedad divorcio divorciado divorciada separado separada separación "
        "aborto despido despidieron despedido despedida paro quiebra depresión ansiedad duelo "
        "operación hospital ingresado ingresada tumor accidente quimio viudo viuda perdió "
        "perdido embargo"
    ),
}
"""Words of each language for what one does not ask about lightly."""


@cache
def language_of(code: str) -> type[Language]:
    """Give the words of a language of `LANGUAGES`."""
    found: type[Language] = import_module(f"{__name__}.{code}").LANGUAGE
    return found


def detected(text: str) -> str:
    """Give the language of a text by its small words, "" where they do not tell."""
    words = text.lower().replace(",", " ").split()
    counted = sorted((sum(w in OWN[code] for w in words), code) for code in LANGUAGES)
    return counted[-1][1] if counted[-1][0] > counted[-2][0] else ""
