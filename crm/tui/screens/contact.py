"""The page of a person: who they are, how the relation stands, and all there is between you."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from crm.context import Context
from crm.errors import CrmError, NotFound
from crm.i18n import N_, _
from crm.tui.acting import Acting
from crm.tui.noting import Noting
from crm.tui.page import Page
from crm.tui.widgets.person_header import PersonHeader
from crm.tui.widgets.person_view import PersonView
from crm.tui.widgets.tab_bar import Tab, TabBar

if TYPE_CHECKING:
    from crm.services.card import Card
    from crm.services.reach import Reach

TABS = (
    Tab("overview", N_("Overview")),
    Tab("timeline", N_("Timeline")),
    Tab("facts", N_("Facts & questions")),
    Tab("promises", N_("Promises")),
    Tab("giving", N_("Giving")),
    Tab("mentorship", N_("Mentorship")),
    Tab("matches", N_("Matches")),
    Tab("details", N_("Details")),
)


class Contact(Page, Acting, Noting):
    """Everything about one person."""

    section = "people"
    DEFAULT_CSS = """
    Contact #tabs { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "act(None)", N_("act"), id="contact.act"),
        Binding("l", "log", N_("log"), id="contact.log"),
        Binding("e", "edit", N_("edit"), id="contact.edit"),
        Binding("n", "note", N_("note"), id="contact.note"),
        Binding("p", "promise", N_("promise"), id="contact.promise"),
        Binding("s", "snooze", N_("later"), id="contact.snooze"),
        Binding("g", "rhythm", N_("rhythm"), id="contact.rhythm"),
        Binding("tab,right", "tab(1)", N_("next tab"), id="contact.next", priority=True),
        Binding("shift+tab,left", "tab(-1)", N_("tab before"), id="contact.before", show=False,
                priority=True),
        Binding("f", "learn", N_("something learned"), id="contact.fact", show=False),
        Binding("t", "tags", N_("tags"), id="contact.tags", show=False),
        Binding("w", "act('whatsapp')", N_("WhatsApp"), id="contact.whatsapp", show=False),
        Binding("m", "act('mail')", N_("mail"), id="contact.mail", show=False),
        Binding("c", "act('call')", N_("call"), id="contact.call", show=False),
        Binding("i", "act('linkedin')", N_("LinkedIn"), id="contact.linkedin", show=False),
        Binding("o", "act('map')", N_("map"), id="contact.map", show=False),
        Binding("v", "copy", N_("copy the sentence"), id="contact.copy", show=False),
        Binding("x", "archive", N_("archive, or take back"), id="contact.archive", show=False),
        Binding("D,delete", "delete", N_("delete"), id="contact.delete", show=False),
        Binding("escape", "leave", N_("back"), id="contact.back", show=False),
    ]  # fmt: skip

    def __init__(self, contact_id: int) -> None:
        super().__init__()
        self.contact_id = contact_id
        self._card: Card | None = None
        self._here = TABS[0].name
        self._tabs: dict[str, PersonView] = {}
        self._ages: dict[str, int] = {}
        self._is_deleted = False

    def body(self) -> ComposeResult:
        """Give the header, the tabs and the brief."""
        yield PersonHeader()
        yield TabBar([Tab(tab.name, _(tab.title)) for tab in TABS])
        with Vertical(id="tabs"):
            yield self._tab(self._here)

    def on_mount(self) -> None:
        """Let the keys go to the brief."""
        self._tabs[self._here].focus()

    def _tab(self, name: str) -> PersonView:
        """Give a tab, made when it is first shown."""
        tab = self._tabs[name] = _made(name)
        tab.of(self.contact_id, self.name_of_person)
        return tab

    def look(self) -> None:
        """Ask for what the header shows, and let the tab in front look."""
        person = str(self.contact_id)

        def call(context: Context) -> Card:
            from crm.services.card import card

            return card(context, person, timeline=0)

        if not self._is_deleted:
            self.ask(call, self._show, refused=self._gone)
            self._look_at_tab()

    def _show(self, card: Card) -> None:
        self._card = card
        header = self.query_one(PersonHeader)
        header.show(card, self.crm.context.today)
        self.call_after_refresh(self._look_further)
        for tab in self._tabs.values():
            tab.of(self.contact_id, card.person.name)
        self.refresh_bindings()

    def _look_further(self) -> None:
        """Ask for what takes longer, once the rest stands."""
        person = self.contact_id

        def call(context: Context) -> tuple[Reach, int | None]:
            from crm.services.card import dries_in
            from crm.services.reach import ways

            return ways(context, str(person)), dries_in(context, person)

        self.ask(
            call, lambda found: self.query_one(PersonHeader).show_more(*found), group="further",
            refused=_nothing,
        )  # fmt: skip

    def _gone(self, error: CrmError) -> None:
        """Leave a page whose person was deleted elsewhere."""
        if self._is_deleted:
            return
        if isinstance(error, NotFound):
            self._leave_for_good()
        else:
            self.crm.show_failure(error, self.look)

    def _leave_for_good(self) -> None:
        """Leave with all that was opened from here; later, if another section is in front."""
        if self not in self.app.screen_stack:
            self._seen = -1
            return
        self.crm.say(_("They are no longer in the network."))
        while self in self.app.screen_stack:
            self.app.pop_screen()

    def _look_at_tab(self) -> None:
        """Let the tab in front look, unless it shows what is known by now."""
        if self._ages.get(self._here) != self.crm.age:
            self._ages[self._here] = self.crm.age
            self._tabs[self._here].look()

    @property
    def name_of_person(self) -> str:
        """Their name, as far as it is known yet."""
        return self._card.person.name if self._card else ""

    @property
    def is_editing(self) -> bool:
        """Whether a detail is being written, so that keys are letters."""
        return self._here in self._tabs and self._tabs[self._here].is_editing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what can be done with them now."""
        if not self.is_mounted or not action.startswith("app."):
            if self.is_editing:
                return False
            needs_person = {
                "act",
                "copy",
                "snooze",
                "promise",
                "rhythm",
                "note",
                "learn",
                "tags",
                "log",
            }
            if action in needs_person | {"archive", "delete"}:
                return self._card is not None
        return True

    async def bring(self, name: str) -> None:
        """Bring a tab to the front."""
        if name == self._here:
            return
        self._here = name
        if name not in self._tabs:
            await self.query_one("#tabs").mount(self._tab(name))
        for other, tab in self._tabs.items():
            tab.display = other == name
        self.query_one(TabBar).mark(name)
        self._look_at_tab()
        self._tabs[name].focus()
        self.refresh_bindings()

    async def action_tab(self, step: int) -> None:
        """Bring the next tab to the front, or the one before."""
        names = [tab.name for tab in TABS]
        await self.bring(names[(names.index(self._here) + step) % len(names)])

    async def on_tab_bar_chosen(self, message: TabBar.Chosen) -> None:
        """Bring the tab that was clicked to the front."""
        message.stop()
        if not self.is_editing:
            await self.bring(message.name)

    def action_leave(self) -> None:
        """Go back to the page before."""
        self.dismiss()

    def action_act(self, channel: str | None) -> None:
        """Hand over to a program."""
        self.act(self.contact_id, channel)

    def action_copy(self) -> None:
        """Copy the opener."""
        self.copy(self.contact_id)

    def action_snooze(self) -> None:
        """Show them another day."""
        self.snooze(self.contact_id, self.name_of_person)

    def action_promise(self) -> None:
        """Note a promise to them."""
        self.promise(self.contact_id, self.name_of_person)

    def action_log(self) -> None:
        """Log what happened with them."""
        self.crm.open_log(self.name_of_person, self.contact_id)

    async def action_edit(self) -> None:
        """Go to the details, each of which can be edited."""
        await self.bring("details")

    def action_note(self) -> None:
        """Add a line to the notes."""
        self.note(self.contact_id, self.name_of_person)

    def action_learn(self) -> None:
        """Note something that was learned."""
        self.learn(self.contact_id, self.name_of_person)

    def action_tags(self) -> None:
        """Write their tags anew."""
        if self._card is not None:
            self.tags(self.contact_id, self.name_of_person, self._card.person.tags)

    def action_rhythm(self) -> None:
        """Choose how often to be in touch, or let them rest."""
        title = _("How often with {name}?").format(name=self.name_of_person)
        self.rhythm([self.contact_id], title)

    def action_archive(self) -> None:
        """Put them away, or take them back."""
        from crm.services import contacts

        if self._card is None:
            return
        person, back = str(self.contact_id), self._card.person.archived
        if back:
            said = _("{names}: back from the archive.").format(names=self.name_of_person)
        else:
            said = _("Archived {names}.").format(names=self.name_of_person)
            said = _("{said} u takes it back.").format(said=said)
        self.write(
            lambda context: contacts.archive(context, [person], back=back),
            lambda _done: self.crm.say(said),
        )

    def action_delete(self) -> None:
        """Delete them; undo brings them back."""
        from crm.services import contacts

        person, name = str(self.contact_id), self.name_of_person

        def call(context: Context) -> None:
            contacts.delete(context, [person])
            self._is_deleted = True

        def told(_done: object) -> None:
            self.crm.say(_("Deleted {name}. u brings them back.").format(name=name))
            self.dismiss()

        self.write(call, told)


def _nothing(_error: CrmError) -> None:
    """Say nothing: the header says what there is to say."""


def _made(name: str) -> PersonView:
    """Give a tab, whose file is imported when it is first shown."""
    module = import_module(f"crm.tui.widgets.person_{name}")
    view = getattr(module, f"Person{name.capitalize()}")()
    return cast("PersonView", view)
