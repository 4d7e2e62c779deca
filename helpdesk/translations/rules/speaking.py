"""What is said to an engine, and what it answers: the HTTP interface of LibreTranslate.

`POST /translate` takes {q, source, target, format, api_key} and answers {translatedText}; `GET /spec` names
the server and its version. Its own documentation is the source (github.com/LibreTranslate/LibreTranslate).
"""

from typing import Any

import msgspec

from helpdesk.kernel.refusal import Refusal
from helpdesk.kernel.text import is_visible, storable
from helpdesk.translations.terms import MAX_MADE, NotMade

_NAMED = 100  # characters of a name or a version


def asked(*, text: str, source: str, language: str, key: str) -> bytes:
    """The body of a request; plain text, so that nothing in it is taken for markup."""
    said = {"q": text, "source": source, "target": language, "format": "text"}
    return msgspec.json.encode(said | ({"api_key": key} if key else {}))


def made_in(*, body: bytes) -> str:
    """The translated text. Raises NotMade for anything that is none, or that no page could show."""
    text = _read(body).get("translatedText")
    if not isinstance(text, str) or not is_visible(text):
        raise NotMade("the answer holds no text")
    try:
        return storable(text, limit=MAX_MADE, field="text")
    except Refusal as refusal:
        raise NotMade(f"the text cannot be kept: {refusal.code}") from refusal


def engine_in(*, body: bytes) -> tuple[str, str]:
    """Name and version of the engine as it states them. Raises NotMade where it states none."""
    info = _read(body).get("info")
    named = (info.get("title"), info.get("version")) if isinstance(info, dict) else (None, None)
    match named:
        case (str(title), str(version)) if title.strip() and version.strip():
            return title.strip()[:_NAMED], version.strip()[:_NAMED]
    raise NotMade("the engine names no version")


def _read(body: bytes) -> dict[str, Any]:
    try:
        said = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotMade("the answer is no JSON") from error
    if not isinstance(said, dict):
        raise NotMade("the answer is no JSON object")
    return said
