"""`helpdesk up`: database, web, streams and worker under one supervisor."""

import http.client
import time
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from helpdesk.console import addresses, ground, say, supervisor
from helpdesk.console.embedded import cluster
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.console.embedded.trouble import Trouble
from helpdesk.console.running import run_command
from helpdesk.console.supervisor import Child

READY_SECONDS = 120

Host = Annotated[str, typer.Option(help="Address to listen on.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("up")(up)


def up(host: Host = "localhost", port: Port = 8000) -> None:
    """Run everything on this machine: database, web, streams and worker. Ctrl+C stops it all."""
    run_everything(host=host, port=port, prepare=lambda: None, announce=lambda: None)


def run_everything(
    *,
    host: str,
    port: int,
    prepare: Callable[[], None],
    announce: Callable[[], None],
    beside: Sequence[Child] = (),
) -> None:
    """Start, migrate, `prepare`, serve, with what else is to run `beside`; `announce` once the pages answer.

    Ends by a signal only.
    """
    addresses.refuse_taken_port(host=host, port=port)
    streams = addresses.announce_streams(host=host, port=port)
    address = addresses.announce(host=host, port=port)
    addresses.announce_readiness(host=host, port=port)
    with ground.database(said=True) as ours:
        run_command("migrate")
        prepare()
        supervisor.supervise(
            children=[
                Child(title="web", arguments=["serve", "--host", host, "--port", str(port)]),
                Child(title="live streams", arguments=["stream", "--host", host, "--port", str(streams)]),
                Child(title="worker", arguments=["work"]),
                *beside,
            ],
            ready=_readiness(addresses.numeric(host), port, address, announce),
            each_second=lambda: _revive(ours),
        )


def _readiness(host: str, port: int, address: str, announce: Callable[[], None]) -> Callable[[], bool]:
    began = time.monotonic()

    def is_ready() -> bool:
        """Whether the pages answer, which is said once. Raises Trouble after READY_SECONDS."""
        if _answers(host, port):
            say.done(f"Pages at {address}", began=began)
            announce()
            say.line("  Ctrl+C stops everything.")
            return True
        if time.monotonic() - began > READY_SECONDS:
            raise Trouble(f"The web process does not answer on {host}:{port} after {READY_SECONDS} s.")
        return False

    return is_ready


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("HEAD", "/")
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def _revive(ours: Cluster | None) -> None:
    """The database may be killed under us, too."""
    if ours and cluster.ensure(ours):
        say.line("! The database had stopped; it runs again.")
