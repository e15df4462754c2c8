"""Capture mode: one line per person met, shown as it is understood, Enter, the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from crm.domain.text import screen
from crm.errors import CrmError
from crm.i18n import N_, _, active, language, ngettext
from crm.services import event_meet
from crm.services.conversations import kind_and_fact
from crm.services.roles import name_of
from crm.tui.dialogs.choose import Choice, Choose
from crm.tui.dialogs.dialog import Dialog, text
from crm.wording import events as wording
from crm.wording.errors import message

if TYPE_CHECKING:
    from crm.services.event_meet import Met, Noted
    from crm.store.reads.contacts import Named

_SEVERAL, _OR_NEW = "ambiguous-person", "met-or-new"
_MOST_CHOICES = 8


class Line(Input):
    """The line about somebody; Enter comes after all that was typed before it, however fast."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("note them"), id="capture.note"),
    ]


class Capture(Dialog[int]):
    """Lines about people met at an event; gives how many were noted."""

    DEFAULT_CSS = """
    Capture > .dialog-box { height: 100%; max-height: 22; }
    Capture .lead { color: $foreground-muted; }
    Capture Input { border: tall $border; background: $boost; }
    Capture Input:focus { border: tall $accent; }
    Capture #preview { height: 4; padding: 0 1; overflow-y: hidden; }
    Capture #noted { height: 1fr; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("finish"), id="capture.finish"),
    ]

    def __init__(self, event_id: int, name: str) -> None:
        super().__init__()
        self._event_id = event_id
        self.title_text = _("Met at {event}").format(event=name)
        self._noted: list[str] = []

    def body(self) -> ComposeResult:
        """Give the line, what is understood of it, and those noted so far."""
        lead = _("One line per person, ten seconds each; as in")
        example = _("Ana Ruiz: copywriter, loves trail running, promised her the link")
        yield text(f"{lead}\n{example}", classes="lead")
        yield Line()
        yield Static(id="preview")
        yield Static(id="count")
        with VerticalScroll(id="noted", can_focus=False):
            yield Static(id="list")

    def on_mount(self) -> None:
        """Wait for the first line."""
        self.query_one(Input).focus()

    @property
    def _line(self) -> str:
        return self.query_one(Input).value.strip()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is understood so far."""
        event.stop()
        line = self._line
        if not line:
            self._say("")
            return
        self.ask(
            lambda context: event_meet.foreseen(context, self._event_id, line),
            self._foresee,
            group="preview",
            refused=lambda error: self._say(_in_brief(error), "$foreground-muted"),
        )

    def _foresee(self, found: tuple[Noted, Named | None]) -> None:
        noted, known = found
        facts = [kind_and_fact(fact) for fact in noted.facts]
        if known is not None:
            noted = noted._replace(name=known.name)
        said = wording.foreseen(
            noted, facts, known is not None, self.crm.context.today, active(), _role
        )
        self._say(f"→ {said}")

    def _say(self, words: str, style: str = "") -> None:
        lines = words.split("\n") if self._line else [""]
        self.query_one("#preview", Static).update(Content.styled("\n".join(lines), style))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Note the line."""
        event.stop()
        line = event.value.strip()
        if line:
            self.ask(
                lambda context: event_meet.read(context, line),
                self._meet,
                group="note",
                refused=self._wrong,
            )

    def _meet(self, noted: Noted, *, new_one: bool = False) -> None:
        def refused(error: CrmError) -> None:
            if error.code in (_SEVERAL, _OR_NEW):
                self._ask_whom(noted, error)
            else:
                self._wrong(error)

        self.write(
            lambda context: event_meet.meet(context, self._event_id, noted, new_one=new_one),
            self._add,
            refused=refused,
        )

    def _wrong(self, error: CrmError) -> None:
        self._say(screen(message(error, active())), "$error")

    def _ask_whom(self, noted: Noted, error: CrmError) -> None:
        """Ask who is meant by a name of several, or of somebody in the address book."""

        def chosen(whom: object) -> None:
            if whom == "":
                self._meet(noted, new_one=True)
            elif whom is not None:
                self._meet(noted._replace(name=str(whom)))

        people = error.params.get("people")
        known = (
            [(each.id, each.name, each.title, each.organisation) for each in people]
            if isinstance(people, list | tuple)
            else [(error.params["id"], error.params["name"], "", "")]
        )
        choices = [
            Choice(str(at), " · ".join(filter(None, map(str, about))), str(number))
            for at, (number, *about) in enumerate(known[:_MOST_CHOICES], 1)
        ]
        form = _("Somebody new called {name}")
        choices.append(Choice("n", form.format(name=noted.name), ""))
        self.app.push_screen(Choose(_("Who is {name}?").format(name=noted.name), choices), chosen)

    def _add(self, met: Met) -> None:
        """Show who was noted above those before, and wait for the next."""
        facts = [kind_and_fact(fact) for fact in met.happened.facts]
        today = self.crm.context.today
        self._noted.append(wording.noted(met, facts, today, active(), _role, wording.bare))
        form = ngettext("{n} person noted so far", "{n} people noted so far", len(self._noted))
        count = Content.styled(form.format(n=len(self._noted)), "bold")
        self.query_one("#count", Static).update(count)
        self.query_one("#list", Static).update(Content("\n".join(reversed(self._noted))))
        self.query_one("#noted").scroll_home(animate=False)
        line = self.query_one(Input)
        line.clear()
        line.focus()
        self._say("")

    def action_leave(self) -> None:
        """End it; what was noted is saved."""
        self.dismiss(len(self._noted))


def _role(slug: str) -> str:
    return name_of(slug, language())


def _in_brief(error: CrmError) -> str:
    """Give what keeps a line from being noted as it stands, while it is still being written."""
    if error.code == _SEVERAL:
        return _("Several people are called so: Enter asks which of them.")
    if error.code == _OR_NEW:
        form = _("{name} of the address book, or somebody new? Enter asks.")
        return form.format(name=screen(str(error.params["name"])))
    return screen(message(error, active()))
