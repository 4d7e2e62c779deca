"""There, and back with an answer; and what to do about the other house after signing out here."""

import logging

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from helpdesk.kernel import clock
from helpdesk.openid import questions
from helpdesk.openid.house import House
from helpdesk.openid.terms import Provider, Unproven, Why
from helpdesk.portal import hats
from helpdesk.portal.account import acting, entrance
from helpdesk.portal.clicks import not_yet, only_looks, sealed
from helpdesk.portal.vouching import attempts, houses, people, sessions
from helpdesk.portal.vouching.transport import allowed
from helpdesk.portal.vouching.words import NO_ROLE, REASONS

_log = logging.getLogger(__name__)
_STATUS = {Why.AWAY: 424, Why.STALE: 410}  # the others: 403
_RATE = {"vouching": "120/m/ip"}  # one address may stand for an office
_ONCE = ("state", "code", "iss", "error")


@require_safe
def go(request: HttpRequest, name: str) -> HttpResponse:
    """To the provider, with a question that only this browser may bring back."""
    house = houses.house_of(name=name)
    if only_looks(request):
        return sealed(not_yet())
    if _too_often(request):
        return entrance.too_many(request)
    try:
        places = house.places()
        allowed(url=places.authorization)
    except Unproven as unproven:
        return _refused(request, house.provider, unproven)
    address = questions.question(
        provider=house.provider,
        places=places,
        attempt=attempts.begin(request=request, name=name, at=_seconds()),
        redirect_uri=_back_to(name),
        language=get_language() or "en",
    )
    return sealed(redirect(address))


@require_safe
def back(request: HttpRequest, name: str) -> HttpResponse:
    """In, once everything is proved. Until then whoever is signed in here stays so."""
    house = houses.house_of(name=name)
    if only_looks(request):
        return sealed(not_yet())
    if _too_often(request):
        return entrance.too_many(request)
    try:
        return sealed(_let_in(request, house))
    except Unproven as unproven:
        return _refused(request, house.provider, unproven)


@require_safe
def gone(request: HttpRequest, name: str) -> HttpResponse:
    """Signed out here; over there only if the person wants that, too."""
    house = houses.house_of(name=name)
    if hats.signed_in(request=request):
        return redirect("home")
    try:
        address = questions.farewell(
            provider=house.provider,
            places=house.places(),
            back_to=_public(reverse("sign_in")),
            language=get_language() or "en",
        )
        if address:
            allowed(url=address)
    except Unproven:
        address = ""
    return render(request, "vouching/gone.html", {"provider": house.provider, "farewell": address})


def _let_in(request: HttpRequest, house: House) -> HttpResponse:
    provider, now = house.provider, clock.now()
    answer = {key: request.GET[key] for key in _ONCE if key in request.GET}
    if any(len(request.GET.getlist(key)) > 1 for key in _ONCE):
        raise Unproven("the answer says something twice", Why.STALE)
    attempt = attempts.take(request=request, name=provider.name, state=answer.get("state", ""))
    if attempt is None:
        raise Unproven("no such attempt in this session", Why.STALE)
    code = questions.code_in(
        answer=answer, attempt=attempt, provider=provider, places=house.places(), at=_seconds()
    )
    proved = house.prove(attempt=attempt, code=code, redirect_uri=_back_to(provider.name), at=_seconds())
    if provider.side == "administrator":
        person = people.administrator_of(proved=proved, provider=provider, now=now)
        strong = proved.has_second_factor(provider=provider)
        sessions.begin(request=request, person_id=person, by=provider.name, strong=strong)
        return redirect("home")
    mine = people.hats_of(proved=proved, provider=provider)
    hats.welcome(hat=mine[0], now=now, language=get_language() or "en")
    if hats.wearer(hat=mine[0]) is None:
        raise Unproven("the account is closed", Why.UNKNOWN)
    sessions.begin(request=request, person_id=mine[0].person, by=provider.name)
    if len(mine) > 1:
        return redirect("home")  # the one worn last, or they choose
    hats.put_on(request=request, hat=mine[0])
    return redirect(acting.START[mine[0].side])


def _refused(request: HttpRequest, provider: Provider, unproven: Unproven) -> HttpResponse:
    """What to do now. The log says which check failed, and no word of the answer."""
    _log.warning("sign-in with %s refused: %s", provider.name, unproven)
    stranger = unproven.why is Why.UNKNOWN and provider.side == "administrator"
    sentence = str(NO_ROLE if stranger else REASONS[unproven.why]) % {"title": provider.title}
    context = {
        "provider": provider,
        "sentence": sentence,
        "again": unproven.why is not Why.OWN_DOOR,
        "signed_in": hats.signed_in(request=request) is not None,
    }
    status = _STATUS.get(unproven.why, 403)
    return sealed(render(request, "vouching/refused.html", context, status=status))


def _too_often(request: HttpRequest) -> bool:
    used = ratelimit.consume(request, app="helpdesk.portal", action="vouching", config=_RATE, limit_get=True)
    return used is None


def _seconds() -> int:
    return int(clock.now().timestamp())


def _back_to(name: str) -> str:
    """At the public address, whatever a client calls this host: the provider knows this one only."""
    return _public(resolve_url("vouched", name))


def _public(path: str) -> str:
    return f"{settings.HELPDESK.public_url.rstrip('/')}{path}"
