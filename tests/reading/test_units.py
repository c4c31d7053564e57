import pint
import pytest

from storyworld.reading.units import unit_at, written_units
from storyworld.records.quantity import Unit

CANONICAL = {Unit.ONE: "dimensionless", Unit.DEGREE: "degree", Unit.KELVIN: "kelvin"}


@pytest.fixture(scope="module")
def pint_units() -> pint.UnitRegistry:
    return pint.UnitRegistry(autoconvert_offset_to_baseunit=True)


@pytest.mark.parametrize("written", written_units(), ids=lambda w: w.symbol)
def test_every_factor_of_the_table_agrees_with_pint(written, pint_units):
    canonical = CANONICAL.get(written.unit, str(written.unit))
    for value in (1.0, 7.5):
        converted = pint_units.Quantity(value, written.symbol).to(canonical).magnitude
        assert value * written.factor + written.offset == pytest.approx(converted, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("5 m/s", "m/s"), ("5m/s", "m/s"), ("5 m / s", "m/s"), ("5 metres per second", "m/s"),
        ("5 m s^-1", "m/s"), ("5 m·s⁻¹", "m/s"), ("72 km/h", "km/hour"), ("60 mph", "mile/hour"),
        ("9.8 m/s²", "m/s^2"), ("9.8 m/s^2", "m/s^2"), ("9.8 m/s2", "m/s^2"),
        ("9.8 m/s/s", "m/s^2"),
        ("9.8 metres per second squared", "m/s^2"), ("9.8 m s⁻²", "m/s^2"), ("5-metre", "m"),
        ("45°", "degree"), ("45 deg", "degree"), ("20 °C", "degC"), ("5 cm", "cm"), ("12 in box",
        "inch"), ("3 M", "m"), ("5 KG", "kg"), ("2 MW", "megawatt"), ("5 N/m", "newton/m"),
        ("10 %", "percent"), ("3 per cent", "percent"), ("7850 kg/m^3", "kg/m^3"),
    ],
)  # fmt: skip
def test_a_unit_is_read_in_the_spellings_people_use(text, symbol):
    found = unit_at(text, len(text) - len(text.lstrip("0123456789.")))
    assert found is not None
    assert found.written.symbol == symbol


@pytest.mark.parametrize(
    "text",
    ["5 mu", "5 in under 3 s", "5 sm", "5 mw", "5 stands", "5 m^4", "5 zebras", "5", "5 m2x"],
)
def test_what_is_no_unit_is_not_read_as_one(text):
    assert unit_at(text, 1) is None


def test_speeds_and_accelerations_are_composed_of_lengths_and_times(pint_units):
    for length in ("m", "km", "ft", "miles", "cm"):
        for time in ("s", "h", "minute"):
            for power in (1, 2):
                text = f"3 {length}/{time}" + ("²" if power == 2 else "")
                found = unit_at(text, 1)
                assert found is not None, text
                expected = pint_units.Quantity(1.0, f"{length}/{time}**{power}")
                factor = expected.to(str(found.written.unit)).magnitude
                assert found.written.factor == pytest.approx(factor, rel=1e-12)
