"""Keeps ways to reach somebody out of a text for another: addresses, numbers, links, handles."""

import re
from collections.abc import Iterable, Iterator

from crm.domain.text import fold, phone_key

WITHHELD = "…"
_FEW_DIGITS, _TELLING_DIGITS, _LEAST_WORD = 4, 7, 4
_ENDINGS = (
    "agency|ai|app|ar|art|at|be|biz|blog|br|ca|cat|ch|cl|club|cn|co|com|de|design|dev|digital|dk"
    "|es|eu|eus|fi|fr|gal|gr|ie|in|info|io|is|it|jp|link|live|lu|me|mx|net|nl|no|nu|online|org|page"
    "|pe|photo|pl|pro|pt|ro|se|shop|site|space|store|studio|tech|tv|uk|us|uy|ve|web|website|work"
    "|world|xyz|example"
)
# Frameworks are called like domains.
_CALLED_LIKE_ONE = r"(?:(?:asp|vb|ado|ml|f#)\.net|socket\.io|draw\.io)\b"
_NAMES = (
    "discord|facebook|facetime|fb|ig|insta|instagram|line|linkedin|mailto|mastodon|matrix|signal"
    "|sip|skype|slack|sms|teams|tel|telegram|tg|threads|tiktok|twitter|viber|wa|wechat|whatsapp"
    "|xing|xmpp|zoom"
)
_DOT = r"(?:\.|\s*[\[({]\s*(?:dot|punto|\.)\s*[\])}]\s*|\s+(?:dot|punto)\s+)"
_LABEL = r"[\w-]+"
_END = r"(?!js\b)[^\W\d_]\w+"
_LIKE = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[^\s<>(),;:\"]+@[^\s<>(),;:\"]*\w",
        rf"[\w.+-]+\s*[\[({{<]\s*(?:a|at|arroba|@)\s*[\])}}>]\s*{_LABEL}(?:{_DOT}{_LABEL})*",
        rf"[\w.+-]+\s+(?:at|@)\s+(?:{_LABEL}{_DOT})+{_END}",
        rf"[\w.+-]+\s+arroba\s+{_LABEL}(?:{_DOT}{_LABEL})*",
        r"(?:\w+://|\bwww\.)[^\s<>]+|(?<![\w@.])[\w-]+(?:\.[\w-]+)+/[^\s<>]*",
        rf"\b(?:{_NAMES})\s?:\s*@?\w[\w.+-]{{2,}}",
        r"(?<!\w)@\w[\w.]{2,}",
        rf"(?<![\w@.])(?!{_CALLED_LIKE_ONE})(?:{_LABEL}{_DOT})+(?:{_ENDINGS})(?![\w-]|\.\w)",
    )
]
_BETWEEN_DIGITS = r"[\s().\-/·•_‐-―]*"
_PHONE = re.compile(rf"\+?\(?\d(?:{_BETWEEN_DIGITS}\d){{6,}}")
_SCHEME = re.compile(r"^\w+://(?:www\.)?")
_TELL_NOTHING = {
    "about", "blog", "card", "contact", "contacto", "home", "index", "info", "page", "perfil",
    "portafolio", "portfolio", "profile", "site", "sobre", "team", "user", "users", "work",
}  # fmt: skip


def without_ways(text: str, ways: Iterable[str], words: Iterable[str] = ()) -> str:
    """Give a text without these addresses, numbers and links, nor anything else like them.

    Neither are these `words` in it, however they are separated.
    """
    told = sorted(words, key=len, reverse=True)
    # A street and its number first, which else would pass for the beginning of a telephone number.
    text = _without(text, [word for word in told if " " in word])
    for way in sorted(filter(None, map(str.strip, ways)), key=len, reverse=True):
        for form in _forms(way):
            text = re.sub(form, WITHHELD, text, flags=re.IGNORECASE)
    for pattern in _LIKE:
        text = pattern.sub(WITHHELD, text)
    return _PHONE.sub(WITHHELD, _without(text, told))


def _without(text: str, words: list[str]) -> str:
    for word in words:
        if form := r"[\W_]+".join(map(re.escape, re.findall(r"[^\W_]+", word))):
            text = re.sub(rf"(?<!\w){form}(?!\w)", WITHHELD, text, flags=re.IGNORECASE)
    return text


def telling_words(
    name: str, ways: Iterable[str], streets: Iterable[str], place: str
) -> Iterator[str]:
    """Give the words by which somebody is found: domains, handles, where they live.

    A handle that is a part of their name is none of them, nor is the town alone.
    """
    named = set(fold(name).split())
    for way in ways:
        bare = _SCHEME.sub("", way.strip()).rstrip("/")
        if not any(char.isalpha() for char in bare):
            continue
        host, _, path = bare.partition("/")
        yield host.rpartition("@")[2]
        handle = re.split(r"[/:]", re.split(r"[?#]", bare)[0])[-1].strip("@ ")
        told = fold(handle) in named | _TELL_NOTHING
        if (path or ":" in bare or "." not in bare) and len(handle) >= _LEAST_WORD and not told:
            yield handle
    for street in streets:
        yield street
        yield street.partition(",")[0]
    if "," in place or any(char.isdigit() for char in place):
        yield place


def _forms(way: str) -> list[str]:
    """Give patterns for the ways to write one: a link without its scheme, a number in groups."""
    forms = [re.escape(way)]
    if "://" in way:
        forms.append(re.escape(_SCHEME.sub("", way).rstrip("/")))
    elif "@" not in way and not any(char.isalpha() for char in way):
        digits = [char for char in phone_key(way) if char.isdigit()]
        last = digits[-_TELLING_DIGITS:]
        if len(last) >= _FEW_DIGITS:
            forms.append(r"\+?\(?(?:\d[\W_]*)*" + r"[\W_]*".join(last))
    return [form for form in forms if len(form) > 3]
