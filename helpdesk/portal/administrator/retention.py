"""Retention periods at the desk: how long what is kept, and how that is changed."""

from datetime import date, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound, Refusal
from helpdesk.marketplace.queries import markets_for_system
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed
from helpdesk.retention import actions, policies, queries
from helpdesk.retention.terms import LONGEST_MONTHS, SHORTER_NOTICE_DAYS
from helpdesk.retention.words import KEPT

_DIGITS = 6


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """What counts today, what will, and what waits for a second person."""
    return _index(request)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def publish(request: Signed) -> HttpResponse:
    """A longer period at once; a shorter one waits."""
    form = request.POST
    try:
        actions.publish_period(
            actor=request.actor,
            now=clock.now(),
            market=form.get("market", ""),
            kept=form.get("kept", ""),
            months=_months(form.get("months", "")),
            effective_on=_day(form.get("effective_on", "")),
            key=drafts.key_of(form),
        )
    except Forbidden:
        raise
    except Refusal as refusal:
        return _index(request, refusal=refusal)
    return redirect("administrator:retention")


@require_POST
@pages.only(Side.ADMINISTRATOR)
def approve(request: Signed, proposal: UUID) -> HttpResponse:
    """The second person agrees."""
    try:
        actions.approve_period(
            actor=request.actor, now=clock.now(), proposal=proposal, key=drafts.key_of(request.POST)
        )
    except NotFound:
        raise
    except Refusal as refusal:
        return _index(request, refusal=refusal)
    return redirect("administrator:retention")


@require_POST
@pages.only(Side.ADMINISTRATOR)
def withdraw(request: Signed, proposal: UUID) -> HttpResponse:
    """It comes to nothing."""
    try:
        actions.withdraw_period(actor=request.actor, now=clock.now(), proposal=proposal)
    except NotFound:
        raise
    except Refusal as refusal:
        return _index(request, refusal=refusal)
    return redirect("administrator:retention")


def _months(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) <= _DIGITS):
        raise Invalid("period.months", field="months")
    return int(written)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Invalid("period.too_soon", field="effective_on") from None


def _index(request: Signed, *, refusal: Refusal | None = None) -> HttpResponse:
    now = clock.now()
    context = {
        "table": queries.period_table(actor=request.actor, now=now),
        "may_set": policies.can_set_periods(actor=request.actor),
        "me": request.actor.person,
        "markets": [one.code for one in markets_for_system()],
        "kinds": [(code.value, name) for code, name in KEPT.items()],
        "chosen": request.POST,
        "soonest": (now.date() + timedelta(days=1)).isoformat(),
        "notice": SHORTER_NOTICE_DAYS,
        "longest": LONGEST_MONTHS,
        "key": drafts.fresh().key,
        "refusal": refusal and drafts.said(refusal),
    }
    status = STATUS[refusal.kind] if refusal else 200
    return pages.render(request, "administrator/retention.html", context, status=status)
