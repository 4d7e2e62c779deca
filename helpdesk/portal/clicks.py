"""Links that are used up by a click: whether there was one, and that nobody learns of the address."""

from django.http import HttpRequest, HttpResponse


def only_looks(request: HttpRequest, /) -> bool:
    """Fetched ahead, as part of another page, or by HEAD: no person has clicked, so nothing is used up."""
    ahead = f"{request.headers.get('Sec-Purpose', '')} {request.headers.get('Purpose', '')}"
    aimed = request.headers.get("Sec-Fetch-Dest", "document")
    return request.method == "HEAD" or "prefetch" in ahead or aimed != "document"


def not_yet() -> HttpResponse:
    """For such a look: nothing that a browser would keep for the click."""
    return HttpResponse(status=503, headers={"Retry-After": "1"})


def sealed(response: HttpResponse, /) -> HttpResponse:
    """The address is a secret, or holds one: nobody gets it as a referrer."""
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
