"""Words and noun phrases turned towards a person: his talk → your talk, a talk → the talk."""

from itertools import pairwise

from crm.domain.second_person import Language, Noun

_LONGEST_TOPIC = 10
_LONGEST_RELATIVE = 6
_SUBJECTS = frozenset({"he", "she"})
_BE = {"is": "are", "was": "were", "has": "have", "'s": "are"}
_MODALS = frozenset({"can", "could", "will", "would", "must", "should", "might", "had", "did"})


def toward(
    words: list[str], language: type[Language], *, before: str = "", is_promise: bool = False
) -> list[str] | None:
    """Give words as said to the person they are about, None when nobody can tell who is meant.

    `before` is the word they stand after; in a promise "her" and "him" are that person too.
    """
    said: list[str] = []
    i = 0
    while i < len(words):
        word, small = words[i], words[i].lower()
        following = words[i + 1].lower() if i + 1 < len(words) else ""
        if small in language.relatives and _is_of_one(words, i, language):
            return _without_bare(said, language)
        if small in language.possessives:
            is_object = small == "her" and not _is_owner(following, language)
            if _is_somebody_else_near([before, *words[:i]], language):
                return None
            if is_object and not is_promise:
                return None
            said.append("you" if is_object else language.possessives[small])
        elif small == "him" and is_promise:
            said.append("you")
        elif small in language.others:
            said.append(language.others[small])
        elif small in _SUBJECTS and language.noun_last:
            verb = _verb_of_you(following, language)
            if verb is None or _is_somebody_else_near([before, *words[:i]], language):
                return None
            said += ["you", verb]
            i += 1
        elif small in language.doubtful:
            if not (said and said[-1] in language.relatives):
                return None
            said.append(word)
        else:
            turned = _enclitic(word, language)
            if turned is None:
                return None
            said.append(turned)
        i += 1
    return said


def _is_owner(following: str, language: type[Language]) -> bool:
    if not following or not following[0].isalpha():
        return False
    return not (
        following in language.prepositions
        or following in language.other_prepositions
        or following in language.articles
        or following in language.counts
        or following in language.joins
        or following in language.possessives
    )


def _is_somebody_else_near(before: list[str], language: type[Language]) -> bool:
    """Tell whether a possessive may belong to somebody named before it."""
    for i, word in enumerate(before):
        if not word:
            continue
        if word.lower() in language.people:
            return True
        placed = i > 0 and before[i - 1].lower() in language.places_after
        named = word[0].isupper() and not placed and not (i and before[i - 1][:1].isupper())
        if named and word.lower() not in language.day_words:
            return True
    return False


def _verb_of_you(verb: str, language: type[Language]) -> str | None:
    if verb in _BE:
        return _BE[verb]
    if verb in _MODALS:
        return verb
    head = language.heads.get(verb)
    if head is None or " " in verb:
        return None
    return head.plain if head.plain and " " not in head.plain else None


def _is_of_one(words: list[str], i: int, language: type[Language]) -> bool:
    """Tell whether a relative clause has a verb that may be the person's own (Spanish)."""
    if language.noun_last or i == 0:
        return False
    if words[i - 1].lower() == "alguien":
        return False
    after = [word.lower() for word in words[i + 1 :]]
    while after and after[0] in language.clitics:
        after = after[1:]
    return not (after and after[0].endswith("n") and after[0] != "con")


def _without_bare(said: list[str], language: type[Language]) -> list[str] | None:
    """Leave out "para gente" of what stood before a relative clause that was left out."""
    if len(said) > 2 and said[-2].lower() in language.prepositions | language.other_prepositions:
        said = said[:-2]
    return said or None


def _enclitic(word: str, language: type[Language]) -> str | None:
    """Give "mandarte" for "mandarle", "moverte" for "moverse"; None where it cannot be told."""
    small = word.lower()
    for ending, becomes in language.enclitics:
        if small.endswith(ending) and len(small) > len(ending) + 1:
            return word[: -len(ending)] + becomes if becomes else None
    return word


def topic_of(said: list[str], language: type[Language]) -> str:
    """Give words as something already spoken of, "" when they are not that."""
    if not said:
        return ""
    first = said[0].lower()
    if first in language.definite:
        said = [language.definite[first], *said[1:]]
    elif first in language.counts and language.noun_last:
        said = ["the", *said]
    elif first in language.articles or first in language.possessives.values():
        said = [first, *said[1:]]
    else:
        return ""
    whole = _closed(_without_relative(said, language), language)
    return whole or _closed(_without_relative(said, language, longest=0), language)


def _closed(said: list[str], language: type[Language]) -> str:
    small = [word.lower() for word in said]
    pairs = set(pairwise(small))
    if not 2 <= len(said) <= _LONGEST_TOPIC or pairs & language.open_pairs:
        return ""
    if not language.habits.isdisjoint(small[1:]):
        return ""
    if any(word in language.other_prepositions or word.endswith("'s") for word in small):
        return ""
    if any(a == "in" and not b[0].isupper() for a, b in zip(small, said[1:], strict=False)):
        return ""
    return " ".join(said)


def _without_relative(
    said: list[str], language: type[Language], longest: int = _LONGEST_RELATIVE
) -> list[str]:
    for i, word in enumerate(said):
        if i and word.lower() in language.relatives:
            if len(said) - i <= longest and len(said) <= _LONGEST_TOPIC:
                return said
            kept = said[:i]
            return (_without_bare(kept, language) or kept) if not language.noun_last else kept
    return said


def is_number(word: str, language: type[Language]) -> bool:
    """Tell whether a word counts."""
    return word.isdecimal() or word.lower() in language.counts


def is_determined(words: list[str], language: type[Language]) -> bool:
    """Tell whether words begin with an article or a possessive."""
    first = words[0].lower()
    return (
        first in language.definite
        or first in language.articles
        or first in language.possessives
        or first in language.possessives.values()
    )


def is_plural(words: list[str], language: type[Language]) -> bool:
    """Tell whether a noun phrase is a plural."""
    if not words:
        return False
    if words[0] in language.plural or any(word in language.counts for word in words[:2]):
        return True
    if not language.noun_last:
        return False
    last = words[_noun_end(words, language) - 1]
    return (last.endswith("s") and not last.endswith(("ss", "us", "is"))) or last == "children"


def noun_at(words: list[str], language: type[Language]) -> int | None:
    """Give where the noun of a phrase stands that the table knows."""
    if not words:
        return None
    if language.noun_last:
        at = _noun_end(words, language) - 1
        return at if at >= 0 and words[at].lower() in language.nouns else None
    for i, word in enumerate(words[:4]):
        small = word.lower()
        if small in language.nouns:
            return i
        if not (
            small in language.articles
            or small in language.definite
            or small in language.possessives
            or small in language.possessives.values()
            or small in language.adjectives
            or small in language.counts
        ):
            return None
    return None


def owned(words: list[str], language: type[Language]) -> str:
    """Give a noun phrase as theirs: a daughter → your daughter."""
    rest = words[1:] if is_determined(words, language) else words
    plural = words[-1].lower().endswith("s") and not language.noun_last
    return " ".join(["tus" if plural else language.yours, *rest])


def with_article(words: list[str], noun: Noun, language: type[Language]) -> list[str]:
    """Give a noun phrase that had no article with one."""
    if noun.sort == "kin":
        return owned(words, language).split()
    small = words[0].lower()
    known = small in language.adjectives or small in language.nouns
    return [noun.article, small if known else words[0], *words[1:]]


def _noun_end(words: list[str], language: type[Language]) -> int:
    for i, word in enumerate(words):
        if i and word.lower() in language.prepositions | language.other_prepositions:
            return i
        if i and word.lower() in language.relatives:
            return i
    return len(words)
