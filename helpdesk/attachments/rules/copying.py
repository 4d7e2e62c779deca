"""A picture made anew: what is shown is our own, without place, camera, comments and whatever hid in it.

Run as a program of its own (`python -m helpdesk.attachments.rules.copying SOURCE TYPE COPY THUMB`), with
limits on memory, time and size that it sets for itself: a picture that bursts takes nothing else along.
"""

import contextlib
import json
import resource
import sys
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from helpdesk.attachments.rules.pictures import FORMATS
from helpdesk.attachments.terms import COPY_SIDE, MAX_PIXELS, THUMB_SIDE, Type

MEMORY = 1 << 30  # bytes of address space: 40 million pixels twice over, and the libraries
SECONDS = 20  # of processor time
LARGEST = 32 << 20  # bytes of a file that it writes
UNREADABLE = 3  # exit code: the picture cannot be drawn, today or tomorrow
_QUALITY = 85
_BROKEN = (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError)


def main(arguments: list[str]) -> int:
    """Writes both pictures and says on standard output how large the copy is, in pixels, and its type."""
    _limit()
    source, media, copy, thumb = arguments
    try:
        picture = drawn(path=Path(source), media=Type(media))
    except _BROKEN:
        return UNREADABLE
    small = picture.convert(picture.mode)
    small.thumbnail((THUMB_SIDE, THUMB_SIDE))
    kind = Type.JPEG if picture.mode == "RGB" else Type.PNG
    for image, path in ((picture, copy), (small, thumb)):
        image.save(path, FORMATS[kind], quality=_QUALITY, optimize=True)
    sys.stdout.write(json.dumps({"width": picture.width, "height": picture.height, "type": kind.value}))
    return 0


def drawn(*, path: Path, media: Type) -> Image.Image:
    """The first frame, turned upright, at most COPY_SIDE, in colours that every page can show."""
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    with Image.open(path, formats=[FORMATS[media]]) as opened:
        opened.draft("RGB", (COPY_SIDE, COPY_SIDE))  # JPEG is decoded at a fraction of its size
        sees_through = "A" in opened.getbands() or "transparency" in opened.info
        turned = ImageOps.exif_transpose(opened).convert("RGBA" if sees_through else "RGB")
    turned.thumbnail((COPY_SIDE, COPY_SIDE), reducing_gap=2.0)
    turned.info.clear()  # comments, profiles, texts: a writer would take some of them over
    return turned


def _limit() -> None:
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, LARGEST),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a system that knows no such limit
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
