"""Who stands on a day's list: everyone with a reason, levelled, without looking at everybody."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.domain import agenda as rules
from crm.domain.agenda import Candidate, Terms
from crm.domain.dates import is_workday
from crm.domain.warmth import NO_CADENCE_DAYS, Band, score_bound, warmth
from crm.services.known import (
    Known,
    deed_of,
    grounds_of,
    grounds_of_action,
    is_resting,
    is_whole_list_shown,
    promise_in,
)
from crm.store.reads import day as day_reads
from crm.store.reads import follow_ups as reads
from crm.store.reads import interactions
from crm.store.reads.follow_ups import ActionDue, Person

if TYPE_CHECKING:
    from sqlite3 import Connection

FIRST_LOOK = 128
FIRST_CHUNK = 16
HALF_WARM = 50.0
_SLACK = 0.01  # more than rounding to two decimals can add


class _Draft(NamedTuple):
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


def entries_of_day(
    connection: "Connection",
    known: Known,
    placed: set[int],
    budget: int | None,
    everybody: bool,
    listed: frozenset[int] = frozenset(),
) -> list[Entry]:
    """Give the day's entries in their order: levelled, or all of them for `everybody`.

    Who is `listed` was shown on this day already and keeps the place, dealt with or not; a goal's
    next action is listed by its negative id.
    """
    special = [p for p in _with_reasons(connection, known) if p.id not in placed]
    drafts = _drafts(known, special)
    alone = [_alone(known, a) for a in known.alone if -a.goal_id not in placed]
    if not is_whole_list_shown(known):
        shown = [draft for draft in drafts if _is_shown_on_day_off(known, draft)]
        awake = [
            draft
            for draft in shown
            if (not draft.resting or draft.person.id in listed)
            and not (draft.person.id in listed and _is_only_dated(known, draft))
        ]
        return _ordered(_warmed(connection, known, awake))
    apart = {p.id for p in special} | placed | known.snoozed.keys()
    if everybody:
        overdue = reads.overdue(connection, known.as_of, -1)
        plain = _drafts(known, [person for person in overdue if person.id not in apart])
        return _ordered([*alone, *_warmed(connection, known, drafts + plain)])
    places = budget or known.settings.budget
    if not listed:
        return _picked(connection, known, alone, drafts, apart, places)
    others = reads.people(connection, [n for n in listed if n > 0 and n not in apart])
    drafts += _drafts(known, others)
    day = _kept(connection, known, alone, drafts, listed, places)
    room = places - len(listed.union(entry.candidate.id for entry in day))
    if room > 0:
        rest = [d for d in drafts if d.person.id not in listed and (d.resting or not d.must)]
        step = [entry for entry in alone if entry.candidate.id not in listed]
        reconnects = rules.RECONNECTS_A_DAY - sum(entry.candidate.reconnect for entry in day)
        day += _picked(connection, known, step, rest, apart | listed, room, max(0, reconnects))
    return _ordered(day)[:budget]


def _kept(
    connection: "Connection",
    known: Known,
    alone: list[Entry],
    drafts: list[_Draft],
    listed: frozenset[int],
    places: int,
) -> list[Entry]:
    """Give those listed who still wait, and as many new musts as the day takes."""
    day = [entry for entry in alone if entry.candidate.id in listed]
    waiting = [d for d in drafts if d.person.id in listed and not _is_only_dated(known, d)]
    day += _warmed(connection, known, waiting)
    musts = [d for d in drafts if d.must and not d.resting and d.person.id not in listed]
    room = max(0, places + rules.MUSTS_OVER_BUDGET - len(listed))
    return day + _ordered(_warmed(connection, known, musts))[:room]


def _is_only_dated(known: Known, draft: _Draft) -> bool:
    """Tell whether nothing but a date is left for somebody who was written to today."""
    terms = draft.terms
    others = terms.overdue or terms.fresh or terms.deed or terms.promise > rules.PROMISE_DATED
    return draft.person.last_contact_on == known.as_of and not others


def _picked(
    connection: "Connection",
    known: Known,
    alone: list[Entry],
    drafts: list[_Draft],
    apart: set[int] | frozenset[int],
    places: int,
    reconnects: int = rules.RECONNECTS_A_DAY,
) -> list[Entry]:
    """Choose a day among these drafts and whoever is overdue, those set `apart` left out.

    Whoever rests after having been shown comes only where nobody else waits for the place.
    """
    limit = FIRST_LOOK
    while True:
        overdue = reads.overdue(connection, known.as_of, limit)
        plain = _drafts(known, [person for person in overdue if person.id not in apart])
        beyond = overdue[-1] if len(overdue) == limit else None
        steps = [entry for entry in alone if not entry.resting]
        awake = [draft for draft in drafts + plain if not draft.resting]
        day = _settled_day(connection, known, steps, awake, beyond, places, reconnects)
        if day is not None:
            break
        limit *= 4
    if len(day) >= places:
        return _with_passed_over(connection, known, day, apart, places)
    left = [draft for draft in drafts + plain if draft.resting]
    resting = [entry for entry in alone if entry.resting] + _warmed(connection, known, left)
    reconnects -= sum(entry.candidate.reconnect for entry in day)
    return day + _chosen(resting, places - len(day), max(0, reconnects))


def _chosen(entries: list[Entry], places: int, reconnects: int) -> list[Entry]:
    by_id = {entry.candidate.id: entry for entry in entries}
    candidates = [entry.candidate._replace(must=False) for entry in entries]
    return [by_id[c.id] for c in rules.pick_day(candidates, places, reconnects)]


def _with_passed_over(
    connection: "Connection",
    known: Known,
    day: list[Entry],
    apart: set[int] | frozenset[int],
    places: int,
) -> list[Entry]:
    """Give the least of a full day's places to whoever several lists have passed over."""
    if len(known.lists) < rules.PASSED_OVER_LISTS:
        return day
    until = known.lists[-rules.PASSED_OVER_LISTS]
    hidden = known.snoozed.keys() | apart
    waiting = day_reads.passed_over(connection, until, len(hidden) + 1)
    first = next((n for n in waiting if n not in hidden), None)
    if first is None or any(entry.candidate.id == first for entry in day):
        return day
    (entry,) = _warmed(connection, known, _drafts(known, reads.people(connection, [first])))
    plain = [e for e in _ordered(day) if not (e.candidate.must or e.candidate.reconnect)]
    if plain:
        day = [other for other in day if other is not plain[-1]]
    elif len(day) >= places + rules.MUSTS_OVER_BUDGET:
        return day
    return _ordered([*day, entry])


def _settled_day(
    connection: "Connection",
    known: Known,
    alone: list[Entry],
    drafts: list[_Draft],
    beyond: Person | None,
    places: int,
    reconnects: int,
) -> list[Entry] | None:
    """Give the day, with warmth computed for as many drafts as it takes to be sure of it.

    None when somebody who is overdue by less than `beyond` could still change the day.
    """
    drafts = sorted(drafts, key=lambda draft: (draft.must, draft.bound), reverse=True)
    considered = {entry.candidate.id: entry for entry in alone}
    outside = _bound_beyond(known, beyond)
    done, step = 0, FIRST_CHUNK
    while True:
        chunk, done = drafts[done : done + step], done + step
        for entry in _warmed(connection, known, chunk):
            considered[entry.candidate.id] = entry
        candidates = (entry.candidate for entry in considered.values())
        day = rules.pick_day(candidates, places, reconnects)
        rest = drafts[done:]
        if _is_settled(day, rest, outside, places, reconnects):
            return [considered[candidate.id] for candidate in day]
        if not rest:
            return None
        step *= 2


def _bound_beyond(known: Known, beyond: Person | None) -> tuple[float, float]:
    """Give the most that anybody beyond the look can have: in all, and when dormant."""
    if beyond is None:
        return 0.0, 0.0
    days_overdue = (known.as_of - (beyond.next_due_on or known.as_of)).days
    base = rules.overdue_points(days_overdue, beyond.cadence_days or NO_CADENCE_DAYS)
    return base + rules.WATER_MAX, base + rules.DORMANT_WATER_MAX


def _is_settled(
    day: list[Candidate],
    rest: list[_Draft],
    outside: tuple[float, float],
    places: int,
    reconnects: int,
) -> bool:
    """Tell whether neither the rest nor anybody outside could change the day.

    Musts compete with musts; the day's reconnect with whoever may be dormant; people without a
    goal, as long as they are not more than the places held for them, with others without one.
    """
    musts = [candidate.priority for candidate in day if candidate.must]
    waiting = [draft.bound for draft in rest if draft.must]
    if waiting and (len(musts) < places + rules.MUSTS_OVER_BUDGET or min(musts) <= max(waiting)):
        return False
    if len(musts) >= places:
        return True
    others = [draft for draft in rest if not draft.must]
    anybody = max([outside[0], *(draft.bound for draft in others)])
    dormant = max([outside[1], *(draft.dormant_bound for draft in others)])
    without_goal = max([outside[0], *(d.bound for d in others if not d.has_goal)])
    if not anybody:
        return True
    fixed = [c for c in day if c.must or c.reconnect]
    chosen = [c for c in day if not (c.must or c.reconnect)]
    held = -(-places // rules.HELD_ONE_IN) - sum(not c.has_goal for c in fixed)
    filled = sum(not candidate.has_goal for candidate in chosen)
    if without_goal and filled < min(held, places - len(fixed)):
        return False
    if filled > held:
        without_goal = anybody
    return (
        len(day) >= places
        and (not reconnects or any(c.reconnect and not c.must for c in fixed))
        and all(c.priority > dormant for c in fixed if not c.must)
        and all(c.priority > (anybody if c.has_goal else without_goal) for c in chosen)
    )


def _ordered(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(
        (entry for entry in entries if entry.candidate.priority > 0),
        key=lambda e: (-e.candidate.priority, -e.candidate.days_overdue, e.candidate.id),
    )


def _with_reasons(connection: "Connection", known: Known) -> list[Person]:
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


def _drafts(known: Known, people: list[Person]) -> list[_Draft]:
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
            _Draft(
                person, terms, promised,
                (promised is not None and promised <= 0) or date_in == 0 or within,
                person.id in known.goals, base + water + _SLACK, base + dormant + _SLACK,
                person.id in known.shown
                and is_resting(known, person.id, grounds_of(known, person, terms)),
            )
        )  # fmt: skip
    return found


def _warmed(connection: "Connection", known: Known, drafts: list[_Draft]) -> list[Entry]:
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


def _alone(known: Known, action: ActionDue) -> Entry:
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


def _is_shown_on_day_off(known: Known, draft: _Draft) -> bool:
    """Tell whether a promise or date is shown: on a day off on its very day, in a pause soon."""
    date_in = known.dates.get(draft.person.id, (None,))[0]
    if not is_workday(known.as_of, known.settings.days_off):
        return draft.promise_in == 0 or date_in == 0
    soon = draft.promise_in is not None and draft.promise_in <= rules.PROMISE_SOON_DAYS
    return soon or date_in is not None
