"""One write of the user: the transaction, and what is derived from the rows that it touched."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from crm.context import Context
from crm.domain.cadence import DEFAULT_CADENCE, Cadence, due_on, effective, parse_cadence
from crm.domain.warmth import embers
from crm.store import derived, search
from crm.store.reads import profile as profile_reads

if TYPE_CHECKING:
    from sqlite3 import Connection

    from crm.store.session import Write


def get_ready() -> None:
    """Import what a write takes, so that the first one of a long run need not wait for it."""
    import crm.store.session
    import crm.store.tables.all  # noqa: F401


class Change:
    """An open write; it notes whose due day and search words must be made anew at its end."""

    def __init__(self, write: Write, today: date) -> None:
        self.write = write
        self.today = today
        self.rhythm_of: set[int] = set()
        self.words_of: set[int] = set()
        self.words_of_interactions: set[int] = set()
        self.new: set[int] = set()
        """The people whom this change adds."""

    def about(self, subject: str) -> None:
        """Say whom or what the change is about, for `crm history`."""
        self.write.subject = subject[:200]


@contextmanager
def change(context: Context, action: str) -> Iterator[Change]:
    """Give a write that is committed as one change under the code `action`, derived data included.

    Raises Busy when another program holds the database.
    """
    from crm.store.session import writing

    with writing(context.store, action) as write:
        made = Change(write, context.today)
        yield made
        connection = write.plain()
        refresh_due(connection, made.rhythm_of)
        search.index_contacts(connection, made.words_of)
        search.index_interactions(connection, made.words_of_interactions)


def refresh_due(connection: Connection, ids: Collection[int]) -> None:
    """Compute last contact, cadence in days and next due day of these people anew."""
    if not ids:
        return
    default = default_cadence(connection)
    rhythms = derived.rhythms(connection, ids)
    derived.store_due(connection, [due_of(rhythm, default) for rhythm in rhythms])


def due_of(rhythm: derived.Rhythm, default: Cadence) -> derived.Due:
    """Give what follows from one person's rhythm; archived people are never due."""
    last = max((held.on for held in rhythm.held), default=None)
    if rhythm.garden_since is None or rhythm.archived:
        return derived.Due(rhythm.id, last, None, None)
    own = parse_cadence(rhythm.cadence) if rhythm.cadence else None
    of_tags = [c for c in map(parse_cadence, rhythm.tag_cadences) if c is not None]
    cadence = effective(own, of_tags, default)
    due = due_on(
        uid=rhythm.uid,
        cadence=cadence,
        joined_on=rhythm.garden_since,
        met_on=rhythm.met_on,
        imported=rhythm.imported,
        held=rhythm.held,
        woken_on=rhythm.woken_on,
    )
    glow = embers(rhythm.touches, last, cadence.days) if last else None
    return derived.Due(rhythm.id, last, cadence.days, due, glow)


def default_cadence(connection: Connection) -> Cadence:
    """Give the cadence of those in the garden who have none of their own or of a tag."""
    set_to = profile_reads.settings(connection).get("default_cadence")
    return (parse_cadence(set_to) if set_to else None) or DEFAULT_CADENCE
