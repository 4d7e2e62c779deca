"""What stands beside a thread for its reader."""

from collections.abc import Sequence

import msgspec

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting, scope_of
from helpdesk.conversations.queries import exists
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.letters.terms import Beside, Joined, JoinReason

_BESIDE = "SELECT * FROM letters_beside_v2(%s, %s, %s, %s::bigint, %s::uuid, %s::uuid)"


def beside(*, actor: Actor, conversation: Ref) -> Beside:
    """Who joined it, and the reader's own letters about it; for administrators those of both sides.

    One SQL statement. Nothing for strangers.
    """
    *joined, last = hot.rows(_BESIDE, [*scope_of(actor), *conversation, actor.person])
    return Beside(joined=[_joined(*row[:6]) for row in joined], letters=last[6], due_at=last[7])


def joined(*, actor: Actor, conversation: Ref) -> Sequence[Joined]:
    """Who joined a thread. Two SQL statements beside the scope's. Raises NotFound for strangers."""
    if actor.side in (Side.PLATFORM, Side.SYSTEM):
        raise NotFound("conversation.not_found")
    with acting(actor):
        if not exists(conversation=conversation):
            raise NotFound("conversation.not_found")
    return beside(actor=actor, conversation=conversation).joined


def _joined(id: object, n: int, author: bytes | None, reason: str, at: object, is_me: bool) -> Joined:
    name = "" if author is None else msgspec.json.decode(author)["name"]
    return Joined(id=id, n=n, name=name, reason=JoinReason(reason), at=at, is_me=is_me)  # type: ignore[arg-type]
