"""`crm listening`: how much you listened, month by month, and whom to ask more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crm.cli.params import Json, helps
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.domain.conversations import Listening
    from crm.services.listening import Heard

_BAR = 20


@helps(
    _(
        "How much you listened over the last twelve months, from what you noted of conversations:"
        " who talked more, questions, what you learned."
    ),
    "crm listening",
    "crm listening ana",
)
def listening(
    ctx: typer.Context,
    who: Annotated[str | None, typer.Argument(metavar="WHO", help=_("Only with them."))] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json
    from crm.services.listening import heard

    found = heard(ctx.obj, who)
    if as_json:
        out_json(_as_json(found))
    else:
        _render(found)


def _render(found: Heard) -> None:
    from crm.cli.output import out, say

    if found.listening:
        _render_listening(found.listening)
    else:
        say(_("Fewer than three conversations with a word on who talked more: crm debrief WHO"))
    if found.promised:
        form = _("promises kept: {kept} of {promised}")
        out(form.format(kept=found.kept, promised=found.promised))
    _render_little_known(found)


def _render_listening(found: Listening) -> None:
    from crm.cli.output import out
    from crm.domain.cells import bar
    from crm.wording import listening as wording
    from crm.wording.words import number

    tr = active()
    out(wording.summary(found.conversations, str(found.band), found.score, tr))
    for month in found.months:
        of = tr.ngettext("{n} conversation", "{n} conversations", month.conversations)
        score = number(round(month.score)).rjust(3)
        shown = f"{bar(month.score, _BAR)} {score}"
        out(f"  {month.first:%Y-%m}  {shown}  {of.format(n=month.conversations)}")
    if found.trend:
        out(wording.trend(str(found.trend), tr))
    if found.share_something and found.share is not None:
        form = _("They talked {share} % of the time: telling something of your own is welcome too.")
        out(form.format(share=round(found.share)))


def _render_little_known(found: Heard) -> None:
    from crm.cli.output import out, wrapped
    from crm.domain.text import screen
    from crm.wording.dates import count

    tr = active()
    for one in found.little_known:
        form = _("{n} chats with {name}, and nothing known of what they are after: crm brief {id}")
        said = form.format(n=count(one.chats, tr), name=screen(one.name), id=one.id)
        out(wrapped(said, 0))


def _as_json(found: Heard) -> dict[str, Any]:
    heard = found.listening
    person = found.person
    return {
        "contact": {"id": person.id, "name": person.name} if person else None,
        "conversations": heard.conversations if heard else None,
        "score": heard.score if heard else None,
        "band": heard.band if heard else None,
        "listen_share": heard.share if heard else None,
        "trend": heard.trend if heard else None,
        "share_something": heard.share_something if heard else False,
        "months": [
            {"month": f"{month.first:%Y-%m}", "conversations": month.conversations,
             "score": month.score}
            for month in (heard.months if heard else ())
        ],
        "promises": {"due": found.promised, "kept": found.kept},
        "little_known": [one._asdict() for one in found.little_known],
    }  # fmt: skip
