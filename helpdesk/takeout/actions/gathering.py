"""Gather what a party may read into one file, a batch at a time, whatever there is of it."""

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any
from uuid import UUID

import msgspec

from helpdesk.accounts import queries as accounts
from helpdesk.attachments import queries as attachments
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.takeout.actions.packing import Packing
from helpdesk.takeout.actions.telling import tell
from helpdesk.takeout.queries import own
from helpdesk.takeout.rules.values import is_shown, path_of, told
from helpdesk.takeout.terms.exports import FORMAT, Contents, Wording

_FILE = "file-"
_LEAVES = "leaves"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The file, its size in bytes and SHA-256; the SHA-256 of its manifest, both in hex."""

    path: Path
    size: int
    digest: str
    manifest: str
    entries: int
    attachments: int
    until: int


@dataclass(slots=True, kw_only=True)
class Work:
    """What goes on: whose it is, the file in the making, and how many rows each part has so far.

    `beat` is told of how many entries how many are done, after every step of any length.
    """

    party: Actor
    folder: Path
    packing: Packing
    beat: Callable[[int, int], None]
    total: int
    done: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    attached: int = 0

    def goes_on(self) -> None:
        """A sign of life."""
        self.beat(self.done, self.total)


def gather(
    *,
    party: Actor,
    person: UUID | None,
    language: str,
    now: datetime,
    folder: Path,
    wording: Wording,
    beat: Callable[[int, int], None],
) -> Gathered:
    """The file of what the party reads at this number of the log. `person` adds notices and sign-ins.

    Raises Busy where database or storage are not to be had.
    """
    total, until = own.counted(actor=party)
    path = folder / "export.zip"
    with Packing(path=path, made_at=now) as packing:
        work = Work(party=party, folder=folder, packing=packing, beat=beat, total=total)
        _entries(work, until)
        _rows(work, person, now)
        for part in sorted(work.rows):
            packing.add_file(path=_member(part), file=_spool(folder, part))
            work.goes_on()
        lists = tell(party=party, packing=packing, language=language, wording=wording, goes_on=work.goes_on)
        contents = Contents(
            language=language,
            name=party.name,
            made_at=now,
            until=until,
            files={_member(part): count for part, count in sorted(work.rows.items())},
            attachments=work.attached,
            lists=lists,
        )
        packing.add(path="index.html", content=wording.contents(contents).encode())
        packing.add(path="README.txt", content=wording.readme(contents).encode())
        manifest = _manifest(work, now, until)
        packing.add(path="manifest.json", content=manifest)
    return Gathered(
        path=path,
        size=path.stat().st_size,
        digest=_digest(path),
        manifest=sha256(manifest).hexdigest(),
        entries=work.done,
        attachments=work.attached,
        until=until,
    )


def _member(part: str) -> str:
    return f"{part}.ndjson"


def _spool(folder: Path, part: str) -> Path:
    return folder / f"{part.replace('/', '-')}.ndjson"


def _entries(work: Work, until: int) -> None:
    """Each entry in the file of its kind, its leaf in another; its files beside."""
    work.goes_on()
    with ExitStack() as stack:
        open_: dict[str, IO[bytes]] = {}
        for batch in own.entries(actor=work.party, until=until):
            for entry in batch:
                for part, row in (
                    (f"entries/{entry.kind}", _entry(work.party, entry)),
                    (_LEAVES, _leaf(work.party, entry)),
                ):
                    if part not in open_:
                        open_[part] = stack.enter_context(_spool(work.folder, part).open("wb"))
                    open_[part].write(msgspec.json.encode(row) + b"\n")
                    work.rows[part] += 1
            _attach(work, batch)
            work.done += len(batch)
            work.goes_on()


def _entry(party: Actor, entry: own.OwnEntry) -> dict[str, Any]:
    shown = {name: value for name, (value, _) in entry.values.items() if _may(party, entry, name)}
    leaf = msgspec.json.decode(entry.leaf)
    return {
        "number": entry.number,
        "entry": str(Ref(entry.seller_id, entry.id)),
        "id": str(entry.id),
        "chain": str(entry.chain),
        "n": entry.n,
        "at": entry.at,
        "kind": entry.kind,
        "by": leaf["by"]["role"],
        "facts": leaf["f"],
        "ref": leaf["ref"],
        "values": told(values=shown),
        "leaf_hash": entry.leaf_hash.hex(),
    }


def _leaf(party: Actor, entry: own.OwnEntry) -> dict[str, Any]:
    salts = {name: salt.hex() for name, (_, salt) in entry.values.items() if _may(party, entry, name)}
    return {
        "number": entry.number,
        "id": str(entry.id),
        "leaf": entry.leaf.decode(),
        "hash": entry.leaf_hash.hex(),
        "salts": salts,
    }


def _may(party: Actor, entry: own.OwnEntry, name: str) -> bool:
    return is_shown(side=party.side.value, kind=entry.kind, name=name)


def _attach(work: Work, batch: Iterable[own.OwnEntry]) -> None:
    """What may be opened; of all else the entry tells name and digest. Raises Busy: a storage that is away
    for a while leaves nothing out.
    """
    with_files = [
        Ref(entry.seller_id, entry.id)
        for entry in batch
        if any(name.startswith(_FILE) for name in entry.values)
    ]
    for entry, files in attachments.files_of(actor=work.party, entries=with_files).items():
        for file in files:
            if file.may_open:
                path = path_of(entry=str(entry), position=file.position, name=file.name)
                try:
                    with attachments.open_original(actor=work.party, file=file.ref) as opened:
                        work.packing.add_stream(path=path, stream=opened.content)
                except (NotFound, Forbidden):  # erased or decided about just now: its entry says it
                    continue
                work.attached += 1
                work.goes_on()


def _rows(work: Work, person: UUID | None, now: datetime) -> None:
    for name, batch in own.rows(actor=work.party, person=person):
        _append(work, f"rows/{name}", batch)
        work.goes_on()
    if person is not None:
        sessions = accounts.sessions_for_system(person_id=person, now=now)
        _append(
            work,
            "rows/sign-ins",
            [
                {"since": one.since, "seen_at": one.seen_at, "ip": one.ip, "agent": one.agent}
                for one in sessions
            ],
        )


def _append(work: Work, part: str, rows: Iterable[dict[str, Any]]) -> None:
    with _spool(work.folder, part).open("ab") as file:
        for row in rows:
            file.write(msgspec.json.encode(row) + b"\n")
            work.rows[part] += 1
    work.rows[part] += 0  # a part without rows is there, and empty: that is an answer, too


def _manifest(work: Work, now: datetime, until: int) -> bytes:
    return canonical(
        {
            "entries": work.done,
            "files": {
                path: {"sha256": digest, "size": size}
                for path, (size, digest) in work.packing.digests.items()
            },
            "format": FORMAT,
            "made_at": to_us(now),
            "rows": {_member(part): count for part, count in work.rows.items()},
            "until": until,
        }
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        digest = sha256()
        for chunk in iter(lambda: file.read(1 << 18), b""):
            digest.update(chunk)
    return digest.hexdigest()
