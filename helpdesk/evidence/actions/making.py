"""Make the file of a package from what was read."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from typing import IO, Any

from helpdesk.archive.queries import receipt_signer
from helpdesk.evidence.actions.packing import Packing
from helpdesk.evidence.actions.printing import printed
from helpdesk.evidence.rules import conversation as people
from helpdesk.evidence.rules import members
from helpdesk.evidence.shipped.joining import program
from helpdesk.evidence.terms import Record, Told, Withheld, Wording
from helpdesk.kernel.canonical import canonical
from helpdesk.tlog import notes

_PAGE = resources.files("helpdesk.evidence.shipped") / "verify.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The file at its start, its size in bytes, the bytes of its manifest, and what it tells people."""

    file: IO[bytes]
    size: int
    manifest: bytes
    told: Told


def made(
    *,
    record: Record,
    withheld: Collection[Withheld],
    at: datetime,
    language: str,
    zone: str,
    wording: Wording,
) -> Made:
    """The package. Files of the conversation are read a piece at a time, whatever their size."""
    said = people.conversation(record=record, withheld=withheld)
    told = _told(record, withheld, said, at, language, zone)
    with Packing(made_at=at) as packing:
        packing.add(path="README.txt", chunks=[wording.readme(told).encode()])
        packing.add(
            path=f"conversation.{language}.pdf", chunks=[printed(document=wording.document(told), made_at=at)]
        )
        packing.add(path="conversation.json", chunks=[canonical(said)])
        _attach(packing, said, record)
        _prove(packing, record, withheld)
        _ship(packing)
        manifest = members.manifest(record=record, made_at=at, files=packing.digests)
        packing.add(path="manifest.json", chunks=[manifest])
        packing.add(path="manifest.note", chunks=[_signed(record, manifest, at)])
    return Made(file=packing.file, size=packing.size, manifest=manifest, told=told)


def _attach(packing: Packing, said: dict[str, Any], record: Record) -> None:
    opening = {(str(file.entry), file.name): file.open for file in record.files}
    for one in (*said["messages"], *said["events"]):
        for file in one.get("files", ()):
            if "path" in file:
                with opening[one["entry"], file["value"]]() as stream:
                    packing.add_stream(path=file["path"], stream=stream)


def _prove(packing: Packing, record: Record, withheld: Collection[Withheld]) -> None:
    packing.add(path="leaves.jsonl", chunks=members.leaves(record))
    packing.add(path="salts.json", chunks=[members.salts(record=record, withheld=withheld)])
    packing.add(path="receipts.json", chunks=[members.receipts(record)])
    for path, proof in _proofs(record):
        packing.add(path=path, chunks=[proof.encode()])
    if record.published.checkpoint is not None:
        packing.add(path="checkpoint", chunks=[record.published.checkpoint.encode()])
    packing.add(path="keys.txt", chunks=[members.keys(record.published).encode()])


def _proofs(record: Record) -> Iterable[tuple[str, str]]:
    for leaf in [*record.leaves, *record.keys]:
        if leaf.id in record.places:
            yield f"proofs/{leaf.id}.tlog-proof", record.places[leaf.id].proof


def _ship(packing: Packing) -> None:
    packing.add(path="verify.py", chunks=[program()])
    packing.add(path="verify.html", chunks=[_PAGE.read_bytes()])


def _signed(record: Record, manifest: bytes, at: datetime) -> bytes:
    text = members.note(conversation=record.conversation.id, manifest=manifest, made_at=at)
    return notes.sign(text, receipt_signer(origin=record.published.origin)).encode()


def _told(
    record: Record,
    withheld: Collection[Withheld],
    said: dict[str, Any],
    at: datetime,
    language: str,
    zone: str,
) -> Told:
    return Told(
        conversation=said,
        facts={str(leaf.id): leaf.content["f"] for leaf in record.leaves},
        id=record.conversation.id,
        made_at=at,
        language=language,
        zone=zone,
        published=record.published,
        entries=len(record.leaves),
        proved=sum(leaf.id in record.places for leaf in record.leaves),
        states=members.counted(record=record, withheld=withheld),
        heads=[
            (chain.name.value, chain.leaves[-1].n, chain.leaves[-1].hash.hex()) for chain in record.chains
        ],
    )
