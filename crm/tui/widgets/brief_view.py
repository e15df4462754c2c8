"""The brief of a person: what to remember, what to ask, what to offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from crm.i18n import active, language

if TYPE_CHECKING:
    from crm.services.brief import Brief

MOST_LINES = 40


class BriefView(Widget):
    """The rows of a brief, laid out anew for each width."""

    DEFAULT_CSS = """
    BriefView { height: auto; color: $foreground; }
    BriefView > .brief-view--label { color: $text-muted; }
    """
    COMPONENT_CLASSES = {"brief-view--label"}

    def __init__(self) -> None:
        super().__init__()
        self._brief: Brief | None = None

    def show(self, brief: Brief | None) -> None:
        """Show the brief of somebody, or nothing."""
        self._brief = brief
        self.refresh(layout=True)

    def render(self) -> Content:
        """Give the rows, their labels a shade quieter."""
        if self._brief is None:
            return Content("")
        from crm.services.roles import name_of
        from crm.tui.app import CrmApp
        from crm.wording.brief import blocks
        from crm.wording.brief_lines import fitted

        assert isinstance(self.app, CrmApp)
        today, tr = self.app.context.today, active()
        rows = blocks(self._brief, today, tr, lambda role: name_of(role, language()))
        width = max(20, self.size.width or self.container_size.width)
        quiet = self.get_visual_style("brief-view--label")
        content = Content("\n").join(map(Content, fitted(rows, width, MOST_LINES, tr)))
        labels = max(len(row.label) for block in rows for row in block)
        at = 0
        for line in content.plain.split("\n"):
            content = content.stylize(quiet, at, at + min(labels, len(line)))
            at += len(line) + 1
        return content
