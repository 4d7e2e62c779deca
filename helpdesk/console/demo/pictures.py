"""What people attach in the demo: photographs that nobody took, and papers that nobody signed. Pure.

Drawn anew on every start, always the same bytes; file names are as telephones and offices give them.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter

_SIZE = (1600, 1200)
_Point = tuple[float, float]
_Colour = tuple[int, int, int]
_CARDBOARD: _Colour = (196, 152, 104)
_LIT: _Colour = (214, 173, 124)
_SHADE: _Colour = (158, 117, 76)
_INK: _Colour = (70, 50, 34)
_PAPER: _Colour = (238, 236, 230)
_TABLE: _Colour = (112, 104, 98)


@cache
def file(*, name: str) -> bytes:
    """A file by its name. Raises KeyError."""
    return _FILES[name]()


def _crushed() -> bytes:
    """A parcel on a table, its nearest corner pushed in."""
    picture, pen = _table()
    pen.polygon([(330, 330), (880, 210), (1330, 380), (790, 540)], fill=_LIT)
    pen.polygon([(330, 330), (790, 540), (770, 730), (800, 960), (350, 720)], fill=_CARDBOARD)
    pen.polygon([(790, 540), (1330, 380), (1310, 770), (800, 960), (770, 730)], fill=_SHADE)
    pen.polygon([(600, 270), (690, 252), (1130, 437), (1040, 465)], fill=(222, 196, 150))
    dent = [(700, 500), (790, 540), (900, 508), (850, 640), (770, 730), (715, 640)]
    pen.polygon(dent, fill=(120, 86, 54))
    pen.polygon([(700, 500), (790, 590), (770, 730), (715, 640)], fill=(143, 104, 67))
    for way in (
        [(715, 640), (610, 600), (560, 540)],
        [(850, 640), (960, 660), (1010, 600)],
        [(770, 730), (690, 800)],
    ):
        pen.line(way, fill=_INK, width=5, joint="curve")
    pen.polygon([(420, 455), (610, 540), (612, 690), (424, 598)], fill=_PAPER)
    for row in range(5):
        pen.line(
            [(445, 500 + 22 * row), (445 + 24 * (6 - row % 3), 565 + 22 * row - 8 * (row % 3))],
            fill=_INK,
            width=5,
        )
    return _photograph(picture)


def _cracked() -> bytes:
    """The same box open, and a crack along what was in it."""
    picture, pen = _table()
    pen.rectangle((240, 190, 1360, 1020), fill=_SHADE)
    pen.rectangle((300, 250, 1300, 960), fill=(134, 99, 64))
    rng = _chance(7)
    for _ in range(160):
        x, y = rng.uniform(310, 1230), rng.uniform(260, 900)
        pen.arc(
            (x, y, x + 90, y + 70), rng.randrange(360), rng.randrange(360, 620), fill=(206, 186, 148), width=7
        )
    pen.ellipse((510, 330, 1090, 890), fill=(205, 214, 222))
    pen.ellipse((590, 410, 1010, 810), fill=(226, 233, 239))
    pen.ellipse((640, 440, 790, 560), fill=(246, 250, 252))
    crack = [(560, 480), (640, 520), (690, 600), (760, 610), (800, 700), (880, 730), (930, 850)]
    pen.line(crack, fill=(84, 92, 102), width=9, joint="curve")
    pen.line([(760, 610), (850, 560), (900, 575)], fill=(84, 92, 102), width=6, joint="curve")
    pen.line([(690, 600), (640, 680), (655, 740)], fill=(84, 92, 102), width=5, joint="curve")
    return _photograph(picture)


def _chance(seed: int) -> random.Random:
    """The same on every start."""
    return random.Random(seed)  # noqa: S311 - grain and shavings are no secrets


def _table() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """A dull table top with its grain."""
    picture = Image.new("RGB", _SIZE, _TABLE)
    pen, rng = ImageDraw.Draw(picture), _chance(3)
    for _ in range(240):
        y, light = rng.uniform(0, _SIZE[1]), rng.randrange(-9, 10)
        shade = (_TABLE[0] + light, _TABLE[1] + light, _TABLE[2] + light)
        pen.line([(0, y), (_SIZE[0], y + rng.uniform(-60, 60))], fill=shade, width=rng.randrange(2, 9))
    return picture, pen


def _photograph(picture: Image.Image) -> bytes:
    """Softened, dark towards the edges and a little grainy, as a telephone writes it."""
    light = Image.radial_gradient("L").resize(_SIZE).point(lambda value: 255 - value // 2)
    soft = ImageChops.multiply(picture.filter(ImageFilter.GaussianBlur(1.6)), light.convert("RGB"))
    grain = Image.frombytes("L", (400, 300), _chance(11).randbytes(120_000)).resize(_SIZE)
    kept = BytesIO()
    Image.blend(soft, grain.convert("RGB"), 0.05).save(kept, "JPEG", quality=82)
    return kept.getvalue()


def _paper(heading: str, lines: Sequence[str]) -> Callable[[], bytes]:
    """A page of A4 with a heading and lines of text, in Latin letters."""

    def written() -> bytes:
        said = [f"BT /F1 20 Tf 60 770 Td ({_escaped(heading)}) Tj ET"]
        said += [
            f"BT /F1 11 Tf 60 {725 - 20 * at} Td ({_escaped(line)}) Tj ET" for at, line in enumerate(lines)
        ]
        return _pdf("\n".join(said).encode("cp1252"))

    return written


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _pdf(content: bytes) -> bytes:
    """One page, as ISO 32000 asks for it: objects, their offsets, where they begin."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>"
    )
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    written, starts = b"%PDF-1.4\n", []
    for number, body in enumerate((b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, font, stream), start=1):
        starts.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(written)
    return written + b"xref\n0 6\n0000000000 65535 f \n" + table + end


_FILES: Mapping[str, Callable[[], bytes]] = {
    "IMG_2041.jpg": _crushed,
    "IMG_2042.jpg": _cracked,
    "2026-1187.pdf": _paper(
        "Invoice 2026/1187 (corrected)",
        [
            "Replaces and cancels invoice 2026/1162.",
            "",
            "1 piece, as ordered",
            "VAT included",
            "",
            "Paid through the Platform.",
        ],
    ),
    "workshop-bill.pdf": _paper(
        "Bill 4471",
        [
            "1 sealing washer for a steam wand, supplied and fitted",
            "",
            "Labour, 20 minutes    GBP 16.50",
            "Washer                GBP  1.50",
            "Total                 GBP 18.00",
            "",
            "Paid in cash, with thanks.",
        ],
    ),
    "parts-2026.pdf": _paper(
        "Spare parts",
        [
            "Each part is sold singly, for 10 years.",
            "",
            "01  Seal",
            "02  Spring",
            "03  Valve",
            "04  Screw M4 x 12",
            "05  Handle",
        ],
    ),
}
