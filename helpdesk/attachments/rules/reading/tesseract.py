"""Words in a picture by tesseract, called as a program: one picture, one language, words with doubts."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from helpdesk.attachments.terms import Gap

PROGRAM = "tesseract"
NAMES = {"en": "eng", "pl": "pol", "de": "deu", "fr": "fra", "it": "ita"}
"""ISO 639-1 -> what tesseract calls its data."""

PAGE, SPARSE = 3, 11  # page segmentation: a page with blocks of text; words scattered over a picture
_SECONDS = 20.0  # one call; a page full of small print takes three
_LEAST, _LEAST_OF_A_WORD = 30.0, 8.0  # per cent: what tesseract is less sure of is texture, not text
_A_WORD = 3  # letters and digits
_DPI = 200  # as if scanned: a picture says nothing of use, and guessing takes time
_COLUMNS = 12


class Unanswered(Exception):
    """The program is not there, takes too long or breaks off; `gap` says what is missing now."""

    def __init__(self, gap: Gap) -> None:
        super().__init__(gap.value)
        self.gap = gap


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What was read: lines of words, `sure` 0..100 by their length, `mass` = how much was read how surely."""

    text: str = ""
    sure: float = 0.0
    mass: float = 0.0


def words_in(*, picture: Image.Image, language: str, layout: int = PAGE, seconds: float = _SECONDS) -> Words:
    """The words of an upright gray picture. `language`: ISO 639-1, in NAMES. Raises Unanswered."""
    content = BytesIO()
    picture.save(content, "PPM")  # gray: a PGM; nothing to pack and unpack
    command = [
        PROGRAM,
        "stdin",
        "stdout",
        "-l",
        NAMES[language],
        "--psm",
        str(layout),
        "--dpi",
        str(_DPI),
        "tsv",
    ]
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system's, no shell, the picture by its input
            command,
            input=content.getvalue(),
            capture_output=True,
            timeout=max(0.1, min(seconds, _SECONDS)),
            check=False,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except FileNotFoundError as error:
        raise Unanswered(Gap.LETTERS) from error
    except subprocess.TimeoutExpired as error:
        raise Unanswered(Gap.TIME) from error
    if done.returncode:
        raise Unanswered(Gap.LETTERS)
    return _words(done.stdout.decode("utf-8", "replace"))


def _words(table: str) -> Words:
    """Tab-separated: level, page, block, paragraph, line, word, left, top, width, height, conf, text."""
    lines: dict[tuple[str, ...], list[str]] = {}
    size = mass = 0.0
    for line, sure, word in _rows(table):
        if sure >= (_LEAST_OF_A_WORD if sum(map(str.isalnum, word)) >= _A_WORD else _LEAST):
            lines.setdefault(line, []).append(word)
        size += len(word)
        mass += len(word) * sure
    text = "\n".join(" ".join(words) for words in lines.values())
    return Words(text=text, sure=mass / size if size else 0.0, mass=mass)


def _rows(table: str) -> Iterator[tuple[tuple[str, ...], float, str]]:
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == _COLUMNS and (word := cells[-1].strip()) and (sure := float(cells[10])) >= 0:
            yield (*cells[1:5],), sure, word
