"""Noting something about a person: a line, a fact, tags, how often to be in touch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from crm.context import Context
from crm.i18n import _, active, language
from crm.tui.asking import Asking

if TYPE_CHECKING:
    from crm.services.garden import Planted
    from crm.store.reads.contacts import Named

OWN, REST = "", "rest"


class Noting(Asking):
    """A page or widget in which things are noted about people."""

    def write_line(
        self,
        title: str,
        deed: Callable[[Context, str], object],
        done: str,
        *,
        lead: str = "",
        value: str = "",
    ) -> None:
        """Ask for a line, do the deed with it, and say that it is done."""
        from crm.tui.dialogs.write_line import WriteLine

        def told(made: object) -> None:
            if made is not None:
                self.crm.say(done)

        self.app.push_screen(WriteLine(title, lead=lead, value=value, deed=deed), told)

    def note(self, person: int, name: str) -> None:
        """Ask for a line to be added to the notes on somebody."""

        def deed(context: Context, words: str) -> object:
            from crm.services import contacts

            return contacts.note(context, str(person), words)

        done = _("Noted about {names}.").format(names=name)
        self.write_line(_("A note on {name}").format(name=name), deed, done)

    def learn(self, person: int, name: str) -> None:
        """Ask what was learned about somebody, and note it."""

        def deed(context: Context, words: str) -> object:
            from crm.services import facts

            return facts.learn(context, str(person), words)

        self.write_line(
            _("What you learned about {name}").format(name=name), deed, _("The fact is noted."),
            lead=_("work: …, interest: …, life: …, dream: … or news: …; else it is life"),
        )  # fmt: skip

    def tags(self, person: int, name: str, tags: Sequence[str]) -> None:
        """Let somebody's tags be written anew."""
        from crm.domain.contacts import in_one_line

        said, seen = language(), in_one_line(tags)

        def deed(context: Context, words: str) -> object:
            from crm.services import contact_fields

            return contact_fields.edit_field(context, person, "tags", words, said, seen=seen)

        self.write_line(
            _("The tags of {name}").format(name=name), deed, _("The tags are as you wrote them."),
            lead=_("Several, with commas between them."), value=seen,
        )  # fmt: skip

    def rhythm(self, people: Sequence[int], title: str) -> None:
        """Ask how often to be in touch with people: they are planted so, or put to rest."""
        from crm.services import garden
        from crm.tui.dialogs.choose import Choice, Choose
        from crm.tui.dialogs.plant_round import RHYTHMS
        from crm.tui.dialogs.write_line import WriteLine
        from crm.wording.garden import planted, rested
        from crm.wording.words import every

        meant = [str(person) for person in people]
        choices = [Choice(key, every(code, active()), code) for key, code in RHYTHMS.items()]
        choices.append(Choice("o", _("another rhythm…"), OWN))
        choices.append(Choice("0", _("not at all: back to the address book"), REST))

        def deed(context: Context, cadence: str) -> list[Planted]:
            return garden.plant(context, [(person, cadence) for person in meant])

        def told(done: object) -> None:
            if isinstance(done, list):
                self.crm.say("\n".join(planted(done, self.crm.context.today, active())))

        def at_rest(people: list[Named]) -> None:
            self.crm.say(rested([each.name for each in people], active()))

        def chosen(cadence: object) -> None:
            if cadence == REST:
                self.write(lambda context: garden.rest(context, meant), at_rest)
            elif cadence == OWN:
                lead = _("10d, 6w, 2m: so many days, weeks or months")
                self.app.push_screen(WriteLine(title, lead=lead, deed=deed), told)
            elif cadence is not None:
                self.write(lambda context: deed(context, str(cadence)), told)

        self.app.push_screen(Choose(title, choices), chosen)
