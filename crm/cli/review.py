"""`crm review`: the week in one look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from crm.cli.params import Json, helps
from crm.i18n import _, active, ngettext

if TYPE_CHECKING:
    from crm.services.goals import GoalCard
    from crm.services.review import Load, Review

MOST_LINES = 6
MOST_GOAL_LINES = 14
MOST_GARDEN_LINES = 10
_BAR = 20


@helps(
    _(
        "Look at the week: goals with their next step, what you gave, promises, relations that"
        " fade, and whether the garden fits your days."
    ),
    "crm review",
    "crm review --json",
)
def review(ctx: typer.Context, as_json: Json = False) -> None:
    from crm.cli.output import out_json, say
    from crm.services import contacts
    from crm.services import review as service

    week = service.review(ctx.obj)
    if as_json:
        out_json(_as_json(week))
    elif not week.goals and not contacts.anybody(ctx.obj):
        say(_("There is nothing to look back on yet. Begin with: crm"))
    else:
        _render(ctx, week)


def _render(ctx: typer.Context, week: Review) -> None:
    from crm.cli.output import out
    from crm.wording.dates import plain

    tr, today = active(), ctx.obj.today
    form = ngettext("Since {day}: {n} contact", "Since {day}: {n} contacts", week.contacts)
    out(form.format(day=plain(week.since, today, tr), n=week.contacts))
    _section(_("Goals"), _goals(ctx, week), MOST_GOAL_LINES)
    _section(_("Given"), _given(ctx, week))
    _section(_("Promises"), _promises(ctx, week))
    _section(_("Referrals"), _loops(week))
    _section(_("Listening"), _listening(week))
    _section(_("Fading"), _fading(ctx, week))
    _section(_("The garden"), _bands(week) + _load(week.load), MOST_GARDEN_LINES)
    _section(_("Put off often"), _often(week))


def _section(title: str, lines: list[str], most: int = MOST_LINES) -> None:
    """Print lines under a title, those that begin with blanks further in."""
    from crm.cli.output import bold, out, wrapped

    if not lines:
        return
    out()
    out(bold(title))
    for line in lines[:most]:
        text = line.lstrip()
        out(wrapped(text, 2 + len(line) - len(text)))
    if len(lines) > most:
        rest = len(lines) - most
        out("  " + ngettext("and {n} more", "and {n} more", rest).format(n=rest))


def _goals(ctx: typer.Context, week: Review) -> list[str]:
    from crm.domain.text import screen
    from crm.wording import words
    from crm.wording.dates import coming, named

    tr, today = active(), ctx.obj.today
    lines = []
    for card in week.goals:
        goal = card.goal
        lines.append(f"{screen(goal.title)} ({words.rank(goal.rank, tr)}){_pace(card)}")
        if goal.next_action:
            day = goal.next_action_on
            when = (
                "" if day is None else f" ({(coming if day >= today else named)(day, today, tr)})"
            )
            lines.append("  " + _("next: {action}").format(action=screen(goal.next_action)) + when)
        else:
            form = _("no next step yet: crm goal next {id} TEXT --by friday")
            lines.append("  " + form.format(id=goal.id))
    if week.effort.neglected:
        form = _("Your {rank} goals got less than others below them: crm goal gaps")
        lines.append(form.format(rank=words.rank(week.effort.neglected, tr)))
    return lines


def _pace(card: GoalCard) -> str:
    """Give how far a goal is, as a bar, and how that stands against its date."""
    from crm.domain.cells import bar
    from crm.wording import words

    if card.pace is None:
        return ""
    far = f" · {bar(card.pace.progress, _BAR // 2)} {card.pace.progress:.0f} %"
    state = card.pace.state
    return f"{far} · {words.pace(str(state), active())}" if state else far


def _given(ctx: typer.Context, week: Review) -> list[str]:
    from crm.domain.text import screen
    from crm.wording.dates import ago

    given, introduced = _("{name}: {text} ({when})"), _("you introduced {name} to {text}, {when}")
    return [
        (introduced if give.introduced else given).format(
            name=screen(give.name), text=screen(give.text),
            when=ago(give.day, ctx.obj.today, active()),
        )
        for give in week.gives
    ]  # fmt: skip


def _promises(ctx: typer.Context, week: Review) -> list[str]:
    from crm.domain.text import screen
    from crm.wording.reasons import promise_with_day

    tr, today = active(), ctx.obj.today
    lines = []
    for promise in week.promises:
        said = promise_with_day(promise.text, promise.due_on, today, tr)
        form = _("you to {name}: {promise} [{id}]")
        lines.append(form.format(name=screen(promise.name), promise=said, id=promise.id))
    for promise in week.theirs:
        said = promise_with_day(promise.text, promise.due_on, today, tr)
        form = _("{name} to you: {promise} [{id}]")
        lines.append(form.format(name=screen(promise.name), promise=said, id=promise.id))
    return lines


def _loops(week: Review) -> list[str]:
    from crm.domain.giving import Step
    from crm.domain.text import screen

    lines = []
    for loop in week.loops:
        if loop.next_step == Step.THANK:
            form = _("thank {name} for {client} [{id}]")
            quoting = _("thank {name}: “{text}” [{id}]")
        else:
            form = _("tell {name} what came of {client} [{id}]")
            quoting = _("tell {name} what came of it: “{text}” [{id}]")
        said = {"name": screen(loop.name), "id": loop.id}
        lines.append(
            form.format(client=screen(loop.client), **said)
            if loop.client
            else quoting.format(text=screen(loop.text), **said)
        )
    return lines


def _fading(ctx: typer.Context, week: Review) -> list[str]:
    from crm.domain.text import screen
    from crm.wording.dates import ago

    lines = []
    for person in week.fading:
        if person.last_contact_on is None:
            continue
        form = _("{name} [{id}], last {when}")
        when = ago(person.last_contact_on, ctx.obj.today, active())
        lines.append(form.format(name=screen(person.name), id=person.id, when=when))
    return lines


def _listening(week: Review) -> list[str]:
    from crm.domain.cells import bar
    from crm.wording import listening as wording

    found, tr = week.listening, active()
    if found is None:
        return []
    said = wording.summary(found.conversations, str(found.band), found.score, tr)
    return [
        f"{bar(found.score, _BAR)}  {said}",
        *([wording.trend(str(found.trend), tr)] if found.trend else []),
    ]


def _bands(week: Review) -> list[str]:
    """Give a bar for each band, as long as its share of the garden."""
    from crm.domain.cells import bar
    from crm.wording.words import band

    names = {code: band(str(code), active()) for code in week.bands}
    wide = max(map(len, names.values()), default=0)
    everybody = sum(week.bands.values())
    return [
        f"{names[code].ljust(wide)}  {bar(100 * count / everybody, _BAR)} {count}"
        for code, count in week.bands.items()
    ]


def _often(week: Review) -> list[str]:
    from crm.domain.cadence import longer
    from crm.domain.text import screen

    lines = []
    for person in week.often:
        form = ngettext(
            "{name}, {n} time: would a longer rhythm fit? crm plant {id} --every {every}",
            "{name}, {n} times: would a longer rhythm fit? crm plant {id} --every {every}",
            person.times,
        )
        every = longer(person.cadence_days)
        lines.append(
            form.format(name=screen(person.name), n=person.times, id=person.id, every=every)
        )
    return lines


def _load(load: Load) -> list[str]:
    from crm.wording import garden as wording

    if not load.people:
        return []
    lines = [wording.asks_for(load, active())]
    if load.fitting_days is not None:
        form = _(
            "That is more than the budget takes: it keeps so many people every {days} days."
            " Rest some (crm rest WHO), lengthen rhythms, or raise it (crm config budget N)."
        )
        lines.append(form.format(days=load.fitting_days))
    return [*lines, *filter(None, [wording.caught_up(load, active())])]


def _as_json(week: Review) -> dict[str, Any]:
    from crm.domain.cadence import longer

    return {
        "since": week.since,
        "contacts": week.contacts,
        "goals": [
            {
                "id": card.goal.id,
                "title": card.goal.title,
                "rank": card.goal.rank,
                "pace": str(card.pace.state) if card.pace and card.pace.state else None,
                "next_action": card.goal.next_action or None,
                "next_action_on": card.goal.next_action_on,
            }
            for card in week.goals
        ],
        "effort": week.effort._asdict(),
        "gives": [{"name": g.name, "text": g.text, "on": g.day} for g in week.gives],
        "promises": [promise._asdict() for promise in (*week.promises, *week.theirs)],
        "referrals": [loop._asdict() for loop in week.loops],
        "listening": _listening_json(week),
        "fading": [person._asdict() for person in week.fading],
        "bands": week.bands,
        "load": week.load._asdict() | {"per_workday": round(week.load.per_workday, 2)},
        "snoozed_often": [
            person._asdict() | {"longer": str(longer(person.cadence_days))} for person in week.often
        ],
    }


def _listening_json(week: Review) -> dict[str, Any] | None:
    found = week.listening
    if found is None:
        return None
    return {
        "conversations": found.conversations,
        "score": found.score,
        "band": found.band,
        "trend": found.trend,
    }
