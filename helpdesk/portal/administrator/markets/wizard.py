"""From a country to a market: one form with good defaults, what would change, and the one button."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Forbidden, NotFound, Refusal
from helpdesk.kernel.shape import Misshapen
from helpdesk.marketplace import actions, policies, queries
from helpdesk.marketplace.terms.values import countries
from helpdesk.oversight import queries as oversight
from helpdesk.oversight.queries import MarketPlan
from helpdesk.portal import locales, pages
from helpdesk.portal.administrator.markets import choices, words
from helpdesk.portal.administrator.markets.forms import Form
from helpdesk.portal.administrator.markets.listing import decisions_said, shown
from helpdesk.portal.drafts import said
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed


@require_safe
@pages.only(Side.ADMINISTRATOR)
def begin(request: Signed) -> HttpResponse:
    """A country first; with one, everything that follows from it."""
    _refuse_onlookers(request)
    country = request.GET.get("country", "")
    if country not in countries():
        return _page(request, Form())
    usual, hosts = queries.usual_market(actor=request.actor, country=country)
    return _page(request, Form.usual(usual, hosts=hosts))


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, code: str) -> HttpResponse:
    """One market with its decisions, and for platform administrators the form that changes it."""
    market, _ = queries.market_held(actor=request.actor, code=code)
    return _page(request, Form.held(market))


@require_POST
@pages.only(Side.ADMINISTRATOR)
def preview(request: Signed) -> HttpResponse:
    """What publishing would do; or the form again, to change something."""
    _refuse_onlookers(request)
    form = Form.typed(request.POST)
    if "again" in request.POST:
        return _page(request, form)
    try:
        plan = oversight.market_plan(actor=request.actor, now=clock.now(), code=form.code, said=form.said)
    except Misshapen as refusal:
        return _page(request, form.flawed(refusal.flaws), status=STATUS[refusal.kind])
    return _preview(request, form, plan)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def publish(request: Signed) -> HttpResponse:
    """In force at once; then the list, with the market in it."""
    _refuse_onlookers(request)
    form = Form.typed(request.POST)
    try:
        made = actions.decide_market(
            actor=request.actor,
            now=clock.now(),
            code=form.code,
            said=form.said,
            seen=form.seen,
            key=form.key,
        )
    except (Forbidden, NotFound):
        raise
    except Misshapen as refusal:
        return _page(request, form.flawed(refusal.flaws), status=STATUS[refusal.kind])
    except Refusal as refusal:
        return _page(request, form, refusal=refusal, status=STATUS[refusal.kind])
    return redirect(f"{reverse('administrator:markets')}?published={made.code}")


def _refuse_onlookers(request: Signed) -> None:
    if not policies.can_decide_markets(request.actor):
        raise Forbidden("market.not_yours")


def _page(request: Signed, form: Form, *, refusal: Refusal | None = None, status: int = 200) -> HttpResponse:
    may_decide = policies.can_decide_markets(request.actor)
    context: dict[str, Any] = {
        "form": form,
        "refusal": refusal and said(refusal),
        "may_decide": may_decide,
        "countries": choices.countries_named(),
    }
    if form.seen:
        context |= _history(request, form.code)
    if form.country in countries():
        context |= _suggestions(request, form)
    return pages.render(request, "administrator/markets/form.html", context, status=status)


def _history(request: Signed, code: str) -> dict[str, Any]:
    """What holds and how it came to that; nothing where somebody typed a code that is none."""
    try:
        market, decisions = queries.market_held(actor=request.actor, code=code)
    except NotFound:
        return {}
    return {
        "market": shown(market=market),
        "facts": words.said_of(draft=market.draft),
        "decisions": decisions_said(decisions=decisions),
    }


def _suggestions(request: Signed, form: Form) -> dict[str, Any]:
    zones = choices.zones_of(country=form.country)
    zone = form.time_zone if form.time_zone in zones else ""
    usual, _ = queries.usual_market(actor=request.actor, country=form.country)
    return {
        "place": locales.country_name(code=form.country),
        "days": oversight.days_counted(country=form.country, zone=zone, now=clock.now()),
        "zones": zones,
        "currencies": choices.currencies_named(),
        "laws": choices.laws(own=usual.law, markets=queries.markets(actor=request.actor).held),
    }


def _preview(request: Signed, form: Form, plan: MarketPlan) -> HttpResponse:
    held = plan.outlook.held
    context: dict[str, Any] = {
        "form": form,
        "plan": plan,
        "place": locales.country_name(code=plan.draft.country),
        "facts": [
            (str(name), words.value_said(draft=plan.draft, field=field), _was(held, field, plan))
            for field, name in words.FIELDS.items()
        ],
        "example": words.example_said(days=plan.days) if plan.days else None,
        "law": words.place_name(code=plan.law.place),
        "rules": choices.rules_said(rows=plan.law.main),
        "flows": choices.flows_named(kinds=plan.flows),
        "missing": [words.missing_said(missing=one, of=of) for one, of in plan.missing],
        "languages": words.value_said(draft=plan.draft, field="languages"),
    }
    return pages.render(request, "administrator/markets/preview.html", context)


def _was(held: Any, field: str, plan: MarketPlan) -> str:
    """What a field that changes said before."""
    if held is None or field not in plan.outlook.changed:
        return ""
    return words.value_said(draft=held.draft, field=field)
