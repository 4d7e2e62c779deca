"""allauth's forms with our labels, our objections, and the autocomplete words that password managers read."""

from typing import Any, ClassVar, Protocol

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows import password_reset
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from helpdesk.accounts.terms import MAX_NAME
from helpdesk.portal.account.passwords import MIN_LENGTH
from helpdesk.portal.account.words import NO_ADDRESS, NOT_THE_SAME, REQUIRED

EMAIL, PASSWORD, CODE = _("E-mail address"), _("Password"), _("Code")
NEW, AGAIN = _("New password"), _("New password, once more")
MAX_LENGTH = {"code": 20, "name": 60}  # characters


class _Form(Protocol):
    fields: dict[str, forms.Field]


class _Said:
    """Labels by field name; hints where one helps; nothing inside the field that vanishes when one types."""

    labels: ClassVar[dict[str, Promise]] = {}
    hints: ClassVar[dict[str, Promise]] = {}
    words: ClassVar[dict[str, str]] = {}  # autocomplete

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(form=self, labels=self.labels, hints=self.hints, words=self.words)  # type: ignore[arg-type]


def say(*, form: _Form, labels: dict[str, Promise], hints: dict[str, Promise], words: dict[str, str]) -> None:
    """Put our words into a form's fields."""
    for name, field in form.fields.items():
        field.label = labels.get(name, field.label)  # type: ignore[assignment]
        field.help_text = hints.get(name, "")  # type: ignore[assignment]
        field.error_messages |= {"required": REQUIRED, "invalid": NO_ADDRESS}
        field.widget.attrs.pop("placeholder", None)
        if name in words:
            field.widget.attrs["autocomplete"] = words[name]
        if name in MAX_LENGTH:
            field.widget.attrs["maxlength"] = MAX_LENGTH[name]


class _Twice(_Said):
    """A new password, written twice; Django's own sentence about a difference becomes ours."""

    hints = {"password1": _("At least 12 characters. A sentence is easy to keep in mind.")}

    def add_error(self, field: str | None, error: Any) -> None:
        """As forms do."""
        super().add_error(field, NOT_THE_SAME if field == "password2" else error)  # type: ignore[misc]


class SignIn(_Said, account.LoginForm):
    """Address and password."""

    labels = {"login": EMAIL, "password": PASSWORD}
    words = {"login": "username"}


class ForgottenPassword(_Said, account.ResetPasswordForm):
    """An address; the answer is the same whether it is known or not."""

    labels = {"email": EMAIL}
    words = {"email": "username"}

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """One mail in any case: to whoever has no account, that there is none."""
        email: str = self.cleaned_data["email"]
        if self.users:
            password_reset.request_password_reset(
                request, email, self.users[:1], account.default_token_generator
            )
        else:
            get_adapter().send_mail("account/email/unknown_account", email, {})
        return email


class PasswordFromLink(_Twice, account.ResetPasswordKeyForm):
    """A new password after a link."""

    labels = {"password1": NEW, "password2": AGAIN}


class ChangePassword(_Twice, account.ChangePasswordForm):
    """The present one and a new one."""

    labels = {"oldpassword": _("Present password"), "password1": NEW, "password2": AGAIN}


class SetPassword(_Twice, account.SetPasswordForm):
    """The first one."""

    labels = {"password1": NEW, "password2": AGAIN}


class ChangeAddress(_Said, account.AddEmailForm):
    """A new address."""

    labels = {"email": _("New e-mail address")}
    words = {"email": "email"}


class ConfirmPassword(_Said, account.ReauthenticateForm):
    """Once more, before what matters."""

    labels = {"password": PASSWORD}


class SecondStep(_Said, mfa.AuthenticateForm):
    """The code of the app, or a recovery code."""

    labels = {"code": CODE}


class ConfirmCode(_Said, mfa.ReauthenticateForm):
    """A code, before what matters."""

    labels = {"code": CODE}


class ActivateApp(_Said, totp.ActivateTOTPForm):
    """The first code of a new app."""

    labels = {"code": _("Code that the app shows")}

    def clean_code(self) -> str:
        """Whoever has just proved the factor need not do so again in this session."""
        code: str = super().clean_code()
        record_authentication(context.request, self.user, "mfa", type="totp")
        return code


class AddPasskey(_Said, webauthn.AddWebAuthnForm):
    """A passkey and its name."""

    labels = {"name": _("Name"), "passwordless": _("Sign in with this passkey alone, without a password")}
    hints = {"name": _("Such as “Phone” or “Key on my key ring”.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("passwordless", True)
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """As `ActivateApp`: it was just used."""
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("credential") and not self.errors:
            record_authentication(context.request, self.user, "mfa", type="webauthn")
        return cleaned


class RenamePasskey(_Said, webauthn.EditWebAuthnForm):
    """Another name."""

    labels = {"name": _("Name")}


class Welcome(forms.Form):
    """Name and password of whoever an invitation reached."""

    display_name = forms.CharField(
        label=_("Your name"),
        max_length=MAX_NAME,
        help_text=_("As colleagues and conversation partners will see it."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=PASSWORD,
        strip=False,
        help_text=_("At least 12 characters. A sentence is easy to keep in mind."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "minlength": MIN_LENGTH}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = REQUIRED

    def clean_password(self) -> str:
        """As for every password."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password
