"""What somebody typed into the one form that matters, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote_to_bytes
from uuid import UUID, uuid4

from django.http import HttpRequest
from django.utils.translation import gettext

from helpdesk.archive.words import SENTENCES as ARCHIVE
from helpdesk.conversations.words import SENTENCES as CONVERSATIONS
from helpdesk.kernel.refusal import Invalid, Refusal, RefusalKind
from helpdesk.marketplace.words import SENTENCES as MARKETPLACE
from helpdesk.oversight.words import SENTENCES as OVERSIGHT
from helpdesk.portal.words import SENTENCES as PORTAL

_SENTENCES = {**ARCHIVE, **MARKETPLACE, **CONVERSATIONS, **OVERSIGHT, **PORTAL}
_DIGITS = 9  # of a message's number: no thread comes near


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A refusal in the reader's words."""

    sentence: str
    about_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`key` makes a double click one message; `seen_n` is the last message that stood on the page."""

    key: str
    text: str = ""
    seen_n: int | None = None
    refusal: Said | None = None

    def refused(self, refusal: Refusal, *, seen_n: int | None) -> "Draft":
        """The same text with the reason beside it; a key that is used up is replaced."""
        key = str(uuid4()) if refusal.kind is RefusalKind.REUSED else self.key
        return replace(self, key=key, refusal=said(refusal), seen_n=seen_n)


def fresh(*, seen_n: int | None = None) -> Draft:
    """An empty form."""
    return Draft(key=str(uuid4()), seen_n=seen_n)


def read(*, request: HttpRequest) -> Draft:
    """The form as it was sent. Raises Invalid for what no page of ours and no browser writes."""
    _refuse_broken_bytes(request)
    form = request.POST
    text = form.get("text", "").replace("\r\n", "\n")  # browsers send CR LF whatever was typed
    return Draft(key=key_of(form), text=text, seen_n=_seen(form.get("seen_n", "")))


def key_of(form: Mapping[str, str]) -> str:
    """The idempotency key that the form carries. Raises Invalid."""
    try:
        return str(UUID(form.get("key", "")))
    except ValueError:
        raise Invalid("form.damaged", field="key") from None


def said(refusal: Refusal) -> Said:
    """The sentence of a refusal's code."""
    sentence = _SENTENCES.get(refusal.code)
    text = str(sentence) % refusal.params if sentence else gettext("Nothing was stored.")
    return Said(sentence=text, about_text=refusal.field == "text")


def _refuse_broken_bytes(request: HttpRequest) -> None:
    """Django would put U+FFFD in their place, and the record would hold what nobody wrote."""
    if request.content_type != "application/x-www-form-urlencoded":
        raise Invalid("form.damaged")
    try:
        unquote_to_bytes(request.body).decode()
    except UnicodeDecodeError:
        raise Invalid("form.damaged") from None


def _seen(written: str) -> int | None:
    if written == "":
        return None
    if not (written.isascii() and written.isdigit() and len(written) <= _DIGITS):
        raise Invalid("form.damaged", field="seen_n")
    return int(written)
