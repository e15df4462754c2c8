"""What is said of an interaction later: it was answered, or it never took place."""

from __future__ import annotations

from crm.context import Context
from crm.errors import NotFound
from crm.services import event_people
from crm.services.changes import change
from crm.services.contacts import one
from crm.services.conversations import interaction_of, people_of
from crm.store.reads import interactions
from crm.store.reads.contacts import Named
from crm.store.reads.interactions import Happening

_WRITTEN = ("message", "email", "letter")


def drop(context: Context, interaction_id: int) -> list[str]:
    """Take out an interaction that never took place; give the names of those it was with.

    What was learned and promised in it stays.
    """
    with change(context, "drop") as made:
        interaction = interaction_of(made, interaction_id)
        contacts = people_of(made, interaction_id)
        made.words_of_interactions.add(interaction_id)
        made.rhythm_of.update(contact.id for contact in contacts)
        event_people.unmeet(made, interaction_id)
        made.write.delete(interaction)
        names = [contact.name for contact in contacts]
        made.about(", ".join(names))
        return names


def answered(context: Context, person: str, *, yes: bool = True) -> tuple[Named, Happening]:
    """Say whether somebody answered the last message that went to them; give both.

    Without an answer the next contact waits longer, and after three of them it rests (rules B).
    """
    from crm.store.tables.interactions import Interaction

    with change(context, "answered") as made:
        contact = one(made, person)
        message = next(
            (
                happening
                for happening in interactions.timeline(made.write.plain(), contact.id, -1)
                if happening.side == "me" and happening.kind in _WRITTEN and not happening.planned
            ),
            None,
        )
        row = made.write.get(Interaction, message.id) if message else None
        if message is None or row is None:
            raise NotFound("no-message", name=contact.name, id=contact.id)
        row.answered = yes
        made.rhythm_of.add(contact.id)
        made.about(contact.name)
        joined = contact.garden_since is not None
        named = Named(contact.id, contact.name, contact.organisation, contact.title, joined)
        return named, message._replace(answered=yes)
