"""Shapes that several nouns share: archive stamps, deadlines, messages."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from helpdesk.api.references import uploads_of
from helpdesk.api.v1.reasons import SellersReason
from helpdesk.archive.terms import Erased, Receipt
from helpdesk.attachments.terms import FileShown
from helpdesk.conversations.terms import Message, Posted
from helpdesk.kernel.ids import Ref

Cursor = Annotated[str, Field(max_length=100)]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Asked(Schema):
    """A question, wherever it comes to stand, with at most 10 files."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: str = Field(examples=["Is the 8.5 mm gasket the right one?"])
    files: list[Annotated[str, Field(max_length=100)]] = Field(
        [], max_length=100, description="Ids of uploads, in the order in which they are to be shown."
    )

    confirmed: str | None = Field(
        None,
        description="Why it is to be sent as it is, where that was asked (code `conduct.confirm`); kept.",
    )


class Written(Asked):
    """A message to post; `seen_n` is the last message that its author has seen (absent: not checked)."""

    seen_n: Annotated[int, Field(ge=-1, le=2_000_000_000)] | None = None


def _day(text: object) -> date:
    """A local day as RFC 3339 writes it, and in no other way."""
    if isinstance(text, str) and _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass  # the 30th of February
    raise PydanticCustomError("input.pattern", "no day")


Day = Annotated[date, BeforeValidator(_day)]


QuestionId = Annotated[str, Field(max_length=30, pattern=r"^\d{1,9}\.\d{1,5}\.\d{1,5}$")]
QuestionIds = Annotated[list[QuestionId], Field(max_length=20)]


class Ticked(Schema):
    """Questions by their ids: those that a message answers, and those that are left for later."""

    model_config = ConfigDict(extra="forbid", strict=True)

    answered: QuestionIds = []
    later: QuestionIds = []


class Reply(Written):
    """A message of the Seller's. `manner`: what its author means, `interim` leaves the clock running.

    `automatic`: nobody wrote it, so it answers nothing. `promise_on`: the full answer follows by the end of
    this local day of the calendar. `reason`: what for, where nobody waits and the Buyer did not write last.
    """

    manner: Literal["full", "interim"] | None = None
    automatic: bool = False
    reason: SellersReason | None = None
    promise_on: Day | None = None
    questions: Ticked | None = Field(
        None,
        description="What is said of the questions that wait; absent: nothing. With `later` ones it is an"
        " interim note, unless a day is promised; what neither names is taken as answered where it reads so.",
    )


class ReceiptShape(Schema):
    """Our signed promise that the entry will be in the log by `in_log_by`; `entry` is its id in the leaf."""

    entry: str
    at: datetime
    in_log_by: datetime
    key: str
    signature: str


class Stamp(Schema):
    """The archive entry of a deed; number and proof later at /entries."""

    entry: str
    leaf_hash: str
    receipt: ReceiptShape


class RemarkShape(Schema):
    """Something that was found. `start` and `end` are characters (Unicode code points) of `text`, half-open,
    and null where it stands elsewhere: `place` is `text`, `seam` (begun in earlier messages), `name`,
    `picture`, `code`, `metadata` or `document`, and `file` the position of the file, from 1.

    `decision` is `warn`, `hold_author`, `hold_reviewer` or `refuse`; `score` says how sure it is, up to 1.
    """

    label: str
    title: str
    rule: str
    start: int | None
    end: int | None
    place: str
    file: int | None
    score: float
    decision: str
    reason: str
    remedy: str


class PostedShape(Schema):
    """A stored message, or another deed of a thread: `n` is its place there, `findings` what its author may
    want to look at in it.
    """

    conversation: str
    n: int
    archive: Stamp
    findings: list[RemarkShape] = []


class FileShape(Schema):
    """A file of a message. `state`: `pending` (being checked), `clean`, `unexamined`, `infected`, `refused`,
    `held` (a person looks at it first), `withheld` (a person did not let it through) or `erased`; `may_open`
    is for the caller. `marked`: the document that its sender says it is. `copy_width` and `copy_height` are
    those of what is shown.
    """

    id: str
    position: int
    name: str
    type: str
    size: int
    digest: str
    marked: str | None
    state: str
    may_open: bool
    has_copy: bool
    copy_width: int | None
    copy_height: int | None


class ErasedShape(Schema):
    """When a message was erased, and the ground: a code as in `/erasures`."""

    at: datetime
    ground: str


class MessageShape(Schema):
    """One message; `text` is null where it was erased.

    `manner`: `interim`, `automatic`, `courtesy`, `imported` (said to be from `said_at`), or null: in the
    ordinary way. `reason` is what it was written for, where that was said, `line` the order's line of it.
    """

    n: int
    id: str
    side: str
    author: str
    at: datetime
    language: str
    text: str | None
    manner: str | None
    files: list[FileShape]
    erased: ErasedShape | None
    reason: str | None
    line: str | None
    said_at: datetime | None


def stamp(*, receipt: Receipt, seller_id: int) -> dict[str, Any]:
    """The `archive` member of a deed's answer; `seller_id` is whose row the entry is."""
    return {
        "entry": str(Ref(seller_id, receipt.entry)),
        "leaf_hash": receipt.leaf_hash.hex(),
        "receipt": {
            "entry": str(receipt.entry),
            "at": utc(receipt.at),
            "in_log_by": utc(receipt.in_log_by),
            "key": receipt.key,
            "signature": receipt.signature.hex(),
        },
    }


def posted_shape(*, posted: Posted, findings: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    """The answer to a post; the same bytes when it is replayed in the same language."""
    return {
        "conversation": str(posted.conversation),
        "n": posted.n,
        "archive": stamp(receipt=posted.receipt, seller_id=posted.conversation.seller_id),
        "findings": findings,
    }


def erased(*, shown: Erased | None) -> dict[str, Any] | None:
    """When and why a message was erased."""
    return None if shown is None else {"at": shown.at, "ground": shown.ground}


def message(*, shown: Message) -> dict[str, Any]:
    """One message."""
    return {
        "n": shown.n,
        "id": str(shown.id),
        "side": shown.side.value,
        "author": shown.author,
        "at": shown.at,
        "language": shown.language,
        "text": shown.text,
        "manner": shown.manner and shown.manner.value,
        "files": [file(shown=one) for one in shown.files],
        "erased": erased(shown=shown.erased),
        "reason": shown.why and shown.why.reason.value,
        "line": shown.why and shown.why.line,
        "said_at": shown.said_at,
    }


def file(*, shown: FileShown) -> dict[str, Any]:
    """One file of a message."""
    return {
        "id": str(shown.ref),
        "position": shown.position,
        "name": shown.name,
        "type": shown.type,
        "size": shown.size,
        "digest": shown.digest,
        "marked": shown.marked and shown.marked.value,
        "state": shown.state.value,
        "may_open": shown.may_open,
        "has_copy": shown.has_copy,
        "copy_width": shown.width,
        "copy_height": shown.height,
    }


def files_in(*, body: Asked, seller_id: int) -> list[UUID]:
    """The uploads that a body names, of this Seller's. Raises NotFound for what cannot be one of them."""
    return uploads_of(files=body.files, seller_id=seller_id)


def utc(instant: datetime) -> str:
    """RFC 3339 with a Z."""
    return instant.isoformat().replace("+00:00", "Z")
