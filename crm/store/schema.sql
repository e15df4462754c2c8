-- Made from the revisions in alembic/ by `python -m tests.packaging.schema`.
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE change (
    id INTEGER NOT NULL, 
    made_at VARCHAR NOT NULL, 
    action VARCHAR NOT NULL, 
    subject VARCHAR NOT NULL, 
    CONSTRAINT pk_change PRIMARY KEY (id)
);
CREATE TABLE contact (
    id INTEGER NOT NULL, 
    uid VARCHAR NOT NULL, 
    name VARCHAR NOT NULL, 
    name_folded VARCHAR NOT NULL, 
    sort_key VARCHAR NOT NULL, 
    given_name VARCHAR NOT NULL, 
    family_name VARCHAR NOT NULL, 
    organisation VARCHAR NOT NULL, 
    title VARCHAR NOT NULL, 
    experience_since VARCHAR NOT NULL, 
    place VARCHAR NOT NULL, 
    time_zone VARCHAR NOT NULL, 
    language VARCHAR NOT NULL, 
    availability VARCHAR NOT NULL, 
    met_on DATE, 
    met_at VARCHAR NOT NULL, 
    met_through_id INTEGER, 
    known_since DATE, 
    cadence VARCHAR NOT NULL, 
    garden_since DATE, 
    woken_on DATE, 
    notes VARCHAR NOT NULL, 
    archived BOOLEAN NOT NULL, 
    origin VARCHAR NOT NULL, 
    created_at VARCHAR NOT NULL, 
    last_contact_on DATE, 
    cadence_days INTEGER, 
    next_due_on DATE, 
    embers FLOAT, 
    CONSTRAINT pk_contact PRIMARY KEY (id), 
    CONSTRAINT ck_contact_availability CHECK (availability IN ('open', 'limited', 'unavailable', 'unknown')), 
    CONSTRAINT ck_contact_name CHECK (name <> ''), 
    CONSTRAINT ck_contact_met_through_another CHECK (met_through_id <> id), 
    CONSTRAINT fk_contact_met_through_id FOREIGN KEY(met_through_id) REFERENCES contact (id) ON DELETE SET NULL, 
    CONSTRAINT uq_contact_uid UNIQUE (uid)
);
CREATE INDEX ix_contact_garden_since ON contact (garden_since) WHERE garden_since IS NOT NULL;
CREATE INDEX ix_contact_met_on ON contact (met_on) WHERE met_on IS NOT NULL;
CREATE INDEX ix_contact_met_through_id ON contact (met_through_id) WHERE met_through_id IS NOT NULL;
CREATE INDEX ix_contact_name_folded ON contact (name_folded);
CREATE INDEX ix_contact_next_due_on ON contact (next_due_on, cadence_days) WHERE next_due_on IS NOT NULL;
CREATE TABLE interaction (
    id INTEGER NOT NULL, 
    uid VARCHAR NOT NULL, 
    day DATE NOT NULL, 
    kind VARCHAR NOT NULL, 
    side VARCHAR NOT NULL, 
    begun_by VARCHAR, 
    depth INTEGER NOT NULL, 
    ask BOOLEAN NOT NULL, 
    planned BOOLEAN NOT NULL, 
    people INTEGER DEFAULT '1' NOT NULL, 
    answered BOOLEAN, 
    listen_share INTEGER, 
    questions INTEGER, 
    followups INTEGER, 
    duration_minutes INTEGER, 
    place VARCHAR NOT NULL, 
    event VARCHAR NOT NULL, 
    summary VARCHAR NOT NULL, 
    created_at VARCHAR NOT NULL, 
    CONSTRAINT pk_interaction PRIMARY KEY (id), 
    CONSTRAINT ck_interaction_begun_by CHECK (begun_by IN ('me', 'them')), 
    CONSTRAINT ck_interaction_kind CHECK (kind IN ('reaction', 'message', 'email', 'group', 'letter', 'call', 'help', 'intro', 'meeting', 'referral', 'project', 'memo')), 
    CONSTRAINT ck_interaction_side CHECK (side IN ('me', 'them', 'both')), 
    CONSTRAINT ck_interaction_depth CHECK (depth BETWEEN 0 AND 3), 
    CONSTRAINT ck_interaction_duration CHECK (duration_minutes > 0), 
    CONSTRAINT ck_interaction_listen_share CHECK (listen_share BETWEEN 0 AND 100), 
    CONSTRAINT ck_interaction_people CHECK (people > 0), 
    CONSTRAINT ck_interaction_questions CHECK (questions >= 0 AND followups >= 0), 
    CONSTRAINT uq_interaction_uid UNIQUE (uid)
);
CREATE INDEX ix_interaction_day ON interaction (day);
CREATE TABLE pause (
    id INTEGER NOT NULL, 
    starts_on DATE NOT NULL, 
    until_on DATE NOT NULL, 
    CONSTRAINT pk_pause PRIMARY KEY (id), 
    CONSTRAINT ck_pause_forward CHECK (until_on >= starts_on)
);
CREATE INDEX ix_pause_until_on ON pause (until_on);
CREATE TABLE profile (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    pitch VARCHAR NOT NULL, 
    experience_since VARCHAR NOT NULL, 
    CONSTRAINT pk_profile PRIMARY KEY (id), 
    CONSTRAINT ck_profile_one_row CHECK (id = 1)
);
CREATE TABLE profile_trait (
    id INTEGER NOT NULL, 
    kind VARCHAR NOT NULL, 
    value VARCHAR NOT NULL, 
    "key" VARCHAR NOT NULL, 
    CONSTRAINT pk_profile_trait PRIMARY KEY (id), 
    CONSTRAINT ck_profile_trait_kind CHECK (kind IN ('role', 'skill', 'interest', 'offer', 'need')), 
    CONSTRAINT ck_profile_trait_value CHECK (value <> ''), 
    CONSTRAINT uq_profile_trait_kind_key UNIQUE (kind, "key")
);
CREATE TABLE setting (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    value VARCHAR NOT NULL, 
    CONSTRAINT pk_setting PRIMARY KEY (id), 
    CONSTRAINT ck_setting_name CHECK (name <> ''), 
    CONSTRAINT uq_setting_name UNIQUE (name)
);
CREATE TABLE tag (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    "key" VARCHAR NOT NULL, 
    cadence VARCHAR NOT NULL, 
    circle BOOLEAN NOT NULL, 
    CONSTRAINT pk_tag PRIMARY KEY (id), 
    CONSTRAINT ck_tag_name CHECK (name <> ''), 
    CONSTRAINT uq_tag_key UNIQUE ("key")
);
CREATE TABLE acquaintance (
    id INTEGER NOT NULL, 
    a_id INTEGER NOT NULL, 
    b_id INTEGER NOT NULL, 
    CONSTRAINT pk_acquaintance PRIMARY KEY (id), 
    CONSTRAINT ck_acquaintance_ordered CHECK (a_id < b_id), 
    CONSTRAINT fk_acquaintance_a_id FOREIGN KEY(a_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_acquaintance_b_id FOREIGN KEY(b_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT uq_acquaintance_a_id_b_id UNIQUE (a_id, b_id)
);
CREATE INDEX ix_acquaintance_b_id ON acquaintance (b_id);
CREATE TABLE contact_address (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    label VARCHAR NOT NULL, 
    street VARCHAR NOT NULL, 
    city VARCHAR NOT NULL, 
    region VARCHAR NOT NULL, 
    postcode VARCHAR NOT NULL, 
    country VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    CONSTRAINT pk_contact_address PRIMARY KEY (id), 
    CONSTRAINT fk_contact_address_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
);
CREATE INDEX ix_contact_address_contact_id ON contact_address (contact_id);
CREATE TABLE contact_date (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    kind VARCHAR NOT NULL, 
    label VARCHAR NOT NULL, 
    year INTEGER, 
    month INTEGER, 
    day INTEGER, 
    CONSTRAINT pk_contact_date PRIMARY KEY (id), 
    CONSTRAINT ck_contact_date_kind CHECK (kind IN ('birthday', 'other')), 
    CONSTRAINT ck_contact_date_partial CHECK ((year IS NOT NULL OR month IS NOT NULL) AND (day IS NULL OR month IS NOT NULL) AND coalesce(year BETWEEN 1 AND 9999, 1) AND coalesce(month BETWEEN 1 AND 12, 1) AND coalesce(day BETWEEN 1 AND 31, 1)), 
    CONSTRAINT fk_contact_date_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
);
CREATE INDEX ix_contact_date_contact_id ON contact_date (contact_id);
CREATE INDEX ix_contact_date_month ON contact_date (month, day);
CREATE TABLE contact_email (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    value VARCHAR NOT NULL, 
    "key" VARCHAR NOT NULL, 
    label VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    CONSTRAINT pk_contact_email PRIMARY KEY (id), 
    CONSTRAINT ck_contact_email_value CHECK (value <> ''), 
    CONSTRAINT fk_contact_email_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT uq_contact_email_contact_id_key UNIQUE (contact_id, "key")
);
CREATE INDEX ix_contact_email_key ON contact_email ("key");
CREATE TABLE contact_link (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    kind VARCHAR NOT NULL, 
    url VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    CONSTRAINT pk_contact_link PRIMARY KEY (id), 
    CONSTRAINT ck_contact_link_url CHECK (url <> ''), 
    CONSTRAINT fk_contact_link_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT uq_contact_link_contact_id_url UNIQUE (contact_id, url)
);
CREATE TABLE contact_phone (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    value VARCHAR NOT NULL, 
    "key" VARCHAR NOT NULL, 
    label VARCHAR NOT NULL, 
    position INTEGER NOT NULL, 
    CONSTRAINT pk_contact_phone PRIMARY KEY (id), 
    CONSTRAINT ck_contact_phone_value CHECK (value <> ''), 
    CONSTRAINT fk_contact_phone_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT uq_contact_phone_contact_id_key UNIQUE (contact_id, "key")
);
CREATE INDEX ix_contact_phone_key ON contact_phone ("key");
CREATE TABLE contact_tag (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    tag_id INTEGER NOT NULL, 
    CONSTRAINT pk_contact_tag PRIMARY KEY (id), 
    CONSTRAINT fk_contact_tag_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_contact_tag_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id) ON DELETE CASCADE, 
    CONSTRAINT uq_contact_tag_contact_id_tag_id UNIQUE (contact_id, tag_id)
);
CREATE INDEX ix_contact_tag_tag_id ON contact_tag (tag_id);
CREATE TABLE contact_trait (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    kind VARCHAR NOT NULL, 
    value VARCHAR NOT NULL, 
    "key" VARCHAR NOT NULL, 
    CONSTRAINT pk_contact_trait PRIMARY KEY (id), 
    CONSTRAINT ck_contact_trait_kind CHECK (kind IN ('role', 'skill', 'interest', 'offer', 'need', 'nickname')), 
    CONSTRAINT ck_contact_trait_value CHECK (value <> ''), 
    CONSTRAINT fk_contact_trait_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT uq_contact_trait_contact_id_kind_key UNIQUE (contact_id, kind, "key")
);
CREATE INDEX ix_contact_trait_kind ON contact_trait (kind, "key");
CREATE TABLE fact (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    interaction_id INTEGER, 
    kind VARCHAR NOT NULL, 
    text VARCHAR NOT NULL, 
    source VARCHAR NOT NULL, 
    day DATE NOT NULL, 
    CONSTRAINT pk_fact PRIMARY KEY (id), 
    CONSTRAINT ck_fact_kind CHECK (kind IN ('work', 'interest', 'life', 'dream', 'news')), 
    CONSTRAINT ck_fact_text CHECK (text <> ''), 
    CONSTRAINT fk_fact_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_fact_interaction_id FOREIGN KEY(interaction_id) REFERENCES interaction (id) ON DELETE SET NULL
);
CREATE INDEX ix_fact_contact_id ON fact (contact_id);
CREATE INDEX ix_fact_interaction_id ON fact (interaction_id);
CREATE TABLE goal (
    id INTEGER NOT NULL, 
    uid VARCHAR NOT NULL, 
    title VARCHAR NOT NULL, 
    "key" VARCHAR NOT NULL, 
    rank VARCHAR NOT NULL, 
    why VARCHAR NOT NULL, 
    unit VARCHAR NOT NULL, 
    start FLOAT NOT NULL, 
    target FLOAT, 
    starts_on DATE NOT NULL, 
    due_on DATE, 
    state VARCHAR NOT NULL, 
    closed_on DATE, 
    next_action VARCHAR NOT NULL, 
    next_action_on DATE, 
    next_action_contact_id INTEGER, 
    CONSTRAINT pk_goal PRIMARY KEY (id), 
    CONSTRAINT ck_goal_rank CHECK (rank IN ('primary', 'secondary', 'tertiary')), 
    CONSTRAINT ck_goal_state CHECK (state IN ('active', 'reached', 'dropped')), 
    CONSTRAINT ck_goal_title CHECK (title <> ''), 
    CONSTRAINT ck_goal_dates CHECK (due_on IS NULL OR due_on >= starts_on), 
    CONSTRAINT ck_goal_measure CHECK (target IS NULL OR target <> start), 
    CONSTRAINT fk_goal_next_action_contact_id FOREIGN KEY(next_action_contact_id) REFERENCES contact (id) ON DELETE SET NULL, 
    CONSTRAINT uq_goal_key UNIQUE ("key"), 
    CONSTRAINT uq_goal_uid UNIQUE (uid)
);
CREATE INDEX ix_goal_next_action_contact_id ON goal (next_action_contact_id);
CREATE INDEX ix_goal_rank ON goal (rank);
CREATE TABLE import_record (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    source VARCHAR NOT NULL, 
    external_id VARCHAR NOT NULL, 
    fields VARCHAR NOT NULL, 
    imported_on DATE NOT NULL, 
    CONSTRAINT pk_import_record PRIMARY KEY (id), 
    CONSTRAINT fk_import_record_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT uq_import_record_source_external_id UNIQUE (source, external_id)
);
CREATE INDEX ix_import_record_contact_id ON import_record (contact_id);
CREATE TABLE journal_entry (
    id INTEGER NOT NULL, 
    change_id INTEGER NOT NULL, 
    table_name VARCHAR NOT NULL, 
    row_id INTEGER NOT NULL, 
    operation VARCHAR NOT NULL, 
    old VARCHAR, 
    CONSTRAINT pk_journal_entry PRIMARY KEY (id), 
    CONSTRAINT ck_journal_entry_operation CHECK (operation IN ('insert', 'update', 'delete')), 
    CONSTRAINT fk_journal_entry_change_id FOREIGN KEY(change_id) REFERENCES change (id) ON DELETE CASCADE
);
CREATE INDEX ix_journal_entry_change_id ON journal_entry (change_id);
CREATE TABLE participant (
    id INTEGER NOT NULL, 
    interaction_id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    CONSTRAINT pk_participant PRIMARY KEY (id), 
    CONSTRAINT fk_participant_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_participant_interaction_id FOREIGN KEY(interaction_id) REFERENCES interaction (id) ON DELETE CASCADE, 
    CONSTRAINT uq_participant_contact_id_interaction_id UNIQUE (contact_id, interaction_id)
);
CREATE INDEX ix_participant_interaction_id ON participant (interaction_id);
CREATE TABLE promise (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    interaction_id INTEGER, 
    mine BOOLEAN NOT NULL, 
    text VARCHAR NOT NULL, 
    made_on DATE NOT NULL, 
    due_on DATE, 
    done_on DATE, 
    CONSTRAINT pk_promise PRIMARY KEY (id), 
    CONSTRAINT ck_promise_text CHECK (text <> ''), 
    CONSTRAINT fk_promise_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_promise_interaction_id FOREIGN KEY(interaction_id) REFERENCES interaction (id) ON DELETE SET NULL
);
CREATE INDEX ix_promise_contact_id ON promise (contact_id);
CREATE INDEX ix_promise_interaction_id ON promise (interaction_id);
CREATE INDEX ix_promise_open ON promise (done_on, mine, due_on);
CREATE TABLE snooze (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    made_on DATE NOT NULL, 
    until_on DATE NOT NULL, 
    CONSTRAINT pk_snooze PRIMARY KEY (id), 
    CONSTRAINT ck_snooze_forward CHECK (until_on > made_on), 
    CONSTRAINT fk_snooze_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
);
CREATE INDEX ix_snooze_contact_id ON snooze (contact_id);
CREATE INDEX ix_snooze_until_on ON snooze (until_on);
CREATE TABLE goal_contact (
    id INTEGER NOT NULL, 
    goal_id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    CONSTRAINT pk_goal_contact PRIMARY KEY (id), 
    CONSTRAINT fk_goal_contact_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_goal_contact_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE, 
    CONSTRAINT uq_goal_contact_goal_id_contact_id UNIQUE (goal_id, contact_id)
);
CREATE INDEX ix_goal_contact_contact_id ON goal_contact (contact_id);
CREATE TABLE goal_progress (
    id INTEGER NOT NULL, 
    goal_id INTEGER NOT NULL, 
    day DATE NOT NULL, 
    value FLOAT NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_goal_progress PRIMARY KEY (id), 
    CONSTRAINT fk_goal_progress_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
);
CREATE INDEX ix_goal_progress_goal_id ON goal_progress (goal_id);
CREATE TABLE goal_role (
    id INTEGER NOT NULL, 
    goal_id INTEGER NOT NULL, 
    role VARCHAR NOT NULL, 
    CONSTRAINT pk_goal_role PRIMARY KEY (id), 
    CONSTRAINT fk_goal_role_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE, 
    CONSTRAINT uq_goal_role_goal_id_role UNIQUE (goal_id, role)
);
CREATE VIRTUAL TABLE contact_search USING fts5(name, work, words, notes, tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE interaction_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE day_line (
    id INTEGER NOT NULL, 
    day DATE NOT NULL, 
    number INTEGER, 
    contact_id INTEGER, 
    goal_id INTEGER, 
    interaction_id INTEGER, 
    grounds VARCHAR NOT NULL, 
    opener VARCHAR NOT NULL, 
    CONSTRAINT pk_day_line PRIMARY KEY (id), 
    CONSTRAINT ck_day_line_number CHECK (number > 0), 
    CONSTRAINT ck_day_line_about CHECK (contact_id IS NOT NULL OR goal_id IS NOT NULL), 
    CONSTRAINT fk_day_line_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_day_line_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE, 
    CONSTRAINT fk_day_line_interaction_id FOREIGN KEY(interaction_id) REFERENCES interaction (id) ON DELETE CASCADE, 
    CONSTRAINT uq_day_line_day_number UNIQUE (day, number)
);
CREATE INDEX ix_day_line_contact_id ON day_line (contact_id);
CREATE INDEX ix_day_line_goal_id ON day_line (goal_id);
CREATE INDEX ix_day_line_interaction_id ON day_line (interaction_id);
CREATE TABLE delivery (
    id INTEGER NOT NULL, 
    day DATE NOT NULL, 
    channel VARCHAR NOT NULL, 
    CONSTRAINT pk_delivery PRIMARY KEY (id), 
    CONSTRAINT ck_delivery_channel CHECK (channel <> ''), 
    CONSTRAINT uq_delivery_day_channel UNIQUE (day, channel)
);
CREATE INDEX ix_interaction_planned ON interaction (day) WHERE planned = 1;
CREATE TABLE event (
    id INTEGER NOT NULL, 
    uid VARCHAR NOT NULL, 
    name VARCHAR NOT NULL, 
    "key" VARCHAR NOT NULL, 
    starts_on DATE NOT NULL, 
    ends_on DATE NOT NULL, 
    place VARCHAR NOT NULL, 
    organisation VARCHAR NOT NULL, 
    series VARCHAR NOT NULL, 
    why VARCHAR NOT NULL, 
    offer VARCHAR NOT NULL, 
    notes VARCHAR NOT NULL, 
    closed_on DATE, 
    CONSTRAINT pk_event PRIMARY KEY (id), 
    CONSTRAINT ck_event_name CHECK (name <> ''), 
    CONSTRAINT ck_event_dates CHECK (ends_on >= starts_on), 
    CONSTRAINT uq_event_uid UNIQUE (uid)
);
CREATE INDEX ix_event_key ON event ("key");
CREATE INDEX ix_event_starts_on ON event (starts_on);
CREATE TABLE joint_project (
    id INTEGER NOT NULL, 
    uid VARCHAR NOT NULL, 
    title VARCHAR NOT NULL, 
    "key" VARCHAR NOT NULL, 
    state VARCHAR NOT NULL, 
    brings VARCHAR NOT NULL, 
    starts_on DATE NOT NULL, 
    ended_on DATE, 
    outcome VARCHAR NOT NULL, 
    CONSTRAINT pk_joint_project PRIMARY KEY (id), 
    CONSTRAINT ck_joint_project_state CHECK (state IN ('idea', 'running', 'done', 'dropped')), 
    CONSTRAINT ck_joint_project_title CHECK (title <> ''), 
    CONSTRAINT uq_joint_project_key UNIQUE ("key"), 
    CONSTRAINT uq_joint_project_uid UNIQUE (uid)
);
CREATE TABLE own_pair (
    id INTEGER NOT NULL, 
    role_a VARCHAR NOT NULL, 
    role_b VARCHAR NOT NULL, 
    strength INTEGER NOT NULL, 
    why VARCHAR NOT NULL, 
    CONSTRAINT pk_own_pair PRIMARY KEY (id), 
    CONSTRAINT ck_own_pair_ordered CHECK (role_a < role_b), 
    CONSTRAINT ck_own_pair_strength CHECK (strength BETWEEN 0 AND 3), 
    CONSTRAINT uq_own_pair_role_a_role_b UNIQUE (role_a, role_b)
);
CREATE TABLE own_role (
    id INTEGER NOT NULL, 
    slug VARCHAR NOT NULL, 
    name VARCHAR NOT NULL, 
    area VARCHAR NOT NULL, 
    synonyms VARCHAR NOT NULL, 
    CONSTRAINT pk_own_role PRIMARY KEY (id), 
    CONSTRAINT ck_own_role_name CHECK (name <> ''), 
    CONSTRAINT uq_own_role_slug UNIQUE (slug)
);
CREATE TABLE ask (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    interaction_id INTEGER, 
    kind VARCHAR NOT NULL, 
    text VARCHAR NOT NULL, 
    day DATE NOT NULL, 
    outcome VARCHAR NOT NULL, 
    outcome_on DATE, 
    CONSTRAINT pk_ask PRIMARY KEY (id), 
    CONSTRAINT ck_ask_kind CHECK (kind IN ('help', 'feedback')), 
    CONSTRAINT ck_ask_text CHECK (text <> ''), 
    CONSTRAINT fk_ask_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_ask_interaction_id FOREIGN KEY(interaction_id) REFERENCES interaction (id) ON DELETE SET NULL
);
CREATE INDEX ix_ask_contact_id ON ask (contact_id);
CREATE INDEX ix_ask_interaction_id ON ask (interaction_id);
CREATE TABLE event_aim (
    id INTEGER NOT NULL, 
    event_id INTEGER NOT NULL, 
    text VARCHAR NOT NULL, 
    target INTEGER NOT NULL, 
    reached INTEGER NOT NULL, 
    CONSTRAINT pk_event_aim PRIMARY KEY (id), 
    CONSTRAINT ck_event_aim_text CHECK (text <> ''), 
    CONSTRAINT ck_event_aim_reached CHECK (reached >= 0), 
    CONSTRAINT ck_event_aim_target CHECK (target > 0), 
    CONSTRAINT fk_event_aim_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE
);
CREATE INDEX ix_event_aim_event_id ON event_aim (event_id);
CREATE TABLE event_person (
    id INTEGER NOT NULL, 
    event_id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    interaction_id INTEGER, 
    wanted BOOLEAN NOT NULL, 
    met BOOLEAN NOT NULL, 
    kept BOOLEAN, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_event_person PRIMARY KEY (id), 
    CONSTRAINT fk_event_person_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_event_person_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE, 
    CONSTRAINT fk_event_person_interaction_id FOREIGN KEY(interaction_id) REFERENCES interaction (id) ON DELETE SET NULL, 
    CONSTRAINT uq_event_person_event_id_contact_id UNIQUE (event_id, contact_id)
);
CREATE INDEX ix_event_person_contact_id ON event_person (contact_id);
CREATE INDEX ix_event_person_interaction_id ON event_person (interaction_id);
CREATE TABLE giving (
    id INTEGER NOT NULL, 
    uid VARCHAR NOT NULL, 
    contact_id INTEGER NOT NULL, 
    interaction_id INTEGER, 
    direction VARCHAR NOT NULL, 
    kind VARCHAR NOT NULL, 
    text VARCHAR NOT NULL, 
    day DATE NOT NULL, 
    client VARCHAR NOT NULL, 
    value FLOAT, 
    status VARCHAR NOT NULL, 
    thanked_on DATE, 
    outcome VARCHAR NOT NULL, 
    reported_on DATE, 
    CONSTRAINT pk_giving PRIMARY KEY (id), 
    CONSTRAINT ck_giving_direction CHECK (direction IN ('gave', 'got')), 
    CONSTRAINT ck_giving_kind CHECK (kind IN ('help', 'referral', 'recommendation', 'feedback', 'information', 'introduction')), 
    CONSTRAINT ck_giving_status CHECK (status IN ('', 'open', 'won', 'lost')), 
    CONSTRAINT ck_giving_text CHECK (text <> ''), 
    CONSTRAINT fk_giving_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_giving_interaction_id FOREIGN KEY(interaction_id) REFERENCES interaction (id) ON DELETE SET NULL, 
    CONSTRAINT uq_giving_uid UNIQUE (uid)
);
CREATE INDEX ix_giving_contact_id ON giving (contact_id);
CREATE INDEX ix_giving_interaction_id ON giving (interaction_id);
CREATE TABLE introduction (
    id INTEGER NOT NULL, 
    uid VARCHAR NOT NULL, 
    a_id INTEGER NOT NULL, 
    b_id INTEGER NOT NULL, 
    state VARCHAR NOT NULL, 
    why VARCHAR NOT NULL, 
    noted_on DATE NOT NULL, 
    moved_on DATE NOT NULL, 
    asked_a_on DATE, 
    agreed_a_on DATE, 
    asked_b_on DATE, 
    agreed_b_on DATE, 
    made_on DATE, 
    met_on DATE, 
    closed_on DATE, 
    declined_by VARCHAR, 
    outcome VARCHAR NOT NULL, 
    interaction_id INTEGER, 
    CONSTRAINT pk_introduction PRIMARY KEY (id), 
    CONSTRAINT ck_introduction_declined_by CHECK (declined_by IN ('a', 'b')), 
    CONSTRAINT ck_introduction_state CHECK (state IN ('idea', 'asked_a', 'agreed_a', 'asked_b', 'agreed', 'made', 'met', 'closed', 'declined', 'expired')), 
    CONSTRAINT ck_introduction_two_people CHECK (a_id <> b_id), 
    CONSTRAINT fk_introduction_a_id FOREIGN KEY(a_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_introduction_b_id FOREIGN KEY(b_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_introduction_interaction_id FOREIGN KEY(interaction_id) REFERENCES interaction (id) ON DELETE SET NULL, 
    CONSTRAINT uq_introduction_uid UNIQUE (uid)
);
CREATE INDEX ix_introduction_a_id ON introduction (a_id);
CREATE INDEX ix_introduction_b_id ON introduction (b_id);
CREATE INDEX ix_introduction_interaction_id ON introduction (interaction_id);
CREATE TABLE mentorship (
    id INTEGER NOT NULL, 
    uid VARCHAR NOT NULL, 
    contact_id INTEGER NOT NULL, 
    direction VARCHAR NOT NULL, 
    state VARCHAR NOT NULL, 
    phase VARCHAR NOT NULL, 
    purpose VARCHAR NOT NULL, 
    rhythm VARCHAR NOT NULL, 
    session_minutes INTEGER, 
    channel VARCHAR NOT NULL, 
    starts_on DATE NOT NULL, 
    until_on DATE, 
    ended_on DATE, 
    CONSTRAINT pk_mentorship PRIMARY KEY (id), 
    CONSTRAINT ck_mentorship_direction CHECK (direction IN ('mentor', 'mentee')), 
    CONSTRAINT ck_mentorship_phase CHECK (phase IN ('initiation', 'cultivation', 'separation', 'redefinition')), 
    CONSTRAINT ck_mentorship_state CHECK (state IN ('candidate', 'active', 'ended')), 
    CONSTRAINT ck_mentorship_session CHECK (session_minutes > 0), 
    CONSTRAINT ck_mentorship_dates CHECK (until_on IS NULL OR until_on >= starts_on), 
    CONSTRAINT fk_mentorship_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT uq_mentorship_uid UNIQUE (uid)
);
CREATE INDEX ix_mentorship_contact_id ON mentorship (contact_id);
CREATE TABLE project_person (
    id INTEGER NOT NULL, 
    project_id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    brings VARCHAR NOT NULL, 
    CONSTRAINT pk_project_person PRIMARY KEY (id), 
    CONSTRAINT fk_project_person_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_project_person_project_id FOREIGN KEY(project_id) REFERENCES joint_project (id) ON DELETE CASCADE, 
    CONSTRAINT uq_project_person_project_id_contact_id UNIQUE (project_id, contact_id)
);
CREATE INDEX ix_project_person_contact_id ON project_person (contact_id);
CREATE TABLE question (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    interaction_id INTEGER, 
    mine BOOLEAN NOT NULL, 
    text VARCHAR NOT NULL, 
    day DATE NOT NULL, 
    answer VARCHAR NOT NULL, 
    answered_on DATE, 
    CONSTRAINT pk_question PRIMARY KEY (id), 
    CONSTRAINT ck_question_text CHECK (text <> ''), 
    CONSTRAINT fk_question_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_question_interaction_id FOREIGN KEY(interaction_id) REFERENCES interaction (id) ON DELETE SET NULL
);
CREATE INDEX ix_question_contact_id ON question (contact_id);
CREATE INDEX ix_question_interaction_id ON question (interaction_id);
CREATE TABLE mentor_topic (
    id INTEGER NOT NULL, 
    mentorship_id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    "key" VARCHAR NOT NULL, 
    CONSTRAINT pk_mentor_topic PRIMARY KEY (id), 
    CONSTRAINT ck_mentor_topic_name CHECK (name <> ''), 
    CONSTRAINT fk_mentor_topic_mentorship_id FOREIGN KEY(mentorship_id) REFERENCES mentorship (id) ON DELETE CASCADE, 
    CONSTRAINT uq_mentor_topic_mentorship_id_key UNIQUE (mentorship_id, "key")
);
CREATE TABLE guidance (
    id INTEGER NOT NULL, 
    mentorship_id INTEGER NOT NULL, 
    topic_id INTEGER, 
    interaction_id INTEGER, 
    day DATE NOT NULL, 
    problem VARCHAR NOT NULL, 
    tried VARCHAR NOT NULL, 
    advice VARCHAR NOT NULL, 
    did VARCHAR NOT NULL, 
    result VARCHAR NOT NULL, 
    result_on DATE, 
    reported_on DATE, 
    CONSTRAINT pk_guidance PRIMARY KEY (id), 
    CONSTRAINT ck_guidance_advice CHECK (advice <> ''), 
    CONSTRAINT fk_guidance_interaction_id FOREIGN KEY(interaction_id) REFERENCES interaction (id) ON DELETE SET NULL, 
    CONSTRAINT fk_guidance_mentorship_id FOREIGN KEY(mentorship_id) REFERENCES mentorship (id) ON DELETE CASCADE, 
    CONSTRAINT fk_guidance_topic_id FOREIGN KEY(topic_id) REFERENCES mentor_topic (id) ON DELETE SET NULL
);
CREATE INDEX ix_guidance_interaction_id ON guidance (interaction_id);
CREATE INDEX ix_guidance_mentorship_id ON guidance (mentorship_id);
CREATE INDEX ix_guidance_topic_id ON guidance (topic_id);
CREATE TABLE mentor_case (
    id INTEGER NOT NULL, 
    topic_id INTEGER NOT NULL, 
    day DATE NOT NULL, 
    level INTEGER NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_mentor_case PRIMARY KEY (id), 
    CONSTRAINT ck_mentor_case_level CHECK (level BETWEEN 0 AND 4), 
    CONSTRAINT fk_mentor_case_topic_id FOREIGN KEY(topic_id) REFERENCES mentor_topic (id) ON DELETE CASCADE
);
CREATE INDEX ix_mentor_case_topic_id ON mentor_case (topic_id);
CREATE TABLE mentor_question (
    id INTEGER NOT NULL, 
    mentorship_id INTEGER NOT NULL, 
    topic_id INTEGER, 
    text VARCHAR NOT NULL, 
    noted_on DATE NOT NULL, 
    asked_on DATE, 
    CONSTRAINT pk_mentor_question PRIMARY KEY (id), 
    CONSTRAINT ck_mentor_question_text CHECK (text <> ''), 
    CONSTRAINT fk_mentor_question_mentorship_id FOREIGN KEY(mentorship_id) REFERENCES mentorship (id) ON DELETE CASCADE, 
    CONSTRAINT fk_mentor_question_topic_id FOREIGN KEY(topic_id) REFERENCES mentor_topic (id) ON DELETE SET NULL
);
CREATE INDEX ix_mentor_question_mentorship_id ON mentor_question (mentorship_id);
CREATE INDEX ix_mentor_question_topic_id ON mentor_question (topic_id);
CREATE INDEX ix_contact_listed ON contact (sort_key, id, archived, garden_since, next_due_on, last_contact_on);
INSERT INTO alembic_version VALUES ('0004');
