"""Mails leave by SMTP as they were meant: one receiver, our headers only, the receiver's language."""

import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.test import Client
from pytest_django import Settings

from helpdesk.accounts.models import Person
from helpdesk.config.mail import mail
from helpdesk.kernel.refusal import Busy
from helpdesk.portal.account import mails
from helpdesk.portal.account.words import LETTERS
from tests.cast import ANNA, HANIA
from tests.portal.account import give_password
from tests.portal.conftest import SignIn
from tests.shops import Shops

FACTS = {
    "shop": "Lamps",
    "inviter": "Anna",
    "role": "agent",
    "to_email": "b@example.com",
    "from_email": "a@example.com",
    "deleted_email": "a@example.com",
}
HEADERS = {
    "Auto-Submitted",
    "Content-Type",
    "Date",
    "From",
    "MIME-Version",
    "Message-ID",
    "Subject",
    "To",
    "X-Auto-Response-Suppress",
}


class Sink:
    """A mail server that keeps what it gets."""

    def __init__(self) -> None:
        self.got: list[tuple[list[str], EmailMessage]] = []
        self.says = "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.got.append((envelope.rcpt_tos, message))
        return self.says


@pytest.fixture
def sink(shops: Shops, settings: Settings) -> Iterator[Sink]:
    """On a port of its own."""
    handler = Sink()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    yield handler
    controller.stop()


def plain(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def test_a_reset_arrives_in_the_receivers_language(sink: Sink) -> None:
    email = give_password(HANIA)
    Person.objects.filter(id=HANIA.person).update(language="pl")
    Client(headers={"Accept-Language": "de"}).post("/account/password/forgotten", {"email": email})
    ((receivers, message),) = sink.got
    assert receivers == [email]
    assert message["Subject"] == "Ustaw nowe hasło"
    assert "http://localhost:8000/account/password/forgotten/" in plain(message)
    html = message.get_body(("html",))
    assert html is not None
    assert '<html lang="pl">' in html.get_content()


def test_links_lead_to_the_public_address_whatever_host_was_asked(sink: Sink, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["evil.example", "localhost", "testserver"]
    email = give_password(ANNA)
    Client(headers={"Host": "evil.example"}).post("/account/password/forgotten", {"email": email})
    assert "evil.example" not in sink.got[0][1].as_string()


@pytest.mark.parametrize("kind", LETTERS)
@pytest.mark.parametrize("language", ["en", "pl", "de", "fr", "it"])
def test_every_mail_is_whole_in_every_language(kind: str, language: str) -> None:
    message = mails.written(
        kind=kind, to="a@example.com", language=language, link="https://x.example/l", facts=FACTS
    )
    assert "%(" not in message.subject + str(message.body)
    assert "\n" not in message.subject
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    assert len(str(message.body)) > 80


@pytest.mark.parametrize(
    "name", ["A\r\nBcc: x@example.com", "A\nTo: x@example.com", "A\x85B", "A\u2028B", "A\x0bB\x00"]
)
def test_hostile_names_make_no_header_and_no_line(sink: Sink, name: str) -> None:
    mails.send(
        kind="invitation/team",
        to="a@example.com",
        language="en",
        link="https://x.example/l",
        facts={**FACTS, "shop": name, "inviter": name},
    )
    ((receivers, message),) = sink.got
    assert receivers == ["a@example.com"]
    assert set(message.keys()) == HEADERS
    assert len(message.get_all("To", [])) == 1
    assert not [line for line in plain(message).splitlines() if line.startswith(("Bcc", "To:"))]


def test_a_server_that_refuses_is_a_moment_to_try_again(sink: Sink, sign_in: SignIn) -> None:
    sink.says = "451 not now"
    answer = sign_in(ANNA).post("/seller/team/invitations", {"email": "n@example.com", "role": "agent"})
    assert answer.status_code == 503
    assert "could not be sent" in answer.content.decode()


def test_a_server_that_is_away_is_one_too(shops: Shops, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(Busy):
        mails.send(kind="mfa/email/webauthn_added", to="a@example.com", language="en", facts={})


@pytest.mark.parametrize(
    ("url", "settings_of_django"),
    [
        ("smtp://mail.example", ("mail.example", 587, "", "", False, False)),
        ("smtp://u:p@mail.example:25?tls=1", ("mail.example", 25, "u", "p", True, False)),
        ("smtps://u%40x:p%3A@mail.example", ("mail.example", 465, "u@x", "p:", False, True)),
    ],
)
def test_the_operators_address_of_a_mail_server(url: str, settings_of_django: tuple[object, ...]) -> None:
    assert mail(url)[1:] == settings_of_django
    assert mail(url).backend.endswith("smtp.EmailBackend")


def test_without_one_mails_are_files() -> None:
    assert mail("").backend.endswith("filebased.EmailBackend")
