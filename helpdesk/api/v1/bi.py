"""Feeds for business intelligence: codes, numbers, ids and instants, from a number of the log on."""

from typing import Annotated, Any

from django.http import StreamingHttpResponse
from ninja import Query, Router
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.takeout import queries
from helpdesk.takeout.terms.feeds import MAX_ROWS, Feed, Format

router = Router()

UNTIL = "Helpdesk-Until"  # the header with the number up to which the log was read
TYPES = {Format.NDJSON: "application/x-ndjson", Format.CSV: "text/csv; charset=utf-8"}
_DESCRIBED: dict[str, Any] = {
    "responses": {
        "200": {
            "description": "A row a line; docs/reference/bi.md names the columns. The later row of a thing"
            " counts.",
            "headers": {
                UNTIL: {
                    "description": "Go on from this number, unless as many rows came as were asked for: then"
                    " from the number of the last row.",
                    "schema": {"type": "integer"},
                }
            },
            "content": {
                "application/x-ndjson": {"schema": {"type": "string"}},
                "text/csv": {"schema": {"type": "string"}},
            },
        }
    }
}


@router.get("/{feed}", openapi_extra=_DESCRIBED)
def read_feed(
    request: ApiRequest,
    feed: Feed,
    changed_after: Annotated[int, Query(), Field(ge=-1, le=1 << 53)] = -1,
    form: Annotated[Format, Query(alias="format")] = Format.NDJSON,
    limit: Annotated[int, Query(), Field(ge=1, le=MAX_ROWS)] = MAX_ROWS,
) -> StreamingHttpResponse:
    """What has changed since a number of the log, as it is now: of all shops, or of the caller's own."""
    read = queries.feed(actor=request.auth, feed=feed, form=form, after=changed_after, limit=limit)
    return StreamingHttpResponse(
        read.lines, content_type=TYPES[form], headers={UNTIL: str(read.until), "Cache-Control": "no-store"}
    )
