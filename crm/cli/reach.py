"""`crm open` and `crm copy`: over to another program, or the clipboard, with the words ready."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from crm.cli.params import Json, helps
from crm.i18n import _, active

if TYPE_CHECKING:
    from crm.services.conversations import Logged
    from crm.services.reach import Reach, Way

LineOrWho = Annotated[
    str | None,
    typer.Argument(
        metavar="WHO",
        help=_("An id, a name or a part of one, or a line of today's list: +1."),
        show_default=False,
    ),
]
_YES = ("", "y", "yes", "s", "si", "sí")
_NO = ("n", "no", "q")
_NO_ANSWER = ("a",)
_KEEP = ("k",)


@helps(
    _(
        "Reach somebody: over to WhatsApp, mail, the telephone or LinkedIn, with the first"
        " sentence written, and logged when it is sent."
    ),
    "crm open ana",
    "crm open ana --mail --print",
    "crm open 1 --whatsapp --print",
)
def open_(
    ctx: typer.Context,
    who: LineOrWho = None,
    call: Annotated[bool, typer.Option("--call", help=_("By telephone."))] = False,
    whatsapp: Annotated[bool, typer.Option("--whatsapp", help=_("By WhatsApp."))] = False,
    mail: Annotated[bool, typer.Option("--mail", help=_("By mail."))] = False,
    linkedin: Annotated[
        bool, typer.Option("--linkedin", help=_("On their LinkedIn page."))
    ] = False,
    map_: Annotated[bool, typer.Option("--map", help=_("Where they are, on a map."))] = False,
    print_: Annotated[
        bool, typer.Option("--print", help=_("Print the link, and open nothing."))
    ] = False,
    sent: Annotated[
        bool, typer.Option("--sent", help=_("Log it as sent, without asking."))
    ] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import on_terminal, out, say
    from crm.services import reach
    from crm.wording import deeds

    said = {"whatsapp": whatsapp, "mail": mail, "call": call, "linkedin": linkedin, "map": map_}
    channel = _checked([name for name, given in said.items() if given], print_=print_, sent=sent)
    person = reach.ways(ctx.obj, _whom(who, "open"))
    way = reach.way(person, channel)
    if not as_json and not (print_ and way.filled):
        _say_opener(person, way)
    if print_:
        if as_json:
            _print_json(person, way)
        else:
            out(way.link)
        return
    _hand_over(ctx, person, way, as_json)
    spoken: bool | None = sent or None
    keep = False
    if not sent and on_terminal() and not as_json and way.channel != "map":
        if way.channel == "call":
            spoken, keep = _asked_whether_spoken(person.due)
        else:
            spoken, keep = _asked_whether_sent(person.due)
        if spoken is None:
            say(_("Nothing was logged."))
    logged = None if spoken is None else reach.sent(ctx.obj, person, way, spoken=spoken, keep=keep)
    if as_json:
        _print_json(person, way, opened=True, logged=logged)
    elif logged:
        _report(ctx, logged)
        for text in person.due if keep else ():
            say(deeds.kept(text, active()))


def _whom(who: str | None, command: str) -> str:
    from crm.errors import WrongUsage

    if who is None:
        raise WrongUsage("open-whom", command=f"crm {command}")
    return who


def _checked(channels: list[str], *, print_: bool, sent: bool) -> str | None:
    """Give the one channel that was said, if any."""
    from crm.errors import WrongUsage

    if len(channels) > 1:
        raise WrongUsage("one-channel", known=", ".join(f"--{name}" for name in channels))
    channel = channels[0] if channels else None
    if sent and print_:
        raise WrongUsage("nothing-sent", option="--print")
    if sent and channel == "map":
        raise WrongUsage("nothing-sent", option="--map")
    return channel


def _hand_over(ctx: typer.Context, person: "Reach", way: "Way", as_json: bool) -> None:
    """Open the link; when nothing does, it is printed, so that it is not lost."""
    from crm.cli.output import out, say
    from crm.domain.text import screen
    from crm.errors import CrmError
    from crm.services import reach

    form = {
        "whatsapp": _("To {name} by WhatsApp…"),
        "mail": _("To {name} by mail…"),
        "call": _("Calling {name}…"),
        "linkedin": _("To the LinkedIn page of {name}…"),
        "map": _("To {name} on the map…"),
    }[way.channel]
    if not as_json:
        say(form.format(name=screen(person.name)))
    try:
        reach.hand_over(ctx.obj, person, way)
    except CrmError:
        if as_json:
            _print_json(person, way)
        else:
            out(way.link)
        raise


def _say_opener(person: "Reach", way: "Way") -> None:
    """Say the opener where it is to be spoken, or the link could not carry it."""
    from crm.cli.output import say
    from crm.domain.text import screen

    if person.opener is None or way.channel == "map":
        return
    if way.channel == "call":
        say(_("To begin with: {text}").format(text=screen(person.opener.text)))
        return
    say(_("Message: {text}").format(text=screen(person.message)))
    if way.channel == "linkedin":
        say(
            _("LinkedIn takes no message from outside. Copy it: crm copy {id}").format(id=person.id)
        )


def _asked_whether_sent(due: list[str]) -> tuple[bool | None, bool]:
    """Ask whether it went out, and whether promises that are due are kept by it."""
    _say_due(due)
    while True:
        if due:
            key = _asked(_("Sent? Enter logs it, k also keeps the promise, n does not:"))
        else:
            key = _asked(_("Sent? Enter logs it, n does not:"))
        if key in _YES or (due and key in _KEEP):
            return True, key in _KEEP
        if key in _NO:
            return None, False


def _asked_whether_spoken(due: list[str]) -> tuple[bool | None, bool]:
    """Ask how a call went: True when they spoke, False without an answer, None for no call."""
    _say_due(due)
    while True:
        if due:
            key = _asked(
                _(
                    "Did you speak? Enter logs a call, k also keeps the promise, a no answer,"
                    " n nothing:"
                )
            )
        else:
            key = _asked(_("Did you speak? Enter logs a call, a no answer, n nothing:"))
        if key in _YES or (due and key in _KEEP):
            return True, key in _KEEP
        if key in _NO_ANSWER:
            return False, False
        if key in _NO:
            return None, False


def _say_due(due: list[str]) -> None:
    from crm.cli.output import say
    from crm.domain.text import screen

    for text in due:
        say(_("Your promise: {text}").format(text=screen(text)))


def _asked(question: str) -> str:
    """Give what is typed on the terminal; the end of the input counts as no."""
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip().lower() if line else _NO[0]


def _report(ctx: typer.Context, logged: "Logged") -> None:
    from crm.cli.output import say
    from crm.wording import deeds

    for line in (deeds.logged(logged, ctx.obj.today, active()), *deeds.planted(logged, active())):
        say(line)


def _print_json(
    person: "Reach", way: "Way", *, opened: bool = False, logged: "Logged | None" = None
) -> None:
    from crm.cli.output import out_json

    out_json(
        {
            "id": person.id,
            "name": person.name,
            "channel": way.channel,
            "link": way.link,
            "message": person.message or None,
            "filled": way.filled,
            "opened": opened,
            "logged": logged and logged.id,
        }
    )


@helps(
    _("Copy the first sentence to say to somebody, or their e-mail or phone, to the clipboard."),
    "crm copy ana",
    "crm copy ana email",
)
def copy(
    ctx: typer.Context,
    who: LineOrWho = None,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="email|phone|opener",
            help=_("What to copy; without it, the first there is: opener, e-mail, phone."),
            show_default=False,
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, out_json, say
    from crm.delivery.programs import TERMINAL
    from crm.domain.text import screen
    from crm.errors import CrmError
    from crm.services import reach

    person = reach.ways(ctx.obj, _whom(who, "copy"))
    name, text = reach.piece(person, what)
    shown = {"id": person.id, "name": person.name, "what": name, "text": text}
    try:
        means = reach.copy(ctx.obj, person, name, text)
    except CrmError:
        if as_json:
            out_json({**shown, "copied_by": None})
        else:
            out(text)
        raise
    if as_json:
        out_json({**shown, "copied_by": means})
        return
    say(_("Copied ({means}): {text}").format(means=means, text=screen(text)))
    if means == TERMINAL:
        say(_("If pasting does not give it, this terminal lets no program copy."))
