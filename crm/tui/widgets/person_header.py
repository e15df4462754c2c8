"""The head of a person's page: who they are, how the relation stands, how they are reached."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from crm.domain.cells import bar, broken, cells, cut
from crm.domain.text import screen
from crm.i18n import _, active
from crm.tui.page import NARROW
from crm.tui.widgets.card import ways
from crm.wording import person as wording

if TYPE_CHECKING:
    from datetime import date

    from crm.services.card import Card
    from crm.services.reach import Reach

_BAR, _GAP = 6, "   "


class PersonHeader(Widget):
    """A few lines on a person, broken anew for each width."""

    DEFAULT_CSS = """
    PersonHeader { height: auto; padding: 0 1; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._card: Card | None = None
        self._today: date | None = None
        self._ways: list[tuple[str, str]] | None = None
        self._dries_in: int | None = None
        self._made: tuple[int, list[Content]] | None = None

    def show(self, card: Card, today: date) -> None:
        """Show a person; what takes longer comes with `show_more`."""
        self._card, self._today, self._made = card, today, None
        self.refresh(layout=True)

    def show_more(self, reach: Reach, dries_in: int | None) -> None:
        """Add the keys that reach them, and when the relation dries."""
        self._ways, self._dries_in, self._made = ways(reach), dries_in, None
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give how many lines there are at a width."""
        return max(1, len(self._lines(width)))

    def render(self) -> Content:
        """Give the lines."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        if self._made is None or self._made[0] != width:
            self._made = width, self._broken(width) if self._card else []
        return self._made[1]

    def _broken(self, width: int) -> list[Content]:
        card, today, tr = self._card, self._today, active()
        assert card is not None
        assert today is not None
        person = card.person
        quiet = "$foreground-muted"
        state = f"[{person.id}]" + (f" [{_('archived')}]" if person.archived else "")
        room = width - cells(state) - 2
        name = cut(screen(person.name), lambda some: cells(some) <= room)
        tags = " ".join(f"#{screen(tag)}" for tag in person.tags)
        about = " · ".join(
            screen(part) for part in (person.title, person.organisation, person.place) if part
        )
        narrow = width < NARROW
        said = wording.rhythm(card, today, tr, with_last=not narrow)
        stands = [wording.relation(card, tr), wording.dries(self._dries_in, tr)]
        lines = [Content.assemble((name, "bold"), (f"  {state}", quiet))]
        if narrow:
            about = cut(about, lambda some: cells(some) <= width)
        parts = [(about, quiet), (tags, "$accent")]
        lines += _flow(
            [Content.styled(line, style) for text, style in parts for line in broken(text, width)],
            width,
        )
        lines += [Content(line) for line in broken(" · ".join(said), width)]
        stood = " · ".join(filter(None, stands))
        lines += [Content.styled(line, "bold") for line in broken(stood, width)]
        if card.band is not None:
            columns = _BAR - 2 * narrow
            terms = (_term(term, columns) for term in wording.terms(card.warmth, tr))
            lines += _flow(terms, width)
        if self._ways is None:
            return [*lines, Content("")]
        keys = [Content.assemble((key, "$accent bold"), f" {words}") for key, words in self._ways]
        return [*lines, *_flow(keys, width)]


def _term(term: wording.Term, columns: int) -> Content:
    return Content.assemble(
        (f"{term.word} ", "$foreground-muted"), (bar(term.percent, columns), "$success")
    )


def _flow(parts: Iterable[Content], width: int) -> list[Content]:
    """Give parts in as many lines as they need, none broken."""
    lines: list[Content] = []
    for part in parts:
        if lines and lines[-1].cell_length + len(_GAP) + part.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], _GAP, part)
        else:
            lines.append(part)
    return lines
