"""Decide on a market: an administrator opens one, or changes what is known of it."""

from datetime import datetime
from typing import Any

from django.db.models import Max

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid
from helpdesk.marketplace.actions.mirroring import Mirroring
from helpdesk.marketplace.actions.taken import Sent
from helpdesk.marketplace.models import ExternalId, Market, MarketDecision
from helpdesk.marketplace.policies import can_decide_markets
from helpdesk.marketplace.queries.markets import drafted
from helpdesk.marketplace.rules.deciding import differing, digest_of, market_in, seen_of
from helpdesk.marketplace.terms.deciding import MARKET_DECIDED, Decided
from helpdesk.marketplace.terms.kinds import Kind, Name
from helpdesk.marketplace.terms.records import MarketBody, MarketDraft
from helpdesk.marketplace.terms.values import NEVER_SENT


def decide_market(
    *, actor: Actor, now: datetime, code: str, said: dict[str, Any], seen: str, key: str
) -> Decided:
    """In force at once. `seen` is what stood for the market when it was looked at, "" for a new one.

    A market that the Platform sent keeps the Platform's version, so that whatever it sends next is newer and
    replaces the decision; a new one has none, and records that had waited for it are taken in.
    Raises Forbidden, Misshapen, Invalid (nothing differs), Conflict (it was changed meanwhile), KeyReused,
    Busy.
    """
    if not can_decide_markets(actor):
        raise Forbidden("market.not_yours")
    draft = market_in(code=code, said=said)
    values = {"market": canonical({"code": code, **draft.model_dump()})}
    with acting(actor):
        hot.lock_chain(chain=log.house().id)  # decisions follow each other
        if kept := log.replay_of(chain=log.house(), actor=actor, key=key, kind=MARKET_DECIDED, values=values):
            return Decided(code, _number_of(kept), replayed=True)
        was, version = _held(code)
        _refuse(was, draft, version=version, seen=seen)
        kept = archive.append(
            chain=log.house(),
            kind=MARKET_DECIDED,
            actor=actor,
            now=now,
            key=key,
            values=values,
            facts=_facts(code, draft, was, version),
        )
        n = _noted(actor, kept, code, draft, changed=differing(was=was, new=draft), upon=version)
        _written(actor, now, code, draft, is_new=was is None)
    return Decided(code, n, replayed=False)


def _number_of(kept: Kept) -> int:
    entry = kept.receipt.entry
    return int(MarketDecision.objects.values_list("n", flat=True).get(entry_id=entry))


def _held(code: str) -> tuple[MarketDraft | None, str]:
    """The market and the Platform's version of it, locked until the transaction ends."""
    named = ExternalId.objects.select_for_update().filter(kind=Kind.MARKET.value, external_id=code).first()
    row = Market.objects.filter(code=code).first()
    if row is None:
        return None, ""
    return drafted(row), named.version if named else ""


def _refuse(was: MarketDraft | None, draft: MarketDraft, *, version: str, seen: str) -> None:
    if was is None and seen:
        raise Conflict("market.moved", field="seen")
    if was is not None and not seen:
        raise Conflict("market.exists", field="code")
    if was is not None and seen != seen_of(draft=was, version=version):
        raise Conflict("market.moved", field="seen")
    if was == draft:
        raise Invalid("market.nothing_changed")


def _facts(code: str, draft: MarketDraft, was: MarketDraft | None, version: str) -> dict[str, int | str]:
    facts: dict[str, int | str] = {
        "market": code,
        "n": _next(code),
        "changed": " ".join(differing(was=was, new=draft)),
        "record": digest_of(draft),
        "upon": version,
    }
    return facts | ({"was": digest_of(was)} if was else {})


def _next(code: str) -> int:
    last = MarketDecision.objects.filter(market=code).aggregate(last=Max("n"))["last"]
    return int(last or 0) + 1


def _noted(
    actor: Actor, kept: Kept, code: str, draft: MarketDraft, *, changed: tuple[str, ...], upon: str
) -> int:
    made = MarketDecision.objects.create(
        market=code,
        n=_next(code),
        record=draft.model_dump(),
        changed=[*changed],
        upon=upon,
        decided_at=kept.receipt.at,
        decided_by=actor.person,
        entry_id=kept.receipt.entry,
    )
    return made.n


def _written(actor: Actor, now: datetime, code: str, draft: MarketDraft, *, is_new: bool) -> None:
    """A new one goes the way of records, so that those that had waited for it are taken in."""
    if not is_new:
        Market.objects.filter(code=code).update(**draft.model_dump())
        return
    name = Name(Kind.MARKET, code)
    record = MarketBody.model_construct(version=NEVER_SENT, code=None, **draft.model_dump())
    outcome = Mirroring(now=now).take_in([Sent(line=0, name=name, record=record)])
    if outcome.deeds:  # of a seller that had waited for this market, and moved
        archive.append_many(chain=log.house(), actor=actor, now=now, drafts=outcome.deeds)
