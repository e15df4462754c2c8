"""Help given and received, referrals, and what the user asked for; no accounts are kept."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field, SQLModel

# Foreign keys are resolved by table name, so the tables they point to must be known.
import crm.store.tables.contacts
import crm.store.tables.interactions  # noqa: F401
from crm.store.tables.declare import belongs_to, not_empty, one_of


class Giving(SQLModel, table=True):
    """Something that one gave the other; of a referral also the client and what became of it.

    `thanked_on` and `reported_on` (the outcome was told to whoever referred) close its loop.
    """

    __tablename__ = "giving"
    __table_args__ = (
        one_of("direction", "gave", "got"),
        one_of(
            "kind", "help", "referral", "recommendation", "feedback", "information", "introduction"
        ),
        one_of("status", "", "open", "won", "lost"),
        not_empty("text"),
    )

    id: int = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    contact_id: int = belongs_to("contact")
    interaction_id: int | None = Field(
        default=None, foreign_key="interaction.id", ondelete="SET NULL", index=True
    )
    direction: str
    kind: str = "help"
    text: str
    day: date
    client: str = ""
    value: float | None = None
    status: str = ""
    thanked_on: date | None = None
    outcome: str = ""
    reported_on: date | None = None


class Ask(SQLModel, table=True):
    """Something the user asked a person for, and what came of it."""

    __tablename__ = "ask"
    __table_args__ = (one_of("kind", "help", "feedback"), not_empty("text"))

    id: int = Field(default=None, primary_key=True)
    contact_id: int = belongs_to("contact")
    interaction_id: int | None = Field(
        default=None, foreign_key="interaction.id", ondelete="SET NULL", index=True
    )
    kind: str = "help"
    text: str
    day: date
    outcome: str = ""
    outcome_on: date | None = None
