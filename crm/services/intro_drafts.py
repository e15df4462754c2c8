"""Drafts for an introduction: what to write now, to whom, in their language, and as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from crm import i18n
from crm.context import Context
from crm.domain import introductions as rules
from crm.domain.discretion import telling_words, without_ways
from crm.domain.introductions import Side, State
from crm.domain.invalid import Invalid
from crm.domain.text import screen
from crm.errors import WrongUsage
from crm.services import introductions
from crm.services.files import written
from crm.services.openers import own_language, spoken
from crm.services.pairs import Pairs, pairs
from crm.services.roles import name_of
from crm.store.reads import contacts as contact_reads
from crm.store.reads import profile as profile_reads
from crm.wording import drafts as wording
from crm.wording.drafts import Person, Written

if TYPE_CHECKING:
    from sqlite3 import Connection

    from crm.store.reads.contacts import Details
    from crm.store.reads.introductions import Introduction

_Secrets = tuple[list[str], list[str]]
_LONGEST_TITLE = 60
_BETWEEN_LANGUAGES = "\n\n· · ·\n\n"


class Addressee(NamedTuple):
    """Somebody a draft goes to; `email` is "" where none is known."""

    id: int
    name: str
    email: str


class Draft(NamedTuple):
    """What to write: ask, nudge, introduce, follow-up or let-be; both languages for two of them."""

    kind: str
    to: list[Addressee]
    languages: list[str]
    subject: str
    text: str


class _Writing(NamedTuple):
    """What the drafts of one introduction are made from: the people, their languages and roles."""

    found: Introduction
    people: dict[Side, Details]
    languages: dict[Side, str]
    roles: dict[Side, str]
    known: Pairs
    sender: str


def drafts(context: Context, introduction_id: int, *, to: str | None = None) -> list[Draft]:
    """Give what there is to write about an introduction now, to one or to each or to both.

    Before both said yes, no text holds an address, number or link of anybody. Raises WrongUsage
    "intro-no-draft" when there is nothing to write.
    """
    found = introductions.card(context, introduction_id).introduction
    if found.archived is not None:
        name = found.a_name if found.archived == found.a_id else found.b_name
        raise WrongUsage("archived-person", name=name, id=found.archived)
    try:
        kind, sides = rules.draft_for(found.steps, context.today)
    except Invalid as error:
        raise WrongUsage(error.code) from error
    with context.store.reading() as connection:
        writing = _writing(context, connection, found)
        if to is not None:
            chosen = introductions.side(context, connection, found, to)
            sides = tuple(side for side in sides if side == chosen or kind == "introduce")
    if not sides:
        raise WrongUsage("intro-no-draft")
    if kind == "introduce":
        return [_introduce(writing)]
    return [_letter(writing, kind, side) for side in sides]


def save(
    context: Context, introduction_id: int, target: str, *, to: str | None, force: bool
) -> Draft:
    """Write the one draft there is, or the one `to` somebody, as a mail ("-": standard output)."""
    from crm.formats.eml import eml

    found = drafts(context, introduction_id, to=to)
    if len(found) > 1:
        names = [addressee.name for draft in found for addressee in draft.to]
        raise WrongUsage("intro-which-draft", a=names[0], b=names[1])
    (draft,) = found
    people = [(person.name, person.email) for person in draft.to if person.email]
    with written(target, force=force) as stream:
        stream.write(eml(people, draft.subject, draft.text))
    return draft


def copy(draft: Draft) -> str:
    """Put a draft on the clipboard, and give the name of what took it."""
    from crm.delivery.programs import copy_text

    return copy_text("\n".join(screen(line) for line in draft.text.splitlines()))


def _writing(context: Context, connection: Connection, found: Introduction) -> _Writing:
    people = {
        Side.A: contact_reads.details(connection, found.a_id),
        Side.B: contact_reads.details(connection, found.b_id),
    }
    own = own_language(context)
    known = pairs(connection)
    roles_a, roles_b = (person.traits.get("role", []) for person in people.values())
    best = known.best(roles_a, roles_b)
    return _Writing(
        found=found,
        people=people,
        languages={side: spoken(person.language) or own for side, person in people.items()},
        roles={
            Side.A: best.role_a or next(iter(roles_a), ""),
            Side.B: best.role_b or next(iter(roles_b), ""),
        },
        known=known,
        sender=screen(profile_reads.profile(connection)[0]),
    )


def _letter(writing: _Writing, kind: str, side: Side) -> Draft:
    """Give a draft to one of the two about the other."""
    other_side = Side.B if side == Side.A else Side.A
    language, steps = writing.languages[side], writing.found.steps
    tr, sender = i18n.translator(language), writing.sender
    to, other = (_person(writing, each, language) for each in (side, other_side))
    secrets = None if rules.is_agreed(steps) else _secrets(writing.people[other_side])
    other = other._replace(name=_discreet(other.name, secrets))
    if secrets and without_ways(other.does, *secrets) != other.does:
        other = other._replace(does=_role(writing, other_side, language))
    if kind == "ask":
        agreed = side == Side.B
        why = _why(writing, language)
        letter = wording.ask(to, other, why, agreed=agreed, sender=sender, tr=tr)
    elif kind == "nudge":
        letter = wording.nudge(to, other, sender=sender, tr=tr)
    elif kind == "let-be":
        letter = wording.let_be(to, other, sender=sender, tr=tr)
    else:
        met = steps.state == State.MET
        letter = wording.follow_up(to, other, met=met, sender=sender, tr=tr)
    text = without_ways(letter.text, *secrets) if secrets else letter.text
    return Draft(kind, [_addressee(writing.people[side])], [language], letter.subject, text)


def _discreet(name: str, secrets: _Secrets | None) -> str:
    """Give a name, "" for one that would tell how to reach them, as of people without a name."""
    is_told = secrets is None or without_ways(name, *secrets) == name
    return name if is_told else ""


def _introduce(writing: _Writing) -> Draft:
    """Give the message to both, in the language of each."""
    languages = list(dict.fromkeys(writing.languages.values()))
    letters: list[Written] = []
    for language in languages:
        a, b = (
            _person(writing, side, language)._replace(way=_way(person))
            for side, person in writing.people.items()
        )
        why, tr = _why(writing, language), i18n.translator(language)
        letters.append(wording.introduce(a, b, why, sender=writing.sender, tr=tr))
    return Draft(
        "introduce",
        [_addressee(person) for person in writing.people.values()],
        languages,
        " / ".join(dict.fromkeys(letter.subject for letter in letters)),
        _BETWEEN_LANGUAGES.join(letter.text for letter in letters),
    )


def _why(writing: _Writing, language: str) -> str:
    """Give why they should meet: in the user's words, else why their roles go together."""
    roles = writing.roles
    why = writing.found.why or writing.known.why(roles[Side.A], roles[Side.B], language)
    return screen(why)


def _person(writing: _Writing, side: Side, language: str) -> Person:
    details = writing.people[side]
    nickname = next(iter(details.traits.get("nickname", [])), "")
    role, title = _role(writing, side, language), details.title
    does = role
    if title and len(title) <= _LONGEST_TITLE and ("/" in role or not role):
        does = title  # a title has the gender that the name of a role leaves open
        does = does[:1].lower() + does[1:] if does[1:2].islower() else does
    name, called = screen(details.name), screen(nickname or details.given_name)
    return Person(name, called, screen(does), "")


def _role(writing: _Writing, side: Side, language: str) -> str:
    """Give the name of somebody's role as it stands within a sentence."""
    role = screen(name_of(writing.roles[side], language))
    return role[:1].lower() + role[1:] if role[1:2].islower() else role


def _secrets(person: Details) -> _Secrets:
    """Give what would tell how to reach somebody, and the words by which they are found."""
    ways = _ways(person)
    streets = [
        part for _, street, *_, postcode, _ in person.addresses for part in (street, postcode)
    ]
    return ways, list(telling_words(person.name, ways, streets, person.place))


def _ways(person: Details) -> list[str]:
    return [value for value, _ in (*person.emails, *person.phones, *person.links)]


def _way(person: Details) -> str:
    """Give how to reach somebody: their first e-mail, else phone, else link."""
    return screen(next(iter(_ways(person)), ""))


def _addressee(person: Details) -> Addressee:
    email = next((value for value, _ in person.emails), "")
    return Addressee(person.id, person.name, email)
