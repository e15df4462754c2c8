"""Links that hand a person over to another program: mail, telephone, WhatsApp, a page, a map."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from crm.domain.invalid import Invalid
from crm.domain.text import phone_key

_LINE_END = re.compile(r"\r\n|\r|\n")
_EXTENSION = re.compile(
    r"(?:[,;#]+|(?<![a-z])(?:ext(?:n|ensi[oó]n)?|x))[\s.:=]*(?:ext=)?(\d{1,6})\s*$", re.IGNORECASE
)
_NEXT_NUMBER = re.compile(r"[,;]|(?<=\d)[\s/]*\+")
_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")
_SHORTEST_INTERNATIONAL, _LONGEST_INTERNATIONAL = 7, 15
_OF_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"
_WEB = ("http", "https")


def mail(address: str, text: str = "") -> str:
    """Give the link that begins a mail (RFC 6068), with its text if there is one."""
    local, _, domain = address.rpartition("@")
    link = f"mailto:{quote(local, safe='')}@{quote(domain, safe='')}"
    body = quote(_LINE_END.sub("\r\n", text), safe="")
    return f"{link}?body={body}" if body else link


def call(phone: str) -> str | None:
    """Give the link that dials a number (RFC 3966), None for a text without one."""
    number, extension = dialled(phone)
    if not number:
        return None
    return f"tel:{number};ext={extension}" if extension else f"tel:{number}"


def whatsapp(phone: str, text: str = "") -> str | None:
    """Give the link to a chat in WhatsApp, None unless the number says its country.

    Such a number has 7 to 15 digits (E.164) and no extension. Source of the form:
    https://faq.whatsapp.com/5913398998672934
    """
    number, extension = dialled(phone)
    digits = number.removeprefix("+")
    fits = _SHORTEST_INTERNATIONAL <= len(digits) <= _LONGEST_INTERNATIONAL
    if extension or digits == number or not fits:
        return None
    link = f"https://wa.me/{digits}"
    return f"{link}?text={quote(text, safe='')}" if text else link


def dialled(phone: str) -> tuple[str, str]:
    """Give the number to dial, with + if it says its country (as + or 00), and the extension."""
    found = _EXTENSION.search(phone)
    written = _NEXT_NUMBER.split(phone[: found.start()] if found else phone)[0]
    number = phone_key(written)
    if number.startswith(("+", "00")):
        # +44 (0)20 is dialled +44 20 from abroad, and no country begins with a zero.
        number = f"+{phone_key(_TRUNK_ZERO.sub('', written)).lstrip('+0')}"
    return number.removesuffix("+"), found[1] if found else ""


def profile(url: str) -> str:
    """Give the address of a LinkedIn page as it can be handed on.

    Raises `Invalid` (unsafe-link) for anything but a page of LinkedIn over HTTP.
    """
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host = (parts.hostname or "").lower()
    except ValueError as error:
        raise Invalid("unsafe-link", link=url) from error
    known = host == "linkedin.com" or host.endswith(".linkedin.com")
    if parts.scheme not in _WEB or not known or "\\" in parts.netloc:
        raise Invalid("unsafe-link", link=url)
    return quote(parts.geturl(), safe=_OF_ADDRESSES)


def on_map(place: str) -> str:
    """Give the link that looks a place or an address up on OpenStreetMap."""
    line = ", ".join(filter(None, (part.strip() for part in place.splitlines())))
    return f"https://www.openstreetmap.org/search?query={quote(line, safe='')}"
