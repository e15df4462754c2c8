"""The end of an event in three steps: whom to keep, which aims were reached, a last look."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from crm.context import Context
from crm.domain.events import LARGEST_COUNT, Stance
from crm.i18n import N_, _, active
from crm.services import event_close
from crm.services.event_close import Closing, Met
from crm.tui.dialogs.dialog import Dialog
from crm.wording import events as wording

PEOPLE, AIMS, LOOK = "people", "aims", "look"
_STEPS = (PEOPLE, AIMS, LOOK)


class CloseEvent(Dialog[Closing]):
    """Asks about those met and about the aims; nothing is saved before the last Enter."""

    DEFAULT_CSS = """
    CloseEvent .lead { color: $foreground-muted; margin-bottom: 1; }
    CloseEvent OptionList {
        height: auto; max-height: 14; border: none; background: $surface; padding: 0;
        scrollbar-size-vertical: 1;
    }
    CloseEvent OptionList:focus { border: none; }
    CloseEvent #look { height: auto; max-height: 14; scrollbar-size-vertical: 1; }
    CloseEvent .hidden { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "decide(True)", N_("keep"), id="close-event.keep"),
        Binding("l", "decide(False)", N_("let them go"), id="close-event.let-go"),
        Binding("right,plus", "count(1)", N_("one more"), id="close-event.more",
                key_display="→"),
        Binding("left,minus", "count(-1)", N_("one fewer"), id="close-event.fewer",
                key_display="←"),
        Binding("enter", "go(1)", N_("go on"), id="close-event.next", priority=True),
        Binding("enter", "finish", N_("close it"), id="close-event.close", priority=True),
        Binding("backspace", "go(-1)", N_("one back"), id="close-event.before"),
    ]  # fmt: skip

    def __init__(self, before: Closing) -> None:
        super().__init__()
        self.title_text = _("Close {event}").format(event=before.event.name)
        self._before = before
        self._waiting = before.of(Stance.ASK)
        self._kept: set[int] = set()
        self._counts = list(before.counted)
        self._steps = [
            step
            for step in _STEPS
            if (step != PEOPLE or self._waiting) and (step != AIMS or before.aims)
        ]
        self._at = 0

    @property
    def _step(self) -> str:
        return self._steps[self._at]

    def body(self) -> ComposeResult:
        """Give what is asked, the list to answer it in, and the last look."""
        yield Static(classes="lead")
        yield OptionList()
        with VerticalScroll(id="look"):
            yield Static(id="words")

    def on_mount(self) -> None:
        """Begin with the first step."""
        self._show()

    def _show(self) -> None:
        leads = {
            PEOPLE: _("Keep in touch, or let go to the address book?"),
            AIMS: _("How far were the aims reached?"),
            LOOK: _("So it will be; Enter closes the event, u takes all of it back."),
        }
        self.query_one(".lead", Static).update(Content(leads[self._step]))
        rows = self.query_one(OptionList)
        is_look = self._step == LOOK
        rows.set_class(is_look, "hidden")
        self.query_one("#look").set_class(not is_look, "hidden")
        if is_look:
            self._foresee()
            self.query_one("#look").focus()
        else:
            rows.clear_options()
            rows.add_options(self._rows())
            rows.highlighted = 0
            rows.focus()
        self.refresh_bindings()

    def _rows(self) -> list[Content]:
        if self._step == PEOPLE:
            return [self._person(each) for each in self._waiting]
        return [self._aim(at) for at in range(len(self._counts))]

    def _person(self, each: Met) -> Content:
        is_kept = each.person.contact_id in self._kept
        mark = Content.styled(_("keep"), "bold") if is_kept else Content(_("let go"))
        wide = max(len(_("keep")), len(_("let go")))
        pad = " " * (wide - len(mark.plain) + 2)
        return Content.assemble(mark, pad, wording.to_decide(each, active(), wording.bare))

    def _aim(self, at: int) -> Content:
        aim, count = self._before.aims[at], self._counts[at]
        return Content(wording.aim_line(at + 1, aim, count, active()))

    def _foresee(self) -> None:
        def foreseen(context: Context) -> Closing:
            return event_close.foreseen(
                context, str(self._before.event.id), keep=self._keep, reached=self._reached
            )

        def show(after: Closing) -> None:
            decided = [
                each._replace(stance=Stance.LET_GO) if each.stance == Stance.ASK else each
                for each in after.met
            ]
            lines = wording.closed(after._replace(met=decided), self.crm.context.today, active())
            if not lines:
                lines = [_("Nobody was met there.")]
            self.query_one("#words", Static).update(Content("\n".join(lines)))

        self.ask(foreseen, show)

    @property
    def _keep(self) -> list[str]:
        return [str(number) for number in sorted(self._kept)]

    @property
    def _reached(self) -> dict[int, int]:
        return dict(enumerate(self._counts, 1))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what belongs to the step."""
        if action == "decide":
            return self._step == PEOPLE
        if action == "count":
            return self._step == AIMS
        if action == "finish":
            return self._step == LOOK
        if action == "go":
            return self._at > 0 if parameters == (-1,) else self._step != LOOK
        return True

    def action_decide(self, keep: bool) -> None:
        """Keep the one under the cursor or let them go, and go on to the next."""
        rows = self.query_one(OptionList)
        at = rows.highlighted
        if at is None:
            return
        each = self._waiting[at]
        (self._kept.add if keep else self._kept.discard)(each.person.contact_id)
        rows.replace_option_prompt_at_index(at, self._person(each))
        rows.highlighted = min(at + 1, len(self._waiting) - 1)

    def action_count(self, step: int) -> None:
        """Count one more of an aim, or one fewer."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self._set(at, self._counts[at] + step)

    def _set(self, at: int, count: int) -> None:
        self._counts[at] = max(0, min(LARGEST_COUNT, count))
        self.query_one(OptionList).replace_option_prompt_at_index(at, self._aim(at))

    def on_key(self, event: events.Key) -> None:
        """Take a digit as how many of an aim."""
        at = self.query_one(OptionList).highlighted
        if self._step == AIMS and at is not None and event.character in tuple("0123456789"):
            event.stop()
            self._set(at, int(event.character or "0"))

    def action_go(self, step: int) -> None:
        """Go on to the next step, or back to the one before."""
        self._at += step
        self._show()

    def action_finish(self) -> None:
        """Close the event."""
        self.write(
            lambda context: event_close.close(
                context, str(self._before.event.id), keep=self._keep, reached=self._reached
            ),
            self._done,
        )

    def _done(self, after: Closing) -> None:
        self.dismiss(after)
