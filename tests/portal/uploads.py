"""What people attach in tests of pages: small files of every kind that may be, and forms that bring them."""

import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from helpdesk.attachments import actions as attachments
from helpdesk.console import examining
from helpdesk.console.demo import pictures
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref

PDF = pictures.file(name="2026-1187.pdf")
EXECUTABLE = b"MZ\x90\x00\x03" + bytes(400)


def picture(*, side: int = 40, colour: str = "teal") -> bytes:
    """A JPEG, twice as wide as high."""
    kept = BytesIO()
    Image.new("RGB", (2 * side, side), colour).save(kept, "JPEG")
    return kept.getvalue()


def put(client: Client, to: str, name: str, content: bytes) -> tuple[int, dict[str, Any]]:
    """Upload one file as the composer's script does; status and answer."""
    answer = client.post(f"{to}?name={quote(name)}", content, content_type="application/octet-stream")
    return answer.status_code, json.loads(answer.content)


def put_well(client: Client, to: str, name: str, content: bytes) -> UUID:
    """The id of a file that was taken."""
    status, said = put(client, to, name, content)
    assert status == 201, said
    return UUID(said["id"])


def chosen(name: str, content: bytes, kind: str = "application/octet-stream") -> SimpleUploadedFile:
    """A file as a form without script brings it; browsers guess what kind it is."""
    return SimpleUploadedFile(name, content, kind)


def kept_in(folder: Path) -> dict[str, Any]:
    """Settings of storages, where a test's files lie in a folder of its own."""
    backend = "helpdesk.attachments.storage.folder.DurableFolder"
    kept = {"BACKEND": backend, "OPTIONS": {"location": folder}}
    return {**settings.STORAGES, "attachments": kept}


def send_files(
    actor: Actor, to: Ref, files: Sequence[tuple[str, bytes]], *, text: str = "See here."
) -> list[Ref]:
    """A message with these files, by the real actions; their Refs."""
    ids = [
        attachments.upload(
            actor=actor,
            now=clock.now(),
            seller_id=to.seller_id,
            name=name,
            chunks=[content],
            key=f"{text}{n}",
        ).ref
        for n, (name, content) in enumerate(files)
    ]
    post = conversations.post_reply if actor.side is Side.SELLER else conversations.post_question
    posted = post(
        actor=actor, now=clock.now(), conversation=to, draft=text, key=text, files=[one.id for one in ids]
    )
    thread = queries.thread(actor=actor, conversation=to)
    return [file.ref for file in next(m for m in thread.messages if m.n == posted.n).files]


def examine_all() -> None:
    """As the worker does."""
    while examining.examine_once():
        pass
