"""On which heavenly body a goal plays, and that none gets the gravity of the Earth in silence."""

import math

import pytest

from storyworld.physics.heavenly_bodies import BODIES
from storyworld.physics.whereabouts import NOWHERE_ELSE, whereabouts
from storyworld.reading.words import Words
from tests.physics.families.asked import ACHIEVED, IMPOSSIBLE, OPEN, beat_of, framed, missing, said
from tests.physics.families.filmed import judged

DROP = "A ball dropped from 10 m {} lands in under {} s"


@pytest.mark.parametrize(
    ("place", "g"),
    [
        ("on Earth's moon", 1.62),
        ("on our moon", 1.62),
        ("on the moon of the Earth", 1.62),
        ("under lunar gravity", 1.62),
        ("on the surface of the Moon", 1.62),
        ("on Neptune", 11.15),
        ("above the surface of Neptune", 11.15),
        ("under Neptune's gravity", 11.15),
        ("on the planet Uranus", 8.87),
        ("on the Sun", 274.0),
        ("on the surface of the Sun", 274.0),
        ("on Pluto", 0.62),
        ("on the dwarf planet Ceres", 0.284),
        ("on Io", 1.796),
        ("on Jupiter's moon Io", 1.796),
        ("on the Jovian moon Europa", 1.315),
        ("on Titan, a moon of Saturn,", 1.352),
        ("on Saturn's largest moon Titan", 1.352),
        ("on Ganymede", 1.428),
        ("on Callisto", 1.236),
        ("on the Martian moon Phobos", 0.0057),
        ("on Jupiter’s moon Io", 1.796),
        ("on the dark side of the Moon", 1.62),
        ("in Mercury's gravity", 3.70),
        ("on neptune", 11.15),
        ("on Mercury", 3.70),
        ("on the planet Mercury", 3.70),
    ],
)
def test_a_fall_takes_the_time_of_the_body_it_plays_on(place, g):
    takes, slack = math.sqrt(20 / g), 0.4 if g < 0.01 else 0.05  # Phobos is no ball
    assert said(DROP.format(place, f"{(1 + slack) * takes:.3f}")) == ("free_fall", ACHIEVED)
    assert said(DROP.format(place, f"{(1 - slack) * takes:.3f}")) == ("free_fall", IMPOSSIBLE)
    stated = beat_of(DROP.format(place, 3)).scenario.parameter("gravity")
    assert stated is not None
    assert stated.quantity.value == g


@pytest.mark.parametrize(
    "place",
    [
        "on the ISS", "aboard the ISS", "in a freely falling lift", "in a freely falling elevator",
        "inside a lift in free fall", "in an elevator that is falling freely",
        "in a lift whose cable has snapped and that falls freely",
        "aboard a spaceship", "with no gravity",
        "on the moon of Jupiter", "on a moon of Jupiter", "on a moon of Saturn", "on a moon",
        "on one of Jupiter's moons", "on Mars' moon", "in a plummeting elevator", "on krypton",
        "on Jupiter's largest moon", "on Arrakis", "on Tatooine", "on Kepler-22b",
        "on HD 209458 b", "on planet X", "on an exoplanet", "on a comet", "on an asteroid",
        "on a neutron star", "on a distant star", "on Zorblax",
    ],
)  # fmt: skip
def test_a_place_without_a_gravity_known_leaves_it_missing(place):
    assert said(DROP.format(place, 2))[1] == OPEN
    assert missing(DROP.format(place, 2)) == {"gravity"}


@pytest.mark.parametrize("place", ["in orbit", "on the space station", "in low Earth orbit",
                                   "in zero gravity"])  # fmt: skip
def test_what_is_in_orbit_is_not_decided_with_the_gravity_of_the_ground(place):
    for goal in (
        DROP.format(place, 2),
        f"A 1 m pendulum {place} takes under 2.1 s per period",
        f"A stone thrown straight up at 10 m/s {place} gets higher than 4 m",
    ):
        assert said(goal)[1] == OPEN


@pytest.mark.parametrize(
    "place",
    [
        "on Earth", "on the planet Earth", "on our planet", "on Mount Everest", "on Broadway",
        "on a table", "on Monday", "on Sunday", "on Christmas Day", "on Table Mountain",
        "in the sun", "on a sun lounger", "on a full moon night", "in a lift at rest",
        "on ice", "on Teflon", "on Asphalt", "on Moon Street", "on Venus Beach",
        "by a man looking at Jupiter", "inside an elevator",
    ],
)  # fmt: skip
def test_places_of_the_earth_keep_its_gravity(place):
    assert said(DROP.format(place, 2)) == ("free_fall", ACHIEVED)
    assert said(DROP.format(place, 1.3)) == ("free_fall", IMPOSSIBLE)


def test_what_falls_freely_itself_has_its_weight():
    for goal in (
        "A freely falling lift drops 20 m in under 2.1 s",
        "An elevator in free fall drops 20 m in under 2.1 s",
        "In a lift shaft a freely falling stone drops 20 m in under 2.1 s",
        "On a windless day a box falls freely 20 m in under 2.1 s",
        "On Earth a freely falling box drops 20 m in under 2.1 s",
    ):
        assert said(goal) == ("free_fall", ACHIEVED)
    assert said("A ball dropped from 10 m lands on Bob in under 2 s")[1] == ACHIEVED


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("An iron anvil floats on mercury", ACHIEVED),
        ("A steel ball sinks in mercury", IMPOSSIBLE),
        ("A steel ball floats in liquid mercury", ACHIEVED),
        ("A steel ball floats in a mercury bath", ACHIEVED),
        ("A steel ball floats in Mercury", ACHIEVED),
        ("A gold ring dropped into mercury sinks", ACHIEVED),
    ],
)
def test_mercury_is_a_liquid_where_things_float_or_sink_in_it(text, outcome):
    assert said(text) == ("buoyancy", outcome)
    assert whereabouts(Words.of(text)) == NOWHERE_ELSE


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("A stone thrown straight up at 10 m/s on Pluto gets higher than 50 m", ACHIEVED),
        ("A stone thrown straight up at 10 m/s on Neptune gets higher than 5 m", IMPOSSIBLE),
        ("A ball thrown at 20 m/s at 45 degrees on Ganymede flies at least 250 m", ACHIEVED),
        ("A 1 m pendulum on Neptune takes under 1.95 s per period", ACHIEVED),
        ("A rocket of 1000 kg with a thrust of 5 kN lifts off from Jupiter's moon Europa",
         ACHIEVED),
        ("A rocket of 1000 kg with a thrust of 5 kN lifts off from the moon of Jupiter", OPEN),
        ("A rocket of 1000 kg with a thrust of 5 kN lifts off at once from Neptune", IMPOSSIBLE),
        ("A ball thrown at 20 m/s at 45 degrees on Arrakis flies at least 30 m", OPEN),
        ("A person jumps unaided 2 m high on Arrakis", OPEN),
        ("A ball with restitution 0.8 dropped from 1 m on the ISS rebounds to at least 0.5 m",
         OPEN),
        ("A ball dropped from 10 m on Mars lands in under 2.5 s, on the Moon in under 4 s", OPEN),
        ("A ball dropped from 10 m on Arrakis, where g is 5 m/s^2, lands in under 2.1 s", ACHIEVED),
    ],
)  # fmt: skip
def test_other_families_know_the_place_as_well(text, outcome):
    assert said(text)[1] == outcome


@pytest.mark.parametrize("place", ["on the Sun", "on Pluto", "on Phobos"])
def test_a_film_of_a_fall_there_bears_the_solver_out(place):
    text = DROP.format(place, 70)
    assert not judged(beat_of(text)).conflicts
    assert framed(text) > 10


def test_every_gravity_lies_within_what_is_admissible():
    assert all(0.001 <= body.g_m_s2 <= 300.0 for body in BODIES.values())
