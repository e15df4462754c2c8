"""Promises of either side, snoozes and pauses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from crm.context import Context
from crm.domain.cadence import longer
from crm.errors import NotFound, WrongUsage
from crm.services import understand
from crm.services.changes import change
from crm.services.contacts import one
from crm.services.conversations import dated_promise
from crm.services.who import who
from crm.store.reads import follow_ups as reads
from crm.store.reads.follow_ups import PromiseLine

SNOOZES_BEFORE_ADVICE = 3


class Snoozed(NamedTuple):
    """A snooze that was set; `times` counts those since the last contact or choice of a rhythm.

    `longer` is the cadence that so many of them suggest, None while they suggest none.
    """

    contact_id: int
    name: str
    until: date
    times: int
    longer: str | None

    @property
    def suggest_longer(self) -> bool:
        """Whether so many snoozes suggest a longer cadence."""
        return self.longer is not None


def promise(
    context: Context, person: str, words: str, *, by: str | None, mine: bool = True
) -> PromiseLine:
    """Note a promise of the user, or with `mine` false one of theirs."""
    from crm.store.tables.follow_ups import Promise

    if by is None:
        said, due = dated_promise(words, context.today)
    else:
        said = understand.required(words, "promise")
        due = understand.coming_day(by, context.today)
    with change(context, "promise") as made:
        contact = one(made, person)
        row = Promise(
            contact_id=contact.id, mine=mine, text=said, made_on=context.today, due_on=due
        )
        made.write.add(row)
        made.about(contact.name)
        return PromiseLine(row.id, contact.id, contact.name, mine, said, context.today, due, None)


def keep(context: Context, promise_id: int) -> PromiseLine:
    """Note that a promise was kept today."""
    from crm.store.tables.contacts import Contact
    from crm.store.tables.follow_ups import Promise

    with change(context, "promise-done") as made:
        row = made.write.get(Promise, promise_id)
        if row is None:
            raise NotFound("no-promise", id=promise_id)
        if row.done_on is not None:
            raise WrongUsage("promise-already-done", id=promise_id, on=row.done_on)
        row.done_on = context.today
        contact = made.write.get(Contact, row.contact_id)
        name = contact.name if contact else ""
        made.about(name)
        return PromiseLine(
            promise_id, row.contact_id, name, row.mine, row.text, row.made_on, row.due_on,
            row.done_on,
        )  # fmt: skip


def promises(context: Context, person: str | None, *, done: bool = False) -> list[PromiseLine]:
    """Give the open promises with one person or with all, on request the kept ones too."""
    with context.store.reading() as connection:
        contact_id = who(connection, person, context.today).id if person else None
        return reads.promises(connection, contact_id, done=done)


def snooze(context: Context, person: str, until: str) -> Snoozed:
    """Show a person no earlier than a day to come; the history stays as it is."""
    from crm.store.tables.follow_ups import Snooze

    day = understand.coming_day(until, context.today)
    if day == context.today:
        # A bare weekday may be today; what is put off to it waits for the next one.
        again = understand.coming_day(until, context.today + timedelta(days=1))
        day = again if again == day + timedelta(days=7) else day
    if day <= context.today:
        raise WrongUsage("not-to-come", day=day)
    with change(context, "snooze") as made:
        contact = one(made, person)
        made.write.add(Snooze(contact_id=contact.id, made_on=context.today, until_on=day))
        made.about(contact.name)
        times = reads.snoozes_standing(made.write.plain(), contact.id)
        rhythm = contact.cadence_days if times >= SNOOZES_BEFORE_ADVICE else None
        advice = str(longer(rhythm)) if rhythm is not None else None
        return Snoozed(contact.id, contact.name, day, times, advice)


def pause(context: Context, until: str, start: str | None = None) -> tuple[date, date]:
    """Show only promises and dates up to a day, that day included; give the first and last day."""
    from crm.store.tables.follow_ups import Pause

    last = understand.coming_day(until, context.today)
    first = understand.coming_day(start, context.today) if start else context.today
    if last < max(first, context.today):
        raise WrongUsage("not-to-come", day=last)
    with change(context, "pause") as made:
        made.write.add(Pause(starts_on=first, until_on=last))
        made.about(f"{first.isoformat()} – {last.isoformat()}")
    return first, last


def resume(context: Context) -> None:
    """End the pause that holds today, and drop those to come."""
    from crm.store.tables.follow_ups import Pause

    yesterday = context.today - timedelta(days=1)
    with change(context, "resume") as made:
        rows = [row for row in made.write.where(Pause) if row.until_on >= context.today]
        if not rows:
            raise NotFound("no-pause")
        for row in rows:
            if row.starts_on <= yesterday:
                row.until_on = yesterday
            else:
                made.write.delete(row)


def paused_until(context: Context) -> date | None:
    """Give the last day of the pause that holds today, None when none does."""
    with context.store.reading() as connection:
        return reads.paused_until(connection, context.today)
