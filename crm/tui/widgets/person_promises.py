"""What was promised between the user and a person, by both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.context import Context
from crm.i18n import _, active
from crm.tui.acting import Acting
from crm.tui.widgets.entries import Entry
from crm.tui.widgets.person_tab import PersonTab, kind_word, offer, section
from crm.wording import deeds
from crm.wording.dates import ago
from crm.wording.reasons import promise_with_day

if TYPE_CHECKING:
    from crm.store.reads.follow_ups import PromiseLine

OPEN, KEPT = "[ ]", "[x]"


class PersonPromises(PersonTab, Acting):
    """Open promises of both sides, then those that were kept; choosing one keeps it."""

    def look(self) -> None:
        """Ask for all of them."""
        person = str(self.person)

        def call(context: Context) -> list[PromiseLine]:
            from crm.services import follow_ups

            return follow_ups.promises(context, person, done=True)

        self.ask(call, self._show)

    def _show(self, lines: list[PromiseLine]) -> None:
        is_open = [line for line in lines if line.done_on is None]
        mine = [self._entry(line) for line in is_open if line.mine]
        theirs = [self._entry(line) for line in is_open if not line.mine]
        kept = [self._entry(line) for line in lines if line.done_on is not None]
        self.show(
            [
                *([] if lines else [kind_word(_("No promises between you."))]),
                *section(_("You promised"), [*mine, offer(_("a promise of yours"), self.mine)]),
                *section(_("They promised"), [*theirs, offer(_("a promise of theirs"),
                                                             self.theirs)]),
                *section(_("Kept"), kept),
            ]
        )  # fmt: skip

    def _entry(self, line: PromiseLine) -> Entry:
        tr, today = active(), self.crm.context.today
        if line.done_on is None:
            return Entry(promise_with_day(line.text, line.due_on, today, tr), OPEN, about=line.id)
        by = _("you") if line.mine else _("they")
        text = f"{line.text} ({by}, {ago(line.done_on, today, tr)})"
        return Entry(text, KEPT)

    def chosen(self, about: int) -> None:
        """Note that a promise was kept."""

        def call(context: Context) -> PromiseLine:
            from crm.services import follow_ups

            return follow_ups.keep(context, about)

        self.write(call, lambda line: self.crm.say(deeds.kept(line.text, active())))

    def mine(self) -> None:
        """Note a promise of the user."""
        self.promise(self.person, self.person_name)

    def theirs(self) -> None:
        """Note a promise of theirs."""
        self.promise(self.person, self.person_name, mine=False)
