"""What the commands print: a line per step, with its seconds."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import typer


def line(text: str = "") -> None:
    """A line for the operator, shown at once even into a file."""
    typer.echo(text)
    sys.stdout.flush()


@contextmanager
def step(title: str) -> Iterator[None]:
    """A step of the start: one line when it is done."""
    began = time.monotonic()
    yield
    done(title, began=began)


def done(title: str, *, began: float) -> None:
    """The line of a step that began at this instant of the monotonic clock."""
    line(f"✓ {title} ({time.monotonic() - began:.1f} s)")
