"""What is known of a person, and what stays open to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.context import Context
from crm.domain.text import screen
from crm.i18n import _, active
from crm.tui.widgets.entries import Entry
from crm.tui.widgets.person_tab import PersonTab, kind_word, offer, section
from crm.wording import words
from crm.wording.dates import ago

if TYPE_CHECKING:
    from crm.store.reads.conversations import QuestionLine
    from crm.store.reads.interactions import FactLine

Known = tuple["list[FactLine]", "list[QuestionLine]"]


class PersonFacts(PersonTab):
    """Questions of both sides, then facts, the latest first."""

    def look(self) -> None:
        """Ask for all of them."""
        person = str(self.person)

        def call(context: Context) -> Known:
            from crm.services import facts, questions

            known = facts.facts(context, person)
            return known, questions.questions(context, person, everything=True)

        self.ask(call, self._show)

    def _show(self, known: Known) -> None:
        facts, questions = known
        is_open = [line for line in questions if line.answered_on is None]
        answered = [line for line in questions if line.answered_on is not None]
        self.show(
            [
                *([] if facts or questions else [kind_word(_("Nothing is known of them yet."))]),
                *section(_("Open questions"), [
                    *map(self._question, is_open),
                    offer(_("a question to ask them"), self.ask_mine),
                    offer(_("a question they asked you"), self.ask_theirs),
                ]),
                *section(_("What you know"), [
                    *map(self._fact, facts),
                    offer(_("something you learned"), self.learn_something),
                ]),
                *section(_("Answered"), [*map(self._question, answered)]),
            ]
        )  # fmt: skip

    def _question(self, line: QuestionLine) -> Entry:
        tr, today = active(), self.crm.context.today
        label = _("to ask") if line.mine else _("they ask")
        when = ago(line.answered_on or line.day, today, tr)
        if line.answered_on is None:
            return Entry(f"{screen(line.text)} ({when})", label, about=("question", line.id))
        answer = line.answer or _("answered {when}").format(when=when)
        return Entry(screen(line.text), label, (f"→ {screen(answer)}",), about=("done", line.id))

    def _fact(self, line: FactLine) -> Entry:
        tr, today = active(), self.crm.context.today
        source = f"{words.source(line.source, tr)}, " if line.source else ""
        text = f"{screen(line.text)} ({source}{ago(line.day, today, tr)})"
        return Entry(text, words.fact_kind(line.kind, tr), about=("fact", line.id))

    def chosen(self, about: tuple[str, int]) -> None:
        """Ask for the answer to an open question."""
        kind, number = about
        if kind != "question" or self.here is None:
            return

        def deed(context: Context, answer: str) -> object:
            from crm.services import questions

            return questions.answered(context, number, answer)

        lead = _("{question}\n\nThe answer, as far as there is one:")
        self.write_line(
            _("Answered"), deed, _("The answer is noted."),
            lead=lead.format(question=self.here.text),
        )  # fmt: skip

    def ask_mine(self) -> None:
        """Note a question to ask them."""
        self._ask_about(_("A question to ask {name}"), mine=True)

    def ask_theirs(self) -> None:
        """Note a question they asked."""
        self._ask_about(_("What {name} asked you"), mine=False)

    def _ask_about(self, title: str, *, mine: bool) -> None:
        person = str(self.person)

        def deed(context: Context, text: str) -> object:
            from crm.services import questions

            return questions.ask(context, person, text, mine=mine)

        title = title.format(name=self.person_name)
        self.write_line(title, deed, _("The question is noted."))

    def learn_something(self) -> None:
        """Note a fact."""
        self.learn(self.person, self.person_name)
