"""Changes of phase between two temperatures, and which way it goes: counted, or left open."""

import pytest

from storyworld.physics.heat_phases import points_of
from storyworld.physics.materials import MATERIALS
from tests.physics.families.asked import (
    ACHIEVED,
    IMPOSSIBLE,
    OPEN,
    beat_of,
    evidence,
    framed,
    missing,
    said,
)
from tests.physics.families.filmed import judged

FREEZER = "A freezer of 100 W cools 1 kg of water from 20 C to -18 C in {}"
# By hand: 4185 J/(kg K) × 20 K + 334 kJ/kg + 2060 J/(kg K) × 18 K, at 100 W.
FREEZER_S = (4185 * 20 + 334e3 + 2060 * 18) / 100


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (FREEZER.format("1 hour"), IMPOSSIBLE),
        (FREEZER.format("2 hours"), ACHIEVED),
        (FREEZER.format("1 hour").replace("cools", "does not cool"), ACHIEVED),
        ("1 kg of water is brought from 20 °C down to -18 °C in one hour by a 100 W freezer",
         IMPOSSIBLE),
        ("A 100 W freezer chills 1 kg of water from 4 C down to -10 C in 1 hour", IMPOSSIBLE),
        ("A 100 W freezer chills 1 kg of water from 4 C down to -10 C in 2 hours", ACHIEVED),
        ("A 100 W freezer chills 1 kg of ice from -5 C to -18 C in 10 min", ACHIEVED),
        ("100 kJ cools 1 kg of water from 20 C to -10 C", IMPOSSIBLE),
        ("It takes at least 300 kJ to cool 1 kg of water from 10 C to -10 C", ACHIEVED),
        ("50 kJ is enough to warm 1 kg of snow from -5 C to 5 C", IMPOSSIBLE),
        ("A 500 W microwave heats 300 g of ice from -18 C to 60 C in 6 min", IMPOSSIBLE),
        ("A 500 W microwave heats 300 g of ice from -18 C to 60 C in 7 min", ACHIEVED),
        ("A 1 kW heater warms 1 kg of water from -10 C to 20 C in 1 min", IMPOSSIBLE),
    ],
)  # fmt: skip
def test_melting_and_freezing_on_the_way_take_their_heat(text, outcome):
    assert said(text) == ("heat", outcome)


def test_the_time_counts_both_heat_capacities_and_the_latent_heat():
    scenario = beat_of(FREEZER.format("1 hour")).scenario
    assert evidence(scenario, "heating_time") == pytest.approx(FREEZER_S, rel=1e-3)


@pytest.mark.parametrize(
    "text",
    [
        "A kettle with 3 kW heats 2 kg of water from 10 C to 150 C in 10 min",
        "Heating 2 kg of water from 10 C to 150 C takes under 10 min with 3 kW",
        "A 3 kW heater heats 2 kg of ethanol from 10 C to 200 C in 10 min",
        "A heater of 2 kW brings 1 kg of water from 100 C to 110 C in 1 min",
        "A 1 kW heater heats 1 kg of milk from 20 C to 130 C in 10 min",
        "A 1 kW heater heats 1 kg of seawater from 20 C to 110 C in 10 min",
        "A 1 kW heater heats 1 kg of mercury from 20 C to 400 C in 10 min",
        "A 1 kW heater heats 1 kg of copper from 20 C to 1200 C in 20 min",
        "A 1 kW heater heats 1 kg of wax from 20 C to 90 C in 10 min",
        "A freezer of 100 W cools 1 kg of oil from 20 C to -18 C in 1 hour",
        "A 100 W freezer chills 1 kg of milk from 5 C to -18 C in 10 min",
        "1 kg of ice at -20 °C becomes water at 150 °C after 12 minutes on a 1 kW hot plate",
        "A 1 kW heater raises the temperature of 1 kg of water from 20 C by 100 C within 10 min",
        "A 500 W freezer lowers the temperature of 1 kg of water from 20 C by 30 C within 5 min",
        "A 2 kW kettle heats 1 kg of water by 120 C in 10 min",
    ],
)
def test_a_change_of_phase_whose_heat_is_not_known_is_missing(text):
    assert said(text)[1] == OPEN
    assert "latent_heat" in missing(text)


def test_what_does_not_even_suffice_without_boiling_is_impossible_all_the_same():
    cold = "A 100 W heater heats 2 kg of water from 10 C to 150 C in 10 min"
    assert said(cold) == ("heat", IMPOSSIBLE)
    assert said(cold.replace("heats", "does not heat")) == ("heat", ACHIEVED)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("1 kg of ice at 5 C melts in 10 min with 1 kW", "start"),
        ("1 kW melts 1 kg of ice at room temperature in 10 min", "start"),
        ("A 1 kW heater warms 1 kg of ice from 5 C to 20 C in 1 min", "start"),
        ("1 kg of water at -5 C freezes in 10 min with 1 kW", "start"),
        ("300 W melts 1 kg of lead, from 400 °C, in under 10 minutes", "start"),
        ("A 2 kW kettle boils 1 kg of water at 120 C in 3 min", "start"),
        ("A 2 kW kettle boils 1 kg of water at 100 C in 3 min", "latent_heat"),
        ("1 kg of ice at -20 °C becomes water at -5 °C after 12 minutes on a 1 kW hot plate",
         "end"),
        ("A 100 W freezer freezes 1 kg of water from 20 C to 5 C in 1 hour", "end"),
        ("A kettle of 2 kW heats 1 kg of water from 20 C to 20 C in 1 min", "end"),
    ],
)  # fmt: skip
def test_what_contradicts_its_own_temperature_is_refused(text, lacking):
    assert said(text)[1] == OPEN
    assert lacking in missing(text)


@pytest.mark.parametrize(
    "text",
    [
        "A 1 kW heater heats 1 kg of water from 50 C to 20 C in 5 min",
        "A 1 kW heater cools 1 kg of water from 50 C to 20 C in 5 min",
        "A 1 kW heater brings 1 kg of water from 50 C to 20 C in 5 min",
        "1 kg of water is cooled from 50 C to 20 C by a 1 kW heater in 5 min",
        "1 kW warms 1 kg of water from 50 C to 20 C in 5 min",
        "A 1 kW freezer cools 1 kg of water from 20 C to 50 C in 5 min",
        "A 1 kW freezer warms 1 kg of water from 20 C to 50 C in 5 min",
        "A freezer of 1 kW brings 1 kg of water from 20 C to 50 C in 5 min",
    ],
)
def test_a_heater_does_not_cool_nor_a_freezer_heat(text):
    assert said(text)[1] == OPEN
    assert "end" in missing(text)


@pytest.mark.parametrize(
    "text",
    [
        "A freezer of 100 W cools 1 kg of water from 20 C to 4 C in 1 hour",
        "A kettle with 3 kW heats 2 kg of water from 10 C to 90 C in 10 min",
        "A 3 kW heater heats 2 kg of ethanol from 10 C to 70 C in 10 min",
        "A 3 kW kettle heats 2 kg of water to 90 C in 10 min from 10 C",
        "A 2 kW stove heats 1 L of water from 68 F to 212 F in 3 min",
        "A 1 kW burner brings 1 kg of water from 273 K to 300 K in 6 min",
        "A 2 kW kettle boils 1 kg of water from 20 C in 3 min",
        "A 1 kW heater boils away 1 kg of water from 20 °C to 120 C within 60 minutes",
        "A 1 kW heater heats 1 kg of lead from 20 C to 300 C in 2 min",
        "A 1 kW heater warms 1 kg of ice from -10 C to -2 C in 1 min",
        "A 1 kW heater melts 1 kg of ice from -10 C to 0 C in 10 min",
        "A 1 kW heater raises the temperature of 1 kg of water from 20 C by 70 C within 10 min",
        "A 100 W fridge cools 1 kg of milk from 20 C to 5 C in 20 min",
        "A 100 W fridge brings 1 kg of water from 20 C to 5 C in 20 min",
        "1 kg of water in a kettle cools from 90 C to 60 C in 30 min, losing 100 W",
        "A 2 kW kettle that loses 30 % of its heat brings 1 L of water from 10 °C to 90 °C in "
        "5 minutes",
        "1 kg of ice at 32 F melts in 6 min with 1 kW",
        "1 kg of molten lead solidifies from 400 C in 2 min at 500 W",
        "1 kg of water taken off the stove cools from 90 C to 60 C in 25 min, losing 100 W",
        "1 kg of iron cools from 900 C to 100 C in 10 min losing 700 W",
    ],
)
def test_what_stays_in_its_phase_or_counts_it_is_decided_as_before(text):
    assert said(text) == ("heat", ACHIEVED)


@pytest.mark.parametrize(
    ("text", "low_c", "high_c"),
    [
        ("A kettle with 3 kW heats 2 kg of water from 10 C to 90 C in 10 min", 0, 100),
        ("A 2 kW kettle boils 1 kg of water from 20 C in 3 min", 0, 100),
        ("A freezer of 100 W cools 1 kg of water from 20 C to 4 C in 1 hour", 0, 100),
        ("A freezer of 100 W cools 1 kg of water from 20 C to 4 C in 10 min", 0, 100),
        ("A 1 kW heater melts 1 kg of ice from -10 C in 10 min", -273, 0),
        ("A 1 kW heater warms 1 kg of ice from -10 C to 20 C in 10 min", -273, 100),
        (FREEZER.format("1 hour"), -273, 100),
        (FREEZER.format("2 hours"), -273, 100),
        ("A 1 kW heater boils away 1 kg of water at 100 °C within 40 minutes", 0, 100),
    ],
)
def test_temperatures_turn_the_finding_only_where_the_balance_holds(text, low_c, high_c):
    turning = beat_of(text).prediction.alternatives
    assert not {"turn"} & {a.parameter for a in turning}
    for a in turning:
        if a.parameter in {"start", "end"}:
            assert low_c - 0.3 <= a.limit.value - 273.15 <= high_c + 0.3, a.words
        if a.parameter == "latent_heat":
            assert a.asked.value > 0.0


@pytest.mark.parametrize(
    "text",
    [
        FREEZER.format("1 hour"),
        FREEZER.format("2 hours"),
        "A 500 W microwave heats 300 g of ice from -18 C to 60 C in 7 min",
        "A 100 W heater heats 2 kg of water from 10 C to 150 C in 10 min",
    ],
)
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("A kettle of 2 kW brings 1 kg of water from 20 C to 90 C in 3 min",
         "Then it heats it to 150 C in 5 min"),
        ("A kettle of 2 kW brings 1 kg of water from 20 C to 90 C in 3 min",
         "Then it heats it from 90 C to 150 C in 5 min"),
        ("A fridge of 100 W cools 1 kg of water from 20 C to 5 C in 20 min",
         "Then it cools it to -18 C in 30 min"),
    ],
)  # fmt: skip
def test_what_is_taken_over_from_the_goal_before_changes_its_phase_too(first, then):
    assert said(first) == ("heat", ACHIEVED)
    assert said(f"{first}. {then}") == ("heat", OPEN)


def test_a_share_that_is_lost_does_not_heat():
    text = "A 2 kW kettle that {} brings 1 L of water from 10 °C to 90 °C in 5 minutes"
    # 334 kJ at 1.4 kW are 239 s, at 0.6 kW 557 s.
    for lost in ("loses 30 % of its heat", "wastes 30 % of its power"):
        assert said(text.format(lost)) == ("heat", ACHIEVED)
    for lost in ("loses 70 % of its heat", "puts 30 % of its heat into the water"):
        assert said(text.format(lost)) == ("heat", IMPOSSIBLE)


def test_every_liquid_that_is_heated_has_points_in_order():
    for material in MATERIALS:
        points = points_of(material)
        if points.melts is not None and points.boils is not None:
            assert points.melts[1] < points.boils[0], material.name
