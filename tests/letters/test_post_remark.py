"""Post a remark: the Administrator speaks to both sides, and no clock of the Seller's notices."""

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.models import Attempt
from helpdesk.conversations.queries import thread
from helpdesk.deadlines.models import Obligation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, KeyReused, NotFound, Refused
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, HANIA
from tests.letters.voice import REMARK, join, read, speak


@pytest.fixture
def joined(asked: Ref) -> Ref:
    """The thread with Edda in it."""
    read(asked)
    join(asked)
    return asked


def clocks() -> list[dict[str, object]]:
    with acting(EDDA):
        return [dict(row) for row in Obligation.objects.order_by("id").values()]


def test_both_sides_read_it_as_the_administrators(joined: Ref) -> None:
    posted = speak(joined)
    for actor in (ANNA, CLARA):
        last = thread(actor=actor, conversation=joined).messages[-1]
        assert (last.n, last.side, last.author, last.text) == (
            posted.n,
            Side.ADMINISTRATOR,
            "Edda",
            REMARK,
        )


@pytest.mark.parametrize("actor", [DMITRI, HANIA])
def test_strangers_do_not(joined: Ref, actor: Actor) -> None:
    speak(joined)
    with pytest.raises(NotFound):
        thread(actor=actor, conversation=joined)


def test_the_clock_that_runs_runs_on_as_it_was(joined: Ref) -> None:
    before = clocks()
    speak(joined, draft="Will you send the parcel by Friday? Please answer.")
    assert len(before) == 1
    assert clocks() == before


def test_no_clock_begins_where_none_runs(joined: Ref) -> None:
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=joined, draft="Yes, the 8 mm gasket fits.", key="yes"
    )
    before = clocks()
    speak(joined, draft="Is everything settled?")
    assert clocks() == before
    assert thread(actor=ANNA, conversation=joined).obligation is None


def test_the_sellers_answer_counts_as_before(joined: Ref) -> None:
    speak(joined)
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=joined, draft="Yes, the 8 mm gasket fits.", key="yes"
    )
    [closed] = clocks()
    assert closed["verdict"] == "met"


def test_it_is_one_entry_that_verifies(joined: Ref) -> None:
    posted = speak(joined)
    with acting(EDDA):
        entry = Entry.objects.get(id=posted.receipt.entry)
    assert (entry.kind, entry.chain, entry.audience) == ("message", joined.id, 0)
    assert not [one for one in verify(mirrors=MIRRORS) if isinstance(one, Finding)]


def test_the_same_key_is_the_same_remark(joined: Ref) -> None:
    first, again = speak(joined), speak(joined)
    assert again.replayed
    assert again.n == first.n
    with pytest.raises(KeyReused):
        speak(joined, draft="Another.")


def test_whoever_speaks_has_joined(asked: Ref) -> None:
    read(asked)
    with pytest.raises(Conflict, match=r"joining\.first"):
        speak(asked)


def test_whoever_speaks_has_read(asked: Ref) -> None:
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        speak(asked)


def test_only_support_speaks(joined: Ref) -> None:
    read(joined, actor=FELIX)
    with pytest.raises(Forbidden):
        speak(joined, actor=FELIX)
    with pytest.raises(Forbidden, match=r"conversation\.not_yours_to_speak"):
        conversations.post_remark(actor=FELIX, now=clock.now(), conversation=joined, draft="No.", key="n")


@pytest.mark.parametrize("actor", [ANNA, CLARA])
def test_a_party_has_no_such_voice(joined: Ref, actor: Actor) -> None:
    with pytest.raises(NotFound):
        speak(joined, actor=actor)
    with pytest.raises(Forbidden, match=r"conversation\.not_yours_to_speak"):
        conversations.post_remark(actor=actor, now=clock.now(), conversation=joined, draft="I", key="i")


@pytest.mark.parametrize("draft", ["Write to me at edda@example.com instead of here.", "\u200b"])
def test_the_rules_for_messages_are_the_administrators_too(joined: Ref, draft: str) -> None:
    with pytest.raises(Refused):
        speak(joined, draft=draft)
    with acting(EDDA):
        assert not Attempt.objects.exists()  # an own draft that was refused is nobody's record
        assert not Entry.objects.filter(kind="attempt.refused").exists()


def test_somebody_was_faster(joined: Ref) -> None:
    conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=joined, draft="And in black?", key="black"
    )
    with pytest.raises(Conflict, match=r"conversation\.moved"):
        speak(joined, seen_n=0)
