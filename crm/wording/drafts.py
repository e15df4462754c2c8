"""What to write about an introduction: a question to one, then the other, and to both at the end.

A draft is in the language of whoever gets it. It says of the other no more than a name, what they
do and why the two should meet, and never whether or why the other said no.
"""

from __future__ import annotations

from typing import NamedTuple

from crm.i18n import Translator
from crm.wording.openers import greeting
from crm.wording.words import listed


class Person(NamedTuple):
    """Somebody as a draft speaks of them: "" for what is not known, or not to be told.

    `called` is how one greets them, `does` what they do, `way` how to reach them.
    """

    name: str
    called: str
    does: str
    way: str


class Written(NamedTuple):
    """The subject and the text of a draft."""

    subject: str
    text: str


def ask(
    to: Person, other: Person, why: str, *, agreed: bool, sender: str, tr: Translator
) -> Written:
    """Give the question whether somebody wants to meet another, who has perhaps `agreed`."""
    _ = tr.gettext
    parts = [
        _("There is somebody I would like you to meet: {other}.").format(other=_who(other, tr)),
        _why(why, tr),
    ]
    if agreed and other.name:
        parts.append(_("{name} likes the idea.").format(name=other.name))
    parts.append(
        _(
            "Would you like me to introduce you? Only if you feel like it: a no is fine, and it"
            " stays between you and me."
        )
    )
    return Written(_("Somebody you might like to meet"), _letter(to, parts, sender, tr))


def nudge(to: Person, other: Person, *, sender: str, tr: Translator) -> Written:
    """Give the question once more."""
    _ = tr.gettext
    parts = [
        _("I wrote to you because I would like to introduce you to somebody: {other}.").format(
            other=_who(other, tr)
        ),
        _(
            "There is no hurry, I only want to make sure that my message did not get lost. Would"
            " you like that? A no is fine too."
        ),
    ]
    return Written(_("Somebody you might like to meet"), _letter(to, parts, sender, tr))


def introduce(a: Person, b: Person, why: str, *, sender: str, tr: Translator) -> Written:
    """Give the message to both, with how each reaches the other."""
    _ = tr.gettext
    names = [person.called or person.name for person in (a, b)]
    parts = [
        _("You both said yes, so here you are:"),
        "\n".join(_reached(person, tr) for person in (a, b)),
        _why(why, tr),
        _("The rest is up to you. Enjoy the conversation!"),
    ]
    text = "\n\n".join(filter(None, (_hello(names, tr), *parts, sender)))
    return Written(_("{a}, meet {b}").format(a=a.name, b=b.name), text)


def follow_up(to: Person, other: Person, *, met: bool, sender: str, tr: Translator) -> Written:
    """Give the question how it went, once they were introduced or have `met`."""
    _ = tr.gettext
    if met:
        form = _("I hear that you and {name} have met, how nice! How did it go?")
    else:
        form = _(
            "A while ago I introduced you to {name}. Have you had a chance to talk? I would love to"
            " hear how it went."
        )
    subject = _("You and {name}").format(name=other.name)
    return Written(subject, _letter(to, [form.format(name=other.name)], sender, tr))


def let_be(to: Person, other: Person, *, sender: str, tr: Translator) -> Written:
    """Give what to say to whoever said yes when nothing came of it, whatever the reason was."""
    _ = tr.gettext
    form = (
        _("About my idea of introducing you to {name}: nothing has come of it for now.")
        if other.name
        else _("About the introduction I had in mind for you: nothing has come of it for now.")
    )
    parts = [
        form.format(name=other.name),
        _("Thank you for being open to it. I will keep thinking of people for you."),
    ]
    return Written(_("About that introduction"), _letter(to, [" ".join(parts)], sender, tr))


def _letter(to: Person, parts: list[str], sender: str, tr: Translator) -> str:
    return "\n\n".join(filter(None, (greeting(to.called, tr), *parts, sender)))


def _hello(names: list[str], tr: Translator) -> str:
    return tr.gettext("Hi {name}!").format(name=listed(names, tr))


def _who(person: Person, tr: Translator) -> str:
    _ = tr.gettext
    name = person.name or _("somebody I know")
    if not person.does:
        return name
    return _("{name} ({what})").format(name=name, what=person.does)


def _reached(person: Person, tr: Translator) -> str:
    named = _who(person, tr)
    return f"{named}: {person.way}" if person.way else named


def _why(why: str, tr: Translator) -> str:
    if not why:
        return ""
    ended = why if why[-1] in ".!?…" else f"{why}."
    return tr.gettext("What made me think of it: {why}").format(why=ended)
