"""The words that logs are read by: one table per language, all of them read at once.

A table is `PHRASES`: category → value → phrases, folded as `domain.text.fold` folds and with
blanks where `tokens` cuts. Adding a language is adding a module with such a table to `LANGUAGES`.

The value of a kind says what an interaction was, how the phrase shows who began it (noun: by what
follows, verb: by its subject, me, them, us, past: nobody, platform: as a noun), and how sure that
is, 1 or 2; groups and notes to self are surest. A loose-weekday needs a preposition before it, a
clock is a time that looks like a day, no-promise and no-ask stand after what then is none.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

LANGUAGES = ("en", "es")

Table = dict[str, dict[Any, str]]


class Phrase(NamedTuple):
    """A phrase of a table: its words, its category, and what it stands for."""

    words: tuple[str, ...]
    category: str
    value: Any


@cache
def lexicon() -> dict[str, list[Phrase]]:
    """Give the phrases of all languages by their first word, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for language in LANGUAGES:
        table: Table = import_module(f"{__name__}.{language}").PHRASES
        for category, values in table.items():
            for value, listed in values.items():
                for phrase in listed.split(","):
                    words = tuple(phrase.split())
                    found.setdefault(words[0], []).append(Phrase(words, category, value))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase.words))
    return found
