"""Roles and pairs of the user's own, introductions, and projects done together."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

# Foreign keys are resolved by table name, so the tables they point to must be known.
import crm.store.tables.contacts
import crm.store.tables.interactions  # noqa: F401
from crm.store.tables.declare import belongs_to, not_empty, one_of


class OwnRole(SQLModel, table=True):
    """A role that the program does not come with; `synonyms` are separated by semicolons."""

    __tablename__ = "own_role"
    __table_args__ = (not_empty("name"),)

    id: int = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    name: str
    area: str = ""
    synonyms: str = ""


class OwnPair(SQLModel, table=True):
    """How well two roles complement each other for the user, 0 for not at all.

    It takes the place of what the program comes with; the smaller slug stands first.
    """

    __tablename__ = "own_pair"
    __table_args__ = (
        UniqueConstraint("role_a", "role_b"),
        CheckConstraint("role_a < role_b", name="ordered"),
        CheckConstraint("strength BETWEEN 0 AND 3", name="strength"),
    )

    id: int = Field(default=None, primary_key=True)
    role_a: str
    role_b: str
    strength: int
    why: str = ""


class Introduction(SQLModel, table=True):
    """An introduction of A to B, each step with its day; A is whoever is asked first."""

    __tablename__ = "introduction"
    __table_args__ = (
        one_of(
            "state", "idea", "asked_a", "agreed_a", "asked_b", "agreed", "made", "met", "closed",
            "declined", "expired",
        ),
        CheckConstraint("a_id <> b_id", name="two_people"),
        one_of("declined_by", "a", "b"),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    a_id: int = belongs_to("contact")
    b_id: int = belongs_to("contact")
    state: str = "idea"
    why: str = ""
    noted_on: date
    moved_on: date
    asked_a_on: date | None = None
    agreed_a_on: date | None = None
    asked_b_on: date | None = None
    agreed_b_on: date | None = None
    made_on: date | None = None
    met_on: date | None = None
    closed_on: date | None = None
    declined_by: str | None = None
    outcome: str = ""
    interaction_id: int | None = Field(
        default=None, foreign_key="interaction.id", ondelete="SET NULL", index=True
    )


class JointProject(SQLModel, table=True):
    """Something done together, and what the user brings to it."""

    __tablename__ = "joint_project"
    __table_args__ = (
        not_empty("title"),
        one_of("state", "idea", "running", "done", "dropped"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    title: str
    key: str = Field(unique=True)
    state: str = "running"
    brings: str = ""
    starts_on: date
    ended_on: date | None = None
    outcome: str = ""


class ProjectPerson(SQLModel, table=True):
    """Somebody in a joint project, and what they bring to it."""

    __tablename__ = "project_person"
    __table_args__ = (UniqueConstraint("project_id", "contact_id"),)

    id: int = Field(default=None, primary_key=True)
    project_id: int = belongs_to("joint_project", first_of_unique=True)
    contact_id: int = belongs_to("contact")
    brings: str = ""
