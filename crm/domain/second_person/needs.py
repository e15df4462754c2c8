"""What somebody looks for, as it stands after "looking for"."""

from crm.domain.second_person import language_of, listed

_AN_LETTERS = frozenset("AEFHILMNORSX")
_SOMEONE = listed("someone alguien somebody")


def needed(need: str, role: str, code: str) -> str | None:
    """Give a need with its article; `role` is its name where it is a role, else ""."""
    if role:
        return _a_role(role) if code == "en" else _un_rol(role)
    words = need.split()
    if not words or not 2 <= len(words) <= 8:
        return None
    if not all(char.isalnum() or char in " -'&" for char in need):
        return None
    first = words[0].lower()
    language = language_of(code)
    if first in _SOMEONE or first in language.definite:
        from crm.domain.second_person import detected
        from crm.domain.second_person.words import toward

        said = toward(words[1:], language)
        known = detected(need) == code or (first in _SOMEONE) == (
            first == "alguien" or code == "en"
        )
        return " ".join([first, *said]) if said and known else None
    return None


def _a_role(name: str) -> str | None:
    if "(" in name or " and " in name:
        return None
    first = name.split()[0]
    if (first[:2].isupper() and first[:2].isalpha()) or first[0].isdigit():
        article = "an" if first[0] in _AN_LETTERS else "a"
        return f"{article} {name}"
    if first[1:] == first[1:].lower():
        name = name[0].lower() + name[1:]
    vowel = name[0].lower() in "aeiou" and not name.startswith(("use", "uni"))
    return f"{'an' if vowel else 'a'} {name}"


def _un_rol(name: str) -> str | None:
    """Give "copywriter", "ilustrador o ilustradora": no gender is guessed."""
    if "(" in name or " y " in name:
        return None
    if name[1:2].islower():
        name = name[0].lower() + name[1:]
    if "/a" not in name:
        return name
    gendered = [i for i, word in enumerate(name.split()) if "/a" in word]
    words = name.split()[: gendered[-1] + 1]
    rest = name.split()[gendered[-1] + 1 :]
    he = " ".join(word.replace("/a", "") for word in words)
    she = " ".join(word.replace("or/a", "ora").replace("o/a", "a") for word in words)
    return " ".join([he, "o", she, *rest]) if "/" not in she else None
