"""The pictures beside the garden: contacts by week, listening by month, giving, the load."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from crm.domain.conversations import Listening
from crm.i18n import _, active
from crm.services.garden_charts import Charts, Giving
from crm.services.review import Load
from crm.tui.widgets.column_chart import LOW_SCREEN, ColumnChart
from crm.wording import garden as wording
from crm.wording import giving as wording_of_giving
from crm.wording import listening as wording_of_listening
from crm.wording.dates import month, plain

_BAR = 20


class GardenCharts(VerticalScroll, can_focus=True):
    """Each picture with a title, labels and numbers, so that it can be read without colour."""

    DEFAULT_CSS = """
    GardenCharts { padding: 0 1; scrollbar-size-vertical: 1; }
    GardenCharts Static { height: auto; }
    GardenCharts .spaced { margin-top: 1; }
    GardenCharts.-low .spaced { margin-top: 0; }
    """

    def compose(self) -> ComposeResult:
        """Give the titles, the two charts and the words."""
        yield Static(id="weeks-title")
        yield ColumnChart(id="weeks")
        yield Static(id="listening", classes="spaced")
        yield ColumnChart(id="months")
        yield Static(id="trend")
        yield Static(id="giving", classes="spaced")
        yield Static(id="load", classes="spaced")

    def on_resize(self) -> None:
        """Leave lines between the pictures where there is room."""
        self.set_class(self.app.size.height < LOW_SCREEN, "-low")

    def show(self, found: Charts, today: date) -> None:
        """Show the pictures."""
        first = plain(found.weeks[0].first, today, active())
        self._titled("weeks-title", _("Contacts by week"))
        weeks = [week.contacts for week in found.weeks]
        self.query_one("#weeks", ColumnChart).show(weeks, (first, _("this week")))
        self._show_listening(found.listening)
        self._titled("giving", _("Giving and asking"), *_giving(found.giving))
        self._titled("load", _("Load"), *_load(found.load))

    def _show_listening(self, heard: Listening | None) -> None:
        tr, months = active(), self.query_one("#months", ColumnChart)
        if heard is None:
            said = _("Too few conversations noted yet: after one, say who talked more.")
            self._titled("listening", _("Listening"), said)
            months.show([], ("", ""))
            self.query_one("#trend", Static).update("")
            return
        self._titled("listening", _("Listening by month, of 100"))
        first, last = (month(heard.months[at].first.month, tr) for at in (0, -1))
        months.show([round(each.score) for each in heard.months], (first, last), 100)
        trend = wording_of_listening.trend(str(heard.trend), tr) if heard.trend else ""
        self.query_one("#trend", Static).update(Content(trend))

    def _titled(self, where: str, title: str, *lines: str) -> None:
        content = Content("\n").join([Content.styled(title, "bold"), *map(Content, lines)])
        self.query_one(f"#{where}", Static).update(content)


def _giving(giving: Giving) -> list[str]:
    tr = active()
    asked = tr.ngettext(
        "{asks} of {n} contact that you began asked for something: {balance}.",
        "{asks} of {n} contacts that you began asked for something: {balance}.",
        giving.begun,
    ).format(
        asks=giving.asks,
        n=giving.begun,
        balance=wording_of_giving.balance(str(giving.state), tr),
    )
    return [wording.given(giving, tr), asked]


def _load(load: Load) -> list[str]:
    tr = active()
    if not load.people:
        return [_("Nobody is due, now or later.")]
    share = min(1.0, load.per_workday / load.budget) if load.budget else 1.0
    filled = round(_BAR * share)
    lines = ["█" * filled + "░" * (_BAR - filled), wording.asks_for(load, tr)]
    if load.fitting_days is not None:
        form = _(
            "That is more than the budget takes: it keeps so many people every {days} days."
            " Let some rest, or lengthen their rhythms."
        )
        lines.append(form.format(days=load.fitting_days))
    return [*lines, *filter(None, [wording.caught_up(load, tr)])]
