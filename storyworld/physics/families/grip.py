"""A gripper holds a body between its fingers by friction, or the body slips.

Equation
    it holds iff n mu N >= m (g + a), n fingers (two unless said otherwise)
Source
    OpenStax, University Physics vol. 1, section 6.2 (friction), with Newton's second law.
Domain of validity
    Flat vertical fingers that press sideways with the force N each, the body lifted straight up
    with the acceleration a; nothing holds it from below.
"""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.beside import beside_the_point
from storyworld.physics.claims import Claim, Derived, Formula, Limit, Seen, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.dry_friction import (
    KINETIC,
    friction_slot,
    g_mentions,
    in_g,
    no_friction,
)
from storyworld.physics.family import Interpretation, Slot
from storyworld.physics.fast_motion import pace
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.grip_words import (
    CONTRARY,
    COUNTED,
    GRIPPERS,
    HELPS,
    HOLDS,
    LIFT_AFTER,
    LIFT_BEFORE,
    LOWER_AFTER,
    LOWER_BEFORE,
    MASS_AFTER,
    MASS_BEFORE,
    NEEDS,
    NEVER,
    NOTHING,
    OUTCOMES,
    SLIPS,
    SQUEEZE_AFTER,
    SQUEEZE_BEFORE,
    SUFFICES,
)
from storyworld.physics.hearing import asserted, bounded_twice, heard, limits_alone
from storyworld.physics.motion import integrate, poses
from storyworld.physics.nearby import limit_of, ways, with_unit
from storyworld.physics.needed import needed_behind
from storyworld.physics.scene import Body, Box, Path, Scene
from storyworld.physics.scenery import BLOCK, LANDING, RAMP, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.wording import say
from storyworld.reading.quantities import Bound, Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Question, Scenario

_NEWTON: Final = Unit.NEWTON
_ACCELERATION: Final = Unit.METRE_PER_SECOND_SQUARED
_BODY_M: Final = 0.10
_FINGER_M: Final = (0.03, 0.16)
_STILL_M: Final = 0.006
_SLID_M: Final = 0.03
_WAY_M: Final = 0.10
_MARKS: Final = ((150, 30, 200), (0, 180, 200), (120, 60, 10))
_MARK_GAP_M: Final = 0.14
_WRIST: Final = (60, 70, 90)

_NEEDS: Final = (
    "mass", "gravity", "lift_acceleration", "lower_acceleration", "fingers", "friction",
)  # fmt: skip

MASS: Final = Slot(
    "mass", Unit.KILOGRAM, "mass of what is held", 1e-6, 1e6,
    before=MASS_BEFORE, after=MASS_AFTER,
    by_unit=True, because="whether a grip holds turns on the mass it holds",
)  # fmt: skip
WEIGHT: Final = Slot(
    "weight", _NEWTON, "weight of what is held", 1e-5, 1e7,
    before=vocabulary("weighs, weighing, weight, weight of, object weight, load of, "
                      "weight is, part weight, payload of"),
    after=vocabulary("weight, object, box, load, payload, part, block, jar, bottle, in weight, "
                     "of weight, brick, tool, package, can, workpiece"),
    optional=True,
)  # fmt: skip
SQUEEZE: Final = Slot(
    "squeeze", _NEWTON, "force of each finger", 0.0, 1e7,
    before=SQUEEZE_BEFORE, after=SQUEEZE_AFTER,
    by_unit=True, because="whether a grip holds turns on how hard it squeezes",
)  # fmt: skip
FINGERS: Final = Slot(
    "fingers", Unit.ONE, "number of fingers", 1.0, 20.0,
    before=vocabulary("fingers, jaws, number of fingers, contacts, number of jaws, n fingers"),
    after=vocabulary("finger, fingers, jaw, jaws, fingered, jawed, finger gripper, fingertips, "
                     "padded fingers, contacts, contact points, pads, finger hand, "
                     "rubber fingers, soft fingers, steel fingers, flat jaws, metal fingers"),
    counts=True, default=2.0, because="a gripper has two fingers unless the goal says otherwise",
)  # fmt: skip
LIFT: Final = Slot(
    "lift_acceleration", _ACCELERATION, "upward acceleration", 0.0, 1e4,
    before=LIFT_BEFORE, after=LIFT_AFTER,
    by_unit=True,
    default=0.0, because="held still or lifted steadily unless the goal says otherwise",
)  # fmt: skip
# Beyond free fall the body would slip upwards.
LOWER: Final = Slot(
    "lower_acceleration", _ACCELERATION, "downward acceleration", 0.0, 9.5,
    before=LOWER_BEFORE, after=LOWER_AFTER, optional=True,
    default=0.0, because="not accelerated downwards unless the goal says so",
)  # fmt: skip
FRICTION: Final = friction_slot(
    "friction between fingers and body",
    "whether a grip holds turns on the friction between fingers and body",
    ", pad friction, pad friction of, fingertip friction, finger friction",
)  # fmt: skip


def _hold(v: Mapping[str, float]) -> float:
    return v["fingers"] * v["friction"] * v["squeeze"]


def _felt(v: Mapping[str, float]) -> float:
    return max(0.0, v["gravity"] + v["lift_acceleration"] - v["lower_acceleration"])


def _pull(v: Mapping[str, float]) -> float:
    return v["mass"] * _felt(v)


def _needed(v: Mapping[str, float]) -> float:
    return _pull(v) / (v["fingers"] * max(v["friction"], 1e-6))


def _slip(comparison: Comparison) -> Seen:
    limit = _STILL_M if comparison is Comparison.AT_MOST else _SLID_M
    return Seen(Measure.DISPLACEMENT, Unit.METRE, ("body",), comparison, limit,
                "How far does the body slip between the fingers?")  # fmt: skip


NEEDED: Final = Limit(
    "needed_squeeze", _NEWTON, "force of each finger that is needed", 1e-5, 1e9,
    says="Each finger needs",
    at_most=("enough_with", "needs_more"), at_least=("needs_more", "enough_with"),
    within=("needs_about", "needs_other"),
    before=vocabulary("needs, needs a force of, requires, required, required force, minimum force, "
                      "minimum grip force, minimum force of, needed, minimum squeeze, "
                      "required grip force, takes, minimum grip force is, need, "
                      "requires a grip of, "
                      "needs a grip force of, requires a grip force of, needs a squeeze of"),
    after=vocabulary("is needed, are needed, needed, required, is required, are required, "
                     "per finger is needed, per finger are needed"),
)  # fmt: skip


class Grip(ClosedForm):
    """A gripped body is held, or slips."""

    name = "grip"
    purpose = "a gripper holds or lifts a body by friction, or the body slips"
    domain = Domain.STATICS
    equation = "it holds if n mu N >= m (g + a)"
    law = "Newton's second law: friction at the fingers carries the body"
    outcomes = (
        "holds", "slips", "enough_with", "needs_more", "needs_about", "needs_other",
    )  # fmt: skip
    slots = (
        MASS, WEIGHT, SQUEEZE, FRICTION, FINGERS, LIFT, LOWER, *NEEDED.slots, KINETIC, GRAVITY,
    )  # fmt: skip
    derived = ways(
        Derived("mass", ("weight", "gravity"), lambda v: v["weight"] / v["gravity"],
                "its weight over g"),
    )  # fmt: skip
    formulas = (
        Formula("grip_slack", _NEWTON, lambda v: _hold(v) - _pull(v),
                (*_NEEDS, "squeeze"),
                "force that friction could still give"),
        Formula("needed_squeeze", _NEWTON, _needed,
                _NEEDS,
                "force of each finger that is needed"),
        Formula("friction_force", _NEWTON, _hold, ("fingers", "friction", "squeeze"),
                "what friction can carry"),
    )  # fmt: skip
    claims = (
        Claim("holds", "slips", "grip_slack", Comparison.AT_LEAST, 0.0,
              "Friction at the fingers can carry the body.", seen=_slip(Comparison.AT_MOST)),
        Claim("slips", "holds", "grip_slack", Comparison.AT_MOST, 0.0,
              "The body asks for more than friction at the fingers can carry.",
              seen=_slip(Comparison.AT_LEAST)),
    )  # fmt: skip
    limits = (NEEDED,)
    wishes = (
        Wish("holds", "slips", HOLDS),
        Wish("slips", "holds", SLIPS),
    )
    driven = (SQUEEZE.name,)
    speaks = Speaks(
        all_of=(GRIPPERS, OUTCOMES),
        helps=HELPS,
        units=frozenset({_NEWTON, Unit.KILOGRAM}),
        never=NEVER,
        tolerates=("person", "machine", "force", "change", "suspension", "vehicle", "fluid"),
    )
    tolerated = frozenset({"into the air", "in the air", "slowly", "in mid air", "in midair",
                           "barely", "steady speed", "constant speed", "softly",
                           "constant velocity", "steady rate", "either"})  # fmt: skip
    contrary = CONTRARY
    watched = (
        Question(evidence="displacement", measure=Measure.DISPLACEMENT, unit=Unit.METRE,
                 subjects=("body",), words="How far from where it starts does it get?"),
    )  # fmt: skip
    sights = (
        Check(
            name="body_is_held",
            statement="The body stays at the same place between the fingers.",
            antonym="The body slips down between the fingers.",
            shows=("holds",),
            denies=("slips",),
        ),
        Check(
            name="hand_rises",
            statement="The marks on the wall behind move down, as they do when the hand rises.",
            antonym="The marks on the wall behind move up.",
        ),
    )

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Leave '0.5 g' of the lift to :meth:`infer`; elsewhere it is a mass."""
        placed = dict(beside_the_point(words, mentions))
        if _lifted_in_g(words):
            placed |= g_mentions(words, mentions)
        for n in with_unit(mentions, _NEWTON):
            # 'must press with at least 20 N' says what is needed, 'presses with' what there is.
            m = mentions[n]
            front = words.tokens[max(0, m.first_token - 24) : m.first_token]
            sentence = words.tokens[m.first_token].sentence
            said = " ".join(t.text for t in front if t.sentence == sentence)
            needed = any(f" {p} " in f" {said} " for p in NEEDS)
            if m.bound in (Bound.AT_MOST, Bound.AT_LEAST) and m.firm and needed:
                placed[n] = f"{NEEDED.quantity}_{limit_of(m)}"
        return placed

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        found = [*no_friction(words, given)]
        if _lifted_in_g(words):
            found += in_g(words, "lift_acceleration", given)
        if not any(p.name == "fingers" for p in given):
            for phrase, n in COUNTED.items():
                if phrase in words:
                    found.append(inferred("fingers", n, Unit.ONE, f"the goal says '{phrase}'"))
                    break
        return tuple(found)

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Read 'no more than 20 N suffices' as: 20 N suffices."""
        if words.any_of(SUFFICES) is not None:
            given = tuple(
                p.revised(bound=None)
                if p.name == "squeeze" and p.bound is Comparison.AT_MOST
                else p
                for p in given
            )
        return super().interpret(words, given)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Take 'it is held, and slips' for slipping: being held is how it begins."""
        votes, turned = heard(words, self.wishes, limited=limited, aside=NOTHING)
        slips = asserted(words, SLIPS) == (True, False)
        if len(votes) > 1 and slips and not asserted(words, HOLDS)[1]:
            votes.pop("holds", None)
        return votes, turned

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Ask for the force needed alone where the goal does not say how hard it squeezes."""
        return limits_alone(super().ask(wanted, given), given, *self.driven)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        twice = bounded_twice(given, NEEDED.quantity, SQUEEZE.name)
        return (*needed_behind(words, given), *twice)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        n, mu, m = values["fingers"], values["friction"], values["mass"]
        g, a = values["gravity"], values["lift_acceleration"] - values["lower_acceleration"]
        lines = [
            f"m (g + a) = {m:.4g} kg × ({g:.4g} + {a:.3g}) m/s² = {say(_pull(values), _NEWTON)}"
        ]
        if "squeeze" in values:
            lines.append(f"n mu N = {n:.0f} × {mu:.3g} × {values['squeeze']:.4g} N = "
                         f"{say(_hold(values), _NEWTON)}")  # fmt: skip
        if mu > 0:
            lines.append(f"needed of each finger: {say(_needed(values), _NEWTON)}")
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build the hand in its own frame: marks on the wall sink as it rises.

        The body slips by gravity, the acceleration of the hand and the friction of the fingers,
        all of them filmed as two; weak slips in fast motion.
        """
        require_complete(scenario)
        values = values_of(scenario)
        lift, mass = values["lift_acceleration"] - values["lower_acceleration"], values["mass"]
        squeeze = values.get("squeeze", 1.02 * _needed(values))
        carries = values["fingers"] * values["friction"] * squeeze / mass
        lack = values["gravity"] + lift - carries
        life_s = math.sqrt(2 * _WAY_M / lack) if lack > 0 else 2.0
        faster = pace(life_s)
        wide, long = _FINGER_M
        side = (_BODY_M + wide) / 2
        marks = tuple(
            Body(name=f"mark_{n + 1}", role=BodyRole.MARK, shape=Box(0.05, 0.012), colour=colour,
                 x_m=side + 0.1, y_m=0.0, path=_sinking(lift, n * _MARK_GAP_M, faster))
            for n, colour in enumerate(_MARKS)
        )  # fmt: skip
        bodies = (
            Body(name="wrist", role=BodyRole.SUPPORT, shape=Box(_BODY_M + 2 * wide, wide),
                 colour=_WRIST, x_m=0.0, y_m=(long + wide) / 2 + 0.02),
            Body(name="left_finger", role=BodyRole.SUPPORT, shape=Box(wide, long + 0.04),
                 colour=RAMP, x_m=-side, y_m=0.0),
            Body(name="right_finger", role=BodyRole.SUPPORT, shape=Box(wide, long + 0.04),
                 colour=LANDING, x_m=side, y_m=0.0),
            *marks,
            Body(name="body", role=BodyRole.MOVING, shape=Box(_BODY_M, _BODY_M), colour=BLOCK,
                 x_m=0.0, y_m=0.0,
                 path=_path(values["gravity"] + lift, carries, faster)),
        )  # fmt: skip
        return Scene(
            bodies=bodies,
            gravity_m_s2=values["gravity"],
            duration_s=max(1.5, life_s / faster + 0.4),
            x_min_m=-0.22,
            x_max_m=0.28,
            y_min_m=-_WAY_M - _BODY_M / 2 - 0.03,
            y_max_m=long / 2 + 0.09,
            scale_bar_m=scale_bar_m(0.5),
        )


def _lifted_in_g(words: Words) -> bool:
    """Whether a number of g's is an acceleration here, and not a mass."""
    return words.any_of(vocabulary("g acceleration, g of acceleration, g upward, g upwards, "
                                   "gs of acceleration, g lift")) is not None  # fmt: skip


def _path(pulled: float, carries: float, faster: float) -> Path:
    """Give the body's way in the hand by Coulomb's friction; `pulled` and `carries` per mass."""

    def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float]:
        slipping = float(y[1]) < -1e-9
        if not slipping and pulled <= carries:
            return 0.0, 0.0
        return float(y[1]), carries - pulled

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        way = integrate(
            rates, (0.0, 0.0), times_s * faster, until=lambda _t, y: float(y[0]) + _WAY_M
        )[:, 0]
        return poses(0.0, way, 0.0, times_s)

    return path


def _sinking(lift: float, at_m: float, faster: float) -> Path:
    """Give a mark on the wall, seen from a hand that rises: steadily, or faster and faster."""
    whole_m = _MARK_GAP_M * len(_MARKS)

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        t = times_s * faster
        way = 0.1 * t + lift * t * t / 2
        return poses(
            (_FINGER_M[0] + _BODY_M) / 2 + 0.1,
            (at_m - way + whole_m / 2) % whole_m - whole_m / 2,
            0.0,
            times_s,
        )

    return path
