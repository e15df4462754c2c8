"""A mentorship with a person, of either direction: the agreement, topics, questions, advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.context import Context
from crm.domain.text import screen
from crm.errors import NotFound
from crm.i18n import _, active
from crm.tui.widgets.entries import Entry
from crm.tui.widgets.person_tab import PersonTab, kind_word, section
from crm.wording import mentors as wording
from crm.wording.dates import plain

if TYPE_CHECKING:
    from crm.services.mentors import MentorCard


class PersonMentorship(PersonTab):
    """What was agreed on, what is learned, and what came of it."""

    def look(self) -> None:
        """Ask for the mentorship of each direction that there is."""
        self.ask(lambda context: _cards(context, str(self.person)), self._show)

    def _show(self, cards: list[MentorCard]) -> None:
        if not cards:
            form = _("No mentorship between you and {name}.")
            self.show([kind_word(form.format(name=screen(self.person_name)))])
            return
        self.show([entry for card in cards for entry in self._card(card)])

    def _card(self, card: MentorCard) -> list[Entry]:
        tr, today = active(), self.crm.context.today
        known = card.mentorship
        questions = [
            Entry(wording.question(each, tr), about=("question", each.id))
            for each in card.open_questions
        ]
        topics = [
            Entry(f"{screen(each.name)}: {wording.topic(each, tr)}", about=("topic", each.id))
            for each in card.topics
        ]
        advice = []
        for loop in reversed(card.guidance):
            head = plain(loop.day, today, tr) + (f" · {screen(loop.topic)}" if loop.topic else "")
            lines = wording.loop(loop, known.direction, today, tr)
            advice.append(Entry(head, below=tuple(lines), about=("loop", loop.id)))
        head = wording.since(known, today, tr)
        agreed = wording.agreed(known, card.independence, today, tr)
        return [
            Entry(head[:1].upper() + head[1:], heading=True, below=tuple(agreed)),
            *section(_("Topics"), topics),
            *section(_("To ask next time"), questions),
            *section(_("Advice"), advice),
        ]


def _cards(context: Context, person: str) -> list[MentorCard]:
    from crm.services import mentors

    found: dict[int, MentorCard] = {}
    for mentee in (False, True):
        try:
            card = mentors.card(context, person, mentee=mentee)
        except NotFound:
            continue
        found[card.mentorship.id] = card
    return list(found.values())
