"""Publish a retention period: a longer one at once, a shorter one when a second administrator agrees."""

from datetime import date, datetime, timedelta
from uuid import uuid5

from helpdesk.archive import queries as log
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden, Invalid, KeyReused, NotFound
from helpdesk.marketplace.queries import markets_for_system
from helpdesk.retention.actions.publishing import publish, values_of
from helpdesk.retention.models import PeriodProposal
from helpdesk.retention.policies import can_set_periods
from helpdesk.retention.queries.periods import periods
from helpdesk.retention.rules import is_shorter
from helpdesk.retention.terms import (
    BY_MARKET,
    EVERYWHERE,
    LONGEST_MONTHS,
    SHORTER_NOTICE_DAYS,
    Asked,
    Entry,
    Kept,
    Period,
)


def publish_period(
    *, actor: Actor, now: datetime, market: str, kept: str, months: int, effective_on: date, key: str
) -> Asked:
    """The entry, or the proposal that waits for a second person. `market` "" is everywhere;
    only what has a market, a conversation, may have a period of its own there.

    It takes effect on a later day, a shorter one at least 30 days later, so that a hold can be placed. The
    same actor and key again give the same answer. Raises Forbidden, NotFound, Invalid, KeyReused, Busy.
    """
    if not can_set_periods(actor=actor):
        raise Forbidden("period.not_yours")
    period = _period(market, kept, months, effective_on)
    values = values_of(period=period)
    with acting(actor):
        hot.lock_chain(chain=log.house().id)  # periods follow each other, and so do decisions
        if before := log.replay_of(
            chain=log.house(), actor=actor, key=key, kind=Entry.PUBLISHED, values=values
        ):
            return Asked(entry=before.receipt.entry, proposal=None, replayed=True)
        shorter = is_shorter(periods(), of=period)
        _refuse_haste(period, now, shorter)
        if shorter:
            return _proposed(actor, now, period, key)
        stored = publish(actor=actor, now=now, period=period, values=values, key=key)
        return Asked(entry=stored.receipt.entry, proposal=None)


def _period(market: str, kept: str, months: int, effective_on: date) -> Period:
    if market != EVERYWHERE and market not in {one.code for one in markets_for_system()}:
        raise NotFound("market.not_found")
    if kept not in list(Kept):
        raise Invalid("period.kept", field="kept")
    if market != EVERYWHERE and Kept(kept) not in BY_MARKET:
        raise Invalid("period.everywhere", field="market")
    if not 1 <= months <= LONGEST_MONTHS:
        raise Invalid("period.months", field="months")
    return Period(market=market, kept=Kept(kept), months=months, effective_on=effective_on)


def _refuse_haste(period: Period, now: datetime, shorter: bool) -> None:
    ahead = timedelta(days=SHORTER_NOTICE_DAYS if shorter else 1)
    if period.effective_on < now.date() + ahead:
        raise Invalid("period.too_soon_shorter" if shorter else "period.too_soon", field="effective_on")


def _proposed(actor: Actor, now: datetime, period: Period, key: str) -> Asked:
    said = {
        "market": period.market,
        "kept": period.kept.value,
        "months": period.months,
        "effective_on": period.effective_on,
    }
    row, is_new = PeriodProposal.objects.get_or_create(
        id=uuid5(actor.person, f"period/{key}"),
        defaults={**said, "proposed_by": actor.person, "proposed_at": now},
    )
    if not is_new and any(getattr(row, name) != value for name, value in said.items()):
        raise KeyReused("archive.key_reused")
    return Asked(entry=None, proposal=row.id, replayed=not is_new)
