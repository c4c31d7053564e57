"""Pendulum: swings in a time, and how high and how fast what is let go can get.

Equation
    T = 2 pi sqrt(L / g) / agm(1, cos(theta / 2)) = 2 pi sqrt(L / g) (1 + theta² / 16 + ...);
    h_far <= h_0 + v_0² / (2 g);  v_bottom = sqrt(v_0² + 2 g h_0)
Source
    OpenStax, University Physics vol. 1, sections 15.4 (the simple pendulum) and 8.3; the exact
    period: Carvalhaes & Suppes, Am. J. Phys. 76 (2008) 1150.
Domain of validity
    A small bob on a light string or rod, no losses, no drive. L reaches to the bob's centre. A
    period rests on the amplitude; where none is given it is known as well as 3 to 30 degrees let
    it be. Losses only lower the far side, so that no pendulum rises above where it was let go.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.claims import Claim, Derived, Formula
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import MASS, inferred
from storyworld.physics.constructions import PARTWAY, above_origin, below_origin
from storyworld.physics.family import Interpretation
from storyworld.physics.fast_motion import pace
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.leftover import only_bounded
from storyworld.physics.motion import integrate, poses
from storyworld.physics.pendulum_sights import shown_length_m, shown_speed
from storyworld.physics.pendulum_words import (
    A_MINUTE,
    AMPLITUDE,
    ARC,
    BELOW,
    BOTTOM,
    FAR,
    FREQUENCY,
    FROM_BOTTOM,
    GENTLY,
    HALF,
    LENGTH,
    LEVEL,
    PUSHED,
    RADIUS,
    RELEASE,
    RISE,
    RISES,
    SHARE,
    SLIGHT,
    SMALL,
    SPEAKS,
    SPEED,
    START,
    SWINGS,
    TIME,
    WISHES,
)  # fmt: skip
from storyworld.physics.reach import MEASURING, not_reached, swept, up_to
from storyworld.physics.scene import Body, Box, Disc, Scene
from storyworld.physics.scenery import BALL, GROUND, LANDING, WALL, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Scenario

_LEAST_S: Final = 2.0  # two swings that take less are filmed slower
_METRE, _SPEED, _DEGREE = Unit.METRE, Unit.METRE_PER_SECOND, Unit.DEGREE


def full_period(length_m: float, amplitude_deg: float, g: float) -> float:
    """Give the period of a pendulum of any amplitude, by the arithmetic-geometric mean."""
    a, b = 1.0, math.cos(math.radians(amplitude_deg) / 2)
    for _ in range(6):
        a, b = (a + b) / 2, math.sqrt(a * b)
    return 2 * math.pi * math.sqrt(length_m / g) / a


def _period(v: Mapping[str, float]) -> float:
    return full_period(v["length"] + v["below"], v["arc"], v["gravity"])


def _arc(v: Mapping[str, float]) -> float:
    # Without an amplitude given the arc is one of its range.
    return v["amplitude"] if "amplitude" in v else v["arc"]


def _lifted(v: Mapping[str, float]) -> float:
    if "amplitude" not in v or "length" not in v:
        return v.get("release_height", 0.0)
    return v["length"] * (1 - math.cos(math.radians(v["amplitude"])))


def _leaning(v: Mapping[str, float]) -> float:
    if "release_height" not in v or "length" not in v:
        return v["arc"]
    return math.degrees(math.acos(max(-1.0, 1 - v["release_height"] / v["length"])))


# What has a period, passes the lowest point or comes up on the far side swings to and fro.
_SWINGS: Final = (
    *(c.outcome for limit in (TIME, FREQUENCY) for c in limit.claims),
    "rises", "gets_there", "fast", "as_fast", "no_gain", "same_height",
)  # fmt: skip
_PERIOD_NEEDS: Final = ("length", "below", "arc", "gravity")
_RISING: Final = ("release_height", "start_speed", "gravity")
_FAR_RISE: Final = Formula(
    "far_rise", _METRE,
    lambda v: v["release_height"] + v["start_speed"] ** 2 / (2 * v["gravity"]),
    _RISING, "greatest height on the far side",
)  # fmt: skip
BOTTOM_SPEED: Final = Formula(
    "bottom_speed", _SPEED,
    lambda v: math.sqrt(v["start_speed"] ** 2 + 2 * v["gravity"] * v["release_height"]),
    _RISING, "speed at the lowest point",
)  # fmt: skip


class Pendulum(ClosedForm):
    """A pendulum makes its swings in a time, and rises no higher than where it was let go."""

    name = "pendulum"
    purpose = "a pendulum keeps its period, and rises no higher than where it is let go"
    domain = Domain.ENERGY
    equation = "T = 2π √(L/g) (1 + θ²/16 + …);  h_far ≤ h₀ + v₀²/(2 g)"
    law = "the pendulum's equation of motion, and conservation of energy"
    outcomes = (
        "within", "violates_energy", "too_slow", "takes_longer", "too_fast", "as_long",
        "other_time", "slower", "too_often", "oftener", "too_seldom", "as_often",
        "other_frequency", "stays_below", "rises_above", "rises", "gets_there", "slow",
        "too_fast_there", "fast", "as_fast", "gains_height", "no_gain", "same_height",
    )  # fmt: skip
    slots = (
        LENGTH, RADIUS, BELOW, AMPLITUDE, ARC, SWINGS, SHARE, RELEASE, START, *TIME.slots,
        *FREQUENCY.slots, *RISE.slots, *SPEED.slots, MASS, GRAVITY,
    )  # fmt: skip
    derived = (
        Derived("arc", ("amplitude",), _arc, "the amplitude given"),
        Derived("release_height", ("length", "amplitude"), _lifted,
                "how high the angle lifts the bob"),
        Derived("arc", ("length", "release_height"), _leaning,
                "how far the bob leans at the height of its release"),
    )  # fmt: skip
    formulas = (
        Formula("period", Unit.SECOND, _period, _PERIOD_NEEDS, "period"),
        Formula(
            "time_of_swings", Unit.SECOND,
            lambda v: v["swings"] * v["swing_share"] * _period(v),
            ("swings", "swing_share", *_PERIOD_NEEDS), "time of the swings",
        ),
        Formula("frequency", Unit.HERTZ, lambda v: 1 / _period(v), _PERIOD_NEEDS, "frequency"),
        _FAR_RISE, RISE.nearest(_FAR_RISE), BOTTOM_SPEED, SPEED.nearest(BOTTOM_SPEED),
        Formula(
            "gain", _METRE, lambda v: v["start_speed"] ** 2 / (2 * v["gravity"]),
            ("start_speed", "gravity"), "height gained over the release",
        ),
    )  # fmt: skip
    claims = (
        Claim("gains_height", "violates_energy", "gain", Comparison.AT_LEAST, 1e-3,
              "It rises higher than it was let go, by {}."),
        Claim("no_gain", "gains_height", "gain", Comparison.AT_MOST, 1e-3,
              "It rises no higher than it was let go."),
        Claim("same_height", "gains_height", "gain", Comparison.AT_MOST, 1e-3,
              "It comes up as high as it was let go."),
    )  # fmt: skip
    limits = (TIME, FREQUENCY, RISE, SPEED)
    wishes = WISHES
    speaks = SPEAKS
    tolerated = frozenset({"comes back", "returns", "turns back", "day", "days", "week",
                           "slowly", "softly", "turns around", "into the air", "in the air",
                           "ceiling"})  # fmt: skip
    contrary = PARTWAY + vocabulary("tension, breaks, snaps, explodes, melts, gradually, "
                                   "increasing, decreasing, upside down, full circle, over the "
                                   "top, all the way round, loses time, gains time, damped, "
                                   "damping")  # fmt: skip
    sights = (
        Check(
            name="returns",
            statement="The bob swings to the far side and comes back.",
            antonym="The bob stays on one side or stops before it comes back.",
            shows=_SWINGS,
        ),
        Check(
            name="no_higher",
            statement="On the far side the bob rises no higher than where it was released.",
            antonym="On the far side the bob rises higher than where it was released.",
            shows=("no_gain", "same_height"),
        ),
    )

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """See :class:`storyworld.physics.family.Family`."""
        return up_to(words, mentions, _METRE, RISES, "rise_about")

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Read swings counted against a time as the time of so many swings; see the protocol."""
        given = not_reached(words, given, self.limits)
        return super().interpret(words, _alike(_counted(words, given)))

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Hear 'no higher than where it started' as the denial that it is."""
        votes, turned = super()._votes(words, limited=limited)
        if not limited:
            higher, no_higher = above_origin(words)
            votes |= {"gains_height": None} if higher else {}
            votes |= {"no_gain": None} if no_higher or below_origin(words) else {}
        for verb in ("within", "takes_longer"):
            votes.pop(verb, None)
        if "no_gain" in votes:
            votes.pop("gains_height", None)
        return votes, turned

    def _heard(self) -> Iterator[str]:
        """Hear denials of what measures a height too; see the protocol."""
        yield from super()._heard()
        yield from MEASURING

    def _denies_limit(self, words: Words, given: tuple[Parameter, ...]) -> bool:
        """Hear 'there is no way that it ...' too; see the protocol."""
        names = {c.threshold for c in self._stated(given)}
        return super()._denies_limit(words, given) or swept(words, given, names)

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Take small swings, half swings, and a bob that hangs below its string from the words."""
        names = {p.name for p in given}
        found = []
        if "amplitude" not in names and words.any_of(SMALL) is not None:
            found.append(inferred("arc", 5.0, _DEGREE, "the goal says that swings are small", 1.5))
        if not {"amplitude", "release_height"} & names and words.any_of(LEVEL) is not None:
            found.append(inferred("amplitude", 90.0, _DEGREE, "it is let go with its string level"))
        if "release_height" not in names and _pushed(words) and words.any_of(FROM_BOTTOM):
            because = "it is set off where it hangs at rest"
            found.append(inferred("release_height", 0.0, _METRE, because))
        timed = any(s.name in names for s in TIME.slots)
        share = 1.0
        if words.any_of(HALF) is not None:
            share = 0.5
        elif timed and "swings" not in names and "swing_share" not in names:
            far, low = words.any_of(FAR), words.any_of(BOTTOM)
            share = 0.5 if far is not None else 0.25 if low is not None else 1.0
        if share < 1.0:
            because = "the goal times a part of a full swing"
            found.append(inferred("swing_share", share, Unit.ONE, because))
        radius = next((p for p in given if p.name == "bob_radius"), None)
        if radius is not None and words.any_of(("string", "wire", "thread", "cord", "rope")):
            q = radius.quantity
            because = "the bob hangs by its radius below the end of the string"
            found.append(inferred("below", q.value, _METRE, because, q.uncertainty))
        return tuple(found)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Ask how hard a pendulum is pushed that somebody pushes."""
        claimed = {p.name.rpartition("_")[0] for p in given}
        if "time" in claimed and not {"rise", "speed"} & claimed and _gently(words):
            return ()
        if _pushed(words) and not any(p.name == "start_speed" for p in given):
            because = "the goal says that it is pushed, and not how fast it starts"
            return (MissingParameter(name="start_speed", unit=_SPEED, because=because),)
        return tuple(only_bounded(self.slots, given))

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        g, lines = values["gravity"], []
        if "length" in values and "arc" in values:
            length = values["length"] + values["below"]
            lines.append(
                f"T = 2π √({length:.4g} m / {g:.4g} m/s²) × "
                f"{full_period(length, values['arc'], g) / full_period(length, 0.0, g):.4g} = "
                f"{say(_period(values), Unit.SECOND)}"
            )
        if "release_height" in values:
            h, v0 = values["release_height"], values["start_speed"]
            lines.append(
                f"h_far ≤ {h:.4g} m + ({v0:.4g} m/s)² / (2 × {g:.4g} m/s²) = "
                f"{say(_FAR_RISE.of(values), _METRE)}"
            )
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build a bob on a string that moves by its equation of motion; see the protocol."""
        require_complete(scenario)
        values = values_of(scenario)
        g, h0 = values["gravity"], values.get("release_height")
        length = shown_length_m(values)
        if h0 is not None:
            start = math.acos(max(-0.95, 1 - h0 / length))
        else:
            start = math.radians(values.get("arc", 20.0))
        v0 = shown_speed(values)
        asked = next((values[s.name] for s in RISE.slots if s.name in values), 0.0)
        span_s = full_period(length, math.degrees(start), g)
        lasts_s = 2 * span_s
        faster = lasts_s / _LEAST_S if lasts_s < _LEAST_S else pace(lasts_s)

        def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float]:
            return (float(y[1]), -g / length * math.sin(float(y[0])))

        def angles(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            return integrate(rates, (-start, v0 / length), faster * times_s)[:, 0]

        def bob_path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            th = angles(times_s)
            return poses(length * np.sin(th), length * (1 - np.cos(th)), 0.0, times_s)

        def string_path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            th = angles(times_s)
            half = length / 2
            return poses(half * np.sin(th), length - half * np.cos(th), th, times_s)

        top = max(length, asked, h0 or 0.0)
        radius = 0.045 * top
        wide = length * (1.0 if start > math.pi / 2 else math.sin(start)) + 2 * radius
        wide = max(wide, 0.4 * top)
        x0, y0 = -length * math.sin(start), length * (1 - math.cos(start))
        bodies = [
            Body("support", BodyRole.SUPPORT, Box(0.3 * top, 0.03 * top), GROUND,
                 0.0, length + 0.015 * top),
            Body("string", BodyRole.MARK, Box(0.008 * top, length), WALL, x0 / 2,
                 (length + y0) / 2, -start, path=string_path),
        ]  # fmt: skip
        if asked:
            line = Box(2 * wide, 0.006 * top)
            bodies.insert(0, Body("line", BodyRole.MARK, line, LANDING, 0.0, asked))
        bob = Body("bob", BodyRole.MOVING, Disc(radius), BALL, x0, y0, path=bob_path)
        return Scene(
            bodies=(*bodies, bob),
            gravity_m_s2=g,
            duration_s=lasts_s / faster,
            x_min_m=-wide,
            x_max_m=wide,
            y_min_m=-1.5 * radius,
            y_max_m=1.05 * top + radius,
            scale_bar_m=scale_bar_m(2 * wide),
            pace=faster,
        )


def _pushed(words: Words) -> bool:
    """Whether somebody pushes: 'without being pushed' nobody does."""
    denying = {"without", "no", "not", "never"}
    return any(
        not words.negated(place)
        and not denying & {t.text for t in words.tokens[max(0, place - 2) : place]}
        for phrase in PUSHED
        for place in words.places(phrase)
    )


def _gently(words: Words) -> bool:
    """Whether every push is a slight one: a small swing takes as long, however it began."""
    return all(
        GENTLY & {t.text for t in words.tokens[max(0, place - 2) : place + 4]}
        or (place > 0 and words.tokens[place - 1].text in SLIGHT)
        for phrase in PUSHED
        for place in words.places(phrase)
    )


def _counted(words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Read 'at least 20 swings in 60 s' as 20 swings in at most 60 s, and 'per minute' as 60 s."""
    swings = next((p for p in given if p.name == "swings"), None)
    if swings is None:
        return given
    most, least, about = (slot.name for slot in TIME.slots)
    timed = any(p.name in (most, least, about) for p in given)
    if not timed and words.any_of(A_MINUTE) is not None:
        minute = inferred(about, 60.0, Unit.SECOND, "the goal counts swings in a minute")
        given = (*given, minute)
    if swings.bound is None:
        return given
    target = most if swings.bound is Comparison.AT_LEAST else least
    names = dict.fromkeys((most, least, about), target)
    return tuple(
        p.revised(bound=None) if p is swings else p.revised(name=names.get(p.name, p.name))
        for p in given
    )


def _alike(given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Take a height that is given twice as the very same height, without its rounding."""
    heights = {p.name: p for p in given if p.name.startswith("rise_") or p.name == "release_height"}
    if len({p.quantity.value for p in heights.values()}) != 1 or len(heights) < 2:
        return given
    return tuple(
        p.revised(quantity=p.quantity.revised(uncertainty=0.0)) if p.name in heights else p
        for p in given
    )
