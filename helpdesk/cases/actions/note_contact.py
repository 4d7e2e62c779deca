"""Note a contact outside the Platform: when, by which way, and what was said; the other side settles it."""

from datetime import date, datetime, timedelta

from helpdesk.archive.terms import Receipt
from helpdesk.cases.actions.giving import wordable
from helpdesk.cases.models import Case, Contact
from helpdesk.cases.terms.deeds import MAX_DAYS, Channel, Entry
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.conversations.terms.starting import Turn
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, NotFound
from helpdesk.workdays.localdays import local_date, zone_named


def note_contact(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    channel: Channel,
    on_day: date,
    words: str,
    key: str,
    case: Ref | None = None,
    confirmed: str | None = None,
) -> Posted:
    """One entry; no clock starts or stops. `on_day` is a day in the market's zone; the words are read like a
    message's.

    Raises NotFound, Forbidden (readers), Refused, Invalid, TooLarge, KeyReused, Busy.
    """
    words = wordable(words)
    if not words:
        raise Invalid("contact.words_missing", field="words")

    def judge(thread: Thread, at: int) -> Saying:
        _refuse_day(on_day, thread, at)
        if case is not None:
            _refuse_foreign(case, thread)
        facts: dict[str, int | str] = {"channel": channel.value, "on": on_day.isoformat()}
        facts |= {"language": actor.language} | ({"case": str(case.id)} if case else {})
        return Saying(
            facts=facts,
            ref=[("of", case.id)] if case else (),
            write=lambda receipt: _write(actor, thread, receipt, channel, on_day, case),
            turn=Turn.DUTY,
        )

    return say(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=Entry.NOTED,
        key=key,
        said={"channel": channel.value, "on": on_day.isoformat()} | ({"case": str(case.id)} if case else {}),
        judge=judge,
        words=words,
        confirmed=confirmed,
    )


def _refuse_day(on_day: date, thread: Thread, at: int) -> None:
    today = local_date(at=at, zone=zone_named(thread.market_zone))
    if on_day > today:
        raise Invalid("contact.future_day", field="on_day")
    if today - on_day > timedelta(days=MAX_DAYS):
        raise Invalid("contact.old_day", field="on_day")


def _refuse_foreign(case: Ref, thread: Thread) -> None:
    here = Case.objects.filter(seller_id=thread.ref.seller_id, id=case.id, chain=thread.ref.id)
    if not here.exists():
        raise NotFound("case.not_found")


def _write(
    actor: Actor, thread: Thread, receipt: Receipt, channel: Channel, on_day: date, case: Ref | None
) -> None:
    Contact.objects.create(
        seller_id=thread.ref.seller_id,
        id=receipt.entry,
        chain=thread.ref.id,
        buyer_id=thread.buyer_id,
        n=thread.head.n + 1 if thread.head else 0,
        case_id=case.id if case else None,
        side=actor.side.value,
        channel=channel.value,
        on_day=on_day,
        at=receipt.at,
    )
