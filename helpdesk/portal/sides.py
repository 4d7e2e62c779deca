"""Pages of a conversation that are the same for both of its sides, at the same addresses."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import (
    conditional_page,
    require_http_methods,
    require_POST,
    require_safe,
)

from helpdesk.kernel.actor import Side
from helpdesk.portal import (
    awaiting,
    composing,
    deliveries,
    evidence,
    history,
    letters,
    pages,
    reports,
    translations,
)

_View = Callable[..., HttpResponseBase]
_CONVERSATION = "conversations/<ref:conversation>"
_MESSAGE = f"{_CONVERSATION}/messages/<uuid:message>"
_FILE = f"{_CONVERSATION}/files/<ref:file>"


def of(side: Side) -> list[URLPattern]:
    """Everything between the two sides: history, translations, files, evidence, a text read while written,
    letters to the Platform, and reports.
    """
    only: Callable[[_View], _View] = pages.only(side)
    form = require_http_methods(["GET", "HEAD", "POST"])

    def shown(address: str, view: _View, name: str) -> URLPattern:
        return path(address, require_safe(only(view)), name=name)

    def done(address: str, view: _View, name: str) -> URLPattern:
        return path(address, require_POST(only(view)), name=name)

    def written(address: str, view: _View, name: str) -> URLPattern:
        return path(address, form(only(view)), name=name)

    return [
        shown(f"{_CONVERSATION}/history", history.show, "history"),
        done(f"{_CONVERSATION}/translations", translations.ask, "translations"),
        shown(f"{_MESSAGE}/translation", translations.of_message, "message_translation"),
        shown(f"{_MESSAGE}/files", conditional_page(awaiting.files), "message_files"),
        shown(_FILE, deliveries.original, "attachment"),
        shown(f"{_FILE}/picture", deliveries.picture, "attachment_picture"),
        shown(f"{_FILE}/likeness", deliveries.likeness, "attachment_likeness"),
        shown(f"{_CONVERSATION}/package", evidence.ask, "package"),
        done(f"{_CONVERSATION}/packages", evidence.take, "packages"),
        done(f"{_CONVERSATION}/checks", composing.check, "checks"),
        done(f"{_CONVERSATION}/draft", composing.keep, "draft"),
        shown("letters", letters.index, "letters"),
        shown("letters/<ref:correspondence>", letters.follow, "letter"),
        written("letters/platform", letters.about_nothing, "letters_platform"),
        written(f"{_CONVERSATION}/letters", letters.about_conversation, "letters_conversation"),
        written("orders/<ref:order>/letters", letters.about_order, "letters_order"),
        shown("reports", reports.index, "reports"),
        shown("reports/<ref:report>", reports.show, "report"),
        written(f"{_MESSAGE}/reports", reports.about_message, "reports_message"),
        written(f"{_CONVERSATION}/reports", reports.about_conversation, "reports_conversation"),
        written("orders/<ref:order>/reports", reports.about_order, "reports_order"),
    ]
