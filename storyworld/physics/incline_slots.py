"""What a text may give of a block on a ramp."""

from typing import Final

from storyworld.physics.claims import Limit, Seen
from storyworld.physics.family import Slot
from storyworld.physics.incline_words import friction_cues
from storyworld.physics.solving import Law
from storyworld.physics.timing import unshown
from storyworld.reading.quantities import Bound
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

_ONE, _METRE, _SECOND, _DEGREE = Unit.ONE, Unit.METRE, Unit.SECOND, Unit.DEGREE

ANGLE: Final = Slot(
    "angle", _DEGREE, "ramp angle", 0.0, 85.0,
    before=vocabulary(
        "angle of, angle, at, inclined at, tilted at, sloping at, slope of, theta, raised to, "
        "tilted to, inclination of, inclination, θ, set to, pitched at, tilts to, lifted to, "
        "slopes at, by, propped at, to, pitch of, alpha, α, tipped to, tilt of, heeled, heels, "
        "beta, phi, slant of, ramp, incline, slope, under, with, through, steepness of, angle "
        "is, tilt, slopes, pitch"
    ),
    after=vocabulary(
        "ramp, incline, slope, inclined, hill, plane, plank, angle, steep, roof, board, "
        "inclination, above the horizontal, to the horizontal, tilt, chute, slide, driveway, "
        "tray, of tilt, hillside, pitch, grade, of slope, gangway, from the horizontal, table, "
        "deck, from horizontal, surface, wedge"
    ),
    by_unit=True, because="whether the block slides turns on how steep the ramp is",
)  # fmt: skip
GRADE: Final = Slot(
    "grade", _ONE, "grade", 0.0, 10.0, optional=True, symbol="percent",
    before=vocabulary("grade of, gradient of, slope of, grade, gradient"),
    after=vocabulary("grade, gradient, slope, hill, ramp, incline"), by_unit=True,
)  # fmt: skip
MU_STATIC: Final = Slot(
    "friction_static", _ONE, "static friction", 0.0, 2.0, before=friction_cues("static"),
    after=vocabulary(
        "friction, static friction, friction coefficient, coefficient of friction, static, grip, "
        "mu, of friction"
    ),
    because="whether the block slides turns on the static friction",
)  # fmt: skip
MU_KINETIC: Final = Slot(
    "friction_kinetic", _ONE, "kinetic friction", 0.0, 2.0, optional=True,
    before=friction_cues("kinetic"),
    after=vocabulary("kinetic friction, sliding friction, dynamic friction, kinetic, sliding"),
    because="how fast a block slides turns on the kinetic friction",
)  # fmt: skip
LENGTH: Final = Slot(
    "length", _METRE, "ramp length", 0.05, 500.0,
    before=vocabulary("length, length of, ramp of, chute of, slope of, l, measures, slide of"),
    after=vocabulary(
        "long, ramp, long ramp, incline, long incline, in length, slope, plank, board, chute, "
        "long chute, slide, length, long frictionless, long slide, long slope, long plank, "
        "frictionless incline, frictionless ramp, hill, ramp length, long board, of ramp, of "
        "chute"
    ),
    default=2.0, because="whether a block starts to slide does not turn on the length of the ramp",
)  # fmt: skip
WAY: Final = Slot(
    "way", _METRE, "way down the ramp", 0.01, 500.0, optional=True,
    before=vocabulary(
        "covers, slides, travels, goes, moves, distance of, way of, slid, covered, sliding, "
        "after, descends, first, last, distance, travelled, path of, s, d, covers the, slips"
    ),
    after=vocabulary(
        "down the ramp, down the slope, of the slope, of the ramp, down, along, downhill, in the "
        "first, of slope, to the bottom, down the incline, to the foot, down the chute, down a, "
        "from the bottom, to the end, down it, of sliding, further down, to slide, along the "
        "ramp, down the plane, from the foot, above the bottom, down the hill"
    ),
    because="how long it takes turns on how far it goes",
)  # fmt: skip
TIME: Final = Slot(
    "slide_time", _SECOND, "time to slide", 0.01, 1e4, optional=True, by_unit=True,
    bounds=frozenset({Bound.AT_MOST, Bound.IN}),
)  # fmt: skip
LEAST_TIME: Final = Slot(
    "least_time", _SECOND, "least time to slide", 0.01, 1e4, optional=True, by_unit=True,
    bounds=frozenset({Bound.AT_LEAST}),
)  # fmt: skip


def _by_acceleration(comparison: Comparison, limit: Law) -> Seen:
    words = "With what acceleration does the block slide?"
    unit = Unit.METRE_PER_SECOND_SQUARED
    return Seen(Measure.ACCELERATION_ALONG, unit, ("block",), comparison, limit, words)


def in_time(comparison: Comparison, slot: str) -> Seen:
    """Show that it gets so far in a time by its acceleration, a = 2 s / t²: the ramp goes on."""
    return _by_acceleration(comparison, lambda v: 2 * v["way"] / v[slot] ** 2)


def _by_speed(comparison: Comparison, slot: str) -> Seen:
    """Show a speed after its way by its acceleration, a = v² / (2 s), where it is a bound."""
    if comparison is Comparison.WITHIN:
        # A share of the speed is twice as much of the acceleration.
        return _by_acceleration(comparison, unshown)
    return _by_acceleration(comparison, lambda v: v[slot] ** 2 / (2 * v["way"]))


BOTTOM_SPEED: Final = Limit(
    "bottom_speed", Unit.METRE_PER_SECOND, "speed at the bottom", 0.01, 300.0,
    says="At the end of its way it is moving at",
    at_most=("stays_slow", "gets_fast"), at_least=("gets_fast", "stays_slow"),
    within=("reaches_speed", "misses_speed"), plain=Comparison.AT_LEAST,
    before=vocabulary(
        "speed of, at, reaches, speed, velocity of, doing, moving at, going, with, gets up to, "
        "bottom speed, bottom speed of, exit speed, final speed, reach, final speed of, exit "
        "speed of, attains, v, travelling at, bottom at, bottom with, foot at, foot with, end "
        "at, up to, arrives at, v bottom"
    ),
    after=vocabulary(
        "at the bottom, at the end, by the bottom, at the foot, by the foot, by the end, when it "
        "reaches, on reaching, by the time, at the lower end, as it"
    ),
    by_unit=True,
    seen=_by_speed,
)  # fmt: skip
