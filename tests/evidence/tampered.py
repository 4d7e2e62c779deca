"""Tampered packages, as one table: what was done, what both verifiers must find, and the exit code.

Most are sealed again afterwards with the true receipt key, so that it is not the list of files that gives
them away: that is what a thief of that key could do, who has not the log's key.
"""

import json
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from helpdesk.archive.rules.receipts import ReceiptKey
from helpdesk.kernel.canonical import canonical
from helpdesk.tlog import notes
from helpdesk.tlog.checkpoints import Checkpoint, cosign
from helpdesk.tlog.keys import CosignatureSigner
from tests.evidence.handmade import (
    DAY,
    HOUSE,
    LOG,
    MINUTE,
    ORIGIN,
    OTHER_LOG,
    OTHER_RECEIPTS,
    PHOTO,
    RECEIPTS,
    SHARED,
    WITNESS,
    Entry,
    Package,
    ended,
    pending,
    story,
    uuid,
    whole,
    zipped,
)

TRUSTED = (LOG.vkey,)
FORGED = b"\x11" * 32  # a seed


@dataclass(frozen=True)
class Case:
    """A package, the codes of all that is wrong with it, and the exit code."""

    name: str
    file: Callable[[], bytes]
    codes: frozenset[str]
    exit_code: int
    keys: Sequence[str] = TRUSTED


CASES: list[Case] = []


def case(exit_code: int, *codes: str, keys: Sequence[str] = TRUSTED) -> Callable[[Callable[[], Any]], None]:
    """Enter a function that makes a Package, or the bytes of a file, into the table."""

    def entered(make: Callable[[], Any]) -> None:
        def file() -> bytes:
            made = make()
            return made if isinstance(made, bytes) else made.zip()

        CASES.append(Case(make.__name__, file, frozenset(codes), exit_code, keys))

    return entered


def entry(package: Package, n: int) -> Entry:
    """Entry `n` of the shared chain."""
    return next(e for e in package.told if e.chain is SHARED and e.content["n"] == n)


def edit(package: Package, member: str, change: Callable[[Any], object]) -> Package:
    """A JSON member, read, changed in place and written canonically; the package is sealed again."""
    content = json.loads(package.members[member])
    change(content)
    package.members[member] = canonical(content)
    return package.seal()


def swap(package: Package, member: str, old: bytes, new: bytes, *, seal: bool = True) -> Package:
    """The first `old` in a member becomes `new`."""
    assert old in package.members[member]
    package.members[member] = package.members[member].replace(old, new, 1)
    return package.seal() if seal else package


def line_of(package: Package, n: int) -> int:
    lines = package.members["leaves.jsonl"].splitlines(keepends=True)
    return next(
        i for i, line in enumerate(lines) if json.loads(line)["leaf"] == entry(package, n).data.decode()
    )


def relined(package: Package, change: Callable[[list[bytes]], object]) -> Package:
    lines = package.members["leaves.jsonl"].splitlines(keepends=True)
    change(lines)
    package.members["leaves.jsonl"] = b"".join(lines)
    return package.seal()


def releafed(package: Package, n: int, change: Callable[[str], str]) -> Package:
    """The text of leaf `n`, changed as text."""

    def one(lines: list[bytes]) -> None:
        place = line_of(package, n)
        row = json.loads(lines[place])
        row["leaf"] = change(row["leaf"])
        lines[place] = (
            json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
        )

    return relined(package, one)


def forgotten(package: Package, *ns: int) -> Package:
    """No trace of these entries anywhere but in the chain itself."""
    manifest = json.loads(package.members["manifest.json"])
    gone = [entry(package, n) for n in ns]
    ids = {str(e.id) for e in gone}
    for name in [n for n in package.members if any(id in n for id in ids)]:
        del package.members[name]
    lines = package.members["leaves.jsonl"].splitlines(keepends=True)
    texts = {e.data.decode() for e in gone}
    package.members["leaves.jsonl"] = b"".join(
        line for line in lines if json.loads(line)["leaf"] not in texts
    )
    for member in ("salts.json", "receipts.json"):
        content = {id: row for id, row in json.loads(package.members[member]).items() if id not in ids}
        package.members[member] = canonical(content)
    told = json.loads(package.members["conversation.json"])
    for part in ("messages", "events"):
        told[part] = [row for row in told[part] if row["entry"] not in ids]
    package.members["conversation.json"] = canonical(told)
    return package.seal(chains=manifest["chains"])


def proof(package: Package, n: int) -> str:
    return f"proofs/{entry(package, n).id}.tlog-proof"


def reproved(package: Package, n: int, change: Callable[[list[str]], object]) -> Package:
    """The lines of a proof file before its checkpoint: header, index, hashes."""
    head, _, note = package.members[proof(package, n)].decode().partition("\n\n")
    lines = head.split("\n")
    change(lines)
    package.members[proof(package, n)] = ("\n".join(lines) + "\n\n" + note).encode()
    return package.seal()


def salted(package: Package, n: int, name: str, change: Callable[[dict[str, Any]], object]) -> Package:
    return edit(package, "salts.json", lambda salts: change(salts[str(entry(package, n).id)][name]))


def renewed(value: dict[str, Any], /, **content: str) -> None:
    value.clear()
    value.update(content)


def renoted(package: Package, change: Callable[[bytes], bytes]) -> Package:
    """Every checkpoint in the package, changed."""
    old = package.members["checkpoint"]
    new = change(old)
    package.members = {name: data.replace(old, new) for name, data in package.members.items()}
    return package.seal()


# -- texts, times, authors, salts, files


@case(1, "value.altered")
def text_changed() -> Package:
    return salted(whole(), 1, "body", lambda value: value.update(value="NDAgY20sIGV4YWN0bHku"))


@case(1, "value.altered")
def text_with_its_salt_changed() -> Package:
    return salted(whole(), 0, "body", lambda value: value.update(value="Tm8u", salt="00" * 32))


@case(1, "value.altered")
def salt_changed() -> Package:
    return salted(whole(), 0, "body", lambda value: value.update(salt="0" + value["salt"][1:-1] + "0"))


@case(1, "value.altered")
def author_changed() -> Package:
    said = "eyJuYW1lIjoiRG1pdHJpIiwicGVyc29uIjoiMDE4ZjZmMmEifQ=="
    return salted(whole(), 0, "by", lambda value: value.update(value=said))


@case(1, "value.altered")
def value_in_base64_of_its_own() -> Package:
    return salted(whole(), 1, "body", lambda value: value.update(value=value["value"] + "===="))


@case(1, "value.altered")
def values_of_two_names_exchanged() -> Package:
    def change(salts: Any) -> None:
        row = salts[str(entry(package, 0).id)]
        row["body"], row["about"] = row["about"], row["body"]

    package = whole()
    return edit(package, "salts.json", change)


@case(1, "value.altered")
def withheld_value_guessed() -> Package:
    return salted(whole(), 3, "by", lambda value: renewed(value, salt="00" * 32, value="e30="))


@case(1, "value.altered")
def state_of_its_own() -> Package:
    return salted(whole(), 1, "body", lambda value: renewed(value, state="verified"))


@case(1, "chain.link", "conversation.differs", "proof.wrong", "receipt.wrong")
def time_changed() -> Package:
    package = whole()
    at = str(entry(package, 1).content["at"])
    return releafed(package, 1, lambda leaf: leaf.replace(at, str(int(at) + 1)))


@case(1, "chain.link", "proof.wrong", "receipt.wrong", "value.altered")
def commitment_changed() -> Package:
    return releafed(whole(), 1, lambda leaf: re.sub(r'"body":"..', '"body":"00', leaf))


@case(1, "file.altered")
def attached_byte_changed() -> Package:
    package = whole()
    path = f"attachments/{entry(package, 1).id}-1-lamp.png"
    package.members[path] = b"X" + PHOTO[1:]
    return package.seal()


@case(1, "member.altered", "file.altered")
def attached_byte_changed_by_anybody() -> Package:
    package = whole()
    package.members[f"attachments/{entry(package, 1).id}-1-lamp.png"] = PHOTO + b"\0"
    return package


@case(1, "file.extra")
def withheld_file_added() -> Package:
    package = whole()
    package.members[f"attachments/{entry(package, 1).id}-2-box.png"] = PHOTO[::-1]
    return package.seal()


@case(1, "file.extra")
def second_file_of_one_value() -> Package:
    package = whole()
    package.members[f"attachments/{entry(package, 1).id}-1-other.png"] = PHOTO
    return package.seal()


@case(1, "value.extra")
def value_of_no_commitment() -> Package:
    package = whole()
    row = {"salt": "00" * 32, "value": "e30="}
    return edit(package, "salts.json", lambda s: s[str(entry(package, 0).id)].update(note=row))


@case(1, "value.extra")
def values_of_no_entry() -> Package:
    return edit(whole(), "salts.json", lambda s: s.update({str(uuid(1)): {"body": {"state": "withheld"}}}))


# -- chains


@case(2, "chain.gap")
def leaf_deleted() -> Package:
    return forgotten(whole(), 1)


@case(2, "chain.gap")
def first_leaves_deleted() -> Package:
    return forgotten(whole(), 0, 1)


@case(2, "chain.tail", "value.not_erased")
def tail_cut_off() -> Package:
    return forgotten(whole(), 3, 4)


@case(1, "chain.gap", "chain.link", "chain.time", "conversation.differs")
def leaves_exchanged() -> Package:
    def change(lines: list[bytes]) -> None:
        a, b = line_of(package, 1), line_of(package, 2)
        lines[a], lines[b] = lines[b], lines[a]

    package = whole()
    return relined(package, change)


@case(1, "chain.link", "conversation.missing", "receipt.missing", "proof.missing", "value.missing")
def leaf_inserted() -> Package:
    def change(lines: list[bytes]) -> None:
        place = line_of(package, 1)
        row = json.loads(lines[place])
        leaf = json.loads(row["leaf"]) | {"id": str(uuid(0xF)), "at": entry(package, 0).content["at"] + 1}
        row |= {"leaf": canonical(leaf).decode(), "index": None, "origin": ""}
        lines.insert(place, canonical_line(row))

    package = whole()
    return relined(package, change)


def canonical_line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


@case(1, "leaf.twice")
def leaf_twice() -> Package:
    package = whole()
    return relined(package, lambda lines: lines.insert(line_of(package, 1), lines[line_of(package, 1)]))


@case(1, "chain.head")
def head_of_another_hash() -> Package:
    package = whole()
    chains = json.loads(package.members["manifest.json"])["chains"]
    chains[0]["hash"] = "00" * 32
    return package.seal(chains=chains)


@case(1, "chain.head")
def leaves_beyond_the_head() -> Package:
    package = whole()
    chains = json.loads(package.members["manifest.json"])["chains"]
    chains[0] |= {"head": 3, "hash": entry(package, 3).hash.hex()}
    return package.seal(chains=chains)


@case(1, "chain.unlisted")
def chain_not_in_the_manifest() -> Package:
    package = whole()
    chains = json.loads(package.members["manifest.json"])["chains"]
    return package.seal(chains=[chain for chain in chains if chain["name"] == "shared"])


@case(2, "chain.tail")
def chain_without_leaves() -> Package:
    package = whole()
    chains = json.loads(package.members["manifest.json"])["chains"]
    more = {"chain": str(uuid(0xC2)), "name": "backstage", "audience": 3, "head": 0, "hash": "00" * 32}
    return package.seal(chains=[*chains, more])


@case(1, "chain.time")
def clock_turned_back() -> Package:
    package = story()
    package.book.at -= 10 * MINUTE
    package.book.say("buyer", "Before that.")
    return package.write()


@case(1, "chain.party")
def another_buyer_in_the_chain() -> Package:
    package = story()
    chain = replace(SHARED, pair=uuid(0xAF))
    head = package.book.heads[SHARED.id]
    package.book.add(
        chain, "message", "seller", values={"body": b"To somebody else."}, facts={"language": "en"}
    )
    package.book.entries[-1].chain = SHARED
    assert head.n + 1 == package.book.entries[-1].content["n"]
    return package.write()


LOST = frozenset(
    {"conversation.extra", "file.extra", "member.extra", "receipt.extra", "value.extra"}
)  # its leaf is


@case(1, "leaf.form", "chain.gap", *LOST)
def leaf_not_canonical() -> Package:
    return releafed(whole(), 1, lambda leaf: leaf.replace('{"at":', '{ "at":'))


@case(1, "leaf.form", "chain.gap", *LOST)
def leaf_with_an_unknown_field() -> Package:
    return releafed(whole(), 1, lambda leaf: leaf.replace('"v":1', '"v":1,"w":1'))


@case(1, "leaf.form", "chain.gap", *LOST)
def leaf_of_another_version() -> Package:
    return releafed(whole(), 1, lambda leaf: leaf.replace('"v":1', '"v":2'))


@case(1, "leaf.form", "chain.gap", *LOST)
def leaf_with_a_name_twice() -> Package:
    return releafed(whole(), 1, lambda leaf: leaf.replace('"v":1', '"v":1,"v":1'))


@case(1, "leaf.form", "chain.gap", *LOST)
def leaf_with_a_float() -> Package:
    return releafed(whole(), 1, lambda leaf: leaf.replace('"v":1', '"v":1.0'))


@case(1, "leaf.form", "chain.gap", *LOST)
def leaf_with_a_truth_for_a_number() -> Package:
    return releafed(whole(), 1, lambda leaf: leaf.replace('"v":1', '"v":true'))


@case(1, "leaf.form", "chain.gap", *LOST)
def line_of_another_place() -> Package:
    package = whole()

    def change(lines: list[bytes]) -> None:
        place = line_of(package, 1)
        lines[place] = lines[place].replace(b',"n":1,"origin"', b',"n":7,"origin"')

    return relined(package, change)


@case(1, "leaf.form", "chain.gap", *LOST)
def line_with_a_name_twice() -> Package:
    package = whole()

    def change(lines: list[bytes]) -> None:
        place = line_of(package, 1)
        lines[place] = lines[place].replace(b',"n":1,"origin"', b',"n":1,"n":1,"origin"')

    return relined(package, change)


@case(1, "leaf.form", "chain.gap", *LOST)
def message_declared_loose() -> Package:
    package = whole()

    def change(lines: list[bytes]) -> None:
        place = line_of(package, 1)
        lines[place] = canonical_line(json.loads(lines[place]) | {"loose": True})

    return relined(package, change)


@case(1, "member.form", "chain.tail", "manifest.note", *LOST)
def leaves_without_the_last_newline() -> Package:
    package = whole()
    package.members["leaves.jsonl"] = package.members["leaves.jsonl"][:-1]
    return package.seal()


# -- what is not there


@case(2, "value.missing")
def value_dropped() -> Package:
    package = whole()
    return edit(package, "salts.json", lambda salts: salts[str(entry(package, 1).id)].pop("body"))


@case(2, "value.missing")
def all_values_of_an_entry_dropped() -> Package:
    package = whole()
    return edit(package, "salts.json", lambda salts: salts.pop(str(entry(package, 4).id)))


@case(2, "value.not_erased")
def erased_without_an_erasure() -> Package:
    return salted(whole(), 1, "body", lambda value: renewed(value, state="erased"))


@case(2, "file.missing")
def attachment_dropped() -> Package:
    package = whole()
    del package.members[f"attachments/{entry(package, 1).id}-1-lamp.png"]
    return package.seal()


@case(2, "proof.missing")
def proof_dropped() -> Package:
    package = whole()
    del package.members[proof(package, 1)]
    return package.seal()


@case(2, "receipt.missing")
def neither_proof_nor_receipt() -> Package:
    package = pending()
    last = str(entry(package, 5).id)
    return edit(package, "receipts.json", lambda receipts: receipts.pop(last))


@case(2, "proof.missing")
def still_not_in_the_log_after_a_day() -> Package:
    package = pending()
    return package.seal(made_at=package.made_at + DAY)


def _without(member: str, seal: bool = True) -> Package:
    package = whole()
    del package.members[member]
    return package.seal() if seal else package


@case(2, "member.missing")
def manifest_dropped() -> Package:
    return _without("manifest.json", seal=False)


@case(2, "member.missing")
def note_dropped() -> Package:
    return _without("manifest.note", seal=False)


@case(2, "member.missing")
def listed_member_dropped() -> Package:
    return _without("README.txt", seal=False)


@case(2, "member.missing")
def checkpoint_dropped() -> Package:
    return _without("checkpoint")


@case(2, "member.missing")
def conversation_dropped() -> Package:
    return _without("conversation.json")


@case(2, "member.missing")
def receipts_dropped() -> Package:
    return _without("receipts.json")


@case(2, "member.missing", "value.missing")
def salts_dropped() -> Package:
    return _without("salts.json")


@case(2, "member.missing", "chain.tail")
def everything_but_the_frame_dropped() -> Package:
    package = whole()
    chains = json.loads(package.members["manifest.json"])["chains"]
    kept = {
        "leaves.jsonl": b"".join(
            line for line in package.members["leaves.jsonl"].splitlines(True) if b"loose" in line
        )
    }
    house = {str(e.id) for e in package.book.entries if e.chain is HOUSE}
    told: dict[str, Any] = {"messages": [], "events": []}
    receipts = {k: v for k, v in json.loads(package.members["receipts.json"]).items() if k in house}
    proofs = {n: d for n, d in package.members.items() if n[7:43] in house or n in ("keys.txt", "checkpoint")}
    package.members = {
        **kept,
        **proofs,
        "conversation.json": canonical(told),
        "receipts.json": canonical(receipts),
    }
    return package.seal(chains=chains)


# -- proofs and checkpoints


@case(1, "proof.wrong")
def proof_of_another_leaf() -> Package:
    package = whole()
    package.members[proof(package, 1)] = package.members[proof(package, 2)]
    return package.seal()


@case(1, "proof.wrong")
def proof_shortened() -> Package:
    return reproved(whole(), 1, lambda lines: lines.pop())


@case(1, "proof.wrong")
def proof_lengthened() -> Package:
    return reproved(whole(), 1, lambda lines: lines.append(lines[-1]))


@case(1, "proof.wrong")
def proof_reordered() -> Package:
    return reproved(whole(), 1, lambda lines: lines.insert(2, lines.pop()))


@case(1, "proof.wrong")
def proof_for_another_place() -> Package:
    return reproved(whole(), 1, lambda lines: lines.__setitem__(1, "index 0"))


@case(1, "proof.wrong")
def leaf_claims_another_place() -> Package:
    package = whole()

    def change(lines: list[bytes]) -> None:
        place = line_of(package, 1)
        lines[place] = canonical_line(json.loads(lines[place]) | {"index": 7})

    return relined(package, change)


@case(1, "proof.wrong")
def leaf_claims_another_log() -> Package:
    package = whole()

    def change(lines: list[bytes]) -> None:
        place = line_of(package, 1)
        lines[place] = canonical_line(json.loads(lines[place]) | {"origin": "other.example/archive"})

    return relined(package, change)


@case(1, "member.form")
def proof_with_a_zero_before_its_index() -> Package:
    return reproved(whole(), 1, lambda lines: lines.__setitem__(1, lines[1].replace("index ", "index 0")))


@case(1, "member.form")
def proof_with_half_a_hash() -> Package:
    return reproved(whole(), 1, lambda lines: lines.__setitem__(2, "AAAA"))


@case(1, "member.extra")
def proof_of_no_leaf() -> Package:
    package = whole()
    package.members[f"proofs/{uuid(5)}.tlog-proof"] = package.members[proof(package, 1)]
    return package.seal()


UNSIGNED = ("checkpoint.wrong", "key.receipts")


@case(1, *UNSIGNED)
def checkpoint_signed_by_another_key() -> Package:
    package = whole()
    note = package.checkpoint(OTHER_LOG).encode()
    return renoted(package, lambda _: note)


@case(1, *UNSIGNED)
def checkpoint_with_another_size() -> Package:
    return renoted(whole(), lambda old: old.replace(b"\n8\n", b"\n9\n"))


@case(1, *UNSIGNED)
def checkpoint_with_a_zero_before_its_size() -> Package:
    return renoted(whole(), lambda old: old.replace(b"\n8\n", b"\n08\n"))


@case(1, *UNSIGNED)
def checkpoint_without_its_last_newline() -> Package:
    return renoted(whole(), lambda old: old[:-1])


@case(1, *UNSIGNED)
def checkpoint_with_carriage_returns() -> Package:
    return renoted(whole(), lambda old: old.replace(b"\n", b"\r\n"))


@case(1, *UNSIGNED)
def checkpoint_of_witnesses_only() -> Package:
    return renoted(
        whole(), lambda old: b"\n".join(row for row in old.split(b"\n") if b"\xe2\x80\x94 help" not in row)
    )


@case(1, *UNSIGNED)
def cosignature_forged() -> Package:
    def change(old: bytes) -> bytes:
        own = b"".join(row for row in old.splitlines(keepends=True) if b"witness" not in row)
        forger = CosignatureSigner(WITNESS.name, FORGED)
        forger.key_id = WITNESS.key_id
        return cosign(own, signer=forger, at=1_767_607_200).encode()

    return renoted(whole(), change)


@case(1, "checkpoint.split")
def two_histories_of_one_size() -> Package:
    package = whole()
    package.members["checkpoint"] = notes.sign(Checkpoint(ORIGIN, 8, b"\x00" * 32).text(), LOG).encode()
    return package.seal()


# -- receipts, manifest, note


def _receipt(package: Package, n: int, change: Callable[[dict[str, Any]], object]) -> Package:
    return edit(package, "receipts.json", lambda receipts: change(receipts[str(entry(package, n).id)]))


@case(1, "receipt.wrong")
def receipt_forged() -> Package:
    package = whole()
    forged = package.receipt(entry(package, 1), ReceiptKey(FORGED))["signature"]
    return _receipt(package, 1, lambda receipt: receipt.update(signature=forged))


@case(1, "receipt.wrong")
def receipt_of_another_entry() -> Package:
    package = whole()
    other = package.receipt(entry(package, 2), ReceiptKey(b"\x03" * 32))
    return _receipt(package, 1, lambda receipt: receipt.update(other, at=receipt["at"]))


@case(1, "receipt.wrong")
def receipt_of_another_time() -> Package:
    return _receipt(whole(), 1, lambda receipt: receipt.update(at=receipt["at"] - 1))


@case(1, "receipt.extra")
def receipt_of_no_entry() -> Package:
    package = whole()
    return edit(package, "receipts.json", lambda r: r.update({str(uuid(3)): r[str(entry(package, 1).id)]}))


@case(2, "receipt.key")
def receipt_of_a_key_that_is_not_there() -> Package:
    package = whole()
    other = package.receipt(entry(package, 1), ReceiptKey(FORGED))
    return _receipt(package, 1, lambda receipt: receipt.update(other))


@case(1, "receipt.key", "receipt.extra", "manifest.note", "member.extra")
def receipt_key_dropped() -> Package:
    package = whole()
    return relined(package, lambda lines: lines.pop())


@case(1, "manifest.note")
def manifest_changed() -> Package:
    package = whole()
    return swap(package, "manifest.json", b'"made_at":1', b'"made_at":2', seal=False)


@case(1, "manifest.note")
def manifest_signed_by_another_key() -> Package:
    package = whole()
    text = package.members["manifest.note"].decode().split("\n\n")[0] + "\n"
    package.members["manifest.note"] = notes.sign(text, OTHER_RECEIPTS).encode()
    return package


@case(1, "manifest.note")
def manifest_signed_by_the_log_alone() -> Package:
    package = whole()
    text = package.members["manifest.note"].decode().split("\n\n")[0] + "\n"
    package.members["manifest.note"] = notes.sign(text, LOG).encode()
    return package


@case(1, "manifest.note")
def note_without_its_last_newline() -> Package:
    package = whole()
    package.members["manifest.note"] = package.members["manifest.note"][:-1]
    return package


@case(1, "manifest.note")
def note_with_carriage_returns() -> Package:
    package = whole()
    package.members["manifest.note"] = package.members["manifest.note"].replace(b"\n", b"\r\n")
    return package


@case(1, "manifest.note")
def note_of_another_conversation() -> Package:
    package = whole()
    data = package.members["manifest.note"].decode().split("\n")
    data[1] = str(uuid4())
    package.members["manifest.note"] = notes.sign("\n".join(data[:4]) + "\n", RECEIPTS).encode()
    return package


@case(1, "member.form")
def manifest_of_another_version() -> Package:
    return whole().seal(format="helpdesk-evidence/v2")


@case(1, "member.form")
def manifest_of_another_conversation() -> Package:
    return whole().seal(conversation=str(uuid(0xC7)))


@case(1, "member.form")
def manifest_with_a_name_twice() -> Package:
    return swap(whole(), "manifest.json", b'"made_at"', b'"made_at":1,"made_at"', seal=False)


@case(1, "member.form")
def manifest_with_spaces() -> Package:
    return swap(whole(), "manifest.json", b'"made_at":', b'"made_at": ', seal=False)


@case(1, "member.form")
def salts_with_a_name_twice() -> Package:
    return swap(whole(), "salts.json", b'"state":"withheld"', b'"state":"withheld","state":"withheld"')


@case(1, "member.form")
def keys_unreadable() -> Package:
    return swap(whole(), "keys.txt", b"+", b"-")


# -- what people read


def _told(change: Callable[[Any], object]) -> Package:
    return edit(whole(), "conversation.json", change)


@case(1, "conversation.differs")
def told_another_text() -> Package:
    return _told(lambda told: told["messages"][1].update(text="40 cm."))


@case(1, "conversation.differs")
def told_another_time() -> Package:
    return _told(lambda told: told["messages"][1].update(at=told["messages"][1]["at"] - 1))


@case(1, "conversation.differs")
def told_another_author() -> Package:
    return _told(lambda told: told["messages"][1].update(name="Dmitri"))


@case(1, "conversation.differs")
def told_another_side() -> Package:
    return _told(lambda told: told["messages"][1].update(side="administrator"))


@case(1, "conversation.differs")
def told_a_reason_that_was_none() -> Package:
    return _told(lambda told: told["messages"][1].update(reason="invoice"))


@case(1, "conversation.differs")
def told_a_text_for_an_erased_one() -> Package:
    return _told(lambda told: told["messages"][2].update(text="I agree to everything."))


@case(1, "conversation.differs")
def told_another_file() -> Package:
    return _told(lambda told: told["messages"][1]["files"][0].update(name="contract.png"))


@case(1, "conversation.differs")
def told_other_facts() -> Package:
    return _told(lambda told: told["events"][0]["facts"].update(reason="answered"))


@case(1, "conversation.differs")
def told_in_another_order() -> Package:
    return _told(lambda told: told["messages"].reverse())


@case(1, "conversation.differs")
def told_twice() -> Package:
    return _told(lambda told: told["messages"].append(told["messages"][0]))


@case(1, "conversation.differs")
def told_another_buyer() -> Package:
    return _told(lambda told: told.update(buyer="Hania"))


@case(1, "conversation.extra")
def told_what_was_never_said() -> Package:
    return _told(lambda told: told["messages"].append(told["messages"][0] | {"entry": str(uuid(9))}))


@case(2, "conversation.missing")
def told_without_a_message() -> Package:
    return _told(lambda told: told["messages"].pop(1))


@case(2, "conversation.missing")
def told_without_an_event() -> Package:
    return _told(lambda told: told["events"].pop())


@case(1, "member.form")
def told_with_more_headings() -> Package:
    return _told(lambda told: told.update(verdict="The seller was right."))


# -- the file


@case(1, "member.extra")
def member_that_nobody_lists() -> Package:
    package = whole()
    package.members["note.txt"] = b"Read me first."
    return package


@case(1, "member.extra")
def member_that_the_format_does_not_know() -> Package:
    package = whole()
    package.members["note.txt"] = b"Read me first."
    return package.seal()


@case(1, "member.altered")
def member_of_another_content() -> Package:
    return swap(whole(), "README.txt", b"Verify", b"verify", seal=False)


@case(1, "member.duplicate")
def member_twice() -> bytes:
    members = [*whole().members.items()]
    with_another = zipped([*members, ("README.tx_", b"Other.\n")])
    return with_another.replace(b"README.tx_", b"README.txt")


def _named(name: str) -> bytes:
    return zipped([*whole().members.items(), (name, b"x")])


@case(1, "member.path")
def path_that_leads_outside() -> bytes:
    return _named("../verify.py")


@case(1, "member.path")
def path_that_leads_outside_from_within() -> bytes:
    return _named("proofs/../../x")


@case(1, "member.path")
def path_from_the_root() -> bytes:
    return _named("/etc/passwd")


@case(1, "member.path")
def path_with_a_drive() -> bytes:
    return _named("C:\\x")


@case(1, "package.zip")
def empty_file() -> bytes:
    return b""


@case(1, "package.zip")
def no_zip() -> bytes:
    return b"This is no package." * 100


@case(1, "package.zip")
def truncated() -> bytes:
    return whole().zip()[:-1]


@case(1, "package.zip")
def truncated_in_the_middle() -> bytes:
    return whole().zip()[:5000]


@case(1, "package.zip")
def something_behind_it() -> bytes:
    return whole().zip() + b"\0"


@case(1, "package.zip")
def something_before_it() -> bytes:
    return b"MZ" + whole().zip()


@case(1, "package.zip")
def something_between() -> bytes:
    data = whole().zip()
    place = data.index(b"PK\x01\x02")
    size = len(data) - place - 22
    return ended(data[:place] + b"\0" * 8 + data[place:], offset=place + 8, size=size)


@case(1, "package.zip")
def compressed() -> bytes:
    return zipped(whole().members.items(), zipfile.ZIP_DEFLATED)


@case(1, "package.zip")
def bomb_of_many_members() -> bytes:
    return ended(whole().zip(), count=65535)


@case(1, "package.zip")
def bomb_of_a_huge_directory() -> bytes:
    return ended(whole().zip(), size=0xFFFFFFFF)


@case(1, "package.zip")
def bomb_of_a_huge_member() -> bytes:
    data = bytearray(whole().zip())
    place = data.rindex(b"PK\x01\x02")
    data[place + 20 : place + 28] = b"\xff\xff\xff\x7f" * 2
    return bytes(data)


# -- keys


@case(3, "key.not_given", keys=())
def no_key_given() -> Package:
    return whole()


@case(3, "key.untrusted", keys=(OTHER_LOG.vkey,))
def another_key_trusted() -> Package:
    return whole()


@case(3, "key.untrusted", keys=(RECEIPTS.vkey,))
def receipt_key_trusted_but_not_the_log() -> Package:
    return whole()


@case(3, "key.untrusted")
def keys_exchanged_and_all_signed_anew() -> Package:
    return story(log=OTHER_LOG, receipts=OTHER_RECEIPTS).write()


@case(3, "key.receipts")
def receipt_key_that_the_log_has_not_signed_yet() -> Package:
    package = story()
    package.book.at -= 2 * MINUTE
    key = package.book.key(OTHER_RECEIPTS, "receipt")
    package.receipts, package.pending = OTHER_RECEIPTS, frozenset({key.id})
    package.made_at = package.book.at + MINUTE
    return package.write()


@case(1, "value.altered", "key.not_given", keys=())
def altered_is_said_before_all_else() -> Package:
    return salted(whole(), 1, "body", lambda value: value.update(value="Tm8u"))


@case(2, "value.missing", "key.not_given", keys=())
def incomplete_is_said_before_the_key() -> Package:
    package = whole()
    return edit(package, "salts.json", lambda salts: salts[str(entry(package, 1).id)].pop("body"))
