"""Rounding as people do it, half away from zero on the digits they can see, and means."""

from collections.abc import Iterable
from math import fsum

_TIE_GUARD = 1e-6
_EXACT_BELOW = 1e9  # up to here the error of one multiplication is far smaller than the guard


def half_up(x: float, places: int = 2) -> float:
    """Round half-up on the decimal repr of x.

    Equals `Decimal(repr(x)).quantize(..., ROUND_HALF_UP)` for every finite x; infinities and NaN
    come back as they are. `places` is 0 or more.
    """
    scale: int = 10**places
    scaled = x * scale
    if 0.0 <= scaled < _EXACT_BELOW:
        below = int(scaled)
        over = scaled - below - 0.5
        if over > _TIE_GUARD:
            return (below + 1) / scale
        if over < -_TIE_GUARD and below:
            return below / scale
    return _by_digits(x, places)


def _by_digits(x: float, places: int) -> float:
    if x < 0:
        return -_by_digits(-x, places)
    if x - x != 0 or x == 0:
        return x
    mantissa, _, exponent = repr(float(x)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    surplus = len(fraction) - int(exponent or 0) - places
    if surplus <= 0:
        return float(x)
    unit: int = 10**surplus
    rounded: int = (2 * int(whole + fraction) + unit) // (2 * unit)
    scale: int = 10**places
    return rounded / scale


def mean(values: Iterable[float]) -> float:
    """Give the mean of one or more numbers; `statistics` takes five milliseconds to import."""
    listed = list(values)
    return fsum(listed) / len(listed)
