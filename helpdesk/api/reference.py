"""The reference as pages of this server: all operations, those of one noun, and what a problem means.

They are pages, with the portal's headers and language; the description itself stays in English.
"""

from itertools import groupby

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from helpdesk.api import sentences
from helpdesk.api.described import Operation, operations, shapes_of


@gzip_page
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every operation in a line, by noun; `?q=` leaves those whose address or words hold all of it."""
    words = request.GET.get("q", "")[:100]
    found = [one for one in operations() if _holds(one, words.lower().split())]
    context = {
        "words": words,
        "nouns": [(noun, slug_of(noun), [*these]) for noun, these in groupby(found, lambda one: one.noun)],
        "count": len(found),
        "address": settings.HELPDESK.public_url.rstrip("/") + "/api/v1",
    }
    return render(request, "reference/index.html", context)


@gzip_page  # the longest pages of the house, the same for everybody
@require_safe
def noun(request: HttpRequest, noun: str) -> HttpResponse:
    """The operations of one noun in full, and the shapes that they take and give."""
    found = [one for one in operations() if slug_of(one.noun) == noun]
    if not found:
        raise Http404
    context = {"noun": found[0].noun, "operations": found, "shapes": shapes_of(of=found)}
    return render(request, "reference/noun.html", context)


@require_safe
def problem(request: HttpRequest, code: str) -> HttpResponse:
    """What the `type` of a problem leads to: what it says, and what to do."""
    said = sentences.shown(code)
    if said is None:
        raise Http404
    return render(
        request, "reference/problem.html", {"code": code, "sentence": said, "hint": sentences.hint(code)}
    )


def slug_of(noun: str) -> str:
    """A noun in an address."""
    return noun.replace("/", "-")


def _holds(one: Operation, words: list[str]) -> bool:
    text = f"{one.method} {one.path} {one.title} {one.text} {one.scope}".lower()
    return all(word in text for word in words)
