"""Whose work goes with whose, and introductions, each from the idea to what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from crm.domain.text import screen
from crm.i18n import N_, _, active, language
from crm.services import matching
from crm.services.matching import Found
from crm.services.matching import Matches as Answer
from crm.tui.dialogs.find_person import FindPerson
from crm.tui.introducing import Introducing
from crm.tui.screens.introductions import IntroductionsView
from crm.tui.screens.projects import ProjectsView
from crm.tui.screens.suggestions import SuggestionsView
from crm.tui.screens.views import Views
from crm.tui.widgets.bars import bars
from crm.tui.widgets.sides import Sides
from crm.wording import matches as wording

TOP = 30


class Matches(Views):
    """Matches, introductions, whom to introduce, and projects done together."""

    section = "matches"
    titles = (N_("Matches"), N_("Introductions"), N_("Whom to introduce"), N_("Projects"))

    def views(self) -> Sequence[Sides[Any]]:
        """Give the four views."""
        return (
            MatchesView(id="strongest"),
            IntroductionsView(id="introductions"),
            SuggestionsView(id="suggestions"),
            ProjectsView(id="projects"),
        )


class MatchesView(Sides[Found], Introducing):
    """The strongest matches of the user, or of somebody, each with its reasons and its factors."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "introduce", N_("introduce"), id="matches.introduce"),
        Binding("w", "whose", N_("of somebody"), id="matches.whose"),
        Binding("m", "mine", N_("of mine"), id="matches.mine"),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._whose: str | None = None
        self._answer: Answer | None = None

    def look(self) -> None:
        """Ask for the strongest matches."""
        whose = self._whose
        self.ask(lambda context: matching.matches(context, whose, TOP, language()), self._show)

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        missing = wording.missing(answer, active())
        self.show(answer.found, Content.styled(missing, "bold"))

    @property
    def _owner(self) -> str | None:
        """The name of whose matches are shown, None for the user's own."""
        return self._answer.of.name if self._answer and self._answer.of else None

    def about(self, entry: Found) -> object:
        """Tell matches by who they are."""
        return entry.contact_id

    def group(self, _entry: Found) -> str:
        """Say whose matches they are."""
        if self._owner is None:
            return _("Whose work goes with yours")
        return _("Whose work goes with that of {name}").format(name=screen(self._owner))

    def line(self, entry: Found) -> Content:
        """Give the score and the name, and below it what they do."""
        does = entry.role_b or entry.title or entry.organisation
        return Content.assemble(
            (f"{entry.score:>4.0f} ", "$foreground-muted"), (screen(entry.name), "bold"),
            (f"\n     {screen(does)}", "$foreground-muted"),
        )  # fmt: skip

    def whole(self, entry: Found) -> Content:
        """Give who it is, all that speaks for the match, and how the score comes about."""
        tr = active()
        work = " · ".join(screen(word) for word in (entry.title, entry.organisation) if word)
        lines = [Content.styled(screen(entry.name), "bold")]
        lines += [Content.styled(work, "$foreground-muted")] if work else []
        for reason in wording.reasons(entry, self._owner, tr):
            lines += [Content(""), Content(reason)]
        factors = wording.named_factors(entry.factors._asdict(), tr)
        return Content("\n").join([*lines, Content(""), bars(entry.score, factors, self.room)])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow to introduce the one under the cursor, and to come back to one's own matches."""
        if action == "introduce":
            return self.here is not None
        if action == "mine":
            return self._whose is not None
        return super().check_action(action, parameters)

    def action_introduce(self) -> None:
        """Introduce the one under the cursor to whose matches are shown, or to somebody."""
        here, answer = self.here, self._answer
        if here is None or answer is None:
            return
        person = (here.contact_id, here.name)
        if answer.of is None:
            self.introduce_to_somebody(person)
        else:
            self.introduce((answer.of.id, answer.of.name), person)

    def action_whose(self) -> None:
        """Ask whose matches to show."""

        def chosen(who: object) -> None:
            if isinstance(who, str):
                self._whose = who
                self.look()

        self.app.push_screen(FindPerson(_("Matches of whom?")), chosen)

    def action_mine(self) -> None:
        """Show the user's own matches."""
        self._whose = None
        self.look()

    def open(self, entry: Found) -> None:
        """Open the page of the person."""
        self.crm.open_person(entry.contact_id)
