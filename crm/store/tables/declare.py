"""What every table shares: constraint names and the short ways to say a foreign key or a check."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def belongs_to(table: str, *, first_of_unique: bool = False) -> Any:
    """Give a required foreign key to `table.id` whose rows go when the owner goes.

    It has an index of its own unless it is the first column of a unique constraint.
    """
    return Field(foreign_key=f"{table}.id", ondelete="CASCADE", index=not first_of_unique)


def one_of(column: str, *values: str) -> CheckConstraint:
    """Give a check that `column` holds one of `values`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def not_empty(column: str) -> CheckConstraint:
    """Give a check that the text in `column` is not empty."""
    return CheckConstraint(f"{column} <> ''", name=column)


def known_index(table: str, column: str, *others: str) -> Index:
    """Give an index of the rows in which `column` is known: most imported people leave it NULL."""
    known = text(f"{column} IS NOT NULL")
    return Index(f"ix_{table}_{column}", column, *others, sqlite_where=known)
