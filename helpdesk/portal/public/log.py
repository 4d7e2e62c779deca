"""The log for everybody: its keys on a page, its checkpoint and tiles for programs. Never an entry.

The addresses below `/archive/` are those of C2SP tlog-tiles, so that other people's programs read them.
"""

from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from helpdesk.archive.queries import public

_FOR_EVER = 31_536_000  # seconds; a year, as far as caches look ahead: a tile of one width never changes


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """For everybody, signed in or not."""
    zone = getattr(request, "zone", None) or settings.HELPDESK.time_zone
    context = {
        "zone": zone,
        "logs": public.public_trees(),
        "receipt_keys": public.public_receipt_keys(),
        "witnesses": public.public_witnesses(),
        "address": settings.HELPDESK.public_url,
    }
    return render(request, "public/keys.html", context)


def _etag(request: HttpRequest, log: str) -> str | None:
    note = public.public_checkpoint(log_id=UUID(log))
    return f'"{sha256(note).hexdigest()}"' if note else None  # of the whole: witnesses may add their lines


@require_safe
@cache_control(public=True, no_cache=True)
@condition(etag_func=_etag)
def checkpoint(request: HttpRequest, log: str) -> HttpResponse:
    """The newest signed note."""
    note = public.public_checkpoint(log_id=UUID(log))
    if note is None:
        raise Http404
    return HttpResponse(note, content_type="text/plain; charset=utf-8")


@require_safe
def tile(request: HttpRequest, log: str, place: str) -> HttpResponse:
    """A tile of hashes. Entries are behind no address: what was said is nobody else's business."""
    data = public.public_tile(log_id=UUID(log), path=f"tile/{place}")
    if data is None:
        raise Http404
    answer = HttpResponse(data, content_type="application/octet-stream")
    answer.headers["Cache-Control"] = f"public, max-age={_FOR_EVER}, immutable"
    return answer
