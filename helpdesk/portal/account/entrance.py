"""The ways in: address and password, a passkey, a second step. And what leads back in when they are lost."""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.webauthn import views as webauthn
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _


class SignIn(account.LoginView):
    """In a demo with a word about the links that were printed."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """For the page."""
        given = {"demo": settings.HELPDESK.demo, "providers": settings.HELPDESK.providers}
        return {**super().get_context_data(**kwargs), **given}


class PasskeySignIn(webauthn.LoginWebAuthnView):
    """One press of a button, and the device's own question."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Back to the sign-in page with one sentence for every reason."""
        messages.error(self.request, _("This passkey is not known here. Please sign in in another way."))
        return redirect("sign_in")


def too_many(request: HttpRequest) -> HttpResponse:
    """429: after too many attempts."""
    response = render(request, "account/429.html", status=429)
    response.headers["Retry-After"] = "300"
    return response


sign_in = SignIn.as_view()
passkey = PasskeySignIn.as_view()
second_step = mfa.authenticate
