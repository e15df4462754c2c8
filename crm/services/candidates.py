"""Who could stand on a day's list: their terms, the most that warmth can add, their warmth."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.domain import agenda as rules
from crm.domain.agenda import Candidate, Terms
from crm.domain.warmth import NO_CADENCE_DAYS, Band, score_bound, warmth
from crm.services.known import (
    Known,
    deed_of,
    grounds_of,
    grounds_of_action,
    is_resting,
    promise_in,
)
from crm.store.reads import follow_ups as reads
from crm.store.reads import interactions
from crm.store.reads.follow_ups import ActionDue, Person

if TYPE_CHECKING:
    from sqlite3 import Connection

HALF_WARM = 50.0
_SLACK = 0.01  # more than rounding to two decimals can add


class Draft(NamedTuple):
    """A candidate before their warmth is known: terms without water, and the most it can add."""

    person: Person
    terms: Terms
    promise_in: int | None
    must: bool
    has_goal: bool
    bound: float
    dormant_bound: float
    resting: bool


class Entry(NamedTuple):
    """A candidate with what its line will show."""

    candidate: Candidate
    person: Person | None
    terms: Terms
    band: str | None
    promise_in: int | None
    grounds: frozenset[str]
    resting: bool


def with_reasons(connection: "Connection", known: Known) -> list[Person]:
    """Give the people whose priority may come from more than being overdue."""
    soon = {
        contact_id
        for contact_id in known.promises
        if (promise_in(known, contact_id) or 0) <= rules.PROMISE_SOON_DAYS
    }
    others = {contact_id for contact_id, p in known.promises.items() if p.is_overdue}
    others |= known.dates.keys() | known.fresh | known.actions.keys()
    others |= known.mentors.keys() | known.introductions.keys()
    special = soon | (others - known.snoozed.keys())
    linked = known.goals.keys() - known.snoozed.keys() - special
    return reads.people(connection, special) + reads.due_among(connection, linked, known.as_of)


def drafts_of(known: Known, people: list[Person]) -> list[Draft]:
    """Give those of these people who are on the list, whatever their warmth."""
    found = []
    for person in people:
        promised = promise_in(known, person.id)
        terms = _terms(known, person, promised)
        if not rules.priority(terms, promised):
            continue
        base = sum(terms)
        most = score_bound(
            person.embers, person.last_contact_on, known.as_of,
            person.cadence_days or NO_CADENCE_DAYS, person.known_since,
        )  # fmt: skip
        water = rules.water_points(most) if most < HALF_WARM else rules.WATER_MAX
        dormant = min(water, rules.DORMANT_WATER_MAX)
        within = bool(terms.fresh) and rules.is_within_workdays(
            person.met_on or known.as_of, known.as_of, known.settings.days_off
        )
        date_in = known.dates.get(person.id, (None,))[0]
        found.append(
            Draft(
                person, terms, promised,
                (promised is not None and promised <= 0) or date_in == 0 or within,
                person.id in known.goals, base + water + _SLACK, base + dormant + _SLACK,
                person.id in known.shown
                and is_resting(known, person.id, grounds_of(known, person, terms)),
            )
        )  # fmt: skip
    return found


def warmed(connection: "Connection", known: Known, drafts: list[Draft]) -> list[Entry]:
    """Give drafts with their warmth, and so their priority."""
    touches = interactions.touches(connection, [draft.person.id for draft in drafts])
    found = []
    for draft in drafts:
        person = draft.person
        cadence = person.cadence_days or NO_CADENCE_DAYS
        stands = warmth(touches[person.id], known.as_of, cadence, person.known_since)
        water = rules.water_points(stands.score) if person.garden_since else 0.0
        terms = draft.terms._replace(water=water)
        candidate = Candidate(
            id=person.id,
            priority=rules.priority(terms, draft.promise_in),
            days_overdue=_days_overdue(person, known.as_of),
            reconnect=stands.band == Band.DORMANT and person.garden_since is not None,
            has_goal=draft.has_goal,
            must=draft.must,
        )
        band = str(stands.band) if person.garden_since else None
        found.append(
            Entry(
                candidate,
                person,
                terms,
                band,
                draft.promise_in,
                grounds_of(known, person, terms),
                draft.resting,
            )
        )
    return found


def _days_overdue(person: Person, as_of: date) -> int:
    return max(0, (as_of - person.next_due_on).days) if person.next_due_on else 0


def _terms(known: Known, person: Person, promised: int | None) -> Terms:
    due = person.next_due_on
    goal, mentor = known.goals.get(person.id), known.mentors.get(person.id)
    fresh = (
        rules.fresh_points(person.met_on, known.as_of, known.settings.days_off)
        if person.id in known.fresh and person.met_on
        else 0.0
    )
    return rules.terms(
        cadence_days=person.cadence_days or NO_CADENCE_DAYS,
        days_overdue=(known.as_of - due).days if due and due <= known.as_of else None,
        goal=goal.rank if goal else None,
        mentor=mentor.state if mentor else None,
        promise_in=promised,
        date_in=known.dates.get(person.id, (None,))[0],
        fresh=fresh,
        deed=deed_of(known, person.id),
    )


def alone_entry(known: Known, action: ActionDue) -> Entry:
    """Give the entry of a next action that needs nobody; its id is negative."""
    terms = rules.terms(goal=action.rank, deed="next_action")
    candidate = Candidate(
        id=-action.goal_id,
        priority=rules.priority(terms, None),
        days_overdue=(known.as_of - action.due_on).days,
        reconnect=False,
        has_goal=True,
        must=False,
    )
    grounds = grounds_of_action(action)
    resting = is_resting(known, candidate.id, grounds)
    return Entry(candidate, None, terms, None, None, grounds, resting)
