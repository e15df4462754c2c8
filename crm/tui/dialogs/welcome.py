"""The three steps of somebody new: who they are, what they are after, where their contacts are."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from crm.context import Context
from crm.domain.text import screen
from crm.i18n import N_, _, active, language
from crm.services import contacts, first_steps, roles
from crm.services.first_steps import Begun
from crm.services.roles import Understood
from crm.tui import demo
from crm.tui.dialogs.dialog import Dialog, text
from crm.tui.dialogs.form import Field, Filled, Form
from crm.tui.dialogs.write_line import WriteLine
from crm.wording import words

if TYPE_CHECKING:
    from crm.tui.app import CrmApp

STEPS = 3


def _title(step: int, what: str) -> str:
    form = _("Welcome · {step} of {steps} · {what}")
    return form.format(step=step, steps=STEPS, what=what)


class Step(Form):
    """A step of the welcome that is a form; gives whether to go on."""

    DEFAULT_CSS = """
    Step { background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", N_("go on"), id="welcome.on", priority=True),
        Binding("tab,down", "app.focus_next", N_("next line"), id="form.next", priority=True,
                key_display="tab"),
        Binding("escape", "leave", N_("later"), id="welcome.later"),
    ]  # fmt: skip


class AboutYou(Step):
    """Step 1: who the user is; every line is optional."""

    def __init__(self, begun: Begun, role_names: list[str]) -> None:
        me = begun.me
        fields = [
            Field("name", _("Your name"), me.name),
            Field("role", _("What you do"), ", ".join(role_names),
                  _("web developer, diseñadora…"), completes=roles.completions),
            Field("interest", _("Interests"), ", ".join(me.traits["interest"]),
                  _("climbing, science fiction")),
            Field("offer", _("You offer"), ", ".join(me.traits["offer"]),
                  _("landing pages, a second look")),
            Field("need", _("You need"), ", ".join(me.traits["need"]), _("an accountant, clients")),
            Field("pitch", _("In a sentence"), me.pitch,
                  _("I build shops for small museums")),
        ]  # fmt: skip
        lead = _(
            "It all stays in a file on this machine. Matches, introductions and briefs are made of"
            " these lines; write what you like, commas between several, the rest can wait."
        )
        super().__init__(_title(1, _("who you are")), fields, first_steps.introduce, lead=lead)

    def body(self) -> ComposeResult:
        """Give the lines, and how the roles are understood."""
        yield from super().body()
        yield Static(id="understood")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how the roles are understood, in whichever language they are typed."""
        event.stop()
        if event.input.id == "field-role":
            said, shown = event.value, language()
            self.ask(
                lambda context: roles.understood(context, said, shown), self._show, group="roles"
            )

    def _show(self, found: list[Understood]) -> None:
        known = [role.name for role in found if role.name is not None]
        others = [role.said for role in found if role.name is None]
        lines = []
        if known:
            lines.append(_("Known professions: {names}").format(names=", ".join(known)))
        if others:
            lines.append(_("Kept as you write it: {names}").format(names=", ".join(others)))
        shown = Content("\n").join(Content(screen(line)) for line in lines)
        self.query_one("#understood", Static).update(shown)


class FirstGoals(Step):
    """Step 2: up to three goals, the first one the most important."""

    def __init__(self, begun: Begun) -> None:
        tr = active()
        hints = (_("five steady clients"), _("a mentor in sales"), _("a talk at a meetup"))
        measures = (_("5 clients"), _("1 mentor"), _("1 talk"))
        fields = []
        for rank, hint, measure in zip(first_steps.RANKS, hints, measures, strict=True):
            label = words.rank(rank, tr)
            fields += [
                Field(f"{rank}-title", label[:1].upper() + label[1:], hint=hint),
                Field(f"{rank}-measure", _("how many"), hint=measure),
                Field(f"{rank}-by", _("by"), hint=_("31 december, 6m")),
            ]
        lead = _("What are you after? One goal will do; the day's list puts whom it needs first.")
        if begun.goals:
            titles = ", ".join(card.goal.title for card in begun.goals)
            lead += "\n" + _("You have: {titles}").format(titles=titles)
        super().__init__(_title(2, _("your goals")), fields, _aim, lead=lead)


def _aim(context: Context, filled: Filled) -> object:
    parts = ("title", "measure", "by")
    lines = [tuple(filled[f"{rank}-{part}"] for part in parts) for rank in first_steps.RANKS]
    return first_steps.aim(context, lines)  # type: ignore[arg-type]


class YourContacts(Dialog[str]):
    """Step 3: where the user's contacts are; gives what to do."""

    DEFAULT_CSS = """
    YourContacts { background: $background; }
    YourContacts OptionList {
        height: auto; border: none; background: $surface; padding: 0; margin: 1 0;
        &:focus { border: none; }
    }
    YourContacts #how { height: 5; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", N_("choose"), id="welcome.take", priority=True),
        Binding("escape,s", "leave", N_("later"), id="welcome.leave"),
    ]
    FILE, BY_HAND, DEMO = "file", "by-hand", "demo"

    def __init__(self) -> None:
        super().__init__()
        self.title_text = _title(3, _("your contacts"))
        self._ways = (
            ("l", _("From LinkedIn"), self.FILE, _(
                "On linkedin.com: Settings → Data privacy → Get a copy of your data →"
                " Connections. A mail brings a zip within minutes: unzip it, and choose"
                " Connections.csv here."
            )),
            ("t", _("From a telephone"), self.FILE, _(
                "Export them there as a vCard file (.vcf): on Android in Contacts → Fix & manage →"
                " Export to file; on an iPhone in Contacts → Lists → hold a list → Export. Send"
                " the file to this machine."
            )),
            ("c", _("From another CSV file"), self.FILE, _(
                "Google Contacts, Outlook, Thunderbird or a spreadsheet: export it as CSV. The"
                " columns are found by their names, and you can change what each one holds."
            )),
            ("a", _("Add somebody by hand"), self.BY_HAND, _(
                "One name is enough to begin with: somebody you would be sorry to lose."
            )),
            ("d", _("Look at an invented network first"), self.DEMO, _(
                "Everything works there, and nothing touches your own data. The palette (ctrl+p)"
                " brings you back."
            )),
        )  # fmt: skip

    def body(self) -> ComposeResult:
        """Give the ways, and how to go about the one that is marked."""
        yield text(_("Whoever you bring in is known, and never due until you choose them."))
        yield OptionList(*(Content(f"{key}  {said}") for key, said, _way, _how in self._ways))
        yield text("", id="how")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say how to go about it."""
        event.stop()
        self.query_one("#how", Static).update(Content(self._ways[event.option_index][3]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give what was chosen with Enter or the mouse."""
        event.stop()
        self.dismiss(self._ways[event.option_index][2])

    def action_take(self) -> None:
        """Give what is marked."""
        self.query_one(OptionList).action_select()

    def on_key(self, event: events.Key) -> None:
        """Mark a way by its key; the same key again chooses it."""
        for at, (key, *_rest) in enumerate(self._ways):
            if event.character == key:
                event.stop()
                ways = self.query_one(OptionList)
                if ways.highlighted == at:
                    self.dismiss(self._ways[at][2])
                ways.highlighted = at


def open_welcome(crm: CrmApp, *, for_new: bool = False, step: int | None = None) -> None:
    """Open the welcome at a step, else at the first one not taken; `for_new` to the new only."""
    page = crm.page
    if page is None:
        return

    def looked(context: Context) -> tuple[Begun, list[str]]:
        begun = first_steps.begun(context)
        name_of = roles.namer(context)
        return begun, [name_of(role, language()) for role in begun.me.traits["role"]]

    def came(found: tuple[Begun, list[str]]) -> None:
        begun, names = found
        if not for_new or begun.is_nothing:
            _Walk(crm, begun, names).open(step or begun.step)

    page.ask(looked, came, group="welcome")


class _Walk:
    """The way through the steps; what each one writes is kept, whatever comes after."""

    def __init__(self, crm: CrmApp, begun: Begun, role_names: list[str]) -> None:
        self._crm = crm
        self._begun = begun
        self._role_names = role_names

    def open(self, step: int) -> None:
        """Open a step, and the next one when it was not left."""

        def taken(done: object) -> None:
            if done is None:
                self._crm.say(_("The welcome waits in the palette: ctrl+p."))
            else:
                self.open(step + 1)

        if step == 1:
            self._crm.push_screen(AboutYou(self._begun, self._role_names), taken)
        elif step == 2:
            self._crm.push_screen(FirstGoals(self._begun), taken)
        else:
            self._crm.push_screen(YourContacts(), self._bring)

    def _bring(self, way: str | None) -> None:
        if way == YourContacts.FILE:
            self._crm.open_import()
        elif way == YourContacts.BY_HAND:
            self._add_by_hand()
        elif way == YourContacts.DEMO:
            demo.enter(self._crm)

    def _add_by_hand(self) -> None:
        def deed(context: Context, name: str) -> object:
            return contacts.add(context, contacts.Said(name=name))

        def told(added: object) -> None:
            if isinstance(added, contacts.Added):
                self._crm.say(_("{name} is in the garden.").format(name=added.name))

        lead = _("Their name; the rest can wait.")
        title = _("Somebody you would be sorry to lose")
        self._crm.push_screen(WriteLine(title, lead=lead, deed=deed), told)
