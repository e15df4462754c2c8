"""The professions the program knows and the user's own: slugs, names in both languages, synonyms.

Titles are read for roles by `domain.roles`, with what roles.tsv calls a role and titles.tsv adds.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crm.domain import roles as rules
from crm.domain.text import fold
from crm.errors import NotFound
from crm.store.reads import matching as reads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from sqlite3 import Connection

    from crm.context import Context

_DATA = Path(__file__).parents[1] / "data"
LONGEST_TITLE = 300
"""Of a title as long as a story, only the beginning is read."""
MOST_NEAR = 3
_MOST_FORMS = 24


class Roles:
    """All roles that hold for the user."""

    def __init__(self, own: Iterable[reads.OwnRole] = ()) -> None:
        self.own = {role.slug: role for role in own}
        self._called = {fold(name): slug for slug, name in self._own_names()}

    def recognised(self, said: str) -> str:
        """Give the slug of the role that is called so, else what was said."""
        return self._called.get(fold(said)) or recognised(said)

    def in_title(self, title: str) -> tuple[str, ...]:
        """Give the roles that a title says, as people write them."""
        if not self.own:
            return _in_title(title)
        return tuple(rules.roles_in(title[:LONGEST_TITLE], self._lexicon))

    def said_by(self, words: Iterable[str]) -> list[str]:
        """Give the roles that words given as roles come to, read as titles where they are none."""
        found: dict[str, None] = {}
        for word in words:
            slug = self.recognised(word)
            is_known = slug in self.own or slug in _by_slug()
            found |= dict.fromkeys([slug] if is_known else self.in_title(word) or [slug])
        return list(found)

    def known(self, said: str) -> str:
        """Give the slug of the role that is called so; raises NotFound, with the nearest three."""
        slug = self.recognised(said)
        if slug in self.own or slug in _by_slug():
            return slug
        raise NotFound("unknown-role", role=said, nearest=self.near(said))

    def keys(self, said: str) -> set[str]:
        """Give what a word is called: itself, and if it names a role all names of that role."""
        slug = self.recognised(said)
        names = {**_slugs(), **self._called}
        return {fold(said), fold(slug), *(name for name, of in names.items() if of == slug)}

    def near(self, said: str) -> list[str]:
        """Give names of the three roles whose names are written most like what was said."""
        from difflib import get_close_matches

        names = {**_slugs(), **self._called}
        found: dict[str, str] = {}
        for name in get_close_matches(fold(said), names, n=_MOST_FORMS, cutoff=0.0):
            found.setdefault(names[name], name)
        return list(found.values())[:MOST_NEAR]

    def name(self, role: str, language: str) -> str:
        """Give a role's name in a language; the user's own have one in both."""
        return self.own[role].name if role in self.own else name_of(role, language)

    def words(self, role: str) -> list[str]:
        """Give every word that means a role: its slug, its names and synonyms, in any gender."""
        named = (name for slug, name in (*_names(), *self._own_names()) if slug == role)
        return [role, *(form for name in named for form in _forms(name))]

    def _own_names(self) -> Iterator[tuple[str, str]]:
        for slug, role in self.own.items():
            for name in (slug, slug.replace("-", " "), role.name, *role.synonyms):
                yield slug, name

    @cached_property
    def _lexicon(self) -> rules.Lexicon:
        names = ((name, slug) for slug, name in self._own_names())
        return rules.joined(rules.lexicon(names, ()), _lexicon())


def roles(connection: Connection) -> Roles:
    """Give all roles that hold for the user: those of the program, and their own."""
    return Roles(reads.own_roles(connection))


class Understood(NamedTuple):
    """A word given as a role: the name of the role, or None for one that is not known."""

    said: str
    name: str | None


def understood(context: Context, said: str, language: str) -> list[Understood]:
    """Give how each of the roles typed with commas between them is understood."""
    words = [word.strip() for word in said.split(",")]
    with context.store.reading() as connection:
        own = roles(connection)
    found = []
    for word in dict.fromkeys(filter(None, words)):
        slug = own.recognised(word)
        is_known = slug in own.own or slug in _by_slug()
        found.append(Understood(word, own.name(slug, language) if is_known else None))
    return found


def completions(context: Context, typed: str) -> list[str]:
    """Give what a list of roles that is being typed may become, its last one completed."""
    begun = typed.rpartition(",")[2].lstrip()
    key = fold(begun)
    if not key:
        return []
    with context.store.reading() as connection:
        own = roles(connection)
    names = [name for row in rows() for name in row[2:4]]
    names += [role.name for role in own.own.values()]
    names = [form for name in names for form in _forms(name)]
    fits = {form for form in names if fold(form).startswith(key) and len(form) > len(begun)}
    shortest = sorted(fits, key=lambda form: (len(form), form))
    return [typed + form[len(begun) :] for form in shortest[:MOST_NEAR]]


def namer(context: Context) -> Callable[[str, str], str]:
    """Give what names a role in a language, the user's own among them."""
    with context.store.reading() as connection:
        return roles(connection).name


def beginning(context: Context, typed: str, language: str) -> list[str]:
    """Give the names of roles in a language that begin as typed, the user's own first."""
    with context.store.reading() as connection:
        known = roles(connection)
    names = [role.name for role in known.own.values()]
    names += sorted(name_of(row[0], language) for row in rows())
    key = fold(typed)
    return [name for name in dict.fromkeys(names) if key and fold(name).startswith(key)]


@cache
def rows() -> list[list[str]]:
    """Give the roles of the program: slug, area, both names, synonyms in both languages."""
    return _table("roles.tsv")


def _table(name: str) -> list[list[str]]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


@cache
def _by_slug() -> dict[str, list[str]]:
    return {row[0]: row for row in rows()}


@cache
def _slugs() -> dict[str, str]:
    slugs: dict[str, str] = {}
    for slug, name in _names():
        for form in _forms(name):
            slugs.setdefault(fold(form), slug)
    return slugs


def _names() -> Iterator[tuple[str, str]]:
    for slug, _area, *names in rows():
        for group in (slug, slug.replace("-", " "), *names):
            for name in group.split(";"):
                yield slug, name


def _forms(name: str) -> tuple[str, ...]:
    """Give "Desarrollador/a web" as written and in both genders."""
    if "/a" not in name:
        return (name,)
    return name, name.replace("/a", ""), name.replace("or/a", "ora").replace("o/a", "a")


def recognised(said: str) -> str:
    """Give the slug of the program's role that is called so, else what was said."""
    return _slugs().get(fold(said), said)


@cache
def _lexicon() -> rules.Lexicon:
    phrases = [(name, slug) for slug, name in _names()]
    fields = []
    for slug, words, apart in _table("titles.tsv"):
        phrases += [(word, slug) for word in words.split(";")]
        fields += [(word, slug) for word in apart.split(";")]
    return rules.lexicon(phrases, fields)


@lru_cache(maxsize=16_384)
def _in_title(title: str) -> tuple[str, ...]:
    return tuple(rules.roles_in(title[:LONGEST_TITLE], _lexicon()))


def name_of(role: str, language: str) -> str:
    """Give a role's name in a language; of one that is not known, what the user calls it."""
    row = _by_slug().get(role)
    if row is None:
        return role
    return row[3 if language == "es" else 2]
