"""Replay: after an erasure the idempotency key alone decides, and the first receipt is the answer."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from pytest_django import Settings

from helpdesk.attachments import actions as attachments
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import Posted
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import KeyReused
from tests.attachments.made import picture
from tests.cast import CLARA
from tests.portal.uploads import kept_in
from tests.retention.asking import approved, erased, requested
from tests.shops import Shops

WORDS = "Here is the photo."


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> None:
    settings.STORAGES = kept_in(tmp_path)


def upload(seller_id: int, key: str = "u", side: int = 8) -> UUID:
    kept = attachments.upload(
        actor=CLARA,
        now=clock.now(),
        seller_id=seller_id,
        name=f"{key}.png",
        chunks=[picture(size=(6 * side, 4 * side))],
        key=key,
    )
    return kept.ref.id


def ask(shops: Shops, files: Sequence[UUID], text: str = WORDS) -> Posted:
    return conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=text, key="first", files=files
    )


def post(conversation: Ref, files: Sequence[UUID], text: str = WORDS) -> Posted:
    return conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=conversation, draft=text, key="second", files=files
    )


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_first_receipt_answers_whatever_is_sent_again(shops: Shops, count: int) -> None:
    files = [upload(shops.claras_order.seller_id, f"u{n}", 8 + n) for n in range(2 * count)]
    first = ask(shops, files[:count])
    second = post(first.conversation, files[count:])
    erased(first.conversation)
    for text, again in ((WORDS, files[count:]), ("Other words", []), (WORDS, [uuid4()])):
        posted = post(first.conversation, again, text)
        assert (posted.receipt, posted.n, posted.replayed) == (second.receipt, second.n, True)
    posted = ask(shops, files[:count])
    assert (posted.receipt, posted.replayed) == (first.receipt, True)


def test_until_the_words_are_gone_they_are_compared(shops: Shops) -> None:
    file = upload(shops.claras_order.seller_id)
    first = ask(shops, [file])
    approved(requested(first.conversation))
    assert ask(shops, [file]).receipt == first.receipt
    for text, files in (("Other words", [file]), (WORDS, []), (WORDS, [uuid4()])):
        with pytest.raises(KeyReused):
            ask(shops, files, text)


def test_the_key_of_an_erased_message_opens_no_other_thread(shops: Shops) -> None:
    first = ask(shops, [])
    other = conversations.ask_about_offer(
        actor=CLARA, now=clock.now(), offer=shops.offer, draft="Another", key="other"
    )
    erased(first.conversation)
    with pytest.raises(KeyReused):
        conversations.post_question(
            actor=CLARA, now=clock.now(), conversation=other.conversation, draft=WORDS, key="first"
        )
