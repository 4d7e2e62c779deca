"""One item of the review queue: what is known of it, and, under a reading in force, its words."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience
from helpdesk.attachments.terms import FileShown
from helpdesk.conduct import queries as conduct
from helpdesk.conduct import rules
from helpdesk.conduct.terms import Decided, Finding, Said
from helpdesk.conversations.queries import attempt_of, backstage_chain, last_n_at
from helpdesk.conversations.terms import Message
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.oversight.queries.item_places import item_place
from helpdesk.oversight.queries.reading import read_file
from helpdesk.oversight.terms import Month, OpenItem, PastReviews, Place

_AROUND = 20  # messages before the one in question
_LOOKS_BACK = timedelta(days=365)
_MONTHS = 6
_MOST = 200  # decisions on one author that are looked at
_RECENT = 5


def open_item(*, actor: Actor, now: datetime, item: Ref) -> OpenItem:
    """The item with its words, what was said around it, and what people decided on its author before.

    Raises Forbidden (not a reviewer; no reading in force), NotFound.
    """
    place = item_place(actor=actor, item=item)
    with acting(actor):
        after_n = max(-1, last_n_at(conversation=place.conversation, at=place.at) - _AROUND)
    thread = read_file(actor=actor, now=now, conversation=place.conversation, after_n=after_n)
    with acting(actor):
        said = attempt_of(attempt=item) if place.is_attempt else None
        past = _past(place, now)
    message = next((one for one in thread.messages if one.id == place.message), None)
    text = said.text if said else message.text if message else None
    if said is not None:
        place = replace(place, language=said.language)
    return OpenItem(
        place=place,
        author=said.author if said else message.author if message else "",
        text=text,
        findings=_read_as(place, text),
        thread=thread,
        past=past,
        file=_file(place, message),
    )


def _file(place: Place, message: Message | None) -> FileShown | None:
    if place.file is None or message is None:
        return None
    return next((one for one in message.files if one.ref == place.file.ref), None)


def _read_as(place: Place, text: str | None) -> list[Finding]:
    """With what the words read as, which nobody keeps: they are read again."""
    if text is None or place.file is not None or not place.findings:
        return list(place.findings)
    again = rules.examine(said=Said(text=text, side=place.side, language=place.language))
    reads = {(one.label, one.start, one.end): one.as_read for one in again.findings}
    return [replace(one, as_read=reads.get((one.label, one.start, one.end), "")) for one in place.findings]


def _past(place: Place, now: datetime) -> PastReviews:
    """Two SQL statements and one."""
    buyer_id = backstage_chain(conversation=place.conversation, audience=Audience.OPERATOR).buyer_id
    assert buyer_id is not None  # a thread has one
    found = conduct.reviews_of_author(
        side=place.side,
        seller_id=place.ref.seller_id,
        buyer_id=buyer_id,
        since=now - _LOOKS_BACK,
        limit=_MOST,
    )
    others = [one for one in found if one.subject != place.ref]
    counts = [one for one in others if one.decision is Decided.VIOLATION]
    return PastReviews(
        reviewed=len(others),
        warned=sum(one.decision is Decided.WARN for one in others),
        violations=len(counts),
        labels=Counter(label for one in counts for label in one.labels).most_common(),
        recent=others[:_RECENT],
        months=[
            Month(on=on, violations=sum(_month(one.at) == on for one in counts)) for on in _last_months(now)
        ],
    )


def _last_months(now: datetime) -> list[date]:
    """The first days of the last months, this one the last."""
    months = [_month(now)]
    while len(months) < _MONTHS:
        months.append(_month(months[-1] - timedelta(days=1)))
    return months[::-1]


def _month(at: date) -> date:
    return date(at.year, at.month, 1)
