"""Starts the program on the full screen."""

from __future__ import annotations

from crm.settings import Settings


def run_tui(settings: Settings) -> int:
    """Run the program until the user leaves it, and give the exit code."""
    from crm.tui.app import CrmApp

    app = CrmApp(settings)
    app.run()
    return app.return_code or 0
