"""Hosts: whether what looks like one is one, whether a message may name it, and how sure that is."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from publicsuffixlist import PublicSuffixList

from helpdesk.conduct import data
from helpdesk.conduct.data.hosts import providers, suffixes
from helpdesk.conduct.rules.packs import Pack

_LIST: Final = PublicSuffixList(accept_unknown=False, only_icann=True)
_WORDS: Final = {language: frozenset(words.split()) for language, words in suffixes.WORDS.items()}
COMMON: Final = frozenset(
    word
    for line in (Path(data.__path__[0]) / "hosts" / "common.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
_LEET: Final = str.maketrans("013457$", "oleasts")
_LEET_I: Final = str.maketrans("013457$", "oieasts")
_CONTINUES: Final = re.compile(r"\s+[a-z]")
_CUE: Final = re.compile(
    r"(?:https?|www|site|sites|website|webpage|web|page|strona|stronie|strone|www|seite|internet|"
    r"internetseite|"
    r"homepage|sito|katalog|catalogue|catalogo|link|lien|linki|adres|adresse|address|url|visit|visitez|"
    r"besuchen|odwiedz|shop|"
    r"sklep|sklepie|laden|boutique|negozio|see|on|at|auf|unter|bei|sur|chez|su|na|via|check|from|von|z|ze|"
    r"here|tu|tutaj|"
    r"hier|ici|qui|to|is|browser|portfolio)\s*[:>=-]{0,3}\s*[\"'(<\[]?$"
)

_MODEL: Final = re.compile(r"(?:[A-Z]{1,3}|[A-Z]{1,5}-?\d{1,5}[A-Z]{0,2})\.[a-z]{2}")
"""A thing's model, its country behind it: "TS-453.eu", "WS.uk"."""
_SITE: Final = re.compile(
    r"(?:https?|www|site|sites|website|webpage|web|page|stron\w*|seite|internet\w*|homepage|sito|link|lien|"
    r"linki|adress?e?|address|indirizzo|domain\w*|domen\w*|domaine|dominio|url|visit|visitez|besuch\w*|"
    r"odwiedz\w*|browser|shop|sklep\w*|boutique|negozio|order (?:at|from|on)|"
    r"google\w*)\s(?:\w+\s){0,2}[\"'(<\[]?$"
)


def is_allowed(host: str, pack: Pack) -> bool:
    """An allowed host or one below it; one that only looks like it is not."""
    labels = host.split(".")
    tails = (".".join(labels[n:]) for n in range(len(labels)))
    return any(tail in pack.hosts or tail in suffixes.CARRIERS or tail in suffixes.RESERVED for tail in tails)


@lru_cache(maxsize=1024)
def _is_suffix(tail: str) -> bool:
    return tail == "example" or _LIST.publicsuffix(tail, accept_unknown=False) == tail


def suffix_of(host: str) -> str | None:
    """The public suffix of a host that has more than it; None where there is none."""
    if host.endswith(".example"):
        return "example"
    found = _LIST.publicsuffix(host, accept_unknown=False)
    return found if found and len(found) < len(host) else None


def trimmed(host: str) -> str | None:
    """The host at the beginning of `host`, without what was taken for labels behind it; None if none is."""
    labels = [label.strip("-_") for label in host.split(".")]
    if len(labels) > 8 or not all(labels):
        labels = labels[: next((n for n, label in enumerate(labels) if not label), 8)]
    for length in range(len(labels), 1, -1):
        known = ".".join(labels[:length])
        if suffix_of(known):
            return known
    return None


def is_file(written: str, host: str) -> bool:
    """ "manual.de.pdf": behind what reads as the host stands the ending of a file."""
    ending = written[len(host) + 1 :].rpartition(".")[2]
    return ending in suffixes.ENDINGS or (ending.isdigit() and len(ending) < 3)


def unleeted(host: str) -> str | None:
    """The host that digits for letters hide; None if that gives none."""
    if not any(char.isdigit() for char in host):
        return None
    for table in (_LEET, _LEET_I):
        read = host.translate(table)
        labels = read.split(".")
        known = labels[0] in providers.NEEDING or labels[0] in providers.NAMES
        if (known or labels[-1] in ("com", "de", "pl", "fr", "it", "net")) and (found := trimmed(read)):
            return found
    return None


def score_of(host: str, *, raw: str, before: str, after: str, language: str) -> tuple[float, tuple[str, ...]]:
    """How sure it is that `host`, written plainly and without a scheme, is meant as one: a score, what for.

    `raw` is how it is written, `before` and `after` what stands around it, folded.
    """
    suffix = suffix_of(host) or ""
    label = host[: -len(suffix) - 1]
    last = label.rpartition(".")[2]
    if _is_no_host(host, label, suffix):
        return 0.0, ()
    if len(suffix) == 2 and _MODEL.fullmatch(raw) and not _SITE.search(before):
        return 0.2, ("model",)
    path = after[:1] == "/" and after[1:2].isalnum()
    if label.startswith("www.") or (path and label not in COMMON):
        return 0.98, ("path" if path else "www",)
    cued = bool(_CUE.search(before[-24:]))
    if is_plain(suffix, language):
        return (0.4 if last in COMMON and "-" not in label and not cued else 0.96), ("suffix",)
    if last in COMMON or _begins_sentence(raw, suffix):
        return 0.0, ()
    if "-" in label or any(char.isdigit() for char in label) or cued:
        return 0.92, ("cue" if cued else "shape",)
    if _CONTINUES.match(after):
        return (0.62 if len(last) >= 10 else 0.45), ("suffix",)
    return (0.8 if len(last) >= 6 else 0.5), ("suffix",)


def is_plain(suffix: str, language: str) -> bool:
    """Whether a suffix is no word of the language."""
    words = _WORDS.get(language, _WORDS["en"])
    return suffix in suffixes.PLAIN and suffix not in words and suffix not in suffixes.ANYWHERE


def _is_no_host(host: str, label: str, suffix: str) -> bool:
    if host in suffixes.BRANDS or suffix in suffixes.FILES:
        return True
    if "." in label or "-" in label:
        return label.replace(".", "").isdigit()
    if len(label) == 1:
        return host not in ("t.me", "t.co", "x.com", "g.co")
    if label.isdigit() and suffix not in ("com", "net", "org", "de", "pl", "fr", "co.uk"):
        return True
    return label in suffixes.ABBREVIATED and suffix not in ("com", "co.uk", "com.pl")


def _begins_sentence(raw: str, suffix: str) -> bool:
    """A capital letter behind the full stop, and not all are capitals."""
    tail = raw[-len(suffix) :]
    return tail[:1].isupper() and not raw.isupper()
