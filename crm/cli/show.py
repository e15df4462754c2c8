"""`crm show`: one person on one screen."""

from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli.params import Json, Who, helps
from crm.i18n import _, active, language

if TYPE_CHECKING:
    from crm.services.card import Card

_LABEL_WIDTH = 12


@helps(
    _("Show a person: how to reach them, how the relation stands, what is open between you."),
    "crm show ana",
    "crm show 12 --json",
)
def show(
    ctx: typer.Context,
    who: Who,
    all_: Annotated[bool, typer.Option("--all", help=_("The whole timeline."))] = False,
    explain: Annotated[bool, typer.Option("--explain", help=_("The terms of warmth."))] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json
    from crm.services import card

    shown = card.card(ctx.obj, who, timeline=-1 if all_ else 5)
    if as_json:
        from crm.cli.show_json import card_as_json

        out_json(card_as_json(shown))
    else:
        _render(ctx, shown, explain)


def _render(ctx: typer.Context, card: "Card", explain: bool) -> None:
    from crm.cli.output import bold, out
    from crm.domain.text import screen

    person = card.person
    archived = f"  [{_('archived')}]" if person.archived else ""
    out(f"{bold(screen(person.name))}  [{person.id}]{archived}")
    about = filter(None, (person.title, person.organisation, person.place))
    if line := " · ".join(map(screen, about)):
        out(line)
    _render_relation(ctx, card, explain)
    _render_traits(ctx, card)
    _render_ways(card)
    _render_dates(card)
    _render_open(ctx, card)
    _render_timeline(card)


def _line(label: str, value: str) -> None:
    from crm.cli.output import out, wrapped

    if value:
        indent = _LABEL_WIDTH + 2
        # A label of somebody's own may be longer than ours are.
        name = label.ljust(indent) if len(label) < indent else f"{label}  "
        out(name + wrapped(value, indent).lstrip())


def _render_relation(ctx: typer.Context, card: "Card", explain: bool) -> None:
    from crm.wording import words
    from crm.wording.dates import ago, coming

    person, today, tr = card.person, ctx.obj.today, active()
    if card.band is None:
        _line(_("relation"), _("in the address book: known, not tended (crm plant to change that)"))
    else:
        stands = f"{words.band(card.band, tr)} ({card.warmth.score:g})"
        if explain:
            terms = ("contact", "reciprocity", "depth", "initiative")
            parts = (f"{words.term(t, tr)} {getattr(card.warmth, t):g}" for t in terms)
            stands = f"{stands} = {' + '.join(parts)}"
        _line(_("relation"), stands)
    if person.last_contact_on:
        _line(_("last contact"), ago(person.last_contact_on, today, tr))
    if person.next_due_on:
        due = coming(person.next_due_on, today, tr)
        every = words.every(person.cadence, tr) if person.cadence else ""
        _line(_("due"), f"{due}, {every}" if every else due)
    if card.snoozed_until:
        _line(_("snoozed"), _("until {date}").format(date=card.snoozed_until.isoformat()))


def _render_traits(ctx: typer.Context, card: "Card") -> None:
    from crm.domain.text import screen
    from crm.services.roles import namer

    name_of = namer(ctx.obj)
    traits = dict(card.person.traits)
    for kind in ("role", "offer", "need"):
        traits[kind] = [name_of(word, language()) for word in traits.get(kind, [])]
    for kind, label in (
        ("nickname", _("also called")),
        ("role", _("roles")),
        ("skill", _("skills")),
        ("interest", _("interests")),
        ("offer", _("offers")),
        ("need", _("needs")),
    ):
        _line(label, screen(", ".join(traits.get(kind, []))))
    _line(_("tags"), screen(" ".join(f"#{tag}" for tag in card.person.tags)))
    _line(_("knows"), screen(", ".join(name for _id, name in card.person.acquaintances)))


def _render_ways(card: "Card") -> None:
    from crm.domain.text import screen

    person = card.person
    for label, values in (
        (_("e-mail"), person.emails),
        (_("phone"), person.phones),
        (_("link"), person.links),
    ):
        _line(label, screen(", ".join(value for value, _kind in values)))
    for address in person.addresses:
        _line(_("address"), screen(", ".join(filter(None, address[1:]))))


def _render_dates(card: "Card") -> None:
    from crm.domain.text import screen
    from crm.wording import words
    from crm.wording.dates import partial

    person, tr = card.person, active()
    for kind, label, year, month, day in person.dates:
        ours = {"": _("date"), "anniversary": _("anniversary")}
        name = _("birthday") if kind == "birthday" else ours.get(label) or screen(label)
        _line(name, partial(year, month, day, tr))
    if person.met_on or person.met_at:
        on = person.met_on
        met = partial(on.year, on.month, on.day, tr) if on else ""
        _line(_("met"), ", ".join(filter(None, (met, screen(person.met_at)))))
    if person.met_through:
        _line(_("through"), screen(person.met_through))
    if person.known_since:
        _line(_("known since"), person.known_since.isoformat())
    if person.availability != "unknown":
        _line(_("work"), words.availability(person.availability, tr))
    _line(_("notes"), screen(person.notes))


def _render_open(ctx: typer.Context, card: "Card") -> None:
    from crm.domain.text import screen
    from crm.wording import mentors, words
    from crm.wording.reasons import promise_with_day

    today, tr = ctx.obj.today, active()
    for goal in card.goals:
        _line(_("goal"), f"{screen(goal.title)} ({words.rank(goal.rank, tr)})")
    for known in card.mentorships:
        _line(_("mentorship"), mentors.in_a_line(known, tr))
    for promise in card.promises:
        label = _("you promised") if promise.mine else _("they promised")
        text = promise_with_day(promise.text, promise.due_on, today, tr)
        _line(label, f"{text}  [{promise.id}]")
    for question in card.questions:
        label = _("to ask") if question.mine else _("they ask")
        _line(label, f"{screen(question.text)}  [{question.id}]")
    for fact in card.facts:
        source = f"{words.source(fact.source, tr)}, " if fact.source else ""
        _line(words.fact_kind(fact.kind, tr), f"{screen(fact.text)} ({source}{fact.day})")


def _render_timeline(card: "Card") -> None:
    from crm.cli.output import out
    from crm.domain.text import screen
    from crm.wording import words

    tr = active()
    if card.timeline:
        out()
    for happening in card.timeline:
        label = happening.day.isoformat()
        said = [words.kind(happening.kind, tr)]
        if happening.planned:
            said.append(_("planned [{id}]").format(id=happening.id))
        if happening.side != "both":
            said.append(words.side(happening.side, tr))
        if happening.event or happening.place:
            said.append(screen(happening.event or happening.place))
        line = " · ".join(said)
        _line(label, f"{line}: {screen(happening.summary)}" if happening.summary else line)
