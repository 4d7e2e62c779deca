"""Measures as they change, in the order of the log: for whoever carries them out elsewhere."""

from dataclasses import dataclass
from typing import Final

from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import acting
from helpdesk.enforcement.queries.measures import shown_here, visible_here
from helpdesk.enforcement.terms import Kind, MeasureShown
from helpdesk.kernel.actor import Actor
from helpdesk.marketplace.models import Seller

_KINDS: Final = (Kind.ANNOUNCED, Kind.IMPOSED, Kind.LIFTED, Kind.STAYED, Kind.RESUMED)
_NAMED_BY: Final = ("id", "lifted_by", "stayed_by", "resumed_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChanged:
    """A measure as it stands now. `number` is the place in the log of what changed it; `seller` the
    Platform's id.
    """

    number: int
    seller: str
    measure: MeasureShown


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresChanged:
    """Each measure once, by its latest change among those looked at, which go up to number `through`."""

    rows: list[MeasureChanged]
    through: int
    more: bool


def measures_changed(*, actor: Actor, after: int, limit: int) -> MeasuresChanged:
    """What was imposed, announced, stayed, resumed or lifted behind a number of the log.

    The own ones, or at the desk and for the Platform those of all. Raises NotFound. Six SQL statements beside
    the scope's.
    """
    with acting(actor):
        visible = visible_here(actor)
        found = archive.changes_after(number=after, kinds=_KINDS, limit=limit)
        if not found.entries:
            return MeasuresChanged(rows=[], through=found.through, more=found.more)
        rows = list(visible.filter(archive.named_by(entries=found.entries, columns=_NAMED_BY)))
        numbers = archive.latest_of(rows=rows, entries=found.entries, columns=_NAMED_BY)
        sellers = dict(
            Seller.objects.filter(seller_id__in={row.seller_id for row in rows}).values_list(
                "seller_id", "external_id"
            )
        )
        shown = [
            MeasureChanged(
                number=numbers[one.id.seller_id, one.id.id], seller=sellers[one.seller_id], measure=one
            )
            for one in shown_here(rows)
        ]
    return MeasuresChanged(
        rows=sorted(shown, key=lambda one: one.number), through=found.through, more=found.more
    )
