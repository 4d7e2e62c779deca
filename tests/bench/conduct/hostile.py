"""Texts made to be slow: the time for 20,000 characters of each, and how it grows."""

import time

from helpdesk.conduct.rules import examine
from helpdesk.conduct.terms import Said
from helpdesk.kernel.actor import Side

LONGEST = 20_000
PIECES = {
    "digits": "0123456789",
    "digits and spaces": "0 1 2 3 ",
    "number words": "zwanzig sieben trois due jeden ",
    "dots": "a.b.c.d.",
    "at signs": "a@b@c@",
    "addresses": "anna@poczta.pl ",
    "links": "www.sklep.pl/a?b=c ",
    "half an address": "anna (at) ",
    "base64": "YW5uYUBwb2N6dGEucGw= ",
    "percent": "%61%6e",
    "entities": "&#97;",
    "invisible": "a\u200b\u2060",
    "look-alikes": "рауреl ",
    "single letters": "w h a t s ",
    "brackets": "((((",
    "capitals": "WHERE IS MY PARCEL!!! ",
    "questions": "where is it? how much? ",
    "deals": "pay me cash outside the platform or ",
    "one word": "a",
    "accents": "e\u0301",
    "IBAN": "PL61 1090 1014 0000 0712 1981 2874 ",
    "negation": "not never no kein nie pas non ",
    "new lines": "06\n12\n",
    "emoji": "0🙂6🙂",
    "boxes without hosts": "a@",
    "joined words": "a_b.",
    "hundreds": "nine hundred ",
    "wallets": "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 ",
    "glued number words": "neunhundertsiebenundzwanzig",
    "masked words": "f*** wh4ts4pp ",
    "letters and dashes": "a-",
    "quotations": '"a" ',
    "lines": "1\n",
    "reviews": "cinq etoiles bon avis ",
    "threats": "you will regret this or else ",
    "moving": "give me your number, call me ",
    "places": "Main Street 12 ",
    "accounts": "paypal me anna_k1 insta anna.k_1 ",
}


def table(*, tries: int = 5) -> str:
    """Milliseconds of processor time, the best of some tries, for a quarter, a half and the whole."""
    lines = [f"{'hostile text':24}{'5,000':>9}{'10,000':>9}{'20,000':>9}  ms"]
    for name, piece in PIECES.items():
        whole = (piece * (LONGEST // len(piece) + 1))[:LONGEST]
        times = [_best(whole[: LONGEST // part], tries) for part in (4, 2, 1)]
        lines.append(f"{name:24}" + "".join(f"{one:9.1f}" for one in times))
    return "\n".join(lines)


def _best(text: str, tries: int) -> float:
    said = Said(text=text, side=Side.SELLER)
    found = []
    for _ in range(tries):
        started = time.process_time_ns()
        examine(said=said)
        found.append(time.process_time_ns() - started)
    return min(found) / 1e6
