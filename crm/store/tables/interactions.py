"""What happened between the user and people."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

# Foreign keys are resolved by table name, so the tables they point to must be known.
import crm.store.tables.contacts  # noqa: F401
from crm.store.tables.declare import belongs_to, one_of

_KINDS = (
    "reaction", "message", "email", "group", "letter", "call",
    "help", "intro", "meeting", "referral", "project", "memo",
)  # fmt: skip


class Interaction(SQLModel, table=True):
    """One thing that happened, or is planned, with one or more people.

    `answered` is what the user said about an outgoing message; unset, nobody asked. `people` is
    how many others took part, which stays when one of them is deleted.
    """

    __tablename__ = "interaction"
    __table_args__ = (
        one_of("kind", *_KINDS),
        one_of("side", "me", "them", "both"),
        one_of("begun_by", "me", "them"),
        CheckConstraint("depth BETWEEN 0 AND 3", name="depth"),
        CheckConstraint("listen_share BETWEEN 0 AND 100", name="listen_share"),
        CheckConstraint("questions >= 0 AND followups >= 0", name="questions"),
        CheckConstraint("duration_minutes > 0", name="duration"),
        CheckConstraint("people > 0", name="people"),
        Index(
            "ix_interaction_planned",
            "day",
            sqlite_where=text("planned = 1"),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    day: date = Field(index=True)
    kind: str
    side: str
    begun_by: str | None = None
    depth: int = 0
    ask: bool = False
    planned: bool = False
    people: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    answered: bool | None = None
    listen_share: int | None = None
    questions: int | None = None
    followups: int | None = None
    duration_minutes: int | None = None
    place: str = ""
    event: str = ""
    summary: str = ""
    created_at: str


class Participant(SQLModel, table=True):
    """A person took part in an interaction."""

    __tablename__ = "participant"
    __table_args__ = (UniqueConstraint("contact_id", "interaction_id"),)

    id: int = Field(default=None, primary_key=True)
    interaction_id: int = belongs_to("interaction")
    contact_id: int = belongs_to("contact", first_of_unique=True)
