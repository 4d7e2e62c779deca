"""Join a thread: with a reason that both sides read, once, on the thread's own chain."""

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.config.wiring import MIRRORS
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import OPERATOR, Ref, uuid7
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound
from helpdesk.letters import actions as letters
from helpdesk.letters.models import Joining
from helpdesk.letters.queries import beside
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, GRETA, HANIA, PLATFORM
from tests.letters.voice import join, read


def test_both_sides_see_who_joined_and_why(asked: Ref) -> None:
    read(asked)
    kept = join(asked)
    for actor in (ANNA, CLARA, EDDA):
        [one] = beside(actor=actor, conversation=asked).joined
        assert (one.id, one.name, one.reason, one.is_me) == (
            kept.receipt.entry,
            "Edda",
            "dispute",
            actor is EDDA,
        )


def test_it_is_one_entry_on_the_shared_chain_that_verifies(asked: Ref) -> None:
    read(asked)
    join(asked)
    with acting(EDDA):
        [entry] = Entry.objects.filter(kind="administrator.joined")
        assert (entry.chain, entry.audience, entry.n) == (asked.id, 0, 1)
    assert not [one for one in verify(mirrors=MIRRORS) if isinstance(one, Finding)]


@pytest.mark.parametrize("actor", [DMITRI, HANIA])
def test_strangers_see_nothing_of_it(asked: Ref, actor: Actor) -> None:
    read(asked)
    join(asked)
    assert beside(actor=actor, conversation=asked).joined == []
    with acting(actor):
        assert not Joining.objects.exists()


def test_the_same_key_is_the_same_deed_and_nobody_joins_twice(asked: Ref) -> None:
    read(asked)
    first, again = join(asked), join(asked)
    assert again.replayed
    assert again.receipt.entry == first.receipt.entry
    with pytest.raises(KeyReused):
        join(asked, reason="safety")
    with pytest.raises(Conflict, match=r"joining\.joined"):
        join(asked, key="join-2")
    with acting(EDDA):
        assert Joining.objects.count() == 1


def test_whoever_joins_has_read_the_thread(asked: Ref) -> None:
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        join(asked)


@pytest.mark.parametrize("actor", [FELIX, GRETA])
def test_only_support_joins(asked: Ref, actor: Actor) -> None:
    read(asked, actor=actor)
    with pytest.raises(Forbidden, match=r"letter\.not_yours_to_answer"):
        join(asked, actor=actor)
    with pytest.raises(Forbidden):
        letters.join_thread(
            actor=actor, now=clock.now(), conversation=asked, reason="dispute", key="straight"
        )


@pytest.mark.parametrize("actor", [ANNA, CLARA, DMITRI, HANIA, PLATFORM])
def test_for_the_other_sides_it_is_not_there(asked: Ref, actor: Actor) -> None:
    with pytest.raises(NotFound):
        join(asked, actor=actor)
    with pytest.raises(NotFound):
        letters.join_thread(actor=actor, now=clock.now(), conversation=asked, reason="dispute", key="s")


def test_the_reason_is_one_of_the_list(asked: Ref) -> None:
    read(asked)
    with pytest.raises(Invalid, match=r"joining\.reason"):
        join(asked, reason="curious")


def test_a_thread_that_is_not_there(asked: Ref) -> None:
    with pytest.raises(NotFound):
        letters.join_thread(
            actor=EDDA, now=clock.now(), conversation=Ref(OPERATOR, uuid7()), reason="dispute", key="n"
        )
