"""Verify an evidence package of Helpdesk. One file, Python 3.8 or later, nothing else to install, no network.

    python verify.py [PACKAGE.zip | FOLDER] [--key VKEY ...] [--keys FILE] [--lang en|pl|de|fr|it] [--json]

Without a package it verifies the folder that it lies in. Exit codes:

    0  whole: every value that is shown is the recorded one, and nothing is missing
    1  altered: something is not as it was recorded
    2  incomplete: something is missing, but nothing that is there was changed
    3  the signing key is not trusted: name it with --key, from a source that you trust

What is checked, and against what:

    manifest.json   lists every file with its SHA-256; manifest.note is the operator's signature under it
    leaves.jsonl    the entries as the log holds them (RFC 8785 JSON), each chained to the one before it
    salts.json      the values behind the commitments HMAC-SHA-256(salt, "helpdesk/<kind>-<name>/v1" 00 value)
    proofs/         one C2SP .tlog-proof per entry: RFC 6962 inclusion under a checkpoint that the log signed
    receipts.json   the signed promise that was given with each entry, at the time that it names
    keys.txt        the public keys used; whether they are the operator's is for you to compare

The same checks, with the same codes, are made by verify.html in a browser.
"""

from helpdesk.evidence.shipped.verify.checks import verify
from helpdesk.evidence.shipped.verify.notes import fingerprint
from helpdesk.evidence.shipped.verify.reporting import (
    ALTERED,
    CODES,
    FORMAT,
    INCOMPLETE,
    UNTRUSTED,
    VERDICTS,
    WHOLE,
    KeyUsed,
    Report,
    Row,
)
from helpdesk.evidence.shipped.verify.telling import lines, main, moment, printable, sentence, value_name
from helpdesk.evidence.shipped.verify.values import STATES
from helpdesk.evidence.shipped.verify.words import WORDS

__all__ = [
    "ALTERED",
    "CODES",
    "FORMAT",
    "INCOMPLETE",
    "STATES",
    "UNTRUSTED",
    "VERDICTS",
    "WHOLE",
    "WORDS",
    "KeyUsed",
    "Report",
    "Row",
    "fingerprint",
    "lines",
    "main",
    "moment",
    "printable",
    "sentence",
    "value_name",
    "verify",
]
