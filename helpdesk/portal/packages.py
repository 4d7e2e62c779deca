"""Evidence packages: the page on which one chooses what to keep back, and the download."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.conf import settings
from django.http import FileResponse, HttpResponse, HttpResponseBase

from helpdesk.archive.terms import Audience
from helpdesk.evidence.terms import BY, Choices, Package, Withheld
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed

_ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the form asks for."""

    key: str
    language: str
    withheld: frozenset[Withheld]
    backstage: tuple[Audience, ...]


def asking(
    request: Signed, conversation: Ref, choices: Choices, *, refusal: Refusal | None = None
) -> HttpResponse:
    """The page, with what was wrong with the form where it comes again."""
    side = request.actor.side
    context = {
        "to_name": f"{side.value}:{'file' if side is Side.ADMINISTRATOR else 'conversation'}",
        "action_name": f"{side.value}:packages",
        "conversation": conversation,
        "choices": choices,
        "key": str(uuid4()),
        "languages": settings.LANGUAGES,
        "refusal": drafts.said(refusal) if refusal else None,
    }
    return pages.render(
        request, "parts/package.html", context, status=STATUS[refusal.kind] if refusal else 200
    )


def given(
    *,
    request: Signed,
    choices: Choices,
    take: Callable[[Asked], Package],
    again: Callable[[Refusal], HttpResponse],
) -> HttpResponseBase:
    """The package as a download; a refusal that another form would change shows the page `again`."""
    try:
        package = take(_asked(request, choices))
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        return again(refusal)
    return FileResponse(
        package.file, as_attachment=True, filename=package.name, content_type="application/zip"
    )


def _asked(request: Signed, choices: Choices) -> Asked:
    form = request.POST
    language = form.get("language", "")
    if language not in dict(settings.LANGUAGES):
        raise Invalid("evidence.language", field="language")
    withheld = {_value(written) for written in form.getlist("value")}
    for whole in form.getlist("withhold"):
        withheld |= _whole(whole, choices)
    return Asked(
        key=drafts.key_of(form),
        language=language,
        withheld=frozenset(withheld),
        backstage=tuple(sorted({_audience(written) for written in form.getlist("backstage")})),
    )


def _whole(written: str, choices: Choices) -> set[Withheld]:
    """All that names a side's people, or what the first message says of the order."""
    if written == _ABOUT:
        return {choices.about} if choices.about else set()
    return set(choices.authors.get(written, ()))


def _value(written: str) -> Withheld:
    entry, _, name = written.partition(":")
    try:
        return Withheld(UUID(entry), name or BY)
    except ValueError:
        raise Invalid("evidence.withheld", field="value") from None


def _audience(written: str) -> Audience:
    try:
        return Audience(int(written))
    except ValueError:
        raise Invalid("form.damaged", field="backstage") from None
