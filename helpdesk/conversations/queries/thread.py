"""A thread as a record to read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting, scope_of
from helpdesk.archive.queries import erased_of
from helpdesk.archive.terms import Erased
from helpdesk.attachments.queries import files_of
from helpdesk.attachments.terms import FileShown
from helpdesk.conversations.models import Conversation, Imported
from helpdesk.conversations.models import Message as Row
from helpdesk.conversations.queries.loading import obligation
from helpdesk.conversations.queries.unopened import first_attempts, unopened_thread
from helpdesk.conversations.terms import PAGE, About, Manner, Message, ThreadView
from helpdesk.conversations.terms.starting import BuyerReason, SellerReason, Why
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound

_VIEW = "SELECT * FROM conversation_view_v5(%s, %s, %s, %s::bigint, %s::uuid)"
_MESSAGES = "SELECT * FROM conversation_thread_v4(%s, %s, %s, %s::bigint, %s::uuid, %s::integer, %s::integer)"


def thread(*, actor: Actor, conversation: Ref, after_n: int | None = None) -> ThreadView:
    """The thread with its messages after `after_n`, at most PAGE; without it the latest. Two SQL statements.

    Raises NotFound for what is not there or not the actor's. Administrators come here only through
    `oversight.queries.read_file`, which asks for a reading in force, and to one that a refused first question
    would have opened; the Platform's machines read no words.
    """
    if actor.side in (Side.PLATFORM, Side.SYSTEM):
        raise NotFound("conversation.not_found")
    rows = hot.rows(_VIEW, [*scope_of(actor), conversation.seller_id, conversation.id])
    if not rows and actor.side is Side.ADMINISTRATOR:
        return unopened_thread(actor=actor, conversation=conversation)
    if not rows:
        raise NotFound("conversation.not_found")
    (
        _,
        market,
        order_id,
        offer_id,
        title,
        last_n,
        seller,
        buyer,
        language,
        country,
        *clock,
        muted,
        imported,
    ) = rows[0]
    about = About.OFFER if order_id is None else About.ORDER
    since = last_n - PAGE if after_n is None else after_n
    return ThreadView(
        conversation=conversation,
        about=about,
        about_ref=Ref(conversation.seller_id, order_id or offer_id),
        title=title,
        market=market,
        seller=seller,
        seller_country=country,
        buyer=buyer
        or (actor.name if actor.side is Side.BUYER else ""),  # sellers' names for buyers are theirs
        buyer_language=language or "",
        order_id=order_id,
        last_n=last_n,
        messages=messages_after(actor=actor, conversation=conversation, after_n=since),
        obligation=obligation(tuple(clock)),
        muted=muted,
        imported=imported,
    )


def messages_after(*, actor: Actor, conversation: Ref, after_n: int) -> list[Message]:
    """Messages with a higher `n`, in order, at most PAGE; empty for strangers.

    One SQL statement, one more where some have files, where some were erased, and where some were imported.
    """
    place = [conversation.seller_id, conversation.id, after_n, PAGE]
    rows = hot.rows(_MESSAGES, [*scope_of(actor), *place])
    filed = [Ref(conversation.seller_id, row[1]) for row in rows if row[8]]
    files = files_of(actor=actor, entries=filed)
    gone = _erased(actor, conversation, [row[1] for row in rows if row[7] is None])
    said = _said(actor, conversation, [row[1] for row in rows if row[5] == Manner.IMPORTED])
    return [_message(row, files.get(row[1], ()), gone.get(row[1]), said.get(row[1])) for row in rows]


def _said(actor: Actor, conversation: Ref, entries: Sequence[UUID]) -> dict[UUID, datetime]:
    """When imported messages are said to have been said."""
    if not entries:
        return {}
    with acting(actor):
        rows = Imported.objects.filter(seller_id=conversation.seller_id, id__in=list(entries))
        return dict(rows.values_list("id", "said_at"))


def _erased(actor: Actor, conversation: Ref, entries: Sequence[UUID]) -> dict[UUID, Erased]:
    """When and why they were erased, as the actor may know."""
    if not entries:
        return {}
    with acting(actor):
        return erased_of(seller_id=conversation.seller_id, entries=entries)


def _message(
    row: tuple[Any, ...], files: Sequence[FileShown], erased: Erased | None, said_at: datetime | None
) -> Message:
    n, id, side, at, language, manner, author, body, _, reason, line = row
    return Message(
        n=n,
        id=id,
        side=Side(side),
        author="" if author is None or said_at else msgspec.json.decode(author)["name"],
        at=at,
        language=language,
        text=None if body is None else bytes(body).decode(),
        manner=Manner(manner) if manner else None,
        files=files,
        erased=erased,
        why=why_said(side=side, reason=reason, line=line),
        said_at=said_at,
    )


def why_said(*, side: str, reason: str | None, line: str | None) -> Why | None:
    """Why a message of a side was written, as it is stored."""
    if reason is None:
        return None
    return Why(reason=(SellerReason if side == Side.SELLER else BuyerReason)(reason), line=line)


def known(*, conversation: Ref) -> bool:
    """Whether the present scope sees such a thread, or a refused first question that would have opened it."""
    return exists(conversation=conversation) or bool(first_attempts(conversations=[conversation]))


def exists(*, conversation: Ref) -> bool:
    """Whether the present scope sees such a thread."""
    return Conversation.objects.filter(seller_id=conversation.seller_id, id=conversation.id).exists()


def is_visible(*, actor: Actor, conversation: Ref) -> bool:
    """Whether it is one of the actor's. One SQL statement beside the scope's."""
    with acting(actor):
        return exists(conversation=conversation)


def last_n_of(*, conversation: Ref) -> int:
    """The number of the last message, in the present scope. One SQL statement. Raises NotFound."""
    mine = Conversation.objects.filter(seller_id=conversation.seller_id, id=conversation.id)
    last = mine.values_list("last_n", flat=True).first()
    if last is None:
        raise NotFound("conversation.not_found")
    return last


def last_n_at(*, conversation: Ref, at: datetime) -> int:
    """The number of the last message at or before an instant, in the present scope; -1 before the first."""
    seller_id, id = conversation
    until = Row.objects.filter(seller_id=seller_id, conversation_id=id, at__lte=at).order_by("-n")
    n = until.values_list("n", flat=True).first()
    return -1 if n is None else n
