"""What monitors ask: does the process live, and is it fit to serve?"""

from datetime import timedelta

from django.db import Error
from django.http import HttpRequest, JsonResponse

from helpdesk.api.problems import RETRY_SECONDS
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
        return _unready("database")
    if not begun:
        return _unready("log")
    if abs(offset) > MAX_OFFSET:
        return _unready("clock")
    return JsonResponse({"status": "ready", "clock_offset_ms": round(offset / timedelta(milliseconds=1), 1)})


def log(request: HttpRequest) -> JsonResponse:
    """The log may be signed. Pages are fit to serve even if not: entries are taken, and wait."""
    try:
        refusal = archive.log_refusal()
    except (Error, Busy):
        return _unready("database")
    return JsonResponse({"status": "signing"}) if refusal is None else _unready(refusal.code)


def _unready(why: str) -> JsonResponse:
    headers = {"Retry-After": str(RETRY_SECONDS)}
    return JsonResponse({"status": "unready", "why": why}, status=503, headers=headers)
