"""Payees without an app's account: wallets beside a coin's name, codes of vouchers, handles turned round,
and addresses beside "friends and family".
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from helpdesk.conduct.data.hosts import providers
from helpdesk.conduct.rules.holders import found_at
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.scanning import Words
from helpdesk.conduct.rules.stems import sections, stems
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding

_WORDS: Final = sections("numbers/paying.txt")
_QUICK: Final = Words(_WORDS["payees_quick"])
_COIN: Final = stems(_WORDS["coins"])
_VOUCHER: Final = stems(_WORDS["cards"], _WORDS["vouchers"])
_TURNED: Final = stems(_WORDS["turned"])
_APP: Final = stems(_WORDS["apps"])
_FRIENDS: Final = stems(_WORDS["friends"])
_WARNED: Final = stems(_WORDS["warned"])
_REDEEMED: Final = stems(_WORDS["redeemed"])
_CHAIN: Final = r"(?:bc1|ltc1|0x|bitcoincash:|t(?=[0-9a-z]{9,33})|[138lmd](?=[0-9a-z]{24,34}))"
_WALLET: Final = re.compile(
    rf"(?<![0-9a-z])(?:{_CHAIN}[0-9a-z]{{3,90}}(?>(?:[\s-]{{1,2}}(?=[0-9a-z]{{0,8}}\d)[0-9a-z]{{3,8}}){{0,12}})|"
    r"(?=[a-z]{0,40}\d)[0-9a-z]{18,90})(?![0-9a-z])"
)
_HEX: Final = re.compile(r"(?<![0-9a-z])(?=[a-f]{0,16}\d)[0-9a-f]{16,64}(?![0-9a-z])")
_BESIDE: Final = re.compile(r"[ :=,>-]{1,4}((?=[a-z]{0,14}\d)(?=\d{0,14}[a-z])[0-9a-z]{8,24})(?![0-9a-z-])")
_CODE: Final = re.compile(
    r"(?<![\w-])(?:\d{4}(?:[ -]\d{2,4}){2,4}|\d{10}|\d{16}|"
    r"(?=[a-z-]{0,12}\d)[a-z0-9]{4,6}(?:-[a-z0-9]{4,6}){1,4})(?![\w-])"
)
_BACK: Final = re.compile(
    r"(?<![\w@.])[a-z][\w.-]{3,30}[@$](?!\w)|"
    r"(?<![\w@.])[a-z][\w.-]{4,30}(?= ?(?:[.,!;)\n]|$))"
)
_AT: Final = r"(?: ?@ ?| (?:at|auf|bei|an|chez|na|w|su|presso|on|da|malpa|arobase|chiocciola|klammeraffe) )"
_PROVIDED: Final = re.compile(
    rf"(?<![\w.@])[a-z0-9][\w.+-]{{2,40}}{_AT}(?:{'|'.join(sorted(providers.NAMES))}|web|web\.?de|wp|op|o2|"
    rf"orange|free|sfr|libero)"
    r"\w{0,3}(?:[. ](?:com|de|pl|fr|it|net|co\.uk))?(?![\w])"
)
_MAIL: Final = re.compile(
    r"(?<![\w.@])[a-z0-9][\w.+-]{1,40}@[\w-]{2,30}(?:\.[a-z]{2,8}){1,2}|"
    r"(?<![\w.])@[a-z][\w.-]{2,30}\w"
)
_SHAPED: Final = re.compile(r"(?<![\w.@])(?=[a-z_.-]{0,24}[\d_])[a-z][\w.-]{4,30}(?![\w@])")
_REACH: Final = 64


def cued(text: str) -> bool:
    """Whether a folded text holds a coin, a voucher, or words for a transfer among friends."""
    if not _QUICK.hits(text):
        return False
    return any(pattern.search(text) for pattern in (_COIN, _VOUCHER, _FRIENDS, _TURNED))


def find(reading: Reading, view: View) -> Iterator[Finding]:
    """In one view."""
    text = view.text
    if not _QUICK.hits(text):
        return
    if _WARNED.search(text):
        return
    yield from _coins(reading, view)
    yield from _vouchers(reading, view)
    yield from _turned(reading, view)
    yield from _friends(reading, view)


def _coins(reading: Reading, view: View) -> Iterator[Finding]:
    """ "Litecoin: ltc1...", "USDT on tron T...", also over lines and in halves."""
    text, last = view.text, 0
    for coin in islice(_COIN.finditer(text), MAX_CANDIDATES):
        if beside := _BESIDE.match(text, max(last, coin.end())):
            last = beside.end()
            yield found_at(reading, view, "payh.coin", *beside.span(1), 0.82)
            continue
        for pattern in (_WALLET, _HEX):
            for found in islice(pattern.finditer(text, max(last, coin.end()), coin.end() + 140), 2):
                if any(char.isdigit() for char in found[0]) and any(char.isalpha() for char in found[0]):
                    last = found.end()
                    yield found_at(reading, view, "payh.coin", *found.span(), 0.86)


def _vouchers(reading: Reading, view: View) -> Iterator[Finding]:
    """A voucher's code itself, sent as money."""
    text = view.text
    card = _VOUCHER.search(text)
    if card is None or _REDEEMED.search(text):
        return
    found = _CODE.search(text, card.end(), min(len(text), card.end() + 80))
    if found is not None:
        yield found_at(reading, view, "payh.code", *found.span(), 0.84)


def _turned(reading: Reading, view: View) -> Iterator[Finding]:
    """ "Revtag in reverse slootssom@"."""
    text = view.text
    for app in islice(_APP.finditer(text), MAX_CANDIDATES):
        turned = _TURNED.search(text, app.end(), min(len(text), app.end() + 50))
        if turned and (found := _BACK.search(text, turned.end(), min(len(text), turned.end() + 40))):
            yield found_at(reading, view, "payh.turned", *found.span(), 0.86)
            return


def _friends(reading: Reading, view: View) -> Iterator[Finding]:
    """ "as friends and family, hinges4u at yahoo", "paypal: gege chez bbox"."""
    text = view.text
    for sign, patterns in ((_FRIENDS, (_PROVIDED, _MAIL, _SHAPED)), (_APP, (_PROVIDED,))):
        for word in islice(sign.finditer(text), MAX_CANDIDATES):
            for pattern in patterns:
                found = pattern.search(text, word.end(), min(len(text), word.end() + _REACH))
                found = found or pattern.search(text, max(0, word.start() - 44), word.start())
                if found is not None:
                    yield found_at(reading, view, "payh.handle", *found.span(), 0.88)
                    return
