"""Providers of mailboxes: names that say "mail address" by themselves, and those that need their suffix."""

from typing import Final

from helpdesk.conduct.data.listing import listed

NAMES: Final = frozenset(
    listed("""
    gmail googlemail gmial gmai gemail hotmail hotmial outlook yahoo icloud protonmail gmx posteo freenet
    btinternet wanadoo laposte interia onet virgilio tiscali fastmail tutanota yandex arcor talktalk
    ntlworld virginmedia zoho aol rocketmail mailbox tlen gazeta fastweb bbox voila club-internet numericable
    aruba tuta hey ymail msn t-online tonline gmaile gmailu gmaila hotmailu inbox
    """)
)
"""Strong by themselves."""

NEEDING: Final = {
    "web": "de", "wp": "pl eu", "o2": "pl co.uk de", "op": "pl", "vp": "pl", "onet": "pl eu com.pl",
    "interia": "pl eu com", "poczta": "pl fm onet.pl", "tlen": "pl", "gazeta": "pl", "buziaczek": "pl",
    "gmx": "de net at ch com eu", "freenet": "de", "posteo": "de net", "mailbox": "org", "arcor": "de",
    "orange": "fr pl", "free": "fr", "sfr": "fr", "bbox": "fr", "neuf": "fr", "laposte": "net",
    "aliceadsl": "fr",
    "wanadoo": "fr", "libero": "it", "virgilio": "it", "alice": "it", "tim": "it", "tin": "it",
    "tiscali": "it",
    "fastweb": "it fastwebnet.it", "fastwebnet": "it", "live": "com co.uk fr it de ie", "sky": "com",
    "btinternet": "com", "proton": "me", "protonmail": "com", "icloud": "com", "me": "com", "mac": "com",
    "aol": "com de co.uk fr", "msn": "com", "yahoo": "com co.uk de fr it pl", "gmail": "com",
    "mail": "com de",
    "googlemail": "com de", "hotmail": "com co.uk de fr it", "outlook": "com de fr it", "t-online": "de",
    "online": "de", "fastmail": "com fm", "inbox": "lt com", "pec": "it", "email": "it cz de", "1und1": "de",
    "vodafone": "de it", "ntlworld": "com", "virginmedia": "com", "talktalk": "net", "tutanota": "com de",
    "plusnet": "com", "zoho": "com eu", "yandex": "com ru", "ymail": "com", "tonline": "de", "hey": "com",
}  # fmt: skip
"""With the suffixes that go with them: "web de" is an address only where something says so."""

ALONE: Final = frozenset(
    listed(
        "gmail googlemail gmial hotmail outlook yahoo icloud protonmail posteo laposte btinternet fastmail"
    )
)
"""With a suffix behind them and no dot they are meant as hosts wherever they stand: "gmail com"."""

NICKS: Final = (
    r"agrume|wupe\w*|wirtualn\w*|onetowsk\w*|onecie|oneta|interiow\w*|interii|gugl\w*|"
    r"googl\w*(?:\s?mail\w*)?|google\w*|"
    r"microsoft\w*|yahoo\w*|jahu|gmail\w*|gemejl\w*|dzimejl\w*|gimejl\w*|web(?:\spunkt\sde|\.de|\sde)|gmx|"
    r"libero|virgilio|"
    r"tiscali|outlook\w*|hotmail\w*|icloud|la\sposte|poste|laposte|wp|o2|proton\w*|t-online|freenet|"
    r"bluewin|swisscom|sunrise|"
    r"telenet|skynet|vodafone|tim|aruba|fastweb|btinternet|wanadoo"
)
"""What people call them, and those with no other shape, behind a name that is none of the language."""
