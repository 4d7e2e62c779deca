"""What shows that an appeal is right is sealed with it, for whoever appeals and the Platform alone."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from django.db import IntegrityError
from pytest_django import Settings

from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Kept
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.models import File
from helpdesk.attachments.queries import conversation_of_file, open_original
from helpdesk.attachments.terms import OCR, State, Uploaded
from helpdesk.config.files import files
from helpdesk.conversations import actions as conversations
from helpdesk.enforcement import actions, queries
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Conflict, Forbidden, KeyReused, NotFound
from helpdesk.oversight import actions as oversight
from helpdesk.oversight.queries import appeal_of_file, may_open_files, readings, refuse_without_reading
from tests.attachments.made import picture
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, EDDA, FELIX, HANIA
from tests.enforcement.appealed import JONAS, appeal, limited, settle
from tests.enforcement.refusals import confirmed
from tests.enforcement.told import Tale, verified


@pytest.fixture(autouse=True)
def _folder(settings: Settings, tmp_path: Path) -> None:
    settings.STORAGES = {**settings.STORAGES, "attachments": files("", home=tmp_path)}


def sent(tale: Tale, *, actor: Actor = ANNA, key: str = "u") -> Uploaded:
    return attachments.upload(
        actor=actor, now=tale.now, seller_id=ANNAS_SHOP, name="parcel.png", chunks=[picture()], key=key
    )


def examined(tale: Tale) -> None:
    """What the worker does."""
    for due in attachments.take_up_files(actor=SYSTEM, now=tale.later(), limit=10):
        conversations.examine_file(actor=SYSTEM, now=tale.later(), due=due, scanner="", ocr=OCR.NONE)


def test_it_is_sealed_and_read_by_whoever_decides_with_a_trace(tale: Tale) -> None:
    first, second = sent(tale), sent(tale, key="v")
    kept = appeal(tale, limited(tale), files=[first.ref.id, second.ref.id])
    ref = Ref(ANNAS_SHOP, kept.receipt.entry)
    examined(tale)
    shown = queries.appeal_of(actor=BRUNO, appeal=ref).files
    assert [(one.ref, one.name, one.state) for one in shown] == [
        (first.ref, "parcel.png", State.UNEXAMINED),
        (second.ref, "parcel.png", State.UNEXAMINED),
    ]
    with open_original(actor=ANNA, file=first.ref) as opened:
        assert opened.content.read() == picture()
    with everything():
        looked = Entry.objects.filter(kind="attachment.examined").values_list("audience", "buyer_id")
        assert [*looked] == [(1, None), (1, None)], "on the shop's own chain"
    for stranger in (CLARA, DMITRI):
        with pytest.raises(NotFound), open_original(actor=stranger, file=first.ref):
            pass
        with acting(stranger):
            assert not File.objects.exists()
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        refuse_without_reading(actor=JONAS, now=tale.now, file=first.ref)
    oversight.open_file(actor=JONAS, now=tale.now, conversation=ref, reason="appeal", key="why")
    refuse_without_reading(actor=JONAS, now=tale.now, file=second.ref)
    with open_original(actor=JONAS, file=second.ref) as opened:
        assert opened.content.read() == picture()
    [trace] = readings(actor=EDDA)
    assert (trace.person_id, trace.conversation, trace.reason) == (JONAS.person, ref, "appeal")
    chain = conversation_of_file(actor=JONAS, file=first.ref)
    assert not may_open_files(actor=FELIX, now=tale.now, conversation=chain, file=first.ref), "his own trace"
    assert appeal_of_file(actor=FELIX, file=first.ref) == ref
    settle(tale, kept)
    assert verified() == []


def test_a_buyers_is_seen_by_no_shop(tale: Tale) -> None:
    attempt, file = confirmed(tale), sent(tale, actor=CLARA)

    def filed(files: list[UUID]) -> Kept:
        return actions.appeal_refusal(
            actor=CLARA, now=tale.later(), attempt=attempt, words="See the box.", files=files, key="one"
        )

    with pytest.raises(NotFound, match=r"upload\.not_found"):
        filed([sent(tale).ref.id])
    kept = filed([file.ref.id])
    assert filed([file.ref.id]).replayed
    with pytest.raises(KeyReused):
        filed([])
    ref = Ref(ANNAS_SHOP, kept.receipt.entry)
    examined(tale)
    own = queries.appeal_against(actor=CLARA, subject=attempt)
    assert own is not None
    assert [(one.ref, one.state) for one in own.files] == [(file.ref, State.UNEXAMINED)]
    with open_original(actor=CLARA, file=file.ref) as opened:
        assert opened.content.read() == picture()
    for stranger in (ANNA, DMITRI, HANIA):
        with pytest.raises(NotFound), open_original(actor=stranger, file=file.ref):
            pass
        with acting(stranger):
            assert not File.objects.filter(id=file.ref.id).exists()
            assert not Entry.objects.filter(kind="attachment.examined").exists()
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        refuse_without_reading(actor=JONAS, now=tale.now, file=file.ref)
    oversight.open_file(actor=JONAS, now=tale.now, conversation=ref, reason="appeal", key="why")
    refuse_without_reading(actor=JONAS, now=tale.now, file=file.ref)
    settle(tale, kept)
    assert verified() == []


def test_an_appeal_without_files_opens_nothing_else(tale: Tale) -> None:
    with_file = sent(tale)
    measure = limited(tale)
    kept = appeal(tale, measure, files=[with_file.ref.id])
    with pytest.raises(NotFound):
        oversight.open_file(
            actor=JONAS, now=tale.now, conversation=measure, reason="appeal", key="a measure is no file"
        )
    assert kept.receipt.entry != measure.id


def test_a_key_stands_for_its_files(tale: Tale) -> None:
    file, measure = sent(tale), limited(tale)
    first = appeal(tale, measure, files=[file.ref.id], key="one")
    again = appeal(tale, measure, files=[file.ref.id], key="one")
    assert (again.replayed, again.receipt) == (True, first.receipt)
    with pytest.raises(KeyReused):
        appeal(tale, measure, key="one")


def test_whose_file_it_is(tale: Tale) -> None:
    measure = limited(tale)
    bruno, dmitris = sent(tale, actor=BRUNO), uuid7()
    for foreign in (bruno.ref.id, dmitris):
        with pytest.raises(NotFound, match=r"upload\.not_found"):
            appeal(tale, measure, files=[foreign])
    mine = sent(tale)
    conversations.post_question(
        actor=CLARA, now=tale.later(), conversation=tale.thread(), draft="And?", key="and"
    )
    conversations.post_reply(
        actor=ANNA,
        now=tale.later(),
        conversation=tale.thread(),
        draft="Here is a picture of it.",
        key="posted",
        files=[mine.ref.id],
    )
    with pytest.raises(Conflict, match=r"upload\.posted"):
        appeal(tale, measure, files=[mine.ref.id])
    assert queries.appeals_of(actor=ANNA) == [], "nothing of it is left"


def test_who_wrote_for_a_removed_shop_still_shows_what_is_right(tale: Tale) -> None:
    gone = replace(ANNA, roles=frozenset({Role.FORMER}))
    measure = limited(tale)
    file = sent(tale, actor=gone)
    kept = appeal(tale, measure, actor=gone, files=[file.ref.id])
    [shown] = queries.appeal_of(actor=gone, appeal=Ref(ANNAS_SHOP, kept.receipt.entry)).files
    assert shown.ref == file.ref


def test_the_database_takes_no_file_of_nobody_else(tale: Tale) -> None:
    file = sent(tale)
    appeal(tale, limited(tale), files=[file.ref.id])
    with everything(), pytest.raises(IntegrityError, match="attachments_file_owner"), everything():
        File.objects.filter(id=file.ref.id).update(audience=0)
