"""Hosts and links outside the allow-list, plain and in disguise."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.data.hosts import suffixes
from helpdesk.conduct.data.listing import listed
from helpdesk.conduct.rules import hosts, mailboxes, signs
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.signs import DASH, DOT, DOT_WORD, PLAIN, SLASH, UNDER
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

_DOTS: Final = f".{DOT}{DOT_WORD}"
_INNER: Final = rf"[\w\-{DASH}{UNDER}]"
_HOST: Final = re.compile(
    rf"(?<![\w@{DASH}{UNDER}-])(?P<scheme>h(?:tt|xx|\*\*)ps?\s?(?::|doppelpunkt|colon|dwukropek|"
    rf"deux\spoints|due\spunti)"
    rf"\s?(?:[/{SLASH}]\s?){{0,2}})?"
    rf"(?P<host>[^\W_]{_INNER}{{0,62}}+(?>(?:[{_DOTS}][^\W_]{_INNER}{{0,62}}+){{1,8}}))(?P<port>:\d{{2,5}})?"
)
_NAME_BEFORE: Final = re.compile(
    r"(?<![\w.])(?=[\w.+-]{0,40}[\d._])[a-z0-9][\w.+-]{2,40}\W{1,3}(?:\w{1,10}\W{1,3}){0,2}$"
)
_PATH: Final = re.compile(rf"[/{SLASH}?#][^\s<>\"'(){{}}]{{0,200}}")
_END: Final = ".,;:!?"
_SOCIAL: Final = frozenset(
    listed("""
    wa.me whatsapp.com t.me telegram.me telegram.org facebook.com fb.com fb.me m.me messenger.com
    instagram.com instagr.am
    tiktok.com snapchat.com discord.gg discord.com discordapp.com linkedin.com lnkd.in twitter.com x.com
    twitch.tv threema.id signal.me signal.group viber.me skype.com kik.me line.me wechat.com
    pinterest.com pin.it threads.net reddit.com vk.com bsky.app mastodon.social slack.com zoom.us
    join.skype.com
    ig.me linktr.ee teams.microsoft.com meet.google.com
    """)
)
"""Where people are met, not pages shown: found as accounts."""
_SOCIAL_PAGES: Final = re.compile(r"/(?:watch|shorts|embed|help|legal|download|groups/?$|results)")
_PAYING: Final = frozenset(
    {"paypal.me", "revolut.me", "paypal.com", "wise.com", "blik.com", "monzo.me", "lydia-app.com"}
)
_STOP: Final = frozenset(
    listed("""
    um am im the a an this that at der die das den dem ein einen einem auf im am zum vom mit und bis le
    un ce au du et avec il
    lo al dal con i a e to ta z na w po do ze od then dann puis poi polka certain quel pewnym jeder
    jedem jeden
    der hinten dahinter ends end dazu by no one is just der nur tylko rouge rosso czerwona rote roter gruner
    wystarczy ten quel ogni uno pierwszy starting every each meeting power access view data pick decimal
    full double
    """)
)
_HINT: Final = re.compile(
    r"site|seite|strona|stron\b|adres|internet|browser|przegladark|google|domain|domen|domaine|dominio|www|"
    r"type|eingeben|tippen|tapez|digiti|wpisz|wpisac|nazw|name|nom\b|nome|same|gleich|meme|stesso|end\b|"
    r"ende|koniec|koncu|fin\b|fine\b"
)


def find_in(view: View, reading: Reading) -> Iterator[Finding]:
    """Hosts in the view, which may have its words for signs read; some belong to e-mail addresses."""
    text = view.text
    for number, match in enumerate(_HOST.finditer(text)):
        if number >= MAX_CANDIDATES:
            return
        if found := _judged(view, match, reading):
            yield found


def _judged(view: View, match: re.Match[str], reading: Reading) -> Finding | None:
    written, start = match["host"], match.start("host")
    read = written.translate(PLAIN)
    if (address := _number(read)) is not None:
        return _machine(view, match, reading, address)
    host = hosts.trimmed(read)
    leeted = host is None
    if host is None and (host := hosts.unleeted(read)) is None:
        return _turned(view, match, reading)
    if not match["scheme"] and hosts.is_file(read, host):
        return None
    end = start + len(host)
    path = _PATH.match(view.text, end)
    last = end + len(path[0].rstrip(_END)) if path else end
    if hosts.is_allowed(host, reading.pack) or _is_paying(host):
        return None
    score, why = _score(view, match, host, start, end, reading)
    if leeted:
        score, why = min(score, 0.85), (*why, "leet")
    if mailboxes.is_mailbox(host) and path is None:
        name = _NAME_BEFORE.search(view.text, max(0, match.start() - 50), match.start())
        start = name.start() if name else match.start()
        return reading.found(
            Label.EMAIL, "email.host", start, end, 0.85 if name else 0.78, view=view, as_read=host
        )
    label, rule = Label.URL, "url.spelled" if any(one in written for one in (DOT, DOT_WORD)) else "url.host"
    if (social := _is_social(host)) and last - end > 1 and not _SOCIAL_PAGES.match(view.text, end):
        label, rule, score = Label.MSGR, "messenger.link", max(score, 0.96)
    elif social and not match["scheme"]:
        return None
    if score < 0.3:
        return None
    first = match.start()
    return reading.found(label, rule, first, last, score, view=view, evidence=why, as_read=host)


def _score(
    view: View, match: re.Match[str], host: str, start: int, end: int, reading: Reading
) -> tuple[float, tuple[str, ...]]:
    written = view.text[start:end]
    if match["scheme"]:
        return 0.98, ("scheme",)
    first, last = view.span(start, end)
    raw = reading.text[first:last]
    before, after = view.text[max(0, start - 80) : start], view.text[end : end + 24]
    language = reading.said.language
    if DOT_WORD in written:
        return _worded(host, raw, before, after)
    if DOT in written:
        suffix = hosts.suffix_of(host) or ""
        label = host[: -len(suffix) - 1]
        if signs.is_symbol(raw) and (label in hosts.COMMON or label.isdigit() or len(label) < 4):
            return 0.35, ("sign",)
        if "[" in raw or "(" in raw or "{" in raw or hosts.is_plain(suffix, language):
            return (0.95 if hosts.is_plain(suffix, language) else 0.75), ("sign",)
        return 0.45, ("sign",)
    if len(raw) != len(host):
        raw = host
    return hosts.score_of(host, raw=raw, before=before, after=after, language=language)


def _worded(host: str, raw: str, before: str, after: str) -> tuple[float, tuple[str, ...]]:
    """A host whose full stop is a word: its suffix must not go on with the sentence."""
    suffix = hosts.suffix_of(host) or ""
    label = host[: -len(suffix) - 1].rpartition(".")[2]
    small = raw.lower()
    for word, wrong in suffixes.DOTTED.items():
        if word in small and suffix in wrong.split():
            return 0.0, ()
    if suffix not in suffixes.PLAIN:
        return 0.0, ()
    if label in _STOP or label in hosts.COMMON or len(label) == 1 or label.isdigit():
        hinted = _HINT.search(before) or _HINT.search(after)
        return (
            0.7
            if hinted and suffix in ("com", "pl", "de", "fr", "it", "eu", "co.uk", "shop", "net")
            else 0.35
        ), ("half",)
    shaped = "-" in label or any(char.isdigit() for char in label) or len(label) >= 7 or "www" in host
    return (0.95 if shaped else 0.85), ("words",)


def _is_social(host: str) -> bool:
    return host in _SOCIAL or any(host.endswith("." + one) for one in _SOCIAL)


def _is_paying(host: str) -> bool:
    return host in _PAYING or any(host.endswith("." + one) for one in _PAYING)


def _number(host: str) -> tuple[int, ...] | None:
    """The four numbers of an IP address; None if it is none."""
    parts = host.split(".")
    if len(parts) != 4 or not all(part.isascii() and part.isdigit() and len(part) <= 3 for part in parts):
        return None
    numbers = tuple(int(part) for part in parts)
    return numbers if max(numbers) < 256 else ()


def _machine(view: View, match: re.Match[str], reading: Reading, numbers: tuple[int, ...]) -> Finding | None:
    """A machine by its number; routers and versions have such numbers too."""
    if not numbers or _is_private(numbers):
        return None
    path = _PATH.match(view.text, match.end())
    if not (match["scheme"] or match["port"] or path):
        return None
    end = path.end() if path else match.end()
    score = 0.95 if match["scheme"] or (match["port"] and path) else 0.85
    return reading.found(Label.URL, "url.number", match.start(), end, score, view=view, as_read=match["host"])


def _is_private(numbers: tuple[int, ...]) -> bool:
    first, second = numbers[:2]
    return (
        first in (0, 10, 127, 255)
        or (first, second) in ((192, 168), (169, 254))
        or (first == 172 and 16 <= second <= 31)
    )


_TURNED: Final = frozenset(listed("moc ten gro ed lp rf ti ue ofni pohs ku"))


def _turned(view: View, match: re.Match[str], reading: Reading) -> Finding | None:
    """A host written from its end to its beginning."""
    read = match["host"].translate(PLAIN)
    if read.partition(".")[0] not in _TURNED:
        return None
    back = read[::-1]
    label = back.rpartition(".")[0]
    if len(label) < 5 or hosts.trimmed(back) != back:
        return None
    return reading.found(Label.URL, "url.reversed", *match.span(), 0.85, view=view, as_read=back)


_GLUED: Final = re.compile(
    r"(?<![\w.-])(?:(?P<label>[a-z0-9-]{3,40}?)\s?)?(?:dot\s?(?P<dot>com|couk|net|org|shop|store)|"
    r"kropka\s?(?P<kropka>pl|com|eu)|punkt(?P<punkt>de|com|at|ch|net|eu)|"
    r"point(?P<point>fr|com|net|eu|be)|punto(?P<punto>it|com|net|eu))(?![\w-])"
)
_TOP: Final = r"(?:com|co[\s._]uk|pl|com[\s._]pl|de|fr|it|net|org|eu|shop|store|online|info)"
_UNDOTTED: Final = re.compile(
    rf"(?<![\w.])(?:www|"
    rf"https?)[\s,;_/:-]{{1,4}}(?P<a>[a-z0-9][a-z0-9-]{{1,40}}?)[\s,;_/*-]{{1,3}}{_TOP}(?!\w)"
    r"|(?<![\w.@-])(?P<b>[a-z0-9][a-z0-9-]{3,40})\s(?:com|co\suk|com\spl)(?![\w'-])"
    r"|(?<![\w.@-])(?P<c>[a-z0-9][a-z0-9-]{4,40})(?:,(?:com,pl|co,uk|com|pl|net|co\.uk|eu|shop)|/com|\*(?:com|pl|de|fr|"
    r"it|shop))(?!\w)"
)
_HALF: Final = re.compile(
    r"(?<![\w.])[.](?P<suffix>co\.uk|com|pl|de|fr|it|eu|shop|org|com\.pl)(?![\w.-]\w|\w)"
)
_OWN_NAME: Final = re.compile(
    r"(?<!\w)(?:(?:our|my|the|unser\w*|mein\w*|der|den|notre|le|il|nostro|nasz\w*)\s)?(?:(?:shop|store|"
    r"business|laden|firmen|company)[\s-]?name\w*|name\w*|nom(?: d[eu] \w+(?: \w+)?)?|nome(?: del \w+)?|"
    r"nazw\w+(?: (?:sklepu|firmy))?)(?!\w)[^.!?\n]{0,30}$"
)
_SPELLED_WWW: Final = re.compile(
    r"(?:(?:double\s?(?:u|you|vay|v)|weh|wu|vu|triple\s?w|trois\s(?:fois\s)?w|drei\s?mal\sw|3\s?x?\s?w|"
    r"tre\svolte\sw|tre\sw|potrojne\sw|w)[\s,]{1,2}){2,3}"
    r"|triple\s?w\s|trois\sw\s|tre\svu\s|tre\sw\s|3\s?x?\sw\s|\bwww\s(?=[a-z])|\bwww\s?(?:dot|punkt|kropka|"
    r"point|punto)\s?"
)
_SHORT: Final = re.compile(
    r"\b(?:bit\s?ly|tiny\s?url|cutt\s?ly|rebrand\s?ly|is\sgd|goo\sgl|shorturl)\s?[/:]\s?[\w-]{3,30}"
)


_THEN: Final = (
    r"(?:[\s,;.+/-]{1,3}(?:then|dann|puis|ensuite|potem|poi|quindi|nastepnie|und|and|e|i|et|punkt|dot|"
    r"kropka|point|punto|plus)){0,3}[\s,;.+/-]{1,3}"
)
_THREE: Final = re.compile(
    rf"(?<![\w])(?:three|triple|3|drei(?:\s?mal)?|trois(?:\sfois)?|tre(?:\svolte)?|trzy(?:\srazy)?|"
    rf"potrojne)(?:\s?x)?\s?(?:w|vu|wu|weh|"
    rf"doubleu)s?{_THEN}(?P<label>[a-z0-9][a-z0-9-]{{2,40}}){_THEN}(?:com|co\suk|pl|de|fr|it|net|shop|eu|"
    rf"org)(?!\w)"
)
_DOTTING: Final = frozenset(listed("kropka punkt point punto gmail hotmail yahoo outlook icloud interia"))


def find_loose(view: View, reading: Reading) -> Iterator[Finding]:
    """Hosts without a sign: "dotcom" behind a name, "double u" three times, shorteners with a blank."""
    text = view.text
    for found in _GLUED.finditer(text):
        plain = found["dot"] or found["kropka"] or found["punkt"] or found["point"] or found["punto"]
        glued = " " not in found[0].strip().removeprefix(found["label"] or "").strip()
        if plain and glued and (found["label"] or "") not in _STOP:
            yield reading.found(Label.URL, "url.glued", *found.span(), 0.85, view=view, as_read=found[0])
    for found in _UNDOTTED.finditer(text):
        label = found["a"] or found["b"] or found["c"]
        if label not in _STOP and label not in hosts.COMMON and label not in _DOTTING:
            score = 0.92 if found["a"] else 0.8
            yield reading.found(Label.URL, "url.undotted", *found.span(), score, view=view, as_read=found[0])
    for found in _THREE.finditer(text):
        yield reading.found(Label.URL, "url.three", *found.span(), 0.9, view=view, as_read=found[0])
    for found in _HALF.finditer(text):
        before, after = text[max(0, found.start() - 60) : found.start()], text[found.end() : found.end() + 40]
        if _HINT.search(before) or _HINT.search(after):
            named = _OWN_NAME.search(text, max(0, found.start() - 60), found.start())
            first = named.start() if named else found.start()
            score = 0.8 if named else 0.66
            yield reading.found(Label.URL, "url.half", first, found.end(), score, view=view, as_read=found[0])
    for found in _SHORT.finditer(text):
        yield reading.found(Label.URL, "url.short", *found.span(), 0.9, view=view, as_read=found[0])
