"""Help given and received, referrals, what was asked for; a journal, never an account."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from crm.context import Context
from crm.domain import giving as rules
from crm.domain.giving import Asking, BeforeAsk, Step
from crm.domain.text import fold
from crm.domain.warmth import NO_CADENCE_DAYS, score
from crm.errors import NotFound, WrongUsage
from crm.services import understand
from crm.services.changes import Change, change
from crm.services.conversations import Happened, Logged, log_within
from crm.services.who import who
from crm.store.reads import follow_ups, interactions
from crm.store.reads import giving as reads
from crm.store.reads.contacts import Named
from crm.store.reads.follow_ups import Person
from crm.store.reads.giving import AskLine, GivingLine

if TYPE_CHECKING:
    from sqlite3 import Connection

    from crm.store.tables.giving import Giving

KINDS = ("help", "referral", "recommendation", "feedback", "information", "introduction")
_LOGGED_AS = {"referral": "referral", "introduction": "intro"}
_SETTLED = ("won", "lost")
MOST_VALUE = 1e15
MOST_ASKED, MOST_LISTED = 30, 10_000


class GivingSaid(NamedTuple):
    """What somebody typed about something given or received."""

    person: str
    text: str
    kind: str = "help"
    on: str | None = None
    client: str = ""
    value: float | None = None


class Noted(NamedTuple):
    """Something given or received as it was noted, and the interaction it was logged as."""

    line: GivingLine
    logged: Logged


class Asked(NamedTuple):
    """Something asked for as it was noted, and the interaction it was logged as."""

    line: AskLine
    logged: Logged


class Entry(NamedTuple):
    """A line of the journal: something `given` or received, or else something asked for."""

    day: date
    contact_id: int
    name: str
    given: GivingLine | None
    ask: AskLine | None


class Balance(NamedTuple):
    """How much of getting in touch with a person was asking."""

    contact_id: int
    name: str
    asking: Asking
    before: BeforeAsk


def gave(context: Context, said: GivingSaid) -> Noted:
    """Note something the user gave, and log it once."""
    return _noted(context, "gave", said)


def got(context: Context, said: GivingSaid) -> Noted:
    """Note something the user was given, and log it once."""
    return _noted(context, "got", said)


def _noted(context: Context, direction: str, said: GivingSaid) -> Noted:
    from crm.store.tables.giving import Giving

    kind = understand.one_of(said.kind, KINDS, "kind")
    is_referral = kind == "referral"
    client = understand.text(said.client, "client")
    if not is_referral and (client or said.value is not None):
        raise WrongUsage("only-of-referrals", options="--client, --value")
    if said.value is not None and not 0 <= said.value <= MOST_VALUE:
        raise WrongUsage("bad-measure", field="value", value=said.value)
    side = "me" if direction == "gave" else "them"
    with change(context, direction) as made:
        logged = _logged(
            context, made, said, kind=_LOGGED_AS.get(kind, "help"), side=side, ask=False
        )
        row = Giving(
            uid=uuid4().hex, contact_id=logged.people[0].id, interaction_id=logged.id,
            direction=direction, kind=kind, text=understand.required(said.text, "text"),
            day=logged.day, client=client, value=said.value, status="open" if is_referral else "",
        )  # fmt: skip
        made.write.add(row)
        return Noted(_line(row, logged.people[0].name), logged)


def _logged(
    context: Context, made: Change, said: GivingSaid, *, kind: str, side: str, ask: bool
) -> Logged:
    """Log what was given, received or asked as one interaction of a day that was."""
    text = understand.required(said.text, "text")
    day = understand.day_that_was(said.on, context.today)
    logged = log_within(
        context,
        made,
        Happened((said.person,), text, kind=kind, on=day.isoformat(), side=side, ask=ask),
    )
    made.about(logged.people[0].name)
    return logged


def _line(row: "Giving", name: str) -> GivingLine:
    return GivingLine(
        row.id, row.contact_id, name, row.direction, row.kind, row.text, row.day, row.client,
        row.value, row.status, row.thanked_on, row.outcome, row.reported_on, row.interaction_id,
    )  # fmt: skip


def asked(
    context: Context, person: str, text: str, *, feedback: bool = False, on: str | None = None
) -> Asked:
    """Note something the user asked for, help or feedback, and log it once."""
    from crm.store.tables.giving import Ask

    kind = "feedback" if feedback else "help"
    with change(context, "asked") as made:
        said = GivingSaid(person, text, on=on)
        logged = _logged(context, made, said, kind="message", side="me", ask=True)
        row = Ask(
            contact_id=logged.people[0].id, interaction_id=logged.id, kind=kind,
            text=understand.required(text, "text"), day=logged.day,
        )  # fmt: skip
        made.write.add(row)
        name = logged.people[0].name
        line = AskLine(
            row.id, row.contact_id, name, kind, row.text, row.day, "", None, row.interaction_id
        )
        return Asked(line, logged)


def thanked(context: Context, giving_id: int, on: str | None = None) -> GivingLine:
    """Note that the user said thank you for something they were given."""
    with change(context, "giving-thanked") as made:
        row, name = _row(made, giving_id)
        if row.direction != "got":
            raise WrongUsage("nothing-to-thank", id=giving_id)
        row.thanked_on = understand.day_that_was(on, context.today)
        return _line(row, name)


def outcome(
    context: Context,
    giving_id: int,
    text: str = "",
    *,
    status: str | None = None,
    reported: bool = False,
) -> GivingLine:
    """Note what came of something given or received, and whether the giver was told.

    A new outcome of a referral is news again for whoever referred, until they are told it. What
    was said of a client won is not kept of one lost, nor the other way round.
    """
    with change(context, "giving-outcome") as made:
        row, name = _row(made, giving_id)
        words = understand.text(text, "text")
        if not (words or status or reported):
            raise WrongUsage("nothing-to-change")
        if status and row.kind != "referral":
            raise WrongUsage("only-of-referrals", options="--won, --lost")
        if reported and row.direction != "got":
            raise WrongUsage("nothing-to-report", id=giving_id)
        if status and row.status not in _SETTLED and not (words or row.outcome):
            raise WrongUsage("empty-text", field="text")
        is_new = bool(words and words != row.outcome) or bool(status and status != row.status)
        is_reversed = bool(status) and row.status in _SETTLED and row.status != status
        row.outcome = words or ("" if is_reversed else row.outcome)
        row.status = status or row.status
        if reported:
            row.reported_on = context.today
        elif is_new:
            row.reported_on = None
        return _line(row, name)


def came(context: Context, ask_id: int, text: str) -> AskLine:
    """Note what came of something the user asked for."""
    from crm.store.tables.contacts import Contact
    from crm.store.tables.giving import Ask

    with change(context, "ask-outcome") as made:
        row = made.write.get(Ask, ask_id)
        contact = made.write.get(Contact, row.contact_id) if row else None
        if row is None or contact is None:
            raise NotFound("no-ask", id=ask_id)
        row.outcome = understand.required(text, "text")
        row.outcome_on = context.today
        made.about(contact.name)
        return AskLine(
            row.id, row.contact_id, contact.name, row.kind, row.text, row.day, row.outcome,
            row.outcome_on, row.interaction_id,
        )  # fmt: skip


def _row(made: Change, giving_id: int) -> "tuple[Giving, str]":
    from crm.store.tables.contacts import Contact
    from crm.store.tables.giving import Giving

    row = made.write.get(Giving, giving_id)
    contact = made.write.get(Contact, row.contact_id) if row else None
    if row is None or contact is None:
        raise NotFound("no-giving", id=giving_id)
    made.about(contact.name)
    return row, contact.name


def journal(
    context: Context, person: str | None, limit: int = MOST_LISTED
) -> tuple[list[GivingLine], list[AskLine]]:
    """Give what was given and received, and what was asked for, the latest first."""
    understand.between(limit, 1, MOST_LISTED, "limit")
    with context.store.reading() as connection:
        contact_id = who(connection, person, context.today).id if person else None
        return (
            reads.givings(connection, contact_id, limit),
            reads.asks(connection, contact_id, limit),
        )


def timeline(context: Context, limit: int = MOST_LISTED) -> list[Entry]:
    """Give the latest of the journal, help and asks in one row, at most so many of each."""
    givings, asks = journal(context, None, limit)
    entries = [*map(_entry, givings)]
    entries += [Entry(ask.day, ask.contact_id, ask.name, None, ask) for ask in asks]
    return sorted(entries, key=lambda entry: entry.day, reverse=True)


def _entry(line: GivingLine) -> Entry:
    return Entry(line.day, line.contact_id, line.name, line, None)


def unfinished(context: Context) -> list[Entry]:
    """Give the referrals to the user that still want something, those to be thanked for first."""
    with context.store.reading() as connection:
        lines = reads.loops(connection)
    steps = [(line, step_of(line, context.today)) for line in lines]
    kept = [(step, line) for line, step in steps if step]
    kept.sort(key=lambda pair: list(Step).index(pair[0]))
    return [_entry(line) for _step, line in kept]


def step_of(line: GivingLine, today: date) -> Step | None:
    """Give what a referral to the user still wants; nothing else wants anything."""
    if line.direction != "got" or line.kind != "referral":
        return None
    return rules.next_step(
        thanked_on=line.thanked_on, has_outcome=bool(line.outcome) or line.status in _SETTLED,
        reported_on=line.reported_on, given_on=line.day, as_of=today,
    )  # fmt: skip


def balances(context: Context, person: str | None, limit: int = MOST_ASKED) -> list[Balance]:
    """Give how much of getting in touch was asking: with a person, or with those asked last."""
    understand.between(limit, 1, MOST_LISTED, "limit")
    with context.store.reading() as connection:
        if person:
            ids = [who(connection, person, context.today).id]
        else:
            since = rules.counted_since(context.today)
            ids = reads.asked_people(connection, since, context.today, limit)
        people = sorted(follow_ups.people(connection, ids), key=_by_name)
        return _balances(connection, context.today, people)


def before(context: Context, person: str) -> tuple[Named, BeforeAsk]:
    """Give what speaks for writing to somebody first without asking."""
    with context.store.reading() as connection:
        meant = who(connection, person, context.today)
        people = follow_ups.people(connection, [meant.id])
        if not people:
            return meant, rules.before_ask([], 0.0, NO_CADENCE_DAYS, context.today)
        return meant, _balances(connection, context.today, people)[0].before


def _by_name(person: Person) -> tuple[str, int]:
    return fold(person.name), person.id


def _balances(connection: "Connection", today: date, people: list[Person]) -> list[Balance]:
    ids = [person.id for person in people]
    contacts = reads.contacts(connection, ids)
    touches = interactions.touches(connection, ids)
    found = []
    for person in people:
        cadence = person.cadence_days or NO_CADENCE_DAYS
        warmth = score(touches[person.id], today, cadence, person.known_since)
        held = contacts[person.id]
        found.append(
            Balance(
                person.id,
                person.name,
                rules.asking(held, cadence, today),
                rules.before_ask(held, warmth, cadence, today),
            )
        )
    return found
