"""What witnesses said of our checkpoints, and how we stand with each of them.

Only the witnesses that the settings name count: lines of one that the operator trusts no more are not shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from helpdesk.archive.models import Cosignature, Witness
from helpdesk.archive.terms import Trouble
from helpdesk.tlog.checkpoints import parse
from helpdesk.tlog.keys import Verifier
from helpdesk.tlog.notes import open_note, split
from helpdesk.tlog.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessStanding:
    """A witness of the settings. `size`: leaves of the tree that it knows, so far as we were told.

    `asked_at`: None before the first time. `trouble`: None while it cosigns; else since when it does not.
    """

    url: str
    vkey: str
    name: str
    tree: int | None
    size: int
    asked_at: datetime | None
    trouble: Trouble | None
    since: datetime | None


def witness_vkeys() -> list[str]:
    """The keys of the witnesses that the settings name."""
    return [witness.key for witness in settings.HELPDESK.witnesses]


def cosigned(*, tree: int, size: int, note: str) -> str:
    """The log's own note with the lines of its witnesses under the checkpoint of this very size.

    One SQL statement where there are witnesses. A stored line that does not verify is left out.
    """
    vkeys = witness_vkeys()
    if not vkeys:
        return note
    found = Cosignature.objects.filter(tree=tree, size=size, witness__in=vkeys).order_by("witness")
    for row in found:
        note = _with(note, row)
    return note


def with_lines(*, tree: int, note: bytes) -> bytes:
    """The same for a checkpoint as it lies in the folder; a damaged one is given back as it is."""
    try:
        text = note.decode()
        return cosigned(tree=tree, size=parse(split(text)[0]).size, note=text).encode()
    except (Refused, UnicodeDecodeError):
        return note


def _with(note: str, row: Cosignature) -> str:
    longer = note + row.line
    try:
        open_note(longer, verifiers=[Verifier.parse(row.witness)])
    except Refused:
        return note
    return longer if split(longer)[0] == split(note)[0] else note


def newest_cosigned(*, tree: int) -> str | None:
    """The largest checkpoint of a tree that a witness of the settings has cosigned, with all its lines."""
    found = Cosignature.objects.filter(tree=tree, witness__in=witness_vkeys()).order_by("-size").first()
    return None if found is None else cosigned(tree=tree, size=found.size, note=found.note)


def witnesses() -> Sequence[WitnessStanding]:
    """The witnesses of the settings and how we stand with each: one SQL statement where there are any."""
    known = Witness.objects.in_bulk(witness_vkeys()) if witness_vkeys() else {}
    return [_standing(each.url, each.key, known.get(each.key)) for each in settings.HELPDESK.witnesses]


def _standing(url: str, vkey: str, known: Witness | None) -> WitnessStanding:
    return WitnessStanding(
        url=url,
        vkey=vkey,
        name=Verifier.parse(vkey).name,
        tree=known.tree if known else None,
        size=known.size if known else 0,
        asked_at=known.asked_at if known else None,
        trouble=Trouble(known.trouble) if known and known.trouble else None,
        since=known.since if known else None,
    )
