"""An older file becomes a newer one with all its rows, or stays what it was."""

import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from crm.context import Context
from crm.errors import CrmError
from crm.services import contacts, conversations, history
from crm.services.contacts import Said
from crm.services.conversations import Happened
from crm.store import connection as store_connection
from crm.store import migrate
from crm.store.connection import SCHEMA_VERSION, Store, connect
from tests.service.state import assert_derived, assert_indexed, search_of, tables_of

NEXT = SCHEMA_VERSION + 1
HEAD = f'''
import sqlalchemy as sa
from alembic import op

revision = "{NEXT:04}"
down_revision = "{SCHEMA_VERSION:04}"


def upgrade():
'''
ADDS = """
    op.add_column("contact", sa.Column("pronouns", sa.String(), nullable=False, server_default=""))
    op.execute("UPDATE contact SET pronouns = 'they'")
"""
REBUILDS = """
    with op.batch_alter_table("contact") as batch:
        batch.alter_column("place", new_column_name="town")
    with op.batch_alter_table("contact") as batch:
        batch.alter_column("town", new_column_name="place")
"""
FAILS = (
    ADDS
    + """
    op.create_table("half", sa.Column("id", sa.Integer, primary_key=True))
    raise RuntimeError("half way")
"""
)
LOSES = """
    op.execute("DELETE FROM participant WHERE id = 1")
"""
ORPHANS = """
    op.execute("UPDATE participant SET contact_id = 99 WHERE id = 1")
"""


@pytest.fixture
def file(network: Context) -> Path:
    contacts.add(network, Said(name="Ana Ruiz", emails=("ana@example.org",), place="Vigo"))
    contacts.add(network, Said(name="Bo", tags=("sea",), nicknames=("Bobo",)), book=True)
    told = Happened(("Ana", "Bo"), "Lunch at the pier", kind="meeting", facts=("life: sails",))
    conversations.log(network, told)
    network.store.close()
    return network.store.path


@pytest.fixture
def folder(tmp_path):
    """Give a function that makes a folder of revisions with one more."""

    def make(body):
        copy = tmp_path / "revisions %s"
        shutil.copytree(migrate.scripts(), copy, ignore=shutil.ignore_patterns("__pycache__"))
        (copy / "versions" / f"{NEXT:04}_next.py").write_text(HEAD + body)
        return copy

    return make


def rows(path):
    connection = connect(path)
    try:
        return tables_of(connection), search_of(connection)
    finally:
        connection.close()


def master(path):
    connection = sqlite3.connect(path)
    try:
        return sorted(connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall())
    finally:
        connection.close()


@pytest.mark.parametrize("body", [ADDS, REBUILDS], ids=["adds", "rebuilds"])
def test_a_migration_keeps_rows_triggers_and_search(network, file, folder, monkeypatch, body):
    before, searched = rows(file)
    schema = master(file)
    triggers = [row[1] for row in schema if row[0] == "trigger"]
    changes = history.history(network, -1)
    network.store.close()

    copy = migrate.upgrade(file, folder=folder(body), version=NEXT)

    after, found = rows(file)
    assert found == searched
    assert after.keys() == before.keys()
    for table, kept in before.items():
        assert [row[: len(kept[0])] for row in after[table]] == kept if kept else not after[table]
    assert [row[1] for row in master(file) if row[0] == "trigger"] == triggers
    monkeypatch.setattr(store_connection, "SCHEMA_VERSION", NEXT)
    assert history.history(network, -1) == changes
    assert_derived(network)
    assert_indexed(network)
    assert copy.name == f"{file.name}.before-migration-{SCHEMA_VERSION}"
    assert (rows(copy), master(copy)) == ((before, searched), schema)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_what_was_done_before_a_migration_can_be_undone_after_it(
    network, file, folder, monkeypatch
):
    migrate.upgrade(file, folder=folder(ADDS), version=NEXT)
    monkeypatch.setattr(store_connection, "SCHEMA_VERSION", NEXT)
    for _ in range(3):
        history.undo(network)
    with network.store.reading() as connection:
        assert not any(tables_of(connection).values())
        assert not any(search_of(connection).values())
    contacts.add(network, Said(name="Caro"))
    contacts.delete(network, ["Caro"])
    history.undo(network)
    assert contacts.named(network, ["Caro"])[0].name == "Caro"


@pytest.mark.parametrize(
    ("body", "reason"),
    [(FAILS, "half way"), (LOSES, "rows lost in participant"), (ORPHANS, "foreign key")],
    ids=["half", "loses", "orphans"],
)
def test_a_migration_that_fails_leaves_the_file_as_it_was(network, file, folder, body, reason):
    before, schema, pristine = rows(file), master(file), file.read_bytes()
    with pytest.raises(CrmError) as raised:
        migrate.upgrade(file, folder=folder(body), version=NEXT)
    error = raised.value
    assert (error.code, error.exit_code) == ("migration-failed", 1)
    assert reason in str(error.params["reason"])
    for path in (file, error.params["backup"]):
        assert (rows(path), master(path)) == (before, schema)
    assert file.read_bytes() == pristine
    contacts.note(network, "Ana", "still here")
    history.undo(network)
    network.store.close()
    assert rows(file) == before


def test_opening_an_older_file_migrates_it(network, file, folder, monkeypatch):
    monkeypatch.setattr(store_connection, "SCHEMA_VERSION", NEXT)
    monkeypatch.setattr(
        migrate.upgrade, "__kwdefaults__", {"folder": folder(ADDS), "version": NEXT}
    )
    store = Store(file, chosen=True)
    with store.reading() as connection:
        found = connection.execute("SELECT name, pronouns FROM contact ORDER BY id").fetchall()
        version = connection.execute("PRAGMA user_version").fetchone()
    store.close()
    assert (found, version) == ([("Ana Ruiz", "they"), ("Bo", "they")], (NEXT,))


def test_a_damaged_file_is_not_migrated(network, file, folder):
    connection = sqlite3.connect(file)
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'ix_contact_email_key'"
    ).fetchone()
    connection.close()
    with file.open("r+b") as opened:
        opened.seek((root - 1) * 4096)
        opened.write(b"\x0a" + bytes(4095))
    with pytest.raises(CrmError) as raised:
        migrate.upgrade(file, folder=folder(ADDS), version=NEXT)
    assert raised.value.code == "damaged-database"


def test_the_revisions_are_the_packaged_ones_where_there_are_any(tmp_path, monkeypatch):
    monkeypatch.setattr(migrate, "_PACKAGED", tmp_path)
    assert migrate.scripts() == tmp_path
    monkeypatch.setattr(migrate, "_PACKAGED", tmp_path / "none")
    assert (migrate.scripts() / "env.py").is_file()
