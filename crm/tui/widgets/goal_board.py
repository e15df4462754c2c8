"""The goals in three columns by rank, and the cursor on one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from crm.domain.cells import bar, cells, cut
from crm.domain.goals import Rank
from crm.domain.text import screen
from crm.i18n import N_, _, active, ngettext
from crm.services.goals import GoalCard
from crm.wording import goals as wording
from crm.wording import words
from crm.wording.dates import plain

MOST_CELLS = 66
BAR_CELLS = 14
TODAY_MARK = "┃"


def pace_bar(card: GoalCard, columns: int) -> str:
    """Give how far a measured goal is, with a mark where it would be if it kept pace."""
    pace = card.pace
    if pace is None:
        return ""
    shown = bar(pace.progress, columns)
    if pace.elapsed is not None:
        at = min(columns - 1, int(columns * pace.elapsed / 100))
        shown = shown[:at] + TODAY_MARK + shown[at + 1 :]
    return f"{shown} {words.number(round(pace.progress))} %"


def stands(card: GoalCard, today: date) -> list[str]:
    """Give how a goal gets on, and until when: slipping, by 25 June 2027."""
    tr, parts = active(), []
    if card.pace is not None and card.pace.state is not None:
        parts.append(words.pace(str(card.pace.state), tr))
    if card.goal.due_on is not None:
        parts.append(_("by {day}").format(day=plain(card.goal.due_on, today, tr)))
    return parts


class GoalBox(Widget):
    """A goal in a box, laid out for its width."""

    DEFAULT_CSS = """
    GoalBox { height: auto; border: round $border; padding: 0 1; }
    GoalBox.-here { border: heavy $primary; }
    GoalBoard:focus GoalBox.-here { border: heavy $accent; }
    """

    class Clicked(Message):
        """A goal was clicked."""

        def __init__(self, card: GoalCard) -> None:
            super().__init__()
            self.card = card

    def __init__(self, card: GoalCard, today: date) -> None:
        super().__init__()
        self.card, self.today = card, today

    def show(self, card: GoalCard, today: date) -> None:
        """Show a goal."""
        self.card, self.today = card, today
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give how many lines the goal takes at a width."""
        return self._laid_out(width).get_height({}, width)

    def render(self) -> Content:
        """Give the goal in the width there is."""
        return self._laid_out(self.content_size.width)

    def _laid_out(self, columns: int) -> Content:
        goal, tr = self.card.goal, active()
        lines = [Content.styled(_short(goal.title), "bold")]
        if self.card.pace is not None:
            lines.append(Content.styled(pace_bar(self.card, BAR_CELLS), "$primary"))
        people = len(self.card.people)
        facts = [*stands(self.card, self.today), wording.counted(goal, tr)]
        if people:
            facts.append(ngettext("{n} person", "{n} people", people).format(n=people))
        lines += map(Content, _packed(filter(None, facts), columns))
        short = goal._replace(next_action=_short(goal.next_action))
        if step := wording.next_step(short, self.today, tr):
            lines.append(Content.styled(f"→ {step}", "$accent"))
        if self.card.missing:
            lacks = words.listed([words.missing(code, tr) for code in self.card.missing], tr)
            form = _("missing: {lacks}")
            lines.append(Content.styled(form.format(lacks=lacks), "$warning"))
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """Announce the click."""
        event.stop()
        self.post_message(self.Clicked(self.card))


def _packed(facts: Iterable[str], columns: int) -> list[str]:
    """Give facts as lines, as many in each as there is room for."""
    lines: list[str] = []
    for fact in facts:
        joined = f"{lines[-1]} · {fact}" if lines else fact
        if lines and cells(joined) <= columns:
            lines[-1] = joined
        else:
            lines.append(fact)
    return lines


def _short(text: str) -> str:
    return cut(screen(text), lambda some: cells(some) <= MOST_CELLS)


class Column(VerticalScroll, can_focus=False):
    """The goals of a rank under its name."""

    DEFAULT_CSS = """
    Column { width: 1fr; height: 1fr; scrollbar-size-vertical: 1; }
    Column .rank { padding: 0 1; text-style: bold; color: $text-muted; }
    Column .none { padding: 0 1; color: $text-muted; display: none; }
    Column.-empty .none { display: block; }
    """

    def __init__(self, rank: str) -> None:
        super().__init__()
        self.rank = rank
        self.boxes: list[GoalBox] = []

    def compose(self) -> ComposeResult:
        """Give the name of the rank, and what stands there when it has no goals."""
        yield Static(classes="rank")
        yield Static(Content(_("none")), classes="none")

    def show(self, cards: Sequence[GoalCard], here: int | None, today: date) -> None:
        """Show the goals of the rank."""
        name = words.rank(self.rank, active())
        count = f" · {len(cards)}" if cards else ""
        self.query_one(".rank", Static).update(Content(name[0].upper() + name[1:] + count))
        self.set_class(not cards, "-empty")
        self.boxes += [GoalBox(card, today) for card in cards[len(self.boxes) :]]
        self.mount(*(box for box in self.boxes if not box.is_attached))
        for box in self.boxes[len(cards) :]:
            box.remove()
        del self.boxes[len(cards) :]
        for card, box in zip(cards, self.boxes, strict=True):
            box.show(card, today)
            box.set_class(card.goal.id == here, "-here")


class GoalBoard(Container, can_focus=True):
    """Three columns, or one below the other where it is narrow."""

    DEFAULT_CSS = """
    GoalBoard { layout: horizontal; width: 1fr; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", N_("up"), show=False),
        Binding("down", "move(1)", N_("down"), show=False),
        Binding("left", "aside(-1)", N_("left"), show=False),
        Binding("right", "aside(1)", N_("right"), show=False),
    ]

    class Moved(Message):
        """The cursor is on another goal, or on the same one as it is now."""

    class Taken(Message):
        """The goal under the cursor was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._columns = [Column(str(rank)) for rank in Rank]
        self._cards: Sequence[GoalCard] = ()
        self._today = date.min
        self.here_id: int | None = None

    def compose(self) -> ComposeResult:
        """Give the columns."""
        yield from self._columns

    @property
    def here(self) -> GoalCard | None:
        """The goal under the cursor."""
        return next((card for card in self._cards if card.goal.id == self.here_id), None)

    def show(self, cards: Sequence[GoalCard], today: date) -> None:
        """Show goals, in their order; the cursor stays on the one it was on, if it is there."""
        before = [card.goal.id for card in self._cards]
        self._cards, self._today = cards, today
        if self.here is None and cards:
            at = before.index(self.here_id) if self.here_id in before else 0
            self.here_id = cards[min(at, len(cards) - 1)].goal.id
        self._draw()

    def _draw(self) -> None:
        for column in self._columns:
            column.show(self._of(column.rank), self.here_id, self._today)
        self.post_message(self.Moved())
        self.call_after_refresh(self._into_view)

    def _into_view(self) -> None:
        for column in self._columns:
            for box in column.boxes:
                if box.has_class("-here"):
                    box.scroll_visible(animate=False, top=box.size.height > column.size.height)

    def _of(self, rank: str) -> list[GoalCard]:
        return [card for card in self._cards if card.goal.rank == rank]

    def action_move(self, step: int) -> None:
        """Go up or down a column; over its end to the next one where they stand in one row."""
        here = self.here
        if here is None:
            return
        stacked = self.screen.has_class("-narrow")
        among = list(self._cards) if stacked else self._of(here.goal.rank)
        at = among.index(here) + step
        if 0 <= at < len(among):
            self._go(among[at])

    def action_aside(self, step: int) -> None:
        """Go to the nearest goal of the next rank that has goals."""
        here = self.here
        if here is None:
            return
        ranks = [column.rank for column in self._columns]
        row = self._of(here.goal.rank).index(here)
        for rank in ranks[ranks.index(here.goal.rank) + step :: step] if self._can(step) else ():
            if among := self._of(rank):
                self._go(among[min(row, len(among) - 1)])
                return

    def _can(self, step: int) -> bool:
        return self.here is not None and 0 <= self.rank_at(step) < len(self._columns)

    def rank_at(self, step: int) -> int:
        """Give the place of the rank so many steps beside that of the goal under the cursor."""
        ranks = [column.rank for column in self._columns]
        return ranks.index(self.here.goal.rank) + step if self.here else -1

    def _go(self, card: GoalCard) -> None:
        self.here_id = card.goal.id
        self._draw()

    def on_goal_box_clicked(self, message: GoalBox.Clicked) -> None:
        """Put the cursor on the goal that was clicked; a second click takes it."""
        message.stop()
        self.focus()
        if message.card.goal.id == self.here_id:
            self.post_message(self.Taken())
        else:
            self._go(message.card)
