"""Spring launch: how high or how fast a compressed spring throws a body.

Equation
    k x² / 2 = m g h + m v² / 2;  h above the start; it leaves where the spring is relaxed; over
    a floor with friction it slides d = k x² / (2 mu m g)
Source
    OpenStax, University Physics vol. 1, sections 8.3 (conservation of energy) and 7.2.
Domain of validity
    A light spring that obeys Hooke's law and gives all its energy to a body that is not fixed to
    it; no drag. Upward launches are vertical, or up a smooth ramp; level ones run on a smooth
    floor unless friction is given, which then acts over the whole way.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.claims import Derived, Formula, Limit
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.constructions import PARTWAY
from storyworld.physics.family import Interpretation
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.leftover import as_claim, only_bounded
from storyworld.physics.motion import integrate, poses
from storyworld.physics.reach import MEASURING, kind_of, not_reached, swept, up_to
from storyworld.physics.scene import Body, Box, Disc, Scene
from storyworld.physics.scenery import BALL, LANDING, WALL, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.spring_words import (
    ABOVE,
    ALONG,
    ANGLE,
    COMPRESSION,
    EFFICIENCY,
    ENERGY,
    FORCE,
    FRICTION,
    LAUNCHED,
    RISE,
    SLIDE,
    SPEAKS,
    SPEED,
    STIFFNESS,
    UPWARD,
    WISHES,
)
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Scenario

_METRE, _SPEED = Unit.METRE, Unit.METRE_PER_SECOND
_UP: Final = vocabulary(
    "up, upward, upwards, straight up, vertical, vertically, height, high, apex, into the air, in "
    "the air, rises, climbs, skyward"
)
_LEVEL: Final = vocabulary(
    "horizontal, horizontally, level, table, floor, lane, track, rail, puck, glider, ice, along "
    "the, across the, frictionless surface, air track, sideways, tabletop, bench"
)
_FROM_RELAXED: Final = vocabulary(
    "above the relaxed, above the uncompressed, above its relaxed, above its natural length, above "
    "the spring's natural length, above its uncompressed, above the natural length, above the "
    "unstretched, above the end of the spring, above the top of the spring, above the relaxed "
    "position, above the spring's relaxed, above its equilibrium, after leaving the spring"
)
_ROUGH: Final = vocabulary(
    "rough, with friction, friction on the ramp, air drag, air resistance, half its energy, half "
    "of its energy, half the energy, half of the energy, some energy, energy lost, energy is lost, "
    "loses energy, losses, wasted, dissipated, dissipates, part of its energy, part of the energy, "
    "a third of its energy, a quarter of its energy, lost to heat, energy loss"
)
_RAMPS: Final = ("ramp", "incline", "slope", "inclined", "plane", "hill", "chute")
_RISES: Final = frozenset(vocabulary(
    "throw, throws, throwing, launch, launches, launching, lift, lifts, shoot, shoots, shooting, "
    "rise, rises, climb, climbs, ball, body, it, go, goes, fly, flies, get, gets, fling, flings, "
    "fire, fires, firing, jump, jumps, send, sends, sending, hurl, hurls, toss, tosses, pop, pops, "
    "lob, lobs, kick, kicks, propel, propels, bring, brings, carry, carries, leap, leaps, soar, "
    "soars, thrown, shot, sent, hurled, tossed, launched, flung, lobbed, drive, drives, raise, "
    "raises, catapults, ejects, push, pushes"
))  # fmt: skip
_ASKED: Final = ("height", "speed", "slide", "along")
_REQUIRES: Final = vocabulary(
    "requires, require, required, needs, needed, suffice, suffices, enough, is what, all it takes, "
    "sufficient, does the job, is necessary, necessary, all that it takes"
)


def _height(v: Mapping[str, float]) -> float:
    whole = v["efficiency"] * v["energy"] / (v["mass"] * v["gravity"])
    return whole - (v["above"] * v["compression"] if v["above"] else 0.0)


def _speed(v: Mapping[str, float]) -> float:
    squared = 2 * v["efficiency"] * v["energy"] / v["mass"]
    lift = 2 * v["gravity"] * v["compression"] * v["upward"]
    return math.sqrt(max(0.0, squared - lift))


def _along(v: Mapping[str, float]) -> float:
    return _height(v) / math.sin(math.radians(v["angle"]))


_ALONG: Final = Formula(
    "along", _METRE, _along, ("energy", "efficiency", "mass", "gravity", "above", "angle"),
    "way up the ramp",
)  # fmt: skip
_HEIGHT: Final = Formula(
    "height", _METRE, _height, ("energy", "efficiency", "mass", "gravity", "above"),
    "height above the start",
)  # fmt: skip
_SPEED_OFF: Final = Formula(
    "speed", _SPEED, _speed,
    ("energy", "compression", "efficiency", "mass", "gravity", "upward"),
    "speed at which it leaves the spring",
)  # fmt: skip


def _energy(v: Mapping[str, float]) -> float:
    if "stiffness" not in v or "compression" not in v:
        return v.get("energy", 0.0)
    return v["stiffness"] * v["compression"] ** 2 / 2


class Spring(ClosedForm):
    """A compressed spring throws a body as high or as fast as asked, or falls short."""

    name = "spring"
    purpose = "a compressed spring throws a body to a height, or sends it off at a speed"
    domain = Domain.ENERGY
    equation = "k x²/2 = m g h + m v²/2"
    law = "conservation of energy: what the spring stores becomes height and speed"
    outcomes = (
        "reaches", "short", "too_high", "gets_to", "slow", "too_fast", "fast", "too_slow",
        "leaves_at", "stops_before", "slides_on", "slides_so_far", "stops_short", "slides_about",
        "slides_otherwise", "short_on_ramp", "too_far", "climbs", "climbs_to",
    )  # fmt: skip
    slots = (
        STIFFNESS, COMPRESSION, FORCE, ENERGY, EFFICIENCY, LAUNCHED, FRICTION, UPWARD, ABOVE, ANGLE,
        *ALONG.slots, *RISE.slots, *SPEED.slots, *SLIDE.slots, GRAVITY,
    )  # fmt: skip
    derived = (
        Derived("stiffness", ("force", "compression"),
                lambda v: v["force"] / v["compression"] if "force" in v
                else v.get("stiffness", 0.0), "the force that holds it, by the compression"),
        Derived("compression", ("force", "stiffness"),
                lambda v: v["force"] / v["stiffness"] if "force" in v
                else v.get("compression", 0.0), "the force that holds it, by the stiffness"),
        Derived("energy", ("stiffness", "compression"), _energy, "k x²/2", natural=True),
    )  # fmt: skip
    formulas = (
        _HEIGHT, RISE.nearest(_HEIGHT), _ALONG, ALONG.nearest(_ALONG),
        _SPEED_OFF, SPEED.nearest(_SPEED_OFF),
        Formula(
            "slide", _METRE,
            lambda v: v["efficiency"] * v["energy"] / (v["friction"] * v["mass"] * v["gravity"]),
            ("energy", "efficiency", "friction", "mass", "gravity"), "distance it slides",
        ),
    )  # fmt: skip
    limits = (RISE, ALONG, SPEED, SLIDE)
    wishes = WISHES
    speaks = SPEAKS
    tolerated = frozenset({"into the air", "in the air", "in mid air", "into the sky", "sideways",
                           "backwards", "backward"})  # fmt: skip
    contrary = PARTWAY + vocabulary("breaks, snaps, explodes, comes back down in, oscillates, "
                                   "range, lands, over a wall, sticks to, stuck to it, glued to "
                                   "it, attached to it, attached to the spring, fixed to the "
                                   "spring, fixed to it, fastened to it, tied to it, stays on "
                                   "the spring, yields, melts, stays attached, wind, gust, drag, "
                                   "parachute, balloon, kite")  # fmt: skip
    sights = (
        Check(
            name="is_thrown",
            statement="The spring pushes the body off and the body leaves it.",
            antonym="The body stays on the spring.",
            shows=("fast", "leaves_at"),
        ),
        Check(
            name="gets_there",
            statement="The body gets to the marked line.",
            antonym="The body stops or turns back before the marked line.",
            shows=("reaches", "gets_to", "slides_so_far"),
        ),
        Check(
            name="gets_past",
            statement="The whole body gets past the marked line.",
            antonym="A part of the body or all of it stays on this side of the marked line.",
            denies=("short", "stops_before"),
        ),
    )

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:
        """See the protocol; what goes too far for the picture, or is not asked, has no line."""
        if scenario.missing or all(b.name != "line" for b in self.stage(scenario).bodies):
            return self.sights[:1]
        # Above the relaxed spring a height is less than the one that the film marks.
        above = scenario.parameter("above")
        return self.sights[:2] if above and above.quantity.value else self.sights

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """See :class:`storyworld.physics.family.Family`."""
        found = up_to(words, mentions, _METRE, _RISES, "height_about")
        for index, mention in enumerate(mentions[1:], start=1):
            # A length right behind a stiffness, as in 'the 1000 N/m, 12 cm spring'.
            behind = mentions[index - 1]
            if (
                mention.quantity.unit is _METRE
                and behind.quantity.unit is Unit.NEWTON_PER_METRE
                and mention.first_token - behind.next_token == 1
                and words.tokens[behind.next_token].text in {",", "and", "over", "by"}
            ):
                found[index] = "compression"
        if words.any_of(_RAMPS) is None:
            as_claim(words, mentions, self.slots, found, _METRE, "height", unless=_ASKED)
            as_claim(words, mentions, self.slots, found, _SPEED, "speed", unless=_ASKED)
            return found
        for index, mention in enumerate(mentions):
            if mention.quantity.unit is Unit.DEGREE:
                found[index] = "angle"
            elif mention.quantity.unit is _METRE:
                tokens = words.tokens[mention.next_token : mention.next_token + 3]
                after = " ".join(t.text for t in tokens)
                if after.startswith(("up the", "up a", "up an", "along", "up its")):
                    found[index] = f"along_{kind_of(mention)}"
        return found

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        given = _enough(words, not_reached(words, given, self.limits), self.limits)
        return super().interpret(words, given)

    def _heard(self) -> Iterator[str]:
        """Hear denials of what measures a height too; see the protocol."""
        yield from super()._heard()
        yield from MEASURING

    def _denies_limit(self, words: Words, given: tuple[Parameter, ...]) -> bool:
        """Hear 'there is no way that it ...' too; see the protocol."""
        names = {c.threshold for c in self._stated(given)}
        return super()._denies_limit(words, given) or swept(words, given, names)

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Take the direction of the launch, and where heights count from, out of the words."""
        names = {p.name for p in given}
        found = []
        if words.any_of(_FROM_RELAXED) is not None:
            found.append(inferred("above", 1.0, Unit.ONE, "heights count from the relaxed spring"))
        up = words.any_of(_UP) is not None or any(
            n.startswith(("height_", "along_")) for n in names
        )
        if up and words.any_of(("horizontal", "horizontally")) is None:
            found.append(inferred("upward", 1.0, Unit.ONE, "the launch is upward"))
        elif words.any_of(_LEVEL) is not None:
            found.append(inferred("upward", 0.0, Unit.ONE, "the launch is level"))
        return tuple(found)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Ask how much friction takes, where there is some and it is asked how fast or high."""
        names = {p.name for p in given}
        sliding = any(n.startswith("slide_") for n in names)
        rubs = words.asserted(_ROUGH)[0] or "friction" in names
        ignored = words.any_of(("ignore", "ignoring", "neglect", "neglecting", "negligible"))
        if rubs and not sliding and ignored is None:
            because = "the goal speaks of losses on the way, and not how much they take"
            return (MissingParameter(name="energy_loss", unit=Unit.JOULE, because=because),)
        return tuple(only_bounded(self.slots, given))

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        lines = []
        if "stiffness" in values and "compression" in values:
            k, x = values["stiffness"], values["compression"]
            stored = say(_energy(values), Unit.JOULE)
            lines.append(f"k x²/2 = {k:.4g} N/m × ({x:.4g} m)²/2 = {stored}")
        if "energy" in values and "mass" in values:
            energy, m, g = values["energy"], values["mass"], values["gravity"]
            if values.get("upward", 1.0):
                high = say(_HEIGHT.of({**values, "above": 0.0}), _METRE)
                lines.append(f"h = {energy:.4g} J/({m:.4g} kg × {g:.4g} m/s²) = {high}")
            else:
                fast = say(math.sqrt(2 * energy * values["efficiency"] / m), _SPEED)
                lines.append(f"v = √(2 × {energy:.4g} J/{m:.4g} kg) = {fast}")
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build a spring's plate and a body that it throws by its equation of motion."""
        require_complete(scenario)
        values = values_of(scenario)
        m, g = values["mass"], values["gravity"]
        energy = values["efficiency"] * values["energy"]
        upward = values.get("upward", 0.0) > 0.5
        slides = any(s.name in values for s in SLIDE.slots)
        rub = values["friction"] * g if slides else 0.0
        weight = g if upward else rub
        high = energy / (m * weight) if weight else None
        # Without a compression (an energy is given) the film takes a short one.
        x = values.get("compression", 0.1 * high if high else 0.1)
        rate = 2 * energy / (m * x * x)  # k / m

        def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float]:
            pushes = rate * (x - float(y[0])) if y[0] < x else 0.0
            return (float(y[1]), pushes - weight)

        swing = math.sqrt(1 / rate)

        def way(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            ends = (lambda t, y: float(y[1]) if t > 0.1 * swing else 1.0) if rub else None
            if not upward:
                step = min(0.02, 0.1 * swing)
                return integrate(rates, (0.0, 0.0), times_s, until=ends, longest_step_s=step)[:, 0]
            return integrate(
                rates, (0.0, 0.0), times_s, longest_step_s=min(0.02, 0.1 * swing),
                until=lambda t, y: float(y[0]) if t > swing else 1.0,
            )[:, 0]  # fmt: skip

        fast = math.sqrt(2 * energy / m)
        reach = max(high or 0.0, 3 * x) if weight else max(12 * x, 0.5 * fast)
        asked = next((values[s.name] for s in (*RISE.slots, *SLIDE.slots) if s.name in values), 0.0)
        seen = max(reach, min(asked, 2.5 * reach))
        size = 0.04 * seen
        axis = math.pi / 2 if upward else 0.0

        def at(along: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
            return (0 * along, along) if upward else (along, 0 * along + size)

        def body_path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            return poses(*at(way(times_s) + (size if upward else 0.0)), 0.0, times_s)

        def plate_path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            behind = np.minimum(way(times_s), x) - (0.3 * size if upward else 1.3 * size)
            return poses(*at(behind), axis, times_s)

        if upward and high is not None:
            seconds = math.sqrt(2 * high / g) * 2 + 2 * swing + 0.3
        elif rub:
            seconds = fast / rub + 2 * swing + 0.5
        else:
            seconds = reach / fast + swing
        bodies = [ground(-2 * seen, 3 * seen, 0.05 * seen, -0.6 * size if upward else 0.0)]
        if not upward:
            # What it slides on is only a mark, so that it is seen to move freely.
            top = Body("track", BodyRole.MARK, Box(5 * seen, 0.05 * seen), ground(0, 1, 1).colour,
                       0.0, -0.025 * seen)  # fmt: skip
            bodies = [top]
        if asked and asked <= seen:
            shape = Box(0.4 * seen, 0.006 * seen) if upward else Box(0.006 * seen, 5 * size)
            line_x, line_y = (0.0, asked) if upward else (asked + size, 2.5 * size)
            bodies.append(Body("line", BodyRole.MARK, shape, LANDING, line_x, line_y))
        plate = Body(
            "plate", BodyRole.MARK, Box(0.5 * size, 2.2 * size), WALL,
            0.0 if upward else -1.3 * size, -0.3 * size if upward else size, axis, path=plate_path,
        )  # fmt: skip
        body = Body("body", BodyRole.MOVING, Disc(size), BALL, 0.0, size, path=body_path)
        wide = 0.45 * seen
        return Scene(
            bodies=(*bodies, plate, body),
            gravity_m_s2=g,
            duration_s=min(max(seconds, 0.4), 15.0),
            x_min_m=-wide if upward else -4 * size,
            x_max_m=wide if upward else seen + 3 * size,
            y_min_m=-1.5 * size,
            y_max_m=seen + 3 * size if upward else 8 * size,
            scale_bar_m=scale_bar_m(2 * wide if upward else seen),
        )


def _enough(
    words: Words, given: tuple[Parameter, ...], limits: Iterable[Limit]
) -> tuple[Parameter, ...]:
    """Read what a launch needs: at most so much suffices, and more than so much does not."""
    pressed = next((p for p in given if p.name in ("compression", "energy")), None)
    if pressed is None or pressed.bound is None or words.any_of(_REQUIRES) is None:
        return given
    names: dict[str, str] = {}
    if pressed.bound is Comparison.AT_LEAST:
        names = {k: v for limit in limits for k, v in limit.swapped.items()}
    return tuple(
        p.revised(bound=None) if p is pressed else p.revised(name=names.get(p.name, p.name))
        for p in given
    )
