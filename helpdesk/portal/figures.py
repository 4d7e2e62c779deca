"""Scores, shares and weights as the reader's locale writes them."""

from fractions import Fraction

from babel.numbers import format_decimal

from helpdesk.portal import locales

MILLI = 1000


def factor(amount: Fraction | float) -> str:
    """With three decimals, rounded half up as what is published: "0.922"."""
    exact = Fraction(amount)
    return decimal(Fraction(int(exact * MILLI + Fraction(1, 2)), MILLI), places=3)


def milli(amount: int) -> str:
    """Thousandths, with three decimals."""
    return decimal(Fraction(amount, MILLI), places=3)


def decimal(amount: Fraction | float, *, places: int) -> str:
    """With so many decimals."""
    pattern = "#,##0." + "0" * places
    return str(format_decimal(float(amount), format=pattern, locale=locales.locale()))


def short(amount: Fraction | float) -> str:
    """With two decimals at most: "0.5", "3"."""
    return str(format_decimal(float(amount), format="#,##0.##", locale=locales.locale()))


def percent(share: float) -> str:
    """Whole percent, without the sign: 1 and 0 only where it is all or nothing."""
    return str(min(99, max(1, round(share * 100))) if 0 < share < 1 else round(share * 100))
