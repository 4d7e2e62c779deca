"""Measures against a shop as enforcement imposes and lifts them, beside a question about an offer."""

from datetime import datetime
from uuid import UUID, uuid4

from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Finding
from helpdesk.enforcement.actions.effects import impose_effects, recount
from helpdesk.enforcement.terms import Effect
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.clock import to_us
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.models import Restriction
from helpdesk.marketplace.terms.restrictions import WHOLE, RestrictionKind
from tests.cast import ANNAS_SHOP
from tests.conversations import clocks
from tests.marketplace.restricted import ON_OWN_CHAIN, entry_on_own_chain


def impose(kind: RestrictionKind, start: datetime, end: datetime | None) -> UUID:
    """The measure, from `start` on, which is now."""
    measure = uuid4()
    with acting(SYSTEM):
        at = marketplace.lock_seller(actor=SYSTEM, now=start, seller_id=ANNAS_SHOP)
        kept = entry_on_own_chain(seller_id=ANNAS_SHOP, at=at, key=f"measure/{measure}")
        effect = Effect(takes=kind.value, factor=WHOLE, starts_at=start, ends_at=end)
        impose_effects(seller_id=ANNAS_SHOP, measure_id=measure, effects=[effect], kept=kept)
    return measure


def suspend(start: datetime, end: datetime) -> UUID:
    """For some hours."""
    return impose(RestrictionKind.SUSPENSION, start, end)


def remove(start: datetime) -> UUID:
    """Until further notice."""
    return impose(RestrictionKind.REMOVAL, start, None)


def lift(measure: UUID, at: datetime) -> None:
    """Before its time."""
    with acting(SYSTEM):
        at = marketplace.lock_seller(actor=SYSTEM, now=at, seller_id=ANNAS_SHOP)
        kept = entry_on_own_chain(seller_id=ANNAS_SHOP, at=at, key=f"lifted/{measure}")
        marketplace.lift_restrictions(
            actor=SYSTEM, now=at, seller_id=ANNAS_SHOP, measure_id=measure, entry=kept.receipt.entry
        )
        recount(kept=kept)


def said(start: datetime, end: datetime | None) -> str:
    """The hours as leaves and rows say them."""
    return f"{to_us(start)}-{'' if end is None else to_us(end)}"


def findings() -> list[Finding]:
    """What `verify` finds, but for the entries and the restrictions that were laid here without a measure."""
    laid = _laid()
    return [found for found in clocks.findings() if (found.code, found.row) not in laid]


def _laid() -> set[tuple[str, str]]:
    """By entries of a kind that no measure has."""
    with everything():
        entries = Entry.objects.filter(seller_id=ANNAS_SHOP, kind=ON_OWN_CHAIN).values_list("id", flat=True)
        rows = Restriction.objects.filter(seller_id=ANNAS_SHOP, entry__in=list(entries))
        found = {("row.stale", f"marketplace_restriction id={row.id}") for row in rows}
    return found | {("entry.audience", f"archive_entry id={entry}") for entry in entries}
