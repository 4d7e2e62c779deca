"""django-allauth in our words: its decisions that are ours, its messages, mails and links."""

from base64 import urlsafe_b64encode
from typing import Any
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.portal import hats
from helpdesk.portal.account import mails
from helpdesk.portal.account.words import DONE, OBJECTIONS, PROOFS


class AccountAdapter(DefaultAccountAdapter):
    """Signing in with an address and a password."""

    error_messages = {**DefaultAccountAdapter.error_messages, **OBJECTIONS}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts come from the Platform or by invitation."""
        return False

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """What was done, or what is wrong, for the next page."""
        text = message or DONE.get(message_template or "")
        if text:
            messages.add_message(request, level, str(text), extra_tags=extra_tags)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """In the receiver's language; `context` may say it, or name the user."""
        user = context.get("user")
        mails.send(
            kind=template_prefix,
            to=email,
            language=context.get("language")
            or getattr(user, "language", "")
            or translation.get_language()
            or "en",
            link=context.get("password_reset_url") or context.get("activate_url") or self._sign_in(),
            facts=context,
        )

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """To whoever has an address; a mail server that is away does not undo what was done."""
        to = email or getattr(user, "email", None)
        if to:
            self.send_mail(template_prefix, to, {**(context or {}), "user": user})

    def get_reset_password_from_key_url(self, key: str) -> str:
        """At the public address: what a client calls this host is no matter."""
        uid, _, token = key.partition("-")
        return _public(reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token}))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        """At the public address."""
        return _public(reverse("account_confirm_email", args=[emailconfirmation.key]))

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """A session under a new key that knows its person; the hat comes with the start page."""
        super().login(request, user)
        hats.come_in(request=request, name=str(user), language=getattr(user, "language", "en"))

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Whoever was signed in with the old one is out, but for the session at hand."""
        super().set_password(user, password)
        session = getattr(self.request, "session", None)
        signed_in = session is not None and session.get("_auth_user_id") == str(user.pk)
        accounts.end_sessions(
            actor=SYSTEM,
            now=clock.now(),
            person_id=user.pk,
            keep=(session.session_key or "") if signed_in and session is not None else "",
        )

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the overview."""
        return reverse("account")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not within ten minutes of any proof: whoever has just signed in has just proved it."""
        request = context.request
        records = get_authentication_records(request, request.user)
        now = clock.now().timestamp()
        return not records or now - records[-1]["at"] >= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """In our words."""
        methods = super().get_reauthentication_methods(user)
        return [{**method, "description": PROOFS[method["id"]]} for method in methods]

    def get_client_ip(self, request: HttpRequest) -> str:
        """Also where a server names none: such clients share their limits."""
        return super().get_client_ip(request) if request.META.get("REMOTE_ADDR") else "0.0.0.0"  # noqa: S104

    def _sign_in(self) -> str:
        return _public(reverse("sign_in"))


class SecondFactorAdapter(DefaultMFAAdapter):
    """Apps for codes, recovery codes, passkeys."""

    error_messages = {**DefaultMFAAdapter.error_messages, **OBJECTIONS}

    def encrypt(self, text: str) -> str:
        """A copy of the database alone opens no second factor."""
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Raises InvalidToken when the secret key is another one."""
        return _fernet().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not an administrator's last one."""
        person: UUID = authenticator.user_id
        factors = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
        others = Authenticator.objects.filter(user_id=person, type__in=factors).exclude(pk=authenticator.pk)
        return others.exists() or not queries.roles_for_system(person_id=person)

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        """Counted; people give them names."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey %(number)s") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The host that people open, under our name."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Helpdesk"}


def _public(path: str) -> str:
    return f"{settings.HELPDESK.public_url.rstrip('/')}{path}"


def _fernet() -> Fernet:
    """A key of its own, derived from the secret key."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"helpdesk/second-factor/v1")
    return Fernet(urlsafe_b64encode(derived.derive(settings.SECRET_KEY.encode())))
