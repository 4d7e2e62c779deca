"""A year of any number of sellers, made up: the same for the same seller, whoever asks."""

from collections.abc import Iterator
from datetime import date
from random import Random
from uuid import UUID

from helpdesk.kernel.canonical import canonical
from helpdesk.standing.rules.ageing import end_of
from helpdesk.standing.terms import Matter, Point, State

OBLIGATIONS, DAYS, ON = 30, 365, date(2026, 11, 20)
DAY_US, HOUR_US = 86_400_000_000, 3_600_000_000
_STATES = (*[State.MET] * 17, State.LATE, State.MISSED, State.EXCLUDED)
_MATTERS = (*[Matter.ANSWER] * 8, Matter.PROMISE, Matter.STEP)


def obligations_of(seller: int) -> Iterator[Point]:
    """Of one seller, as they stand at the end of ON."""
    random = Random(seller)
    for n in range(OBLIGATIONS):
        buyer, old = random.randrange(20), random.randrange(DAYS)
        yield Point(
            id=UUID(int=seller << 32 | n),
            seller=UUID(int=seller),
            pair=UUID(int=seller << 32 | buyer),
            chain=UUID(int=n),
            matter=random.choice(_MATTERS),
            with_order=random.random() < 0.7,
            deadline=end_of(ON) - old * DAY_US - random.randrange(1, DAY_US),
            state=random.choice(_STATES),
            overrun=random.randrange(100 * HOUR_US),
            by=UUID(int=n),
        )


def leaves_of(seller: int) -> Iterator[bytes]:
    """What the log would have of its questions and answers, in order; what was met or late has an answer."""
    for point in obligations_of(seller):
        clock: dict[str, int | str] = {
            "received": point.deadline - DAY_US,
            "deadline": point.deadline,
            "zone": "Europe/Warsaw",
        }
        yield _leaf(point, point.id, clock | {"with_order": int(point.with_order)}, [])
        if point.state in (State.MET, State.LATE):
            verdict: dict[str, int | str] = {
                "verdict": point.state.value,
                "counted": 1,
                "overrun": point.overrun,
            }
            answer = UUID(int=point.id.int | 1 << 100)
            yield _leaf(
                point, answer, verdict | {"answered_deadline": point.deadline}, [["answers", str(point.id)]]
            )


def _leaf(point: Point, id: UUID, facts: dict[str, int | str], ref: list[list[str]]) -> bytes:
    said = {"t": "message", "id": str(id), "chain": str(point.chain), "at": point.deadline, "f": facts}
    return canonical(said | {"seller": str(point.seller), "pair": str(point.pair), "ref": ref, "v": 1})
