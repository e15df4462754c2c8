"""A stream of vCards cut at each END:VCARD, in memory that no card and no line can exhaust."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from crm.formats.text_file import TextFile

LONGEST_CARD = 1 << 20
LONGEST_VALUE = 1 << 16
"""The bytes of a property's value beyond which it is left out."""
LARGEST_BINARY = 1 << 15
"""The same for a picture, a sound or a key inside the card."""
BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
LEFT_OUT = "CRM-LEFT-OUT"
"""What stands in place of a property that was left out, with its name as a parameter."""

_CHUNK = 1 << 18
_BEGIN = b"\nBEGIN:VCARD\n"
_END = b"\nEND:VCARD\n"
_ANY_END = re.compile(rb"\nEND[ \t]*:[ \t]*VCARD[ \t]*\n", re.IGNORECASE)
_NEXT_PROPERTY = re.compile(rb"\n(?![ \t])")
_NAME = re.compile(rb"(?:[\w-]+\.)?([A-Za-z0-9-]{1,80})[^:\n]{0,1000}")
_MOST_RETURNS = 16
_MOST_LINES = 100_000
"""More lines than a card can have that is too long only by a few of its values."""
_LONGEST_NAME = 200
_MARK = f"{LEFT_OUT};".encode()


class Region(NamedTuple):
    """What stands up to an END:VCARD, or the end of the file when not `ended`: one card, mostly.

    `text` has LF alone as its line end and begins with one; `line` is the number of the line
    after that. `too_long` when more than LONGEST_CARD stood there; the text is only its rest.
    """

    line: int
    text: bytes
    ended: bool
    too_long: bool = False


def regions(file: TextFile) -> Iterator[Region]:
    """Give the regions of a file in order; together they are all of it."""
    rest, searched, line, gone = b"\n", 0, 1, 0
    too_long = False
    for chunk in _chunks(file):
        buffer = rest + chunk
        start, at, plain = 0, searched, True
        while True:
            end = buffer.find(_END, at) if plain else -1
            # The line break behind the END is the first byte of the next region.
            after = end + len(_END) - 1
            if end < 0:
                plain = False
                end, after = _other_end(buffer, at)
                if end < 0:
                    break
            text = buffer[start:end]
            yield Region(line, text, True, too_long)
            line += text.count(b"\n") + 1 + gone
            start = at = after
            gone, too_long = 0, False
        rest = buffer[start:]
        if len(rest) > LONGEST_CARD and (cut := rest.rfind(_BEGIN)) > 0:
            # Cards without an END: the last of them may be whole yet.
            yield Region(line, rest[:cut], False, too_long)
            line += rest.count(b"\n", 0, cut) + gone
            rest, gone, too_long = rest[cut:], 0, False
        if len(rest) > LONGEST_CARD:
            lines = rest.count(b"\n")
            if lines <= _MOST_LINES:
                rest = _slim(rest)
            if len(rest) > LONGEST_CARD:
                rest, too_long = rest[max(rest.rfind(b"\n"), len(rest) - LONGEST_VALUE) :], True
            gone += lines - rest.count(b"\n")
        searched = max(rest.rfind(b"\n"), 0)
    if rest.strip() or too_long:
        yield Region(line, rest.rstrip(b"\n"), False, too_long)


def marked(line: str) -> str:
    """Give a content line, or a mark in its place when its value is too long to be kept."""
    if len(line) <= LARGEST_BINARY:
        return line
    head = line[:_LONGEST_NAME].removeprefix(f"{LEFT_OUT};").partition(":")[0]
    name = head.removeprefix("TYPE=").partition(";")[0].rpartition(".")[2].upper()
    if len(line) <= LONGEST_VALUE and name not in BINARY:
        return line
    return f"{LEFT_OUT};TYPE={name}:"


def _other_end(buffer: bytes, at: int) -> tuple[int, int]:
    """Give where an END that is written in another way begins and ends, (-1, -1) for none."""
    match = _ANY_END.search(buffer, at)
    return (match.start(), match.end() - 1) if match else (-1, -1)


def _chunks(file: TextFile) -> Iterator[bytes]:
    """Give the file as ASCII-compatible bytes with LF alone as the line end, one at its end."""
    held = b""
    for data in _raw(file):
        data = held + data
        # A return at the end may be half of a line end, unless it is one of a great many.
        bare = data.rstrip(b"\r")
        held = data[len(bare) :] if len(data) - len(bare) <= _MOST_RETURNS else b""
        yield _with_line_feeds(bare if held else data)
    yield _with_line_feeds(held + b"\n")


def _raw(file: TextFile) -> Iterator[bytes]:
    if file.encoding.startswith("utf-16"):
        while text := file.stream.read(_CHUNK):
            yield text.encode("utf-8", "replace")
        return
    stream: BinaryIO = file.stream.buffer
    first = stream.read(_CHUNK).removeprefix(b"\xef\xbb\xbf")
    while first:
        yield first
        first = stream.read(_CHUNK)


def _with_line_feeds(data: bytes) -> bytes:
    if b"\r" not in data:
        return data
    # CR CR LF comes of a file that went through a text-mode copy twice.
    return data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _slim(text: bytes) -> bytes:
    """Give an unfinished card without the values that are too long, and marks in their place.

    The last line may go on in what is yet to be read: its mark takes that up.
    """
    kept: list[bytes] = []
    whole: list[bytes] = []
    quoted = False
    for part in _NEXT_PROPERTY.split(text):
        if quoted and whole[-1].endswith(b"="):
            whole.append(part)
            continue
        kept += _bounded(whole)
        whole = [part]
        quoted = b"QUOTED-PRINTABLE" in part[:1000].partition(b":")[0].upper()
    kept += _bounded(whole)
    return b"\n".join(kept)


def _bounded(parts: list[bytes]) -> list[bytes]:
    size = sum(map(len, parts))
    if size <= LARGEST_BINARY:
        return parts
    match = _NAME.match(parts[0].removeprefix(_MARK))
    name = match[1].decode().upper() if match else "?"
    if size <= LONGEST_VALUE and name not in BINARY:
        return parts
    quoted = ";QUOTED-PRINTABLE" if match and b"QUOTED-PRINTABLE" in match[0].upper() else ""
    # Of a broken quoted-printable line the soft break is kept, so that the rest still follows it.
    end = b"=" if quoted and parts[-1].endswith(b"=") else b""
    return [_MARK + f"{name}{quoted}:".encode() + end]
