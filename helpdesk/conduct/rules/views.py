"""Views: a text as a reader sees through its disguises, every character of it tied to the original.

A view's text is what rules look at; `span` leads back to what was written, disguise included.
"""

import base64
import binascii
import html
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from helpdesk.conduct.rules.letters import FOLD, unmasked
from helpdesk.conduct.terms import MAX_DEPTH


@dataclass(frozen=True, slots=True)
class View:
    """`starts[i]` and `ends[i]` are the original's half-open span of character i; None: the same offsets."""

    name: str
    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's characters of `text[start:end]`, which must not be empty."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


class _Copy:
    """A text in the making, out of pieces of another."""

    def __init__(self, of: View) -> None:
        self.of, self.parts, self.starts, self.ends = of, list[str](), list[int](), list[int]()

    def take(self, start: int, end: int) -> None:
        """As it stands."""
        self.parts.append(self.of.text[start:end])
        if self.of.starts is None or self.of.ends is None:
            self.starts.extend(range(start, end))
            self.ends.extend(range(start + 1, end + 1))
        else:
            self.starts.extend(self.of.starts[start:end])
            self.ends.extend(self.of.ends[start:end])

    def put(self, text: str, start: int, end: int) -> None:
        """Something that is read in place of what stands there."""
        first, last = self.of.span(start, end)
        self.parts.append(text)
        self.starts.extend([first] * len(text))
        self.ends.extend([last] * len(text))

    def done(self, name: str) -> View:
        return View(name, "".join(self.parts), self.starts, self.ends)


def raw(text: str) -> View:
    """What was written; half a character, which no encoding knows, is read as the sign for one."""
    return View("raw", text if text.isascii() else _HALF.sub("\ufffd", text))


_HALF: Final = re.compile("[\ud800-\udfff]")


def folded(of: View) -> View:
    """Small Latin letters without accents, plain digits, nothing invisible; letters of other scripts that
    stand for Latin ones among Latin ones are read as these (Unicode TR 39), real Cyrillic text stays.
    """
    text = of.text
    if text.isascii():
        return View("folded", text.lower(), of.starts, of.ends)
    text = unmasked(text)
    strange = {char: FOLD[ord(char)] for char in set(text) if char > "\x7f"}
    if all(len(read) == 1 for read in strange.values()):
        return View("folded", _replaced(text, strange), of.starts, of.ends)
    copy = _Copy(of)
    for at, char in enumerate(text):
        if read := FOLD[ord(char)]:
            copy.put(read, at, at + 1)
    return copy.done("folded")


def _replaced(text: str, strange: Mapping[str, str]) -> str:
    """Character for character; a few accents are sooner replaced than all characters looked up."""
    plain = text.replace("`", "'")
    for char, read in strange.items():
        plain = plain.replace(char, read)
    return plain.lower() if plain.isascii() else text.translate(FOLD)


_SINGLE: Final = re.compile(r"[^a-z0-9\n][a-z0-9][^a-z0-9\n]{1,3}+[a-z0-9](?![a-z0-9])")
"""Two in the midst of `_SINGLES`: soon looked for, as it begins with what is rare."""
_SINGLES: Final = re.compile(r"(?<![a-z0-9])[a-z0-9](?>(?:[^a-z0-9\n]{1,3}+[a-z0-9](?![a-z0-9])){3,})")
_PIECE: Final = re.compile(r"[a-z0-9]|[^a-z0-9]+")
_KEPT: Final = frozenset("@.+-_:/")
_MEANT: Final = frozenset("@.+")


def joined(of: View) -> View | None:
    """Single letters and digits with something between them, put together; None where there are none."""
    found = [*_SINGLES.finditer(of.text)] if _SINGLE.search(of.text) else ()
    if not found:
        return None
    copy, at = _Copy(of), 0
    for run in found:
        copy.take(at, run.start())
        _join(copy, run)
        at = run.end()
    copy.take(at, len(of.text))
    return copy.done("joined")


def _join(copy: _Copy, run: re.Match[str]) -> None:
    """What stands between most of them is dropped, once on either side of what else stands there."""
    pieces = [*_PIECE.finditer(run[0])]
    gaps = [piece[0] for piece in pieces if not piece[0].isalnum()]
    counts = Counter(gaps)
    usual = counts.most_common(1)[0][0]
    dropped = {
        gap for gap, count in counts.items() if gap == usual or (count > 1 and gap.strip() not in _MEANT)
    }
    for piece in pieces:
        start, end = run.start() + piece.start(), run.start() + piece.end()
        if piece[0].isalnum():
            copy.take(start, end)
        elif piece[0] not in dropped:
            rest = piece[0].removeprefix(usual).removesuffix(usual)
            if kept := "".join(char for char in rest if char in _KEPT):
                copy.put(kept, start, end)


_ENCODED: Final = re.compile(
    r"(?P<percent>(?>(?:%[0-9a-fA-F]{2}){3,}))"
    r"|(?P<entity>(?>(?:&(?:\#[0-9]{2,7}|\#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,31});){1,}))"
    r"|(?P<escape>(?>(?:\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}){3,}))"
    r"|(?<![A-Za-z0-9+/_=-])(?P<base>[A-Za-z0-9+/_-]{8,4096}+={0,2})(?![A-Za-z0-9+/_=-])"
)
_ESCAPE: Final = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_HEX: Final = re.compile(r"(?>(?:[0-9a-f]{2}){4,})|(?>(?:[0-9A-F]{2}){4,})")


_SIGN: Final = re.compile(r"[%&\\0-9+/_-]")
_CAPITAL: Final = re.compile(r"[A-Z](?<=[A-Za-z][A-Z])")


def decoded(of: View, depth: int = 0) -> View | None:
    """With what is encoded read out: percent signs, HTML entities, escapes, base64 and hexadecimal text."""
    if not (_SIGN.search(of.text) or _CAPITAL.search(of.text)):
        return None
    copy, at = _Copy(of), 0
    for found in _ENCODED.finditer(of.text):
        read = _read(found)
        if read is None or read == found[0]:
            continue
        copy.take(at, found.start())
        copy.put(read, *found.span())
        at = found.end()
    if at == 0:
        return None
    copy.take(at, len(of.text))
    view = copy.done("decoded")
    return (decoded(view, depth + 1) or view) if depth + 1 < MAX_DEPTH else view


def _read(found: re.Match[str]) -> str | None:
    if found.lastgroup == "percent":
        return unquote(found[0])
    if found.lastgroup == "entity":
        return html.unescape(found[0])
    if found.lastgroup == "escape":
        return _ESCAPE.sub(lambda one: chr(int(one[1] or one[2], 16)), found[0])
    return _hidden(found["base"])


def _hidden(token: str) -> str | None:
    """The text in a base64 or hexadecimal token, if it is one: words and numbers are tokens of it too."""
    if _HEX.fullmatch(token) and (text := _plain(bytes.fromhex(token))):
        return text
    mixed = not token.isdigit() and not token.isalpha() | token.islower() | token.isupper()
    if not (mixed or (token.isalpha() and not token.istitle() and not token.islower())):
        return None
    body = token.rstrip("=").translate(_URL_SAFE)
    if len(body) % 4 == 1:
        return None
    try:
        return _plain(base64.b64decode(body + "=" * (-len(body) % 4), validate=True))
    except binascii.Error:
        return None


_URL_SAFE: Final = str.maketrans("-_", "+/")


def _plain(data: bytes) -> str | None:
    """Printable text, or None: decoding what is no text gives noise."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    likely = sum(char.isalnum() or char in " @.+-_:/(),%&;#" for char in text)
    if len(text) < 5 or likely < 0.95 * len(text) or not all(map(_is_western, text)):
        return None
    return text


def _is_western(char: str) -> bool:
    return char < "\u0250" and (char in "\r\n\t" or unicodedata.category(char)[0] != "C")
