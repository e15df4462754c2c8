"""The program's own colours, dark and light, and which ones the user has chosen."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from textual.theme import Theme

from crm.errors import BadConfiguration
from crm.settings import Settings

DARK = Theme(
    name="crm-dark",
    primary="#7aa89f", secondary="#8ea4c8", accent="#e0b45c", warning="#e0a458",
    error="#d9776b", success="#8fb573", foreground="#d8dad5", background="#16191b",
    surface="#1c2023", panel="#23282b", boost="#2a3033", dark=True,
    variables={"border": "#3b4347", "border-blurred": "#2d3437"},
)  # fmt: skip
LIGHT = Theme(
    name="crm-light",
    primary="#2f6f64", secondary="#3f5f94", accent="#8a5a00", warning="#9a5b00",
    error="#a8322a", success="#3d6b1f", foreground="#23282b", background="#faf9f5",
    surface="#f2f0ea", panel="#e7e4dc", boost="#ddd9cf", dark=False,
    variables={"border": "#b9b4a6", "border-blurred": "#d2cdc0"},
)  # fmt: skip
THEMES = (DARK, LIGHT)


def chosen(settings: Settings, known: Collection[str]) -> str:
    """Give the theme to begin with: the last one chosen, that of config.toml, or the dark one.

    Raises BadConfiguration for a name in config.toml that no theme has.
    """
    if settings.theme and settings.theme not in known:
        raise BadConfiguration("no-theme", name=settings.theme, known=", ".join(sorted(known)))
    path = _path(settings)
    last = path.read_text("utf-8").strip() if path is not None and path.is_file() else ""
    return last if last in known else settings.theme or DARK.name


def remember(settings: Settings, name: str) -> None:
    """Begin with this theme from now on."""
    path = _path(settings)
    if path is None:
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
        file.write(f"{name}\n")


def _path(settings: Settings) -> Path | None:
    return settings.state_folder / "theme" if settings.state_folder else None
