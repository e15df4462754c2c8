"""What the user says of a line beside its words: the fields that were read wrong, said anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from crm.context import Context
from crm.domain.text import fold
from crm.errors import WrongUsage
from crm.i18n import active
from crm.services import reading, understand
from crm.services.conversations import KINDS, SIDES, Happened, dated_promise, kind_and_fact
from crm.wording import words

if TYPE_CHECKING:
    from crm.services.reading import Understood

FIELDS = (
    "people", "kind", "day", "place", "event", "minutes", "promise", "fact", "tags", "side", "ask",
)  # fmt: skip
UNANSWERED = "unanswered"
_PARTS = {
    "people": ("people",), "kind": ("kind",), "day": ("on", "planned"), "place": ("place",),
    "event": ("event",), "minutes": ("minutes",), "fact": ("facts",), "tags": ("tags",),
    "promise": ("agreed", "promises", "their_promises"),
    "side": ("side", "begun_by", "answered", "ask"),
}  # fmt: skip
_LONGEST_NUMBER = 6
_NOTHING_SAID = Happened(())


class Corrections(NamedTuple):
    """What stands whatever the line says, as it is written on.

    `fields` are those of Happened, by name; `meant` are ids or names by the folded name that was
    said; `always` is the id of somebody who takes part, named in the line or not.
    """

    fields: dict[str, Any] = {}  # noqa: RUF012
    meant: dict[str, str] = {}  # noqa: RUF012
    always: int | None = None


def read(context: Context, line: str, known: Corrections) -> Understood:
    """Read a line, and put what is known better in the place of what it says.

    Raises WrongUsage as `reading.read` does.
    """
    happened = reading.read(context, line, _NOTHING_SAID).happened._replace(**known.fields)
    people = [known.meant.get(fold(name), name) for name in happened.people]
    if known.always is not None and "people" not in known.fields:
        people.insert(0, str(known.always))
    happened = happened._replace(people=tuple(people))
    understood = reading.resolve(context, happened, as_typed=False)
    once = {meant.person.id if meant.person else meant.said: meant for meant in understood.people}
    people = [meant.said for meant in once.values()]
    return understood._replace(
        people=list(once.values()), happened=happened._replace(people=tuple(people))
    )


def corrected(known: Corrections, before: Happened, after: Happened) -> Corrections:
    """Give what is known with what a correction has changed, to stand from now on."""
    anew = {
        name: value for name, value in after._asdict().items() if value != getattr(before, name)
    }
    return known._replace(fields={**known.fields, **anew})


def fields(known: Corrections) -> frozenset[str]:
    """Give which of `FIELDS` were said anew."""
    return frozenset(
        field for field, parts in _PARTS.items() if not known.fields.keys().isdisjoint(parts)
    )


def as_in_line(known: Corrections, field: str) -> Corrections:
    """Give what is known without what was said of a field, which is as in the line again."""
    kept = {name: value for name, value in known.fields.items() if name not in _PARTS[field]}
    return known._replace(fields=kept)


def changed(happened: Happened, field: str, value: str) -> Happened:
    """Give a reading with one of `FIELDS` said anew; nothing said empties it, but for the kind.

    Raises WrongUsage for a kind that is none, and for minutes that are no number.
    """
    listed = tuple(part.strip() for part in value.split(",") if part.strip())
    if field == "people":
        return happened._replace(people=listed)
    if field == "kind":
        return happened._replace(kind=_kind(value), side="both", begun_by=None)
    if field == "day":
        return happened._replace(on=value or None, planned=False)
    if field == "place":
        return happened._replace(place=value)
    if field == "event":
        return happened._replace(event=value)
    if field == "minutes":
        return happened._replace(minutes=_minutes(value))
    if field == "promise":
        theirs = tuple(promise for promise in happened.agreed if not promise[0])
        return happened._replace(promises=(value,) if value else (), agreed=theirs)
    if field == "fact":
        return happened._replace(facts=(value,) if value else ())
    if field == "tags":
        tags = tuple(tag.strip("#") for tag in value.replace(",", " ").split())
        return happened._replace(tags=tags)
    if field == "side":
        return _from(happened, value)
    if field == "ask":
        return happened._replace(ask=bool(value))
    raise WrongUsage("unknown-value", field="field", value=field, known=", ".join(FIELDS))


def one_promise(context: Context, understood: Understood, at: int, value: str) -> Happened:
    """Give a reading with the promise at a place said anew; nothing said takes it out.

    At the place after the last one it is a further promise, of the user.
    """
    promises = list(understood.promises)
    mine = promises[at][0] if at < len(promises) else True
    promises[at : at + 1] = [(mine, *dated_promise(value, context.today))] if value else []
    return understood.happened._replace(agreed=tuple(promises), promises=(), their_promises=())


def one_fact(understood: Understood, at: int, value: str) -> Happened:
    """Give a reading with the fact at a place said anew; nothing said takes it out."""
    facts = list(understood.happened.facts)
    facts[at : at + 1] = [": ".join(kind_and_fact(value))] if value else []
    return understood.happened._replace(facts=tuple(facts))


def _from(happened: Happened, value: str) -> Happened:
    """Give the reading with who took part: one of SIDES, or the user without an answer."""
    if value == UNANSWERED:
        return happened._replace(side="me", begun_by="me", answered=False)
    side = understand.one_of(value, SIDES, "side")
    return happened._replace(side=side, begun_by=None if side == "both" else side, answered=None)


def _kind(value: str) -> str:
    """Give the code of a kind, said as a code or in the language of the screens."""
    for kind in KINDS:
        if fold(value) in (kind, fold(words.kind(kind, active()))):
            return kind
    raise WrongUsage("unknown-value", field="kind", value=value, known=", ".join(KINDS))


def _minutes(value: str) -> int | None:
    if value and not (value.isascii() and value.isdecimal() and len(value) < _LONGEST_NUMBER):
        raise WrongUsage("bad-measure", field="minutes", value=value)
    return int(value) if value else None
