"""The same addresses for a shop's owners and for the Platform's administrators, each at its own place."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST, require_safe

from helpdesk.kernel.actor import Side
from helpdesk.portal import pages
from helpdesk.portal.webhooks import deeds, shown

_DEEDS = {
    "/changes": (deeds.change, "webhook_changes"),
    "/pauses": (deeds.pause, "webhook_pauses"),
    "/removal": (deeds.remove, "webhook_removal"),
    "/secrets": (deeds.rotate, "webhook_secrets"),
    "/tests": (deeds.try_, "webhook_tests"),
    "/replays": (deeds.replay_dead, "webhook_replays"),
    "/deliveries/<ref:delivery>/replays": (deeds.replay, "delivery_replays"),
}


def of(side: Side, *, place: str) -> list[URLPattern]:
    """The list with its form, and one of them with its deliveries; below `place`."""
    guarded: Callable[..., Callable[..., HttpResponseBase]] = pages.only(side)
    return [
        path(place, require_safe(guarded(shown.index)), name="webhooks"),
        path(f"{place}/additions", require_POST(guarded(deeds.add)), name="webhook_additions"),
        path(f"{place}/<ref:webhook>", require_safe(guarded(shown.show)), name="webhook"),
        *(
            path(f"{place}/<ref:webhook>{below}", require_POST(guarded(view)), name=name)
            for below, (view, name) in _DEEDS.items()
        ),
    ]
