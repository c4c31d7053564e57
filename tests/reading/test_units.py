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
        ("5 litres", "litre"), ("5 L", "litre"), ("5 l", "litre"), ("55 mL", "millilitre"),
        ("5 m³", "m^3"), ("5 cu ft", "foot^3"), ("5 cubic metres", "m^3"), ("5 sq mm", "mm^2"),
        ("5 square feet", "foot^2"), ("5 L/min", "litre/minute"), ("3 kg/s", "kg/s"),
        ("4.18 kJ/(kg K)", "kilojoule/kg/kelvin"), ("4184 J/kgK", "joule/kg/kelvin"),
        ("4184 J/(kg·°C)", "joule/kg/kelvin"), ("4184 J/kg/K", "joule/kg/kelvin"),
        ("334 kJ/kg", "kilojoule/kg"), ("5 N m", "newton*m"), ("5 N·m", "newton*m"),
        ("50 lb-ft", "pound_force*foot"), ("50 ft-lb", "foot*pound_force"), ("75 hp", "horsepower"),
        ("5 kWh", "kilowatt_hour"), ("68 °F", "degF"), ("68 degrees Fahrenheit", "degF"),
        ("40 N/mm²", "newton/mm^2"), ("30 psi", "psi"), ("40 lbf", "pound_force"),
        ("20 lb/in", "pound_force/inch"), ("30 pounds per square inch", "pound_force/inch^2"),
        ("60 miles an hour", "mile/hour"), ("60 km/hr", "km/hour"), ("60 KM/H", "km/hour"),
        ("9.8 ms^-2", "m/s^2"), ("9.8 ms-2", "m/s^2"), ("5 ms", "ms"), ("3 rev/s", "revolution/s"),
        ("1000 kilograms per cubic metre", "kg/m^3"), ("1000 kg m^-3", "kg/m^3"),
        ("3 metres per second per second", "m/s^2"), ("12 in", "inch"), ("5\"", "inch"),
        ("5' fence", "foot"), ("30cmx20cm", "cm"), ("20 degrees per second", "degree/s"),
    ],
)  # fmt: skip
def test_a_unit_is_read_in_the_spellings_people_use(text, symbol):
    found = unit_at(text, len(text) - len(text.lstrip("0123456789.")))
    assert found is not None
    assert found.written.symbol == symbol


@pytest.mark.parametrize(
    "text",
    [
        "5 mu",
        "5 in under 3 s",
        "5 sm",
        "5 mw",
        "5 stands",
        "5 m^4",
        "5 zebras",
        "5",
        "5 m2x",
        "5 in vacuum",
        "5 kg/m²",
        "5 kg·m/s",
        "7 kg m/s",
        "3 revolutions",
        "5 m" + "/s" * 500,
    ],
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


@pytest.mark.parametrize(
    "text",
    [
        "5 J/kg",
        "3 N/mm",
        "7 g/cm³",
        "2 kW h",
        "9 L/s",
        "4 kN m",
        "6 psi",
        "3 lb/in",
        "8 kcal/kg",
        "5 J/(kg °C)",
        "2 BTU/lb",
        "3 rad/s",
    ],
)
def test_compositions_agree_with_pint(text, pint_units):  # fmt: skip
    found = unit_at(text, 1)
    assert found is not None
    assert found.end == len(text)
    expected = pint_units.Quantity(1.0, found.written.symbol)
    canonical = CANONICAL.get(found.written.unit, str(found.written.unit))
    assert found.written.factor == pytest.approx(expected.to(canonical).magnitude, rel=1e-9)


@pytest.mark.parametrize(
    ("text", "symbol", "end"),
    [("5 m per box", "m", 3), ("5 kg m", "kg", 4), ("5 N mu 0.6", "newton", 3), ("5 m.", "m", 3)],
)
def test_what_goes_on_otherwise_is_left(text, symbol, end):
    found = unit_at(text, 1)
    assert (found.written.symbol, found.end) == (symbol, end)


def test_a_torque_is_no_energy():
    assert unit_at("5 N m", 1).written.unit is Unit.NEWTON_METRE
    assert unit_at("5 ft-lb of torque", 1).written.unit is Unit.NEWTON_METRE
    assert unit_at("5 ft-lb", 1).written.unit is Unit.JOULE


def test_the_next_thing_named_is_no_unit_of_the_number_before():
    assert unit_at("0.33 t=0.2mm", 4) is None
    assert unit_at("2 h = 3 m", 1) is None
    found = unit_at("0.33 t, of which", 4)
    assert found is not None
    assert found.written.symbol == "tonne"
