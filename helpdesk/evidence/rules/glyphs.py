"""Which characters the fonts of a printed record can draw, and what stands for those that they cannot.

Typst carries its own fonts (Libertinus Serif, New Computer Modern, DejaVu Sans Mono), so that a package looks
the same wherever it was made. A record must not show an empty box for a word, nor hide what was written to be
invisible: what cannot be drawn is named, in a frame of its own.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

_KEPT = frozenset("\n\t\u00ad")
_JOINING = frozenset("\u200c\u200d\ufe0e\ufe0f")  # shape their neighbours; nothing by themselves
_HIDDEN = ("Cc", "Cf", "Co", "Cn", "Cs")
_IN_A_FRAME = 3  # names: lines break between frames only
_MOST_MARKS = 4  # on one letter; no living orthography needs more

_PLAIN = re.compile(r"[ -~\n]*")
_LONG = re.compile(r"\S{40,}")
_MAY_BREAK = "\u200b"

# of the fonts in typst 0.15
_DRAWN = """
20-7e a0-ac ae-377 37a-37f 384-38a 38c 38e-3a1 3a3-4ff 510-513 51a-51d 531-556 559-58a 58d-58f 591-5c7
5d0-5ea 5ef-5f4 606-607 609-60c 615 61b 61f 621-63a 640-655 65a 660-66d 674 679-67b 67e-680 683-684 686-687
691 698 6a4 6a9 6af 6be 6cc 6f0-6f9 e3f e81-e82 e84 e87-e88 e8a e8d e94-e97 e99-e9f ea1-ea3 ea5 ea7 eaa-eab
ead-eb9 ebb-ebc ec8-ecd 10d0-10ff 13a0-13f5 13f8-13fd 1ab0-1ace 1d00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d
1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe
2000-200a 2010-2027 2029 202f-2037 2039-2040 2042 2044-204b 204f 2052 2054 205f 2070-2071 2074-208e
2090-209c 20a0-20c0 20d0-20f0 2100-2103 2105-2106 2109 210c-210f 2111 2113 2115-2117 2119-211a 211c-211e
2120 2122 2124 2126-2127 212a-212b 212e 2132 2135-2139 2148 214f-2151 2153-2184 2189 2190-222e 2234-223d
2241-226b 226d-228b 228d-22a6 22b2-22b8 22c2-22c6 22cd-22d1 22da-22e9 22ee-22ef 2300-2306 2308-2315
2318-2319 231c-2322 2325-232b 2335-237a 237d 2380-2383 2388-238b 2395 239b-23ae 23ce-23cf 23d3 2422-2423
2460-262f 2638-268b 2690-269c 26a0-26a7 26ac-26b2 2701-2704 2706-2709 270c-2727 2729-274b 274d 274f-2752
2756 2758-275e 2761-277f 2794 2798-27af 27b1-27be 27c2 27c5-27c6 27dc 27e0 27e6-27eb 27f5-27f7 2800-28ff
2987-2988 2997-2998 29eb 29fa-29fb 2a00 2a2f 2a6a-2a6b 2b05-2b0d 2b12-2b1a 2c60-2cf3 2cf9-2cff 2e02-2e05
2e08-2e0a 2e17-2e18 2e1f 2e22-2e25 2e2e 301a-301b a46a-a46b a640-a641 a648-a649 a656-a657 a708-a716
a71b-a727 a72d a730 a735 a765 a789-a78e a790-a791 a793 a7aa a7f8-a7f9 ab52 ab66 ab70-abbf fb00-fb06
fb13-fb17 fb1d-fb36 fb38-fb3c fb3e fb40-fb41 fb43-fb44 fb46-fb4f fb52-fb81 fb8a-fb95 fb9e-fb9f fbaa-fbad
fbe8-fbe9 fbfc-fbff fe20-fe2f fe66 fe70-fe74 fe76-fefc fffc-fffd 10140-1018e 102e0-102fb 1d106-1d107 1d55a
1d670-1d6a3 1d703 1d7f6-1d7ff 1f12f
"""


def _edges() -> list[int]:
    ends: list[int] = []
    for span in _DRAWN.split():
        first, _, last = span.partition("-")
        ends += [int(first, 16), int(last or first, 16) + 1]
    return ends


_EDGES = _edges()


def pieces(text: str) -> str | list[str | dict[str, str]]:
    """The text itself where all of it can be drawn; else its pieces, with {"named": ...} for all else.

    A word that no line would hold may be broken anywhere.
    """
    if not _PLAIN.fullmatch(text):
        return [one if isinstance(one, dict) else _breakable(one) for one in _merged(_split(text))]
    return _breakable(text)


def _breakable(text: str) -> str:
    return _LONG.sub(lambda found: _MAY_BREAK.join(found[0]), text)


def _split(text: str) -> Iterator[tuple[bool, str]]:
    """Characters with whether they are named; marks that join what is named are left out."""
    marks, named = 0, False
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if char in _JOINING:
            if not named and char < "\ufe00":
                yield False, char
            continue
        named = not is_drawn(char) or marks > _MOST_MARKS
        yield named, char


def is_drawn(char: str) -> bool:
    """Whether the fonts have it, and it does not hide or turn what stands beside it."""
    if char in _KEPT:
        return True
    return unicodedata.category(char) not in _HIDDEN and bisect_right(_EDGES, ord(char)) % 2 == 1


def _merged(chars: Iterator[tuple[bool, str]]) -> Iterator[str | dict[str, str]]:
    plain, codes = "", list[str]()
    for named, char in chars:
        if named:
            if plain:
                yield plain
                plain = ""
            codes.append(_name(char))
            if len(codes) == _IN_A_FRAME:
                yield {"named": " ".join(codes)}
                codes = []
            continue
        if codes:
            yield {"named": " ".join(codes)}
            codes = []
        plain += char
    if plain:
        yield plain
    if codes:
        yield {"named": " ".join(codes)}


def _name(char: str) -> str:
    """A picture by its name, as in "grinning face"; a letter or a control by its number, as in U+4E2D."""
    if unicodedata.category(char) in ("So", "Sk"):
        return unicodedata.name(char, f"U+{ord(char):04X}").lower()
    return f"U+{ord(char):04X}"
