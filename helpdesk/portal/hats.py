"""Who is asking: the session names a person and the hat they wear; whether it still fits is asked anew.

A disabled person, a removed colleague, a revoked role: out with the next request.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from helpdesk.accounts import actions as accounts_actions
from helpdesk.accounts import queries as accounts
from helpdesk.accounts.terms import Hat
from helpdesk.kernel.actor import SYSTEM, Actor, Side
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.queries import Seat
from helpdesk.marketplace.terms.market import MarketName
from helpdesk.portal import errors

_KEY = "hat"
_Respond = Callable[[HttpRequest], HttpResponse]


class Asking(HttpRequest):
    """A request that came through HatMiddleware."""

    actor: Actor | None
    zone: str | None
    market: str | None
    markets: tuple[MarketName, ...]


class Signed(HttpRequest):
    """A request of somebody who is signed in: what a view behind `pages.side` gets.

    `market` is the buyer's own; for sellers' people and administrators the one they look at, None for all.
    """

    actor: Actor
    zone: str
    market: str | None
    markets: tuple[MarketName, ...]


class HatMiddleware:
    """Sets `request.actor`, `.zone` (IANA), `.market` and `.markets`; None for those whom nobody knows."""

    def __init__(self, respond: _Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            seat = _seat(request)
        except errors.UNAVAILABLE as error:
            return errors.refused(request, errors.as_busy(error))
        request.actor = seat and seat.actor  # type: ignore[attr-defined]
        request.zone = seat and seat.zone  # type: ignore[attr-defined]
        request.market = seat and seat.market  # type: ignore[attr-defined]
        request.markets = seat.markets if seat else ()  # type: ignore[attr-defined]
        return self.respond(request)


def put_on(*, request: HttpRequest, hat: Hat) -> None:
    """Sign in: a session of its own, under a new key, for this hat alone."""
    request.session.flush()
    request.session[_KEY] = [str(hat.person), hat.side.value, hat.seller_id]


def welcome(*, hat: Hat, now: datetime, language: str) -> None:
    """Whoever the Platform knows becomes a person here on the first sign-in; whoever is known stays as is.

    `language` is for those whose record has none.
    """
    if accounts.person_for_system(person_id=hat.person) is not None:
        return
    for actor in marketplace.hats_for_system(person_id=hat.person, language=language):
        if _fits(actor, hat):
            accounts_actions.enrol_person(
                actor=SYSTEM, now=now, id=actor.person, display_name=actor.name, language=actor.language
            )


def take_off(*, request: HttpRequest) -> None:
    """Sign out: the old cookie opens nothing any more."""
    request.session.flush()


def wearer(*, hat: Hat) -> Seat | None:
    """The actor and their zone, or None when the person is disabled or the hat is no longer theirs."""
    seat = marketplace.seat_for_system(person_id=hat.person, side=hat.side, seller_id=hat.seller_id)
    return seat and (seat if seat.zone else replace(seat, zone=settings.HELPDESK.time_zone))


def _fits(actor: Actor, hat: Hat) -> bool:
    return actor.side is hat.side and actor.seller_id == hat.seller_id


def _seat(request: HttpRequest) -> Seat | None:
    worn = request.session.get(_KEY)
    if worn is None:
        return None
    person, side, seller_id = worn
    seat = wearer(hat=Hat(person=UUID(person), side=Side(side), seller_id=seller_id))
    if seat is None:
        take_off(request=request)
    return seat
