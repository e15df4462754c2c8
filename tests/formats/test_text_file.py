"""Bytes as text: encodings found, and what is no text refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.formats import text_file
from crm.formats.records import FormatError
from crm.formats.text_file import open_text, text_from_bytes

TEXT = "name,city\r\nJosé,Málaga\r\n"


@pytest.mark.parametrize(
    ("data", "encoding", "legacy"),
    [
        (TEXT.encode(), "utf-8", False),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig", False),
        (TEXT.encode("utf-16"), "utf-16", False),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16", False),
        (TEXT.encode("utf-16-le"), "utf-16-le", False),
        (TEXT.encode("utf-16-be"), "utf-16-be", False),
        (TEXT.encode("cp1252"), "cp1252", True),
    ],
)
def test_the_encoding_is_found(data: bytes, encoding: str, legacy: bool) -> None:
    file = text_from_bytes(data)
    assert (file.encoding, file.legacy, file.head) == (encoding, legacy, TEXT)
    assert file.stream.read() == TEXT


def test_a_late_legacy_byte_is_found() -> None:
    file = text_from_bytes(b"a,b\n" * 1_000_000 + b"caf\xe9\n")
    assert file.legacy
    assert file.stream.read().endswith("café\n")


def test_damaged_text_is_read_with_replacements() -> None:
    file = text_from_bytes(b"\xef\xbb\xbfcaf\xe9\n")
    assert (file.legacy, file.stream.read()) == (True, "caf\ufffd\n")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b"\xef\xbb\xbf \r\n", "empty-file"),
        (b"PK\x03\x04rest of a zip", "not-text"),
        (bytes(range(256)) * 10, "not-text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    for read in (lambda: text_from_bytes(data), lambda: open_text(path)):
        with pytest.raises(FormatError) as caught:
            read()
        assert caught.value.code == code


def test_what_is_no_file_is_unreadable(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    reasons = {
        str(tmp_path): "EISDIR",
        str(tmp_path / "none"): "ENOENT",
        str(fifo): "not-a-file",
        "a\0b": "bad-path",
    }
    for path, reason in reasons.items():
        with pytest.raises(FormatError) as caught:
            open_text(path)
        assert (caught.value.code, caught.value.params) == ("unreadable", {"reason": reason})


def test_a_file_beyond_the_bound_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_file, "MAX_BYTES", 10)
    path = tmp_path / "big"
    path.write_bytes(b"x" * 11)
    with pytest.raises(FormatError) as caught:
        open_text(path)
    assert (caught.value.code, caught.value.params) == ("too-large", {"size": 11, "limit": 10})


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_format_error(data: bytes) -> None:
    try:
        file = text_from_bytes(data)
    except FormatError:
        return
    assert file.stream.read()
