"""Rays, lenses and mirrors, against Snell's law and the lens equation taken anew."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyworld.physics.families import family_named
from storyworld.physics.optics_scenes import meeting, trace
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

TOTAL = "Light in water hitting the surface at 60 deg is totally reflected"
INTO = "Light going from air into water at 60 deg is totally reflected"
LENS = "A candle 30 cm in front of a converging lens with a focal length of 10 cm"
MAN = "a 1.8 m tall man"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TOTAL, ACHIEVED),
        (INTO, IMPOSSIBLE),
        (TOTAL.replace("60", "40"), IMPOSSIBLE),
        (TOTAL.replace("is totally", "is not totally"), IMPOSSIBLE),
        (INTO.replace("is totally", "is not totally"), ACHIEVED),
        (INTO.replace(" at 60 deg", ""), IMPOSSIBLE),
        (TOTAL.replace("is totally reflected", "escapes into the air"), IMPOSSIBLE),
        ("A diver's torch beam that hits the water surface from below at 55 degrees to the normal "
         "is totally reflected", ACHIEVED),
        ("n1=1.5, n2=1.33, theta=65 deg, total internal reflection", ACHIEVED),
        ("n1=1.5, n2=1.33, theta=50 deg, total internal reflection", IMPOSSIBLE),
        ("A ray in water meets the surface at 20 degrees to the surface and cannot escape",
         ACHIEVED),
        ("A ray going from air into water bends towards the normal", ACHIEVED),
        ("A ray going from water into air bends towards the normal", IMPOSSIBLE),
        ("Light enters glass of index 1.5 from air at 30 degrees and is refracted at about 19.5 "
         "degrees", ACHIEVED),
        ("Entering water from air at 45 degrees to the normal, a beam is bent to less than 30 "
         "degrees", IMPOSSIBLE),
        ("The critical angle for light going from water into air is about 48.7 degrees", ACHIEVED),
        ("Light hits a plane mirror at 35 degrees and is reflected at 55 degrees", IMPOSSIBLE),
    ],
)  # fmt: skip
def test_goals_are_decided_by_the_indices_and_the_angle(text, expected):
    assert said(text) == ("optics_ray", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LENS} has an image 15 cm behind the lens", ACHIEVED),
        (f"{LENS} is shown twice as large", IMPOSSIBLE),
        (f"{LENS} has a real image", ACHIEVED),
        (f"{LENS} has a virtual image", IMPOSSIBLE),
        ("A magnifying glass with a focal length of 10 cm shows a stamp 5 cm away twice as large",
         ACHIEVED),
        ("A diverging lens with f = 15 cm shows an object 30 cm away larger than it is",
         IMPOSSIBLE),
        (f"The image of {MAN} in a plane mirror is 1.8 m tall", ACHIEVED),
        (f"The image of {MAN} in a plane mirror is 3.6 m tall", IMPOSSIBLE),
        (f"A 1 m tall mirror shows all of {MAN}", ACHIEVED),
        (f"A 60 cm tall plane mirror shows {MAN} from head to toe", IMPOSSIBLE),
        ("A person standing 2 m from a plane mirror sees the image 4 m behind the mirror",
         IMPOSSIBLE),
        ("A lens shows an object twice as large", OPEN),
        (f"{MAN[0].upper()}{MAN[1:]} looks into a flat mirror 3 m tall", OPEN),
    ],
)  # fmt: skip
def test_images_are_decided_by_the_lens_equation(text, expected):
    assert said(text) == ("optics_ray", expected)


def test_what_decides_and_is_not_given_is_named():
    assert missing("A ray going from glass (n = 1.5) to air is totally reflected") == {"angle"}
    assert {"n1", "n2"} <= missing("Light at 50 degrees is totally reflected")
    assert "focal_length" in missing("A lens shows a candle 30 cm away twice as large")


def test_the_margin_goes_one_way_with_each_parameter():
    scenario = beat_of(TOTAL).scenario
    assert rises(margins(scenario, "totally_reflects", "n1", [1.0, 1.33, 2.4]))
    assert falls(margins(scenario, "totally_reflects", "n2", [1.0, 1.33, 2.4]))
    assert rises(margins(scenario, "totally_reflects", "angle", [5.0, 40.0, 85.0]))
    assert falls(margins(scenario, "refracts", "angle", [5.0, 40.0, 85.0]))
    lens = beat_of(f"{LENS} has a real image").scenario
    assert rises(margins(lens, "real_image", "object_distance", [0.05, 0.3, 2.0]))
    assert falls(margins(lens, "real_image", "focal_length", [0.05, 0.3, 2.0]))


def test_outcome_does_not_turn_on_the_unit():
    assert outcome(TOTAL) == outcome(TOTAL.replace("60 deg", "1.047 rad")) == "totally_reflects"
    text = f"{LENS} has a virtual image"
    assert outcome(text) == outcome(text.replace("30 cm", "0.3 m").replace("10 cm", "100 mm"))


@pytest.mark.parametrize(
    ("n1", "n2", "angle"), [(1.0, 1.33, 45.0), (1.5, 1.0, 30.0), (1.5, 1.33, 50.0), (1.0, 2.42, 70)]
)
def test_the_traced_ray_bends_by_snells_law(n1, n2, angle):
    line = trace(n1, n2, angle, np.linspace(0.0, 0.9 * (n1 + max(n1, n2)), 300))
    (x0, y0), (x1, y1) = line[-20], line[-1]
    found = math.degrees(math.atan2(x1 - x0, y1 - y0))
    expected = math.degrees(math.asin(n1 / n2 * math.sin(math.radians(angle))))
    assert found == pytest.approx(expected, rel=0.01)


@pytest.mark.parametrize("angle", [20.0, 47.0, 50.0, 70.0])
def test_the_staged_light_turns_back_exactly_beyond_the_critical_angle(angle):
    scenario = changed(beat_of(TOTAL).scenario, angle=angle)
    _, motion, places = moved(scenario, rate_hz=20.0)
    n = next(p.quantity.value for p in scenario.parameters if p.name == "n1")
    assert evidence(scenario, "sine") == pytest.approx(n * math.sin(math.radians(angle)), rel=1e-3)
    above = motion.poses[-1, places["pulse"], 1] > 0
    assert bool(above) is (n * math.sin(math.radians(angle)) < 1)


@settings(max_examples=8, deadline=None)
@given(st.floats(1.0, 2.4), st.floats(0.05, 1.5), st.floats(0.5, 85.0))
def test_light_into_a_denser_medium_always_gets_through(n1, more, angle):
    line = trace(n1, n1 + more, angle, np.linspace(0.0, 0.9 * (2 * n1 + more), 60))
    assert line[-1, 1] > 0


@settings(max_examples=60)
@given(st.floats(0.02, 1.0), st.floats(0.02, 5.0), st.booleans())
def test_traced_rays_meet_where_the_lens_equation_says(focal, away, diverging):
    f = -focal if diverging else focal
    if abs(away - f) < 1e-3:
        return
    x, tall = meeting(f, away, 0.1)
    assert 1 / x == pytest.approx(1 / f - 1 / away, rel=1e-6, abs=1e-9)
    assert abs(tall / 0.1) == pytest.approx(abs(f / (away - f)), rel=1e-6)


@pytest.mark.parametrize(
    "text", [TOTAL, INTO, TOTAL.replace("60", "40"), f"{LENS} has an image 15 cm behind the lens"]
)
def test_the_film_bears_the_solver_out(text):
    beat = beat_of(text)
    assert not judged(beat).conflicts
    scene = family_named("optics_ray").stage(beat.scenario)
    assert frame_shot(scene, Framing()).camera.frame_count > 10
