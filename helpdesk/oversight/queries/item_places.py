"""What is known of an item of the review queue before it is open: no word of it."""

from collections.abc import Sequence
from typing import Any

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.queries import examined_file
from helpdesk.attachments.terms import HeldFile, State
from helpdesk.conduct import queries as conduct
from helpdesk.conduct.queries import Kept, SampleToRead
from helpdesk.conduct.terms import Finding, Waits
from helpdesk.conduct.terms import ReviewShown as Review
from helpdesk.conversations.queries import attempt_row
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight.policies import can_review
from helpdesk.oversight.queries.queue import attempt_waits
from helpdesk.oversight.terms import Place


def item_place(*, actor: Actor, item: Ref) -> Place:
    """What is known before it is open. Five SQL statements at most beside the scope's.

    Raises Forbidden, NotFound.
    """
    if not can_review(actor=actor):
        raise Forbidden("oversight.not_yours_to_judge")
    with acting(actor):
        return place_of(item=item)


def place_of(*, item: Ref) -> Place:
    """The same in the present scope. Raises NotFound."""
    verdicts = conduct.verdicts_of(seller_id=item.seller_id, entries=[item.id]).get(item.id, ())
    standing = conduct.standing_review(subject=item)
    if (attempt := attempt_row(attempt=item)) is not None:
        return _attempt(item, attempt, verdicts, standing)
    if (file := examined_file(examined=item)) is not None:
        return _file(item, file, verdicts, standing)
    if verdicts and _merged(verdicts):
        return _message(item, verdicts, standing)
    if (sample := conduct.sample_to_read(sample=item)) is not None:
        return _sample(sample)
    raise NotFound("review.not_found")


def _attempt(item: Ref, row: Any, verdicts: Sequence[Kept], standing: Review | None) -> Place:
    return Place(
        ref=item,
        waits=standing.waited if standing else attempt_waits(row=row),
        conversation=Ref(item.seller_id, row.conversation_id),
        side=Side(row.side),
        language=verdicts[0].language if verdicts else "",
        pack=_pack(verdicts),
        at=row.at,
        due_at=row.check_due_at,
        message=item.id,
        is_attempt=True,
        settled=row.settled_by is not None,
        findings=_merged(verdicts),
        standing=standing,
    )


def _file(item: Ref, file: HeldFile, verdicts: Sequence[Kept], standing: Review | None) -> Place:
    held = file.state is State.HELD
    return Place(
        ref=item,
        waits=standing.waited if standing else Waits.FILE if held else Waits.SENT,
        conversation=file.conversation,
        side=file.side,
        language=verdicts[0].language if verdicts else "",
        pack=_pack(verdicts),
        at=file.at,
        message=file.entry,
        settled=not held or file.settled is not None,
        findings=_merged(verdicts),
        standing=standing,
        file=file,
    )


def _message(item: Ref, verdicts: Sequence[Kept], standing: Review | None) -> Place:
    first = verdicts[0]
    return Place(
        ref=item,
        waits=standing.waited if standing else conduct.waits_as(source=first.source.value),
        conversation=Ref(item.seller_id, first.chain),
        side=first.side,
        language=first.language,
        pack=_pack(verdicts),
        at=first.at,
        message=item.id,
        findings=_merged(verdicts),
        standing=standing,
    )


def _sample(sample: SampleToRead) -> Place:
    return Place(
        ref=sample.entry,
        waits=Waits.CLEAN,
        conversation=Ref(sample.entry.seller_id, sample.chain),
        side=sample.side,
        language=sample.language,
        pack="",
        at=sample.at,
        message=sample.entry.id,
        read=sample.read,
        missed=sample.missed,
    )


def _pack(verdicts: Sequence[Kept]) -> str:
    return verdicts[-1].pack if verdicts else ""


def _merged(verdicts: Sequence[Kept]) -> list[Finding]:
    """Each finding once, as it was found last; how well questions are answered is judged on samples."""
    found = {
        (one.label, one.rule, one.place, one.start, one.end, one.file): one
        for kept in verdicts
        for one in kept.findings
        if one.label.family != "E"
    }
    return sorted(found.values(), key=lambda one: (one.file or 0, one.start or 0, one.label))
