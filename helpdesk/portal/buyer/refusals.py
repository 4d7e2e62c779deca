"""A message of the Buyer's that was not sent: why, what a person decided, and the appeal against that."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conduct.words import Statement, statement_of
from helpdesk.conversations.queries import OwnAttempt, own_attempt
from helpdesk.conversations.terms import Outcome
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.terms.appeals import MAX_APPEAL, Against, Subject
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal, Refused
from helpdesk.law.bodies import BodyKind
from helpdesk.marketplace.queries import bodies_in
from helpdesk.notifications import actions as notices
from helpdesk.portal import appeals, attaching, drafts, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed


@require_safe
@pages.only(Side.BUYER)
def show(request: Signed, attempt: Ref) -> HttpResponse:
    """The statement of reasons, and below it the appeal, or the form for one."""
    return _page(request, attempt, drafts.fresh())


@require_POST
@pages.only(Side.BUYER)
def file(request: Signed, attempt: Ref) -> HttpResponse:
    """Send it with what shows that it is right; a refusal keeps what was written and attached."""
    draft = attaching.read(request=request, seller_id=attempt.seller_id)
    try:
        actions.appeal_refusal(
            actor=request.actor,
            now=clock.now(),
            attempt=attempt,
            words=request.POST.get("words", "").replace("\r\n", "\n"),
            files=attaching.files(draft),
            key=draft.key,
        )
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        return _page(request, attempt, draft.refused(refusal, seen_n=None), status=STATUS[refusal.kind])
    return redirect(f"{reverse('buyer:refusal', args=[attempt])}?sent=1")


@require_safe
@pages.only(Side.BUYER)
def follow(request: Signed, appeal: Ref) -> HttpResponse:
    """To the message that it is about."""
    of = queries.appeal_of(actor=request.actor, appeal=appeal)
    return redirect("buyer:refusal", of.subject)


def _page(request: Signed, attempt: Ref, draft: drafts.Draft, *, status: int = 200) -> HttpResponse:
    actor, now = request.actor, clock.now()
    found = own_attempt(actor=actor, attempt=attempt)
    of = queries.appeal_against(actor=actor, subject=attempt)
    if of is not None:
        request.unread = notices.see(actor=actor, now=now, conversation=of.ref)
    subject = _subject(request, attempt, found)
    context: dict[str, Any] = {
        "found": found.of,
        "statement": _statement(found),
        "one": appeals.told(of, now=now) if of else None,
        "subject": subject,
        "is_open": subject is not None and not subject.is_gone and now < subject.until,
        "sent": request.GET.get("sent") == "1",
        "days": queries.appeal_days(),
        "longest": MAX_APPEAL,
        "words": request.POST.get("words", ""),
        "draft": draft,
        "uploads": reverse("buyer:refusal_uploads", args=[attempt]),
    }
    if of is not None:
        context |= appeals.evidence(actor=actor, of=of) | {"further": of.bodies}
    return pages.render(request, "buyer/refusal.html", context, status=status)


def _subject(request: Signed, attempt: Ref, found: OwnAttempt) -> Subject | None:
    """What may be appealed: only what a person has confirmed."""
    if found.of.of.outcome is not Outcome.CONFIRMED:
        return None
    return queries.appealable(actor=request.actor, against=Against.REFUSAL, subject=attempt)


def _statement(found: OwnAttempt) -> Statement:
    """In the reader's words; of a text whose form alone was refused the facts are that rule's sentence."""
    shown = found.of.of
    said = statement_of(
        labels=[one.label for one in found.findings],
        held=shown.code == "conduct.held" and shown.outcome is None,
        confirmed=shown.outcome is Outcome.CONFIRMED,
        country=found.country,
        bodies=bodies_in(country=found.country, kinds=[BodyKind.CERTIFIED]),
    )
    return said if found.findings else replace(said, facts=drafts.said(Refused(shown.code)).sentence)
