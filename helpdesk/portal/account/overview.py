"""Security and sign-in: everything by which a person comes in, on one page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from helpdesk.accounts import actions, queries
from helpdesk.accounts.queries import device_names
from helpdesk.accounts.terms import SessionShown
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.portal import hats


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Address, password, second factor, passkeys, sessions."""
    person = hats.signed_in(request=request)
    means = person and queries.means_for_system(person_id=person)
    if person is None or means is None:
        return redirect("sign_in")
    now = clock.now()
    sessions = queries.sessions_for_system(person_id=person, now=now)
    context = {
        "means": means,
        "sessions": [_line(session, request) for session in sessions],
        "zone": getattr(request, "zone", None) or settings.HELPDESK.time_zone,
        "now": now,
    }
    return render(request, "account/overview.html", context)


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    return _end(request, keep=request.session.session_key or "", only=None)


@require_POST
def end_one(request: HttpRequest, session: int) -> HttpResponse:
    """Sign out there."""
    return _end(request, keep="", only=session)


def _end(request: HttpRequest, *, keep: str, only: int | None) -> HttpResponse:
    person = hats.signed_in(request=request)
    if person is None:
        return redirect("sign_in")
    actions.end_sessions(actor=SYSTEM, now=clock.now(), person_id=person, keep=keep, only=only)
    return redirect("account")


def _line(session: SessionShown, request: HttpRequest) -> dict[str, object]:
    browser, system = device_names(agent=session.agent)
    return {
        "id": session.id,
        "device": " · ".join(name for name in (browser, system) if name) or _("Unknown device"),
        "ip": session.ip,
        "since": session.since,
        "seen_at": session.seen_at,
        "here": session.key == request.session.session_key,
    }
