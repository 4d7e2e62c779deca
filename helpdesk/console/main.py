"""The `helpdesk` command: the table of its commands. Only the one that was asked for is loaded."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module

import typer

from helpdesk.console import exits, family
from helpdesk.kernel import lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command's line in the overview, and how to load its module, which has `register(app)`."""

    line: str
    rooms: bool = True
    """Does its module import rooms of the house, so that Django must be set up before it is loaded?"""

    module: str = ""
    """Its name, where the command's own is a word of Python."""


COMMANDS = {
    "up": Command(line="Run everything here: database, web, streams, worker. Ctrl+C stops it.", rooms=False),
    "serve": Command(line="Run the web processes only."),
    "stream": Command(line="Run the live streams only."),
    "work": Command(line="Run the sequencer and the reactions only."),
    "migrate": Command(line="Bring the database to this release; safe to repeat."),
    "import": Command(line="Take in a marketplace's records from a file.", module="importing"),
    "import-threads": Command(
        line="Take in conversations of an older system from a file.", module="import_threads"
    ),
    "demo": Command(line="Fill a home with demo records and run everything.", rooms=False),
    "db": Command(line="The embedded database: start, stop, status, psql, dump ...", rooms=False),
    "backup": Command(line="Write a backup into a new folder, while everything runs."),
    "restore": Command(line="Put a backup back into an empty database, and verify it."),
    "drill": Command(line="Try a backup in a scratch home: restored, verified, thrown away.", rooms=False),
    "doctor": Command(line="Say what is wrong here and how to mend it.", rooms=False),
    "archive": Command(line="Verify the Archive."),
    "clock": Command(line="Answer cases of the response clock, a JSON object a line.", rooms=False),
    "conduct": Command(line="Say what the rules find in messages, a JSON object a line."),
    "standing": Command(line="Count ratings, and compute them again from the record."),
    "enforcement": Command(line="Hold other tracks of measures against the last days, and announce them."),
    "administrator": Command(line="Invite the Platform's own people."),
    "client": Command(line="Machines of the Platform's, for the HTTP API."),
    "token": Command(line="Issue and revoke tokens for the HTTP API."),
}


def application(asked: str | None) -> typer.Typer:
    """The command line, with the command that was asked for in full and the others by name."""
    app = typer.Typer(
        name="helpdesk",
        help="Helpdesk: the buyer-seller communication system of an online marketplace.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog="Settings are environment variables HELPDESK_...; `helpdesk doctor` checks them.",
    )
    app.callback()(_overview)
    for name, command in COMMANDS.items():
        if name == asked:
            _load(name)(app)
        else:
            app.command(name, help=command.line)(_not_asked)
    return app


def main() -> None:
    """The entry point of `helpdesk`."""
    family.die_with_named_parent()
    exits.leave_in_order_when_told()
    asked = next((word for word in sys.argv[1:] if not word.startswith("-")), None)
    with exits.translated(), _told(asked or ""):
        application(asked)()


@contextmanager
def _told(command: str) -> Iterator[None]:
    """One line at its end, with how it ended: 0, or the code with which it leaves."""
    began, code = time.perf_counter(), 0
    try:
        yield
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
        raise
    except BaseException:
        code = 1
        raise
    finally:
        ms = round((time.perf_counter() - began) * 1000, 1)
        lines.say("command", command=command if command in COMMANDS else "", code=code, ms=ms)


def _load(name: str) -> Callable[[typer.Typer], None]:
    command = COMMANDS[name]
    if command.rooms:
        import_module("helpdesk.console.rooms").set_up()
    module = import_module(f"helpdesk.console.commands.{command.module or name}")
    register: Callable[[typer.Typer], None] = module.register
    return register


def _overview() -> None:
    """Nothing to do before a command."""


def _not_asked() -> None:
    raise AssertionError("only the command that was asked for is called")
