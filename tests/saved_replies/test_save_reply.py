"""A shop's own words, kept: by owners and agents, in five languages, with known placeholders."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound, TooLarge
from helpdesk.saved_replies import actions, queries
from helpdesk.saved_replies.models import Reply
from helpdesk.saved_replies.terms import MAX_BODY, MAX_NAME, MAX_SAVED, SavedReply
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, EDDA, READER
from tests.saved_replies.conftest import BODIES, NOW
from tests.shops import Shops


def save(**changed: Any) -> SavedReply:
    said: dict[str, Any] = {
        "actor": ANNA,
        "now": NOW,
        "name": "Thanks",
        "bodies": {"de": "Danke!"},
        "key": "1",
    } | changed
    return actions.save_reply(**said)


def change(reply: SavedReply, **changed: Any) -> SavedReply:
    said: dict[str, Any] = {
        "actor": BRUNO,
        "now": NOW,
        "reply": reply.ref,
        "name": reply.name,
        "bodies": {"de": "Vielen Dank!"},
        "seen_version": reply.version,
    }
    return actions.change_reply(**{**said, **changed})


@contextmanager
def conflict(code: str) -> Iterator[None]:
    with pytest.raises(Conflict) as refused:
        yield
    assert refused.value.code == code


def test_a_colleague_finds_it_by_name(shops: Shops) -> None:
    save(name="B", key="b")
    saved = save(name="A", bodies={"pl": " Dziękuję! \n", "de": "Danke!", "fr": "  "})
    assert [one.name for one in queries.saved_replies(actor=READER)] == ["A", "B"]
    assert queries.saved_reply(actor=BRUNO, reply=saved.ref) == saved
    assert saved.bodies == {"pl": "Dziękuję!", "de": "Danke!"}


def test_the_same_key_saves_it_once(shops: Shops) -> None:
    assert save() == save()
    assert len(queries.saved_replies(actor=ANNA)) == 1
    with pytest.raises(KeyReused):
        save(name="Other")


def test_another_shop_never_sees_it(shops: Shops, delayed: SavedReply) -> None:
    assert queries.saved_replies(actor=DMITRI) == []
    for deed in (
        lambda: queries.saved_reply(actor=DMITRI, reply=delayed.ref),
        lambda: change(delayed, actor=DMITRI),
        lambda: actions.withdraw_reply(actor=DMITRI, now=NOW, reply=delayed.ref),
        lambda: queries.saved_reply(actor=CLARA, reply=delayed.ref),
        lambda: queries.saved_reply(actor=EDDA, reply=delayed.ref),
    ):
        with pytest.raises(NotFound):
            deed()
    with acting(DMITRI):
        assert not Reply.objects.exists()
    with acting(CLARA):
        assert not Reply.objects.exists()


@pytest.mark.parametrize("actor", [READER, CLARA, EDDA])
def test_only_those_who_answer_write_it(shops: Shops, delayed: SavedReply, actor: Any) -> None:
    for deed in (
        lambda: save(actor=actor),
        lambda: change(delayed, actor=actor),
        lambda: actions.withdraw_reply(actor=actor, now=NOW, reply=delayed.ref),
    ):
        with pytest.raises(Forbidden):
            deed()
    if actor is not READER:
        with pytest.raises(Forbidden):
            queries.saved_replies(actor=actor)


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"bodies": {}}, "saved_reply.bodies", "bodies"),
        ({"bodies": {"de": "\u200b \n"}}, "saved_reply.bodies", "bodies"),
        ({"bodies": {"es": "Gracias"}}, "saved_reply.language", "bodies/es"),
        ({"bodies": {"de": "Ihre {sendung}"}}, "saved_reply.placeholder", "bodies/de"),
        ({"bodies": {"de": "\x00"}}, "text.nul", "bodies/de"),
        ({"bodies": {"de": "\ud800"}}, "text.surrogate", "bodies/de"),
        ({"bodies": {"de": "x" * (MAX_BODY + 1)}}, "text.too_long", "bodies/de"),
        ({"name": " "}, "text.empty", "name"),
        ({"name": "a\nb"}, "text.control", "name"),
        ({"name": "x" * (MAX_NAME + 1)}, "text.too_long", "name"),
    ],
)
def test_what_cannot_be_said_is_refused(shops: Shops, wrong: Any, code: str, field: str) -> None:
    with pytest.raises((Invalid, TooLarge)) as refused:
        save(**wrong)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert queries.saved_replies(actor=ANNA) == []


def test_a_name_is_taken_once(shops: Shops, delayed: SavedReply) -> None:
    with conflict("saved_reply.named"):
        save(name=delayed.name)
    other = save()
    with conflict("saved_reply.named"):
        change(other, name=delayed.name)
    actions.withdraw_reply(actor=ANNA, now=NOW, reply=delayed.ref)
    assert change(other, name=delayed.name).name == delayed.name


def test_there_is_an_end(shops: Shops) -> None:
    with acting(ANNA):
        Reply.objects.bulk_create(
            Reply(
                seller_id=ANNAS_SHOP, id=uuid4(), name=f"{n}", bodies={}, changed_at=NOW, changed_by=uuid4()
            )
            for n in range(MAX_SAVED)
        )
    with conflict("saved_reply.most"):
        save()
    actions.withdraw_reply(actor=ANNA, now=NOW, reply=queries.saved_replies(actor=ANNA)[0].ref)
    assert save() == save()


def test_nobody_overwrites_a_colleague_unseen(shops: Shops, delayed: SavedReply) -> None:
    first = change(delayed)
    assert (first.version, first.bodies) == (2, {"de": "Vielen Dank!"})
    assert change(delayed) == first  # the same again, as after a lost answer
    with conflict("saved_reply.moved"):
        change(delayed, bodies=BODIES)
    assert change(first, bodies=BODIES).version == 3


def test_what_is_withdrawn_is_offered_to_nobody(shops: Shops, delayed: SavedReply) -> None:
    for _ in range(2):
        actions.withdraw_reply(actor=BRUNO, now=NOW, reply=delayed.ref)
    assert queries.saved_replies(actor=ANNA) == []
    for deed in (
        lambda: queries.saved_reply(actor=ANNA, reply=delayed.ref),
        lambda: change(delayed),
        lambda: actions.withdraw_reply(actor=ANNA, now=NOW, reply=Ref(delayed.ref.seller_id, ANNA.person)),
    ):
        with pytest.raises(NotFound):
            deed()
    with acting(ANNA):
        assert Reply.objects.get().withdrawn_by == BRUNO.person
