"""`helpdesk archive`: the record, verified."""

import typer

from helpdesk.console.commands import erasing, log, verifying


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="The Archive.", no_args_is_help=True)
    group.callback()(_group)
    group.command()(verifying.verify)
    log.register(group)
    erasing.register(group)
    app.add_typer(group, name="archive")


def _group() -> None:
    """One command is still a group: more follow."""
