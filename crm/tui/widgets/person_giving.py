"""Help that went either way with a person, what was asked for, and ideas of what to give."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain.text import screen
from crm.i18n import _, active, language
from crm.tui.widgets.entries import Entry
from crm.tui.widgets.person_tab import PersonTab, kind_word, offer, section
from crm.wording import giving as wording
from crm.wording.dates import ago

if TYPE_CHECKING:
    from crm.services.giving_ideas import Idea
    from crm.store.reads.giving import AskLine, GivingLine


class Given(NamedTuple):
    """What went either way, what was asked for, and what could be given."""

    givings: list[GivingLine]
    asks: list[AskLine]
    ideas: list[Idea]


class PersonGiving(PersonTab):
    """A journal, never an account."""

    def look(self) -> None:
        """Ask for all of it."""
        person = str(self.person)

        def call(context: Context) -> Given:
            from crm.services import giving, giving_ideas

            return Given(*giving.journal(context, person), giving_ideas.ideas(context, person))

        self.ask(call, self._show)

    def _show(self, given: Given) -> None:
        from crm.services.roles import name_of

        tr, today = active(), self.crm.context.today
        ideas = [
            Entry(wording.idea(idea, today, tr, lambda role: name_of(role, language())),
                  about=("idea", number))
            for number, idea in enumerate(given.ideas)
        ]  # fmt: skip
        nothing = not (given.givings or given.asks)
        self.show(
            [
                *([kind_word(_("Nothing went either way yet."))] if nothing else []),
                *section(_("Given and received"), [
                    *map(self._giving, given.givings),
                    offer(_("something you gave"), self.gave),
                    offer(_("something they gave you"), self.got),
                ]),
                *section(_("Asked for"), [
                    *map(self._ask, given.asks), offer(_("something you asked for"), self.asked),
                ]),
                *section(_("Ideas of what to give"), ideas),
            ]
        )  # fmt: skip

    def _giving(self, line: GivingLine) -> Entry:
        from crm.services.giving import step_of

        tr, today = active(), self.crm.context.today
        became = wording.became(line, step_of(line, today), today, tr)
        name = screen(self.person_name)
        text = wording.told(line, name, today, tr)
        return Entry(text, below=(became,) if became else (), about=("giving", line))

    def _ask(self, line: AskLine) -> Entry:
        tr = active()
        text = f"{wording.asked_for(line, tr)} ({ago(line.day, self.crm.context.today, tr)})"
        below = (wording.came(line, tr),) if line.outcome else ()
        return Entry(text, below=below, about=("ask", line))

    def chosen(self, about: tuple[str, AskLine | GivingLine | int]) -> None:
        """Ask what came of it."""
        kind, line = about
        if kind == "giving" and not isinstance(line, int):
            self._go_on(line)  # type: ignore[arg-type]
        elif kind == "ask" and not isinstance(line, int):
            self._came(line.id)

    def _came(self, number: int) -> None:
        def deed(context: Context, words: str) -> object:
            from crm.services import giving

            return giving.came(context, number, words)

        self.write_line(_("What came of it"), deed, _("It is noted."))

    def _go_on(self, line: GivingLine) -> None:
        from crm.tui.dialogs.choose import Choice, Choose

        choices = [Choice("o", _("What came of it…"), "outcome")]
        if line.direction == "got" and line.thanked_on is None:
            choices.insert(0, Choice("t", _("You thanked them"), "thanked"))
        if line.direction == "got" and line.outcome and line.reported_on is None:
            choices.append(Choice("r", _("They know what came of it"), "reported"))

        def answered(value: object) -> None:
            if value == "outcome":
                self.write_line(_("What came of it"), outcome, _("It is noted."))
            elif value is not None:
                call = thanked if value == "thanked" else reported
                self.write(call, lambda _made: self.crm.say(_("It is noted.")))

        def thanked(context: Context) -> object:
            from crm.services import giving

            return giving.thanked(context, line.id)

        def reported(context: Context) -> object:
            from crm.services import giving

            return giving.outcome(context, line.id, reported=True)

        def outcome(context: Context, words: str) -> object:
            from crm.services import giving

            return giving.outcome(context, line.id, words)

        words = self.here.text if self.here else ""
        self.app.push_screen(Choose(_("Given and received"), choices, words), answered)

    def gave(self) -> None:
        """Note something the user gave."""
        self._write(_("What you gave {name}"), "gave")

    def got(self) -> None:
        """Note something the user was given."""
        self._write(_("What {name} gave you"), "got")

    def asked(self) -> None:
        """Note something the user asked for."""
        self._write(_("What you asked {name} for"), "asked")

    def _write(self, title: str, how: str) -> None:
        person = str(self.person)

        def deed(context: Context, words: str) -> object:
            from crm.services import giving

            if how == "asked":
                return giving.asked(context, person, words)
            noted: Callable[..., object] = giving.gave if how == "gave" else giving.got
            return noted(context, giving.GivingSaid(person, words))

        title = title.format(name=self.person_name)
        lead = _("It is logged as a contact of today too.")
        self.write_line(title, deed, _("It is noted."), lead=lead)
