"""What the database says of a day, the people who may be on its list aside."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from crm.domain import agenda as rules
from crm.domain.dates import is_workday, workdays_between
from crm.services.rule_settings import RuleSettings, rule_settings
from crm.store.reads import day as day_reads
from crm.store.reads import follow_ups as reads
from crm.store.reads.day import Shown
from crm.store.reads.follow_ups import (
    ActionDue,
    DateLine,
    GoalLink,
    Person,
    Promised,
    Standing,
)

if TYPE_CHECKING:
    from sqlite3 import Connection

REMEMBERED_DAYS = 90
_PROMISE = "promise:"


class Step(NamedTuple):
    """An introduction that waits for the user: "make" it, "nudge" somebody, or "follow-up".

    `other` is who they were, or are to be, introduced to; `since` is the day of the last step.
    """

    id: int
    what: str
    state: str
    other: str
    since: date


class Known(NamedTuple):
    """What holds on a day: links, promises, dates, deeds, who is put off, who was shown before.

    `lists` are the days that had a list, oldest first.
    """

    as_of: date
    settings: RuleSettings
    goals: dict[int, GoalLink]
    mentors: dict[int, Standing]
    introductions: dict[int, Step]
    promises: dict[int, Promised]
    dates: dict[int, tuple[int, DateLine]]
    actions: dict[int, ActionDue]
    alone: list[ActionDue]
    fresh: set[int]
    snoozed: dict[int, date]
    paused_until: date | None
    shown: dict[int, list[Shown]]
    lists: list[date]


def known_of(connection: "Connection", as_of: date) -> Known:
    """Give what the database says of a day."""
    settings = rule_settings(connection)
    actions = reads.actions_due(connection, as_of)
    since = date.fromordinal(max(1, as_of.toordinal() - REMEMBERED_DAYS))
    shown: dict[int, list[Shown]] = {}
    lists: list[date] = []
    for line in day_reads.shown(connection, since, as_of):
        shown.setdefault(line.about, []).append(line)
        if line.day not in lists[-1:]:
            lists.append(line.day)
    return Known(
        as_of=as_of,
        settings=settings,
        goals=reads.goal_links(connection),
        mentors=reads.standings(connection, as_of),
        introductions=_introductions(connection, as_of),
        promises=reads.promised(connection, as_of),
        dates=_dates(connection, as_of, settings.leap_day),
        actions={a.contact_id: a for a in actions if a.contact_id is not None},
        alone=[action for action in actions if action.contact_id is None],
        fresh=reads.fresh(connection, as_of),
        snoozed=reads.snoozed(connection, as_of),
        paused_until=reads.paused_until(connection, as_of),
        shown=shown,
        lists=lists,
    )


def _introductions(connection: "Connection", as_of: date) -> dict[int, Step]:
    """Give the introduction that waits for the user with each person concerned.

    Whoever one was in touch with since it waits has been dealt with.
    """
    if not day_reads.introduction_waits(connection):
        return {}
    from crm.domain.introductions import Side, waits_for_me
    from crm.store.reads import introductions as introduction_reads

    found: dict[int, Step] = {}
    for each, a_last_on, b_last_on in introduction_reads.waiting(connection):
        waiting = waits_for_me(each.steps, as_of)
        if waiting is None:
            continue
        what, side, handled_from = waiting
        last, about, other = (
            (a_last_on, each.a_id, each.b_name)
            if side == Side.A
            else (b_last_on, each.b_id, each.a_name)
        )
        if last is None or last < handled_from:
            step = Step(each.id, what, str(each.steps.state), other, each.steps.moved_on)
            found.setdefault(about, step)
    return found


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


def promise_in(known: Known, contact_id: int) -> int | None:
    """Give the days until the next dated promise to somebody, negative when it is late."""
    promised = known.promises.get(contact_id)
    return (promised.due_on - known.as_of).days if promised else None


def deed_of(known: Known, contact_id: int) -> str | None:
    """Give the deed that waits with somebody, the one of most points where they are several."""
    if contact_id in known.actions:
        return "next_action"
    standing = known.mentors.get(contact_id)
    if standing and standing.to_report:
        return "report_result"
    return "introduction" if contact_id in known.introductions else None


def is_whole_list_shown(known: Known) -> bool:
    """Tell whether it is a workday and no pause: else only dates and promises are shown."""
    return known.paused_until is None and is_workday(known.as_of, known.settings.days_off)


def grounds_of(known: Known, person: Person, terms: rules.Terms) -> frozenset[str]:
    """Give keys of what brings a person onto the list, each new when it is news.

    That a promise or a date draws near is news, and so is a due day after another contact.
    """
    found = set()
    for due_on in known.promises[person.id].days if person.id in known.promises else ():
        days = (due_on - known.as_of).days
        if days <= rules.PROMISE_SOON_DAYS:
            step = "soon" if days > 0 else "late" if days < 0 else "today"
            found.add(f"{_PROMISE}{due_on}:{step}")
    if terms.date:
        on = known.as_of + timedelta(known.dates[person.id][0])
        found.add(f"date:{on}:{terms.date:g}")
    if terms.fresh:
        found.add(f"fresh:{person.met_on}")
    if person.id in known.actions:
        found |= grounds_of_action(known.actions[person.id])
    if person.id in known.mentors:
        found.update(f"report:{result.id}" for result in known.mentors[person.id].to_report)
    if introduction := known.introductions.get(person.id):
        found.add(f"intro:{introduction.id}:{introduction.state}")
    if terms.overdue:
        found.add(f"due:{person.next_due_on}")
    return frozenset(found)


def grounds_of_action(action: ActionDue) -> frozenset[str]:
    """Give the key of a goal's next action."""
    return frozenset({f"action:{action.goal_id}:{action.due_on}"})


def is_resting(known: Known, about: int, grounds: frozenset[str]) -> bool:
    """Tell whether somebody was shown on these grounds lately and left, and yields to others."""
    before = known.shown.get(about, ())
    same = [line for line in before if line.grounds & grounds]
    if not same or not grounds.issubset(frozenset().union(*(line.grounds for line in before))):
        return False
    promised = any(ground.startswith(_PROMISE) for ground in grounds)
    rest = rules.rest_workdays(len(same), promised=promised)
    return workdays_between(same[-1].day, known.as_of, known.settings.days_off) <= rest
