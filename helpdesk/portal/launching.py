"""Coming in from the Platform's page: a link for one person and one click (docs/why/coming-in.md)."""

from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import translation
from django.views.decorators.http import require_safe

from helpdesk.accounts import actions, queries
from helpdesk.accounts.terms import Doing, LaunchShown, Target
from helpdesk.conversations import queries as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.queries import Seat
from helpdesk.portal import hats
from helpdesk.portal.clicks import not_yet, only_looks, sealed

_OPENS = {"order": "order", "offer": "offer", "conversation": "conversation", "case": "case"}


@require_safe
def launch(request: HttpRequest, secret: str) -> HttpResponse:
    """In, once, and on to the page. Whoever follows their own used link while signed in goes on, too."""
    if only_looks(request):
        return sealed(not_yet())
    known = queries.launch_for_system(secret=secret)
    if known is None:
        return sealed(_gone(request, None))
    seat = _let_in(request, known, secret)
    if seat is None and hats.wears(request=request, hat=known.hat):
        seat = hats.wearer(hat=known.hat)
    if seat is None:
        return sealed(_gone(request, known))
    return sealed(redirect(_address(seat.actor, known.target)))


def _let_in(request: HttpRequest, known: LaunchShown, secret: str) -> Seat | None:
    """This person's session, which ends anybody else's in this browser; None where the link is used up."""
    now = clock.now()
    if not known.is_open(now=now):
        return None
    spoken = _offered(known.language)
    hats.welcome(hat=known.hat, now=now, language=spoken or "en", chosen=bool(spoken))
    seat = hats.wearer(hat=known.hat)
    if seat is None:
        return None
    with suppress(NotFound):
        actions.open_launch(actor=SYSTEM, now=now, secret=secret)
        hats.let_in(request=request, hat=known.hat)
        return seat
    return None


def _address(actor: Actor, target: Target) -> str:
    """Where the click was meant to lead: the conversation that there is, else the box for a first one."""
    if not target.what:
        return resolve_url("home")
    ref = Ref.parse(target.place)
    if target.doing is Doing.PROBLEM:
        return resolve_url("buyer:opening", ref)
    page = resolve_url(f"{actor.side.value}:{_OPENS[target.what]}", ref)
    if target.doing is not Doing.ASK:
        return page
    found = _thread(actor, target.what, ref)
    return resolve_url("buyer:conversation", found) if found else f"{page}#asking"


def _thread(actor: Actor, what: str, ref: Ref) -> Ref | None:
    """The conversation that the buyer has about it, if any."""
    if what == "offer":
        row = conversations.thread_about_offer(actor=actor, offer=ref)
    else:
        row = conversations.threads_about_orders(actor=actor, orders=[ref]).get(ref)
    return row.conversation if row else None


def _gone(request: HttpRequest, known: LaunchShown | None) -> HttpResponse:
    """What to do now, in the language of the person, else of the Platform's page, else of the browser."""
    person = known and queries.person_for_system(person_id=known.hat.person)
    wanted = person.language if person else (known.language if known else "")
    with translation.override(_offered(wanted) or translation.get_language()):
        context = {"signed_in": hats.signed_in(request=request) is not None}
        response = render(request, "launch/gone.html", context, status=410)
        response.headers["Content-Language"] = translation.get_language() or settings.LANGUAGE_CODE
    return response


def _offered(language: str) -> str:
    """One of ours; empty where we have none such."""
    try:
        return translation.get_supported_language_variant(language)
    except LookupError:
        return ""
