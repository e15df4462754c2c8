"""The user: who they are, and the settings that rules depend on."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from crm.store.tables.declare import not_empty, one_of


class Profile(SQLModel, table=True):
    """Who the user is; one row."""

    __tablename__ = "profile"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: int = Field(default=None, primary_key=True)
    name: str = ""
    pitch: str = ""
    experience_since: str = ""


class ProfileTrait(SQLModel, table=True):
    """One word about the user: a role (slug), skill, interest, offer or need."""

    __tablename__ = "profile_trait"
    __table_args__ = (
        UniqueConstraint("kind", "key"),
        one_of("kind", "role", "skill", "interest", "offer", "need"),
        not_empty("value"),
    )

    id: int = Field(default=None, primary_key=True)
    kind: str
    value: str
    key: str


class Setting(SQLModel, table=True):
    """A setting that rules depend on, as text; a name that is not here has its default."""

    __tablename__ = "setting"
    __table_args__ = (not_empty("name"),)

    id: int = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    value: str
