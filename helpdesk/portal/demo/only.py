"""In the demo only: elsewhere these addresses lead nowhere."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from helpdesk.kernel.refusal import NotFound

_P = ParamSpec("_P")


def in_demo(
    view: Callable[Concatenate[HttpRequest, _P], HttpResponse],
) -> Callable[..., HttpResponse]:
    """A view that a real marketplace does not have."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: _P.args, **kwargs: _P.kwargs) -> HttpResponse:
        if not settings.HELPDESK.demo:
            raise NotFound("page.not_found")
        return view(request, *args, **kwargs)

    return guarded
