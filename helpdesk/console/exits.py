"""Exit codes of `helpdesk`; scripts may rely on them.

0   done; nothing to report
1   done, and something was found (a failed check, a tampered row, a rejected line), or the deed was refused
2   the command line makes no sense
3   the environment is not ready: no database, no rights, a port in use ...; the message says how to mend it
128 + the signal's number when stopped by one: 130 by Ctrl+C, 143 by SIGTERM
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import FrameType

import typer

from helpdesk.console.embedded.trouble import Trouble
from helpdesk.kernel.refusal import Refusal

FOUND = 1
USAGE = 2
ENVIRONMENT = 3
BY_SIGNAL = 128


@contextmanager
def translated() -> Iterator[None]:
    """Failures that are not our own mistake become a sentence and a code; mistakes keep their traceback."""
    try:
        yield
    except Trouble as trouble:
        _leave(str(trouble), ENVIRONMENT)
    except Refusal as refusal:
        _leave(import_module("helpdesk.console.sentences").sentence(refusal.code, refusal.params), FOUND)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output left; there is nobody to tell
        raise SystemExit(0) from None
    except Exception as error:
        if not _from_the_database(error):
            raise
        _leave(
            f"The database does not answer: {str(error).strip()}\n  `helpdesk doctor` says more.", ENVIRONMENT
        )


def _leave(sentence: str, code: int) -> None:
    typer.secho(f"✗ {sentence}", err=True, fg=typer.colors.RED if sys.stderr.isatty() else None)
    raise SystemExit(code) from None


def _from_the_database(error: Exception) -> bool:
    """An OperationalError of psycopg or Django, told by name: light commands import neither."""
    return any(kind.__name__ == "OperationalError" for kind in type(error).__mro__)


def leave_in_order_when_told() -> None:
    """Ctrl+C, SIGTERM and a closed terminal unwind the stack, so that what we started is stopped."""

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(BY_SIGNAL + number)

    signal.signal(signal.SIGINT, leave)  # also where a script put us into the background
    signal.signal(signal.SIGTERM, leave)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # `nohup helpdesk up` means it
        signal.signal(signal.SIGHUP, leave)
