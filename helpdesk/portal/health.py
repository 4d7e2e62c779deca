"""What monitors ask: is the process there, and can it serve."""

from datetime import timedelta

from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse

from helpdesk.archive import queries as archive

_CLOCK_MAY_DIFFER = timedelta(seconds=1)


def live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


def ready(request: HttpRequest) -> HttpResponse:
    """200 when people can be served, else 503 with the names of what is missing."""
    try:
        missing = _missing()
    except Error:
        missing = ["database"]
    return JsonResponse({"ready": not missing, "missing": missing}, status=503 if missing else 200)


def _missing() -> list[str]:
    found = [] if archive.current_log() is not None else ["log"]
    if abs(archive.clock_offset()) > _CLOCK_MAY_DIFFER:
        found.append("clock")
    return found
