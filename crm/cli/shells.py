"""What each shell sends of a half-typed line, and the form in which it takes suggestions."""

import re
from collections.abc import Callable
from typing import NamedTuple

from crm.domain.text import fold

_LISTING = "63"  # COMP_TYPE, as characters: ? lists, % goes round, * inserts all (bash manual, 5.2)
_ONE_BY_ONE = ("37", "42")
_OPERATORS = ("<", ">")


class Suggestion(NamedTuple):
    """What the word may become, and a note; `number` where several people bear the name."""

    value: str
    note: str = ""
    number: int | None = None


FILES = [Suggestion("", "files")]
"""Asks the shell for the names of files."""


class Asked(NamedTuple):
    """The words before the cursor, and what is typed of the word at the cursor."""

    words: list[str]
    typed: str
    replaced: str = ""
    """What the shell replaces of that word, as it stands on the line (bash)."""
    quote: str = ""
    """The quote that is open at the cursor (bash)."""
    listing: str = ""
    """COMP_TYPE: whether bash inserts or lists."""


def read_bash(request: list[str]) -> Asked:
    """Read COMP_TYPE, the line up to the cursor, and the part of it that readline replaces."""
    listing, line, replaced = request
    words, typed, quote = split(line, escapes={"'": "", '"': '"$`\\'})
    return Asked(words[1:], typed, replaced, quote, listing)


def read_zsh(request: list[str]) -> Asked:
    """Read the words before the cursor and the typed part, which zsh has unquoted."""
    return Asked(request[:-1], request[-1])


def read_fish(request: list[str]) -> Asked:
    """Read the words before the cursor, and the typed part as it stands on the line."""
    before, typed, _ = split(request[-1], escapes={"'": "'\\", '"': '"$\\'})
    return Asked(request[:-1], " ".join([*before, typed]))


def split(line: str, escapes: dict[str, str]) -> tuple[list[str], str, str]:
    """Split a half-typed line: its whole words, the last one, and the quote that is open there.

    `escapes` says what a backslash escapes within each quote.
    """
    words: list[str] = []
    word: str | None = None
    quote = ""
    characters = iter(line)
    for character in characters:
        if character == "\\":
            following = next(characters, "")
            kept = quote and following not in escapes[quote]
            word = (word or "") + ("\\" if kept else "") + following
        elif quote:
            quote, word = ("", word) if character == quote else (quote, (word or "") + character)
        elif character in "'\"":
            quote, word = character, word or ""
        elif character in " \t\n" or character in _OPERATORS:
            words += [part for part in (word, character.strip()) if part is not None and part != ""]
            word = None
        else:
            word = (word or "") + character
    return words, word or "", quote


def write_bash(asked: Asked, suggestions: list[Suggestion]) -> list[str]:
    """Give the lines of COMPREPLY, quoted for where they go.

    Several are offered only with what they share; where that is less than is typed, an empty line
    keeps readline from taking the typed away. Namesakes share their name, and show their numbers.
    """
    if suggestions == FILES or asked.words[-1:] in ([o] for o in _OPERATORS):
        return ["\tfiles"]
    _, typed = _option_and_typed(asked)
    lines: list[str] = []
    for suggestion in suggestions:
        text = _for_bash(asked, typed, suggestion.value)
        if text is None:
            continue
        if suggestion.number is None:
            lines.append(text)
        elif asked.listing in _ONE_BY_ONE:
            lines.append(str(suggestion.number))
        else:
            numbered = f"{text}  [{suggestion.number}] {suggestion.note}".rstrip()
            own = (numbered,) if asked.listing == _LISTING else (text, numbered)
            lines += [line for line in own if line not in lines]
    inserts = asked.listing not in {_LISTING, *_ONE_BY_ONE}
    if inserts and len(lines) > 1 and _shared(lines) < len(asked.replaced):
        lines.append("")
    return lines


def _shared(lines: list[str]) -> int:
    """Give how many characters all lines begin with: those of the first and last in order do."""
    first, last = min(lines), max(lines)
    pairs = zip(first, last, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one != other), len(first))


def _for_bash(asked: Asked, typed: str, value: str) -> str | None:
    """Give a value as it replaces `asked.replaced`, None when that holds but its end."""
    if asked.quote == "'":
        replaced, quoted = asked.replaced.replace("'\\''", "'"), _in_single_quotes
    elif asked.quote:
        replaced, quoted = re.sub(r'\\(["$`\\])', r"\1", asked.replaced), _in_double_quotes
    else:
        replaced, quoted = re.sub(r"\\(.)", r"\1", asked.replaced), _unquoted
    if replaced == typed:
        return quoted(value)
    rest = rest_of(typed, value)
    return None if rest is None else asked.replaced + quoted(rest)


def _unquoted(text: str) -> str:
    return re.sub(r"([^\w./+,:@%=\x80-\U0010ffff-])", r"\\\1", text)


def _in_single_quotes(text: str) -> str:
    return text.replace("'", "'\\''")


def _in_double_quotes(text: str) -> str:
    return re.sub(r'(["$`\\])', r"\\\1", text)


def write_zsh(asked: Asked, suggestions: list[Suggestion]) -> list[str]:
    """Give lines of a value, a tab, and what is shown; zsh quotes the value itself."""
    if suggestions == FILES:
        return ["\tfiles"]
    prefix, _ = _option_and_typed(asked)
    rows = []
    for value, note, number in suggestions:
        if number is None:
            rows.append((value, note))
        else:
            rows.append((str(number), ", ".join(filter(None, (value, note)))))
    width = max([len(value) for value, _ in rows], default=0)
    return [
        f"{prefix}{value}\t{value.ljust(width)}  -- {note}" if note else f"{prefix}{value}\t{value}"
        for value, note in rows
    ]


def write_fish(asked: Asked, suggestions: list[Suggestion]) -> list[str]:
    """Give lines of a value, a tab and a note, each value once.

    Fish quotes the value itself, drops it unless it holds what is typed, accents and all, and
    prefers those in the same case: so all begin with what is typed where one has to.
    """
    if suggestions == FILES:
        return ["\tfiles"]
    prefix, typed = _option_and_typed(asked)
    key = typed.casefold()
    as_they_are = all(key in suggestion.value.casefold() for suggestion in suggestions)
    notes: dict[str, list[str]] = {}
    for value, note, number in suggestions:
        rest = None if as_they_are else rest_of(typed, value)
        text = value if rest is None else typed + rest
        own_name = value if text != value else ""
        marked = "" if number is None else f"[{number}]"
        notes.setdefault(text, []).append(" ".join(filter(None, (own_name, marked, note))))
    return [f"{prefix}{text}\t{', '.join(filter(None, n))}" for text, n in notes.items()]


def _option_and_typed(asked: Asked) -> tuple[str, str]:
    """Give `--option=` or nothing, and what is typed of the value after it."""
    option, equals, value = asked.typed.partition("=")
    return (f"{option}=", value) if equals and option.startswith("--") else ("", asked.typed)


def rest_of(typed: str, name: str) -> str | None:
    """Give what follows in a name on what is typed of it from a word's beginning, else None."""
    key = fold(typed)
    if not key:
        return name
    for start in [place for place in range(len(name)) if place == 0 or name[place - 1] == " "]:
        for end in range(start + 1, len(name) + 1):
            if fold(name[start:end]) == key:
                rest = name[end:]
                return rest.lstrip() if typed[-1].isspace() else rest
    return None


READERS: dict[str, Callable[[list[str]], Asked]] = {
    "bash": read_bash,
    "zsh": read_zsh,
    "fish": read_fish,
}
WRITERS: dict[str, Callable[[Asked, list[Suggestion]], list[str]]] = {
    "bash": write_bash,
    "zsh": write_zsh,
    "fish": write_fish,
}
