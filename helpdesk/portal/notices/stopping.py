"""The link in each mail that ends them: for people by a button, for mail programs at once (RFC 8058)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import NotFound
from helpdesk.notifications import actions, queries


@csrf_exempt  # a mail program has no page of ours before it; the word is signed, and says who
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, word: str) -> HttpResponse:
    """Looking at the page changes nothing: scanners of mail follow every link. No sign-in, no redirect."""
    person = queries.person_of_stop_word(word=word)
    if person is None:
        raise NotFound("page.not_found")
    if request.method == "POST":
        actions.stop_mails(actor=SYSTEM, now=clock.now(), person=person)
    return render(request, "notices/stop.html", {"word": word, "stopped": request.method == "POST"})
