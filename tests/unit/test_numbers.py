from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crm.domain.numbers import half_up

NEAR_TIES = st.builds(
    lambda thousandths, step: (
        math.nextafter(thousandths / 1000, math.inf * step) if step else thousandths / 1000
    ),
    st.integers(-200_000, 200_000),
    st.sampled_from([-1, 0, 1]),
)


def by_decimal(x: float, places: int) -> float:
    with localcontext() as context:
        context.prec = 800
        return float(Decimal(repr(x)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(st.floats(allow_nan=False, allow_infinity=False), NEAR_TIES),
    st.sampled_from([2, 4, 0]),
)
@example(2.675, 2)
@example(-2.675, 2)
@example(-0.0, 2)
@example(-0.001, 2)
@example(5e-324, 2)
@example(1.7976931348623157e308, 2)
@example(1e22, 2)
@example(70368744177664.01, 2)
def test_it_rounds_the_repr_as_decimal_does(x: float, places: int) -> None:
    assert repr(half_up(x, places)) == repr(by_decimal(x, places))


@pytest.mark.parametrize("x", [math.inf, -math.inf])
def test_what_is_not_finite_comes_back(x: float) -> None:
    assert half_up(x) == x
    assert math.isnan(half_up(math.nan))


def test_whole_numbers_may_be_integers() -> None:
    assert half_up(60) == 60.0
    assert half_up(-60) == -60.0
    assert half_up(10**15) == 1e15
