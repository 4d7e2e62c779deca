"""Bruno, who has everything an account can have, and the links that mails lead to."""

from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from uuid import uuid4

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)
from playwright.sync_api import Page

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import Person
from helpdesk.accounts.terms import Invited
from helpdesk.kernel.actor import Actor, Role
from tests.portal.account import PASSWORD, give_password

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
EMAIL = "bruno.brzeczyszczykiewicz-konstantynopolitanczykowianeczka@czesci-zamienne-do-ekspresow.example.com"
PLAIN_EMAIL = "edda@example.com"
PASSKEY = "Służbowy telefon na ladzie obok kasy numer 2 (ten z pękniętą szybką)"
SUBJECT = "Kaffeevollautomatenbrühgruppendichtungsnachfüllpackung Donaudampfschifffahrtsgesellschaft"
LINK = "https://example.org/" + "w" * 120
UNKNOWN = 1_000_000  # a row that nobody has


def open_accounts(*, bruno: Actor, plain: Actor, now: datetime) -> dict[str, object]:
    """Bruno with a password, an app, codes and a passkey; `plain` with a password alone.

    What the addresses of account pages ask for, by name.
    """
    give_password(bruno, email=EMAIL)
    give_password(plain, email=PLAIN_EMAIL)
    person = Person.objects.get(id=bruno.person)
    TOTP.activate(person, SECRET)
    RecoveryCodes.activate(person)
    passkey = Authenticator.objects.create(
        user=person, type=Authenticator.Type.WEBAUTHN, data={"name": PASSKEY, "credential": _credential()}
    )
    fresh = EmailAddress.objects.create(user=person, email=f"neu.{EMAIL}", verified=False, primary=False)
    return {
        "pk": passkey.pk,
        "session": UNKNOWN,
        "invitation": uuid4(),
        "person": person.id,
        "key": EmailConfirmationHMAC(fresh).key,
        "uidb36": user_pk_to_url_str(person),
        "reset": default_token_generator.make_token(person),
    }


def _credential() -> dict[str, object]:
    """What a browser sent when the passkey was made."""
    public = ec.generate_private_key(ec.SECP256R1()).public_key()
    key = ES256.from_cryptography_key(public)  # type: ignore[no-untyped-call]
    made = AttestedCredentialData.create(Aaguid.NONE, b"passkey", key)
    said = AuthenticatorData.create(sha256(b"localhost"), AuthenticatorData.FLAG.AT, 0, made)
    response = {
        "clientDataJSON": websafe_encode(
            CollectedClientData.create("webauthn.create", b"-", "http://localhost")
        ),
        "attestationObject": websafe_encode(AttestationObject.create("none", said, {})),
    }
    id = websafe_encode(b"passkey")
    return {"id": id, "rawId": id, "type": "public-key", "response": response}


def invite_somebody(*, owner: Actor, admin: Actor, now: datetime) -> Invited:
    """A colleague who has not come yet, and one for the operator."""
    assert owner.seller_id is not None
    accounts.invite(actor=admin, now=now, email=f"operator.{EMAIL}", role=Role.SUPPORT, language="de")
    return accounts.invite(
        actor=owner, now=now, email=f"nowa.{EMAIL}", role=Role.AGENT, language="pl", seller_id=owner.seller_id
    )


def write_mail(folder: Path) -> str:
    """A mail of the demo's, as long as they come; its id."""
    mail = EmailMessage()
    mail["To"], mail["Subject"] = EMAIL, SUBJECT
    mail["Date"] = "Thu, 24 Dec 2026 16:59:00 +0000"
    mail.set_content(f"Guten Tag {LINK} Helpdesk")
    (folder / "20261224-1.log").write_bytes(mail.as_bytes())
    return "20261224-1.log.0"


def signed_in(email: str) -> Callable[[Page], None]:
    """With the password, by the form."""

    def fill(page: Page) -> None:
        if page.locator("input[name=login]").count():
            page.fill("input[name=login]", email)
            page.fill("input[name=password]", PASSWORD)
            with page.expect_navigation():
                page.locator("main form.card button").first.click()

    return fill
