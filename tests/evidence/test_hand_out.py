"""Hand out: the package holds what was said and what proves it, and the handing out is on record."""

import json
from base64 import b64decode
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from uuid import UUID, uuid4
from zipfile import ZIP_STORED, ZipFile

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.queries import receipt_key, receipt_signer, verify
from helpdesk.archive.rules.commitments import commit
from helpdesk.archive.rules.leaf import leaf_hash
from helpdesk.archive.rules.receipts import is_valid
from helpdesk.archive.terms import Audience, Finding, Receipt
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.evidence.terms import Withheld
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from helpdesk.tlog.notes import open_note
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, FELIX, HANIA, PLATFORM, READER
from tests.conversations.attempts import refused_reply
from tests.evidence.conftest import ANSWER, QUESTION
from tests.evidence.packages import Handed, package


def leaves(handed: Handed) -> list[dict]:
    return [json.loads(line) for line in handed.members["leaves.jsonl"].splitlines()]


def entries() -> list[Entry]:
    with acting(SYSTEM):
        return list(Entry.objects.filter(kind="evidence.handed_out").order_by("at"))


def test_it_holds_the_conversation(answered: Ref) -> None:
    said = json.loads(package(answered).members["conversation.json"])
    assert [message["text"] for message in said["messages"]] == [QUESTION, ANSWER]
    assert [message["name"] for message in said["messages"]] == ["Clara", "Anna"]
    assert [message["side"] for message in said["messages"]] == ["buyer", "seller"]
    assert (said["order"], said["buyer"], said["seller"]) == ("A-1001", "Clara", "Anna's Espresso Parts")


def test_the_leaves_are_a_whole_chain_and_the_keys(answered: Ref) -> None:
    found = leaves(package(answered))
    chain = [line for line in found if "loose" not in line]
    assert [line["n"] for line in chain] == [0, 1]
    first, second = (json.loads(line["leaf"]) for line in chain)
    assert second["prev"] == leaf_hash(chain[0]["leaf"].encode()).hex()
    assert first["chain"] == second["chain"] == str(answered.id)
    uses = {json.loads(line["leaf"])["f"]["use"] for line in found if line.get("loose")}
    assert uses >= {"receipt"}


def test_each_value_opens_its_commitment(answered: Ref) -> None:
    handed = package(answered)
    salts = json.loads(handed.members["salts.json"])
    for line in leaves(handed):
        leaf = json.loads(line["leaf"])
        if line.get("loose"):
            assert leaf["id"] not in salts
            continue
        digests = {"by": leaf["by"]["c"], **leaf["c"]}
        opened = salts[leaf["id"]]
        assert opened.keys() == digests.keys()
        for name, one in opened.items():
            value, salt = b64decode(one["value"]), bytes.fromhex(one["salt"])
            assert commit(kind=leaf["t"], name=name, value=value, salt=salt).hex() == digests[name]


def test_the_receipts_are_those_that_were_given(answered: Ref) -> None:
    handed = package(answered)
    receipts = json.loads(handed.members["receipts.json"])
    for line in leaves(handed):
        id = json.loads(line["leaf"])["id"]
        given = receipts[id]
        receipt = Receipt(
            entry=UUID(id),
            leaf_hash=leaf_hash(line["leaf"].encode()),
            at=clock.from_us(given["at"]),
            key=given["key"],
            signature=bytes.fromhex(given["signature"]),
        )
        assert is_valid(receipt=receipt, public=receipt_key().public)


def test_the_manifest_names_every_file_and_is_signed(answered: Ref) -> None:
    members = package(answered).members
    manifest = json.loads(members["manifest.json"])
    beside = {"manifest.json", "manifest.note"}
    assert manifest["files"] == {
        path: {"sha256": sha256(data).hexdigest(), "size": len(data)}
        for path, data in members.items()
        if path not in beside
    }
    (chain,) = manifest["chains"]
    assert (chain["name"], chain["audience"], chain["head"]) == ("shared", 0, 1)
    name = members["manifest.note"].decode().split("— ")[1].split(" ")[0].removesuffix("/receipts")
    note = open_note(members["manifest.note"], verifiers=[receipt_signer(origin=name).verifier])
    assert note.text.split("\n")[:3] == [
        "helpdesk-evidence/v1",
        str(answered.id),
        sha256(members["manifest.json"]).hexdigest(),
    ]


def test_members_are_stored_as_they_are_under_plain_names(answered: Ref) -> None:
    with ZipFile(BytesIO(package(answered).data)) as file:
        for member in file.infolist():
            assert member.compress_type == ZIP_STORED
            assert member.filename.isascii()
            assert ".." not in member.filename
    members = package(answered, key="again").members
    assert {"README.txt", "conversation.en.pdf", "verify.py", "verify.html", "keys.txt"} <= members.keys()


def test_what_is_withheld_is_named_and_nowhere_to_be_found(answered: Ref) -> None:
    first, second = (json.loads(line["leaf"]) for line in leaves(package(answered))[:2])
    withheld = {
        Withheld(UUID(first["id"]), "by"),
        Withheld(UUID(first["id"]), "about"),
        Withheld(UUID(second["id"]), "body"),
    }
    handed = package(answered, withheld=withheld, key="less")
    salts = json.loads(handed.members["salts.json"])
    assert salts[first["id"]]["by"] == salts[second["id"]]["body"] == {"state": "withheld"}
    said = json.loads(handed.members["conversation.json"])
    assert said["messages"][1]["state"] == said["messages"][0]["name_state"] == "withheld"
    assert not {"buyer", "order", "title"} & said.keys()
    for secret in (b"Clara", ANSWER.encode(), b"A-1001"):
        assert not any(secret in data for name, data in handed.members.items() if name != "verify.html")
    assert leaves(handed)[:2] == leaves(package(answered, key="all"))[:2]


def test_what_is_not_there_cannot_be_withheld(answered: Ref) -> None:
    for nothing in (Withheld(uuid4(), "body"), Withheld(answered.id, "body")):
        with pytest.raises(Invalid, match=r"evidence\.withheld"):
            package(answered, withheld={nothing})
    assert entries() == []


@pytest.mark.parametrize("actor", [ANNA, BRUNO, READER, CLARA])
def test_either_side_takes_its_own(answered: Ref, actor: Actor) -> None:
    assert package(answered, actor=actor).members["leaves.jsonl"]
    (entry,) = entries()
    assert entry.audience == (Audience.BUYER if actor is CLARA else Audience.SELLER)
    with acting(ANNA if actor is CLARA else CLARA):
        assert not Entry.objects.filter(kind="evidence.handed_out").exists()


@pytest.mark.parametrize("actor", [DMITRI, HANIA, PLATFORM, SYSTEM])
def test_strangers_find_nothing(answered: Ref, actor: Actor) -> None:
    with pytest.raises(NotFound):
        package(answered, actor=actor)
    assert entries() == []


@pytest.mark.parametrize("actor", [EDDA, FELIX])
def test_administrators_come_by_their_desk(answered: Ref, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        package(answered, actor=actor)


@pytest.mark.parametrize("actor", [ANNA, CLARA])
def test_what_lies_behind_the_thread_is_the_platforms_to_give(answered: Ref, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        package(answered, actor=actor, backstage=[Audience.SELLER])


def test_the_entry_commits_the_manifest(answered: Ref) -> None:
    handed = package(answered)
    (entry,) = entries()
    facts = json.loads(bytes(entry.leaf))["f"]
    assert facts == {
        "bytes": len(handed.data),
        "chains": 1,
        "conversation": str(answered.id),
        "entries": 2,
        "files": 0,
        "language": "en",
        "withheld": 0,
    }
    with acting(SYSTEM):
        value = Value.objects.get(entry_id=entry.id, name="manifest")
    assert bytes(value.value).decode() == sha256(handed.members["manifest.json"]).hexdigest()
    assert not [fault for fault in verify(mirrors=MIRRORS) if isinstance(fault, Finding)]


def test_who_asks_twice_gets_two_and_both_are_on_record(answered: Ref) -> None:
    first = package(answered)
    second = package(answered, now=clock.now() + timedelta(microseconds=7))
    assert first.members["manifest.json"] != second.members["manifest.json"]
    assert len(entries()) == 2


def test_it_grows_with_the_conversation_and_leaves_the_backstage_out(answered: Ref) -> None:
    refused_reply(answered)
    package(answered, key="one")
    conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=answered, draft="And the screen?", key="clara-2"
    )
    handed = package(answered, key="two")
    assert [line["n"] for line in leaves(handed) if "loose" not in line] == [0, 1, 2]
    assert {line["chain"] for line in leaves(handed) if "loose" not in line} == {str(answered.id)}
