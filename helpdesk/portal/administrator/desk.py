"""The administrator's desk: what needs eyes, at one glance."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.deadlines import queries as deadlines
from helpdesk.enforcement import queries as enforcement
from helpdesk.enforcement.policies import can_see_desk
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.letters import queries as letters
from helpdesk.letters.policies import can_see_queue
from helpdesk.marketplace import queries as marketplace
from helpdesk.oversight import policies, queries
from helpdesk.portal import pages
from helpdesk.portal.administrator.calendars import listing
from helpdesk.portal.administrator.readings import spoken
from helpdesk.portal.administrator.verified import glance
from helpdesk.portal.hats import Signed
from helpdesk.reports import queries as reports
from helpdesk.reports.policies import can_see_queue as can_see_reports
from helpdesk.retention import queries as retention
from helpdesk.standing import queries as standing
from helpdesk.standing.policies import can_see_disputes

_RECENT = 6  # readings that the desk shows
_NAMED = 3  # findings that the tile names


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed) -> HttpResponse:
    """Is the record whole, what am I reading, what do the others read, what has not arrived."""
    actor, market = request.actor, request.market
    recent = queries.readings(actor=actor, limit=_RECENT + 1, market=market)
    context = {
        "may_read": policies.can_read_files(actor=actor),
        "integrity": glance(queries.integrity(actor=actor, recent=0), most=_NAMED),
        "mine": spoken(queries.readings_in_force(actor=actor, now=clock.now())),
        "recent": spoken(recent[:_RECENT]),
        "more": len(recent) > _RECENT,
        "erasures": retention.waiting_requests(actor=actor),
        "outages": len(deadlines.proposed_outages(actor=actor)),
        "letters": letters.waiting_count(actor=actor, market=market) if can_see_queue(actor=actor) else None,
        "reports": _reports(actor, market),
        **_waiting(actor, market),
        "disputes": _disputes(actor, market),
        "proposals": _proposals(actor),
        "appeals": enforcement.count_appeals_waiting(actor=actor) if can_see_desk(actor=actor) else None,
        "escalations": _escalations(actor, market),
        "short": listing.short_ones(today=clock.now().date()),
        "missing": marketplace.incomplete(actor=actor, limit=1).total,
    }
    return pages.render(request, "administrator/desk.html", context)


def _escalations(actor: Actor, market: str | None) -> int | None:
    """How many cases wait for the Platform; None for those who do not read files."""
    if not policies.can_read_files(actor=actor):
        return None
    return queries.escalations_count(actor=actor, market=market)


def _disputes(actor: Actor, market: str | None) -> int | None:
    """How many verdicts are disputed; None for those who do not read files."""
    if not can_see_disputes(actor=actor):
        return None
    return standing.count_disputes_waiting(actor=actor, market=market)


def _proposals(actor: Actor) -> int | None:
    """How many measures wait for a decision; None for those who see none."""
    return enforcement.waiting_count(actor=actor) if can_see_desk(actor=actor) else None


def _reports(actor: Actor, market: str | None) -> int | None:
    """How many reports wait; None for those who do not read files."""
    if not can_see_reports(actor=actor):
        return None
    return reports.waiting_count(actor=actor, market=market)


def _waiting(actor: Actor, market: str | None) -> dict[str, object]:
    """How much a reviewer has to look at; nothing for others."""
    if not policies.can_review(actor=actor):
        return {"reviews": None}
    return {
        "reviews": queries.review_queue_length(actor=actor, now=clock.now(), market=market),
        "samples": queries.samples_waiting_count(actor=actor, market=market),
    }
