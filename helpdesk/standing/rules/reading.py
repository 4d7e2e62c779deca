"""What one leaf says of obligations: from `t id seller pair chain f ref` alone, never from texts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final
from uuid import UUID, uuid5

import msgspec

from helpdesk.standing.rules.disputing import ruled
from helpdesk.standing.terms import Change, Kind, Matter, Point, State
from helpdesk.standing.terms.disputes import Outcome

UNCOUNTED: Final = frozenset({"answer", "appeal", "seller_evidence", "silence"})
"""Dates of a case that nobody waits for: the 24 h clock has its own obligation, silence only reminds, and two
windows are for the Seller's own good."""

_STATES: Final = {
    "met": State.MET,
    "late": State.LATE,
    "unanswered": State.MISSED,
    "missed": State.MISSED,
    "waived": State.EXCLUDED,
}
_PROMISED: Final = "promise"  # a case's dated promise
_OWNER: Final = "seller"
RULINGS: Final[dict[str, str]] = {Kind.SETTLED: "", Kind.EXCLUDED: Outcome.EXCLUDED.value, Kind.INCLUDED: ""}
"""Kinds by which a person rules, the outcome of those that name none; "": what was ruled is taken back."""
NO_REPLY_NEEDED: Final = "no_reply_needed"


class Leaf(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a leaf that standing reads."""

    t: str
    id: UUID
    chain: UUID
    seller: UUID | None = None
    pair: UUID | None = None
    f: dict[str, int | str] = {}
    ref: list[tuple[str, UUID]] = []

    def refers(self, how: str) -> UUID | None:
        """The entry that it refers to in this way."""
        return next((entry for known, entry in self.ref if known == how), None)


_DECODER: Final = msgspec.json.Decoder(Leaf)


def changes_in(*, leaf: bytes) -> list[Change]:
    """What it changes, in order; nothing for most kinds. msgspec.ValidationError for what is no leaf."""
    read = _DECODER.decode(leaf)
    if read.seller is None:
        return []
    says = (_ruled,) if read.pair is None else _SAYS
    return [change for say in says for change in say(read)]


def _answered(leaf: Leaf) -> Iterator[Change]:
    of, verdict = leaf.refers("answers"), str(leaf.f.get("verdict", ""))
    if of is None or verdict not in _STATES:
        return
    state = _STATES[verdict]
    yield Change(
        id=of,
        by=leaf.id,
        state=state,
        deadline=int(leaf.f["answered_deadline"]),
        overrun=int(leaf.f.get("overrun", 0)),
        since=None if state is State.EXCLUDED else int(leaf.f["counted"]),
        code=NO_REPLY_NEEDED if state is State.EXCLUDED else "",
    )


def _kept(leaf: Leaf) -> Iterator[Change]:
    of = leaf.refers("keeps")
    if of and leaf.t == "message":  # an agreement, too, may be kept: it is no promise of ours
        yield Change(id=of, by=leaf.id, state=_STATES[str(leaf.f["kept"])])


def _missed(leaf: Leaf) -> Iterator[Change]:
    if of := leaf.refers("missed"):
        yield Change(id=of, by=leaf.id, state=State.MISSED)


def _moved(leaf: Leaf) -> Iterator[Change]:
    of = leaf.refers("moves") or leaf.refers("defers")
    if of:
        state = State.MET if leaf.f.get("verdict") == "met" else None
        yield Change(id=of, by=leaf.id, state=state, deadline=int(leaf.f["deadline"]))


def _corrected(leaf: Leaf) -> Iterator[Change]:
    of = leaf.refers("corrects")
    if of and leaf.f.get("corrected") == "met":
        yield Change(id=of, by=leaf.id, state=State.MET)


def _judged(leaf: Leaf) -> Iterator[Change]:
    of = leaf.refers("obligation")
    if of and leaf.t == "sample.judged" and leaf.f["judgment"] == "unanswered":
        yield Change(id=of, by=leaf.id, state=State.MISSED)


def _ruled(leaf: Leaf) -> Iterator[Change]:
    """What a person ruled of one obligation, on the chain of what is decided about a Seller."""
    if leaf.t not in RULINGS:
        return
    outcome = str(leaf.f.get("outcome", RULINGS[leaf.t]))
    if outcome == Outcome.UPHELD:
        return
    said = ruled(outcome=outcome, reason=str(leaf.f["reason"])) if outcome else None
    yield Change(id=UUID(str(leaf.f["point"])), by=leaf.id, rules=True, ruled=said)


def _asked(leaf: Leaf) -> Iterator[Change]:
    if "zone" in leaf.f and "received" in leaf.f:  # the facts of a clock that starts
        opened = _point(leaf, id=leaf.id, matter=Matter.ANSWER, deadline=int(leaf.f["deadline"]))
        ordered, settles = bool(leaf.f["with_order"]), leaf.refers("missed")
        yield _opening(replace(opened, with_order=ordered, settles=settles))


def _promised(leaf: Leaf) -> Iterator[Change]:
    if "promise_on" in leaf.f:
        made = _point(leaf, id=leaf.id, matter=Matter.PROMISE, deadline=int(leaf.f["promise_due"]))
        yield _opening(replace(made, like=leaf.refers("answers")))


def _dated(leaf: Leaf) -> Iterator[Change]:
    """Dates of a case: those that passed and were booked, then those that ended."""
    if leaf.t == "case.lapsed" and leaf.f["owed_by"] == _OWNER:
        yield from _date(leaf, str(leaf.f["passed"]), int(leaf.f["passed_at"]), "missed")
    for one in str(leaf.f.get("closed", "")).split():
        code, owner, due, verdict = one.split(":")
        if owner == _OWNER:
            yield from _date(leaf, code, int(due), verdict)


def _date(leaf: Leaf, code: str, due: int, verdict: str) -> Iterator[Change]:
    if code in UNCOUNTED:
        return
    id = uuid5(UUID(str(leaf.f.get("case", leaf.id))), f"{code}:{due}")
    matter = Matter.PROMISE if code == _PROMISED else Matter.STEP
    yield _opening(replace(_point(leaf, id=id, matter=matter, deadline=due), with_order=True, code=code))
    yield Change(id=id, by=leaf.id, state=_STATES[verdict], code=code)


def _opening(point: Point) -> Change:
    return Change(id=point.id, by=point.by, opens=point)


def _point(leaf: Leaf, *, id: UUID, matter: Matter, deadline: int) -> Point:
    assert leaf.seller is not None
    assert leaf.pair is not None
    return Point(
        id=id,
        seller=leaf.seller,
        pair=leaf.pair,
        chain=leaf.chain,
        matter=matter,
        with_order=False,
        deadline=deadline,
        by=leaf.id,
    )


# in this order: what a leaf ends comes before what it begins, and a promise is like what was just answered
_SAYS: Final[tuple[Callable[[Leaf], Iterator[Change]], ...]] = (
    _answered,
    _kept,
    _missed,
    _moved,
    _corrected,
    _judged,
    _asked,
    _promised,
    _dated,
)
