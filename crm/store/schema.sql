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
CREATE INDEX ix_contact_sort_key ON contact (sort_key, id);
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
INSERT INTO alembic_version VALUES ('0002');
