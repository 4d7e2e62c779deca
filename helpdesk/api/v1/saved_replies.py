"""Saved replies: one entry in five languages, and what it says in conversations of one's choice."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import conversation_of, reference_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.saved_replies import actions, queries
from helpdesk.saved_replies.terms import MAX_TOGETHER, Filled, SavedReply

router = Router()
Bodies = Annotated[
    dict[str, str],
    Field(
        description="By language (`en`, `pl`, `de`, `fr`, `it`); placeholders are {buyer}, {order},"
        " {tracking}, {carrier} and {expected}."
    ),
]


class NewReply(Schema):
    """A saved reply to be."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: str
    bodies: Bodies


class ChangedReply(NewReply):
    """Other words in the place of `version`."""

    version: Annotated[int, Field(ge=1, le=2_000_000_000)]


class ReplyShape(Schema):
    """A saved reply; `version` counts its changes."""

    id: str
    name: str
    bodies: Bodies
    version: int
    changed_at: datetime


class Replies(Schema):
    """By name."""

    data: list[ReplyShape]


class ChosenReply(Schema):
    """The conversations that it is wanted for."""

    model_config = ConfigDict(extra="forbid", strict=True)

    conversations: Annotated[
        list[Annotated[str, Field(max_length=40)]], Field(min_length=1, max_length=MAX_TOGETHER)
    ]


class TextShape(Schema):
    """The text for one conversation, in the Buyer's `language`; null where it cannot be said: there is no
    body in it, or what is `missing` is not known of the order. `seen_n` is the last message there.
    """

    conversation: str
    buyer: str
    language: str
    text: str | None
    missing: list[str]
    seen_n: int


class Texts(Schema):
    """In the order that was asked for."""

    data: list[TextShape]


@router.get("", response=Replies)
def all_of_them(request: ApiRequest) -> dict[str, Any]:
    """The shop's saved replies."""
    return {"data": [_shape(one) for one in queries.saved_replies(actor=request.auth)]}


@router.post("", response={201: ReplyShape}, openapi_extra=KEYED)
def save(request: ApiRequest, body: NewReply) -> Status[dict[str, Any]]:
    """Save a reply. For owners and agents."""
    saved = actions.save_reply(
        actor=request.auth, now=clock.now(), name=body.name, bodies=body.bodies, key=key_of(request)
    )
    return Status(201, _shape(saved))


@router.get("/{reply}", response=ReplyShape)
def show(request: ApiRequest, reply: str) -> dict[str, Any]:
    """One saved reply."""
    return _shape(queries.saved_reply(actor=request.auth, reply=_ref(reply)))


@router.put("/{reply}", response=ReplyShape)
def change(request: ApiRequest, reply: str, body: ChangedReply) -> dict[str, Any]:
    """Change it, unless somebody else has since `version`. For owners and agents."""
    saved = actions.change_reply(
        actor=request.auth,
        now=clock.now(),
        reply=_ref(reply),
        name=body.name,
        bodies=body.bodies,
        seen_version=body.version,
    )
    return _shape(saved)


@router.delete("/{reply}", response={204: None})
def withdraw(request: ApiRequest, reply: str) -> Status[None]:
    """It is offered to nobody any more. For owners and agents."""
    actions.withdraw_reply(actor=request.auth, now=clock.now(), reply=_ref(reply))
    return Status(204, None)


@router.post("/{reply}/texts", response=Texts)
def texts(request: ApiRequest, reply: str, body: ChosenReply) -> dict[str, Any]:
    """What it says in these conversations, each with its own order's data. Nothing is sent or stored."""
    saved = queries.saved_reply(actor=request.auth, reply=_ref(reply))
    chosen = [conversation_of(text=one) for one in body.conversations]
    found = queries.addressees(actor=request.auth, now=clock.now(), conversations=chosen)
    return {"data": [_text(queries.filled(saved=saved, to=one)) for one in found]}


def _ref(text: str) -> Ref:
    return reference_of(text=text, missing="saved_reply.not_found")


def _shape(saved: SavedReply) -> dict[str, Any]:
    return {
        "id": str(saved.ref),
        "name": saved.name,
        "bodies": dict(saved.bodies),
        "version": saved.version,
        "changed_at": saved.changed_at,
    }


def _text(one: Filled) -> dict[str, Any]:
    return {
        "conversation": str(one.to.conversation),
        "buyer": one.to.buyer,
        "language": one.to.language,
        "text": one.text,
        "missing": [name.value for name in one.missing],
        "seen_n": one.to.seen_n,
    }
