"""Starts the program on the full screen."""

from __future__ import annotations

from crm.settings import Settings


def run_tui(settings: Settings) -> int:
    """Run the program until the user leaves it, and give the exit code.

    What is wrong with the file is raised before the screen is taken.
    """
    from crm import context
    from crm.services.watch import version
    from crm.tui.app import CrmApp

    own = context.make(settings)
    version(own)
    own.store.close()
    app = CrmApp(settings)
    app.run()
    return app.return_code or 0
