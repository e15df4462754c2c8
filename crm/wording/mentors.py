"""The words for mentorships: phases, levels, what an agreement says, what is suggested."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from crm.domain.text import screen
from crm.domain.warmth import WEIGHTS
from crm.i18n import Translator
from crm.wording import words
from crm.wording.dates import coming, plain, span

if TYPE_CHECKING:
    from crm.domain.mentors import Nudge
    from crm.services.guidance import Looped
    from crm.services.mentor_candidates import CandidateLine
    from crm.services.mentors import Begun, MentorCard, TopicCard
    from crm.store.reads.mentors import Guided, Mentorship, Question

_LEVELS_SHOWN = 3


def phase(code: str, tr: Translator) -> str:
    """Give the word for a phase."""
    _ = tr.gettext
    return {
        "initiation": _("getting to know each other"),
        "cultivation": _("in full swing"),
        "separation": _("letting go"),
        "redefinition": _("becoming peers"),
    }[code]


def standing(direction: str, state: str, tr: Translator) -> str:
    """Give what somebody is: a mentor, a possible one, somebody whom the user mentors."""
    _ = tr.gettext
    if state == "candidate":
        return _("perhaps a mentor") if direction == "mentor" else _("perhaps somebody you mentor")
    if state == "ended":
        return _("was your mentor") if direction == "mentor" else _("you mentored them")
    return _("your mentor") if direction == "mentor" else _("you mentor them")


def in_a_line(known: Mentorship, tr: Translator) -> str:
    """Give a mentorship in one line: your mentor, in full swing: prices."""
    said = standing(known.direction, known.state, tr)
    if known.state == "active":
        said = f"{said}, {phase(known.phase, tr)}"
    return f"{said}: {screen(known.purpose)}" if known.purpose else said


def level(code: int, tr: Translator) -> str:
    """Give how a case went, 0 to 4."""
    _ = tr.gettext
    return (
        _("shown"),
        _("done together"),
        _("reviewed before"),
        _("told afterwards"),
        _("alone"),
    )[code]


def agreement(
    rhythm: str, minutes: int | None, channel: str, until: date | None, today: date, tr: Translator
) -> str:
    """Give what was agreed in one line: every month · 30 minutes · call · until 14 March."""
    _ = tr.gettext
    said = [words.every(rhythm, tr)] if rhythm else []
    if minutes:
        said.append(tr.ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes))
    if channel:
        said.append(words.kind(channel, tr) if channel in WEIGHTS else screen(channel))
    if until:
        said.append(_("until {date}").format(date=plain(until, today, tr)))
    return " · ".join(said)


def since(known: Mentorship, today: date, tr: Translator) -> str:
    """Give what somebody is, how far it is, and since when or until when."""
    _ = tr.gettext
    said = [standing(known.direction, known.state, tr)]
    if known.state == "active":
        said.append(phase(known.phase, tr))
    form = _("until {date}") if known.ended_on else _("since {date}")
    if known.starts_on > today and not known.ended_on:
        form = _("from {date}")
    said.append(form.format(date=plain(known.ended_on or known.starts_on, today, tr)))
    return " · ".join(said)


def agreed(known: Mentorship, independence: float | None, today: date, tr: Translator) -> list[str]:
    """Give what a mentorship is for, what was agreed on, when it is time, how far alone one is."""
    _ = tr.gettext
    said = [_("for: {purpose}").format(purpose=screen(known.purpose))] if known.purpose else []
    line = agreement(known.rhythm, known.session_minutes, known.channel, known.until_on, today, tr)
    said += [line] if line else []
    if known.state == "active" and known.next_due_on:
        due = known.next_due_on
        when = coming(due, today, tr) if due > today else _("it is time")
        said.append(_("next: {when}").format(when=when))
    if independence is not None:
        form = _("independence: {percent} %")
        said.append(form.format(percent=words.number(round(independence))))
    return said


def topic(known: TopicCard, tr: Translator) -> str:
    """Give how a topic goes."""
    _ = tr.gettext
    if known.level is None:
        return _("no case yet")
    form = _("{word} (last: {levels}) · {percent} %")
    said = form.format(
        word=level(known.level, tr),
        levels=", ".join(str(case.level) for case in known.cases[-_LEVELS_SHOWN:]),
        percent=words.number(round(known.independence or 0)),
    )
    off = _("training wheels off")
    return f"{said} · {off}" if known.wheels_off else said


def question(known: Question, tr: Translator) -> str:
    """Give a question for a session, with its topic, and when it was asked."""
    said = screen(known.text)
    if known.topic:
        said += f" ({screen(known.topic)})"
    if known.asked_on:
        said += " · " + tr.gettext("asked on {day}").format(day=known.asked_on.isoformat())
    return said


def loop(known: Guided, direction: str, today: date, tr: Translator) -> list[str]:
    """Give a loop of guidance as far as it has come, a line each; a mentee told the result."""
    _ = tr.gettext
    result = screen(known.result)
    if known.result and known.reported_on and direction == "mentor":
        form = _("{result} (they know since {day})")
        result = form.format(result=result, day=plain(known.reported_on, today, tr))
    return [
        f"{label}: {text}"
        for label, text in (
            (_("problem"), screen(known.problem)),
            (_("tried"), screen(known.tried)),
            (_("advice"), screen(known.advice)),
            (_("did"), screen(known.did)),
            (_("result"), result),
        )
        if text
    ]


def nudge(
    code: str, params: dict[str, Any], name: str, contact_id: int, direction: str, today: date,
    tr: Translator,
) -> str:  # fmt: skip
    """Give the sentence for something that a mentorship suggests, with the command for it."""
    _ = tr.gettext
    given = {"name": screen(name), "who": contact_id}
    if code == "report-back":
        form = _("Tell {name} what came of [{id}]; then: crm mentor result {id} --reported")
        return form.format(**given, **params)
    if code == "no-result":
        form = (
            _("What came of [{id}], {span} ago? crm mentor result {id} TEXT")
            if direction == "mentor"
            else _("Ask {name} what came of [{id}], {span} ago: crm mentor result {id} TEXT")
        )
        return form.format(**given, id=params["id"], span=span(params["days"], tr))
    if code == "wheels-off":
        return _wheels_off(params, given, tr)
    if code == "redefine":
        form = _("Every topic goes almost alone: crm mentor phase {who} redefinition")
        return form.format(**given)
    until = plain(params["until"], today, tr)
    form = (
        _("The agreement ran until {until}: crm mentor edit {who} --until DAY, or crm mentor end")
        if code == "time-over"
        else _("The agreement runs until {until}: go on (crm mentor edit {who} --until DAY)?")
    )
    return form.format(**given, until=until)


def _wheels_off(params: dict[str, Any], given: dict[str, Any], tr: Translator) -> str:
    _ = tr.gettext
    topics = words.listed(params["topics"], tr)
    if params["cadence"] is None:
        return _("Training wheels off: {topics}.").format(topics=topics)
    form = _("Training wheels off: {topics}. Less often? crm mentor edit {who} --every {c}")
    return form.format(**given, topics=topics, c=params["cadence"])


def begun(what: Begun, tr: Translator) -> list[str]:
    """Give what followed for somebody from an agreement: the garden, how often one is reminded."""
    _ = tr.gettext
    known, said = what.card.mentorship, []
    name = screen(known.name)
    if what.planted:
        said.append(_("{name} is in the garden now.").format(name=name))
    if what.cadence_set:
        form = _("You will be reminded of {name} {every}.")
        said.append(form.format(name=name, every=words.every(known.rhythm, tr)))
    elif what.cadence_kept and known.rhythm and what.cadence_kept != known.rhythm:
        form = _("{name} has a rhythm of their own, {every}; it stays.")
        said.append(form.format(name=name, every=words.every(what.cadence_kept, tr)))
    return said


def logged_too(looped: Looped, tr: Translator) -> str:
    """Give what was logged with a change of a loop of guidance, nothing when nothing was."""
    if not looped.logged:
        return ""
    form = tr.gettext("Logged with {name} too: {kind}.")
    return form.format(name=screen(looped.name), kind=words.kind(looped.logged.kind, tr))


def suggestion(nudge: Nudge, card: MentorCard, today: date, tr: Translator) -> str:
    """Give the sentence for something that a mentorship suggests, without a command for it."""
    _ = tr.gettext
    params, known = nudge.params, card.mentorship
    if nudge.code in {"report-back", "no-result"}:
        advice = next(loop.advice for loop in card.guidance if loop.id == params["id"])
        given = {"name": screen(known.name), "advice": screen(advice)}
        if nudge.code == "report-back":
            return _("Tell {name} what came of “{advice}”").format(**given)
        form = (
            _("What came of “{advice}”, {span} ago?")
            if known.direction == "mentor"
            else _("Ask {name} what came of “{advice}”, {span} ago")
        )
        return form.format(**given, span=span(int(str(params["days"])), tr))
    if nudge.code == "wheels-off":
        topics = words.listed(list(params["topics"]), tr)  # type: ignore[call-overload]
        said = _("Training wheels off: {topics}.").format(topics=topics)
        if params["cadence"] is None:
            return said
        less = _("Enough from now on: {every}?")
        return f"{said} {less.format(every=words.every(str(params['cadence']), tr))}"
    if nudge.code == "redefine":
        return _("Every topic goes almost alone: peers from now on?")
    until = plain(params["until"], today, tr)  # type: ignore[arg-type]
    form = (
        _("The agreement ran until {until}: go on, or end it?")
        if nudge.code == "time-over"
        else _("The agreement runs until {until}: go on?")
    )
    return form.format(until=until)


class Term(NamedTuple):
    """A term of how well somebody would do as a mentor: its code, words, points, what makes it."""

    code: str
    words: str
    points: float
    made_of: str


def terms(line: CandidateLine, tr: Translator) -> list[Term]:
    """Give the terms of a score that are known, each with what it is made of."""
    _ = tr.gettext
    times = tr.ngettext("{n} time", "{n} times", line.advice).format(n=line.advice)
    made_of = {
        "advice": times if line.advice else _("never"),
        "years_ahead": words.number(line.years_ahead or 0),
        "goal": _("“{text}”").format(text=screen(line.goal.title)) if line.goal else _("none"),
        "warmth": words.number(line.warmth),
    }
    if line.replies:
        answered, outgoing = line.replies
        made_of["reply_rate"] = _("{n} of {all}").format(n=answered, all=outgoing)
    return [
        Term(code, term(code, tr), points, made_of[code])
        for code, points in line.candidacy._asdict().items()
        if code != "score" and points is not None
    ]


def left_out(unknown: list[str], tr: Translator) -> str:
    """Give the terms of a score that are not known, nothing when all are."""
    if not unknown:
        return ""
    names = words.listed([term(code, tr) for code in unknown], tr)
    return tr.gettext("not known, so left out: {terms}").format(terms=names)


def term(code: str, tr: Translator) -> str:
    """Give the word for a term of how well somebody would do as a mentor."""
    _ = tr.gettext
    return {
        "advice": _("advice"),
        "years_ahead": _("years ahead"),
        "goal": _("goal"),
        "warmth": _("warmth"),
        "reply_rate": _("replies"),
    }[code]
