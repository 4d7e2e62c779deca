"""Appeals: a Seller's own, those that wait at the desk, and what may be appealed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.terms import Audience
from helpdesk.attachments.models import File
from helpdesk.attachments.queries import files_of
from helpdesk.enforcement.models import Appeal, Measure, Violation
from helpdesk.enforcement.policies import can_appeal_refusals, can_read_own, can_see_desk
from helpdesk.enforcement.queries.bodies import bodies_for
from helpdesk.enforcement.queries.measures import deciders_of, ends_at, measure_here, shown_here
from helpdesk.enforcement.queries.milder import measure_with_tracks, milder_than
from helpdesk.enforcement.queries.refusals import refusal, reviewers_of
from helpdesk.enforcement.queries.tracks import tracks_by_version
from helpdesk.enforcement.rules.appeals import appeal_terms, may_be_stayed
from helpdesk.enforcement.terms import MeasureKind, MeasureShown
from helpdesk.enforcement.terms.appeals import Against, AppealShown, Milder, Subject, Verdict
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace.queries import seller_names

_WORDS = "words"


def appeal_days() -> int:
    """Business days within which a person decides, by the published terms."""
    return appeal_terms().business_days


def appeals_of(*, actor: Actor, limit: int = 50) -> Sequence[AppealShown]:
    """The shop's or the Buyer's own, the latest first. Three SQL statements. Raises NotFound."""
    if can_appeal_refusals(actor=actor):
        mine = Appeal.objects.filter(buyer_id=actor.buyer_id)
    elif can_read_own(actor=actor) and actor.seller_id is not None:
        mine = Appeal.objects.filter(seller_id=actor.seller_id, audience=Audience.SELLER.value)
    else:
        raise NotFound("appeal.not_found")
    with acting(actor):
        return shown(mine.order_by("-at", "-id")[:limit], with_words=False)


def appeal_against(*, actor: Actor, subject: Ref) -> AppealShown | None:
    """The one against a measure or violation of the own shop, a refusal of the Buyer's own, or any at the
    desk; with its words and files. As many SQL statements as `appeal_of`.
    """
    _refuse_strangers(actor, subject.seller_id)
    return _in_full(actor, Appeal.objects.filter(seller_id=subject.seller_id, subject_id=subject.id))


def appeals_waiting(
    *, actor: Actor, limit: int, after: tuple[datetime, UUID] | None = None
) -> Sequence[AppealShown]:
    """Those that nobody decided, what is due first at the top, `after` one (its due time and id).

    Two SQL statements. Raises Forbidden.
    """
    rows = _desks(actor).filter(settled_by=None)
    if after is not None:
        rows = rows.filter(Q(due_at__gt=after[0]) | Q(due_at=after[0], id__gt=after[1]))
    with acting(actor):
        return shown(rows.order_by("due_at", "id")[:limit], with_words=False)


def appeals_settled(*, actor: Actor, limit: int) -> Sequence[AppealShown]:
    """The latest decisions. Two SQL statements. Raises Forbidden."""
    rows = _desks(actor).filter(settled_by__isnull=False)
    with acting(actor):
        return shown(rows.order_by("-settled_at", "id")[:limit], with_words=False)


def count_appeals_waiting(*, actor: Actor) -> int:
    """How many wait. One SQL statement. Raises Forbidden."""
    rows = _desks(actor).filter(settled_by=None)
    with acting(actor):
        return rows.count()


def appeal_of(*, actor: Actor, appeal: Ref) -> AppealShown:
    """One with its words and files. Three SQL statements; one more for files, where it has any, one once it
    is decided, and then one (a Buyer's: three) for bodies out of court, where the operator names any.

    Raises NotFound for strangers.
    """
    _refuse_strangers(actor, appeal.seller_id)
    found = _in_full(actor, Appeal.objects.filter(seller_id=appeal.seller_id, id=appeal.id))
    if found is None:
        raise NotFound("appeal.not_found")
    return found


def _in_full(actor: Actor, rows: QuerySet[Appeal]) -> AppealShown | None:
    sent = File.objects.filter(seller_id=OuterRef("seller_id"), entry_id=OuterRef("id"))
    with acting(actor):
        row = rows.annotate(has_files=Exists(sent)).first()
        if row is None:
            return None
        [found] = shown([row])
        files = files_of(actor=actor, entries=[found.ref]) if row.has_files else {}
        bodies = bodies_for(found) if found.verdict else ()
    return replace(found, files=files.get(found.ref.id, ()), bodies=bodies)


def is_appeal(*, entry: Ref) -> bool:
    """Whether an entry filed one, in the present scope. One SQL statement."""
    return Appeal.objects.filter(seller_id=entry.seller_id, id=entry.id).exists()


def appealable(*, actor: Actor, against: Against, subject: Ref) -> Subject:
    """What the own shop, or of refusals the Buyer whose message it was, may appeal against, and until when.

    Raises NotFound for all others.
    """
    if against is Against.REFUSAL:
        mine = can_appeal_refusals(actor=actor)
    else:
        mine = can_read_own(actor=actor) and actor.seller_id == subject.seller_id
    if not mine:
        raise NotFound("appeal.not_found")
    with acting(actor):
        return subject_of(against=against, subject=subject)


def subject_of(*, against: Against, subject: Ref) -> Subject:
    """The same in the present scope. Raises NotFound."""
    if against is Against.REFUSAL:
        return refusal(subject)
    return _measure(subject) if against is Against.MEASURE else _violation(subject)


def measure_appealed(*, actor: Actor, now: datetime, measure: Ref) -> tuple[MeasureShown, Sequence[Milder]]:
    """It, and what may take its place where an appeal is right in part. Three SQL statements at most.

    Raises NotFound.
    """
    if actor.side is not Side.ADMINISTRATOR or not can_see_desk(actor=actor):
        raise NotFound("measure.not_found")
    with acting(actor):
        row, tracks = measure_with_tracks(measure=measure)
        [of] = shown_here([row])
    return of, milder_than(row, tracks=tracks, at=now)


def judges_of(*, against: Against, subject: Ref) -> frozenset[UUID]:
    """Who decided what is appealed: another person decides now. In the desk's scope."""
    if against is Against.MEASURE:
        return deciders_of(measure=subject)
    if against is Against.REFUSAL:
        return reviewers_of(subject)
    rows = Entry.objects.filter(seller_id=subject.seller_id, id=subject.id)
    return frozenset(rows.values_list("actor", flat=True))


def _measure(subject: Ref) -> Subject:
    row = Measure.objects.filter(seller_id=subject.seller_id, id=subject.id).first()
    if row is None:
        raise NotFound("measure.not_found")
    basis = measure_here(measure=subject).basis
    kinds = [one.kind.value for one in basis.violations]
    return Subject(
        against=Against.MEASURE,
        ref=subject,
        code=row.kind,
        until=row.appeal_until,
        stayable=may_be_stayed(kind=MeasureKind(row.kind), violations=kinds, terms=appeal_terms())
        and row.stayed_by is None,
        violations=tuple(one.id for one in basis.violations),
        is_gone=row.lifted_by is not None,
        ends_at=ends_at(row),
    )


def _violation(subject: Ref) -> Subject:
    row = Violation.objects.filter(seller_id=subject.seller_id, id=subject.id).first()
    if row is None:
        raise NotFound("violation.not_found")
    tracks = tracks_by_version()[row.tracks]
    return Subject(
        against=Against.VIOLATION,
        ref=subject,
        code=row.kind,
        until=row.at + timedelta(days=tracks.appeal_days),
        stayable=False,
        violations=(row.id,),
        is_gone=row.taken_back_by is not None,
    )


def shown(rows: Iterable[Appeal], *, with_words: bool = True) -> list[AppealShown]:
    """In the present scope. Two SQL statements beside the rows' own; with words one more for each decided."""
    found = list(rows)
    if not found:
        return []
    names = seller_names(seller_ids={row.seller_id for row in found})
    entries = [id for row in found for id in (row.id, row.settled_by) if id] if with_words else []
    said = _words({row.seller_id for row in found}, entries)
    return [_one(row, names.get(row.seller_id, ""), said, with_words=with_words) for row in found]


def _words(sellers: Collection[int], entries: Sequence[UUID]) -> dict[UUID, str]:
    if not entries:
        return {}
    rows = Value.objects.filter(seller_id__in=sellers, entry_id__in=entries, name=_WORDS)
    return {id: bytes(value).decode() for id, value in rows.values_list("entry_id", "value")}


def _one(row: Appeal, seller: str, said: dict[UUID, str], *, with_words: bool) -> AppealShown:
    taken: list[UUID] = []
    if with_words and row.settled_by is not None:
        back = Violation.objects.filter(seller_id=row.seller_id, taken_back_by=row.settled_by)
        taken = list(back.order_by("at").values_list("id", flat=True))
    return AppealShown(
        ref=Ref(row.seller_id, row.id),
        against=Against(row.against),
        subject=Ref(row.seller_id, row.subject_id),
        code=row.code,
        seller=seller,
        at=row.at,
        due_at=row.due_at,
        stayed=row.stays,
        settled_at=row.settled_at,
        verdict=Verdict(row.verdict) if row.verdict else None,
        words=said.get(row.id, ""),
        answer=said.get(row.settled_by, "") if row.settled_by else "",
        took_back=taken,
    )


def _desks(actor: Actor) -> QuerySet[Appeal]:
    if actor.side is not Side.ADMINISTRATOR or not can_see_desk(actor=actor):
        raise Forbidden("appeal.not_yours_to_see")
    return Appeal.objects.all()


def _refuse_strangers(actor: Actor, seller_id: int) -> None:
    mine = can_read_own(actor=actor) and actor.seller_id == seller_id
    buyers = can_appeal_refusals(actor=actor)  # row security knows which are theirs
    if not (mine or buyers or (actor.side is Side.ADMINISTRATOR and can_see_desk(actor=actor))):
        raise NotFound("appeal.not_found")
