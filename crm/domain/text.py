"""Text as it is compared, stored and shown: folding, refusing, screening, keys for matching."""

from __future__ import annotations

from collections.abc import Iterable

from crm.domain.invalid import Invalid

# Letters that no normal form takes apart, and invisible ones that no reader types.
_LETTERS: dict[int, str | None] = {
    ord("ł"): "l", ord("ø"): "o", ord("đ"): "d", ord("ð"): "d", ord("æ"): "ae", ord("œ"): "oe",
    ord("ı"): "i", ord("þ"): "th", ord("ħ"): "h", ord("ŧ"): "t",
    0xAD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None, 0xFEFF: None,
}  # fmt: skip

_BLANK = "\t\n\v\f\r\x85\u2028\u2029"
_REPLACEMENT = "\ufffd"
_BIDI_CONTROLS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_ON_SCREEN: dict[int, str | None] = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), _REPLACEMENT),
    **{ord(char): " " for char in _BLANK},
    **dict.fromkeys(_BIDI_CONTROLS),
}
_NO_DIGITS = dict.fromkeys(code for code in range(0x80) if not chr(code).isdecimal())
_IN_JSON = {code: f"\\u{code:04x}" for code in (0x7F, *range(0x80, 0xA0), *_BIDI_CONTROLS)}


def fold(text: str) -> str:
    """Give the form in which two writings of the same words are equal.

    Case, accents, compatibility forms and runs of blanks set aside (Unicode compatibility
    caseless matching, D146, then combining marks off); folding twice changes nothing.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    from unicodedata import combining, normalize

    wide = normalize("NFKD", normalize("NFKD", text).casefold()).casefold().translate(_LETTERS)
    return " ".join("".join([char for char in wide if not combining(char)]).split())


def refuse_unstorable(text: str, field: str) -> None:
    """Raise `Invalid` for text that a database or a UTF-8 file cannot hold.

    Codes: nul-in-text, surrogate-in-text, with the name of the field.
    """
    if "\0" in text:
        raise Invalid("nul-in-text", field=field)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Invalid("surrogate-in-text", field=field) from error


def screen(text: str) -> str:
    """Give text that cannot command a terminal nor turn the line around it.

    Blanks of every kind of line become spaces, other C0, DEL and C1 characters U+FFFD, lone
    surrogates `?`; bidi embeddings, overrides and isolates (U+202A-202E, U+2066-2069) go.
    """
    if text.isprintable():
        return text
    return text.translate(_ON_SCREEN).encode("utf-8", "replace").decode()


def harmless_json(text: str) -> str:
    """Give JSON text with DEL, C1 and bidi controls escaped, which its writer leaves raw."""
    return text if text.isascii() and "\x7f" not in text else text.translate(_IN_JSON)


def phone_key(text: str) -> str:
    """Give the digits of a telephone number, with its leading + if it has one."""
    number = text.partition(";")[0]
    if number.isascii():
        digits = number.translate(_NO_DIGITS)
    else:
        digits = "".join([str(int(char)) for char in number if char.isdecimal()])
    before, plus, _ = number.partition("+")
    leads = plus and not any(char.isdecimal() for char in before)
    return f"+{digits}" if leads and digits else digits


def structured(parts: Iterable[str]) -> str:
    """Give texts as one that `parts_of` takes apart again."""
    return ";".join([part.replace("\\", "\\\\").replace(";", "\\;") for part in parts])


def parts_of(text: str) -> list[str]:
    """Give the parts of a structured text."""
    if "\\" not in text:
        return text.split(";")
    parts = [""]
    taken = False
    for char in text:
        if char == ";" and not taken:
            parts.append("")
        elif char != "\\" or taken:
            parts[-1] += char
        taken = char == "\\" and not taken
    return parts


def email_key(text: str) -> str:
    """Give the form in which two writings of one e-mail address are equal."""
    return text.strip().casefold()


def profile_slug(url: str) -> str | None:
    """Give the personal part of a LinkedIn profile address, None for any other address.

    `/in/name` gives `name`; the old `/pub/name/1/2/3` gives all of it, since namesakes share
    the first part. Scheme, country host, query, locale and trailing slash are set aside.
    """
    _, scheme, rest = url.partition("://")
    host, _, path = (rest if scheme else url).strip().partition("/")
    host = host.partition(":")[0].lower()
    if host != "linkedin.com" and not host.endswith(".linkedin.com"):
        return None
    parts = [part for part in path.partition("?")[0].partition("#")[0].split("/") if part]
    if len(parts) < 2:
        return None
    family = parts[0].lower()
    if family not in ("in", "pub"):
        return None
    slug = parts[1] if family == "in" else "/".join(parts[1:])
    if "%" in slug:
        from urllib.parse import unquote

        slug = unquote(slug)
    return slug.strip().casefold() or None
