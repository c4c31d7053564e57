"""Bodies in liquids, against Archimedes' principle taken anew."""

import numpy as np
import pytest

from tests.physics.families.asked import (
    ACHIEVED,
    IMPOSSIBLE,
    OPEN,
    beat_of,
    changed,
    evidence,
    falls,
    framed,
    margins,
    missing,
    moved,
    outcome,
    rises,
    said,
)
from tests.physics.families.filmed import judged

FLOATS = "A 700 kg/m^3 oak cube floats in water"
SINKS = "A solid 7850 kg/m^3 steel cube floats in water"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FLOATS, ACHIEVED),
        (SINKS, IMPOSSIBLE),
        (FLOATS.replace("floats", "sinks"), IMPOSSIBLE),
        (SINKS.replace("floats", "does not float"), ACHIEVED),
        ("A cork bobs on the surface of a pond", ACHIEVED),
        ("A gold ring floats in mercury", IMPOSSIBLE),
        ("A steel ball floats in mercury", ACHIEVED),
        ("rho_obj = 1.2 g/cm3, rho_fluid = 0.9 g/cm3, floats", IMPOSSIBLE),
        ("An egg of 60 g and 55 mL sinks in brine with a density of 1.2 g/cm3", IMPOSSIBLE),
        ("A human floats in a lake", OPEN),
        ("A wooden log sinks in petrol", OPEN),
        ("A wooden log floats one metre above the water", OPEN),
        ("A log floats in water until it is waterlogged", OPEN),
    ],
)
def test_goals_are_decided_by_the_densities(text, expected):
    assert said(text) == ("buoyancy", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A sealed steel box, 30 cm x 20 cm x 10 cm, weighing 8 kg, floats in a lake", IMPOSSIBLE),
        ("A 5 kg hollow aluminium sphere 30 cm in diameter floats in fresh water", ACHIEVED),
        ("A 12 m3 pontoon weighing 4 t supports a 6 tonne lorry in fresh water", ACHIEVED),
        ("A 12 m3 pontoon weighing 4 t supports a 9 tonne load in fresh water", IMPOSSIBLE),
        ("A pine raft, 3 m long, 2 m wide and 25 cm thick, carries 400 kg without going under",
         ACHIEVED),
        ("A stone of 2 kg thrown in a 10 L bucket of water goes straight to the bottom", ACHIEVED),
    ],
)  # fmt: skip
def test_of_what_holds_air_mass_and_volume_tell(text, expected):
    assert said(text) == ("buoyancy", expected)


def test_a_hull_without_mass_is_not_decided_by_what_it_is_made_of():
    assert {"mass", "volume"} <= missing("A hollow steel hull floats in water")
    assert "volume" in missing("A boat carries 500 kg without sinking")
    assert missing("A sealed 12 kg drum floats in sea water") >= {"volume"}


def test_surface_tension_is_not_decided_and_a_metal_spoon_sinks():
    assert said("A steel needle laid gently on water floats") == ("buoyancy", OPEN)
    assert said("A metal spoon floats in the bath") == ("buoyancy", IMPOSSIBLE)
    assert said("A metal spoon sinks in a sink full of water") == ("buoyancy", ACHIEVED)


def test_what_decides_and_is_not_given_is_named():
    assert missing("A cube of density 1100 kg/m^3 sinks in a liquid") == {"fluid_density"}
    assert "density" in missing("A ball is dropped into water and floats")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An iceberg floats with about 90 % of its volume under water", ACHIEVED),
        ("At least 20 % of an ice cube shows above the surface of fresh water", IMPOSSIBLE),
        ("A 750 kg/m3 log floats with 25 % of it above the surface of a lake", ACHIEVED),
        ("A balsa cube floats with less than 30 % of its volume submerged in water", ACHIEVED),
        ("A neutrally buoyant probe of mass 5.13 kg and volume 5.00 L hovers in sea water of "
         "density 1026 kg/m3", ACHIEVED),
    ],
)  # fmt: skip
def test_how_deep_it_lies(text, expected):
    assert said(text) == ("buoyancy", expected)


def test_the_margin_goes_one_way_with_each_parameter():
    scenario = beat_of(FLOATS).scenario
    assert falls(margins(scenario, "floats", "density", [100.0, 700.0, 3000.0]))
    assert rises(margins(scenario, "floats", "fluid_density", [600.0, 1000.0, 13000.0]))
    assert rises(margins(scenario, "sinks", "density", [100.0, 700.0, 3000.0]))
    laden = beat_of("A 12 m3 pontoon weighing 4 t supports a 6 tonne lorry in water").scenario
    assert falls(margins(laden, "floats", "cargo", [0.0, 1e3, 1e4]))
    assert rises(margins(laden, "floats", "volume", [5.0, 12.0, 30.0]))


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(FLOATS) == outcome(FLOATS.replace("700 kg/m^3", "0.7 g/cm^3")) == "floats"
    assert outcome(SINKS) == outcome(SINKS.replace("7850 kg/m^3", "7.85 g/cm3")) == "sinks"


@pytest.mark.parametrize("density", [50.0, 300.0, 700.0, 950.0])
def test_the_staged_body_comes_to_rest_as_deep_as_the_law_says(density):
    scenario = changed(beat_of(FLOATS).scenario, density=density, fluid_density=1000.0)
    scene, motion, places = moved(scenario)
    edge = scene.bodies[places["body"]].shape.width_m
    wet = 0.5 - motion.poses[-1, places["body"], 1] / edge
    assert wet == pytest.approx(density / 1000.0, abs=0.01)
    assert evidence(scenario, "submerged_fraction") == pytest.approx(density / 1000.0)


@pytest.mark.parametrize(("density", "sinks"), [(990.0, False), (1010.0, True), (7850.0, True)])
def test_the_staged_body_sinks_exactly_if_it_is_denser(density, sinks):
    scenario = changed(beat_of(FLOATS).scenario, density=density, fluid_density=1000.0)
    scene, motion, places = moved(scenario)
    edge = scene.bodies[places["body"]].shape.width_m
    down = np.ptp(motion.poses[:, places["body"], 1])
    assert bool(down > 2 * edge) is sinks


@pytest.mark.parametrize(
    "text", [FLOATS, SINKS, "A human body of 985 kg/m^3 floats in fresh water"]
)
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10
