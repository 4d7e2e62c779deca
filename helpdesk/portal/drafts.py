"""What somebody typed into the one form that matters, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import unquote_to_bytes
from uuid import UUID, uuid4

from django.http import HttpRequest
from django.utils.translation import gettext

from helpdesk.accounts.words import SENTENCES as ACCOUNTS
from helpdesk.agreements.words import SENTENCES as AGREEMENTS
from helpdesk.archive.words import SENTENCES as ARCHIVE
from helpdesk.attachments.terms import MAX_OPEN, Uploaded
from helpdesk.attachments.words import SENTENCES as ATTACHMENTS
from helpdesk.cases.words import SENTENCES as CASES
from helpdesk.composing.words import SENTENCES as COMPOSING
from helpdesk.conduct.words import SENTENCES as CONDUCT
from helpdesk.conversations.queries import MAX_QUESTIONS
from helpdesk.conversations.terms import Manner, Ticks
from helpdesk.conversations.words import SENTENCES as CONVERSATIONS
from helpdesk.deadlines.words import SENTENCES as DEADLINES
from helpdesk.enforcement.words import SENTENCES as ENFORCEMENT
from helpdesk.evidence.words import SENTENCES as EVIDENCE
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Invalid, Refusal, RefusalKind
from helpdesk.letters.words import SENTENCES as LETTERS
from helpdesk.marketplace.words import SENTENCES as MARKETPLACE
from helpdesk.oversight.words import SENTENCES as OVERSIGHT
from helpdesk.portal.checking import Remark, remarks_of
from helpdesk.portal.words import SENTENCES as PORTAL
from helpdesk.reports.words import SENTENCES as REPORTS
from helpdesk.retention.words import SENTENCES as RETENTION
from helpdesk.saved_replies.words import SENTENCES as SAVED
from helpdesk.standing.words import SENTENCES as STANDING
from helpdesk.takeout.words import SENTENCES as TAKEOUT
from helpdesk.teamwork.words import SENTENCES as TEAMWORK
from helpdesk.translations.words import SENTENCES as TRANSLATIONS
from helpdesk.webhooks.words import SENTENCES as WEBHOOKS

_SENTENCES = {
    **ACCOUNTS,
    **AGREEMENTS,
    **ARCHIVE,
    **MARKETPLACE,
    **DEADLINES,
    **ATTACHMENTS,
    **CASES,
    **COMPOSING,
    **CONDUCT,
    **CONVERSATIONS,
    **ENFORCEMENT,
    **EVIDENCE,
    **LETTERS,
    **OVERSIGHT,
    **REPORTS,
    **RETENTION,
    **SAVED,
    **STANDING,
    **TAKEOUT,
    **TEAMWORK,
    **TRANSLATIONS,
    **WEBHOOKS,
    **PORTAL,
}
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_HEARD = 400  # characters: every label once
_CODE = 200  # characters of a reason's code, or of what the Platform calls a line
_DIGITS = 9  # of a message's number: no thread comes near
_ASKING = ("reply.reads_as_", "reply.leaves_questions")
_MANNERS = {"": None, "full": Manner.FULL, "interim": Manner.INTERIM}  # what an author may choose


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A refusal in the reader's words. `asks`: it is a question back, how the text is meant.

    `remarks` are what was found in the text; `confirms`: its author may say why it is to be sent as it is;
    `attempt` is what was kept of it, for a person to check.
    """

    sentence: str
    about_text: bool = False
    about_day: bool = False
    asks: bool = False
    remarks: Sequence[Remark] = ()
    confirms: bool = False
    attempt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken:
    """A file that the form brought and that is not attached, with the reason in the reader's words."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`key` makes a double click one message; `seen_n` is the last message that stood on the page.

    `manner` is what its author said of the text, `promise_on` the day promised for the rest; `then` is where
    the button that was pressed leads on to, and is kept while the author is asked back. `file_ids` are the
    uploads that go with the message, `files` those of them that a page that is shown again can name. `heard`
    names what its author, who stands on `side`, was told of the text while it was written, `confirmed` is why
    it is to be sent as it is, `ticks` what they say of the questions that waited, None: none were shown.
    `why` is the code of what it is written for, `line` the order's line that it is about.
    """

    key: str
    text: str = ""
    seen_n: int | None = None
    manner: Manner | None = None
    promise_on: date | None = None
    then: str = ""
    file_ids: tuple[UUID, ...] = ()
    files: Sequence[Uploaded] = ()
    not_taken: Sequence[NotTaken] = ()
    heard: str = ""
    confirmed: str | None = None
    ticks: Ticks | None = None
    why: str = ""
    line: str = ""
    side: Side = Side.SELLER
    refusal: Said | None = None

    def refused(self, refusal: Refusal, *, seen_n: int | None) -> "Draft":
        """The same text with the reason beside it; a key that is used up is replaced."""
        key = str(uuid4()) if refusal.kind is RefusalKind.REUSED else self.key
        reason = said(refusal, text=self.text, side=self.side)
        heard = " ".join(one.label for one in reason.remarks) or self.heard
        return replace(self, key=key, refusal=reason, seen_n=seen_n, heard=heard)


def fresh(*, seen_n: int | None = None) -> Draft:
    """An empty form."""
    return Draft(key=str(uuid4()), seen_n=seen_n)


def read(*, request: HttpRequest) -> Draft:
    """The form as it was sent. Raises Invalid for what no page of ours and no browser writes."""
    refuse_broken_bytes(request)
    form = request.POST
    text = form.get("text", "").replace("\r\n", "\n")  # browsers send CR LF whatever was typed
    return Draft(
        key=key_of(form),
        text=text,
        seen_n=seen_in(form.get("seen_n", "")),
        manner=_manner(form.get("manner", "")),
        promise_on=_day(form.get("promise_on", "")),
        then=_then(form),
        heard=form.get("heard", "")[:_HEARD],
        confirmed=form.get("confirmed", "").replace("\r\n", "\n") if "confirm" in form else None,
        file_ids=_file_ids(form.getlist("file")),
        ticks=_ticks(form.getlist("question"), form),
        why=form.get("why", "")[:_CODE],
        line=form.get("line", "")[:_CODE],
    )


def written(*, request: HttpRequest) -> Draft:
    """What is being written, as the composer's script sends it; it has no key, since nothing is stored of it.

    Raises Invalid.
    """
    refuse_broken_bytes(request)
    form = request.POST
    return Draft(
        key="", text=form.get("text", "").replace("\r\n", "\n"), file_ids=_file_ids(form.getlist("file"))
    )


def key_of(form: Mapping[str, str]) -> str:
    """The idempotency key that the form carries. Raises Invalid."""
    try:
        return str(UUID(form.get("key", "")))
    except ValueError:
        raise Invalid("form.damaged", field="key") from None


def said(refusal: Refusal, *, text: str = "", side: Side = Side.SELLER) -> Said:
    """The sentence of a refusal's code, and what was found in the text that it is about."""
    return Said(
        sentence=sentence(refusal.code, refusal.params),
        about_text=refusal.field == "text",
        about_day=refusal.field == "promise_on",
        asks=refusal.code.startswith(_ASKING),
        remarks=remarks_of(refusal, text=text, side=side),
        confirms=refusal.field == "confirmed",
        attempt=str(refusal.params.get("attempt", "")),
    )


def sentence(code: str, params: Mapping[str, object]) -> str:
    """Of a refusal, or of what is wrong in a file."""
    found = _SENTENCES.get(code)
    return str(found) % params if found else gettext("Nothing was stored.")


def refuse_broken_bytes(request: HttpRequest) -> None:
    """Django would put U+FFFD in their place, and the record would hold what nobody wrote. Raises Invalid.

    In a form with files the bytes are gone by now: there nobody can tell whether U+FFFD was typed.
    """
    if request.content_type == "multipart/form-data":
        if any(REPLACEMENT in value for _, values in request.POST.lists() for value in values):
            raise Invalid("form.damaged")
        return
    if request.content_type != "application/x-www-form-urlencoded":
        raise Invalid("form.damaged")
    try:
        unquote_to_bytes(request.body).decode()
    except UnicodeDecodeError:
        raise Invalid("form.damaged") from None


def seen_in(written: str) -> int | None:
    """The number of the last message that stood on the page, None where it says none. Raises Invalid."""
    if written == "":
        return None
    if not (written.isascii() and written.isdigit() and len(written) <= _DIGITS):
        raise Invalid("form.damaged", field="seen_n")
    return int(written)


def _file_ids(written: list[str]) -> tuple[UUID, ...]:
    """Each once, in the order of the form."""
    if len(written) > MAX_OPEN:
        raise Invalid("form.damaged", field="file")
    try:
        return tuple(dict.fromkeys(UUID(id) for id in written))
    except ValueError:
        raise Invalid("form.damaged", field="file") from None


def _ticks(listed: list[str], form: Mapping[str, str]) -> Ticks | None:
    """What was ticked of the questions that the form listed."""
    if not listed:
        return None
    if len(listed) > MAX_QUESTIONS:
        raise Invalid("form.damaged", field="question")
    said = {id: form.get(f"said-{id}", "") for id in listed}
    return Ticks(
        answered=tuple(id for id, word in said.items() if word == "answered"),
        later=tuple(id for id, word in said.items() if word == "later"),
    )


def _manner(written: str) -> Manner | None:
    if written not in _MANNERS:
        raise Invalid("form.damaged", field="manner")
    return _MANNERS[written]


def _day(written: str) -> date | None:
    """As date fields write it, in every language: ISO 8601."""
    if written == "":
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Invalid("form.damaged", field="promise_on") from None


def _then(form: Mapping[str, str]) -> str:
    """Where the button leads; one that says how a text is meant, where the button before it led."""
    way = form.get("then", form.get("then_before", "") if form.get("manner") else "")
    return "next" if way == "next" else ""
