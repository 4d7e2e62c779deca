"""One item of the review queue: what is known of it, and, under a reading in force, its words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience
from helpdesk.conduct import queries as conduct
from helpdesk.conduct import rules
from helpdesk.conduct.queries import Kept
from helpdesk.conduct.queries import ReviewShown as Review
from helpdesk.conduct.terms import Decided, Finding, Said, Waits
from helpdesk.conversations.queries import attempt_of, attempt_row, backstage_chain, last_n_at
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight.policies import can_review
from helpdesk.oversight.queries.queue import attempt_waits
from helpdesk.oversight.queries.reading import read_file
from helpdesk.oversight.terms import Month, OpenItem, PastReviews, Place

_AROUND = 20  # messages before the one in question
_LOOKS_BACK = timedelta(days=365)
_MONTHS = 6
_MOST = 200  # decisions on one author that are looked at
_RECENT = 5


def item_place(*, actor: Actor, item: Ref) -> Place:
    """What is known before it is open: no word. Four SQL statements at most beside the scope's.

    Raises Forbidden, NotFound.
    """
    if not can_review(actor=actor):
        raise Forbidden("oversight.not_yours_to_judge")
    with acting(actor):
        return place_of(item=item)


def place_of(*, item: Ref) -> Place:
    """The same in the present scope. Raises NotFound."""
    verdicts = conduct.verdicts_of(seller_id=item.seller_id, entries=[item.id]).get(item.id, ())
    findings = _merged(verdicts)
    standing = conduct.standing_review(subject=item)
    attempt = attempt_row(attempt=item)
    if attempt is not None:
        return Place(
            ref=item,
            waits=standing.waited if standing else attempt_waits(row=attempt),
            conversation=Ref(item.seller_id, attempt.conversation_id),
            side=Side(attempt.side),
            language=verdicts[0].language if verdicts else "",
            pack=verdicts[0].pack if verdicts else "",
            at=attempt.at,
            due_at=attempt.check_due_at,
            is_attempt=True,
            settled=attempt.settled_by is not None,
            findings=findings,
            standing=standing,
        )
    return _sent(item, verdicts, findings, standing)


def _sent(item: Ref, verdicts: Sequence[Kept], findings: Sequence[Finding], standing: Review | None) -> Place:
    sample = None if verdicts and findings else conduct.sample_to_read(sample=item)
    first = sample or next(iter(verdicts), None)
    if first is None:
        raise NotFound("review.not_found")
    waits = conduct.waits_as(source=verdicts[0].source.value) if sample is None else Waits.CLEAN
    return Place(
        ref=item,
        waits=standing.waited if standing else waits,
        conversation=Ref(item.seller_id, first.chain),
        side=first.side,
        language=first.language,
        pack=verdicts[-1].pack if verdicts else "",
        at=first.at,
        due_at=None,
        is_attempt=False,
        settled=False,
        findings=findings,
        standing=standing,
        read=sample is not None and sample.read,
        missed=sample.missed if sample else (),
    )


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
    message = next((one for one in thread.messages if one.id == item.id), None)
    if said is not None:
        place = replace(place, language=said.language)
    text = said.text if said else message.text if message else None
    author = said.author if said else message.author if message else ""
    return OpenItem(
        place=place,
        author=author,
        text=text,
        findings=_read_as(place, text),
        thread=thread,
        past=past,
    )


def _merged(verdicts: Sequence[Kept]) -> list[Finding]:
    """Each finding once, as it was found last; how well questions are answered is judged on samples."""
    found = {
        (one.label, one.rule, one.place, one.start, one.end, one.file): one
        for kept in verdicts
        for one in kept.findings
        if one.label.family != "E"
    }
    return sorted(found.values(), key=lambda one: (one.file or 0, one.start or 0, one.label))


def _read_as(place: Place, text: str | None) -> list[Finding]:
    """With what the words read as, which nobody keeps: they are read again."""
    if text is None or not place.findings:
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
