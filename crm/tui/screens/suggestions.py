"""Whom to introduce to whom: pairs whose work goes together, who do not know each other."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from crm.domain.text import screen
from crm.i18n import N_, _, active, language
from crm.services.suggestions import Suggestion, suggestions
from crm.tui.dialogs.find_person import FindPerson
from crm.tui.introducing import Introducing
from crm.tui.widgets.bars import bars
from crm.tui.widgets.sides import Sides
from crm.wording import introductions as wording
from crm.wording.matches import named_factors
from crm.wording.words import listed

TOP = 20


class SuggestionsView(Sides[Suggestion], Introducing):
    """Pairs worth introducing, of all or of somebody; looking for them may take a moment."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "propose", N_("note the idea"), id="suggestions.propose"),
        Binding("w", "whose", N_("for somebody"), id="suggestions.whose"),
        Binding("m", "all", N_("for everybody"), id="suggestions.all"),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._whose: str | None = None

    def look(self) -> None:
        """Ask for the best pairs, and say so where there is nothing to see meanwhile."""
        whose = self._whose
        if not self.entries:
            words = _("Looking for people who should know each other…")
            self.show((), Content.styled(words, "$foreground-muted"))
        self.ask(lambda context: suggestions(context, whose, TOP, language()), self._show)

    def _show(self, found: list[Suggestion]) -> None:
        empty = Content.assemble(
            (_("Nobody to introduce yet."), "bold"), "\n\n",
            _("Note what people do and need, and those who go together stand here."),
        )  # fmt: skip
        self.show(found, empty)

    def about(self, entry: Suggestion) -> object:
        """Tell pairs by who they are."""
        return entry.a_id, entry.b_id

    def line(self, entry: Suggestion) -> Content:
        """Give the score and the two names, and below them what they do."""
        return Content.assemble(
            (f"{entry.score:>4.0f} ", "$foreground-muted"),
            (screen(entry.a_name), "bold"), " + ", (screen(entry.b_name), "bold"),
            (f"\n     {screen(entry.a_role)} + {screen(entry.b_role)}", "$foreground-muted"),
        )  # fmt: skip

    def whole(self, entry: Suggestion) -> Content:
        """Give the two, why they should meet, and how the score comes about."""
        tr = active()
        lines = [Content.styled(listed([entry.a_name, entry.b_name], tr), "bold")]
        for reason in wording.reasons(entry, tr):
            lines += [Content(""), Content(reason)]
        factors = named_factors(entry.factors._asdict(), tr)
        return Content("\n").join([*lines, Content(""), bars(entry.score, factors, self.room)])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow to note the idea under the cursor, and to come back to everybody."""
        if action == "propose":
            return self.here is not None
        if action == "all":
            return self._whose is not None
        return super().check_action(action, parameters)

    def action_propose(self) -> None:
        """Ask why the two should meet, and note the idea."""
        here = self.here
        if here is not None:
            self.introduce((here.a_id, here.a_name), (here.b_id, here.b_name))

    def action_whose(self) -> None:
        """Ask whom the introductions are to be for."""

        def chosen(who: object) -> None:
            if isinstance(who, str):
                self._look_for(who)

        self.app.push_screen(FindPerson(_("Introductions for whom?")), chosen)

    def action_all(self) -> None:
        """Look for introductions of everybody."""
        self._look_for(None)

    def _look_for(self, whose: str | None) -> None:
        self._whose = whose
        self.show((), Content(""))
        self.look()

    def open(self, entry: Suggestion) -> None:
        """Open the page of one of the two."""
        self.open_one_of([(entry.a_id, entry.a_name), (entry.b_id, entry.b_name)])
