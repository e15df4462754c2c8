"""One person before a coffee or a call: what to remember, what to ask, what to offer."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import brief as rules
from crm.domain.cadence import NO_CONTACT, qualifies
from crm.domain.dates import PartialDate
from crm.domain.text import fold, screen
from crm.domain.warmth import NO_CADENCE_DAYS, Touch, warmth
from crm.services.offers import gifts
from crm.services.prompts import Prompt, prompts
from crm.services.who import who
from crm.store.reads import contacts as contact_reads
from crm.store.reads import conversations, follow_ups, goals, interactions
from crm.store.reads import day as day_reads
from crm.store.reads import profile as profile_reads
from crm.store.reads.brief import Able
from crm.store.reads.contacts import Details
from crm.store.reads.conversations import QuestionLine
from crm.store.reads.day import Proposed
from crm.store.reads.follow_ups import PromiseLine
from crm.store.reads.goals import Goal
from crm.store.reads.interactions import FactLine, Happening

if TYPE_CHECKING:
    from sqlite3 import Connection

BIRTHDAY_WITHIN_DAYS = 30
WAITED_DAYS = 2
MOST_CONTACTS, MOST_FACTS = 3, 6
WRITTEN = frozenset({"message", "email", "letter"})
# What answers to something just said: at a desk nobody can tell whether it will fit.
_REPLIES = frozenset({"give-3"})
_LONGEST_FILLING = 30
_MARKS = frozenset(".:;!?¿¡{}")


class Birthday(NamedTuple):
    """The next birthday, and how many years it makes if the year is known."""

    on: date
    years: int | None


class Question(NamedTuple):
    """A prompt to use, its blanks filled, in the language of the user."""

    id: str
    kind: str
    text: str


class Offer(NamedTuple):
    """One thing to give: something of "mine" that meets a need, an "introduction", or to "ask".

    `what` is what meets the `need`, in words or as a role's slug.
    """

    kind: str
    need: str = ""
    what: str = ""
    contact: Able | None = None
    question: Question | None = None


class Brief(NamedTuple):
    """What one screen before a meeting says; `band` is None in the address book.

    `contacts` are the latest, newest first, and `unanswered` the message of mine, if any, that
    has no answer yet; `is_after_unknown` after many chats without a word on what they are after.
    """

    person: Details
    band: str | None
    birthday: Birthday | None
    planned: Happening | None
    contacts: list[Happening]
    chats: int
    unanswered: Happening | None
    promises: list[PromiseLine]
    shared_interests: list[str]
    other_interests: list[str]
    facts: list[FactLine]
    facts_left_out: int
    open_questions: list[QuestionLine]
    unknown: list[str]
    is_after_unknown: bool
    questions: list[Question]
    offer: Offer | None
    goals: list[Goal]


def brief(context: Context, person: str) -> Brief:
    """Give what to know, ask and offer before meeting a person."""
    today = context.today
    with context.store.reading() as connection:
        contact_id = who(connection, person, today).id
        details = contact_reads.details(connection, contact_id)
        happened = interactions.timeline(connection, contact_id, -1)
        known = interactions.facts(connection, contact_id)
        mine = profile_reads.traits(connection)
        held = [one for one in happened if not one.planned]
        contacts = [one for one in held if qualifies(one.kind, one.people, False)]
        chats = sum(one.side == "both" for one in contacts)
        gaps = rules.unknown(_held(details, known))
        shared, others = _interests(details, mine)
        proposed = day_reads.proposed(connection, [contact_id]).get(contact_id, [])
        asking = _asking(context, details, proposed, held, shared + others)
        offer = _offer(connection, details, mine, asking)
        chosen = rules.newest_of_each([fact.kind for fact in known], MOST_FACTS)
        return Brief(
            person=details,
            band=_band(details, held, today),
            birthday=_birthday(connection, details, today),
            planned=min(
                (one for one in happened if one.planned and one.day >= today),
                key=lambda one: (one.day, one.id),
                default=None,
            ),
            contacts=contacts[:MOST_CONTACTS],
            chats=chats,
            unanswered=_unanswered(contacts, today),
            promises=follow_ups.promises(connection, contact_id, done=False),
            shared_interests=shared,
            other_interests=others,
            facts=[known[position] for position in chosen],
            facts_left_out=len(known) - len(chosen),
            open_questions=conversations.questions(connection, contact_id),
            unknown=gaps,
            is_after_unknown=rules.is_after_unknown(gaps, chats),
            questions=_questions(asking, gaps, offer),
            offer=offer,
            goals=_goals(connection, contact_id),
        )


def _band(person: Details, held: list[Happening], today: date) -> str | None:
    if person.garden_since is None:
        return None
    touches = [Touch(o.day, o.kind, o.side, o.begun_by, o.depth, o.ask) for o in held]
    cadence = person.cadence_days or NO_CADENCE_DAYS
    return str(warmth(touches, today, cadence, person.known_since).band)


def _birthday(connection: "Connection", person: Details, today: date) -> Birthday | None:
    dates = [PartialDate(*parts) for kind, _label, *parts in person.dates if kind == "birthday"]
    if not dates:
        return None
    from crm.services.rule_settings import rule_settings

    leap_day = rule_settings(connection).leap_day
    for when in dates:
        on = when.next_on_or_after(today, leap_day)
        if on is not None and (on - today).days <= BIRTHDAY_WITHIN_DAYS:
            return Birthday(on, when.age_on(on, leap_day))
    return None


def _unanswered(contacts: list[Happening], today: date) -> Happening | None:
    """Give my last word, when it was a message some days ago that nothing came back to.

    A message that asked for something comes before a later one that did not.
    """
    mine = []
    for one in contacts:
        if one.side != "me" or one.kind not in WRITTEN or one.people > 1 or one.answered:
            break
        mine.append(one)
    waiting = [one for one in mine if (today - one.day).days >= WAITED_DAYS]
    return next((one for one in waiting if one.ask), waiting[0] if waiting else None)


def _held(person: Details, facts: list[FactLine]) -> rules.Held:
    return rules.Held(
        facts=frozenset(fact.kind for fact in facts),
        has_needs=bool(person.traits.get("need")),
        has_interests=bool(person.traits.get("interest")),
        has_birthday=any(kind == "birthday" for kind, *_rest in person.dates),
        has_place=bool(person.place or person.addresses),
    )


def _interests(person: Details, mine: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Give what both the person and I like, and what else they like."""
    my_own = {fold(value) for kind, value in mine if kind == "interest"}
    shared: list[str] = []
    others: list[str] = []
    for value in person.traits.get("interest", []):
        (shared if fold(value) in my_own else others).append(value)
    return shared, others


def _offer(
    connection: "Connection", person: Details, mine: list[tuple[str, str]], asking: "_Asking"
) -> Offer | None:
    """Give what I have that they need, else whom I know who has it, else a question."""
    gift = next(gifts(connection, person.id, person.traits.get("need", []), mine), None)
    if gift is not None:
        return Offer(*gift)
    question = next(iter(asking.questions(["give"], 1)), None)
    return Offer("ask", question=question) if question else None


class _Asking(NamedTuple):
    """The questions that may be asked, by kind; `turn` grows from one meeting to the next."""

    by_kind: dict[str, list[Question]]
    first_time: bool
    turn: int

    def questions(self, kinds: list[str], most: int = rules.MOST_PROMPTS) -> list[Question]:
        """Give `most` questions, one of each kind before a second one."""
        return rules.picked(self.by_kind, kinds, self.turn, most)


def _asking(
    context: Context,
    person: Details,
    proposed: list[Proposed],
    held: list[Happening],
    interests: list[str],
) -> _Asking:
    """Give the prompts that fit the moment, were not proposed yet, and leave no blank."""
    first_time = all(one.side == "me" or one.kind in NO_CONTACT for one in held)
    # Each person begins elsewhere in the table; a first talk begins at its top.
    turn = len(held) + (0 if first_time else person.id)
    moments = ("any", "new" if first_time else "known")
    used = _REPLIES | {opener.key for opener in proposed}
    natural = [word for word in interests if _is_natural(word)]
    interest = natural[turn % len(natural)] if natural else ""
    by_kind: dict[str, list[Question]] = {}
    for prompt in prompts():
        text = _filled(prompt, context.settings.language, interest)
        if text and prompt.when in moments and prompt.id not in used:
            question = Question(prompt.id, prompt.kind, text)
            by_kind.setdefault(prompt.kind, []).append(question)
    return _Asking(by_kind, first_time, turn)


def _questions(asking: _Asking, gaps: list[str], offer: Offer | None) -> list[Question]:
    """Give what to ask, what is not known first, and not what is offered to ask already."""
    kinds = rules.kinds_to_ask(gaps, asking.first_time, asking.turn)
    if offer is not None and offer.kind == "ask":
        kinds = [kind for kind in kinds if kind != "give"]
    return asking.questions(kinds)


def _is_natural(word: str) -> bool:
    """Tell whether a word can stand in the middle of a sentence."""
    return len(word) <= _LONGEST_FILLING and screen(word) == word and _MARKS.isdisjoint(word)


def _filled(prompt: Prompt, language: str, interest: str) -> str:
    """Give a prompt's text, "" for one that needs to know what cannot be put in a sentence."""
    text = prompt.text(language)
    if interest:
        text = text.replace("{interest}", interest)
    return "" if "{" in text else text


def _goals(connection: "Connection", contact_id: int) -> list[Goal]:
    """Give the active goals that a person serves, or has a part in the next action of."""
    served = goals.of_contact(connection, contact_id)
    ids = {goal.id for goal in served}
    with_them = [
        goal
        for goal in goals.goals(connection)
        if goal.next_action_contact_id == contact_id and goal.id not in ids
    ]
    return served + with_them
