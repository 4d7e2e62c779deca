"""Proofs, receipts, and the note of the manifest."""

from __future__ import annotations

import hashlib
from collections import Counter

from helpdesk.evidence.shipped.verify.leaves import Leaf
from helpdesk.evidence.shipped.verify.notes import (
    NOTE_KEY,
    RECEIPTS,
    Head,
    Key,
    checkpoint_of,
    is_included,
    note_of,
    proof_of,
    signers_of,
)
from helpdesk.evidence.shipped.verify.record import Record
from helpdesk.evidence.shipped.verify.reporting import DAY_US, FORMAT
from helpdesk.evidence.shipped.verify.texts import HASH, is_text, json_of, must
from helpdesk.evidence.shipped.verify.values import receipt_code


class Proofs(Record):
    """What was proved: leaves in the log, receipts, the operator's word."""

    def _head(self, data: bytes, name: str) -> Head | None:
        """The tree head of a checkpoint; what is wrong with it is said once."""
        if data not in self.heads:
            self.heads[data] = None
            try:
                self.heads[data] = checkpoint_of(data, self.keyring)
            except ValueError as error:
                detail = "utf-8" if isinstance(error, UnicodeError) else str(error)
                self.report.add("checkpoint.wrong", name=name, detail=detail)
        return self.heads[data]

    def _check_proofs(self) -> None:
        places = Counter((leaf.origin, leaf.place) for leaf in self.leaves.values())
        for leaf in self.leaves.values():
            self._check_proof(leaf, places[leaf.origin, leaf.place] > 1)
        newest = self._bytes("checkpoint")
        if newest is not None:
            self._head(newest, "checkpoint")
        elif self.proved:
            self.report.add("member.missing", name="checkpoint")
        self._check_split()

    def _check_proof(self, leaf: Leaf, crowded: bool) -> None:
        name = "proofs/" + leaf.id + ".tlog-proof"
        data = self._bytes(name)
        if data is None or leaf.place is None:
            late = leaf.at + DAY_US < self.manifest["made_at"]
            self.report.add("proof.missing" if late else "proof.pending", leaf.id, n=leaf.n)
            return
        try:
            proof = proof_of(data)
        except ValueError:
            self.report.add("member.form", name=name, detail="proof")
            return
        head = self._head(proof.checkpoint, name)
        if head is None:
            return
        fits = (proof.place, head.origin) == (leaf.place, leaf.origin) and not crowded
        if fits and is_included(proof.place, head.size, leaf.hash, proof.hashes, head.root):
            self.proved[leaf.id] = head
        else:
            self.report.add("proof.wrong", leaf.id, name, n=leaf.n)

    def _check_split(self) -> None:
        """A log that signed two roots for one size has two histories."""
        roots: dict[tuple[str, int], bytes] = {}
        for head in self.heads.values():
            if head and roots.setdefault((head.origin, head.size), head.root) != head.root:
                self.report.add("checkpoint.split", name=head.origin, size=head.size)

    def _receipt_keys(self) -> dict[str, tuple[bytes, Leaf]]:
        """The keys that `key` entries publish for receipts, by the id that their own bytes give them."""
        found: dict[str, tuple[bytes, Leaf]] = {}
        for leaf in self.leaves.values():
            facts = leaf.content["f"]
            if leaf.loose and facts.get("use") == "receipt" and is_text(facts.get("public"), HASH):
                public = bytes.fromhex(facts["public"])
                found.setdefault(hashlib.sha256(public).hexdigest()[:16], (public, leaf))
        return found

    def _check_receipts(self) -> None:
        data = self._bytes("receipts.json")
        receipts = json_of(data, "receipts.json") if data is not None else {}
        must(isinstance(receipts, dict), "receipts.json", "shape")
        keys = self._receipt_keys()
        for entry in sorted(receipts.keys() - self.leaves.keys()):
            self.report.add("receipt.extra", entry)
        for leaf in self.leaves.values():
            if leaf.id in receipts:
                code = receipt_code(leaf, receipts[leaf.id], keys)
                if code:
                    self.report.add(code, leaf.id, n=leaf.n)
            elif leaf.id not in self.proved:
                self.report.add("receipt.missing", leaf.id, n=leaf.n)

    def _check_note(self) -> None:
        """The receipt key signed what the manifest says: the chains were complete up to their heads."""
        data = self._bytes("manifest.note")
        if data is None:
            return
        digest = hashlib.sha256(self.raw_manifest).hexdigest()
        said = [FORMAT, self.manifest["conversation"], digest, str(self.manifest["made_at"]), ""]
        try:
            text, lines = note_of(data)
            if text != "\n".join(said):
                raise ValueError("text")
            names = {leaf.origin + RECEIPTS for leaf in self.leaves.values()} | {
                key.name for key in self.keyring
            }
            keys = [
                Key(line.name, NOTE_KEY, public)
                for public, _ in self._receipt_keys().values()
                for line in lines
                if line.name in names and line.name.endswith(RECEIPTS)
            ]
            if not signers_of(text, lines, {*keys}):
                raise ValueError("not signed by a receipt key that the log published")
        except ValueError as error:
            detail = "utf-8" if isinstance(error, UnicodeError) else str(error)
            self.report.add("manifest.note", name="manifest.note", detail=detail)
