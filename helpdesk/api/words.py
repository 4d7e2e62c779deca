"""The sentences of the API itself; those of deeds and decisions stand in the words of their rooms."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "api.bad_request": _("The request cannot be understood."),
    "api.fault": _("Something went wrong on our side. Nothing was stored; please try again later."),
    "api.forbidden": _("This is not among your rights."),
    "api.method": _("This address does not take that method."),
    "api.no_such_address": _("This address leads nowhere. Nothing was stored."),
    "api.signed_out": _("Please send a valid API token."),
    "api.no_version": _("There is no version here that could be compared. Leave out If-Match."),
    "api.stale": _("Somebody else has changed this meanwhile. Nothing was stored."),
    "api.scope": _("This key may not do that: it lacks the scope “%(scope)s”."),
    "api.too_many": _("Too many requests. The next one is taken in %(seconds)s s."),
    "api.too_many_failures": _(
        "Too many tries without a valid token. The next one is taken in %(seconds)s s."
    ),
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
    "oauth.grant_type": _("Please send grant_type=client_credentials."),
    "oauth.twice": _("A parameter was sent twice."),
    "reference.malformed": _("This is not one of our ids, nor an id of yours after “ext:”."),
}

HINTS = {
    "api.signed_out": _("Authorization: Bearer hd_…"),
    "api.scope": _("An owner of the shop makes keys, with other scopes, under “Connections”."),
    "api.stale": _("The newer version stands under “current”, and its tag in ETag."),
    "api.too_many": _("The headers RateLimit-Policy and RateLimit say how many requests are left."),
    "api.unavailable": _("Repeat the request with the same Idempotency-Key after the time in Retry-After."),
    "idempotency.missing": _("A random UUID will do. Keep it for every repetition of the same request."),
}
