"""Pages of a conversation that are the same for both of its sides, at the same addresses."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST, require_safe

from helpdesk.kernel.actor import Side
from helpdesk.portal import history, pages, translations

_View = Callable[..., HttpResponseBase]


def of(side: Side) -> list[URLPattern]:
    """Everything between the two sides, and translations of what they wrote."""
    only: Callable[[_View], _View] = pages.only(side)
    return [
        path("conversations/<ref:conversation>/history", require_safe(only(history.show)), name="history"),
        path(
            "conversations/<ref:conversation>/translations",
            require_POST(only(translations.ask)),
            name="translations",
        ),
        path(
            "conversations/<ref:conversation>/messages/<uuid:message>/translation",
            require_safe(only(translations.of_message)),
            name="message_translation",
        ),
    ]
