"""Verify: the result is remembered, faults are named with their file, and one look at a time is enough."""

from dataclasses import replace
from datetime import timedelta

import pytest

from helpdesk.archive.actions import number_entries
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Finding, Progress
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy, Forbidden, NotFound
from helpdesk.oversight import actions as oversight
from helpdesk.oversight.models import Verification
from helpdesk.oversight.queries import integrity
from helpdesk.oversight.terms import Integrity, State, Verified
from tests.cast import ANNA, CLARA, EDDA, FELIX, GRETA, PLATFORM
from tests.oversight.tampering import spoil
from tests.statements import statements

ROOT = replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN}))


def steps(actor: Actor = EDDA, of: Ref | None = None) -> list[Progress | Finding | Verified]:
    return [*oversight.verify(actor=actor, now=clock.now(), mirrors=MIRRORS, conversation=of)]


def verified(actor: Actor = EDDA, of: Ref | None = None) -> Verified:
    result = steps(actor, of)[-1]
    assert isinstance(result, Verified)
    return result


def glance() -> Integrity:
    return integrity(actor=GRETA)


def test_before_anybody_looked_nothing_is_claimed(asked: Ref) -> None:
    found = glance()
    assert (found.state, found.whole, found.broken, found.recent) == (State.UNKNOWN, None, None, [])
    assert found.entries == found.pending > 0


def test_a_whole_record_is_remembered_as_whole(asked: Ref) -> None:
    result = verified()
    found = glance()
    assert (found.state, found.whole, found.broken) == (State.WHOLE, replace(result, by=""), None)
    assert result.entries == found.entries == found.pending == result.pending
    assert found.since == 0
    number_entries(actor=SYSTEM, now=clock.now())
    assert (glance().pending, glance().entries) == (0, result.entries)


def test_what_came_later_is_not_claimed(asked: Ref) -> None:
    verified()
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="Yes.", key="r")
    assert glance().since == 1


def test_a_spoilt_byte_is_named_with_its_file(asked: Ref) -> None:
    verified()
    spoil(asked)
    result = verified()
    assert (result.findings, [one.code for one in result.named]) == (1, ["value.altered"])
    found = glance()
    assert (found.state, found.broken) == (State.BROKEN, found.whole)
    assert found.broken is not None
    assert [one.chain for one in found.broken.named] == [asked]
    assert found.files == {asked: "A-1001"}


def test_a_fault_found_in_one_file_counts_until_a_look_at_everything(asked: Ref) -> None:
    verified()
    spoil(asked)
    assert glance().state is State.WHOLE  # nobody has looked since
    assert verified(of=asked).findings == 1
    found = glance()
    assert (found.state, found.whole and found.whole.findings) == (State.BROKEN, 0)
    spoil(asked)  # the same bit again: as it was
    verified()
    assert glance().state is State.WHOLE


def test_one_file_whole_says_nothing_of_the_rest(asked: Ref) -> None:
    assert verified(of=asked).entries == 1
    assert glance().state is State.UNKNOWN
    assert [one.conversation for one in glance().recent] == [asked]


def test_progress_comes_before_the_result(asked: Ref) -> None:
    said = steps()
    stages = [step.stage for step in said if isinstance(step, Progress)]
    assert stages[0] == "entries"
    assert "order" in stages
    assert isinstance(said[-1], Verified)


def test_whoever_stops_listening_leaves_nothing_behind(asked: Ref) -> None:
    looking = oversight.verify(actor=EDDA, now=clock.now(), mirrors=MIRRORS)
    next(looking)
    with pytest.raises(Busy):
        steps()
    looking.close()  # type: ignore[attr-defined]
    assert glance().recent == []
    assert verified().findings == 0


def test_looking_is_no_deed_and_changes_nothing(asked: Ref) -> None:
    with acting(SYSTEM):
        before = sorted(bytes(leaf) for leaf in Entry.objects.values_list("leaf", flat=True))
    verified()
    with acting(SYSTEM):
        assert sorted(bytes(leaf) for leaf in Entry.objects.values_list("leaf", flat=True)) == before


@pytest.mark.parametrize("actor", [EDDA, FELIX, GRETA, ROOT, SYSTEM])
def test_every_administrator_may(asked: Ref, actor: Actor) -> None:
    assert verified(actor).findings == 0
    with acting(EDDA):
        assert Verification.objects.get().person_id == actor.person
    assert integrity(actor=actor).state is State.WHOLE


@pytest.mark.parametrize("actor", [ANNA, CLARA, PLATFORM])
def test_the_other_sides_may_not(asked: Ref, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        steps(actor)
    with pytest.raises(Forbidden):
        integrity(actor=actor)
    with acting(actor):
        assert not Verification.objects.exists() or actor is PLATFORM


def test_what_is_not_there_is_not_verified(asked: Ref) -> None:
    with pytest.raises(NotFound):
        steps(of=Ref(asked.seller_id + 1, asked.id))
    assert glance().recent == []


def test_a_glance_costs_the_same_for_many(asked: Ref) -> None:
    for _ in range(3):
        verified(of=asked)
    with statements() as count:
        assert len(glance().recent) == 3
    assert count() <= 9


def test_times_are_those_of_the_look(asked: Ref) -> None:
    now = clock.now()
    result = [*oversight.verify(actor=EDDA, now=now, mirrors=MIRRORS)][-1]
    assert isinstance(result, Verified)
    assert result.started_at == now <= result.finished_at <= clock.now() + timedelta(seconds=1)
