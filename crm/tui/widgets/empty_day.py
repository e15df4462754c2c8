"""What a day without lines says: why it is empty, and one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from crm.domain.text import screen
from crm.i18n import _, active, language
from crm.wording.dates import coming, full

if TYPE_CHECKING:
    from crm.tui.screens.today import View


class EmptyDay(Static):
    """Why a day is empty, kindly, and how to go on."""

    DEFAULT_CSS = """
    EmptyDay { padding: 1 2; height: auto; }
    """

    def show(self, view: View, *, is_today: bool) -> None:
        """Say it of a day."""
        self.update(_nothing_to_do(view, is_today=is_today))


def _nothing_to_do(view: View, *, is_today: bool) -> Content:
    tr = active()
    if view.is_empty_network:
        return _keys_to_begin_with(
            _("Your network is empty."),
            ("b", _("begin: who you are, your goals, your contacts")),
            ("i", _("import from LinkedIn, a phone or a CSV file")),
        )
    if view.is_unplanted:
        return _keys_to_begin_with(
            _("Your people are in the address book: known, never due."),
            ("p", _("choose those you would be sorry to lose: a key each")),
            ("i", _("import more people")),
        )
    if view.found.dealt_with and is_today:
        said = _("That was today's list: all done. Enjoy the day.")
    elif view.found.paused_until:
        said = _("On a break until {day}.").format(day=full(view.found.paused_until, tr))
    else:
        said = _("Nobody is due. Enjoy the day.")
    lines = [Content.styled(said, "bold")]
    ahead = view.ahead
    if ahead and ahead.next_due:
        _id, name, day = ahead.next_due
        form = _("Next is {name}, {when}.")
        lines.append(Content(form.format(name=screen(name), when=coming(day, view.day, tr))))
    if ahead and ahead.unwritten:
        names = ", ".join(screen(name) for _id, name in ahead.unwritten)
        lines.append(Content(_("Not written to yet: {names}.").format(names=names)))
    if view.idea is not None:
        from crm.services.roles import name_of
        from crm.wording.giving import idea

        said = idea(view.idea, view.day, tr, lambda role: name_of(role, language()))
        form = _("Five minutes to spare? {name}: {idea}")
        lines.append(Content(form.format(name=screen(view.idea.name), idea=said)))
    return Content("\n\n").join(lines)


def _keys_to_begin_with(said: str, *keys: tuple[str, str]) -> Content:
    lines = [Content.styled(said, "bold"), Content("")]
    for key, words in keys:
        lines.append(Content.assemble((key, "$accent bold"), f"  {words}"))
    return Content("\n").join(lines)
