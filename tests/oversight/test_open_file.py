"""Open a file: the reason comes first, stays on record, and serves one person for one file, half an hour."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.queries import receipt_key, verify
from helpdesk.archive.rules.receipts import is_valid
from helpdesk.archive.terms import Finding, Kept
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, KeyReused, NotFound
from helpdesk.oversight import actions as oversight
from helpdesk.oversight.models import Reading
from helpdesk.oversight.queries import read_file, reading_in_force
from helpdesk.oversight.terms import Reason
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, GRETA, PLATFORM, person
from tests.oversight.conftest import QUESTION
from tests.shops import Shops

ROOT = replace(EDDA, person=person("root"), name="root", roles=frozenset({Role.PLATFORM_ADMIN}))


def open_file(file: Ref, actor: Actor = EDDA, reason: str = "dispute", key: str = "k") -> Kept:
    return oversight.open_file(actor=actor, now=clock.now(), conversation=file, reason=reason, key=key)


def read(file: Ref, actor: Actor = EDDA, at: datetime | None = None) -> list[str | None]:
    view = read_file(actor=actor, now=at or clock.now(), conversation=file)
    return [message.text for message in view.messages]


def entries(kind: str = "reading") -> list[Entry]:
    with acting(SYSTEM):
        return list(Entry.objects.filter(kind=kind).order_by("chain", "n"))


@pytest.mark.parametrize("reason", list(Reason))
def test_each_reason_opens(asked: Ref, reason: Reason) -> None:
    open_file(asked, reason=reason)
    assert read(asked) == [QUESTION]


@pytest.mark.parametrize("reason", ["", "curiosity", "DISPUTE", "dispute ", "None"])
def test_without_a_reason_of_ours_nothing_is_opened(asked: Ref, reason: str) -> None:
    with pytest.raises(Invalid):
        open_file(asked, reason=reason)
    assert entries() == []
    with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
        read(asked)


def test_exactly_one_entry_on_the_administrators_own_desk(asked: Ref) -> None:
    kept = open_file(asked)
    (entry,) = entries()
    assert (entry.id, entry.seller_id, entry.actor) == (kept.receipt.entry, OPERATOR, EDDA.person)
    assert is_valid(receipt=kept.receipt, public=receipt_key().public)
    facts = json.loads(bytes(entry.leaf))["f"]
    assert facts == {"conversation": str(asked.id), "reason": "dispute", "seconds": 1800}
    with acting(EDDA):
        shown = Value.objects.get(entry_id=entry.id, name="file")
    assert json.loads(bytes(shown.value)) == {"conversation": str(asked), "reason": "dispute"}


def test_each_administrator_has_a_chain_without_gaps(asked: Ref, shops: Shops) -> None:
    for n in range(3):
        for actor in (EDDA, FELIX):
            open_file(asked, actor=actor, key=str(n))
    found = [(entry.actor, entry.n) for entry in entries()]
    assert sorted(found, key=str) == sorted([(a.person, n) for a in (EDDA, FELIX) for n in range(3)], key=str)
    assert len({entry.chain for entry in entries()}) == 2
    assert not [fault for fault in verify(mirrors=MIRRORS) if isinstance(fault, Finding)]


def test_it_lasts_half_an_hour(asked: Ref) -> None:
    starts = open_file(asked).receipt.at
    assert read(asked, at=starts) == [QUESTION]
    assert read(asked, at=starts + timedelta(minutes=30, microseconds=-1)) == [QUESTION]
    for outside in (starts - timedelta(microseconds=1), starts + timedelta(minutes=30)):
        with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
            read(asked, at=outside)


def test_it_is_for_one_person_and_one_file(asked: Ref, shops: Shops) -> None:
    other = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.dmitris_order, draft="And this?", key="2"
    )
    open_file(asked)
    for actor, file in ((FELIX, asked), (GRETA, asked), (EDDA, other.conversation)):
        with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
            read(file, actor=actor)
        assert reading_in_force(actor=actor, now=clock.now(), conversation=file) is None


def test_the_same_request_again_is_the_same_reading(asked: Ref) -> None:
    first, again = open_file(asked), open_file(asked)
    assert (again.replayed, again.receipt) == (True, first.receipt)
    assert len(entries()) == 1
    with acting(EDDA):
        assert Reading.objects.count() == 1


def test_a_key_stands_for_one_file_and_one_reason(asked: Ref, shops: Shops) -> None:
    other = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.dmitris_order, draft="And this?", key="2"
    )
    open_file(asked)
    for file, reason in ((asked, "appeal"), (other.conversation, "dispute")):
        with pytest.raises(KeyReused):
            open_file(file, reason=reason)
    assert len(entries()) == 1


def test_reading_leaves_no_more_than_opening_did(asked: Ref) -> None:
    open_file(asked)
    with acting(SYSTEM):
        before = Entry.objects.count()
    for _ in range(3):
        read(asked)
    with acting(SYSTEM):
        assert Entry.objects.count() == before


@pytest.mark.parametrize("actor", [EDDA, FELIX, GRETA])
def test_each_role_of_the_desk_may(asked: Ref, actor: Actor) -> None:
    open_file(asked, actor=actor)
    assert read(asked, actor=actor) == [QUESTION]


def test_those_who_manage_people_do_not_read(asked: Ref) -> None:
    with pytest.raises(Forbidden, match=r"oversight\.not_yours"):
        open_file(asked, actor=ROOT)
    with pytest.raises(Forbidden, match=r"oversight\.not_yours"):
        read(asked, actor=ROOT)


@pytest.mark.parametrize("actor", [ANNA, CLARA, DMITRI, PLATFORM])
def test_the_other_sides_open_nothing(asked: Ref, actor: Actor) -> None:
    with pytest.raises(NotFound):
        open_file(asked, actor=actor)
    with pytest.raises(Forbidden):
        read(asked, actor=actor)
    assert entries() == []


def test_the_desk_is_the_operators_to_see(asked: Ref) -> None:
    open_file(asked)
    for actor in (ANNA, CLARA):
        with acting(actor):
            assert not Entry.objects.filter(kind="reading").exists()
            assert not Reading.objects.exists()


def test_what_is_not_there_leaves_no_trace(asked: Ref) -> None:
    with pytest.raises(NotFound):
        open_file(Ref(asked.seller_id + 1, asked.id))
    assert entries() == []
