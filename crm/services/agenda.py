"""The day's list: whom to talk to, why, and in what order."""

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import agenda as rules
from crm.domain.agenda import Terms
from crm.errors import CrmError
from crm.services import understand
from crm.services.candidates import Entry
from crm.services.known import Known, is_whole_list_shown, known_of
from crm.services.levelling import entries_of_day
from crm.services.openers import Asked, Opener, openers
from crm.services.rule_settings import MOST_A_DAY
from crm.store import day_lines
from crm.store.connection import plain_transaction
from crm.store.reads import day as day_reads
from crm.store.reads import follow_ups as reads
from crm.store.reads import interactions
from crm.store.reads.follow_ups import ActionDue, DateLine, Person

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_DAYS = 60
MOST_OPENERS = 50
MOST_QUESTIONS = 3
MOST_UNWRITTEN = 3
ANSWER_AFTER_DAYS, ANSWER_WITHIN_DAYS = 7, 21
HELD_WITHIN_DAYS = 14
CLOSE_WITHIN_DAYS = 14


class Reason(NamedTuple):
    """Why somebody is on the list: a code and what its sentence needs."""

    code: str
    params: dict[str, object]


class Line(NamedTuple):
    """One line of the day: a person, or a goal's next action that needs nobody."""

    day: date
    number: int | None
    contact_id: int | None
    goal_id: int | None
    name: str | None
    priority: float
    terms: Terms
    reasons: list[Reason]
    due_on: date | None
    days_overdue: int
    band: str | None
    opener: str | None
    opener_key: str
    grounds: frozenset[str]


class Question(NamedTuple):
    """What the list asks on one day: was a message "answered", was what was planned "held".

    Or, by the first meeting there, whom to keep of an `event` (id and name) that is to "close".
    `people` are ids and names; `asked` when a list of today has asked already.
    """

    code: str
    interaction_id: int
    day: date
    kind: str
    people: list[tuple[int, str]]
    asked: bool
    event: tuple[int, str] | None = None


class Ahead(NamedTuple):
    """What to say on a day without lines: who falls due next, and who was never written to."""

    next_due: tuple[int, str, date] | None
    unwritten: list[tuple[int, str]]


class DayList(NamedTuple):
    """The lines of one or more days, what is asked, and what keeps others off the list.

    `dealt_with` counts the lines that today's list had and that are done or put off.
    """

    lines: list[Line]
    questions: list[Question]
    dealt_with: int
    paused_until: date | None


def day_list(
    context: Context, *, budget: int | None = None, days: int = 1, everybody: bool = False
) -> DayList:
    """Give the list of today, or of as many `days`, each person once.

    A list once `shown` keeps its lines through the day: what is done or put off leaves it, and
    nobody takes its place but a must. With `everybody`, all who could be on today's list instead
    of as many as the budget takes.
    """
    understand.between(budget, 1, MOST_A_DAY, "budget")
    understand.between(days, 1, MOST_DAYS, "days")
    with context.store.reading() as connection:
        before = {
            line.contact_id or -(line.goal_id or 0): line
            for line in day_reads.numbered(connection, context.today)
        }
        lines: list[Line] = []
        placed: set[int] = set()
        questions: list[Question] = []
        for offset in range(days):
            known = known_of(connection, context.today + timedelta(days=offset))
            listed = frozenset(before) if offset == 0 else frozenset()
            entries = entries_of_day(connection, known, placed, budget, everybody, listed)
            lines += _lines(connection, context, known, entries, {} if offset else before)
            placed.update(entry.candidate.id for entry in entries)
            questions = questions if offset else _questions(connection, known)
        waiting = {line.contact_id or -(line.goal_id or 0) for line in lines}
        return DayList(
            lines=lines,
            questions=questions,
            dealt_with=len(before.keys() - waiting),
            paused_until=reads.paused_until(connection, context.today),
        )


def ahead(context: Context) -> Ahead:
    """Give what there is to say on a day without lines."""
    with context.store.reading() as connection:
        return Ahead(
            reads.next_due(connection, context.today), reads.unwritten(connection, MOST_UNWRITTEN)
        )


def shown(context: Context, day: DayList) -> DayList:
    """Note that a list is being shown: give it with a number for each line of today.

    The numbers hold through the day. Where the file cannot be written right now, they count from
    one, and nothing is remembered.
    """
    today = [line for line in day.lines if line.day == context.today]
    asked = [(q.people[0][0], q.interaction_id) for q in day.questions if not q.asked]
    if all(line.number for line in today) and not asked:
        return day
    with (
        suppress(CrmError),
        plain_transaction(context.store, patience=day_lines.PATIENCE) as connection,
    ):
        day_lines.number(connection, context.today, map(_as_shown, today))
        day_lines.asked(connection, context.today, asked)
    return _numbered(context, day)


def first_time(context: Context, channel: str) -> bool:
    """Tell whether today's list goes out on a channel for the first time today, and note it."""
    with plain_transaction(context.store, patience=day_lines.PATIENCE) as connection:
        return day_lines.deliver(connection, context.today, channel)


def _as_shown(line: Line) -> day_lines.Shown:
    return line.contact_id, line.goal_id, " ".join(sorted(line.grounds)), line.opener_key


def _numbered(context: Context, day: DayList) -> DayList:
    with context.store.reading() as connection:
        known = {
            (line.contact_id, line.goal_id): line.number
            for line in day_reads.numbered(connection, context.today)
        }
    lines = []
    for position, line in enumerate(day.lines, 1):
        if line.day == context.today:
            line = line._replace(number=known.get((line.contact_id, line.goal_id), position))
        lines.append(line)
    return day._replace(lines=lines)


def _questions(connection: "Connection", known: Known) -> list[Question]:
    """Give what is to be asked on a workday, a few things at a time."""
    if not is_whole_list_shown(known):
        return []
    today = known.as_of
    found: dict[int, Question] = {}
    for code, read, first, last in (
        ("held", day_reads.unheld, HELD_WITHIN_DAYS, 1),
        ("answered", day_reads.unanswered, ANSWER_WITHIN_DAYS, ANSWER_AFTER_DAYS),
    ):
        since, until = (date.fromordinal(max(1, today.toordinal() - n)) for n in (first, last))
        for row in read(connection, since, until, today, MOST_QUESTIONS):
            question = Question(code, row.id, row.day, row.kind, [], row.asked)
            found.setdefault(row.id, question).people.append((row.contact_id, row.name))
    since, until = (date.fromordinal(max(1, today.toordinal() - n)) for n in (CLOSE_WITHIN_DAYS, 1))
    for event in day_reads.unclosed(connection, since, until, today, 1):
        people = [(event.contact_id, event.contact)]
        found[event.interaction_id] = Question(
            "close", event.interaction_id, event.ends_on, "meeting", people, event.asked,
            (event.id, event.name),
        )  # fmt: skip
    return list(found.values())


def _lines(
    connection: "Connection",
    context: Context,
    known: Known,
    entries: list[Entry],
    before: dict[int, day_reads.Numbered],
) -> list[Line]:
    ids = [entry.person.id for entry in entries if entry.person is not None]
    last = interactions.latest(connection, ids)
    said = _openers(connection, context, entries, before)
    return [
        Line(
            day=known.as_of,
            number=before[entry.candidate.id].number if entry.candidate.id in before else None,
            contact_id=entry.person.id if entry.person else None,
            goal_id=None if entry.person else -entry.candidate.id,
            name=entry.person.name if entry.person else None,
            priority=entry.candidate.priority,
            terms=entry.terms.rounded(),
            reasons=_reasons(connection, known, entry, last),
            due_on=entry.person.next_due_on if entry.person else None,
            days_overdue=entry.candidate.days_overdue,
            band=entry.band,
            opener=said[entry.candidate.id].text if entry.candidate.id in said else None,
            opener_key=said[entry.candidate.id].key if entry.candidate.id in said else "",
            grounds=entry.grounds,
        )
        for entry in entries
    ]


def _openers(
    connection: "Connection",
    context: Context,
    entries: list[Entry],
    before: dict[int, day_reads.Numbered],
) -> dict[int, Opener]:
    asked = [
        Asked(
            entry.person.id,
            before[entry.person.id].opener if entry.person.id in before else "",
            entry.candidate.reconnect,
        )
        for entry in entries[:MOST_OPENERS]
        if entry.person is not None
    ]
    return openers(connection, context, asked)


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
    mentor = known.mentors.get(person.id)
    if mentor and mentor.to_report:
        first = mentor.to_report[0]
        reasons.append(Reason("report", {"advice": first.advice, "topic": first.topic}))
    if step := known.introductions.get(person.id):
        reasons.append(Reason(f"intro-{step.what}", {"other": step.other, "since": step.since}))
    if terms.overdue or entry.candidate.reconnect:
        reasons.append(_contact_reason(person, last.get(person.id), entry.candidate.reconnect))
    if person.id in known.goals:
        link = known.goals[person.id]
        reasons.append(Reason("goal", {"title": link.title, "rank": link.rank}))
    if mentor:
        reasons.append(Reason("mentor", {"standing": mentor.state, "purpose": mentor.purpose}))
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
