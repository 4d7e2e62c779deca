"""All that can be read in one file."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PIL import Image, ImageOps, ImageSequence

from helpdesk.attachments.rules.pictures import FORMATS
from helpdesk.attachments.rules.reading.codes import codes_in, without
from helpdesk.attachments.rules.reading.gathering import Gathering
from helpdesk.attachments.rules.reading.lettering import LARGEST, letters_in
from helpdesk.attachments.rules.reading.metadata import metadata_of
from helpdesk.attachments.rules.reading.tesseract import Unanswered
from helpdesk.attachments.terms import MAX_PAGES, MAX_PIXELS, MAX_TEXT, OCR, Gap, Texts, Type, Where

_BYTES_OF_A_LETTER = 4  # in UTF-8, at most


def texts_in(*, path: Path, media: Type, ocr: OCR, languages: Sequence[str] = ()) -> Texts:
    """What is read in the file, and what could not be. `languages`: ISO 639-1, those of the market first."""
    gathered = Gathering()
    look = partial(_look, gathered=gathered, ocr=ocr, languages=languages)
    try:
        if media is Type.TEXT:
            _read_text(path, gathered)
        elif media is Type.PDF:
            # its libraries take longer to load than a small picture to read
            from helpdesk.attachments.rules.reading.documents import read_document  # noqa: PLC0415

            read_document(path=path, gathered=gathered, look=look)
        else:
            _read_picture(path, media, gathered, look)
    except (Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError):
        gathered.miss(Gap.BROKEN)
    return gathered.texts()


def _read_text(path: Path, gathered: Gathering) -> None:
    with path.open("rb") as file:
        content = file.read((MAX_TEXT + 1) * _BYTES_OF_A_LETTER)
    gathered.add(Where.DOCUMENT, content.decode("utf-8", "ignore"))


def _read_picture(path: Path, media: Type, gathered: Gathering, look: "partial[None]") -> None:
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    with Image.open(path, formats=[FORMATS[media]]) as opened:
        opened.draft("RGB", (LARGEST, LARGEST))  # JPEG is decoded at a fraction of its size
        for text in metadata_of(picture=opened):
            gathered.add(Where.METADATA, text)
        for frame in _frames(opened, gathered):
            look(frame, True)


def _frames(opened: Image.Image, gathered: Gathering) -> Iterator[Image.Image]:
    """Upright, no frame twice; of a long animation the first ones."""
    if getattr(opened, "n_frames", 1) > MAX_PAGES:
        gathered.miss(Gap.PAGES)
    for number, frame in enumerate(ImageSequence.Iterator(opened)):
        if number == MAX_PAGES:
            return
        yield ImageOps.exif_transpose(frame)


def _look(
    picture: Image.Image, letters: bool, *, gathered: Gathering, ocr: OCR, languages: Sequence[str]
) -> None:
    """At its codes, and at its letters. One that cannot be read in time leaves a gap."""
    codes = codes_in(picture=picture)
    for code in codes:
        gathered.add(Where.CODE, code.text)
    if not letters:
        return
    try:
        rest = without(picture=picture, codes=codes)
        for text in letters_in(picture=rest, ocr=ocr, languages=languages, left=gathered.seconds_left):
            gathered.add(Where.PICTURE, text)
    except Unanswered as missing:
        gathered.miss(missing.gap)
