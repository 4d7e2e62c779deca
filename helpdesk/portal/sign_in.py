"""Coming in and going out. Sign-in links exist in the demo only."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from helpdesk.accounts import queries as accounts
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import NotFound
from helpdesk.portal import hats
from helpdesk.portal.account import acting
from helpdesk.portal.account.forms import SignIn
from helpdesk.portal.drafts import said
from helpdesk.portal.vouching import houses, sessions


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where somebody's work begins: with the hat that is on, else the one worn last, else they choose."""
    actor: Actor | None = request.actor  # type: ignore[attr-defined]
    if actor is not None:
        return redirect(acting.START[actor.side])
    person = hats.signed_in(request=request)
    if person is None:
        return redirect("sign_in")
    return acting.begin(request, person)


@require_safe
def demo(request: HttpRequest, ticket: str) -> HttpResponse:
    """One click, and one is Anna, Clara or Edda."""
    if not settings.HELPDESK.demo:
        raise NotFound("page.not_found")
    hat = accounts.hat_of_ticket(ticket=ticket)
    if hat is not None:
        hats.welcome(hat=hat, now=clock.now(), language=get_language() or "en")
    if hat is None or hats.wearer(hat=hat) is None:
        refusal = said(NotFound("sign_in.stale"))
        context = {"demo": True, "refusal": refusal, "form": SignIn(), "PASSKEY_LOGIN_ENABLED": True}
        return render(request, "account/login.html", context, status=404)
    hats.sign_in(request=request, hat=hat)
    return redirect("home")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out. Whoever came by another house's word may go on to sign out there."""
    by = sessions.begun_by(request=request)
    hats.take_off(request=request)
    known = any(provider.name == by for provider in houses.offered())
    return redirect("vouched_out", by) if known else redirect("sign_in")
