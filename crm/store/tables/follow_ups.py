"""Keeping in touch: promises of either side, and when not to be reminded."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

# Foreign keys are resolved by table name, so the tables they point to must be known.
import crm.store.tables.contacts
import crm.store.tables.interactions  # noqa: F401
from crm.store.tables.declare import belongs_to, not_empty


class Promise(SQLModel, table=True):
    """What the user promised a person, or (`mine` false) a person promised the user."""

    __tablename__ = "promise"
    __table_args__ = (not_empty("text"), Index("ix_promise_open", "done_on", "mine", "due_on"))

    id: int = Field(default=None, primary_key=True)
    contact_id: int = belongs_to("contact")
    interaction_id: int | None = Field(
        default=None, foreign_key="interaction.id", ondelete="SET NULL", index=True
    )
    mine: bool = True
    text: str
    made_on: date
    due_on: date | None = None
    done_on: date | None = None


class Snooze(SQLModel, table=True):
    """A person is not shown before `until_on`, unless a contact came since `made_on`."""

    __tablename__ = "snooze"
    __table_args__ = (CheckConstraint("until_on > made_on", name="forward"),)

    id: int = Field(default=None, primary_key=True)
    contact_id: int = belongs_to("contact")
    made_on: date
    until_on: date = Field(index=True)


class Pause(SQLModel, table=True):
    """Days, both included, on which only promises and dates are shown."""

    __tablename__ = "pause"
    __table_args__ = (CheckConstraint("until_on >= starts_on", name="forward"),)

    id: int = Field(default=None, primary_key=True)
    starts_on: date
    until_on: date = Field(index=True)
