"""How a file leaves: inert, under its own name, kept by nobody's cache."""

from urllib.parse import quote

_POLICY = "default-src 'none'; sandbox"


def headers_for(*, name: str, media: str, inline: bool = False) -> dict[str, str]:
    """The headers of a download. `inline` is for copies that we made ourselves, and for nothing else.

    The name is written as RFC 6266 has it: an ASCII fallback, and the name itself in UTF-8 (RFC 8187).
    """
    manner = "inline" if inline else "attachment"
    fallback = "".join(char if _is_plain(char) else "_" for char in name)
    return {
        "Content-Type": "text/plain; charset=utf-8" if media == "text/plain" else media,
        "Content-Disposition": f"{manner}; filename=\"{fallback}\"; filename*=UTF-8''{quote(name, safe='')}",
        "Content-Security-Policy": _POLICY,
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }


def _is_plain(char: str) -> bool:
    return char.isascii() and char.isprintable() and char not in '"\\%;'
