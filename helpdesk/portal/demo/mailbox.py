"""The mails that the demo wrote into files instead of sending them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

FOLDER = "mails"  # in the home
SHOWN = 50
_BETWEEN = re.compile(rb"^-{79}\n?", re.MULTILINE)  # what Django's file backend writes after each mail
_FILE = re.compile(r"[0-9A-Za-z-]{1,60}\.log")
_LARGEST = 1_000_000  # bytes of a file; ours are a few thousand


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail as text. `id` is its file and its place in there."""

    id: str
    to: str
    subject: str
    at: datetime | None
    text: str


def mails() -> list[Mail]:
    """The latest, newest first."""
    found = sorted(_files(), key=lambda path: path.name, reverse=True)[:SHOWN]
    return [mail for path in found for mail in reversed(_in(path))][:SHOWN]


def mail(*, id: str) -> Mail | None:
    """One of them, or None."""
    name = id.rpartition(".")[0]
    known = {path.name: path for path in _files()}  # a name from an address is looked up, never opened
    if name not in known:
        return None
    return next((each for each in _in(known[name]) if each.id == id), None)


def _files() -> Iterator[Path]:
    folder = settings.HELPDESK.home / FOLDER
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if _FILE.fullmatch(path.name) and path.is_file() and path.stat().st_size <= _LARGEST:
            yield path


def _in(path: Path) -> list[Mail]:
    parts = [part for part in _BETWEEN.split(path.read_bytes()) if part.strip()]
    return [_read(f"{path.name}.{place}", part) for place, part in enumerate(parts)]


def _read(id: str, written: bytes) -> Mail:
    message = message_from_bytes(written, policy=policy.default)
    assert isinstance(message, EmailMessage)
    date = message["Date"]
    return Mail(
        id=id,
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        at=getattr(date, "datetime", None),
        text=_text(message),
    )


def _text(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    return str(body.get_content()).strip() if body is not None else ""
