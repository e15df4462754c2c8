"""Mentors and mentees: what was agreed, how topics go, questions, advice and what came of it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from crm.domain.mentors import Phase
from crm.domain.text import screen
from crm.i18n import N_, _, active
from crm.services import guidance, mentor_candidates, mentors
from crm.services.guidance import Looped
from crm.services.mentor_candidates import ForGoal
from crm.services.mentors import Begun, MentorCard
from crm.tui.dialogs import mentor_forms
from crm.tui.dialogs.choose import Choice, Choose
from crm.tui.page import Page
from crm.tui.widgets.detail import Detail
from crm.tui.widgets.mentor_rows import (
    Advice,
    Asked,
    Mentorship,
    Person,
    Suggested,
    Topic,
    View,
    about,
    listed,
    possible,
)
from crm.wording import mentors as wording

TOP = 3
"""How many who could be a mentor are shown for a goal."""
OF_AGREEMENT = {"question", "advice", "result", "level", "phase", "edit", "end"}
ONLY_AGREED = {"phase", "level"}


class Mentors(Page):
    """The mentorships and who could be one, and beside them all about the one under the cursor."""

    section = "mentors"
    DEFAULT_CSS = """
    Mentors #sides { layout: horizontal; height: 1fr; }
    Mentors #list { width: 32; padding: 0 0 0 1; }
    Mentors.-wide #list { width: 42; }
    Mentors #about { width: 1fr; border-left: solid $border; }
    Mentors.-narrow #list { width: 1fr; }
    Mentors.-narrow #about { display: none; border: none; }
    Mentors.-narrow.-reading #about { display: block; }
    Mentors.-narrow.-reading #list { display: none; }
    Mentors #empty { padding: 1 2; height: auto; }
    Mentors .hidden { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("back"), id="mentors.back"),
        Binding("a", "add", N_("add"), id="mentors.add"),
        Binding("n", "question", N_("question"), id="mentors.question"),
        Binding("d", "advice", N_("advice"), id="mentors.advice"),
        Binding("r", "result", N_("result"), id="mentors.result"),
        Binding("v", "level", N_("level"), id="mentors.level"),
        Binding("enter", "open", N_("see more"), id="mentors.open", priority=True),
        Binding("f", "phase", N_("phase"), id="mentors.phase", show=False),
        Binding("e", "edit", N_("agreement"), id="mentors.edit", show=False),
        Binding("x", "end", N_("end the mentorship"), id="mentors.end", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._view = View([], [])
        self._knows_all = False
        self._shown: object = None

    def body(self) -> ComposeResult:
        """Give the list at the left, all about one at the right."""
        yield Static(id="empty", classes="hidden")
        with Container(id="sides"):
            yield Detail(id="list", marks_always=True)
            yield Detail(id="about")

    @property
    def _list(self) -> Detail:
        return self.query_one("#list", Detail)

    @property
    def _about(self) -> Detail:
        return self.query_one("#about", Detail)

    @property
    def _today(self) -> date:
        return self.crm.context.today

    @property
    def _card(self) -> MentorCard | None:
        """The mentorship under the cursor of the list."""
        return self._view.card(self._list.here)

    @property
    def _row(self) -> object:
        """What the row under the cursor of the right side stands for."""
        return self._about.here if self._about.has_focus else None

    def look(self) -> None:
        """Ask for the mentorships, and then for who could be one."""
        self.ask(lambda context: mentors.cards(context, ended=True), self._show)

    def _show(self, cards: list[MentorCard]) -> None:
        self._view = self._view._replace(cards=cards)
        self._show_list()
        self.ask(
            lambda context: mentor_candidates.by_goal(context, TOP), self._show_could, group="could"
        )

    def _show_could(self, could: list[ForGoal]) -> None:
        self._view, self._knows_all = self._view._replace(could=could), True
        self._show_list()

    def _show_list(self) -> None:
        rows = listed(self._view)
        self._list.show(rows, anew=False)
        self.query_one("#sides").set_class(not rows, "hidden")
        is_empty = not rows and self._knows_all
        self.query_one("#empty").set_class(not is_empty, "hidden")
        if is_empty:
            self.query_one("#empty", Static).update(_how_to_begin())
        elif not self._about.has_focus:
            self._list.focus()
        self._show_about()

    def _show_about(self) -> None:
        here, card = self._list.here, self._card
        line = self._view.line(here)
        rows = []
        if card is not None:
            is_candidate = card.mentorship.state == mentor_forms.CANDIDATE
            term_line = self._view.line_of(card) if is_candidate else None
            rows = about(card, term_line, self._today)
        elif line is not None:
            rows = possible(line)
        self._about.show(rows, anew=here != self._shown)
        self._shown = here
        self.refresh_bindings()

    @on(Detail.Moved, "#list")
    def _show_other(self) -> None:
        self._show_about()

    @on(Detail.Taken, "#list")
    def _show_clicked(self) -> None:
        self._show_about()

    @on(Detail.Moved, "#about")
    def _offer_other(self) -> None:
        self.refresh_bindings()

    @on(Detail.Taken, "#about")
    def _open_clicked(self) -> None:
        self.action_open()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show the right side alone while it has the focus, where it is narrow."""
        self.set_class(self._about.has_focus, "-reading")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what can be done with the one under the cursor."""
        if not self.is_mounted:
            return True
        card = self._card
        if action == "back":
            return self._about.has_focus
        if action == "open":
            return self._list.here is not None
        if action in OF_AGREEMENT and (card is None or card.mentorship.state == "ended"):
            return False
        if action == "result" and card is not None:
            return bool(_open_loops(card)) or isinstance(self._row, Advice)
        return True

    def action_back(self) -> None:
        """Go back to the list."""
        self._list.focus()

    def action_open(self) -> None:
        """Go to the right side; there, do what the row under the cursor stands for."""
        row, card = self._row, self._card
        if isinstance(row, Person):
            self.crm.open_person(row.id)
        elif row is None or card is None:
            self._about.focus()
        elif card.mentorship.state == "ended":
            self.crm.open_person(card.mentorship.contact_id)
        elif isinstance(row, Topic):
            self.action_level()
        elif isinstance(row, Asked):
            self._ask_whether_asked(card, row)
        elif isinstance(row, Advice):
            self.action_result()
        elif isinstance(row, Suggested):
            self._follow(card, row)

    def _follow(self, card: MentorCard, row: Suggested) -> None:
        """Do what a mentorship suggests."""
        if row.loop is not None:
            self._ask_result(card, row.loop)
        elif row.code == "redefine":
            self.action_phase()
        else:
            self.app.push_screen(mentor_forms.agree(card, every=row.cadence), self._said)

    def _ask_whether_asked(self, card: MentorCard, row: Asked) -> None:
        who, mentee = mentor_forms.who_of(card)
        choices = [
            Choice("y", _("It was asked"), True),
            Choice("d", _("Asked, and this is the advice"), False),
            Choice("n", _("Not yet"), None),
        ]

        def chosen(only_asked: object) -> None:
            if only_asked:
                self.write(
                    lambda context: guidance.asked(context, who, [row.id], mentee=mentee),
                    lambda _card: self.crm.say(_("Asked: {text}").format(text=screen(row.text))),
                )
            elif only_asked is not None:
                self.action_advice()

        self.app.push_screen(Choose(screen(card.mentorship.name), choices, row.text), chosen)

    def _said(self, done: object) -> None:
        """Say what a change came to."""
        tr = active()
        if isinstance(done, Begun):
            known = done.card.mentorship
            self._list.seek(Mentorship(known.id))
            first = f"{screen(known.name)}: {wording.standing(known.direction, known.state, tr)}."
            self.crm.say("\n".join([first, *wording.begun(done, tr)]))
        elif isinstance(done, Looped):
            noted = _("Noted: {advice}").format(advice=screen(done.guided.advice))
            self.crm.say("\n".join(filter(None, (noted, wording.logged_too(done, tr)))))

    def _topic(self) -> str:
        """Give the topic under the cursor, else the only one there is."""
        row, card = self._row, self._card
        if isinstance(row, Topic):
            return row.name
        if isinstance(row, Asked):
            return row.topic
        return card.topics[0].name if card and len(card.topics) == 1 else ""

    def action_add(self) -> None:
        """Ask for an agreement: with who could be a mentor, else with whoever is named."""
        line, card = self._view.line(self._list.here), self._card
        if card is not None and card.mentorship.state == mentor_forms.CANDIDATE:
            self.app.push_screen(mentor_forms.agree(card), self._said)
        else:
            person = (line.id, line.name) if line else None
            self.app.push_screen(mentor_forms.begin(person), self._said)

    def action_edit(self) -> None:
        """Ask for what is to be changed of the agreement."""
        if self._card is not None:
            self.app.push_screen(mentor_forms.agree(self._card), self._said)

    def action_question(self) -> None:
        """Ask for a question for the next session."""
        if self._card is not None:
            self.app.push_screen(mentor_forms.question(self._card, self._topic()))

    def action_advice(self) -> None:
        """Ask for a piece of advice; it answers the question under the cursor."""
        row = self._row
        asked = (row.id, row.text) if isinstance(row, Asked) else None
        if self._card is not None:
            form = mentor_forms.advice(self._card, self._topic(), asked)
            self.app.push_screen(form, self._said)

    def action_result(self) -> None:
        """Ask what came of the advice under the cursor, else of one that is open."""
        card, row = self._card, self._row
        if card is None:
            return
        loops = _open_loops(card)
        if isinstance(row, Advice):
            self._ask_result(card, row.id)
        elif len(loops) == 1:
            self._ask_result(card, loops[0][0])
        elif loops:
            keys = "123456789"
            choices = [
                Choice(key, text, number) for key, (number, text) in zip(keys, loops, strict=False)
            ]

            def chosen(number: object) -> None:
                if number is not None:
                    self._ask_result(card, int(str(number)))

            self.app.push_screen(Choose(_("What came of which?"), choices), chosen)

    def _ask_result(self, card: MentorCard, number: int) -> None:
        loop = next((each for each in card.guidance if each.id == number), None)
        if loop is not None:
            self.app.push_screen(mentor_forms.result(card, loop), self._said)

    def action_level(self) -> None:
        """Ask how a case of a topic went."""
        if self._card is not None:
            first = self._card.topics[0].name if self._card.topics else ""
            self.app.push_screen(mentor_forms.level(self._card, self._topic() or first))

    def action_phase(self) -> None:
        """Ask for the phase to move to."""
        card = self._card
        if card is None:
            return
        who, mentee = mentor_forms.who_of(card)
        tr, here = active(), card.mentorship.phase
        choices = [
            Choice(str(number), wording.phase(phase, tr), str(phase))
            for number, phase in enumerate(Phase, 1)
        ]

        def chosen(phase: object) -> None:
            if phase is not None:
                self.write(
                    lambda context: mentors.move(context, who, str(phase), mentee=mentee),
                    lambda moved: self.crm.say(wording.in_a_line(moved.mentorship, tr)),
                )

        lead = _("Now: {phase}").format(phase=wording.phase(here, tr))
        self.app.push_screen(Choose(screen(card.mentorship.name), choices, lead), chosen)

    def action_end(self) -> None:
        """End the mentorship; undo brings it back."""
        card = self._card
        if card is None:
            return
        who, mentee = mentor_forms.who_of(card)
        said = _("The mentorship with {name} is over; u brings it back.")
        self.write(
            lambda context: mentors.end(context, who, mentee=mentee),
            lambda ended: self.crm.say(said.format(name=screen(ended.mentorship.name))),
        )


def _open_loops(card: MentorCard) -> list[tuple[int, str]]:
    """Give the advice whose result is not known or not told, with its words."""
    return [(loop.id, screen(loop.advice)) for loop in card.guidance if loop.reported_on is None]


def _how_to_begin() -> Content:
    """Say how to find a first mentor."""
    return Content("\n\n").join([
        Content.styled(_("Who has gone the way that you are going?"), "bold"),
        Content(_("A mentor is somebody to ask, to try what they say, and to tell what came of it."
                  " Goals and the people linked to them show here who could be one.")),
        Content.assemble(("a", "bold $accent"), " ", _("notes one, or somebody whom you mentor.")),
    ])  # fmt: skip
