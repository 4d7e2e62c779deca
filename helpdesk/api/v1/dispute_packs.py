"""Dispute packs: a case and its thread told in order of time, with the package that proves it."""

from typing import Annotated

from django.http import FileResponse
from ninja import Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import reference_of
from helpdesk.api.v1.packages import DESCRIBED, language_of, sent, zone_of
from helpdesk.evidence import actions as evidence
from helpdesk.evidence.words import WORDING
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.oversight import actions as oversight

router = Router()


class Reader(Schema):
    """Who reads it: `language` (the caller's where it is null), `time_zone` (IANA, the market's)."""

    model_config = ConfigDict(extra="forbid")

    language: Annotated[str, Field(max_length=10)] | None = None
    time_zone: Annotated[str, Field(max_length=60)] | None = None


@router.post("/{case}/dispute-packs", openapi_extra=DESCRIBED)
def hand_out(request: ApiRequest, case: str, body: Reader) -> FileResponse:
    """The parties' own case; administrators need a reading in force, or the compliance role.

    A .zip with `dispute.<language>.pdf`, `dispute.json` and the evidence package of the conversation.
    """
    desk = request.auth.side is Side.ADMINISTRATOR
    package = (oversight if desk else evidence).hand_out_dispute(
        actor=request.auth,
        now=clock.now(),
        case=reference_of(text=case, missing="case.not_found"),
        language=language_of(code=body.language or request.auth.language),
        key=key_of(request),
        wording=WORDING,
        zone=zone_of(name=body.time_zone),
    )
    return sent(package=package)
