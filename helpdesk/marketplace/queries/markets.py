"""Markets for those who decide on them: what holds, since when, by whom, and what the Platform sends."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count

from helpdesk.accounts.queries import names_for_system
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace.models import Buyer, ExternalId, Market, MarketDecision, Mention, Seller
from helpdesk.marketplace.policies import can_see_markets
from helpdesk.marketplace.rules.deciding import differing, market_in, seen_of, shared_hosts, usual
from helpdesk.marketplace.terms.deciding import (
    MANY,
    RECENT,
    DecisionShown,
    MarketHeld,
    Markets,
    Outlook,
    Usual,
)
from helpdesk.marketplace.terms.kinds import STUB, Kind
from helpdesk.marketplace.terms.records import MarketDraft


def drafted(row: Market) -> MarketDraft:
    """What is said of a market, as it could be said again. What is stored was checked when it came in."""
    return MarketDraft.model_construct(**{name: getattr(row, name) for name in MarketDraft.model_fields})


def markets(*, actor: Actor) -> Markets:
    """All of them. Four SQL statements at most beside the scope's. Raises Forbidden."""
    _refuse_strangers(actor)
    with acting(actor):
        rows = list(Market.objects.order_by("code"))
        named = list(ExternalId.objects.filter(kind=Kind.MARKET.value).order_by("external_id"))
        versions = {one.external_id: one.version for one in named}
        latest = _latest(row.code for row in rows)
        missing = [one.external_id for one in named if one.version_order == STUB]
        held = [_held(row, versions.get(row.code, ""), latest.get(row.code)) for row in rows]
        return Markets(held=held, awaited=_awaited(missing))


def market_held(*, actor: Actor, code: str) -> tuple[MarketHeld, list[DecisionShown]]:
    """One of them with its latest decisions, the newest first. Four SQL statements at most beside the
    scope's. Raises Forbidden, NotFound.
    """
    _refuse_strangers(actor)
    with acting(actor):
        found = _one(code)
        if found is None:
            raise NotFound("market.not_found")
        decisions = MarketDecision.objects.filter(market=code).order_by("-n")[:RECENT]
        return found, _shown(decisions)


def market_outlook(*, actor: Actor, code: str, said: dict[str, Any]) -> tuple[MarketDraft, Outlook]:
    """What was said, checked, and what a decision would meet. Seven SQL statements at most beside the
    scope's. Raises Forbidden, Misshapen.
    """
    _refuse_strangers(actor)
    draft = market_in(code=code, said=said)
    with acting(actor):
        held = _one(code)
        waiting = 0 if held else sum(number for _, number in _awaited([code]))
        buyers = Buyer.objects.filter(market_id=code)[:MANY].count() if held else 0
        sellers = Seller.objects.filter(country=draft.country)[:MANY].count()
    changed = differing(was=held.draft if held else None, new=draft)
    return draft, Outlook(held=held, changed=changed, waiting=waiting, buyers=buyers, sellers=sellers)


def usual_market(*, actor: Actor, country: str) -> tuple[Usual, tuple[str, ...]]:
    """What a market of this country usually is, and the hosts that all markets here allow. One SQL
    statement beside the scope's. Raises Forbidden.
    """
    _refuse_strangers(actor)
    with acting(actor):
        rows = list(Market.objects.order_by("code"))
    return usual(country=country, taken=[row.code for row in rows]), shared_hosts(
        [drafted(row) for row in rows]
    )


def _refuse_strangers(actor: Actor) -> None:
    if not can_see_markets(actor):
        raise Forbidden("market.not_yours")


def _one(code: str) -> MarketHeld | None:
    row = Market.objects.filter(code=code).first()
    if row is None:
        return None
    named = ExternalId.objects.filter(kind=Kind.MARKET.value, external_id=code)
    version = named.values_list("version", flat=True).first() or ""
    return _held(row, version, _latest([code]).get(code))


def _latest(codes: Iterable[str]) -> dict[str, DecisionShown]:
    rows = MarketDecision.objects.filter(market__in=list(codes)).order_by("market", "-n").distinct("market")
    found = list(rows)
    return {row.market: shown for row, shown in zip(found, _shown(found), strict=True)}


def _shown(rows: Iterable[MarketDecision]) -> list[DecisionShown]:
    found = list(rows)
    names = names_for_system(people={row.decided_by for row in found}) if found else {}
    return [
        DecisionShown(
            n=row.n,
            changed=row.changed,
            upon=row.upon,
            at=row.decided_at,
            by=names.get(row.decided_by, ""),
            entry=row.entry_id,
        )
        for row in found
    ]


def _held(row: Market, version: str, decision: DecisionShown | None) -> MarketHeld:
    draft = drafted(row)
    return MarketHeld(
        code=row.code,
        draft=draft,
        version=version,
        seen=seen_of(draft=draft, version=version),
        decision=decision,
        holds=decision is not None and decision.upon == version,
    )


def _awaited(codes: list[str]) -> list[tuple[str, int]]:
    """How many records wait for each of these."""
    if not codes:
        return []
    waiting = Mention.objects.filter(kind=Kind.MARKET.value, external_id__in=codes).exclude(record="")
    counted = dict(waiting.values_list("external_id").annotate(n=Count("by_id")))
    return [(code, counted.get(code, 0)) for code in codes]
