"""What monitors ask: does the process live, and is it fit to serve?"""

from datetime import timedelta

from django.db import Error
from django.http import HttpRequest, JsonResponse

from helpdesk.archive import queries as archive
from helpdesk.kernel.refusal import Busy

MAX_OFFSET = timedelta(seconds=1)  # a node whose clock is further off the database's must not serve


def live(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "live"})


def ready(request: HttpRequest) -> JsonResponse:
    """The database answers, the log has begun, and this node's clock agrees with the database's."""
    try:
        begun = archive.current_log() is not None
        offset = archive.clock_offset()
    except (Error, Busy):
        return JsonResponse({"status": "unready", "why": "database"}, status=503)
    if not begun:
        return JsonResponse({"status": "unready", "why": "log"}, status=503)
    if abs(offset) > MAX_OFFSET:
        return JsonResponse({"status": "unready", "why": "clock"}, status=503)
    return JsonResponse({"status": "ready", "clock_offset_ms": round(offset / timedelta(milliseconds=1), 1)})
