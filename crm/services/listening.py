"""How much the user listened over a year, what they kept of their word, and whom to ask more."""

from datetime import date
from typing import NamedTuple

from crm.context import Context
from crm.domain import conversations as rules
from crm.domain.brief import ENOUGH_CHATS
from crm.domain.conversations import Listening
from crm.domain.giving import counted_since
from crm.services.who import who
from crm.store.reads import conversations as reads
from crm.store.reads.contacts import Named
from crm.store.reads.conversations import LittleKnown

TALKED_WITHIN_DAYS = 90
MOST_LITTLE_KNOWN = 5


class Heard(NamedTuple):
    """Twelve months of conversations, with a person or with all.

    `listening` is None where too few were recorded; `promised` counts the user's promises that
    fell due or were kept, `kept` those kept; `little_known` is empty for a single person.
    """

    person: Named | None
    listening: Listening | None
    promised: int
    kept: int
    little_known: list[LittleKnown]


def heard(context: Context, person: str | None = None) -> Heard:
    """Give how much the user listened in the last twelve months."""
    today = context.today
    since = counted_since(today)
    with context.store.reading() as connection:
        meant = who(connection, person, today) if person else None
        contact_id = meant.id if meant else None
        promised, kept = reads.kept(connection, contact_id, since, today)
        lately = date.fromordinal(max(1, today.toordinal() - TALKED_WITHIN_DAYS))
        little = (
            []
            if meant
            else reads.little_known(connection, ENOUGH_CHATS, lately, today, MOST_LITTLE_KNOWN)
        )
        talks = reads.talks(connection, contact_id, since, today)
    return Heard(meant, rules.listened(talks, today), promised, kept, little)
