"""Reads roles out of titles as people write them: "Senior Copywriter & Content Lead".

A title is cut into clauses and parts, and each part is searched from the left for the longest words
that name a role. Words of rank or of employment are passed over; what follows "at", "for" or "ex-"
is about somebody or something else. A field such as "growth" says a role beside a word such as
"head" or "manager", or when it is all that is said.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crm.domain.text import fold

# In the form of `_stem`, so without the ending that number and gender change.
_ENDS = {
    "manager", "lead", "leader", "head", "director", "specialist", "consultant", "expert",
    "strategist", "officer", "coordinator", "executive", "professional", "advisor", "adviser",
    "associate", "vp", "chief", "technician", "assistant", "analyst", "planner", "freelancer",
    "representative", "rep", "agent", "partner", "management", "consulting", "consultancy",
    "services", "strategy", "supervisor", "engineer", "owner", "trainer", "guru", "ninja",
    "especialista", "consultor", "experto", "responsable", "jefe", "gestor", "coordinador",
    "encargado", "tecnico", "asesor", "estratega", "profesional", "gestion", "consultoria",
    "servicios", "estrategia", "asesoria", "gerente", "direccion", "agente", "representante",
    "analista", "freelance", "asistente", "auxiliar", "socio", "formador", "mentor",
}  # fmt: skip
_PASSED_OVER = {
    "senior", "sr", "junior", "jr", "ssr", "semisenior", "ii", "iii", "freelance", "freelancer",
    "independent", "independiente", "autonomo", "remote", "remoto", "self", "employed", "certified",
    "certificado", "experienced", "the", "a", "an", "of", "de", "del", "la", "el", "las", "los",
    "en", "in", "al", "un", "una", "su", "multicartera", "titulado", "colegiado", "profesional",
}  # fmt: skip
_EMPLOYER = {"at", "@", "ex", "former", "formerly", "antes", "antiguo", "retired", "aspiring",
             "aspirante", "future", "futuro", "jubilado"}  # fmt: skip
_OTHERS = {"for", "para", "helping", "help", "ayudo", "ayudando", "to", "who", "que", "looking",
           "seeking", "hiring", "busco", "buscando", "busqueda", "with", "con"}  # fmt: skip
_NOT_YET = {"student", "estudiante", "intern", "becario", "volunteer", "voluntario"}
_ALIASES = {
    "dev": "developer", "devs": "developer", "programmer": "developer", "eng": "engineer",
    "programador": "desarrollador", "programadora": "desarrollador", "mgr": "manager",
    "mkt": "marketing", "mktg": "marketing", "mkting": "marketing",
    "rrss": "redes sociales", "rrhh": "recursos humanos", "organiser": "organizer",
    "dir": "director",
    "optimisation": "optimization", "localisation": "localization",
    "bizdev": "biz dev", "adviser": "advisor",
}  # fmt: skip
_ONE_WORD = (
    ("front end", "frontend"), ("back end", "backend"), ("full stack", "fullstack"),
    ("e commerce", "ecommerce"), ("no code", "nocode"), ("low code", "lowcode"),
    ("e learning", "elearning"), ("voice over", "voiceover"), ("e mail", "email"),
    ("live stream", "livestream"), ("film maker", "filmmaker"), ("on line", "online"),
    ("start up", "startup"), ("ghost writer", "ghostwriter"), ("proof reader", "proofreader"),
    ("copy writer", "copywriter"), ("cyber security", "cybersecurity"), ("word press", "wordpress"),
    ("you tube", "youtube"), ("free lance", "freelance"), ("web site", "website"),
    ("ui / ux", "ux / ui"), ("ui ux", "ux / ui"), ("ux ui", "ux / ui"), ("ux & ui", "ux / ui"),
    ("ui & ux", "ux / ui"), ("3 d", "3d"), ("2 d", "2d"),
)  # fmt: skip

_GENDERS = re.compile(r"(?<=[a-z])(/(?:as?|os?|es|ora|oras)\b|\((?:as?|ora)\)|@s?(?![a-z]))")
_DASH = re.compile(r"\s[-–—~]+\s|[–—]")
_WORD = re.compile(r"[^\W_][\w#.']*|[^\s\w]")
_CLAUSES = '|·•;:()[]{}!?*<>→»«"~\n'
_PARTS = {"/", "&", ",", "+", "and", "y", "e"}


class Lexicon(NamedTuple):
    """What is looked for: by first word, the words that follow and the role, the longest first.

    `fields` are words that say a role only beside one of `_ENDS`; a role of "" is none at all.
    """

    phrases: dict[str, list[tuple[tuple[str, ...], str]]]
    fields: dict[str, list[tuple[tuple[str, ...], str]]]


class _Found(NamedTuple):
    start: int
    end: int
    role: str


def lexicon(phrases: Iterable[tuple[str, str]], fields: Iterable[tuple[str, str]]) -> Lexicon:
    """Give what titles are searched for, from (words, role); of equal words the first one holds."""
    return Lexicon(_by_first_word(phrases), _by_first_word(fields))


def joined(first: Lexicon, second: Lexicon) -> Lexicon:
    """Give both together; of equal words those of the first hold."""
    indexes = []
    for one, other in zip(first, second, strict=True):
        index = dict(other)
        for word, entries in one.items():
            both = [*entries, *other.get(word, ())]
            index[word] = sorted(both, key=lambda entry: -len(entry[0]))
        indexes.append(index)
    return Lexicon(*indexes)


def roles_in(title: str, known: Lexicon) -> list[str]:
    """Give the roles that a title says, in its order; none is what most words come to."""
    found: list[str] = []
    for clause in _clauses(title):
        for role in _roles_of_clause(clause, known):
            if role not in found:
                found.append(role)
    return found


def _by_first_word(
    said: Iterable[tuple[str, str]],
) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[tuple[str, ...], str] = {}
    for words, role in said:
        # What stands in brackets tells a name from another one, and names nothing by itself.
        tokens = tuple(_kept(next(_clauses(words), [])))
        if tokens:
            found.setdefault(tokens, role)
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for tokens, role in sorted(found.items(), key=lambda item: -len(item[0])):
        index.setdefault(tokens[0], []).append((tokens, role))
    return index


def _clauses(text: str) -> Iterator[list[str]]:
    """Give the words of each clause, compound words joined, gender marks taken off."""
    plain = _GENDERS.sub("", fold(text.replace("\n", "|"))).replace("'s", "s").replace("’s", "s")
    clause: list[str] = []
    for word in _WORD.findall(_DASH.sub(" | ", f" {plain} ")):
        if word in _CLAUSES:
            if clause:
                yield _joined(clause)
            clause = []
        elif word[0].isalnum() or word in _PARTS or word == "@":
            clause.append(word.rstrip(".'"))
    if clause:
        yield _joined(clause)


def _joined(words: list[str]) -> list[str]:
    text = f" {' '.join([_ALIASES.get(word, word) for word in words])} "
    for apart, together in _ONE_WORD:
        if f" {apart} " in text:
            text = text.replace(f" {apart} ", f" {together} ")
    return text.split()


def _kept(clause: list[str]) -> list[str]:
    return [_stem(word) for word in clause if word not in _PASSED_OVER]


def _stem(word: str) -> str:
    if len(word) < 4:
        return word
    word = word.removesuffix("s")
    return word[:-1] if word[-1] in "aeo" and len(word) > 3 else word


_END_STEMS = frozenset(map(_stem, _ENDS))


def _roles_of_clause(clause: list[str], known: Lexicon) -> list[str]:
    words = _kept(_own_words(clause))
    found = list(_search(words, known))
    parts = _parts(words)
    silent = [part for part in parts if not _says(part, found)]
    said = [part for part in parts if part not in silent]
    for part in silent:
        found += _with_shared_word(words, part, said, known)
    bare = {
        part: _bare_field(words[slice(*part)], known) for part in parts if not _says(part, found)
    }
    if all(bare.values()):
        found += [_Found(*part, role) for part, role in bare.items()]
    return [one.role for one in sorted(found) if one.role]


def _parts(words: list[str]) -> list[tuple[int, int]]:
    ends = [index for index, word in enumerate(words) if word in _PARTS] + [len(words)]
    starts = [0, *(end + 1 for end in ends)]
    return [(start, end) for start, end in zip(starts, ends, strict=False) if start < end]


def _says(part: tuple[int, int], found: list[_Found]) -> bool:
    return any(one.start < part[1] and part[0] < one.end for one in found)


def _with_shared_word(
    words: list[str], part: tuple[int, int], said: list[tuple[int, int]], known: Lexicon
) -> list[_Found]:
    """Give what a part says with the last word of the next one, or the first of the one before.

    "Web & Mobile Developer", "Diseñadora web y de marca".
    """
    own = words[slice(*part)]
    after = next((other for other in said if other > part), None)
    before = next((other for other in reversed(said) if other < part), None)
    found: list[_Found] = []
    if after:
        shared = _search([*own, words[after[1] - 1]], known)
        found = [one for one in shared if one.start < len(own)]
    if before and not found:
        found = [one for one in _search([words[before[0]], *own], known) if one.end > 1]
    return [_Found(*part, one.role) for one in found]


def _bare_field(part: list[str], known: Lexicon) -> str:
    field = _first_that_fits(part, 0, known.fields)
    return field.role if field and field.end == len(part) else ""


def _own_words(clause: list[str]) -> list[str]:
    """Give the words that are about the person now: not their employer, past or customers."""
    kept: list[str] = []
    until: set[str] | None = None
    for word in clause:
        if until is not None and word not in until:
            continue
        until = None
        if word in _EMPLOYER:
            until = {","}
        elif word in _OTHERS:
            until = set()
        elif word in _NOT_YET:
            while kept and kept[-1] not in _PARTS:
                kept.pop()
            until = {",", "&", "/", "and", "y"}
        else:
            kept.append(word)
    return kept


def _search(words: list[str], known: Lexicon) -> Iterator[_Found]:
    at = 0
    while at < len(words):
        found = _longest(words, at, known)
        if found:
            yield found
            at = found.end
        else:
            at += 1


def _longest(words: list[str], at: int, known: Lexicon) -> _Found | None:
    named = _first_that_fits(words, at, known.phrases)
    field = _first_that_fits(words, at, known.fields)
    if field and not _is_a_role(words, field):
        field = None
    if named and field:
        return field if field.end > named.end else named
    return named or field


def _first_that_fits(
    words: list[str], at: int, index: dict[str, list[tuple[tuple[str, ...], str]]]
) -> _Found | None:
    for tokens, role in index.get(words[at], ()):
        if tuple(words[at : at + len(tokens)]) == tokens:
            return _Found(at, at + len(tokens), role)
    return None


def _is_a_role(words: list[str], field: _Found) -> bool:
    before = words[field.start - 1] if field.start else ""
    after = words[field.end] if field.end < len(words) else ""
    return before in _END_STEMS or after in _END_STEMS
