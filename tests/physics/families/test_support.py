"""What is held up in the air, against the forces taken anew."""

import math

import numpy as np
import pytest

from storyworld.physics.fast_motion import pace
from tests.physics.families.asked import (
    ACHIEVED,
    IMPOSSIBLE,
    OPEN,
    beat_of,
    changed,
    evidence,
    framed,
    missing,
    moved,
    outcome,
    said,
)
from tests.physics.families.filmed import judged

BALLOON = "A 0.30 m radius helium balloon (10 g skin) rises in air"
ROPE = "A rope that breaks at 500 N holds a 60 kg climber"
DRONE = "A 2 kg drone with 25 N of total thrust climbs"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BALLOON, ACHIEVED),
        (BALLOON.replace("10 g", "200 g"), IMPOSSIBLE),
        (BALLOON.replace("radius", "diameter").replace("10 g", "20 g"), IMPOSSIBLE),
        (BALLOON.replace("rises", "does not rise"), IMPOSSIBLE),
        ("A helium balloon of 20 litres with a 5 g skin lifts a 10 g payload", ACHIEVED),
        ("A helium balloon of 20 litres with a 5 g skin lifts a 20 g payload", IMPOSSIBLE),
        ("A hot-air balloon of 2000 m^3 at 100 °C lifts 400 kg when it is 15 °C outside", ACHIEVED),
        ("A hot-air balloon of 2000 m^3 at 100 °C lifts 700 kg when it is 15 °C outside",
         IMPOSSIBLE),
        ("A balloon blown up with breath rises to the ceiling", IMPOSSIBLE),
        ("A balloon filled with CO2 sinks to the floor", ACHIEVED),
        ("A helium balloon rises on the Moon", IMPOSSIBLE),
        ("A helium balloon lifts an elephant", OPEN),
        ("A helium balloon of 1 m diameter and 300 g total mass hangs motionless in mid-air",
         IMPOSSIBLE),
        ("A stone hangs motionless from a rope in mid-air.", ACHIEVED),
        ("A stone hovers in mid-air", OPEN),
        ("A stone hovers on the stage", OPEN),
        ("A released stone stays in mid-air", IMPOSSIBLE),
        (ROPE, IMPOSSIBLE),
        (ROPE.replace("500 N", "800 N"), ACHIEVED),
        (ROPE.replace("holds", "snaps under"), ACHIEVED),
        ("Two ropes that each break at 300 N hold a 50 kg load", ACHIEVED),
        ("Two 30 kg boxes hang from a hook which breaks at 500 N", OPEN),
        ("A hook rated for 20 kg holds a 25 kg mirror", IMPOSSIBLE),
        ("An elephant hangs from a sewing thread", OPEN),
        ("A book rests on a table", ACHIEVED),
        (DRONE, ACHIEVED),
        (DRONE.replace("25 N", "15 N"), IMPOSSIBLE),
        ("A 2 kg drone with four motors of 6 N each hovers", ACHIEVED),
        ("A drone hovers above the garden", ACHIEVED),
        ("A drone hovers on the Moon", IMPOSSIBLE),
        ("A magnet levitates above a superconductor", ACHIEVED),
        ("A steel ball hovers above a permanent magnet", OPEN),
        ("A 100 kg stone levitates in an ultrasonic field", OPEN),
        ("An apple floats in the ISS", ACHIEVED),
    ],
)  # fmt: skip
def test_goals_are_decided_by_what_holds_the_body(text, expected):
    assert said(text) == ("support", expected)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A drone with 25 N of total thrust climbs", {"mass"}),
        ("A 2 kg drone hovers", {"force"}),
        ("A stone hovers in mid-air", {"support"}),
        ("A 0.30 m radius helium balloon rises in air", {"mass"}),
    ],
)
def test_what_decides_and_is_not_given_is_named(text, named):
    assert missing(text) == named


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(BALLOON) == outcome(BALLOON.replace("0.30 m", "30 cm")) == "rises"
    assert outcome(ROPE) == outcome(ROPE.replace("60 kg", "132.3 lb")) == "falls"


def test_a_balloon_lifts_what_the_air_it_displaces_weighs_more():
    volume = 4 / 3 * math.pi * 0.3**3
    spare = evidence(beat_of(BALLOON).scenario, "spare_lift")
    assert spare == pytest.approx((1.2 - 0.167) * volume - 0.01, rel=1e-3)


@pytest.mark.parametrize("kg", [5.0, 20.0, 45.0])
def test_more_mass_leaves_less_force_to_spare(kg):
    scenario = changed(beat_of(ROPE).scenario, mass=kg)
    assert evidence(scenario, "spare_force") == pytest.approx(500 - 9.81 * kg)


@pytest.mark.parametrize("thrust", [15.0, 19.0, 21.0, 25.0, 40.0])
def test_the_staged_drone_gains_what_the_net_force_gives(thrust):
    _, motion, places = moved(changed(beat_of(DRONE).scenario, force=thrust), 120.0)
    way = motion.poses[:, places["body"], 1] - motion.poses[0, places["body"], 1]
    gains = thrust / 2 - 9.81
    if gains <= 0:
        assert np.ptp(way) < 0.02
        return
    faster = pace(math.sqrt(2 * 1.4 / gains))
    at = int(np.argmax(way > 1.0))
    expected = 0.5 * gains * (motion.times_s[at] * faster) ** 2
    assert way[at] == pytest.approx(expected, rel=0.02)


@pytest.mark.parametrize(
    "text",
    [BALLOON, BALLOON.replace("10 g", "200 g"), ROPE, ROPE.replace("500", "800"), DRONE,
     "A stone hangs motionless from a rope in mid-air."],
)  # fmt: skip
def test_the_film_bears_the_solver_out(text):
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10
