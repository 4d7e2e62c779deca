"""What monitors ask: does the process live, and is it fit to serve?"""

from datetime import timedelta

from django.db import Error
from django.http import HttpRequest, JsonResponse

from helpdesk.api.problems import RETRY_SECONDS
from helpdesk.archive import queries as archive
from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Busy
from helpdesk.oversight import queries as oversight
from helpdesk.oversight.queries import MAX_OFFSET, Check, State


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


def fit(request: HttpRequest) -> JsonResponse:
    """Every check by its name. 503 where one failed; one that only warns leaves people able to work."""
    found = oversight.fitness_for_system(now=clock.now())
    states = {check.state for check in found}
    status = "unready" if State.FAILED in states else "degraded" if State.WARNING in states else "ready"
    body = {
        "status": status,
        "checks": {check.name: _said(check) for check in found},
    }
    if status != "unready":
        return JsonResponse(body)
    return JsonResponse(body, status=503, headers={"Retry-After": str(RETRY_SECONDS)})


def _said(check: Check) -> dict[str, str]:
    return {"state": check.state.value} | ({"why": check.why} if check.why else {})


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
