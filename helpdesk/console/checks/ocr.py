"""Who reads words in pictures, and whether they answer: where nobody does, each waits for a reviewer."""

import importlib.util
import shutil
import subprocess

from django.conf import settings

from helpdesk.attachments.terms import OCR
from helpdesk.console.checks.finding import Finding, fine, warning

_PROGRAM = "tesseract"
_DATA = ("deu", "eng", "fra", "ita", "pol")
_SECONDS = 10.0
_HELD = "Until then every picture waits for a reviewer; HELPDESK_OCR=none lets them pass with words unread."
_PACKAGES = " ".join([f"{_PROGRAM}-ocr", *(f"{_PROGRAM}-ocr-{data}" for data in _DATA)])


def finding() -> Finding:
    """Of the one that HELPDESK_OCR names."""
    chosen = OCR(settings.HELPDESK.ocr)
    if chosen is OCR.NONE:
        return warning(
            "Words in pictures are read by nobody: HELPDESK_OCR says so.",
            remedy="Install tesseract and take the setting away: docs/howto/read-pictures.md.",
        )
    return _rapidocr() if chosen is OCR.RAPIDOCR else _tesseract()


def _tesseract() -> Finding:
    if shutil.which(_PROGRAM) is None:
        return warning(
            "Words in pictures cannot be read: there is no program tesseract.",
            remedy=f"apt-get install {_PACKAGES}. {_HELD}",
        )
    missing = sorted({*_DATA} - _languages())
    if missing:
        return warning(
            f"tesseract has no data for {', '.join(missing)}.",
            remedy=f"apt-get install {_PACKAGES}. {_HELD}",
        )
    return fine("Words in pictures are read by tesseract")


def _languages() -> set[str]:
    try:
        said = subprocess.run([_PROGRAM, "--list-langs"], capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return set()
    return {*said.stdout.decode("utf-8", "replace").split()}


def _rapidocr() -> Finding:
    if importlib.util.find_spec("rapidocr") is None:
        return warning(
            "Words in pictures cannot be read: RapidOCR is not installed.",
            remedy=f"pip install 'marketplace-helpdesk[ocr]'. {_HELD}",
        )
    return fine("Words in pictures are read by RapidOCR")
