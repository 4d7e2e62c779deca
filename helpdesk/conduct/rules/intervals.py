"""How sure a share is."""

from math import sqrt
from typing import Final

_Z: Final = 1.959963984540054  # of 95 %, two-sided


def wilson(*, k: int, n: int) -> tuple[float, float]:
    """Bounds of a share of `k` in `n` > 0, with 95 % confidence (Wilson's score interval)."""
    p, z2 = k / n, _Z * _Z
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z * sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return max(0.0, middle - half), min(1.0, middle + half)
