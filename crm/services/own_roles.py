"""Roles and pairs of the user's own, and the roles that titles say of people who have none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from crm.context import Context
from crm.domain import matching as rules
from crm.domain.text import fold
from crm.errors import WrongUsage
from crm.services import understand
from crm.services.changes import Change, change
from crm.services.pairs import Pair, pairs
from crm.services.roles import Roles, roles, rows
from crm.store.reads import matching as reads

_AREAS = Path(__file__).parents[1] / "data" / "areas.tsv"
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")
MOST_READ = 12


class RoleLine(NamedTuple):
    """A role with its names; `own` is one that the user added."""

    slug: str
    area: str
    name: str
    also: list[str]
    own: bool


class Partner(NamedTuple):
    """A role that goes with another one (called `of`), how well and why."""

    of: str
    slug: str
    name: str
    strength: int
    why: str
    own: bool


class Partners(NamedTuple):
    """The roles that go with a role, the strongest first."""

    slug: str
    name: str
    partners: list[Partner]


class TitlesRead(NamedTuple):
    """Whose titles said a role: the first of them with their roles, and how many in all."""

    people: list[tuple[str, str, list[str]]]
    total: int


def areas(language: str) -> dict[str, str]:
    """Give the name of each area of work, by slug."""
    column = 2 if language == "es" else 1
    lines = _AREAS.read_text(encoding="utf-8").splitlines()[1:]
    return {row[0]: row[column] for row in (line.split("\t") for line in lines)}


def listed(context: Context, language: str, area: str | None = None) -> list[RoleLine]:
    """Give all roles, or those of an area, the user's own last."""
    if area is not None:
        area = understand.one_of(area, tuple(areas("en")), "area")
    with context.store.reading() as connection:
        own = roles(connection).own.values()
    names, also = (3, 5) if language == "es" else (2, 4)
    found = [RoleLine(row[0], row[1], row[names], row[also].split(";"), False) for row in rows()]
    found += [RoleLine(r.slug, r.area, r.name, list(r.synonyms), True) for r in own]
    return [role for role in found if area is None or role.area == area]


def add_role(
    context: Context, name: str, *, slug: str = "", area: str = "", also: list[str] | None = None
) -> RoleLine:
    """Add a role; whoever was given it as a word before has it from now on."""
    from crm.store.tables.matching import OwnRole

    called = understand.required(name, "name")
    key = _slug(understand.text(slug, "slug") or called)
    if area:
        area = understand.one_of(area, tuple(areas("en")), "area")
    others = [
        word.strip() for text in understand.texts(also or [], "also") for word in text.split(";")
    ]
    synonyms = [word for word in dict.fromkeys(others) if word]
    with change(context, "role-add") as made:
        known = roles(made.write.plain())
        for word in (key, called, *synonyms):
            if (taken := known.recognised(word)) in {row[0] for row in rows()} | known.own.keys():
                raise WrongUsage("role-exists", role=word, slug=taken)
        made.write.add(OwnRole(slug=key, name=called, area=area, synonyms=";".join(synonyms)))
        for word in {fold(w) for w in (key.replace("-", " "), called, *synonyms)} - {key}:
            _rename(made, word, key)
        made.about(called)
    return RoleLine(key, area, called, synonyms, True)


def _slug(name: str) -> str:
    slug = _BETWEEN_WORDS.sub("-", fold(name)).strip("-")
    if not slug:
        raise WrongUsage("bad-slug", text=name)
    return slug


def _rename(made: Change, key: str, slug: str) -> None:
    """Put the role in the place of a word that was given for it, wherever it was."""
    from crm.store.tables.contact_details import ContactTrait
    from crm.store.tables.goals import GoalRole
    from crm.store.tables.profile import ProfileTrait

    for row in made.write.where(ContactTrait, kind="role", key=key):
        made.words_of.add(row.contact_id)
        rest = made.write.where(ContactTrait, contact_id=row.contact_id, kind="role", key=slug)
        _become(made, row, bool(rest), value=slug, key=slug)
    for trait in made.write.where(ProfileTrait, kind="role", key=key):
        rest_of_me = made.write.where(ProfileTrait, kind="role", key=slug)
        _become(made, trait, bool(rest_of_me), value=slug, key=slug)
    for wish in [row for row in made.write.where(GoalRole) if fold(row.role) == key]:
        there = made.write.where(GoalRole, goal_id=wish.goal_id, role=slug)
        _become(made, wish, bool(there), role=slug)


def _become(made: Change, row: Any, is_there: bool, **values: str) -> None:
    if is_there:
        made.write.delete(row)
        return
    for column, value in values.items():
        setattr(row, column, value)
    made.write.add(row)


def read_titles(context: Context, *, dry_run: bool = False) -> TitlesRead:
    """Give people who have a title and no role the roles that it says, unless `dry_run`."""
    from crm.store.tables.contact_details import ContactTrait

    with context.store.reading() as connection:
        found = _said_by_titles(reads.unread_titles(connection), roles(connection))
    if found and not dry_run:
        with change(context, "role-titles") as made:
            people_roles = [(who, role) for who, _title, said in found for role in said]
            made.write.insert_many(
                ContactTrait,
                ("contact_id", "kind", "value", "key"),
                [(contact_id, "role", role, fold(role)) for contact_id, role in people_roles],
            )
            made.words_of.update(contact_id for contact_id, *_ in found)
            made.about(str(len(found)))
    with context.store.reading() as connection:
        people = reads.names(connection, [contact_id for contact_id, *_ in found[:MOST_READ]])
    shown = [(people[contact_id], title, said) for contact_id, title, said in found[:MOST_READ]]
    return TitlesRead(shown, len(found))


def _said_by_titles(
    titles: list[tuple[int, str]], known: Roles
) -> list[tuple[int, str, list[str]]]:
    return [
        (contact_id, title, list(said))
        for contact_id, title in titles
        if (said := known.in_title(title))
    ]


def add_pair(
    context: Context, a: str, b: str, strength: int, why: str = "", language: str = "en"
) -> Partner:
    """Say how well two roles go together, in the place of what was known; 0 for not at all.

    Raises NotFound for a role that nobody knows and WrongUsage for a role with itself.
    """
    from crm.store.tables.matching import OwnPair

    understand.between(strength, rules.STRENGTHS[0], rules.MOST_STRENGTH, "strength")
    reason = understand.text(why, "why")
    with change(context, "pair-add") as made:
        known = roles(made.write.plain())
        role_a, role_b = sorted((known.known(a), known.known(b)))
        if role_a == role_b:
            raise WrongUsage("pair-of-one", role=known.name(role_a, language))
        found = made.write.where(OwnPair, role_a=role_a, role_b=role_b)
        row = found[0] if found else OwnPair(role_a=role_a, role_b=role_b, strength=strength)
        row.strength = strength
        row.why = reason
        made.write.add(row)
        made.about(f"{known.name(role_a, language)}, {known.name(role_b, language)}")
        first, other = known.known(a), known.known(b)
    with context.store.reading() as connection:
        return _partner(first, other, pairs(connection).pair(role_a, role_b), known, language)


def partners(context: Context, role: str, language: str) -> Partners:
    """Give the roles that go with a role; NotFound, with the nearest three, if nobody knows it."""
    with context.store.reading() as connection:
        known, all_pairs = roles(connection), pairs(connection)
    slug = known.known(understand.text(role, "role"))
    found = [
        _partner(slug, other, pair, known, language)
        for other, pair in all_pairs.partners(slug).items()
    ]
    return Partners(slug, known.name(slug, language), found)


def _partner(of: str, slug: str, pair: Pair, known: Roles, language: str) -> Partner:
    names = known.name(of, language), slug, known.name(slug, language)
    return Partner(*names, pair.strength, pair.why(language), pair.own)
