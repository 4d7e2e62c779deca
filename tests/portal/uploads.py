"""What people attach in tests of pages: small files of every kind that may be, and forms that bring them."""

import json
from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from helpdesk.console.demo import pictures

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
