"""Heating and changes of phase, against the heat balance taken anew."""

import numpy as np
import pytest

from storyworld.physics.heat_scenes import heat_supplied
from tests.physics.families.asked import (
    ACHIEVED,
    IMPOSSIBLE,
    OPEN,
    beat_of,
    changed,
    evidence,
    falls,
    framed,
    missing,
    moved,
    outcome,
    rises,
    said,
)
from tests.physics.families.filmed import beats_of, judged

BOILS = "A 2 kW kettle brings 1 kg of water from 20 C to 100 C in 3 min"
WEAK = BOILS.replace("2 kW", "500 W")
MELTS = "A 220 W heater melts 1 kg of ice at 0 °C in {} minutes"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BOILS, ACHIEVED),
        (WEAK, IMPOSSIBLE),
        (WEAK.replace("brings", "does not bring"), ACHIEVED),
        (BOILS.replace("brings", "does not bring"), IMPOSSIBLE),
        (MELTS.format(30), ACHIEVED),
        (MELTS.format(20), IMPOSSIBLE),
        ("300 g of ice that starts at -10 °C is not completely melted after 5 minutes on a 300 W "
         "hot plate", ACHIEVED),
        ("1 kg of ice at -20 °C becomes water at 50 °C after 12 minutes on a 1 kW hot plate",
         ACHIEVED),
        ("1 kg of ice at -20 °C becomes water at 50 °C after 8 minutes on a 1 kW hot plate",
         IMPOSSIBLE),
        ("A 1 kW heater boils away 1 kg of water at 100 °C within 30 minutes", IMPOSSIBLE),
        ("A freezer removing 60 W freezes 1 kg of water at 20 °C solid in one hour", IMPOSSIBLE),
        ("A freezer removing 60 W cools 1 kg of water from 20 °C to 5 °C in 20 minutes", ACHIEVED),
        ("50 kJ melts 1 kg of ice at 0 °C", IMPOSSIBLE),
        ("2 kg of ice at 0 °C needs at least 600 kJ to melt", ACHIEVED),
        ("A 500 W heater raises the temperature of 2 kg of water by 10 °C within 3 minutes",
         ACHIEVED),
        ("After 20 minutes with a 1 kW element, 5 kg of water that started at 20 °C is still below "
         "60 °C", IMPOSSIBLE),
        ("A 2 kW kettle that loses 30 % of its heat brings 1.5 L of water from 10 °C to 100 °C in "
         "5 minutes", IMPOSSIBLE),
        ("Two 1 kW heaters bring 3 L of water from 20 °C to 60 °C in 5 minutes", ACHIEVED),
        ("300 W melts 1 kg of lead, from 20 °C, in under 10 minutes", ACHIEVED),
    ],
)  # fmt: skip
def test_goals_are_decided_by_the_heat_balance(text, expected):
    assert said(text) == ("heat", expected)


def test_does_it_is_read_with_the_goal_before():
    (beat,) = beats_of("A 500 W kettle does it in 3 min", BOILS)
    assert beat.prediction.outcome == "not_yet"


@pytest.mark.parametrize("trap", ["On Mount Everest", "At high altitude", "In a pressure cooker"])
def test_pressure_is_not_decided(trap):
    assert said(f"{trap} {BOILS[0].lower()}{BOILS[1:]}")[1] == OPEN


def test_salt_and_supercooling_are_not_decided():
    assert said(BOILS.replace("water", "salted water"))[1] == OPEN
    assert said("A 100 W freezer turns 1 kg of supercooled water to ice in an hour")[1] == OPEN


def test_what_decides_and_is_not_given_is_named():
    assert missing(BOILS.replace("2 kW ", "")) == {"power"}
    assert "time" in missing(BOILS.replace(" in 3 min", ""))
    assert missing(BOILS.replace("1 kg of ", "")) == {"mass"}
    assert missing("A 2 kW kettle boils 1 litre of water in 170 s") == {"start"}
    assert said("A 2 kW kettle boils 1 litre of water in 20 s")[1] == IMPOSSIBLE


def test_the_time_goes_one_way_with_each_parameter():
    scenario = beat_of(BOILS).scenario
    each = 4185 * 80.0

    def times(**values: float) -> float:
        return evidence(changed(scenario, **values), "heating_time")

    assert times() == pytest.approx(each / 2000, rel=1e-3)
    assert rises([times(mass=m) for m in (0.1, 1.0, 9.0)])
    assert falls([times(power=p) for p in (100.0, 2000.0, 9000.0)])
    assert falls([times(efficiency=e) for e in (0.1, 0.6, 1.0)])
    assert falls([times(start=t) for t in (280.0, 300.0, 350.0)])
    assert rises([times(end=t, turn=t) for t in (300.0, 340.0, 373.0)])


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(BOILS) == outcome(BOILS.replace("1 kg", "1000 g")) == "changes_phase"
    assert outcome(BOILS) == outcome(BOILS.replace("20 C to 100 C", "68 °F to 212 °F"))
    assert outcome(WEAK) == outcome(WEAK.replace("3 min", "180 s")) == "not_yet"


@pytest.mark.parametrize("power", [50.0, 1000.0])
def test_power_acting_on_ice_takes_as_long_as_the_balance_says(power):
    values = {"mass": 0.4, "specific_heat": 2050.0, "latent_heat": 3.34e5,
              "specific_heat_after": 4186.0, "start": 253.15, "turn": 273.15}  # fmt: skip
    needed = 0.4 * (2050 * 20 + 3.34e5 + 4186 * 30)
    seconds = np.linspace(0.0, 1.1 * needed / power, 3000)
    supplied = heat_supplied(values, power, seconds)
    assert seconds[int((supplied >= needed).argmax())] == pytest.approx(needed / power, rel=0.01)


@pytest.mark.parametrize("minutes", [2.0, 2.7, 2.9, 10.0])
def test_the_staged_index_reaches_the_line_exactly_in_time(minutes):
    scenario = changed(beat_of(BOILS).scenario, heating_time_max=60 * minutes)
    _, motion, places = moved(scenario, rate_hz=20.0)
    reached = motion.poses[-1, places["index"], 1] >= 1.0
    assert bool(reached) is (60 * minutes * 2000 >= 4185 * 80)


@pytest.mark.parametrize("text", [BOILS, WEAK, MELTS.format(30), "50 kJ melts 1 kg of ice at 0 °C"])
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10
