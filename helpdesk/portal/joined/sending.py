"""Addresses of what was joined, and the answers there."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse

from helpdesk.portal.joined import joining
from helpdesk.portal.joined.sets import SCRIPTS, STYLES

_STATIC = Path(__file__).resolve().parents[1] / "static"
_KINDS = {"css": (STYLES, joining.sheet, "text/css"), "js": (SCRIPTS, joining.script, "text/javascript")}
_NAME = re.compile(r"(css|js)/([a-z]+)\.([0-9a-f]{10})\.\1")
_FOR_EVER = "public, max-age=31536000, immutable"
_NOT_LONG = "public, max-age=60"  # seconds; asked for by a page of another release


@dataclass(frozen=True, kw_only=True)
class Joined:
    """What is sent, and the hash in its address."""

    content: bytes
    digest: str


def address(*, kind: str, name: str) -> str:
    """Where `name`'s files of that kind (css, js) lie as one. Raises KeyError for a set that nobody named."""
    return f"{settings.STATIC_URL}{kind}/{name}.{_joined(kind, name).digest}.{kind}"


def answer(path: str) -> HttpResponse | None:
    """What lies at that path; None for paths of others."""
    found = _NAME.fullmatch(path.removeprefix(settings.STATIC_URL))
    if not found or found[2] not in _KINDS[found[1]][0]:
        return None
    kind, name, digest = found.groups()
    joined = _joined(kind, name)
    kept = _FOR_EVER if digest == joined.digest else _NOT_LONG
    type_ = f'{_KINDS[kind][2]}; charset="utf-8"'
    return HttpResponse(joined.content, content_type=type_, headers={"Cache-Control": kept})


def _joined(kind: str, name: str) -> Joined:
    """Put together once; in the demo again after a file was saved, for those who work on the looks."""
    files = [_STATIC / kind / f"{part}.{kind}" for part in _KINDS[kind][0][name]]
    return _join(kind, name, max(file.stat().st_mtime_ns for file in files) if settings.HELPDESK.demo else 0)


@lru_cache(maxsize=64)
def _join(kind: str, name: str, _saved: int) -> Joined:
    sets, join, _ = _KINDS[kind]
    content = join({part: (_STATIC / kind / f"{part}.{kind}").read_text("utf-8") for part in sets[name]})
    return Joined(content=content.encode(), digest=sha256(content.encode()).hexdigest()[:10])
