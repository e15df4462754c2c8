"""Every error is one line that says what to do next, with its exit code, and changes nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from crm.main import main
from tests.conftest import ROOT, TODAY, Result, environment

FAILED, WRONG, NOTHING, BUSY, CONFIG = 1, 2, 3, 75, 78
HUGE = "99999999999999999999"
UNDECODABLE = os.fsdecode(b"An\xff")

BAD_CALLS: list[tuple[list[str], int, str]] = [
    # what is typed at all
    (["remnd"], WRONG, "Did you mean remind?"),
    (["xyzzy"], WRONG, "no command “xyzzy”. See crm --help"),
    (["remind", "--bugdet", "3"], WRONG, "Did you mean --budget"),
    (["remind", "--xyzzy"], WRONG, "no option --xyzzy. See crm remind --help"),
    (["history", "somebody"], WRONG, "See crm history --help"),
    (["add"], WRONG, "NAME is missing. See crm add --help"),
    (["show"], WRONG, "WHO is missing"),
    (["snooze", "eva"], WRONG, "--until is missing"),
    (["goal", "add", "A title"], WRONG, "--rank is missing"),
    (["goal", "nonsense"], WRONG, "See crm goal --help"),
    (["export"], WRONG, "See crm export --help"),
    (["remind", "--budget"], WRONG, "--budget"),
    (["list", "--lang", "xx"], WRONG, "Choose en or es"),
    (["list", "--lang"], WRONG, "--lang needs a value"),
    (["list", "--db", ""], WRONG, "--db needs a value"),
    # who
    (["show", "nobody"], NOTHING, "There is nobody called “nobody”. Look with crm find"),
    (["show", ""], NOTHING, "nobody called"),
    (["show", "0"], NOTHING, "nobody"),
    (["show", HUGE], NOTHING, "nobody"),
    (["show", "9223372036854775807"], NOTHING, "nobody"),
    (["show", "9223372036854775808"], NOTHING, "nobody"),
    (["show", "ana"], WRONG, "[2] Ana Gil, [1] Ana Ruiz (Agua SL). Say which one"),
    (["find", "nobody"], NOTHING, "Nothing found for “nobody”"),
    (["log", "hello"], WRONG, "With whom? Say it in words"),
    (["log", "--with", "nobody", "hello"], NOTHING, "crm add"),
    (["log", "--with", "ana", "hello"], WRONG, "by its number"),
    (["note", "ana", "x"], WRONG, "by its number"),
    (["delete", "eva", "nobody"], NOTHING, "nobody called “nobody”"),
    (["tag", "eva", "ana", "--add", "x"], WRONG, "fits several people"),
    (["plant"], WRONG, "crm plant WHO…"),
    (["plant", "4"], WRONG, "archived. Take them back first"),
    (["edit", "eva", "--knows", "eva"], WRONG, "name another person"),
    (["add", "Luis", "--knows", "nobody"], NOTHING, "nobody called"),
    (["add", "Luis", "--met-through", "ana"], WRONG, "fits several"),
    (["list", "--goal", "nothing"], NOTHING, "See crm goal list"),
    (["promise", "list", "nobody"], NOTHING, "nobody called"),
    # text
    (["add", ""], WRONG, "name: there is no text"),
    (["add", " \t\n"], WRONG, "name: there is no text"),
    (["add", "A\0na"], WRONG, "name: the text holds a NUL"),
    (["add", "Luis", "--note", "\0"], WRONG, "note: the text holds a NUL"),
    (["add", "Luis", "--role", "\0"], WRONG, "role: the text holds a NUL"),
    (["add", "Luis", "--tag", "a\0"], WRONG, "tag: the text holds a NUL"),
    (["add", UNDECODABLE], WRONG, "name: the text is not valid Unicode"),
    (["show", UNDECODABLE], WRONG, "not valid Unicode"),
    (["find", UNDECODABLE], WRONG, "not valid Unicode"),
    (["log", "--with", "eva", UNDECODABLE], WRONG, "text: the text is not valid Unicode"),
    (["log", "--with", "eva", "a\0b"], WRONG, "text: the text holds a NUL"),
    (["log", "--with", "eva", "--fact", "work: \0"], WRONG, "NUL"),
    (["log", "--with", "eva", "--promise", "\0 by friday"], WRONG, "NUL"),
    (["log", "--with", "eva", "--place", "\0"], WRONG, "place: the text holds a NUL"),
    (["goal", "add", "\0", "--rank", "primary"], WRONG, "title: the text holds a NUL"),
    (["goal", "show", "\0"], WRONG, "NUL"),
    (["profile", "set", "--pitch", "\0"], WRONG, "pitch: the text holds a NUL"),
    (["list", "--tag", "\0"], WRONG, "tag: the text holds a NUL"),
    (["add", "Luis", "--note", "x" * 200_000], WRONG, "note: longer than 100000 characters"),
    (["note", "eva", "x" * 200_000], WRONG, "Shorten it"),
    (["add", "x" * 200_000], WRONG, "name: longer than"),
    (["show", "x" * 200_000], WRONG, "longer than"),
    (["note", "eva", " "], WRONG, "note: there is no text"),
    (["promise", "add", "eva", ""], WRONG, "there is no text"),
    (["add", "Luis", "--email", "luis"], WRONG, "“luis” is no e-mail address"),
    (["add", "Luis", "--phone", "call me"], WRONG, "is no phone number"),
    (["add", "Luis", "--availability", "maybe"], WRONG, "open, limited, unavailable"),
    (["edit", "eva"], WRONG, "Nothing to change"),
    (["edit", "eva", "--remove", "colour: red"], WRONG, "Write KIND: VALUE"),
    (["edit", "eva", "--remove", "tag: absent"], NOTHING, "no tag “absent” to remove"),
    (["tag", "eva"], WRONG, "crm tag WHO… --add TAG"),
    (["tag", "--set", "friends"], WRONG, "Nothing to change"),
    # days
    (["add", "Luis", "--met-on", "foo"], WRONG, "“foo” is no date. Write 2026-03-14"),
    (["add", "Luis", "--met-on", "2025-02-30"], WRONG, "is no date"),
    (["add", "Luis", "--met-on", "2025-07-01"], WRONG, "2025-07-01 is yet to come"),
    (["add", "Luis", "--met-on", "10000-01-01"], WRONG, "outside the years 1 to 9999"),
    (["add", "Luis", "--known-since", "0000-01-01"], WRONG, "outside the years 1 to 9999"),
    (["add", "Luis", "--known-since", "3000y"], WRONG, "outside the years 1 to 9999"),
    (["add", "Luis", "--birthday", "1990-13-01"], WRONG, "Write 1990-03-14, --03-14"),
    (["add", "Luis", "--date", "--05-20"], WRONG, "needs a label"),
    (["add", "Luis", "--date", "party: soon"], WRONG, "is no date"),
    (["edit", "eva", "--known-since", "yesterday"], WRONG, "in touch on 2025-06-01 already"),
    (["log", "--with", "eva", "--on", "someday"], WRONG, "is no date"),
    (["log", "--with", "eva", "--on", "99999999y"], WRONG, "outside the years"),
    (["snooze", "eva", "--until", "99999999y"], WRONG, "outside the years"),
    (["snooze", "eva", "--until", HUGE + "d"], WRONG, "outside the years"),
    (["snooze", "eva", "--until", "2025-06-30"], WRONG, "not to come. Name a later day"),
    (["pause", "--until", "2025-06-01"], WRONG, "not to come"),
    (["pause", "--until", "friday", "--from", "2w"], WRONG, "not to come"),
    (["goal", "add", "X", "--rank", "primary", "--by", "2025-01-01"], WRONG, "not to come"),
    (["goal", "add", "X", "--rank", "primary", "--by", "10000-01-01"], WRONG, "outside the years"),
    (["goal", "next", "clients", "call", "--by", "nonsense"], WRONG, "is no date"),
    (["promise", "add", "eva", "a link", "--by", "99999999y"], WRONG, "outside the years"),
    (["config", "days_off", "2026-12-24 nonsense"], WRONG, "is no date"),
    # rhythms and measures
    (["add", "Luis", "--cadence", "monthly"], WRONG, "is no rhythm. Write 30d, 2w, 3m, 1y or none"),
    (["add", "Luis", "--cadence", "0d"], WRONG, "is no rhythm"),
    (["add", "Luis", "--cadence", "-3d"], WRONG, "is no rhythm"),
    (["add", "Luis", "--cadence", "99999999y"], WRONG, "is no rhythm"),
    (["plant", "eva", "--every", "x"], WRONG, "is no rhythm"),
    (["config", "default_cadence", "none"], WRONG, "is no rhythm"),
    (["config", "budget", "0"], WRONG, "budget: 0 must lie between 1 and"),
    (["config", "budget", HUGE], WRONG, "must lie between"),
    (["config", "budget", "three"], WRONG, "budget: three must lie between"),
    (["config", "leap_day", "02-27"], WRONG, "02-28, 03-01"),
    (["config", "colour"], NOTHING, "no setting “colour”. There are: default_cadence"),
    (["config", "colour", "red"], NOTHING, "no setting “colour”"),
    (["remind", "--budget", "0"], WRONG, "budget: 0 must lie between 1 and"),
    (["remind", "--budget", "x"], WRONG, "The value of --budget does not fit"),
    (["remind", "--budget", HUGE], WRONG, "budget"),
    (["remind", "--days", "0"], WRONG, "days: 0 must lie between"),
    (["remind", "--days", "-1"], WRONG, "days: -1 must lie between"),
    (["log", "--with", "eva", "--depth", "x"], WRONG, "The value of --depth does not fit"),
    (["log", "--with", "eva", "--depth", "4"], WRONG, "depth: 4 must lie between 0 and 3"),
    (["log", "--with", "eva", "--listen", "101"], WRONG, "listen: 101 must lie between 0 and 100"),
    (["log", "--with", "eva", "--minutes", "0"], WRONG, "minutes: 0 must lie between 1 and"),
    (["log", "--with", "eva", "--minutes", HUGE], WRONG, "minutes"),
    (["log", "--with", "eva", "--questions", "-1"], WRONG, "questions: -1 must lie between"),
    (["log", "--with", "eva", "--kind", "telepathy"], WRONG, "reaction, message, email"),
    (["log", "--with", "eva", "--side", "us"], WRONG, "me, them, both"),
    (["log", "--with", "eva", "--by", "us"], WRONG, "me, them"),
    (["log", "--with", "eva", "--talked", "nobody"], WRONG, "they, balanced, me"),
    (["log", "--held", "1"], WRONG, "not a plan"),
    (["log", "--held", "99"], NOTHING, "no interaction with the number 99"),
    (["log", "--held", HUGE], NOTHING, "no interaction"),
    (["log", "--held", "x"], WRONG, "The value of --held does not fit"),
    (["goal", "add", "X", "--rank", "first"], WRONG, "primary, secondary, tertiary"),
    (["goal", "add", "Clients", "--rank", "primary"], WRONG, "a goal “Clients” already"),
    (["goal", "add", "X", "--rank", "primary", "--target", "-1"], WRONG, "is no measure"),
    (["goal", "add", "X", "--rank", "primary", "--target", "nan"], WRONG, "is no measure"),
    (["goal", "add", "X", "--rank", "primary", "--target", "inf"], WRONG, "is no measure"),
    (["goal", "add", "X", "--rank", "primary", "--target", "1e999"], WRONG, "is no measure"),
    (["goal", "add", "X", "--rank", "primary", "--target", "some"], WRONG, "--target does not fit"),
    (["goal", "add", "X", "--rank", "primary", "--start", "-2"], WRONG, "start: “-2” is no"),
    (["goal", "add", "X", "--rank", "primary", "--target", "3", "--start", "3"], WRONG,
     "starts at its target"),
    (["goal", "progress", "clients", "many"], WRONG, "value: “many” is no measure"),
    (["goal", "progress", "clients", "nan"], WRONG, "is no measure"),
    (["goal", "progress", "clients", "+1e999"], WRONG, "is no measure"),
    (["goal", "progress", "clients", "--", "-5"], WRONG, "is no measure"),
    (["goal", "progress", "nothing", "1"], NOTHING, "no goal “nothing”"),
    (["goal", "show", "cl"], WRONG, "fits several goals"),
    (["goal", "show", HUGE], NOTHING, "no goal"),
    (["goal", "close", "closed"], WRONG, "closed already"),
    (["goal", "link", "clients"], WRONG, "Nothing to change"),
    (["promise", "done", "99"], NOTHING, "no promise with the number 99"),
    (["promise", "done", HUGE], NOTHING, "no promise"),
    (["promise", "done", "x"], WRONG, "ID does not fit"),
    (["promise", "done", "2"], WRONG, "was kept on 2025-06-30 already"),
    (["pause", "--off"], NOTHING, "There is no break to end"),
    (["profile", "set"], WRONG, "Nothing to change"),
    (["list", "--limit", "0"], WRONG, "--limit does not fit"),
    (["list", "--limit", HUGE], WRONG, "--limit does not fit"),
    (["find", "eva", "--limit", HUGE], WRONG, "--limit does not fit"),
    (["history", "--limit", "0"], WRONG, "--limit does not fit"),
    (["history", "--limit", HUGE], WRONG, "--limit does not fit"),
    (["demo", "xyzzy"], WRONG, "no command “xyzzy”"),
    (["demo", "show", "nobody at all"], NOTHING, "nobody"),
]  # fmt: skip


def dump(path: Path) -> list[str]:
    """Give all that a database holds, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a database with people, a plan, goals and promises, to be copied."""
    folder = tmp_path_factory.mktemp("template")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        patch.setenv("CRM_DB", str(folder / "crm.db"))
        patch.setenv("CRM_TODAY", TODAY.isoformat())
        patch.setenv("CRM_LANG", "en")
        for command in (
            ["add", "Ana Ruiz", "--org", "Agua SL", "--cadence", "1m"],
            ["add", "Ana Gil"],
            ["add", "Eva Soler", "--cadence", "1m", "--tag", "friends"],
            ["add", "Old Tom"],
            ["archive", "4"],
            ["log", "--with", "eva", "--on", "2025-06-01", "--kind", "call", "hello"],
            ["goal", "add", "Clients", "--rank", "primary", "--target", "5"],
            ["goal", "add", "Classes", "--rank", "secondary"],
            ["goal", "add", "Closed", "--rank", "secondary"],
            ["goal", "close", "closed"],
            ["promise", "add", "eva", "a link by friday"],
            ["promise", "add", "eva", "a book"],
            ["promise", "done", "2"],
        ):
            assert main(command) == 0, command
        yield folder / "crm.db"


@pytest.fixture
def database(home: Path, template: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the template, for the program to use."""
    path = home / "crm.db"
    shutil.copy(template, path)
    path.chmod(0o600)
    monkeypatch.setenv("CRM_DB", str(path))
    return path


def one_line(result: Result, code: int, fragment: str) -> None:
    assert result.code == code, result
    assert result.out == ""
    assert result.err.startswith("crm: "), result.err
    assert result.err.count("\n") == 1, result.err
    assert result.err.endswith("\n")
    assert len(result.err) < 600
    assert "Traceback" not in result.err
    assert fragment in result.err


@pytest.mark.parametrize(
    ("arguments", "code", "fragment"),
    [pytest.param(*row, id=ascii(" ".join(row[0]))[1:50]) for row in BAD_CALLS],
)
def test_a_bad_call(
    crm: Callable[..., Result], database: Path, arguments: list[str], code: int, fragment: str
) -> None:
    before = dump(database)
    one_line(crm(*arguments), code, fragment)
    assert dump(database) == before


def test_with_json_an_error_is_the_same_line(crm: Callable[..., Result], database: Path) -> None:
    for arguments in (["show", "ana"], ["find", "nobody"], ["log", "x"], ["remind", "--days=0"]):
        plain, as_json = crm(*arguments), crm(*arguments, "--json")
        assert as_json == plain


def test_errors_are_told_in_spanish(crm: Callable[..., Result], database: Path) -> None:
    for arguments, code, _fragment in BAD_CALLS[::3]:
        said = crm("--lang", "es", *arguments)
        if "--lang" not in arguments:
            assert said.code == code
            assert said.out == ""
            assert said.err.count("\n") == 1


# What the program is pointed at.


def test_the_variables_are_checked(
    crm: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    for name, value, fragment in (
        ("CRM_TODAY", "foo", "CRM_TODAY is “foo”: write it as 2026-03-14"),
        ("CRM_TODAY", "2025-02-29", "CRM_TODAY"),
        ("CRM_TODAY", "10000-01-01", "CRM_TODAY"),
        ("CRM_LANG", "xx", "Choose en or es"),
        ("CRM_DB", str(home / "absent.db"), "A first crm add --db PATH makes it"),
        ("HOME", "", "Set HOME"),
    ):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            one_line(crm("list"), CONFIG, fragment)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("today", ["0001-01-01", "0001-03-01", "9999-12-31", "9999-06-01"])
def test_a_clock_at_the_ends_of_the_calendar(
    crm: Callable[..., Result], database: Path, monkeypatch: pytest.MonkeyPatch, today: str
) -> None:
    monkeypatch.setenv("CRM_TODAY", today)
    for arguments in (
        ["remind"], ["remind", "--all", "--days", "60"], ["show", "eva"], ["list", "--due"],
        ["add", "Luis", "--cadence", "100y", "--birthday", "--12-31"], ["log", "--with", "luis"],
        ["goal", "list"], ["promise", "list"], ["snooze", "luis", "--until", "1d"],
        ["pause", "--until", "1d"], ["pause", "--off"],
    ):  # fmt: skip
        result = crm(*arguments)
        if result.code != 0:
            assert result.code in {WRONG, NOTHING}, (arguments, result)
            one_line(result, result.code, "crm: ")


@pytest.mark.parametrize(
    ("content", "fragment"),
    [
        (b"language = ", "are not TOML"),
        (b"\xff\xfe", "cannot be read"),
        (b'colour = "red"', "“colour” is not a setting. There are db, language, theme and [keys]"),
        (b"db = 3", "“db” is not a setting"),
        (b'language = "fr"', "Choose en or es"),
        (b"\0", "are not TOML"),
    ],
)
def test_a_broken_settings_file(
    crm: Callable[..., Result], home: Path, monkeypatch: pytest.MonkeyPatch, content: bytes,
    fragment: str,
) -> None:  # fmt: skip
    path = home / "config.toml"
    path.write_bytes(content)
    monkeypatch.setenv("CRM_CONFIG", str(path))
    one_line(crm("list"), CONFIG, fragment)


def test_a_settings_file_that_is_a_folder(
    crm: Callable[..., Result], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRM_CONFIG", str(home))
    one_line(crm("list"), CONFIG, "cannot be read")


READ, WRITE, UNDO = ["list"], ["add", "Luis"], ["undo"]


@pytest.mark.parametrize("arguments", [READ, ["remind"], WRITE, UNDO], ids=lambda a: a[0])
@pytest.mark.parametrize(
    ("wrong", "code", "fragment"),
    [
        ("folder", CONFIG, "cannot be opened"),
        ("text", CONFIG, "is not a database of crm"),
        ("short text", CONFIG, "is not a database of crm"),
        ("empty", CONFIG, "is an empty file. Delete it"),
        ("foreign", CONFIG, "is not a database of crm"),
        ("newer", CONFIG, "was written by a newer crm. Update crm"),
        ("truncated", FAILED, "is damaged"),
    ],
)
def test_a_database_that_is_none(
    crm: Callable[..., Result], template: Path, home: Path, arguments: list[str], wrong: str,
    code: int, fragment: str,
) -> None:  # fmt: skip
    path = make_wrong(wrong, template, home / "wrong.db")
    before = path.is_file() and path.read_bytes()
    one_line(crm(*arguments, "--db", str(path)), code, fragment)
    assert before == (path.is_file() and path.read_bytes())
    assert [entry.name for entry in home.iterdir()] == [path.name]


def make_wrong(wrong: str, template: Path, path: Path) -> Path:
    if wrong == "folder":
        path.mkdir()
    elif wrong in {"text", "short text", "empty"}:
        size = {"text": 20_000, "short text": 30, "empty": 0}[wrong]
        path.write_text("Dear diary, today I met Ana. " * 1_000)
        os.truncate(path, size)
    elif wrong == "foreign":
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE contact (id INTEGER PRIMARY KEY)")
    elif wrong == "newer":
        shutil.copy(template, path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA user_version=9999")
    else:
        shutil.copy(template, path)
        os.truncate(path, path.stat().st_size // 2 - 100)
    return path


def test_a_database_that_is_not_there(crm: Callable[..., Result], home: Path) -> None:
    path = home / "new" / "folder" / "crm.db"
    for command in (READ, ["show", "ana"], ["remind"], ["find", "ana"], ["goal", "list"]):
        one_line(crm(*command, "--db", str(path)), CONFIG, "There is no database at")
    assert not path.parent.exists()
    assert crm("list").code == 0  # the default path reads as an empty network
    assert crm("add", "Ana", "--db", str(path)).code == 0
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert crm("list", "--db", str(path)).code == 0


def test_a_place_where_no_database_can_be(crm: Callable[..., Result], home: Path) -> None:
    (home / "file").write_text("x")
    one_line(crm("add", "Ana", "--db", str(home / "file" / "crm.db")), CONFIG, "")
    one_line(crm("add", "Ana", "--db", str(home / ("x" * 300))), CONFIG, "")
    one_line(crm("add", "Ana", "--db", "a\0b"), CONFIG, "is no path")
    one_line(crm("list", "--db", "~nobody-of-that-name/crm.db"), CONFIG, "is no path")


def test_a_locked_database(
    process: Callable[..., Result], database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(database)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        running = [
            subprocess.Popen(
                [sys.executable, "-m", "crm", *arguments],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
            )
            for arguments in (WRITE, UNDO, ["remind"])
        ]  # fmt: skip
        for one in running:
            out, err = one.communicate(timeout=20)
            if one is running[-1] and one.returncode == 0:
                continue  # with write-ahead logging a reader is not locked out
            one_line(Result(one.returncode, out, err), BUSY, "Try again in a moment")
        other.execute("ROLLBACK")
    assert dump(database) == before


@pytest.fixture
def as_nobody() -> Iterator[tuple[list[str], Path]]:
    """Give what runs a command as a user whom permissions bind, and a folder open to that user."""
    setpriv = shutil.which("setpriv")
    with tempfile.TemporaryDirectory(prefix="crm-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        if os.geteuid() != 0:
            yield [], folder
            return
        prefix = [setpriv or "", "--reuid=65534", "--regid=65534", "--clear-groups", "--"]
        imports = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import crm.main, typer, os;"
        probe = [*prefix, sys.executable, "-c", f"{imports} os.listdir({name!r})"]
        if not setpriv or subprocess.run(probe, capture_output=True, check=False).returncode:
            pytest.skip("run by root, and no other user can run the program")
        yield prefix, folder


def run_as(prefix: list[str], *arguments: str, **variables: str) -> Result:
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "crm", *arguments],
        capture_output=True, text=True, check=False, cwd=ROOT, timeout=60,
        env={**environment(), **variables},
    )  # fmt: skip
    return Result(done.returncode, done.stdout, done.stderr)


def test_a_folder_without_write_permission(
    database: Path, as_nobody: tuple[list[str], Path]
) -> None:
    prefix, folder = as_nobody
    path = folder / "crm.db"
    shutil.copy(database, path)
    before = dump(path)
    path.chmod(0o444)
    folder.chmod(0o555)
    own = {"HOME": str(folder)}
    try:
        for arguments, name in ((WRITE, "crm.db"), (UNDO, "crm.db"), (WRITE, "new/crm.db")):
            failed = run_as(prefix, *arguments, "--db", str(folder / name), **own)
            one_line(failed, CONFIG, str(folder / name))
        shown = run_as(prefix, "remind", "--all", "--db", str(path), **own)
        assert (shown.code, shown.err) == (0, "")
        assert dump(path) == before
        assert [entry.name for entry in folder.iterdir()] == ["crm.db"]
    finally:
        folder.chmod(0o755)


def test_a_file_that_another_user_keeps_closed(
    database: Path, as_nobody: tuple[list[str], Path]
) -> None:
    prefix, folder = as_nobody
    closed = folder / "crm.db"
    shutil.copy(database, closed)
    closed.chmod(0o000)
    own = {"HOME": str(folder)}
    one_line(run_as(prefix, "list", "--db", str(closed), **own), CONFIG, "Check its permissions")
    settings = {**own, "CRM_CONFIG": str(closed)}
    one_line(run_as(prefix, "list", **settings), CONFIG, "cannot be read (Permission denied)")


# What the output goes to.


def in_shell(line: str, **variables: str) -> Result:
    done = subprocess.run(
        ["sh", "-c", line], capture_output=True, text=True, check=False, cwd=ROOT, timeout=60,
        env={**environment(), **variables, "CRM": f"{sys.executable} -m crm"},
    )  # fmt: skip
    return Result(done.returncode, done.stdout, done.stderr)


def test_a_reader_that_goes_away(crm: Callable[..., Result], database: Path) -> None:
    for letter in "xyz":
        assert crm("add", letter * 50_000).code == 0  # more than a pipe holds
    shown = in_shell("{ $CRM list --json; echo ended $? >&2; } | head -n 1")
    assert shown == Result(0, "[\n", "ended 0\n")


def test_outputs_that_are_closed_or_full(database: Path) -> None:
    assert in_shell("$CRM list >&-") == Result(0, "", "")
    one_line(in_shell("$CRM list >/dev/full"), FAILED, "Send it elsewhere")
    one_line(in_shell("$CRM list --lang es >/dev/full"), FAILED, "")
    assert in_shell("$CRM list >/dev/full 2>/dev/full") == Result(FAILED, "", "")
    assert in_shell("$CRM show nobody 2>&-").code == NOTHING
    assert in_shell("$CRM show nobody 2>/dev/full").code == NOTHING
    # What was asked for is done, even if nobody hears of it.
    assert in_shell("$CRM add Luis >&- 2>&- <&-").code == 0
    assert in_shell("$CRM add Marta 2>/dev/full").code == 0
    assert in_shell("$CRM list").out.count("Luis") == 1


def test_an_input_that_is_closed_or_no_text(database: Path) -> None:
    assert in_shell("$CRM delete luis <&-").code == NOTHING
    assert in_shell("$CRM plant <&-").code == WRONG
    one_line(in_shell("printf '\\377' | $CRM log --with eva -"), WRONG, "not valid Unicode")
    one_line(in_shell("printf 'a\\0b' | $CRM log --with eva -"), WRONG, "NUL")
    assert in_shell("printf 'Café' | $CRM log --with eva -").code == 0
    assert "Café" in in_shell("$CRM show eva").out
