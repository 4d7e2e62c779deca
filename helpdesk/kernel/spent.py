"""What a thread has spent on the request in hand: SQL statements, and the last 'no'. For logs and metrics."""

import threading
from collections.abc import Callable
from typing import Any


class _Spent(threading.local):
    """One for each thread; nobody decides anything by it."""

    statements = 0
    refusal = ""


_here = _Spent()


def begin() -> None:
    """From here on, for this thread."""
    _here.statements, _here.refusal = 0, ""


def statements() -> int:
    """SQL statements since then, those of hot functions too."""
    return _here.statements


def refusal() -> str:
    """The code of the last refusal since then, or ""."""
    return _here.refusal


def refuse(code: str) -> None:
    """A refusal was raised."""
    _here.refusal = code


def count() -> None:
    """A statement was sent."""
    _here.statements += 1


def counting(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    """A wrapper of Django's for connections, which counts."""
    _here.statements += 1
    return execute(sql, params, many, context)
