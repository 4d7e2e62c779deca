"""Erase: two people decide, an entry says so, and the words are nowhere; every proof still holds."""

import json
from uuid import uuid4

import pytest
from django.db import connections, transaction

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Entry, Erasure, Value
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound, TooLarge
from helpdesk.oversight import actions as oversight
from helpdesk.retention import actions
from helpdesk.retention.models import Request
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, GRETA
from tests.retention.asking import (
    FIONA,
    PAULA,
    approved,
    carried_out,
    entries,
    erased,
    faults,
    requested,
    values_of,
)
from tests.retention.conftest import ANSWER, QUESTION
from tests.shops import Shops


def texts(conversation: Ref, actor: Actor) -> list[str | None]:
    return [one.text for one in queries.thread(actor=actor, conversation=conversation).messages]


def test_chosen_messages_go_and_the_others_stay(thread: Ref) -> None:
    erased(thread, "messages", [0])
    for actor in (CLARA, ANNA):
        assert texts(thread, actor) == [None, ANSWER]
    assert faults() == []


def test_a_whole_conversation_goes_and_everything_that_happened_stays(thread: Ref, other: Ref) -> None:
    with everything():
        before = Entry.objects.filter(chain=thread.id).count()
    erased(thread)
    assert texts(thread, CLARA) == [None, None]
    assert texts(other, CLARA) == ["Which bulb?"]
    assert values_of(thread) == {("erased", "approvers"), ("erased", "by")}
    with everything():
        assert Entry.objects.filter(chain=thread.id).count() == before + 1
    assert faults() == []


def test_the_readers_are_told_when_and_why(thread: Ref) -> None:
    erased(thread, "messages", [1])
    [order] = entries("erased")
    for actor in (CLARA, ANNA):
        said = queries.thread(actor=actor, conversation=thread).messages
        assert said[0].erased is None
        assert said[1].erased is not None
        assert (said[1].erased.at, said[1].erased.ground) == (order.at, "gdpr_art17")
        assert said[1].author == ""


def test_one_order_names_what_goes_who_approved_and_why(thread: Ref) -> None:
    request = requested(thread)
    approval = approved(request)
    [order] = entries("erased")
    leaf = json.loads(bytes(order.leaf))
    assert leaf["f"] == {"entries": 2, "ground": "gdpr_art17", "values": 5}
    assert leaf["ref"][0] == ["ordered", str(approval.receipt.entry)]
    with everything():
        said = Entry.objects.filter(chain=thread.id, kind="message").order_by("n")
        assert leaf["ref"][1:] == [["erases", str(one.id)] for one in said]
        value = Value.objects.get(entry_id=order.id, name="approvers")
    assert [one["name"] for one in json.loads(bytes(value.value))] == [
        "",
        "Felix",
    ]  # Edda has no account here
    assert (order.chain, order.audience, leaf["by"]["role"]) == (thread.id, 0, "administrator")


def test_nothing_goes_before_it_is_carried_out_and_nothing_is_lost_in_between(thread: Ref) -> None:
    approved(requested(thread))
    assert texts(thread, CLARA) == [QUESTION, ANSWER]
    assert faults() == []
    assert carried_out() == 2
    assert texts(thread, CLARA) == [None, None]


def test_broken_off_it_is_taken_up_again(thread: Ref) -> None:
    approved(requested(thread))

    def stop(entries: object) -> None:
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        archive.carry_out_erasures(actor=SYSTEM, now=clock.now(), before=stop)
    assert texts(thread, CLARA) == [QUESTION, ANSWER]
    with everything():
        assert Erasure.objects.filter(done_at=None).count() == 2
    told: list[Ref] = []
    assert archive.carry_out_erasures(actor=SYSTEM, now=clock.now(), before=told.extend) == 2
    assert {ref.id for ref in told} == {entry.id for entry in entries("message")}
    assert archive.carry_out_erasures(actor=SYSTEM, now=clock.now(), before=told.extend) == 0
    assert faults() == []


def test_what_another_worker_has_taken_is_left_to_it(thread: Ref) -> None:
    approved(requested(thread))
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("SELECT id FROM archive_erasure FOR UPDATE")
        assert carried_out() == 0
    assert carried_out() == 2


@pytest.mark.parametrize("actor", [EDDA, GRETA, PAULA, ANNA, CLARA])
def test_compliance_decides_and_nobody_else(thread: Ref, actor: Actor) -> None:
    request = requested(thread)
    with pytest.raises(Forbidden):
        approved(request, actor=actor)
    with pytest.raises(Forbidden):
        actions.refuse_erasure(actor=actor, now=clock.now(), request=request, denial="claims", key="refuse")


@pytest.mark.parametrize("actor", [GRETA, PAULA, ANNA, CLARA, DMITRI])
def test_only_those_who_look_after_people_ask(thread: Ref, actor: Actor) -> None:
    with pytest.raises(Forbidden, match=r"erasure\.not_yours"):
        requested(thread, actor=actor)


def test_nobody_decides_on_their_own_request(thread: Ref) -> None:
    request = requested(thread, actor=FELIX)
    with pytest.raises(Forbidden, match=r"erasure\.second_person"):
        approved(request)
    with pytest.raises(Forbidden, match=r"erasure\.second_person"):
        actions.refuse_erasure(actor=FELIX, now=clock.now(), request=request, denial="claims", key="refuse")
    approved(request, actor=FIONA)


def test_the_database_itself_wants_two_people(thread: Ref) -> None:
    request = requested(thread)
    with pytest.raises(Exception, match="retention_request_two_people"), everything():
        Request.objects.filter(id=request).update(
            settled_by=uuid4(), settled_by_person=EDDA.person, settled_at=clock.now(), outcome="approved"
        )


def test_a_refused_request_erases_nothing(thread: Ref) -> None:
    request = requested(thread)
    kept = actions.refuse_erasure(
        actor=FELIX, now=clock.now(), request=request, denial="claims", note="A case is open.", key="no"
    )
    with pytest.raises(Conflict, match=r"erasure\.settled"):
        approved(request)
    assert carried_out() == 0
    [entry] = entries("erasure.refused")
    assert (entry.id, json.loads(bytes(entry.leaf))["f"]["denial"]) == (kept.receipt.entry, "claims")
    assert faults() == []


def test_the_same_request_again_is_the_same_deed(thread: Ref) -> None:
    assert requested(thread) == requested(thread)
    request = requested(thread)
    first, again = approved(request), approved(request)
    assert (again.replayed, again.receipt) == (True, first.receipt)
    with pytest.raises(Conflict, match=r"erasure\.settled"):
        approved(request, actor=FIONA)
    with pytest.raises(KeyReused):
        requested(thread, "messages", [0])
    assert len(entries("erased")) == len(entries("erasure.requested")) == 1


def test_what_is_erased_twice_is_ordered_once(thread: Ref) -> None:
    erased(thread, "messages", [0])
    with pytest.raises(Invalid, match=r"erasure\.gone"):
        requested(thread, "messages", [0, 1], key="again")
    approved(requested(thread, key="all"), key="all")
    carried_out()
    assert [json.loads(bytes(one.leaf))["f"]["entries"] for one in entries("erased")] == [1, 1]
    assert faults() == []


def test_what_makes_no_sense_is_refused(thread: Ref) -> None:
    with pytest.raises(Invalid, match=r"erasure\.scope"):
        requested(thread, scope="everything")
    with pytest.raises(Invalid, match=r"erasure\.ground"):
        requested(thread, ground="retention_period")
    for numbers in ((), range(51)):
        with pytest.raises(Invalid, match=r"erasure\.messages"):
            requested(thread, "messages", list(numbers))
    with pytest.raises(NotFound, match=r"message\.not_found"):
        requested(thread, "messages", [7])
    with pytest.raises(NotFound, match=r"conversation\.not_found"):
        requested(Ref(thread.seller_id, uuid4()))
    with pytest.raises(NotFound, match=r"erasure\.not_found"):
        approved(uuid4())
    with pytest.raises(TooLarge):
        requested(thread, note="x" * 501)


def test_a_replay_after_erasure_gives_the_receipt_and_no_text(shops: Shops, thread: Ref) -> None:
    erased(thread)
    again = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft="something else", key="clara-1"
    )
    assert (again.replayed, again.n) == (True, 0)


def test_a_buyer_is_forgotten_everywhere(thread: Ref, other: Ref) -> None:
    approved(requested(thread, "buyer"))
    carried_out()
    assert texts(thread, CLARA) == [None, None]
    assert texts(other, CLARA) == [None]
    with acting(ANNA):
        shown = queries.thread(actor=ANNA, conversation=thread)
    assert shown.buyer == ""
    assert faults() == []


def test_lists_and_searches_do_without_the_words(thread: Ref) -> None:
    erased(thread, "buyer")

    oversight.open_file(actor=EDDA, now=clock.now(), conversation=thread, reason="complaint", key="r")
    assert [row.preview for row in queries.buyer_list(actor=CLARA)] == [""]


def test_an_erased_value_that_is_put_back_is_found(thread: Ref) -> None:
    with everything():
        row = Value.objects.filter(name="body").first()
        assert row is not None
        kept = (row.seller_id, row.entry_id, bytes(row.value), bytes(row.salt), row.buyer_id)
    erased(thread)
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "INSERT INTO archive_value (seller_id, entry_id, name, value, salt, buyer_id, audience)"
            " VALUES (%s, %s, 'body', %s, %s, %s, 0)",
            kept,
        )
    assert [fault.detail for fault in faults()] == ["what was erased is there again"]


def test_a_value_that_goes_without_an_order_is_found(thread: Ref) -> None:
    erased(thread, "messages", [0])
    with transaction.atomic(using="eraser"), connections["eraser"].cursor() as cursor:
        cursor.execute("DELETE FROM archive_value WHERE name = 'body'")
    assert {fault.code for fault in faults()} == {"value.missing"}


def test_a_mark_without_an_order_excuses_nothing(thread: Ref) -> None:
    """Whoever may write the application's tables cannot make a deletion look like an erasure."""
    erased(thread, "messages", [0])
    with everything():
        [order] = Erasure.objects.all()
        target = Entry.objects.get(chain=thread.id, kind="message", n=1)
        Erasure.objects.create(
            seller_id=order.seller_id,
            id=target.id,
            chain=order.chain,
            audience=0,
            buyer_id=order.buyer_id,
            ordered_by=order.ordered_by,
            ground=order.ground,
            at=order.at,
        )
    carried_out()
    assert {fault.code for fault in faults()} == {"value.missing", "row.stale"}
