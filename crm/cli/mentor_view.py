"""How a mentorship looks: on the screen, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from crm.cli.output import bold, out, wrapped
from crm.domain.text import screen
from crm.i18n import _, active, ngettext
from crm.wording import mentors as wording
from crm.wording.dates import plain

if TYPE_CHECKING:
    from crm.services.guidance import Looped
    from crm.services.mentors import MentorCard
    from crm.store.reads.mentors import Guided

_LOOPS_SHOWN = 5


def render_short(card: MentorCard, today: date) -> None:
    """Print who it is and what was agreed on, and count what is open."""
    _head(card, today)
    opened = []
    if asked := len(card.open_questions):
        form = ngettext("{n} question for next time", "{n} questions for next time", asked)
        opened.append(form.format(n=asked))
    if waiting := sum(loop.result_on is None for loop in card.guidance):
        form = ngettext(
            "{n} piece of advice without a result", "{n} pieces of advice without a result", waiting
        )
        opened.append(form.format(n=waiting))
    told = sum(bool(loop.result_on and not loop.reported_on) for loop in card.guidance)
    if told:
        opened.append(ngettext("{n} result to tell", "{n} results to tell", told).format(n=told))
    if opened:
        out(wrapped(" · ".join(opened), 2))


def _head(card: MentorCard, today: date) -> None:
    known, tr = card.mentorship, active()
    since = wording.since(known, today, tr)
    out(f"{bold(screen(known.name))}  [{known.contact_id}]  {since}")
    for line in wording.agreed(known, card.independence, today, tr):
        out(wrapped(line, 2))


def render(card: MentorCard, today: date, *, everything: bool = False) -> None:
    """Print all of a mentorship: of the advice the latest, unless everything is asked for."""
    _head(card, today)
    if card.topics:
        _title(_("Topics"))
        render_topics(card)
    if card.open_questions or (everything and card.questions):
        _title(_("To ask next time"))
        render_questions(card, everything=everything)
    loops = card.guidance if everything else _worth_showing(card.guidance)
    if loops:
        _title(_("Advice"))
        for loop in loops:
            render_loop(loop, today, card.mentorship.direction)
    if left := len(card.guidance) - len(loops):
        form = ngettext("{n} older one: --all", "{n} older ones: --all", left)
        out(wrapped(form.format(n=left), 2))
    if card.nudges:
        out()
        render_nudges(card, today)


def _title(text: str) -> None:
    out()
    out(bold(text))


def _worth_showing(loops: list[Guided]) -> list[Guided]:
    """Give the loops that are open and the latest of the closed ones, in their order."""
    latest = {loop.id for loop in loops[-_LOOPS_SHOWN:]}
    return [loop for loop in loops if loop.id in latest or loop.reported_on is None]


def render_topics(card: MentorCard) -> None:
    """Print the topics, each with how it goes."""
    width = max((len(screen(topic.name)) for topic in card.topics), default=0)
    for topic in card.topics:
        out(f"  {screen(topic.name).ljust(width)}  {wording.topic(topic, active())}".rstrip())


def render_questions(card: MentorCard, *, everything: bool = False) -> None:
    """Print the questions for next time, on request those that were asked too."""
    for question in card.questions if everything else card.open_questions:
        out(wrapped(f"[{question.id}] {wording.question(question, active())}", 2))
    if not card.open_questions and not everything:
        out(wrapped(_("No questions for next time."), 2))


def render_loop(loop: Guided, today: date, direction: str) -> None:
    """Print a loop of guidance, as far as it has come."""
    tr = active()
    topic = f" · {screen(loop.topic)}" if loop.topic else ""
    out(f"  [{loop.id}] {plain(loop.day, today, tr)}{topic}")
    for line in wording.loop(loop, direction, today, tr):
        out(wrapped(line, 6))


def render_nudges(card: MentorCard, today: date, only: Iterable[str] | None = None) -> None:
    """Print what a mentorship suggests, on request only what has one of these codes."""
    known, tr = card.mentorship, active()
    for nudge in card.nudges:
        if only is None or nudge.code in only:
            text = wording.nudge(
                nudge.code, nudge.params, known.name, known.contact_id, known.direction, today, tr
            )
            out(wrapped(f"→ {text}", 2))


def as_json(card: MentorCard) -> dict[str, Any]:
    """Give a mentorship with the keys that docs/json.md promises."""
    known = card.mentorship._asdict()
    known["contact"] = {"id": known.pop("contact_id"), "name": known.pop("name")}
    for name in ("archived", "cadence"):
        del known[name]
    return {
        **known,
        "independence": card.independence,
        "topics": [
            {**topic._asdict(), "cases": [case._asdict() for case in topic.cases]}
            for topic in card.topics
        ],
        "questions": [question._asdict() for question in card.questions],
        "guidance": [_loop(loop) for loop in card.guidance],
        "nudges": [{"code": nudge.code, **nudge.params} for nudge in card.nudges],
    }


def loop_as_json(looped: Looped) -> dict[str, Any]:
    """Give a loop of guidance with whom it is, and what was logged with it."""
    return {
        **_loop(looped.guided),
        "contact": {"id": looped.contact_id, "name": looped.name},
        "direction": looped.direction,
        "logged": looped.logged.id if looped.logged else None,
        "candidate": looped.candidate,
    }


def _loop(loop: Guided) -> dict[str, Any]:
    known = loop._asdict()
    known["interaction"] = known.pop("interaction_id")
    return known
