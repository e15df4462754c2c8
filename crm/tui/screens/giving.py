"""Help given and received: a journal, ideas of what to give, referrals, and how one asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import Binding, BindingType

from crm.i18n import N_
from crm.tui.giving import Noting
from crm.tui.screens.asks import AsksView
from crm.tui.screens.ideas import IdeasView
from crm.tui.screens.journal import JournalView, ReferralsView
from crm.tui.screens.views import Views
from crm.tui.widgets.sides import Sides


class Giving(Views, Noting):
    """The journal of help, ideas, referrals, and how much of being in touch is asking."""

    section = "giving"
    titles = (N_("Journal"), N_("Five-minute ideas"), N_("Referrals"), N_("How you ask"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "note('gave')", N_("gave"), id="giving.gave"),
        Binding("r", "note('got')", N_("got"), id="giving.got"),
        Binding("a", "note_ask", N_("asked for"), id="giving.asked"),
    ]

    def views(self) -> Sequence[Sides[Any]]:
        """Give the four views."""
        return (
            JournalView(id="journal"),
            IdeasView(id="ideas"),
            ReferralsView(id="referrals"),
            AsksView(id="asks"),
        )

    def action_note(self, direction: str) -> None:
        """Ask what one gave or got, and note it."""
        self.note_given(direction)

    def action_note_ask(self) -> None:
        """Ask what one asks for, and note it."""
        self.note_ask()
