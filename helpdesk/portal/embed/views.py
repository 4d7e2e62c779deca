"""The module that the Platform's pages load, and the page that shows what to write there."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import condition, require_safe

from helpdesk.portal.embed.snippets import snippets
from helpdesk.portal.embed.words import WORDS

_SOURCE = Path(__file__).with_name("helpdesk.js")
_PLACE = "const WORDS = {};"
_FRESH = (
    "public, max-age=3600, stale-while-revalidate=86400"  # seconds: an hour, and a day while it is renewed
)


@cache
def written() -> bytes:
    """The module with its words in all languages that pages are offered in."""
    words = {}
    for code, _ in settings.LANGUAGES:
        with translation.override(code):
            words[code] = {name: str(word) for name, word in WORDS.items()}
    source = _SOURCE.read_text("utf-8")
    return source.replace(_PLACE, f"const WORDS = {json.dumps(words, ensure_ascii=False)};").encode()


def _etag(request: HttpRequest) -> str:
    return f'"{sha256(written()).hexdigest()[:32]}"'


@require_safe
@condition(etag_func=_etag)
def module(request: HttpRequest) -> HttpResponse:
    """For everybody, on any origin: it holds nothing of anybody, and has the rights of the page it is on."""
    response = HttpResponse(written(), content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = _FRESH
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """How it looks, and what to copy."""
    origin = settings.HELPDESK.public_url.rstrip("/")
    return render(request, "embed/about.html", {"snippets": snippets(origin=origin), "origin": origin})
