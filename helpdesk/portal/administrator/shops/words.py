"""The words of shops at the desk."""

from django.utils.translation import pgettext_lazy

from helpdesk.marketplace.terms.restrictions import RestrictionKind

RESTRICTED = {
    RestrictionKind.DEMOTION: pgettext_lazy("of a shop", "Ranked lower"),
    RestrictionKind.MESSAGING: pgettext_lazy("of a shop", "Begins no conversations"),
    RestrictionKind.SELLING: pgettext_lazy("of a shop", "Selling restricted"),
    RestrictionKind.SUSPENSION: pgettext_lazy("of a shop", "Suspended"),
    RestrictionKind.REMOVAL: pgettext_lazy("of a shop", "Removed"),
}
