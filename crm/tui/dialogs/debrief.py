"""How a talk went, in four short steps, each of which may be skipped."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from crm.domain.text import screen
from crm.errors import CrmError
from crm.i18n import N_, _, active
from crm.services import debrief
from crm.services.conversations import Happened
from crm.tui.dialogs.dialog import Dialog, text
from crm.wording.dates import ago
from crm.wording.words import kind

if TYPE_CHECKING:
    from crm.services.debrief import Debriefed
    from crm.store.reads.contacts import Named

_TALKED = ("they", "balanced", "me")
_STEPS = 4
MOST_LINES = 20


class Debrief(Dialog["Debriefed"]):
    """The steps one after the other; gives what was noted, None when nothing was said.

    Leaving ends it: what was said until then is noted.
    """

    DEFAULT_CSS = """
    Debrief .where, Debrief .said { color: $text-muted; }
    Debrief .question { text-style: bold; margin-top: 1; height: auto; }
    Debrief .said, Debrief .wrong { height: auto; }
    Debrief .wrong { color: $error; }
    Debrief OptionList {
        height: auto; border: none; padding: 0; background: $surface; margin-top: 1;
    }
    Debrief Input { background: $panel; margin-top: 1; }
    Debrief .hidden { display: none; }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", N_("go on"), id="debrief.go_on", priority=True),
        Binding("escape", "end", N_("that is all"), id="debrief.end"),
    ]

    def __init__(self, person: Named, talk: tuple[int, str, date]) -> None:
        super().__init__()
        self.title_text = _("How did it go with {name}?").format(name=person.name)
        self._person = person
        self._talk = talk
        self._step = 0
        self._talked: str | None = None
        self._said: list[list[str]] = [[], [], []]
        self._is_saving = False
        self._failed = False

    def body(self) -> ComposeResult:
        """Give where one is, the question, what was said so far, and room for the answer."""
        yield Static(classes="where")
        yield Static(classes="question")
        answers = OptionList(
            "1  " + _("They did"), "2  " + _("Both alike"), "3  " + _("I did"), compact=True
        )
        answers.can_focus = False
        yield answers
        yield Static(classes="said")
        yield Input(compact=True, classes="hidden")
        yield text("", classes="wrong")

    def on_mount(self) -> None:
        """Ask the first question."""
        self.query_one(OptionList).highlighted = None
        self._ask()

    def _ask(self) -> None:
        """Ask the question of the step."""
        _id, code, day = self._talk
        tr = active()
        form = _("{step} of {all} · {kind}, {when}")
        where = form.format(
            step=self._step + 1, all=_STEPS, kind=kind(code, tr),
            when=ago(day, self.crm.context.today, tr),
        )  # fmt: skip
        self.query_one(".where", Static).update(Content(where))
        question, hint = (
            (_("Who talked more?"), ""),
            (_("What did you learn?"), _("work: … life: … dream: … news: …")),
            (_("What did you promise?"), _("send the link by friday")),
            (_("What stays open to ask next time?"), ""),
        )[self._step]
        self.query_one(".question", Static).update(Content(question))
        line = self.query_one(Input)
        self.query_one(OptionList).set_class(self._step > 0, "hidden")
        line.set_class(self._step == 0, "hidden")
        line.placeholder = hint
        line.value = ""
        if self._step:
            line.focus()
        self._show_said()

    def _show_said(self) -> None:
        said = self._said[self._step - 1] if self._step else []
        lines = [Content(f"· {screen(each)}") for each in said]
        shown = self.query_one(".said", Static)
        shown.update(Content("\n").join(lines))
        shown.set_class(not lines, "hidden")

    def on_key(self, event: events.Key) -> None:
        """Take 1, 2 or 3 for who talked more."""
        if self._step == 0 and event.character in ("1", "2", "3"):
            event.stop()
            self._talk_was(int(event.character) - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the answer that was clicked."""
        event.stop()
        self._talk_was(event.option_index)

    def _talk_was(self, at: int) -> None:
        self._talked = _TALKED[at]
        self._go_on()

    def action_go_on(self) -> None:
        """Take what is written, or go to the next question when nothing is."""
        if self._take():
            self._show_said()
        else:
            self._go_on()

    def _take(self) -> bool:
        """Take what is written; False when nothing is."""
        line = self.query_one(Input)
        written = line.value.strip()
        if not self._step or not written or len(self._said[self._step - 1]) >= MOST_LINES:
            return False
        self._said[self._step - 1].append(written)
        line.value = ""
        return True

    def _go_on(self) -> None:
        if self._step + 1 < _STEPS:
            self._step += 1
            self._ask()
        else:
            self._note()

    def action_end(self) -> None:
        """Note what was said so far; after an error leave without it."""
        if self._failed:
            self.dismiss(None)
        else:
            self._take()
            self._note()

    def _note(self) -> None:
        facts, promises, questions = (tuple(said) for said in self._said)
        if not (self._talked or facts or promises or questions):
            self.dismiss(None)
            return
        if self._is_saving:
            return
        self._is_saving = True
        who, number = str(self._person.id), self._talk[0]
        said = Happened((), talked=self._talked, facts=facts, promises=promises)
        self.write(
            lambda context: debrief.debrief(
                context, who, said, questions, interaction_id=number
            ),
            self._noted, refused=self._wrong,
        )  # fmt: skip

    def _noted(self, noted: Debriefed) -> None:
        self.dismiss(noted)

    def _wrong(self, error: CrmError) -> None:
        from crm.wording.errors import message

        self._is_saving, self._failed = False, True
        self.query_one(".wrong", Static).update(Content(screen(message(error, active()))))
