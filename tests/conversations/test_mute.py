"""Mute: the buyer is told of no more than they must be; what is muted is kept and read."""

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.models import Mute
from helpdesk.conversations.terms import Posted
from helpdesk.conversations.terms.starting import ALWAYS_TOLD, SellerReason
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from tests.cast import ANNA, CLARA, EDDA, HANIA
from tests.conversations.starting import DAY, start
from tests.past import any_present
from tests.shops import PLACED, Shops


@pytest.fixture(autouse=True)
def _past(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    any_present(monkeypatch)


def muted(*posted: Posted) -> set[Ref]:
    with everything():
        return queries.muted(messages=[Ref(one.conversation.seller_id, one.receipt.entry) for one in posted])


@pytest.mark.parametrize("reason", SellerReason)
def test_all_but_three_reasons_are_muted(shops: Shops, reason: SellerReason) -> None:
    conversations.mute_order(actor=CLARA, now=PLACED, order=shops.claras_order, muted=True)
    posted = start(shops.claras_order, reason=reason)
    assert bool(muted(posted)) is (reason not in ALWAYS_TOLD)
    assert queries.thread(actor=CLARA, conversation=posted.conversation).messages[0].text
    assert queries.thread(actor=CLARA, conversation=posted.conversation).muted


def test_an_answer_is_always_told(shops: Shops) -> None:
    asked = conversations.ask_about_order(
        actor=CLARA, now=PLACED, order=shops.claras_order, draft="Is it 8 mm?", key="c"
    )
    conversations.mute(actor=CLARA, now=PLACED, conversation=asked.conversation, muted=True)
    answer = conversations.post_reply(
        actor=ANNA, now=PLACED, conversation=asked.conversation, draft="Yes, it is 8 mm.", key="a"
    )
    assert muted(answer) == set()


def test_it_is_lifted_and_set_again(shops: Shops) -> None:
    order = shops.claras_order
    posted = start(order, reason=SellerReason.INVOICE)
    for on in (True, True, False, False, True):
        conversations.mute(actor=CLARA, now=PLACED + DAY, conversation=posted.conversation, muted=on)
        assert bool(muted(posted)) is on
        assert queries.muted_order(actor=CLARA, order=order) is on
    with everything():
        assert Mute.objects.count() == 1


def test_strangers_find_nothing_and_sellers_may_not(shops: Shops) -> None:
    posted = start(shops.claras_order)
    for deed, what in (
        (conversations.mute, posted.conversation),
        (conversations.mute_order, shops.claras_order),
    ):
        name = "conversation" if deed is conversations.mute else "order"
        with pytest.raises(NotFound):
            deed(actor=HANIA, now=PLACED, muted=True, **{name: what})
        for other in (ANNA, EDDA):
            with pytest.raises(Forbidden):
                deed(actor=other, now=PLACED, muted=True, **{name: what})


def test_the_seller_does_not_see_that_they_are_muted(shops: Shops) -> None:
    posted = start(shops.claras_order)
    conversations.mute(actor=CLARA, now=PLACED, conversation=posted.conversation, muted=True)
    assert not queries.thread(actor=ANNA, conversation=posted.conversation).muted
    assert not queries.muted_order(actor=ANNA, order=shops.claras_order)
    assert not queries.muted_order(actor=HANIA, order=shops.claras_order)
