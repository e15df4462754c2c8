"""The end of an event: who is kept and who is let go, and which aims were reached."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import events as rules
from crm.domain import introductions as introduction_rules
from crm.domain.events import Stance
from crm.errors import WrongUsage
from crm.services import understand
from crm.services.changes import Change, change
from crm.services.event_meet import whom
from crm.services.events import named, row_named
from crm.services.roles import roles
from crm.services.rule_settings import rule_settings
from crm.store.reads import contacts as contact_reads
from crm.store.reads import events as reads
from crm.store.reads import follow_ups, interactions, introductions, mentors, projects
from crm.store.reads.events import Aim, Attendee, Event
from crm.store.reads.follow_ups import PromiseLine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from sqlite3 import Connection


class Met(NamedTuple):
    """Somebody met, what is to be decided about them, what they said and was promised to them."""

    person: Attendee
    stance: Stance
    words: str
    promises: list[PromiseLine]
    follow_up_by: date
    is_followed_up: bool


class Closing(NamedTuple):
    """An event before or after its close; `counted` is how far each aim was or will be reached."""

    event: Event
    aims: list[Aim]
    counted: list[int]
    met: list[Met]

    def of(self, stance: Stance) -> list[Met]:
        """Give those of whom this is so."""
        return [each for each in self.met if each.stance == stance]


def closing(context: Context, which: str) -> Closing:
    """Give what is to be decided about an event, or what was. Raises WrongUsage before it."""
    with context.store.reading() as connection:
        return _closing(connection, named(connection, which, context.today), context.today)


def foreseen(
    context: Context, which: str, *, keep: Sequence[str], reached: dict[int, int]
) -> Closing:
    """Give what `close` would make of an event; raises as it does."""
    with context.store.reading() as connection:
        event = named(connection, which, context.today)
        return _said(context, connection, event, keep, reached)


def _said(
    context: Context,
    connection: Connection,
    event: Event,
    keep: Sequence[str],
    reached: dict[int, int],
) -> Closing:
    """Give an event as it is to be closed: those to keep are kept, aims are counted as said."""
    if event.closed_on is not None:
        raise WrongUsage("event-closed", name=event.name, on=event.closed_on)
    found = _closing(connection, event, context.today)
    kept = {_met_id(context, connection, found, who) for who in keep}
    met = [
        each._replace(stance=Stance.KEPT) if each.person.contact_id in kept else each
        for each in found.met
    ]
    counted = list(found.counted)
    for number, count in reached.items():
        if not 1 <= number <= len(counted):
            raise WrongUsage("no-aim", number=number)
        counted[number - 1] = understand.between(count, 0, rules.LARGEST_COUNT, "aim") or 0
    return found._replace(met=met, counted=counted)


def _closing(connection: Connection, event: Event, today: date) -> Closing:
    if today < event.starts_on:
        raise WrongUsage("event-to-come", start=event.starts_on)
    people = [person for person in reads.people(connection, event.id) if person.met]
    bound = committed(connection, today)
    days_off = rule_settings(connection).days_off
    met = [_met(connection, person, _stance(event, person, bound), days_off) for person in people]
    aims = reads.aims(connection, event.id)
    if event.closed_on is not None:
        return Closing(event, aims, [aim.reached for aim in aims], met)
    return Closing(event, aims, [_counted(connection, aim, people) for aim in aims], met)


def _stance(event: Event, person: Attendee, bound: frozenset[int]) -> Stance:
    if event.closed_on is not None:
        decided = {True: Stance.KEPT, False: Stance.LET_GO, None: Stance.KNOWN}
        return decided[person.kept]
    return stance_of(event, person, bound)


def committed(connection: Connection, today: date) -> frozenset[int]:
    """Give those with whom there is something going on that letting go would break off.

    An active goal, an active mentorship, a running project or an open introduction.
    """
    running = [p.id for p in projects.projects(connection, over=False) if p.state == "running"]
    open_ones = [
        each
        for each in introductions.introductions(connection, over=False)
        if introduction_rules.standing(each.steps, today) != introduction_rules.State.EXPIRED
    ]
    return frozenset((
        *follow_ups.goal_links(connection),
        *(m.contact_id for m in mentors.mentorships(connection) if m.state == "active"),
        *(p.id for people in projects.people(connection, running).values() for p in people),
        *(each.a_id for each in open_ones),
        *(each.b_id for each in open_ones),
    ))  # fmt: skip


def stance_of(event: Event, person: Attendee, bound: frozenset[int]) -> Stance:
    """Give what is to be decided about somebody met, before an event is closed.

    `bound` are those to whom the user is `committed`.
    """
    met_here = person.met_on is not None and event.starts_on <= person.met_on <= event.ends_on
    return rules.stance(
        met_here=met_here,
        garden_since=person.garden_since,
        starts_on=event.starts_on,
        has_cadence=person.has_cadence,
        woken_on=person.woken_on,
        is_committed=person.contact_id in bound,
    )


def _met(
    connection: Connection, person: Attendee, stance: Stance, days_off: frozenset[date]
) -> Met:
    timeline = interactions.timeline(connection, person.contact_id, -1)
    words = next((each.summary for each in timeline if each.id == person.interaction_id), "")
    facts = interactions.facts(connection, person.contact_id)
    mine = [
        promise
        for promise in follow_ups.promises(connection, person.contact_id, done=False)
        if promise.mine
    ]
    on = person.on or date.min
    return Met(
        person, stance, facts[0].text if facts else words, mine,
        rules.follow_up_by(on, days_off),
        any(not each.planned and each.id != person.interaction_id and each.day >= on
            for each in timeline),
    )  # fmt: skip


def _counted(connection: Connection, aim: Aim, people: list[Attendee]) -> int:
    """Give how many people were met of a role that an aim names, else what was counted before."""
    named = set(roles(connection).in_title(aim.text))
    if not named:
        return aim.reached
    theirs = (contact_reads.details(connection, person.contact_id).traits for person in people)
    return max(aim.reached, sum(bool(named.intersection(t.get("role", []))) for t in theirs))


def close(
    context: Context, which: str, *, keep: Sequence[str], reached: dict[int, int] | None = None
) -> Closing:
    """Close an event: those to `keep` stay in the garden, others go to the address book.

    `reached` says of aims, by their number from 1, how many; of others it is what was counted.
    Raises WrongUsage for somebody who was not met there, and for an event that is closed or yet to
    come.
    """
    with change(context, "event-close") as made:
        row = row_named(made, which)
        connection = made.write.plain()
        event = named(connection, str(row.id), context.today)
        said = _said(context, connection, event, keep, reached or {})
        for each in said.met:
            _decide(made, each)
        _count(made, said)
        row.closed_on = context.today
        made.about(event.name)
    return closing(context, str(event.id))


def _met_id(context: Context, connection: Connection, closing: Closing, who: str) -> int:
    event = closing.event
    found = whom(connection, event, understand.required(who, "--keep"), context.today)
    if found is None or found.id not in {each.person.contact_id for each in closing.met}:
        name, number = (found.name, found.id) if found else (who, who)
        raise WrongUsage("not-met", name=name, id=number, event=event.id)
    return found.id


def _decide(made: Change, each: Met) -> None:
    from crm.store.tables.contacts import Contact
    from crm.store.tables.events import EventPerson

    row = made.write.get(EventPerson, each.person.id)
    contact = made.write.get(Contact, each.person.contact_id)
    if row is None or contact is None or each.stance == Stance.KNOWN:
        return
    row.kept = each.stance == Stance.KEPT
    if row.kept and contact.garden_since is None:
        contact.garden_since = made.today
    elif not row.kept:
        contact.garden_since = None
    made.rhythm_of.add(contact.id)


def _count(made: Change, said: Closing) -> None:
    from crm.store.tables.events import EventAim

    for aim, count in zip(said.aims, said.counted, strict=True):
        row = made.write.get(EventAim, aim.id)
        if row is not None:
            row.reached = count


def reached_aims(said: list[str]) -> dict[int, int]:
    """Read "1=2": of the first aim, two. Raises WrongUsage for anything else."""
    found = {}
    for text in said:
        number, _equals, count = text.partition("=")
        parts = (number.strip(), count.strip())
        if not all(part.isascii() and part.isdecimal() and len(part) < 6 for part in parts):
            raise WrongUsage("bad-aim", text=text)
        found[int(number)] = int(count)
    return found
