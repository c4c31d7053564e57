"""Columns under axial load, against Euler's formula taken anew."""

import math

import numpy as np
import pytest

from storyworld.physics.column_scenes import discrete_load
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

CARRIES = "A 1 m pinned 20 mm steel rod carries 5 kN"
FAILS = "A 1 m pinned 5 mm steel rod carries 5 kN"
STRAIGHT = "Pinned steel rod, 1 m long, 20 mm in diameter, E = 200 GPa, does not buckle under 10 kN"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CARRIES, ACHIEVED),
        (FAILS, IMPOSSIBLE),
        (FAILS.replace("carries", "buckles under"), ACHIEVED),
        (FAILS.replace("carries", "does not carry"), ACHIEVED),
        (STRAIGHT, ACHIEVED),
        (STRAIGHT.replace("does not buckle", "buckles"), IMPOSSIBLE),
        (STRAIGHT.replace("10 kN", "20 kN"), IMPOSSIBLE),
        ("Column: E=200 GPa, d=30 mm, L=1.5 m, K=2, P=30 kN, does not buckle", IMPOSSIBLE),
        ("A 500 mm long brass rod 8 mm in diameter, with both ends built in, is compressed axially "
         "by 2 kN and stays straight", ACHIEVED),
        ("A steel post 2 m high, 30 mm in diameter, fixed at the base and free at the top, buckles "
         "under 650 kg", ACHIEVED),
        ("A 10 cm long steel bar of 1 cm diameter with pinned ends carries 500 kN", IMPOSSIBLE),
        ("A steel strut 20 mm in diameter and 1 m long takes 20 kN without buckling", OPEN),
        ("A steel strut 20 mm in diameter and 1 m long buckles under 200 kN", ACHIEVED),
        (STRAIGHT + " off centre", OPEN),
        ("A column buckles gradually under an increasing load", OPEN),
    ],
)  # fmt: skip
def test_goals_are_decided_by_the_critical_load(text, expected):
    assert said(text) == ("column", expected)


def test_what_decides_and_is_not_given_is_named():
    assert missing(STRAIGHT.replace(", 1 m long", "")) == {"length"}
    assert missing(STRAIGHT.replace("Pinned steel", "Steel")) == {"end_factor"} or (
        said(STRAIGHT.replace("Pinned steel", "Steel"))[1] == OPEN
    )
    assert "inner_diameter" in missing(STRAIGHT.replace("rod", "tube"))
    assert "load" in missing("A pine post 1 m long and 5 cm square, pinned, supports a roof")


def test_a_tube_bends_by_both_its_diameters():
    text = ("A steel pipe, E = 200 GPa, 4 m long, outer diameter 60 mm, wall thickness 3 mm, "
            "clamped at both ends, buckles under an axial load of 20 kN")  # fmt: skip
    inertia = math.pi / 64 * (0.06**4 - 0.054**4)
    found = evidence(beat_of(text).scenario, "critical_load")
    assert found == pytest.approx(math.pi**2 * 200e9 * inertia / (0.5 * 4) ** 2)


def test_the_margin_goes_one_way_with_each_parameter():
    scenario = beat_of(STRAIGHT).scenario
    for parameter, values, way in [
        ("load", [1e2, 1e4, 1e6], falls),
        ("length", [0.2, 1.0, 5.0], falls),
        ("diameter", [0.005, 0.02, 0.1], rises),
        ("modulus", [1e9, 2e11, 1e12], rises),
        ("end_factor", [0.5, 1.0, 2.0], falls),
    ]:
        assert way(margins(scenario, "stays_straight", parameter, values)), parameter


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(STRAIGHT) == outcome(STRAIGHT.replace("20 mm", "2 cm")) == "stays_straight"
    assert outcome(FAILS) == outcome(FAILS.replace("1 m", "100 cm")) == "fails"


@pytest.mark.parametrize(("factor", "diameter"), [(1.0, 0.02), (0.5, 0.004), (2.0, 0.1)])
def test_a_chain_of_links_buckles_at_eulers_load(factor, diameter):
    inertia = math.pi / 64 * diameter**4
    values = {"end_factor": factor, "length": 1.7, "modulus": 7e10, "second_moment": inertia}
    euler = math.pi**2 * 7e10 * inertia / (factor * 1.7) ** 2
    assert discrete_load(values) == pytest.approx(euler, rel=1e-3)


@pytest.mark.parametrize("factor", [0.1, 0.97, 1.03, 8.0])
def test_the_staged_column_bows_exactly_beyond_the_critical_load(factor):
    scenario = beat_of(STRAIGHT).scenario
    critical = math.pi**2 * 200e9 * math.pi / 64 * 0.02**4
    assert evidence(scenario, "critical_load") == pytest.approx(critical)
    _, motion, places = moved(changed(scenario, load=factor * critical), rate_hz=20.0)
    bow = np.ptp(motion.poses[:, places["marker"], 0])
    assert bool(bow > 0.05) is (factor > 1)


@pytest.mark.parametrize("text", [CARRIES, STRAIGHT, STRAIGHT.replace("10 kN", "16 kN")])
def test_the_film_bears_the_solver_out(text):
    beat = beat_of(text)
    assert not judged(beat).conflicts
    scene = family_named("column").stage(beat.scenario)
    assert frame_shot(scene, Framing()).camera.frame_count > 10
    marker = next(b for b in scene.bodies if b.name == "marker")
    assert sum(b.colour == marker.colour for b in scene.bodies) == 1
