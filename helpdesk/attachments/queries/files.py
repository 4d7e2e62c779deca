"""The files of messages, as their readers see them."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import scope_of
from helpdesk.attachments.policies import can_open
from helpdesk.attachments.rules.values import read_value
from helpdesk.attachments.terms import FileShown, Mark, State
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref

_NOTHING: dict[str, Any] = {"name": "", "type": "", "size": 0, "digest": ""}
_FILES = "SELECT * FROM attachments_files_v2(%s, %s, %s, %s::bigint[], %s::uuid[])"


def files_of(*, actor: Actor, entries: Sequence[Ref]) -> Mapping[UUID, list[FileShown]]:
    """By the entry's id, each message's files in order; nothing for strangers, and for messages without.

    One SQL statement. Whether an administrator may read here is for the caller to know.
    """
    if not entries:
        return {}
    sellers, ids = zip(*entries, strict=True)
    found: dict[UUID, list[FileShown]] = {}
    for row in hot.rows(_FILES, [*scope_of(actor), list(sellers), list(ids)]):
        shown = file_shown(actor=actor, row=row)
        found.setdefault(shown.entry, []).append(shown)
    return found


def file_shown(*, actor: Actor, row: tuple[Any, ...]) -> FileShown:
    """One row of attachments_files_v2. Where the committed value is gone, the file is."""
    seller_id, id, entry, position, side, state, copied, width, height, value = row
    said = _NOTHING if value is None else read_value(bytes(value))
    now = State.ERASED if value is None else State(state)
    may_open = can_open(actor=actor, side=side, state=now)
    return FileShown(
        ref=Ref(seller_id, id),
        entry=entry,
        position=position,
        name=said["name"],
        type=said["type"],
        size=said["size"],
        digest=said["digest"],
        side=Side(side),
        state=now,
        may_open=may_open,
        has_copy=copied and may_open,
        width=width if copied and may_open else None,
        height=height if copied and may_open else None,
        marked=Mark(said["marked"]) if "marked" in said else None,
    )
