"""The part of a fact that can be turned: its first sentence, its clauses, nothing doubtful."""

from collections.abc import Iterator, Sequence
from unicodedata import category

from crm.domain.second_person import DELICATE, LANGUAGES, OWN, Language, language_of

MOST_CHARACTERS = 300
MOST_WORDS = 22
_NEAR = 4
_SIGNS = " -',.&/+:"
_ENDS = (". ", "; ", "! ", "? ", " (", " - ", " – ", " — ", ": ")


def is_delicate(text: str, code: str) -> bool:
    """Tell whether a fact is of the kind one does not ask about lightly."""
    words = text.lower().replace(",", " ").replace(".", " ").replace("laid off", "laid-off").split()
    return not DELICATE[code].isdisjoint(words)


def words_of(text: str, code: str, names: Sequence[str] = ()) -> list[str]:
    """Give the words of a text's first sentence, its subject left out; none of a foreign one.

    A comma is a word; `names` are those that the subject goes by.
    """
    language = language_of(code)
    if len(text) > MOST_CHARACTERS:
        return []
    text = " ".join(text.split()).replace("’", "'")
    for end in _ENDS:
        text = text.partition(end)[0]
    text = text.rstrip(".!… ")
    if text.isupper() and " " in text:
        text = text.lower()
    if not all(char.isalnum() or char in _SIGNS or category(char) == "Mn" for char in text):
        return []
    if (
        any(sign in text for sign in "€$")
        or "//" in text
        or _has_quotes(text)
        or not text[:1].isalpha()
    ):
        return []
    words = text.replace(",", " , ").split()
    words = _without_subject(words, language, names)
    if not words or len(words) > 3 * MOST_WORDS:
        return []
    return [] if _is_foreign(words, code) else words


def _has_quotes(text: str) -> bool:
    """Tell whether an apostrophe stands where none does in a word."""
    padded = f" {text} "
    for i, char in enumerate(padded):
        if char == "'" and not (
            padded[i - 1].isalnum() and (padded[i + 1].isalnum() or padded[i - 1] == "s")
        ):
            return True
    return False


def _is_foreign(words: list[str], code: str) -> bool:
    counts = {each: sum(word in OWN[each] for word in words) for each in LANGUAGES}
    return max(counts.values()) > counts[code]


def _without_subject(words: list[str], language: type[Language], names: Sequence[str]) -> list[str]:
    for name in names:
        parts = name.lower().split()
        if parts and [word.lower() for word in words[: len(parts)]] == parts:
            return words[len(parts) :]
    first = words[0].lower()
    subject, apostrophe, ending = first.partition("'")
    if apostrophe and subject in language.subjects and len(words) > 1:
        verb = {"d": "would", "ll": "will"}.get(ending, "is" if words[1].endswith("ing") else "has")
        return [verb, *words[1:]]
    if first == "they":
        return [first, *words[1:]]
    return words[1:] if first in language.subjects else words


def clauses(words: list[str], language: type[Language]) -> Iterator[list[str]]:
    """Give the coordinated clauses before the first part that cannot be turned safely."""
    clause: list[str] = []
    i = 0
    while i < len(words):
        word = words[i].lower()
        joined = word in language.joins and _has_verb_at(words, i + 1, language)
        if joined or word == "," or word in language.cuts or _ends(words, i, language):
            yield clause
            clause = []
            if word == ",":
                rest = _after_parenthesis(words, i)
                if rest is None:
                    return
                yield [*words[:i], *rest]
                return
            if not joined:
                return
        else:
            clause.append(words[i])
        i += 1
    yield clause


def _ends(words: list[str], i: int, language: type[Language]) -> bool:
    """Tell whether a phrase such as "para que", "so that" begins here."""
    return tuple(word.lower() for word in words[i : i + 2]) in language.cut_pairs


def _after_parenthesis(words: list[str], i: int) -> list[str] | None:
    """Give the words after ", top gallery," when they go on with what was before it."""
    rest = words[i + 1 :]
    if "," in rest[:4]:
        after = rest[rest.index(",") + 1 :]
        if after and after[0] in ("for", "of", "in", "para", "de", "en") and "," not in after:
            return after
    return None


def _has_verb_at(words: list[str], i: int, language: type[Language]) -> bool:
    near = [word.lower() for word in words[i : i + _NEAR]]
    if (
        not near
        or near[0] in language.negations
        or (near[0].endswith(language.verb_endings) and near[0] not in language.articles)
    ):
        return True
    return any(
        word in language.finite
        or (word in language.heads and not word.endswith(language.gerunds))
        or (n < 2 and " ".join(near[n : n + 2]) in language.heads)
        for n, word in enumerate(near)
    )
