"""By how much faster or slower than life a process is filmed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.physics.fast_motion import pace


@given(st.floats(1e-6, 1e9))
def test_a_film_lasts_neither_a_moment_nor_long(duration_s):
    assert 0.8 * (1 - 1e-6) <= duration_s / pace(duration_s) <= 10.0 * (1 + 1e-6)


@pytest.mark.parametrize(
    ("duration_s", "factor"), [(1.0, 1.0), (10.0, 1.0), (15.0, 2.0), (90.0, 10.0), (0.4, 0.5)]
)
def test_the_factor_is_round(duration_s, factor):
    assert pace(duration_s) == factor


def test_what_takes_no_time_is_refused():
    with pytest.raises(ValueError, match="time"):
        pace(0.0)
