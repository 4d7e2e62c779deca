"""What owners do with webhooks: add, change, pause, try, give another secret, send again, remove."""

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.portal import drafts
from helpdesk.portal.errors import BESIDE_THE_TEXT
from helpdesk.portal.hats import Signed
from helpdesk.portal.webhooks import shown
from helpdesk.portal.webhooks.shown import Form
from helpdesk.webhooks import actions, queries
from helpdesk.webhooks.terms import Wanted

_DIGITS = 9


def add(request: Signed) -> HttpResponse:
    """A new one: the answer shows its secret, this once."""
    form = _read(request)
    try:
        kept = actions.add_webhook(actor=request.actor, now=clock.now(), wanted=form.wanted, key=form.key)
    except Refusal as refusal:
        return shown.listed(request, _refused(form, refusal), refusal=refusal)
    return shown.one(request, kept.webhook.ref, secret=kept.secret)


def change(request: Signed, webhook: Ref) -> HttpResponse:
    """Another address, other kinds, another name."""
    form = _read(request)
    found = queries.webhook(actor=request.actor, webhook=webhook)
    wanted = replace(form.wanted, paused=found.wanted.paused)
    try:
        actions.change_webhook(
            actor=request.actor,
            now=clock.now(),
            webhook=webhook,
            wanted=wanted,
            seen_version=form.version,
        )
    except Refusal as refusal:
        form = _refused(form, refusal)
        if refusal.code == "webhook.moved":
            form = replace(form, version=found.version)
        return shown.one(request, webhook, form=form, refusal=refusal)
    return _back(request, webhook, "changed")


def pause(request: Signed, webhook: Ref) -> HttpResponse:
    """Paused, or let go on, as the button says."""
    found = queries.webhook(actor=request.actor, webhook=webhook)
    paused = request.POST.get("paused") == "1"
    return _done(
        request,
        webhook,
        lambda: actions.change_webhook(
            actor=request.actor,
            now=clock.now(),
            webhook=webhook,
            wanted=replace(found.wanted, paused=paused),
            seen_version=_version(request),
        ),
        came="paused" if paused else "going",
    )


def rotate(request: Signed, webhook: Ref) -> HttpResponse:
    """Another secret, shown this once."""
    try:
        kept = actions.rotate_secret(
            actor=request.actor, now=clock.now(), webhook=webhook, key=drafts.key_of(request.POST)
        )
    except Refusal as refusal:
        return _again(request, webhook, refusal)
    return shown.one(request, webhook, secret=kept.secret)


def try_(request: Signed, webhook: Ref) -> HttpResponse:
    """A test event is on its way."""
    key = drafts.key_of(request.POST)
    return _done(
        request,
        webhook,
        lambda: actions.try_webhook(actor=request.actor, now=clock.now(), webhook=webhook, key=key),
        came="tried",
    )


def replay(request: Signed, webhook: Ref, delivery: Ref) -> HttpResponse:
    """One again."""
    return _done(
        request,
        webhook,
        lambda: actions.replay_delivery(
            actor=request.actor, now=clock.now(), webhook=webhook, delivery=delivery
        ),
        came="replayed",
    )


def replay_dead(request: Signed, webhook: Ref) -> HttpResponse:
    """All that nobody took."""
    return _done(
        request,
        webhook,
        lambda: actions.replay_dead(actor=request.actor, now=clock.now(), webhook=webhook),
        came="replayed",
    )


def remove(request: Signed, webhook: Ref) -> HttpResponse:
    """Nothing is sent there any more."""
    actions.remove_webhook(actor=request.actor, now=clock.now(), webhook=webhook)
    return redirect(f"{request.actor.side.value}:webhooks")


def _done(request: Signed, webhook: Ref, do: Callable[[], object], *, came: str) -> HttpResponse:
    try:
        do()
    except Refusal as refusal:
        return _again(request, webhook, refusal)
    return _back(request, webhook, came)


def _back(request: Signed, webhook: Ref, came: str) -> HttpResponse:
    place = reverse(f"{request.actor.side.value}:webhook", args=[webhook])
    return redirect(f"{place}?came={came}")


def _again(request: Signed, webhook: Ref, refusal: Refusal) -> HttpResponse:
    """The page with the reason; what is not there or not theirs is a page of its own."""
    if refusal.kind not in BESIDE_THE_TEXT:
        raise refusal
    return shown.one(request, webhook, refusal=refusal)


def _refused(form: Form, refusal: Refusal) -> Form:
    if refusal.kind not in BESIDE_THE_TEXT:
        raise refusal
    return replace(form, refusal=drafts.said(refusal), about=refusal.field)


def _read(request: Signed) -> Form:
    """Raises Invalid for what no page of ours writes."""
    drafts.refuse_broken_bytes(request)
    wanted = Wanted(
        url=request.POST.get("url", ""),
        kinds=tuple(request.POST.getlist("kind")),
        description=request.POST.get("description", ""),
    )
    return Form(key=drafts.key_of(request.POST), wanted=wanted, version=_version(request))


def _version(request: Signed) -> int:
    written = request.POST.get("version", "0")
    if not (written.isascii() and written.isdigit() and len(written) <= _DIGITS):
        raise Invalid("form.damaged", field="version")
    return int(written)
