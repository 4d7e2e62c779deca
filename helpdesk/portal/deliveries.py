"""Files on their way out: inert, and only to those who may have them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse

from helpdesk.attachments import queries
from helpdesk.attachments.queries import Opened
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.portal.hats import Signed

_BLOCK = 1 << 16  # bytes


def original(request: Signed, *, conversation: Ref, file: Ref) -> HttpResponseBase:
    """Byte for byte as it was sent, to keep. Raises NotFound for what is not of this conversation."""
    return _sent(request, conversation, lambda: queries.open_original(actor=request.actor, file=file))


def picture(request: Signed, *, conversation: Ref, file: Ref, small: bool = False) -> HttpResponseBase:
    """Our own copy of a picture, to look at. Raises NotFound where there is none."""
    return _sent(
        request, conversation, lambda: queries.open_copy(actor=request.actor, file=file, thumb=small)
    )


def likeness(request: Signed, *, conversation: Ref, file: Ref) -> HttpResponseBase:
    """The same, small."""
    return picture(request, conversation=conversation, file=file, small=True)


def _sent(
    request: Signed, conversation: Ref, open_it: Callable[[], AbstractContextManager[Opened]]
) -> HttpResponseBase:
    """The file stays open until its last byte is sent, or the reader is gone."""
    with ExitStack() as stack:
        opened = stack.enter_context(open_it())
        if opened.conversation != conversation:
            raise NotFound("file.not_found")
        if request.method == "HEAD":
            return HttpResponse(headers=opened.headers)
        response = StreamingHttpResponse(_blocks(opened), headers=opened.headers)
        response._resource_closers.append(stack.pop_all().close)  # type: ignore[attr-defined]
        return response


def _blocks(opened: Opened) -> Iterator[bytes]:
    while block := opened.content.read(_BLOCK):
        yield block
