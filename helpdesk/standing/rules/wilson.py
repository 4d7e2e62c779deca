"""Wilson's interval for a share, on answers alone: a person is asked to look only where it is no bad luck."""

from fractions import Fraction
from math import sqrt


def is_below(*, k: Fraction, n: Fraction, bound: Fraction, z: Fraction) -> bool:
    """Whether the upper bound of the share is under `bound`; exact, without a root."""
    return n > 0 and k < bound * n and _outside(k, n, bound, z) > 0


def reaches(*, k: Fraction, n: Fraction, bound: Fraction, z: Fraction) -> bool:
    """Whether the lower bound of the share is `bound` at least; exact, without a root."""
    return n > 0 and k >= bound * n and _outside(k, n, bound, z) >= 0


def interval(*, k: Fraction, n: Fraction, z: Fraction) -> tuple[float, float]:
    """Both bounds, for showing; 0 and 1 without any answer."""
    if not n:
        return 0.0, 1.0
    share, count, width = float(k / n), float(n), float(z)
    middle = share + width**2 / (2 * count)
    spread = width * sqrt(share * (1 - share) / count + width**2 / (4 * count**2))
    scale = 1 + width**2 / count
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def _outside(k: Fraction, n: Fraction, bound: Fraction, z: Fraction) -> Fraction:
    """Over 0 where `bound` lies outside the interval: (share - bound)² > z² bound (1 - bound) / n."""
    return (k - bound * n) ** 2 - z**2 * bound * (1 - bound) * n
