"""Whose work goes with that of a person, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.context import Context
from crm.domain.text import screen
from crm.i18n import _, active, language
from crm.tui.widgets.entries import Entry
from crm.tui.widgets.person_tab import PersonTab, kind_word
from crm.wording import matches as wording

if TYPE_CHECKING:
    from crm.services.matching import Found, Matches

MOST = 20


class PersonMatches(PersonTab):
    """The strongest matches, each with its reasons; choosing one opens that person."""

    def look(self) -> None:
        """Ask for the strongest."""
        person, said = str(self.person), language()

        def call(context: Context) -> Matches:
            from crm.services.matching import matches

            return matches(context, person, MOST, said)

        self.ask(call, self._show)

    def _show(self, found: Matches) -> None:
        name = screen(self.person_name)
        if found.found:
            self.show([self._entry(each) for each in found.found])
        elif not found.has_roles:
            form = _("What does {name} do? Their roles tell whose work goes with theirs: e edits.")
            self.show([kind_word(form.format(name=name))])
        else:
            form = _("Nobody known yet whose work goes with that of {name}.")
            self.show([kind_word(form.format(name=name))])

    def _entry(self, found: Found) -> Entry:
        name = screen(found.name)
        work = ", ".join(screen(word) for word in (found.title, found.organisation) if word)
        reasons = wording.reasons(found, self.person_name, active())
        return Entry(
            f"{name} · {work}" if work else name, f"{found.score:.0f}", tuple(reasons),
            strong=len(name), about=found.contact_id,
        )  # fmt: skip

    def chosen(self, about: int) -> None:
        """Open the page of a match."""
        self.crm.open_person(about)
