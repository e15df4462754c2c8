"""Which column of an address book means which field: English and Spanish headers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crm.domain.invalid import Invalid
from crm.formats.rows import column_key

IGNORE = "ignore"

# The first words that occur in a header win; fields in _SEVERAL take every column that fits.
_WORDS: dict[str, str] = {
    "external_id": "external id|uid|id|contact id|identificador",
    "name": "name|full name|display name|contact name|contact|nombre completo|nombre y apellidos|"
    "nombre para mostrar|contacto|fn",
    "given_name": "given name|first name|forename|nombre de pila|nombres|nombre",
    "middle_name": "middle name|additional name|segundo nombre|nombre adicional",
    "family_name": "family name|last name|surname|apellidos|apellido|primer apellido|"
    "apellido paterno",
    "second_family_name": "second family name|second surname|segundo apellido|apellido materno|"
    "apellido 2",
    "organisation": "organisation|organization name|organization|company|company name|employer|"
    "org|empresa|compania|nombre de la empresa|organizacion|nombre de la organizacion",
    "title": "job title|organization title|position|cargo|puesto|occupation|role title|ocupacion|"
    "profesion|titulo|title",
    "city": "city|address city|location|home city|work city|business city|other city|town|ciudad|"
    "localidad|poblacion|municipio|ubicacion|ciudad de residencia|ciudad del trabajo",
    "emails": "emails|email|e mail|mail|email address|primary email|secondary email|correo|"
    "correos|correo electronico|direccion de correo electronico|direccion de correo",
    "phones": "phones|phone|phone number|telephone|tel|mobile|mobile number|mobile phone|cell|"
    "cell phone|whatsapp|home mobile|telefono|telefonos|movil|celular|numero de telefono",
    "links": "links|link|url|urls|website|web site|web|web page|webpage|personal web page|"
    "homepage|linkedin|linkedin url|linkedin profile|profile url|blog|twitter|github|enlace|"
    "enlaces|sitio web|pagina web|pagina|perfil de linkedin|perfil",
    "tags": "tags|tag|labels|label|group membership|categories|category|groups|group|etiquetas|"
    "etiqueta|categorias|categoria|grupos|grupo",
    "roles": "roles|role|rol",
    "notes": "notes|note|comments|comment|notas|nota|comentarios|observaciones",
    "birthday": "birthday|birth date|date of birth|bday|dob|cumpleanos|fecha de nacimiento",
    "birth_year": "birth year|ano de nacimiento",
    "birth_month": "birth month|mes de nacimiento",
    "birth_day": "birth day|dia de nacimiento",
    "connected_on": "connected on|conectado el|fecha de conexion",
    "nickname": "nickname|nicknames|nick|alias|apodo|mote",
    "language": "language|lang|idioma|lengua",
    "known_since": "known since|trato desde|conocido desde|conocida desde|desde",
    "met_on": "met on|date met|fecha del encuentro|os conocisteis el|conocido el|conocida el",
    "met_at": "met at|where met|event|lugar del encuentro|os conocisteis en|"
    "conocido en|conocida en|evento",
    "cadence": "cadence|keep in touch|frequency|rhythm|cadencia|frecuencia|ritmo",
}
FIELDS = (*_WORDS, IGNORE)
_SEVERAL = frozenset({"emails", "phones", "links", "tags", "roles", "city"})
_FIELD_AND_RANK = {
    words: (field, rank)
    for field, listed in _WORDS.items()
    for rank, words in enumerate(listed.split("|"))
}
_NUMBER = re.compile(r"\b\d+\b")
_NO_VALUE = frozenset(
    {"type", "label", "format", "fax", "pager", "video", "assistant", "name", "status", "notes",
     "opt", "ext", "extension", "code", "verified", "preferred"}
)  # fmt: skip
_KINDS = (
    ("emails", frozenset({"email", "mail", "correo"})),
    ("phones", frozenset({"phone", "telephone", "mobile", "telefono", "movil", "celular"})),
    ("links", frozenset({"website", "linkedin", "webpage"})),
)


def guess_mapping(header: Sequence[str]) -> dict[str, str]:
    """Give column → field for each column whose header is understood, in the header's order."""
    found: dict[str, tuple[str, int]] = {}
    best: dict[str, int] = {}
    for column in header:
        guess = _field_and_rank(column)
        if guess is None:
            continue
        found.setdefault(column, guess)
        field, rank = guess
        best[field] = min(rank, best.get(field, rank))
    _nombre_is_whole_name(found, best)
    mapping: dict[str, str] = {}
    filled: set[str] = set()
    for column, (field, rank) in found.items():
        if field in _SEVERAL or (rank == best[field] and field not in filled):
            mapping[column] = field
            filled.add(field)
    return mapping


def apply_overrides(
    header: Sequence[str], guessed: dict[str, str], overrides: dict[str, str]
) -> dict[str, str]:
    """Give the guessed mapping with the user's own choices, which push guesses for a field aside.

    Columns and fields are matched as headers are (`correo` is a field too); `ignore` unmaps.
    Raises Invalid: unknown-column (column, known), unknown-field (field, known).
    """
    chosen: dict[str, str] = {}
    by_key = {column_key(column): column for column in reversed(header)}
    for column, field in overrides.items():
        real = column if column in header else by_key.get(column_key(column))
        if real is None or not column.strip():
            raise Invalid("unknown-column", column=column, known=tuple(c for c in header if c))
        chosen[real] = _field_named(field)
    single = {field for field in chosen.values() if field not in _SEVERAL}
    kept = {c: f for c, f in guessed.items() if f not in single and c not in chosen}
    kept |= {c: f for c, f in chosen.items() if f != IGNORE}
    return {column: kept[column] for column in header if column in kept}


def _field_named(text: str) -> str:
    key = column_key(text)
    underscored = key.replace(" ", "_")
    if underscored in FIELDS:
        return underscored
    if key == "nombre":  # in a header it may be the given name; as a field it is the whole
        return "name"
    known = _FIELD_AND_RANK.get(key)
    if known is None:
        raise Invalid("unknown-field", field=text, known=FIELDS)
    return known[0]


def _field_and_rank(column: str) -> tuple[str, int] | None:
    numbered = column_key(column)
    key = " ".join(_NUMBER.sub(" ", numbered).split())
    known = _FIELD_AND_RANK.get(numbered) or _FIELD_AND_RANK.get(key)
    if known is not None or not key:
        return known
    words = set(key.split())
    if words & _NO_VALUE:
        return None
    for field, hints in _KINDS:
        if words & hints:
            return field, 99
    return None


def _nombre_is_whole_name(found: dict[str, tuple[str, int]], best: dict[str, int]) -> None:
    # `Nombre` is the given name beside `Apellidos`, and the whole name where it stands alone.
    if "family_name" in best or "name" in best:
        return
    for column, (field, rank) in found.items():
        if field == "given_name" and column_key(column) == "nombre":
            found[column] = ("name", rank)
            best["name"] = rank
            return
