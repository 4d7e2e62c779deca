"""The integrity page: how the log stands, the way of an entry drawn, and what people hand in."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from helpdesk.api.v1.shapes import stamp
from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry, Number, State
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.portal.administrator import checks
from tests.archive.owning import as_owner
from tests.cast import ANNA, CLARA, EDDA
from tests.portal.conftest import QUESTION, SignIn
from tests.shops import Shops

CHECKS = "/administrator/integrity/checks"


@pytest.fixture(autouse=True)
def folders(shops: Shops, settings: Settings, tmp_path: Path) -> None:
    """A log and a guard of the test's own."""
    update = {"log_folder": tmp_path / "log", "guard_folder": tmp_path / "guard"}
    settings.HELPDESK = settings.HELPDESK.model_copy(update=update)


@pytest.fixture
def entry(asked: Ref) -> Ref:
    """Clara's question, in a signed log."""
    for n in range(3):
        conversations.post_reply(
            actor=ANNA,
            now=clock.now(),
            conversation=asked,
            draft=f"Yes {n}.",
            key=str(n),
            reason=SellerReason.INVOICE,
        )
    publish()
    with everything():
        return Ref(asked.seller_id, Entry.objects.get(chain=asked.id, n=0).id)


def publish() -> None:
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.publish_log(actor=SYSTEM, now=clock.now())


def page(client: Any, path: str, status: int = 200) -> str:
    answer = client.get(f"/administrator/integrity{path}")
    assert answer.status_code == status, path
    return str(answer.content.decode())


def number_of(entry: Ref) -> int:
    with everything():
        return Number.objects.get(entry_id=entry.id).number


def test_it_says_how_the_log_stands(sign_in: SignIn, asked: Ref) -> None:
    client = sign_in(EDDA)
    assert "Nothing is signed yet." in page(client, "")
    publish()
    shown = page(client, "")
    assert "Nothing is signed yet." not in shown
    assert "/archive/" in shown
    as_owner("UPDATE archive_state SET refused = 'guard.ahead', refused_at = now()")
    shown = page(client, "")
    assert "an older copy of the database was restored" in shown
    assert "[guard.ahead]" in shown


def test_a_checkpoint_that_our_key_did_not_sign_is_said_in_red(sign_in: SignIn, entry: Ref) -> None:
    [file] = settings.HELPDESK.log.rglob("checkpoint")
    file.write_bytes(file.read_bytes().replace(b"\n", b"x\n", 1))
    assert "is not what our key signed" in page(sign_in(EDDA), "")


def test_the_way_of_an_entry_is_drawn_without_a_word_of_it(sign_in: SignIn, entry: Ref) -> None:
    shown = page(sign_in(EDDA), f"/entries/{entry}")
    assert QUESTION not in shown
    with everything():
        size = State.objects.get().size
    assert shown.count("climb-aside") == (size - 1).bit_length()
    assert f"root over {size} entries" in shown


def test_an_entry_is_found_by_number_and_by_either_id(sign_in: SignIn, entry: Ref) -> None:
    client = sign_in(EDDA)
    for words in (str(entry), str(entry.id), str(number_of(entry)), f"#{number_of(entry)}"):
        answer = client.get("/administrator/integrity/entries", {"entry": words})
        assert (answer.status_code, answer["Location"]) == (302, f"/administrator/integrity/entries/{entry}")
    for words in ("", "x", "9" * 30, "99999", str(EDDA.person), str(Ref(7, entry.id)), "٣"):
        answer = client.get("/administrator/integrity/entries", {"entry": words})
        assert (answer.status_code, "There is no such entry." in answer.content.decode()) == (404, True)


def test_an_entry_without_a_checkpoint_waits(sign_in: SignIn, asked: Ref) -> None:
    with everything():
        entry = Ref(asked.seller_id, Entry.objects.get(chain=asked.id).id)
    assert "No signed checkpoint holds this entry yet" in page(sign_in(EDDA), f"/entries/{entry}")


@pytest.mark.parametrize("also", ["", ", leaf_hash = sha256('\\x00'::bytea || leaf || '\\x20'::bytea)"])
def test_an_entry_that_was_changed_leads_nowhere(sign_in: SignIn, entry: Ref, also: str) -> None:
    as_owner(f"UPDATE archive_entry SET leaf = leaf || '\\x20'::bytea{also} WHERE id = %s", entry.id)
    shown = page(sign_in(EDDA), f"/entries/{entry}")
    assert "does not lead from this entry" in shown
    assert "climb-drawing" not in shown


def test_a_receipt_is_handed_in(sign_in: SignIn, entry: Ref, shops: Shops) -> None:
    kept = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft="And the 9 mm one?", key="more"
    )
    text = json.dumps(stamp(receipt=kept.receipt, seller_id=shops.claras_order.seller_id), default=str)
    client = sign_in(EDDA)
    for body in ({"receipt": text}, {"file": SimpleUploadedFile("receipt.json", text.encode())}):
        answer = client.post(CHECKS, body)
        assert (answer.status_code, "within the promised time" in answer.content.decode()) == (200, True)
    publish()
    assert "a signed checkpoint holds it" in client.post(CHECKS, {"receipt": text}).content.decode()
    forged = text.replace(kept.receipt.leaf_hash.hex(), "00" * 32)
    assert "was changed, or never ours" in client.post(CHECKS, {"receipt": forged}).content.decode()


@pytest.mark.parametrize(
    "body", [{}, {"receipt": "x"}, {"file": SimpleUploadedFile("a.bin", b"\0" * 200_000)}]
)
def test_what_is_neither_is_refused(sign_in: SignIn, body: dict[str, Any]) -> None:
    answer = sign_in(EDDA).post(CHECKS, body)
    assert (answer.status_code, 'id="refusal"' in answer.content.decode()) == (422, True)


def test_a_zip_that_is_no_package_is_said_to_be_none(sign_in: SignIn) -> None:
    answer = sign_in(EDDA).post(CHECKS, {"file": SimpleUploadedFile("a.zip", b"PK\3\4" + bytes(100))})
    shown = answer.content.decode()
    assert (answer.status_code, "seal-broken" in shown, "Altered" in shown) == (200, True, True)


def test_what_is_too_large_is_not_read(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "LARGEST", 1_000_000)
    answers = [
        sign_in(EDDA).post(CHECKS, {"file": SimpleUploadedFile("a.zip", bytes(size))})
        for size in (1_000_000, 202_000_000)
    ]
    assert [answer.status_code for answer in answers] == [413, 413]
    assert "at most 1 MB" in answers[0].content.decode()


def test_a_package_may_be_larger_than_other_forms(sign_in: SignIn) -> None:
    file = SimpleUploadedFile("a.zip", b"PK\3\4" + bytes(3_000_000))
    assert sign_in(EDDA).post(CHECKS, {"file": file}).status_code == 200


def test_without_a_token_nothing_is_looked_at(sign_in: SignIn) -> None:
    assert sign_in(EDDA, csrf=True).post(CHECKS, {"receipt": "{}"}).status_code == 403
