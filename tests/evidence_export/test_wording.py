"""How values are written for people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.evidence_export.wording import MARKS, brief, duration, percent, signed, usd
from storyworld.records.constraint import FindingStatus
from storyworld.records.episode import RunStatus
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.verdict import EpistemicState, OutcomeKind


@pytest.mark.parametrize(
    "kinds", [OutcomeKind, FindingStatus, EpistemicState, RunStatus], ids=lambda k: k.__name__
)
def test_every_value_has_a_shape_and_a_word_of_its_own(kinds: type) -> None:
    for position in (0, 1):
        assert len({MARKS[value][position] for value in kinds}) == len(list(kinds))


@given(st.floats(min_value=0, max_value=1))
def test_a_percentage_is_100_only_for_certainty_and_0_only_for_nothing(value: float) -> None:
    words = percent(value).replace("\N{NO-BREAK SPACE}", " ")
    assert (words == "100 %") == (value == 1)
    assert (words == "0 %") == (value == 0)
    assert words in {"< 1 %", "> 99 %"} or abs(float(words.removesuffix(" %")) - 100 * value) <= 0.5


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "$0.00"),
        (1.5, "$1.50"),
        (0.01, "$0.01"),
        (0.0004, "$0.0004"),
        (0.00002, "< $0.0001"),
        (None, "unknown"),
    ],
)
def test_money_is_not_rounded_away(value: float | None, words: str) -> None:
    assert usd(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, "–"), (0.0384, "38 ms"), (1.234, "1.23 s"), (12.34, "12.3 s"), (125, "2 min 05 s"),
     (0.9999, "1.00 s"), (9.999, "10.0 s"), (59.99, "1 min 00 s")],
)  # fmt: skip
def test_durations_have_about_three_digits(value: float | None, words: str) -> None:
    assert duration(value) == words


@pytest.mark.parametrize(
    ("value", "u", "words"),
    [
        (-0.52, 0.1, "−0.52 ± 0.10 m/s²"),
        (2.01963, 0.003, "2.0196 ± 0.0030 m/s²"),
        (2.0, 0.0996, "2.00 ± 0.10 m/s²"),
        (12345.6, 321.0, "12346 ± 321 m/s²"),
        (9.80665, 0.0, "9.807 m/s²"),
        (1.0, 1e-9, "1 ± 1e−09 m/s²"),
        (0.0, 0.0, "0 m/s²"),
    ],
)
def test_a_quantity_has_two_digits_of_its_uncertainty(value: float, u: float, words: str) -> None:
    quantity = Quantity(value=value, unit=Unit.METRE_PER_SECOND_SQUARED, uncertainty=u)
    assert brief(quantity).replace("\N{NO-BREAK SPACE}", " ") == words


@given(st.floats(-1e9, 1e9, allow_subnormal=False), st.floats(0, 1e9, allow_subnormal=False))
def test_a_written_quantity_differs_from_its_value_by_little_of_its_uncertainty(
    value: float, u: float
) -> None:
    words = brief(Quantity(value=value, unit=Unit.ONE, uncertainty=u)).replace("−", "-")
    written, *spread = (float(part) for part in words.split(" ± "))
    assert abs(written - value) <= max(0.06 * u, abs(value) * 1e-3)
    if u > 0:
        assert spread == [pytest.approx(u, rel=0.06)]


def test_margins_carry_their_sign_and_angles_their_degrees() -> None:
    assert signed(Quantity(value=0.5, unit=Unit.ONE)) == "+0.5"
    assert signed(Quantity(value=-0.5, unit=Unit.ONE)) == "−0.5"
    assert brief(Quantity(value=25, unit=Unit.DEGREE)) == "25°"
