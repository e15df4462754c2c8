"""What a person is sorted by, what counts as a way to reach them, and the kinds of their traits."""

from __future__ import annotations

from collections.abc import Iterable

from crm.domain.text import fold, parts_of, phone_key, structured

TRAITS = {
    "roles": "role", "skills": "skill", "interests": "interest", "offers": "offer",
    "needs": "need", "nicknames": "nickname",
}  # fmt: skip
"""What a person has several of, with the kind of each."""
SHORTEST_PHONE = 3
"""The digits that a telephone number has at least."""


def sort_key(name: str, given_name: str, family_name: str) -> str:
    """Give what a person is sorted by: the family name and the given one, else the name."""
    return fold(f"{family_name} {given_name}") if family_name else fold(name)


def is_email(text: str) -> bool:
    """Tell whether a text can be an e-mail address."""
    return "@" in text and len(text.split()) == 1


def is_phone(text: str) -> bool:
    """Tell whether a text can be a telephone number."""
    return len(phone_key(text).removeprefix("+")) >= SHORTEST_PHONE


def in_one_line(values: Iterable[str]) -> str:
    """Give several values as a line to be edited, which `values_of` takes apart again.

    Commas stand between them, unless a value has one itself; then semicolons do.
    """
    said = list(values)
    if not any(set(value) & {",", ";", "\\"} for value in said):
        return ", ".join(said)
    line = "; ".join(structured([value]) for value in said)
    return line if len(said) > 1 else f"{line};"


def values_of(line: str) -> list[str]:
    """Give the values that a line holds, blanks around them and empty ones left out."""
    parts = parts_of(line) if ";" in line else line.split(",")
    return [part.strip() for part in parts if part.strip()]
