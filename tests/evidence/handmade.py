"""A second writer of evidence packages: by hand, from rules of the Archive and the log alone.

What the product's own builder writes and what this one writes must both satisfy the verifiers; and this one
can write what the product never would.
"""

import base64
import io
import json
import struct
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import UUID

from helpdesk.archive.rules import commitments
from helpdesk.archive.rules.leaf import leaf, leaf_hash
from helpdesk.archive.rules.receipts import ReceiptKey
from helpdesk.archive.terms import Audience, Chain, ChainName, Head
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.clock import from_us
from helpdesk.tlog import notes, proof_files
from helpdesk.tlog.checkpoints import Checkpoint, cosign
from helpdesk.tlog.hashing import root_of
from helpdesk.tlog.keys import CosignatureSigner, Signer
from helpdesk.tlog.proofs import hashes_of, inclusion_proof

Content = Mapping[str, Any]

ORIGIN = "helpdesk.example/archive/" + "ab" * 16
START = 1_767_607_200_000_000  # Monday 5 January 2026, 10:00 UTC
MINUTE = 60_000_000
DAY = 24 * 60 * MINUTE
LOG = Signer(ORIGIN, b"\x01" * 32)
WITNESS = CosignatureSigner("witness.example/w1", b"\x02" * 32)
RECEIPTS = Signer(f"{ORIGIN}/receipts", b"\x03" * 32)
OTHER_LOG = Signer(ORIGIN, b"\x04" * 32)
OTHER_RECEIPTS = Signer(f"{ORIGIN}/receipts", b"\x05" * 32)
NO_TEXT = b"\xff\x00"
PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 5


def uuid(number: int) -> UUID:
    return UUID(int=(0x018F6F2A << 96) | (0x7000 << 64) | (0x8000 << 48) | number)


SHARED = Chain(
    seller_id=7,
    id=uuid(0xC0),
    name=ChainName.SHARED,
    audience=Audience.BOTH,
    seller=uuid(0xA1),
    pair=uuid(0xA2),
    buyer_id=uuid(0xB1),
)
BACKSTAGE = Chain(
    seller_id=7,
    id=uuid(0xC1),
    name=ChainName.BACKSTAGE,
    audience=Audience.SELLER,
    seller=uuid(0xA1),
    pair=uuid(0xA2),
    buyer_id=uuid(0xB1),
)
HOUSE = Chain(seller_id=0, id=uuid(0xC9), name=ChainName.HOUSE, audience=Audience.OPERATOR)
PEOPLE = {
    "buyer": (uuid(0xB1), "Clara Żak"),
    "seller": (uuid(0xB2), "Anna & Söhne"),
    "system": (uuid(0xB3), ""),
}


@dataclass(kw_only=True)
class Entry:
    """An entry with its opened values; `told` is what salts.json says of each."""

    id: UUID
    chain: Chain
    kind: str
    content: dict[str, Any]
    data: bytes
    values: dict[str, tuple[bytes, bytes]]
    told: dict[str, Any] = field(default_factory=dict)

    @property
    def hash(self) -> bytes:
        return leaf_hash(self.data)


@dataclass(kw_only=True)
class Book:
    """The entries of a log, in its order."""

    entries: list[Entry] = field(default_factory=list)
    heads: dict[UUID, Head] = field(default_factory=dict)
    at: int = START

    def add(
        self,
        chain: Chain,
        kind: str,
        side: str,
        *,
        values: Mapping[str, bytes] | None = None,
        facts: Mapping[str, int | str] | None = None,
        ref: Iterable[tuple[str, UUID]] = (),
    ) -> Entry:
        self.at += MINUTE
        number = len(self.entries) + 1
        person, name = PEOPLE[side]
        opened = {**(values or {}), "by": commitments.author(person=person, name=name)}
        salted = {n: (v, sha256(f"{number} {n}".encode()).digest()) for n, v in opened.items()}
        digests = {
            n: commitments.commit(kind=kind, name=n, value=v, salt=s).hex() for n, (v, s) in salted.items()
        }
        data = leaf(
            id=uuid(0xE000 + number),
            chain=chain,
            head=self.heads.get(chain.id),
            at=from_us(self.at),
            kind=kind,
            role=side,
            by=digests.pop("by"),
            commitments=digests,
            facts=facts or {},
            ref=[*ref],
        )
        content = json.loads(data)
        entry = Entry(
            id=UUID(content["id"]), chain=chain, kind=kind, content=content, data=data, values=salted
        )
        entry.told = {
            n: {"salt": s.hex(), "value": base64.b64encode(v).decode()} for n, (v, s) in salted.items()
        }
        self.heads[chain.id] = Head(n=content["n"], leaf_hash=entry.hash, at=from_us(self.at))
        self.entries.append(entry)
        return entry

    def key(self, signer: Signer, use: str) -> Entry:
        facts = {"algorithm": "ed25519", "id": sha256(signer.public).hexdigest()[:16], "use": use}
        return self.add(HOUSE, "key", "system", facts={**facts, "public": signer.public.hex()})

    def say(self, side: str, text: str, **more: Any) -> Entry:
        values = {"body": text.encode(), **more.pop("values", {})}
        return self.add(SHARED, "message", side, values=values, facts={"language": "en"}, **more)


def file_value(name: str, data: bytes, kind: str = "image/png") -> bytes:
    return canonical({"digest": sha256(data).hexdigest(), "name": name, "size": len(data), "type": kind})


@dataclass(kw_only=True)
class Package:
    """Members by name, in order, and the model that they were written from."""

    book: Book
    pending: frozenset[UUID] = frozenset()
    log: Signer = LOG
    receipts: Signer = RECEIPTS
    made_at: int = 0
    members: dict[str, bytes] = field(default_factory=dict)
    attached: dict[tuple[UUID, str], tuple[str, bytes]] = field(default_factory=dict)

    @property
    def told(self) -> list[Entry]:
        return [entry for entry in self.book.entries if entry.chain is not HOUSE]

    @property
    def places(self) -> dict[UUID, int]:
        numbered = [entry for entry in self.book.entries if entry.id not in self.pending]
        return {entry.id: place for place, entry in enumerate(numbered)}

    def checkpoint(self, signer: Signer | None = None) -> str:
        hashes = [entry.hash for entry in self.book.entries if entry.id not in self.pending]
        text = Checkpoint(ORIGIN, len(hashes), root_of(hashes)).text()
        return cosign(
            notes.sign(text, signer or self.log), signer=WITNESS, at=(self.made_at or START) // 1_000_000
        )

    def write(self) -> "Package":
        """All members but the manifest and its note."""
        places, note = self.places, self.checkpoint()
        read = hashes_of([e.hash for e in self.book.entries if e.id not in self.pending])
        rows = [*self.in_order(), *(entry for entry in self.book.entries if entry.chain is HOUSE)]
        self.members = {
            "checkpoint": note.encode(),
            "conversation.json": canonical(self.conversation()),
            "keys.txt": "".join(f"# a key\n{k.vkey}\n" for k in (self.log, self.receipts, WITNESS)).encode(),
            "leaves.jsonl": b"".join(self.line(entry) for entry in rows),
            "receipts.json": canonical(self.receipt_rows()),
            "salts.json": canonical({str(e.id): e.told for e in self.told if e.told}),
            "README.txt": b"Verify me.\n",
        }
        for entry in self.book.entries:
            if entry.id in places:
                proof = inclusion_proof(index=places[entry.id], size=len(places), read=read)
                text = proof_files.write(index=places[entry.id], proof=proof, checkpoint=note)
                self.members[f"proofs/{entry.id}.tlog-proof"] = text.encode()
        for path, data in self.attached.values():
            self.members[path] = data
        return self.seal()

    def in_order(self) -> list[Entry]:
        """The conversation's entries, chain by chain."""
        return sorted(self.told, key=lambda e: (str(e.chain.id), e.content["n"]))

    def line(self, entry: Entry) -> bytes:
        place = self.places.get(entry.id)
        row: dict[str, Any] = {
            "chain": entry.content["chain"],
            "index": place,
            "leaf": entry.data.decode(),
            "n": entry.content["n"],
            "origin": ORIGIN if place is not None else "",
        }
        if entry.chain is HOUSE:
            row["loose"] = True
        return json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"

    def receipt_rows(self) -> dict[str, Any]:
        key = ReceiptKey(b"\x03" * 32 if self.receipts is RECEIPTS else b"\x05" * 32)
        return {str(entry.id): self.receipt(entry, key) for entry in self.book.entries}

    def receipt(self, entry: Entry, key: ReceiptKey) -> dict[str, Any]:
        at = entry.content["at"]
        signed = key.sign(entry=entry.id, leaf_hash=entry.hash, at=from_us(at))
        return {"at": at, "key": signed.key, "signature": signed.signature.hex()}

    def conversation(self) -> dict[str, Any]:
        said = [e for e in self.in_order() if e.kind == "message"]
        kept = any("state" in e.told.get("by", {}) for e in said if e.content["by"]["role"] == "buyer")
        return {
            **({} if kept else {"buyer": PEOPLE["buyer"][1]}),
            "events": [self.event(e) for e in self.in_order() if e.kind != "message"],
            "language": "en",
            "market": "pl",
            "messages": [self.message(e) for e in said],
            "order": "ORD-1",
            "seller": "Anna & Söhne",
            "title": "ORD-1",
        }

    def message(self, entry: Entry) -> dict[str, Any]:
        files = [self.file(entry, name) for name in sorted(entry.values) if name.startswith("file-")]
        body = entry.told.get("body", {})
        said = {"state": body["state"]} if "state" in body else {"text": entry.values["body"][0].decode()}
        return {**self.common(entry), **said, "files": files, "language": "en"}

    def file(self, entry: Entry, name: str) -> dict[str, Any]:
        if "state" in entry.told.get(name, {}):
            return {"value": name, "state": entry.told[name]["state"]}
        said = json.loads(entry.values[name][0])
        found = {"name": said["name"], "sha256": said["digest"], "size": said["size"], "type": said["type"]}
        return {**found, "value": name, "path": self.attached[entry.id, name][0]}

    def event(self, entry: Entry) -> dict[str, Any]:
        shown = {n: v for n, (v, _) in entry.values.items() if n != "by" and "salt" in entry.told[n]}
        texts = {n: v.decode() for n, v in shown.items() if v != NO_TEXT}
        more = {
            "chain": entry.content["chain"],
            "facts": entry.content["f"],
            "kind": entry.kind,
            "texts": texts,
        }
        return {**self.common(entry), **more}

    def common(self, entry: Entry) -> dict[str, Any]:
        by = entry.told.get("by", {})
        shown = json.loads(entry.values["by"][0])["name"]
        name = {"name_state": by["state"]} if "state" in by else {"name": shown}
        places = {"at": entry.content["at"], "entry": str(entry.id), "n": entry.content["n"]}
        return {**places, "side": entry.content["by"]["role"], **name}

    def chains(self) -> list[dict[str, Any]]:
        found = []
        for chain in {e.chain.id: e.chain for e in self.told}.values():
            head = [e for e in self.told if e.chain is chain][-1]
            last = {"head": head.content["n"], "hash": head.hash.hex()}
            found.append(
                {"chain": str(chain.id), "name": chain.name, "audience": int(chain.audience), **last}
            )
        return found

    def seal(self, **changed: Any) -> "Package":
        """The manifest over the members as they are, and its note: what who has the receipt key can do."""
        plain = {n: d for n, d in self.members.items() if n not in ("manifest.json", "manifest.note")}
        manifest = {
            "chains": self.chains(),
            "conversation": str(SHARED.id),
            "files": {n: {"size": len(d), "sha256": sha256(d).hexdigest()} for n, d in plain.items()},
            "format": "helpdesk-evidence/v1",
            "made_at": self.made_at,
            **changed,
        }
        data = canonical(json.loads(json.dumps(manifest)))
        text = f"helpdesk-evidence/v1\n{SHARED.id}\n{sha256(data).hexdigest()}\n{manifest['made_at']}\n"
        note = notes.sign(text, self.receipts).encode()
        self.members = {**plain, "manifest.json": data, "manifest.note": note}
        return self

    def zip(self) -> bytes:
        return zipped(self.members.items())


def zipped(members: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_STORED) -> bytes:
    """A .zip of these members, as the product writes it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as into:
        for name, data in members:
            member = zipfile.ZipInfo(name, date_time=(2026, 1, 7, 10, 0, 0))
            member.external_attr, member.create_system, member.compress_type = 0o644 << 16, 3, method
            into.writestr(member, data)
    return file.getvalue()


def ended(data: bytes, **fields: int) -> bytes:
    """The file with another end record: `count`, `size` and `offset` are what it claims."""
    mark, disk, first, _, count, size, offset, comment = struct.unpack("<4s4H2LH", data[-22:])
    count, size = fields.get("count", count), fields.get("size", size)
    end = struct.pack(
        "<4s4H2LH", mark, disk, first, count, count, size, fields.get("offset", offset), comment
    )
    return data[:-22] + end


def story(*, log: Signer = LOG, receipts: Signer = RECEIPTS) -> Package:
    """Clara asks, Anna answers with two photographs; a text is erased, a name and a file are withheld."""
    book = Book()
    book.key(log, "log")
    book.key(receipts, "receipt")
    package = Package(book=book, log=log, receipts=receipts)
    about = canonical({"order": "ORD-1"})
    asked = book.say("buyer", "Is the lamp 40 cm high?\nThank you. ż\u202fß 🌱", values={"about": about})
    photo = {"file-1": file_value("lamp.png", PHOTO), "file-2": file_value("box.png", PHOTO[::-1])}
    answered = book.say("seller", "41.5 cm, measured today.", values=photo, ref=[("answers", asked.id)])
    book.add(BACKSTAGE, "attempt.refused", "seller", values={"body": b"Pay me by wire."}, facts={"code": "x"})
    said = book.say("buyer", "My number is 600 100 200.")
    waived = book.add(SHARED, "reply.waived", "seller", values={"said": b"{}"}, facts={"reason": "courtesy"})
    facts = {"ground": "request"}
    book.add(SHARED, "erased", "system", facts=facts, ref=[("erases", said.id)], values={"asked": NO_TEXT})
    package.attached[answered.id, "file-1"] = (f"attachments/{answered.id}-1-lamp.png", PHOTO)
    answered.told["file-2"] = {"state": "withheld"}
    said.told = {"body": {"state": "erased"}, "by": {"state": "erased"}}
    waived.told["by"] = {"state": "withheld"}
    package.made_at = book.at + 2 * DAY
    return package


def whole() -> Package:
    return story().write()


def pending() -> Package:
    """Handed out minutes after the last message, which the log has not signed yet."""
    package = story()
    last = package.book.say("buyer", "One thing more.")
    package.pending, package.made_at = frozenset({last.id}), package.book.at + MINUTE
    return package.write()


def long(count: int) -> Package:
    """So many messages."""
    book = Book()
    book.key(LOG, "log")
    book.key(RECEIPTS, "receipt")
    for number in range(count):
        book.say("seller" if number % 2 else "buyer", f"Message {number}. " + "Words of a message. " * 10)
    return Package(book=book, made_at=book.at + DAY).write()
