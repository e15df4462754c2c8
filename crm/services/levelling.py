"""The lines of a day out of those who could be on it, without looking at everybody."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from crm.domain import agenda as rules
from crm.domain.agenda import Candidate
from crm.domain.dates import is_workday
from crm.domain.warmth import NO_CADENCE_DAYS
from crm.services.candidates import (
    Draft,
    Entry,
    alone_entry,
    drafts_of,
    warmed,
    with_reasons,
)
from crm.services.known import Known, is_whole_list_shown
from crm.store.reads import day as day_reads
from crm.store.reads import follow_ups as reads
from crm.store.reads.follow_ups import Person

if TYPE_CHECKING:
    from sqlite3 import Connection

FIRST_LOOK = 128
FIRST_CHUNK = 16


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
    special = [p for p in with_reasons(connection, known) if p.id not in placed]
    drafts = drafts_of(known, special)
    alone = [alone_entry(known, a) for a in known.alone if -a.goal_id not in placed]
    if not is_whole_list_shown(known):
        shown = [draft for draft in drafts if _is_shown_on_day_off(known, draft)]
        awake = [
            draft
            for draft in shown
            if (not draft.resting or draft.person.id in listed)
            and not (draft.person.id in listed and _is_only_dated(known, draft))
        ]
        return _ordered(warmed(connection, known, awake))
    apart = {p.id for p in special} | placed | known.snoozed.keys()
    if everybody:
        overdue = reads.overdue(connection, known.as_of, -1)
        plain = drafts_of(known, [person for person in overdue if person.id not in apart])
        return _ordered([*alone, *warmed(connection, known, drafts + plain)])
    places = budget or known.settings.budget
    if not listed:
        return _picked(connection, known, alone, drafts, apart, places)
    others = reads.people(connection, [n for n in listed if n > 0 and n not in apart])
    drafts += drafts_of(known, others)
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
    drafts: list[Draft],
    listed: frozenset[int],
    places: int,
) -> list[Entry]:
    """Give those listed who still wait, and as many new musts as the day takes."""
    day = [entry for entry in alone if entry.candidate.id in listed]
    waiting = [d for d in drafts if d.person.id in listed and not _is_only_dated(known, d)]
    day += warmed(connection, known, waiting)
    room = max(0, places + rules.MUSTS_OVER_BUDGET - len(listed))
    if not room:
        return day
    musts = [d for d in drafts if d.must and not d.resting and d.person.id not in listed]
    return day + _ordered(warmed(connection, known, musts))[:room]


def _is_only_dated(known: Known, draft: Draft) -> bool:
    """Tell whether nothing but a date is left for somebody who was written to today."""
    terms = draft.terms
    others = terms.overdue or terms.fresh or terms.deed or terms.promise > rules.PROMISE_DATED
    return draft.person.last_contact_on == known.as_of and not others


def _picked(
    connection: "Connection",
    known: Known,
    alone: list[Entry],
    drafts: list[Draft],
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
        plain = drafts_of(known, [person for person in overdue if person.id not in apart])
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
    resting = [entry for entry in alone if entry.resting] + warmed(connection, known, left)
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
    (entry,) = warmed(connection, known, drafts_of(known, reads.people(connection, [first])))
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
    drafts: list[Draft],
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
        for entry in warmed(connection, known, chunk):
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
    rest: list[Draft],
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


def _is_shown_on_day_off(known: Known, draft: Draft) -> bool:
    """Tell whether a promise or date is shown: on a day off on its very day, in a pause soon."""
    date_in = known.dates.get(draft.person.id, (None,))[0]
    if not is_workday(known.as_of, known.settings.days_off):
        return draft.promise_in == 0 or date_in == 0
    soon = draft.promise_in is not None and draft.promise_in <= rules.PROMISE_SOON_DAYS
    return soon or date_in is not None
