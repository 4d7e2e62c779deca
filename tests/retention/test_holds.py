"""Holds: what they cover may not go, and two people lift them."""

import json
from uuid import uuid4

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from helpdesk.retention import actions, queries
from tests.cast import ANNA, CLARA, EDDA, FELIX, GRETA
from tests.retention.asking import FIONA, approved, entries, faults, hold, lift, requested

ALL = ("conversation", "order", "seller", "buyer")


@pytest.mark.parametrize("on", ALL)
def test_a_hold_refuses_requests_and_approvals(thread: Ref, on: str) -> None:
    before = requested(thread)
    placed = hold(thread, on)
    with pytest.raises(Conflict, match=r"erasure\.held"):
        requested(thread, key="later")
    with pytest.raises(Conflict, match=r"erasure\.held"):
        approved(before)
    lift(placed)
    approved(before)
    assert faults() == []


def test_a_hold_on_one_conversation_refuses_the_whole_buyer(thread: Ref, other: Ref) -> None:
    hold(other)
    with pytest.raises(Conflict, match=r"erasure\.held"):
        requested(thread, "buyer")
    requested(thread)


@pytest.mark.parametrize(("on", "covered"), [("conversation", 1), ("order", 1), ("seller", 1), ("buyer", 2)])
def test_a_hold_covers_no_more_than_it_says(thread: Ref, other: Ref, on: str, covered: int) -> None:
    placed = hold(thread, on)
    with everything():
        found = queries.held(conversations=[thread, other])
    assert found[thread] == [placed]
    assert sum(map(bool, found.values())) == covered


def test_two_people_lift_a_hold(thread: Ref) -> None:
    placed = hold(thread)
    now = clock.now()
    with pytest.raises(Conflict, match=r"hold\.nobody_asked"):
        actions.lift_hold(actor=FELIX, now=now, hold=placed, key="lift")
    actions.ask_to_lift_hold(actor=FELIX, now=now, hold=placed)
    actions.ask_to_lift_hold(actor=EDDA, now=now, hold=placed)  # the first one stays the first
    with pytest.raises(Forbidden, match=r"hold\.second_person"):
        actions.lift_hold(actor=FELIX, now=now, hold=placed, key="lift")
    for actor in (EDDA, GRETA, ANNA):
        with pytest.raises(Forbidden, match=r"hold\.lift_not_yours"):
            actions.lift_hold(actor=actor, now=now, hold=placed, key="lift")
    first = actions.lift_hold(actor=FIONA, now=now, hold=placed, key="lift")
    again = actions.lift_hold(actor=FIONA, now=now, hold=placed, key="lift")
    assert (again.replayed, again.receipt) == (True, first.receipt)
    with pytest.raises(Conflict, match=r"hold\.lifted"):
        actions.lift_hold(actor=FIONA, now=now, hold=placed, key="other")
    with pytest.raises(Conflict, match=r"hold\.lifted"):
        actions.ask_to_lift_hold(actor=EDDA, now=now, hold=placed)
    assert faults() == []


def test_an_entry_says_that_it_was_placed_and_lifted_but_not_on_whom(thread: Ref) -> None:
    lift(hold(thread, "buyer"))
    [placed], [lifted] = entries("hold.placed"), entries("hold.lifted")
    leaf = json.loads(bytes(placed.leaf))
    assert leaf["f"] == {"on": "buyer", "reason": "court_case"}
    assert str(CLARA.person) not in bytes(placed.leaf).decode()
    assert json.loads(bytes(lifted.leaf))["ref"] == [["lifts", str(placed.id)]]
    assert placed.audience == 2


def test_the_desk_sees_who_placed_it_on_what_and_why(thread: Ref) -> None:
    placed = hold(thread, "order")
    [shown] = queries.holds(actor=GRETA, in_force=True)
    assert (shown.id, shown.on, shown.reason, shown.subject, shown.note) == (
        placed,
        "order",
        "court_case",
        "A-1001",
        "Docket 7",
    )
    lift(placed)
    assert queries.holds(actor=GRETA, in_force=True) == []
    [past] = queries.holds(actor=GRETA, in_force=False)
    assert past.lifted_at is not None
    for actor in (ANNA, CLARA):
        with pytest.raises(Forbidden):
            queries.holds(actor=actor, in_force=True)


@pytest.mark.parametrize("actor", [GRETA, ANNA, CLARA])
def test_who_may_not_place_holds(thread: Ref, actor: Actor) -> None:
    with pytest.raises(Forbidden, match=r"hold\.not_yours"):
        hold(thread, actor=actor)


def test_what_makes_no_sense_is_refused(thread: Ref) -> None:
    with pytest.raises(Invalid, match=r"hold\.on"):
        hold(thread, "market")
    with pytest.raises(NotFound):
        hold(Ref(thread.seller_id, uuid4()))
    with pytest.raises(NotFound, match=r"hold\.not_found"):
        actions.ask_to_lift_hold(actor=EDDA, now=clock.now(), hold=uuid4())
    assert hold(thread) == hold(thread)
    with pytest.raises(KeyReused):
        hold(thread, "buyer")
