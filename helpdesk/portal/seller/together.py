"""Several conversations at a time: look over what each would get, then send all; or mark all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations.terms import Manner
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound, RefusalKind
from helpdesk.portal import drafts, pages
from helpdesk.portal.hats import Signed
from helpdesk.portal.seller import done
from helpdesk.portal.seller.saved_replies import reply_in
from helpdesk.saved_replies import actions, queries
from helpdesk.saved_replies.policies import can_write
from helpdesk.saved_replies.terms import Addressee, Answer, Outcome, Placeholder
from helpdesk.saved_replies.words import PLACEHOLDERS

_MANNERS = {"": None, "full": Manner.FULL, "interim": Manner.INTERIM}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One of several on the page: its text to look over, and why it was refused, if it was."""

    to: Addressee
    text: str
    refusal: drafts.Said | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """One that the reply cannot be said to; `missing` are the data that its order lacks, none: there is no
    body in the Buyer's language.
    """

    to: Addressee
    missing: Sequence[str]


@require_safe
@pages.only(Side.SELLER)
def show(request: Signed) -> HttpResponse:
    """What each of the ticked conversations would get; those that it cannot be said to, with the reason."""
    if not can_write(request.actor):
        raise Forbidden("conversation.not_yours_to_answer")
    chosen = refs_in(request.GET.getlist("c"))
    to = queries.addressees(actor=request.actor, now=clock.now(), conversations=chosen)
    saved = queries.saved_replies(actor=request.actor)
    wanted = request.GET.get("saved", "")
    reply = queries.saved_reply(actor=request.actor, reply=reply_in(chosen=wanted)) if wanted else None
    filled = [queries.filled(saved=reply, to=one) for one in to] if reply else []
    context = {
        "chosen": chosen,
        "saved": saved,
        "reply": reply,
        "rows": [Row(to=one.to, text=one.text) for one in filled if one.text is not None],
        "left_out": [LeftOut(to=one.to, missing=_named(one.missing)) for one in filled if one.text is None],
        "key": str(uuid4()),
        "view": request.GET.get("view", ""),
    }
    return pages.render(request, "saved_replies/together.html", context)


@require_POST
@pages.only(Side.SELLER)
def choose(request: Signed) -> HttpResponse:
    """On from the list, where they were ticked, to the page that shows what each would get."""
    said = [("c", str(one)) for one in refs_in(request.POST.getlist("c"))]
    kept = [(name, request.POST[name]) for name in ("saved", "view") if name in request.POST]
    return redirect(f"{reverse('seller:together')}?{urlencode([*said, *kept])}")


@require_POST
@pages.only(Side.SELLER)
def answer(request: Signed) -> HttpResponse:
    """Send all that are ticked; those that were refused stand there again, with their text and the reason."""
    drafts.refuse_broken_bytes(request)
    key, answers = drafts.key_of(request.POST), _answers(request)
    found = actions.answer_several(actor=request.actor, now=clock.now(), answers=answers, key=key)
    refused = [one for one in found if one.refusal is not None]
    if not refused:
        return redirect(done.address(request=request, how="answered", number=len(found)))
    reused = any(one.refusal and one.refusal.kind is RefusalKind.REUSED for one in refused)
    context = {
        "rows": _again(request, answers, refused),
        "sent": [one.conversation for one in found if one.posted],
        "key": str(uuid4()) if reused else key,
        "view": request.POST.get("view", ""),
    }
    return pages.render(request, "saved_replies/together.html", context, status=409)


@require_POST
@pages.only(Side.SELLER)
def waive(request: Signed) -> HttpResponse:
    """Mark all that are ticked as needing no reply; those that were refused are named."""
    drafts.refuse_broken_bytes(request)
    chosen = refs_in(request.POST.getlist("c"))
    found = actions.waive_several(
        actor=request.actor,
        now=clock.now(),
        chosen=chosen,
        reason=_reason(request),
        key=drafts.key_of(request.POST),
        seen_at=done.opened_at(request=request),
    )
    refused = [one for one in found if one.refusal is not None]
    if not refused:
        return redirect(done.address(request=request, how="waived", number=len(found)))
    to = _addressees(request, [one.conversation for one in refused])
    said = [Row(to=to[one.conversation], text="", refusal=_said(one)) for one in refused]
    context = {"not_marked": said, "marked": len(found) - len(refused)}
    return pages.render(request, "saved_replies/marked.html", context, status=409)


def refs_in(written: Sequence[str]) -> list[Ref]:
    """Each once, in the order of the form. Raises Invalid where there are none, NotFound."""
    try:
        found = list(dict.fromkeys(Ref.parse(one) for one in written))
    except InvalidRef:
        raise NotFound("conversation.not_found") from None
    if not found:
        raise Invalid("together.nobody", field="c")
    return found


def _answers(request: Signed) -> list[Answer]:
    """Those of the form that are still ticked. Raises Invalid."""
    form = request.POST
    return [
        Answer(
            conversation=ref,
            text=form.get(f"text-{ref}", "").replace("\r\n", "\n"),
            seen_n=drafts.seen_in(form.get(f"seen-{ref}", "")),
            manner=_manner(form.get(f"manner-{ref}", "")),
        )
        for ref in refs_in(form.getlist("c"))
    ]


def _manner(written: str) -> Manner | None:
    if written not in _MANNERS:
        raise Invalid("form.damaged", field="manner")
    return _MANNERS[written]


def _again(request: Signed, answers: Sequence[Answer], refused: Sequence[Outcome]) -> list[Row]:
    to, texts = (
        _addressees(request, [one.conversation for one in refused]),
        {a.conversation: a for a in answers},
    )
    return [
        Row(to=to[one.conversation], text=texts[one.conversation].text, refusal=_said(one)) for one in refused
    ]


def _addressees(request: Signed, chosen: Sequence[Ref]) -> dict[Ref, Addressee]:
    found = queries.addressees(actor=request.actor, now=clock.now(), conversations=chosen)
    return {one.conversation: one for one in found}


def _said(one: Outcome) -> drafts.Said | None:
    return drafts.said(one.refusal) if one.refusal else None


def _reason(request: Signed) -> WaiverReason:
    try:
        return WaiverReason(request.POST.get("reason", ""))
    except ValueError:
        raise Invalid("form.damaged", field="reason") from None


def _named(missing: Sequence[Placeholder]) -> list[str]:
    return [str(PLACEHOLDERS[one]) for one in missing]
