"""The card of the one under the cursor: who, why today, what to say, and the keys to do it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from crm.domain.text import screen
from crm.i18n import _, active
from crm.services.agenda import Line, Question
from crm.wording.day import question as in_words
from crm.wording.reasons import reason

if TYPE_CHECKING:
    from crm.services.brief import Brief
    from crm.services.reach import Reach

WAYS = {"whatsapp": "w", "mail": "m", "call": "c", "linkedin": "i", "map": "o"}
COPY = "v"


class Card(Static):
    """A name, the reasons, the opener, and the ways to act."""

    DEFAULT_CSS = """
    Card { height: auto; border: round $primary; padding: 0 1; margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[Content] = []

    def show_line(self, line: Line, today: date) -> None:
        """Show a line of the day; the ways to act come with `show_ways`."""
        tr = active()
        name = screen(line.name) if line.name else _("Your next step")
        parts = [Content.styled(name, "bold")]
        for why in line.reasons:
            parts.append(Content(reason(why.code, why.params, line.day, tr)))
            summary = screen(str(why.params.get("summary") or ""))
            if summary:
                parts.append(Content.styled(_("“{text}”").format(text=summary), "italic"))
        self._parts = parts
        self._shown(screen(line.opener) if line.opener else "")

    def show_question(self, question: Question, today: date) -> None:
        """Show what is asked."""
        self._parts = [Content(in_words(question, today, active()))]
        self._shown("")

    def show_ways(self, brief: Brief, reach: Reach) -> None:
        """Add who they are, what to say and the keys that reach them."""
        person = brief.person
        about = " · ".join(filter(None, (person.title, person.organisation, person.place)))
        if about and self._parts:
            self._parts.insert(1, Content.styled(screen(about), "$foreground-muted"))
        self._shown(screen(reach.opener.text) if reach.opener else "", ways(reach))

    def _shown(self, opener: str, keys: list[tuple[str, str]] | None = None) -> None:
        lines = list(self._parts)
        if opener:
            lines += [Content(""), Content.styled(f"→ {opener}", "$accent")]
        if keys:
            parts: list[Content | tuple[str, str] | str] = []
            for key, words in keys:
                parts += [(key, "$accent bold"), f" {words}   "]
            lines += [Content(""), Content.assemble(*parts)]
        self.update(Content("\n").join(lines))


def ways(reach: Reach) -> list[tuple[str, str]]:
    """Give the keys that reach somebody, each with its words."""
    keys = [(key, _channel(way)) for way, key in WAYS.items() if way in reach.ways]
    return [*keys, (COPY, _("copy"))] if any(reach.pieces.values()) else keys


def _channel(code: str) -> str:
    return {
        "whatsapp": _("WhatsApp"), "mail": _("mail"), "call": _("call"),
        "linkedin": _("LinkedIn"), "map": _("map"),
    }[code]  # fmt: skip
