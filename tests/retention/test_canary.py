"""The erased canary: after an erasure its words are in no dump, in no file and in no log line.

It sings through the portal, as people do: what pages keep (sessions, drafts, uploads) is looked at, too.
"""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings as configured
from django.db import connections
from django.test import Client
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.queries import ticket
from helpdesk.accounts.terms import Hat
from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import everything
from helpdesk.attachments.models import Upload
from helpdesk.config.wiring import REACTIONS
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Buyer, Order, Pair
from helpdesk.oversight import actions as oversight
from tests.attachments.made import picture
from tests.cast import ANNA, CLARA, EDDA
from tests.conftest import Template
from tests.portal.uploads import examine_all, kept_in, put_well
from tests.retention.asking import carried_out, erased, faults
from tests.retention.canary import Lines, dumped, holds, kept_under
from tests.shops import Shops

NAME = "Qanarienvogel Annabell"
WORDS = "qanary-7731-said"
ECHOED = "qanary-7731-echoed"
ATTEMPT = "qanary-7731-refused"
FILE = "qanary-7731-file"
UNPOSTED = "qanary-7731-unposted"
STREET = "Qanary Street 7731"
CANARIES = (NAME, WORDS, ECHOED, ATTEMPT, FILE, UNPOSTED, STREET)
UNREADABLE = "\u0301" * 12  # too many marks on one letter: such a text is refused


@pytest.fixture
def home(settings: Settings, tmp_path: Path) -> Path:
    """Files, log and guard of this test's own, in a demo, where people come in by links."""
    folders = {"log_folder": tmp_path / "log", "guard_folder": tmp_path / "guard"}
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": True, **folders})
    settings.STORAGES = kept_in(tmp_path / "files")
    return tmp_path


@pytest.fixture
def lines() -> Iterator[list[str]]:
    """All that is logged while the test lasts."""
    handler, root = Lines(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler.said
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.fixture
def sung(shops: Shops, home: Path, lines: list[str]) -> Ref:
    """What a buyer leaves behind: name, address, words, a refused text, files; and a reply that echoes."""
    _known_by_name()
    clara, anna = _come_in(CLARA), _come_in(ANNA)
    asked = _ask(clara, f"/buyer/orders/{shops.claras_order}")
    _try_in_vain(clara, f"/buyer/conversations/{asked}")
    replied = anna.post(f"/seller/conversations/{asked}/replies", {"key": str(uuid4()), "text": ECHOED})
    assert replied.status_code == 302
    oversight.open_file(actor=EDDA, now=clock.now(), conversation=asked, reason="complaint", key="look")
    with everything():
        Pair.objects.filter(buyer_id=CLARA.person).update(display_name=NAME)
    _worked()
    return asked


def _known_by_name() -> None:
    now = clock.now()
    for one, name in ((CLARA, NAME), (ANNA, ANNA.name)):
        accounts.enrol_person(actor=SYSTEM, now=now, id=one.person, display_name=name, language="en")
    with everything():
        Buyer.objects.filter(id=CLARA.person).update(display_name=NAME, addresses=[{"street": STREET}])
        Order.objects.filter(buyer_id=CLARA.person).update(delivery_address={"street": STREET})


def _come_in(actor: Actor) -> Client:
    client = Client()
    hat = Hat(person=actor.person, side=actor.side, seller_id=actor.seller_id)
    assert client.get(f"/demo/sign-in/{ticket(hat=hat)}").status_code == 302
    return client


def _ask(clara: Client, place: str) -> Ref:
    file = put_well(clara, f"{place}/uploads", f"{FILE}.png", picture())
    form = {"key": str(uuid4()), "text": WORDS, "file": str(file)}
    answer = clara.post(f"{place}/questions", form)
    assert answer.status_code == 302
    found = re.search(r"/buyer/conversations/(\w+)", answer["Location"])
    assert found
    return Ref.parse(found[1])


def _try_in_vain(clara: Client, place: str) -> None:
    """A text that is refused and stays in the form, with a file that nobody posts."""
    file = put_well(clara, f"{place}/uploads", f"{UNPOSTED}.png", picture())
    form = {"key": str(uuid4()), "text": ATTEMPT + UNREADABLE, "file": str(file)}
    answer = clara.post(f"{place}/messages", form)
    assert (answer.status_code, ATTEMPT in answer.content.decode()) == (422, True)
    assert clara.get(place).status_code == 200


def _worked() -> None:
    """What the worker does: numbers, reactions, examined files, and the log on disk."""
    while archive.number_entries(actor=SYSTEM, now=clock.now()):
        pass
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=REACTIONS)
    examine_all()
    while archive.number_entries(actor=SYSTEM, now=clock.now()):
        pass
    archive.publish_log(actor=SYSTEM, now=clock.now())


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_it_is_where_a_backup_finds_it(sung: Ref, home: Path, template: Template, database: str) -> None:
    dump = dumped(template, database)
    for canary in CANARIES:
        assert holds(dump, canary), canary
    assert len(files_in(home / "files")) > 1
    for folder in ("log", "guard"):
        assert files_in(home / folder), folder


def test_erased_it_is_nowhere(
    sung: Ref, home: Path, template: Template, database: str, lines: list[str]
) -> None:
    erased(sung, "buyer")
    _worked()
    everywhere = [dumped(template, database), *kept_under([home]), "\n".join(lines).encode()]
    for canary in CANARIES:
        assert not any(holds(content, canary) for content in everywhere), canary
    assert files_in(home / "files") == []
    with everything():
        assert not Upload.objects.exists()


def test_the_log_never_held_it(sung: Ref, home: Path, lines: list[str]) -> None:
    assert configured.HELPDESK.log_folder == home / "log"
    said = [*kept_under([home / "log", home / "guard"]), "\n".join(lines).encode()]
    for canary in CANARIES:
        assert not any(holds(content, canary) for content in said), canary


def test_and_every_proof_holds(sung: Ref) -> None:
    before = _leaves()
    erased(sung, "buyer")
    _worked()
    assert before.items() <= _leaves().items()
    assert faults() == []
    assert carried_out() == 0


def test_words_are_found_however_they_are_packed() -> None:
    for packed in (
        b"... QANARY-7731-SAID ...",
        b"\\x00" + WORDS.encode().hex().encode() + b"ff",
        b"YXFhbmFyeS03NzMxLXNhaWQ=",
        b"cWFuYXJ5LTc3MzEtc2FpZA",
        b"YWFxYW5hcnktNzczMS1zYWlkIQ==",
        b"cWFuYXJ5LTc3MzEtc2FpZA".hex().encode(),
    ):
        assert holds(packed, WORDS), packed
    assert not holds(b"qanary-7732-said", WORDS)


def _leaves() -> dict[object, bytes]:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT id, leaf || leaf_hash || receipt FROM archive_entry")
        return {id: bytes(leaf) for id, leaf in cursor.fetchall()}
