"""A promise to somebody, said to them: "send her the portfolio" → "send you the portfolio"."""

from crm.domain.second_person import language_of, listed
from crm.domain.second_person.sentences import words_of
from crm.domain.second_person.words import toward

_GIVING = {
    "en": listed(
        "send show give tell lend pass bring write forward email mail book get teach find"
    ),
    "es": listed(
        "enviar mandar pasar enseñar dar dejar prestar contar presentar confirmar escribir hacer "
        "llevar traer buscar reenviar compartir devolver"
    ),
}
_DOING = {
    "en": listed(
        "introduce read call ask review check split write look share help invite recommend think "
        "put connect test try draft prepare make record set meet finish fix update translate "
        "proofread let keep come sketch talk explain answer visit refer thank order return test- "
        "drive confirm"
    ),
    "es": listed(
        "leer mirar revisar llamar invitar ayudar recomendar preparar probar grabar traducir "
        "corregir poner explicar preguntar responder contestar visitar avisar echar quedar ir "
        "pensar arreglar actualizar terminar"
    ),
}
_OBJECTS = listed("them her him")
_POINTING = listed("that those this these it")
_PERSONAL = ("le", "les")
_LATER = listed("al for to a")


def owed(text: str, code: str) -> str | None:
    """Give what the user promised as an infinitive said to the person, None when in doubt."""
    words = words_of(text, code)
    if len(words) < 2 or "," in words[:2]:
        return None
    return _english(words) if code == "en" else _spanish(words)


def _english(words: list[str]) -> str | None:
    language = language_of("en")
    words = _first_part(words, "en")
    verb = words[0].lower()
    if verb not in _GIVING["en"] | _DOING["en"]:
        return None
    rest = words[1:]
    if not rest or rest[0].lower() in _POINTING:
        return None
    if rest[0].lower() in _OBJECTS:
        follows = rest[1].lower() if len(rest) > 1 else ""
        named = follows in language.articles | language.counts | language.prepositions
        named = named or follows in language.other_prepositions or follows in _AFTER_OBJECT
        if named or (not follows and verb not in _GIVING["en"]):
            said = toward(rest[1:], language, is_promise=True)
            return None if said is None else " ".join([verb, "you", *said])
        if rest[0].lower() != "her" or verb in _GIVING["en"]:
            return None
    said = toward(rest, language, is_promise=True)
    if said is None:
        return None
    small = [word.lower() for word in said]
    gives = verb in _GIVING["en"] and verb not in ("book", "write", "get", "find")
    a_thing = small[0] in language.articles | language.counts
    if gives and a_thing and "you" not in small and "to" not in small:
        said = ["you", *said]
    return " ".join([verb, *said])


_AFTER_OBJECT = listed("some my what how whether when where more another back about that")


def _first_part(words: list[str], code: str) -> list[str]:
    cuts = language_of(code).cuts - {"where", "whose", "which", "donde", "cuyo", "cuya"}
    for i, word in enumerate(words):
        if i > 1 and (word == "," or word.lower() in cuts):
            return words[:i]
    return words


def _spanish(words: list[str]) -> str | None:
    language = language_of("es")
    words = _first_part(words, "es")
    verb, rest = words[0].lower(), words[1:]
    is_theirs = False
    for ending in _PERSONAL:
        if verb.endswith(ending) and verb[: -len(ending)] in _GIVING["es"] | _DOING["es"]:
            verb, is_theirs = verb[: -len(ending)], True
    known = verb in _GIVING["es"] | _DOING["es"]
    said = toward(rest, language)
    if not known or not said:
        return None
    small = [word.lower() for word in said]
    gives = verb in _GIVING["es"] and small[0] in language.articles and _LATER.isdisjoint(small)
    return " ".join([f"{verb}te" if is_theirs or gives else verb, *said])
