"""Leaves, chains, values and files."""

from __future__ import annotations

from typing import Any

from helpdesk.evidence.shipped.verify.leaves import Leaf, leaf_of
from helpdesk.evidence.shipped.verify.notes import Key
from helpdesk.evidence.shipped.verify.package import ATTACHED, Package
from helpdesk.evidence.shipped.verify.reporting import Unreadable
from helpdesk.evidence.shipped.verify.texts import canonical_json_of, must
from helpdesk.evidence.shipped.verify.values import FILE_VALUE, file_said, value_of

_LOOSE = ("key",)  # entries of other chains that a package needs: they publish keys


class Record(Package):
    """What was recorded: keys, leaves in chains, values and files."""

    def _read_keys(self) -> None:
        data = self._bytes("keys.txt") or b""
        try:
            rows = data.decode("utf-8").split("\n")
            if rows.pop() or len(rows) > 1000:
                raise ValueError("lines")
            self.keyring = [Key.parse(row) for row in rows if row and not row.startswith("#")]
        except ValueError:
            raise Unreadable("member.form", "keys.txt", "keys") from None
        finally:
            self.keyring = [*dict.fromkeys([*self.keyring, *self.trusted])]

    def _read_leaves(self) -> None:
        rows = (self._bytes("leaves.jsonl") or b"").split(b"\n")
        if rows.pop():
            raise Unreadable("member.form", "leaves.jsonl", "last line")
        for number, row in enumerate(rows, start=1):
            leaf = leaf_of(row)
            if leaf is None or (leaf.loose and leaf.kind not in _LOOSE):
                self.report.add("leaf.form", name="leaves.jsonl", line=number)
            elif leaf.id in self.leaves:
                self.report.add("leaf.twice", leaf.id)
            else:
                self.leaves[leaf.id] = leaf

    @property
    def told(self) -> list[Leaf]:
        """The leaves of the conversation's chains."""
        return [leaf for leaf in self.leaves.values() if not leaf.loose]

    def _check_chains(self) -> None:
        """Each chain runs from 0 to the head that the manifest states, each leaf naming the one before it."""
        by_chain: dict[str, list[Leaf]] = {chain["chain"]: [] for chain in self.manifest["chains"]}
        for leaf in self.told:
            if leaf.chain in by_chain:
                by_chain[leaf.chain].append(leaf)
            else:
                self.report.add("chain.unlisted", leaf.id, n=leaf.n)
        for chain in self.manifest["chains"]:
            self._check_chain(chain, by_chain[chain["chain"]])
        self._check_parties()

    def _check_chain(self, chain: dict[str, Any], leaves: list[Leaf]) -> None:
        before: Leaf | None = None
        for leaf in leaves:
            self._check_link(leaf, before, chain["name"])
            before = leaf
        last = before.n if before else -1
        if last < chain["head"]:
            self.report.add("chain.tail", name=chain["name"], first=last + 1, last=chain["head"])
        elif before and (last > chain["head"] or before.hash.hex() != chain["hash"]):
            self.report.add("chain.head", before.id, chain["name"], n=chain["head"])

    def _check_link(self, leaf: Leaf, before: Leaf | None, name: str) -> None:
        due = before.n + 1 if before else 0
        if leaf.n > due:
            self.report.add("chain.gap", leaf.id, name, first=due, last=leaf.n - 1)
        elif leaf.n < due or leaf.content["prev"] != (before.hash.hex() if before else ""):
            self.report.add("chain.link", leaf.id, name, n=leaf.n)
        if before and leaf.at <= before.at:
            self.report.add("chain.time", leaf.id, name, n=leaf.n)

    def _check_parties(self) -> None:
        """All leaves of a conversation stand between the same seller and the same buyer."""
        first = next(iter(self.told), None)
        for leaf in self.told:
            if first and any(
                leaf.content.get(name) != first.content.get(name) for name in ("seller", "pair")
            ):
                self.report.add("chain.party", leaf.id, n=leaf.n)

    def _check_values(self) -> None:
        data = self._bytes("salts.json")
        salts = canonical_json_of(data, "salts.json") if data is not None else {}
        must(
            isinstance(salts, dict) and all(isinstance(s, dict) for s in salts.values()),
            "salts.json",
            "shape",
        )
        erased = {
            (leaf.chain, entry)
            for leaf in self.told
            for how, entry in leaf.content["ref"]
            if leaf.kind == "erased" and how == "erases"
        }
        for entry in sorted(salts.keys() - self.leaves.keys()):
            self.report.add("value.extra", entry)
        for leaf in self.leaves.values():
            given = salts.get(leaf.id, {})
            for name in sorted(given.keys() - leaf.commitments.keys()):
                self.report.add("value.extra", leaf.id, name, n=leaf.n)
            for name, commitment in leaf.commitments.items():
                if name in given or not leaf.loose:
                    code, value = value_of(leaf, name, commitment, given.get(name))
                    if code == "value.erased" and (leaf.chain, leaf.id) not in erased:
                        code = "value.not_erased"
                    self.report.add(code, leaf.id, name, n=leaf.n)
                    self.values[leaf.id, name] = (self.report.rows[-1].state, value)

    def _check_files(self) -> None:
        """The bytes of each file give the digest and the size that the message committed."""
        members: dict[tuple[str, str], list[str]] = {}
        for name in sorted(self.source.sizes):
            found = ATTACHED.fullmatch(name)
            if found:
                members.setdefault((found.group(1), "file-" + found.group(2)), []).append(name)
        for leaf in self.leaves.values():
            for name in filter(FILE_VALUE.fullmatch, leaf.commitments):
                self._check_file(leaf, name, members.get((leaf.id, name), []))

    def _check_file(self, leaf: Leaf, name: str, there: list[str]) -> None:
        state, value = self.values.get((leaf.id, name), ("missing", b""))
        if state in ("missing", "altered"):
            self.used.update(there)  # nothing can be said of it
            return
        found = self._file_state(value, there) if state == "verified" else state
        if state == "verified":
            self.used.update(there[:1])
        self.report.add("file." + found, leaf.id, name, member=there[0] if there else "")
        self.files[leaf.id, name] = (found, there[0] if there and found == "verified" else "")

    def _file_state(self, value: bytes, members: list[str]) -> str:
        said = file_said(value)
        if said is None:
            return "altered"
        if not members:
            return "missing"
        size, digest = self.source.sizes[members[0]], self.digests[members[0]]
        return "verified" if (said["size"], said["digest"]) == (size, digest) else "altered"
