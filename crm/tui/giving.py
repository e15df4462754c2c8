"""Noting from the full screen what was given, received and asked for, and how it went on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from crm.context import Context
from crm.domain.giving import BeforeAsk
from crm.i18n import _, active
from crm.services import completion, giving
from crm.services.giving import Asked, GivingSaid, Noted
from crm.services.goals import measure
from crm.tui.asking import Asking
from crm.tui.dialogs.choose import Choice, Choose
from crm.tui.dialogs.find_person import FindPerson
from crm.tui.dialogs.form import Field, Filled, Form
from crm.tui.dialogs.write_line import WriteLine
from crm.wording import giving as wording

if TYPE_CHECKING:
    from crm.store.reads.contacts import Named
    from crm.store.reads.giving import GivingLine


class Noting(Asking):
    """A page or view from which help is noted."""

    def note_given(
        self, direction: str, *, person: tuple[int, str] | None = None, kind: str = "help",
        lead: str = "",
    ) -> None:  # fmt: skip
        """Ask what one "gave" or "got", of a person or of somebody to be named, and note it."""
        deed_of: Callable[[Context, GivingSaid], Noted]
        if direction == "gave":
            title, deed_of = _("Something you gave"), giving.gave
        else:
            title, deed_of = _("Something you were given"), giving.got

        def deed(context: Context, filled: Filled) -> Noted:
            said = GivingSaid(
                str(person[0]) if person else filled["who"], filled["text"], filled["kind"],
                filled["on"].strip() or None, filled["client"], measure(filled["value"], "value"),
            )  # fmt: skip
            return deed_of(context, said)

        def told(done: object) -> None:
            if isinstance(done, Noted):
                self.crm.say(wording.noted(done.line, self.crm.context.today, active()))

        tr = active()
        who = [] if person else [Field("who", _("Who"), completes=completion.names)]
        fields = [
            *who,
            Field("text", _("What it was")),
            Field("kind", _("What kind"), kind,
                  choices=tuple((each, wording.kind(each, tr)) for each in giving.KINDS)),
            Field("on", _("When"), hint=_("today")),
            Field("client", _("Client"), hint=_("of a referral")),
            Field("value", _("Worth"), hint=_("of a referral")),
        ]  # fmt: skip
        title = f"{title}: {person[1]}" if person else title
        self.app.push_screen(Form(title, fields, deed, lead=lead), told)

    def note_ask(self) -> None:
        """Ask of whom something is asked, show whether the moment is good, and note it."""

        def chosen(who: object) -> None:
            if isinstance(who, str):
                self.ask(lambda context: giving.before(context, who), self._note_ask, group="ask")

        self.app.push_screen(FindPerson(_("Whom do you ask?")), chosen)

    def _note_ask(self, found: tuple[Named, BeforeAsk]) -> None:
        person, before = found
        number = str(person.id)

        def deed(context: Context, filled: Filled) -> Asked:
            return giving.asked(
                context, number, filled["text"], feedback=filled["kind"] == "feedback",
                on=filled["on"].strip() or None,
            )  # fmt: skip

        def told(done: object) -> None:
            if isinstance(done, Asked):
                self.crm.say(wording.noted_ask(done.line, self.crm.context.today, active()))

        tr = active()
        kinds = tuple((each, wording.kind(each, tr)) for each in ("help", "feedback"))
        fields = [
            Field("text", _("What you ask for")),
            Field("kind", _("What kind"), "help", choices=kinds),
            Field("on", _("When"), hint=_("today")),
        ]
        title = _("Asking {name}").format(name=person.name)
        lead = wording.moment(before, person.name, tr)
        self.app.push_screen(Form(title, fields, deed, lead=lead), told)

    def note_thanks(self, line: GivingLine) -> None:
        """Note that the user said thank you."""
        number = line.id
        self.write(lambda context: giving.thanked(context, number), self._tell_thanks)

    def _tell_thanks(self, line: GivingLine) -> None:
        self.crm.say(_("Noted: you thanked {name}.").format(name=line.name))

    def note_told(self, line: GivingLine) -> None:
        """Note that whoever gave something knows how it went."""
        number = line.id
        self.write(
            lambda context: giving.outcome(context, number, reported=True), self._tell_outcome
        )

    def note_outcome(self, line: GivingLine) -> None:
        """Ask what came of something given or received; of a referral, first whether it did."""
        if line.kind != "referral":
            self._ask_outcome(line, None)
            return
        choices = [
            Choice("1", _("It became work"), "won"),
            Choice("2", _("It came to nothing"), "lost"),
            Choice("3", _("It is still open"), ""),
        ]

        def chosen(status: object) -> None:
            if isinstance(status, str):
                self._ask_outcome(line, status or None)

        self.app.push_screen(Choose(_("What came of it?"), choices, line.text), chosen)

    def _ask_outcome(self, line: GivingLine, status: str | None) -> None:
        number = line.id

        def deed(context: Context, words: str) -> GivingLine:
            return giving.outcome(context, number, words, status=status)

        def told(done: object) -> None:
            if done is not None:
                self._tell_outcome(done)  # type: ignore[arg-type]

        self.app.push_screen(
            WriteLine(_("What came of it?"), lead=line.text, value=line.outcome, deed=deed), told
        )

    def _tell_outcome(self, line: GivingLine) -> None:
        today = self.crm.context.today
        became = wording.became(line, giving.step_of(line, today), today, active())
        self.crm.say(_("Noted: {what}.").format(what=became.rstrip(".")))
