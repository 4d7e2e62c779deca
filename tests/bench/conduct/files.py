"""Small pictures read, part by part: the codes in them, the words in them, and a file from end to end."""

import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from helpdesk.attachments.queries import texts_of
from helpdesk.attachments.rules.reading.codes import codes_in
from helpdesk.attachments.rules.reading.lettering import letters_in
from helpdesk.attachments.terms import OCR, Type
from tests.conduct.drawn import beside, code, document, stored, written

ROUNDS = 7
CODE_MUST, CODE_WANTED = 5.0, 2.0  # ms
LETTERS_MUST, LETTERS_WANTED = 400.0, 200.0  # ms

CODES = (
    code("https://wa.me/48661941348"),
    code("https://platform.example/returns/28470-0671", scale=6),
    code("https://wa.me/48661941348").rotate(20, expand=True, fillcolor="white"),
    beside(code("https://wa.me/48661941348"), code("5901234123457", kind="EAN13")),
)
NOTES = (
    written("Tel. 885 386 402\nLou"),
    written("No. 20408-2356\nEAN 5013846834710\n1620 x 200 x 900 mm"),
    written("kowalski@example.com", ink="white", ground="black"),
    written("Zadzwoń do mnie jutro:\n601 234 567"),
)


def table() -> str:
    """Milliseconds per picture: median of all, and the slowest picture's median."""
    read = partial(letters_in, ocr=OCR.TESSERACT, languages=["pl"], left=_left)
    letters = _times(NOTES, lambda one: read(picture=one))
    lines = [
        f"Small pictures, {ROUNDS} rounds; milliseconds{'median':>17}{'slowest':>10}{'must':>8}{'wanted':>8}",
        _line("codes of a picture", _times(CODES, lambda one: codes_in(picture=one)), CODE_MUST, CODE_WANTED),
        _line("words of a picture (tesseract)", letters, LETTERS_MUST, LETTERS_WANTED),
        _line("a picture, process and all", _whole([stored(one) for one in NOTES], Type.PNG)),
        _line("an invoice (PDF), process and all", _whole([document("= Invoice 7\nTotal 149.90")], Type.PDF)),
    ]
    return "\n".join(lines)


def _left() -> float:
    return 60.0


def _whole(files: Sequence[bytes], media: Type) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, str(n)) for n, _ in enumerate(files)]
        for path, content in zip(paths, files, strict=True):
            path.write_bytes(content)
        read = partial(texts_of, media=media, ocr=OCR.TESSERACT, languages=["pl"])
        return _times(paths, lambda path: read(path=path))


def _times(subjects: Sequence[Any], read: Callable[[Any], object]) -> list[float]:
    """The median of each, in milliseconds; the first round warms up."""
    return [sorted(_time(one, read) for _ in range(ROUNDS + 1))[ROUNDS // 2] for one in subjects]


def _time(subject: Any, read: Callable[[Any], object]) -> float:
    began = time.perf_counter()
    read(subject)
    return (time.perf_counter() - began) * 1000


def _line(title: str, taken: Sequence[float], must: float | None = None, wanted: float | None = None) -> str:
    limits = f"{must:8.0f}{wanted:8.0f}" if must and wanted else ""
    return f"{title:44}{sorted(taken)[len(taken) // 2]:9.1f}{max(taken):10.1f}{limits}"
