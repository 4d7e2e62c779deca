"""The conversation as people read it."""

from __future__ import annotations

from typing import Any

from helpdesk.evidence.shipped.verify.leaves import Leaf
from helpdesk.evidence.shipped.verify.proofs import Proofs
from helpdesk.evidence.shipped.verify.reporting import Unreadable
from helpdesk.evidence.shipped.verify.texts import canonical_json_of, canonical_of, is_text, json_of, must
from helpdesk.evidence.shipped.verify.values import HEADINGS, LATER, UNKNOWN, file_said, text_of


class Conversation(Proofs):
    """What people read, held against what was recorded."""

    def _check_conversation(self) -> None:
        """Every word that people read stands in a leaf, or in a value that a leaf commits."""
        data = self._bytes("conversation.json")
        if data is None:
            return
        found = canonical_json_of(data, "conversation.json")
        must(isinstance(found, dict), "conversation.json", "shape")
        plain = [found.get(name, "") for name in found.keys() - {"messages", "events"}]
        must(found.keys() <= HEADINGS and all(is_text(text) for text in plain), "conversation.json", "shape")
        self.report.facts.update(
            {name: found[name] for name in sorted(found.keys() & HEADINGS - {"messages", "events"})}
        )
        shared = self.manifest["conversation"]
        said = [leaf for leaf in self.told if leaf.chain == shared and leaf.kind == "message"]
        beside = [leaf for leaf in self.told if leaf.chain != shared or leaf.kind != "message"]
        self._hold("messages", found.get("messages"), said)
        self._hold("events", found.get("events"), beside)
        buyer = self._buyer([leaf for leaf in said if leaf.role == "buyer"])
        if buyer is not UNKNOWN and found.get("buyer") != buyer:
            self.report.add("conversation.differs", name="buyer", field="buyer")

    def _buyer(self, leaves: list[Leaf]) -> Any:
        """The name over all: the one under which the buyer wrote last; None while one is kept back."""
        states = {self.values.get((leaf.id, "by"), ("missing", b""))[0] for leaf in leaves}
        if states & {"missing", "altered"}:
            return UNKNOWN
        return None if not leaves or states & {"erased", "withheld"} else self._name(leaves[-1]) or None

    def _hold(self, part: str, told: Any, leaves: list[Leaf]) -> None:
        """What is told, one by one, against what was recorded."""
        fits = isinstance(told, list) and all(isinstance(row, dict) for row in told)
        must(fits and all(is_text(row.get("entry")) for row in told), "conversation.json", part)
        by_entry = {row["entry"]: row for row in told}
        known = {leaf.id for leaf in leaves}
        for entry in [row["entry"] for row in told if row["entry"] not in known]:
            self.report.add("conversation.extra", entry)
        if len(by_entry) < len(told) or [e for e in by_entry if e in known] != [
            leaf.id for leaf in leaves if leaf.id in by_entry
        ]:
            self.report.add("conversation.differs", name=part, field="order")
        for leaf in leaves:
            if leaf.id not in by_entry:
                self.report.add("conversation.missing", leaf.id, n=leaf.n)
                continue
            recorded = self._message(leaf) if part == "messages" else self._event(leaf)
            self._compare(leaf, by_entry[leaf.id], recorded)

    def _compare(self, leaf: Leaf, told: dict[str, Any], recorded: dict[str, Any]) -> None:
        for field in sorted(told.keys() | recorded.keys()):
            if recorded.get(field) is UNKNOWN or (field in LATER and field not in told):
                continue
            fits = (
                field in told
                and field in recorded
                and canonical_of(told[field]) == canonical_of(recorded[field])
            )
            if not fits:
                self.report.add("conversation.differs", leaf.id, field, field=field, n=leaf.n)

    def _message(self, leaf: Leaf) -> dict[str, Any]:
        """A message as conversation.json must tell it."""
        language = leaf.content["f"].get("language", "")
        names = sorted((n for n in leaf.commitments if n.startswith("file-")), key=lambda n: (len(n), n))
        files = [self._file(leaf, name) for name in names]
        return {
            "at": leaf.at,
            "entry": leaf.id,
            "files": UNKNOWN if UNKNOWN in files else files,
            "language": str(language),
            "n": leaf.n,
            **{name: leaf.content["f"][name] for name in LATER if name in leaf.content["f"]},
            **self._author(leaf),
            **self._text(leaf),
        }

    def _text(self, leaf: Leaf) -> dict[str, Any]:
        state, value = self.values.get((leaf.id, "body"), ("missing", b""))
        if state in ("erased", "withheld"):
            return {"state": state}
        return {"text": text_of(value)} if state == "verified" else {"text": UNKNOWN, "state": UNKNOWN}

    def _author(self, leaf: Leaf) -> dict[str, Any]:
        state = self.values.get((leaf.id, "by"), ("missing", b""))[0]
        if state in ("erased", "withheld"):
            return {"side": leaf.role, "name_state": state}
        name = self._name(leaf)
        known = {"name": name} if state == "verified" and name is not None else {}
        return {"side": leaf.role, **(known or {"name": UNKNOWN, "name_state": UNKNOWN})}

    def _name(self, leaf: Leaf) -> str | None:
        """The author's name as the others saw it then; None where it is not shown."""
        state, value = self.values.get((leaf.id, "by"), ("missing", b""))
        try:
            name = json_of(value, "by").get("name") if state == "verified" else None
        except (Unreadable, AttributeError):
            return None
        return name if isinstance(name, str) else None

    def _file(self, leaf: Leaf, name: str) -> Any:
        state, value = self.values.get((leaf.id, name), ("missing", b""))
        said = file_said(value) if state == "verified" else None
        if state in ("erased", "withheld"):
            return {"value": name, "state": state}
        if said is None:
            return UNKNOWN
        member = self.files.get((leaf.id, name), ("", ""))[1]
        if not member:
            return UNKNOWN
        told = {"name": said["name"], "sha256": said["digest"], "size": said["size"], "type": said["type"]}
        return {**told, "value": name, "path": member}

    def _event(self, leaf: Leaf) -> dict[str, Any]:
        """Any other entry as conversation.json must tell it."""
        values = {name: self.values.get((leaf.id, name), ("missing", b"")) for name in leaf.content["c"]}
        texts = {n: text_of(value) for n, (state, value) in values.items() if state == "verified"}
        unsure = any(state in ("missing", "altered") for state, _ in values.values())
        return {
            "at": leaf.at,
            "chain": leaf.chain,
            "entry": leaf.id,
            "facts": leaf.content["f"],
            "kind": leaf.kind,
            "n": leaf.n,
            "texts": UNKNOWN if unsure else {n: text for n, text in texts.items() if text is not None},
            **self._author(leaf),
        }
