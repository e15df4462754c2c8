"""Looking at the invented network without leaving the program, and coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm import context
from crm.i18n import _
from crm.settings import Settings

if TYPE_CHECKING:
    from crm.context import Context
    from crm.tui.app import CrmApp


def enter(crm: CrmApp) -> None:
    """Show the invented network of the day, which is made when it is not there yet."""
    from crm.services.demo import demo_settings

    page = crm.page
    if page is None or crm.own is not None:
        return

    def made(settings: Settings) -> None:
        crm.own = crm.context
        _show(crm, context.make(settings)._replace(today=crm.context.today))
        crm.say(_("This network is invented. The palette (ctrl+p) brings you back to your own."))

    def make(own: Context) -> Settings:
        return demo_settings(own.settings, own.today, reset=False)

    page.ask(make, made, group="demo")


def leave(crm: CrmApp) -> None:
    """Show the user's own network again."""
    if crm.own is not None:
        own, crm.own = crm.own, None
        _show(crm, own._replace(today=crm.context.today))
        crm.say(_("This is your own network again."))


def _show(crm: CrmApp, shown: Context) -> None:
    crm.context = shown
    crm.network_changed()
