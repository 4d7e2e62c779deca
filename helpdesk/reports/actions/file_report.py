"""File a report: one side tells the Platform what the other did; the other side learns nothing of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Chain, Kept
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.queries import files_to_post
from helpdesk.attachments.terms import FILE_VALUE, ToPost
from helpdesk.conversations.queries import ReviewDue, review_due
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, Refused
from helpdesk.reports import rules
from helpdesk.reports.actions.placing import chain_of, place_of
from helpdesk.reports.models import Report
from helpdesk.reports.policies import can_report, visible_to
from helpdesk.reports.terms import (
    MAX_WORDS,
    OTHER_SIDE,
    Channel,
    Filed,
    Kind,
    Place,
    Rules,
    Said,
    Subject,
    What,
)

_FIELDS = {"report.what": "what", "report.channel": "channel", "report.files": "files"}


def file_report(*, actor: Actor, now: datetime, subject: Subject, said: Said, key: str) -> Filed:
    """The receipt, at once, with the instant by when a person means to decide. No clock of a Seller's moves.

    Raises NotFound (what is another's too), Forbidden (a shop's readers, administrators), Invalid, TooLarge,
    Conflict (this message was reported by this side before), Refused (too many wait), KeyReused, Busy.
    """
    place = place_of(actor=actor, now=now, subject=subject)
    if not can_report(actor=actor):
        raise Forbidden("report.not_yours")
    text.storable(said.words, limit=MAX_WORDS, field="words")
    in_force = rules.rules_in_force(on=now.date())
    if code := rules.refusal_of_said(said=said, side=actor.side, rules=in_force):
        raise Invalid(code, field=_FIELDS.get(code, "words"), limit=in_force.files)
    with acting(actor):
        chain = chain_of(place=place)
        hot.lock_chain(chain=chain.id)
        files = files_to_post(actor=actor, seller_id=chain.seller_id, files=said.files)
        values = _values(place, said, files)
        kept = replay_of(chain=chain, actor=actor, key=key, kind=Kind.FILED, values=values)
        if kept is None:
            _refuse(actor, place, chain, files, in_force)
            kept = _kept(actor, now, place, said, chain, values, in_force, key)
        row = Report.objects.get(seller_id=chain.seller_id, id=kept.receipt.entry)
    return Filed(report=Ref(chain.seller_id, row.id), kept=kept, due_at=row.due_at)


def _values(place: Place, said: Said, files: Sequence[ToPost]) -> Mapping[str, bytes]:
    """With what was chosen, so that a key stands for one request; not of files that are erased."""
    chosen = {"what": said.what, "channel": said.channel, "message": str(place.message or "")}
    values = {"said": canonical(chosen | {"order": str(place.order or "")}), "words": said.words.encode()}
    sealed = {FILE_VALUE.format(n): file.value for n, file in enumerate(files, start=1)}
    return values | {name: value for name, value in sealed.items() if value is not None}


def _refuse(actor: Actor, place: Place, chain: Chain, files: Sequence[ToPost], rules: Rules) -> None:
    """Raise Conflict, Refused; under the chain's lock."""
    here = Report.objects.filter(seller_id=chain.seller_id, chain=chain.id)
    if place.message is not None and here.filter(message_id=place.message).exists():
        raise Conflict("report.reported")
    if any(file.posted for file in files):
        raise Conflict("upload.posted", field="files")
    if Report.objects.filter(visible_to(actor=actor), settled_by=None).count() >= rules.open:
        raise Refused("report.too_many", limit=rules.open)


def _kept(
    actor: Actor,
    now: datetime,
    place: Place,
    said: Said,
    chain: Chain,
    values: Mapping[str, bytes],
    in_force: Rules,
    key: str,
) -> Kept:
    budget = rules.budget_us(what=What(said.what), rules=in_force)
    due = review_due(market=place.market, at=now, budget=budget)
    is_last = Report.objects.filter(visible_to(actor=actor), last_until__gt=now).exists()
    kept = archive.append(
        chain=chain,
        kind=Kind.FILED,
        actor=actor,
        now=now,
        key=key,
        values=values,
        facts=_facts(actor, place, said) | due.facts() | _ranked(in_force, is_last),
        ref=[("reports", place.message)] if place.message else [],
    )
    _row(actor, place, said, chain, kept, due, is_last)
    attachments.seal_beside(actor=actor, now=now, chain=chain, receipt=kept.receipt, files=said.files)
    return kept


def _facts(actor: Actor, place: Place, said: Said) -> dict[str, int | str]:
    facts: dict[str, int | str] = {
        "about": OTHER_SIDE[place.side].value,
        "channel": said.channel or Channel.HERE.value,
        "file": str(place.file.id),
        "language": actor.language,
        "market": place.market,
        "side": place.side.value,
        "subject": place.about.value,
        "what": said.what,
    }
    if place.n is not None:
        facts["message_n"] = place.n
    return facts if place.order is None else facts | {"order": str(place.order)}


def _ranked(rules: Rules, is_last: bool) -> dict[str, int | str]:
    facts: dict[str, int | str] = {"rules": rules.version}
    return facts | {"last": 1} if is_last else facts


def _row(
    actor: Actor, place: Place, said: Said, chain: Chain, kept: Kept, due: ReviewDue, is_last: bool
) -> None:
    Report.objects.create(
        seller_id=chain.seller_id,
        id=kept.receipt.entry,
        chain=chain.id,
        n=kept.n,
        file_id=place.file.id,
        buyer_id=place.buyer_id,
        audience=chain.audience,
        of_side=place.side.value,
        person_id=actor.person,
        about=place.about.value,
        message_id=place.message,
        message_n=place.n,
        order_id=place.order,
        what=said.what,
        channel=said.channel or Channel.HERE.value,
        market=place.market,
        language=actor.language,
        at=kept.receipt.at,
        due_at=due.at,
        ranks_last=is_last,
    )
