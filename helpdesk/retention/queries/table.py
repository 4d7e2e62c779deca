"""How long what is kept, market by market: what counts today, and what will."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from helpdesk.accounts import queries as accounts
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.retention.policies import can_see_retention
from helpdesk.retention.queries.periods import open_proposals, periods, sources
from helpdesk.retention.rules import in_force
from helpdesk.retention.terms import EVERYWHERE, Kept, Period, ProposalShown


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow:
    """What counts today in a market, where a shipped period comes from, and what comes next.

    A market whose own period is still to come shows the one of everywhere under its own name.
    """

    period: Period
    source: str
    later: Sequence[Period]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodTable:
    """Everywhere first, then markets with periods of their own; and proposals that wait."""

    rows: Sequence[PeriodRow]
    proposals: Sequence[ProposalShown]


def period_table(*, actor: Actor, now: datetime) -> PeriodTable:
    """Three SQL statements beside the scope's. Raises Forbidden."""
    if not can_see_retention(actor=actor):
        raise Forbidden("erasure.see_not_yours")
    with acting(actor):
        known, proposed = periods(), open_proposals()
        names = accounts.names_for_system(people={one.proposed_by for one in proposed})
    return PeriodTable(
        rows=_rows(known, now.date()),
        proposals=[
            ProposalShown(
                id=one.id,
                market=one.market,
                kept=Kept(one.kept),
                months=one.months,
                effective_on=one.effective_on,
                proposed_by=names.get(one.proposed_by, ""),
                proposed_by_id=one.proposed_by,
                proposed_at=one.proposed_at,
            )
            for one in proposed
        ],
    )


def _rows(known: Sequence[Period], today: date) -> list[PeriodRow]:
    shipped, rows = sources(), list[PeriodRow]()
    for kept in Kept:
        for market in [EVERYWHERE, *sorted({p.market for p in known if p.kept is kept and p.market})]:
            now = in_force(known, market=market, kept=kept, on=today)
            later = [p for p in known if (p.market, p.kept) == (market, kept) and p.effective_on > today]
            source = "" if now.published or now.market != market else shipped.get((market, kept), "")
            rows.append(PeriodRow(period=replace(now, market=market), source=source, later=later))
    return rows
