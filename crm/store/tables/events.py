"""Events: why one goes, whom one wants to meet, whom one met, and whom one keeps."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

# Foreign keys are resolved by table name, so the tables they point to must be known.
import crm.store.tables.contacts
import crm.store.tables.interactions  # noqa: F401
from crm.store.tables.declare import belongs_to, not_empty


class Event(SQLModel, table=True):
    """A gathering of a day or more, perhaps one of a `series`, hosted by an `organisation`."""

    __tablename__ = "event"
    __table_args__ = (
        not_empty("name"),
        CheckConstraint("ends_on >= starts_on", name="dates"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    name: str
    key: str = Field(index=True)
    starts_on: date = Field(index=True)
    ends_on: date
    place: str = ""
    organisation: str = ""
    series: str = ""
    why: str = ""
    offer: str = ""
    notes: str = ""
    closed_on: date | None = None


class EventAim(SQLModel, table=True):
    """One of the one to three things that the user goes for, counted."""

    __tablename__ = "event_aim"
    __table_args__ = (
        not_empty("text"),
        CheckConstraint("target > 0", name="target"),
        CheckConstraint("reached >= 0", name="reached"),
    )

    id: int = Field(default=None, primary_key=True)
    event_id: int = belongs_to("event")
    text: str
    target: int = 1
    reached: int = 0


class EventPerson(SQLModel, table=True):
    """Somebody the user wants to meet at an event, or met there.

    `kept` is what was decided at its close: into the garden, or let go; unset is undecided.
    """

    __tablename__ = "event_person"
    __table_args__ = (UniqueConstraint("event_id", "contact_id"),)

    id: int = Field(default=None, primary_key=True)
    event_id: int = belongs_to("event", first_of_unique=True)
    contact_id: int = belongs_to("contact")
    interaction_id: int | None = Field(
        default=None, foreign_key="interaction.id", ondelete="SET NULL", index=True
    )
    wanted: bool = False
    met: bool = False
    kept: bool | None = None
    note: str = ""
