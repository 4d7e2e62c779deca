"""GET /metrics in the text format of Prometheus, for those whom the operator named; nobody else finds it."""

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from hmac import compare_digest
from ipaddress import ip_address, ip_network
from pathlib import Path
from threading import Lock
from typing import Any

from django.conf import settings
from django.db import Error
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from helpdesk.api import measured
from helpdesk.kernel import clock
from helpdesk.kernel.gauge import Gauge
from helpdesk.kernel.refusal import Busy

KEPT_SECONDS = 5.0
"""How long gauges are kept: several monitors cost the database what one does."""

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_BEARER = "Bearer "


class _Kept:
    """The last gauges, and when they were read (monotonic seconds)."""

    def __init__(self) -> None:
        self.lock, self.at, self.of = Lock(), -KEPT_SECONDS, tuple[Gauge, ...]()


_kept = _Kept()


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Requests of all web processes of this machine, and the state of the whole."""
    if not _may_read(request):
        raise Http404
    from prometheus_client import (  # noqa: PLC0415 - only where metrics are on
        CONTENT_TYPE_LATEST,
        REGISTRY,
        CollectorRegistry,
        generate_latest,
    )

    measured.instruments()
    state = CollectorRegistry()
    state.register(_State(gauges()))
    body = generate_latest(_of_all_processes() or REGISTRY) + generate_latest(state)
    return HttpResponse(body, content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})


def gauges() -> tuple[Gauge, ...]:
    """What the rooms say of themselves, not older than KEPT_SECONDS; a room that cannot be asked is named."""
    with _kept.lock:
        if time.monotonic() - _kept.at >= KEPT_SECONDS:
            _kept.of = tuple(_asked(settings.HELPDESK_GAUGES))
            _kept.at = time.monotonic()
        return _kept.of


def _asked(names: Sequence[str]) -> Iterator[Gauge]:
    for name in names:
        failed = 0
        try:
            yield from import_string(name)(now=clock.now())
        except (Error, Busy):
            failed = 1
        yield Gauge(
            name="helpdesk_scrape_failed",
            says="Whether the database could not be asked for a group of gauges",
            value=failed,
            labels={"group": name.rpartition(".")[2].removesuffix("_gauges_for_system")},
        )


class _State:
    """Gauges as the library takes them."""

    def __init__(self, of: Iterable[Gauge]) -> None:
        self._of = tuple(of)

    def collect(self) -> Iterator[Any]:
        """By name, each once with all its labels."""
        from prometheus_client.core import GaugeMetricFamily  # noqa: PLC0415 - as above

        names = dict.fromkeys(one.name for one in self._of)
        for name in names:
            of = [one for one in self._of if one.name == name]
            family = GaugeMetricFamily(name, of[0].says, labels=[*of[0].labels])
            for one in of:
                family.add_metric([*one.labels.values()], one.value)
            yield family


def _of_all_processes() -> Any:
    """What the web processes of this machine share, without those that are gone; None for a single one."""
    folder = os.environ.get(FOLDER)
    if not folder:
        return None
    from prometheus_client import CollectorRegistry, multiprocess  # noqa: PLC0415 - as above

    for file in Path(folder).glob("gauge_live*_*.db"):
        pid = file.stem.rpartition("_")[2]
        if not Path(f"/proc/{pid}").exists():
            multiprocess.mark_process_dead(pid)  # type: ignore[no-untyped-call]
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return registry


def _may_read(request: HttpRequest) -> bool:
    """By the token, or from a network that the operator named: the address of who connects, proxies apart."""
    sent, token = request.headers.get("Authorization", ""), settings.HELPDESK.metrics_token
    if token and compare_digest(sent.encode(), f"{_BEARER}{token}".encode()):
        return True
    try:
        here = ip_address(_address(request))
    except ValueError:
        return False
    return any(here in ip_network(network) for network in settings.HELPDESK.metrics_from)


def _address(request: HttpRequest) -> str:
    """Of the one who asked the outermost proxy that is trusted; what others wrote is not believed."""
    proxies = settings.HELPDESK.trusted_proxies
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if proxies:
        return passed[-proxies] if len(passed) >= proxies else ""
    return str(request.META.get("REMOTE_ADDR", ""))
