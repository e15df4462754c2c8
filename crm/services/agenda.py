"""The day's list: whom to talk to, why, and in what order."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import agenda as rules
from crm.domain.agenda import Candidate, Terms
from crm.domain.dates import is_workday
from crm.domain.warmth import NO_CADENCE_DAYS, Band, warmth
from crm.services import understand
from crm.services.rule_settings import MOST_A_DAY, RuleSettings, rule_settings
from crm.store.reads import follow_ups as reads
from crm.store.reads import interactions
from crm.store.reads.follow_ups import ActionDue, DateLine, GoalLink, Person, PromiseLine

if TYPE_CHECKING:
    from sqlite3 import Connection

FIRST_LOOK = 128
MOST_DAYS = 60


class Reason(NamedTuple):
    """Why somebody is on the list: a code and what its sentence needs."""

    code: str
    params: dict[str, object]


class Line(NamedTuple):
    """One line of the day: a person, or a goal's next action that needs nobody."""

    day: date
    contact_id: int | None
    name: str | None
    priority: float
    terms: Terms
    reasons: list[Reason]
    due_on: date | None
    days_overdue: int
    band: str | None
    opener: str | None


class DayList(NamedTuple):
    """The lines of one or more days, and what keeps others off it."""

    lines: list[Line]
    paused_until: date | None


class _Known(NamedTuple):
    """What the database says of a day, the people who may be on its list aside."""

    as_of: date
    settings: RuleSettings
    goals: dict[int, GoalLink]
    promises: dict[int, PromiseLine]
    dates: dict[int, tuple[int, DateLine]]
    actions: dict[int, ActionDue]
    alone: list[ActionDue]
    fresh: set[int]
    snoozed: dict[int, date]
    paused_until: date | None


class _Entry(NamedTuple):
    """A candidate with what its line will show."""

    candidate: Candidate
    person: Person | None
    terms: Terms
    band: str | None
    promise_in: int | None


def day_list(
    context: Context, *, budget: int | None = None, days: int = 1, everybody: bool = False
) -> DayList:
    """Give the list of today, or of as many `days`, each person once.

    With `everybody`, all who could be on today's list instead of as many as the budget takes.
    """
    understand.between(budget, 1, MOST_A_DAY, "budget")
    understand.between(days, 1, MOST_DAYS, "days")
    with context.store.reading() as connection:
        lines: list[Line] = []
        placed: set[int] = set()
        for offset in range(days):
            as_of = context.today + timedelta(days=offset)
            known = _known(connection, as_of)
            entries = _entries_of_day(connection, known, placed, budget, everybody)
            lines += _lines(connection, known, entries)
            placed.update(entry.candidate.id for entry in entries)
        return DayList(lines, reads.paused_until(connection, context.today))


def _known(connection: "Connection", as_of: date) -> _Known:
    settings = rule_settings(connection)
    promises: dict[int, PromiseLine] = {}
    for promise in reads.open_promises(connection):
        if promise.mine and promise.due_on is not None:
            promises.setdefault(promise.contact_id, promise)
    actions = reads.actions_due(connection, as_of)
    return _Known(
        as_of=as_of,
        settings=settings,
        goals=reads.goal_links(connection),
        promises=promises,
        dates=_dates(connection, as_of, settings.leap_day),
        actions={a.contact_id: a for a in actions if a.contact_id is not None},
        alone=[action for action in actions if action.contact_id is None],
        fresh=reads.fresh(connection, as_of),
        snoozed=reads.snoozed(connection, as_of),
        paused_until=reads.paused_until(connection, as_of),
    )


def _dates(connection: "Connection", as_of: date, leap_day: str) -> dict[int, tuple[int, DateLine]]:
    """Give the next date within a week of each person who has one, and in how many days it is."""
    found: dict[int, tuple[int, DateLine]] = {}
    for contact_id, lines in reads.dates_about(connection, as_of).items():
        for line in lines:
            on = line.date.next_on_or_after(as_of, leap_day)
            days = (on - as_of).days if on else reads.DATES_WITHIN_DAYS + 1
            if days <= reads.DATES_WITHIN_DAYS and days < found.get(contact_id, (99,))[0]:
                found[contact_id] = (days, line)
    return found


def _promise_in(known: _Known, contact_id: int) -> int | None:
    promise = known.promises.get(contact_id)
    return (promise.due_on - known.as_of).days if promise and promise.due_on else None


def _entries_of_day(
    connection: "Connection",
    known: _Known,
    placed: set[int],
    budget: int | None,
    everybody: bool,
) -> list[_Entry]:
    """Give the day's entries in their order: levelled, or all of them for `everybody`.

    Warmth is computed for everyone with a reason of their own, but among those who are only
    overdue for as many as it takes to be sure of the day; the bound on the rest is exact.
    """
    people = [p for p in _with_reasons(connection, known) if p.id not in placed]
    special = {person.id for person in people}
    entries = _entries(connection, known, people)
    entries += [_alone(known, a) for a in known.alone if -a.goal_id not in placed]
    if not _whole_list_is_shown(known):
        return _ordered(entry for entry in entries if _of_a_day_off(known, entry))
    places = budget or known.settings.budget
    limit = -1 if everybody else FIRST_LOOK
    while True:
        overdue = reads.overdue(connection, known.as_of, limit)
        plain = [
            person for person in overdue if person.id not in special | placed | known.snoozed.keys()
        ]
        considered = entries + _entries(connection, known, plain)
        if everybody:
            return _ordered(considered)
        day = rules.pick_day((entry.candidate for entry in considered), places)
        if len(overdue) < limit or _is_settled(day, overdue[-1], known.as_of, places):
            by_id = {entry.candidate.id: entry for entry in considered}
            return [by_id[candidate.id] for candidate in day]
        limit *= 4


def _ordered(entries: Iterable[_Entry]) -> list[_Entry]:
    return sorted(
        (entry for entry in entries if entry.candidate.priority > 0),
        key=lambda e: (-e.candidate.priority, -e.candidate.days_overdue, e.candidate.id),
    )


def _is_settled(day: list[Candidate], least: Person, as_of: date, places: int) -> bool:
    """Tell whether nobody who is overdue by less than `least` could change the day."""
    days_overdue = (as_of - (least.next_due_on or as_of)).days
    base = rules.overdue_points(days_overdue, least.cadence_days or NO_CADENCE_DAYS)
    musts = sum(candidate.must for candidate in day)
    if musts >= places:
        return True
    chosen = [c for c in day if not c.must]
    reconnects = [c.priority for c in chosen if c.reconnect]
    others = [c.priority for c in chosen if not c.reconnect]
    return (
        len(day) >= places
        and bool(reconnects)
        and reconnects[0] > base + rules.DORMANT_WATER_MAX
        and all(priority > base + rules.WATER_MAX for priority in others)
    )


def _with_reasons(connection: "Connection", known: _Known) -> list[Person]:
    """Give the people who may be on the list for more than being overdue."""
    soon = {
        contact_id
        for contact_id in known.promises
        if (_promise_in(known, contact_id) or 0) <= rules.PROMISE_SOON_DAYS
    }
    unsnoozed = known.dates.keys() | known.fresh | known.actions.keys() | known.goals.keys()
    return reads.people(connection, soon | (unsnoozed - known.snoozed.keys()))


def _entries(connection: "Connection", known: _Known, people: list[Person]) -> list[_Entry]:
    touches = interactions.touches(connection, [person.id for person in people])
    found = []
    for person in people:
        cadence = person.cadence_days or NO_CADENCE_DAYS
        stands = warmth(touches[person.id], known.as_of, cadence, person.known_since)
        promise_in = _promise_in(known, person.id)
        terms = _terms(known, person, stands.score, promise_in)
        date_in = known.dates.get(person.id, (None,))[0]
        within = person.id in known.fresh and rules.is_within_workdays(
            person.met_on or known.as_of, known.as_of, known.settings.days_off
        )
        candidate = Candidate(
            id=person.id,
            priority=rules.priority(terms, promise_in),
            days_overdue=_days_overdue(person, known.as_of),
            reconnect=stands.band == Band.DORMANT and person.garden_since is not None,
            has_goal=person.id in known.goals,
            must=(promise_in is not None and promise_in <= 0) or date_in == 0 or within,
        )
        band = str(stands.band) if person.garden_since else None
        if candidate.priority > 0:
            found.append(_Entry(candidate, person, terms, band, promise_in))
    return found


def _days_overdue(person: Person, as_of: date) -> int:
    return max(0, (as_of - person.next_due_on).days) if person.next_due_on else 0


def _terms(known: _Known, person: Person, score: float, promise_in: int | None) -> Terms:
    due = person.next_due_on
    goal = known.goals.get(person.id)
    fresh = (
        rules.fresh_points(person.met_on, known.as_of, known.settings.days_off)
        if person.id in known.fresh and person.met_on
        else 0.0
    )
    return rules.terms(
        cadence_days=person.cadence_days or NO_CADENCE_DAYS,
        days_overdue=(known.as_of - due).days if due and due <= known.as_of else None,
        goal=goal.rank if goal else None,
        promise_in=promise_in,
        score=score,
        date_in=known.dates.get(person.id, (None,))[0],
        fresh=fresh,
        deed="next_action" if person.id in known.actions else None,
    )


def _alone(known: _Known, action: ActionDue) -> _Entry:
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
    return _Entry(candidate, None, terms, None, None)


def _whole_list_is_shown(known: _Known) -> bool:
    return known.paused_until is None and is_workday(known.as_of, known.settings.days_off)


def _of_a_day_off(known: _Known, entry: _Entry) -> bool:
    """Tell whether an entry shows on a day off (its very day), or in a pause (its days)."""
    if entry.person is None:
        return False
    date_in = known.dates.get(entry.person.id, (99,))[0]
    if not is_workday(known.as_of, known.settings.days_off):
        return entry.promise_in == 0 or date_in == 0
    soon = entry.promise_in is not None and entry.promise_in <= rules.PROMISE_SOON_DAYS
    return soon or date_in <= reads.DATES_WITHIN_DAYS


def _lines(connection: "Connection", known: _Known, entries: list[_Entry]) -> list[Line]:
    last = interactions.latest(
        connection, [entry.person.id for entry in entries if entry.person is not None]
    )
    return [
        Line(
            day=known.as_of,
            contact_id=entry.person.id if entry.person else None,
            name=entry.person.name if entry.person else None,
            priority=entry.candidate.priority,
            terms=entry.terms.rounded(),
            reasons=_reasons(known, entry, last),
            due_on=entry.person.next_due_on if entry.person else None,
            days_overdue=entry.candidate.days_overdue,
            band=entry.band,
            opener=None,
        )
        for entry in entries
    ]


def _reasons(known: _Known, entry: _Entry, last: dict[int, interactions.Last]) -> list[Reason]:
    person, terms = entry.person, entry.terms
    if person is None:
        return [_action_reason(action) for action in known.alone
                if -action.goal_id == entry.candidate.id]  # fmt: skip
    reasons = []
    promise = known.promises.get(person.id)
    if promise and entry.promise_in is not None and entry.promise_in <= rules.PROMISE_SOON_DAYS:
        params = {"text": promise.text, "days": entry.promise_in, "made_on": promise.made_on}
        reasons.append(Reason("promise", params))
    if terms.date:
        reasons.append(_date_reason(known, *known.dates[person.id]))
    if terms.fresh:
        reasons.append(Reason("fresh", {"met_on": person.met_on, "met_at": person.met_at}))
    if person.id in known.actions:
        reasons.append(_action_reason(known.actions[person.id]))
    if terms.overdue or entry.candidate.reconnect:
        reasons.append(_contact_reason(person, last.get(person.id), entry.candidate.reconnect))
    if person.id in known.goals:
        link = known.goals[person.id]
        reasons.append(Reason("goal", {"title": link.title, "rank": link.rank}))
    return reasons


def _date_reason(known: _Known, days: int, line: DateLine) -> Reason:
    age = line.date.age_on(known.as_of + timedelta(days=days))
    return Reason(
        "birthday" if line.kind == "birthday" else "date",
        {"days": days, "label": line.label, "years": age, "on": known.as_of + timedelta(days)},
    )


def _action_reason(action: ActionDue) -> Reason:
    return Reason("action", {"action": action.action, "goal": action.goal, "due": action.due_on})


def _contact_reason(person: Person, last: interactions.Last | None, dormant: bool) -> Reason:
    if last is None:
        return Reason("never", {"garden_since": person.garden_since})
    code = "reconnect" if dormant else "last"
    return Reason(code, {"on": last.day, "kind": last.kind, "summary": last.summary})
