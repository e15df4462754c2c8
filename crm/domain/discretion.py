"""Keeps ways to reach somebody out of a text for another: addresses, numbers, links."""

import re

from crm.domain.text import phone_key

WITHHELD = "…"
_MAIL = re.compile(r"[^\s<>(),;:\"]+@[^\s<>(),;:\"]*\w")
_PAGE = re.compile(r"(?:\w+://|\bwww\.)[^\s<>]+|(?<![\w@.])[\w-]+(?:\.[\w-]+)+/[^\s<>]*")
_BETWEEN_DIGITS = r"[\s().\-/]*"
_PHONE = re.compile(rf"\+?\(?\d(?:{_BETWEEN_DIGITS}\d){{6,}}")
_SCHEME = re.compile(r"^\w+://(?:www\.)?")


def without_ways(text: str, ways: list[str]) -> str:
    """Give a text without these addresses, numbers and links, nor anything else like them."""
    for way in sorted(filter(None, map(str.strip, ways)), key=len, reverse=True):
        for form in _forms(way):
            text = re.sub(form, WITHHELD, text, flags=re.IGNORECASE)
    for pattern in (_MAIL, _PAGE, _PHONE):
        text = pattern.sub(WITHHELD, text)
    return text


def _forms(way: str) -> list[str]:
    """Give patterns for the ways to write one: a link without its scheme, a number in groups."""
    forms = [re.escape(way)]
    if "://" in way:
        forms.append(re.escape(_SCHEME.sub("", way).rstrip("/")))
    elif "@" not in way:
        digits = [char for char in phone_key(way) if char.isdigit()]
        forms.append(r"\+?" + _BETWEEN_DIGITS.join(digits))
    return [form for form in forms if len(form) > 3]
