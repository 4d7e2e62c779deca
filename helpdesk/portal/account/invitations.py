"""What the link of an invitation leads to: an account, or the account that is there, and the role."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import queries
from helpdesk.accounts.terms import InvitationShown
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import NotFound, Refusal
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace import queries as shops
from helpdesk.portal import hats
from helpdesk.portal.account import acting
from helpdesk.portal.account.forms import Welcome
from helpdesk.portal.account.refusals import said

_SECRET = "invitation"


@require_safe
def open_link(request: HttpRequest, secret: str) -> HttpResponse:
    """The secret goes into the session, so that it stands in no address that a page could pass on."""
    request.session[_SECRET] = secret
    return redirect("invitation")


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Accept; where there is no account yet, with a name and a password."""
    secret = request.session.get(_SECRET, "")
    invitation = queries.invitation_for_system(secret=secret, now=clock.now())
    if invitation is None:
        context = {"refusal": said(NotFound("invitation.gone"))}
        return render(request, "account/invitation.html", context, status=404)
    if hats.signed_in(request=request):
        return _signed_in(request, secret, invitation)
    if queries.has_account_for_system(email=invitation.email):
        return render(request, "account/invitation.html", _about(invitation) | {"sign_in": True})
    return _stranger(request, secret, invitation)


def _stranger(request: HttpRequest, secret: str, invitation: InvitationShown) -> HttpResponse:
    form = Welcome(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = accounts.open_account(
                actor=SYSTEM,
                now=clock.now(),
                secret=secret,
                display_name=form.cleaned_data["display_name"],
                password=form.cleaned_data["password"],
                language=get_language() or "en",
            )
        except Refusal as refusal:
            return render(request, "account/invitation.html", {"refusal": said(refusal)}, status=409)
        get_adapter(request).login(request, person)
        record_authentication(request, person, "password")  # chosen a moment ago: no need to ask for it again
        return _accept(request, secret)
    status = 422 if form.is_bound else 200
    return render(request, "account/invitation.html", _about(invitation) | {"form": form}, status=status)


def _signed_in(request: HttpRequest, secret: str, invitation: InvitationShown) -> HttpResponse:
    person = hats.signed_in(request=request)
    assert person is not None, "the caller asked"
    if not queries.owns_address_for_system(person_id=person, email=invitation.email):
        return render(request, "account/invitation.html", _about(invitation) | {"other": True})
    if request.method == "POST":
        return _accept(request, secret)
    return render(request, "account/invitation.html", _about(invitation) | {"accept": True})


def _accept(request: HttpRequest, secret: str) -> HttpResponse:
    person = hats.signed_in(request=request)
    assert person is not None, "the callers know"
    try:
        hat = marketplace.join_team(actor=SYSTEM, now=clock.now(), secret=secret, person_id=person)
    except Refusal as refusal:
        return render(request, "account/invitation.html", {"refusal": said(refusal)}, status=409)
    request.session.pop(_SECRET, None)
    return acting.change_over(request, hat)


def _about(invitation: InvitationShown) -> dict[str, Any]:
    return {
        "invitation": invitation,
        "shop": shops.shop_name_for_system(seller_id=invitation.seller_id) if invitation.seller_id else "",
    }
