"""Introducing two people from the full screen: the idea is noted, with why, and who is asked."""

from __future__ import annotations

from collections.abc import Sequence

from crm.context import Context
from crm.i18n import _, active
from crm.services import completion, introductions
from crm.services.introductions import Proposed
from crm.tui.asking import Asking
from crm.tui.dialogs.choose import Choice, Choose
from crm.tui.dialogs.find_person import FindPerson
from crm.tui.dialogs.form import Field, Filled, Form
from crm.tui.dialogs.write_line import WriteLine
from crm.wording import introductions as wording
from crm.wording.words import listed

Person = tuple[int, str]
"""The id and the name of somebody."""


class Introducing(Asking):
    """A view from which people are introduced to each other."""

    def introduce(self, one: Person, other: Person) -> None:
        """Ask why two people should meet, and note the idea."""

        def deed(context: Context, why: str) -> Proposed:
            return introductions.propose(context, str(one[0]), str(other[0]), why)

        self.app.push_screen(
            WriteLine(
                listed([one[1], other[1]], active()),
                lead=_("Why should they meet? Both will read it; Enter alone names their work."),
                deed=deed,
            ),
            self._proposed,
        )

    def introduce_to_somebody(self, one: Person) -> None:
        """Ask to whom somebody is to be introduced, and note the idea."""

        def deed(context: Context, other: str) -> Proposed:
            return introductions.propose(context, str(one[0]), other)

        title = _("Introduce {name} to whom?").format(name=one[1])
        self.app.push_screen(FindPerson(title, deed=deed), self._proposed)

    def introduce_two(self) -> None:
        """Ask for two people and why they should meet, and note the idea."""

        def deed(context: Context, filled: Filled) -> Proposed:
            return introductions.propose(
                context, filled["one"], filled["other"], filled["why"],
                first=filled["first"].strip() or None,
            )  # fmt: skip

        fields = [
            Field("one", _("One of the two"), completes=completion.names),
            Field("other", _("The other"), completes=completion.names),
            Field("why", _("Why"), hint=_("both will read it")),
            Field(
                "first",
                _("Whom to ask first"),
                hint=_("the busier one"),
                completes=completion.names,
            ),
        ]
        self.app.push_screen(Form(_("Introduce two people"), fields, deed), self._proposed)

    def _proposed(self, made: object) -> None:
        if isinstance(made, Proposed):
            self.crm.say("\n".join(wording.proposed(made, active())))

    def open_one_of(self, people: Sequence[Person]) -> None:
        """Open the page of one of a few people, asking of which."""
        if len(people) == 1:
            self.crm.open_person(people[0][0])
            return
        choices = [Choice(str(at), name, person) for at, (person, name) in enumerate(people, 1)]

        def chosen(person: object) -> None:
            if isinstance(person, int):
                self.crm.open_person(person)

        self.app.push_screen(Choose(_("Open"), choices[:9]), chosen)
