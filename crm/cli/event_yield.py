"""What came of events, on the screen: one in words, all of them in a table over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crm.domain.text import screen
from crm.i18n import _, ngettext

if TYPE_CHECKING:
    from crm.domain.events import Share
    from crm.services.event_yield import EventYield


def render_yield(found: EventYield) -> None:
    """Print what came of one event."""
    from crm.cli.event_screens import aim_line, heading, labelled
    from crm.cli.output import out

    for line in heading(found.event):
        out(line)
    what = found.found
    labelled(_("met"), _met(found))
    for number, aim in enumerate(found.aims, 1):
        said = aim_line(number, aim, aim.reached)
        labelled(_("aims") if number == 1 else "", said)
    for label, share, words in (
        (_("followed up"), what.followed_up, _("within two workdays")),
        (_("spoke again"), what.second_touch, _("within 30 days")),
        (_("in touch"), what.active, _("in the last 90 days")),
        (_("learned"), what.with_fact, _("conversations with something learned")),
    ):
        if share.of:
            labelled(label, f"{_of(share)} · {words}")
    labelled(_("gave"), _given(what.helps, what.introductions))
    if found.is_to_close:
        form = _("not closed yet: crm event close {id}")
        labelled(_("open"), form.format(id=found.event.id))


def _met(found: EventYield) -> str:
    form = ngettext("{n} person", "{n} people", found.met)
    parts = [form.format(n=found.met)]
    if found.event.closed_on is not None:
        parts.append(_("{kept} kept").format(kept=found.kept))
    if found.known:
        parts.append(_("{known} known before").format(known=found.known))
    return ", ".join(parts)


def _given(helps: int, introductions: int) -> str:
    parts = []
    if helps:
        parts.append(ngettext("{n} help", "{n} helps", helps).format(n=helps))
    if introductions:
        form = ngettext("{n} introduction", "{n} introductions", introductions)
        parts.append(form.format(n=introductions))
    return ", ".join(parts)


def _of(share: Share) -> str:
    return _("{count} of {of}").format(count=share.count, of=share.of)


def render_yields(all_found: list[EventYield]) -> None:
    """Print what came of all events, the latest first."""
    from crm.cli.event_screens import when
    from crm.cli.output import say, table

    header = (
        _("when"), _("event"), _("aims"), _("followed up"), _("spoke again"), _("in touch"),
        _("learned"), _("gave"),
    )  # fmt: skip
    rows = [
        (
            when(found.event), found.event.name, _short(found.found.aims),
            _short(found.found.followed_up), _short(found.found.second_touch),
            _short(found.found.active), _short(found.found.with_fact),
            str(found.found.helps + found.found.introductions or ""),
        )
        for found in all_found
    ]  # fmt: skip
    table(header, rows, flexible=(1,))
    waiting = [found for found in all_found if found.is_to_close]
    for found in waiting:
        form = _("{name} is not closed yet: crm event close {id}")
        say(form.format(name=screen(found.event.name), id=found.event.id))


def _short(share: Share) -> str:
    return f"{share.count}/{share.of}" if share.of else "–"
