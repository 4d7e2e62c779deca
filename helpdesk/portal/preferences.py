"""Language and market, chosen independently in the header of every page."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from helpdesk.accounts import actions as accounts
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Side
from helpdesk.kernel.refusal import Invalid, NotFound
from helpdesk.portal import hats

_YEAR = 365 * 24 * 3600  # seconds


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the choice and return to the page; a buyer is shown first what another market changes."""
    if "language" in request.POST:
        return _speak(request, request.POST["language"])
    if "market" in request.POST:
        return _look_at(request, request.POST["market"])
    raise Invalid("form.damaged")


def _speak(request: HttpRequest, language: str) -> HttpResponse:
    """For strangers a cookie; for whoever signs out later too: the page does not change its language."""
    if language not in dict(settings.LANGUAGES):
        raise Invalid("language.not_offered", field="language")
    person = hats.signed_in(request=request)
    if person is not None:
        actor: Actor = request.actor or SYSTEM  # type: ignore[attr-defined]
        accounts.choose_language(actor=actor, now=clock.now(), person_id=person, language=language)
        hats.speak(request=request, language=language)
    response = redirect(_back(request))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def _look_at(request: HttpRequest, market: str) -> HttpResponse:
    actor: Actor | None = request.actor  # type: ignore[attr-defined]
    if actor is None:
        raise NotFound("page.not_found")
    known = {name.code for name in request.markets}  # type: ignore[attr-defined]
    if actor.side is Side.BUYER:
        if market not in known:
            raise NotFound("market.not_found")
        asked = urlencode({"to": market, "next": _back(request)})
        return redirect(f"{reverse('buyer:market')}?{asked}")
    if market and market not in known:
        raise NotFound("market.not_found")
    accounts.choose_market_filter(actor=actor, now=clock.now(), person_id=actor.person, market=market)
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    """The page that the form stood on."""
    return here_or_home(request.POST.get("next", ""))


def here_or_home(address: str) -> str:
    """An address within the portal as it is; any other is the start page."""
    ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if ours else reverse("home")
