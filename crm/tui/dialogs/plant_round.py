"""The quick round: one person of the address book after the other, one key each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from crm.domain.text import screen
from crm.i18n import N_, _, active, ngettext
from crm.services import garden
from crm.services.garden import Planted
from crm.tui.asking import Asking
from crm.tui.dialogs.dialog import Dialog
from crm.wording import garden as wording
from crm.wording.words import every

if TYPE_CHECKING:
    from crm.store.reads.contacts import Named

RHYTHMS = {"1": "2w", "2": "1m", "3": "3m", "4": "1y"}
ROUND = 30
_SEEN = 5


class PlantRound(Dialog[list[Planted]]):
    """Asks of each candidate how often; gives those planted, [] for nobody.

    Nothing is written before the end, and then all at once.
    """

    DEFAULT_CSS = """
    PlantRound .dialog-box { height: auto; }
    PlantRound #who { height: 3; margin: 1 0; padding: 0 1; border-left: thick $accent; }
    PlantRound #keys { height: auto; }
    PlantRound #chosen { height: 6; margin-top: 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"answer('{key}')", N_("rhythm"), id=f"round.{key}", show=False)
            for key in RHYTHMS
        ),
        Binding("enter", "answer('')", N_("skip"), id="round.skip"),
        Binding("backspace", "back", N_("one back"), id="round.back"),
        Binding("escape", "finish", N_("finish"), id="round.finish"),
    ]  # fmt: skip

    def __init__(self, people: Sequence[Named]) -> None:
        super().__init__()
        self.title_text = _("Which of them would you be sorry to lose?")
        self._people = people
        self._answers: list[str] = []

    def body(self) -> ComposeResult:
        """Give the one who is asked about, the keys, and those chosen so far."""
        yield Static(id="who")
        yield Static(id="keys")
        with Vertical(id="chosen"):
            yield Static(id="so-far")

    def on_mount(self) -> None:
        """Ask about the first."""
        words = {key: every(cadence, active()) for key, cadence in RHYTHMS.items()}
        lines = [Content.assemble((key, "$accent bold"), f"  {words[key]}") for key in words]
        self.query_one("#keys", Static).update(Content("\n").join(lines))
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to go back only when there is somebody before."""
        return bool(self._answers) if action == "back" else True

    def _show(self) -> None:
        at, all_ = len(self._answers), len(self._people)
        person = self._people[at]
        about = " · ".join(filter(None, (person.title, person.organisation)))
        lines = [
            Content.styled(screen(person.name), "bold"),
            Content(screen(about)),
            Content.styled(_("{n} of {all}").format(n=at + 1, all=all_), "$foreground-muted"),
        ]
        self.query_one("#who", Static).update(Content("\n").join(lines))
        chosen = self._chosen()
        form = ngettext("{n} chosen so far", "{n} chosen so far", len(chosen))
        said = [form.format(n=len(chosen))] if chosen else []
        said += [
            f"{screen(person.name)} · {every(cadence, active())}"
            for person, cadence in reversed(chosen[-_SEEN:])
        ]
        self.query_one("#so-far", Static).update(Content("\n".join(said)))
        self.refresh_bindings()

    def _chosen(self) -> list[tuple[Named, str]]:
        answers = zip(self._people, self._answers, strict=False)
        return [(person, RHYTHMS[answer]) for person, answer in answers if answer]

    def action_answer(self, key: str) -> None:
        """Take the answer, and ask about the next one."""
        if len(self._answers) < len(self._people):
            self._answers.append(key)
        if len(self._answers) == len(self._people):
            self.action_finish()
        else:
            self._show()

    def action_back(self) -> None:
        """Take the last answer back."""
        self._answers.pop()
        self._show()

    def action_finish(self) -> None:
        """Plant those chosen, and close."""
        chosen = [(str(person.id), cadence) for person, cadence in self._chosen()]
        if not chosen:
            self.dismiss([])
            return
        self.write(lambda context: garden.plant(context, list(chosen)), self._planted)

    def _planted(self, people: list[Planted]) -> None:
        self.dismiss(people)


def open_round(page: Asking) -> None:
    """Ask of those in the address book whom to take into the garden, and say who is there."""
    crm = page.crm

    def planted(people: list[Planted] | None) -> None:
        if people:
            crm.say("\n".join(wording.planted(people, crm.context.today, active())))

    def found(people: list[Named]) -> None:
        if people:
            crm.push_screen(PlantRound(people), planted)
        else:
            crm.say(_("The address book is empty: everybody is in the garden."))

    page.ask(lambda context: garden.candidates(context, ROUND), found, group="round")
