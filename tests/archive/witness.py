"""A witness as C2SP tlog-witness describes it, strict in all that it MUST, in memory.

It is not ours that it trusts: checkpoints are read and proofs checked with the tools of tlog-scales. Only its
own line is made with our key class, since no foreign one signs on this Python.
"""

from base64 import b64decode
from dataclasses import dataclass, field

from tlog_scales.signing import Vkey, VkeySet
from tlog_scales.tlog import Checkpoint, ConsistencyProof, ConsistencyProofInvalid

from helpdesk.tlog.checkpoints import cosign
from helpdesk.tlog.keys import CosignatureSigner
from tests.archive.outsiders import Reply

PLAIN = "text/plain"


@dataclass
class StrictWitness:
    """Knows one log: `size` and `root` as it last cosigned them; `asked`: the old sizes that it was told."""

    log: str
    signer: CosignatureSigner
    at: int
    size: int = 0
    root: bytes = b""
    asked: list[int] = field(default_factory=list)

    def answer(self, path: str, body: bytes) -> Reply:
        """To `add-checkpoint`."""
        assert path == "/w/add-checkpoint", path
        head, _, note = body.partition(b"\n\n")
        first, *lines = head.decode().split("\n")
        assert first.startswith("old "), first
        assert first == f"old {int(first[4:])}", "leading zeros"
        assert len(lines) <= 63
        old, text = int(first[4:]), note.decode()
        self.asked.append(old)
        return self._judged(old, [b64decode(line, validate=True) for line in lines], text)

    def _judged(self, old: int, proof: list[bytes], text: str) -> Reply:
        shown, known = Checkpoint.from_text(text), Vkey.from_string(self.log)
        if shown.origin != known.name:
            return Reply(404, PLAIN, b"")
        if not [*VkeySet(known).verify(shown.signatures, shown)]:
            return Reply(403, PLAIN, b"")
        if old > shown.size:
            return Reply(400, PLAIN, b"")
        if old != self.size or (old == shown.size and self.root != shown.root_hash):
            return Reply(409, "text/x.tlog.size", f"{self.size}\n".encode())
        if not self._grew(old, shown, proof):
            return Reply(422, PLAIN, b"")
        self.size, self.root = shown.size, shown.root_hash
        return Reply(200, PLAIN, cosign(text, signer=self.signer, at=self.at)[len(text) :].encode())

    def _grew(self, old: int, shown: Checkpoint, proof: list[bytes]) -> bool:
        if old in (0, shown.size):
            return not proof
        try:
            ConsistencyProof(old, shown.size, proof).check(self.root, shown.root_hash)
        except ConsistencyProofInvalid:
            return False
        return True
