"""How a date ended, in a word."""

from django.utils.translation import pgettext_lazy

VERDICTS = {
    "met": pgettext_lazy("a date of a case", "in time"),
    "late": pgettext_lazy("a date of a case", "late"),
    "missed": pgettext_lazy("a date of a case", "missed"),
}
