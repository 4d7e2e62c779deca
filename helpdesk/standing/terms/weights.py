"""The constants of the rating: one record, versioned, published as an entry, all of them integers."""

from dataclasses import asdict, dataclass
from typing import Final

V_ONE: Final = 1 << 16  # a value of 1
W_ONE: Final = 1 << 32  # an age weight of 1
NOTICE_DAYS: Final = 15  # P2B Art. 3: what changes for sellers is told so long before
MILLI: Final = 1000  # shares and bounds are written in thousandths


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """One version. Bounds are thousandths, base weights and caps halves, days those of UTC.

    `late` is what an answer is worth just after its deadline, falling to nothing after `late_hours` counted.
    """

    version: int
    prior_met: int  # of `prior` imagined obligations, so many kept
    prior: int
    half_life_days: int
    days: int  # an older obligation weighs nothing
    late: int
    late_hours: int
    answer: int  # halves: what one answer, or step with a date, weighs
    promise: int  # halves: what one promise weighs
    buyer_without_order: int  # halves: what all of a buyer's obligations without an order weigh at most
    buyer: int  # halves: what all of a buyer's obligations weigh at most
    floor: int  # visibility never falls below
    span: int  # what it can gain over the floor
    low: int  # the score up to which it stays at the floor
    high: int  # the score from which it is whole
    label_from: int  # obligations from which a number is shown
    step_from: int  # answers from which a measure may be proposed
    step_below: int  # the upper bound under which it is
    badge_from: int
    badge_at: int  # the lower bound from which the badge is given
    z: int  # of the Wilson interval

    def facts(self) -> dict[str, int | str]:
        """What its entry's leaf says: everything, so that a leaf alone is enough to compute."""
        return asdict(self)
