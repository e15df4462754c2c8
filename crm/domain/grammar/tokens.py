"""A line cut into words and signs, each with what the tables say of it."""

from __future__ import annotations

from typing import Any, NamedTuple
from unicodedata import category

from crm.domain.grammar import lexicon
from crm.domain.text import fold

_ENDINGS = ("'ll", "'s", "'d", "'re", "'ve", "'m")
_BETWEEN_ANY = "'’._&"
_BETWEEN_DIGITS = "/:,"
_STRONG = frozenset(".!?;:|·–—→…")
_TITLES = frozenset({"dr", "dra", "sr", "sra", "mr", "mrs", "ms", "prof"})
_AROUND = frozenset("\"'“”«»‘’`*_[]{}")
_KEPT_SIGNS = frozenset("\n()")


class Token(NamedTuple):
    """A word or a sign: as typed, folded, and where it stands in the text."""

    text: str
    key: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a sign."""
        return self.text[0].isalnum() or self.text[0] in "#@'’"

    @property
    def is_tag(self) -> bool:
        """Whether it is a tag: # and a word that begins with a letter."""
        return len(self.text) > 1 and self.text[0] == "#" and self.text[1].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


class Mark(NamedTuple):
    """What the tables say of the words from a token on: a value, and where the words end."""

    value: Any
    end: int


class Line:
    """A text as tokens, each with its longest phrase of every category."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = cut(text)
        self._keys = [token.key for token in self.tokens]
        self._marks = [self._at(i) for i in range(len(self.tokens))]

    def __len__(self) -> int:
        return len(self.tokens)

    def mark(self, i: int, kind: str) -> Mark | None:
        """Give what a category has on the words from token `i` on."""
        return self._marks[i].get(kind) if 0 <= i < len(self._marks) else None

    def has(self, i: int, *kinds: str) -> bool:
        """Tell whether one of the categories has a phrase that begins at token `i`."""
        return 0 <= i < len(self._marks) and not self._marks[i].keys().isdisjoint(kinds)

    def is_sign(self, i: int) -> bool:
        """Tell whether the token at `i` is a sign that means nothing."""
        return not self._marks[i] and not self.tokens[i].is_word

    def blank(self, i: int) -> bool:
        """Tell whether no table knows the word at `i`."""
        return not self._marks[i]

    def key(self, i: int) -> str:
        """Give the folded word at `i`, nothing beyond the ends."""
        return self._keys[i] if 0 <= i < len(self._keys) else ""

    def strong(self, i: int) -> bool:
        """Tell whether a sentence ends at token `i`, or the text."""
        if not 0 <= i < len(self.tokens):
            return True
        token = self.tokens[i]
        return token.text in _STRONG or token.text in ("\n", "-")

    def weak(self, i: int) -> bool:
        """Tell whether a part of a sentence may end at token `i`."""
        return self.strong(i) or self.key(i) in (",", "(", ")") or self.has(i, "weak")

    def slice(self, start: int, end: int) -> str:
        """Give the text from one token to another as typed, without the signs and tags around."""
        while start < end and not self.tokens[start].is_word:
            start += 1
        while end > start and (
            self.tokens[end - 1].is_tag
            or (not self.tokens[end - 1].is_word and not self._kept(end))
        ):
            end -= 1
        if start == end:
            return ""
        return " ".join(self.text[self.tokens[start].start : self.tokens[end - 1].end].split())

    def _kept(self, end: int) -> bool:
        return self.tokens[end - 1].text in ")%+€$" and self.tokens[end - 2].is_word

    def _at(self, i: int) -> dict[str, Mark]:
        marks: dict[str, Mark] = {}
        for phrase in lexicon().get(self._keys[i], ()):
            if phrase.category in marks:
                continue
            words = phrase.words
            end = i + len(words)
            if len(words) == 1 or tuple(self._keys[i:end]) == words:
                marks[phrase.category] = Mark(phrase.value, end)
        return marks


def cut(text: str) -> list[Token]:
    """Give the words and signs of a text; a line's end is a sign, other blanks are none."""
    found: list[Token] = []
    i = 0
    while i < len(text):
        char = text[i]
        if _begins_word(text, i):
            found += _words(text, i, _word_end(text, i + 1))
            i = found[-1].end
            continue
        if char in _KEPT_SIGNS:
            found.append(Token(char, char, i, i + 1))
        elif not (char.isspace() or char in _AROUND or (char == "-" and not _is_dash(text, i))):
            found.append(Token(char, fold(char), i, i + 1))
        i += 1
    return found


def _is_dash(text: str, i: int) -> bool:
    return _is_alone(text, i) and text[i + 1 : i + 2].isspace()


def _words(text: str, start: int, end: int) -> list[Token]:
    """Give a word as one token, or as two: I'll, she's; a title takes its point."""
    key = fold(text[start:end]).replace("’", "'")
    if key in _TITLES and text[end : end + 1] == ".":
        return [Token(text[start : end + 1], f"{key}.", start, end + 1)]
    for ending in _ENDINGS:
        middle = end - len(ending)
        if key.endswith(ending) and middle > start and text[middle] in "'’":
            return [
                Token(text[start:middle], key[: -len(ending)], start, middle),
                Token(text[middle:end], ending, middle, end),
            ]
    return [Token(text[start:end], key, start, end)]


def _begins_word(text: str, i: int) -> bool:
    if text[i].isalnum():
        return True
    after = text[i + 1 : i + 2]
    return text[i] in "#@" and after.isalnum() and (i == 0 or not text[i - 1].isalnum())


def _word_end(text: str, end: int) -> int:
    while end < len(text):
        char = text[end]
        if not (char.isalnum() or _joins(text, end) or _is_mark(char)):
            break
        end += 1
    if text[end : end + 1] == "." and text[end - 1].isupper() and _is_alone(text, end - 1):
        return end + 1
    return end


def _joins(text: str, i: int) -> bool:
    before, char, after = text[i - 1], text[i], text[i + 1 : i + 2]
    if not (before.isalnum() and after.isalnum()):
        return False
    if char == "-":
        return before.isdigit() == after.isdigit()
    digits = before.isdigit() and after.isdigit()
    return char in _BETWEEN_ANY or (digits and char in _BETWEEN_DIGITS)


def _is_alone(text: str, i: int) -> bool:
    return i == 0 or text[i - 1].isspace()


def _is_mark(char: str) -> bool:
    return not char.isascii() and category(char)[0] == "M"
