"""History: everything between one buyer and one seller, for those two."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Query, Router, Schema

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import conversation_of
from helpdesk.api.v1.positions import placed, position
from helpdesk.evidence import queries
from helpdesk.evidence.terms import Around, Group, Occurred
from helpdesk.kernel.ids import Ref

router = Router()


class OccurredShape(Schema):
    """One entry: of `kind` (see the reference of entries), with the facts that its leaf states.

    `text` is what somebody wrote; null where nobody did, or where it was erased.
    """

    entry: str
    conversation: str
    title: str
    at: datetime
    kind: str
    n: int
    side: str
    name: str
    language: str
    text: str | None
    files: list[str]
    facts: dict[str, int | str]


class History(Schema):
    """A page, the latest first; `next` leads to older ones."""

    data: list[OccurredShape]
    next: str | None


@router.get("/{conversation}/history", response=History)
def show(
    request: ApiRequest,
    conversation: str,
    around: Annotated[Literal["pair", "thread"], Query()] = "pair",
    show: Annotated[
        Literal["messages", "files", "clock", "agreements", "cases", "platform", "notes"] | None, Query()
    ] = None,
    after: Annotated[str | None, Query()] = None,
) -> dict[str, Any]:
    """All that this conversation's two sides had with each other, or what belongs to this conversation."""
    read = queries.history(
        actor=request.auth,
        conversation=conversation_of(text=conversation),
        around=Around(around),
        group=Group(show) if show else None,
        before=position(after),
    )
    last = read.occurred[-1] if read.more else None
    return {
        "data": [_shape(one) for one in read.occurred],
        "next": placed(at=last.at, id=last.id) if last else None,
    }


def _shape(one: Occurred) -> dict[str, Any]:
    id: UUID = one.id
    return {
        "entry": str(Ref(one.conversation.seller_id, id)),
        "conversation": str(one.conversation),
        "title": one.title,
        "at": one.at,
        "kind": one.kind,
        "n": one.n,
        "side": one.side,
        "name": one.name,
        "language": one.language,
        "text": one.text,
        "files": list(one.files),
        "facts": dict(one.event["facts"]),
    }
