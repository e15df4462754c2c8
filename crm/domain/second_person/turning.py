"""The turning itself: a fact in the third person becomes clauses and topics said to its person."""

from collections.abc import Sequence
from typing import NamedTuple

from crm.domain.second_person import Head, Language, language_of
from crm.domain.second_person.sentences import MOST_WORDS, clauses, words_of
from crm.domain.second_person.words import (
    is_determined,
    is_number,
    is_plural,
    noun_at,
    owned,
    topic_of,
    toward,
    with_article,
)

_LONGEST_HEAD = 5
_LONGEST_SUBJECT = 8
_WITH_TOPIC = frozenset({"create", "gain"})
_TOWARDS = frozenset({"to", "for", "with", "a", "para", "con"})


class Turned(NamedTuple):
    """A fact turned towards its person; a part is "" where it has none.

    `shape` is that of `Head`, or kin, thing, occasion, contest or process for a mere topic.
    `told` follows "you told me", `plain` "do you", `still` "are you still"; `topic` is what can be
    asked about, and whether it is a plural; `event` is its sort where that takes a day;
    `then` stands before a day that was, `soon` before one to come.
    """

    shape: str
    told: str = ""
    plain: str = ""
    still: str = ""
    topic: str = ""
    is_plural: bool = False
    event: str = ""
    then: str = ""
    soon: str = ""


def turned(text: str, code: str, names: Sequence[str] = ()) -> list[Turned]:
    """Give what a fact in the language `code` can become, best first; nothing when in doubt.

    `names` are those its person goes by.
    """
    language = language_of(code)
    words = words_of(text, code, names)
    if not words:
        return []
    found = []
    for n, clause in enumerate(clauses(words, language)):
        if one := _turn(clause, language, is_first=n == 0):
            found.append(one)
    return sorted(found, key=lambda one: _GOODNESS.get(one.shape, 1))


_GOODNESS = {"keep": 2, "done": 3}


def _turn(clause: list[str], language: type[Language], *, is_first: bool) -> Turned | None:
    clause = _timeless(clause, language)
    while clause and clause[0].lower() in language.adverbs:
        clause = clause[1:]
    if not clause or len(clause) > MOST_WORDS:
        return None
    small = [word.lower() for word in clause]
    if not language.negations.isdisjoint(small):
        return None
    for length in range(min(_LONGEST_HEAD, len(clause)), 0, -1):
        phrase = " ".join(small[:length])
        head = language.heads.get(phrase) or _gerund(small[:length], language)
        if head and not (length == 1 and _is_noun(small, language)):
            return _with_head(head, phrase, clause[length:], language)
    return _with_noun(clause, language) if is_first else None


def _gerund(words: list[str], language: type[Language]) -> Head | None:
    """Give the head for "is upcycling": a verb no table has, in a form that shows it is one."""
    if len(words) != 2 or words[0] not in language.being:
        return None
    if not words[1].endswith(language.gerunds) or words[1] in language.not_gerunds:
        return None
    return language.being[words[0]](words[1])


def _is_noun(small: list[str], language: type[Language]) -> bool:
    if language.gerunds == ("ing",) and small[0] == "keeps" and small[1:2]:
        return small[1].endswith("ing")
    if small[0] not in language.also_nouns:
        return False
    return len(small) == 1 or small[1] in language.noun_signs or small[1] in language.day_words


def _timeless(clause: list[str], language: type[Language]) -> list[str]:
    """Leave out what time it was, where it is said in words that are stale the day after."""
    small = ["#" if is_number(word, language) else word.lower() for word in clause]
    for phrase in language.passing:
        parts = phrase.split()
        for i in range(len(small) - len(parts), 0, -1):
            after = small[i + len(parts) : i + len(parts) + 1]
            if small[i : i + len(parts)] == parts and (
                not after or after[0] in language.prepositions | language.other_prepositions
            ):
                del small[i : i + len(parts)], clause[i : i + len(parts)]
                return _timeless(clause, language)
    loose = language.prepositions | language.other_prepositions | language.joins
    while clause and clause[-1].lower() in loose:
        clause = clause[:-1]
    return clause


def _with_head(head: Head, phrase: str, rest: list[str], language: type[Language]) -> Turned | None:
    if head.shape == "none":
        return None
    if head.shape == "have":
        return _having(rest, language)
    said = toward(rest, language, before=phrase.split()[-1])
    is_bare = head.shape == "keep" or (head.shape == "plan" and phrase.split()[-1] not in _TOWARDS)
    if said is None or not (said or is_bare):
        return None
    shape = head.shape
    if shape == "both":
        shape = "create" if said and is_determined(said, language) else "keep"
    if shape == "move":
        return _moved(head, said)
    if shape == "away":
        said = _up_to_join(said, language)
        if not _is_occasion(said, language):
            return None
    tail = " ".join(["", *said])
    topic, event = "", _event(said, language)
    is_towards = phrase.split()[-1] in _TOWARDS
    if event and not is_towards:
        topic = topic_of(said, language)
        shape = event if topic and shape == "keep" else shape
    elif shape in _WITH_TOPIC and not is_towards:
        topic = topic_of(said, language)
    return Turned(
        "make" if shape == "create" else shape,
        head.told + tail if head.told else "",
        head.plain + tail if head.plain else "",
        head.still + tail if head.still else "",
        topic,
        is_plural(topic.split(), language),
        event if topic else "",
        (head.then or head.told) + tail
        if head.then or head.shape == "plan" or language.noun_last
        else "",
        _soon(head, language) + tail if _soon(head, language) else "",
    )


def _soon(head: Head, language: type[Language]) -> str:
    if not language.noun_last:
        return head.plain
    return f"you {head.plain}" if head.plain.startswith("are ") else ""


def _event(said: list[str], language: type[Language]) -> str:
    """Give the sort of the occasion or contest that a clause is about, "" for none."""
    at = noun_at(said, language)
    if at is None or not is_determined(said, language):
        return ""
    sort = language.nouns[said[at].lower()].sort
    return sort if sort in ("occasion", "contest") else ""


def _moved(head: Head, said: list[str]) -> Turned:
    place: list[str] = []
    for word in said:
        if not (word[0].isupper() or (place and word in ("de", "of", "del"))):
            break
        place.append(word)
    if not place:
        return Turned("gain", f"{head.told} {' '.join(said)}")
    return Turned("move", topic=" ".join(place))


def _up_to_join(said: list[str], language: type[Language]) -> list[str]:
    end = next((i for i, word in enumerate(said) if word in language.joins), len(said))
    return said[:end]


def _is_occasion(said: list[str], language: type[Language]) -> bool:
    nouns = (language.nouns.get(word.lower()) for word in said[:4])
    return any(noun and noun.sort == "occasion" for noun in nouns)


def _having(rest: list[str], language: type[Language]) -> Turned | None:
    """Turn what somebody has: only what one may ask about, and family without "still"."""
    at = noun_at(rest, language)
    if at is None:
        return None
    noun = language.nouns[rest[at].lower()]
    if noun.sort == "kin":
        if rest[at + 1 : at + 2] and rest[at + 1].lower() not in language.naming:
            return None
        said = owned(rest[: at + 1], language)
        return Turned("kin", topic=said, is_plural=is_plural(said.split(), language))
    said_words = toward(rest, language)
    topic = topic_of(said_words, language) if said_words else ""
    if not topic:
        return None
    return Turned(noun.sort, topic=topic, is_plural=is_plural(topic.split(), language))


def _with_noun(clause: list[str], language: type[Language]) -> Turned | None:
    """Turn "her picture book found a publisher", "the move", "trail race"."""
    small = [word.lower() for word in clause]
    end = next(
        (
            i
            for i, word in enumerate(small[:_LONGEST_SUBJECT])
            if i and _is_verb(small, i, language)
        ),
        None,
    )
    if end is None:
        return _mere_topic(clause, language)
    if not (small[0] in language.possessives or small[0] in language.articles):
        return None
    subject = toward(clause[:end], language)
    topic = topic_of(subject, language) if subject else ""
    if not topic:
        return None
    for length in (2, 1):
        modal = language.modals.get(" ".join(small[end : end + length]))
        rest = toward(clause[end + length :], language) if modal else None
        if modal and rest:
            return Turned("make", f"{topic} {modal} {' '.join(rest)}")
    nouns = (language.nouns.get(word) for word in small[: min(end, 3)])
    is_kin = any(noun and noun.sort == "kin" for noun in nouns)
    plural = is_plural(topic.split(), language)
    at = noun_at(clause[:end], language)
    sort = language.nouns[small[at]].sort if at is not None else ""
    shape = "kin" if is_kin else sort if sort in ("occasion", "contest") else "thing"
    return Turned(shape, topic=topic, is_plural=plural)


def _is_verb(small: list[str], i: int, language: type[Language]) -> bool:
    word = small[i]
    if word in language.finite:
        return True
    return (
        word in language.heads
        and not word.endswith(language.gerunds)
        and word not in language.nouns
    )


def _is_plain(clause: list[str], at: int, language: type[Language]) -> bool:
    """Tell whether nothing around a noun looks like a verb."""
    small = [word.lower() for word in clause]
    before = small[(1 if is_determined(clause, language) else 0) : at]
    if language.noun_last and any(
        word in language.articles
        or word in language.possessives
        or word in language.heads
        or word.endswith(("ing", "ed", "s"))
        or "'" in word
        for word in before
    ):
        return False
    after = small[at + 1 : at + 2]
    follows = language.prepositions | language.other_prepositions
    return (
        not after
        or after[0] in follows
        or clause[at + 1][0].isupper()
        or not (after[0].endswith(language.verb_endings) or language.noun_last)
    )


def _mere_topic(clause: list[str], language: type[Language]) -> Turned | None:
    at = noun_at(clause, language)
    if at is None or len(clause) > _LONGEST_SUBJECT:
        return None
    noun = language.nouns[clause[at].lower()]
    said = toward(clause, language)
    if said is None or not _is_plain(clause, at, language):
        return None
    if not is_determined(clause, language):
        said = with_article(said, noun, language)
    topic = topic_of(said, language)
    if not topic:
        return None
    return Turned(noun.sort, topic=topic, is_plural=is_plural(topic.split(), language))
