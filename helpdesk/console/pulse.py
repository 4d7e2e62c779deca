"""The worker's pulse: every few seconds, can people work here? What lies between two pulses was an outage."""

import http.client
import logging
import threading
from contextlib import AbstractContextManager, nullcontext
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import OpenerDirector, ProxyHandler, Request, build_opener

from django.conf import settings
from django.db import Error, connections
from django.http.request import validate_host

from helpdesk.console.beside import beside
from helpdesk.deadlines import actions
from helpdesk.deadlines.terms.outages import PULSE_EVERY
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Busy

ASK_SECONDS = 5.0
"""A page that takes longer to say that it is ready is not."""

_log = logging.getLogger(__name__)


def beating(*, stop: threading.Event) -> AbstractContextManager[None]:
    """Note pulses in a thread, however busy the worker is; in a demo, none: nobody relies on it."""
    if settings.HELPDESK.demo:
        return nullcontext()
    return beside(_beat, name="pulse", stop=stop, patience=ASK_SECONDS + 1)


def _beat(stop: threading.Event) -> None:
    opener = build_opener(ProxyHandler({}))  # the way people come, and not by this machine's way out
    while not stop.is_set():
        beat(url=settings.HELPDESK.ready_url, opener=opener)
        stop.wait(PULSE_EVERY.total_seconds())


def beat(*, url: str, opener: OpenerDirector) -> None:
    """One pulse, if the web processes are ready (an empty `url`: the database alone) and it can be stored."""
    if url and not is_ready(url=url, opener=opener):
        return
    try:
        if actions.note_pulse(actor=SYSTEM, now=clock.now()):
            _log.warning("people could not work for a while: an outage is proposed to the administrators")
    except (Error, Busy):  # no pulse: the database is what is away, and the loop beside us says so
        connections.close_all()


def is_ready(*, url: str, opener: OpenerDirector) -> bool:
    """Whether the address answers 200 in time."""
    try:
        with opener.open(Request(url, headers={"Host": host_of(url=url)}), timeout=ASK_SECONDS) as answer:  # noqa: S310 - the operator's own address, http or https by its pattern
            return bool(answer.status == http.client.OK)
    except (URLError, OSError, http.client.HTTPException):
        return False


def host_of(*, url: str) -> str:
    """The name to ask for: the address's own, or one that is served where we come by another way."""
    parts, served = urlsplit(url), settings.ALLOWED_HOSTS
    name = parts.hostname or ""
    if validate_host(f"[{name}]" if ":" in name else name, served):
        return parts.netloc
    return next((host.lstrip(".") for host in served if host != "*"), parts.netloc)
