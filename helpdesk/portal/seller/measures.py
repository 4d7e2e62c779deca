"""A shop's own measures: what is in force, why, until when, and what can be done about it."""

from django.http import HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from helpdesk.enforcement import queries
from helpdesk.enforcement.words.moments import points
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.notifications import actions as notices
from helpdesk.portal import announced, pages
from helpdesk.portal.hats import Signed
from helpdesk.portal.measures import printed, told


@require_safe
@pages.only(Side.SELLER)
def index(request: Signed) -> HttpResponse:
    """The measures, the latest first, and the points that violations make now."""
    actor, now = request.actor, clock.now()
    standing = queries.own_standing(actor=actor, now=now)
    lines = [one for one, _ in standing.lines]
    context = {
        "announced": announced.coming(now=now),
        "measures": [told.measure(one, now=now) for one in queries.measures_of(actor=actor)],
        "points": points(standing.points),
        "half_life": standing.tracks.half_life_days,
        "violations": told.found(
            seller_id=actor.seller_id or 0, violations=lines, left=[rest for _, rest in standing.lines]
        ),
    }
    return pages.render(request, "measures/index.html", context)


@require_safe
@pages.only(Side.SELLER)
def show(request: Signed, measure: Ref) -> HttpResponse:
    """One with its statement of reasons, in the reader's language; as delivered it is a PDF."""
    actor, now = request.actor, clock.now()
    found = queries.measure_of(actor=actor, measure=measure)
    request.unread = notices.see(actor=actor, now=now, conversation=measure)
    language = get_language() or "en"
    context = {
        "one": told.measure(found, now=now),
        "statement": queries.said_again(shown=found.statement, basis=found.basis, language=language),
        "is_translated": bool(found.statement.language) and found.statement.language != language,
        "violations": told.found(seller_id=found.seller_id, violations=found.basis.violations),
        "may_appeal": now < found.appeal_until,
    }
    return pages.render(request, "measures/measure.html", context)


@require_safe
@pages.only(Side.SELLER)
def pdf(request: Signed, measure: Ref) -> HttpResponse:
    """To keep."""
    return printed.statement(
        shown=queries.measure_of(actor=request.actor, measure=measure), zone=request.zone
    )
