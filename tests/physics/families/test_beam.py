"""Beams under load, against the tables of strength of materials taken anew."""

import pytest

from storyworld.physics.beam_scenes import Beam, solve_beam
from storyworld.physics.families import family_named
from storyworld.physics.staging import frame_shot
from storyworld.records.scenario import Framing
from tests.physics.families.asked import (
    ACHIEVED,
    IMPOSSIBLE,
    OPEN,
    beat_of,
    changed,
    evidence,
    falls,
    margins,
    missing,
    moved,
    outcome,
    rises,
    said,
)
from tests.physics.families.filmed import judged

HOLDS = "A 0.8 m pine shelf (0.25 m x 18 mm, 40 MPa) holds 20 kg at mid-span"
BREAKS = "A 3 mm thick 0.8 m pine shelf holds 100 kg at mid-span"
JOIST = (
    "A beam with span 4 m, width 100 mm, depth 200 mm, strength 24 MPa withstands {} at mid-span"
)
TABLE = {
    ("ends", False): (1 / 4, 1 / 48), ("ends", True): (1 / 8, 5 / 384),
    ("one end", False): (1.0, 1 / 3), ("one end", True): (1 / 2, 1 / 8),
    ("fixed", False): (1 / 8, 1 / 192), ("fixed", True): (1 / 12, 1 / 384),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HOLDS, ACHIEVED),
        (BREAKS, IMPOSSIBLE),
        (BREAKS.replace("holds", "breaks under"), ACHIEVED),
        (HOLDS.replace("holds", "does not hold"), IMPOSSIBLE),
        (HOLDS.replace("holds 20 kg", "does not break under 20 kg"), ACHIEVED),
        (JOIST.format("10 kN"), ACHIEVED),
        (JOIST.format("20 kN"), IMPOSSIBLE),
        ("L=2 m, b=50mm, t=50mm, strength 10 MPa, uniformly distributed load 4 kN/m, simply "
         "supported beam holds", IMPOSSIBLE),
        ("A pine board 20 mm thick and 200 mm wide sticks out 1.5 m from a wall and holds a 100 kg "
         "man at its tip", IMPOSSIBLE),
        ("A 2 m plank 20 cm wide and 3 cm thick breaks under 100 kg in the middle", OPEN),
        ("A glass shelf, 1 m x 20 cm x 4 mm, holds ten 4 kg books spread evenly along it", OPEN),
        ("A pine shelf 80 cm long, 20 cm wide and 2 cm thick holds 10 kg put down 20 cm from one "
         "end", OPEN),
        (HOLDS + " when it is dropped on it", OPEN),
    ],
)  # fmt: skip
def test_goals_are_decided_by_the_stress(text, expected):
    assert said(text) == ("beam", expected)


def test_a_load_that_grows_until_it_breaks_the_shelf_is_incomplete_and_not_to_be_seen():
    text = "A shelf supports increasing weight over time until it collapses."
    assert said(text) == ("beam", OPEN)
    assert not beat_of(text).scenario.intent.requires_visual_verification


def test_what_decides_and_is_not_given_is_named():
    assert missing(HOLDS.replace(" 20 kg", " books")) == {"load_mass"}
    assert "thickness" in missing("A wooden shelf 90 cm long and 25 cm wide holds 35 kg")
    assert "pieces" in missing("A pine shelf 1 m long and 2 cm thick holds books of 2 kg each")
    assert missing("A 2 m plank 20 cm wide and 3 cm thick breaks under 100 kg in the middle") == {
        "strength"
    }


@pytest.mark.parametrize(("limit", "expected"), [("4 mm", ACHIEVED), ("1 mm", IMPOSSIBLE)])
def test_how_far_it_sags(limit, expected):
    text = (
        "A steel beam 2 m long, 50 mm x 50 mm, E = 200 GPa, loaded with 1 kN in the middle, sags "
    )
    assert said(text + f"less than {limit}") == ("beam", expected)
    scenario = beat_of(text + f"less than {limit}").scenario
    assert evidence(scenario, "sag") == pytest.approx(1000 * 8 / (48 * 200e9 * 0.05**4 / 12))


def test_the_margin_goes_one_way_with_each_parameter():
    scenario = beat_of(HOLDS).scenario
    for parameter, values, way in [
        ("load_mass", [1.0, 20.0, 500.0], falls),
        ("length", [0.3, 0.8, 3.0], falls),
        ("width", [0.1, 0.25, 0.6], rises),
        ("thickness", [0.005, 0.018, 0.05], rises),
        ("strength", [1e7, 4e7, 1e8], rises),
    ]:
        assert way(margins(scenario, "holds", parameter, values)), parameter


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(HOLDS) == outcome(HOLDS.replace("0.8 m", "80 cm")) == "holds"
    assert outcome(HOLDS.replace("20 kg", "44 lb")) == "holds"
    assert outcome(BREAKS) == outcome(BREAKS.replace("100 kg", "1 kN")) == "breaks"


@pytest.mark.parametrize(("held", "spread"), list(TABLE))
def test_the_elements_bend_as_the_tables_say(held, spread):
    load, length, stiffness = 500.0, 1.6, 900.0
    bent = solve_beam(Beam(length, stiffness, held, spread, load))
    bending, sagging = TABLE[held, spread]
    assert abs(bent.moments_n_m).max() == pytest.approx(bending * load * length, rel=0.01)
    sag = sagging * load * length**3 / stiffness
    assert -bent.shape_m.min() == pytest.approx(sag, rel=0.01)


@pytest.mark.parametrize("kilograms", [20.0, 65.0, 72.0, 200.0])
def test_the_staged_shelf_breaks_exactly_beyond_its_strength(kilograms):
    scenario = changed(beat_of(HOLDS).scenario, load_mass=kilograms, load=kilograms * 9.81)
    stress = kilograms * 9.81 * 0.8 / 4 / (0.25 * 0.018**2 / 6)
    assert evidence(scenario, "stress") == pytest.approx(stress)
    _, motion, places = moved(scenario, rate_hz=20.0)
    down = motion.poses[0, places["load"], 1] - motion.poses[-1, places["load"], 1]
    assert bool(down > 0.1) is (stress > 40e6)


@pytest.mark.parametrize("text", [HOLDS, BREAKS, JOIST.format("20 kN")])
def test_the_film_bears_the_solver_out(text):
    beat = beat_of(text)
    assert not judged(beat).conflicts
    scene = family_named("beam").stage(beat.scenario)
    assert frame_shot(scene, Framing()).camera.frame_count > 10
    load = next(b for b in scene.bodies if b.name == "load")
    assert sum(b.colour == load.colour for b in scene.bodies) == 1
