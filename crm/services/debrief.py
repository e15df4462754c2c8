"""A word after a conversation: who talked more, what was learned, promised and left open."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from crm.context import Context
from crm.domain.conversations import depth
from crm.errors import WrongUsage
from crm.services import understand
from crm.services.changes import change
from crm.services.conversations import Happened, Logged, add_to, log_within
from crm.services.questions import keep_open
from crm.services.who import who
from crm.store.reads import contacts as contact_reads
from crm.store.reads import conversations as reads
from crm.store.reads.contacts import Named
from crm.store.reads.conversations import LastTalk

_SPOKEN = frozenset({"call", "meeting"})


class Debriefed(NamedTuple):
    """What was noted, of whom, and on which interaction; `is_new` when it was logged with it."""

    person: Named
    logged: Logged
    is_new: bool
    questions: list[str]


def to_debrief(context: Context, person: str | None) -> tuple[Named | None, LastTalk | None]:
    """Give the person, and the last conversation of today or yesterday, with them or with any."""
    yesterday = context.today - timedelta(days=min(1, context.today.toordinal() - 1))
    with context.store.reading() as connection:
        meant = who(connection, person, context.today) if person else None
        contact_id = meant.id if meant else None
        last = reads.last_talk(connection, contact_id, yesterday, context.today)
        if meant is None and last is not None:
            meant = contact_reads.by_id(connection, last.contact_id)[0]
    return meant, last


def is_due(context: Context, logged: Logged) -> bool:
    """Tell whether it is worth asking how something went: a talk of today or yesterday."""
    spoken = logged.kind in _SPOKEN and logged.side == "both" and not logged.planned
    return spoken and (context.today - logged.day).days in (0, 1)


def debrief(
    context: Context,
    person: str | None,
    said: Happened,
    questions: tuple[str, ...] = (),
    *,
    interaction_id: int | None = None,
) -> Debriefed:
    """Note how the last talk with somebody went, of today or yesterday; else log one of today.

    Or how the one with an id went. Raises WrongUsage when nothing is said, or nobody was named
    or met.
    """
    open_ = understand.texts(questions, "question")
    meant, last = to_debrief(context, person)
    if meant is None:
        raise WrongUsage("debrief-whom")
    if interaction_id is None and last is not None:
        interaction_id = last.id
    promised = said.promises + said.their_promises
    spoken = said.talked is not None or said.listen is not None
    if not (spoken or said.facts or promised or open_):
        raise WrongUsage("nothing-to-change")
    deep = depth(len(said.facts), len(promised)) if said.depth is None else said.depth
    said = said._replace(depth=deep, people=(str(meant.id),))
    with change(context, "debrief") as made:
        if interaction_id is not None:
            said = said._replace(people=(), kind=None)
            logged = add_to(context, made, interaction_id, said, about=meant.id)
        else:
            logged = log_within(context, made, said._replace(kind=said.kind or "meeting"))
        for words in open_:
            keep_open(context, made, meant.id, words, interaction_id=logged.id)
        made.about(meant.name)
    return Debriefed(meant, logged, interaction_id is None, open_)
