"""What a PDF says: its text, links, fields and metadata by pypdf; what its pages show, drawn by typst.

A page that is a scan, or whose letters are drawn as lines, has no text: it is looked at like a picture.
"""

import tempfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
from PIL import Image
from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from helpdesk.attachments.rules.reading.gathering import Gathering
from helpdesk.attachments.rules.reading.metadata import described_in
from helpdesk.attachments.terms import MAX_PAGES, MAX_PIXELS, Gap, Where

Look = Callable[[Image.Image, bool], None]
"""Looks at a page as a picture: at its codes, and at its letters where so told."""

_BROKEN = (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, OSError, RecursionError)
_DPI = 150  # of a drawn page: letters of 8 points are 17 pixels high
_MOST_PAGES = 200  # whose text is read; the room for texts is full long before
_ENOUGH = 20  # characters of text of a page without pictures that nobody needs to look at
_WILD = 0.2  # share of signs that no writing has, from which on a text is that of a font without names
_DRAWING = '#set page(width: auto, height: auto, margin: 0pt)\n#image("file.pdf", page: int(sys.inputs.page))'
_POINTS = 72


def read_document(*, path: Path, gathered: Gathering, look: Look) -> None:
    """All of it, into `gathered`; what cannot be read leaves its gap."""
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            gathered.miss(Gap.LOCKED)
            return
        _read(reader, path, gathered, look)
    except _BROKEN:
        gathered.miss(Gap.BROKEN)


def _read(reader: PdfReader, path: Path, gathered: Gathering, look: Look) -> None:
    for text in (*_described(reader), *_fields(reader)):
        gathered.add(Where.METADATA, text)
    for name in reader.attachments:
        gathered.add(Where.METADATA, name)
        gathered.miss(Gap.ENCLOSED)
    if len(reader.pages) > _MOST_PAGES:
        gathered.miss(Gap.PAGES)
    looked_at = 0
    for number, page in enumerate(reader.pages[:_MOST_PAGES], start=1):
        text = page.extract_text()
        gathered.add(Where.DOCUMENT, text)
        for said in _notes(page):
            gathered.add(Where.DOCUMENT, said)
        if not (drawn := _draws(page)):
            continue
        if looked_at == MAX_PAGES:
            gathered.miss(Gap.PAGES)
            return
        looked_at += 1
        _look_at(path, number, page, look, letters=drawn == "pictures" or not _is_text(text))


def _described(reader: PdfReader) -> Iterator[str]:
    about = reader.metadata
    if about is not None:
        for key in ("/Title", "/Author", "/Subject", "/Keywords"):
            yield str(about.get(key) or "")
    packet = reader.root_object.get("/Metadata")
    if packet is not None:
        yield from described_in(packet=packet.get_object().get_data())


def _fields(reader: PdfReader) -> Iterator[str]:
    """What was filled in."""
    for field in (reader.get_fields() or {}).values():
        value = field.get("/V")
        if value is not None:
            yield str(value)


def _notes(page: PageObject) -> Iterator[str]:
    """Where links lead, and what notes in the margin say."""
    for note in page.annotations or ():
        about: Any = note.get_object()
        action = about.get("/A")
        if action is not None:
            yield str(action.get_object().get("/URI") or action.get_object().get("/F") or "")
        yield str(about.get("/Contents") or "")


def _draws(page: PageObject) -> str:
    """What beside letters is on the page: "pictures", "lines", or nothing."""
    resources: Any = page.get("/Resources")
    objects = (resources.get_object().get("/XObject") if resources is not None else None) or {}
    if objects:
        return "pictures"
    content = page.get_contents()
    return "lines" if content is not None and content.get_data() else ""


def _is_text(text: str) -> bool:
    kept = [char for char in text if not char.isspace()]
    wild = sum(not char.isprintable() or char == "\ufffd" for char in kept)
    return len(kept) >= _ENOUGH and wild <= len(kept) * _WILD


def _look_at(path: Path, number: int, page: PageObject, look: Look, *, letters: bool) -> None:
    with Image.open(BytesIO(_drawn(path, number, page))) as picture:
        look(picture, letters)


def _drawn(path: Path, number: int, page: PageObject) -> bytes:
    """The page as PNG. typst sees no other file than this one."""
    width, height = (float(side) for side in (page.mediabox.width, page.mediabox.height))
    most = (MAX_PIXELS / max(width * height, 1)) ** 0.5 * _POINTS
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "file.pdf").symlink_to(path.resolve())
        Path(folder, "main.typ").write_text(_DRAWING, encoding="utf-8")
        try:
            drawn = typst.compile(
                Path(folder, "main.typ"),
                root=Path(folder),
                format="png",
                ppi=min(_DPI, most),
                sys_inputs={"page": str(number)},
            )
        except Exception as error:  # typst's own class is not exported by every release
            raise ValueError("the page cannot be drawn") from error
    return drawn
