"""How an introduction stands, what to do next, and why this one is asked first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from crm.domain.introductions import First, State, Steps
from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording.dates import ago
from crm.wording.words import listed

if TYPE_CHECKING:
    from crm.services.introductions import Card, Proposed
    from crm.services.suggestions import Suggestion


class Stage(NamedTuple):
    """A stage of an introduction in words: "done", under way ("waits") or still "open"."""

    is_at: str
    words: str


def heading(state: State, tr: Translator) -> str:
    """Give the heading that introductions in a state stand under."""
    _ = tr.gettext
    return {
        State.IDEA: _("Ideas"),
        State.ASKED_A: _("The first was asked"),
        State.AGREED_A: _("The first said yes"),
        State.ASKED_B: _("The second was asked"),
        State.AGREED: _("Both said yes"),
        State.MADE: _("Introduced"),
        State.MET: _("They met"),
        State.CLOSED: _("Closed"),
        State.EXPIRED: _("No answer"),
        State.DECLINED: _("Nothing came of it"),
    }[state]


def counted(states: Iterable[State], tr: Translator) -> list[tuple[str, int]]:
    """Give the stages up to the meeting in a word each, with how many introductions are there."""
    _ = tr.gettext
    found = Counter(states)
    words = {
        State.IDEA: _("idea"),
        State.ASKED_A: _("asked one"),
        State.AGREED_A: _("one yes"),
        State.ASKED_B: _("asked both"),
        State.AGREED: _("two yeses"),
        State.MADE: _("made"),
        State.MET: _("met"),
    }
    return [(word, found[state]) for state, word in words.items()]


def track(card: Card, today: date, tr: Translator) -> list[Stage]:
    """Give the stages of an introduction; of one that came to nothing, no more than that."""
    _ = tr.gettext
    found, steps = card.introduction, card.introduction.steps
    idea = Stage("done", _("an idea of yours, {when}").format(when=ago(found.noted_on, today, tr)))
    if card.state == State.DECLINED:
        return [idea, Stage("done", _("nothing came of it"))]
    is_over = card.state == State.CLOSED
    return [
        idea,
        _answer(found.a_name, steps.asked_a_on, steps.agreed_a_on, today, tr),
        _answer(found.b_name, steps.asked_b_on, steps.agreed_b_on, today, tr),
        _reached(steps.made_on, _("introduced {when}"), _("introduce them"), today, tr),
        *([] if is_over and steps.met_on is None else
          [_reached(steps.met_on, _("they met {when}"), _("they meet"), today, tr)]),
        _reached(steps.closed_on, _("closed {when}"), _("what came of it"), today, tr),
    ]  # fmt: skip


def _answer(
    name: str, asked: date | None, agreed: date | None, today: date, tr: Translator
) -> Stage:
    _ = tr.gettext
    name = screen(name)
    if agreed is not None:
        return Stage(
            "done", _("{name} said yes {when}").format(name=name, when=ago(agreed, today, tr))
        )
    if asked is not None:
        form = _("{name} was asked {when}, no answer yet")
        return Stage("waits", form.format(name=name, when=ago(asked, today, tr)))
    return Stage("open", _("ask {name}").format(name=name))


def _reached(on: date | None, done: str, still: str, today: date, tr: Translator) -> Stage:
    if on is None:
        return Stage("open", still)
    return Stage("done", done.format(when=ago(on, today, tr)))


def standing(state: State, steps: Steps, a: str, b: str, today: date, tr: Translator) -> str:
    """Give where an introduction of two people stands; who said no, if anybody, stays unsaid."""
    _ = tr.gettext
    form = {
        State.IDEA: _("an idea, nobody has been asked yet"),
        State.ASKED_A: _("asked {a} {when}, no answer yet"),
        State.AGREED_A: _("{a} said yes {when}, {b} has not been asked yet"),
        State.ASKED_B: _("{a} said yes; asked {b} {when}, no answer yet"),
        State.AGREED: _("both said yes, the last one {when}"),
        State.MADE: _("introduced {when}"),
        State.MET: _("they met {when}"),
        State.CLOSED: _("closed {when}"),
        State.DECLINED: _("nothing came of it"),
        State.EXPIRED: _("no answer: it ran out"),
    }[state]
    when = ago(steps.moved_on, today, tr)
    return form.format(a=screen(a), b=screen(b), when=when)


def next_step(state: State, draft: str | None, number: int, tr: Translator) -> str:
    """Give the commands that take an introduction further, "" when nothing is left to do."""
    _ = tr.gettext
    ask = _("crm intro draft {id}, and once it is sent: crm intro asked {id}")
    answer = _("crm intro accept {id}, or crm intro decline {id}")
    if draft == "nudge":
        answer = _("crm intro draft {id} asks once more; then accept {id} or decline {id}")
    form = {
        State.IDEA: ask,
        State.ASKED_A: answer,
        State.AGREED_A: ask,
        State.ASKED_B: answer,
        State.AGREED: _("crm intro draft {id}, and once it is sent: crm intro made {id}"),
        State.MADE: _("crm intro met {id}, or crm intro outcome {id} TEXT"),
        State.MET: _("crm intro outcome {id} TEXT"),
        State.EXPIRED: _(
            "crm intro asked {id} to ask again, crm intro accept {id} if a yes came late, or crm"
            " intro decline {id} --by me"
        ),
    }.get(state, "")
    if draft == "let-be":
        kind_word = _("crm intro draft {id} has a kind word for whoever said yes")
        form = f"{form}; {kind_word}" if form else kind_word
    return form.format(id=number)


def proposed(what: Proposed, tr: Translator) -> list[str]:
    """Give who is asked first and why, and whether the two know each other already."""
    found = what.card.introduction
    said = [first_asked(what.first, found.a_name, found.b_name, tr)]
    if what.acquainted:
        form = tr.gettext("{a} and {b} know each other already, as far as you noted.")
        said.append(form.format(a=screen(found.a_name), b=screen(found.b_name)))
    return said


def first_asked(first: First, a: str, b: str, tr: Translator) -> str:
    """Give who is asked first and why; A is whoever it is."""
    _ = tr.gettext
    form = {
        "introductions": _("Ask {a} first, who got more introductions lately than {b}."),
        "limited": _("Ask {a} first, who has less time than {b}."),
        "interactions": _("Ask {a} first, with whom you talk more than with {b} these days."),
        "chosen": _("Ask {a} first, as you wish."),
        None: _("Ask {a} first; either would do, as both are equally busy."),
    }[first.because]
    return form.format(a=screen(a), b=screen(b))


def sent(kind: str, number: int, tr: Translator) -> str:
    """Give what to note once a draft of this kind is sent, "" for nothing."""
    _ = tr.gettext
    form = {
        "ask": _("Once it is sent: crm intro asked {id}"),
        "introduce": _("Once it is sent: crm intro made {id}"),
        "follow-up": _("Once you know: crm intro met {id}, or crm intro outcome {id} TEXT"),
    }.get(kind, "")
    return form.format(id=number)


def reasons(pair: Suggestion, tr: Translator) -> list[str]:
    """Give why two people should meet: their roles, what each needs of the other, what both like.

    The roles stand in the order of the names.
    """
    _ = tr.gettext
    roles = " + ".join(map(screen, (pair.a_role, pair.b_role)))
    said = [_("{roles}: {why}").format(roles=roles, why=screen(pair.why))]
    for name, needed in ((pair.a_name, pair.a_needs), (pair.b_name, pair.b_needs)):
        if needed:
            form = _("{name} is looking for: {what}.")
            said.append(form.format(name=screen(name), what=listed(needed, tr)))
    if pair.shared:
        said.append(_("Both like {what}.").format(what=listed(pair.shared, tr)))
    return said
