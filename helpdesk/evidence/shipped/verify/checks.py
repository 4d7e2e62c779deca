"""The checks, one after the other, and trust."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterable

from helpdesk.evidence.shipped.verify.conversation import Conversation
from helpdesk.evidence.shipped.verify.leaves import Leaf
from helpdesk.evidence.shipped.verify.members import opened
from helpdesk.evidence.shipped.verify.notes import NOTE_KEY, RECEIPTS, Key, fingerprint
from helpdesk.evidence.shipped.verify.reporting import KeyUsed, Report, Unreadable
from helpdesk.evidence.shipped.verify.values import FILE_VALUE, STATES, text_of


class Check(Conversation):
    """All checks, and whose word all this is."""

    def run(self) -> None:
        """All checks, in an order in which each can rely on those before it."""
        self._read_manifest()
        self._check_members()
        for step in (
            self._read_keys,
            self._read_leaves,
            self._check_chains,
            self._check_values,
            self._check_files,
            self._check_proofs,
            self._check_receipts,
            self._check_note,
            self._check_conversation,
            self._check_strangers,
        ):
            try:
                step()
            except Unreadable as refused:
                self.report.add(refused.code, name=refused.name, detail=refused.detail)
        self._check_trust()
        self._tell()

    def _check_trust(self) -> None:
        """All rests on the keys that signed: the log's, and those for receipts that the log published."""
        heads = {id(head): head for head in self.heads.values() if head}.values()
        signers = {key for head in heads for key in head.signers}
        logs = {
            key for head in heads for key in head.signers if (key.kind, key.name) == (NOTE_KEY, head.origin)
        }
        for key in sorted(signers):
            use = "log" if key in logs else "witness"
            self.report.keys.append(KeyUsed(key.vkey, use, fingerprint(key.public), key in self.trusted))
        for key in sorted(logs - {*self.trusted}):
            self._distrust(key.name, key.public)
        self._check_receipt_trust()

    def _check_receipt_trust(self) -> None:
        direct = {key.public for key in self.trusted if key.name.endswith(RECEIPTS)}
        for public, leaf in self._receipt_keys().values():
            head = self.proved.get(leaf.id)
            vouched = head and {key for key in head.signers if key.name == head.origin} & {*self.trusted}
            name = (leaf.origin or self._origin()) + RECEIPTS
            key = Key(name, NOTE_KEY, public)
            trusted = public in direct or bool(vouched)
            self.report.keys.append(KeyUsed(key.vkey, "receipts", fingerprint(public), trusted))
            if not trusted and not head:
                self._distrust(name, public, "key.receipts")
        if not any(key.use in ("log", "receipts") for key in self.report.keys):
            self.report.add("key.not_given" if not self.trusted else "key.untrusted", name="", fingerprint="")

    def _origin(self) -> str:
        """The log that keys.txt speaks of."""
        names = [key.name for key in self.keyring if key.kind == NOTE_KEY]
        return next((n[: -len(RECEIPTS)] if n.endswith(RECEIPTS) else n for n in names), "")

    def _distrust(self, name: str, public: bytes, code: str = "key.untrusted") -> None:
        address = "https://" + name.partition("/")[0] + "/keys"
        code = code if self.trusted else "key.not_given"
        self.report.add(code, name=name, fingerprint=fingerprint(public), address=address)

    def _tell(self) -> None:
        """What the package is, and its messages as they are proved."""
        values = [state for state, _ in self.values.values()]
        newest = max((head for head in self.heads.values() if head), key=lambda head: head.size, default=None)
        self.report.facts.update(
            {
                "conversation": self.manifest["conversation"],
                "made_at": self.manifest["made_at"],
                "chains": [
                    [chain["name"], chain["audience"], chain["head"]] for chain in self.manifest["chains"]
                ],
                "entries": len(self.told),
                "proved": sum(leaf.id in self.proved for leaf in self.told),
                "values": {state: values.count(state) for state in STATES},
                "log_size": newest.size if newest else 0,
                "log": newest.origin if newest else "",
                "witnesses": sum(key.use == "witness" for key in self.report.keys),
            }
        )
        shared = self.manifest["conversation"]
        for leaf in self.told:
            if leaf.chain == shared and leaf.kind == "message":
                self.report.messages.append(self._told(leaf))

    def _told(self, leaf: Leaf) -> dict[str, Any]:
        body = self.values.get((leaf.id, "body"), ("missing", b""))
        author = self.values.get((leaf.id, "by"), ("missing", b""))
        return {
            "entry": leaf.id,
            "n": leaf.n,
            "at": leaf.at,
            "side": leaf.role,
            "language": str(leaf.content["f"].get("language", "")),
            "proved": leaf.id in self.proved,
            "name": {"state": author[0], "text": self._name(leaf) or ""},
            "text": {"state": body[0], "text": text_of(body[1]) or ""},
            "files": [
                {"name": name, "state": self.files.get((leaf.id, name), self.values[leaf.id, name])[0]}
                for name in leaf.commitments
                if FILE_VALUE.fullmatch(name) and (leaf.id, name) in self.values
            ],
        }


def verify(path: str | Path, keys: Iterable[str] = ()) -> Report:
    """Everything that is right or wrong with the package (a .zip or a folder), judged by the trusted `keys`.

    Each key is a vkey, `name+hash+base64`. Raises ValueError for a key that is none, OSError where nothing
    can be read at the path. What the package holds never raises.
    """
    report, trusted = Report(), [Key.parse(key.strip()) for key in keys]
    try:
        with opened(Path(path)) as source:
            Check(source, report, trusted).run()
    except Unreadable as refused:
        report.add(refused.code, name=refused.name, detail=refused.detail)
    return report
