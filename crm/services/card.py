"""One person on one screen: who they are, how the relation stands, what is open between you."""

from datetime import date
from typing import NamedTuple

from crm.context import Context
from crm.domain.warmth import NO_CADENCE_DAYS, Touch, Warmth, dry_in_days, warmth
from crm.services.who import who
from crm.store.reads import contacts as contact_reads
from crm.store.reads import conversations, follow_ups, goals, interactions, mentors
from crm.store.reads.contacts import Details
from crm.store.reads.conversations import QuestionLine
from crm.store.reads.follow_ups import PromiseLine
from crm.store.reads.goals import Goal
from crm.store.reads.interactions import FactLine, Happening
from crm.store.reads.mentors import Mentorship


class Card(NamedTuple):
    """A person; `band` and `dry_in_days` are None in the address book, which nobody tends."""

    person: Details
    warmth: Warmth
    dry_in_days: int | None
    snoozed_until: date | None
    goals: list[Goal]
    mentorships: list[Mentorship]
    promises: list[PromiseLine]
    facts: list[FactLine]
    questions: list[QuestionLine]
    timeline: list[Happening]

    @property
    def band(self) -> str | None:
        """The band of the relation, None for somebody in the address book."""
        return str(self.warmth.band) if self.person.garden_since else None


def card(context: Context, person: str, *, timeline: int = 5, foresight: bool = True) -> Card:
    """Give all there is to show about a person, with their latest `timeline` interactions.

    Without `foresight` it is not worked out when the relation dries, which takes longest.
    """
    with context.store.reading() as connection:
        contact_id = who(connection, person, context.today).id
        details = contact_reads.details(connection, contact_id)
        touches = interactions.touches(connection, [contact_id])[contact_id]
        cadence = details.cadence_days or NO_CADENCE_DAYS
        return Card(
            person=details,
            warmth=warmth(touches, context.today, cadence, details.known_since),
            dry_in_days=_dry_in(details, touches, context.today) if foresight else None,
            snoozed_until=follow_ups.snoozed(connection, context.today).get(contact_id),
            goals=goals.of_contact(connection, contact_id),
            mentorships=mentors.of_contact(connection, contact_id),
            promises=follow_ups.promises(connection, contact_id, done=False),
            facts=interactions.facts(connection, contact_id),
            questions=conversations.questions(connection, contact_id),
            timeline=interactions.timeline(connection, contact_id, timeline),
        )


def dries_in(context: Context, contact_id: int) -> int | None:
    """Give in how many days of silence the relation with a person dries; None for no garden."""
    with context.store.reading() as connection:
        details = contact_reads.details(connection, contact_id)
        touches = interactions.touches(connection, [contact_id])[contact_id]
    return _dry_in(details, touches, context.today)


def _dry_in(person: Details, touches: list[Touch], today: date) -> int | None:
    if person.garden_since is None:
        return None
    cadence = person.cadence_days or NO_CADENCE_DAYS
    return dry_in_days(touches, today, cadence, person.known_since)
