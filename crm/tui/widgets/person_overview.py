"""The brief of a person, to be read and scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from crm.context import Context
from crm.tui.widgets.brief_view import BriefView
from crm.tui.widgets.person_view import PersonView

if TYPE_CHECKING:
    from crm.services.brief import Brief


class PersonOverview(VerticalScroll, PersonView):
    """What to remember, what to ask, what to offer."""

    DEFAULT_CSS = """
    PersonOverview { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    """

    def compose(self) -> ComposeResult:
        """Give the brief."""
        yield BriefView()

    def look(self) -> None:
        """Ask for the brief."""
        person = str(self.person)

        def call(context: Context) -> Brief:
            from crm.services.brief import brief

            return brief(context, person)

        self.ask(call, self.query_one(BriefView).show)
