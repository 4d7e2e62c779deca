"""Periods: those of the shipped file, and those that the operator published since."""

from datetime import date
from functools import cache
from importlib.resources import files
from uuid import UUID

import msgspec

from helpdesk.retention.models import Period as Row
from helpdesk.retention.models import PeriodProposal
from helpdesk.retention.terms import Kept, Period


class _Shipped(msgspec.Struct, forbid_unknown_fields=True):
    market: str
    kept: Kept
    months: int
    effective_on: date
    source: str


class _File(msgspec.Struct, forbid_unknown_fields=True):
    about: str
    periods: list[_Shipped]


@cache
def _file() -> _File:
    data = (files("helpdesk.retention") / "data" / "periods.json").read_bytes()
    return msgspec.json.decode(data, type=_File)


def sources() -> dict[tuple[str, Kept], str]:
    """Where the shipped periods come from, by market and kind."""
    return {(one.market, one.kept): one.source for one in _file().periods}


def periods() -> list[Period]:
    """All periods in the order of their publication, the shipped ones first. One SQL statement."""
    shipped = [
        Period(market=one.market, kept=one.kept, months=one.months, effective_on=one.effective_on)
        for one in _file().periods
    ]
    return shipped + [
        Period(
            market=row.market,
            kept=Kept(row.kept),
            months=row.months,
            effective_on=row.effective_on,
            published=row.entry_id,
        )
        for row in Row.objects.order_by("number")
    ]


def last_period_number() -> int:
    """How many the operator has published. One SQL statement."""
    return Row.objects.count()


def open_proposals() -> list[PeriodProposal]:
    """Shorter periods that wait, the oldest first. One SQL statement."""
    return list(PeriodProposal.objects.filter(outcome=None).order_by("proposed_at", "id"))


def proposal_row(*, id: UUID) -> PeriodProposal | None:
    """The proposal, kept from others until the transaction ends."""
    return PeriodProposal.objects.select_for_update().filter(id=id).first()
