"""Who the user is, and the settings that rules depend on."""

from __future__ import annotations

import sqlite3

PROFILE = "SELECT name, pitch, experience_since FROM profile"
TRAITS = "SELECT kind, value FROM profile_trait ORDER BY id"
SETTINGS = "SELECT name, value FROM setting ORDER BY name"


def profile(connection: sqlite3.Connection) -> tuple[str, str, str]:
    """Give the user's name, pitch and "experience since", empty where not said."""
    row: tuple[str, str, str] | None = connection.execute(PROFILE).fetchone()
    return row or ("", "", "")


def traits(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Give the user's roles, skills, interests, offers and needs as (kind, value)."""
    return connection.execute(TRAITS).fetchall()


def settings(connection: sqlite3.Connection) -> dict[str, str]:
    """Give the settings that were set, as text by name."""
    return dict(connection.execute(SETTINGS).fetchall())
