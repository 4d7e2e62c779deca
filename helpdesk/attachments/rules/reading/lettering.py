"""Words in a picture: made gray and large enough, turned upright where that reads better, in two languages.

English first, whatever the market: its data know `@` and read addresses and numbers best. Then the market's
language, for words only: where both read an address, the second reading would only spoil it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from PIL import Image, ImageOps, ImageStat

from helpdesk.attachments.rules.reading import tesseract
from helpdesk.attachments.rules.reading.tesseract import PAGE, SPARSE, Words
from helpdesk.attachments.rules.reading.turning import turn_of
from helpdesk.attachments.terms import OCR, Gap

Left = Callable[[], float]
"""Seconds that are left for the file."""

LARGEST = 2400  # pixels of the longer side: A4 at 200 dpi, at which print of 8 points is still read
_SMALL, _ENOUGH = 300, 1100  # pixels: enlarged three times below the first, twice below the second
_MARGIN = 16  # pixels: letters at the very edge are not found
_SURE = 60.0  # per cent of certainty that makes other looks needless
_FEW = 4  # characters: too little to be sure of anything
_TURNED = 4  # degrees from which on straightening helps
_CONTRAST = 1.5  # times that of the gray picture: letters in a colour as bright as their ground
_WORD = re.compile(r"[^\W\d_]{3,}")
_SPELT = re.compile(r"\s*\S*(?:\d|[^\W\d_][^\w\s'\u2019-][^\W\d_])\S*")  # numbers, and signs between letters
_LETTERS = 8  # in words of three and more: with fewer, there is no sentence to read in another language
_OPAQUE = 255
_DARK = 110  # shade of a ground on which letters are brighter
_BLANK = 2.0  # shades of gray by which what is empty differs from itself
_LANGUAGES = 2


def letters_in(*, picture: Image.Image, ocr: OCR, languages: Sequence[str], left: Left) -> list[str]:
    """What is written in the picture, one text per reading of it. Raises tesseract.Unanswered.

    `languages`: ISO 639-1, those of the market first.
    """
    if ocr is OCR.NONE:
        return []
    if ocr is OCR.RAPIDOCR:
        from helpdesk.attachments.rules.reading.rapid import words_in  # noqa: PLC0415 - an extra, and slow

        return [words_in(picture=_sized(_on(picture, "white")))]
    return [text for ground in _grounds(picture) for text in _readings(_gray(ground), languages, left)]


def _grounds(picture: Image.Image) -> Iterator[Image.Image]:
    """What can be seen through is looked at on white and on black, as pages may show it."""
    clear = "A" in picture.getbands() or "transparency" in picture.info
    if not clear or picture.convert("RGBA").getchannel("A").getextrema()[0] == _OPAQUE:
        yield picture.convert("RGB")
        return
    yield _on(picture, "white")
    yield _on(picture, "black")


def _on(picture: Image.Image, ground: str) -> Image.Image:
    layer = picture.convert("RGBA")
    whole = Image.new("RGBA", layer.size, ground)
    whole.alpha_composite(layer)
    return whole.convert("RGB")


def _gray(picture: Image.Image) -> Image.Image:
    """The channel in which most can be told apart; large enough, with a margin in the colour of its edge."""
    gray = picture.convert("L")
    contrast = ImageStat.Stat(gray).stddev[0]
    best, most = max(
        ((band, ImageStat.Stat(band).stddev[0]) for band in picture.split()), key=lambda pair: pair[1]
    )
    sized = _sized(best if most > contrast * _CONTRAST else gray)
    if _edge(sized) < _DARK and ImageStat.Stat(sized).mean[0] < _DARK:
        sized = ImageOps.invert(sized)  # dark letters are read faster and better
    return ImageOps.expand(sized, _MARGIN, fill=_edge(sized))


def _sized(picture: Image.Image) -> Image.Image:
    longer = max(picture.size)
    if longer > LARGEST:
        return ImageOps.contain(picture, (LARGEST, LARGEST))
    times = 3 if longer < _SMALL else 2 if longer < _ENOUGH else 1
    if times == 1:
        return picture
    return picture.resize((picture.width * times, picture.height * times), Image.Resampling.BICUBIC)


def _readings(gray: Image.Image, languages: Sequence[str], left: Left) -> Iterator[str]:
    if ImageStat.Stat(gray).stddev[0] < _BLANK:
        return
    upright, words = _upright(gray, left)
    yield words.text
    if len("".join(_WORD.findall(_SPELT.sub("", words.text)))) < _LETTERS:
        return
    others = (language for language in languages if language in tesseract.NAMES and language != "en")
    for language in islice(others, _LANGUAGES):
        yield _SPELT.sub("", _words(upright, language, PAGE, left).text)


def _upright(gray: Image.Image, left: Left) -> tuple[Image.Image, Words]:
    """The picture as it is read best, and what is read in it then."""
    found = _words(gray, "en", PAGE, left)
    if _is_good(found):
        return gray, found
    best = gray, found
    for picture, layout in _other_looks(gray):
        words = _words(picture, "en", layout, left)
        if words.mass > best[1].mass:
            best = picture, words
        if _is_good(words):
            break
    return best


def _other_looks(gray: Image.Image) -> Iterator[tuple[Image.Image, int]]:
    """Its lines level, from either side; then as words scattered over a picture."""
    turn = turn_of(picture=gray)
    level = _turned(gray, turn) if abs(turn) >= _TURNED else gray
    if level is not gray:
        yield level, PAGE
    yield level.rotate(180), PAGE
    yield gray, SPARSE


def _turned(gray: Image.Image, turn: int) -> Image.Image:
    return gray.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=_edge(gray))


def _edge(gray: Image.Image) -> int:
    """The shade of its ground, told by a corner."""
    return gray.crop((0, 0, 1, 1)).tobytes()[0]


def _is_good(words: Words) -> bool:
    return words.sure >= _SURE and len(words.text) >= _FEW


def _words(picture: Image.Image, language: str, layout: int, left: Left) -> Words:
    if (seconds := left()) <= 0:
        raise tesseract.Unanswered(Gap.TIME)
    return tesseract.words_in(picture=picture, language=language, layout=layout, seconds=seconds)
