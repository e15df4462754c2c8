"""Opens the database file: where it may be, who may read it, and what is refused.

Whatever only SQLite knows (PRAGMAs, file header, journal mode) stands here and in `search`.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from crm.errors import BadConfiguration, Busy, CrmError
from crm.store.new_file import appear

APPLICATION_ID = 0x63726D31  # "crm1"
SCHEMA_VERSION = 4

_EACH_CONNECTION = """
PRAGMA foreign_keys=ON;
PRAGMA busy_timeout=5000;
PRAGMA synchronous=FULL;
PRAGMA trusted_schema=OFF;
PRAGMA secure_delete=ON;
"""
# A write that outgrows the page cache must not lock readers out before its commit, and what a
# trigger's statement would roll back stays in memory: a file there makes each insert twice as slow.
_EACH_WRITE = "PRAGMA cache_spill=OFF; PRAGMA temp_store=MEMORY;"
_SCHEMA = Path(__file__).with_name("schema.sql")
_DAMAGE = ("malformed", "corruption", "vtable constructor failed", "Could not decode to UTF-8")
_NETWORK_DISKS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs"})


class Store:
    """The database at `path`; `chosen` when the user named the path instead of taking the default.

    Reads of a default path where nothing is yet see an empty network; the first write creates it.
    """

    def __init__(self, path: Path, *, chosen: bool) -> None:
        self.path = path
        self.chosen = chosen
        self._of_thread = threading.local()

    def exists(self) -> bool:
        """Tell whether there is a database file, empty or not."""
        try:
            return self.path.exists()
        except OSError as error:
            raise BadConfiguration("cannot-open", path=self.path, reason=error.strerror) from error

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give this thread's connection for one consistent look at the data."""
        with reported(self.path):
            connection = self._to_read()
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    def _to_read(self) -> sqlite3.Connection:
        """Give this thread's connection, anew when the first write has made the file since."""
        known: sqlite3.Connection | None = getattr(self._of_thread, "connection", None)
        if known is not None and (self._of_thread.on_file or not self.exists()):
            return known
        self.close()
        self._of_thread.on_file = self.exists()
        opened = self._of_thread.connection = self._open_to_read()
        return opened

    def _open_to_read(self) -> sqlite3.Connection:
        if self.exists():
            connection = self.open()
            connection.execute("PRAGMA query_only=ON")
            return connection
        if self.chosen:
            raise BadConfiguration("no-database", path=self.path)
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.executescript(_SCHEMA.read_text(encoding="utf-8"))
        return connection

    def version(self) -> tuple[int, ...]:
        """Give numbers that change when another connection writes the file, or it is replaced.

        They count from when this thread began to read (sqlite.org/pragma.html#pragma_data_version).
        """
        with reported(self.path):
            status = self.path.stat() if self.exists() else None
            file = (status.st_dev, status.st_ino) if status else (0, 0)
            if file != getattr(self._of_thread, "file", file):
                self.close()
            self._of_thread.file = file
            (written,) = self._to_read().execute("PRAGMA data_version").fetchone()
            return *file, int(written)

    def close(self) -> None:
        """Close the connection that this thread reads with."""
        connection = getattr(self._of_thread, "connection", None)
        if connection is not None:
            connection.close()
            self._of_thread.connection = None

    def open(self) -> sqlite3.Connection:
        """Open the file as it must be, migrating an older one; the caller closes it."""
        connection = connect(self.path)
        with _closed_on_error(connection):
            version = check_header(connection, self.path)
        if version < SCHEMA_VERSION:
            connection.close()
            from crm.store import migrate

            migrate.upgrade(self.path)
            connection = connect(self.path)
        return connection

    def open_to_write(self) -> sqlite3.Connection:
        """Open the file for a write, making it (0600, in a folder of 0700) if it is not there."""
        if not self.exists():
            create(self.path)
        connection = self.open()
        if not os.access(self.path, os.W_OK):
            connection.close()
            raise BadConfiguration("cannot-write", path=self.path, reason="EACCES")
        connection.executescript(_EACH_WRITE)
        return connection


@contextmanager
def plain_transaction(
    store: Store, *, patience: float | None = None
) -> Iterator[sqlite3.Connection]:
    """Give a plain connection in a write transaction that is no change of its own, as for undo.

    Raises Busy when another program holds the database for longer than `patience` in seconds.
    """
    with reported(store.path):
        connection = store.open_to_write()
        if patience is not None:
            connection.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
        finally:
            connection.close()


def connect(path: Path) -> sqlite3.Connection:
    """Open an existing file with the PRAGMAs of every connection, in autocommit mode."""
    if path.exists() and not path.is_file():
        raise BadConfiguration("cannot-open", path=path, reason="not a regular file")
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None,
        check_same_thread=False,
    )  # fmt: skip
    with _closed_on_error(connection):
        connection.executescript(_EACH_CONNECTION)
    return connection


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def check_header(connection: sqlite3.Connection, path: Path) -> int:
    """Give the schema version of the file; an empty, foreign or newer one is refused."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        empty = path.stat().st_size == 0
        raise BadConfiguration("empty-database" if empty else "foreign-database", path=path)
    if version > SCHEMA_VERSION:
        raise BadConfiguration("newer-database", path=path)
    return int(version)


def create(path: Path) -> None:
    """Make an empty network at `path`: complete or not at all, also when two do it at once."""
    try:
        for folder in (*reversed(path.parent.parents), path.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.urandom(8).hex()}.new")
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise BadConfiguration("cannot-create", path=path, reason=error.strerror) from error
    try:
        _fill(draft, _write_ahead_is_safe(path.parent))
        with suppress(FileExistsError):
            appear(draft, path)
    except OSError as error:
        raise BadConfiguration("cannot-create", path=path, reason=error.strerror) from error
    finally:
        draft.unlink(missing_ok=True)


def _fill(path: Path, write_ahead: bool) -> None:
    from crm.store.journal import make_triggers

    connection = connect(path)
    connection.executescript(
        f"BEGIN IMMEDIATE;{_SCHEMA.read_text(encoding='utf-8')}"
        f"PRAGMA application_id={APPLICATION_ID};PRAGMA user_version={SCHEMA_VERSION};"
    )
    make_triggers(connection)
    connection.execute("COMMIT")
    if write_ahead:
        connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def _write_ahead_is_safe(folder: Path) -> bool:
    """Tell whether WAL may be used: a fixed SQLite (sqlite.org/wal.html, the WAL-reset bug)."""
    version = sqlite3.sqlite_version_info
    fixed = version >= (3, 51, 3) or (
        version[:2] in {(3, 50), (3, 44)} and version[2] >= (7 if version[1] == 50 else 6)
    )
    return fixed and not _on_network_disk(folder)


def _on_network_disk(folder: Path) -> bool:
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    where, kind = "", ""
    for line in mounts.splitlines():
        _, point, fs_type, *_ = line.split(" ")
        if len(point) >= len(where) and folder.absolute().is_relative_to(point):
            where, kind = point, fs_type
    return kind in _NETWORK_DISKS


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file at `path` into an error the user can act on."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise explained(error, path) from error


def explained(error: BaseException, path: Path) -> CrmError:
    """Give the error to show for one of SQLite's (or SQLAlchemy's around one of SQLite's)."""
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, UnicodeDecodeError):  # SQLite quotes damaged bytes in its message
        return CrmError("damaged-database", path=path)
    extended = getattr(cause, "sqlite_errorcode", None) or 0
    code = extended & 0xFF
    said = str(cause)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return Busy("busy", path=path)
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return BadConfiguration("cannot-open", path=path, reason=said)
    if code == sqlite3.SQLITE_FULL or extended == sqlite3.SQLITE_IOERR_WRITE:
        return CrmError("disk-full", path=path, reason=said)
    if code == sqlite3.SQLITE_NOTADB and not _looks_like_sqlite(path):
        return BadConfiguration("foreign-database", path=path)
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB} or any(
        sign in said for sign in _DAMAGE
    ):
        return CrmError("damaged-database", path=path)
    return CrmError("database-error", path=path, reason=said)


def _looks_like_sqlite(path: Path) -> bool:
    """Tell whether a file begins as SQLite's do (sqlite.org/fileformat.html, 1.3)."""
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False
