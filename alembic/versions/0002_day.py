"""The day's list as it was shown: the numbers of its lines, what was asked, which opener."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    op.create_table(
        "day_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("goal_id", sa.Integer(), nullable=True),
        sa.Column("interaction_id", sa.Integer(), nullable=True),
        sa.Column("grounds", sa.String(), nullable=False),
        sa.Column("opener", sa.String(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_day_line_number")),
        sa.CheckConstraint(
            "contact_id IS NOT NULL OR goal_id IS NOT NULL", name=op.f("ck_day_line_about")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_day_line_contact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["goal_id"], ["goal.id"], name=op.f("fk_day_line_goal_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_day_line_interaction_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_line")),
        sa.UniqueConstraint("day", "number", name=op.f("uq_day_line_day_number")),
    )
    for column in ("contact_id", "goal_id", "interaction_id"):
        op.create_index(op.f(f"ix_day_line_{column}"), "day_line", [column], unique=False)
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.CheckConstraint("channel <> ''", name=op.f("ck_delivery_channel")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("day", "channel", name=op.f("uq_delivery_day_channel")),
    )
    op.create_index(
        "ix_interaction_planned",
        "interaction",
        ["day"],
        unique=False,
        sqlite_where=sa.text("planned = 1"),
        postgresql_where=sa.text("planned"),
    )
