"""QR and bar codes in a picture: every one, upright or turned, inverted, small, without margin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import zxingcpp
from PIL import Image, ImageDraw, ImageOps

_SMALL = 500  # pixels of the longer side: below it a second and a third look cost little
_LARGEST = 2400  # pixels of the longer side; what a telephone reads from a page is larger than this leaves it
_MARGIN = 24  # pixels: the standards ask for four modules around a code
_EDGE = 9  # pixels of line around what is painted over: the corners lie within the outermost modules


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What a code says, and its corners in the picture where it was found as it is: pixels."""

    text: str
    corners: tuple[tuple[float, float], ...] = ()


def codes_in(*, picture: Image.Image) -> list[Code]:
    """The codes of the picture, in the order found."""
    gray = _plain(picture)
    if found := _read(gray):
        times = picture.width / gray.width
        return [Code(text=code.text, corners=_corners(code, times)) for code in found]
    return [Code(text=code.text) for image in _other_looks(gray) for code in _read(image)]


def without(*, picture: Image.Image, codes: Sequence[Code]) -> Image.Image:
    """The picture with its codes painted over: whoever looks for letters finds some in their squares."""
    if not any(code.corners for code in codes):
        return picture
    painted = picture.convert("RGB")
    for code in codes:
        if code.corners:
            ImageDraw.Draw(painted).polygon(code.corners, fill="white", outline="white", width=_EDGE)
    return painted


def _read(image: Image.Image) -> list[zxingcpp.Barcode]:
    found = zxingcpp.read_barcodes(image, try_rotate=True, try_downscale=True, try_invert=True)
    return [code for code in found if code.valid and code.text.strip()]


def _corners(code: zxingcpp.Barcode, times: float) -> tuple[tuple[float, float], ...]:
    at = code.position
    corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    return tuple((corner.x * times, corner.y * times) for corner in corners)


def _plain(picture: Image.Image) -> Image.Image:
    gray = picture if picture.mode == "L" else picture.convert("L")
    if max(gray.size) <= _LARGEST:
        return gray
    return ImageOps.contain(gray, (_LARGEST, _LARGEST))


def _other_looks(gray: Image.Image) -> Iterator[Image.Image]:
    """A small one with a margin and larger, and turned by half a right angle."""
    if max(gray.size) > _SMALL:
        return
    framed = ImageOps.expand(gray, _MARGIN, fill=255)
    yield framed.resize((framed.width * 2, framed.height * 2), Image.Resampling.NEAREST)
    yield framed.rotate(45, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
