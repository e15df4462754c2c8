"""The day's list as the user saw it; undo leaves it alone, since it is no deed of theirs."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

# Foreign keys are resolved by table name, so the tables they point to must be known.
import crm.store.tables.contacts
import crm.store.tables.goals
import crm.store.tables.interactions  # noqa: F401
from crm.store.tables.declare import not_empty


class DayLine(SQLModel, table=True):
    """A person or a goal's next action that was shown on a day.

    `number` is that of a line of the list; without one it is an opener that was handed out for
    somebody else, or, with an interaction, a question that was asked about it. `grounds` are keys
    of what brought the line, `opener` that of the sentence that was proposed.
    """

    __tablename__ = "day_line"
    __table_args__ = (
        UniqueConstraint("day", "number"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("contact_id IS NOT NULL OR goal_id IS NOT NULL", name="about"),
    )

    id: int = Field(default=None, primary_key=True)
    day: date
    number: int | None = None
    contact_id: int | None = Field(
        default=None, foreign_key="contact.id", ondelete="CASCADE", index=True
    )
    goal_id: int | None = Field(default=None, foreign_key="goal.id", ondelete="CASCADE", index=True)
    interaction_id: int | None = Field(
        default=None, foreign_key="interaction.id", ondelete="CASCADE", index=True
    )
    grounds: str = ""
    opener: str = ""


class Delivery(SQLModel, table=True):
    """The day's list went out on a channel, which is not to happen twice."""

    __tablename__ = "delivery"
    __table_args__ = (UniqueConstraint("day", "channel"), not_empty("channel"))

    id: int = Field(default=None, primary_key=True)
    day: date
    channel: str
