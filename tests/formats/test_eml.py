"""A draft as a mail: read back as it was written, whatever the names hold."""

from email import message_from_string
from email.policy import default

from crm.formats.eml import eml

TEXT = "¡Hola, Ana!\n\n" + "word " * 60 + "\n\n.\nFrom here on\n"


def test_a_mail_is_read_back() -> None:
    written = eml([("Ana “Ñ” Ruiz, PhD", "ana@example.org")], "¿Te presento\na alguien?", TEXT)
    assert written.isascii()
    assert "\r\n" in written
    message = message_from_string(written, policy=default)
    assert message["To"].addresses[0].addr_spec == "ana@example.org"
    assert message["To"].addresses[0].display_name == "Ana “Ñ” Ruiz, PhD"
    assert message["Subject"] == "¿Te presento a alguien?"
    assert message["X-Unsent"] == "1"
    assert message.get_content().replace("\r\n", "\n") == TEXT


def test_what_mail_does_not_know_is_left_out() -> None:
    people = [("Ana\r\nBcc: x@y.z", "ana@example.org"), ("Bo", "not mail"), ("Cy", "a@b@c")]
    message = message_from_string(eml(people, "Hi", "text"), policy=default)
    assert [address.addr_spec for address in message["To"].addresses] == ["ana@example.org"]
    assert message["Bcc"] is None
    assert "To" not in message_from_string(eml([], "Hi", "text"), policy=default)
