"""`helpdesk stream`: the live streams."""

import os
from typing import Annotated

import typer
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from helpdesk.console import addresses, ground
from helpdesk.console.checks import before
from helpdesk.console.commands.serve import Loader

APPLICATION = "helpdesk.config.asgi.application"

AT_ONCE = 6_000
"""More than the streams that a process takes (5,000): whoever comes beyond that is told so."""

Host = Annotated[str, typer.Option(help="Address to listen on.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("stream")(stream)


def stream(host: Host = "localhost", port: Port = 8001) -> None:
    """Run the live streams until told to stop. One process: a stream costs it a socket and a queue."""
    addresses.refuse_taken_port(host=host, port=port)
    with ground.database():
        before.refuse_to_run_on_failures()
        server = Granian(
            APPLICATION,
            address=addresses.numeric(host),
            port=port,
            interface=Interfaces.ASGI,
            workers=1,
            backlog=1024,
            backpressure=AT_ONCE,
            log_level=LogLevels.warning,
            respawn_failed_workers=True,
            workers_kill_timeout=2,  # streams that are open end with the process; browsers come again
        )
        server.serve(target_loader=Loader(parent=os.getpid()))
