"""Whether a text holds a postal address: a street with a number, and a postcode not far from it.

It offers a better place for it and forbids nothing, so it would rather miss one than see one too many.
"""

import re
from typing import Final

_STREET: Final = re.compile(
    r"""(?<!\w)(?:
        (?:ul\.|ulica|al\.|aleja|alei|os\.|osiedle|pl\.|plac|rue|avenue|av\.|boulevard|bd|chemin|all\xe9e|impasse
          |via|viale|v\.le|corso|piazza|vicolo|largo)\s[^\d\n]{2,40}?,?\s?\d{1,4}\w?
        |\d{1,4}\w?(?:\sbis)?,?\s(?:rue|avenue|av\.|boulevard|bd|chemin|place|all\xe9e|impasse)\s
        |\d{1,4}\w?\s[^\d\n,]{2,40}?\s(?:street|st|road|rd|lane|avenue|drive|close|way|square|court)(?!\w)
        |\w{2,30}(?:stra(?:\xdfe|sse)|str\.|weg|platz|allee|gasse|ring|damm|ufer)\s\d{1,4}\w?
        |\w{2,30}\s(?:stra(?:\xdfe|sse)|str\.|weg|platz|allee|ring|damm)\s\d{1,4}\w?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_POSTCODE: Final = re.compile(
    r"(?<![\w-])(?:\d{2}-\d{3}|\d{5}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})\s*,?\s(?=\w)|"
    r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?!\w)"
)
_NEAR: Final = 120  # characters from the one to the other
_READ: Final = 4000  # characters: an address stands early, or it is not what the text is about


def holds_address(*, text: str) -> bool:
    """Linear in the text."""
    text = text[:_READ]
    codes = [one.start() for one in _POSTCODE.finditer(text)]
    if not codes:
        return False
    streets = [one.start() for one in _STREET.finditer(text)]
    return any(abs(street - code) <= _NEAR for street in streets for code in codes)
