"""Projects done together: who is in them, what each side brings, and what came of them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from crm.context import Context
from crm.domain.text import screen
from crm.i18n import N_, _, active
from crm.services import completion, projects
from crm.services.projects import Card
from crm.tui.dialogs.form import Field, Filled, Form
from crm.tui.dialogs.write_line import WriteLine
from crm.tui.introducing import Introducing
from crm.tui.widgets.sides import Sides
from crm.wording.dates import ago
from crm.wording.words import listed, project

MOST_WITH = 3


class ProjectsView(Sides[Card], Introducing):
    """The projects, those under way first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "begin", N_("new project"), id="projects.begin"),
        Binding("d", "end(False)", N_("it is done"), id="projects.done"),
        Binding("x", "end(True)", N_("give it up"), id="projects.drop"),
    ]

    def look(self) -> None:
        """Ask for all projects."""
        self.ask(lambda context: projects.cards(context, over=True), self._show)

    def _show(self, cards: list[Card]) -> None:
        empty = Content.assemble(
            (_("No project yet."), "bold"), "\n\n",
            _("Working with somebody on something? n notes it, with what each side brings."),
        )  # fmt: skip
        self.show(cards, empty)

    def about(self, entry: Card) -> object:
        """Tell projects by their numbers."""
        return entry.project.id

    def group(self, entry: Card) -> str:
        """Give how the project stands."""
        words = project(entry.project.state, active())
        return words[0].upper() + words[1:]

    def line(self, entry: Card) -> Content:
        """Give the title, and below it with whom."""
        names = listed([person.name for person in entry.people], active())
        return Content.assemble(
            (f" {screen(entry.project.title)}", "bold"), (f"\n   {names}", "$foreground-muted")
        )

    def whole(self, entry: Card) -> Content:
        """Give what each side brings, and what came of it."""
        tr, what, today = active(), entry.project, self.crm.context.today
        begun = _("begun {when}").format(when=ago(what.starts_on, today, tr))
        days = [begun]
        if what.ended_on:
            days.append(_("ended {when}").format(when=ago(what.ended_on, today, tr)))
        lines = [
            Content.styled(screen(what.title), "bold"),
            Content.styled(" · ".join(days), "$foreground-muted"),
            Content(""),
        ]
        for person in entry.people:
            brings = _("brings {what}").format(what=screen(person.brings)) if person.brings else ""
            lines.append(Content.assemble((screen(person.name), "bold"), f"  {brings}"))
        if what.brings:
            lines.append(Content(_("you bring {what}").format(what=screen(what.brings))))
        if what.outcome:
            came = _("what came of it: {outcome}").format(outcome=screen(what.outcome))
            lines += [Content(""), Content(came)]
        return Content("\n").join(lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow to end what is under way."""
        if action == "end":
            return self.here is not None and self.here.project.ended_on is None
        return super().check_action(action, parameters)

    def action_begin(self) -> None:
        """Ask for a project and with whom, and begin it."""

        def deed(context: Context, filled: Filled) -> Card:
            people = [filled[f"with{at}"].strip() for at in range(MOST_WITH)]
            brings = [filled[f"brings{at}"].strip() for at in range(MOST_WITH)]
            return projects.add(
                context, filled["title"], [who for who in people if who],
                brings=[f"{who}: {what}" for who, what in zip(people, brings, strict=True) if what],
                i_bring=filled["mine"], on=filled["on"].strip() or None,
            )  # fmt: skip

        fields = [Field("title", _("Title")), Field("mine", _("You bring"))]
        for at in range(MOST_WITH):
            fields += [
                Field(
                    f"with{at}", _("With") if not at else _("and with"), completes=completion.names
                ),
                Field(f"brings{at}", _("who brings")),
            ]
        fields.append(Field("on", _("Since"), hint=_("today")))
        self.app.push_screen(Form(_("A project together"), fields, deed), self._begun)

    def _begun(self, done: object) -> None:
        if isinstance(done, Card):
            self.crm.say(_("The project is noted and logged."))

    def action_end(self, dropped: bool) -> None:
        """Ask what came of the project under the cursor, and end it."""
        here = self.here
        if here is None:
            return
        number = str(here.project.id)

        def deed(context: Context, words: str) -> Card:
            return projects.end(context, number, words, dropped=dropped)

        def told(done: object) -> None:
            if isinstance(done, Card):
                words = project(done.project.state, active())
                self.crm.say(f"{done.project.title}: {words}")

        lead = _("What came of it?")
        self.app.push_screen(WriteLine(here.project.title, lead=lead, deed=deed), told)

    def open(self, entry: Card) -> None:
        """Open the page of one of those in it."""
        self.open_one_of([(person.id, person.name) for person in entry.people])
