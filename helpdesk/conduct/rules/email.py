"""E-mail addresses, plain and in disguise."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.data.hosts import providers
from helpdesk.conduct.rules import hosts
from helpdesk.conduct.rules.mailboxes import FILLER, MAIL, NO_LOCAL
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.signs import AT, AT_WORD, DASH, DOT, DOT_WORD, PLAIN, UNDER
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

_DOTS: Final = f".{DOT}{DOT_WORD}"
_INNER: Final = rf"[\w\-{DASH}{UNDER}]"
_AT: Final = re.compile(f"[@{AT}{AT_WORD}]")
_HOST: Final = re.compile(rf"[^\W_]{_INNER}{{0,62}}+(?>(?:[{_DOTS}][^\W_]{_INNER}{{0,62}}+){{0,6}})")
_GLUED_HOST: Final = re.compile(
    r"(?P<label>[a-z0-9-]{2,40}?)(?:dot|punkt|kropka|point|punto)(?P<suffix>com|de|pl|fr|it|net|eu|couk|org)"
)
_APART: Final = re.compile(
    rf"[a-z0-9-]{{2,30}}(?:\s[a-z0-9-]{{2,30}}){{1,2}}[{_DOTS}](?:com|de|pl|fr|it|net|org|eu|uk|"
    rf"co[.{DOT}{DOT_WORD}]uk|shop)"
    r"(?![a-z0-9])"
)
"""A host in words: "blackfen ropes dot uk"."""
_WORDS: Final = frozenset({"voila", "hey", "inbox", "gazeta", "mailbox", "tuta"})
"""Providers that are words: "at" before them is one, too."""
_LOCAL: Final = frozenset(f".+-_%'{DOT}{DOT_WORD}{UNDER}{DASH}")
_TAIL: Final = re.compile(
    r"[\s.,-]{1,2}((?:co[\s.])?uk|com(?:\spl)?|net|org|pl|de|fr|it|eu|at|ch|fm|me|ie)(?![a-z0-9])"
)
_NOBODY: Final = re.compile(
    r"(?:no|not|non|nie|keine?|ne|do[-_.]?not|ne[-_.]?pas)[-_.]?(?:reply|replies|antwort\w*|odpowiadaj|repondre|rispondere|"
    r"risposta)|(?:nicht|bitte[-_.]?nicht)[-_.]?antworten|mailer-daemon|bounces?"
)
"""Machines that send and do not read."""
_SOCIAL: Final = frozenset({"mastodon.social"})


def find_in(view: View, reading: Reading) -> Iterator[Finding]:
    """Addresses in the view, which may have its words for signs read."""
    text = view.text
    for number, sign in enumerate(_AT.finditer(text)):
        if number >= MAX_CANDIDATES:
            return
        found = _address(text, sign.start())
        if found is None:
            continue
        start, end, score, rule, read = found
        yield reading.found(
            Label.EMAIL, rule, start, end, score, view=view, evidence=("suffix",), as_read=read
        )


def _address(text: str, sign: int) -> tuple[int, int, float, str, str] | None:
    """Start, end, score, rule, and what it reads as."""
    match = _HOST.match(text, sign + 1)
    start = _local_from(text, sign)
    local = text[start:sign].translate(PLAIN)
    if match is None:
        return None
    written = match[0]
    host, end, how = _host(text, match)
    if host is None and text[sign] == AT and local and (apart := _APART.match(text, sign + 1)):
        host, end, how = re.sub(r"\s", "", apart[0].translate(PLAIN)), apart.end(), "dotted"
    if host is None:
        return _reversed(text, start, end, local) if text[sign] == "@" and local else None
    disguised = any(char in written for char in (DOT, DOT_WORD)) or how == "tail"
    kind = text[sign]
    known = host.partition(".")[0] in providers.NEEDING or host.partition(".")[0] in providers.NAMES
    read = f"{local}@{host}"
    if text[start - 1 : start] == "@" or host in _SOCIAL or _NOBODY.fullmatch(local):
        return None
    if not local or local in FILLER:
        return _half(sign, end, kind, known, read, disguised)
    if kind == "@":
        if how == "alone" and not known:
            return None
        score = 0.99 if how == "dotted" else 0.97
        return start, end, score, "email.plain" if not disguised and how == "dotted" else "email.dots", read
    if kind == AT:
        return start, end, 0.97 if how != "alone" else 0.92, "email.words", read
    return _by_word(text, start, sign, end, known, disguised, how, read)


def _by_word(
    text: str, start: int, sign: int, end: int, known: bool, disguised: bool, how: str, read: str
) -> tuple[int, int, float, str, str] | None:
    """ "at" may be the word."""
    local = read.partition("@")[0]
    shaped = any(char.isdigit() or char in "._+-" for char in local)
    if local in NO_LOCAL or "'" in local:
        return None
    if how == "alone":
        if read.partition("@")[2] in _WORDS and not shaped:
            return None
        strong = shaped or bool(MAIL.search(text[max(0, start - 60) : sign]))
        return (start, end, 0.9 if strong else 0.75, "email.provider", read) if known else None
    cued = bool(MAIL.search(text[max(0, start - 80) : start]))
    if how == "tail" and not (known or shaped or cued):
        return None
    if known or (disguised and (shaped or cued)):
        return start, end, 0.96, "email.words", read
    if disguised and local not in hosts.COMMON:
        return start, end, 0.9, "email.words", read
    return (start, end, 0.85, "email.words", read) if shaped or cued else None


def _half(
    sign: int, end: int, kind: str, known: bool, read: str, disguised: bool
) -> tuple[int, int, float, str, str] | None:
    """A host behind a sign, its name elsewhere."""
    if kind == AT_WORD and not (known and (disguised or "." in read)):
        return None
    if kind == "@" and not known:
        return None
    return sign, end, 0.9 if known else 0.75, "email.half", read.lstrip("@") if not known else read


def _host(text: str, match: re.Match[str]) -> tuple[str | None, int, str]:
    """The host, where it ends, how it is written: dotted, with its suffix behind it, the provider alone."""
    written = match[0].translate(PLAIN)
    if (host := hosts.trimmed(written)) or (host := hosts.unleeted(written)):
        if text[match.start() - 1] == AT_WORD and hosts.is_file(written, host):
            return None, match.end(), ""
        return host, match.start() + len(host), "dotted"
    first = written.partition(".")[0]
    if glued := _GLUED_HOST.fullmatch(first):
        suffix = glued["suffix"].replace("couk", "co.uk")
        return f"{glued['label']}.{suffix}", match.start() + len(first), "dotted"
    if tail := _TAIL.match(text, match.start() + len(first)):
        suffix = re.sub(r"\s", ".", tail[1])
        named = first in providers.NAMES or suffix in providers.NEEDING.get(first, "").split()
        if named or "," in tail[0]:
            return f"{first}.{suffix}", tail.end(), "tail"
    if first in providers.NAMES:
        return f"{first}", match.start() + len(first), "alone"
    return None, match.end(), ""


def _local_from(text: str, sign: int) -> int:
    """Where the name before the sign begins; at most 64 characters of it are read."""
    at = sign
    while at > max(0, sign - 64) and (text[at - 1].isalnum() or text[at - 1] in _LOCAL):
        at -= 1
    while at < sign and not text[at].isalnum():
        at += 1
    return at


def _reversed(text: str, start: int, end: int, local: str) -> tuple[int, int, float, str, str] | None:
    """An address written from its end to its beginning: its host stands before the sign."""
    token = text[start:end]
    if "." not in local or not (host := hosts.trimmed(local[::-1])):
        return None
    if host != local[::-1]:
        return None
    return start, end, 0.95, "email.reversed", token[::-1]
