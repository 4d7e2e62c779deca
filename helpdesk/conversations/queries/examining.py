"""What the rules of conduct find in a text, with what is known where it is to be said.

A text in which nothing is found costs no SQL statement, unless it could be the end of something that earlier
messages began: then one. Only where something was found is the thread's record looked at, and the text read
once more: most of what it repeats of the record is no violation.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from time import thread_time
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.terms import ToPost
from helpdesk.conduct import rules as conduct
from helpdesk.conduct.queries import pack_in_force, pack_of_anywhere
from helpdesk.conduct.terms import EARLIER, EARLIER_HOURS, Attached, Said, Verdict
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.queries.facts import facts_in
from helpdesk.conversations.queries.handed_over import phones_known
from helpdesk.conversations.queries.thread import messages_after
from helpdesk.conversations.queries.ticks import LOOKED_AT, ticks_in
from helpdesk.conversations.rules import waiting
from helpdesk.conversations.terms import About, Message, Thread
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import particulars_of_offer, particulars_of_order
from helpdesk.marketplace.terms.particulars import Particulars
from helpdesk.marketplace.terms.subject import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where a text is to be said. `ref` is the conversation's, opened or not; `last_n` None: not known.

    `countries` are the market's and the Seller's; `own_at` is when the author's side wrote there last;
    `order`, `offer` and `market` are known of a first question.
    """

    ref: Ref
    countries: Sequence[str] = ()
    last_n: int | None = None
    own_at: datetime | None = None
    order: UUID | None = None
    offer: UUID | None = None
    market: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """What stands before it: the thread's last messages, and among them the author's own last texts."""

    own: Sequence[str] = field(default=())
    messages: Sequence[Message] = field(default=())


def scene_of(thread: Thread) -> Scene:
    """A thread that is open."""
    countries = (thread.market_country, thread.country)
    return Scene(
        ref=thread.ref,
        countries=countries,
        last_n=thread.last_n,
        own_at=thread.own_at,
        order=thread.order_id,
    )


def scene_about(*, subject: Subject, about: About, conversation: Ref) -> Scene:
    """A first question, whose thread may not be open yet."""
    return Scene(
        ref=conversation,
        order=subject.ref.id if about is About.ORDER else None,
        offer=subject.ref.id if about is About.OFFER else None,
        market=subject.market,
    )


def names_of(files: Sequence[ToPost]) -> list[str]:
    """What the files of a message are called; those that were erased have no name."""
    return [msgspec.json.decode(file.value)["name"] for file in files if file.value is not None]


def examined(
    *,
    actor: Actor,
    now: datetime,
    scene: Scene,
    text: str,
    names: Sequence[str] = (),
    files: Sequence[Attached] = (),
    whole: bool = False,
) -> Verdict:
    """The verdict on a text and the names of its files. Nothing is stored.

    `files` are files that were read, with what stands in them; `whole`: also what becomes of the other side's
    questions, whatever that costs.
    """
    conduct.warm()  # else the first text of a process would pay for it with its time
    attached = [*(Attached(name=name) for name in names), *files]
    said = Said(text=text, side=actor.side, language=actor.language, attachments=attached)
    country = scene.countries[0] if scene.countries else ""
    said = replace(said, country=country, today=now.date().isoformat())
    pack = pack_of_anywhere(countries=scene.countries)
    found = conduct.examine(said=said, pack=pack, seconds=thread_time)
    if found.unread:
        return found
    if not (whole or found.findings or _may_go_on(text, scene, now)):
        return found
    before = _before(actor, now, scene)
    said = replace(said, earlier=before.own)
    if not (whole or found.findings):
        found = conduct.examine(said=said, pack=pack, seconds=thread_time) if before.own else found
        if not found.findings:
            return found
    if whole and actor.side is Side.SELLER:
        waits = waiting(messages=before.messages, ticks=ticks_in(actor=actor, conversation=scene.ref))
        said = replace(said, asked=waits.asked or None, questions=waits.questions)
    return _informed(actor, now, scene, said)


def _may_go_on(text: str, scene: Scene, now: datetime) -> bool:
    """Whether it could end something that its author began in a message not long ago."""
    if scene.last_n is not None and (scene.own_at is None or scene.own_at < _since(now)):
        return False
    return conduct.wants_earlier(text=text)


def _since(now: datetime) -> datetime:
    return now - timedelta(hours=EARLIER_HOURS)


def _informed(actor: Actor, now: datetime, scene: Scene, said: Said) -> Verdict:
    """With all that the record has of the order or the offer."""
    known = particulars_there(actor=actor, scene=scene)
    if known is None:
        return conduct.examine(
            said=said,
            pack=pack_in_force(countries=scene.countries, market=scene.market or ""),
            seconds=thread_time,
        )
    today = now.astimezone(ZoneInfo(known.zone)).date().isoformat()
    said = replace(said, market=known.market, country=known.country, facts=facts_in(known), today=today)
    pack = pack_in_force(
        countries=(known.country, *scene.countries), hosts=known.hosts, market=known.market or ""
    )
    return conduct.examine(said=said, pack=pack, seconds=thread_time)


def particulars_there(*, actor: Actor, scene: Scene) -> Particulars | None:
    """What the record has of the order or the offer of a thread, as the actor's side knows it."""
    seller_id, id = scene.ref
    with acting(actor):
        order, offer, market = scene.order, scene.offer, scene.market
        if order is None and offer is None:
            places = Conversation.objects.filter(seller_id=seller_id, id=id)
            order, offer, market = places.values_list("order_id", "offer_id", "market").first() or (None,) * 3
        if order is not None:
            return _of_order(actor, Ref(seller_id, order))
        if offer is not None and market is not None:
            return particulars_of_offer(offer=Ref(seller_id, offer), market=market)
        return None


def _of_order(actor: Actor, order: Ref) -> Particulars | None:
    """A buyer may repeat what they handed over for the courier themselves."""
    known = particulars_of_order(order=order)
    if known is None or actor.side is not Side.BUYER:
        return known
    return replace(known, numbers=[*known.numbers, *phones_known(order=order)])


def _before(actor: Actor, now: datetime, scene: Scene) -> _Before:
    """The last texts of the thread; one SQL statement, none where nothing was said yet."""
    last_n = _last_n(actor, scene) if scene.last_n is None else scene.last_n
    if last_n < 0:
        return _Before()
    messages = messages_after(actor=actor, conversation=scene.ref, after_n=last_n - LOOKED_AT)
    since = _since(now)
    own = [one.text for one in messages if one.side is actor.side and one.at >= since and one.text]
    return _Before(own=own[-EARLIER:], messages=messages)


def _last_n(actor: Actor, scene: Scene) -> int:
    with acting(actor):
        here = Conversation.objects.filter(seller_id=scene.ref.seller_id, id=scene.ref.id)
        found = here.values_list("last_n", flat=True).first()
        return -1 if found is None else found
