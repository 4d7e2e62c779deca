"""A shop's saved replies: the list, the form of one, and one put into the box of a conversation."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations import queries as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.kernel.refusal import Conflict, Invalid, NotFound, Refusal
from helpdesk.portal import attaching, drafts, pages, threads
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed
from helpdesk.portal.seller import desk
from helpdesk.saved_replies import actions, queries
from helpdesk.saved_replies.policies import can_write
from helpdesk.saved_replies.terms import LANGUAGES, MAX_BODY, MAX_NAME, SavedReply
from helpdesk.saved_replies.words import PLACEHOLDERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A reply as it stands in the form. `version` is 0 for a new one; its `key` makes a double click one."""

    key: str
    name: str = ""
    bodies: Mapping[str, str]
    version: int = 0
    refusal: drafts.Said | None = None
    about: str = ""

    @property
    def texts(self) -> list[tuple[str, str]]:
        """Each language with its body."""
        return [(language, self.bodies.get(language, "")) for language in LANGUAGES]


@require_safe
@pages.only(Side.SELLER)
def listed(request: Signed) -> HttpResponse:
    """All of them, by name."""
    found = queries.saved_replies(actor=request.actor)
    context = {"saved": found, "may_write": can_write(request.actor), "all_languages": LANGUAGES}
    return pages.render(request, "saved_replies/list.html", context)


@require_safe
@pages.only(Side.SELLER)
def new(request: Signed) -> HttpResponse:
    """An empty form."""
    return _form(request, Form(key=drafts.fresh().key, bodies={}))


@require_safe
@pages.only(Side.SELLER)
def show(request: Signed, reply: Ref) -> HttpResponse:
    """One, to read and to change."""
    saved = queries.saved_reply(actor=request.actor, reply=reply)
    return _form(request, _filled(saved), reply=reply)


@require_POST
@pages.only(Side.SELLER)
def save(request: Signed) -> HttpResponse:
    """A new one."""
    form = _read(request)
    try:
        actions.save_reply(
            actor=request.actor, now=clock.now(), name=form.name, bodies=form.bodies, key=form.key
        )
    except Refusal as refusal:
        return _again(request, form, refusal)
    return redirect("seller:saved_replies")


@require_POST
@pages.only(Side.SELLER)
def change(request: Signed, reply: Ref) -> HttpResponse:
    """Other words; where a colleague was faster, theirs are not lost: the form says so."""
    form = _read(request)
    try:
        actions.change_reply(
            actor=request.actor,
            now=clock.now(),
            reply=reply,
            name=form.name,
            bodies=form.bodies,
            seen_version=form.version,
        )
    except Refusal as refusal:
        return _again(request, form, refusal, reply=reply)
    return redirect("seller:saved_replies")


@require_POST
@pages.only(Side.SELLER)
def withdraw(request: Signed, reply: Ref) -> HttpResponse:
    """It is offered to nobody any more."""
    actions.withdraw_reply(actor=request.actor, now=clock.now(), reply=reply)
    return redirect("seller:saved_replies")


@require_POST
@pages.only(Side.SELLER)
def insert(request: Signed, conversation: Ref) -> HttpResponse:
    """The form of the conversation again, with the chosen reply behind what stands in its box; nothing is
    sent.
    """
    draft = attaching.read(request=request, seller_id=conversation.seller_id)
    thread = conversations.thread(actor=request.actor, conversation=conversation)
    try:
        said = _text(request, conversation, request.POST.get("saved", ""))
    except (Invalid, Conflict) as refusal:
        shown = threads.refused(thread=thread, draft=draft, refusal=refusal)
        return desk.conversation(request=request, shown=shown)
    text = "\n\n".join(part for part in (draft.text.rstrip(), said) if part)
    return desk.conversation(
        request=request, shown=threads.Shown(thread=thread, draft=replace(draft, text=text))
    )


@require_safe
@pages.only(Side.SELLER)
def text_for(request: Signed, conversation: Ref) -> HttpResponse:
    """The chosen reply for this conversation, for the composer's script; a refusal says why there is none."""
    try:
        return JsonResponse({"text": _text(request, conversation, request.GET.get("saved", ""))})
    except (Invalid, Conflict) as refusal:
        said = drafts.said(refusal).sentence
        return JsonResponse({"code": refusal.code, "sentence": said}, status=STATUS[refusal.kind])


def _text(request: Signed, conversation: Ref, chosen: str) -> str:
    """Raises NotFound, Invalid (nothing chosen), Conflict (it cannot be said here)."""
    (to,) = queries.addressees(actor=request.actor, now=clock.now(), conversations=[conversation])
    saved = queries.saved_reply(actor=request.actor, reply=reply_in(chosen=chosen))
    filled = queries.filled(saved=saved, to=to)
    if filled.text is None:
        raise Conflict("saved_reply.missing" if filled.missing else "saved_reply.no_body", field="saved")
    return filled.text


def reply_in(*, chosen: str) -> Ref:
    """What a menu chose. Raises Invalid where it chose nothing, NotFound."""
    if not chosen:
        raise Invalid("saved_reply.choose", field="saved")
    try:
        return Ref.parse(chosen)
    except InvalidRef:
        raise NotFound("saved_reply.not_found") from None


def _read(request: Signed) -> Form:
    """Raises Invalid for what no page of ours writes."""
    drafts.refuse_broken_bytes(request)
    form = request.POST
    written = form.get("version", "0")
    if not (written.isascii() and written.isdigit() and len(written) < 10):
        raise Invalid("form.damaged", field="version")
    bodies = {language: form.get(f"body-{language}", "").replace("\r\n", "\n") for language in LANGUAGES}
    return Form(key=drafts.key_of(form), name=form.get("name", ""), bodies=bodies, version=int(written))


def _filled(saved: SavedReply) -> Form:
    return Form(key=drafts.fresh().key, name=saved.name, bodies=saved.bodies, version=saved.version)


def _again(request: Signed, form: Form, refusal: Refusal, *, reply: Ref | None = None) -> HttpResponse:
    """As it was typed, with the reason; what is not there or not theirs is a page of its own."""
    if refusal.kind not in BESIDE_THE_TEXT:
        raise refusal
    about = refusal.field.removeprefix("bodies/")
    form = replace(form, refusal=drafts.said(refusal), about=about)
    if refusal.code == "saved_reply.moved":
        form = replace(form, version=int(str(refusal.params["version"])))
    return _form(request, form, reply=reply, status=STATUS[refusal.kind])


def _form(request: Signed, form: Form, *, reply: Ref | None = None, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "reply": reply,
        "may_write": can_write(request.actor),
        "placeholders": PLACEHOLDERS.items(),
        "max_name": MAX_NAME,
        "max_body": MAX_BODY,
    }
    return pages.render(request, "saved_replies/form.html", context, status=status)
