"""People in detail: how to reach them, what they do, where a datum came from."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

# Foreign keys are resolved by table name, so the tables they point to must be known.
import crm.store.tables.contacts  # noqa: F401
from crm.store.tables.declare import belongs_to, not_empty, one_of


class ContactEmail(SQLModel, table=True):
    """An e-mail address, as written and as a key; the lowest position is the primary one."""

    __tablename__ = "contact_email"
    __table_args__ = (UniqueConstraint("contact_id", "key"), not_empty("value"))

    id: int = Field(default=None, primary_key=True)
    contact_id: int = belongs_to("contact", first_of_unique=True)
    value: str
    key: str = Field(index=True)
    label: str = ""
    position: int = 0


class ContactPhone(SQLModel, table=True):
    """A phone number, as written and as its digits."""

    __tablename__ = "contact_phone"
    __table_args__ = (UniqueConstraint("contact_id", "key"), not_empty("value"))

    id: int = Field(default=None, primary_key=True)
    contact_id: int = belongs_to("contact", first_of_unique=True)
    value: str
    key: str = Field(index=True)
    label: str = ""
    position: int = 0


class ContactLink(SQLModel, table=True):
    """A web address of theirs; `kind` says what it is (linkedin, web)."""

    __tablename__ = "contact_link"
    __table_args__ = (UniqueConstraint("contact_id", "url"), not_empty("url"))

    id: int = Field(default=None, primary_key=True)
    contact_id: int = belongs_to("contact", first_of_unique=True)
    kind: str = "web"
    url: str
    position: int = 0


class ContactAddress(SQLModel, table=True):
    """A postal address in its parts."""

    __tablename__ = "contact_address"

    id: int = Field(default=None, primary_key=True)
    contact_id: int = belongs_to("contact")
    label: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    position: int = 0


class ContactDate(SQLModel, table=True):
    """A yearly or one-off date, of which year, month or day may be unknown (NULL)."""

    __tablename__ = "contact_date"
    __table_args__ = (
        one_of("kind", "birthday", "other"),
        CheckConstraint(
            "(year IS NOT NULL OR month IS NOT NULL) AND (day IS NULL OR month IS NOT NULL)"
            " AND coalesce(year BETWEEN 1 AND 9999, 1) AND coalesce(month BETWEEN 1 AND 12, 1)"
            " AND coalesce(day BETWEEN 1 AND 31, 1)",
            name="partial",
        ),
        Index("ix_contact_date_month", "month", "day"),
    )

    id: int = Field(default=None, primary_key=True)
    contact_id: int = belongs_to("contact")
    kind: str = "birthday"
    label: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None


class ContactTrait(SQLModel, table=True):
    """One word about a person: a role (slug), skill, interest, offer, need or nickname."""

    __tablename__ = "contact_trait"
    __table_args__ = (
        UniqueConstraint("contact_id", "kind", "key"),
        one_of("kind", "role", "skill", "interest", "offer", "need", "nickname"),
        not_empty("value"),
        Index("ix_contact_trait_kind", "kind", "key"),
    )

    id: int = Field(default=None, primary_key=True)
    contact_id: int = belongs_to("contact", first_of_unique=True)
    kind: str
    value: str
    key: str


class Tag(SQLModel, table=True):
    """A label for several people, with a cadence of its own, or marked as a circle."""

    __tablename__ = "tag"
    __table_args__ = (not_empty("name"),)

    id: int = Field(default=None, primary_key=True)
    name: str
    key: str = Field(unique=True)
    cadence: str = ""
    circle: bool = False


class ContactTag(SQLModel, table=True):
    """A person carries a tag."""

    __tablename__ = "contact_tag"
    __table_args__ = (UniqueConstraint("contact_id", "tag_id"),)

    id: int = Field(default=None, primary_key=True)
    contact_id: int = belongs_to("contact", first_of_unique=True)
    tag_id: int = belongs_to("tag")


class Acquaintance(SQLModel, table=True):
    """Two contacts know each other; the smaller id stands first."""

    __tablename__ = "acquaintance"
    __table_args__ = (
        UniqueConstraint("a_id", "b_id"),
        CheckConstraint("a_id < b_id", name="ordered"),
    )

    id: int = Field(default=None, primary_key=True)
    a_id: int = belongs_to("contact", first_of_unique=True)
    b_id: int = belongs_to("contact")


class ImportRecord(SQLModel, table=True):
    """What one import source said of a person: its own key for them, and each datum it wrote.

    `fields` is a JSON object of field to value as the import wrote it; a field whose value differs
    from it now was changed by hand since, and is not overwritten.
    """

    __tablename__ = "import_record"
    __table_args__ = (UniqueConstraint("source", "external_id"),)

    id: int = Field(default=None, primary_key=True)
    contact_id: int = belongs_to("contact")
    source: str
    external_id: str
    fields: str
    imported_on: date
