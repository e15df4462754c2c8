"""Mentorships of either direction: what was agreed, the topics, the questions, the guidance."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

# Foreign keys are resolved by table name, so the tables they point to must be known.
import crm.store.tables.contacts
import crm.store.tables.interactions  # noqa: F401
from crm.store.tables.declare import belongs_to, not_empty, one_of


class Mentorship(SQLModel, table=True):
    """Somebody who mentors the user, or with `direction` mentee is mentored by the user.

    The agreement: what for, how often (a cadence), how long a session takes, over what, until when.
    """

    __tablename__ = "mentorship"
    __table_args__ = (
        one_of("direction", "mentor", "mentee"),
        one_of("state", "candidate", "active", "ended"),
        one_of("phase", "initiation", "cultivation", "separation", "redefinition"),
        CheckConstraint("session_minutes > 0", name="session"),
        CheckConstraint("until_on IS NULL OR until_on >= starts_on", name="dates"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    contact_id: int = belongs_to("contact")
    direction: str = "mentor"
    state: str = "active"
    phase: str = "initiation"
    purpose: str = ""
    rhythm: str = ""
    session_minutes: int | None = None
    channel: str = ""
    starts_on: date
    until_on: date | None = None
    ended_on: date | None = None


class MentorTopic(SQLModel, table=True):
    """Something that is learned in a mentorship."""

    __tablename__ = "mentor_topic"
    __table_args__ = (UniqueConstraint("mentorship_id", "key"), not_empty("name"))

    id: int = Field(default=None, primary_key=True)
    mentorship_id: int = belongs_to("mentorship", first_of_unique=True)
    name: str
    key: str


class MentorCase(SQLModel, table=True):
    """How a case of a topic went: 0 shown, 1 together, 2 reviewed before, 3 after, 4 alone."""

    __tablename__ = "mentor_case"
    __table_args__ = (CheckConstraint("level BETWEEN 0 AND 4", name="level"),)

    id: int = Field(default=None, primary_key=True)
    topic_id: int = belongs_to("mentor_topic")
    day: date
    level: int
    note: str = ""


class MentorQuestion(SQLModel, table=True):
    """A question kept for the next session."""

    __tablename__ = "mentor_question"
    __table_args__ = (not_empty("text"),)

    id: int = Field(default=None, primary_key=True)
    mentorship_id: int = belongs_to("mentorship")
    topic_id: int | None = Field(
        default=None, foreign_key="mentor_topic.id", ondelete="SET NULL", index=True
    )
    text: str
    noted_on: date
    asked_on: date | None = None


class Guidance(SQLModel, table=True):
    """A loop of guidance: problem, what was tried, advice, what came of it, reported back."""

    __tablename__ = "guidance"
    __table_args__ = (not_empty("advice"),)

    id: int = Field(default=None, primary_key=True)
    mentorship_id: int = belongs_to("mentorship")
    topic_id: int | None = Field(
        default=None, foreign_key="mentor_topic.id", ondelete="SET NULL", index=True
    )
    interaction_id: int | None = Field(
        default=None, foreign_key="interaction.id", ondelete="SET NULL", index=True
    )
    day: date
    problem: str = ""
    tried: str = ""
    advice: str
    did: str = ""
    result: str = ""
    result_on: date | None = None
    reported_on: date | None = None
