"""Read one line of an import."""

import msgspec
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from helpdesk.kernel.shape import Flaw, Misshapen, flaws_of
from helpdesk.marketplace.terms.kinds import Kind, Name
from helpdesk.marketplace.terms.records import AnyBody, Body, MarketBody
from helpdesk.marketplace.terms.records.envelope import READER
from helpdesk.marketplace.terms.values import is_external_id, version_of

MAX_LINE = 1_000_000  # bytes; the largest record that makes sense has a few hundred lines of its own


_KINDS = {kind.value: kind for kind in Kind if kind is not Kind.PERSON}


class _Head(msgspec.Struct):
    type: str
    id: str
    version: int | str


_HEAD = msgspec.json.Decoder(_Head)


def head_of(line: bytes) -> tuple[Name, int] | None:
    """Which record a line holds and how new it is, a tenth of the work of reading it; None if unclear."""
    try:
        head = _HEAD.decode(line)
        if is_external_id(head.id):
            return Name(_KINDS[head.type], head.id), version_of(head.version).order
    except (msgspec.MsgspecError, UnicodeError, KeyError, PydanticCustomError, RecursionError):
        pass
    return None


def record_in(line: bytes) -> tuple[Name, Body]:
    """The record on a line of NDJSON (UTF-8). Raises Misshapen with every flaw that was found."""
    if len(line) > MAX_LINE:
        raise Misshapen(Flaw(code="input.too_large", params={"limit": MAX_LINE}))
    try:
        record = READER.validate_json(line)
    except ValidationError as error:
        tagged = bool(error.errors(include_input=False, include_url=False)[0]["loc"])
        raise Misshapen(*flaws_of(error, skip=1 if tagged else 0)) from None
    name = Name(Kind(record.type), record.id)
    check_code(name=name, record=record)
    return name, record


def check_code(*, name: Name, record: AnyBody) -> None:
    """A market's id is its code, so a code that is sent as well must say the same. Raises Misshapen."""
    if isinstance(record, MarketBody) and record.code not in (None, name.external_id):
        raise Misshapen(Flaw(code="value.market_code", pointer="/code"))
