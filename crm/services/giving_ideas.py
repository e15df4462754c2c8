"""Ideas of what to give: five-minute favours from what people need and what they told."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import giving as rules
from crm.domain.giving import Favour
from crm.services.agenda import day_list
from crm.services.offers import gifts, is_role
from crm.services.who import who
from crm.store.reads import contacts as contact_reads
from crm.store.reads import giving as reads
from crm.store.reads import interactions
from crm.store.reads import profile as profile_reads
from crm.store.reads.brief import Able
from crm.store.reads.contacts import Details
from crm.store.reads.interactions import FactLine, Happening

if TYPE_CHECKING:
    from sqlite3 import Connection

DAYS_AHEAD = 7
MOST_PEOPLE = 12
MOST_EACH = 5
_TOGETHER = frozenset({"project"})
_FROM_THEM = frozenset({"help", "referral", "intro"})


class Idea(NamedTuple):
    """Something to give a person: `about` is the need, the fact or the kind of contact behind it.

    `what` is what meets a need, in words or as a role's slug, `other` who could be introduced.
    """

    contact_id: int
    name: str
    favour: Favour
    about: str
    what: str = ""
    other: Able | None = None
    on: date | None = None


def ideas(context: Context, person: str | None) -> list[Idea]:
    """Give ideas for a person, or the best one for each of those of the next days' lists."""
    if person:
        with context.store.reading() as connection:
            contact_id = who(connection, person, context.today).id
            return _ideas(connection, context.today, contact_id)[:MOST_EACH]
    coming = [line.contact_id for line in day_list(context, days=DAYS_AHEAD).lines]
    found: list[Idea] = []
    with context.store.reading() as connection:
        for contact_id in dict.fromkeys(number for number in coming if number):
            if len(found) < MOST_PEOPLE:
                found += _other_than(found, _ideas(connection, context.today, contact_id))
    return found


def _other_than(before: list[Idea], ideas: list[Idea]) -> list[Idea]:
    """Give the one of a person's ideas of which the others have had the fewest of its kind."""
    used = Counter(idea.favour for idea in before)
    return sorted(ideas, key=lambda idea: used[idea.favour])[:1]


def _ideas(connection: "Connection", today: date, contact_id: int) -> list[Idea]:
    """Give all ideas for a person, those done lately left out."""
    person = contact_reads.details(connection, contact_id)
    given = [
        (line.kind, line.day)
        for line in reads.givings(connection, contact_id)
        if line.direction == "gave"
    ]
    happened = [one for one in interactions.timeline(connection, contact_id, -1) if not one.planned]
    facts = interactions.facts(connection, contact_id)
    found = [
        *_for_needs(connection, person),
        *_for_facts(person, facts, happened, today),
        *_recommendation(person, happened, today),
    ]
    kept = [idea for idea in found if not rules.is_given(idea.favour, given, today)]
    order = list(Favour)
    return sorted(kept, key=lambda idea: order.index(idea.favour))


def _for_needs(connection: "Connection", person: Details) -> Iterator[Idea]:
    needs = person.traits.get("need", [])
    met = set()
    for gift in gifts(connection, person.id, needs, profile_reads.traits(connection)):
        met.add(gift.need)
        # To offer one's trade is to sell; a few minutes of advice from it are a favour.
        is_trade = gift.kind == "mine" and is_role(gift.what)
        favour = Favour.ADVICE if is_trade else Favour(gift.kind)
        yield Idea(person.id, person.name, favour, gift.need, gift.what, gift.contact)
    for need in needs:
        if need not in met:
            yield Idea(person.id, person.name, Favour.SHARE, need)


def _for_facts(
    person: Details, facts: list[FactLine], happened: list[Happening], today: date
) -> Iterator[Idea]:
    """Give what the newest fact of each kind suggests."""
    last_word = max((one.day for one in happened if one.side != "them"), default=None)
    seen = set()
    for fact in facts:
        favour = rules.favour_of(fact.kind, fact.day, last_word, today)
        if favour and fact.kind not in seen:
            seen.add(fact.kind)
            yield Idea(person.id, person.name, favour, fact.text, what=fact.kind, on=fact.day)


def _recommendation(person: Details, happened: list[Happening], today: date) -> Iterator[Idea]:
    """Give the idea to recommend somebody with whom the user worked, or who helped."""
    for one in happened:
        helped = one.kind in _FROM_THEM and one.side == "them"
        if (today - one.day).days <= rules.TOGETHER_WITHIN_DAYS and (
            one.kind in _TOGETHER or helped
        ):
            about = "helped" if helped else "together"
            yield Idea(person.id, person.name, Favour.RECOMMEND, about, on=one.day)
            return
