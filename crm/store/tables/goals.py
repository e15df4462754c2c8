"""Goals: ranked, measured, dated, and linked to the people and roles they need."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

# Foreign keys are resolved by table name, so the tables they point to must be known.
import crm.store.tables.contacts  # noqa: F401
from crm.store.tables.declare import belongs_to, not_empty, one_of


class Goal(SQLModel, table=True):
    """What the user is after; `target` is unset for a goal that nobody measures."""

    __tablename__ = "goal"
    __table_args__ = (
        not_empty("title"),
        one_of("rank", "primary", "secondary", "tertiary"),
        one_of("state", "active", "reached", "dropped"),
        CheckConstraint("target IS NULL OR target <> start", name="measure"),
        CheckConstraint("due_on IS NULL OR due_on >= starts_on", name="dates"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    title: str
    key: str = Field(unique=True)
    rank: str = Field(index=True)
    why: str = ""
    unit: str = ""
    start: float = 0
    target: float | None = None
    starts_on: date
    due_on: date | None = None
    state: str = "active"
    closed_on: date | None = None
    next_action: str = ""
    next_action_on: date | None = None
    next_action_contact_id: int | None = Field(
        default=None, foreign_key="contact.id", ondelete="SET NULL", index=True
    )


class GoalContact(SQLModel, table=True):
    """A person who matters for a goal."""

    __tablename__ = "goal_contact"
    __table_args__ = (UniqueConstraint("goal_id", "contact_id"),)

    id: int = Field(default=None, primary_key=True)
    goal_id: int = belongs_to("goal", first_of_unique=True)
    contact_id: int = belongs_to("contact")


class GoalRole(SQLModel, table=True):
    """A role (slug) that a goal wants somebody to fill."""

    __tablename__ = "goal_role"
    __table_args__ = (UniqueConstraint("goal_id", "role"),)

    id: int = Field(default=None, primary_key=True)
    goal_id: int = belongs_to("goal", first_of_unique=True)
    role: str


class GoalProgress(SQLModel, table=True):
    """Where the measure of a goal stood on a day; the latest one is where it stands."""

    __tablename__ = "goal_progress"

    id: int = Field(default=None, primary_key=True)
    goal_id: int = belongs_to("goal")
    day: date
    value: float
    note: str = ""
