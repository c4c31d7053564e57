"""Atwood machine: of two weights on a string over a pulley, which rises, and how fast.

Equation
    a = (m1 - m2) g / (m1 + m2 + M / 2), M the mass of a pulley that is a disc;
    t = sqrt(2 h / a);  v = sqrt(2 a h);  T = m2 (g + a)
Source
    OpenStax, University Physics vol. 1, sections 6.1 (Newton's laws, Atwood's machine) and 10.7.
Domain of validity
    A light string that does not stretch or slip over one fixed pulley without friction, both
    weights hanging free and starting at rest. m1 is the one that is said to sink.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.atwood_reading import limit_denied, of_pulley, said_twice, sinking_of
from storyworld.physics.atwood_sights import (
    BARELY,
    HANGS_STILL,
    START,
    acceleration,
    risen,
    shown_m,
)
from storyworld.physics.atwood_words import (
    ACCELERATION,
    AT_REST,
    DISTANCE,
    PULLEY,
    RISING,
    SINKING,
    SPEAKS,
    SPEED,
    STILL,
    TENSION,
    TIME,
    WISHES,
)
from storyworld.physics.claims import Claim, Formula
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.constructions import PARTWAY
from storyworld.physics.family import Interpretation
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.leftover import only_bounded
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Disc, Scene
from storyworld.physics.scenery import (
    BALL,
    BLOCK,
    GROUND,
    LANDING,
    WALL,
    require_complete,
    scale_bar_m,
)
from storyworld.physics.solving import values_of
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Scenario

_METRE, _KG, _ACCEL = Unit.METRE, Unit.KILOGRAM, Unit.METRE_PER_SECOND_SQUARED
_SLOWEST: Final = 1e-5
# What takes a time for its way, or gets to a speed, has gone up.
_LIFTS: Final = (
    "moves_up", "in_time", "takes_so_long", "hard", "accelerate_at", "fast", "as_fast",
)  # fmt: skip
_EQUAL: Final = vocabulary(
    "each, either end, both ends, each end, each side, either side, both sides, equal masses, "
    "identical, equal weights, same mass, equally heavy, same weight, both of, equal, two equal, "
    "apiece"
)
_ROUGH: Final = vocabulary("friction, rusty, stiff pulley, rough pulley, sticks, squeaky")
_LET_GO: Final = ("released", "let go", "set free", "freed", "release", "letting go")
_AFLOAT: Final = vocabulary(
    "microgravity, weightlessness, zero gravity, zero g, space station, orbit, orbiting, deep "
    "space, outer space, weightless bucket, weightless mass, weightless environment, is weightless"
)
_SUFFICES: Final = vocabulary("is enough, are enough, suffice, suffices, will do, is sufficient, "
                              "are sufficient, is plenty, are plenty, be enough")  # fmt: skip
_FREE: Final = vocabulary(
    "frictionless, without friction, no friction, free of friction, ideal, negligible, ignore, "
    "ignoring, neglect, neglecting, zero friction, smooth, friction free"
)


def _time(v: Mapping[str, float]) -> float:
    # What does not move takes for ever; so long is long enough.
    return math.sqrt(2 * v["distance"] / max(acceleration(v), _SLOWEST))


def _speed(v: Mapping[str, float]) -> float:
    return math.sqrt(2 * max(acceleration(v), 0.0) * v["distance"])


_NEEDS: Final = ("mass_1", "mass_2", "pulley_mass", "gravity")
_SPEED: Final = Formula(
    "speed", Unit.METRE_PER_SECOND, _speed, (*_NEEDS, "distance"), "speed after the distance"
)


class Atwood(ClosedForm):
    """Of two weights on a pulley one rises, as fast as asked, or the other, or none."""

    name = "atwood"
    purpose = "of two weights hung over a pulley the one lifts the other, so far in a time"
    domain = Domain.KINEMATICS
    equation = "a = (m₁ − m₂) g/(m₁ + m₂ + M/2);  t = √(2 h/a);  v = √(2 a h)"
    law = "Newton's second law for two weights on one string"
    outcomes = (
        "moves_up", "moves_down", "balances", "moves", "in_time", "too_slow", "takes_longer",
        "too_fast", "takes_so_long", "takes_another_time", "gently", "too_hard", "hard",
        "too_gently", "accelerate_at", "accelerate_otherwise", "slow", "faster_than", "fast",
        "too_slow_there", "as_fast", "tension_below", "tension_above", "tension_over",
        "tension_under", "tension_of", "other_tension",
    )  # fmt: skip
    slots = (
        SINKING, RISING, PULLEY, DISTANCE, *TIME.slots, *ACCELERATION.slots, *SPEED.slots,
        *TENSION.slots, GRAVITY,
    )  # fmt: skip
    formulas = (
        Formula("acceleration", _ACCEL, acceleration, _NEEDS, "acceleration"),
        Formula("time", Unit.SECOND, _time, (*_NEEDS, "distance"), "time for the distance"),
        _SPEED, SPEED.nearest(_SPEED),
        Formula("tension", Unit.NEWTON,
                lambda v: v["mass_2"] * (v["gravity"] + acceleration(v)), _NEEDS,
                "tension of the string on the side that is to rise"),
    )  # fmt: skip
    claims = (
        Claim("moves_up", "moves_down", "acceleration", Comparison.AT_LEAST, BARELY,
              "The weight that is to rise rises: the other pulls it up with at least {}.",
              seen=risen(Comparison.AT_LEAST)),
        Claim("moves_down", "moves_up", "acceleration", Comparison.AT_MOST, BARELY,
              "The weight that is to rise does not: the other pulls it up with at most {}.",
              seen=risen(Comparison.AT_MOST)),
        Claim("balances", "moves", "acceleration", Comparison.WITHIN, 0.0,
              "Nothing moves: the acceleration is {}.", tolerance=BARELY, seen=HANGS_STILL),
    )  # fmt: skip
    limits = (TIME, ACCELERATION, SPEED, TENSION)
    wishes = WISHES
    speaks = SPEAKS
    tolerated = frozenset({"either", "ceiling"})
    contrary = PARTWAY + vocabulary(
        "snaps, breaks, slips over, swings sideways, constant speed, "
        "stops, oscillates, bounces, initially moving, is thrown, "
        "pushed, submerged, underwater, in water, buoyancy, floats"
    )
    sights = (
        Check(
            name="one_rises_one_sinks",
            statement="One weight rises while the other sinks as far.",
            antonym="The weights stay where they are, go the same way, or one goes alone.",
            shows=("moves", *_LIFTS),
            denies=("balances",),
        ),
        Check(
            name="rises",
            statement="The weight on the right rises.",
            antonym="The weight on the right sinks or stays where it is.",
            shows=_LIFTS,
            denies=("moves_down", "balances"),
        ),
    )

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Leave alone what is weightless, unless it is the string; see the protocol."""
        if words.any_of(_AFLOAT) is not None:
            return 0.0
        return super().affinity(words, units)

    # ---- which weight is which -----------------------------------------------------------------

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Call the weight that is said to sink the first, and the one to rise the second.

        'X lifts Y', 'Y is lifted by X', 'X sinks', 'the lighter one rises'; where nothing is
        said of it, the heavier one sinks.
        """
        masses = [n for n, m in enumerate(mentions) if m.quantity.unit is _KG]
        placed: dict[int, str] = {}
        for n in list(masses):
            if of_pulley(words, mentions[n]):
                placed[n] = "pulley_mass"
                masses.remove(n)
        if not masses:
            return placed
        known: dict[float, int] = {}
        for n in masses:
            value = mentions[n].quantity.value
            if value in known and len(masses) > 2:
                placed[n] = ""
            else:
                known.setdefault(value, n)
        bodies = [n for n in masses if n not in placed][:2]
        first = sinking_of(words, mentions, bodies)
        if len(bodies) == 1:
            placed[bodies[0]] = "mass_1" if first == 0 else "mass_2"
            return placed
        placed[bodies[first]], placed[bodies[1 - first]] = "mass_1", "mass_2"
        return placed

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Read two weights of one number, and so far in a time; see the protocol."""
        masses = {p.name: p for p in given if p.name in ("mass_1", "mass_2")}
        if len(masses) == 1 and (words.any_of(_EQUAL) is not None or said_twice(words, masses)):
            one = next(iter(masses.values()))
            other = "mass_2" if one.name == "mass_1" else "mass_1"
            twin = inferred(other, one.quantity.value, _KG, "both weights are the same")
            given = (*given, twin)
            masses[other] = twin
        elif not masses and words.any_of(("equal", "identical", "same mass")) is not None:
            given = (*given, *(inferred(n, 1.0, _KG, "both are the same, whatever they weigh")
                               for n in ("mass_1", "mass_2")))  # fmt: skip
        if len({p.quantity.value for p in masses.values()}) == 1 and len(masses) == 2:
            # The same number twice is the same mass, without its rounding.
            given = tuple(
                p.revised(quantity=p.quantity.revised(uncertainty=0.0)) if p.name in masses else p
                for p in given
            )
        return super().interpret(words, _enough(words, _so_far(given)))

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Let a weight that is said to move in a direction or to balance settle what is asked."""
        votes, turned = super()._votes(words, limited=limited)
        for verb in ("in_time", "too_slow"):
            votes.pop(verb, None)
        directed = {"moves_up", "moves_down"} & set(votes)
        if directed and "balances" in votes and _until_released(words):
            votes.pop("balances")
        if directed:
            votes.pop("moves", None)
        if limited and set(votes) <= {"moves"}:
            votes.pop("moves", None)
        if "balances" in votes and "moves_down" in directed:
            votes.pop("moves_down")
        # 'They do not move 2 m within 2 s' may well move.
        stays = "balances" in votes and words.any_of(AT_REST) is None
        if limited and (set(votes) == {"moves_down"} or (stays and not directed)):
            denied, turns = limit_denied(words)
            if denied:
                return {}, turned or turns
        return votes, turned

    def _heard(self) -> Iterator[str]:
        """Let no unit take up a denial; see the protocol."""
        yield from super()._heard()

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Ask for motion either way where no side is named; see the class above."""
        if wanted != "moves":
            return super().ask(wanted, given)
        up = next(c for c in self.claims if c.outcome == "moves_up")
        return (replace(up, outcome="moves", otherwise="balances", statement="They move."),)

    def unsettled(
        self,
        words: Words,
        given: tuple[Parameter, ...],
    ) -> tuple[MissingParameter, ...]:
        """Ask how much friction the pulley has, where the goal says that it has some."""
        if words.asserted(_ROUGH)[0] and words.any_of(_FREE) is None:
            because = "the goal speaks of friction in the pulley, and not how much it takes"
            return (MissingParameter(name="pulley_friction", unit=Unit.NEWTON, because=because),)
        return tuple(only_bounded(tuple(s for s in self.slots if s is not DISTANCE), given))

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        m1, m2, g = values["mass_1"], values["mass_2"], values["gravity"]
        disc = f" + {values['pulley_mass']:.4g} kg/2" if values["pulley_mass"] else ""
        a = acceleration(values)
        lines = [
            f"a = ({m1:.4g} kg − {m2:.4g} kg) × {g:.4g} m/s²/({m1:.4g} kg + {m2:.4g} kg{disc}) "
            f"= {say(a, _ACCEL)}"
        ]
        if "distance" in values and a > 0:
            h = values["distance"]
            lines.append(f"t = √(2 × {h:.4g} m/{a:.4g} m/s²) = {say(_time(values), Unit.SECOND)}")
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build two weights on a string that move by their equations of motion."""
        require_complete(scenario)
        values = values_of(scenario)
        m1, m2, g = values["mass_1"], values["mass_2"], values["gravity"]
        disc_kg, far = values["pulley_mass"], shown_m(values)
        size, wheel = 0.16 * far, 0.22 * far
        hub_y = 2.7 * far

        def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float]:
            # Tensions on both sides, and the wheel between them turning with the string.
            return (float(y[1]), (m1 * g - m2 * g) / (m1 + m2 + 0.5 * disc_kg))

        def way(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            states = integrate(
                rates, (0.0, 0.0), times_s, until=lambda _t, y: far - abs(float(y[0]))
            )
            return states[:, 0]

        start = START * far

        def sinking(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            return poses(-wheel, start - way(times_s), 0.0, times_s)

        def rising(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            return poses(wheel, start + way(times_s), 0.0, times_s)

        thin = 0.012 * far
        long_m = hub_y - start + far
        rope = Box(thin, long_m)

        def left_rope(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            return poses(-wheel, start + long_m / 2 - way(times_s), 0.0, times_s)

        def right_rope(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            return poses(wheel, start + long_m / 2 + way(times_s), 0.0, times_s)

        # Above the pulley the strings run on behind a board, that hides what is too long.
        board = Body("board", BodyRole.SUPPORT, Box(8 * wheel, 4 * far), GROUND,
                     0.0, hub_y + 2 * far)  # fmt: skip
        hub = Body("pulley", BodyRole.MARK, Disc(wheel - thin / 2), WALL, 0.0, hub_y)
        a = abs(m1 - m2) * g / (m1 + m2 + 0.5 * disc_kg)
        bigger = max(m1, m2)
        shape = [Box(size, size * (0.6 + 0.8 * m / bigger)) for m in (m1, m2)]
        bodies = (
            Body("left_string", BodyRole.MARK, rope, LANDING, -wheel, start + long_m / 2,
                 path=left_rope),
            Body("right_string", BodyRole.MARK, rope, (120, 60, 10), wheel, start + long_m / 2,
                 path=right_rope),
            board,
            hub,
            Body("sinking", BodyRole.MOVING, shape[0], BALL, -wheel, start, mass_kg=m1,
                 path=sinking),
            Body("rising", BodyRole.MOVING, shape[1], BLOCK, wheel, start, mass_kg=m2,
                 path=rising),
        )  # fmt: skip
        return Scene(
            bodies=bodies,
            gravity_m_s2=g,
            duration_s=2.0 if a < BARELY else min(math.sqrt(2 * far / a) + 0.25, 40.0),
            x_min_m=-3 * wheel,
            x_max_m=3 * wheel,
            y_min_m=0.0,
            y_max_m=hub_y + 1.2 * wheel,
            scale_bar_m=scale_bar_m(6 * wheel),
        )


def _until_released(words: Words) -> bool:
    """Whether the weights are still before they are let go: 'hang motionless; released, ...'."""
    released = [place for phrase in _LET_GO for place in words.places(phrase)]
    still = [place for phrase in STILL for place in words.places(phrase)]
    return bool(released and still) and max(still) < min(released)


def _enough(words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Read 'three seconds are enough' as at most so long."""
    most, _, about = (slot.name for slot in TIME.slots)
    if words.any_of(_SUFFICES) is None:
        return given
    return tuple(p.revised(name=most) if p.name == about else p for p in given)


def _so_far(given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Read 'at least 2 m in 1 s' as 2 m in at most 1 s."""
    distance = next((p for p in given if p.name == "distance"), None)
    if distance is None or distance.bound is None:
        return given
    most, least, about = (slot.name for slot in TIME.slots)
    target = most if distance.bound is Comparison.AT_LEAST else least
    names = dict.fromkeys((most, least, about), target)
    if not any(p.name in names for p in given):
        return given
    return tuple(
        p.revised(bound=None) if p is distance else p.revised(name=names.get(p.name, p.name))
        for p in given
    )
