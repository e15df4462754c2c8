"""Ideas of what to give in five minutes, one for each person of the next days."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from crm.domain.giving import given_as
from crm.domain.text import screen
from crm.i18n import N_, _, active, language
from crm.services.giving_ideas import Idea, ideas
from crm.services.roles import name_of
from crm.tui.acting import Acting
from crm.tui.dialogs.find_person import FindPerson
from crm.tui.giving import Noting
from crm.tui.introducing import Introducing
from crm.tui.widgets.sides import Sides
from crm.wording import giving as wording


class IdeasView(Sides[Idea], Acting, Introducing, Noting):
    """Ideas drawn from what people need, what they told, and what was done together."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "write", N_("write"), id="ideas.write"),
        Binding("d", "given", N_("it is done"), id="ideas.given"),
        Binding("i", "introduce", N_("introduce"), id="ideas.introduce"),
        Binding("f", "whose", N_("for somebody"), id="ideas.whose"),
        Binding("m", "all", N_("for everybody"), id="ideas.all"),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._whose: str | None = None

    def look(self) -> None:
        """Ask for ideas."""
        whose = self._whose
        empty = Content.assemble(
            (_("No idea yet."), "bold"), "\n\n",
            _("What people need and what they tell you is where ideas come from: note it, and they"
              " stand here."),
        )  # fmt: skip
        self.ask(lambda context: ideas(context, whose), lambda found: self.show(found, empty))

    def about(self, entry: Idea) -> object:
        """Tell ideas by what they are."""
        return entry.contact_id, entry.favour, entry.about

    def line(self, entry: Idea) -> Content:
        """Give the person, and below it the idea."""
        return Content.assemble(
            (f" {screen(entry.name)}", "bold"), (f"\n   {self._words(entry)}", "$foreground-muted")
        )

    def whole(self, entry: Idea) -> Content:
        """Give the idea in full."""
        words = self._words(entry)
        return Content("\n\n").join(
            [Content.styled(screen(entry.name), "bold"), Content.styled(f"→ {words}", "$accent")]
        )

    def _words(self, entry: Idea) -> str:
        today = self.crm.context.today
        return wording.idea(entry, today, active(), lambda role: name_of(role, language()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what the idea under the cursor asks for."""
        if action in ("write", "given"):
            return self.here is not None
        if action == "introduce":
            return self.here is not None and self.here.other is not None
        if action == "all":
            return self._whose is not None
        return super().check_action(action, parameters)

    def action_write(self) -> None:
        """Hand over to the program that writes to them."""
        if self.here is not None:
            self.act(self.here.contact_id, None)

    def action_given(self) -> None:
        """Note the favour as given."""
        here = self.here
        if here is not None:
            person, kind = (here.contact_id, here.name), given_as(here.favour)
            self.note_given("gave", person=person, kind=kind, lead=self._words(here))

    def action_introduce(self) -> None:
        """Note the idea of introducing the two."""
        here = self.here
        if here is not None and here.other is not None:
            self.introduce((here.contact_id, here.name), (here.other.id, here.other.name))

    def action_whose(self) -> None:
        """Ask whom the ideas are to be for."""

        def chosen(who: object) -> None:
            if isinstance(who, str):
                self._whose = who
                self.look()

        self.app.push_screen(FindPerson(_("Ideas for whom?")), chosen)

    def action_all(self) -> None:
        """Show an idea for each of the next days' people."""
        self._whose = None
        self.look()

    def open(self, entry: Idea) -> None:
        """Open the page of the person."""
        self.crm.open_person(entry.contact_id)
