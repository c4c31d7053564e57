"""Human jump: how high, how long and how far somebody jumps unaided.

Equation
    h = v² / (2 g) of the centre of mass;  t = 2 v / g;  a box or bar stands no higher than h + c;
    a gap is no wider than the reach, which goes with 1 / g
Source
    OpenStax, University Physics vol. 1, section 3.5 (motion with constant acceleration). The
    bounds are biomechanics, recalled: a standing take-off at up to about 3.7 m/s (a rise of
    0.7 m; the best athletes), with a run-up 4.8 m/s, off a trampoline about 10 m/s; standing
    long jumps to 3.7 m, with a run-up to 9.0 m (world record 8.95 m), 3 m for anybody healthy;
    c = 0.9 m, hip height less tucked legs.
Domain of validity
    One unaided human being, from firm level ground, landing at the same level; elsewhere the
    take-off speed is that on Earth. What lies between what anybody and what the best can do, only
    a look at the jumper can tell.
"""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.bound_denials import taken_by_bound
from storyworld.physics.claims import Claim, Derived, Formula
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import MASS, inferred
from storyworld.physics.constructions import PARTWAY
from storyworld.physics.family import Interpretation
from storyworld.physics.gravity import GRAVITY, gravity_of_the_place
from storyworld.physics.jump_reading import (
    ACROSS,
    MEASURES,
    NOT_HUMAN,
    ONTO,
    STANDING,
    THINGS,
    aided,
    down,
    on_trampoline,
    runs_up,
)
from storyworld.physics.jump_words import (
    ABILITY,
    AIR_TIME,
    ANGLE,
    GAP,
    OBSTACLE,
    REACH,
    RISE,
    SPEAKS,
    TAKEOFF,
    TUCK,
    WISHES,
)
from storyworld.physics.leftover import as_claim, only_bounded
from storyworld.physics.motion import integrate, poses
from storyworld.physics.reach import kind_of, not_reached
from storyworld.physics.scene import Body, Box, Scene
from storyworld.physics.scenery import BLOCK, LANDING, WALL, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention
from storyworld.reading.unplaced import named
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Scenario

_METRE, _SPEED = Unit.METRE, Unit.METRE_PER_SECOND
_EARTH: Final = 9.81
_ANYBODY_M: Final = 3.0
_BEST_RUNNING_M: Final = 9.0
_STANDING_M: Final = (1.2, 3.75)


def _rise(v: Mapping[str, float]) -> float:
    return v["ability"] ** 2 / (2 * v["gravity"])


def _air_time(v: Mapping[str, float]) -> float:
    return 2 * v["ability"] / v["gravity"]


def _far(v: Mapping[str, float]) -> float:
    return v["reach"] * _EARTH / v["gravity"]


_RISE: Final = Formula("rise", _METRE, _rise, ("ability", "gravity"), "rise of the centre of mass")
_AIR_TIME: Final = Formula("air_time", Unit.SECOND, _air_time, ("ability", "gravity"),
                           "time in the air")  # fmt: skip
_SPARE: Final = Formula(
    "spare_height", _METRE, lambda v: _rise(v) + v["tuck"] - v["obstacle"],
    ("ability", "gravity", "tuck", "obstacle"), "height to spare over what is jumped",
)  # fmt: skip
_FAR: Final = Formula("jump_length", _METRE, _far, ("reach", "gravity"), "length of the jump")


class Jump(ClosedForm):
    """Somebody jumps as high, as long or as far as asked, or nobody can."""

    name = "jump"
    purpose = "a human being jumps unaided to a height or across a gap, or cannot"
    domain = Domain.KINEMATICS
    equation = "h = v²/(2 g);  t = 2 v/g"
    law = "energy at take-off, and how fast human legs can leave the ground"
    outcomes = (
        "jumps", "exceeds_human", "stays_lower", "jumps_higher", "jumps_to", "lands_sooner",
        "stays_longer", "in_the_air", "in_the_air_for", "gets_over", "does_not_get_over",
        "crosses", "falls_short", "jumps_far", "stays_nearer", "jumps_farther", "jumps_as_far",
    )  # fmt: skip
    slots = (
        TAKEOFF, ABILITY, ANGLE, REACH, OBSTACLE, TUCK, *RISE.slots, *AIR_TIME.slots, *GAP.slots,
        MASS, GRAVITY,
    )  # fmt: skip
    derived = (
        Derived("ability", ("takeoff",), lambda v: v["takeoff"] if "takeoff" in v
                else v["ability"], "the take-off speed given"),
        Derived("reach", ("takeoff", "angle"),
                lambda v: v["takeoff"] ** 2 * math.sin(math.radians(2 * v["angle"])) / _EARTH
                if "takeoff" in v and "angle" in v else v.get("reach", 0.0),
                "how far that take-off goes on Earth"),
    )  # fmt: skip
    formulas = (
        _RISE, RISE.nearest(_RISE), _AIR_TIME, AIR_TIME.nearest(_AIR_TIME), _SPARE, _FAR,
        GAP.nearest(_FAR),
    )  # fmt: skip
    claims = (
        Claim("gets_over", "exceeds_human", "spare_height", Comparison.AT_LEAST, 0.0,
              "There is a height of at least {} to spare."),
        Claim("does_not_get_over", "gets_over", "spare_height", Comparison.AT_MOST, 0.0,
              "There is a height of at most {} to spare."),
    )  # fmt: skip
    limits = (RISE, AIR_TIME, GAP)
    wishes = WISHES
    speaks = SPEAKS
    tolerated = frozenset({"in the air", "into the air", "in mid air", "in midair", "comes back",
                           "returns", "sideways", "backwards", "backward", "several"})  # fmt: skip
    contrary = PARTWAY + vocabulary("hovers, floats, flies, glides, forever, breaks, lands on one "
                                   "foot, double jump, second jump in, somersault, backflip, "
                                   "spins")  # fmt: skip
    sights = (
        Check(
            name="leaves_the_ground",
            statement="The person jumps off the ground and comes down again.",
            antonym="The person stays on the ground.",
            shows=(
                *(c.outcome for limit in (RISE, AIR_TIME) for c in limit.claims),
                "jumps_far",
                "crosses",
                "gets_over",
            ),
        ),
        Check(
            name="gets_there",
            statement="The person gets to the marked height, or to the far side.",
            antonym="The person stays below the marked height, or short of the far side.",
            shows=("jumps", "jumps_to", "jumps_far", "crosses"),
            denies=("stays_lower", "stays_nearer"),
        ),
    )

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Leave alone what is aided, not human, or a jump down; see the protocol."""
        if words.asserted(NOT_HUMAN)[0] or aided(words) or down(words):
            return 0.0
        return super().affinity(words, units)

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Tell what is jumped onto or over from what the centre of mass rises by."""
        found: dict[int, str] = {}
        for index, mention in enumerate(mentions):
            if mention.quantity.unit is not _METRE:
                continue
            first = mention.first_token
            if words.follows(mention.next_token, ("tall",)) and not THINGS & set(words.present):
                found[index] = ""  # how tall the jumper is
                continue
            before = [t.text for t in words.tokens[max(0, first - 5) : first]]
            after = [t.text for t in words.tokens[mention.next_token : mention.next_token + 3]]
            if {
                "across",
                "gap",
                "long",
                "wide",
                "horizontal",
                "far",
                "ditch",
                "stream",
                "creek",
                "forward",
                "forwards",
                "horizontally",
                "distance",
                "crosses",
                "clears",
                "chasm",
                "canyon",
            } & {*before, *after} and not {"high", "tall", "higher"} & set(after):
                found[index] = f"gap_{kind_of(mention)}"
            elif (ONTO & {*before[-3:]} or THINGS & {*before[-3:], *after}) and not (
                {"mass", "cm"} & {*before}
            ):
                found[index] = "obstacle"
        as_claim(words, mentions, self.slots, found, _METRE, "rise", unless=("time", "gap"))
        return found

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        given = _only_takeoff(words, not_reached(words, given, self.limits))
        return super().interpret(words, given)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Let the verb alone ask for nothing: how high, long or far is what is asked."""
        votes, turned = super()._votes(words, limited=limited)
        # One verb denied turns the limit round, whatever noun ('CM rise') stands beside it.
        verbs = next(wish.said for wish in self.wishes if wish.turns)
        turned = turned or (limited and words.asserted(verbs)[1])
        turned = turned and not taken_by_bound(words, verbs)
        for verb in ("jumps", "stays_lower"):
            votes.pop(verb, None)
        if limited and not THINGS & set(words.present):
            # What is leapt over is wide, not high.
            votes.pop("gets_over", None)
            votes.pop("does_not_get_over", None)
        if not limited and words.any_of(ACROSS) is not None and not THINGS & set(words.present):
            votes = {"crosses": None}
        over = words.asserted(("clears", "clear", "get over", "gets over", "gets onto"))
        if THINGS & set(words.present) and any(over):
            votes["gets_over" if over[0] else "does_not_get_over"] = None
        return votes, turned

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Let a run-up lift what can be done; see the class above."""
        if any(p.name == "takeoff" for p in given):
            return ()
        if on_trampoline(words):
            because = "the best leave a trampoline at about 10 m/s"
            return (inferred("ability", 10.0, _SPEED, because, 1.0),)
        if not runs_up(words):
            return ()
        return (
            inferred("ability", 4.8, _SPEED, "the best take off at 4.8 m/s with a run-up", 0.2),
        )

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Ask how much 'several metres' are; see the protocol."""
        vague = [f"several {noun}" for noun in MEASURES if f"several {noun}" in words]
        return (*named(vague), *only_bounded(self.slots, given), *_too_fast(words, given))

    def spans(self, words: Words) -> Mapping[str, Span]:
        """Give what anybody and what the best can reach."""
        if words.asserted(STANDING)[0] or words.any_of(("no run up", "without a run up")):
            reach = Span(*_STANDING_M, "standing long jumps, from anybody's to the best")
        else:
            reach = Span(_ANYBODY_M, _BEST_RUNNING_M, "long jumps, from anybody's to the best")
        return {**super().spans(words), "reach": reach}

    def visual(self, words: Words, given: tuple[Parameter, ...]) -> bool:
        """Say that a gap between what anybody and what the best can cross has to be seen."""
        names = {p.name: p.quantity.value for p in given}
        if "takeoff" in names:
            return False
        gap = next((v for n, v in names.items() if n.startswith("gap_")), None)
        if gap is None:
            return False
        g = next((p.quantity.value for p in gravity_of_the_place(words, given)), _EARTH)
        reach = self.spans(words)["reach"]
        return reach.low <= gap * names.get("gravity", g) / _EARTH <= reach.high

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        v, g = values["ability"], values["gravity"]
        if "reach" in values:
            d = values["reach"]
            far = say(_far(values), _METRE)
            return (f"d = {d:.3g} m × 9.81 m/s²/({g:.4g} m/s²) = {far}",)
        return (
            f"h = ({v:.3g} m/s)²/(2 × {g:.4g} m/s²) = {say(_rise(values), _METRE)}",
            f"t = 2 × {v:.3g} m/s/({g:.4g} m/s²) = {say(_air_time(values), Unit.SECOND)}",
        )

    def stage(self, scenario: Scenario) -> Scene:
        """Build a body that leaves the ground and flies by its equation of motion."""
        require_complete(scenario)
        values = values_of(scenario)
        g = values["gravity"]
        gap = next((values[s.name] for s in GAP.slots if s.name in values), None)
        if gap is not None and "reach" in values:
            return _across(gap, _far(values), g)
        rise = _rise(values)
        asked = next((values[s.name] for s in RISE.slots if s.name in values), None)
        if asked is not None and "takeoff" not in values:
            rise = min(rise, asked)
        obstacle = values.get("obstacle", 0.0)
        tall, wide = 1.75, 0.45
        v0 = math.sqrt(2 * g * rise)

        def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            states = integrate(
                lambda _t, y: (float(y[1]), -g), (tall / 2, v0), times_s,
                until=lambda t, y: float(y[0]) - tall / 2 if t > 1e-3 else 1.0,
            )  # fmt: skip
            return poses(0.0, states[:, 0], 0.0, times_s)

        top = tall + max(rise, min(asked or 0.0, 3 * rise + 1.0))
        bodies = [ground(-4 * top, 4 * top, 0.06 * top)]
        if asked is not None:
            bodies.append(
                Body("line", BodyRole.MARK, Box(1.2 * top, 0.008 * top), LANDING,
                     0.0, tall + min(asked, top - tall))
            )  # fmt: skip
        if obstacle:
            bodies.append(
                Body("obstacle", BodyRole.MARK, Box(0.5, min(obstacle, top)), WALL,
                     0.9, min(obstacle, top) / 2)
            )  # fmt: skip
        jumper = Body("jumper", BodyRole.MOVING, Box(wide, tall), BLOCK, 0.0, tall / 2, path=path)
        return Scene(
            bodies=(*bodies, jumper),
            gravity_m_s2=g,
            duration_s=min(2 * v0 / g + 0.3, 15.0),
            x_min_m=-0.7 * top,
            x_max_m=0.7 * top,
            y_min_m=-0.06 * top,
            y_max_m=1.08 * top,
            scale_bar_m=scale_bar_m(1.4 * top),
        )


def _across(gap: float, far: float, g: float) -> Scene:
    """Build a gap and a jump over it at 35 degrees that goes as far as it can."""
    far = min(far, 1.3 * gap)
    up = math.radians(35.0)
    v0 = math.sqrt(far * g / math.sin(2 * up))
    tall, wide = max(0.5, 0.2 * gap), max(0.12, 0.05 * gap)

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        start = (0.0, tall / 2, v0 * math.cos(up), v0 * math.sin(up))
        short = far < gap
        floor = -0.6 * gap + tall / 2 if short else tall / 2
        states = integrate(
            lambda _t, y: (float(y[2]), float(y[3]), 0.0, -g), start, times_s,
            until=lambda t, y: float(y[1]) - floor if t > 1e-3 else 1.0,
        )  # fmt: skip
        x, y = states[:, 0], states[:, 1]
        # Who falls short drops down the wall of the far side.
        x = np.where(y < tall / 2 - 1e-9, np.minimum(x, gap - wide / 2), x)
        return poses(x, y, 0.0, times_s)

    depth = 0.6 * gap
    near = Body("near_side", BodyRole.SUPPORT, Box(gap, depth), WALL, -gap / 2, -depth / 2)
    side = Body("far_side", BodyRole.SUPPORT, Box(gap, depth), LANDING, 1.5 * gap, -depth / 2)
    jumper = Body("jumper", BodyRole.MOVING, Box(wide, tall), BLOCK, 0.0, tall / 2, path=path)
    return Scene(
        bodies=(near, side, jumper),
        gravity_m_s2=g,
        duration_s=2 * v0 * math.sin(up) / g + 0.6,
        x_min_m=-0.3 * gap,
        x_max_m=1.5 * gap,
        y_min_m=-depth,
        y_max_m=far * math.tan(up) / 4 + 1.3 * tall,
        scale_bar_m=scale_bar_m(1.8 * gap),
    )


def _too_fast(words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
    """Name a take-off faster than anybody's: it may be claimed beside what is asked."""
    fast = next((p for p in given if p.name == "takeoff"), None)
    best = 10.0 if on_trampoline(words) else 5.0
    if fast is None or fast.quantity.value <= best:
        return ()
    because = f"nobody leaves the ground at {say(fast.quantity.value, _SPEED)} by their own legs"
    return (MissingParameter(name="takeoff", unit=_SPEED, because=because),)


def _only_takeoff(words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Read a take-off speed as what is asked where nothing else is: so fast, so high."""
    fast = next((p for p in given if p.name == "takeoff"), None)
    asked = any(p.name.startswith(("rise_", "time_", "gap_", "obstacle")) for p in given)
    if fast is None or asked or gravity_of_the_place(words, given) or words.any_of(ACROSS):
        return given
    rise = fast.quantity.value**2 / (2 * _EARTH)
    name = {Comparison.AT_MOST: "rise_max", Comparison.AT_LEAST: "rise_min"}.get(
        fast.bound, "rise_about"
    ) if fast.bound is not None else "rise_about"  # fmt: skip
    said = inferred(name, rise, _METRE, "who leaves the ground at that speed rises so high")
    return (*(p for p in given if p is not fast), said)
