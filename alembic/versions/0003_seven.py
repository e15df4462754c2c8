"""Mentors, giving, matching, events, and questions: what the seven recommendations keep."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade():
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("offer", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("name <> ''", name=op.f("ck_event_name")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_event_dates")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("uid", name=op.f("uq_event_uid")),
    )
    op.create_index(op.f("ix_event_key"), "event", ["key"], unique=False)
    op.create_index(op.f("ix_event_starts_on"), "event", ["starts_on"], unique=False)
    op.create_table(
        "joint_project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("brings", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.CheckConstraint(
            "state IN ('idea', 'running', 'done', 'dropped')", name=op.f("ck_joint_project_state")
        ),
        sa.CheckConstraint("title <> ''", name=op.f("ck_joint_project_title")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joint_project")),
        sa.UniqueConstraint("key", name=op.f("uq_joint_project_key")),
        sa.UniqueConstraint("uid", name=op.f("uq_joint_project_uid")),
    )
    op.create_table(
        "own_pair",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role_a", sa.String(), nullable=False),
        sa.Column("role_b", sa.String(), nullable=False),
        sa.Column("strength", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.CheckConstraint("role_a < role_b", name=op.f("ck_own_pair_ordered")),
        sa.CheckConstraint("strength BETWEEN 0 AND 3", name=op.f("ck_own_pair_strength")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_pair")),
        sa.UniqueConstraint("role_a", "role_b", name=op.f("uq_own_pair_role_a_role_b")),
    )
    op.create_table(
        "own_role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("synonyms", sa.String(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_own_role_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_role")),
        sa.UniqueConstraint("slug", name=op.f("uq_own_role_slug")),
    )
    op.create_table(
        "ask",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.CheckConstraint("kind IN ('help', 'feedback')", name=op.f("ck_ask_kind")),
        sa.CheckConstraint("text <> ''", name=op.f("ck_ask_text")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_ask_contact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_ask_interaction_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ask")),
    )
    op.create_index(op.f("ix_ask_contact_id"), "ask", ["contact_id"], unique=False)
    op.create_index(op.f("ix_ask_interaction_id"), "ask", ["interaction_id"], unique=False)
    op.create_table(
        "event_aim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("ck_event_aim_text")),
        sa.CheckConstraint("reached >= 0", name=op.f("ck_event_aim_reached")),
        sa.CheckConstraint("target > 0", name=op.f("ck_event_aim_target")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_aim_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_aim")),
    )
    op.create_index(op.f("ix_event_aim_event_id"), "event_aim", ["event_id"], unique=False)
    op.create_table(
        "event_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer(), nullable=True),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.Column("met", sa.Boolean(), nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_event_person_contact_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_person_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_event_person_interaction_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_person")),
        sa.UniqueConstraint(
            "event_id", "contact_id", name=op.f("uq_event_person_event_id_contact_id")
        ),
    )
    op.create_index(
        op.f("ix_event_person_contact_id"), "event_person", ["contact_id"], unique=False
    )
    op.create_index(
        op.f("ix_event_person_interaction_id"), "event_person", ["interaction_id"], unique=False
    )
    op.create_table(
        "giving",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer(), nullable=True),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("client", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("thanked_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.CheckConstraint("direction IN ('gave', 'got')", name=op.f("ck_giving_direction")),
        sa.CheckConstraint(
            "kind IN ('help', 'referral', 'recommendation', 'feedback', 'information', 'introduction')",
            name=op.f("ck_giving_kind"),
        ),
        sa.CheckConstraint("status IN ('', 'open', 'won', 'lost')", name=op.f("ck_giving_status")),
        sa.CheckConstraint("text <> ''", name=op.f("ck_giving_text")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_giving_contact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_giving_interaction_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_giving")),
        sa.UniqueConstraint("uid", name=op.f("uq_giving_uid")),
    )
    op.create_index(op.f("ix_giving_contact_id"), "giving", ["contact_id"], unique=False)
    op.create_index(op.f("ix_giving_interaction_id"), "giving", ["interaction_id"], unique=False)
    op.create_table(
        "introduction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("a_id", sa.Integer(), nullable=False),
        sa.Column("b_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("asked_a_on", sa.Date(), nullable=True),
        sa.Column("agreed_a_on", sa.Date(), nullable=True),
        sa.Column("asked_b_on", sa.Date(), nullable=True),
        sa.Column("agreed_b_on", sa.Date(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("declined_by", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("interaction_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("declined_by IN ('a', 'b')", name=op.f("ck_introduction_declined_by")),
        sa.CheckConstraint(
            "state IN ('idea', 'asked_a', 'agreed_a', 'asked_b', 'agreed', 'made', 'met', 'closed', 'declined', 'expired')",
            name=op.f("ck_introduction_state"),
        ),
        sa.CheckConstraint("a_id <> b_id", name=op.f("ck_introduction_two_people")),
        sa.ForeignKeyConstraint(
            ["a_id"], ["contact.id"], name=op.f("fk_introduction_a_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["b_id"], ["contact.id"], name=op.f("fk_introduction_b_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_introduction_interaction_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introduction")),
        sa.UniqueConstraint("uid", name=op.f("uq_introduction_uid")),
    )
    op.create_index(op.f("ix_introduction_a_id"), "introduction", ["a_id"], unique=False)
    op.create_index(op.f("ix_introduction_b_id"), "introduction", ["b_id"], unique=False)
    op.create_index(
        op.f("ix_introduction_interaction_id"), "introduction", ["interaction_id"], unique=False
    )
    op.create_table(
        "mentorship",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("rhythm", sa.String(), nullable=False),
        sa.Column("session_minutes", sa.Integer(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "direction IN ('mentor', 'mentee')", name=op.f("ck_mentorship_direction")
        ),
        sa.CheckConstraint(
            "phase IN ('initiation', 'cultivation', 'separation', 'redefinition')",
            name=op.f("ck_mentorship_phase"),
        ),
        sa.CheckConstraint(
            "state IN ('candidate', 'active', 'ended')", name=op.f("ck_mentorship_state")
        ),
        sa.CheckConstraint("session_minutes > 0", name=op.f("ck_mentorship_session")),
        sa.CheckConstraint(
            "until_on IS NULL OR until_on >= starts_on", name=op.f("ck_mentorship_dates")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_mentorship_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentorship")),
        sa.UniqueConstraint("uid", name=op.f("uq_mentorship_uid")),
    )
    op.create_index(op.f("ix_mentorship_contact_id"), "mentorship", ["contact_id"], unique=False)
    op.create_table(
        "project_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("brings", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_project_person_contact_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["project_id"],
            ["joint_project.id"],
            name=op.f("fk_project_person_project_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_person")),
        sa.UniqueConstraint(
            "project_id", "contact_id", name=op.f("uq_project_person_project_id_contact_id")
        ),
    )
    op.create_index(
        op.f("ix_project_person_contact_id"), "project_person", ["contact_id"], unique=False
    )
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("interaction_id", sa.Integer(), nullable=True),
        sa.Column("mine", sa.Boolean(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.CheckConstraint("text <> ''", name=op.f("ck_question_text")),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_question_contact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_question_interaction_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
    )
    op.create_index(op.f("ix_question_contact_id"), "question", ["contact_id"], unique=False)
    op.create_index(
        op.f("ix_question_interaction_id"), "question", ["interaction_id"], unique=False
    )
    op.create_table(
        "mentor_topic",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mentorship_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_mentor_topic_name")),
        sa.ForeignKeyConstraint(
            ["mentorship_id"],
            ["mentorship.id"],
            name=op.f("fk_mentor_topic_mentorship_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentor_topic")),
        sa.UniqueConstraint("mentorship_id", "key", name=op.f("uq_mentor_topic_mentorship_id_key")),
    )
    op.create_table(
        "guidance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mentorship_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=True),
        sa.Column("interaction_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("problem", sa.String(), nullable=False),
        sa.Column("tried", sa.String(), nullable=False),
        sa.Column("advice", sa.String(), nullable=False),
        sa.Column("did", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("result_on", sa.Date(), nullable=True),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.CheckConstraint("advice <> ''", name=op.f("ck_guidance_advice")),
        sa.ForeignKeyConstraint(
            ["interaction_id"],
            ["interaction.id"],
            name=op.f("fk_guidance_interaction_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["mentorship_id"],
            ["mentorship.id"],
            name=op.f("fk_guidance_mentorship_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"],
            ["mentor_topic.id"],
            name=op.f("fk_guidance_topic_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guidance")),
    )
    op.create_index(
        op.f("ix_guidance_interaction_id"), "guidance", ["interaction_id"], unique=False
    )
    op.create_index(op.f("ix_guidance_mentorship_id"), "guidance", ["mentorship_id"], unique=False)
    op.create_index(op.f("ix_guidance_topic_id"), "guidance", ["topic_id"], unique=False)
    op.create_table(
        "mentor_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.CheckConstraint("level BETWEEN 0 AND 4", name=op.f("ck_mentor_case_level")),
        sa.ForeignKeyConstraint(
            ["topic_id"],
            ["mentor_topic.id"],
            name=op.f("fk_mentor_case_topic_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentor_case")),
    )
    op.create_index(op.f("ix_mentor_case_topic_id"), "mentor_case", ["topic_id"], unique=False)
    op.create_table(
        "mentor_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mentorship_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.CheckConstraint("text <> ''", name=op.f("ck_mentor_question_text")),
        sa.ForeignKeyConstraint(
            ["mentorship_id"],
            ["mentorship.id"],
            name=op.f("fk_mentor_question_mentorship_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"],
            ["mentor_topic.id"],
            name=op.f("fk_mentor_question_topic_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentor_question")),
    )
    op.create_index(
        op.f("ix_mentor_question_mentorship_id"), "mentor_question", ["mentorship_id"], unique=False
    )
    op.create_index(
        op.f("ix_mentor_question_topic_id"), "mentor_question", ["topic_id"], unique=False
    )
