"""The day's list: whom to talk to, why, and in what order."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import agenda as rules
from crm.domain.agenda import Terms
from crm.services import understand
from crm.services.candidates import Entry, Known, entries_of_day, known_of
from crm.services.rule_settings import MOST_A_DAY
from crm.store.reads import follow_ups as reads
from crm.store.reads import interactions
from crm.store.reads.follow_ups import ActionDue, DateLine, Person

if TYPE_CHECKING:
    from sqlite3 import Connection

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
            known = known_of(connection, as_of)
            entries = entries_of_day(connection, known, placed, budget, everybody)
            lines += _lines(connection, known, entries)
            placed.update(entry.candidate.id for entry in entries)
        return DayList(lines, reads.paused_until(connection, context.today))


def _lines(connection: "Connection", known: Known, entries: list[Entry]) -> list[Line]:
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
            reasons=_reasons(connection, known, entry, last),
            due_on=entry.person.next_due_on if entry.person else None,
            days_overdue=entry.candidate.days_overdue,
            band=entry.band,
            opener=None,
        )
        for entry in entries
    ]


def _reasons(
    connection: "Connection", known: Known, entry: Entry, last: dict[int, interactions.Last]
) -> list[Reason]:
    person, terms = entry.person, entry.terms
    if person is None:
        return [_action_reason(action) for action in known.alone
                if -action.goal_id == entry.candidate.id]  # fmt: skip
    reasons = []
    if person.id in known.promises:
        reasons += _promise_reasons(connection, known, person.id)
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


def _promise_reasons(connection: "Connection", known: Known, contact_id: int) -> list[Reason]:
    found = []
    for promise in reads.promises(connection, contact_id, done=False):
        days = (promise.due_on - known.as_of).days if promise.due_on else None
        if promise.mine and days is not None and days <= rules.PROMISE_SOON_DAYS:
            found.append(Reason("promise", {"text": promise.text, "days": days}))
    return found


def _date_reason(known: Known, days: int, line: DateLine) -> Reason:
    on = known.as_of + timedelta(days)
    age = line.date.age_on(on, known.settings.leap_day)
    return Reason(
        "birthday" if line.kind == "birthday" else "date",
        {"label": line.label, "years": age, "on": on},
    )


def _action_reason(action: ActionDue) -> Reason:
    return Reason("action", {"action": action.action, "goal": action.goal, "due": action.due_on})


def _contact_reason(person: Person, last: interactions.Last | None, dormant: bool) -> Reason:
    if last is None:
        return Reason("never", {"garden_since": person.garden_since})
    code = "reconnect" if dormant else "last"
    return Reason(
        code, {"on": last.day, "kind": last.kind, "side": last.side, "summary": last.summary}
    )
