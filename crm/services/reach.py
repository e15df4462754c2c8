"""Reaching a person: the links that lead to them, handed over, copied, and logged as sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from crm.context import Context
from crm.domain import links
from crm.domain.invalid import Invalid
from crm.domain.text import profile_slug, screen
from crm.errors import CrmError, NotFound
from crm.services import openers
from crm.services.day_lines import due_promises, handed_out
from crm.services.understand import one_of
from crm.services.who import who
from crm.store.reads import contacts as contact_reads

if TYPE_CHECKING:
    from crm.services.conversations import Logged
    from crm.services.openers import Opener
    from crm.store.reads.contacts import Details

CHANNELS = ("whatsapp", "mail", "call", "linkedin", "map")
"""The ways to a person; of the first four, the first that there is serves when none is said."""
PIECES = ("opener", "email", "phone")
_KINDS = {"whatsapp": "message", "linkedin": "message", "mail": "email", "call": "call"}
_MISSING = {
    "mail": "no-email", "call": "no-phone", "linkedin": "no-linkedin", "map": "no-address",
    "email": "no-email", "phone": "no-phone", "opener": "no-opening",
}  # fmt: skip


class Way(NamedTuple):
    """A link to a person; `filled` when the opener stands in it already."""

    channel: str
    link: str
    filled: bool = False


class Reach(NamedTuple):
    """How a person can be reached, and what to say; `message` is a greeting with the opener."""

    id: int
    name: str
    ways: dict[str, Way]
    pieces: dict[str, str]
    opener: Opener | None
    message: str
    due: list[str]
    """The promises to them that are late or due soon."""
    refused: CrmError | None
    """Why the LinkedIn page that is stored cannot be opened."""


def ways(context: Context, person: str) -> Reach:
    """Give all the ways to a person, with the opener filled in where a link can carry it."""
    with context.store.reading() as connection:
        contact_id = who(connection, person, context.today).id
        known = contact_reads.details(connection, contact_id)
        due = [promise.text for promise in due_promises(connection, contact_id, context.today)]
    opener = openers.opener_for(context, contact_id)
    message = openers.message_for(context, contact_id) if opener else ""
    refused = None
    found = list(_ways(known, message))
    try:
        found += _profiles(known)
    except Invalid as error:
        refused = CrmError(error.code, **error.params, id=known.id)
    pieces = {
        "opener": message,
        "email": next((value for value, _label in known.emails), ""),
        "phone": next((value for value, _label in known.phones), ""),
    }
    return Reach(
        known.id, known.name, {way.channel: way for way in found}, pieces, opener, message, due,
        refused,
    )  # fmt: skip


def _ways(known: Details, message: str) -> Iterator[Way]:
    phones = [value for value, _label in known.phones]
    if chat := next(filter(None, (links.whatsapp(phone, message) for phone in phones)), None):
        yield Way("whatsapp", chat, bool(message))
    for address, _label in known.emails[:1]:
        yield Way("mail", links.mail(address, message), bool(message))
    if dial := next(filter(None, map(links.call, phones)), None):
        yield Way("call", dial)
    places = (", ".join(filter(None, address[1:])) for address in known.addresses)
    if place := next(filter(None, (*places, known.place)), None):
        yield Way("map", links.on_map(place))


def _profiles(known: Details) -> list[Way]:
    pages = (url for url, kind in known.links if kind == "linkedin" or profile_slug(url))
    return [Way("linkedin", links.profile(url)) for url in pages][:1]


def way(reach: Reach, channel: str | None) -> Way:
    """Give the way of a channel, or for None the first that serves to say something.

    Raises NotFound when there is none, CrmError for a page that is not safe to open.
    """
    wanted = (one_of(channel, CHANNELS, "channel"),) if channel else CHANNELS[:-1]
    for each in wanted:
        if found := reach.ways.get(each):
            return found
    if "linkedin" in wanted and reach.refused:
        raise reach.refused
    if channel is None:
        raise NotFound("no-way", name=reach.name, id=reach.id)
    if channel == "whatsapp":
        raise NotFound("no-country-code", name=reach.name, id=reach.id)
    raise NotFound(_MISSING[channel], name=reach.name, id=reach.id)


def hand_over(context: Context, reach: Reach, taken: Way) -> None:
    """Open a link with the program that the desktop has for it; the opener in it went out."""
    from crm.delivery.programs import open_link

    open_link(taken.link)
    if taken.filled:
        _went_out(context, reach)


def sent(
    context: Context, reach: Reach, taken: Way, *, spoken: bool = True, keep: bool = False
) -> Logged | None:
    """Log what went out on a way; a call that was not `spoken` had no answer, a map logs nothing.

    The opener is its summary where it was filled in. With `keep` the promises to them that are due
    are kept by it.
    """
    from crm.services.changes import change
    from crm.services.conversations import Happened, log_within
    from crm.services.day_lines import keep_due

    kind = _KINDS.get(taken.channel)
    if kind is None:
        return None
    answered = taken.channel == "call" and spoken
    happened = Happened(
        people=(str(reach.id),), kind=kind, begun_by="me", side="both" if answered else "me",
        answered=None if spoken else False,
        summary=reach.opener.text if taken.filled and reach.opener else "",
    )  # fmt: skip
    with change(context, "log") as made:
        made.about(reach.name)
        if keep:
            keep_due(context, made, reach.id)
        return log_within(context, made, happened)


def piece(reach: Reach, wanted: str | None) -> tuple[str, str]:
    """Give what to copy, the opener, e-mail or phone, with its text; for None the first there is.

    Raises NotFound when there is none.
    """
    names = (one_of(wanted, PIECES, "what"),) if wanted else PIECES
    for name in names:
        if text := reach.pieces[name]:
            return name, "\n".join(screen(line) for line in text.splitlines())
    code = _MISSING[names[0]] if wanted else "nothing-to-copy"
    raise NotFound(code, name=reach.name, id=reach.id)


def copy(context: Context, reach: Reach, name: str, text: str) -> str:
    """Put a piece on the clipboard and give the name of what took it; an opener went out then."""
    from crm.delivery.programs import copy_text

    means = copy_text(text)
    if name == "opener":
        _went_out(context, reach)
    return means


def _went_out(context: Context, reach: Reach) -> None:
    if reach.opener:
        handed_out(context, reach.id, reach.opener.key)
