"""The sentences of the API itself; those of deeds and decisions stand in the words of their rooms."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "api.bad_request": _("The request cannot be understood."),
    "api.fault": _("Something went wrong on our side. Nothing was stored; please try again later."),
    "api.forbidden": _("This is not among your rights."),
    "api.method": _("This address does not take that method."),
    "api.no_such_address": _("This address leads nowhere. Nothing was stored."),
    "api.signed_out": _("Please send a valid API token."),
    "api.too_large": _("The request is too large. Nothing was stored."),
    "api.unavailable": _(
        "The service cannot be reached at this moment. Nothing was stored; please try again."
    ),
    "idempotency.malformed": _("An idempotency key has 1 to %(limit)s visible ASCII characters."),
    "idempotency.missing": _(
        "Please send an Idempotency-Key header, so that a repeated request is done once."
    ),
    "input.cursor": _("This is not a place that an earlier answer named under “next”."),
    "input.too_deep": _("The input is nested too deeply: at most %(limit)s levels."),
    "reference.malformed": _("This is not one of our ids, nor an id of yours after “ext:”."),
}

HINTS = {
    "api.signed_out": _("Authorization: Bearer hd_…"),
    "api.unavailable": _("Repeat the request with the same Idempotency-Key after the time in Retry-After."),
    "idempotency.missing": _("A random UUID will do. Keep it for every repetition of the same request."),
}
