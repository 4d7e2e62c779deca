"""What stands in a file, in the words of conduct: one room reads it, the other judges it."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from helpdesk.attachments.queries import texts_of
from helpdesk.attachments.terms import OCR, Texts, Type
from helpdesk.conduct.terms import Place


def read_file(
    *, name: str, media: str, content: bytes, languages: Sequence[str], ocr: OCR = OCR.TESSERACT
) -> list[tuple[Place, str]]:
    """The texts in a file that lies nowhere yet, without database; nothing of a kind that nobody attaches.

    `name` is a text of its own, which the rules read anyway. `languages`: ISO 639-1, the likeliest first.
    What cannot be read is left out here: whoever must not let it pass asks `attachments.queries.texts_of`.
    """
    del name
    if media not in {kind.value for kind in Type}:  # `in` of an enumeration takes no strings before 3.12
        return []
    with tempfile.TemporaryDirectory(prefix="helpdesk-") as folder:
        path = Path(folder, "file")
        path.write_bytes(content)
        return placed(read=texts_of(path=path, media=Type(media), ocr=ocr, languages=languages))


def placed(*, read: Texts) -> list[tuple[Place, str]]:
    """The texts as conduct takes them."""
    return [(Place(where.value), text) for where, text in read.parts]
