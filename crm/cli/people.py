"""`crm find`, `crm list`, and what is done to people by name: note, tag, archive, delete."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crm.cli.params import Json, People, Who, Yes, helps
from crm.i18n import _, active, ngettext

if TYPE_CHECKING:
    from crm.store.reads.contacts import Listed, Named

Limit = Annotated[int, typer.Option(min=1, max=1_000_000, help=_("How many at the most."))]


@helps(
    _("Find people by name, company, role, tag, note, fact or anything that was logged."),
    "crm find ruiz",
    "crm find copywriter valencia",
)
def find(
    ctx: typer.Context,
    query: Annotated[list[str], typer.Argument(metavar="WORDS", help=_("Words in any order."))],
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    from crm.services import contacts

    _show(ctx, contacts.find(ctx.obj, " ".join(query), limit), as_json)


@helps(
    _("List people: all, or those whom words and filters such as tag:design or is:due leave."),
    "crm list --garden --tag clients",
    "crm list tag:design role:copywriter madrid --sort last",
    "crm list 'is:due -tag:client' --format ids",
)
def list_(
    ctx: typer.Context,
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY", help=_("Words and filters: docs/query.md.")),
    ] = None,
    tag: Annotated[str | None, typer.Option(help=_("Only those with this tag."))] = None,
    role: Annotated[str | None, typer.Option(help=_("Only those with this role."))] = None,
    goal: Annotated[str | None, typer.Option(help=_("Only those linked to this goal."))] = None,
    garden: Annotated[
        bool | None, typer.Option("--garden/--book", help=_("Only the garden, or the rest."))
    ] = None,
    due: Annotated[bool, typer.Option("--due", help=_("Only those who are due."))] = False,
    archived: Annotated[bool, typer.Option("--archived", help=_("The archived ones."))] = False,
    tags: Annotated[bool, typer.Option("--tags", help=_("The tags instead of people."))] = False,
    sort: Annotated[
        str, typer.Option(metavar="name|due|last|added", help=_("What the order goes by."))
    ] = "name",
    form: Annotated[
        str,
        typer.Option("--format", metavar="table|ids", help=_("A table, or one id a line.")),
    ] = "table",
    limit: Limit = 1000,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out, say
    from crm.services import contacts, people, understand

    if tags:
        _show_tags(contacts.tags(ctx.obj), as_json)
        return
    order = understand.one_of(sort, people.SORTS, "--sort")
    shape = understand.one_of(form, ("table", "ids"), "--format")
    search = people.narrowed(
        ctx.obj,
        people.understood(ctx.obj, " ".join(query or ())),
        tag=tag,
        role=role,
        goal=goal,
        garden=garden,
        due=due,
        archived=archived,
    )
    if shape == "ids" and not as_json:
        for contact_id in people.ids(ctx.obj, search, order, limit):
            out(str(contact_id))
        return
    found = people.window(ctx.obj, search, order, limit)
    if not found and not as_json and contacts.anybody(ctx.obj):
        say(_("Nobody fits. With fewer words and filters there may be somebody: crm list"))
        return
    _show(ctx, found, as_json)


def _show(ctx: typer.Context, people: list["Listed"], as_json: bool) -> None:
    from crm.cli.output import out_json, say, table
    from crm.wording.dates import ago, named

    if as_json:
        out_json([_as_json(person) for person in people])
        return
    if not people:
        say(_("Nobody here. Add somebody with crm add NAME, or crm import FILE."))
        return
    today, tr = ctx.obj.today, active()
    rows = [
        (
            str(person.id),
            person.name,
            " · ".join(filter(None, (person.title, person.organisation, person.place))),
            ago(person.last_contact_on, today, tr) if person.last_contact_on else "",
            named(person.next_due_on, today, tr) if person.next_due_on else "",
            " ".join(f"#{tag}" for tag in person.tags),
        )
        for person in people
    ]
    table((_("id"), _("name"), _("about"), _("last contact"), _("due"), _("tags")), rows, (5, 2, 1))


def _as_json(person: "Listed") -> dict[str, Any]:
    values = person._asdict()
    values["due_on"] = values.pop("next_due_on")
    values["in_garden"] = values.pop("garden_since") is not None
    return values


def _show_tags(tags: list[Any], as_json: bool) -> None:
    from crm.cli.output import out_json, say, table

    if as_json:
        out_json([tag._asdict() for tag in tags])
    elif not tags:
        say(_("No tags yet. Tag somebody: crm tag WHO --add design."))
    else:
        rows = [
            (tag.name, str(tag.people), tag.cadence, _("circle") if tag.circle else "")
            for tag in tags
        ]
        table((_("tag"), _("people"), _("cadence"), ""), rows, (0,))


@helps(
    _("Add a line to the notes on a person."),
    'crm note ana "Prefers calls before ten"',
)
def note(
    ctx: typer.Context,
    who: Who,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help=_("The note."))],
    as_json: Json = False,
) -> None:
    from crm.services import contacts

    person = contacts.note(ctx.obj, who, " ".join(text))
    _done(_("Noted about {names}."), [person], as_json)


@helps(
    _("Note something you learned about a person: work, interest, life, dream or news."),
    'crm fact ana "work: opens a second shop"',
)
def fact(
    ctx: typer.Context,
    who: Who,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help=_("KIND: what you learned."))],
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.services import facts

    line = facts.learn(ctx.obj, who, " ".join(text))
    if as_json:
        out_json({"id": line.id, "kind": line.kind, "text": line.text, "on": line.day})
    else:
        say(_("Learned: {text}").format(text=screen(line.text)))


@helps(
    _("Tag people, or set what a tag means: its cadence, or that its people know each other."),
    "crm tag ana luis --add design",
    "crm tag --set clients --cadence 1m",
    "crm tag --set 'book club' --circle",
)
def tag(
    ctx: typer.Context,
    who: Annotated[
        list[str] | None, typer.Argument(metavar="WHO…", help=_("The people to tag."))
    ] = None,
    add: Annotated[list[str] | None, typer.Option(help=_("A tag to put on them."))] = None,
    remove: Annotated[list[str] | None, typer.Option(help=_("A tag to take off."))] = None,
    name: Annotated[
        str | None, typer.Option("--set", metavar="TAG", help=_("The tag to change."))
    ] = None,
    cadence: Annotated[
        str | None, typer.Option(metavar="30d|2w|3m|1y|none", help=_("Its cadence."))
    ] = None,
    circle: Annotated[
        bool | None, typer.Option("--circle/--no-circle", help=_("Its people know each other."))
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.errors import WrongUsage
    from crm.services import contacts

    if name is not None and not who:
        if cadence is None and circle is None:
            raise WrongUsage("nothing-to-change")
        line = contacts.set_tag(ctx.obj, name, cadence=cadence, circle=circle)
        if as_json:
            out_json(line._asdict())
        else:
            say(_("Changed the tag {tag}.").format(tag=screen(line.name)))
        return
    if not who or not (add or remove) or name or cadence or circle is not None:
        raise WrongUsage("tag-what")
    people = contacts.tag(ctx.obj, who, add or [], off=remove or [])
    _done(_("Tagged {names}."), people, as_json)


@helps(
    _("Put people away: kept with their history, but neither listed nor due."),
    "crm archive ana",
    "crm archive 12 --back",
)
def archive(
    ctx: typer.Context,
    who: People,
    back: Annotated[bool, typer.Option("--back", help=_("Take them back."))] = False,
    as_json: Json = False,
) -> None:
    from crm.services import contacts

    people = contacts.archive(ctx.obj, who, back=back)
    form = _("{names}: back from the archive.") if back else _("Archived {names}.")
    _done(form, people, as_json)


@helps(
    _("Delete people with all that is theirs. crm undo brings them back; archive keeps them."),
    "crm delete ana",
)
def delete(ctx: typer.Context, who: People, yes: Yes = False, as_json: Json = False) -> None:
    from crm.cli.output import confirmed, on_terminal, say
    from crm.services import contacts
    from crm.wording.words import listed

    if on_terminal() and not yes:
        names = listed([person.name for person in contacts.named(ctx.obj, who)], active())
        if not confirmed(_("Delete {names}, with notes and history?").format(names=names)):
            say(_("Nothing deleted."))
            raise typer.Exit(1)
    _done(_("Deleted {names}. crm undo brings them back."), contacts.delete(ctx.obj, who), as_json)


def _done(form: str, people: list["Named"], as_json: bool) -> None:
    from crm.cli.output import out_json, say
    from crm.wording.words import listed

    if as_json:
        out_json([{"id": person.id, "name": person.name} for person in people])
    elif len(people) > 5:
        count = ngettext("{n} person", "{n} people", len(people)).format(n=len(people))
        say(form.format(names=count))
    else:
        say(form.format(names=listed([person.name for person in people], active())))
