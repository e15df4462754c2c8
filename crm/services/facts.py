"""What is known of a person, and what is learned about them outside a conversation."""

from __future__ import annotations

from crm.context import Context
from crm.services.changes import change
from crm.services.contacts import one
from crm.services.conversations import kind_and_fact
from crm.services.who import who
from crm.store.reads import interactions
from crm.store.reads.interactions import FactLine


def learn(context: Context, person: str, words: str) -> FactLine:
    """Note a fact about a person, as of today: "work: moved to Lisbon"; without a kind, life."""
    from crm.store.tables.conversations import Fact

    kind, text = kind_and_fact(words)
    with change(context, "fact") as made:
        contact = one(made, person)
        row = Fact(contact_id=contact.id, kind=kind, text=text, day=context.today)
        made.write.add(row)
        made.words_of.add(contact.id)
        made.about(contact.name)
        return FactLine(row.id, kind, text, "", context.today)


def facts(context: Context, person: str) -> list[FactLine]:
    """Give what is known of a person, the latest first."""
    with context.store.reading() as connection:
        return interactions.facts(connection, who(connection, person, context.today).id)
