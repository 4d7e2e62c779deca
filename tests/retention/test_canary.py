"""The erased canary: after an erasure its words are in no row, in no file and in no log line."""

import base64
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connections
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import everything
from helpdesk.attachments import actions as attachments
from helpdesk.config.files import files
from helpdesk.config.wiring import REACTIONS
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refused
from helpdesk.marketplace.models import Buyer, Order, Pair
from helpdesk.oversight import actions as oversight
from tests.attachments.made import picture
from tests.cast import ANNA, ANNAS_SHOP, CLARA, EDDA
from tests.retention.asking import carried_out, erased, faults
from tests.shops import Shops

NAME = "Qanarienvogel Annabell"
WORDS = "qanary-7731-said"
ECHOED = "qanary-7731-echoed"
ATTEMPT = "qanary-7731-refused" + "\u0301" * 12
FILE = "qanary-7731-file"
STREET = "Qanary Street 7731"
CLARA_AS = replace(CLARA, name=NAME)


def rows() -> Iterator[str]:
    """Every row of every table as text, bytes as they are: what any backup holds."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SET bytea_output = 'escape'")
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            for (row,) in cursor.fetchall():
                yield f"{table}: {row}"


def sightings(canary: str) -> list[str]:
    """Rows that hold it, plain or in one of the ways in which text is packed."""
    plain = canary.encode()
    shapes = {canary, plain.hex(), base64.b64encode(plain).decode().rstrip("=")[:-1]}
    return [row for row in rows() if any(shape.lower() in row.lower() for shape in shapes)]


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Where this test's files are kept."""
    settings.STORAGES = {**settings.STORAGES, "attachments": files("", home=tmp_path)}
    return tmp_path / "files"


@pytest.fixture
def sung(shops: Shops, folder: Path) -> Ref:
    """What a buyer leaves behind: name, address, words, a refused text, a file; and a reply that echoes."""
    now = clock.now()
    accounts.enrol_person(actor=SYSTEM, now=now, id=CLARA.person, display_name=NAME, language="de")
    with everything():
        Buyer.objects.filter(id=CLARA.person).update(display_name=NAME, addresses=[{"street": STREET}])
        Order.objects.filter(buyer_id=CLARA.person).update(delivery_address={"street": STREET})
    file = attachments.upload(
        actor=CLARA_AS, now=now, seller_id=ANNAS_SHOP, name=f"{FILE}.png", chunks=[picture()], key="u"
    )
    posted = conversations.ask_about_order(
        actor=CLARA_AS, now=now, order=shops.claras_order, draft=WORDS, key="sing", files=[file.ref.id]
    )
    with everything():
        Pair.objects.filter(buyer_id=CLARA.person).update(display_name=NAME)
    with pytest.raises(Refused):
        conversations.post_question(
            actor=CLARA_AS, now=now, conversation=posted.conversation, draft=ATTEMPT, key="again"
        )
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=posted.conversation, draft=ECHOED, key="echo"
    )
    oversight.open_file(actor=EDDA, now=now, conversation=posted.conversation, reason="complaint", key="look")
    archive.number_entries(actor=SYSTEM, now=now)
    archive.run_reactions(actor=SYSTEM, now=now, wiring=REACTIONS)
    return posted.conversation


def test_the_canary_was_there(sung: Ref, folder: Path) -> None:
    for canary in (NAME, WORDS, ECHOED, ATTEMPT[:19], FILE, STREET):
        assert sightings(canary), canary
    assert [path for path in folder.rglob("*") if path.is_file()]


def test_erased_it_is_nowhere(sung: Ref, folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        erased(sung, "buyer")
    for canary in (NAME, WORDS, ECHOED, ATTEMPT[:19], FILE, STREET):
        assert sightings(canary) == [], canary
        assert canary.lower() not in caplog.text.lower()
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_and_every_proof_holds(sung: Ref) -> None:
    with everything():
        before = _leaves()
    erased(sung, "buyer")
    archive.number_entries(actor=SYSTEM, now=clock.now())
    with everything():
        after = _leaves()
    assert before.items() <= after.items()
    assert faults() == []
    assert carried_out() == 0


def _leaves() -> dict[object, bytes]:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT id, leaf || leaf_hash || receipt FROM archive_entry")
        return {id: bytes(leaf) for id, leaf in cursor.fetchall()}
