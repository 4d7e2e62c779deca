"""The sentences of webhooks."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.webhooks.terms import PauseReason, SendingState, Trouble

SENTENCES = {
    "delivery.not_found": _("There is no such delivery."),
    "events.kind": _("No event of this kind is sent: %(kind)s. Nothing was stored."),
    "events.not_yours": _("Events are for the Platform and for the tools of Sellers."),
    "webhook.most": _("At most %(limit)s webhooks can stand at a time. Please remove one first."),
    "webhook.moved": _(
        "Somebody has changed this webhook meanwhile. Nothing was stored; please look at it as it is now."
    ),
    "webhook.not_found": _("There is no such webhook."),
    "webhook.not_yours": _("Webhooks are for the owners of a shop, and for the Platform's own."),
    "webhook.paused": _("This webhook is paused. Let it go on first; nothing was sent."),
    "webhook.removed": _("This webhook was removed meanwhile."),
    "webhook.rotated_since": _("This secret has been replaced since."),
    "webhook.url_form": _(
        "This is no address that we can send to. Please write it in full, such as"
        " https://tools.example/helpdesk, without a user name and without #."
    ),
    "webhook.url_https": _("The address has to begin with https://. Nothing was stored."),
    "webhook.url_private": _(
        "This address lies inside a private network, where nothing is sent. Nothing was stored."
    ),
}
STATES: dict[SendingState, Promise] = {
    SendingState.WAITING: pgettext_lazy("delivery", "Waiting"),
    SendingState.DELIVERED: pgettext_lazy("delivery", "Delivered"),
    SendingState.DEAD: pgettext_lazy("delivery", "Given up"),
}
TROUBLES: dict[Trouble, Promise] = {
    Trouble.STATUS: _("The receiver did not answer with 2xx."),
    Trouble.REDIRECT: _("The receiver sent us elsewhere; redirects are not followed."),
    Trouble.TIMEOUT: _("The receiver took longer than 10 seconds."),
    Trouble.UNREACHED: _("Nobody answered there."),
    Trouble.TLS: _("The receiver's certificate is not valid for this address."),
    Trouble.NAME: _("The name of the host leads nowhere."),
    Trouble.PRIVATE: _("The name of the host leads into a private network."),
    Trouble.SECRET: _("The secret was made with another key of this installation. Please make a new secret."),
    Trouble.PAUSED: _("The webhook was paused before it was sent."),
}
WHYS: dict[PauseReason, Promise] = {
    PauseReason.OWNER: _("Paused by its owner. What happens meanwhile is not kept for it."),
    PauseReason.FAILING: _("Paused because nothing arrived there for five days."),
    PauseReason.GONE: _("Paused because the receiver said that it is gone for good (410)."),
}
