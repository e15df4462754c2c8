"""The first sentence to say to somebody, from what is known of them, in their language."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from crm import i18n
from crm.context import Context
from crm.domain.openers import Fact, Idea, Material, Owed, ideas
from crm.domain.text import fold
from crm.services.rule_settings import rule_settings
from crm.store.reads import day as day_reads
from crm.store.reads import openers as reads
from crm.wording import openers as wording

if TYPE_CHECKING:
    from datetime import date
    from sqlite3 import Connection

_TOLD = frozenset({
    "told me", "me lo dijo", "me lo conto", "me dijo", "me conto", "call", "meeting", "message",
    "email", "letter", "project", "help", "intro", "referral", "group",
})  # fmt: skip
"""Where a fact came from when its person said it."""
_LANGUAGES = {
    "en": "en", "eng": "en", "english": "en", "ingles": "en",
    "es": "es", "spa": "es", "spanish": "es", "espanol": "es", "castellano": "es",
}  # fmt: skip
_PROMPTS = {"interest": "ford-recreation-3", "reconnect": "reconnect-2"}
"""The ideas that a prompt words, an interest one time in three."""


class Opener(NamedTuple):
    """A sentence to begin with; `key` says what it was made from, so that it is not repeated."""

    key: str
    text: str


class Asked(NamedTuple):
    """Somebody to begin with; `kept` is the key already proposed today, `dormant` a reconnect."""

    contact_id: int
    kept: str = ""
    dormant: bool = False


def openers(
    connection: "Connection", context: Context, people: Iterable[Asked]
) -> dict[int, Opener]:
    """Give an opener for each of these people for whom there is a good one."""
    asked = {each.contact_id: each for each in people}
    if not asked:
        return {}
    before = day_reads.proposed(connection, asked)
    found: dict[int, Opener] = {}
    for contact_id, material in _materials(connection, context, asked).items():
        keys = [each.key for each in before.get(contact_id, ()) if each.day < context.today]
        for idea in ideas(material, context.today, keys, asked[contact_id].kept):
            text = _text(idea, material.language, context.today)
            if text:
                found[contact_id] = Opener(idea.key, text)
                break
    return found


def opener_for(context: Context, contact_id: int, *, dormant: bool = False) -> Opener | None:
    """Give the opener for one person, the one that was proposed today if there is one."""
    with context.store.reading() as connection:
        return _opener_for(connection, context, contact_id, dormant)


def message_for(context: Context, contact_id: int, *, dormant: bool = False) -> str:
    """Give a message to begin with: a greeting and the opener, the greeting if there is none."""
    with context.store.reading() as connection:
        opener = _opener_for(connection, context, contact_id, dormant)
        person = next(iter(reads.opened(connection, [contact_id])), None)
        words = reads.words(connection, [contact_id]).get(contact_id, [])
    nickname = next((word.value for word in words if word.kind == "nickname"), "")
    language = (person and spoken(person.language)) or own_language(context)
    name = nickname or (person.given_name if person else "")
    return wording.message(opener.text if opener else "", name, i18n.translator(language))


def _opener_for(
    connection: "Connection", context: Context, contact_id: int, dormant: bool
) -> Opener | None:
    kept = next(
        (
            line.opener
            for line in day_reads.numbered(connection, context.today)
            if line.contact_id == contact_id
        ),
        "",
    )
    return openers(connection, context, [Asked(contact_id, kept, dormant)]).get(contact_id)


def _materials(
    connection: "Connection", context: Context, asked: dict[int, Asked]
) -> dict[int, Material]:
    """Give what is known of these people; nothing of those whose language nobody here writes."""
    wanted = list(asked)
    facts = reads.learned(connection, wanted)
    promises = reads.owed(connection, wanted)
    words = reads.words(connection, wanted)
    birthdays = reads.birthdays(connection, wanted)
    offered = reads.offered(connection)
    leap_day = rule_settings(connection).leap_day if birthdays else ""
    found = {}
    for person in reads.opened(connection, wanted):
        known = facts.get(person.id, [])
        language = _language(person, known, context)
        if not language:
            continue
        said = words.get(person.id, [])
        birthday = birthdays.get(person.id)
        found[person.id] = Material(
            uid=person.uid,
            language=language,
            names=_names(person, said),
            birthday=birthday is not None
            and birthday.observed_in(context.today.year, leap_day) == context.today,
            met_on=_met_on(person),
            met_at=person.met_at,
            promises=[Owed(*due) for due in promises.get(person.id, [])],
            facts=[Fact(f.id, f.kind, f.text, fold(f.source) in _TOLD, f.day) for f in known],
            needs=[w.value for w in said if w.kind == "need" and w.key not in offered],
            interests=[w.value for w in said if w.kind == "interest"],
            role_name=partial(_role_name, language),
            is_dormant=asked[person.id].dormant,
        )
    return found


def _met_on(person: reads.Opened) -> "date | None":
    """Give the day they met while there was no other contact since."""
    if person.met_on and (person.last_contact_on or person.met_on) <= person.met_on:
        return person.met_on
    return None


def _names(person: reads.Opened, words: list[reads.Word]) -> tuple[str, ...]:
    names = [person.name, person.given_name, *(w.value for w in words if w.kind == "nickname")]
    return tuple(sorted({name for name in names if name}, key=len, reverse=True))


def _language(person: reads.Opened, facts: list[reads.Learned], context: Context) -> str:
    """Give the language to write to somebody in, "" for one that has no sentences here."""
    if person.language.strip():
        return spoken(person.language)
    from crm.domain.second_person import detected

    found = (detected(fact.text) for fact in sorted(facts, key=lambda f: f.day, reverse=True))
    return next(filter(None, found), "") or own_language(context)


def spoken(language: str) -> str:
    """Give en or es for what was said to be somebody's language, "" for any other."""
    folded = fold(language)
    primary = folded.replace("_", "-").partition("-")[0]
    return _LANGUAGES.get(folded) or _LANGUAGES.get(primary, "")


def own_language(context: Context) -> str:
    """Give the language of the user."""
    return context.settings.language if context.settings else i18n.language()


def _role_name(language: str, role: str) -> str:
    """Give the name of a role in a language, "" for what is none."""
    from crm.services.roles import name_of

    name = name_of(role, language)
    return "" if name == role else name


def _text(idea: Idea, language: str, today: "date") -> str | None:
    prompt_id = _PROMPTS.get(idea.code)
    if prompt_id and (idea.code != "interest" or idea.variant % 3 == 0):
        from crm.services.prompts import prompts

        prompt = next(prompt for prompt in prompts() if prompt.id == prompt_id)
        return prompt.text(language).format(**idea.params)
    translator = i18n.translator(language)
    return wording.opener(idea.code, idea.params, idea.variant, today, language, translator)
