"""The professions the program knows: their slugs, names in both languages and synonyms."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from crm.domain.text import fold

_TABLE = Path(__file__).parents[1] / "data" / "roles.tsv"


@cache
def _rows() -> list[list[str]]:
    return [line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:]]


@cache
def _slugs() -> dict[str, str]:
    slugs: dict[str, str] = {}
    for slug, _area, *names in _rows():
        for group in (slug, slug.replace("-", " "), *names):
            for name in group.split(";"):
                for form in _forms(name):
                    slugs.setdefault(fold(form), slug)
    return slugs


def _forms(name: str) -> tuple[str, ...]:
    """Give "Desarrollador/a web" as written and in both genders."""
    if "/a" not in name:
        return (name,)
    return name, name.replace("/a", ""), name.replace("or/a", "ora").replace("o/a", "a")


def recognised(said: str) -> str:
    """Give the slug of the role that is called so, else what was said."""
    return _slugs().get(fold(said), said)


def name_of(role: str, language: str) -> str:
    """Give a role's name in a language; of one that is not known, what the user calls it."""
    column = 3 if language == "es" else 2
    return next((row[column] for row in _rows() if row[0] == role), role)


def words_for(role: str) -> list[str]:
    """Give every word that means a role: its slug, its names and synonyms in both languages."""
    row = next((row for row in _rows() if row[0] == role), None)
    if row is None:
        return [role]
    names = [name for group in row[2:] for name in group.split(";") if name]
    return [role, *(form for name in names for form in _forms(name))]
