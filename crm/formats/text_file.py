"""A file's bytes as text: its encoding found, its size and kind bounded."""

from __future__ import annotations

import codecs
import errno
import io
import os
import stat
from typing import BinaryIO, NamedTuple, TextIO

from crm.formats.records import FormatError

MAX_BYTES = 200_000_000
_HEAD_BYTES = 65_536
_CHUNK_BYTES = 1 << 20


class TextFile(NamedTuple):
    """Text ready to be read from its start, to be closed by whoever asked for it.

    Line ends are left as they are, which is what the csv module needs. `legacy` says that the
    bytes were not what their marks promise and were read as cp1252 or with replacements, so that
    accents may be wrong.
    """

    stream: TextIO
    head: str
    encoding: str
    legacy: bool


def open_text(path: str | os.PathLike[str]) -> TextFile:
    """Open the regular file at `path` as text.

    Raises FormatError: unreadable (reason: an errno name or not-a-file), too-large, empty-file,
    not-text.
    """
    try:
        raw = open(path, "rb", opener=_open_without_waiting)  # noqa: SIM115
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, "unknown")
        raise FormatError("unreadable", reason=reason) from error
    except ValueError as error:  # a NUL in the path
        raise FormatError("unreadable", reason="bad-path") from error
    try:
        status = os.fstat(raw.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise FormatError("unreadable", reason="not-a-file")
        return _as_text(raw, status.st_size)
    except OSError as error:
        raw.close()
        reason = errno.errorcode.get(error.errno or 0, "unknown")
        raise FormatError("unreadable", reason=reason) from error
    except FormatError:
        raw.close()
        raise


def text_from_bytes(data: bytes) -> TextFile:
    """Give bytes, such as standard input or an attachment, as text; errors as `open_text`."""
    return _as_text(io.BytesIO(data), len(data))


def _open_without_waiting(path: str, flags: int) -> int:
    # Without O_NONBLOCK opening a FIFO waits for a writer that may never come.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _as_text(raw: BinaryIO, size: int) -> TextFile:
    if size > MAX_BYTES:
        raise FormatError("too-large", size=size, limit=MAX_BYTES)
    start = raw.read(_HEAD_BYTES)
    if not start:
        raise FormatError("empty-file")
    encoding = _encoding_by_marks(start)
    errors = "strict"
    if not _decodes(raw, encoding):
        encoding, errors = ("cp1252" if encoding == "utf-8" else encoding), "replace"
    head = codecs.getincrementaldecoder(encoding)(errors).decode(start)
    if not head.strip() and size <= _HEAD_BYTES:
        raise FormatError("empty-file")
    if "\0" in head:
        raise FormatError("not-text", kind="binary")
    raw.seek(0)
    stream = io.TextIOWrapper(raw, encoding=encoding, errors=errors, newline="")
    return TextFile(stream, head, encoding, errors == "replace")


def _encoding_by_marks(start: bytes) -> str:
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if start.startswith(b"PK\x03\x04"):
        raise FormatError("not-text", kind="zip")
    if b"\0" not in start:
        return "utf-8"
    even, odd = start[::2].count(0), start[1::2].count(0)
    pairs = len(start) // 2
    if odd > 0.4 * pairs and even == 0:
        return "utf-16-le"
    if even > 0.4 * pairs and odd == 0:
        return "utf-16-be"
    raise FormatError("not-text", kind="binary")


def _decodes(raw: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    raw.seek(0)
    try:
        while chunk := raw.read(_CHUNK_BYTES):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
