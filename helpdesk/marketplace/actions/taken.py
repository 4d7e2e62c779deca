"""What becomes of a batch while it is judged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from helpdesk.archive.terms import Draft
from helpdesk.kernel.shape import Flaw
from helpdesk.marketplace.rules.known import World
from helpdesk.marketplace.rules.rows import Row
from helpdesk.marketplace.terms.kinds import Kind, Known, Name
from helpdesk.marketplace.terms.records import AnyBody, Body

_NOT_KEPT = {"type", "id", "version", "email"}  # a buyer's e-mail is not stored, not even while it waits


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A record and the line it came on (0: by itself, or after it had waited)."""

    line: int
    name: Name
    record: AnyBody


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What became of a batch. `deeds` are the entries it owes to the Archive."""

    world: World = field(default_factory=World)
    applied: list[Sent] = field(default_factory=list)
    replaced: list[Sent] = field(default_factory=list)
    """Of those applied, the ones that were here before, be it as a stub."""

    updated: list[Sent] = field(default_factory=list)
    """Of those, the ones that had been here themselves."""

    unchanged: list[Sent] = field(default_factory=list)
    older: list[Sent] = field(default_factory=list)
    rejected: list[tuple[Sent, Sequence[Flaw]]] = field(default_factory=list)
    waiting: list[tuple[Sent, Sequence[Name]]] = field(default_factory=list)
    arrived: set[Name] = field(default_factory=set)
    """Former stubs, for which others may have waited."""

    fresh: dict[Name, Known] = field(default_factory=dict)
    stubs: dict[Name, tuple[str, Row]] = field(default_factory=dict)
    mentions: list[Row] = field(default_factory=list)
    deeds: list[Draft] = field(default_factory=list)

    def left(self, sent: Sent) -> None:
        """Ours is as new, or newer."""
        same = sent.record.version.order == self.world.known[sent.name].order
        (self.unchanged if same else self.older).append(sent)

    def wait(self, sent: Sent, missing: Sequence[Name], stubs: dict[Name, Known]) -> None:
        """Keep the record back until all that is missing has arrived."""
        self.waiting.append((sent, missing))
        self.fresh.update(stubs)
        assert isinstance(sent.record, Body), "an expected order waits for nothing"
        text = _line(sent.name, sent.record)
        self.mentions += [_mention(name, sent, text) for name in missing]

    def take(
        self,
        sent: Sent,
        old: Known | None,
        fresh: dict[Name, Known],
        stubs: Iterable[tuple[str, Name, Row]],
    ) -> None:
        """Take the record in, with what it is the first to name."""
        self.applied.append(sent)
        self.fresh.update(fresh)
        if old:
            self.replaced.append(sent)
            if old.is_stub:
                self.arrived.add(sent.name)
            else:
                self.updated.append(sent)
        self.stubs.pop(sent.name, None)
        self.stubs.update((name, (table, row)) for table, name, row in stubs)
        named = [name for name, known in fresh.items() if known.is_stub and name != sent.name]
        self.mentions += [_mention(name, sent, "") for name in named if name.kind is not Kind.PERSON]

    def absorb(self, other: "Outcome") -> None:
        """Add what became of a further batch."""
        self.world.known.update(other.world.known)
        self.applied += other.applied
        self.updated += other.updated
        self.unchanged += other.unchanged
        self.older += other.older
        self.rejected += other.rejected
        self.waiting += other.waiting
        self.arrived |= other.arrived
        self.deeds += other.deeds


def _mention(name: Name, sent: Sent, text: str) -> Row:
    return {
        "kind": name.kind,
        "external_id": name.external_id,
        "by_kind": sent.name.kind,
        "by_id": sent.name.external_id,
        "record": text,
        "version_order": sent.record.version.order,
    }


def _line(name: Name, record: Body) -> str:
    """The record as a line that can be read again."""
    kept = _NOT_KEPT if name.kind is Kind.BUYER else _NOT_KEPT - {"email"}
    version = record.version.text
    line = {
        "type": name.kind.value,
        "id": name.external_id,
        "version": int(version) if version.isdigit() else version,
        **record.model_dump(mode="json", exclude=kept, exclude_none=True),
    }
    return msgspec.json.encode(line).decode()
