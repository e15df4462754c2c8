"""A message as a file that mail programs open as a draft (RFC 5322)."""

from __future__ import annotations

from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP


def eml(to: list[tuple[str, str]], subject: str, text: str) -> str:
    """Give an unsent message to people, each a name and an address, as ASCII text.

    An address that mail does not know is left out.
    """
    message = EmailMessage(policy=SMTP)
    if known := [found for name, mail in to if (found := _address(name, mail)) is not None]:
        message["To"] = known
    message["Subject"] = " ".join(subject.split())
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    return message.as_string()


def _address(name: str, mail: str) -> Address | None:
    try:
        return Address(" ".join(name.split()), addr_spec=mail)
    except (MessageError, ValueError, IndexError):  # all of which odd addresses raise
        return None
