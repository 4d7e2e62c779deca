"""The languages that pages offer: English, which is the source, and those that `locale/offered` names.

`bin/catalogues --check` fails while one of these misses a sentence, so nobody is offered half a language. A
catalogue that is not named there may grow in peace.
"""

from pathlib import Path

from babel import Locale

SOURCE = "en"


def offered(catalogues: Path) -> list[tuple[str, str]]:
    """For Django's LANGUAGES: each code with the language's own name for itself."""
    listed = catalogues / "offered"
    codes = listed.read_text("utf-8").split() if listed.is_file() else []
    return [(code, _own_name(code)) for code in (SOURCE, *codes)]


def _own_name(code: str) -> str:
    name = Locale.parse(code, sep="-").get_display_name() or code
    return name[:1].upper() + name[1:]
