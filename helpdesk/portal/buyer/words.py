"""The buyer's pages' own words for codes of offers."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

AVAILABILITY: dict[str, Promise] = {
    "in_stock": pgettext_lazy("on sale", "In stock"),
    "limited": pgettext_lazy("on sale", "Only a few left"),
    "out": pgettext_lazy("on sale", "Out of stock"),
    "not_sold": pgettext_lazy("on sale", "Not sold in your market"),
}
CONDITIONS: dict[str, Promise] = {
    "new": pgettext_lazy("condition", "New"),
    "used": pgettext_lazy("condition", "Used"),
    "refurbished": pgettext_lazy("condition", "Refurbished"),
}
GIVERS: dict[str, Promise] = {
    "seller": pgettext_lazy("guarantee of", "the Seller"),
    "producer": pgettext_lazy("guarantee of", "the manufacturer"),
}
