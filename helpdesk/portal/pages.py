"""What all pages share: the reader's language, the headers of a private page, and refusals said as pages."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.shortcuts import render as rendered
from django.utils import translation

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import NotFound, Refusal
from helpdesk.portal import errors, hats
from helpdesk.portal.hats import Asking, Signed
from helpdesk.portal.headers import seal
from helpdesk.portal.live.addresses import stream_origin

_P = ParamSpec("_P")
_Respond = Callable[[HttpRequest], HttpResponse]


class PageMiddleware:
    """Speaks the reader's language from here inwards, and seals the answer on its way out."""

    def __init__(self, respond: _Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(language_of(request=request)):
            response = self.respond(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "en")
        return seal(response, streams=stream_origin(request=request))

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A refusal that no view took up is a page of its own, and so is a database that is away."""
        if errors.is_unavailable(error):
            return errors.refused(request, errors.as_busy(error))
        return errors.refused(request, error) if isinstance(error, Refusal) else None


def language_of(*, request: HttpRequest) -> str:
    """The signed-in person's language, else the one chosen in this browser, else what it asks for."""
    actor = getattr(request, "actor", None)
    own = actor.language if actor is not None else getattr(request, "language", "")
    try:
        return translation.get_supported_language_variant(own)
    except LookupError:
        return translation.get_language_from_request(request)


def render(request: Signed, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page with what every page needs: the instant, and the reader's zone (IANA)."""
    shared = {"now": clock.now(), "zone": request.zone}
    return rendered(request, template, shared | context, status=status)


def signed(
    view: Callable[Concatenate[Signed, _P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """A view for whoever wears a hat, of any side; others are asked to sign in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponseBase:
        if cast("Asking", request).actor is None:
            return redirect("home" if hats.signed_in(request=request) else "sign_in")
        return view(cast("Signed", request), *args, **kwargs)

    return guarded


def only(
    wanted: Side,
) -> Callable[[Callable[Concatenate[Signed, _P], HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """A view for one side. Others find nothing here; those whom nobody knows are asked to sign in."""

    def wrap(view: Callable[Concatenate[Signed, _P], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponseBase:
            actor = cast("Asking", request).actor
            if actor is None:
                return redirect("home" if hats.signed_in(request=request) else "sign_in")
            if actor.side is not wanted:
                raise NotFound("page.not_found")
            return view(cast("Signed", request), *args, **kwargs)

        return guarded

    return wrap
