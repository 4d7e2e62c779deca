"""How much a confirmed violation weighs: classes that a measure will turn into points."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from helpdesk.conduct.terms import Label

_LIGHT, _SERIOUS, _GRAVE = 1, 2, 3
_FAMILIES: Mapping[str, int] = MappingProxyType(
    {"A": _LIGHT, "B": _GRAVE, "C": _LIGHT, "D": _LIGHT, "E": 0, "M": _SERIOUS}
)


def weight_of(*, labels: Iterable[Label]) -> int:
    """The class of the gravest: 1 contact details, marketing, insults; 2 misleading; 3 deals, payment or
    terms outside, and threats. 0 where nothing of it is a violation: how well a question was answered is
    judged on samples.
    """
    return max((_GRAVE if label is Label.THREAT else _FAMILIES[label.family] for label in labels), default=0)
