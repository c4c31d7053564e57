"""Free fall: a body released at a height, or thrown straight down, reaches the ground.

Equation
    t = (sqrt(v0² + 2 g h) - v0) / g,  v = sqrt(v0² + 2 g h)
Source
    OpenStax, University Physics vol. 1, section 3.5 (free fall).
Domain of validity
    Air drag is neglected: dense bodies and drops of up to a kilometre. Goals that speak of
    feathers, parachutes, ropes, rebounds, thrust are not this family's.
"""

import math
from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Claim, Formula, Limit, Seen, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import MASS
from storyworld.physics.fall_speaks import HUNG, THROWN_DOWN, TOLERATES, further_ways, scenery
from storyworld.physics.fall_words import (
    AIRBORNE,
    BOUNDING,
    CONTRARY,
    FALLING,
    FLOORS,
    HANGING,
    HEIGHT_AFTER,
    HEIGHT_BEFORE,
    LANDING,
    LAUNCH_WAYS,
    LOOSE,
    NO_LONGER,
    OVER_EDGES,
    RELEASED,
    REMAINING,
    STARTS_AT_REST,
    STAYING_UP,
    THROUGH,
    TIED,
    not_about_falling,
)
from storyworld.physics.family import Interpretation, Slot
from storyworld.physics.gravity import GRAVITY, gravity_law
from storyworld.physics.masking import without
from storyworld.physics.scene import Body, Disc, Scene
from storyworld.physics.scenery import BALL, BALL_SHARE, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.stature import statures
from storyworld.physics.throw_reading import limit_denied
from storyworld.physics.wording import say
from storyworld.reading.quantities import Bound, Mention
from storyworld.reading.unplaced import named
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison, Constraint
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Question, Scenario

_METRE, _SECOND, _SPEED = Unit.METRE, Unit.SECOND, Unit.METRE_PER_SECOND
_DEGREE: Final = Unit.DEGREE
_DOWN_RAMPS: Final = tuple(
    f"down {the} {ramp}"
    for the in ("a", "the", "its", "an")
    for ramp in ("ramp", "slope", "incline", "hill", "track", "chute", "slide", "plank", "bank")
)
_RAMPS: Final = vocabulary(
    "friction, incline, ramp, slope, inclined, chute, slide, plane, tilted, leaned"
)
_BOUNDED: Final = (Bound.AT_MOST, Bound.AT_LEAST)
_DEFAULT_HEIGHT_M: Final = 5.0
# A body at rest moves less than this share of its height on film, one that falls far more.
_STILL_SHARE, _FALLEN_SHARE = 0.02, 0.5

HEIGHT: Final = Slot(
    "height", _METRE, "height of the drop", 0.01, 1000.0,
    before=HEIGHT_BEFORE, after=HEIGHT_AFTER, by_unit=True,
    because="how long the fall takes turns on it",
)  # fmt: skip
LAUNCH: Final = Slot(
    "launch_speed", _SPEED, "initial downward speed", 0.0, 300.0,
    before=vocabulary(
        "thrown at, thrown down at, downward at, downwards at, initial speed, initial speed of, "
        "initial velocity, initial velocity of, thrown with, hurled at, starting at, down at, "
        "down with, thrown downward at, thrown downwards at, thrown straight down at, v0, "
        "already moving at, already falling at, flung down at, throws it down at, v 0, u, start "
        "speed, start speed of, starting speed, starting speed of, launch speed, launch speed "
        "of, flung, hurled, v start, v initial, initially, downward speed of, pushed off at, "
        "push of"
    ) + LAUNCH_WAYS,
    after=vocabulary(
        "downward, downwards, initial speed, straight down, initially, to start with, at the "
        "start, vertically downwards, vertically down, start, at release"
    ),
    default=0.0, because="the body is let go, not thrown",
)  # fmt: skip


TIME: Final = Limit(
    "fall_time", _SECOND, "time for the fall", 1e-3, 1e4, name="time", says="The fall takes",
    at_most=("lands_in_time", "too_late"), at_least=("too_late", "lands_in_time"),
    within=("lands_on_time", "lands_off_time"), by_unit=True,
    after=vocabulary("later, after, to fall, to land, to reach, to hit, of falling, gone by"),
    seen=lambda comparison, slot: Seen(
        Measure.FALL_TIME, _SECOND, ("ball",), comparison, slot,
        "How long from release to first touching the ground?", "ground",
    ),
)  # fmt: skip
IMPACT: Final = Limit(
    "impact_speed", _SPEED, "speed at impact", 0.0, 1e4, name="impact",
    says="The body hits the ground with",
    at_most=("hits_slower", "hits_faster"), at_least=("hits_faster", "hits_slower"),
    within=("hits_at_speed", "hits_off_speed"), by_unit=True,
    before=vocabulary(
        "ground at, floor at, lands at, impact at, impact speed, impact speed of, impact "
        "velocity, impact velocity of, hits at, strikes at, ground with, with a speed of, speed "
        "of, velocity of, reaches, speed, earth at, it at, doing, moving at, going, travelling "
        "at, traveling at, falling at, water at, v, final speed, final speed of, touches down "
        "at, arrives at, arrive, arrives, arriving, hits, hit, strikes, lands with, arrives "
        "with, at better than, meets, a speed of, up a speed of, up to, reach, reaching, v "
        "impact, landing speed, landing speed of, touchdown speed, touchdown speed of, exceeds, "
        "end speed, v end, v final, attains, gets up to, gathers, gains, picks up, clocks, hits "
        "it at, clocked at, speed on impact, speed at impact, speed at impact of, deck at, water "
        "with"
    ),
    after=vocabulary(
        "on impact, at impact, when it hits, when it lands, at the ground, at the bottom, on "
        "landing, at touchdown, when it reaches, by the time, on arrival, when it arrives, at "
        "the end, impact speed, impact velocity, when it meets, upon impact, upon landing, at "
        "ground level, just before, when it gets, as it hits, as it lands, as it reaches, speed, "
        "on hitting"
    ),
    seen=lambda comparison, slot: Seen(
        Measure.IMPACT_SPEED, _SPEED, ("ball",), comparison, slot,
        "How fast is the body when it touches the ground?", "ground",
    ),
)  # fmt: skip


def _fallen(values: Mapping[str, float]) -> float:
    return values.get(HEIGHT.name, _DEFAULT_HEIGHT_M)


def _impact_speed(values: Mapping[str, float]) -> float:
    v0 = values["launch_speed"]
    return math.sqrt(v0 * v0 + 2 * values["gravity"] * values["height"])


def _fall_time(values: Mapping[str, float]) -> float:
    return (_impact_speed(values) - values["launch_speed"]) / values["gravity"]


# Where it lands: what falls through water 'is in the water' from the start.
_INTO_WATER: Final = vocabulary(
    "is in the water within, is in the water in, is in the water after, is in the water before, "
    "in the water within, in the water less, in the water after, lands in the water, is in the "
    "water less, is in the water no, is in the water at"
)
_SIDEWAYS: Final = vocabulary("horizontal, horizontally, sideways, level speed")


def _is_thrown(words: Words) -> bool:
    dropped = words.any_of((*RELEASED[:12], *STARTS_AT_REST)) is not None
    words = without(words, OVER_EDGES)
    return not dropped and all(words.any_of(group) is not None for group in THROWN_DOWN.all_of)


_IMPACTS: Final = frozenset(slot.name for slot in IMPACT.slots)
# Whatever is said of when or how fast it lands says that it lands.
_LANDS: Final = tuple(c.outcome for limit in (TIME, IMPACT) for c in limit.claims)


class FreeFall(ClosedForm):
    """A body falls: in the time asked for, at the speed asked for, or at all."""

    name = "free_fall"
    purpose = "a body falls: in the time, at the speed asked for, or at all"
    domain = Domain.KINEMATICS
    equation = "t = (sqrt(v0² + 2 g h) - v0) / g;  v = sqrt(v0² + 2 g h)"
    law = "free fall: a body under gravity alone accelerates downwards with g"
    outcomes = (
        "lands_in_time", "too_late", "lands_on_time", "lands_off_time",
        "hits_slower", "hits_faster", "hits_at_speed", "hits_off_speed", "falls", "stays_up",
    )  # fmt: skip
    slots = (
        HEIGHT,
        LAUNCH,
        *TIME.slots,
        *IMPACT.slots,
        Slot("diameter", _METRE, "diameter", 1e-4, 10.0, optional=True,
             before=vocabulary("diameter, diameter of"),
             after=vocabulary("diameter, in diameter, across, ball, sphere, rock, stone")),
        MASS,
        # No fall turns on it, and what follows the fall may.
        Slot("density", Unit.KILOGRAM_PER_CUBIC_METRE, "density", 0.01, 3e4, optional=True,
             by_unit=True),
        GRAVITY,
    )  # fmt: skip
    formulas = (
        Formula("fall_time", _SECOND, _fall_time,
                ("height", "launch_speed", "gravity"), "time of the fall"),
        Formula("impact_speed", _SPEED, _impact_speed,
                ("height", "launch_speed", "gravity"), "speed at impact"),
        Formula("vertical_acceleration", GRAVITY.unit, lambda v: v["gravity"], ("gravity",),
                "acceleration"),
        Formula("share_fallen", Unit.ONE, lambda v: 1.0 if v["gravity"] > 0 else 0.0,
                ("gravity",), "share of the height that it falls"),
    )  # fmt: skip
    claims = (
        Claim(
            "falls", "stays_up", "share_fallen", Comparison.AT_LEAST, _FALLEN_SHARE,
            "The body falls.",
            seen=Seen(
                Measure.DISPLACEMENT, _METRE, ("ball",), Comparison.AT_LEAST,
                lambda v: _FALLEN_SHARE * _fallen(v), "How far does it get from where it started?",
                "ground",
            ),
        ),
        Claim(
            "stays_up", "falls", "share_fallen", Comparison.AT_MOST, _STILL_SHARE,
            "The body stays where it is.",
            seen=Seen(
                Measure.DISPLACEMENT, _METRE, ("ball",), Comparison.AT_MOST,
                lambda v: _STILL_SHARE * _fallen(v), "How far does it get from where it started?",
                "ground",
            ),
        ),
    )  # fmt: skip
    limits = (TIME, IMPACT)
    wishes = (
        Wish("falls", "stays_up", (*FALLING, *LANDING), turns=True),
        Wish("stays_up", "falls", STAYING_UP, turns=True),
    )
    contrary = CONTRARY
    # 'in the air for 2 s' is how long it falls.
    tolerated = frozenset({*AIRBORNE, "ceiling"})
    speaks = Speaks(
        all_of=(RELEASED,),
        helps=(*FLOORS, "from rest", "height"),
        units=frozenset({_METRE, _SECOND}),
        never=(*THROUGH, *TIED),
        tolerates=TOLERATES,
    )
    sights = (
        Check(name="falls", statement="The body falls down to the ground.",
              antonym="The body stays up, rises, or drifts sideways.",
              shows=("falls", *_LANDS), denies=("stays_up",)),
        Check(name="speeds_up", statement="The body gains speed all the way down.",
              antonym="The body falls at constant speed or slows down before it lands."),
    )  # fmt: skip
    watched = (
        Question(evidence="vertical_acceleration", measure=Measure.VERTICAL_ACCELERATION,
                 unit=GRAVITY.unit, subjects=("ball",), words="How fast does it gain speed?"),
        Question(evidence="fall_time", measure=Measure.FALL_TIME, unit=_SECOND, required=False,
                 subjects=("ball",), reference="ground",
                 words="How long from release to first touching the ground?"),
        Question(evidence="impact_speed", measure=Measure.IMPACT_SPEED, unit=_SPEED,
                 required=False, subjects=("ball",), reference="ground",
                 words="How fast is the body when it touches the ground?"),
    )  # fmt: skip

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`."""
        if _DEGREE in units and words.any_of(_RAMPS) is not None:
            return 0.0
        if words.any_of(_DOWN_RAMPS) is not None:
            return 0.0
        words = without(words, (*_INTO_WATER, *scenery(words)))
        ways = further_ways(words, units)
        found = max(super().affinity(words, units), *(w.affinity(words, units) for w in ways))
        if not found and words.asserted(LOOSE)[0]:
            return HUNG.affinity(without(words, HANGING), units)
        return found

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Leave out a speed to the side: it does not change when a body lands."""
        tall = statures(words, mentions)
        if words.any_of(_SIDEWAYS) is None:
            return tall
        return dict(tall) | {
            number: ""
            for number, mention in enumerate(mentions)
            if mention.quantity.unit is _SPEED and mention.bound not in _BOUNDED
        }

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        if words.any_of(AIRBORNE) and not words.any_of(LANDING):
            # 'is in the air for 2 s': no less.
            given = tuple(
                p.revised(name="time_min") if p.name == "time_about" else p for p in given
            )
        if words.any_of(NO_LONGER) is not None:
            given = tuple(
                p.revised(name="time_max") if p.name == "time_about" else p for p in given
            )
        if words.any_of(("yet", "still")) and words.asserted((*FALLING, *LANDING)) == (False, True):
            # 'Not on the ground yet after 2 s': it takes longer, as the denial says of a limit.
            given = tuple(
                p.revised(name="time_max") if p.name == "time_about" else p for p in given
            )
        limits = [p for p in given if p.name.startswith(("time", "impact"))]
        spoken = (*FALLING, *LANDING)
        if limit_denied(words, limits, spoken) and not self._denies_limit(words, given):
            given = self._turned(given, {}, turned=True)
        return super().interpret(words, given)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name a launch speed that is not given, and claims that are not about falling."""
        found: list[MissingParameter] = []
        names = {p.name for p in given}
        if _is_thrown(words) and LAUNCH.name not in names:
            because = "the body is thrown, and how fast decides when it lands"
            found.append(MissingParameter(name=LAUNCH.name, unit=LAUNCH.unit, because=because))
        if words.any_of(_SIDEWAYS) and any(p.name in _IMPACTS for p in given):
            because = "a body that also moves to the side hits the ground faster"
            found.append(MissingParameter(name="sideways", unit=_SPEED, because=because))
        # 'It stays in the air for 2 s' is how long it falls.
        aloft = words.any_of(AIRBORNE) is not None and bool(self._stated(given))
        if words.any_of(REMAINING) and not aloft and not any(words.asserted(STAYING_UP)):
            found += named([p for p in REMAINING if p in words and not _bounds(words, p)])
        if not self._stated(given):
            found += named([p for p in AIRBORNE[:4] if p in words])
            if any(words.asserted(STAYING_UP)):
                return tuple(found)
            said, denied = words.asserted((*FALLING, *LANDING))
            if said:
                found += named(not_about_falling(words))
            elif not denied:
                because = "the goal does not say what is to become of the body that is let go"
                found.append(MissingParameter(name="wanted", unit=Unit.ONE, because=because))
        return tuple(found)

    def laws(self, scenario: Scenario) -> tuple[Constraint, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        return gravity_law("free_fall_law", self.law, scenario)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if HEIGHT.name not in values:
            return ("Nothing holds the body up: it falls from any height.",)
        h, v0, g = values["height"], values["launch_speed"], values["gravity"]
        v, t = _impact_speed(values), _fall_time(values)
        return (
            f"v = sqrt(({v0:.3g} m/s)² + 2 × {g:.4g} m/s² × {say(h, _METRE)}) = {v:.4g} m/s",
            f"t = ({v:.4g} m/s - {v0:.3g} m/s) / {g:.4g} m/s² = {t:.4g} s (no air drag)",
        )

    def stage(self, scenario: Scenario) -> Scene:
        """See :class:`storyworld.physics.family.Family`."""
        require_complete(scenario)
        values = {HEIGHT.name: _DEFAULT_HEIGHT_M, **values_of(scenario)}
        h = values["height"]
        across_m = 1.2 * h
        radius_m = max(BALL_SHARE * across_m, values.get("diameter", 0.0) / 2)
        extent_m = max(across_m, 4 * radius_m)
        slab_m = 0.06 * extent_m
        x_min_m, x_max_m = -extent_m / 2, extent_m / 2
        ball = Body(
            name="ball",
            role=BodyRole.MOVING,
            shape=Disc(radius_m),
            colour=BALL,
            x_m=0.0,
            y_m=h + radius_m,
            velocity_y_m_s=-values["launch_speed"],
            mass_kg=values.get("mass", 1.0),
        )
        return Scene(
            bodies=(ground(3 * x_min_m, 3 * x_max_m, slab_m), ball),
            gravity_m_s2=values["gravity"],
            duration_s=1.15 * _fall_time(values) + 0.3,
            x_min_m=x_min_m,
            x_max_m=x_max_m,
            y_min_m=-slab_m,
            y_max_m=h + 2 * radius_m,
            scale_bar_m=scale_bar_m(extent_m),
        )


def _bounds(words: Words, verb: str) -> bool:
    """Whether a verb of staying only bounds a number: 'the impact speed stays under 20 m/s'."""
    return all(
        at + 1 < len(words.tokens) and words.tokens[at + 1].text in BOUNDING
        for at in words.places(verb)
    )
