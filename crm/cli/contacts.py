"""`crm add` and `crm edit`: what is said of a person, by flags."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from crm.cli.params import Json, Who, helps
from crm.i18n import _

Names = list[str] | None
Text = str | None


def _text(metavar: str, help_text: str, *names: str) -> Any:
    return typer.Option(*names, metavar=metavar, help=help_text, show_default=False)


Role = Annotated[Names, _text("R", _("What they do: web developer, copywriter… (repeatable)"))]
Title = Annotated[Text, _text("T", _("Their title, as they write it."))]
Org = Annotated[Text, _text("O", _("Their company or organisation."))]
Email = Annotated[Names, _text("E", _("An e-mail address. (repeatable)"))]
Phone = Annotated[Names, _text("P", _("A phone number. (repeatable)"))]
Link = Annotated[Names, _text("URL", _("A profile or site. (repeatable)"))]
Address = Annotated[Names, _text("A", _("A postal address. (repeatable)"))]
City = Annotated[Text, _text("C", _("Where they live."))]
Zone = Annotated[Text, _text("Z", _("Their time zone, such as Europe/Madrid."))]
Language = Annotated[Text, _text("L", _("The language you speak with them: en, es…"))]
Tag = Annotated[Names, _text("T", _("A tag. (repeatable)"))]
Skill = Annotated[Names, _text("S", _("Something they can do. (repeatable)"))]
Interest = Annotated[Names, _text("I", _("Something they like. (repeatable)"))]
Offers = Annotated[Names, _text("X", _("What they offer. (repeatable)"))]
Needs = Annotated[Names, _text("X", _("What they need. (repeatable)"))]
Nickname = Annotated[Names, _text("N", _("What else they are called. (repeatable)"))]
Knows = Annotated[Names, _text("WHO", _("Another contact whom they know. (repeatable)"))]
Cadence = Annotated[Text, _text("30d|2w|3m|1y|none", _("How often to be in touch."))]
KnownSince = Annotated[Text, _text("D", _("Since when you know them."))]
MetOn = Annotated[Text, _text("D", _("The day you met."))]
MetAt = Annotated[Text, _text("EVENT", _("Where you met."))]
MetThrough = Annotated[Text, _text("WHO", _("The contact who introduced you."))]
Birthday = Annotated[Text, _text("PARTIAL", _("1990-03-14, --03-14, 1990-03, --03 or 1990."))]
Day = Annotated[Names, _text("LABEL:PARTIAL", _("Another date. (repeatable)"), "--date")]
Since = Annotated[Text, _text("PARTIAL", _("In their profession since."))]
Available = Annotated[Text, _text("open|limited|unavailable", _("Whether they take on work."))]
Note = Annotated[Text, _text("N", _("Notes, in your own words."))]
Given = Annotated[Text, _text("N", _("Given name, for sorting."))]
Family = Annotated[Text, _text("N", _("Family name, for sorting."))]


@helps(
    _("Add a person to the garden: those you want to keep in touch with."),
    'crm add "Ana Ruiz" --role copywriter --city Valencia --cadence 1m',
    'crm add "Tom Reed" --met-on yesterday --met-at CodeMotion --needs "a designer"',
)
def add(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help=_("Their full name, as they write it."))
    ],
    role: Role = None,
    title: Title = None,
    org: Org = None,
    email: Email = None,
    phone: Phone = None,
    link: Link = None,
    address: Address = None,
    city: City = None,
    time_zone: Zone = None,
    language: Language = None,
    tag: Tag = None,
    skill: Skill = None,
    interest: Interest = None,
    offers: Offers = None,
    needs: Needs = None,
    nickname: Nickname = None,
    knows: Knows = None,
    cadence: Cadence = None,
    known_since: KnownSince = None,
    met_on: MetOn = None,
    met_at: MetAt = None,
    met_through: MetThrough = None,
    birthday: Birthday = None,
    dates: Day = None,
    experience_since: Since = None,
    availability: Available = None,
    note: Note = None,
    given_name: Given = None,
    family_name: Family = None,
    book: Annotated[
        bool, typer.Option("--book", help=_("Into the address book: known, never due."))
    ] = False,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.services import contacts

    added = contacts.add(ctx.obj, _said(ctx.params), book=book)
    if as_json:
        out_json({"id": added.id, "name": added.name, "in_garden": added.in_garden})
        return
    form = (
        _("Added {name} [{id}] to the garden.")
        if added.in_garden
        else _("Added {name} [{id}] to the address book.")
    )
    say(form.format(name=screen(added.name), id=added.id))
    for other in added.namesakes:
        form = _("There is another {name} [{id}]. If they are one person: crm undo.")
        say(form.format(name=screen(other.name), id=other.id))


@helps(
    _("Change what is noted about a person. Lists are added to; --remove takes from them."),
    "crm edit ana --title 'Senior copywriter' --cadence 2w",
    "crm edit ana --remove 'tag: design' --remove 'email: old@example.com'",
)
def edit(
    ctx: typer.Context,
    who: Who,
    name: Annotated[Text, _text("NAME", _("Their new name."))] = None,
    role: Role = None,
    title: Title = None,
    org: Org = None,
    email: Email = None,
    phone: Phone = None,
    link: Link = None,
    address: Address = None,
    city: City = None,
    time_zone: Zone = None,
    language: Language = None,
    tag: Tag = None,
    skill: Skill = None,
    interest: Interest = None,
    offers: Offers = None,
    needs: Needs = None,
    nickname: Nickname = None,
    knows: Knows = None,
    cadence: Cadence = None,
    known_since: KnownSince = None,
    met_on: MetOn = None,
    met_at: MetAt = None,
    met_through: MetThrough = None,
    birthday: Birthday = None,
    dates: Day = None,
    experience_since: Since = None,
    availability: Available = None,
    note: Note = None,
    given_name: Given = None,
    family_name: Family = None,
    remove: Annotated[
        Names, _text("KIND:VALUE", _("Take a value away, as in 'tag: design'. (repeatable)"))
    ] = None,
    as_json: Json = False,
) -> None:
    from crm.cli.output import out_json, say
    from crm.domain.text import screen
    from crm.errors import WrongUsage
    from crm.services import contacts

    said = _said(ctx.params)
    if said == contacts.Said():
        raise WrongUsage("nothing-to-change")
    edited = contacts.edit(ctx.obj, who, said)
    if as_json:
        out_json({"id": edited.id, "name": edited.name, "in_garden": edited.in_garden})
    else:
        say(_("Changed {name} [{id}].").format(name=screen(edited.name), id=edited.id))


_FIELDS = {
    "role": "roles", "org": "organisation", "email": "emails", "phone": "phones", "link": "links",
    "address": "addresses", "city": "place", "tag": "tags", "skill": "skills",
    "interest": "interests", "nickname": "nicknames",
}  # fmt: skip


def _said(params: dict[str, Any]) -> Any:
    from crm.services.contacts import Said

    said: dict[str, Any] = {
        _FIELDS.get(name, name): tuple(value) if isinstance(value, list) else value
        for name, value in params.items()
        if value is not None
    }
    return Said(**{field: said[field] for field in Said._fields if field in said})
