"""`helpdesk demo`: demo records, one-click sign-in, everything running."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.console import addresses, ground, running
from helpdesk.console.commands.up import Host, Port, run_everything
from helpdesk.console.embedded import cluster, creation, locks, paths
from helpdesk.console.embedded.trouble import Trouble
from helpdesk.console.supervisor import Child

SQUARE = Path(__file__).resolve().parents[3] / "examples" / "platform"
MARK = "demo"
"""A file in the home: all that is in this home is a demo's, so that --reset may delete it."""

BODIES = """[
  {"kind": "mediator", "name": "Mediation Centre for Trade", "url": "https://mediation.example/"},
  {"kind": "mediator", "name": "Izba Mediacji", "url": "https://mediacje.example/", "countries": ["PL"]},
  {"kind": "certified", "name": "Appeals Board for Platforms", "url": "https://appeals.example/"}
]"""
"""Bodies for disputes out of court, as an operator names them."""

Reset = Annotated[bool, typer.Option("--reset", help="Delete the demo's data first.")]
Tamper = Annotated[
    bool, typer.Option("--tamper", help="Spoil one byte of a stored message, as an owner could; then stop.")
]
Platform = Annotated[
    bool, typer.Option("--platform", help="Run a small marketplace beside it, which uses Helpdesk over HTTP.")
]
PlatformPort = Annotated[int, typer.Option(min=1, max=65535, help="Port of the small marketplace.")]
Heal = Annotated[bool, typer.Option("--heal", help="Put the spoilt byte back; then stop.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    host: Host = "localhost",
    port: Port = 8000,
    reset: Reset = False,
    tamper: Tamper = False,
    heal: Heal = False,
    platform: Platform = False,
    platform_port: PlatformPort = 8600,
) -> None:
    """Fill a home with demo records and run everything. A second start keeps what you did in the first."""
    os.environ["HELPDESK_DEMO"] = "true"
    if shutil.which("tesseract") is None:  # a demo needs nothing but Python; its worker says what is unread
        os.environ.setdefault("HELPDESK_OCR", "none")
    if tamper or heal:
        _spoil("tamper" if tamper else "heal")
        return
    addresses.refuse_taken_port(host=host, port=port)
    beside = [_square(host, port, platform_port)] if platform else []
    if reset:
        _reset(paths.home())
    _mark(paths.home())
    os.environ.setdefault("HELPDESK_DISPUTE_BODIES", BODIES)
    run_everything(
        host=host,
        port=port,
        prepare=lambda: _demo("seed"),
        announce=lambda: _demo(
            "welcome",
            addresses.public(host=host, port=port),
            *([_address(host, platform_port)] if platform else []),
        ),
        beside=beside,
    )


def _square(host: str, port: int, own: int) -> Child:
    """The small marketplace, a program of its own that knows Helpdesk by its address and a secret alone."""
    if not (SQUARE / "__main__.py").is_file():
        raise Trouble(
            f"The small marketplace is not in {SQUARE}.", remedy="Run the demo from Helpdesk's own folder."
        )
    addresses.refuse_taken_port(host=host, port=own)
    allowed = [os.environ.get("HELPDESK_OUTGOING_ALLOWED", ""), f"{host}:{own}"]
    os.environ["HELPDESK_OUTGOING_ALLOWED"] = ",".join(filter(None, allowed))
    return Child(
        title="small marketplace",
        program=[sys.executable, "-m", "helpdesk.console.demo"],
        arguments=["square", str(SQUARE), addresses.public(host=host, port=port), host, str(own)],
    )


def _address(host: str, port: int) -> str:
    name = socket.gethostname() if host in addresses.EVERYWHERE else host
    return f"http://{name}:{port}"


def _spoil(deed: str) -> None:
    """Beside a demo that runs, or on one that stands still."""
    if not ground.database_url() and cluster.status(home=paths.home()) == "absent":
        raise Trouble(f"There is no demo in {paths.home()} yet.", remedy="Start it once: `bin/demo`.")
    with ground.database():
        _demo(deed)


def _mark(home: Path) -> None:
    if not ground.database_url() and cluster.status(home=home) == "absent":
        (home / MARK).touch()


def _reset(home: Path) -> None:
    if ground.database_url():
        raise Trouble(
            "--reset deletes the embedded database only, and HELPDESK_DATABASE_URL names another.",
            remedy="Drop and create that database with its own tools.",
        )
    if cluster.status(home=home) == "absent":
        return
    if not (home / MARK).exists():
        raise Trouble(
            f"The data in {home} is not a demo's, and is not deleted.",
            remedy="Name another home with HELPDESK_HOME.",
        )
    cluster.stop(home=home)
    with locks.deciding(home):
        creation.remove(home=home)
        for folder in ("keys", "mails", "log", "guard", "files"):
            shutil.rmtree(home / folder, ignore_errors=True)
        for file in ("tampered.json", "square.sqlite", "square.json"):
            (home / file).unlink(missing_ok=True)


def _demo(*arguments: str) -> None:
    """A process of its own: this one stays small, and its settings know the demo."""
    command = [sys.executable, "-m", "helpdesk.console.demo", *arguments]
    code = subprocess.run(command, env=running.child_environment(), check=False).returncode
    if code:
        raise SystemExit(code)
