"""How an introduction stands, what to do next, and why this one is asked first."""

from __future__ import annotations

from datetime import date

from crm.domain.introductions import First, State, Steps
from crm.domain.text import screen
from crm.i18n import Translator
from crm.wording.dates import ago
from crm.wording.words import listed


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


def reasons(
    names: tuple[str, str],
    roles: tuple[str, str],
    why: str,
    shared: list[str],
    needs: tuple[list[str], list[str]],
    tr: Translator,
) -> str:
    """Give why two people should meet: their roles, what each needs of the other, what both like.

    `needs` are those that the other meets. The roles stand in the order of the names.
    """
    _ = tr.gettext
    said = [_("{roles}: {why}").format(roles=" + ".join(map(screen, roles)), why=screen(why))]
    for name, needed in zip(names, needs, strict=True):
        if needed:
            form = _("{name} is looking for: {what}.")
            said.append(form.format(name=screen(name), what=listed(needed, tr)))
    if shared:
        said.append(_("Both like {what}.").format(what=listed(shared, tr)))
    return " ".join(said)


def factors(values: dict[str, float], tr: Translator) -> str:
    """Give the factors of a score as a product."""
    _ = tr.gettext
    names = {
        "role": _("roles"), "interests": _("interests"), "need": _("needs met"),
        "trust": _("trust"),
        "availability": _("availability"), "bridge": _("different circles"),
        "load": _("not introduced lately"),
    }  # fmt: skip
    return "100 × " + " × ".join(f"{names[name]} {value:g}" for name, value in values.items())
