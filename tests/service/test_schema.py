"""One schema however it was made, and every statement that runs on it."""

import importlib
import pkgutil
import re
import sqlite3

import alembic.autogenerate
import pytest
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

import crm.store.reads
import crm.store.tables.all
from crm.store import derived, migrate, search
from tests.conftest import ROOT

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
    "contacts.EMAILS", "contacts.TRAITS", "contacts.NAMES", "interactions.TOUCHES",
    "interactions.TIMELINE", "interactions.LATEST", "interactions.FACTS", "follow_ups.OVERDUE",
    "follow_ups.PEOPLE", "follow_ups.FRESH",
]  # fmt: skip


@pytest.mark.parametrize("name", HOT)
def test_a_hot_statement_scans_no_table(name):
    module, _, constant = name.partition(".")
    sql = getattr(importlib.import_module(f"crm.store.reads.{module}"), constant)
    with declared() as connection:
        steps = [row[3] for row in plan(connection, sql)]
    connection.close()
    scans = [s for s in steps if s.startswith("SCAN") and "INDEX" not in s]
    assert [s for s in scans if not re.match(r"SCAN (\(subquery|\w+ VIRTUAL)", s)] == []


def test_the_names_of_a_list_come_from_an_index_in_their_order():
    from crm.store.reads.contacts import LIST

    with declared() as connection:
        steps = [row[3] for row in plan(connection, LIST)]
    connection.close()
    assert not [step for step in steps if "TEMP B-TREE FOR ORDER BY" in step][1:]
    assert "SCAN c USING INDEX ix_contact_sort_key" in steps
