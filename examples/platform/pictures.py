"""A picture for each offer, drawn from its id: the same one for ever, and nobody's copyright."""

from zlib import crc32

_SHAPES = (
    '<circle cx="60" cy="60" r="34"/><circle cx="60" cy="60" r="18" class="in"/>',
    '<path d="M60 18 96 60 60 102 24 60Z"/><path d="M60 42 76 60 60 78 44 60Z" class="in"/>',
    '<path d="M34 88h52L76 40H44Z"/><path d="M54 40V22h12v18" class="in"/>',
    '<rect x="26" y="32" width="68" height="56" rx="10"/><path d="M26 54h68" class="line"/>',
    '<path d="M24 84c10-44 62-44 72 0Z"/><circle cx="60" cy="44" r="10" class="in"/>',
    '<rect x="44" y="22" width="32" height="76" rx="16"/><path d="M44 60h32" class="line"/>',
)


def picture(id: str) -> str:
    """SVG whose colours follow the page's scheme; it says nothing, so screen readers pass it over."""
    mark = crc32(id.rstrip("abcdefgh").encode())
    hue = mark % 360
    return (
        f'<svg class="picture" viewBox="0 0 120 120" aria-hidden="true" data-hue="{hue // 30}">'
        f"{_SHAPES[mark // 360 % len(_SHAPES)]}</svg>"
    )
