"""The goals by rank, what each one lacks, and who could help."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from crm.context import Context
from crm.domain.text import screen
from crm.i18n import N_, _, active
from crm.services import gaps, goals
from crm.services import roles as roles_of
from crm.services.gaps import Effort
from crm.services.goals import GoalCard, GoalEdit, Ranked
from crm.tui.dialogs import goal_forms
from crm.tui.dialogs.choose import Choice, Choose
from crm.tui.dialogs.find_person import FindPerson
from crm.tui.dialogs.write_line import WriteLine
from crm.tui.page import Page
from crm.tui.widgets.detail import Detail
from crm.tui.widgets.goal_board import GoalBoard
from crm.tui.widgets.goal_rows import About, Person, Role, rows
from crm.wording import goals as wording
from crm.wording import words

OF_GOAL = {"rank", "progress", "next", "link", "want", "edit", "close", "open"}


class Goals(Page):
    """Three columns of goals, and beside them or in their place all about one."""

    section = "goals"
    DEFAULT_CSS = """
    Goals #warning { height: auto; padding: 0 1; color: $warning; text-style: bold; }
    Goals #sides { layout: horizontal; height: 1fr; }
    Goals #about { display: none; width: 1fr; }
    Goals.-wide #about { display: block; width: 40%; max-width: 68; }
    Goals.-reading #about { display: block; }
    Goals.-reading GoalBoard { display: none; }
    Goals.-wide.-reading GoalBoard { display: block; }
    Goals.-tall #sides { layout: vertical; }
    Goals.-tall #about { display: block; width: 1fr; border-top: solid $border; }
    Goals.-tall GoalBoard { display: block; }
    Goals.-tall.-wide #sides { layout: horizontal; }
    Goals.-tall.-wide #about { width: 40%; border: none; }
    Goals.-narrow GoalBoard { layout: vertical; overflow-y: auto; scrollbar-size-vertical: 1; }
    Goals.-narrow Column { height: auto; overflow: hidden; }
    Goals #empty { padding: 1 2; height: auto; }
    Goals .hidden { display: none; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (40, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("back"), id="goals.back"),
        Binding("a", "add", N_("add"), id="goals.add"),
        Binding("plus", "progress", N_("progress"), id="goals.progress", key_display="+"),
        Binding("n", "next", N_("next step"), id="goals.next"),
        Binding("k", "link", N_("connect"), id="goals.link"),
        Binding("x", "close", N_("close"), id="goals.close"),
        Binding("enter", "open", N_("see more"), id="goals.open", priority=True),
        Binding("less_than_sign", "rank(-1)", N_("rank higher"), id="goals.higher",
                key_display="<", show=False),
        Binding("greater_than_sign", "rank(1)", N_("rank lower"), id="goals.lower",
                key_display=">", show=False),
        Binding("w", "want", N_("wanted role"), id="goals.want", show=False),
        Binding("e", "edit", N_("edit"), id="goals.edit", show=False),
        Binding("minus", "unlink", N_("take the link away"), id="goals.unlink", key_display="-",
                show=False),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[GoalCard] = []
        self._effort: Effort | None = None
        self._about_id: int | None = None

    def body(self) -> ComposeResult:
        """Give the board and the detail."""
        yield Static(id="warning", classes="hidden")
        yield Static(id="empty", classes="hidden")
        with Container(id="sides"):
            yield GoalBoard()
            yield Detail(id="about")

    @property
    def _board(self) -> GoalBoard:
        return self.query_one(GoalBoard)

    @property
    def _detail(self) -> Detail:
        return self.query_one(Detail)

    @property
    def _here(self) -> GoalCard | None:
        return self._board.here

    @property
    def _today(self) -> date:
        return self.crm.context.today

    def look(self) -> None:
        """Ask for the goals and where effort went."""
        self.ask(lambda context: (goals.cards(context), gaps.effort(context)), self._show)

    def _show(self, found: tuple[list[GoalCard], Effort]) -> None:
        self._cards, self._effort = found
        is_empty = not self._cards
        self.query_one("#sides").set_class(is_empty, "hidden")
        self.query_one("#empty").set_class(not is_empty, "hidden")
        warning = wording.neglected(self._effort, active())
        self.query_one("#warning", Static).update(Content(warning))
        self.query_one("#warning").set_class(not warning, "hidden")
        if is_empty:
            self.query_one("#empty", Static).update(_how_to_begin())
        elif not self._detail.has_focus:
            self._board.focus()
        self._board.show(self._cards, self._today)

    def on_goal_board_moved(self, message: GoalBoard.Moved) -> None:
        """Ask for all about the goal under the cursor."""
        message.stop()
        self.refresh_bindings()
        here, effort = self._here, self._effort
        if here is None or effort is None:
            return

        def about(context: Context) -> About:
            (lacks,) = gaps.gaps(context, str(here.goal.id))
            return About(here, lacks, effort, roles_of.namer(context))

        self.ask(about, self._show_about, group="about")

    def _show_about(self, about: About) -> None:
        goal_id = about.card.goal.id
        self._detail.show(rows(about, self._today), anew=goal_id != self._about_id)
        self._about_id = goal_id
        self.refresh_bindings()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show the detail in the place of the board while it has the focus."""
        self.set_class(self._detail.has_focus, "-reading")
        self.refresh_bindings()

    def on_detail_moved(self, message: Detail.Moved) -> None:
        """Offer what can be done with the row under the cursor."""
        message.stop()
        self.refresh_bindings()

    def on_detail_taken(self, message: Detail.Taken) -> None:
        """Open what was clicked."""
        message.stop()
        self.action_open()

    def on_goal_board_taken(self, message: GoalBoard.Taken) -> None:
        """Go to all about the goal that was clicked."""
        message.stop()
        self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what can be done with the goal or row under the cursor."""
        if not self.is_mounted:
            return True
        if action == "back":
            return self._detail.has_focus
        if action == "unlink":
            what = self._row
            return isinstance(what, Role) or (isinstance(what, Person) and what.linked)
        if action in OF_GOAL and self._here is None:
            return False
        if action == "rank":
            return 0 <= self._board.rank_at(int(str(parameters[0]))) < len(goals.RANKS)
        if action == "progress":
            return self._here is not None and self._here.goal.target is not None
        return True

    @property
    def _row(self) -> object:
        """What the row under the cursor of the detail stands for."""
        return self._detail.here if self._detail.has_focus else None

    def action_open(self) -> None:
        """Go to all about the goal; there, open the person, or find one for the role."""
        row = self._row
        if isinstance(row, Person):
            self.crm.open_person(row.id)
        elif isinstance(row, Role):
            self.action_link()
        else:
            self._detail.focus()

    def action_back(self) -> None:
        """Go back to the board."""
        self._board.focus()

    def _said(self, ranked: object) -> None:
        if isinstance(ranked, Ranked):
            self._board.here_id = ranked.card.goal.id
            title, rank = (
                screen(ranked.card.goal.title),
                words.rank(ranked.card.goal.rank, active()),
            )
            form = _("{title}: a {rank} goal.")
            lines = [form.format(title=title, rank=rank), wording.too_many(ranked, active())]
            self.crm.say("\n".join(filter(None, lines)))

    def action_add(self) -> None:
        """Ask for a new goal."""
        rank = self._here.goal.rank if self._here else goals.RANKS[0]
        self.app.push_screen(goal_forms.new(rank), self._said)

    def action_edit(self) -> None:
        """Ask for what is to be changed."""
        if self._here is not None:
            self.app.push_screen(goal_forms.changed(self._here.goal), self._said)

    def action_rank(self, step: int) -> None:
        """Move the goal to the rank beside."""
        if self._here is not None:
            goal_id = str(self._here.goal.id)
            rank = goals.RANKS[self._board.rank_at(step)]
            self.write(
                lambda context: goals.edit(context, goal_id, GoalEdit(rank=rank)), self._said
            )

    def action_progress(self) -> None:
        """Ask where the measure stands."""
        if self._here is None:
            return
        goal = self._here.goal

        def deed(context: Context, line: str) -> GoalCard:
            value, _blank, note = line.strip().partition(" ")
            return goals.progress(context, str(goal.id), value, note)

        def told(card: object) -> None:
            if isinstance(card, GoalCard):
                self.crm.say(f"{screen(goal.title)}: {wording.counted(card.goal, active())}.")

        lead = _("{where}. A number or a step; after it, what brought it there: +1 Ana signed")
        shown = WriteLine(
            goal.title, lead=lead.format(where=wording.counted(goal, active())), deed=deed
        )
        self.app.push_screen(shown, told)

    def action_next(self) -> None:
        """Ask for the next step, its day and with whom."""
        card = self._here
        if card is None:
            return

        def told(done: object) -> None:
            if isinstance(done, GoalCard):
                step = wording.next_step(done.goal, self._today, active())
                self.crm.say(f"→ {step}" if step else _("No next step for now."))

        self.app.push_screen(goal_forms.next_step(card), told)

    def action_link(self) -> None:
        """Link somebody: the one under the cursor who could help, else whoever is named."""
        if self._here is None:
            return
        goal, row = self._here.goal, self._row

        def deed(context: Context, named: str) -> GoalCard:
            return goals.link(context, str(goal.id), [named], [])

        def told(card: object) -> None:
            if isinstance(card, GoalCard):
                self.crm.say(_("Linked to “{title}”.").format(title=screen(goal.title)))

        if isinstance(row, Person) and not row.linked:
            self.write(lambda context: deed(context, str(row.id)), told)
            return
        lead = row.name if isinstance(row, Role) else _("They join the garden by it.")
        self.app.push_screen(FindPerson(_("Who matters for it?"), lead=lead, deed=deed), told)

    def action_want(self) -> None:
        """Ask for a role that the goal needs."""
        if self._here is not None:
            self.app.push_screen(goal_forms.wanted_role(self._here.goal))

    def action_unlink(self) -> None:
        """Take the person or the role under the cursor away from the goal."""
        if self._here is None:
            return
        goal_id, row = str(self._here.goal.id), self._row
        people = [str(row.id)] if isinstance(row, Person) else []
        roles = [row.role] if isinstance(row, Role) else []
        name = screen(row.name) if isinstance(row, Person | Role) else ""
        self.write(
            lambda context: goals.link(context, goal_id, people, roles, off=True),
            lambda _card: self.crm.say(_("No longer linked: {name}.").format(name=name)),
        )

    def action_close(self) -> None:
        """Ask whether the goal was reached, and close it."""
        if self._here is None:
            return
        goal = self._here.goal
        choices = [
            Choice("r", _("It is reached"), False),
            Choice("d", _("I let it go"), True),
            Choice("n", _("Keep it"), None),
        ]

        def chosen(dropped: object) -> None:
            if dropped is not None:
                self.write(
                    lambda context: goals.close(context, str(goal.id), dropped=bool(dropped)),
                    lambda card: self.crm.say(wording.closed(card.goal, active())),
                )

        self.app.push_screen(Choose(screen(goal.title), choices), chosen)


def _how_to_begin() -> Content:
    """Say how a first goal is written."""
    example = _("Three clients who stay, by 31 December: a steady half of my income.")
    return Content("\n\n").join([
        Content.styled(_("What are you after?"), "bold"),
        Content(_("A goal in a sentence, with why, how much and by when, tells the day whom to"
                  " talk to, and shows who is still missing.")),
        Content.styled(f"→ {example}", "italic"),
        Content(_("One primary goal, two secondary and three tertiary ones are what one can serve"
                  " well.")),
        Content.assemble(("a", "bold $accent"), " ", _("writes the first one.")),
    ])  # fmt: skip
