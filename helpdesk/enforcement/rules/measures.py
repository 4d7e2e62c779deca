"""Each measure: what it takes away and when, and what is left of it after a stay."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Final

from helpdesk.enforcement.terms import FULL_DAY, Effect, MeasureKind
from helpdesk.enforcement.terms.tracks import WHOLE
from helpdesk.marketplace.terms import RestrictionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The Seller is told, and nothing is taken away. Lifting it strikes it from the ladder.

    Of those below, `takes` is what they take away, and `ahead` what they take until they begin; those with it
    begin after their notice. Lifting gives all of it back.
    """

    kind: ClassVar[MeasureKind] = MeasureKind.NOTICE
    takes: ClassVar[RestrictionKind | None] = None
    ahead: ClassVar[RestrictionKind | None] = None
    days: int = 0
    factor: int = WHOLE

    def starts_at(self, *, told_at: datetime, notice_days: int, is_exempt: bool) -> datetime:
        """When it takes effect: when it is told, or after its notice where it has one and nothing exempts."""
        return told_at + notice_days * FULL_DAY if self.ahead and not is_exempt else told_at

    def ends_at(self, *, starts_at: datetime) -> datetime | None:
        """When it is over by itself; None: it has no time."""
        return starts_at + self.days * FULL_DAY if self.days else None

    def effects(
        self, *, told_at: datetime, starts_at: datetime, ends_at: datetime | None
    ) -> tuple[Effect, ...]:
        """What is taken away, half-open, in the order of time."""
        found = []
        if self.ahead and told_at < starts_at:
            found.append(Effect(takes=self.ahead.value, starts_at=told_at, ends_at=starts_at, factor=WHOLE))
        if self.takes:
            found.append(
                Effect(takes=self.takes.value, starts_at=starts_at, ends_at=ends_at, factor=self.factor)
            )
        return tuple(found)


class FormalWarning(Notice):
    """As a notice; the next step takes something away."""

    kind = MeasureKind.WARNING


class MessagingLimit(Notice):
    """The Seller answers, and writes first only where an order or the law needs it."""

    kind = MeasureKind.MESSAGING_LIMIT
    takes = RestrictionKind.MESSAGING


class Demotion(Notice):
    """The Seller's offers are shown further down: visibility times `factor`."""

    kind = MeasureKind.DEMOTION
    takes = RestrictionKind.DEMOTION


class SellingRestriction(Notice):
    """Nothing new is listed, and nobody asks about offers before buying."""

    kind = MeasureKind.SELLING_RESTRICTION
    takes = RestrictionKind.SELLING


class Suspension(Notice):
    """Offers are off; orders and cases go on, and their clocks run."""

    kind = MeasureKind.SUSPENSION
    takes = RestrictionKind.SUSPENSION


class Removal(Notice):
    """Thirty days of notice as a suspension, then reading, export and appeal only."""

    kind = MeasureKind.REMOVAL
    takes = RestrictionKind.REMOVAL
    ahead = RestrictionKind.SUSPENSION


_CLASSES: Final[dict[MeasureKind, type[Notice]]] = {
    one.kind: one
    for one in (Notice, FormalWarning, MessagingLimit, Demotion, SellingRestriction, Suspension, Removal)
}


def measure(*, kind: MeasureKind, days: int, factor: int) -> Notice:
    """A measure of a kind, so many days long, with what it leaves of visibility (thousandths)."""
    return _CLASSES[kind](days=days, factor=factor)


def resumed(
    *, starts_at: datetime, ends_at: datetime | None, stayed_at: datetime, now: datetime
) -> tuple[datetime, datetime | None]:
    """Start and end after a stay: whatever time was left when it was stayed is left now."""
    begins = now + max(starts_at - stayed_at, timedelta())
    return begins, None if ends_at is None else begins + (ends_at - max(stayed_at, starts_at))
