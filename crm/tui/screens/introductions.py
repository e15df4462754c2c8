"""Introductions by how far they have come, each with its stages and what may follow."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from crm.context import Context
from crm.domain.cells import broken
from crm.domain.introductions import Move, Side, State
from crm.domain.text import screen
from crm.i18n import N_, _, active
from crm.services import intro_drafts, introductions
from crm.services.intro_drafts import Draft
from crm.services.introductions import Card
from crm.tui.dialogs.choose import Choice, Choose
from crm.tui.dialogs.drafts import SENT, Drafts
from crm.tui.dialogs.write_line import WriteLine
from crm.tui.introducing import Introducing
from crm.tui.widgets.sides import Sides
from crm.wording import introductions as wording
from crm.wording.words import listed

_ORDER = list(State)
_MARKS = {"done": "█", "waits": "▒", "open": "░"}
_STYLES = {"done": "", "waits": "bold", "open": "$foreground-muted"}


class IntroductionsView(Sides[Card], Introducing):
    """The introductions, those under way first, each under the heading of its state."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "draft", N_("draft"), id="introductions.draft"),
        Binding("a", "move('asked')", N_("was asked"), id="introductions.asked"),
        Binding("y", "move('accept')", N_("said yes"), id="introductions.accept"),
        Binding("n", "decline", N_("said no"), id="introductions.decline"),
        Binding("m", "move('made')", N_("is made"), id="introductions.made"),
        Binding("t", "move('met')", N_("they met"), id="introductions.met"),
        Binding("o", "outcome", N_("what came of it"), id="introductions.outcome"),
        Binding("p", "propose", N_("new idea"), id="introductions.propose"),
    ]

    def look(self) -> None:
        """Ask for all introductions."""
        self.ask(lambda context: introductions.cards(context, over=True), self._show)

    def _show(self, cards: list[Card]) -> None:
        cards = sorted(cards, key=lambda card: _ORDER.index(card.state))
        empty = Content.assemble(
            (_("No introductions yet."), "bold"), "\n\n",
            _("Two people who should know each other? p notes the idea; then each is asked, one"
              " after the other. → shows whom you could introduce."),
        )  # fmt: skip
        self.show(cards, empty)

    def about(self, entry: Card) -> object:
        """Tell introductions by their numbers."""
        return entry.introduction.id

    def group(self, entry: Card) -> str:
        """Give the heading of the state, with how many stand under it."""
        count = sum(card.state == entry.state for card in self.entries)
        return f"{wording.heading(entry.state, active())} · {count}"

    def summary(self) -> Content:
        """Give how many are at each stage."""
        if not self.entries:
            return Content("")
        parts: list[Content] = []
        for word, count in wording.counted((card.state for card in self.entries), active()):
            style = "$accent bold" if count else "$foreground-muted"
            parts += [Content.styled(" → ", "$foreground-muted")] if parts else []
            parts.append(Content.styled(f"{word} {count}" if count else word, style))
        return Content("").join(parts)

    def line(self, entry: Card) -> Content:
        """Give the two names."""
        found = entry.introduction
        return Content.assemble(
            (f" {screen(found.a_name)}", "bold"), " → ", (screen(found.b_name), "bold")
        )

    def whole(self, entry: Card) -> Content:
        """Give the two, why they should meet, and the stages."""
        tr, found = active(), entry.introduction
        lines = [Content.styled(_names(entry), "bold")]
        lines += [Content(screen(found.why))] if found.why else []
        lines.append(Content(""))
        for stage in wording.track(entry, self.crm.context.today, tr):
            words = "\n  ".join(broken(stage.words, self.room - 2))
            mark = (f"{_MARKS[stage.is_at]} ", "$primary")
            lines.append(Content.assemble(mark, (words, _STYLES[stage.is_at])))
        if found.outcome:
            lines += [Content(""), Content.styled(screen(found.outcome), "italic")]
        if found.archived is not None:
            name = found.a_name if found.archived == found.a_id else found.b_name
            lines += [Content(""), Content(_("{name} is archived").format(name=screen(name)))]
        return Content("\n").join(lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow the moves that may follow, and a draft where there is something to write."""
        here = self.here
        if action in ("move", "decline", "outcome"):
            step = str(parameters[0]) if action == "move" else action
            return (here is not None and Move(step) in here.moves) or self._only_mine(action)
        if action == "draft":
            return here is not None and here.draft is not None
        return super().check_action(action, parameters)

    def _only_mine(self, action: str) -> bool:
        """Tell whether the user may let be what ran out."""
        return action == "decline" and self.here is not None and bool(self.here.may_decline)

    def action_propose(self) -> None:
        """Ask for two people, and note the idea."""
        self.introduce_two()

    def action_move(self, step: str) -> None:
        """Take the one under the cursor a step further, today."""
        if self.here is not None:
            self._move(self.here, Move(step))

    def _move(self, card: Card, step: Move, by: Side | None = None) -> None:
        number = card.introduction.id

        def deed(context: Context) -> Card:
            return introductions.move(context, number, step, by=by and str(by))

        self.write(deed, self._tell)

    def _tell(self, card: Card) -> None:
        found, today = card.introduction, self.crm.context.today
        stands = wording.standing(
            card.state, found.steps, found.a_name, found.b_name, today, active()
        )
        self.crm.say(f"{_names(card)}: {stands}")

    def action_decline(self) -> None:
        """Ask who lets it be, and note it; of the two, the other is never told."""
        card = self.here
        if card is None:
            return
        found = card.introduction
        no, mine = _("{name} says no"), _("I let it be")
        words = {
            Side.A: no.format(name=found.a_name), Side.B: no.format(name=found.b_name),
            Side.ME: mine,
        }  # fmt: skip
        choices = [
            Choice(str(at), words[side], side) for at, side in enumerate(card.may_decline, 1)
        ]

        def chosen(by: object) -> None:
            if isinstance(by, Side):
                self._move(card, Move.DECLINE, by)

        lead = _("It stays between you: nobody else is told who said no.")
        self.app.push_screen(Choose(_names(card), choices, lead), chosen)

    def action_outcome(self) -> None:
        """Ask what came of the one under the cursor, and close it."""
        card = self.here
        if card is None:
            return
        number = card.introduction.id

        def deed(context: Context, words: str) -> Card:
            return introductions.move(context, number, Move.OUTCOME, words=words)

        def told(done: object) -> None:
            if isinstance(done, Card):
                self._tell(done)

        lead = _("What came of it?")
        self.app.push_screen(WriteLine(_names(card), lead=lead, deed=deed), told)

    def action_draft(self) -> None:
        """Show what there is to write."""
        card = self.here
        if card is not None:
            number = card.introduction.id
            self.ask(
                lambda context: intro_drafts.drafts(context, number),
                partial(self._show_drafts, card),
                group="draft",
            )

    def _show_drafts(self, card: Card, drafts: list[Draft]) -> None:
        step = Move.MADE if drafts[0].kind == "introduce" else Move.ASKED

        def done(how: str | None) -> None:
            if how == SENT:
                self._move(card, step)

        self.app.push_screen(Drafts(card.introduction.id, drafts, _names(card)), done)

    def open(self, entry: Card) -> None:
        """Open the page of one of the two."""
        found = entry.introduction
        self.open_one_of([(found.a_id, found.a_name), (found.b_id, found.b_name)])


def _names(card: Card) -> str:
    return listed([card.introduction.a_name, card.introduction.b_name], active())
