"""What tests of reading share: a file read in this process, and what was found where."""

from collections.abc import Callable
from pathlib import Path

from helpdesk.attachments.rules.reading.whole import texts_in
from helpdesk.attachments.terms import OCR, Texts, Type, Where

Read = Callable[..., Texts]


def reader(path: Path) -> Read:
    """`read(content, type)`, by way of a file there."""

    def read(
        content: bytes, media: Type = Type.PNG, *, ocr: OCR = OCR.TESSERACT, languages: str = ""
    ) -> Texts:
        path.write_bytes(content)
        return texts_in(path=path, media=media, ocr=ocr, languages=languages.split())

    return read


def texts(found: Texts, where: Where) -> list[str]:
    """Those of one kind of place."""
    return [text for place, text in found.parts if place is where]


def words(found: Texts) -> str:
    """What is written in pictures, in one line."""
    return " ".join(" ".join(texts(found, Where.PICTURE)).split())
