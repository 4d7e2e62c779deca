"""All markets, and one of them: what holds, since when, by whom, and what the Platform sends of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.kernel.actor import Side
from helpdesk.marketplace import policies, queries
from helpdesk.marketplace.terms.deciding import DecisionShown, MarketHeld
from helpdesk.portal import locales, pages
from helpdesk.portal.administrator.markets import words
from helpdesk.portal.hats import Signed


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketShown:
    """A market in the reader's words."""

    of: MarketHeld
    name: str
    languages: str
    law: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSaid:
    """A decision with the names of the fields that it changed; none at the opening."""

    of: DecisionShown
    changed: Sequence[str]


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """By the country's name; then codes that records name and nobody has opened."""
    found = queries.markets(actor=request.actor)
    context = {
        "markets": sorted((shown(market=one) for one in found.held), key=lambda one: (one.name, one.of.code)),
        "awaited": found.awaited,
        "may_decide": policies.can_decide_markets(request.actor),
        "published": request.GET.get("published", "")[:20],
    }
    return pages.render(request, "administrator/markets/list.html", context)


def shown(*, market: MarketHeld) -> MarketShown:
    """As a list and its own page show it."""
    return MarketShown(
        of=market,
        name=locales.country_name(code=market.draft.country),
        languages=words.value_said(draft=market.draft, field="languages"),
        law=words.place_name(code=market.draft.law),
    )


def decisions_said(*, decisions: Sequence[DecisionShown]) -> list[DecisionSaid]:
    """The newest first."""
    return [
        DecisionSaid(
            of=one, changed=[str(words.FIELDS[name]) for name in one.changed] if one.n > 1 or one.upon else ()
        )
        for one in decisions
    ]
