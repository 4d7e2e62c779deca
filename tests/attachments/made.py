"""Files made in the test: real ones, and ones that are not what they seem."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

GPS = {1: "N", 2: (54.0, 22.0, 12.0), 3: "E", 4: (18.0, 38.0, 0.0)}


def picture(kind: str = "PNG", *, size: tuple[int, int] = (60, 40), mode: str = "RGB", **more: Any) -> bytes:
    """A picture with a slope of colours, as Pillow writes it."""
    image = Image.linear_gradient("L").resize(size).convert(mode)
    file = BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def photo(*, size: tuple[int, int] = (60, 40), turned: int = 1) -> bytes:
    """A telephone's: with a place, a camera, and a turn of the head."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Kamera", turned
    exif.get_ifd(0x8825).update(GPS)
    return picture("JPEG", size=size, exif=exif.tobytes(), comment=b"in the kitchen")


def glass() -> bytes:
    """A WebP that can be seen through; of one that cannot, the writer drops the channel."""
    file = BytesIO()
    Image.new("RGBA", (60, 40), (0, 0, 0, 80)).save(file, "WEBP")
    return file.getvalue()


def pdf(text: str = "An invoice", *, javascript: bool = False) -> bytes:
    """One page, by hand (ISO 32000)."""
    action = " /OpenAction << /S /JavaScript /JS (app.alert(1)) >>" if javascript else ""
    parts = [
        f"<< /Type /Catalog /Pages 2 0 R{action} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
        f"<< /Title ({text}) >>",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += (
        f"trailer << /Size {len(parts) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return out


def flood(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes that fills width x height x 3 bytes once it is decoded."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = b"\x00" * (1 + 3 * width)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def chunk(name: bytes, data: bytes) -> bytes:
    """Of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def animation(frames: int, *, size: tuple[int, int] = (4, 4)) -> bytes:
    """A GIF."""
    pages = [Image.new("L", size, n % 256) for n in range(frames)]
    file = BytesIO()
    pages[0].save(file, "GIF", save_all=True, append_images=pages[1:])
    return file.getvalue()
