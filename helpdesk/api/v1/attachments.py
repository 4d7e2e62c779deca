"""Attachments: the files of messages, as they were sent, or as pictures to show."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from typing import Annotated

from django.http import HttpResponseBase, StreamingHttpResponse
from ninja import Query, Router

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import reference_of
from helpdesk.attachments.queries import Opened, open_copy, open_original
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.oversight.queries import refuse_without_reading

router = Router()
_BLOCK = 1 << 16
_FILE = {"responses": {200: {"description": "The file.", "content": {"*/*": {"schema": {"type": "string"}}}}}}


@router.get("/{attachment}/original", response={200: None}, openapi_extra=_FILE)
def original(request: ApiRequest, attachment: str) -> HttpResponseBase:
    """Byte for byte as it was sent; administrators need a reading in force of its conversation."""
    ref = _readable(request, attachment)
    return sent(open_original(actor=request.auth, file=ref))


@router.get("/{attachment}/copy", response={200: None}, openapi_extra=_FILE)
def copy(request: ApiRequest, attachment: str, thumb: Annotated[bool, Query()] = False) -> HttpResponseBase:
    """The picture made anew, without the place where it was taken; `thumb`: a small one."""
    ref = _readable(request, attachment)
    return sent(open_copy(actor=request.auth, file=ref, thumb=thumb))


def sent(opening: AbstractContextManager[Opened]) -> StreamingHttpResponse:
    """The answer. What was opened is closed with it, also where nobody read it to the end."""
    stack = ExitStack()
    opened = stack.enter_context(opening)
    return StreamingHttpResponse(_Blocks(opened, stack), headers=opened.headers)


class _Blocks:
    """Of a file, in order; Django closes what it streams."""

    def __init__(self, opened: Opened, stack: ExitStack) -> None:
        self._content, self.close = opened.content, stack.close

    def __iter__(self) -> Iterator[bytes]:
        return iter(lambda: self._content.read(_BLOCK), b"")


def _readable(request: ApiRequest, text: str) -> Ref:
    ref = reference_of(text=text, missing="file.not_found")
    if request.auth.side is Side.ADMINISTRATOR:
        refuse_without_reading(actor=request.auth, now=clock.now(), file=ref)
    return ref
