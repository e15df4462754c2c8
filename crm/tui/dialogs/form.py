"""Several things to be filled in, one line each; Enter does the deed."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from crm.context import Context
from crm.domain.text import screen
from crm.errors import CrmError
from crm.i18n import N_, active
from crm.tui.dialogs.dialog import Dialog, text
from crm.tui.widgets.pick import Pick

if TYPE_CHECKING:
    from crm.tui.app import CrmApp

Filled = dict[str, str]


class Field(NamedTuple):
    """A line of a form: its name, its label, what stands there, what could stand there.

    With `choices`, pairs of a value and its words, one of them is picked; `completes` gives what
    the text typed so far may become.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    completes: Callable[[Context, str], list[str]] | None = None


class Form(Dialog[object]):
    """Fields to fill in; gives what `deed` makes of them, and says what is wrong until then."""

    DEFAULT_CSS = """
    Form .lead { color: $text-muted; margin-bottom: 1; }
    Form #fields { height: auto; max-height: 16; scrollbar-size-vertical: 1; }
    Form .row { height: auto; }
    Form .label { width: 20; color: $text-muted; padding-right: 1; text-align: right; }
    Form Input { width: 1fr; background: $boost; }
    Form Input > .input--placeholder { text-style: italic; }
    Form .row:focus-within .label { color: $accent; text-style: bold; }
    Form .wrong { color: $error; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", N_("save"), id="form.save", priority=True),
        Binding("down", "step(1)", N_("next line"), id="form.next", priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
    ]  # fmt: skip

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        deed: Callable[[Context, Filled], object],
        *,
        lead: str = "",
    ) -> None:
        super().__init__()
        self.title_text = title
        self._fields = fields
        self._deed = deed
        self._lead = lead

    def body(self) -> ComposeResult:
        """Give the lines, and room below them for what is wrong."""
        if self._lead:
            yield text(self._lead, classes="lead")
        with VerticalScroll(id="fields", can_focus=False):
            for field in self._fields:
                with Horizontal(classes="row"):
                    yield Static(Content(screen(field.label)), classes="label")
                    if field.choices:
                        yield Pick(field.choices, field.value, id=f"field-{field.name}")
                    else:
                        yield self._line(field)
        yield text("", classes="wrong")

    def _line(self, field: Field) -> Input:
        suggester = _Completing(self.crm, field.completes) if field.completes else None
        return Input(
            screen(field.value), placeholder=field.hint, suggester=suggester, compact=True,
            id=f"field-{field.name}",
        )  # fmt: skip

    def action_step(self, lines: int) -> None:
        """Go to the next line or the one before."""
        if lines > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_save(self) -> None:
        """Do the deed with what was filled in."""
        filled = {}
        for field in self._fields:
            widget = self.query_one(f"#field-{field.name}")
            assert isinstance(widget, Input | Pick)
            filled[field.name] = widget.value
        deed = self._deed
        self.write(lambda context: deed(context, filled), self._done, refused=self._wrong)

    def _done(self, made: object) -> None:
        self.dismiss(made)

    def _wrong(self, error: CrmError) -> None:
        from crm.wording.errors import message

        self.query_one(".wrong", Static).update(Content(screen(message(error, active()))))


class _Completing(Suggester):
    """Completes what is typed with what a service knows."""

    def __init__(self, crm: CrmApp, completes: Callable[[Context, str], list[str]]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._crm = crm
        self._completes = completes

    async def get_suggestion(self, value: str) -> str | None:
        """Give the first completion, None when there is none."""
        try:
            found = await to_thread(self._completes, self._crm.context, value)
        except CrmError:
            return None
        return next((each for each in found if len(each) >= len(value)), None)
