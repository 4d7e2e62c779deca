"""Reading as a program of its own, with limits that it sets for itself: what bursts takes nothing along.

`python -m helpdesk.attachments.rules.reading.program SOURCE TYPE OCR LANGUAGES` (with commas) says on
standard output what it read: {"gaps": [...], "texts": [[place, text], ...]}.
"""

import contextlib
import json
import resource
import sys
import warnings
from pathlib import Path

from helpdesk.attachments.rules.reading.whole import texts_in
from helpdesk.attachments.terms import OCR, Type

MEMORY = {OCR.TESSERACT: 1 << 30, OCR.NONE: 1 << 30, OCR.RAPIDOCR: 6 << 30}
"""Bytes of address space: 40 million pixels twice over, and libraries; a model's runtime reserves more."""

SECONDS = 60  # of processor time; each program that it asks has as many
LARGEST = 64 << 20  # bytes of a file that it writes


def main(arguments: list[str]) -> int:
    """Reads one file."""
    source, media, ocr, languages = arguments
    _limit(OCR(ocr))
    warnings.simplefilter("ignore")  # of metadata that is not as it should be: it is somebody else's file
    read = texts_in(path=Path(source), media=Type(media), ocr=OCR(ocr), languages=languages.split(","))
    said = {"gaps": sorted(gap.value for gap in read.gaps), "texts": read.parts}
    sys.stdout.write(json.dumps(said))
    return 0


def _limit(ocr: OCR) -> None:
    for what, most in (
        (resource.RLIMIT_AS, MEMORY[ocr]),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, LARGEST),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a system that knows no such limit
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
