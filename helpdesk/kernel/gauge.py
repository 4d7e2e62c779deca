"""A number that a monitor reads: what rooms say of themselves, whoever publishes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """`name` as Prometheus has it, with its unit; `says` explains it; labels never hold anybody's name."""

    name: str
    says: str
    value: float
    labels: Mapping[str, str] = field(default_factory=dict)
