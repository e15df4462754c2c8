"""The index that every window of the list of people is read from, whatever its order."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade():
    op.drop_index("ix_contact_sort_key", table_name="contact")
    op.create_index(
        "ix_contact_listed",
        "contact",
        ["sort_key", "id", "archived", "garden_since", "next_due_on", "last_contact_on"],
    )
