"""Exports: all that a party may read and nothing else, for its owner alone, for a while."""

import io
import json
from datetime import timedelta
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pytest_django import Settings

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.archive.rules.commitments import commit
from helpdesk.attachments import actions as attachments
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Busy
from helpdesk.marketplace.models import ExternalId
from helpdesk.takeout import actions
from helpdesk.takeout.models import Export
from helpdesk.takeout.queries.rows import ROWS
from helpdesk.takeout.words import WORDING
from helpdesk.teamwork import actions as teamwork
from tests.api.conftest import CallAs
from tests.attachments.files import examined, posted
from tests.attachments.made import pdf, picture
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, EDDA, FELIX, HANIA
from tests.conversations.bringing import ANSWER as BROUGHT
from tests.conversations.bringing import WORDS, brought, known, place, thread
from tests.conversations.handing import placed
from tests.retention.asking import erased, faults
from tests.shops import Shops

PHONE, NOTE, TRIED = "+48 601 222 333", "canary of an internal note", "canary \u200b of a refused text"
QUESTION, ANSWER, HANIAS = "Is <b>this</b> the 8 mm gasket?", "Yes, the 8 mm one fits.", "canary of Hania"


@pytest.fixture
def told(shops: Shops) -> Any:
    """Clara and Anna write, Anna notes something, Clara says what the courier needs; Hania writes, too."""
    now = clock.now()
    asked = conversations.ask_about_order(
        actor=CLARA, now=now, order=shops.claras_order, draft=QUESTION, key="c"
    )
    thread = asked.conversation
    conversations.post_reply(actor=ANNA, now=now, conversation=thread, draft=ANSWER, key="a")
    teamwork.add_note(actor=BRUNO, now=now, conversation=thread, note=NOTE, key="n")
    placed(shops.claras_order)
    conversations.give_delivery_details(
        actor=CLARA, now=now, order=shops.claras_order, phone=PHONE, note="", key="d"
    )
    conversations.ask_about_order(actor=HANIA, now=now, order=shops.hanias_order, draft=HANIAS, key="h")
    return thread


def asked_for(call: CallAs, actor: Actor, **body: Any) -> str:
    answer = call(actor).post("/exports", body)
    assert answer.status_code == 201, answer.content
    return str(answer.json()["id"])


def made(days: int = 0) -> int:
    """By the worker, once what was asked for has its numbers."""
    archive.number_entries(actor=SYSTEM, now=clock.now())
    return actions.make_export(actor=SYSTEM, now=clock.now() + timedelta(days=days), wording=WORDING)


def opened(call: CallAs, actor: Actor, id: str) -> ZipFile:
    answer = call(actor).get(f"/exports/{id}/file")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/zip")
    return ZipFile(io.BytesIO(answer.getvalue()))


def lines(file: ZipFile, path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read(path).splitlines()]


def whole(file: ZipFile) -> str:
    return "\n".join(file.read(name).decode() for name in file.namelist())


def test_a_buyer_takes_away_all_that_is_theirs(call: CallAs, told: Any) -> None:
    id = asked_for(call, CLARA, language="de")
    waiting = call(CLARA).get(f"/exports/{id}").json()
    assert (waiting["state"], waiting["file"]) == ("waiting", None)
    assert call(CLARA).get(f"/exports/{id}/file").status_code == 404
    assert made() == 1
    ready = call(CLARA).get("/exports").json()["data"][0]
    assert (ready["state"], ready["percent"]) == ("ready", 100)
    file = opened(call, CLARA, id)
    said = [row["values"]["body"] for row in lines(file, "entries/message.ndjson")]
    assert said == [QUESTION, ANSWER]
    assert lines(file, "entries/delivery.stated.ndjson")[0]["values"]["phone"] == PHONE.replace(" ", "")
    assert {row["number"] for row in lines(file, "rows/orders.ndjson")} == {"A-1001", "D-2001"}
    assert [row["display_name"] for row in lines(file, "rows/buyer.ndjson")] == ["Clara"]
    assert {"rows/notices.ndjson", "rows/sign-ins.ndjson", "rows/obligations.ndjson"} <= {*file.namelist()}
    text = whole(file)
    assert not [canary for canary in (NOTE, HANIAS, "A-1002") if canary in text]
    index = file.read("index.html").decode()
    assert '<html lang="de">' in index
    page = file.read(f"conversations/{told}.html").decode()
    assert "Is &lt;b&gt;this&lt;/b&gt; the 8 mm gasket?" in page
    assert "<script" not in text


def test_a_shop_takes_away_its_own_and_nothing_of_buyers(call: CallAs, told: Any) -> None:
    id = asked_for(call, ANNA)
    made()
    file = opened(call, ANNA, id)
    assert [row["values"]["body"] for row in lines(file, "entries/note.ndjson")] == [NOTE]
    assert len(lines(file, "entries/message.ndjson")) == 3
    assert {row["name"] for row in lines(file, "rows/team.ndjson")} == {"Anna", "Bruno"}
    assert "delivery_address" not in lines(file, "rows/orders.ndjson")[0]
    assert set(lines(file, "entries/delivery.stated.ndjson")[0]["values"]) == {"by"}
    text = whole(file)
    assert PHONE.replace(" ", "") not in text
    assert "D-2001" not in text
    assert "rows/buyer.ndjson" not in file.namelist()


def test_every_file_and_every_value_can_be_checked(call: CallAs, told: Any) -> None:
    id = asked_for(call, CLARA)
    made()
    shown = call(CLARA).get(f"/exports/{id}").json()
    answer = call(CLARA).get(f"/exports/{id}/file").getvalue()
    assert (len(answer), sha256(answer).hexdigest()) == (shown["size"], shown["sha256"])
    file = ZipFile(io.BytesIO(answer))
    manifest = json.loads(file.read("manifest.json"))
    assert {*manifest["files"]} == {*file.namelist()} - {"manifest.json"}
    for path, said in manifest["files"].items():
        content = file.read(path)
        assert (len(content), sha256(content).hexdigest()) == (said["size"], said["sha256"]), path
    leaves = lines(file, "leaves.ndjson")
    assert len(leaves) == shown["entries"] == manifest["entries"] > 3
    for leaf in leaves:
        assert sha256(b"\0" + leaf["leaf"].encode()).hexdigest() == leaf["hash"]
    with acting(CLARA):
        entry = Entry.objects.get(kind="message", n=0)
    mine = next(leaf for leaf in leaves if leaf["id"] == str(entry.id))
    assert mine["hash"] == bytes(entry.leaf_hash).hex()
    body = commit(
        kind="message", name="body", value=QUESTION.encode(), salt=bytes.fromhex(mine["salts"]["body"])
    )
    assert json.loads(mine["leaf"])["c"]["body"] == body.hex()
    with acting(SYSTEM):
        [said] = Entry.objects.filter(kind="export.made")
    assert manifest["until"] == json.loads(bytes(said.leaf))["f"]["until"]


def test_it_is_its_owners_alone(call: CallAs, told: Any) -> None:
    id = asked_for(call, ANNA)
    made()
    for stranger, status in ((DMITRI, 404), (CLARA, 404), (FELIX, 404), (BRUNO, 403), (EDDA, 403)):
        for path in (f"/exports/{id}", f"/exports/{id}/file"):
            assert call(stranger).get(path).status_code == status, stranger.name
    assert call(BRUNO).post("/exports", {}).json()["code"] == "export.not_yours"


def test_one_at_a_time_and_the_same_request_once(call: CallAs, told: Any) -> None:
    first = call(CLARA).post("/exports", {}, key="one")
    again = call(CLARA).post("/exports", {}, key="one")
    assert (again.json(), again.headers["Idempotency-Replayed"]) == (first.json(), "true")
    refused = call(CLARA).post("/exports", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "export.running")
    asked_for(call, HANIA)
    assert (made(), made(), made()) == (1, 1, 0)
    asked_for(call, CLARA)
    with acting(SYSTEM):
        kinds = list(Entry.objects.filter(kind__startswith="export.").values_list("kind", flat=True))
    assert sorted(kinds) == ["export.made"] * 2 + ["export.requested"] * 3
    assert faults() == []


def test_a_link_lives_seven_days(call: CallAs, told: Any, folder: Any) -> None:
    id = asked_for(call, CLARA)
    made()
    assert actions.remove_exports(actor=SYSTEM, now=clock.now() + timedelta(days=6)) == 0
    assert actions.remove_exports(actor=SYSTEM, now=clock.now() + timedelta(days=7, minutes=1)) == 1
    assert call(CLARA).get(f"/exports/{id}").json()["state"] == "gone"
    assert call(CLARA).get(f"/exports/{id}/file").status_code == 404
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_erased_is_in_no_export(call: CallAs, told: Any) -> None:
    """One that was made before goes at once; one that is made after holds nothing of it."""
    before, others = asked_for(call, CLARA), asked_for(call, HANIA)
    assert (made(), made()) == (1, 1)
    erased(told)
    assert actions.remove_exports(actor=SYSTEM, now=clock.now()) == 1
    assert call(CLARA).get(f"/exports/{before}").json()["state"] == "gone"
    assert call(HANIA).get(f"/exports/{others}").json()["state"] == "ready"
    id = asked_for(call, CLARA)
    made()
    file = opened(call, CLARA, id)
    assert ANSWER not in whole(file)
    assert {str(row["values"]) for row in lines(file, "entries/erased.ndjson")} == {"{}"}


def test_compliance_may_ask_for_somebody_with_a_reason_on_record(call: CallAs, told: Any) -> None:
    of = {"side": "buyer", "id": "ext:Clara"}
    with acting(SYSTEM):
        ExternalId.objects.create(
            kind="buyer", external_id="Clara", seller_id=OPERATOR, id=CLARA.person, version_order=0
        )
    assert call(FELIX).post("/exports", {"of": of}).json()["code"] == "export.reason"
    assert call(FELIX).post("/exports", {"reason": "A letter."}).json()["code"] == "export.whose"
    assert call(EDDA).post("/exports", {"of": of, "reason": "A letter."}).status_code == 403
    assert call(CLARA).post("/exports", {"of": of, "reason": "Me."}).status_code == 403
    gone = call(FELIX).post("/exports", {"of": {"side": "buyer", "id": "nobody"}, "reason": "A letter."})
    assert (gone.status_code, gone.json()["code"]) == (404, "export.nobody")
    id = asked_for(call, FELIX, of=of, reason="A letter of 3 November; she has no account.")
    made()
    shown = call(FELIX).get(f"/exports/{id}").json()
    assert (shown["of"]["id"], shown["reason"][:8]) == ("Clara", "A letter")
    file = opened(call, FELIX, id)
    assert [row["values"]["body"] for row in lines(file, "entries/message.ndjson")] == [QUESTION, ANSWER]
    assert NOTE not in whole(file)
    assert call(CLARA).get(f"/exports/{id}").status_code == 404
    with acting(SYSTEM):
        entry = Entry.objects.get(kind="export.requested")
    assert (entry.seller_id, entry.audience) == (OPERATOR, 2)
    assert faults() == []


def test_a_worker_that_died_is_followed_by_another(
    call: CallAs, told: Any, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = asked_for(call, ANNA)
    archive.number_entries(actor=SYSTEM, now=clock.now())
    with monkeypatch.context() as patch:
        patch.setattr("helpdesk.takeout.actions.gathering._manifest", _full_disk)
        with pytest.raises(OSError, match="full"):
            made()
    assert call(ANNA).get(f"/exports/{id}").json()["state"] == "running"
    assert made() == 0
    with acting(SYSTEM):
        Export.objects.update(beat_at=clock.now() - timedelta(minutes=11))
    assert made() == 1
    assert call(ANNA).get(f"/exports/{id}").json()["state"] == "ready"


def _full_disk(*_: object) -> bytes:
    raise OSError("the disk is full")


def _away() -> object:
    raise OSError("no route to the bucket")


def test_what_came_from_an_older_system_is_in_it_with_the_mark(call: CallAs, shops: Shops) -> None:
    known(shops)
    brought(thread())
    id = asked_for(call, CLARA, language="en")
    made()
    file = opened(call, CLARA, id)
    rows = lines(file, "entries/thread.imported.ndjson")
    assert [row["values"]["body"] for row in rows] == [WORDS, BROUGHT]
    assert "said to be from" in file.read(f"conversations/{place(shops)}.html").decode()


@pytest.fixture
def filed(told: Ref) -> Ref:
    """Clara sends a picture, which was looked at, and a paper, which was not yet."""
    for content, name in ((picture(), "gasket, top #2.png"), (pdf(), "invoice.pdf")):
        sent = attachments.upload(
            actor=CLARA, now=clock.now(), seller_id=ANNAS_SHOP, name=name, chunks=[content], key=name
        )
        posted(told, sent.ref.id, key=name)
        if content == picture():
            examined()
    return told


def test_files_are_in_it_with_a_link_on_the_page(call: CallAs, filed: Ref) -> None:
    """Both sides have them as they were sent, but for those that may not be opened."""
    for actor, papers in ((CLARA, 1), (ANNA, 0)):
        id = asked_for(call, actor)
        made()
        file = opened(call, actor, id)
        paths = {name.rpartition("/")[2]: name for name in file.namelist() if "attachments/" in name}
        assert {*paths} == {"1-gasket_ top _2.png", *["1-invoice.pdf"][:papers]}
        assert file.read(paths["1-gasket_ top _2.png"]) == picture()
        page = file.read(f"conversations/{filed}.html").decode()
        assert f'<a href="../{paths["1-gasket_ top _2.png"]}">gasket, top #2.png</a>' in page
        assert (page.count("invoice.pdf</a>"), "invoice.pdf" in page) == (papers, True)
        manifest = json.loads(file.read("manifest.json"))["files"]
        assert manifest[paths["1-gasket_ top _2.png"]]["sha256"] == sha256(picture()).hexdigest()


def test_a_storage_that_is_away_leaves_nothing_out(
    call: CallAs, filed: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = asked_for(call, CLARA)
    with monkeypatch.context() as patch:
        patch.setattr("helpdesk.attachments.storage.keeping._storage", _away)
        with pytest.raises(Busy):
            made()
    assert call(CLARA).get(f"/exports/{id}").json()["state"] == "running"
    assert made(days=1) == 1
    assert [name for name in opened(call, CLARA, id).namelist() if name.startswith("attachments/")]


def test_a_storage_of_exports_that_is_away_is_waited_for(
    call: CallAs, told: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = "helpdesk.attachments.storage.folder.DurableFolder"
    asked_for(call, ANNA)
    with monkeypatch.context() as patch:
        patch.setattr(f"{storage}._save", _full_disk)
        with pytest.raises(Busy):
            made()
    assert made(days=1) == 1
    later = clock.now() + timedelta(days=9)
    with monkeypatch.context() as patch:
        patch.setattr(f"{storage}.delete", _full_disk)
        with pytest.raises(Busy):
            actions.remove_exports(actor=SYSTEM, now=later)
    assert actions.remove_exports(actor=SYSTEM, now=later) == 1
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_one_that_was_begun_twice_leaves_one_file(
    call: CallAs, told: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = asked_for(call, ANNA)
    with monkeypatch.context() as patch:
        patch.setattr(import_module("helpdesk.takeout.actions.make_export"), "_seal", _full_disk)
        with pytest.raises(OSError, match="full"):
            made()
    assert made(days=1) == 1
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1
    assert "manifest.json" in opened(call, ANNA, id).namelist()


def test_every_thread_and_part_is_a_sign_of_life(
    call: CallAs, told: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the pages take, no other worker begins meanwhile."""
    asked_for(call, ANNA)
    beats: list[tuple[int, int]] = []
    monkeypatch.setattr(
        import_module("helpdesk.takeout.actions.make_export"),
        "_Beat",
        lambda *_: lambda done, total: beats.append((done, total)),
    )
    made()
    total = beats[0][1]
    assert beats[0] == (0, total)
    assert beats.count((total, total)) > len(ROWS) + 2


def test_small_batches_hold_the_same(call: CallAs, told: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is a buyer's alone and what both sides read come in one order, whatever is read together."""
    first, numbers = asked_for(call, CLARA), []
    for batch in (1_000, 1, 2):
        monkeypatch.setattr("helpdesk.takeout.queries.own.BATCH", batch)
        made()
        file = opened(call, CLARA, first)
        numbers.append([leaf["number"] for leaf in lines(file, "leaves.ndjson")])
        first = asked_for(call, CLARA)
    assert numbers[0] == sorted(numbers[0])
    assert numbers[1][: len(numbers[0])] == numbers[0]
    assert numbers[2][: len(numbers[1])] == numbers[1]
    with acting(CLARA):
        assert len(numbers[2]) == Entry.objects.count() - 2  # its own end, and the next one's request
