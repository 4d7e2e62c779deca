"""Publish an amendment: what the operator changes of the shipped rules, for a market or for all."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.conduct.models import Amendment as Row
from helpdesk.conduct.policies import can_publish_rules
from helpdesk.conduct.queries.amendments import Foreseen, foreseen, forget, read_amendment
from helpdesk.conduct.rules.amending import NOTICE_DAYS
from helpdesk.conduct.terms import RulesKind
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid
from helpdesk.marketplace.queries import markets_for_system


def publish_amendment(
    *,
    actor: Actor,
    now: datetime,
    market: str,
    content: Mapping[str, Any],
    effective_at: datetime | None,
    expected_number: int,
    key: str,
) -> int:
    """Its number. `market` empty: everywhere; `effective_at` None: at once, or as soon as the notice allows.

    A new prohibition holds 15 days after it was announced at the earliest; whatever allows more may hold at
    once. `expected_number` is the version that the publisher saw last, 0: none. The same actor and key again
    give the same number. Raises Forbidden, Invalid, Conflict (somebody published meanwhile), KeyReused, Busy.
    """
    if not can_publish_rules(actor=actor):
        raise Forbidden("pack.not_yours")
    new = read_amendment(content=content)
    if market and market not in {one.code for one in markets_for_system()}:
        raise Invalid("pack.market", field="market")
    with acting(actor):
        hot.lock_chain(chain=log.house().id)  # versions follow each other
        values = {"amendment": canonical({"content": new.content(), "market": market})}
        number = expected_number + 1
        if log.replay_of(chain=log.house(), actor=actor, key=key, kind=RulesKind.AMENDED, values=values):
            return number
        forget()  # the notice is counted from what was published, not from what this process knew of it
        seen = foreseen(market=market, content=new, now=now)
        if seen.number != expected_number:
            raise Conflict("pack.moved_on", field="expected_number")
        forbids = bool(seen.prohibitions)
        starts = _effective(seen, effective_at)
        kept = archive.append(
            chain=log.house(),
            kind=RulesKind.AMENDED,
            actor=actor,
            now=now,
            key=key,
            values=values,
            facts={
                "market": market,
                "number": number,
                "forbids": int(forbids),
                "effective_at": clock.to_us(starts),
                "content": hashlib.sha256(canonical(new.content())).hexdigest(),
            },
        )
        Row.objects.create(
            market=market,
            number=number,
            content=new.content(),
            forbids=int(forbids),
            published_at=kept.receipt.at,
            effective_at=starts,
            published_by=actor.person,
            entry_id=kept.receipt.entry,
        )
    forget()
    return number


def _effective(seen: Foreseen, wanted: datetime | None) -> datetime:
    """The instant from which it holds: never before the one that it replaces."""
    if wanted is None:
        return seen.earliest
    if wanted < seen.earliest:
        raise Invalid("pack.too_soon", field="effective_at", days=NOTICE_DAYS)
    return wanted
