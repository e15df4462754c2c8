"""How much of getting in touch was asking, of each of those who were asked lately."""

from __future__ import annotations

from textual.content import Content

from crm.domain.text import screen
from crm.i18n import _, active
from crm.services import giving
from crm.services.giving import Balance
from crm.tui.widgets.sides import Sides
from crm.wording import giving as wording


class AsksView(Sides[Balance]):
    """Those who were asked for something in the last twelve months, each in words."""

    def look(self) -> None:
        """Ask how asking stands."""
        empty = Content.assemble(
            (_("You asked nobody for anything in the last twelve months."), "bold"), "\n\n",
            _("a notes what you ask for, and says before whether the moment is good."),
        )  # fmt: skip
        self.ask(
            lambda context: giving.balances(context, None), lambda found: self.show(found, empty)
        )

    def about(self, entry: Balance) -> object:
        """Tell people by who they are."""
        return entry.contact_id

    def group(self, _entry: Balance) -> str:
        """Say of which days it is."""
        return _("The last twelve months")

    def line(self, entry: Balance) -> Content:
        """Give the person, and below it how often one got in touch to ask."""
        tr = active()
        state = wording.balance(str(entry.asking.state), tr)
        return Content.assemble(
            (f" {screen(entry.name)}", "bold"), (f"\n   {state}", "$foreground-muted")
        )

    def whole(self, entry: Balance) -> Content:
        """Give how often it was, whether a silence came before, and whether to ask now."""
        tr, today = active(), self.crm.context.today
        state = wording.balance(str(entry.asking.state), tr)
        counted = wording.of_contacts(entry.asking, tr)
        lines = [
            Content.styled(screen(entry.name), "bold"),
            Content(""),
            Content(state[:1].upper() + state[1:]),
            Content(_("With a request: {counted}").format(counted=counted)),
        ]
        if when := wording.after_silence(entry.asking, today, tr):
            lines.append(Content(_("After a long silence: {when}").format(when=when)))
        return Content("\n").join(
            [*lines, Content(""), Content(wording.moment(entry.before, entry.name, tr))]
        )

    def open(self, entry: Balance) -> None:
        """Open the page of the person."""
        self.crm.open_person(entry.contact_id)
