"""Who is asking: the session names a person and the hat they wear; whether it still fits is asked anew.

A disabled person, a removed colleague, a revoked role: out with the next request.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.contrib import auth
from django.http import HttpRequest, HttpResponse

from helpdesk.accounts import actions as accounts_actions
from helpdesk.accounts import queries as accounts
from helpdesk.accounts.terms import Hat
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Side
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.queries import Choice, Seat
from helpdesk.marketplace.terms.market import MarketName
from helpdesk.marketplace.terms.restrictions import Restricted
from helpdesk.portal import errors

_KEY, _WHO, _HATS, _SINCE, _SEEN, _STRONG, _BY = (
    "hat",
    "who",
    "hats",
    "since",
    "seen",
    "strong",
    "by",
)  # in the session
LONGEST = 7 * 24 * 3600  # seconds: however often it is used, a session ends
LOOK_AGAIN = 600  # seconds between two notes of when a session was last seen
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
    `unread` is the count beside the bell, where a view has it anyway; `restricted` what measures have taken
    away from the seller.
    """

    unread: int
    actor: Actor
    zone: str
    market: str | None
    markets: tuple[MarketName, ...]
    restricted: tuple[Restricted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worn:
    """A hat in the menu; `now` for the one that is on."""

    word: str
    side: Side
    roles: tuple[str, ...]
    shop: str
    now: bool


class HatMiddleware:
    """Sets `request.actor`, `.zone` (IANA), `.market`, `.markets` and `.restricted`; None for strangers."""

    def __init__(self, respond: _Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            seat = _seat(request)
        except Exception as error:
            if not errors.is_unavailable(error):
                raise
            return errors.refused(request, errors.as_busy(error))
        request.actor = seat and seat.actor  # type: ignore[attr-defined]
        request.zone = seat and seat.zone  # type: ignore[attr-defined]
        request.who, request.language = request.session.get(_WHO, ["", ""])  # type: ignore[attr-defined]
        request.hats = hats_shown(request=request)  # type: ignore[attr-defined]
        request.market = seat and seat.market  # type: ignore[attr-defined]
        request.markets = seat.markets if seat else ()  # type: ignore[attr-defined]
        request.restricted = seat.restricted if seat else ()  # type: ignore[attr-defined]
        return self.respond(request)


def sign_in(*, request: HttpRequest, hat: Hat) -> None:
    """By a demo's link: a session of its own, under a new key, as strong as with a second factor."""
    person = accounts.person_for_system(person_id=hat.person)
    if person is None:
        raise NotFound("page.not_found")
    request.session.flush()
    auth.login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    come_in(request=request, name=person.display_name, language=person.language)
    request.session[_STRONG] = True
    put_on(request=request, hat=hat)


def let_in(*, request: HttpRequest, hat: Hat) -> None:
    """By the Platform's word: the session of this person goes on under a new key, anybody else's ends first.

    No second factor was shown, so an administrator's hat does not fit.
    """
    person = accounts.person_for_system(person_id=hat.person)
    if person is None:
        raise NotFound("page.not_found")
    if signed_in(request=request) != hat.person:
        take_off(request=request)
        auth.login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
        come_in(request=request, name=person.display_name, language=person.language)
    put_on(request=request, hat=hat)


def wears(*, request: HttpRequest, hat: Hat) -> bool:
    """Whether this very hat is on. No SQL."""
    return _worn(request) == hat and not _is_over(request)


def come_in(*, request: HttpRequest, name: str, language: str, was: str = "") -> None:
    """What a fresh session knows before a hat is chosen: its person, and since when it lives.

    `was` is its key so far, where it goes on.
    """
    request.session[_WHO] = [name, language]
    request.session[_SINCE] = int(clock.now().timestamp())
    _look_again(request, was)


def speak(*, request: HttpRequest, language: str) -> None:
    """The session remembers the language too, for pages before a hat is chosen."""
    if _WHO in request.session:
        request.session[_WHO] = [request.session[_WHO][0], language]


def put_on(*, request: HttpRequest, hat: Hat) -> None:
    """Change over, under a new session key. The hat must be the person's own: `choices` says which are."""
    was = request.session.session_key or ""
    request.session.cycle_key()
    request.session[_KEY] = [str(hat.person), hat.side.value, hat.seller_id]
    accounts_actions.wear_hat(actor=SYSTEM, now=clock.now(), hat=hat)
    _look_again(request, was)


def choices(*, request: HttpRequest) -> list[Choice]:
    """Every hat of whoever is signed in, asked anew."""
    person = signed_in(request=request)
    return marketplace.wardrobe_for_system(person_id=person) if person else []


def signed_in(*, request: HttpRequest) -> UUID | None:
    """Whose session it is, with or without a hat; None for those whom nobody knows. No SQL."""
    person = request.session.get(auth.SESSION_KEY)
    return UUID(person) if person else None


def is_strong(*, request: HttpRequest) -> bool:
    """Whether a second factor was shown in this session, or a demo's link stands for one. No SQL."""
    if settings.HELPDESK.demo and request.session.get(_STRONG):
        return True
    proofs = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY) or ()
    return any(proof.get("method") == "mfa" for proof in proofs)


def welcome(*, hat: Hat, now: datetime, language: str, chosen: bool = False) -> None:
    """Whoever the Platform knows becomes a person here on the first sign-in; whoever is known stays as is.

    `language` is for those whose record has none, and where it was `chosen` for the others as well.
    """
    if accounts.person_for_system(person_id=hat.person) is not None:
        return
    for actor in marketplace.hats_for_system(person_id=hat.person, language=language):
        if _fits(actor, hat):
            spoken = language if chosen else actor.language
            accounts_actions.enrol_person(
                actor=SYSTEM, now=now, id=actor.person, display_name=actor.name, language=spoken
            )


def take_off(*, request: HttpRequest) -> None:
    """Sign out: the old cookie opens nothing any more."""
    auth.logout(request)


def wearer(*, hat: Hat) -> Seat | None:
    """The actor and their zone, or None when the person is disabled or the hat is no longer theirs."""
    seat = marketplace.seat_for_system(
        person_id=hat.person, side=hat.side, at=clock.now(), seller_id=hat.seller_id
    )
    return seat and (seat if seat.zone else replace(seat, zone=settings.HELPDESK.time_zone))


def _fits(actor: Actor, hat: Hat) -> bool:
    return actor.side is hat.side and actor.seller_id == hat.seller_id


def glance(*, request: HttpRequest) -> tuple[Hat, Seat] | None:
    """Who is asking, where nothing is noted and nobody is signed out: for streams. One SQL statement."""
    hat = None if _is_over(request) else _worn(request)
    seat = wearer(hat=hat) if hat else None
    return (hat, seat) if hat and seat else None


def over_at(*, request: HttpRequest) -> int:
    """When the session ends, however often it is used: seconds since 1970-01-01T00:00:00Z."""
    return int(request.session.get(_SINCE, 0)) + LONGEST


def _seat(request: HttpRequest) -> Seat | None:
    if _is_over(request):
        take_off(request=request)
        return None
    hat = _worn(request)
    if hat is None:
        return None
    seat = wearer(hat=hat)
    if seat is None:
        take_off(request=request)
    elif int(clock.now().timestamp()) - request.session.get(_SEEN, 0) > LOOK_AGAIN:
        _look_again(request, request.session.session_key or "")
    return seat


def _is_over(request: HttpRequest) -> bool:
    return bool(request.session.get(_WHO)) and int(clock.now().timestamp()) > over_at(request=request)


def _worn(request: HttpRequest) -> Hat | None:
    """The hat of the session; an administrator's needs a second factor."""
    worn = request.session.get(_KEY)
    if worn is None:
        return None
    person, side, seller_id = worn
    hat = Hat(person=UUID(person), side=Side(side), seller_id=seller_id)
    return None if hat.side is Side.ADMINISTRATOR and not is_strong(request=request) else hat


def _look_again(request: HttpRequest, was: str) -> None:
    """Now and then, not with every page: note when the session was seen, and which hats there are."""
    person = signed_in(request=request)
    if person is None:
        return
    request.session[_SEEN] = int(clock.now().timestamp())
    request.session[_HATS] = [_line(choice) for choice in choices(request=request)]
    if request.session.session_key is None:
        request.session.save()
    accounts_actions.keep_session(
        actor=SYSTEM,
        now=clock.now(),
        person_id=person,
        key=request.session.session_key or "",
        was=was,
        ip=get_adapter(request).get_client_ip(request),
        agent=request.headers.get("User-Agent", ""),
    )


def _line(choice: Choice) -> list[Any]:
    return [choice.hat.word, choice.hat.side.value, [role.value for role in choice.roles], choice.shop]


def hats_shown(*, request: HttpRequest) -> tuple[Worn, ...]:
    """The hats as the session remembers them, for the menu of every page. No SQL."""
    worn = request.session.get(_KEY)
    word = Hat(person=UUID(worn[0]), side=Side(worn[1]), seller_id=worn[2]).word if worn else ""
    return tuple(
        Worn(word=line[0], side=Side(line[1]), roles=tuple(line[2]), shop=line[3], now=line[0] == word)
        for line in request.session.get(_HATS) or ()
    )
