"""What was learned in what happened, and what is still to be asked."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field, SQLModel

# Foreign keys are resolved by table name, so the tables they point to must be known.
import crm.store.tables.contacts
import crm.store.tables.interactions  # noqa: F401
from crm.store.tables.declare import belongs_to, not_empty, one_of


class Fact(SQLModel, table=True):
    """Something learned about a person, with where it came from and when."""

    __tablename__ = "fact"
    __table_args__ = (
        one_of("kind", "work", "interest", "life", "dream", "news"),
        not_empty("text"),
    )

    id: int = Field(default=None, primary_key=True)
    contact_id: int = belongs_to("contact")
    interaction_id: int | None = Field(
        default=None, foreign_key="interaction.id", ondelete="SET NULL", index=True
    )
    kind: str
    text: str
    source: str = ""
    day: date


class Question(SQLModel, table=True):
    """A question between the user and a person, `mine` to them or theirs to me, and its answer."""

    __tablename__ = "question"
    __table_args__ = (not_empty("text"),)

    id: int = Field(default=None, primary_key=True)
    contact_id: int = belongs_to("contact")
    interaction_id: int | None = Field(
        default=None, foreign_key="interaction.id", ondelete="SET NULL", index=True
    )
    mine: bool = True
    text: str
    day: date
    answer: str = ""
    answered_on: date | None = None
