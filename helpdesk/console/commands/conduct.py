"""`helpdesk conduct`: what the rules find in messages, row by row, to try them before they count."""

import json
import sys
from collections.abc import Sequence

import typer

from helpdesk.conduct import queries
from helpdesk.conduct.terms import Place
from helpdesk.conversations.queries import read_file


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(conduct)


def conduct() -> None:
    """Read messages from standard input, a JSON object a line, and write what is found in the same order.

    A line that cannot be judged gets an "error" instead: helpdesk conduct < messages.jsonl > findings.jsonl
    """
    for line in sys.stdin:
        if line.strip():
            sys.stdout.write(
                json.dumps(queries.judged(line=line, read_file=_texts), ensure_ascii=False) + "\n"
            )


def _texts(name: str, media: str, content: bytes, language: str) -> Sequence[tuple[Place, str]]:
    return read_file(name=name, media=media, content=content, languages=[language])
