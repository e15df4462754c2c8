"""A compiled catalogue (.mo) in which each sentence is looked up when it is asked for.

Reading all of them first, as the standard library does, takes 5 ms of each run
(docs/decisions/0010). Source: GNU gettext manual, "The Format of GNU MO Files".
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from struct import unpack_from


class Catalogue:
    """The sentences of a language with two forms, for one and for any other number of things."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self._count, *tables = unpack_from("<3I", self._data, 8)
        lengths_and_starts = f"<{2 * self._count}I"
        self._originals, self._translations = (
            unpack_from(lengths_and_starts, self._data, table) for table in tables
        )
        self._forms = cache(self._looked_up)

    def gettext(self, message: str) -> str:
        """Give the translation of `message`, itself where there is none."""
        forms = self._forms(message)
        return forms[0] if forms else message

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Give the translation for `n` things."""
        forms = self._forms(singular) or (singular, plural)
        return forms[0 if n == 1 else 1]

    def _looked_up(self, message: str) -> Sequence[str]:
        wanted = message.encode()
        place = bisect_left(range(self._count), wanted, key=self._original)
        if place == self._count or self._original(place) != wanted:
            return ()
        return self._text(self._translations, place).decode().split("\0")

    def _original(self, place: int) -> bytes:
        return self._text(self._originals, place).partition(b"\0")[0]

    def _text(self, table: Sequence[int], place: int) -> bytes:
        length, start = table[2 * place : 2 * place + 2]
        return self._data[start : start + length]
