"""Terminal speed: what falls through air gets no faster than its drag allows.

Equation
    v_t = sqrt(2 m g / (rho CdA)); dropped from rest v = v_t sqrt(1 - exp(-2 g h / v_t²)) after a
    fall of h, v = v_t tanh(g t / v_t) after a time t
Source
    OpenStax, University Physics vol. 1, section 6.4 (drag force and terminal speed). Everyday
    things: A. F. Spilhaus, J. Meteorology 5 (1948) 108 (rain); A. J. Heymsfield, R. Wright,
    J. Atmos. Sci. 71 (2014) 3392 (hail); balls by mass, size and Cd = 0.3 to 0.5.
Domain of validity
    Quadratic drag (anything from a raindrop upwards), still air of everyday density, let go or
    dropped, not thrown; no wind, no lift. Thin air high up is not decided.
"""

import math
from collections.abc import Mapping
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.bound_denials import taken_by_bound
from storyworld.physics.claims import Derived, Formula, Limit, Seen
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.family import Slot
from storyworld.physics.fast_motion import pace
from storyworld.physics.gravity import GRAVITY, gravity_of_the_place
from storyworld.physics.masking import without
from storyworld.physics.materials import Property, materials_in, span_of
from storyworld.physics.motion import integrate, poses
from storyworld.physics.nearby import (
    after,
    as_needed,
    before,
    denied_values,
    left_over,
    says,
    ways,
    with_unit,
)
from storyworld.physics.nevers import never_bound
from storyworld.physics.scene import Body, Disc, Scene
from storyworld.physics.scenery import BALL, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.terminal_words import (
    BODILY,
    CANOPIES,
    CONTRARY,
    DRAG_AREAS,
    HIGH_M,
    MEASURED,
    PEOPLE,
    REACHING,
    SOLID_KG_M3,
    SPEAKS,
    SPHERES,
    STEADY,
    THINGS,
    THROWN,
    THROWN_OUT,
    WHOLE_WAY,
    WISHES,
)
from storyworld.physics.timing import at_the_end, only_where, stated, steadily
from storyworld.physics.whereabouts import whereabouts
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.unplaced import named
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Scenario

_METRE, _KG, _ONE, _SPEED = Unit.METRE, Unit.KILOGRAM, Unit.ONE, Unit.METRE_PER_SECOND
_AREA, _DENSE, _SECOND = Unit.SQUARE_METRE, Unit.KILOGRAM_PER_CUBIC_METRE, Unit.SECOND

MASS: Final = Slot(
    "mass", _KG, "mass", 1e-9, 1e6, by_unit=True,
    before=vocabulary("m, mass, mass of, weighs, weighing, weight, total mass, total mass of"),
    after=vocabulary("in mass, skydiver, parachutist, diver, payload, crate, jumper, box, ball"),
    because="how fast it falls turns on its mass",
)  # fmt: skip
DRAG_AREA: Final = Slot(
    "drag_area", _AREA, "drag area Cd A (canopy area times Cd)", 1e-9, 1e5,
    because="how fast it falls turns on its drag area",
)  # fmt: skip
BARE: Final = Slot(
    "drag_area_bare", _ONE, "drag area in m²", 1e-9, 1e5, optional=True,
    before=vocabulary("cda, drag area, drag area of, cda of, cd a, effective area"),
)  # fmt: skip
COEFFICIENT: Final = Slot(
    "drag_coefficient", _ONE, "drag coefficient", 0.01, 3.0,
    before=vocabulary("cd, drag coefficient, drag coefficient of, c d, coefficient of drag, cd of, "
                      "drag factor, cw, coefficient of drag of, cx"),
    after=vocabulary("drag coefficient",), optional=True,
    because="how fast it falls turns on its drag coefficient",
)  # fmt: skip
FACE: Final = Slot(
    "face_area", _AREA, "frontal or canopy area", 1e-9, 1e5, optional=True,
    because="how fast it falls turns on its frontal or canopy area: its drag area",
)  # fmt: skip
DIAMETER: Final = Slot(
    "diameter", _METRE, "diameter", 1e-5, 1e3, optional=True,
    before=vocabulary("diameter, diameter of, d, dia, ø, diam, canopy of, chute of"),
    after=vocabulary("in diameter, diameter, across, wide, raindrop, drop, hailstone, "
                     "round canopy, canopy, parachute, chute, sphere, ball, bearing, diam"),
)  # fmt: skip
RADIUS: Final = Slot(
    "radius", _METRE, "radius", 1e-5, 1e3, optional=True,
    before=vocabulary("radius, radius of, r"), after=vocabulary("in radius, radius"),
)  # fmt: skip
BODY_DENSITY: Final = Slot(
    "body_density",
    _DENSE,
    "density of the body",
    10.0,
    23000.0,
    optional=True,
)
AIR: Final = Slot(
    "air_density", _DENSE, "density of the air", 0.01, 10.0, by_unit=True,
    before=vocabulary("air density, air density of, rho, ρ, density, density of, rho air"),
    because="how fast it falls turns on the density of the air",
)  # fmt: skip
TERMINAL: Final = Slot(
    "terminal_speed", _SPEED, "terminal speed", 1e-3, 1e4, bounds=frozenset(), optional=True,
    because="how fast it falls turns on its terminal speed, or on its mass and drag area (CdA)",
)  # fmt: skip
HEIGHT: Final = Slot(
    "fall_height", _METRE, "height it falls", 1e-3, 1e6, optional=False, by_unit=True,
    before=vocabulary("from, from a height of, height of, after falling, drop of, falls, falling, "
                      "fall of, height, h, from an altitude of, dropped, drops, from about"),
    after=vocabulary("fall, drop, up, high, of fall, above, above the ground, of falling, high up, "
                     "tower, cliff, building, bridge"),
    default=1e6, because="it falls until it gets no faster",
)  # fmt: skip
TIME: Final = Slot(
    "fall_time", _SECOND, "time it falls", 1e-3, 1e6, by_unit=True,
    before=vocabulary("after, in, within, for, after falling for"),
    default=1e5, because="it falls until it gets no faster",
)  # fmt: skip
_SETTLED: Final = 5.0  # v_t / g: then a fall from rest has all of its terminal speed but 0.01 %


def _settles(v: Mapping[str, float]) -> float:
    """Give by how much the fall goes on after it has settled, in v_t / g; negative if it ends."""
    g, vt = v["gravity"], v["terminal_speed"]
    seconds = g * v["fall_time"] / vt - _SETTLED
    return min(seconds, g * v["fall_height"] / vt**2 - _SETTLED)


def _by_speed(comparison: Comparison, slot: str) -> tuple[Seen, ...]:
    """Show a speed where the fall is steady in the end, or else as it ends."""
    return (
        steadily(comparison, only_where(_settles, stated(slot)), "body"),
        at_the_end(comparison, only_where(lambda v: -_settles(v), stated(slot)), "body"),
    )


SPEED: Final = Limit(
    "speed", _SPEED, "speed of the fall", 0.0, 1e4, says="It falls at",
    at_most=("stays_below", "exceeds"), at_least=("exceeds", "stays_below"),
    within=("falls_at", "falls_otherwise"), by_unit=True,
    before=vocabulary("reaches, exceeds, speed, speed of, velocity, terminal velocity, at, v, "
                      "terminal velocity of, terminal speed, terminal speed of, below, passes"),
    after=vocabulary("terminal velocity, terminal speed"),
    seen=_by_speed,
)  # fmt: skip


def _terminal(v: Mapping[str, float]) -> float:
    return math.sqrt(2 * v["mass"] * v["gravity"] / (v["air_density"] * v["drag_area"]))


def _speed(v: Mapping[str, float]) -> float:
    vt, g = v["terminal_speed"], v["gravity"]
    fallen = vt * math.sqrt(-math.expm1(-2 * g * v["fall_height"] / vt**2))
    return min(fallen, vt * math.tanh(g * v["fall_time"] / vt))


class Terminal(ClosedForm):
    """What falls through air stays below its terminal speed."""

    name = "terminal"
    purpose = "what falls through air gets as fast as its drag allows, and no faster"
    domain = Domain.FLUID
    equation = (
        "v_t = sqrt(2 m g / (rho CdA));  v = v_t sqrt(1 - exp(-2 g h / v_t²)) = v_t tanh(g t / v_t)"
    )
    law = "drag: at the terminal speed it bears the whole weight"
    outcomes = ("stays_below", "exceeds", "falls_at", "falls_otherwise")
    slots = as_needed(
        MASS, DRAG_AREA, BARE, COEFFICIENT, FACE, DIAMETER, RADIUS, BODY_DENSITY, AIR, TERMINAL,
        HEIGHT, TIME, *SPEED.slots, GRAVITY,
    )  # fmt: skip
    derived = ways(
        Derived("diameter", ("radius",), lambda v: 2 * v["radius"], "twice the radius"),
        Derived("mass", ("body_density", "diameter"),
                lambda v: v["body_density"] * math.pi / 6 * v["diameter"] ** 3,
                "a sphere of that density"),
        Derived("face_area", ("diameter",), lambda v: math.pi / 4 * v["diameter"] ** 2,
                "a circle of that diameter"),
        Derived("drag_area", ("drag_coefficient", "face_area"),
                lambda v: v["drag_coefficient"] * v["face_area"], "coefficient times area",
                natural=True),
        Derived("drag_area", ("drag_area_bare",), lambda v: v["drag_area_bare"], "in m²"),
        Derived("terminal_speed", ("mass", "gravity", "air_density", "drag_area"), _terminal,
                "drag bears the weight", natural=True),
    )  # fmt: skip
    formulas = (
        Formula("speed", _SPEED, _speed, ("terminal_speed", "gravity", "fall_height", "fall_time"),
                "speed of the fall"),
        Formula("terminal", _SPEED, lambda v: v["terminal_speed"], ("terminal_speed",),
                "terminal speed"),
    )  # fmt: skip
    limits = (SPEED,)
    wishes = WISHES
    speaks = SPEAKS
    contrary = CONTRARY
    tolerated = frozenset({"in the air", "slowly", "softly", "into the air", "barely",
                           "in mid air", "from the sky", *STEADY})  # fmt: skip
    understood = BODILY
    sights = (
        Check(name="gets_steady", statement="The body falls at a steady speed in the end.",
              antonym="The body falls faster and faster to the end."),
        Check(name="falls", statement="The body falls all the time.",
              antonym="The body stops or rises on its way.",
              shows=("stays_below", "exceeds", "falls_at")),
    )  # fmt: skip

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Say which area is the drag area, and whether a plain speed is to be reached."""
        placed: dict[int, str] = {}
        for n in with_unit(mentions, _AREA):
            near = (*before(words, mentions, n, 4), *after(words, mentions, n, 2))
            placed[n] = "drag_area" if says(near, DRAG_AREAS) else "face_area"
        # 'a canopy of CdA 45 m² and open' says it once, somewhere
        if len(placed) == 1 and words.any_of(DRAG_AREAS) is not None:
            placed = dict.fromkeys(placed, "drag_area")
        densities = with_unit(mentions, _DENSE)
        for n in densities:
            solid = mentions[n].quantity.value > SOLID_KG_M3
            placed[n] = "body_density" if solid else "air_density"
        for n in with_unit(mentions, _SPEED):
            if mentions[n].bound is None:
                reached = says(before(words, mentions, n, 4), REACHING)
                placed[n] = "speed_min" if reached else "speed_about"
        return placed

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Take what is thrown out of a plane for what is let go; see the protocol."""
        return super().affinity(without(words, THROWN_OUT), units)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Turn a limit round that an 'at no time' denies."""
        votes, turned = super()._votes(words, limited=limited)
        if turned and taken_by_bound(words, (p for wish in WISHES for p in wish.said)):
            turned = False
        return votes, turned or (limited and never_bound(words))

    def spans(self, words: Words) -> Mapping[str, Span]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        found = dict(super().spans(words))
        found["air_density"] = Span(1.15, 1.29, "air near the ground, cold to hot")
        heights = [m.quantity.value for m in read_quantities(words).mentions
                   if m.quantity.unit is _METRE]  # fmt: skip
        if max(heights, default=0.0) > HIGH_M:
            found["air_density"] = Span(0.8, 1.29, "air up to 4 km high")
        if "sea level" in words:
            found["air_density"] = Span(1.17, 1.27, "air at sea level, 5 to 30 °C")
        parachute = words.any_of(CANOPIES) is not None
        if words.any_of(PEOPLE) is not None:
            found["mass"] = Span(45.0, 130.0, "a person with the kit")
        if words.any_of(SPHERES) is not None and not parachute:
            found["drag_coefficient"] = Span(0.1, 0.55, "smooth and rough spheres")
            solid = materials_in(words, Property.DENSITY)
            if solid and "hollow" not in words:
                found["body_density"] = span_of(solid[0][1], Property.DENSITY)
        elif parachute:
            found["drag_coefficient"] = Span(0.7, 1.75, "flat canopies to deep ones")
        if words.any_of(("raindrop", "raindrops", "rain")) is not None:
            found["drag_coefficient"] = Span(0.45, 0.9, "raindrops, round to flattened")
            found["body_density"] = Span(995.0, 1000.0, "water")
            found["diameter"] = Span(0.0005, 0.006, "raindrops")
        elif words.any_of(("hailstone", "hail")) is not None:
            found["drag_coefficient"] = Span(0.4, 0.9, "hailstones")
            found["body_density"] = Span(700.0, 917.0, "hail")
        if not parachute and words.any_of(MEASURED) is None:
            for phrases, low, high in THINGS:
                said = words.any_of(phrases)
                if said is not None:
                    why = f"terminal speeds of a {said}"
                    found["terminal_speed"] = Span(low, high, why)
                    break
        elif parachute and words.any_of(PEOPLE) is not None and words.any_of(MEASURED) is None:
            found["drag_area"] = Span(15.0, 110.0, "parachutes that carry people")
        return found

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name the speed asked about, and masses that nothing has taken."""
        found = [*denied_values(words, given), *left_over(words, given, (_KG,))]
        names = {p.name for p in given}
        if words.any_of(THROWN) is not None and words.any_of(THROWN_OUT) is None:
            found += named([p for p in THROWN if p in words])
        steady, whole = words.any_of(STEADY), words.any_of(WHOLE_WAY)
        if steady is not None and whole is not None:
            # It gets steady in the end, and is not so from the start.
            found += named([f"{steady} {whole}"])
        there = whereabouts(words)
        elsewhere = [b.name for b in there.bodies]
        elsewhere += [there.strange] if there.strange is not None else []
        if elsewhere and AIR.name not in names:
            found += named(elsewhere)
        placed_there = elsewhere and not gravity_of_the_place(words, given)
        if placed_there and GRAVITY.name not in names:
            found += named([f"{elsewhere[0]}: which gravity"])
        limits = {s.name for s in SPEED.slots}
        if not limits & {p.name for p in given}:
            because = "the goal does not say of which speed"
            found.append(MissingParameter(name="speed", unit=_SPEED, because=because))
        return tuple(found)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        vt, lines = values["terminal_speed"], []
        if {"mass", "drag_area", "air_density"} <= set(values):
            lines.append(
                f"v_t = sqrt(2 × {values['mass']:.4g} kg × {values['gravity']:.4g} m/s² / "
                f"({values['air_density']:.4g} kg/m³ × {values['drag_area']:.4g} m²)) = "
                f"{vt:.4g} m/s"
            )
        else:
            lines.append(f"v_t = {vt:.4g} m/s")
        if values["fall_height"] < HEIGHT.default or values["fall_time"] < TIME.default:  # type: ignore[operator]
            lines.append(f"dropped from rest it gets to {say(_speed(values), _SPEED)}")
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build a body that falls by weight and drag; see the protocol."""
        require_complete(scenario)
        return falling_scene(values_of(scenario))


def falling_scene(values: Mapping[str, float]) -> Scene:
    """Build a body that falls by weight and drag until its speed is steady or it lands."""
    vt, g = values["terminal_speed"], values["gravity"]
    settles = _settles(values) > 0
    seconds = min(values["fall_time"], _SETTLED * vt / g)
    over = g * values["fall_height"] / vt**2
    if over < 1.0:
        # It lands before it is steady: the film ends soon after.
        seconds = min(seconds, 1.05 * vt / g * math.acosh(math.exp(over)))
    way_m = min(values["fall_height"], vt * seconds, g * seconds**2 / 2)
    radius_m = 0.025 * way_m
    lands = way_m == values["fall_height"]
    faster = seconds / 4.0 if seconds < 4.0 else pace(seconds)
    loss = g / vt**2
    if {"mass", "drag_area", "air_density"} <= set(values):
        loss = values["air_density"] * values["drag_area"] / (2 * values["mass"])
    lowest = radius_m

    @cache
    def fallen(moments: tuple[float, ...]) -> NDArray[np.float64]:
        start = way_m + radius_m
        states = integrate(
            lambda _t, y: (float(y[1]), loss * float(y[1]) ** 2 - g), (start, 0.0),
            # What is not steady yet is shown up to the moment that is asked about.
            np.minimum(np.array(moments) * faster, math.inf if settles else seconds),
            until=lambda _t, y: float(y[0]) - lowest,
            longest_step_s=seconds / 100,
        )  # fmt: skip
        return states[:, 0]

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        return poses(0.0, fallen(tuple(times_s)), 0.0, times_s)

    body = Body(name="body", role=BodyRole.MOVING, shape=Disc(radius_m), colour=BALL,
                x_m=0.0, y_m=way_m + radius_m, path=path)  # fmt: skip
    floor = (ground(-0.4 * way_m, 0.4 * way_m, 0.04 * way_m),) if lands else ()
    return Scene(
        bodies=(*floor, body), gravity_m_s2=g, duration_s=seconds / faster + 0.3,
        x_min_m=-0.4 * way_m, x_max_m=0.4 * way_m, y_min_m=-0.04 * way_m,
        y_max_m=way_m + 4 * radius_m, scale_bar_m=scale_bar_m(0.8 * way_m), pace=faster,
    )  # fmt: skip
