"""What a first sentence to somebody can be made of, best first; `wording.openers` words it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from crm.domain.agenda import PROMISE_SOON_DAYS

if TYPE_CHECKING:
    from crm.domain.second_person.turning import Turned

OLDEST_FACT_DAYS = 548
TACT_DAYS = 60
MET_WITHIN_DAYS = 21
COMING_WITHIN_DAYS = 3
PAST_WITHIN_DAYS = 21
WEEKDAY_WITHIN_DAYS = 6
LONG_AGO_DAYS = 150
_WEAK = frozenset({"keep", "done"})
_WEAK_DAYS = 60
_NOT_FOR_A_START = frozenset({"seek", "lack", "did", "away"})
_KIND_ORDER = {"news": 0, "life": 1, "interest": 2, "work": 3, "dream": 4}
_MOST_SHORT_WORDS = 6


class Fact(NamedTuple):
    """Something known of a person; `was_told` when they said it themselves."""

    id: int
    kind: str
    text: str
    was_told: bool
    day: date


class Owed(NamedTuple):
    """A promise of the user's that has a day."""

    id: int
    text: str
    due_on: date


class Material(NamedTuple):
    """What is known of a person who may be spoken to in `language`.

    `names` are those they go by, `met_on` is None once there was another contact, `needs` are
    those that the user could not fill, and `role_name` gives what a need is called that is a role.
    """

    uid: str
    language: str
    names: tuple[str, ...]
    birthday: bool
    met_on: date | None
    met_at: str
    promises: Sequence[Owed]
    facts: Sequence[Fact]
    needs: Sequence[str]
    interests: Sequence[str]
    role_name: Callable[[str], str]
    is_dormant: bool


class Idea(NamedTuple):
    """A sentence to be: `key` is what it is made from, `code` and `params` are for wording.

    `variant` chooses among ways to say it, the same one each time for a person and a key.
    """

    key: str
    code: str
    params: dict[str, str | date]
    variant: int


def ideas(
    material: Material, today: date, before: Sequence[str] = (), kept: str = ""
) -> Iterator[Idea]:
    """Give what can be said, best first: what was `kept` for today, then what was never said.

    `before` are the keys of earlier days, oldest first: the last of them is never given, the
    others only after all that are new.
    """
    if kept:
        yield from islice((idea for idea in _all(material, today) if idea.key == kept), 1)
    again = []
    for idea in _all(material, today):
        if idea.key not in before:
            yield idea
        elif idea.key != before[-1]:
            again.append(idea)
    yield from again


def _all(material: Material, today: date) -> Iterator[Idea]:
    if material.birthday:
        yield _idea(material, f"birthday:{today.year}", "birthday")
    yield from _with_tact(material, today)
    yield from _promised(material, today)
    turned = _turned(material, today)
    yield from _dated(material, turned, today)
    yield from _met(material, turned, today)
    yield from _told(material, turned, today)
    yield from _needs(material)
    yield from _interests(material)
    if material.is_dormant:
        yield _idea(material, "reconnect", "reconnect")


def _idea(material: Material, key: str, code: str, **params: str | date) -> Idea:
    return Idea(key, code, params, crc32(f"{material.uid} {key}".encode(errors="replace")))


def _with_tact(material: Material, today: date) -> Iterator[Idea]:
    """After a loss or an illness nobody is asked about anything else first."""
    from crm.domain.second_person import LANGUAGES
    from crm.domain.second_person.sentences import is_delicate

    for fact in material.facts:
        is_near = fact.kind in ("life", "news") and 0 <= (today - fact.day).days <= TACT_DAYS
        if is_near and any(is_delicate(fact.text, code) for code in LANGUAGES):
            yield _idea(material, f"fact:{fact.id}", "thinking")
            return


def _promised(material: Material, today: date) -> Iterator[Idea]:
    for promise in sorted(material.promises, key=lambda promise: promise.due_on):
        if (promise.due_on - today).days <= PROMISE_SOON_DAYS:
            from crm.domain.second_person.promises import owed

            said = owed(promise.text, material.language)
            code = "late" if promise.due_on < today else "promise"
            if said:
                yield _idea(material, f"promise:{promise.id}", code, what=said)


class _Known(NamedTuple):
    fact: Fact
    turned: "Turned"
    day: date | None


def _turned(material: Material, today: date) -> list[_Known]:
    """Give the facts that can be said to the person, the freshest and most alive first."""
    from crm.domain.second_person.days import dated
    from crm.domain.second_person.sentences import is_delicate
    from crm.domain.second_person.turning import turned

    found = []
    for fact in material.facts:
        if not 0 <= (today - fact.day).days <= OLDEST_FACT_DAYS:
            continue
        if is_delicate(fact.text, material.language):
            continue
        text, day = dated(fact.text, material.language, fact.day)
        for one in turned(text, material.language, material.names)[:1]:
            if day is None or one.topic or one.shape not in ("keep", "seek"):
                found.append(_Known(fact, one, day))
    return sorted(found, key=lambda known: _staleness(known, today))


def _staleness(known: _Known, today: date) -> tuple[int, int, int]:
    days = (today - known.fact.day).days + _WEAK_DAYS * (known.turned.shape in _WEAK)
    return days, _KIND_ORDER.get(known.fact.kind, len(_KIND_ORDER)), -known.fact.id


def _dated(material: Material, turned: list[_Known], today: date) -> Iterator[Idea]:
    """Give what is about to be, or has just been."""
    for known in turned:
        days = (known.day - today).days if known.day else None
        if known.day is None or days is None or known.turned.shape in ("gain", "done", "wish"):
            continue
        if not -PAST_WITHIN_DAYS <= days <= COMING_WITHIN_DAYS:
            continue
        tense = "coming" if days >= 0 else "went"
        one = known.turned
        key = f"fact:{known.fact.id}"
        when = {"when": known.day} if days >= -WEEKDAY_WITHIN_DAYS else {}
        if one.topic and (one.event or one.shape in ("occasion", "contest", "process", "thing")):
            sort = "-contest" if "contest" in (one.event, one.shape) and days >= 0 else ""
            many = "-many" if one.is_plural else ""
            yield _idea(material, key, f"{tense}{sort or many}", topic=one.topic, **when)
            continue
        clause = one.soon if days >= 0 else one.then
        if clause and when:
            yield _idea(material, key, f"{tense}-doing", clause=clause, **when)


def _met(material: Material, turned: list[_Known], today: date) -> Iterator[Idea]:
    if material.met_on is None or not 0 <= (today - material.met_on).days <= MET_WITHIN_DAYS:
        return
    params: dict[str, str | date] = {}
    if (today - material.met_on).days <= WEEKDAY_WITHIN_DAYS:
        params["when"] = material.met_on
    if place := _place(material):
        params["place"] = place
    for known in [known for known in turned if known.turned.shape not in _NOT_FOR_A_START][:1]:
        one = known.turned
        if one.topic and one.shape != "kin":
            params["topic"] = one.topic
        elif one.told:
            params["clause"] = one.told
    yield _idea(material, f"met:{material.met_on.isoformat()}", "met", **params)


def _place(material: Material) -> str:
    """Give where one met if it is a name, or a thing in the person's language, else nothing."""
    from crm.domain.second_person import detected, language_of

    language = language_of(material.language)
    words = material.met_at.partition(",")[0].split()
    if not words or len(words) > _MOST_SHORT_WORDS + 1:
        return ""
    plain = all(char.isalnum() or char in " -'’&.+" for char in material.met_at.partition(",")[0])
    small = [word for word in words if not (word[0].isupper() or word[0].isdigit())]
    links = {"of", "the", "de", "la", "del", "for", "y", "and", "&", "el", "en", "in", "las"}
    if not plain or not words[0][0].isalnum():
        return ""
    if small and small[0] == words[0]:
        known = words[0] in language.articles and detected(" ".join(words)) == material.language
        nouns = any(word.lower() in language.nouns for word in words[1:4])
        first = language.definite.get(words[0], words[0])
        return " ".join([first, *words[1:]]) if known and nouns else ""
    return " ".join(words) if set(small) <= links else ""


def _told(material: Material, turned: list[_Known], today: date) -> Iterator[Idea]:
    for known in turned:
        fact, one = known.fact, known.turned
        params: dict[str, str | date] = {
            name: value
            for name, value in (("topic", one.topic), ("plain", one.plain), ("still", one.still))
            if value
        }
        if one.topic and not one.is_plural and len(one.topic.split()) <= _MOST_SHORT_WORDS:
            params["short"] = one.topic
        if one.told:
            long_ago = (today - fact.day).days > LONG_AGO_DAYS
            name = ("ago" if long_ago else "clause") if fact.was_told else "heard"
            params[name] = one.told
        many = "-many" if one.is_plural and one.shape == "kin" else ""
        code = f"{one.shape}{many}"
        if known.day is not None:
            code = _with_day(one, code, known.day < today)
        yield _idea(material, f"fact:{fact.id}", code, **params)


def _with_day(one: "Turned", code: str, is_past: bool) -> str:
    """Give what to say of something whose day is not near."""
    if one.event or one.shape in ("occasion", "contest"):
        return ("went-many" if one.is_plural else "went") if is_past else "ahead"
    return "did" if is_past and code in ("make", "plan") else code


def _needs(material: Material) -> Iterator[Idea]:
    from crm.domain.second_person.needs import needed

    for need in material.needs:
        said = needed(need, material.role_name(need), material.language)
        if said:
            yield _idea(material, f"need:{need}", "need", need=said)


def _interests(material: Material) -> Iterator[Idea]:
    from crm.domain.second_person.interests import called

    for interest in material.interests:
        said = called(interest, material.language)
        if said:
            yield _idea(material, f"interest:{interest}", "interest", interest=said)
