"""`helpdesk db`: the embedded database, by hand."""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from helpdesk.console import exits, ground, programs, say
from helpdesk.console.backup.restoring import make_roles
from helpdesk.console.embedded import cluster, configuration
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.console.embedded.trouble import Trouble

Extra = Annotated[list[str] | None, typer.Argument(help="Further arguments, after `--`.")]
File = Annotated[Path, typer.Argument(help="The dump's file.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        help="The embedded database: start, stop, status, psql, dump, restore, check.", no_args_is_help=True
    )
    for command in (start, stop, status, psql, dump, restore, check):
        group.command()(command)
    app.add_typer(group, name="db")


def start() -> None:
    """Start it and leave it running until `helpdesk db stop`."""
    _refuse_foreign()
    ours = cluster.start()
    say.line(f"PostgreSQL {ours.binaries.version} runs. Its socket: {ours.socket}")


def stop(
    force: Annotated[bool, typer.Option("--force", help="Even while processes use it.")] = False,
) -> None:
    """Stop it."""
    _refuse_foreign()
    say.line("Stopped." if cluster.stop(force=force) else "It did not run.")


def status() -> None:
    """Say whether it runs, and where; exit code 1 when it does not."""
    _refuse_foreign()
    ours, word = cluster.cluster(), cluster.status()
    say.line(f"{word}: PostgreSQL {ours.binaries.version}, run by {ours.account.name}")
    say.line(f"  data    {ours.data}\n  socket  {ours.socket}\n  log     {ours.log}")
    say.line(f"  runs    {ours.binaries.folder}")
    if word != "ready":
        raise SystemExit(exits.FOUND)


def psql(arguments: Extra = None) -> None:
    """Open psql as the owner of the tables: `helpdesk db psql -- -c 'select 1'`."""
    with ground.database() as ours:
        _run(ours, "psql", arguments or [])


def dump(file: File) -> None:
    """Write the whole database into a file, by pg_dump in its custom format."""
    with ground.database() as ours:
        _run(ours, "pg_dump", ["--format=custom", f"--file={file}"])
    say.line(f"Written: {file} ({file.stat().st_size:,} bytes)")


def restore(file: File) -> None:
    """Read a dump into an empty database; all of it or nothing."""
    if not file.is_file():
        raise Trouble(f"There is no file {file}.")
    with ground.database() as ours:
        make_roles()
        _run(ours, "pg_restore", ["--exit-on-error", "--single-transaction", "--no-owner", str(file)])
    say.line("Restored. `helpdesk migrate` brings it to this release; `helpdesk archive verify` checks it.")


def check() -> None:
    """Check the tables and indexes on disk for damage (pg_amcheck); exit code 1 when there is any."""
    _refuse_foreign()
    with cluster.running() as ours:
        parameters = ours.parameters(user=configuration.SUPERUSER)
        arguments = ["--install-missing", "--heapallindexed", configuration.DATABASE]
        code = subprocess.run(
            [str(ours.program("pg_amcheck")), *arguments], env=programs.environment(parameters), check=False
        ).returncode
    if code:
        raise SystemExit(exits.FOUND)
    say.line("No damage found.")


def _run(ours: Cluster | None, program: str, arguments: Sequence[str]) -> None:
    """Run a client program; that it failed is what our exit code says."""
    if programs.run(ours, program, arguments):
        raise SystemExit(exits.FOUND)


def _refuse_foreign() -> None:
    if ground.database_url():
        raise Trouble(
            "HELPDESK_DATABASE_URL names a server of your own; there is no embedded one to command.",
            remedy="Use that server's tools.",
        )
