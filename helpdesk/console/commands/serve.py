"""`helpdesk serve`: the web processes."""

import os
import shutil
import signal
from collections.abc import Callable
from typing import Annotated, Any

import typer
from django.conf import settings
from django.utils.module_loading import import_string
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from helpdesk.console import addresses, family, ground
from helpdesk.console.checks import before

CORES = os.cpu_count() or 1
WORKERS = min(CORES, 8)
"""The database needs less of a request than we do, and a process uses one core; 8 keep connections few."""

THREADS = min(4, 2 * CORES)
METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Where prometheus_client looks, when a process begins, for the folder that it shares with the others."""

APPLICATION = "helpdesk.config.wsgi.application"

Host = Annotated[str, typer.Option(help="Address to listen on.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")]
Workers = Annotated[int, typer.Option(min=1, max=64, help="Web processes; default: one per core, at most 8.")]
Threads = Annotated[int, typer.Option(min=1, max=64, help="Requests at once in each of them.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve")(serve)


def serve(
    host: Host = "localhost",
    port: Port = 8000,
    workers: Workers = WORKERS,
    threads: Threads = THREADS,
) -> None:
    """Run the web processes until told to stop. Refuses to start on ground that does not hold."""
    addresses.refuse_taken_port(host=host, port=port)
    with ground.database():
        before.refuse_to_run_on_failures()
        _share_metrics()
        server = Granian(
            APPLICATION,
            address=addresses.numeric(host),
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=threads,
            log_level=LogLevels.warning,
            respawn_failed_workers=True,
            workers_kill_timeout=10,
        )
        server.serve(target_loader=Loader(parent=os.getpid()))


def _share_metrics() -> None:
    """The web processes count together, in a folder of this run that is empty at its start."""
    ours = settings.HELPDESK
    if ours.has_metrics:
        folder = ours.run / "metrics"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, mode=0o700)
        os.environ[METRICS_FOLDER] = str(folder)


class Loader:
    """Loads the application in a web process, which then lives no longer than we do."""

    def __init__(self, *, parent: int) -> None:
        self._parent = parent

    def __call__(self, target: str) -> Callable[..., Any]:
        """Called by granian in each process."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(
                number, signal.SIG_DFL
            )  # granian's parent handles them otherwise, till we have loaded
        family.die_with_parent(parent=self._parent)
        application: Callable[..., Any] = import_string(target)
        return application
