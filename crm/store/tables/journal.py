"""What undo needs: each change of the user, and every row as it was before it."""

from __future__ import annotations

from sqlmodel import Field, SQLModel

from crm.store.tables.declare import one_of


class Change(SQLModel, table=True):
    """One deed of the user, as undo takes it back: a code, and whom or what it was about."""

    __tablename__ = "change"

    id: int = Field(default=None, primary_key=True)
    made_at: str
    action: str
    subject: str = ""


class JournalEntry(SQLModel, table=True):
    """One row that a change touched; `old` is the row before it, as SQL literals."""

    __tablename__ = "journal_entry"
    __table_args__ = (one_of("operation", "insert", "update", "delete"),)

    id: int = Field(default=None, primary_key=True)
    change_id: int = Field(foreign_key="change.id", ondelete="CASCADE", index=True)
    table_name: str
    row_id: int
    operation: str
    old: str | None = None
