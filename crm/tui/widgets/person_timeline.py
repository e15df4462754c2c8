"""What passed with a person, the latest first, looked up as one scrolls."""

from __future__ import annotations

from crm.context import Context
from crm.i18n import _, active
from crm.services.timeline import Moment, timeline
from crm.tui.widgets.entries import Entry
from crm.tui.widgets.person_tab import PersonTab, kind_word
from crm.wording import deeds
from crm.wording.dates import short
from crm.wording.person import happening

WINDOW = 100


class PersonTimeline(PersonTab):
    """Interactions with day, kind, side, who else was there, and the words."""

    def __init__(self) -> None:
        super().__init__()
        self._moments: list[Moment] = []
        self._is_whole = False
        self._is_asking = False

    def look(self) -> None:
        """Ask for what was shown so far, once more."""
        self._ask_for(max(WINDOW, len(self._moments)), 0)

    def on_entries_near_end(self) -> None:
        """Ask for what came before."""
        if not self._is_whole and not self._is_asking:
            self._ask_for(WINDOW, len(self._moments))

    def _ask_for(self, limit: int, offset: int) -> None:
        person = self.person
        self._is_asking = True

        def came(moments: list[Moment]) -> None:
            self._is_asking = False
            self._is_whole = len(moments) < limit
            self._moments = self._moments[:offset] + moments
            self._show()

        def call(context: Context) -> list[Moment]:
            return timeline(context, person, limit, offset)

        self.ask(call, came, group="timeline")

    def _show(self) -> None:
        if not self._moments:
            self.show([kind_word(_("Nothing is logged yet. l logs the first contact."))])
            return
        self.show([_entry(self, moment) for moment in self._moments])

    def chosen(self, about: tuple[int, bool]) -> None:
        """Ask what is to be done with an interaction."""
        from crm.services import afterwards, conversations
        from crm.tui.dialogs.choose import Choice, Choose

        number, planned = about
        today = self.crm.context.today
        choices = [Choice("x", _("Take it out: it never took place"), "drop")]
        if planned:
            choices.insert(0, Choice("y", _("It took place: log it"), "hold"))

        def answered(value: object) -> None:
            if value == "hold":
                self.write(
                    lambda context: conversations.hold(context, number),
                    lambda held: self.crm.say(deeds.logged(held, today, active())),
                )
            elif value == "drop":
                self.write(
                    lambda context: afterwards.drop(context, number),
                    lambda _names: self.crm.say(_("Taken out; u brings it back.")),
                )

        words = self.here.text if self.here else ""
        self.app.push_screen(Choose(_("On the timeline"), choices, words), answered)


def _entry(tab: PersonTimeline, moment: Moment) -> Entry:
    one, tr = moment.happening, active()
    kind, rest = happening(one, moment.others, tr)
    day = short(one.day, tab.crm.context.today, tr)
    return Entry(kind + rest, day, strong=len(kind), about=(one.id, one.planned))
