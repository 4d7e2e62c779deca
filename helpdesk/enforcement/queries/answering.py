"""What the answers alone say: the rule of standing on stored scores, and how many fell due since."""

from datetime import date
from decimal import Decimal

from django.db.models import F

from helpdesk.enforcement.models import Proposal
from helpdesk.enforcement.terms import Answers, Basis, Outcome, Track
from helpdesk.kernel import clock
from helpdesk.standing import queries as standing
from helpdesk.standing.models import Point, Snapshot
from helpdesk.standing.rules.scoring import score
from helpdesk.standing.terms import MILLI, V_ONE, W_ONE, Matter, State, Sums, Weights


def latest_day() -> date | None:
    """The last UTC day that was counted for anybody, in the present scope. One SQL statement."""
    return Snapshot.objects.order_by("-counted_on").values_list("counted_on", flat=True).first()


def poor_sellers(*, on: date, weights: Weights) -> list[int]:
    """Sellers whose answers of a day may ask for a step: enough of them, and too few in time.

    The exact rule is asked of each. One SQL statement, in the present scope.
    """
    rows = Snapshot.objects.filter(
        counted_on=on,
        answers_n__gte=Decimal(weights.step_from * W_ONE),
        answers_m__lt=F("answers_n") * Decimal(weights.step_below * V_ONE) / Decimal(MILLI),
    )
    return list(rows.order_by("seller_id").values_list("seller_id", flat=True))


def answers_basis(*, seller_id: int, on: date) -> tuple[bool, Basis]:
    """Whether the answers ask for a step, and how they stand. Three SQL statements, in the present scope."""
    row = Snapshot.objects.filter(seller_id=seller_id, counted_on=on).first()
    if row is None:
        return False, Basis()
    sums = Sums(n=int(row.n), m=int(row.m), answers_n=int(row.answers_n), answers_m=int(row.answers_m))
    found = score(total=sums, weights=standing.weights_on(on=on))
    due = sums.answers_n
    return found.asks_for_step, Basis(
        answers=Answers(
            due=due * MILLI // W_ONE,
            in_time=sums.answers_m * MILLI // (due * V_ONE) if due else 0,
            lower=int(found.lower * MILLI),
            upper=int(found.upper * MILLI),
        )
    )


def fallen_due(*, seller_id: int, since: int, now: int) -> int:
    """Answers that fell due between two instants (microseconds UTC), in the present scope. One statement."""
    rows = Point.objects.filter(
        seller_id=seller_id, matter=Matter.ANSWER.value, deadline_us__gt=since, deadline_us__lte=now
    )
    return rows.exclude(state=State.EXCLUDED.value).count()


def declined_last(*, seller_id: int, track: Track) -> int:
    """When what a person last decided to leave alone was proposed, in microseconds UTC; 0: never.

    One SQL statement, in the desk's scope.
    """
    rows = Proposal.objects.filter(seller_id=seller_id, track=track.value, outcome=Outcome.DECLINED.value)
    at = rows.order_by("-at").values_list("at", flat=True).first()
    return 0 if at is None else clock.to_us(at)
