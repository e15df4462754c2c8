"""Logging what happened: one interaction, with what was learned and promised in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from crm.context import Context
from crm.domain.cadence import qualifies
from crm.domain.conversations import depth
from crm.domain.text import fold
from crm.domain.warmth import Kind
from crm.errors import NotFound, WrongUsage
from crm.services import event_people, understand
from crm.services.changes import Change, change
from crm.services.contact_details import put_tag
from crm.services.contacts import Said, new, one
from crm.store.reads import follow_ups as follow_up_reads
from crm.store.reads.contacts import Named

if TYPE_CHECKING:
    from crm.store.tables.contacts import Contact
    from crm.store.tables.interactions import Interaction

KINDS = tuple(str(kind) for kind in Kind)
SIDES = ("me", "them", "both")
FACT_KINDS = ("work", "interest", "life", "dream", "news")
_FACT_WORDS = {
    "trabajo": "work", "interes": "interest", "aficion": "interest", "vida": "life",
    "familia": "life", "sueno": "dream", "noticia": "news", "noticias": "news",
    "novedad": "news", "novedades": "news",
}  # fmt: skip
TALKED = {"they": 65, "balanced": 50, "me": 35}
_BEFORE_DAY = (
    " by ",
    " before ",
    " on ",
    " para el ",
    " para ",
    " antes del ",
    " antes de ",
    " el ",
)
LONGEST_MINUTES = 7 * 24 * 60
MOST_QUESTIONS = 10_000


class Happened(NamedTuple):
    """What somebody typed about an interaction; None where they said nothing."""

    people: tuple[str, ...]
    summary: str = ""
    kind: str | None = None
    on: str | None = None
    side: str | None = None
    begun_by: str | None = None
    depth: int | None = None
    ask: bool = False
    listen: int | None = None
    talked: str | None = None
    questions: int | None = None
    followups: int | None = None
    facts: tuple[str, ...] = ()
    source: str = ""
    """Where the facts come from, where it is not this interaction."""
    promises: tuple[str, ...] = ()
    their_promises: tuple[str, ...] = ()
    event: str = ""
    place: str = ""
    minutes: int | None = None
    tags: tuple[str, ...] = ()
    planned: bool = False
    answered: bool | None = None
    agreed: tuple[tuple[bool, str, date | None], ...] = ()
    """Promises as they were read from words: whether mine, the words, the day."""


_NOTHING_SAID = Happened(())


class Logged(NamedTuple):
    """What was written: the interaction, with whom, and who joined the garden by it."""

    id: int
    day: date
    kind: str
    side: str
    planned: bool
    people: list[Named]
    planted: list[str]
    promises: list[tuple[str, date | None]]
    facts: list[str]


def log(context: Context, happened: Happened, *, create: bool = False) -> Logged:
    """Log one interaction with one or more people, who join the garden if it is a held contact.

    With `create` an unknown name becomes a new person. Raises WrongUsage or NotFound, and then
    nothing is logged.
    """
    if not happened.people:
        raise WrongUsage("nobody-named")
    with change(context, "log") as made:
        logged = log_within(context, made, happened, create=create)
        made.about(", ".join(person.name for person in logged.people))
        return logged


def log_within(
    context: Context, made: Change, happened: Happened, *, create: bool = False
) -> Logged:
    """Log one interaction as part of a larger change."""
    meant = [_meant(context, made, person, create=create) for person in happened.people]
    contacts = list({contact.id: contact for contact in meant}.values())
    interaction = _interaction(context, made, happened)
    planted = _join(context, made, interaction, contacts)
    return _finished(context, made, interaction, contacts, happened, planted)


def _finished(
    context: Context,
    made: Change,
    interaction: Interaction,
    contacts: list[Contact],
    happened: Happened,
    planted: list[str],
) -> Logged:
    """Write what was promised and learned, and give all that was written."""
    promises = _promises(context, made, interaction, contacts, happened)
    facts = _facts(made, interaction, contacts, happened)
    for name in happened.tags:
        for contact in contacts:
            put_tag(context, made, contact, name)
    return Logged(
        interaction.id, interaction.day, interaction.kind, interaction.side,
        interaction.planned, [_named(contact) for contact in contacts], planted, promises, facts,
    )  # fmt: skip


def _meant(context: Context, made: Change, person: str, *, create: bool) -> Contact:
    try:
        return one(made, person)
    except NotFound:
        if not create:
            raise
    return new(context, made, Said(name=person))


def _named(contact: Contact) -> Named:
    joined = contact.garden_since is not None
    return Named(contact.id, contact.name, contact.organisation, contact.title, joined)


def _interaction(context: Context, made: Change, happened: Happened) -> Interaction:
    from crm.store.tables.interactions import Interaction

    day = understand.past_day(happened.on, context.today) if happened.on else context.today
    interaction = Interaction(
        uid=uuid4().hex,
        day=day,
        kind=understand.one_of(happened.kind or "message", KINDS, "kind"),
        side=understand.one_of(happened.side or "both", SIDES, "side"),
        begun_by=happened.begun_by and understand.one_of(happened.begun_by, ("me", "them"), "by"),
        ask=happened.ask,
        planned=happened.planned or day > context.today,
        answered=happened.answered,
        created_at=made.write.made_at,
    )
    _debrief(interaction, happened)
    made.write.add(interaction)
    made.words_of_interactions.add(interaction.id)
    return interaction


def _debrief(interaction: Interaction, happened: Happened) -> None:
    """Write how an interaction went, as far as it was said."""
    share = understand.between(happened.listen, 0, 100, "listen")
    if share is None and happened.talked is not None:
        share = TALKED[understand.one_of(happened.talked, tuple(TALKED), "talked")]
    said = {
        "listen_share": share,
        "questions": understand.between(happened.questions, 0, MOST_QUESTIONS, "questions"),
        "followups": understand.between(happened.followups, 0, MOST_QUESTIONS, "followups"),
        "duration_minutes": understand.between(happened.minutes, 1, LONGEST_MINUTES, "minutes"),
        "place": understand.text(happened.place, "place") or None,
        "event": understand.text(happened.event, "event") or None,
        "summary": understand.text(happened.summary, "text") or None,
        "depth": _depth(happened) or None,
    }
    for field, value in said.items():
        if value is not None:
            setattr(interaction, field, value)


def _depth(happened: Happened) -> int:
    """Give the depth that was said, else by rule C what the facts and promises suggest."""
    said = understand.between(happened.depth, 0, 3, "depth")
    if said is not None:
        return said
    if not happened.summary:
        return 0
    promised = happened.promises + happened.their_promises + happened.agreed
    return depth(len(happened.facts), len(promised))


def _join(
    context: Context, made: Change, interaction: Interaction, contacts: list[Contact]
) -> list[str]:
    """Write who took part; give the names of those who joined the garden by it."""
    from crm.store.tables.interactions import Participant

    interaction.people = len(contacts)
    for contact in contacts:
        made.write.add(Participant(interaction_id=interaction.id, contact_id=contact.id))
    return _took_part(context, made, interaction, contacts)


def _took_part(
    context: Context, made: Change, interaction: Interaction, contacts: list[Contact]
) -> list[str]:
    planted = []
    counts = qualifies(interaction.kind, interaction.people, interaction.planned)
    if interaction.event and not interaction.planned:
        event_people.join(made, interaction, contacts)
    for contact in contacts:
        made.rhythm_of.add(contact.id)
        if interaction.planned:
            continue
        if contact.known_since and contact.known_since > interaction.day:
            contact.known_since = interaction.day
        if counts and contact.garden_since is None and not contact.archived:
            contact.garden_since = context.today
            planted.append(contact.name)
    if counts:
        _end_snoozes(made, {contact.id for contact in contacts}, interaction.day)
    return planted


def _end_snoozes(made: Change, contact_ids: set[int], day: date) -> None:
    """Take back the snoozes made on the day of a contact; the contact's day ends earlier ones.

    A contact of the same day that was logged before the snooze leaves it in force.
    """
    ended = contact_ids & follow_up_reads.snoozed(made.write.plain(), day).keys()
    if not ended:
        return
    from crm.store.tables.follow_ups import Snooze

    for contact_id in ended:
        for row in made.write.where(Snooze, contact_id=contact_id, made_on=day):
            made.write.delete(row)


def _promises(
    context: Context,
    made: Change,
    interaction: Interaction,
    contacts: list[Contact],
    happened: Happened,
) -> list[tuple[str, date | None]]:
    said = list(happened.agreed)
    for mine, spoken in (
        *((True, promise) for promise in happened.promises),
        *((False, promise) for promise in happened.their_promises),
    ):
        said.append((mine, *dated_promise(spoken, context.today)))
    if not said:
        return []
    from crm.store.tables.follow_ups import Promise

    written = []
    for mine, words, due in said:
        made.write.add(
            Promise(
                contact_id=contacts[0].id, interaction_id=interaction.id, mine=mine, text=words,
                made_on=min(interaction.day, context.today), due_on=due,
            )
        )  # fmt: skip
        written.append((words, due))
    return written


def dated_promise(spoken: str, today: date) -> tuple[str, date | None]:
    """Read "send the portfolio by friday" as words and a day; without a day, all is words."""
    words = understand.required(spoken, "promise")
    for marker in _BEFORE_DAY:
        promised, found, day = words.rpartition(marker)
        if found and promised.strip():
            try:
                return promised.strip(), understand.coming_day(day.strip(" ."), today)
            except WrongUsage:
                continue
    return words, None


def _facts(
    made: Change, interaction: Interaction, contacts: list[Contact], happened: Happened
) -> list[str]:
    if not happened.facts:
        return []
    from crm.store.tables.conversations import Fact

    written = []
    source = understand.text(happened.source, "source") or interaction.kind
    for fact in happened.facts:
        kind, words = kind_and_fact(fact)
        made.write.add(
            Fact(
                contact_id=contacts[0].id, interaction_id=interaction.id, kind=kind, text=words,
                source=source, day=interaction.day,
            )
        )  # fmt: skip
        written.append(words)
        made.words_of.add(contacts[0].id)
    return written


def kind_and_fact(spoken: str) -> tuple[str, str]:
    """Read "work: moved to Lisbon" as a kind and a fact, in either language; else it is life."""
    said, separator, words = understand.required(spoken, "fact").partition(":")
    kind = _FACT_WORDS.get(fold(said), fold(said))
    if separator and kind in FACT_KINDS:
        return kind, understand.required(words, "fact")
    return "life", spoken.strip()


def hold(context: Context, interaction_id: int, happened: Happened = _NOTHING_SAID) -> Logged:
    """Say that a planned interaction took place, and how it went; from now on it counts."""
    with change(context, "held") as made:
        interaction = interaction_of(made, interaction_id)
        if not interaction.planned:
            raise WrongUsage("not-planned", id=interaction_id)
        interaction.planned = False
        interaction.day = min(interaction.day, context.today)
        contacts = people_of(made, interaction_id)
        _debrief(interaction, happened)
        made.words_of_interactions.add(interaction_id)
        planted = _took_part(context, made, interaction, contacts)
        made.about(", ".join(contact.name for contact in contacts))
        return _finished(context, made, interaction, contacts, happened, planted)


def add_to(
    context: Context,
    made: Change,
    interaction_id: int,
    happened: Happened,
    *,
    about: int | None = None,
) -> Logged:
    """Add to an interaction that is logged what more was learned and promised in it.

    Of several people it is noted of the one with the id `about`.
    """
    interaction = interaction_of(made, interaction_id)
    before = interaction.summary, interaction.depth
    _debrief(interaction, happened)
    interaction.depth = max(before[1], interaction.depth)
    if happened.summary and before[0]:
        interaction.summary = f"{before[0]}. {interaction.summary}"
    made.words_of_interactions.add(interaction_id)
    contacts = sorted(people_of(made, interaction_id), key=lambda contact: contact.id != about)
    made.rhythm_of.update(contact.id for contact in contacts)
    return _finished(context, made, interaction, contacts, happened, [])


def interaction_of(made: Change, interaction_id: int) -> Interaction:
    """Give the row of an interaction, to be changed in place."""
    from crm.store.tables.interactions import Interaction

    found = made.write.get(Interaction, interaction_id)
    if found is None:
        raise NotFound("no-interaction", id=interaction_id)
    return found


def people_of(made: Change, interaction_id: int) -> list[Contact]:
    """Give the rows of those who took part in an interaction."""
    from crm.store.tables.contacts import Contact
    from crm.store.tables.interactions import Participant

    rows = made.write.where(Participant, interaction_id=interaction_id)
    people = [made.write.get(Contact, row.contact_id) for row in rows]
    return [contact for contact in people if contact is not None]
