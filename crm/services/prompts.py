"""The questions and first sentences that come with the program, in both languages."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).parents[1] / "data" / "prompts.tsv"


class Prompt(NamedTuple):
    """A sentence to say; `when` is new, known or any, and braces name what it needs to know."""

    id: str
    kind: str
    when: str
    en: str
    es: str

    def text(self, language: str) -> str:
        """Give the sentence in a language, English for any but es."""
        return self.es if language == "es" else self.en


@cache
def prompts() -> tuple[Prompt, ...]:
    """Give all prompts, in the order of the table."""
    rows = _TABLE.read_text(encoding="utf-8").splitlines()[1:]
    return tuple(Prompt._make(row.split("\t")) for row in rows)
