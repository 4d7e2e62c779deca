"""What a leaf says of a Seller's conduct: what a person decided, and what that takes the place of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import msgspec

from helpdesk.conduct.terms import Label
from helpdesk.enforcement.terms import Source, Tracks, ViolationKind

_FAMILIES: Final[Mapping[str, ViolationKind]] = {
    "A": ViolationKind.CONTACT,
    "C": ViolationKind.MARKETING,
    "D": ViolationKind.INSULT,
    "M": ViolationKind.MISLEADING,
}
_LABELS: Final[Mapping[Label, ViolationKind]] = {
    Label.PAY: ViolationKind.PAYMENT,
    Label.DEAL: ViolationKind.DEAL,
    Label.TERMS: ViolationKind.TERMS,
    Label.THREAT: ViolationKind.THREAT,
}
_REPORT: Final = "report.settled"


class _Leaf(msgspec.Struct, frozen=True, kw_only=True):
    t: str
    id: UUID
    f: dict[str, int | str] = {}
    ref: list[tuple[str, UUID]] = []

    def refers(self, *ways: str) -> UUID | None:
        return next((entry for how, entry in self.ref if how in ways), None)


_DECODER: Final = msgspec.json.Decoder(_Leaf)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one decision says. `kind` is None where it finds nothing; `replaces` is the decision before it."""

    id: UUID
    source: Source
    kind: ViolationKind | None
    chain: UUID | None
    subject: UUID | None
    replaces: UUID | None


def read(*, leaf: bytes, tracks: Tracks) -> Read | None:
    """Of a decision about a seller's words or deeds; None for all else."""
    found = _DECODER.decode(leaf)
    return _of_report(found) if found.t == _REPORT else _of_review(found, tracks)


def kind_of(*, labels: str, tracks: Tracks) -> ViolationKind | None:
    """The gravest of what was found (labels with spaces between), in the order of the terms."""
    known = [Label(label) for label in labels.split() if label in list(Label)]
    kinds = {kind for label in known if (kind := _LABELS.get(label) or _FAMILIES.get(label.family))}
    return max(
        (kind for kind in ViolationKind if kind in kinds),
        key=lambda kind: tracks.points[kind],
        default=None,
    )


def _of_review(leaf: _Leaf, tracks: Tracks) -> Read | None:
    if leaf.f.get("side") != "seller" or "decision" not in leaf.f:
        return None
    is_violation = leaf.f["decision"] == "violation"
    return Read(
        id=leaf.id,
        source=Source.REVIEW,
        kind=kind_of(labels=str(leaf.f.get("labels", "")), tracks=tracks) if is_violation else None,
        chain=UUID(str(leaf.f["conversation"])),
        subject=leaf.refers("reviews", "settles"),
        replaces=leaf.refers("replaces"),
    )


def _of_report(leaf: _Leaf) -> Read | None:
    if leaf.f.get("about") != "seller" or leaf.f.get("decision") != "founded":
        return None
    kind = str(leaf.f.get("kind", ""))
    message = leaf.refers("reports")
    return Read(
        id=leaf.id,
        source=Source.REPORT,
        kind=ViolationKind(kind) if kind in list(ViolationKind) else None,
        chain=UUID(str(leaf.f["file"])) if message else None,
        subject=message,
        replaces=None,
    )
