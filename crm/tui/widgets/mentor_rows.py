"""Mentorships as rows: who mentors whom and who could, and everything about one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from crm.domain.cells import bar, cells, cut
from crm.domain.mentors import LEAST_LEVEL, MOST_LEVEL, MOST_POINTS, SUGGEST_FROM, Nudge
from crm.domain.text import screen
from crm.i18n import _, active, ngettext
from crm.services.mentor_candidates import CandidateLine, ForGoal
from crm.services.mentors import MENTOR, MentorCard, TopicCard
from crm.tui.widgets.detail import Row, title
from crm.wording import mentors as wording
from crm.wording import words
from crm.wording.dates import plain

if TYPE_CHECKING:
    from crm.store.reads.mentors import Guided, Question

BAR = 12
QUIET = "$foreground-muted"
MOST_LOOPS = 30
MOST_TITLE = 21
LEVELS = tuple(str(level) for level in range(LEAST_LEVEL, MOST_LEVEL + 1))


class Mentorship(NamedTuple):
    """A row of the list that stands for a mentorship."""

    id: int


class Could(NamedTuple):
    """A row of the list that stands for somebody who could be a mentor, for a goal or for none."""

    contact_id: int
    goal_id: int | None


class Person(NamedTuple):
    """A row that stands for a person."""

    id: int


class Topic(NamedTuple):
    """A row that stands for a topic."""

    name: str


class Asked(NamedTuple):
    """A row that stands for a question for the next session."""

    id: int
    text: str
    topic: str


class Advice(NamedTuple):
    """A row that stands for a loop of guidance."""

    id: int


class Suggested(NamedTuple):
    """A row that stands for what a mentorship suggests."""

    code: str
    loop: int | None
    cadence: str | None


class View(NamedTuple):
    """What the page shows: all mentorships, and who could be a mentor for what."""

    cards: list[MentorCard]
    could: list[ForGoal]

    def card(self, what: object) -> MentorCard | None:
        """Give the mentorship that a row of the list stands for."""
        number = what.id if isinstance(what, Mentorship) else None
        return next((card for card in self.cards if card.mentorship.id == number), None)

    def line(self, what: object) -> CandidateLine | None:
        """Give the possible mentor that a row of the list stands for."""
        if not isinstance(what, Could):
            return None
        for group in self.could:
            if (group.goal.id if group.goal else None) == what.goal_id:
                return next((line for line in group.lines if line.id == what.contact_id), None)
        return None

    def line_of(self, card: MentorCard) -> CandidateLine | None:
        """Give how well a candidate would do, for the goal that speaks for them most."""
        lines = [line for group in self.could for line in group.lines]
        of_them = [line for line in lines if line.id == card.mentorship.contact_id]
        return max(of_them, key=lambda line: line.candidacy.score, default=None)


def listed(view: View) -> list[Row]:
    """Give the list: those of each direction, who could be one, whose mentorship has ended."""
    active_ones = [card for card in view.cards if card.mentorship.state == "active"]
    noted = [card for card in view.cards if card.mentorship.state == "candidate"]
    rows: list[Row] = []
    for heading, cards in (
        (_("They mentor you"), [c for c in active_ones if c.mentorship.direction == MENTOR]),
        (_("You mentor them"), [c for c in active_ones if c.mentorship.direction != MENTOR]),
        (_("Perhaps"), noted),
    ):
        rows += _group(heading, [row for card in cards for row in _card(card)])
    taken = {card.mentorship.contact_id for card in (*active_ones, *noted)}
    could: list[Row] = []
    for group in view.could:
        lines = [line for line in group.lines if line.id not in taken]
        goal_id = group.goal.id if group.goal else None
        if lines:
            could.append(Row(Content.styled(_for(group), QUIET)))
            could += [_could(line, goal_id) for line in lines]
    rows += _group(_("Who could mentor you"), could)
    ended = [card for card in view.cards if card.mentorship.state == "ended"]
    rows += _group(_("Ended"), [row for card in ended for row in _card(card)])
    return rows[1:]


def _group(heading: str, rows: list[Row]) -> list[Row]:
    return [*title(heading), *rows] if rows else []


def _for(group: ForGoal) -> str:
    if group.goal is None:
        return _("for no goal of now")
    short = cut(screen(group.goal.title), lambda some: cells(some) <= MOST_TITLE)
    return _("for “{goal}”").format(goal=short)


def _card(card: MentorCard) -> Iterator[Row]:
    known = card.mentorship
    lines = [Content.styled(screen(known.name), "bold")]
    if known.state == "active":
        lines.append(Content.styled(wording.phase(known.phase, active()), QUIET))
    if opened := _open(card):
        lines.append(Content.styled(opened, QUIET))
    yield Row(Content("\n").join(lines), Mentorship(known.id))


def _open(card: MentorCard) -> str:
    """Count what is open of a mentorship."""
    if card.mentorship.state == "ended":
        return ""
    said = []
    if asked := len(card.open_questions):
        said.append(ngettext("{n} question", "{n} questions", asked).format(n=asked))
    if nudges := len(card.nudges):
        said.append(ngettext("{n} suggestion", "{n} suggestions", nudges).format(n=nudges))
    return " · ".join(said)


def _could(line: CandidateLine, goal_id: int | None) -> Row:
    score = line.candidacy.score
    style = "bold" if score >= SUGGEST_FROM else ""
    words_of = Content.assemble(
        (screen(line.name), style), (f"  {words.number(round(score))}", QUIET)
    )
    return Row(words_of, Could(line.id, goal_id))


def about(card: MentorCard, line: CandidateLine | None, today: date) -> list[Row]:
    """Give everything about a mentorship; `line` when it is one to consider."""
    known, tr = card.mentorship, active()
    rows = [
        Row(Content.styled(screen(known.name), "bold"), Person(known.contact_id)),
        Row(Content.styled(wording.since(known, today, tr), QUIET), indent=2),
    ]
    for said in wording.agreed(known, None, today, tr):
        rows.append(Row(Content(said), indent=2))
    if card.independence is not None:
        rows.append(Row(_barred(_("independence"), card.independence, 100), indent=2))
    if card.nudges:
        rows.append(Row(Content("")))
    for nudge in card.nudges:
        said = wording.suggestion(nudge, card, today, tr)
        rows.append(Row(Content.styled(f"→ {said}", "$accent"), _suggested(nudge)))
    if line is not None:
        rows += [*title(_("As a mentor")), *_terms(line)]
    if card.topics:
        width = min(BAR, max(cells(screen(topic.name)) for topic in card.topics))
        rows += [*title(_("Topics")), *(_topic(topic, width) for topic in card.topics)]
    if card.open_questions:
        rows += [*title(_("To ask next time")), *map(_question, card.open_questions)]
    if card.guidance:
        rows += title(_("Advice"))
        newest = reversed(card.guidance[-MOST_LOOPS:])
        for loop in newest:
            rows += [_loop(loop, known.direction, today), Row(Content(""))]
    return rows


def _suggested(nudge: Nudge) -> Suggested:
    loop, cadence = nudge.params.get("id"), nudge.params.get("cadence")
    return Suggested(nudge.code, int(str(loop)) if loop else None, str(cadence or "") or None)


def _barred(label: str, value: float, most: float) -> Content:
    return Content.assemble(
        (f"{label} ", QUIET), (bar(100 * value / most, BAR), "$primary"),
        f" {words.number(round(value))} %",
    )  # fmt: skip


def _topic(topic: TopicCard, width: int) -> Row:
    name = screen(topic.name)
    parts = [Content.styled(name + " " * (width - cells(name)), "bold")]
    if topic.independence is not None:
        parts.append(Content.styled(bar(topic.independence, BAR), "$primary"))
    parts.append(Content(wording.topic(topic, active())))
    return Row(Content("  ").join(parts), Topic(topic.name))


def _question(question: Question) -> Row:
    said = wording.question(question, active())
    return Row(Content(said), Asked(question.id, question.text, question.topic or ""))


def _loop(loop: Guided, direction: str, today: date) -> Row:
    tr = active()
    head = " · ".join(filter(None, (plain(loop.day, today, tr), screen(loop.topic or ""))))
    lines = [Content.styled(head, QUIET)]
    lines += map(Content, wording.loop(loop, direction, today, tr))
    if loop.result_on is None:
        lines.append(Content.styled(_("→ what came of it?"), "$accent"))
    elif loop.reported_on is None:
        lines.append(Content.styled(_("→ do they know?"), "$accent"))
    return Row(Content("\n").join(lines), Advice(loop.id))


def possible(line: CandidateLine) -> list[Row]:
    """Give everything about somebody who could be a mentor: every term of their score."""
    rows = [
        Row(Content.styled(screen(line.name), "bold"), Person(line.id)),
        Row(Content.styled(_("could be a mentor"), QUIET), indent=2),
        Row(Content("")),
    ]
    return [*rows, *_terms(line)]


def _terms(line: CandidateLine) -> Iterable[Row]:
    tr = active()
    terms = wording.terms(line, tr)
    width = max(cells(term.words) for term in terms)
    score = words.number(round(line.candidacy.score))
    yield Row(Content.styled(_("{score} of 100").format(score=score), "bold"), indent=2)
    for term in terms:
        most = MOST_POINTS[term.code]
        points = _("{points} of {most}").format(
            points=words.number(term.points), most=words.number(most)
        )
        yield Row(Content.assemble(
            (f"{term.words:<{width}} ", QUIET), (bar(100 * term.points / most, BAR), "$primary"),
            f" {points} ({term.made_of})",
        ), indent=2)  # fmt: skip
    if unknown := wording.left_out(line.candidacy.unknown, tr):
        yield Row(Content.styled(unknown, QUIET), indent=2)
