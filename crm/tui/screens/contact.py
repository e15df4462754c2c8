"""The page of a person: who they are, and what to remember before meeting them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from crm.i18n import N_, active
from crm.services.brief import Brief, brief
from crm.tui.page import Page
from crm.tui.widgets.brief_view import BriefView
from crm.wording.brief_lines import heading


class Contact(Page):
    """Everything about one person."""

    section = "people"
    DEFAULT_CSS = """
    Contact #who { height: auto; padding: 1 2; }
    Contact VerticalScroll { padding: 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.pop_screen", N_("back"), id="contact.back"),
    ]

    def __init__(self, contact_id: int) -> None:
        super().__init__()
        self.contact_id = contact_id

    def body(self) -> ComposeResult:
        """Give the heading and the brief."""
        yield Static(id="who")
        with VerticalScroll():
            yield BriefView()

    def look(self) -> None:
        """Ask for what is known."""
        self.ask(lambda context: brief(context, str(self.contact_id)), self._show)

    def _show(self, found: Brief) -> None:
        lines = heading(found, max(20, self.size.width - 4), active())
        name, *rest = lines
        shown = [
            Content.styled(name, "bold"),
            *(Content.styled(r, "$foreground-muted") for r in rest),
        ]
        self.query_one("#who", Static).update(Content("\n").join(shown))
        self.query_one(BriefView).show(found)
