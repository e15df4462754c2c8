"""The home of the program: one person at a time, why, what to say, and the ways to do it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from crm.context import Context
from crm.domain.text import screen
from crm.i18n import N_, _, active
from crm.services import agenda
from crm.services.agenda import Ahead, DayList, Line, Question
from crm.tui.acting import Acting
from crm.tui.page import Page
from crm.tui.widgets.brief_view import BriefView
from crm.tui.widgets.card import Card
from crm.tui.widgets.empty_day import EmptyDay
from crm.wording import deeds
from crm.wording.dates import full
from crm.wording.day import question as in_words
from crm.wording.reasons import reason

if TYPE_CHECKING:
    from crm.services.brief import Brief
    from crm.services.day_lines import Done
    from crm.services.giving_ideas import Idea
    from crm.services.reach import Reach

MOST_DAYS_AHEAD = 14


class View(NamedTuple):
    """What the page shows of a day; `ahead` and an `idea` are looked up when it has no lines."""

    day: date
    found: DayList
    lines: list[Line]
    ahead: Ahead | None
    idea: Idea | None
    is_empty_network: bool
    is_unplanted: bool


class Lines(OptionList):
    """The lines of a day and what is asked."""

    DEFAULT_CSS = """
    Lines {
        width: 34; height: 1fr; border: none; padding: 0; background: $background;
        text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1;
        &:focus { border: none; }
    }
    .-wide Lines { width: 46; }
    .-narrow Lines { width: 1fr; height: 40%; }
    """


class Today(Acting, Page):
    """The day's list, the card of the one under the cursor, and their brief."""

    section = "today"
    DEFAULT_CSS = """
    Today #day { height: 1; padding: 0 1; color: $text-muted; }
    Today #sides { height: 1fr; }
    Today #right { width: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    Today.-narrow #sides { layout: vertical; }
    Today.-narrow #right { width: 1fr; height: 1fr; }
    Today .hidden { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "act(None)", N_("act"), id="today.act"),
        Binding("d", "done", N_("tick off"), id="today.done"),
        Binding("y", "answer(True)", N_("yes"), id="today.yes"),
        Binding("n", "answer(False)", N_("no"), id="today.no"),
        Binding("s", "snooze", N_("later"), id="today.snooze"),
        Binding("p", "promise", N_("promise"), id="today.promise"),
        Binding("enter", "open", N_("see more"), id="today.open", priority=True),
        Binding("b", "begin", N_("begin"), id="today.begin"),
        Binding("p", "plant", N_("choose whom to tend"), id="today.plant"),
        Binding("i", "import", N_("import"), id="today.import"),
        Binding("w", "act('whatsapp')", N_("WhatsApp"), id="today.whatsapp", show=False),
        Binding("m", "act('mail')", N_("mail"), id="today.mail", show=False),
        Binding("c", "act('call')", N_("call"), id="today.call", show=False),
        Binding("i", "act('linkedin')", N_("LinkedIn"), id="today.linkedin", show=False),
        Binding("o", "act('map')", N_("map"), id="today.map", show=False),
        Binding("v", "copy", N_("copy the sentence"), id="today.copy", show=False),
        Binding("greater_than_sign,right", "day(1)", N_("next day"), id="today.next",
                key_display=">", priority=True),
        Binding("less_than_sign,left", "day(-1)", N_("day before"), id="today.before",
                key_display="<", priority=True),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._offset = 0
        self._view: View | None = None
        self._entries: list[Line | Question] = []

    def body(self) -> ComposeResult:
        """Give the lines at the left, the card and the brief at the right."""
        yield Static(id="day")
        yield EmptyDay(classes="hidden")
        with Horizontal(id="sides"):
            yield Lines()
            with VerticalScroll(id="right", can_focus=False), Vertical():
                yield Card()
                yield BriefView()

    def look(self) -> None:
        """Ask for the list of the day that is shown."""
        offset = self._offset
        self.ask(lambda context: _view(context, offset), self._show)

    def _show(self, view: View) -> None:
        """Show a day; the cursor stays on the one it was on."""
        kept, at = self._here, self.query_one(Lines).highlighted or 0
        self._view = view
        self._entries = [*view.lines, *(view.found.questions if not self._offset else ())]
        lines = self.query_one(Lines)
        lines.clear_options()
        lines.add_options([self._option(entry) for entry in self._entries])
        self.query_one("#day", Static).update(self._heading(view))
        empty = self.query_one(EmptyDay)
        empty.set_class(bool(self._entries), "hidden")
        self.query_one("#sides").set_class(not self._entries, "hidden")
        if self._entries:
            lines.focus()
            lines.highlighted = _position(self._entries, kept, at)
        else:
            empty.show(view, is_today=not self._offset)
        self.crm.opened_on(is_empty=view.is_empty_network)
        self.refresh_bindings()

    def _heading(self, view: View) -> Content:
        words = full(view.day, active())
        done = view.found.dealt_with if not self._offset else 0
        if done:
            form = _("{done} of {all} done")
            words = f"{words} · {form.format(done=done, all=done + len(view.lines))}"
        return Content(words[0].upper() + words[1:])

    def _option(self, entry: Line | Question) -> Content:
        tr = active()
        if isinstance(entry, Question):
            return Content.assemble((" ? ", "$accent"), in_words(entry, self._today, tr))
        name = screen(entry.name) if entry.name else _("Your next step")
        head = Content.assemble((f"{entry.number or '·':>2} ", "dim"), (name, "bold"))
        first = entry.reasons[0]
        why = reason(first.code, first.params, entry.day, tr)
        return Content("\n").join([head, Content.styled(f"   {why}", "dim")])

    @property
    def _today(self) -> date:
        return self.crm.context.today

    @property
    def _here(self) -> Line | Question | None:
        """The line or question under the cursor."""
        at = self.query_one(Lines).highlighted
        return self._entries[at] if at is not None and at < len(self._entries) else None

    @property
    def _line(self) -> Line | None:
        return self._here if isinstance(self._here, Line) else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the card and the brief of the one under the cursor."""
        event.stop()
        here = self._here
        card = self.query_one(Card)
        if isinstance(here, Line):
            card.show_line(here, self._today)
        elif isinstance(here, Question):
            card.show_question(here, self._today)
        self.query_one("#right").scroll_home(animate=False)
        self.refresh_bindings()
        contact = here.contact_id if isinstance(here, Line) else here and here.people[0][0]
        if contact is None:
            self.query_one(BriefView).show(None)
        else:
            self.ask(lambda context: _known(context, contact), self._show_known, group="brief")

    def _show_known(self, known: tuple[Brief, Reach]) -> None:
        found, reach = known
        self.query_one(Card).show_ways(found, reach)
        self.query_one(BriefView).show(found)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what can be done with the one under the cursor."""
        if not self.is_mounted:
            return True
        line, here, view = self._line, self._here, self._view
        if action == "begin":
            return view is not None and view.is_empty_network
        if action == "plant":
            return view is not None and view.is_unplanted
        if action == "import":
            return view is not None and (view.is_empty_network or view.is_unplanted)
        if action == "answer":
            return isinstance(here, Question) and here.event is None
        if action == "day":
            ahead = self._offset + int(str(parameters[0]))
            return 0 <= ahead <= MOST_DAYS_AHEAD
        if action == "done":
            return line is not None and not self._offset
        if action in {"act", "copy", "snooze", "promise"}:
            return line is not None and line.contact_id is not None
        if action == "open":
            return here is not None
        return True

    def action_begin(self) -> None:
        """Take the first steps, from the one that was not taken."""
        self.crm.open_welcome()

    def action_import(self) -> None:
        """Bring people in."""
        self.crm.open_import()

    def action_plant(self) -> None:
        """Choose whom to tend."""
        self.crm.open_planting()

    def action_day(self, step: int) -> None:
        """Go to another day's list."""
        self._offset += step
        self.look()

    def action_act(self, channel: str | None) -> None:
        """Hand over to a program for the one under the cursor."""
        if self._line and self._line.contact_id:
            self.act(self._line.contact_id, channel)

    def action_copy(self) -> None:
        """Copy the opener."""
        if self._line and self._line.contact_id:
            self.copy(self._line.contact_id)

    def action_done(self) -> None:
        """Log the line under the cursor in a word."""
        from crm.services import day_lines
        from crm.tui.dialogs.write_line import WriteLine

        line = self._line
        if line is None or line.number is None:
            return
        number = line.number

        def deed(context: Context, words: str) -> list[Done]:
            return day_lines.done(context, [number], words)

        def told(done: object) -> None:
            if isinstance(done, list):
                said = [each for line in done for each in deeds.done(line, self._today, active())]
                self.crm.say("\n".join(said))

        if line.contact_id is None:
            self.write(lambda context: deed(context, ""), told)
            return
        lead = _("Enter alone logs a message; or say how it was: called, she wants a logo")
        title = _("Done: {name}").format(name=line.name)
        self.app.push_screen(WriteLine(title, lead=lead, deed=deed), told)

    def action_answer(self, yes: bool) -> None:
        """Answer the question under the cursor."""
        from crm.services import afterwards, conversations

        asked = self._here
        if not isinstance(asked, Question):
            return
        person, name = asked.people[0]
        number, today = asked.interaction_id, self._today
        if asked.code == "answered":
            self.write(
                lambda context: afterwards.answered(context, str(person), yes=yes),
                lambda _done: self.crm.say(
                    deeds.answered(name, asked.day, today, active(), yes=yes)
                ),
            )
        elif yes:
            nothing = conversations.Happened(())
            self.write(
                lambda context: conversations.hold(context, number, nothing),
                lambda held: self.crm.say(deeds.logged(held, today, active())),
            )
        else:
            self.write(
                lambda context: afterwards.drop(context, number),
                lambda _names: self.crm.say(_("Taken out; u brings it back.")),
            )

    def action_snooze(self) -> None:
        """Show the one under the cursor another day."""
        if self._line and self._line.contact_id:
            self.snooze(self._line.contact_id, self._line.name or "")

    def action_promise(self) -> None:
        """Note a promise to the one under the cursor."""
        if self._line and self._line.contact_id:
            self.promise(self._line.contact_id, self._line.name or "")

    def action_open(self) -> None:
        """Open the page of the one under the cursor, or the events for one that is over."""
        here = self._here
        if isinstance(here, Question):
            if here.event is not None:
                self.crm.action_section("events")
            else:
                self.crm.open_person(here.people[0][0])
        elif here is not None and here.contact_id is not None:
            self.crm.open_person(here.contact_id)
        elif here is not None:
            self.crm.action_section("goals")


def _view(context: Context, offset: int) -> View:
    from crm.services import contacts

    day = context.today + timedelta(offset)
    found = agenda.day_list(context, days=offset + 1)
    if not offset:
        found = agenda.shown(context, found)
    lines = sorted(
        (line for line in found.lines if line.day == day), key=lambda line: line.number or 0
    )
    if lines:
        return View(day, found, lines, None, None, False, False)
    from crm.services.giving_ideas import ideas

    idea = next(iter(ideas(context, None)), None)
    ahead, is_empty = agenda.ahead(context), not contacts.anybody(context)
    is_unplanted = not (is_empty or found.questions or contacts.anybody_in_garden(context))
    return View(day, found, lines, ahead, idea, is_empty, is_unplanted)


def _known(context: Context, contact_id: int) -> tuple[Brief, Reach]:
    from crm.services.brief import brief
    from crm.services.reach import ways

    return brief(context, str(contact_id)), ways(context, str(contact_id))


def _position(entries: list[Line | Question], kept: Line | Question | None, before: int) -> int:
    """Give where an entry stands, told by what it is about; when it is gone, where it stood."""
    for at, entry in enumerate(entries):
        if kept is not None and type(entry) is type(kept) and _about(entry) == _about(kept):
            return at
    return min(before, len(entries) - 1)


def _about(entry: Line | Question) -> tuple[int | None, ...]:
    if isinstance(entry, Question):
        return (entry.interaction_id,)
    return entry.contact_id, entry.goal_id
