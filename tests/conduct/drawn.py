"""Real files for tests of reading: pictures with words, codes, metadata; documents."""

from io import BytesIO
from pathlib import Path
from typing import Any

import typst
import zxingcpp
from PIL import Image, ImageDraw, ImageFont

FONT = "DejaVuSans.ttf"


def written(
    text: str, *, size: int = 22, ink: str = "black", ground: str = "white", turned: float = 0
) -> Image.Image:
    """A picture with these words."""
    font = _font(size)
    left, top, right, bottom = ImageDraw.Draw(Image.new("L", (1, 1))).multiline_textbbox(
        (0, 0), text, font=font
    )
    picture = Image.new("RGB", (int(right - left) + 48, int(bottom - top) + 48), ground)
    ImageDraw.Draw(picture).multiline_text((24 - left, 24 - top), text, font=font, fill=ink)
    return picture.rotate(turned, Image.Resampling.BICUBIC, expand=True, fillcolor=ground)


def code(text: str, *, kind: str = "QRCode", scale: int = 4) -> Image.Image:
    """A code that says this."""
    made = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, kind))
    return Image.fromarray(made.to_image(scale=scale)).convert("RGB")


def beside(*pictures: Image.Image) -> Image.Image:
    """Several in one."""
    whole = Image.new("RGB", (sum(p.width for p in pictures), max(p.height for p in pictures)), "white")
    place = 0
    for picture in pictures:
        whole.paste(picture, (place, 0))
        place += picture.width
    return whole


def stored(picture: Image.Image, kind: str = "PNG", **more: Any) -> bytes:
    """As a file."""
    file = BytesIO()
    picture.save(file, kind, **more)
    return file.getvalue()


def document(source: str, folder: Path | None = None, **pictures: Image.Image) -> bytes:
    """A PDF by typst; `pictures` are files that it shows, by their names."""
    if folder is None:
        return bytes(typst.compile(source.encode(), format="pdf"))
    for name, picture in pictures.items():
        picture.save(folder / f"{name}.png")
    (folder / "main.typ").write_text(source)
    return bytes(typst.compile(folder / "main.typ", root=folder, format="pdf"))


def _font(size: int) -> Any:
    try:
        return ImageFont.truetype(FONT, size)
    except OSError:  # a system without it: Pillow's own, which knows fewer letters
        return ImageFont.load_default(size)
