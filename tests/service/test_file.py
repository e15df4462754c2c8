"""The file: what is refused, who may read it, how it is made."""

import errno
import os
import random
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from crm.context import Context
from crm.errors import BadConfiguration, Busy, CrmError
from crm.services import contacts, history
from crm.services.contacts import Said
from crm.store import connection as store_connection
from crm.store import journal, migrate
from crm.store.connection import APPLICATION_ID, SCHEMA_VERSION, Store, connect, create
from tests.conftest import EACH_CONNECTION, ROOT, TODAY


def names(store):
    with store.reading() as connection:
        return [name for (name,) in connection.execute("SELECT name FROM contact ORDER BY id")]


@pytest.fixture
def file(network: Context) -> Path:
    contacts.add(network, Said(name="Ana"))
    return network.store.path


def pragma(path, text):
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA {text}")
    connection.commit()
    connection.close()


def refused(path, code, error=BadConfiguration):
    """Hold that the file is refused for reading and writing alike, and stays as it was."""
    before = path.read_bytes() if path.is_file() else None
    store = Store(path, chosen=True)
    for use in (lambda: names(store), lambda: contacts.add(_context(store), Said(name="Bo"))):
        with pytest.raises(CrmError) as raised:
            use()
        assert (raised.value.code, type(raised.value)) == (code, error)
    assert before is None or path.read_bytes() == before


def _context(store):
    return Context(None, store, TODAY)


def test_a_newer_file_is_refused(file):
    pragma(file, f"user_version={SCHEMA_VERSION + 1}")
    refused(file, "newer-database")


def test_a_foreign_file_is_refused(tmp_path):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmark (id INTEGER)")
    connection.close()
    refused(path, "foreign-database")


def test_an_empty_file_is_refused(tmp_path):
    path = tmp_path / "empty.db"
    path.touch()
    refused(path, "empty-database")


def test_a_text_file_is_refused(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("name,mail\n" * 1000)
    refused(path, "foreign-database")


def test_what_is_no_file_is_refused(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path, Path(os.devnull), pipe):
        refused(path, "cannot-open")
        with pytest.raises(BadConfiguration) as raised:
            connect(path)
        assert raised.value.params["reason"] == "not a regular file"


def test_a_path_through_a_file_is_refused(tmp_path):
    (tmp_path / "file").touch()
    store = Store(tmp_path / "file" / "network.db", chosen=False)
    with pytest.raises(BadConfiguration) as raised:
        contacts.add(_context(store), Said(name="Bo"))
    assert raised.value.code == "cannot-create"


def test_a_path_too_long_is_refused(tmp_path):
    store = Store(tmp_path / ("n" * 300), chosen=False)
    for use in (lambda: names(store), lambda: contacts.add(_context(store), Said(name="Bo"))):
        with pytest.raises(BadConfiguration) as raised:
            use()
        assert raised.value.code == "cannot-open"


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_file_says_so_and_is_never_taken_for_empty(network, file, seed):
    for n in range(12):
        contacts.note(network, "1", f"line {n} " + "word " * 900)
    network.store.close()
    pristine = file.read_bytes()
    generator = random.Random(seed)
    start = generator.randrange(4096, len(pristine) - 8192)
    noise = generator.randbytes(generator.choice([8192, len(pristine) - 4096 - start]))
    damaged = pristine[:start] + noise + pristine[start + len(noise) :]
    file.write_bytes(damaged)
    seen = _everything_or_error(file)
    file.write_bytes(pristine)
    assert seen in ("damaged-database", _everything_or_error(file))  # or only free pages were hit


def _everything_or_error(path):
    store = Store(path, chosen=True)
    try:
        with store.reading() as connection:
            rows = {
                table: connection.execute(f"SELECT * FROM {table}").fetchall()
                for table in (*journal.journaled_tables(connection), "change", "journal_entry")
            }
            found = connection.execute(
                "SELECT rowid FROM contact_search WHERE contact_search MATCH 'line*'"
            ).fetchall()
            return rows, found
    except CrmError as error:
        return error.code
    finally:
        store.close()


@pytest.mark.parametrize("row", [1, 10, 137438953473])
def test_damaged_search_rows_are_called_damage(network, file, row):
    connection = sqlite3.connect(file)
    changed = connection.execute(
        "UPDATE contact_search_data SET block = x'ffffffffffff' WHERE id = ?", (row,)
    )
    assert changed.rowcount == 1
    connection.commit()
    connection.close()

    def use():
        contacts.find(network, "ana", 5)
        contacts.note(network, "Ana", "words")

    with pytest.raises(CrmError) as raised:
        use()
    assert raised.value.code == "damaged-database", raised.value.params


READ_ONLY = """
import os, sys
from datetime import date
from pathlib import Path
import crm.store.session, crm.domain.warmth
from crm.context import Context
from crm.errors import CrmError
from crm.services import contacts
from crm.services.contacts import Said
from crm.store.connection import Store
os.setuid(65534)
for path in map(Path, sys.argv[1:]):
    store = Store(path, chosen=True)
    context = Context(None, store, date(2025, 6, 30))
    if store.exists():
        print(contacts.named(context, ["Ana"])[0].name)
    try:
        contacts.add(context, Said(name="Bo"))
    except CrmError as error:
        print(type(error).__name__, error.code)
"""


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="needs another user")
def test_what_may_only_be_read_is_read_and_not_written(network, file):
    network.store.close()
    writable, missing = file.with_name("writable.db"), file.with_name("missing.db")
    writable.write_bytes(file.read_bytes())
    writable.chmod(0o666)
    file.chmod(0o644)
    for folder in (file.parent, *file.parent.parents):
        if folder.stat().st_uid == os.getuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    run = subprocess.run(
        [sys.executable, "-c", READ_ONLY, file, writable, missing],
        capture_output=True, text=True, check=False, cwd=ROOT, timeout=60,
    )  # fmt: skip
    assert run.stderr == ""
    assert run.stdout.splitlines() == [
        "Ana", "BadConfiguration cannot-write",
        "Ana", "BadConfiguration cannot-open",
        "BadConfiguration cannot-create",
    ]  # fmt: skip
    assert not missing.exists()


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_file_in_use_is_busy_after_the_timeout(network, file, monkeypatch):
    quick = store_connection._EACH_CONNECTION.replace("busy_timeout=5000", "busy_timeout=200")
    assert quick != store_connection._EACH_CONNECTION
    monkeypatch.setattr(store_connection, "_EACH_CONNECTION", quick)
    network.store.close()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout.readline() == b"held\n"
        refused(file, "busy", Busy)
        with pytest.raises(Busy):
            history.undo(network)
        with pytest.raises(Busy):
            migrate.upgrade(file)
    assert names(network.store) == ["Ana"]


def test_a_missing_file_that_was_named_is_an_error_to_read_and_made_by_a_write(network):
    store = Store(network.store.path, chosen=True)
    with pytest.raises(BadConfiguration) as raised:
        names(store)
    assert raised.value.code == "no-database"
    contacts.add(network._replace(store=store), Said(name="Ana"))
    assert names(store) == ["Ana"]


def test_a_missing_default_file_reads_as_empty_and_is_not_made(network):
    assert names(network.store) == []
    assert list(network.store.path.parent.iterdir()) == []
    contacts.add(network, Said(name="Ana"))
    assert names(network.store) == ["Ana"]


# How it is made


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_the_file_and_its_folders_are_the_users_own(tmp_path, umask):
    path = tmp_path / "data" / "crm" / "network.db"
    before = os.umask(umask)
    try:
        create(path)
        connection = connect(path)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO change (made_at, action, subject) VALUES ('', '', '')")
        beside = {file: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        connection.execute("COMMIT")
        connection.close()
    finally:
        os.umask(before)
    assert set(beside.values()) == {0o600}
    folders = (path.parent, path.parent.parent)
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}


def test_each_connection_is_set_as_it_must_be(file, monkeypatch):
    monkeypatch.setattr(store_connection, "_EACH_CONNECTION", EACH_CONNECTION)
    connection = connect(file)
    expected = {
        "foreign_keys": 1, "busy_timeout": 5000, "synchronous": 2, "trusted_schema": 0,
        "secure_delete": 1, "application_id": APPLICATION_ID, "user_version": SCHEMA_VERSION,
    }  # fmt: skip
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    connection.close()
    assert found == expected
    fixed = store_connection._write_ahead_is_safe(file.parent)
    assert mode == ("wal" if fixed else "delete")


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False), ((3, 44, 5), False), ((3, 44, 6), True), ((3, 45, 3), False),
        ((3, 50, 6), False), ((3, 50, 7), True), ((3, 51, 2), False), ((3, 51, 3), True),
        ((3, 52, 0), True),
    ],
)  # fmt: skip
def test_write_ahead_needs_a_sound_sqlite(tmp_path, monkeypatch, version, safe):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    assert store_connection._write_ahead_is_safe(tmp_path) is safe


def test_write_ahead_is_not_used_on_a_network_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 52, 0))
    mounts = f"/dev/sda / ext4 rw 0 0\nserver:/home {tmp_path.parent} nfs4 rw 0 0\n"
    monkeypatch.setattr(Path, "read_text", lambda *_, **__: mounts)
    assert store_connection._write_ahead_is_safe(tmp_path) is False
    assert store_connection._write_ahead_is_safe(Path("/elsewhere")) is True

    def unreadable(*_, **__):
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_text", unreadable)
    assert store_connection._write_ahead_is_safe(tmp_path) is True


ADD = """
import sys
from datetime import date
from pathlib import Path
from crm.context import Context
from crm.services import contacts
from crm.services.contacts import Said
from crm.store.connection import Store
sys.stdin.readline()
store = Store(Path(sys.argv[1]), chosen=False)
contacts.add(Context(None, store, date(2025, 6, 30)), Said(name="P"))
"""


def test_two_who_make_it_at_once_both_succeed(tmp_path):
    path = tmp_path / "new" / "network.db"
    both = [
        subprocess.Popen(
            [sys.executable, "-c", ADD, path], stdin=subprocess.PIPE, cwd=ROOT,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]  # fmt: skip
    for process in both:
        process.stdin.write(b"\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60)[1] for process in both]
    assert said == [b"", b""]
    assert names(Store(path, chosen=True)) == ["P", "P"]
    assert list(path.parent.iterdir()) == [path]


def _killed(*_):
    raise KeyboardInterrupt


def test_what_a_killed_program_left_does_not_stop_the_next(tmp_path, monkeypatch):
    path = tmp_path / "network.db"
    monkeypatch.setattr(os, "link", _killed)
    with pytest.raises(KeyboardInterrupt):
        create(path)
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    path.with_name(f".{path.name}.{os.getpid()}.new").write_bytes(b"half")
    create(path)
    assert names(Store(path, chosen=True)) == []


def no_links(*_):
    raise PermissionError(errno.EPERM, "Operation not permitted")


def test_it_is_made_on_a_disk_without_hard_links(network, monkeypatch):
    monkeypatch.setattr(os, "link", no_links)
    path = network.store.path
    contacts.add(network, Said(name="Ana"))
    assert names(network.store) == ["Ana"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    network.store.close()
    create(path)
    assert names(Store(path, chosen=True)) == ["Ana"]
    assert list(path.parent.iterdir()) == [path]


def test_what_cannot_be_put_in_place_leaves_nothing(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(BadConfiguration) as raised:
        create(tmp_path / "network.db")
    assert (raised.value.code, raised.value.params["reason"]) == (
        "cannot-create", "No space left on device",
    )  # fmt: skip
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (sqlite3.SQLITE_FULL, "disk-full"),
        (sqlite3.SQLITE_IOERR_WRITE, "disk-full"),
        (sqlite3.SQLITE_IOERR_READ, "database-error"),
        (sqlite3.SQLITE_IOERR, "database-error"),
    ],
)
def test_only_what_could_not_be_written_is_a_full_disk(tmp_path, number, code):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = number
    assert store_connection.explained(error, tmp_path / "network.db").code == code


def test_a_disk_that_is_full_is_said_plainly(network, file):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE note (text)")
    connection.execute("PRAGMA max_page_count = 3")
    with pytest.raises(sqlite3.OperationalError) as raised:
        connection.execute("INSERT INTO note VALUES (zeroblob(100000))")
    connection.close()
    error = store_connection.explained(raised.value, file)
    assert (error.code, error.exit_code) == ("disk-full", 1)
    error = store_connection.explained(sqlite3.IntegrityError("CHECK constraint failed"), file)
    assert error.code == "database-error"


def test_a_failing_write_leaves_nothing(network, file):
    from crm.services.changes import change
    from crm.store.tables.contact_details import Tag
    from crm.store.tables.contacts import Contact

    def break_off():
        with change(network, "add") as made:
            made.write.add(Tag(name="half", key="half"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()

    def violate():
        with change(network, "add") as made:
            made.write.add(Contact(uid="x", name="", name_folded="", sort_key="", created_at=""))

    with pytest.raises(CrmError) as raised:
        violate()
    assert raised.value.code == "database-error"
    with network.store.reading() as connection:
        assert connection.execute("SELECT count(*) FROM tag").fetchone() == (0,)
    assert [line.action for line in history.history(network, -1)] == ["add"]
