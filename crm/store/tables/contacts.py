"""People: who they are, and what follows for them from what happened."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from crm.store.tables.declare import known_index, not_empty, one_of


class Contact(SQLModel, table=True):
    """One person; in the garden when `garden_since` is set, else in the address book.

    `last_contact_on`, `cadence_days`, `next_due_on` and `embers` (of which `domain.warmth` makes an
    upper bound of the score) are derived from the interactions, the cadences and the settings, in
    the transaction that changes any of them.
    """

    __tablename__ = "contact"
    __table_args__ = (
        not_empty("name"),
        one_of("availability", "open", "limited", "unavailable", "unknown"),
        CheckConstraint("met_through_id <> id", name="met_through_another"),
        known_index("contact", "next_due_on", "cadence_days"),
        known_index("contact", "met_on"),
        known_index("contact", "met_through_id"),
        known_index("contact", "garden_since"),
        Index(
            "ix_contact_listed",
            "sort_key",
            "id",
            "archived",
            "garden_since",
            "next_due_on",
            "last_contact_on",
        ),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str
    name_folded: str = Field(index=True)
    sort_key: str
    given_name: str = ""
    family_name: str = ""
    organisation: str = ""
    title: str = ""
    experience_since: str = ""
    place: str = ""
    time_zone: str = ""
    language: str = ""
    availability: str = "unknown"
    met_on: date | None = None
    met_at: str = ""
    met_through_id: int | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
    known_since: date | None = None
    cadence: str = ""
    garden_since: date | None = None
    woken_on: date | None = None
    notes: str = ""
    archived: bool = False
    origin: str = "user"
    created_at: str
    last_contact_on: date | None = None
    cadence_days: int | None = None
    next_due_on: date | None = None
    embers: float | None = None
