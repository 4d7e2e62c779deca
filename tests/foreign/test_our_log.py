"""The log that the product itself publishes, read by programs of other people: growth, entries, tampering."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from tlog_scales.signing import Vkey, VkeySet
from tlog_scales.tlog import Checkpoint, ConsistencyProof

from helpdesk.archive.actions import number_entries, publish_log
from helpdesk.archive.models import Entry, Number
from helpdesk.archive.queries import Published, inclusion_of, published
from helpdesk.archive.queries.folder import folder_of
from helpdesk.archive.queries.log_key import log_key
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.tlog import proof_files
from helpdesk.tlog.checkpoints import Checkpoint as Head
from helpdesk.tlog.notes import sign
from helpdesk.tlog.proofs import consistency_proof, hashes_in_tiles
from tests.archive.publishing import post
from tests.cast import ANNA, CLARA
from tests.foreign.go import question, refusal
from tests.shops import open_shops

MORE = 300  # over the edge of the first tile


@dataclass(frozen=True, kw_only=True)
class Ours:
    """Two published states of one log, and the leaves of the newer one in order."""

    older: Published
    newer: Published
    path: Path
    leaves: list[bytes]
    reply: Ref

    def claims(self) -> dict[str, Any]:
        """Everything, as the Go program is told it: each tenth entry, and those at the edges."""
        indexes = sorted({*range(0, self.newer.size, 10), 255, 256, self.older.size - 1, self.newer.size - 1})
        return question(
            folder=self.path,
            vkey=self.newer.vkey,
            entries=self.leaves,
            indexes=indexes,
            older=self.older.note,
        )


def _sign() -> Published:
    number_entries(actor=SYSTEM, now=clock.now())
    publish_log(actor=SYSTEM, now=clock.now())
    head = published()
    assert head is not None
    return head


def _leaves() -> list[bytes]:
    order = Number.objects.using("auditor").order_by("number").values_list("entry_id", flat=True)
    found = {entry.id: bytes(entry.leaf) for entry in Entry.objects.using("auditor")}
    return [found[id] for id in order]


@pytest.fixture
def ours(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ours:
    """Clara asks; the log is signed; Anna answers, three hundred notes follow; it is signed again."""
    monkeypatch.setattr(settings.HELPDESK, "log_folder", tmp_path / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", tmp_path / "guard")
    shops = open_shops()
    asked = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft="Where is my parcel?", key="1"
    )
    older = _sign()
    conversations.post_reply(
        actor=ANNA,
        now=clock.now(),
        conversation=asked.conversation,
        draft="It left our house on Monday; here is its number: 4711.",
        key="2",
    )
    post(MORE)
    newer = _sign()
    return Ours(
        older=older,
        newer=newer,
        path=folder_of(log_id=newer.log_id).path,
        leaves=_leaves(),
        reply=Ref(asked.conversation.seller_id, asked.receipt.entry),
    )


def test_go_accepts_what_we_published_and_how_it_grew(checker: Path, ours: Ours) -> None:
    assert 0 < ours.older.size < ours.newer.size
    assert ours.newer.size > MORE
    assert refusal(checker, ours.claims()) == ""


def test_go_refuses_an_altered_tile_and_an_altered_entry(checker: Path, ours: Ours) -> None:
    asked = ours.claims()
    tile, bundle = ours.path / "tile/0/000", ours.path / "tile/entries/000"
    for file in (tile, bundle):
        data = file.read_bytes()
        file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        assert refusal(checker, asked) != "", file.name
        file.write_bytes(data)
    assert refusal(checker, asked) == ""


def test_go_refuses_a_fork_even_under_our_own_key(checker: Path, ours: Ours) -> None:
    fork = Head(ours.older.origin, ours.older.size, bytes(32))
    forked = sign(fork.text(), log_key(origin=ours.older.origin))
    assert "the older tree by the tiles" in refusal(checker, ours.claims() | {"older": forked})


def tlog_tiles(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    program = Path(sys.executable).with_name("tlog-tiles")
    return subprocess.run([program, *arguments], capture_output=True, timeout=60)


def test_tlog_scales_finds_the_question_and_makes_the_proof_that_we_hand_out(ours: Ours) -> None:
    proof = inclusion_of(seller_id=ours.reply.seller_id, entry_id=ours.reply.id)
    assert proof is not None
    found = tlog_tiles("get-leaf", "--check", str(ours.path), str(proof.index))
    assert (found.returncode, found.stdout) == (0, ours.leaves[proof.index]), found.stderr
    written = proof_files.write(index=proof.index, proof=proof.hashes, checkpoint=proof.note)
    assert tlog_tiles("gen-proof", str(ours.path), str(proof.index)).stdout.decode() == written


def test_tlog_scales_refuses_an_altered_tile(ours: Ours) -> None:
    tile = ours.path / "tile/0/000"
    data = tile.read_bytes()
    tile.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    found = tlog_tiles("get-leaf", "--check", str(ours.path), "254")  # whose proof begins with that hash
    assert found.returncode != 0
    assert b"InclusionProofInvalid" in found.stderr


def test_tlog_scales_accepts_both_signatures_and_the_growth(ours: Ours) -> None:
    keys = VkeySet(Vkey.from_string(ours.newer.vkey))
    older, newer = (Checkpoint.from_text(head.note) for head in (ours.older, ours.newer))
    for head in (older, newer):
        assert {key.name for key, _ in keys.verify(head.signatures, head)} == {ours.newer.origin}
    read = hashes_in_tiles(lambda tile: (ours.path / tile.path()).read_bytes(), ours.newer.size)
    nodes = consistency_proof(first=ours.older.size, second=ours.newer.size, read=read)
    ConsistencyProof(ours.older.size, ours.newer.size, nodes).check(older.root_hash, newer.root_hash)
