"""Review an item of the queue: a person with the file open says what it is worth, by one entry."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Kept
from helpdesk.attachments import actions as attachments
from helpdesk.conduct import actions as conduct
from helpdesk.conduct.rules import ruling as rulings
from helpdesk.conduct.rules.ruling import Ruling, Subject
from helpdesk.conduct.terms import Decided, Measured, Waits
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import backstage_chain
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid
from helpdesk.oversight.actions.open_file import desk
from helpdesk.oversight.actions.reviewing import may_decide
from helpdesk.oversight.policies import can_review
from helpdesk.oversight.queries.item_places import place_of
from helpdesk.oversight.terms import Place, Reviewed

_AUDIENCES = {Side.SELLER: Audience.SELLER, Side.BUYER: Audience.BUYER}


def review_item(
    *,
    actor: Actor,
    now: datetime,
    item: Ref,
    decision: str,
    key: str,
    labels: Collection[str] = (),
    reason: str = "",
    replaces: UUID | None = None,
) -> Reviewed:
    """The decision's entry. A text that waited is posted where it is fine, and stays unsent otherwise; of a
    sample `decision` is `nothing` or `missed`.

    `labels` are those that the reviewer found right, `reason` is what the author reads. `replaces` is the
    decision that the reviewer saw standing: a second one takes its place, the first one stays on record.
    Raises Forbidden (not a reviewer; no reading in force), NotFound, Invalid, TooLarge, KeyReused, Busy, and
    Conflict where somebody decided meanwhile.
    """
    if not can_review(actor=actor):
        raise Forbidden("oversight.not_yours_to_judge")
    with acting(actor):
        place = place_of(item=item)
        settled = _is_decided(place, replaces)
        may_decide(actor=actor, now=now, conversation=place.conversation, settled=settled)
        if place.waits is Waits.CLEAN:
            return _measured(actor, now, place, decision, labels, key)
        told = rulings.ruling(decision=decision, labels=labels, reason=reason, replaces=replaces)
        return _decided(actor, now, place, told, key)


def _is_decided(place: Place, replaces: UUID | None) -> bool:
    """Then nothing changes but an answer given again."""
    return place.read or (place.standing is not None and place.standing.id != replaces)


def _measured(
    actor: Actor, now: datetime, place: Place, decision: str, labels: Collection[str], key: str
) -> Reviewed:
    if decision not in list(Measured) or (decision == Measured.MISSED) is not bool(labels):
        raise Invalid("review.measured", field="decision")
    kept = conduct.read_sample(
        actor=actor, now=now, sample=place.ref, missed=labels, desk=desk(actor), key=key
    )
    return Reviewed(receipt=kept.receipt, seller_id=kept.seller_id, replayed=kept.replayed)


def _decided(actor: Actor, now: datetime, place: Place, ruling: Ruling, key: str) -> Reviewed:
    subject = subject_of(place=place)
    if place.is_attempt and ruling.replaces is None:
        done: Posted | Kept = settle(actor=actor, now=now, subject=subject, ruling=ruling, key=key)
    elif place.waits is Waits.FILE and place.file is not None and ruling.replaces is None:
        done = _settle_file(actor, now, place.file.ref, subject, ruling, key)
    else:
        done = conduct.review(actor=actor, now=now, subject=subject, ruling=ruling, key=key)
    return Reviewed(receipt=done.receipt, seller_id=place.ref.seller_id, replayed=done.replayed)


def _settle_file(actor: Actor, now: datetime, file: Ref, subject: Subject, ruling: Ruling, key: str) -> Kept:
    """What both sides may know is one entry; why it is withheld is for its author, and another."""
    fine = ruling.decision is Decided.FINE
    kept = attachments.settle_file(actor=actor, now=now, file=file, release=fine, key=key)
    if not fine:
        return conduct.review(actor=actor, now=now, subject=subject, ruling=ruling, key=key)
    if not kept.replayed:
        conduct.note_review(actor=actor, now=now, subject=subject, ruling=ruling, receipt=kept.receipt)
    return kept


def settle(*, actor: Actor, now: datetime, subject: Subject, ruling: Ruling, key: str) -> Posted | Kept:
    """A text that was not sent: fine, it is posted by this; else it stays unsent. Raises as `review_item`."""
    done: Posted | Kept
    if ruling.decision is Decided.FINE:
        done = conversations.release_attempt(actor=actor, now=now, attempt=subject.entry, key=key)
    else:
        done = conversations.confirm_attempt(
            actor=actor,
            now=now,
            attempt=subject.entry,
            key=key,
            facts=rulings.review_facts(subject=subject, ruling=ruling),
            values=rulings.review_values(subject=subject, ruling=ruling),
        )
    if not done.replayed:
        conduct.note_review(actor=actor, now=now, subject=subject, ruling=ruling, receipt=done.receipt)
    return done


def subject_of(*, place: Place) -> Subject:
    """What conduct needs to know of an item. Two SQL statements."""
    return Subject(
        entry=place.ref,
        conversation=place.conversation.id,
        side=place.side,
        language=place.language,
        pack=place.pack,
        waited=place.waits,
        backstage=backstage_chain(conversation=place.conversation, audience=_AUDIENCES[place.side]),
    )
