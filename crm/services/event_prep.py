"""One screen before an event: why, whom to meet, what to say, ask and offer, who may be there."""

from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain.text import fold
from crm.services.brief import Offer, brief
from crm.services.event_yield import EventYield, yield_of
from crm.services.events import named
from crm.services.prompts import prompts
from crm.store.reads import contacts as contact_reads
from crm.store.reads import event_prep as prep_reads
from crm.store.reads import events as reads
from crm.store.reads import profile as profile_reads
from crm.store.reads.contacts import Named
from crm.store.reads.events import Aim, Event
from crm.store.reads.interactions import FactLine, Happening

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_TO_MEET, MOST_LIKELY, MOST_PROMPTS = 4, 4, 3
_FEWEST_LETTERS = 3
_POINTS = {"was-there": 3, "organisation": 3, "tag": 2, "near": 1}


class ToMeet(NamedTuple):
    """Somebody to meet: the last contact, the newest fact, one thing to offer."""

    person: Named
    last: Happening | None
    fact: FactLine | None
    offer: Offer | None


class Likely(NamedTuple):
    """Somebody who may be there and why (a code of `_POINTS`); the role and goal they could serve.

    Both are empty for somebody of no goal's wanted roles.
    """

    person: Named
    reason: str
    role: str
    goal: str


class Prep(NamedTuple):
    """What one screen before an event says; `last_time` is what came of the one before."""

    event: Event
    aims: list[Aim]
    to_meet: list[ToMeet]
    left_out: int
    pitch: str
    questions: list[str]
    offer: str
    likely: list[Likely]
    last_time: EventYield | None


def prep(context: Context, which: str) -> Prep:
    """Give what to know before going to an event."""
    with context.store.reading() as connection:
        event = named(connection, which, context.today)
        people = reads.people(connection, event.id)
        wanted = [person.contact_id for person in people if person.wanted and not person.met]
        pitch = profile_reads.profile(connection)[1]
        mine = [value for kind, value in profile_reads.traits(connection) if kind == "offer"]
        there = {person.contact_id for person in people}
        likely = _likely(connection, event, there)
        aims, before = reads.aims(connection, event.id), _before(connection, event)
    return Prep(
        event=event,
        aims=aims,
        to_meet=_each_to_meet(context, wanted[:MOST_TO_MEET]),
        left_out=len(wanted[MOST_TO_MEET:]),
        pitch=pitch,
        questions=_questions(event, context.settings.language),
        offer=event.offer or next(iter(mine), ""),
        likely=likely,
        last_time=yield_of(context, str(before.id)) if before else None,
    )


def _each_to_meet(context: Context, ids: list[int]) -> list[ToMeet]:
    """Give people with one thing to offer each, no question twice."""
    found: list[ToMeet] = []
    asked: set[str] = set()
    for contact_id in ids:
        known = brief(context, str(contact_id))
        person, offer = known.person, known.offer
        if offer is not None and offer.question is not None:
            fresh = [q for q in (offer.question, *known.questions) if q.id not in asked]
            offer = Offer("ask", question=fresh[0]) if fresh else None
            asked.update(question.id for question in fresh[:1])
        named = Named(person.id, person.name, person.organisation, person.title, bool(known.band))
        last, fact = next(iter(known.contacts), None), next(iter(known.facts), None)
        found.append(ToMeet(named, last, fact, offer))
    return found


def _questions(event: Event, language: str) -> list[str]:
    """Give three prompts of events, other ones from one event to the next."""
    fitting = [p.text(language) for p in prompts() if p.kind == "event"]
    whole = [text for text in fitting if "{" not in text]
    turn = event.id % len(whole)
    return [*whole[turn:], *whole[:turn]][:MOST_PROMPTS]


def _others(connection: "Connection", event: Event) -> list[Event]:
    """Give the other events of the same series or name."""
    own = {event.key, fold(event.series)} - {""}
    return [
        other
        for other in reads.events(connection)
        if other.id != event.id and {other.key, fold(other.series)} & own
    ]


def _before(connection: "Connection", event: Event) -> Event | None:
    past = [other for other in _others(connection, event) if other.ends_on < event.starts_on]
    return past[-1] if past else None


def _likely(connection: "Connection", event: Event, there: set[int]) -> list[Likely]:
    """Give a few people who may be there, those whom a goal wants and the surest first."""
    found: dict[int, str] = {}
    for reason, ids in _reasons(connection, event):
        for contact_id in sorted(ids - there):
            found.setdefault(contact_id, reason)
    fills = prep_reads.fills(connection, found)
    order = sorted(found, key=lambda i: (-_POINTS[found[i]], i not in fills, i))
    listed = []
    for contact_id in order[: 2 * MOST_LIKELY]:
        details = contact_reads.details(connection, contact_id)
        if not details.archived:
            person = Named(
                details.id, details.name, details.organisation, details.title,
                details.garden_since is not None,
            )  # fmt: skip
            listed.append(Likely(person, found[contact_id], *fills.get(contact_id, ("", ""))))
    return listed[:MOST_LIKELY]


def _reasons(connection: "Connection", event: Event) -> list[tuple[str, set[int]]]:
    """Give who may be there for which reason, the surest reason first."""
    names = [event.series, event.name] if event.series else [event.name]
    keys = {fold(name) for name in names}
    was_there = prep_reads.met_at_events(
        connection, [other.id for other in _others(connection, event)]
    )
    was_there |= {i for i, place in prep_reads.met_at(connection) if _names(place, keys)}
    for name in names:
        logged = prep_reads.logged_at(connection, name)
        was_there |= {i for i, other in logged if _names(other, keys)}
    organisation, city = fold(event.organisation), fold(event.place.rpartition(",")[2])
    of_it = prep_reads.of_organisation(connection, organisation) if organisation else []
    near = prep_reads.in_place(connection, city) if len(city) >= _FEWEST_LETTERS else []
    return [
        ("was-there", was_there),
        ("organisation", {each.id for each in of_it if fold(each.organisation) == organisation}),
        ("tag", prep_reads.tagged(connection, fold(event.series), organisation, event.key)),
        ("near", {each.id for each in near if each.in_garden and city in fold(each.place)}),
    ]


def _names(words: str, keys: set[str]) -> bool:
    """Tell whether words name an event: one of the keys, or what begins with one."""
    said = f"{fold(words)} "
    return any(said.startswith(f"{key} ") for key in keys)
