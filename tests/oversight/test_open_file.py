"""Open a file: nobody of the operator's reads what two others wrote without a reason on record."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.terms import Kept
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, KeyReused, NotFound
from helpdesk.oversight import actions as oversight
from helpdesk.oversight import queries
from helpdesk.oversight.models import Reading
from helpdesk.oversight.terms import READING_LASTS, Reason
from tests.archive.tampering import findings
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, FELIX, GRETA, HANIA, PLATFORM, person
from tests.shops import Shops, open_shops
from tests.statements import statements

QUESTION = "Is the 8 mm gasket the right one?"
CHIEF = replace(EDDA, person=person("Chief"), name="Chief", roles=frozenset({Role.PLATFORM_ADMIN}))
US = timedelta(microseconds=1)


@pytest.fixture
def shops(database: str) -> Shops:
    """Two shops and their orders."""
    return open_shops()


@pytest.fixture
def asked(shops: Shops) -> Ref:
    """The thread that Clara's question opened."""
    return ask(CLARA, shops.claras_order)


def ask(buyer: Actor, order: Ref) -> Ref:
    posted = conversations.ask_about_order(
        actor=buyer, now=clock.now(), order=order, draft=QUESTION, key=str(order)
    )
    return posted.conversation


def open_file(of: Ref, actor: Actor = EDDA, reason: str = "complaint", key: str = "k") -> Kept:
    return oversight.open_file(actor=actor, now=clock.now(), conversation=of, reason=reason, key=key)


def texts(of: Ref, actor: Actor = EDDA, later: timedelta = timedelta(0)) -> list[str | None]:
    view = queries.read_file(actor=actor, now=clock.now() + later, conversation=of)
    return [message.text for message in view.messages]


def readings() -> int:
    with acting(SYSTEM):
        entries = Entry.objects.filter(kind="reading").count()
        assert Reading.objects.count() == entries
    return entries


def test_a_file_with_a_reason_can_be_read(asked: Ref) -> None:
    open_file(asked)
    assert texts(asked) == [QUESTION]
    assert findings() == []


def test_without_a_reason_not_a_word(asked: Ref) -> None:
    with pytest.raises(Forbidden) as refusal:
        texts(asked)
    assert refusal.value.code == "oversight.no_reading"


@pytest.mark.parametrize("reason", ["", "curiosity", "COMPLAINT", "complaint ", "\x00"])
def test_a_reason_is_one_of_the_list(asked: Ref, reason: str) -> None:
    with pytest.raises(Invalid) as refusal:
        open_file(asked, reason=reason)
    assert (refusal.value.code, refusal.value.field) == ("oversight.reason", "reason")
    assert readings() == 0


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_of_the_list_will_do(asked: Ref, reason: Reason) -> None:
    open_file(asked, reason=reason.value)
    assert readings() == 1


def test_the_reading_is_an_entry_on_the_administrators_own_desk(asked: Ref) -> None:
    kept = open_file(asked)
    other = open_file(asked, actor=FELIX)
    with acting(EDDA):
        entry = Entry.objects.get(id=kept.receipt.entry)
        felix = Entry.objects.get(id=other.receipt.entry)
        file = Value.objects.get(entry_id=entry.id, name="file")
    assert (entry.seller_id, entry.audience, entry.n, felix.n) == (OPERATOR, 2, 0, 0)
    assert entry.chain != felix.chain
    leaf = json.loads(bytes(entry.leaf))
    assert leaf["f"] == {"conversation": str(asked.id), "reason": "complaint", "seconds": 1800}
    assert (leaf["by"]["role"], "seller" in leaf) == ("administrator", False)
    assert json.loads(bytes(file.value)) == {"conversation": str(asked), "reason": "complaint"}


def test_neither_party_sees_that_it_is_read(asked: Ref) -> None:
    open_file(asked)
    for actor in (ANNA, BRUNO, CLARA, DMITRI, HANIA):
        with acting(actor):
            assert not Entry.objects.filter(kind="reading").exists()
            assert not Reading.objects.exists()


def test_it_lasts_thirty_minutes_to_the_microsecond(asked: Ref) -> None:
    at = open_file(asked).receipt.at

    def in_force(after: timedelta) -> bool:
        found = queries.reading_in_force(actor=EDDA, now=at + after, conversation=asked)
        return found is not None

    assert timedelta(minutes=30) == READING_LASTS
    assert [in_force(after) for after in (-US, 0 * US, READING_LASTS - US, READING_LASTS)] == [
        False,
        True,
        True,
        False,
    ]
    with pytest.raises(Forbidden):
        texts(asked, later=READING_LASTS)


def test_reading_inside_it_adds_no_entry(asked: Ref) -> None:
    open_file(asked)
    for _ in range(3):
        texts(asked)
    assert readings() == 1


def test_it_is_for_this_administrator_and_this_file_only(asked: Ref, shops: Shops) -> None:
    other = ask(HANIA, shops.hanias_order)
    open_file(asked)
    for actor, file in ((FELIX, asked), (GRETA, asked), (EDDA, other)):
        with pytest.raises(Forbidden):
            texts(file, actor=actor)


@pytest.mark.parametrize("actor", [EDDA, FELIX, GRETA])
def test_support_review_compliance_and_audit_may_read(asked: Ref, actor: Actor) -> None:
    open_file(asked, actor=actor)
    assert texts(asked, actor=actor) == [QUESTION]


def test_who_manages_people_and_rules_does_not_read_messages(asked: Ref) -> None:
    with pytest.raises(Forbidden):
        open_file(asked, actor=CHIEF)
    with pytest.raises(Forbidden):
        texts(asked, actor=CHIEF)
    with pytest.raises(Forbidden):
        queries.find_files(actor=CHIEF, words="A-1001")
    assert readings() == 0


@pytest.mark.parametrize("actor", [ANNA, CLARA, DMITRI, HANIA, PLATFORM])
def test_for_everybody_else_there_is_no_such_desk(asked: Ref, actor: Actor) -> None:
    with pytest.raises((NotFound, Forbidden)):
        open_file(asked, actor=actor)
    with pytest.raises((NotFound, Forbidden)):
        texts(asked, actor=actor)
    assert readings() == 0


def test_the_same_request_again_is_the_same_reading(asked: Ref) -> None:
    first, again = open_file(asked), open_file(asked)
    assert again.replayed
    assert again.receipt == first.receipt
    assert readings() == 1


def test_the_same_key_for_another_reason_or_file_is_refused(asked: Ref, shops: Shops) -> None:
    other = ask(HANIA, shops.hanias_order)
    open_file(asked)
    with pytest.raises(KeyReused):
        open_file(asked, reason="dispute")
    with pytest.raises(KeyReused):
        open_file(other)
    assert readings() == 1


def test_a_new_reason_may_be_given_at_any_time(asked: Ref) -> None:
    open_file(asked, key="first")
    open_file(asked, key="second", reason="dispute")
    assert readings() == 2
    assert findings() == []


def test_a_file_that_is_not_there_cannot_be_opened(asked: Ref) -> None:
    for nothing in (Ref(asked.seller_id, uuid4()), Ref(asked.seller_id + 1, asked.id)):
        with pytest.raises(NotFound):
            open_file(nothing)
    assert readings() == 0


def test_lists_show_no_message_text(asked: Ref) -> None:
    [file] = queries.find_files(actor=EDDA, words="A-1001")
    assert file.conversation == asked
    assert QUESTION not in repr(file)
    assert readings() == 0


def test_opening_and_reading_cost_a_fixed_number_of_statements(asked: Ref) -> None:
    with statements() as count:
        open_file(asked)
    assert count() <= 10
    with statements() as count:
        texts(asked)
    assert count() <= 8
