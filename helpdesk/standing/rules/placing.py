"""From a score to what is shown, and whether it has to be said anew."""

from helpdesk.standing.rules.scoring import score
from helpdesk.standing.terms import Place, Sums, Weights


def place(*, total: Sums, weights: Weights, measure: int) -> Place:
    """How a Seller with these sums is shown under a measure (thousandths)."""
    found = score(total=total, weights=weights)
    return Place(
        rank=found.rank_milli(measure=measure),
        visibility=found.rank_milli(),
        measure=measure,
        level=found.level,
    )


def is_news(*, place: Place, rank: int | None, level: str | None) -> bool:
    """Whether the factor, to three decimals, or the level is another than the published one."""
    return (place.rank, place.level.value) != (rank, level)
