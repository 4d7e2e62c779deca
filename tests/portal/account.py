"""People with passwords, for tests of signing in; what their mails and authenticator apps say."""

import re

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.test import Client

from helpdesk.accounts.models import Person
from helpdesk.kernel.actor import Actor

PASSWORD = "a quiet lamp on the sill"
ANOTHER = "seven grey herons wait"


def give_password(actor: Actor, *, email: str = "") -> str:
    """The actor's person gets an address, confirmed, and the password; the address."""
    from allauth.account.models import EmailAddress

    person = Person.objects.get(id=actor.person)
    person.email = email or f"{actor.name.lower()}@example.com"
    person.set_password(PASSWORD)
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return str(person.email)


def come_in(email: str, password: str = PASSWORD, client: Client | None = None) -> Client:
    """A browser after the sign-in form, whatever came of it."""
    browser = client or Client()
    browser.post("/sign-in", {"login": email, "password": password})
    return browser


def link_in(message: mail.EmailMessage) -> str:
    """The path of the one link of a mail."""
    (path,) = set(re.findall(r"http://localhost:8000(/\S+)", str(message.body)))
    return str(path)


def secret_on(page: str) -> str:
    """The key that an authenticator app is given."""
    found = re.search(r'<code translate="no">([A-Z2-7 ]+)</code>', page)
    assert found is not None
    return found.group(1).replace(" ", "")


def code_of(secret: str) -> str:
    """What the app shows now."""
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def content(client: Client, path: str) -> str:
    """What a page itself says, without what stands around all pages."""
    page = client.get(path).content.decode()
    return str(page[page.index("<main") : page.index("</main>")])
