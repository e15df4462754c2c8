"""The small language that people are listed by: words, and filters such as tag:design or is:due.

Only what stands before a colon that is in the tables is a filter, and what follows a #; all else,
however odd, is words to be found. The words of all languages hold together, in any mix.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from crm.domain.invalid import Invalid
from crm.domain.text import fold
from crm.domain.warmth import Band

TAG, ROLE, GOAL, ORGANISATION, PLACE = "tag", "role", "goal", "organisation", "place"
BAND, DUE, BEFORE, IS = "band", "due", "before", "is"
IS_DUE, GARDEN, BOOK, ARCHIVED, NEVER = "due", "garden", "book", "archived", "never"

FILTERS = {
    "en": {
        "tag": TAG, "role": ROLE, "goal": GOAL, "org": ORGANISATION, "organisation": ORGANISATION,
        "organization": ORGANISATION, "company": ORGANISATION, "place": PLACE, "city": PLACE,
        "band": BAND, "due": DUE, "before": BEFORE, "is": IS,
    },
    "es": {
        "etiqueta": TAG, "rol": ROLE, "meta": GOAL, "objetivo": GOAL, "organización": ORGANISATION,
        "empresa": ORGANISATION, "lugar": PLACE, "ciudad": PLACE, "banda": BAND, "vence": DUE,
        "toca": DUE, "antes": BEFORE, "es": IS, "está": IS,
    },
}  # fmt: skip
"""What stands before the colon, by language."""

VALUES: dict[str, dict[str, dict[str, str]]] = {
    IS: {
        "en": {
            "due": IS_DUE, "garden": GARDEN, "book": BOOK, "archived": ARCHIVED, "never": NEVER,
        },
        "es": {
            "vence": IS_DUE, "toca": IS_DUE, "jardín": GARDEN, "libreta": BOOK, "agenda": BOOK,
            "archivo": ARCHIVED, "archivado": ARCHIVED, "archivada": ARCHIVED, "nunca": NEVER,
        },
    },
    BAND: {
        "en": {str(band): str(band) for band in Band},
        "es": {
            "semilla": Band.SEED, "floreciente": Band.THRIVING, "sana": Band.HEALTHY,
            "sano": Band.HEALTHY, "brote": Band.SPROUT, "por regar": Band.DRY,
            "seca": Band.DRY, "seco": Band.DRY, "apagándose": Band.FADING,
            "latente": Band.DORMANT,
        },
    },
}  # fmt: skip
"""What may follow the colon where only some words do, by filter and language."""

_TERM = re.compile(
    r"""(?P<minus>-?)(?:(?P<key>[^\W\d_][^\s:"“«]*):|\#(?=[^\s#]))
        (?:"(?P<straight>[^"]*)"?|“(?P<curly>[^”]*)”?|«(?P<angled>[^»]*)»?|(?P<bare>\S*))
      | \S+""",
    re.VERBOSE,
)


class Filter(NamedTuple):
    """What is looked at (one of the codes above), the value, and whether it must not hold.

    Values of `IS` and `BAND` are codes, the others as they were typed.
    """

    what: str
    value: str
    negated: bool = False


class Query(NamedTuple):
    """Words to be found in any order, and the filters that must all hold."""

    words: str
    filters: tuple[Filter, ...]


def parse(text: str) -> Query:
    """Read what somebody typed: tag:design -role:"copy writer" #sea is:due madrid.

    Raises `Invalid` filter-without-value, and unknown-value for `IS` and `BAND`.
    """
    words, filters = [], []
    for term in _TERM.finditer(text):
        found = _filter(term)
        if found is None:
            words.append(term[0])
        else:
            filters.append(found)
    return Query(" ".join(words), tuple(filters))


def _filter(term: re.Match[str]) -> Filter | None:
    key, minus = term["key"], term["minus"]
    if minus is None:
        return None
    found = _looked_up(fold(key), FILTERS) if key else (TAG, "")
    if found is None:
        return None
    what, language = found
    value = next(filter(None, term.group("straight", "curly", "angled", "bare")), "").strip()
    if not value:
        raise Invalid("filter-without-value", filter=f"{key}:" if key else "#")
    if what in VALUES:
        value = _known(what, value, language)
    return Filter(what, value, bool(minus))


def _looked_up(word: str, tables: Mapping[str, Mapping[str, str]]) -> tuple[str, str] | None:
    """Give what a folded word stands for, and in which language."""
    for language, names in tables.items():
        for name, code in names.items():
            if fold(name) == word:
                return code, language
    return None


def _known(what: str, value: str, language: str) -> str:
    if found := _looked_up(fold(value), VALUES[what]):
        return str(found[0])
    first = {code: name for name, code in reversed(VALUES[what][language].items())}
    raise Invalid(
        "unknown-value", field=what, value=value, known=", ".join(reversed(first.values()))
    )
