"""What was given, received and asked for, the latest first; and referrals that are not over."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from crm.context import Context
from crm.domain.text import screen
from crm.i18n import N_, _, active
from crm.services import giving
from crm.services.giving import Entry
from crm.tui.dialogs.write_line import WriteLine
from crm.tui.giving import Noting
from crm.tui.widgets.sides import Sides
from crm.wording import giving as wording
from crm.wording.dates import ago, month

MOST = 500


class JournalView(Sides[Entry], Noting):
    """All of it in one line of time, by months."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "thanked", N_("thanked"), id="journal.thanked"),
        Binding("o", "outcome", N_("what came of it"), id="journal.outcome"),
        Binding("k", "told", N_("they know it"), id="journal.told"),
    ]

    def look(self) -> None:
        """Ask for what was given, received and asked for."""
        empty = Content.assemble(
            (_("Nothing noted yet."), "bold"), "\n\n",
            _("g notes what you gave, r what you received, a what you ask for. → has ideas for"
              " five minutes."),
        )  # fmt: skip
        self.ask(
            lambda context: giving.timeline(context, MOST), lambda found: self.show(found, empty)
        )

    def about(self, entry: Entry) -> object:
        """Tell entries by what they are and their numbers."""
        return entry.given and entry.given.id, entry.ask and entry.ask.id

    def group(self, entry: Entry) -> str:
        """Give the month."""
        name = month(entry.day.month, active())
        return f"{name[0].upper()}{name[1:]} {entry.day.year}"

    def line(self, entry: Entry) -> Content:
        """Give who it was and which way it went, and below it what it was."""
        way, text = _way_and_text(entry)
        return Content.assemble(
            (f" {screen(entry.name)}", "bold"), (f" · {way}", "$foreground-muted"),
            (f"\n   {text}", "$foreground-muted"),
        )  # fmt: skip

    def whole(self, entry: Entry) -> Content:
        """Give it in full, and how it went on."""
        tr, today = active(), self.crm.context.today
        way, text = _way_and_text(entry)
        when = ago(entry.day, today, tr)
        lines = [
            Content.styled(screen(entry.name), "bold"),
            Content.styled(f"{way} · {when}", "$foreground-muted"),
            Content(""),
            Content(text),
        ]
        if entry.given is not None:
            step = giving.step_of(entry.given, today)
            if became := wording.became(entry.given, step, today, tr):
                lines += [Content(""), Content(became)]
        elif entry.ask is not None and entry.ask.outcome:
            lines += [Content(""), Content(wording.came(entry.ask, tr))]
        return Content("\n").join(lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow to thank and to tell for what was received, and an outcome of anything."""
        here = self.here
        given = here.given if here else None
        is_got = given is not None and given.direction == "got"
        if action == "thanked":
            return is_got and given is not None and given.thanked_on is None
        if action == "told":
            return is_got and given is not None and given.reported_on is None
        if action == "outcome":
            return here is not None
        return super().check_action(action, parameters)

    def action_thanked(self) -> None:
        """Note that the user said thank you."""
        if self.here is not None and self.here.given is not None:
            self.note_thanks(self.here.given)

    def action_told(self) -> None:
        """Note that they know how it went."""
        if self.here is not None and self.here.given is not None:
            self.note_told(self.here.given)

    def action_outcome(self) -> None:
        """Ask what came of it."""
        here = self.here
        if here is None:
            return
        if here.given is not None:
            self.note_outcome(here.given)
        elif here.ask is not None:
            number = here.ask.id

            def deed(context: Context, words: str) -> object:
                return giving.came(context, number, words)

            dialog = WriteLine(
                _("What came of it?"), lead=here.ask.text, value=here.ask.outcome, deed=deed
            )
            self.app.push_screen(dialog)

    def open(self, entry: Entry) -> None:
        """Open the page of the person."""
        self.crm.open_person(entry.contact_id)


class ReferralsView(JournalView):
    """The referrals to the user that still want something: thanks, or word of how it went."""

    def look(self) -> None:
        """Ask for the referrals that still want something."""
        empty = Content.assemble(
            (_("No referral waits for a word from you."), "bold"), "\n\n",
            _("When somebody sends you a client, r notes it; it stands here until you said thank"
              " you and told how it went."),
        )  # fmt: skip
        self.ask(giving.unfinished, lambda found: self.show(found, empty))

    def group(self, entry: Entry) -> str:
        """Give what it still wants."""
        step = entry.given and giving.step_of(entry.given, self.crm.context.today)
        words = wording.step(str(step), active()) if step else ""
        return words[:1].upper() + words[1:]


def _way_and_text(entry: Entry) -> tuple[str, str]:
    """Give which way something went, and what it was."""
    tr = active()
    if entry.ask is not None:
        return _("you asked"), wording.asked_for(entry.ask, tr)
    if entry.given is None:
        return "", ""
    text = wording.what(entry.given, tr)
    if entry.given.introduced:
        return _("you introduced them"), text
    return (_("you gave") if entry.given.direction == "gave" else _("you received")), text
