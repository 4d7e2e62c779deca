"""`helpdesk archive`: the record, verified."""

import typer

from helpdesk.console import ground


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="The Archive.", no_args_is_help=True)
    group.callback()(lambda: None)
    group.command()(verify)
    app.add_typer(group, name="archive")


def verify() -> None:
    """Check leaf bytes, chains, numbers, commitments and rows; exit code 1 when something was changed."""
    with ground.database():
        raise SystemExit(_verify())
