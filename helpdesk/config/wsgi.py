"""The web application for granian: the API's requests skip what only pages need."""

import os
from collections.abc import Iterable
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "helpdesk.config.settings")

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse

from helpdesk.api.outside import is_page
from helpdesk.conduct.rules import warm
from helpdesk.config.edge import Request


class _Pages(WSGIHandler):
    """Sessions, forms, languages."""

    middleware = settings.MIDDLEWARE
    request_class = Request

    def load_middleware(self, is_async: bool = False) -> None:
        every, settings.MIDDLEWARE = settings.MIDDLEWARE, self.middleware
        try:
            super().load_middleware(is_async)
        finally:
            settings.MIDDLEWARE = every


class _Api(_Pages):
    """Tokens and JSON."""

    middleware = settings.API_MIDDLEWARE


django.setup(set_prefix=False)
warm()  # before anybody waits for it
_pages, _api = _Pages(), _Api()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """One process, two chains of middleware."""
    path = environ.get("PATH_INFO", "")
    handler = _api if path.startswith("/api/") and not is_page(path=path) else _pages
    response = handler(environ, start_response)
    if not isinstance(response, HttpResponse):
        return response
    response.close()  # the connection goes back to the pool before anybody waits for a slow reader
    return [response.content]  # granian sends a list whole, with its length; anything else in chunks
