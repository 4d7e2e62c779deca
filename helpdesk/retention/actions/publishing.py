"""The entry and the row of a published period."""

from collections.abc import Mapping
from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.terms import Kept as Stored
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.retention.models import Period as Row
from helpdesk.retention.queries.periods import last_period_number
from helpdesk.retention.terms import Entry, Period


def values_of(*, period: Period) -> dict[str, bytes]:
    """What the entry commits: the period as it was asked for."""
    said = {
        "effective_on": period.effective_on.isoformat(),
        "kept": period.kept.value,
        "market": period.market,
        "months": period.months,
    }
    return {"period": canonical(said)}


def publish(*, actor: Actor, now: datetime, period: Period, values: Mapping[str, bytes], key: str) -> Stored:
    """Stored under the lock of the house chain, which the caller holds."""
    facts: dict[str, int | str] = {
        "effective_on": period.effective_on.isoformat(),
        "kept": period.kept.value,
        "months": period.months,
    }
    stored = archive.append(
        chain=log.house(),
        kind=Entry.PUBLISHED,
        actor=actor,
        now=now,
        key=key,
        values=values,
        facts=facts | ({"market": period.market} if period.market else {}),
    )
    if not stored.replayed:
        Row.objects.create(
            number=last_period_number() + 1,
            market=period.market,
            kept=period.kept.value,
            months=period.months,
            effective_on=period.effective_on,
            published_at=stored.receipt.at,
            entry_id=stored.receipt.entry,
        )
    return stored
