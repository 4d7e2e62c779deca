"""Refused attempts: what the rules did not let through stays on record, out of the other side's sight."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import connection

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain, ChainName, Kept
from helpdesk.conduct import actions as conduct
from helpdesk.conduct.terms import Source, Verdict
from helpdesk.conversations import rules
from helpdesk.conversations.actions.standing_by import behind
from helpdesk.conversations.models import Attempt
from helpdesk.conversations.queries.reviewing import ReviewDue, market_of_thread, review_due
from helpdesk.conversations.terms import Kind, Thread
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, KeyReused, Refused
from helpdesk.marketplace.queries import market_place, stand_in_of

MAX_ATTEMPTS = 1000  # different refused texts under one key; beyond it nobody is correcting a draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A text that somebody wants to send. `confirmed` is why it is to be sent as it is, `heard` what its
    author was told of it, `meant` what they chose beside it, for whoever finds it fine later. Of its files
    the record says how many there were: they stay with their author, for the text sent in this one's place.
    `wordless`: it may be empty, because something else than the text is said.
    """

    actor: Actor
    now: datetime
    body: str
    key: str
    confirmed: str | None = None
    heard: Container[str] | None = None
    meant: Mapping[str, str] = field(default_factory=dict)
    files: int = 0
    wordless: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a text is kept that is not sent. `order` or `offer` and `market` say what a first question was
    about: it has opened no thread.
    """

    chain: Chain
    conversation: Ref
    country: str = ""  # of the market (ISO 3166-1)
    order: UUID | None = None
    offer: UUID | None = None
    market: str | None = None

    def facts(self) -> dict[str, int | str]:
        """What the leaf says of it."""
        said: dict[str, int | str] = {"conversation": str(self.conversation.id)}
        named = {"order": self.order, "offer": self.offer, "market": self.market}
        return said | {name: str(value) for name, value in named.items() if value is not None}


def place_in(*, thread: Thread, actor: Actor) -> Place:
    """Behind a thread, on the actor's side."""
    chain = behind(thread=thread, side=actor.side)
    return Place(chain=chain, conversation=thread.ref, country=thread.market_country)


def place_unopened(
    *,
    side: Side,
    buyer_id: UUID,
    conversation: Ref,
    pair: UUID,
    order: UUID | None,
    offer: UUID | None,
    market: str,
) -> Place:
    """The same for a first message, whose thread is not opened by it; a thread's id is known beforehand."""
    audience = Audience.BUYER if side is Side.BUYER else Audience.SELLER
    chain = Chain(
        seller_id=conversation.seller_id,
        id=rules.backstage(conversation=conversation.id, audience=audience),
        name=ChainName.BACKSTAGE,
        audience=audience,
        seller=stand_in_of(seller_id=conversation.seller_id),
        pair=pair,
        buyer_id=buyer_id,
    )
    country, _ = market_place(code=market)
    return Place(
        chain=chain, conversation=conversation, country=country, order=order, offer=offer, market=market
    )


def refusal_of(*, wording: Wording, verdict: Verdict) -> str | None:
    """The code by which the text is not sent, or None."""
    is_empty = wording.wordless and not wording.body
    code = None if is_empty else rules.refusal_of(text=wording.body)
    return code or rules.code_of(decision=verdict.decision, confirmed=wording.confirmed is not None)


def refuse_if_forbidden(*, wording: Wording, verdict: Verdict, place: Callable[[], Place]) -> None:
    """Raise Refused where a rule forbids the text, after keeping the attempt; the key stays free.

    Raises Invalid, and keeps nothing, where its author may change it or say why it is to be sent as it is,
    or has not seen a remark yet.
    The same text refused twice under one key is one entry: `refused/<n>/<key>`, one n per text.
    """
    code = refusal_of(wording=wording, verdict=verdict)
    if code is None and rules.unheard(verdict=verdict, heard=wording.heard):
        raise Invalid(rules.UNHEARD, field="heard", verdict=verdict)
    if code is None:
        return
    if code == rules.CONFIRM:
        raise Invalid(code, field="confirmed", verdict=verdict)
    if (
        connection.in_atomic_block
    ):  # the deed around it will be rolled back; whoever opened it keeps the attempt
        raise Refused(code, field="text", verdict=verdict)
    with acting(wording.actor):
        kept = _keep(wording, verdict, code, place())
    raise Refused(code, field="text", verdict=verdict, **kept)


def files_with(*, files: int) -> dict[str, int]:
    """How many files were with a refused text; nothing where there were none."""
    return {"files": files} if files else {}


def _keep(wording: Wording, verdict: Verdict, code: str, place: Place) -> dict[str, object]:
    """What the refusal says of the attempt: its id, and where it waits for a person until when."""
    due = _due(place, wording.now) if code == rules.HELD else None
    facts = {"code": code, **place.facts(), **wording.meant, **files_with(files=wording.files)}
    if rules.code_of(decision=verdict.decision) == code:
        facts |= rules.facts_of(verdict=verdict)
    facts |= due.facts() if due else {}
    if (kept := _append(wording, place, facts)) is None:
        return {"country": place.country}
    if not kept.replayed:
        _wait_for_review(wording, place, code, kept, due)
        _keep_verdict(wording, verdict, place, code, kept)
    ref = Ref(kept.seller_id, kept.receipt.entry)
    said: dict[str, object] = {"attempt": str(ref), "country": place.country}
    return said | ({"due_at": due.at} if due else {})


def _due(place: Place, now: datetime) -> ReviewDue:
    seller_id, id = place.conversation
    market = place.market or market_of_thread(seller_id=seller_id, conversation=id)
    return review_due(market=market, at=now)


def _append(wording: Wording, place: Place, facts: Mapping[str, int | str]) -> Kept | None:
    said = {**facts, "language": wording.actor.language}
    for n in range(MAX_ATTEMPTS):
        try:
            return archive.append(
                chain=place.chain,
                kind=Kind.REFUSED,
                actor=wording.actor,
                now=wording.now,
                key=f"refused/{n}/{wording.key}",
                values={"body": wording.body.encode()},
                facts=said,
            )
        except KeyReused:
            continue
    return None  # it is refused all the same


def _wait_for_review(wording: Wording, place: Place, code: str, kept: Kept, due: ReviewDue | None) -> None:
    chain, entry = place.chain, kept.receipt.entry
    assert chain.buyer_id is not None  # a thread has a buyer, and so has what happens behind it
    Attempt.objects.create(
        seller_id=chain.seller_id,
        id=entry,
        conversation_id=place.conversation.id,
        buyer_id=chain.buyer_id,
        audience=chain.audience,
        side=wording.actor.side.value,
        code=code,
        at=kept.receipt.at,
        order_id=place.order,
        offer_id=place.offer,
        market=place.market,
        check_by=entry if due else None,
        check_at=kept.receipt.at if due else None,
        check_due_at=due.at if due else None,
    )


def _keep_verdict(wording: Wording, verdict: Verdict, place: Place, code: str, kept: Kept) -> None:
    conduct.keep_verdict(
        actor=wording.actor,
        now=kept.receipt.at,
        chain=place.chain,
        conversation=place.conversation.id,
        entry=kept.receipt.entry,
        side=wording.actor.side,
        language=wording.actor.language,
        verdict=verdict,
        source=Source.ATTEMPT,
        action="held" if code == rules.HELD else "refused",
    )
