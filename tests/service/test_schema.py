"""One schema however it was made, every statement that runs on it, and files of old ones.

`python -m tests.service.test_schema` writes schemas/NNNN.sql, a file of this schema with rows in
every table, for a revision that is new; those of released revisions are never written again.
"""

import importlib
import pkgutil
import re
import sqlite3
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import alembic.autogenerate
import pytest
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

import crm.store.reads
import crm.store.tables.all
from crm.context import Context
from crm.errors import CrmError
from crm.services import contacts, history
from crm.services.changes import change
from crm.services.contacts import Said
from crm.store import derived, migrate, search
from crm.store.connection import SCHEMA_VERSION, Store, create
from crm.store.journal import journaled_tables
from crm.store.reads import people
from crm.store.tables import all as tables
from crm.store.tables.all import ImportRecord
from tests.conftest import ROOT, TODAY
from tests.service import deeds
from tests.service.state import assert_derived, assert_indexed

OLD = Path(__file__).with_name("schemas")
SCHEMA = ROOT / "crm" / "store" / "schema.sql"
_EVERYTHING = """SELECT type, name, tbl_name, sql FROM sqlite_master
 WHERE name NOT LIKE 'sqlite_%' AND type <> 'trigger' ORDER BY name"""


def migrated():
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN")
    migrate.run_revisions(connection, migrate.scripts())
    connection.execute("COMMIT")
    return connection


def declared():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(SCHEMA.read_text(encoding="utf-8"))
    return connection


def plain(sql):
    """Give a statement of the schema with its blanks and quotes set aside."""
    return re.sub(r"\s+", " ", sql or "").replace('"', "").strip()


def test_the_revisions_make_the_schema_file():
    with migrated() as revisions, declared() as file:
        made = [(*row[:3], plain(row[3])) for row in revisions.execute(_EVERYTHING)]
        written = [(*row[:3], plain(row[3])) for row in file.execute(_EVERYTHING)]
    revisions.close()
    file.close()
    assert made == written


def test_the_revisions_make_what_the_tables_declare():
    connection = migrated()
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    with engine.connect() as given:
        context = MigrationContext.configure(
            given,
            opts={
                "compare_type": True,
                "compare_server_default": True,
                "include_name": lambda name, kind, _: kind != "table" or "_search" not in name,
            },
        )
        assert alembic.autogenerate.compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()
    connection.close()


def test_the_checks_and_foreign_keys_are_those_declared():
    """What Alembic's comparison leaves out: named checks, ON DELETE, partial indexes."""
    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    with engine.connect() as given, declared() as file:
        sql = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        orm = {name: plain(text) for name, text in given.exec_driver_sql(sql)}
        written = {
            name: plain(text)
            for name, text in file.execute(sql)
            if "_search" not in name and name != "alembic_version"
        }
    file.close()
    engine.dispose()
    assert {name: _clauses(text) for name, text in orm.items()} == {
        name: _clauses(text) for name, text in written.items()
    }


def _clauses(sql):
    """Give the columns and constraints of a statement, whatever their order."""
    head, _, body = sql.partition("(")
    return head.strip(), sorted(
        re.split(r", (?=CONSTRAINT|\w+ [A-Z])", body.strip().removesuffix(")").strip())
    )


def statements():
    modules = [
        importlib.import_module(f"crm.store.reads.{module.name}")
        for module in pkgutil.iter_modules(crm.store.reads.__path__)
    ]
    for module in (*modules, derived, search):
        for name, value in vars(module).items():
            constant = name.isupper() and isinstance(value, str)
            if constant and value.lstrip().startswith(("SELECT", "WITH")):
                yield pytest.param(value, id=f"{module.__name__.rpartition('.')[2]}.{name}")


def plan(connection, sql, explain="EXPLAIN QUERY PLAN"):
    filled = re.sub(r"\{\w+\}", "?, ?", sql)
    named = set(re.findall(r"(?<!:):(\w+)", re.sub(r"'[^']*'", "", filled)))
    values = dict.fromkeys(named, 1) if named else [1] * filled.count("?")
    return connection.execute(f"{explain} {filled}", values).fetchall()


@pytest.mark.parametrize("sql", list(statements()))
def test_every_statement_runs_on_the_schema(sql):
    with declared() as connection:
        assert plan(connection, sql, "EXPLAIN")
    connection.close()


HOT = [
    "contacts.BY_ID", "contacts.BY_EXACT_NAME", "contacts.BY_PREFIX", "contacts.DETAILS",
    "contacts.EMAILS", "contacts.TRAITS", "interactions.TOUCHES",
    "interactions.TIMELINE", "interactions.LATEST", "interactions.FACTS", "follow_ups.OVERDUE",
    "follow_ups.PEOPLE", "follow_ups.FRESH", "openers.OPENED", "openers.FACTS_OF", "openers.OWED",
    "openers.WORDS", "openers.BIRTHDAYS", "giving.GIVINGS_OF", "giving.ASKS_OF",
    "giving.ASKED_PEOPLE", "giving.CONTACTS", "conversations.TALKS", "conversations.TALKS_WITH",
    "conversations.LAST_TALK", "conversations.QUESTIONS_WITH",
]  # fmt: skip


@pytest.mark.parametrize("name", HOT)
def test_a_hot_statement_scans_no_table(name):
    module, _, constant = name.partition(".")
    sql = getattr(importlib.import_module(f"crm.store.reads.{module}"), constant)
    with declared() as connection:
        steps = [row[3] for row in plan(connection, sql)]
    connection.close()
    scans = [s for s in steps if s.startswith("SCAN") and "INDEX" not in s]
    assert [s for s in scans if not re.match(r"SCAN (\(subquery|f$|week$|\w+ VIRTUAL)", s)] == []


def plans_of(read):
    """Give the steps of each statement that a read runs, by what SQLite says of them."""
    with declared() as connection:
        said = []
        connection.set_trace_callback(said.append)
        read(connection)
        connection.set_trace_callback(None)
        own = [sql for sql in said if sql.startswith(("SELECT c.id FROM", "SELECT count(*) FROM"))]
        steps = [[row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")] for sql in own]
    connection.close()
    return steps


LISTED = "SCAN c USING COVERING INDEX ix_contact_listed"
SORTED = "USE TEMP B-TREE FOR ORDER BY"
GARDEN = people.Search(conditions=(people.Condition("garden"),))


@pytest.mark.parametrize("search", [people.Search(), GARDEN], ids=["all", "garden"])
def test_a_window_by_name_comes_from_one_index_in_its_order(search):
    steps, *_ = plans_of(lambda connection: people.ids(connection, search, None, 50, 100))
    assert steps == [LISTED]
    assert plans_of(lambda connection: people.total(connection, search)) == [[LISTED]]


@pytest.mark.parametrize("sort", ["due", "last"])
def test_a_window_in_another_order_reads_no_table(sort):
    steps, *_ = plans_of(lambda connection: people.ids(connection, people.Search(), sort, 50))
    assert steps == [LISTED, SORTED]


def test_names_with_a_short_word_are_not_sorted():
    steps, *_ = plans_of(lambda connection: people.ids(connection, people.Search("a"), None, 50))
    assert steps[0].startswith("SCAN s VIRTUAL TABLE")
    assert steps[1:] == ["SEARCH c USING INTEGER PRIMARY KEY (rowid=?)"]


def test_words_are_looked_up_and_people_then_found_by_their_ids():
    _name, rest, *_ = plans_of(
        lambda connection: people.ids(connection, people.Search("marina"), None, 50)
    )
    assert not [step for step in rest if re.match(r"SCAN (c|p|interaction|participant)\b", step)]
    assert "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)" in rest


@pytest.mark.parametrize("sql", list(statements()))
def test_nothing_is_found_through_who_is_not_archived(sql):
    with declared() as connection:
        steps = [row[3] for row in plan(connection, sql)]
    connection.close()
    assert [step for step in steps if "archived=?" in step] == []


# Files of old schemas

_DAY = "2025-06-01"
SEVEN = {
    tables.Snooze: {"contact_id": 1, "made_on": "2025-01-02", "until_on": "2025-01-09"},
    tables.Question: {"contact_id": 1, "mine": 1, "text": "Why beer?", "day": _DAY, "answer": ""},
    tables.Mentorship: {
        "id": 1,
        "uid": "m1",
        "contact_id": 1,
        "direction": "mentor",
        "state": "active",
        "phase": "initiation",
        "purpose": "prices",
        "rhythm": "1m",
        "channel": "call",
        "starts_on": _DAY,
    },
    tables.MentorTopic: {"id": 1, "mentorship_id": 1, "name": "Prices", "key": "prices"},
    tables.MentorCase: {"topic_id": 1, "day": _DAY, "level": 2, "note": ""},
    tables.MentorQuestion: {"mentorship_id": 1, "topic_id": 1, "text": "How?", "noted_on": _DAY},
    tables.Guidance: {
        "mentorship_id": 1,
        "topic_id": 1,
        "day": _DAY,
        "problem": "",
        "tried": "",
        "advice": "Say it first",
        "did": "",
        "result": "",
    },
    tables.Giving: {
        "uid": "g1",
        "contact_id": 1,
        "direction": "gave",
        "kind": "help",
        "text": "A read",
        "day": _DAY,
        "client": "",
        "status": "",
        "outcome": "",
    },
    tables.Ask: {"contact_id": 1, "kind": "help", "text": "A bed", "day": _DAY, "outcome": ""},
    tables.OwnRole: {"slug": "brewer", "name": "Brewer", "area": "", "synonyms": "beer maker"},
    tables.OwnPair: {"role_a": "brewer", "role_b": "cook", "strength": 3, "why": ""},
    tables.Introduction: {
        "uid": "i1",
        "a_id": 1,
        "b_id": 2,
        "state": "idea",
        "why": "",
        "noted_on": _DAY,
        "moved_on": _DAY,
        "outcome": "",
    },
    tables.JointProject: {
        "id": 1,
        "uid": "p1",
        "title": "Fair",
        "key": "fair",
        "state": "running",
        "brings": "",
        "starts_on": _DAY,
        "outcome": "",
    },
    tables.ProjectPerson: {"project_id": 1, "contact_id": 1, "brings": "beer"},
    tables.Event: {
        "id": 1,
        "uid": "e1",
        "name": "Fair",
        "key": "fair",
        "starts_on": _DAY,
        "ends_on": _DAY,
        "place": "",
        "organisation": "",
        "series": "",
        "why": "",
        "offer": "",
        "notes": "",
    },
    tables.EventAim: {"event_id": 1, "text": "Meet two brewers", "target": 2, "reached": 0},
    tables.EventPerson: {"event_id": 1, "contact_id": 1, "wanted": 1, "met": 0, "note": ""},
}


def everything(folder: Path) -> Path:
    """Make a network of this schema that has rows in every table."""
    path = folder / "network.db"
    context = Context(None, Store(path, chosen=False), TODAY)
    random = Random(1)
    zoe = Said(
        name="Zoe", phones=("600 111 222",), links=("zoe.example",), addresses=("1 High St",),
        birthday="--02-29", emails=("zoe@example.org",), roles=("brewer",), tags=("sea",),
    )  # fmt: skip
    contacts.add(context, zoe)
    contacts.add(context, Said(name="Bo", knows=("Zoe",)))
    with change(context, "import") as made:
        columns = ("contact_id", "source", "external_id", "fields", "imported_on")
        rows = [(1, "linkedin", "ana", '{"name": "Ana"}', "2025-06-01")]
        made.write.insert_many(ImportRecord, columns, rows)
        for table, row in SEVEN.items():
            made.write.insert_many(table, list(row), [list(row.values())])
    for deed in sorted(set(deeds.DEEDS) - {deeds.delete, deeds.resume}, key=deeds.DEEDS.index):
        _do_once(deed, context, random)
    context.store.close()
    return path


def _do_once(deed: deeds.Deed, context: Context, random: Random) -> None:
    for _ in range(20):
        with suppress(CrmError):
            deed(context, random)
            return


def _rows_of(context: Context) -> dict[str, list[dict[str, object]]]:
    with context.store.reading() as connection:
        return _rows(connection)


def dump(path: Path) -> str:
    """Give a file as SQL text: tables with their rows, indexes, search rows, triggers, header."""
    connection = sqlite3.connect(path)
    try:
        made = connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
            " AND (name NOT LIKE '%\\_search\\_%' ESCAPE '\\') ORDER BY rowid"
        ).fetchall()
        lines = ["PRAGMA foreign_keys=OFF;", "BEGIN;"]
        for kind in ("table", "index"):
            for _, name, sql in (row for row in made if row[0] == kind):
                lines.append(f"{sql};")
                lines += _inserts(connection, name) if kind == "table" else []
        lines += [f"{sql};" for kind, _, sql in made if kind == "trigger"]
        for pragma in ("application_id", "user_version"):
            (value,) = connection.execute(f"PRAGMA {pragma}").fetchone()
            lines.append(f"PRAGMA {pragma}={value};")
        return "\n".join([*lines, "COMMIT;", ""])
    finally:
        connection.close()


def _inserts(connection: sqlite3.Connection, table: str) -> list[str]:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    columns = [*(["rowid"] if table.endswith("_search") else []), *columns]
    values = " || ', ' || ".join(f"quote({column})" for column in columns)
    rows = connection.execute(f"SELECT {values} FROM {table} ORDER BY rowid")
    return [f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({row});" for (row,) in rows]


def loaded(text: str, path: Path) -> dict[str, list[dict[str, object]]]:
    """Make a file of such a text, and give its rows by column."""
    connection = sqlite3.connect(path)
    try:
        connection.executescript(text)
        return _rows(connection)
    finally:
        connection.close()


def _rows(connection: sqlite3.Connection) -> dict[str, list[dict[str, object]]]:
    tables = [*journaled_tables(connection), "change", "journal_entry"]
    return {
        table: [
            dict(zip((column[0] for column in cursor.description), row, strict=True))
            for cursor in [connection.execute(f"SELECT * FROM {table} ORDER BY id")]
            for row in cursor
        ]
        for table in tables
    }


@pytest.mark.parametrize("file", sorted(OLD.glob("*.sql")), ids=lambda file: file.stem)
def test_a_file_of_an_older_schema_keeps_every_row(file, tmp_path):
    path = tmp_path / "network.db"
    before = loaded(file.read_text(encoding="utf-8"), path)
    assert all(before.values()), "a row in every table"
    context = Context(None, Store(path, chosen=True), TODAY)
    after = _rows_of(context)
    with context.store.reading() as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert before.keys() <= after.keys()
    for table, rows in before.items():
        kept = [
            {name: value for name, value in row.items() if name in old}
            for row, old in zip(after[table], rows, strict=True)
        ]
        assert kept == rows, table
    assert_derived(context)
    assert_indexed(context)
    while history.history(context, 1):
        history.undo(context)
    context.store.close()


def test_this_schema_has_a_file_too(tmp_path):
    path = tmp_path / "network.db"
    loaded((OLD / f"{SCHEMA_VERSION:04}.sql").read_text(encoding="utf-8"), path)
    create(tmp_path / "fresh.db")
    assert _schema_of(path) == _schema_of(tmp_path / "fresh.db"), "see the top of this file"


def _schema_of(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    try:
        sql = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '%\\_search\\_%' ESCAPE '\\'"
        return sorted((name, plain(text)) for name, text in connection.execute(sql))
    finally:
        connection.close()


def _write() -> None:
    with TemporaryDirectory() as folder:
        text = dump(everything(Path(folder)))
    (OLD / f"{SCHEMA_VERSION:04}.sql").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    _write()
