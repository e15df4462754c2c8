"""The first schema: people, goals, interactions, follow-ups, profile, journal and search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_folded", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("experience_since", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("availability", sa.String(), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("met_at", sa.String(), nullable=False),
        sa.Column("met_through_id", sa.Integer(), nullable=True),
        sa.Column("known_since", sa.Date(), nullable=True),
        sa.Column("cadence", sa.String(), nullable=False),
        sa.Column("garden_since", sa.Date(), nullable=True),
        sa.Column("woken_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("last_contact_on", sa.Date(), nullable=True),
        sa.Column("cadence_days", sa.Integer(), nullable=True),
        sa.Column("next_due_on", sa.Date(), nullable=True),
        sa.Column("embers", sa.Float(), nullable=True),
        sa.CheckConstraint(
            "availability IN ('open', 'limited', 'unavailable', 'unknown')",
            name=op.f("ck_contact_availability"),
        ),
        sa.CheckConstraint("name <> ''", name=op.f("ck_contact_name")),
        sa.CheckConstraint("met_through_id <> id", name=op.f("ck_contact_met_through_another")),
        sa.ForeignKeyConstraint(
            ["met_through_id"],
            ["contact.id"],
            name=op.f("fk_contact_met_through_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("uid", name=op.f("uq_contact_uid")),
    )
    op.create_index(
        "ix_contact_garden_since",
        "contact",
        ["garden_since"],
        unique=False,
        sqlite_where=sa.text("garden_since IS NOT NULL"),
        postgresql_where=sa.text("garden_since IS NOT NULL"),
    )
    op.create_index(
        "ix_contact_met_on",
        "contact",
        ["met_on"],
        unique=False,
        sqlite_where=sa.text("met_on IS NOT NULL"),
        postgresql_where=sa.text("met_on IS NOT NULL"),
    )
    op.create_index(
        "ix_contact_met_through_id",
        "contact",
        ["met_through_id"],
        unique=False,
        sqlite_where=sa.text("met_through_id IS NOT NULL"),
        postgresql_where=sa.text("met_through_id IS NOT NULL"),
    )
    op.create_index(op.f("ix_contact_name_folded"), "contact", ["name_folded"], unique=False)
    op.create_index(
        "ix_contact_next_due_on",
        "contact",
        ["next_due_on", "cadence_days"],
        unique=False,
        sqlite_where=sa.text("next_due_on IS NOT NULL"),
        postgresql_where=sa.text("next_due_on IS NOT NULL"),
    )
    op.create_index("ix_contact_sort_key", "contact", ["sort_key", "id"], unique=False)
    op.create_table(
        "interaction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("begun_by", sa.String(), nullable=True),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("ask", sa.Boolean(), nullable=False),
        sa.Column("planned", sa.Boolean(), nullable=False),
        sa.Column("people", sa.Integer(), server_default="1", nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=True),
        sa.Column("listen_share", sa.Integer(), nullable=True),
        sa.Column("questions", sa.Integer(), nullable=True),
        sa.Column("followups", sa.Integer(), nullable=True),
        sa.Column("duration_minutes", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.CheckConstraint("begun_by IN ('me', 'them')", name=op.f("ck_interaction_begun_by")),
        sa.CheckConstraint(
            "kind IN ('reaction', 'message', 'email', 'group', 'letter', 'call', 'help', 'intro', 'meeting', 'referral', 'project', 'memo')",
            name=op.f("ck_interaction_kind"),
        ),
        sa.CheckConstraint("side IN ('me', 'them', 'both')", name=op.f("ck_interaction_side")),
        sa.CheckConstraint("depth BETWEEN 0 AND 3", name=op.f("ck_interaction_depth")),
        sa.CheckConstraint("duration_minutes > 0", name=op.f("ck_interaction_duration")),
        sa.CheckConstraint(
            "listen_share BETWEEN 0 AND 100", name=op.f("ck_interaction_listen_share")
        ),
        sa.CheckConstraint("people > 0", name=op.f("ck_interaction_people")),
        sa.CheckConstraint(
            "questions >= 0 AND followups >= 0", name=op.f("ck_interaction_questions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interaction")),
        sa.UniqueConstraint("uid", name=op.f("uq_interaction_uid")),
    )
    op.create_index(op.f("ix_interaction_day"), "interaction", ["day"], unique=False)
    op.create_table(
        "pause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.CheckConstraint("until_on >= starts_on", name=op.f("ck_pause_forward")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
    )
    op.create_index(op.f("ix_pause_until_on"), "pause", ["until_on"], unique=False)
    op.create_table(
        "profile",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("pitch", sa.String(), nullable=False),
        sa.Column("experience_since", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_profile_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile")),
    )
    op.create_table(
        "profile_trait",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('role', 'skill', 'interest', 'offer', 'need')",
            name=op.f("ck_profile_trait_kind"),
        ),
        sa.CheckConstraint("value <> ''", name=op.f("ck_profile_trait_value")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile_trait")),
        sa.UniqueConstraint("kind", "key", name=op.f("uq_profile_trait_kind_key")),
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_setting_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_setting_name")),
    )
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("cadence", sa.String(), nullable=False),
        sa.Column("circle", sa.Boolean(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_tag_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("key", name=op.f("uq_tag_key")),
    )
    op.create_table(
        "acquaintance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("a_id", sa.Integer(), nullable=False),
        sa.Column("b_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("a_id < b_id", name=op.f("ck_acquaintance_ordered")),
        sa.ForeignKeyConstraint(
            ["a_id"], ["contact.id"], name=op.f("fk_acquaintance_a_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["b_id"], ["contact.id"], name=op.f("fk_acquaintance_b_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acquaintance")),
        sa.UniqueConstraint("a_id", "b_id", name=op.f("uq_acquaintance_a_id_b_id")),
    )
    op.create_index(op.f("ix_acquaintance_b_id"), "acquaintance", ["b_id"], unique=False)
    op.create_table(
        "contact_address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_contact_address_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_address")),
    )
    op.create_index(
        op.f("ix_contact_address_contact_id"), "contact_address", ["contact_id"], unique=False
    )
    op.create_table(
        "contact_date",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("month", sa.Integer(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind IN ('birthday', 'other')", name=op.f("ck_contact_date_kind")),
        sa.CheckConstraint(
            "(year IS NOT NULL OR month IS NOT NULL) AND (day IS NULL OR month IS NOT NULL) AND coalesce(year BETWEEN 1 AND 9999, 1) AND coalesce(month BETWEEN 1 AND 12, 1) AND coalesce(day BETWEEN 1 AND 31, 1)",
            name=op.f("ck_contact_date_partial"),
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_contact_date_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_date")),
    )
    op.create_index(
        op.f("ix_contact_date_contact_id"), "contact_date", ["contact_id"], unique=False
    )
    op.create_index("ix_contact_date_month", "contact_date", ["month", "day"], unique=False)
    op.create_table(
        "contact_email",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("value <> ''", name=op.f("ck_contact_email_value")),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_contact_email_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_email")),
        sa.UniqueConstraint("contact_id", "key", name=op.f("uq_contact_email_contact_id_key")),
    )
    op.create_index(op.f("ix_contact_email_key"), "contact_email", ["key"], unique=False)
    op.create_table(
        "contact_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("url <> ''", name=op.f("ck_contact_link_url")),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_contact_link_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_link")),
        sa.UniqueConstraint("contact_id", "url", name=op.f("uq_contact_link_contact_id_url")),
    )
    op.create_table(
        "contact_phone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("value <> ''", name=op.f("ck_contact_phone_value")),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_contact_phone_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_phone")),
        sa.UniqueConstraint("contact_id", "key", name=op.f("uq_contact_phone_contact_id_key")),
    )
    op.create_index(op.f("ix_contact_phone_key"), "contact_phone", ["key"], unique=False)
    op.create_table(
        "contact_tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_contact_tag_contact_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["tag_id"], ["tag.id"], name=op.f("fk_contact_tag_tag_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_tag")),
        sa.UniqueConstraint("contact_id", "tag_id", name=op.f("uq_contact_tag_contact_id_tag_id")),
    )
    op.create_index(op.f("ix_contact_tag_tag_id"), "contact_tag", ["tag_id"], unique=False)
    op.create_table(
        "contact_trait",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('role', 'skill', 'interest', 'offer', 'need', 'nickname')",
            name=op.f("ck_contact_trait_kind"),
        ),
        sa.CheckConstraint("value <> ''", name=op.f("ck_contact_trait_value")),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_contact_trait_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_trait")),
        sa.UniqueConstraint(
            "contact_id", "kind", "key", name=op.f("uq_contact_trait_contact_id_kind_key")
        ),
    )
    op.create_index("ix_contact_trait_kind", "contact_trait", ["kind", "key"], unique=False)
    op.create_table(
        "fact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('work', 'interest', 'life', 'dream', 'news')", name=op.f("ck_fact_kind")
        ),
        sa.CheckConstraint("text <> ''", name=op.f("ck_fact_text")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_fact_contact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_fact_interaction_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
    )
    op.create_index(op.f("ix_fact_contact_id"), "fact", ["contact_id"], unique=False)
    op.create_index(op.f("ix_fact_interaction_id"), "fact", ["interaction_id"], unique=False)
    op.create_table(
        "goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("rank", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("start", sa.Float(), nullable=False),
        sa.Column("target", sa.Float(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("next_action", sa.String(), nullable=False),
        sa.Column("next_action_on", sa.Date(), nullable=True),
        sa.Column("next_action_contact_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "rank IN ('primary', 'secondary', 'tertiary')", name=op.f("ck_goal_rank")
        ),
        sa.CheckConstraint("state IN ('active', 'reached', 'dropped')", name=op.f("ck_goal_state")),
        sa.CheckConstraint("title <> ''", name=op.f("ck_goal_title")),
        sa.CheckConstraint("due_on IS NULL OR due_on >= starts_on", name=op.f("ck_goal_dates")),
        sa.CheckConstraint("target IS NULL OR target <> start", name=op.f("ck_goal_measure")),
        sa.ForeignKeyConstraint(
            ["next_action_contact_id"],
            ["contact.id"],
            name=op.f("fk_goal_next_action_contact_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
        sa.UniqueConstraint("key", name=op.f("uq_goal_key")),
        sa.UniqueConstraint("uid", name=op.f("uq_goal_uid")),
    )
    op.create_index(
        op.f("ix_goal_next_action_contact_id"), "goal", ["next_action_contact_id"], unique=False
    )
    op.create_index(op.f("ix_goal_rank"), "goal", ["rank"], unique=False)
    op.create_table(
        "import_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("fields", sa.String(), nullable=False),
        sa.Column("imported_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_import_record_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_record")),
        sa.UniqueConstraint(
            "source", "external_id", name=op.f("uq_import_record_source_external_id")
        ),
    )
    op.create_index(
        op.f("ix_import_record_contact_id"), "import_record", ["contact_id"], unique=False
    )
    op.create_table(
        "journal_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("operation", sa.String(), nullable=False),
        sa.Column("old", sa.String(), nullable=True),
        sa.CheckConstraint(
            "operation IN ('insert', 'update', 'delete')", name=op.f("ck_journal_entry_operation")
        ),
        sa.ForeignKeyConstraint(
            ["change_id"],
            ["change.id"],
            name=op.f("fk_journal_entry_change_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
    )
    op.create_index(
        op.f("ix_journal_entry_change_id"), "journal_entry", ["change_id"], unique=False
    )
    op.create_table(
        "participant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_participant_contact_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_participant_interaction_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint(
            "contact_id", "interaction_id", name=op.f("uq_participant_contact_id_interaction_id")
        ),
    )
    op.create_index(
        op.f("ix_participant_interaction_id"), "participant", ["interaction_id"], unique=False
    )
    op.create_table(
        "promise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer(), nullable=True),
        sa.Column("mine", sa.Boolean(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.CheckConstraint("text <> ''", name=op.f("ck_promise_text")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_promise_contact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_promise_interaction_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
    )
    op.create_index(op.f("ix_promise_contact_id"), "promise", ["contact_id"], unique=False)
    op.create_index(op.f("ix_promise_interaction_id"), "promise", ["interaction_id"], unique=False)
    op.create_index("ix_promise_open", "promise", ["done_on", "mine", "due_on"], unique=False)
    op.create_table(
        "snooze",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.CheckConstraint("until_on > made_on", name=op.f("ck_snooze_forward")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_snooze_contact_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snooze")),
    )
    op.create_index(op.f("ix_snooze_contact_id"), "snooze", ["contact_id"], unique=False)
    op.create_index(op.f("ix_snooze_until_on"), "snooze", ["until_on"], unique=False)
    op.create_table(
        "goal_contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_goal_contact_contact_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["goal_id"], ["goal.id"], name=op.f("fk_goal_contact_goal_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_contact")),
        sa.UniqueConstraint(
            "goal_id", "contact_id", name=op.f("uq_goal_contact_goal_id_contact_id")
        ),
    )
    op.create_index(
        op.f("ix_goal_contact_contact_id"), "goal_contact", ["contact_id"], unique=False
    )
    op.create_table(
        "goal_progress",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["goal_id"], ["goal.id"], name=op.f("fk_goal_progress_goal_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_progress")),
    )
    op.create_index(op.f("ix_goal_progress_goal_id"), "goal_progress", ["goal_id"], unique=False)
    op.create_table(
        "goal_role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["goal_id"], ["goal.id"], name=op.f("fk_goal_role_goal_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_role")),
        sa.UniqueConstraint("goal_id", "role", name=op.f("uq_goal_role_goal_id_role")),
    )
    for table, columns in (
        ("contact_search", "name, work, words, notes"),
        ("interaction_search", "words"),
    ):
        op.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5"
            f"({columns}, tokenize = 'unicode61 remove_diacritics 0')"
        )
