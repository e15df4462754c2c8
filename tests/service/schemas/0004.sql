PRAGMA foreign_keys=OFF;
BEGIN;
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO alembic_version (version_num) VALUES ('0004');
CREATE TABLE change (
    id INTEGER NOT NULL, 
    made_at VARCHAR NOT NULL, 
    action VARCHAR NOT NULL, 
    subject VARCHAR NOT NULL, 
    CONSTRAINT pk_change PRIMARY KEY (id)
);
INSERT INTO change (id, made_at, action, subject) VALUES (1, '2026-11-27T21:32:52Z', 'add', 'Zoe');
INSERT INTO change (id, made_at, action, subject) VALUES (2, '2026-11-27T21:32:52Z', 'add', 'Bo');
INSERT INTO change (id, made_at, action, subject) VALUES (3, '2026-11-27T21:32:52Z', 'import', '');
INSERT INTO change (id, made_at, action, subject) VALUES (4, '2026-11-27T21:32:52Z', 'add', 'Łukasz');
INSERT INTO change (id, made_at, action, subject) VALUES (5, '2026-11-27T21:32:52Z', 'edit', '''); DROP TABLE contact; --');
INSERT INTO change (id, made_at, action, subject) VALUES (6, '2026-11-27T21:32:52Z', 'note', 'Bo');
INSERT INTO change (id, made_at, action, subject) VALUES (7, '2026-11-27T21:32:52Z', 'tag', '''); DROP TABLE contact; --, Bo, ''); DROP TABLE contact; --, Zoe');
INSERT INTO change (id, made_at, action, subject) VALUES (8, '2026-11-27T21:32:52Z', 'plant', 'Zoe, Bo');
INSERT INTO change (id, made_at, action, subject) VALUES (9, '2026-11-27T21:32:52Z', 'rest', 'Bo');
INSERT INTO change (id, made_at, action, subject) VALUES (10, '2026-11-27T21:32:52Z', 'log', 'Bo, ''); DROP TABLE contact; --, Zoe');
INSERT INTO change (id, made_at, action, subject) VALUES (11, '2026-11-27T21:32:52Z', 'log', 'New Łukasz');
INSERT INTO change (id, made_at, action, subject) VALUES (12, '2026-11-27T21:32:52Z', 'drop', 'New Łukasz');
INSERT INTO change (id, made_at, action, subject) VALUES (13, '2026-11-27T21:32:52Z', 'got', 'Zoe');
INSERT INTO change (id, made_at, action, subject) VALUES (14, '2026-11-27T21:32:52Z', 'asked', 'Bo');
INSERT INTO change (id, made_at, action, subject) VALUES (15, '2026-11-27T21:32:52Z', 'giving-thanked', 'Zoe');
INSERT INTO change (id, made_at, action, subject) VALUES (16, '2026-11-27T21:32:52Z', 'debrief', 'Bo');
INSERT INTO change (id, made_at, action, subject) VALUES (17, '2026-11-27T21:32:53Z', 'question-answered', 'Zoe');
INSERT INTO change (id, made_at, action, subject) VALUES (18, '2026-11-27T21:32:53Z', 'promise', '''); DROP TABLE contact; --');
INSERT INTO change (id, made_at, action, subject) VALUES (19, '2026-11-27T21:32:53Z', 'promise-done', 'Bo');
INSERT INTO change (id, made_at, action, subject) VALUES (20, '2026-11-27T21:32:53Z', 'snooze', 'New Łukasz');
INSERT INTO change (id, made_at, action, subject) VALUES (21, '2026-11-27T21:32:53Z', 'pause', '2025-07-03 – 2025-07-07');
INSERT INTO change (id, made_at, action, subject) VALUES (22, '2026-11-27T21:32:53Z', 'goal-add', 'Ana');
INSERT INTO change (id, made_at, action, subject) VALUES (23, '2026-11-27T21:32:53Z', 'goal-link', 'Ana');
INSERT INTO change (id, made_at, action, subject) VALUES (24, '2026-11-27T21:32:53Z', 'goal-progress', 'Ana');
INSERT INTO change (id, made_at, action, subject) VALUES (25, '2026-11-27T21:32:53Z', 'goal-next', 'Ana');
INSERT INTO change (id, made_at, action, subject) VALUES (26, '2026-11-27T21:32:53Z', 'goal-close', 'Ana');
INSERT INTO change (id, made_at, action, subject) VALUES (27, '2026-11-27T21:32:53Z', 'mentor-add', '''); DROP TABLE contact; --');
INSERT INTO change (id, made_at, action, subject) VALUES (28, '2026-11-27T21:32:53Z', 'mentor-advice', 'New Łukasz');
INSERT INTO change (id, made_at, action, subject) VALUES (29, '2026-11-27T21:32:53Z', 'mentor-asked', 'Zoe');
INSERT INTO change (id, made_at, action, subject) VALUES (30, '2026-11-27T21:32:53Z', 'intro-propose', '''); DROP TABLE contact; --, New Łukasz');
INSERT INTO change (id, made_at, action, subject) VALUES (31, '2026-11-27T21:32:53Z', 'intro-decline', 'Zoe, Bo');
INSERT INTO change (id, made_at, action, subject) VALUES (32, '2026-11-27T21:32:53Z', 'event-add', 'C++');
INSERT INTO change (id, made_at, action, subject) VALUES (33, '2026-11-27T21:32:53Z', 'event-edit', 'a
b');
INSERT INTO change (id, made_at, action, subject) VALUES (34, '2026-11-27T21:32:53Z', 'event-meet', 'a
b');
INSERT INTO change (id, made_at, action, subject) VALUES (35, '2026-11-27T21:32:53Z', 'event-close', 'a
b');
INSERT INTO change (id, made_at, action, subject) VALUES (36, '2026-11-27T21:32:53Z', 'event-delete', 'C++');
INSERT INTO change (id, made_at, action, subject) VALUES (37, '2026-11-27T21:32:53Z', 'role-add', 'ÉMILE');
INSERT INTO change (id, made_at, action, subject) VALUES (38, '2026-11-27T21:32:53Z', 'pair-add', 'Copywriter, Illustrator');
INSERT INTO change (id, made_at, action, subject) VALUES (39, '2026-11-27T21:32:53Z', 'project-add', '🌱 Eva');
INSERT INTO change (id, made_at, action, subject) VALUES (40, '2026-11-27T21:32:53Z', 'project-drop', '🌱 Eva');
INSERT INTO change (id, made_at, action, subject) VALUES (41, '2026-11-27T21:32:53Z', 'profile', '');
INSERT INTO change (id, made_at, action, subject) VALUES (42, '2026-11-27T21:32:53Z', 'config', 'budget = 5');
INSERT INTO change (id, made_at, action, subject) VALUES (43, '2026-11-27T21:32:53Z', 'archive', 'Zoe');
INSERT INTO change (id, made_at, action, subject) VALUES (44, '2026-11-27T21:32:53Z', 'import', 'bulk');
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
INSERT INTO contact (id, uid, name, name_folded, sort_key, given_name, family_name, organisation, title, experience_since, place, time_zone, language, availability, met_on, met_at, met_through_id, known_since, cadence, garden_since, woken_on, notes, archived, origin, created_at, last_contact_on, cadence_days, next_due_on, embers) VALUES (1, '962f2d8f67ab401dbdcb0b3e53c88991', 'Zoe', 'zoe', 'zoe', '', '', '', '', '', '', '', '', 'unknown', NULL, '', NULL, NULL, '1y', '2025-06-30', '2025-06-30', '', 1, 'user', '2026-11-27T21:32:52Z', '2025-06-30', NULL, NULL, NULL);
INSERT INTO contact (id, uid, name, name_folded, sort_key, given_name, family_name, organisation, title, experience_since, place, time_zone, language, availability, met_on, met_at, met_through_id, known_since, cadence, garden_since, woken_on, notes, archived, origin, created_at, last_contact_on, cadence_days, next_due_on, embers) VALUES (2, '70c50fa921fa44aa92c7034d1a8b379d', 'Bo', 'bo', 'bo', '', '', '', '', '', '', '', '', 'unknown', NULL, '', NULL, NULL, '', '2025-06-30', '2025-06-30', '2025-06-30 ''); DROP TABLE contact; --', 0, 'user', '2026-11-27T21:32:52Z', '2025-06-30', 90, '2025-09-30', 1.05);
INSERT INTO contact (id, uid, name, name_folded, sort_key, given_name, family_name, organisation, title, experience_since, place, time_zone, language, availability, met_on, met_at, met_through_id, known_since, cadence, garden_since, woken_on, notes, archived, origin, created_at, last_contact_on, cadence_days, next_due_on, embers) VALUES (3, 'b74a99a0408c4e8882a2c05569cb00d6', '''); DROP TABLE contact; --', '''); drop table contact; --', '''); drop table contact; --', '', '', 'O''Brien', 'CEO', '', 'Vigo', '', '', 'unknown', NULL, '', NULL, '2025-01-22', '1y', '2025-06-30', NULL, '', 0, 'user', '2026-11-27T21:32:52Z', '2025-06-30', 365, '2026-06-30', 0.75);
INSERT INTO contact (id, uid, name, name_folded, sort_key, given_name, family_name, organisation, title, experience_since, place, time_zone, language, availability, met_on, met_at, met_through_id, known_since, cadence, garden_since, woken_on, notes, archived, origin, created_at, last_contact_on, cadence_days, next_due_on, embers) VALUES (4, 'e11b915b320d403c8922d6ade434ab2b', 'New Łukasz', 'new lukasz', 'new lukasz', '', '', '', '', '', '', '', '', 'unknown', NULL, '', NULL, NULL, '', '2025-06-30', NULL, '', 0, 'user', '2026-11-27T21:32:52Z', '2025-06-30', 90, '2025-09-30', 2.83408805629487137167e+00);
INSERT INTO contact (id, uid, name, name_folded, sort_key, given_name, family_name, organisation, title, experience_since, place, time_zone, language, availability, met_on, met_at, met_through_id, known_since, cadence, garden_since, woken_on, notes, archived, origin, created_at, last_contact_on, cadence_days, next_due_on, embers) VALUES (5, '5ea6aa13b7534442b4bedd416cdc389f', 'a
b', 'a b', 'a b', '', '', '', '', '', '', '', '', 'unknown', '2025-06-01', 'a
b', NULL, NULL, '', NULL, NULL, '', 0, 'user', '2026-11-27T21:32:53Z', '2025-06-01', NULL, NULL, NULL);
INSERT INTO contact (id, uid, name, name_folded, sort_key, given_name, family_name, organisation, title, experience_since, place, time_zone, language, availability, met_on, met_at, met_through_id, known_since, cadence, garden_since, woken_on, notes, archived, origin, created_at, last_contact_on, cadence_days, next_due_on, embers) VALUES (6, '2a30363bd87064fc83dab265624c4b62', 'C++ 6', 'c++ 6', 'c++ 6', '', '', '', '', '', 'Cork', '', '', 'unknown', NULL, '', NULL, NULL, '', NULL, NULL, '', 0, 'linkedin', '2026-11-27T21:32:53Z', '2024-10-09', NULL, NULL, NULL);
INSERT INTO contact (id, uid, name, name_folded, sort_key, given_name, family_name, organisation, title, experience_since, place, time_zone, language, availability, met_on, met_at, met_through_id, known_since, cadence, garden_since, woken_on, notes, archived, origin, created_at, last_contact_on, cadence_days, next_due_on, embers) VALUES (7, '863043d70a6be26cfe8b2b79bada7947', '\ 7', '\ 7', '\ 7', '', '', '', '', '', 'Cork', '', '', 'unknown', NULL, '', NULL, NULL, '', NULL, NULL, '', 0, 'linkedin', '2026-11-27T21:32:53Z', '2024-10-09', NULL, NULL, NULL);
INSERT INTO contact (id, uid, name, name_folded, sort_key, given_name, family_name, organisation, title, experience_since, place, time_zone, language, availability, met_on, met_at, met_through_id, known_since, cadence, garden_since, woken_on, notes, archived, origin, created_at, last_contact_on, cadence_days, next_due_on, embers) VALUES (8, '19de2deda0e200454153bbc7ced5669f', 'O''Brien 8', 'o''brien 8', 'o''brien 8', '', '', '', '', '', 'Cork', '', '', 'unknown', NULL, '', NULL, NULL, '', NULL, NULL, '', 0, 'linkedin', '2026-11-27T21:32:53Z', '2024-10-09', NULL, NULL, NULL);
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
INSERT INTO interaction (id, uid, day, kind, side, begun_by, depth, ask, planned, people, answered, listen_share, questions, followups, duration_minutes, place, event, summary, created_at) VALUES (1, '98681a6834754a90916c9f9d6618bbfa', '2025-06-30', 'referral', 'both', 'me', 2, 1, 0, 3, NULL, 65, NULL, NULL, NULL, '', '', 'Ana', '2026-11-27T21:32:52Z');
INSERT INTO interaction (id, uid, day, kind, side, begun_by, depth, ask, planned, people, answered, listen_share, questions, followups, duration_minutes, place, event, summary, created_at) VALUES (2, '1eeb3cde57744b0e85c7fea45d2dd217', '2024-09-05', 'help', 'them', NULL, 0, 0, 0, 1, NULL, NULL, NULL, NULL, NULL, '', '', 'Łukasz', '2026-11-27T21:32:52Z');
INSERT INTO interaction (id, uid, day, kind, side, begun_by, depth, ask, planned, people, answered, listen_share, questions, followups, duration_minutes, place, event, summary, created_at) VALUES (3, 'defe065bd46949f083454f0135b801e8', '2025-06-30', 'message', 'me', NULL, 0, 1, 0, 1, NULL, NULL, NULL, NULL, NULL, '', '', 'C++', '2026-11-27T21:32:52Z');
INSERT INTO interaction (id, uid, day, kind, side, begun_by, depth, ask, planned, people, answered, listen_share, questions, followups, duration_minutes, place, event, summary, created_at) VALUES (4, 'c7efc0f1b3674992930dc0218f5df5e0', '2025-05-08', 'call', 'both', NULL, 1, 0, 0, 1, NULL, NULL, NULL, NULL, NULL, '', '', 'é', '2026-11-27T21:32:53Z');
INSERT INTO interaction (id, uid, day, kind, side, begun_by, depth, ask, planned, people, answered, listen_share, questions, followups, duration_minutes, place, event, summary, created_at) VALUES (5, 'e3f9faf5265e447a9a8504e34356d78f', '2025-06-01', 'meeting', 'both', NULL, 1, 0, 0, 1, NULL, NULL, NULL, NULL, NULL, '', 'a
b', '100 %', '2026-11-27T21:32:53Z');
INSERT INTO interaction (id, uid, day, kind, side, begun_by, depth, ask, planned, people, answered, listen_share, questions, followups, duration_minutes, place, event, summary, created_at) VALUES (6, '45a92401bc5a47499b776c0f7527b7bd', '2025-06-30', 'project', 'both', NULL, 0, 0, 0, 1, NULL, NULL, NULL, NULL, NULL, '', '', '🌱 Eva', '2026-11-27T21:32:53Z');
INSERT INTO interaction (id, uid, day, kind, side, begun_by, depth, ask, planned, people, answered, listen_share, questions, followups, duration_minutes, place, event, summary, created_at) VALUES (7, 'f59dc887156eab79e9b161f4bca5f87b', '2024-10-09', 'email', 'both', NULL, 0, 0, 0, 1, NULL, NULL, NULL, NULL, NULL, '', '', 'bulk', '2026-11-27T21:32:53Z');
INSERT INTO interaction (id, uid, day, kind, side, begun_by, depth, ask, planned, people, answered, listen_share, questions, followups, duration_minutes, place, event, summary, created_at) VALUES (8, 'c69806eaf81f5c80239dc599f98ddc84', '2024-10-09', 'email', 'both', NULL, 0, 0, 0, 1, NULL, NULL, NULL, NULL, NULL, '', '', 'bulk', '2026-11-27T21:32:53Z');
CREATE TABLE pause (
    id INTEGER NOT NULL, 
    starts_on DATE NOT NULL, 
    until_on DATE NOT NULL, 
    CONSTRAINT pk_pause PRIMARY KEY (id), 
    CONSTRAINT ck_pause_forward CHECK (until_on >= starts_on)
);
INSERT INTO pause (id, starts_on, until_on) VALUES (1, '2025-07-03', '2025-07-07');
CREATE TABLE profile (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    pitch VARCHAR NOT NULL, 
    experience_since VARCHAR NOT NULL, 
    CONSTRAINT pk_profile PRIMARY KEY (id), 
    CONSTRAINT ck_profile_one_row CHECK (id = 1)
);
INSERT INTO profile (id, name, pitch, experience_since) VALUES (1, 'say "hi"', '', '');
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
INSERT INTO profile_trait (id, kind, value, key) VALUES (1, 'need', 'Ana', 'ana');
INSERT INTO profile_trait (id, kind, value, key) VALUES (2, 'need', 'O''Brien', 'o''brien');
INSERT INTO profile_trait (id, kind, value, key) VALUES (3, 'need', 'Łukasz', 'lukasz');
CREATE TABLE setting (
    id INTEGER NOT NULL, 
    name VARCHAR NOT NULL, 
    value VARCHAR NOT NULL, 
    CONSTRAINT pk_setting PRIMARY KEY (id), 
    CONSTRAINT ck_setting_name CHECK (name <> ''), 
    CONSTRAINT uq_setting_name UNIQUE (name)
);
INSERT INTO setting (id, name, value) VALUES (1, 'budget', '5');
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
INSERT INTO tag (id, name, key, cadence, circle) VALUES (1, 'sea', 'sea', '', 0);
INSERT INTO tag (id, name, key, cadence, circle) VALUES (2, 'work', 'work', '', 0);
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
INSERT INTO acquaintance (id, a_id, b_id) VALUES (1, 1, 2);
INSERT INTO acquaintance (id, a_id, b_id) VALUES (2, 1, 3);
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
INSERT INTO contact_address (id, contact_id, label, street, city, region, postcode, country, position) VALUES (1, 1, '', '1 High St', '', '', '', '', 0);
INSERT INTO contact_address (id, contact_id, label, street, city, region, postcode, country, position) VALUES (2, 3, '', '1 High St', '', '', '', '', 0);
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
INSERT INTO contact_date (id, contact_id, kind, label, year, month, day) VALUES (1, 1, 'birthday', '', NULL, 2, 29);
INSERT INTO contact_date (id, contact_id, kind, label, year, month, day) VALUES (3, 3, 'other', 'wedding', 2015, 6, 20);
INSERT INTO contact_date (id, contact_id, kind, label, year, month, day) VALUES (4, 3, 'birthday', '', 2000, 2, 29);
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
INSERT INTO contact_email (id, contact_id, value, key, label, position) VALUES (1, 1, 'zoe@example.org', 'zoe@example.org', '', 0);
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
INSERT INTO contact_link (id, contact_id, kind, url, position) VALUES (1, 1, 'web', 'https://zoe.example', 0);
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
INSERT INTO contact_phone (id, contact_id, value, key, label, position) VALUES (1, 1, '600 111 222', '600111222', '', 0);
INSERT INTO contact_phone (id, contact_id, value, key, label, position) VALUES (2, 3, '+34 600 000 000', '+34600000000', '', 0);
INSERT INTO contact_phone (id, contact_id, value, key, label, position) VALUES (3, 5, '+34 600 000 000', '+34600000000', '', 0);
CREATE TABLE contact_tag (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    tag_id INTEGER NOT NULL, 
    CONSTRAINT pk_contact_tag PRIMARY KEY (id), 
    CONSTRAINT fk_contact_tag_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_contact_tag_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id) ON DELETE CASCADE, 
    CONSTRAINT uq_contact_tag_contact_id_tag_id UNIQUE (contact_id, tag_id)
);
INSERT INTO contact_tag (id, contact_id, tag_id) VALUES (1, 1, 1);
INSERT INTO contact_tag (id, contact_id, tag_id) VALUES (2, 3, 2);
INSERT INTO contact_tag (id, contact_id, tag_id) VALUES (3, 3, 1);
INSERT INTO contact_tag (id, contact_id, tag_id) VALUES (4, 2, 2);
INSERT INTO contact_tag (id, contact_id, tag_id) VALUES (5, 1, 2);
INSERT INTO contact_tag (id, contact_id, tag_id) VALUES (6, 2, 1);
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
INSERT INTO contact_trait (id, contact_id, kind, value, key) VALUES (1, 1, 'role', 'brewer', 'brewer');
INSERT INTO contact_trait (id, contact_id, kind, value, key) VALUES (2, 3, 'nickname', 'Nick', 'nick');
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
INSERT INTO fact (id, contact_id, interaction_id, kind, text, source, day) VALUES (1, 2, 1, 'work', 'moves to Lisbon', 'referral', '2025-06-30');
INSERT INTO fact (id, contact_id, interaction_id, kind, text, source, day) VALUES (2, 2, 1, 'life', 'sings', 'referral', '2025-06-30');
INSERT INTO fact (id, contact_id, interaction_id, kind, text, source, day) VALUES (3, 2, 1, 'life', 'Ana', 'referral', '2025-06-30');
INSERT INTO fact (id, contact_id, interaction_id, kind, text, source, day) VALUES (4, 2, 1, 'life', 'O''Brien', 'referral', '2025-06-30');
INSERT INTO fact (id, contact_id, interaction_id, kind, text, source, day) VALUES (5, 2, 1, 'life', 'Łukasz', 'referral', '2025-06-30');
INSERT INTO fact (id, contact_id, interaction_id, kind, text, source, day) VALUES (6, 5, 5, 'work', 'sells hats', 'meeting', '2025-06-01');
INSERT INTO fact (id, contact_id, interaction_id, kind, text, source, day) VALUES (7, 5, 5, 'life', 'two cats', 'meeting', '2025-06-01');
INSERT INTO fact (id, contact_id, interaction_id, kind, text, source, day) VALUES (8, 6, NULL, 'work', 'bulk fact', 'import', '2024-10-09');
INSERT INTO fact (id, contact_id, interaction_id, kind, text, source, day) VALUES (9, 7, NULL, 'work', 'bulk fact', 'import', '2024-10-09');
INSERT INTO fact (id, contact_id, interaction_id, kind, text, source, day) VALUES (10, 8, NULL, 'work', 'bulk fact', 'import', '2024-10-09');
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
INSERT INTO goal (id, uid, title, key, rank, why, unit, start, target, starts_on, due_on, state, closed_on, next_action, next_action_on, next_action_contact_id) VALUES (1, '18f2e4045b39490eb065eeb529383dac', 'Ana', 'ana', 'secondary', 'O''Brien', '', 3.33333333333333314829e-01, 1.0e-17, '2025-06-30', NULL, 'dropped', '2025-06-30', 'a
b', '2025-07-07', NULL);
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
INSERT INTO import_record (id, contact_id, source, external_id, fields, imported_on) VALUES (1, 1, 'linkedin', 'ana', '{"name": "Ana"}', '2025-06-01');
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
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (1, 1, 'contact', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (2, 1, 'contact_date', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (3, 1, 'contact_email', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (4, 1, 'contact_phone', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (5, 1, 'contact_link', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (6, 1, 'contact_address', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (7, 1, 'contact_trait', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (8, 1, 'tag', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (9, 1, 'contact_tag', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (10, 1, 'contact', 1, 'update', '1 AS id,''962f2d8f67ab401dbdcb0b3e53c88991'' AS uid,''Zoe'' AS name,''zoe'' AS name_folded,''zoe'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (11, 2, 'contact', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (12, 2, 'acquaintance', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (13, 2, 'contact', 2, 'update', '2 AS id,''70c50fa921fa44aa92c7034d1a8b379d'' AS uid,''Bo'' AS name,''bo'' AS name_folded,''bo'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (14, 3, 'import_record', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (15, 3, 'snooze', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (16, 3, 'question', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (17, 3, 'mentorship', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (18, 3, 'mentor_topic', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (19, 3, 'mentor_case', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (20, 3, 'mentor_question', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (21, 3, 'guidance', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (22, 3, 'giving', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (23, 3, 'ask', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (24, 3, 'own_role', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (25, 3, 'own_pair', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (26, 3, 'introduction', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (27, 3, 'joint_project', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (28, 3, 'project_person', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (29, 3, 'event', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (30, 3, 'event_aim', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (31, 3, 'event_person', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (32, 4, 'contact', 3, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (33, 4, 'contact', 3, 'update', '3 AS id,''b74a99a0408c4e8882a2c05569cb00d6'' AS uid,''Łukasz'' AS name,''lukasz'' AS name_folded,''lukasz'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (34, 4, 'contact', 3, 'update', '3 AS id,''b74a99a0408c4e8882a2c05569cb00d6'' AS uid,''Łukasz'' AS name,''lukasz'' AS name_folded,''lukasz'' AS sort_key,'''' AS given_name,'''' AS family_name,''O''''Brien'' AS organisation,''Senior Copywriter & Content Lead'' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,''2025-06-21'' AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (35, 4, 'contact_date', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (36, 4, 'contact_date', 3, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (37, 4, 'contact_phone', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (38, 4, 'contact_address', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (39, 4, 'contact_trait', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (40, 4, 'tag', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (41, 4, 'contact_tag', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (42, 4, 'acquaintance', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (43, 4, 'contact_trait', 3, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (44, 4, 'contact_trait', 4, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (45, 4, 'contact', 3, 'update', '3 AS id,''b74a99a0408c4e8882a2c05569cb00d6'' AS uid,''Łukasz'' AS name,''lukasz'' AS name_folded,''lukasz'' AS sort_key,'''' AS given_name,'''' AS family_name,''O''''Brien'' AS organisation,''Senior Copywriter & Content Lead'' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,''2025-06-21'' AS met_on,'''' AS met_at,NULL AS met_through_id,''2025-01-22'' AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (46, 5, 'contact', 3, 'update', '3 AS id,''b74a99a0408c4e8882a2c05569cb00d6'' AS uid,''Łukasz'' AS name,''lukasz'' AS name_folded,''lukasz'' AS sort_key,'''' AS given_name,'''' AS family_name,''O''''Brien'' AS organisation,''Senior Copywriter & Content Lead'' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,''2025-06-21'' AS met_on,'''' AS met_at,NULL AS met_through_id,''2025-01-22'' AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,90 AS cadence_days,''2025-07-28'' AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (47, 5, 'contact_date', 2, 'delete', '2 AS id,3 AS contact_id,''birthday'' AS kind,'''' AS label,NULL AS year,2 AS month,29 AS day');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (48, 5, 'contact_date', 4, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (49, 5, 'contact', 3, 'update', '3 AS id,''b74a99a0408c4e8882a2c05569cb00d6'' AS uid,''''''); DROP TABLE contact; --'' AS name,''''''); drop table contact; --'' AS name_folded,''''''); drop table contact; --'' AS sort_key,'''' AS given_name,'''' AS family_name,''O''''Brien'' AS organisation,''CEO'' AS title,'''' AS experience_since,''Vigo'' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,''2025-01-22'' AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,90 AS cadence_days,''2025-07-28'' AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (50, 5, 'contact_tag', 3, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (51, 5, 'contact_trait', 3, 'delete', '3 AS id,3 AS contact_id,''role'' AS kind,''copywriter'' AS value,''copywriter'' AS key');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (52, 5, 'contact_trait', 4, 'delete', '4 AS id,3 AS contact_id,''role'' AS kind,''content-strategist'' AS value,''content-strategist'' AS key');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (53, 5, 'contact', 3, 'update', '3 AS id,''b74a99a0408c4e8882a2c05569cb00d6'' AS uid,''''''); DROP TABLE contact; --'' AS name,''''''); drop table contact; --'' AS name_folded,''''''); drop table contact; --'' AS sort_key,'''' AS given_name,'''' AS family_name,''O''''Brien'' AS organisation,''CEO'' AS title,'''' AS experience_since,''Vigo'' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,''2025-01-22'' AS known_since,''1y'' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,90 AS cadence_days,''2025-07-28'' AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (54, 6, 'contact', 2, 'update', '2 AS id,''70c50fa921fa44aa92c7034d1a8b379d'' AS uid,''Bo'' AS name,''bo'' AS name_folded,''bo'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,90 AS cadence_days,''2025-08-27'' AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (55, 7, 'contact_tag', 4, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (56, 7, 'contact_tag', 5, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (57, 8, 'contact', 1, 'update', '1 AS id,''962f2d8f67ab401dbdcb0b3e53c88991'' AS uid,''Zoe'' AS name,''zoe'' AS name_folded,''zoe'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,90 AS cadence_days,''2025-09-02'' AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (58, 8, 'contact', 2, 'update', '2 AS id,''70c50fa921fa44aa92c7034d1a8b379d'' AS uid,''Bo'' AS name,''bo'' AS name_folded,''bo'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,''2025-06-30 ''''); DROP TABLE contact; --'' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,90 AS cadence_days,''2025-08-27'' AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (59, 8, 'contact', 1, 'update', '1 AS id,''962f2d8f67ab401dbdcb0b3e53c88991'' AS uid,''Zoe'' AS name,''zoe'' AS name_folded,''zoe'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,''1y'' AS cadence,''2025-06-30'' AS garden_since,''2025-06-30'' AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,90 AS cadence_days,''2025-09-02'' AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (60, 8, 'contact', 2, 'update', '2 AS id,''70c50fa921fa44aa92c7034d1a8b379d'' AS uid,''Bo'' AS name,''bo'' AS name_folded,''bo'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,''1y'' AS cadence,''2025-06-30'' AS garden_since,''2025-06-30'' AS woken_on,''2025-06-30 ''''); DROP TABLE contact; --'' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,90 AS cadence_days,''2025-08-27'' AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (61, 9, 'contact', 2, 'update', '2 AS id,''70c50fa921fa44aa92c7034d1a8b379d'' AS uid,''Bo'' AS name,''bo'' AS name_folded,''bo'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,''1y'' AS cadence,''2025-06-30'' AS garden_since,''2025-06-30'' AS woken_on,''2025-06-30 ''''); DROP TABLE contact; --'' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,365 AS cadence_days,''2026-02-17'' AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (62, 9, 'contact', 2, 'update', '2 AS id,''70c50fa921fa44aa92c7034d1a8b379d'' AS uid,''Bo'' AS name,''bo'' AS name_folded,''bo'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,NULL AS garden_since,''2025-06-30'' AS woken_on,''2025-06-30 ''''); DROP TABLE contact; --'' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,365 AS cadence_days,''2026-02-17'' AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (63, 10, 'interaction', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (64, 10, 'interaction', 1, 'update', '1 AS id,''98681a6834754a90916c9f9d6618bbfa'' AS uid,''2025-06-30'' AS day,''referral'' AS kind,''both'' AS side,''me'' AS begun_by,1 AS depth,1 AS ask,0 AS planned,1 AS people,NULL AS answered,65 AS listen_share,NULL AS questions,NULL AS followups,NULL AS duration_minutes,'''' AS place,'''' AS event,''Ana'' AS summary,''2026-11-27T21:32:52Z'' AS created_at');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (65, 10, 'participant', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (66, 10, 'participant', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (67, 10, 'participant', 3, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (68, 10, 'contact', 2, 'update', '2 AS id,''70c50fa921fa44aa92c7034d1a8b379d'' AS uid,''Bo'' AS name,''bo'' AS name_folded,''bo'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,NULL AS garden_since,''2025-06-30'' AS woken_on,''2025-06-30 ''''); DROP TABLE contact; --'' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (69, 10, 'fact', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (70, 10, 'fact', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (71, 10, 'contact_tag', 6, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (72, 10, 'contact', 1, 'update', '1 AS id,''962f2d8f67ab401dbdcb0b3e53c88991'' AS uid,''Zoe'' AS name,''zoe'' AS name_folded,''zoe'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,''1y'' AS cadence,''2025-06-30'' AS garden_since,''2025-06-30'' AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,365 AS cadence_days,''2026-03-14'' AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (73, 10, 'contact', 2, 'update', '2 AS id,''70c50fa921fa44aa92c7034d1a8b379d'' AS uid,''Bo'' AS name,''bo'' AS name_folded,''bo'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,''2025-06-30'' AS woken_on,''2025-06-30 ''''); DROP TABLE contact; --'' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (74, 10, 'contact', 3, 'update', '3 AS id,''b74a99a0408c4e8882a2c05569cb00d6'' AS uid,''''''); DROP TABLE contact; --'' AS name,''''''); drop table contact; --'' AS name_folded,''''''); drop table contact; --'' AS sort_key,'''' AS given_name,'''' AS family_name,''O''''Brien'' AS organisation,''CEO'' AS title,'''' AS experience_since,''Vigo'' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,''2025-01-22'' AS known_since,''1y'' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,365 AS cadence_days,''2025-10-20'' AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (75, 11, 'contact', 4, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (76, 11, 'interaction', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (77, 11, 'participant', 4, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (78, 11, 'contact', 4, 'update', '4 AS id,''e11b915b320d403c8922d6ade434ab2b'' AS uid,''New Łukasz'' AS name,''new lukasz'' AS name_folded,''new lukasz'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (79, 12, 'participant', 4, 'delete', '4 AS id,2 AS interaction_id,4 AS contact_id');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (80, 12, 'interaction', 2, 'delete', '2 AS id,''14010b48816149b491896733d43f83c3'' AS uid,''2025-06-30'' AS day,''message'' AS kind,''both'' AS side,NULL AS begun_by,0 AS depth,0 AS ask,0 AS planned,1 AS people,NULL AS answered,NULL AS listen_share,NULL AS questions,NULL AS followups,NULL AS duration_minutes,'''' AS place,'''' AS event,''Hello'' AS summary,''2026-11-27T21:32:52Z'' AS created_at');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (81, 12, 'contact', 4, 'update', '4 AS id,''e11b915b320d403c8922d6ade434ab2b'' AS uid,''New Łukasz'' AS name,''new lukasz'' AS name_folded,''new lukasz'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,''2025-06-30'' AS last_contact_on,90 AS cadence_days,''2025-09-30'' AS next_due_on,0.6 AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (82, 13, 'interaction', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (83, 13, 'participant', 4, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (84, 13, 'giving', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (85, 13, 'contact', 1, 'update', '1 AS id,''962f2d8f67ab401dbdcb0b3e53c88991'' AS uid,''Zoe'' AS name,''zoe'' AS name_folded,''zoe'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,''1y'' AS cadence,''2025-06-30'' AS garden_since,''2025-06-30'' AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,''2025-06-30'' AS last_contact_on,365 AS cadence_days,''2026-06-30'' AS next_due_on,0.75 AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (86, 14, 'interaction', 3, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (87, 14, 'participant', 5, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (88, 14, 'ask', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (89, 14, 'contact', 2, 'update', '2 AS id,''70c50fa921fa44aa92c7034d1a8b379d'' AS uid,''Bo'' AS name,''bo'' AS name_folded,''bo'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,''2025-06-30'' AS woken_on,''2025-06-30 ''''); DROP TABLE contact; --'' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,''2025-06-30'' AS last_contact_on,90 AS cadence_days,''2025-09-30'' AS next_due_on,0.75 AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (90, 15, 'giving', 2, 'update', '2 AS id,''c52b992c69bd475a83572a5db3d4a4a3'' AS uid,1 AS contact_id,2 AS interaction_id,''got'' AS direction,''feedback'' AS kind,''Łukasz'' AS text,''2024-09-05'' AS day,'''' AS client,NULL AS value,'''' AS status,NULL AS thanked_on,'''' AS outcome,NULL AS reported_on');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (91, 16, 'interaction', 1, 'update', '1 AS id,''98681a6834754a90916c9f9d6618bbfa'' AS uid,''2025-06-30'' AS day,''referral'' AS kind,''both'' AS side,''me'' AS begun_by,1 AS depth,1 AS ask,0 AS planned,3 AS people,NULL AS answered,65 AS listen_share,NULL AS questions,NULL AS followups,NULL AS duration_minutes,'''' AS place,'''' AS event,''Ana'' AS summary,''2026-11-27T21:32:52Z'' AS created_at');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (92, 16, 'promise', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (93, 16, 'fact', 3, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (94, 16, 'fact', 4, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (95, 16, 'fact', 5, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (96, 17, 'question', 1, 'update', '1 AS id,1 AS contact_id,NULL AS interaction_id,1 AS mine,''Why beer?'' AS text,''2025-06-01'' AS day,'''' AS answer,NULL AS answered_on');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (97, 18, 'promise', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (98, 19, 'promise', 1, 'update', '1 AS id,2 AS contact_id,1 AS interaction_id,1 AS mine,''send it'' AS text,''2025-06-30'' AS made_on,''2025-07-04'' AS due_on,NULL AS done_on');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (99, 20, 'snooze', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (100, 21, 'pause', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (101, 22, 'goal', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (102, 22, 'goal_role', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (103, 22, 'goal_role', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (104, 22, 'goal_role', 3, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (105, 22, 'goal_contact', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (106, 23, 'goal_role', 1, 'delete', '1 AS id,1 AS goal_id,''photographer'' AS role');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (107, 24, 'goal_progress', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (108, 25, 'goal', 1, 'update', '1 AS id,''18f2e4045b39490eb065eeb529383dac'' AS uid,''Ana'' AS title,''ana'' AS key,''secondary'' AS rank,''O''''Brien'' AS why,'''' AS unit,3.33333333333333314829e-01 AS start,1.0e-17 AS target,''2025-06-30'' AS starts_on,NULL AS due_on,''active'' AS state,NULL AS closed_on,'''' AS next_action,NULL AS next_action_on,NULL AS next_action_contact_id');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (109, 26, 'goal', 1, 'update', '1 AS id,''18f2e4045b39490eb065eeb529383dac'' AS uid,''Ana'' AS title,''ana'' AS key,''secondary'' AS rank,''O''''Brien'' AS why,'''' AS unit,3.33333333333333314829e-01 AS start,1.0e-17 AS target,''2025-06-30'' AS starts_on,NULL AS due_on,''active'' AS state,NULL AS closed_on,''a
b'' AS next_action,''2025-07-07'' AS next_action_on,NULL AS next_action_contact_id');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (110, 27, 'mentorship', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (111, 27, 'mentor_topic', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (112, 27, 'mentor_topic', 3, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (113, 28, 'mentorship', 3, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (114, 28, 'interaction', 4, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (115, 28, 'participant', 6, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (116, 28, 'mentor_topic', 4, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (117, 28, 'guidance', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (118, 28, 'contact', 4, 'update', '4 AS id,''e11b915b320d403c8922d6ade434ab2b'' AS uid,''New Łukasz'' AS name,''new lukasz'' AS name_folded,''new lukasz'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,NULL AS last_contact_on,90 AS cadence_days,''2025-08-04'' AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (119, 29, 'mentor_question', 1, 'update', '1 AS id,1 AS mentorship_id,1 AS topic_id,''How?'' AS text,''2025-06-01'' AS noted_on,NULL AS asked_on');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (120, 30, 'introduction', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (121, 31, 'introduction', 1, 'update', '1 AS id,''i1'' AS uid,1 AS a_id,2 AS b_id,''idea'' AS state,'''' AS why,''2025-06-01'' AS noted_on,''2025-06-01'' AS moved_on,NULL AS asked_a_on,NULL AS agreed_a_on,NULL AS asked_b_on,NULL AS agreed_b_on,NULL AS made_on,NULL AS met_on,NULL AS closed_on,NULL AS declined_by,'''' AS outcome,NULL AS interaction_id');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (122, 32, 'event', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (123, 32, 'event_person', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (124, 33, 'event', 1, 'update', '1 AS id,''e1'' AS uid,''Fair'' AS name,''fair'' AS key,''2025-06-01'' AS starts_on,''2025-06-01'' AS ends_on,'''' AS place,'''' AS organisation,'''' AS series,'''' AS why,'''' AS offer,'''' AS notes,NULL AS closed_on');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (125, 33, 'event_aim', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (126, 34, 'contact', 5, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (127, 34, 'contact_phone', 3, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (128, 34, 'interaction', 5, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (129, 34, 'participant', 7, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (130, 34, 'contact', 5, 'update', '5 AS id,''5ea6aa13b7534442b4bedd416cdc389f'' AS uid,''a
b'' AS name,''a b'' AS name_folded,''a b'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:53Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (131, 34, 'event_person', 3, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (132, 34, 'fact', 6, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (133, 34, 'fact', 7, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (134, 34, 'contact', 5, 'update', '5 AS id,''5ea6aa13b7534442b4bedd416cdc389f'' AS uid,''a
b'' AS name,''a b'' AS name_folded,''a b'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,''2025-06-01'' AS met_on,''a
b'' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:53Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (135, 35, 'contact', 5, 'update', '5 AS id,''5ea6aa13b7534442b4bedd416cdc389f'' AS uid,''a
b'' AS name,''a b'' AS name_folded,''a b'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,''2025-06-01'' AS met_on,''a
b'' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:53Z'' AS created_at,''2025-06-01'' AS last_contact_on,90 AS cadence_days,''2025-06-02'' AS next_due_on,1.5 AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (136, 35, 'event_person', 3, 'update', '3 AS id,1 AS event_id,5 AS contact_id,5 AS interaction_id,0 AS wanted,1 AS met,NULL AS kept,'''' AS note');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (137, 35, 'event', 1, 'update', '1 AS id,''e1'' AS uid,''a
b'' AS name,''a b'' AS key,''2025-06-01'' AS starts_on,''2025-06-01'' AS ends_on,'''' AS place,'''' AS organisation,'''' AS series,'''' AS why,'''' AS offer,'''' AS notes,NULL AS closed_on');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (138, 35, 'contact', 5, 'update', '5 AS id,''5ea6aa13b7534442b4bedd416cdc389f'' AS uid,''a
b'' AS name,''a b'' AS name_folded,''a b'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,''2025-06-01'' AS met_on,''a
b'' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,NULL AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:53Z'' AS created_at,''2025-06-01'' AS last_contact_on,90 AS cadence_days,''2025-06-02'' AS next_due_on,1.5 AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (139, 36, 'event_person', 2, 'delete', '2 AS id,2 AS event_id,1 AS contact_id,NULL AS interaction_id,1 AS wanted,0 AS met,NULL AS kept,'''' AS note');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (140, 36, 'event', 2, 'delete', '2 AS id,''3a42a706d2744bc0b85c091d11fac217'' AS uid,''C++'' AS name,''c++'' AS key,''2025-07-10'' AS starts_on,''2025-07-13'' AS ends_on,'''' AS place,'''' AS organisation,''Fair'' AS series,'''' AS why,'''' AS offer,'''' AS notes,NULL AS closed_on');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (141, 37, 'own_role', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (142, 38, 'own_pair', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (143, 39, 'joint_project', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (144, 39, 'project_person', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (145, 39, 'interaction', 6, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (146, 39, 'participant', 8, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (147, 39, 'snooze', 2, 'delete', '2 AS id,4 AS contact_id,''2025-06-30'' AS made_on,''2025-07-03'' AS until_on');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (148, 39, 'contact', 4, 'update', '4 AS id,''e11b915b320d403c8922d6ade434ab2b'' AS uid,''New Łukasz'' AS name,''new lukasz'' AS name_folded,''new lukasz'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,''2025-06-30'' AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,''2025-05-08'' AS last_contact_on,90 AS cadence_days,''2025-08-08'' AS next_due_on,1.0 AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (149, 40, 'joint_project', 2, 'update', '2 AS id,''5073e80ff10845d99f4fb9333947b62a'' AS uid,''🌱 Eva'' AS title,''🌱 eva'' AS key,''running'' AS state,''O''''Brien'' AS brings,''2025-06-30'' AS starts_on,NULL AS ended_on,'''' AS outcome');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (150, 41, 'profile', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (151, 41, 'profile', 1, 'update', '1 AS id,'''' AS name,'''' AS pitch,'''' AS experience_since');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (152, 41, 'profile_trait', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (153, 41, 'profile_trait', 2, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (154, 41, 'profile_trait', 3, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (155, 42, 'setting', 1, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (156, 43, 'contact', 1, 'update', '1 AS id,''962f2d8f67ab401dbdcb0b3e53c88991'' AS uid,''Zoe'' AS name,''zoe'' AS name_folded,''zoe'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,''1y'' AS cadence,''2025-06-30'' AS garden_since,''2025-06-30'' AS woken_on,'''' AS notes,0 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,''2025-06-30'' AS last_contact_on,365 AS cadence_days,''2026-06-30'' AS next_due_on,1.68314482690210143189e+00 AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (157, 43, 'contact', 1, 'update', '1 AS id,''962f2d8f67ab401dbdcb0b3e53c88991'' AS uid,''Zoe'' AS name,''zoe'' AS name_folded,''zoe'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,''1y'' AS cadence,''2025-06-30'' AS garden_since,''2025-06-30'' AS woken_on,'''' AS notes,1 AS archived,''user'' AS origin,''2026-11-27T21:32:52Z'' AS created_at,''2025-06-30'' AS last_contact_on,365 AS cadence_days,''2026-06-30'' AS next_due_on,1.68314482690210143189e+00 AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (158, 44, 'contact', 6, 'update', '6 AS id,''2a30363bd87064fc83dab265624c4b62'' AS uid,''C++ 6'' AS name,''c++ 6'' AS name_folded,''c++ 6'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,NULL AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''linkedin'' AS origin,''2026-11-27T21:32:53Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (159, 44, 'contact', 7, 'update', '7 AS id,''863043d70a6be26cfe8b2b79bada7947'' AS uid,''\ 7'' AS name,''\ 7'' AS name_folded,''\ 7'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,NULL AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''linkedin'' AS origin,''2026-11-27T21:32:53Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (160, 44, 'contact', 8, 'update', '8 AS id,''19de2deda0e200454153bbc7ced5669f'' AS uid,''O''''Brien 8'' AS name,''o''''brien 8'' AS name_folded,''o''''brien 8'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,'''' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,NULL AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''linkedin'' AS origin,''2026-11-27T21:32:53Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (161, 44, 'contact', 6, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (162, 44, 'contact', 7, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (163, 44, 'contact', 8, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (164, 44, 'interaction', 7, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (165, 44, 'interaction', 8, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (166, 44, 'participant', 9, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (167, 44, 'participant', 10, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (168, 44, 'participant', 11, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (169, 44, 'participant', 12, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (170, 44, 'participant', 13, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (171, 44, 'participant', 14, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (172, 44, 'fact', 8, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (173, 44, 'fact', 9, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (174, 44, 'fact', 10, 'insert', NULL);
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (175, 44, 'contact', 6, 'update', '6 AS id,''2a30363bd87064fc83dab265624c4b62'' AS uid,''C++ 6'' AS name,''c++ 6'' AS name_folded,''c++ 6'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,''Cork'' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,NULL AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''linkedin'' AS origin,''2026-11-27T21:32:53Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (176, 44, 'contact', 7, 'update', '7 AS id,''863043d70a6be26cfe8b2b79bada7947'' AS uid,''\ 7'' AS name,''\ 7'' AS name_folded,''\ 7'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,''Cork'' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,NULL AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''linkedin'' AS origin,''2026-11-27T21:32:53Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
INSERT INTO journal_entry (id, change_id, table_name, row_id, operation, old) VALUES (177, 44, 'contact', 8, 'update', '8 AS id,''19de2deda0e200454153bbc7ced5669f'' AS uid,''O''''Brien 8'' AS name,''o''''brien 8'' AS name_folded,''o''''brien 8'' AS sort_key,'''' AS given_name,'''' AS family_name,'''' AS organisation,'''' AS title,'''' AS experience_since,''Cork'' AS place,'''' AS time_zone,'''' AS language,''unknown'' AS availability,NULL AS met_on,'''' AS met_at,NULL AS met_through_id,NULL AS known_since,'''' AS cadence,NULL AS garden_since,NULL AS woken_on,'''' AS notes,0 AS archived,''linkedin'' AS origin,''2026-11-27T21:32:53Z'' AS created_at,NULL AS last_contact_on,NULL AS cadence_days,NULL AS next_due_on,NULL AS embers');
CREATE TABLE participant (
    id INTEGER NOT NULL, 
    interaction_id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    CONSTRAINT pk_participant PRIMARY KEY (id), 
    CONSTRAINT fk_participant_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_participant_interaction_id FOREIGN KEY(interaction_id) REFERENCES interaction (id) ON DELETE CASCADE, 
    CONSTRAINT uq_participant_contact_id_interaction_id UNIQUE (contact_id, interaction_id)
);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (1, 1, 2);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (2, 1, 3);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (3, 1, 1);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (4, 2, 1);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (5, 3, 2);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (6, 4, 4);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (7, 5, 5);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (8, 6, 4);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (9, 7, 6);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (10, 7, 7);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (11, 7, 8);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (12, 8, 6);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (13, 8, 7);
INSERT INTO participant (id, interaction_id, contact_id) VALUES (14, 8, 8);
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
INSERT INTO promise (id, contact_id, interaction_id, mine, text, made_on, due_on, done_on) VALUES (1, 2, 1, 1, 'send it', '2025-06-30', '2025-07-04', '2025-06-30');
INSERT INTO promise (id, contact_id, interaction_id, mine, text, made_on, due_on, done_on) VALUES (2, 3, NULL, 1, 'a
b', '2025-06-30', '2025-07-14', NULL);
CREATE TABLE snooze (
    id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    made_on DATE NOT NULL, 
    until_on DATE NOT NULL, 
    CONSTRAINT pk_snooze PRIMARY KEY (id), 
    CONSTRAINT ck_snooze_forward CHECK (until_on > made_on), 
    CONSTRAINT fk_snooze_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
);
INSERT INTO snooze (id, contact_id, made_on, until_on) VALUES (1, 1, '2025-01-02', '2025-01-09');
CREATE TABLE goal_contact (
    id INTEGER NOT NULL, 
    goal_id INTEGER NOT NULL, 
    contact_id INTEGER NOT NULL, 
    CONSTRAINT pk_goal_contact PRIMARY KEY (id), 
    CONSTRAINT fk_goal_contact_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE, 
    CONSTRAINT fk_goal_contact_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE, 
    CONSTRAINT uq_goal_contact_goal_id_contact_id UNIQUE (goal_id, contact_id)
);
INSERT INTO goal_contact (id, goal_id, contact_id) VALUES (1, 1, 4);
CREATE TABLE goal_progress (
    id INTEGER NOT NULL, 
    goal_id INTEGER NOT NULL, 
    day DATE NOT NULL, 
    value FLOAT NOT NULL, 
    note VARCHAR NOT NULL, 
    CONSTRAINT pk_goal_progress PRIMARY KEY (id), 
    CONSTRAINT fk_goal_progress_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
);
INSERT INTO goal_progress (id, goal_id, day, value, note) VALUES (1, 1, '2025-06-30', 1.0e-17, 'مريم');
CREATE TABLE goal_role (
    id INTEGER NOT NULL, 
    goal_id INTEGER NOT NULL, 
    role VARCHAR NOT NULL, 
    CONSTRAINT pk_goal_role PRIMARY KEY (id), 
    CONSTRAINT fk_goal_role_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE, 
    CONSTRAINT uq_goal_role_goal_id_role UNIQUE (goal_id, role)
);
INSERT INTO goal_role (id, goal_id, role) VALUES (2, 1, 'designer');
INSERT INTO goal_role (id, goal_id, role) VALUES (3, 1, 'brewer');
CREATE VIRTUAL TABLE contact_search USING fts5(name, work, words, notes, tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO contact_search (rowid, name, work, words, notes) VALUES (1, 'zoe', '', 'brewer sea work zoe@example.org', '');
INSERT INTO contact_search (rowid, name, work, words, notes) VALUES (2, 'bo', '', 'sea work', '2025-06-30 ''); drop table contact; -- moves to lisbon sings ana o''brien lukasz');
INSERT INTO contact_search (rowid, name, work, words, notes) VALUES (3, '''); drop table contact; --', 'o''brien ceo', 'vigo nick sea work', '');
INSERT INTO contact_search (rowid, name, work, words, notes) VALUES (4, 'new lukasz', '', '', '');
INSERT INTO contact_search (rowid, name, work, words, notes) VALUES (5, 'a b', '', '', 'sells hats two cats');
INSERT INTO contact_search (rowid, name, work, words, notes) VALUES (6, 'c++ 6', '', 'cork', 'bulk fact');
INSERT INTO contact_search (rowid, name, work, words, notes) VALUES (7, '\ 7', '', 'cork', 'bulk fact');
INSERT INTO contact_search (rowid, name, work, words, notes) VALUES (8, 'o''brien 8', '', 'cork', 'bulk fact');
CREATE VIRTUAL TABLE interaction_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO interaction_search (rowid, words) VALUES (1, 'ana');
INSERT INTO interaction_search (rowid, words) VALUES (2, 'lukasz');
INSERT INTO interaction_search (rowid, words) VALUES (3, 'c++');
INSERT INTO interaction_search (rowid, words) VALUES (4, 'e');
INSERT INTO interaction_search (rowid, words) VALUES (5, '100 % a b');
INSERT INTO interaction_search (rowid, words) VALUES (6, '🌱 eva');
INSERT INTO interaction_search (rowid, words) VALUES (7, 'bulk');
INSERT INTO interaction_search (rowid, words) VALUES (8, 'bulk');
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
CREATE TABLE delivery (
    id INTEGER NOT NULL, 
    day DATE NOT NULL, 
    channel VARCHAR NOT NULL, 
    CONSTRAINT pk_delivery PRIMARY KEY (id), 
    CONSTRAINT ck_delivery_channel CHECK (channel <> ''), 
    CONSTRAINT uq_delivery_day_channel UNIQUE (day, channel)
);
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
INSERT INTO event (id, uid, name, key, starts_on, ends_on, place, organisation, series, why, offer, notes, closed_on) VALUES (1, 'e1', 'a
b', 'a b', '2025-06-01', '2025-06-01', '', '', '', '', '', '', '2025-06-30');
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
INSERT INTO joint_project (id, uid, title, key, state, brings, starts_on, ended_on, outcome) VALUES (1, 'p1', 'Fair', 'fair', 'running', '', '2025-06-01', NULL, '');
INSERT INTO joint_project (id, uid, title, key, state, brings, starts_on, ended_on, outcome) VALUES (2, '5073e80ff10845d99f4fb9333947b62a', '🌱 Eva', '🌱 eva', 'dropped', 'O''Brien', '2025-06-30', '2025-06-30', 'NULL');
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
INSERT INTO own_pair (id, role_a, role_b, strength, why) VALUES (1, 'brewer', 'cook', 3, '');
INSERT INTO own_pair (id, role_a, role_b, strength, why) VALUES (2, 'copywriter', 'illustrator', 2, 'NULL');
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
INSERT INTO own_role (id, slug, name, area, synonyms) VALUES (1, 'brewer', 'Brewer', '', 'beer maker');
INSERT INTO own_role (id, slug, name, area, synonyms) VALUES (2, 'emile', 'ÉMILE', '', 'cellar hand');
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
INSERT INTO ask (id, contact_id, interaction_id, kind, text, day, outcome, outcome_on) VALUES (1, 1, NULL, 'help', 'A bed', '2025-06-01', '', NULL);
INSERT INTO ask (id, contact_id, interaction_id, kind, text, day, outcome, outcome_on) VALUES (2, 2, 3, 'help', 'C++', '2025-06-30', '', NULL);
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
INSERT INTO event_aim (id, event_id, text, target, reached) VALUES (1, 1, 'Meet two brewers', 2, 0);
INSERT INTO event_aim (id, event_id, text, target, reached) VALUES (2, 1, 'rest', 1, 0);
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
INSERT INTO event_person (id, event_id, contact_id, interaction_id, wanted, met, kept, note) VALUES (1, 1, 1, NULL, 1, 0, NULL, '');
INSERT INTO event_person (id, event_id, contact_id, interaction_id, wanted, met, kept, note) VALUES (3, 1, 5, 5, 0, 1, 0, '');
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
INSERT INTO giving (id, uid, contact_id, interaction_id, direction, kind, text, day, client, value, status, thanked_on, outcome, reported_on) VALUES (1, 'g1', 1, NULL, 'gave', 'help', 'A read', '2025-06-01', '', NULL, '', NULL, '', NULL);
INSERT INTO giving (id, uid, contact_id, interaction_id, direction, kind, text, day, client, value, status, thanked_on, outcome, reported_on) VALUES (2, 'c52b992c69bd475a83572a5db3d4a4a3', 1, 2, 'got', 'feedback', 'Łukasz', '2024-09-05', '', NULL, '', '2025-06-30', '', NULL);
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
INSERT INTO introduction (id, uid, a_id, b_id, state, why, noted_on, moved_on, asked_a_on, agreed_a_on, asked_b_on, agreed_b_on, made_on, met_on, closed_on, declined_by, outcome, interaction_id) VALUES (1, 'i1', 1, 2, 'declined', '', '2025-06-01', '2025-06-30', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'a', '', NULL);
INSERT INTO introduction (id, uid, a_id, b_id, state, why, noted_on, moved_on, asked_a_on, agreed_a_on, asked_b_on, agreed_b_on, made_on, met_on, closed_on, declined_by, outcome, interaction_id) VALUES (2, '6fc9da3d44f44cad9c59649bcd6847b5', 3, 4, 'idea', 'NULL', '2025-06-30', '2025-06-30', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', NULL);
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
INSERT INTO mentorship (id, uid, contact_id, direction, state, phase, purpose, rhythm, session_minutes, channel, starts_on, until_on, ended_on) VALUES (1, 'm1', 1, 'mentor', 'active', 'initiation', 'prices', '1m', NULL, 'call', '2025-06-01', NULL, NULL);
INSERT INTO mentorship (id, uid, contact_id, direction, state, phase, purpose, rhythm, session_minutes, channel, starts_on, until_on, ended_on) VALUES (2, '0b3e298e6d43483091f9be4f781fdcd3', 3, 'mentor', 'candidate', 'initiation', '🌱 Eva', '', NULL, '', '2025-06-30', NULL, NULL);
INSERT INTO mentorship (id, uid, contact_id, direction, state, phase, purpose, rhythm, session_minutes, channel, starts_on, until_on, ended_on) VALUES (3, '40c74d227e834b169df5d4a0e5dd7f03', 4, 'mentor', 'candidate', 'initiation', '', '', NULL, '', '2025-05-08', NULL, NULL);
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
INSERT INTO project_person (id, project_id, contact_id, brings) VALUES (1, 1, 1, 'beer');
INSERT INTO project_person (id, project_id, contact_id, brings) VALUES (2, 2, 4, 'texts');
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
INSERT INTO question (id, contact_id, interaction_id, mine, text, day, answer, answered_on) VALUES (1, 1, NULL, 1, 'Why beer?', '2025-06-01', 'say "hi"', '2025-06-30');
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
INSERT INTO mentor_topic (id, mentorship_id, name, key) VALUES (1, 1, 'Prices', 'prices');
INSERT INTO mentor_topic (id, mentorship_id, name, key) VALUES (2, 2, 'Ana', 'ana');
INSERT INTO mentor_topic (id, mentorship_id, name, key) VALUES (3, 2, 'O''Brien', 'o''brien');
INSERT INTO mentor_topic (id, mentorship_id, name, key) VALUES (4, 3, 'NULL', 'null');
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
INSERT INTO guidance (id, mentorship_id, topic_id, interaction_id, day, problem, tried, advice, did, result, result_on, reported_on) VALUES (1, 1, 1, NULL, '2025-06-01', '', '', 'Say it first', '', '', NULL, NULL);
INSERT INTO guidance (id, mentorship_id, topic_id, interaction_id, day, problem, tried, advice, did, result, result_on, reported_on) VALUES (2, 3, 4, 4, '2025-05-08', '🌱 Eva', '', 'é', '', '', NULL, NULL);
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
INSERT INTO mentor_case (id, topic_id, day, level, note) VALUES (1, 1, '2025-06-01', 2, '');
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
INSERT INTO mentor_question (id, mentorship_id, topic_id, text, noted_on, asked_on) VALUES (1, 1, 1, 'How?', '2025-06-01', '2025-06-30');
CREATE INDEX ix_contact_garden_since ON contact (garden_since) WHERE garden_since IS NOT NULL;
CREATE INDEX ix_contact_met_on ON contact (met_on) WHERE met_on IS NOT NULL;
CREATE INDEX ix_contact_met_through_id ON contact (met_through_id) WHERE met_through_id IS NOT NULL;
CREATE INDEX ix_contact_name_folded ON contact (name_folded);
CREATE INDEX ix_contact_next_due_on ON contact (next_due_on, cadence_days) WHERE next_due_on IS NOT NULL;
CREATE INDEX ix_interaction_day ON interaction (day);
CREATE INDEX ix_pause_until_on ON pause (until_on);
CREATE INDEX ix_acquaintance_b_id ON acquaintance (b_id);
CREATE INDEX ix_contact_address_contact_id ON contact_address (contact_id);
CREATE INDEX ix_contact_date_contact_id ON contact_date (contact_id);
CREATE INDEX ix_contact_date_month ON contact_date (month, day);
CREATE INDEX ix_contact_email_key ON contact_email ("key");
CREATE INDEX ix_contact_phone_key ON contact_phone ("key");
CREATE INDEX ix_contact_tag_tag_id ON contact_tag (tag_id);
CREATE INDEX ix_contact_trait_kind ON contact_trait (kind, "key");
CREATE INDEX ix_fact_contact_id ON fact (contact_id);
CREATE INDEX ix_fact_interaction_id ON fact (interaction_id);
CREATE INDEX ix_goal_next_action_contact_id ON goal (next_action_contact_id);
CREATE INDEX ix_goal_rank ON goal (rank);
CREATE INDEX ix_import_record_contact_id ON import_record (contact_id);
CREATE INDEX ix_journal_entry_change_id ON journal_entry (change_id);
CREATE INDEX ix_participant_interaction_id ON participant (interaction_id);
CREATE INDEX ix_promise_contact_id ON promise (contact_id);
CREATE INDEX ix_promise_interaction_id ON promise (interaction_id);
CREATE INDEX ix_promise_open ON promise (done_on, mine, due_on);
CREATE INDEX ix_snooze_contact_id ON snooze (contact_id);
CREATE INDEX ix_snooze_until_on ON snooze (until_on);
CREATE INDEX ix_goal_contact_contact_id ON goal_contact (contact_id);
CREATE INDEX ix_goal_progress_goal_id ON goal_progress (goal_id);
CREATE INDEX ix_day_line_contact_id ON day_line (contact_id);
CREATE INDEX ix_day_line_goal_id ON day_line (goal_id);
CREATE INDEX ix_day_line_interaction_id ON day_line (interaction_id);
CREATE INDEX ix_interaction_planned ON interaction (day) WHERE planned = 1;
CREATE INDEX ix_event_key ON event ("key");
CREATE INDEX ix_event_starts_on ON event (starts_on);
CREATE INDEX ix_ask_contact_id ON ask (contact_id);
CREATE INDEX ix_ask_interaction_id ON ask (interaction_id);
CREATE INDEX ix_event_aim_event_id ON event_aim (event_id);
CREATE INDEX ix_event_person_contact_id ON event_person (contact_id);
CREATE INDEX ix_event_person_interaction_id ON event_person (interaction_id);
CREATE INDEX ix_giving_contact_id ON giving (contact_id);
CREATE INDEX ix_giving_interaction_id ON giving (interaction_id);
CREATE INDEX ix_introduction_a_id ON introduction (a_id);
CREATE INDEX ix_introduction_b_id ON introduction (b_id);
CREATE INDEX ix_introduction_interaction_id ON introduction (interaction_id);
CREATE INDEX ix_mentorship_contact_id ON mentorship (contact_id);
CREATE INDEX ix_project_person_contact_id ON project_person (contact_id);
CREATE INDEX ix_question_contact_id ON question (contact_id);
CREATE INDEX ix_question_interaction_id ON question (interaction_id);
CREATE INDEX ix_guidance_interaction_id ON guidance (interaction_id);
CREATE INDEX ix_guidance_mentorship_id ON guidance (mentorship_id);
CREATE INDEX ix_guidance_topic_id ON guidance (topic_id);
CREATE INDEX ix_mentor_case_topic_id ON mentor_case (topic_id);
CREATE INDEX ix_mentor_question_mentorship_id ON mentor_question (mentorship_id);
CREATE INDEX ix_mentor_question_topic_id ON mentor_question (topic_id);
CREATE INDEX ix_contact_listed ON contact (sort_key, id, archived, garden_since, next_due_on, last_contact_on);
CREATE TRIGGER journal_acquaintance_insert AFTER INSERT ON acquaintance BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'acquaintance', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_acquaintance_update AFTER UPDATE ON acquaintance BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'acquaintance', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.a_id) || ' AS a_id' || ',' || quote(OLD.b_id) || ' AS b_id'); END;
CREATE TRIGGER journal_acquaintance_delete AFTER DELETE ON acquaintance BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'acquaintance', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.a_id) || ' AS a_id' || ',' || quote(OLD.b_id) || ' AS b_id'); END;
CREATE TRIGGER journal_ask_insert AFTER INSERT ON ask BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'ask', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_ask_update AFTER UPDATE ON ask BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'ask', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.outcome) || ' AS outcome' || ',' || quote(OLD.outcome_on) || ' AS outcome_on'); END;
CREATE TRIGGER journal_ask_delete AFTER DELETE ON ask BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'ask', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.outcome) || ' AS outcome' || ',' || quote(OLD.outcome_on) || ' AS outcome_on'); END;
CREATE TRIGGER journal_contact_update AFTER UPDATE ON contact BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.name_folded) || ' AS name_folded' || ',' || quote(OLD.sort_key) || ' AS sort_key' || ',' || quote(OLD.given_name) || ' AS given_name' || ',' || quote(OLD.family_name) || ' AS family_name' || ',' || quote(OLD.organisation) || ' AS organisation' || ',' || quote(OLD.title) || ' AS title' || ',' || quote(OLD.experience_since) || ' AS experience_since' || ',' || quote(OLD.place) || ' AS place' || ',' || quote(OLD.time_zone) || ' AS time_zone' || ',' || quote(OLD.language) || ' AS language' || ',' || quote(OLD.availability) || ' AS availability' || ',' || quote(OLD.met_on) || ' AS met_on' || ',' || quote(OLD.met_at) || ' AS met_at' || ',' || quote(OLD.met_through_id) || ' AS met_through_id' || ',' || quote(OLD.known_since) || ' AS known_since' || ',' || quote(OLD.cadence) || ' AS cadence' || ',' || quote(OLD.garden_since) || ' AS garden_since' || ',' || quote(OLD.woken_on) || ' AS woken_on' || ',' || quote(OLD.notes) || ' AS notes' || ',' || quote(OLD.archived) || ' AS archived' || ',' || quote(OLD.origin) || ' AS origin' || ',' || quote(OLD.created_at) || ' AS created_at' || ',' || quote(OLD.last_contact_on) || ' AS last_contact_on' || ',' || quote(OLD.cadence_days) || ' AS cadence_days' || ',' || quote(OLD.next_due_on) || ' AS next_due_on' || ',' || quote(OLD.embers) || ' AS embers'); END;
CREATE TRIGGER journal_contact_delete AFTER DELETE ON contact BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.name_folded) || ' AS name_folded' || ',' || quote(OLD.sort_key) || ' AS sort_key' || ',' || quote(OLD.given_name) || ' AS given_name' || ',' || quote(OLD.family_name) || ' AS family_name' || ',' || quote(OLD.organisation) || ' AS organisation' || ',' || quote(OLD.title) || ' AS title' || ',' || quote(OLD.experience_since) || ' AS experience_since' || ',' || quote(OLD.place) || ' AS place' || ',' || quote(OLD.time_zone) || ' AS time_zone' || ',' || quote(OLD.language) || ' AS language' || ',' || quote(OLD.availability) || ' AS availability' || ',' || quote(OLD.met_on) || ' AS met_on' || ',' || quote(OLD.met_at) || ' AS met_at' || ',' || quote(OLD.met_through_id) || ' AS met_through_id' || ',' || quote(OLD.known_since) || ' AS known_since' || ',' || quote(OLD.cadence) || ' AS cadence' || ',' || quote(OLD.garden_since) || ' AS garden_since' || ',' || quote(OLD.woken_on) || ' AS woken_on' || ',' || quote(OLD.notes) || ' AS notes' || ',' || quote(OLD.archived) || ' AS archived' || ',' || quote(OLD.origin) || ' AS origin' || ',' || quote(OLD.created_at) || ' AS created_at' || ',' || quote(OLD.last_contact_on) || ' AS last_contact_on' || ',' || quote(OLD.cadence_days) || ' AS cadence_days' || ',' || quote(OLD.next_due_on) || ' AS next_due_on' || ',' || quote(OLD.embers) || ' AS embers'); END;
CREATE TRIGGER journal_contact_address_insert AFTER INSERT ON contact_address BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_address', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_contact_address_update AFTER UPDATE ON contact_address BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_address', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.label) || ' AS label' || ',' || quote(OLD.street) || ' AS street' || ',' || quote(OLD.city) || ' AS city' || ',' || quote(OLD.region) || ' AS region' || ',' || quote(OLD.postcode) || ' AS postcode' || ',' || quote(OLD.country) || ' AS country' || ',' || quote(OLD.position) || ' AS position'); END;
CREATE TRIGGER journal_contact_address_delete AFTER DELETE ON contact_address BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_address', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.label) || ' AS label' || ',' || quote(OLD.street) || ' AS street' || ',' || quote(OLD.city) || ' AS city' || ',' || quote(OLD.region) || ' AS region' || ',' || quote(OLD.postcode) || ' AS postcode' || ',' || quote(OLD.country) || ' AS country' || ',' || quote(OLD.position) || ' AS position'); END;
CREATE TRIGGER journal_contact_date_insert AFTER INSERT ON contact_date BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_date', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_contact_date_update AFTER UPDATE ON contact_date BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_date', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.label) || ' AS label' || ',' || quote(OLD.year) || ' AS year' || ',' || quote(OLD.month) || ' AS month' || ',' || quote(OLD.day) || ' AS day'); END;
CREATE TRIGGER journal_contact_date_delete AFTER DELETE ON contact_date BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_date', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.label) || ' AS label' || ',' || quote(OLD.year) || ' AS year' || ',' || quote(OLD.month) || ' AS month' || ',' || quote(OLD.day) || ' AS day'); END;
CREATE TRIGGER journal_contact_email_insert AFTER INSERT ON contact_email BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_email', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_contact_email_update AFTER UPDATE ON contact_email BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_email', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.value) || ' AS value' || ',' || quote(OLD.key) || ' AS key' || ',' || quote(OLD.label) || ' AS label' || ',' || quote(OLD.position) || ' AS position'); END;
CREATE TRIGGER journal_contact_email_delete AFTER DELETE ON contact_email BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_email', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.value) || ' AS value' || ',' || quote(OLD.key) || ' AS key' || ',' || quote(OLD.label) || ' AS label' || ',' || quote(OLD.position) || ' AS position'); END;
CREATE TRIGGER journal_contact_link_insert AFTER INSERT ON contact_link BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_link', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_contact_link_update AFTER UPDATE ON contact_link BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_link', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.url) || ' AS url' || ',' || quote(OLD.position) || ' AS position'); END;
CREATE TRIGGER journal_contact_link_delete AFTER DELETE ON contact_link BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_link', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.url) || ' AS url' || ',' || quote(OLD.position) || ' AS position'); END;
CREATE TRIGGER journal_contact_phone_insert AFTER INSERT ON contact_phone BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_phone', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_contact_phone_update AFTER UPDATE ON contact_phone BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_phone', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.value) || ' AS value' || ',' || quote(OLD.key) || ' AS key' || ',' || quote(OLD.label) || ' AS label' || ',' || quote(OLD.position) || ' AS position'); END;
CREATE TRIGGER journal_contact_phone_delete AFTER DELETE ON contact_phone BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_phone', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.value) || ' AS value' || ',' || quote(OLD.key) || ' AS key' || ',' || quote(OLD.label) || ' AS label' || ',' || quote(OLD.position) || ' AS position'); END;
CREATE TRIGGER journal_contact_tag_insert AFTER INSERT ON contact_tag BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_tag', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_contact_tag_update AFTER UPDATE ON contact_tag BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_tag', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.tag_id) || ' AS tag_id'); END;
CREATE TRIGGER journal_contact_tag_delete AFTER DELETE ON contact_tag BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_tag', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.tag_id) || ' AS tag_id'); END;
CREATE TRIGGER journal_contact_trait_insert AFTER INSERT ON contact_trait BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_trait', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_contact_trait_update AFTER UPDATE ON contact_trait BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_trait', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.value) || ' AS value' || ',' || quote(OLD.key) || ' AS key'); END;
CREATE TRIGGER journal_contact_trait_delete AFTER DELETE ON contact_trait BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact_trait', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.value) || ' AS value' || ',' || quote(OLD.key) || ' AS key'); END;
CREATE TRIGGER journal_event_insert AFTER INSERT ON event BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'event', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_event_update AFTER UPDATE ON event BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'event', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.key) || ' AS key' || ',' || quote(OLD.starts_on) || ' AS starts_on' || ',' || quote(OLD.ends_on) || ' AS ends_on' || ',' || quote(OLD.place) || ' AS place' || ',' || quote(OLD.organisation) || ' AS organisation' || ',' || quote(OLD.series) || ' AS series' || ',' || quote(OLD.why) || ' AS why' || ',' || quote(OLD.offer) || ' AS offer' || ',' || quote(OLD.notes) || ' AS notes' || ',' || quote(OLD.closed_on) || ' AS closed_on'); END;
CREATE TRIGGER journal_event_delete AFTER DELETE ON event BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'event', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.key) || ' AS key' || ',' || quote(OLD.starts_on) || ' AS starts_on' || ',' || quote(OLD.ends_on) || ' AS ends_on' || ',' || quote(OLD.place) || ' AS place' || ',' || quote(OLD.organisation) || ' AS organisation' || ',' || quote(OLD.series) || ' AS series' || ',' || quote(OLD.why) || ' AS why' || ',' || quote(OLD.offer) || ' AS offer' || ',' || quote(OLD.notes) || ' AS notes' || ',' || quote(OLD.closed_on) || ' AS closed_on'); END;
CREATE TRIGGER journal_event_aim_insert AFTER INSERT ON event_aim BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'event_aim', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_event_aim_update AFTER UPDATE ON event_aim BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'event_aim', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.event_id) || ' AS event_id' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.target) || ' AS target' || ',' || quote(OLD.reached) || ' AS reached'); END;
CREATE TRIGGER journal_event_aim_delete AFTER DELETE ON event_aim BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'event_aim', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.event_id) || ' AS event_id' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.target) || ' AS target' || ',' || quote(OLD.reached) || ' AS reached'); END;
CREATE TRIGGER journal_event_person_insert AFTER INSERT ON event_person BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'event_person', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_event_person_update AFTER UPDATE ON event_person BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'event_person', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.event_id) || ' AS event_id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.wanted) || ' AS wanted' || ',' || quote(OLD.met) || ' AS met' || ',' || quote(OLD.kept) || ' AS kept' || ',' || quote(OLD.note) || ' AS note'); END;
CREATE TRIGGER journal_event_person_delete AFTER DELETE ON event_person BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'event_person', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.event_id) || ' AS event_id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.wanted) || ' AS wanted' || ',' || quote(OLD.met) || ' AS met' || ',' || quote(OLD.kept) || ' AS kept' || ',' || quote(OLD.note) || ' AS note'); END;
CREATE TRIGGER journal_fact_update AFTER UPDATE ON fact BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'fact', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.source) || ' AS source' || ',' || quote(OLD.day) || ' AS day'); END;
CREATE TRIGGER journal_fact_delete AFTER DELETE ON fact BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'fact', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.source) || ' AS source' || ',' || quote(OLD.day) || ' AS day'); END;
CREATE TRIGGER journal_giving_insert AFTER INSERT ON giving BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'giving', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_giving_update AFTER UPDATE ON giving BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'giving', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.direction) || ' AS direction' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.client) || ' AS client' || ',' || quote(OLD.value) || ' AS value' || ',' || quote(OLD.status) || ' AS status' || ',' || quote(OLD.thanked_on) || ' AS thanked_on' || ',' || quote(OLD.outcome) || ' AS outcome' || ',' || quote(OLD.reported_on) || ' AS reported_on'); END;
CREATE TRIGGER journal_giving_delete AFTER DELETE ON giving BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'giving', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.direction) || ' AS direction' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.client) || ' AS client' || ',' || quote(OLD.value) || ' AS value' || ',' || quote(OLD.status) || ' AS status' || ',' || quote(OLD.thanked_on) || ' AS thanked_on' || ',' || quote(OLD.outcome) || ' AS outcome' || ',' || quote(OLD.reported_on) || ' AS reported_on'); END;
CREATE TRIGGER journal_goal_insert AFTER INSERT ON goal BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'goal', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_goal_update AFTER UPDATE ON goal BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'goal', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.title) || ' AS title' || ',' || quote(OLD.key) || ' AS key' || ',' || quote(OLD.rank) || ' AS rank' || ',' || quote(OLD.why) || ' AS why' || ',' || quote(OLD.unit) || ' AS unit' || ',' || quote(OLD.start) || ' AS start' || ',' || quote(OLD.target) || ' AS target' || ',' || quote(OLD.starts_on) || ' AS starts_on' || ',' || quote(OLD.due_on) || ' AS due_on' || ',' || quote(OLD.state) || ' AS state' || ',' || quote(OLD.closed_on) || ' AS closed_on' || ',' || quote(OLD.next_action) || ' AS next_action' || ',' || quote(OLD.next_action_on) || ' AS next_action_on' || ',' || quote(OLD.next_action_contact_id) || ' AS next_action_contact_id'); END;
CREATE TRIGGER journal_goal_delete AFTER DELETE ON goal BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'goal', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.title) || ' AS title' || ',' || quote(OLD.key) || ' AS key' || ',' || quote(OLD.rank) || ' AS rank' || ',' || quote(OLD.why) || ' AS why' || ',' || quote(OLD.unit) || ' AS unit' || ',' || quote(OLD.start) || ' AS start' || ',' || quote(OLD.target) || ' AS target' || ',' || quote(OLD.starts_on) || ' AS starts_on' || ',' || quote(OLD.due_on) || ' AS due_on' || ',' || quote(OLD.state) || ' AS state' || ',' || quote(OLD.closed_on) || ' AS closed_on' || ',' || quote(OLD.next_action) || ' AS next_action' || ',' || quote(OLD.next_action_on) || ' AS next_action_on' || ',' || quote(OLD.next_action_contact_id) || ' AS next_action_contact_id'); END;
CREATE TRIGGER journal_goal_contact_insert AFTER INSERT ON goal_contact BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'goal_contact', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_goal_contact_update AFTER UPDATE ON goal_contact BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'goal_contact', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.goal_id) || ' AS goal_id' || ',' || quote(OLD.contact_id) || ' AS contact_id'); END;
CREATE TRIGGER journal_goal_contact_delete AFTER DELETE ON goal_contact BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'goal_contact', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.goal_id) || ' AS goal_id' || ',' || quote(OLD.contact_id) || ' AS contact_id'); END;
CREATE TRIGGER journal_goal_progress_insert AFTER INSERT ON goal_progress BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'goal_progress', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_goal_progress_update AFTER UPDATE ON goal_progress BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'goal_progress', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.goal_id) || ' AS goal_id' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.value) || ' AS value' || ',' || quote(OLD.note) || ' AS note'); END;
CREATE TRIGGER journal_goal_progress_delete AFTER DELETE ON goal_progress BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'goal_progress', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.goal_id) || ' AS goal_id' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.value) || ' AS value' || ',' || quote(OLD.note) || ' AS note'); END;
CREATE TRIGGER journal_goal_role_insert AFTER INSERT ON goal_role BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'goal_role', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_goal_role_update AFTER UPDATE ON goal_role BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'goal_role', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.goal_id) || ' AS goal_id' || ',' || quote(OLD.role) || ' AS role'); END;
CREATE TRIGGER journal_goal_role_delete AFTER DELETE ON goal_role BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'goal_role', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.goal_id) || ' AS goal_id' || ',' || quote(OLD.role) || ' AS role'); END;
CREATE TRIGGER journal_guidance_insert AFTER INSERT ON guidance BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'guidance', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_guidance_update AFTER UPDATE ON guidance BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'guidance', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.mentorship_id) || ' AS mentorship_id' || ',' || quote(OLD.topic_id) || ' AS topic_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.problem) || ' AS problem' || ',' || quote(OLD.tried) || ' AS tried' || ',' || quote(OLD.advice) || ' AS advice' || ',' || quote(OLD.did) || ' AS did' || ',' || quote(OLD.result) || ' AS result' || ',' || quote(OLD.result_on) || ' AS result_on' || ',' || quote(OLD.reported_on) || ' AS reported_on'); END;
CREATE TRIGGER journal_guidance_delete AFTER DELETE ON guidance BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'guidance', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.mentorship_id) || ' AS mentorship_id' || ',' || quote(OLD.topic_id) || ' AS topic_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.problem) || ' AS problem' || ',' || quote(OLD.tried) || ' AS tried' || ',' || quote(OLD.advice) || ' AS advice' || ',' || quote(OLD.did) || ' AS did' || ',' || quote(OLD.result) || ' AS result' || ',' || quote(OLD.result_on) || ' AS result_on' || ',' || quote(OLD.reported_on) || ' AS reported_on'); END;
CREATE TRIGGER journal_import_record_insert AFTER INSERT ON import_record BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'import_record', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_import_record_update AFTER UPDATE ON import_record BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'import_record', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.source) || ' AS source' || ',' || quote(OLD.external_id) || ' AS external_id' || ',' || quote(OLD.fields) || ' AS fields' || ',' || quote(OLD.imported_on) || ' AS imported_on'); END;
CREATE TRIGGER journal_import_record_delete AFTER DELETE ON import_record BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'import_record', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.source) || ' AS source' || ',' || quote(OLD.external_id) || ' AS external_id' || ',' || quote(OLD.fields) || ' AS fields' || ',' || quote(OLD.imported_on) || ' AS imported_on'); END;
CREATE TRIGGER journal_interaction_update AFTER UPDATE ON interaction BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'interaction', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.side) || ' AS side' || ',' || quote(OLD.begun_by) || ' AS begun_by' || ',' || quote(OLD.depth) || ' AS depth' || ',' || quote(OLD.ask) || ' AS ask' || ',' || quote(OLD.planned) || ' AS planned' || ',' || quote(OLD.people) || ' AS people' || ',' || quote(OLD.answered) || ' AS answered' || ',' || quote(OLD.listen_share) || ' AS listen_share' || ',' || quote(OLD.questions) || ' AS questions' || ',' || quote(OLD.followups) || ' AS followups' || ',' || quote(OLD.duration_minutes) || ' AS duration_minutes' || ',' || quote(OLD.place) || ' AS place' || ',' || quote(OLD.event) || ' AS event' || ',' || quote(OLD.summary) || ' AS summary' || ',' || quote(OLD.created_at) || ' AS created_at'); END;
CREATE TRIGGER journal_interaction_delete AFTER DELETE ON interaction BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'interaction', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.side) || ' AS side' || ',' || quote(OLD.begun_by) || ' AS begun_by' || ',' || quote(OLD.depth) || ' AS depth' || ',' || quote(OLD.ask) || ' AS ask' || ',' || quote(OLD.planned) || ' AS planned' || ',' || quote(OLD.people) || ' AS people' || ',' || quote(OLD.answered) || ' AS answered' || ',' || quote(OLD.listen_share) || ' AS listen_share' || ',' || quote(OLD.questions) || ' AS questions' || ',' || quote(OLD.followups) || ' AS followups' || ',' || quote(OLD.duration_minutes) || ' AS duration_minutes' || ',' || quote(OLD.place) || ' AS place' || ',' || quote(OLD.event) || ' AS event' || ',' || quote(OLD.summary) || ' AS summary' || ',' || quote(OLD.created_at) || ' AS created_at'); END;
CREATE TRIGGER journal_introduction_insert AFTER INSERT ON introduction BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'introduction', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_introduction_update AFTER UPDATE ON introduction BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'introduction', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.a_id) || ' AS a_id' || ',' || quote(OLD.b_id) || ' AS b_id' || ',' || quote(OLD.state) || ' AS state' || ',' || quote(OLD.why) || ' AS why' || ',' || quote(OLD.noted_on) || ' AS noted_on' || ',' || quote(OLD.moved_on) || ' AS moved_on' || ',' || quote(OLD.asked_a_on) || ' AS asked_a_on' || ',' || quote(OLD.agreed_a_on) || ' AS agreed_a_on' || ',' || quote(OLD.asked_b_on) || ' AS asked_b_on' || ',' || quote(OLD.agreed_b_on) || ' AS agreed_b_on' || ',' || quote(OLD.made_on) || ' AS made_on' || ',' || quote(OLD.met_on) || ' AS met_on' || ',' || quote(OLD.closed_on) || ' AS closed_on' || ',' || quote(OLD.declined_by) || ' AS declined_by' || ',' || quote(OLD.outcome) || ' AS outcome' || ',' || quote(OLD.interaction_id) || ' AS interaction_id'); END;
CREATE TRIGGER journal_introduction_delete AFTER DELETE ON introduction BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'introduction', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.a_id) || ' AS a_id' || ',' || quote(OLD.b_id) || ' AS b_id' || ',' || quote(OLD.state) || ' AS state' || ',' || quote(OLD.why) || ' AS why' || ',' || quote(OLD.noted_on) || ' AS noted_on' || ',' || quote(OLD.moved_on) || ' AS moved_on' || ',' || quote(OLD.asked_a_on) || ' AS asked_a_on' || ',' || quote(OLD.agreed_a_on) || ' AS agreed_a_on' || ',' || quote(OLD.asked_b_on) || ' AS asked_b_on' || ',' || quote(OLD.agreed_b_on) || ' AS agreed_b_on' || ',' || quote(OLD.made_on) || ' AS made_on' || ',' || quote(OLD.met_on) || ' AS met_on' || ',' || quote(OLD.closed_on) || ' AS closed_on' || ',' || quote(OLD.declined_by) || ' AS declined_by' || ',' || quote(OLD.outcome) || ' AS outcome' || ',' || quote(OLD.interaction_id) || ' AS interaction_id'); END;
CREATE TRIGGER journal_joint_project_insert AFTER INSERT ON joint_project BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'joint_project', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_joint_project_update AFTER UPDATE ON joint_project BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'joint_project', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.title) || ' AS title' || ',' || quote(OLD.key) || ' AS key' || ',' || quote(OLD.state) || ' AS state' || ',' || quote(OLD.brings) || ' AS brings' || ',' || quote(OLD.starts_on) || ' AS starts_on' || ',' || quote(OLD.ended_on) || ' AS ended_on' || ',' || quote(OLD.outcome) || ' AS outcome'); END;
CREATE TRIGGER journal_joint_project_delete AFTER DELETE ON joint_project BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'joint_project', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.title) || ' AS title' || ',' || quote(OLD.key) || ' AS key' || ',' || quote(OLD.state) || ' AS state' || ',' || quote(OLD.brings) || ' AS brings' || ',' || quote(OLD.starts_on) || ' AS starts_on' || ',' || quote(OLD.ended_on) || ' AS ended_on' || ',' || quote(OLD.outcome) || ' AS outcome'); END;
CREATE TRIGGER journal_mentor_case_insert AFTER INSERT ON mentor_case BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'mentor_case', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_mentor_case_update AFTER UPDATE ON mentor_case BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'mentor_case', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.topic_id) || ' AS topic_id' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.level) || ' AS level' || ',' || quote(OLD.note) || ' AS note'); END;
CREATE TRIGGER journal_mentor_case_delete AFTER DELETE ON mentor_case BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'mentor_case', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.topic_id) || ' AS topic_id' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.level) || ' AS level' || ',' || quote(OLD.note) || ' AS note'); END;
CREATE TRIGGER journal_mentor_question_insert AFTER INSERT ON mentor_question BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'mentor_question', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_mentor_question_update AFTER UPDATE ON mentor_question BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'mentor_question', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.mentorship_id) || ' AS mentorship_id' || ',' || quote(OLD.topic_id) || ' AS topic_id' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.noted_on) || ' AS noted_on' || ',' || quote(OLD.asked_on) || ' AS asked_on'); END;
CREATE TRIGGER journal_mentor_question_delete AFTER DELETE ON mentor_question BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'mentor_question', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.mentorship_id) || ' AS mentorship_id' || ',' || quote(OLD.topic_id) || ' AS topic_id' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.noted_on) || ' AS noted_on' || ',' || quote(OLD.asked_on) || ' AS asked_on'); END;
CREATE TRIGGER journal_mentor_topic_insert AFTER INSERT ON mentor_topic BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'mentor_topic', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_mentor_topic_update AFTER UPDATE ON mentor_topic BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'mentor_topic', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.mentorship_id) || ' AS mentorship_id' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.key) || ' AS key'); END;
CREATE TRIGGER journal_mentor_topic_delete AFTER DELETE ON mentor_topic BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'mentor_topic', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.mentorship_id) || ' AS mentorship_id' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.key) || ' AS key'); END;
CREATE TRIGGER journal_mentorship_insert AFTER INSERT ON mentorship BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'mentorship', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_mentorship_update AFTER UPDATE ON mentorship BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'mentorship', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.direction) || ' AS direction' || ',' || quote(OLD.state) || ' AS state' || ',' || quote(OLD.phase) || ' AS phase' || ',' || quote(OLD.purpose) || ' AS purpose' || ',' || quote(OLD.rhythm) || ' AS rhythm' || ',' || quote(OLD.session_minutes) || ' AS session_minutes' || ',' || quote(OLD.channel) || ' AS channel' || ',' || quote(OLD.starts_on) || ' AS starts_on' || ',' || quote(OLD.until_on) || ' AS until_on' || ',' || quote(OLD.ended_on) || ' AS ended_on'); END;
CREATE TRIGGER journal_mentorship_delete AFTER DELETE ON mentorship BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'mentorship', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.uid) || ' AS uid' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.direction) || ' AS direction' || ',' || quote(OLD.state) || ' AS state' || ',' || quote(OLD.phase) || ' AS phase' || ',' || quote(OLD.purpose) || ' AS purpose' || ',' || quote(OLD.rhythm) || ' AS rhythm' || ',' || quote(OLD.session_minutes) || ' AS session_minutes' || ',' || quote(OLD.channel) || ' AS channel' || ',' || quote(OLD.starts_on) || ' AS starts_on' || ',' || quote(OLD.until_on) || ' AS until_on' || ',' || quote(OLD.ended_on) || ' AS ended_on'); END;
CREATE TRIGGER journal_own_pair_insert AFTER INSERT ON own_pair BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'own_pair', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_own_pair_update AFTER UPDATE ON own_pair BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'own_pair', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.role_a) || ' AS role_a' || ',' || quote(OLD.role_b) || ' AS role_b' || ',' || quote(OLD.strength) || ' AS strength' || ',' || quote(OLD.why) || ' AS why'); END;
CREATE TRIGGER journal_own_pair_delete AFTER DELETE ON own_pair BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'own_pair', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.role_a) || ' AS role_a' || ',' || quote(OLD.role_b) || ' AS role_b' || ',' || quote(OLD.strength) || ' AS strength' || ',' || quote(OLD.why) || ' AS why'); END;
CREATE TRIGGER journal_own_role_insert AFTER INSERT ON own_role BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'own_role', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_own_role_update AFTER UPDATE ON own_role BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'own_role', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.slug) || ' AS slug' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.area) || ' AS area' || ',' || quote(OLD.synonyms) || ' AS synonyms'); END;
CREATE TRIGGER journal_own_role_delete AFTER DELETE ON own_role BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'own_role', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.slug) || ' AS slug' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.area) || ' AS area' || ',' || quote(OLD.synonyms) || ' AS synonyms'); END;
CREATE TRIGGER journal_participant_update AFTER UPDATE ON participant BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'participant', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.contact_id) || ' AS contact_id'); END;
CREATE TRIGGER journal_participant_delete AFTER DELETE ON participant BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'participant', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.contact_id) || ' AS contact_id'); END;
CREATE TRIGGER journal_pause_insert AFTER INSERT ON pause BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'pause', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_pause_update AFTER UPDATE ON pause BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'pause', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.starts_on) || ' AS starts_on' || ',' || quote(OLD.until_on) || ' AS until_on'); END;
CREATE TRIGGER journal_pause_delete AFTER DELETE ON pause BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'pause', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.starts_on) || ' AS starts_on' || ',' || quote(OLD.until_on) || ' AS until_on'); END;
CREATE TRIGGER journal_profile_insert AFTER INSERT ON profile BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'profile', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_profile_update AFTER UPDATE ON profile BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'profile', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.pitch) || ' AS pitch' || ',' || quote(OLD.experience_since) || ' AS experience_since'); END;
CREATE TRIGGER journal_profile_delete AFTER DELETE ON profile BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'profile', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.pitch) || ' AS pitch' || ',' || quote(OLD.experience_since) || ' AS experience_since'); END;
CREATE TRIGGER journal_profile_trait_insert AFTER INSERT ON profile_trait BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'profile_trait', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_profile_trait_update AFTER UPDATE ON profile_trait BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'profile_trait', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.value) || ' AS value' || ',' || quote(OLD.key) || ' AS key'); END;
CREATE TRIGGER journal_profile_trait_delete AFTER DELETE ON profile_trait BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'profile_trait', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.kind) || ' AS kind' || ',' || quote(OLD.value) || ' AS value' || ',' || quote(OLD.key) || ' AS key'); END;
CREATE TRIGGER journal_project_person_insert AFTER INSERT ON project_person BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'project_person', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_project_person_update AFTER UPDATE ON project_person BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'project_person', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.project_id) || ' AS project_id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.brings) || ' AS brings'); END;
CREATE TRIGGER journal_project_person_delete AFTER DELETE ON project_person BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'project_person', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.project_id) || ' AS project_id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.brings) || ' AS brings'); END;
CREATE TRIGGER journal_promise_insert AFTER INSERT ON promise BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'promise', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_promise_update AFTER UPDATE ON promise BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'promise', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.mine) || ' AS mine' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.made_on) || ' AS made_on' || ',' || quote(OLD.due_on) || ' AS due_on' || ',' || quote(OLD.done_on) || ' AS done_on'); END;
CREATE TRIGGER journal_promise_delete AFTER DELETE ON promise BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'promise', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.mine) || ' AS mine' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.made_on) || ' AS made_on' || ',' || quote(OLD.due_on) || ' AS due_on' || ',' || quote(OLD.done_on) || ' AS done_on'); END;
CREATE TRIGGER journal_question_insert AFTER INSERT ON question BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'question', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_question_update AFTER UPDATE ON question BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'question', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.mine) || ' AS mine' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.answer) || ' AS answer' || ',' || quote(OLD.answered_on) || ' AS answered_on'); END;
CREATE TRIGGER journal_question_delete AFTER DELETE ON question BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'question', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.interaction_id) || ' AS interaction_id' || ',' || quote(OLD.mine) || ' AS mine' || ',' || quote(OLD.text) || ' AS text' || ',' || quote(OLD.day) || ' AS day' || ',' || quote(OLD.answer) || ' AS answer' || ',' || quote(OLD.answered_on) || ' AS answered_on'); END;
CREATE TRIGGER journal_setting_insert AFTER INSERT ON setting BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'setting', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_setting_update AFTER UPDATE ON setting BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'setting', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.value) || ' AS value'); END;
CREATE TRIGGER journal_setting_delete AFTER DELETE ON setting BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'setting', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.value) || ' AS value'); END;
CREATE TRIGGER journal_snooze_insert AFTER INSERT ON snooze BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'snooze', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_snooze_update AFTER UPDATE ON snooze BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'snooze', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.made_on) || ' AS made_on' || ',' || quote(OLD.until_on) || ' AS until_on'); END;
CREATE TRIGGER journal_snooze_delete AFTER DELETE ON snooze BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'snooze', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.contact_id) || ' AS contact_id' || ',' || quote(OLD.made_on) || ' AS made_on' || ',' || quote(OLD.until_on) || ' AS until_on'); END;
CREATE TRIGGER journal_tag_insert AFTER INSERT ON tag BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'tag', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_tag_update AFTER UPDATE ON tag BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'tag', OLD.id, 'update', quote(OLD.id) || ' AS id' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.key) || ' AS key' || ',' || quote(OLD.cadence) || ' AS cadence' || ',' || quote(OLD.circle) || ' AS circle'); END;
CREATE TRIGGER journal_tag_delete AFTER DELETE ON tag BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'tag', OLD.id, 'delete', quote(OLD.id) || ' AS id' || ',' || quote(OLD.name) || ' AS name' || ',' || quote(OLD.key) || ' AS key' || ',' || quote(OLD.cadence) || ' AS cadence' || ',' || quote(OLD.circle) || ' AS circle'); END;
CREATE TRIGGER journal_contact_insert AFTER INSERT ON contact BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'contact', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_interaction_insert AFTER INSERT ON interaction BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'interaction', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_participant_insert AFTER INSERT ON participant BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'participant', NEW.id, 'insert', NULL); END;
CREATE TRIGGER journal_fact_insert AFTER INSERT ON fact BEGIN INSERT INTO journal_entry (change_id, table_name, row_id, operation, old) VALUES ((SELECT max(id) FROM change), 'fact', NEW.id, 'insert', NULL); END;
PRAGMA application_id=1668443441;
PRAGMA user_version=4;
COMMIT;
