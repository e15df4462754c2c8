"""Draws pages of the full screen into docs/screens/: `python -m tests.packaging.screens`."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from crm import settings
from crm.services.demo import demo_settings
from crm.tui.app import CrmApp
from crm.tui.themes import THEMES

FOLDER = Path(__file__).parents[2] / "docs" / "screens"
DAY = "2026-11-23"
SIZE = (110, 32)
PAGES = {"today": ("1",), "person": ("1", "enter"), "goals": ("3",), "garden": ("8",)}


async def draw() -> None:
    """Write a picture of each page in both of the program's themes."""
    with tempfile.TemporaryDirectory() as home:
        own = settings.load({**os.environ, "HOME": home, "CRM_TODAY": DAY}, None, "en")
        assert own.today is not None
        own = demo_settings(own, own.today, reset=False)
        FOLDER.mkdir(exist_ok=True)
        for theme in THEMES:
            for page, keys in PAGES.items():
                app = CrmApp(own)
                app.animation_level = "none"
                async with app.run_test(size=SIZE) as pilot:
                    app.theme = theme.name
                    await settled(app, pilot)
                    for key in keys:
                        await pilot.press(key)
                        await settled(app, pilot)
                    file = FOLDER / f"{page}-{theme.name.removeprefix('crm-')}.svg"
                    file.write_text(drawn(app), encoding="utf-8")


async def settled(app: CrmApp, pilot: Pilot[None]) -> None:
    """Wait until no service is being called and everything is drawn."""
    while True:
        await pilot.pause()
        running = [w for w in app.workers if w.group != "watch" and not w.is_finished]
        if not running:
            break
        await app.workers.wait_for_complete(running)
    await pilot.pause()


def drawn(app: CrmApp) -> str:
    """Give the screen as SVG, in the reader's own font and without numbers of this run."""
    svg = app.export_screenshot(simplify=True)
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", "ui-monospace, Menlo, Consolas, monospace")
    return re.sub(r"terminal-\d+-", "terminal-", svg)


if __name__ == "__main__":
    asyncio.run(draw())
