"""Roles and pairs of the user's own."""

import sqlite3
from typing import NamedTuple

OWN_ROLES = "SELECT slug, name, area, synonyms FROM own_role ORDER BY slug"
OWN_PAIRS = "SELECT role_a, role_b, strength, why FROM own_pair ORDER BY role_a, role_b"


class OwnRole(NamedTuple):
    """A role that the user added, with what else it is called."""

    slug: str
    name: str
    area: str
    synonyms: tuple[str, ...]


class OwnPair(NamedTuple):
    """How well two roles go together in the user's own judgement, and why if they said so."""

    role_a: str
    role_b: str
    strength: int
    why: str


def own_roles(connection: sqlite3.Connection) -> list[OwnRole]:
    """Give the roles that the user added."""
    return [
        OwnRole(slug, name, area, tuple(word for word in synonyms.split(";") if word))
        for slug, name, area, synonyms in connection.execute(OWN_ROLES)
    ]


def own_pairs(connection: sqlite3.Connection) -> list[OwnPair]:
    """Give the pairs that the user added or judges otherwise."""
    return [OwnPair._make(row) for row in connection.execute(OWN_PAIRS)]
