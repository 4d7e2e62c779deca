"""Evidence packages: a conversation as a .zip that anybody can verify."""

from typing import Annotated, Any, Literal
from uuid import UUID
from zoneinfo import available_timezones

import msgspec
from django.conf import settings
from django.http import FileResponse
from ninja import Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import HEADER, key_of
from helpdesk.api.references import conversation_of
from helpdesk.api.v1.shapes import stamp
from helpdesk.archive.terms import Audience
from helpdesk.evidence import actions as evidence
from helpdesk.evidence.terms import MAX_WITHHELD, Package, Withheld
from helpdesk.evidence.words import WORDING
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Invalid
from helpdesk.oversight import actions as oversight

ZIP = "application/zip"
STAMP = "Helpdesk-Archive"  # the header with what other deeds answer in their body
router = Router()
_Chain = Literal["seller", "buyer", "operator"]
_AUDIENCES = {"seller": Audience.SELLER, "buyer": Audience.BUYER, "operator": Audience.OPERATOR}
DESCRIBED: dict[str, Any] = {
    "parameters": [
        {
            "name": HEADER,
            "in": "header",
            "required": True,
            "schema": {"type": "string", "minLength": 1, "maxLength": 200},
            "description": "Each package is a deed of its own, with its own entry, also under the same key:"
            " it proves what stood in the record when it was made.",
        }
    ],
    "responses": {
        "201": {
            "description": "The package; docs/reference/evidence-package.md says what is in it.",
            "headers": {
                STAMP: {
                    "description": "entry, leaf_hash and receipt of the handing out, as JSON",
                    "schema": {"type": "string"},
                }
            },
            "content": {ZIP: {"schema": {"type": "string", "format": "binary"}}},
        }
    },
}


class Hidden(Schema):
    """A value that the package is not to show: `by`, `body`, `about`, `file-1` ... of an entry."""

    model_config = ConfigDict(extra="forbid")

    entry: UUID
    value: Annotated[str, Field(max_length=100)]


class What(Schema):
    """What goes in. `backstage`: chains behind the thread, for administrators. `time_zone`: IANA."""

    model_config = ConfigDict(extra="forbid")

    language: Annotated[str, Field(max_length=10)] | None = None
    time_zone: Annotated[str, Field(max_length=60)] | None = None
    withheld: Annotated[list[Hidden], Field(max_length=MAX_WITHHELD)] = []
    backstage: Annotated[list[_Chain], Field(max_length=3)] = []


@router.post("/{conversation}/packages", openapi_extra=DESCRIBED)
def hand_out(request: ApiRequest, conversation: str, body: What) -> FileResponse:
    """The parties' own conversation; administrators need a reading in force, or the compliance role."""
    actor = request.auth
    take = oversight.hand_out if actor.side is Side.ADMINISTRATOR else evidence.hand_out
    package = take(
        actor=actor,
        now=clock.now(),
        conversation=conversation_of(text=conversation),
        language=language_of(code=body.language or actor.language),
        key=key_of(request),
        wording=WORDING,
        zone=zone_of(name=body.time_zone),
        withheld={Withheld(one.entry, one.value) for one in body.withheld},
        backstage=sorted({_AUDIENCES[name] for name in body.backstage}),
    )
    return sent(package=package)


def sent(*, package: Package) -> FileResponse:
    """The file with its stamp."""
    receipt = stamp(receipt=package.entry.receipt, seller_id=package.entry.seller_id)
    return FileResponse(
        package.file,
        as_attachment=True,
        filename=package.name,
        content_type=ZIP,
        status=201,
        headers={STAMP: msgspec.json.encode(receipt).decode()},
    )


def language_of(*, code: str) -> str:
    """One of the Platform's languages. Raises Invalid."""
    if code not in dict(settings.LANGUAGES):
        raise Invalid("evidence.language", field="language")
    return code


def zone_of(*, name: str | None) -> str | None:
    """A time zone (IANA). Raises Invalid."""
    if name is not None and name not in available_timezones():
        raise Invalid("evidence.zone", field="time_zone")
    return name
