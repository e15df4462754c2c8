"""The user's files: read as text, and written whole or not at all, for their eyes only."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from crm.errors import CrmError, ReaderGone, WrongUsage
from crm.store.new_file import appear

if TYPE_CHECKING:
    from crm.formats.text_file import TextFile

STANDARD = "-"


@contextmanager
def opened(source: str) -> Iterator[TextFile]:
    """Give the file `source`, "-" standard input, as text.

    Raises CrmError with the codes of FormatError, those of its readers too, or "file-not-found".
    """
    from crm.formats.records import FormatError
    from crm.formats.text_file import MAX_BYTES, open_text, text_from_bytes

    try:
        if source == STANDARD:
            file = text_from_bytes(sys.stdin.buffer.read(MAX_BYTES + 1))
        else:
            file = open_text(source)
        with file.stream:
            yield file
    except FormatError as error:
        missing = error.code == "unreadable" and error.params.get("reason") == "ENOENT"
        code = "file-not-found" if missing else error.code
        raise CrmError(code, **{**error.params, "path": source}) from error
    except OSError as error:
        raise CrmError("unreadable", path=source, reason=error.strerror) from error


@contextmanager
def written(target: str, *, force: bool) -> Iterator[TextIO]:
    """Give a text stream (UTF-8, newlines as they are) for the file `target`, "-" standard output.

    The file is 0600 and appears only when the block ends well. Raises WrongUsage "file-exists"
    unless `force`, CrmError "system" or "disk-full" when it cannot be written.
    """
    if target == STANDARD:
        yield from _standard_output()
        return
    if "\0" in target:
        raise WrongUsage("nul-in-text", field="file")
    path = Path(os.path.realpath(target))
    _check(path, target, force)
    draft = path.with_name(f".crm-{os.urandom(8).hex()}.tmp")
    with _reported(target):
        handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with _reported(target), open(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        with _reported(target):
            _appear(draft, path, target, force)
    finally:
        draft.unlink(missing_ok=True)


def _standard_output() -> Iterator[TextIO]:
    stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    try:
        yield stream
        stream.flush()
    except BrokenPipeError as error:
        raise ReaderGone from error
    finally:
        with suppress(OSError):  # after a broken pipe there is still something to flush
            stream.detach()


def _check(path: Path, target: str, force: bool) -> None:
    with _reported(target):
        if not os.path.lexists(path):
            return
        if not stat.S_ISREG(path.stat().st_mode):
            raise CrmError("system", path=target, reason=os.strerror(errno.EISDIR))
    if not force:
        raise WrongUsage("file-exists", path=target)


def _appear(draft: Path, path: Path, target: str, force: bool) -> None:
    if force:
        draft.replace(path)
    else:
        try:
            appear(draft, path)
        except FileExistsError:
            raise WrongUsage("file-exists", path=target) from None
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextmanager
def _reported(target: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        reason = error.strerror or str(error)
        raise CrmError("disk-full" if full else "system", path=target, reason=reason) from error
