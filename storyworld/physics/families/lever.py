"""A lever or seesaw balances, or tips to one side.

Equation
    sum of m g d on the left = sum of m g d on the right
Source
    OpenStax, University Physics vol. 1, section 12.1 (conditions for static equilibrium).
Domain of validity
    Loads on both sides of the pivot that press straight down on a rigid beam whose own weight is
    carried by the pivot. Balanced counts what is balanced to 2 %: the friction of a pivot holds
    that much. The numbers a goal states are those that are set up: they are taken as exact,
    unless it says "about".
"""

import math
from collections.abc import Iterator, Mapping
from typing import Final

from storyworld.physics.claims import Claim, Derived, Formula, Seen, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.family import Interpretation, Slot
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.hearing import heard
from storyworld.physics.lever_ends import left_open, rest_of_bar
from storyworld.physics.lever_movers import kept_level, who_goes_down
from storyworld.physics.lever_phrases import KEEPS, LEVEL, NEVER, NOTHING, SPEAKS, TALKS_OF, UNLEVEL
from storyworld.physics.lever_scenes import BALANCED, STOP_RAD, moment, seesaw, top_m
from storyworld.physics.lever_words import LEFT, RIGHT, Seating, overhangs, seating
from storyworld.physics.nearby import ways
from storyworld.physics.scene import Scene
from storyworld.physics.scenery import require_complete
from storyworld.physics.solving import values_of
from storyworld.physics.wording import say, say_as_asked
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Check, Measure, Scenario

_OVERHANG: Final = 0.93
_LEVEL_DEG: Final = 3.0
_TIPPED_DEG: Final = 8.0
_HEDGES: Final = frozenset({"about", "around", "approximately", "roughly", "nearly", "some", "~"})


_SECOND: Final = "no second load is spoken of on that side"


def _force(side: str) -> Slot:
    return Slot(
        f"{side}_force", Unit.NEWTON, f"force on the {side}", 1e-6, 1e9,
        because=f"what goes down turns on the weight on the {side}",
    )  # fmt: skip


def _mass(side: str, more: str = "") -> Slot:
    return Slot(
        f"{side}_mass{more}", Unit.KILOGRAM, f"mass on the {side}", 0.0, 1e7,
        because=_SECOND if more else f"what goes down turns on the mass on the {side}",
        optional=bool(more), default=0.0 if more else None,
    )  # fmt: skip


def _arm(side: str, more: str = "") -> Slot:
    return Slot(
        f"{side}_arm{more}", Unit.METRE, f"distance from the pivot on the {side}", 0.0, 1e5,
        because=_SECOND
        if more
        else f"what goes down turns on the distance from the pivot on the {side}",
        optional=bool(more), default=0.0 if more else None,
    )  # fmt: skip


_NEEDS: Final = (
    *(f"{side}_{what}" for side in (LEFT, RIGHT) for what in ("force", "arm", "mass_2", "arm_2")),
    GRAVITY.name,
)


def _imbalance(v: Mapping[str, float]) -> float:
    """Give how much more the left presses down, as a share of the larger moment."""
    left, right = moment(v, LEFT), moment(v, RIGHT)
    return (left - right) / max(left, right, 1e-12)


def _tilt(comparison: Comparison) -> Seen:
    limit = _LEVEL_DEG if comparison is Comparison.AT_MOST else _TIPPED_DEG
    return Seen(Measure.TILT, Unit.DEGREE, ("beam",), comparison, limit,
                "By how much does the beam tilt?", scale_free=True)  # fmt: skip


def _rises(side: str, comparison: Comparison) -> Seen:
    """Ask for half of the rise of a side's load that the beam's stop allows."""

    def limit(v: Mapping[str, float]) -> float:
        return top_m(v) + 0.5 * v[f"{side}_arm"] * math.sin(STOP_RAD)

    return Seen(Measure.TOP_HEIGHT, Unit.METRE, (f"{side}_load",), comparison, limit,
                f"How high is the load on the {side} at the end?")  # fmt: skip


class Lever(ClosedForm):
    """A lever balances, or tips to the left or the right."""

    name = "lever"
    purpose = "a lever or seesaw balances, or tips to one side"
    domain = Domain.STATICS
    equation = "it balances if the sums of m g d on both sides are equal"
    law = "balance of moments about the pivot"
    outcomes = (
        "balances", "tips_left", "tips_right", "tips", "left_stays_up", "right_stays_up",
    )  # fmt: skip
    slots = (
        _mass(LEFT), _arm(LEFT), _mass(RIGHT), _arm(RIGHT), _force(LEFT), _force(RIGHT),
        _mass(LEFT, "_2"), _arm(LEFT, "_2"), _mass(RIGHT, "_2"), _arm(RIGHT, "_2"),
        Slot("beam_length", Unit.METRE, "length of the beam", 0.001, 1e5, optional=True),
        Slot("beam_mass", Unit.KILOGRAM, "mass of the beam", 0.0, 1e7, optional=True),
        GRAVITY,
    )  # fmt: skip
    derived = ways(
        Derived("left_force", ("left_mass", "gravity"), lambda v: v["left_mass"] * v["gravity"],
                "its weight", natural=True),
        Derived("right_force", ("right_mass", "gravity"),
                lambda v: v["right_mass"] * v["gravity"], "its weight", natural=True),
    )  # fmt: skip
    formulas = (
        Formula("imbalance", Unit.ONE, _imbalance, _NEEDS,
                "how much more the left presses down, as a share of the larger moment"),
        Formula("unevenness", Unit.ONE, lambda v: abs(_imbalance(v)), _NEEDS,
                "difference of the moments as a share of the larger"),
        Formula("left_moment", Unit.NEWTON_METRE, lambda v: moment(v, LEFT), _NEEDS,
                "moment on the left"),
        Formula("right_moment", Unit.NEWTON_METRE, lambda v: moment(v, RIGHT), _NEEDS,
                "moment on the right"),
    )  # fmt: skip
    claims = (
        Claim("balances", "tips", "unevenness", Comparison.AT_MOST, BALANCED,
              "The moments on both sides are equal to {}.", seen=_tilt(Comparison.AT_MOST)),
        Claim("tips", "balances", "unevenness", Comparison.AT_LEAST, BALANCED,
              "The moments on both sides differ by at least {}.",
              seen=_tilt(Comparison.AT_LEAST)),
        Claim("tips_left", "left_stays_up", "imbalance", Comparison.AT_LEAST, BALANCED,
              "The moment on the left is the larger, by at least {}.",
              seen=_rises(RIGHT, Comparison.AT_LEAST)),
        Claim("tips_right", "right_stays_up", "imbalance", Comparison.AT_MOST, -BALANCED,
              "The moment on the right is the larger: {} or less.",
              seen=_rises(LEFT, Comparison.AT_LEAST)),
        Claim("left_stays_up", "tips_left", "imbalance", Comparison.AT_MOST, BALANCED,
              "The moment on the left is not the larger.",
              seen=_rises(RIGHT, Comparison.AT_MOST)),
        Claim("right_stays_up", "tips_right", "imbalance", Comparison.AT_LEAST, -BALANCED,
              "The moment on the right is not the larger.",
              seen=_rises(LEFT, Comparison.AT_MOST)),
    )  # fmt: skip
    wishes = (
        Wish("balances", "tips", LEVEL),
        Wish("tips", "balances", UNLEVEL),
    )
    speaks = Speaks(
        all_of=SPEAKS,
        helps=vocabulary("seesaw, lever, fulcrum, pivot, balances, lifts, from the pivot, child, "
                         "balance, opposite side, other side, crowbar, effort, load, tips"),
        units=frozenset({Unit.KILOGRAM, Unit.METRE}),
        never=NEVER,
        tolerates=(
            "force", "person", "machine", "suspension", "change", "rolling", "fluid", "weightless",
            "stack",
            "vehicle", "incline",
        ),
    )  # fmt: skip
    tolerated = frozenset({"into the air", "in the air", "into the sky", "barely", "slowly",
                           "either", "week", "weeks", "month", "months", "year", "years", "day",
                           "days"})  # fmt: skip
    contrary = vocabulary("only if, only when, same side, jumps on, lands on, swings back, "
                          "throws, launches, "
                          "catapults, "
                          "off centre, off center, non uniform, at an angle, heavy beam, "
                          "rusty, stiff")  # fmt: skip
    sights = (
        Check(
            name="beam_is_level",
            statement="The beam stays level to the end.",
            antonym="The beam tilts to one side.",
            shows=("balances",),
            denies=("tips", "tips_left", "tips_right"),
        ),
        Check(
            name="left_goes_down",
            statement="The left end of the beam goes down.",
            antonym="The left end of the beam does not go down.",
            shows=("tips_left",),
            denies=("balances", "tips_right", "left_stays_up"),
        ),
        Check(
            name="right_goes_down",
            statement="The right end of the beam goes down.",
            antonym="The right end of the beam does not go down.",
            shows=("tips_right",),
            denies=("balances", "tips_left", "right_stays_up"),
        ),
    )

    # ---- reading -------------------------------------------------------------------------------

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Seat the bodies; see :mod:`storyworld.physics.lever_words`."""
        seats = seating(words, mentions)
        placed = {
            n: slot.replace("load", "force" if mentions[n].quantity.unit is Unit.NEWTON else "mass")
            for n, slot in seats.slots().items()
        }
        known = {slot.name for slot in self.slots}
        placed = {n: slot for n, slot in placed.items() if slot in known}
        if seats.beam_length is not None:
            placed[seats.beam_length] = "beam_length"
        if seats.beam_mass is not None:
            placed[seats.beam_mass] = "beam_mass"
        return placed

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Take the numbers as set up; 'no more than 80 N is enough' says that 80 N is."""
        enough = words.any_of(_SUFFICES) is not None
        return super().interpret(words, tuple(_as_set_up(p, words, enough) for p in given))

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Add arms that the words give without a number: at the ends, equally far out."""
        known = {p.name: p.quantity.value for p in given}
        lacking = [f"{side}_arm" for side in (LEFT, RIGHT) if f"{side}_arm" not in known]
        if not lacking:
            return ()
        if overhangs(words) and lacking == ["left_arm"] and "beam_length" in known:
            inside = known["beam_length"] / 2 - known["right_arm"]
            because = "half the plank, less what lies over the edge"
            return (inferred("left_arm", inside, Unit.METRE, because),)
        middle = words.any_of(_MIDDLE) is not None
        equal = words.any_of(_EQUAL_ARMS)
        arm = next((known[a] for a in ("left_arm", "right_arm") if a in known), None)
        length = known.get("beam_length")
        at_end = words.any_of(_AT_END)
        if equal is not None and (arm is not None or len(lacking) == 2):
            value = arm if arm is not None else (length / 2 if length else 1.0)
            because = f"the goal says '{equal}'"
        elif at_end is not None and length is not None and middle:
            value, because = length / 2, f"half the beam: the goal says '{at_end}'"
        elif (rest := rest_of_bar(words, *_read(words), known)) is not None:
            lacking, value = [rest[0]], rest[1]
            because = "the rest of the bar: the load is at one end and the effort at the other"
        elif at_end is not None and length is not None and arm is not None and arm < length:
            value, because = length - arm, f"the rest of the beam: the goal says '{at_end}'"
        else:
            return ()
        return tuple(inferred(name, value, Unit.METRE, because) for name in lacking)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name what is open: who sits on which side, an arm of a second body, a heavy beam."""
        mentions, seats = _read(words)
        found: list[MissingParameter] = []
        if (why := left_open(words, mentions, seats)) is not None:
            found.append(_missing("arms", why))
        if not seats.clear or len(seats.slots()) < sum(
            (b.load is not None) + (b.arm is not None) for b in seats.bodies
        ):
            found.append(_missing("sides", "the goal does not say who is on which side"))
        names = {p.name for p in given}
        for side in (LEFT, RIGHT):
            if f"{side}_mass_2" in names and f"{side}_arm_2" not in names:
                found.append(_missing(
                    f"{side}_arm_2", "the distance of each body from the pivot decides"
                ))  # fmt: skip
        found += [
            _missing(p.name, f"nobody sits at {say_as_asked(p)}: it is of something else")
            for p in given
            if p.bound and p.name in (f"{LEFT}_arm_2", f"{RIGHT}_arm_2")
            and p.name.replace("arm", "mass") not in names
        ]  # fmt: skip
        if "beam_mass" in names and words.any_of(_MIDDLE) is None:
            found.append(_missing(
                "pivot", "the beam is heavy, and the goal does not say that the pivot is in its "
                "middle"
            ))  # fmt: skip
        return tuple(found)

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Take a plank over an edge for a lever, if somebody is on it."""
        likely = super().affinity(words, units)
        if likely > 0 or not overhangs(words) or words.any_of(self.speaks.never) is not None:
            return likely
        plank = words.any_of(("plank", "board", "beam")) is not None
        tips = words.any_of(UNLEVEL) is not None
        return _OVERHANG if plank and tips and Unit.KILOGRAM in units else 0.0

    def _heard(self) -> Iterator[str]:
        yield from super()._heard()
        yield from KEEPS
        yield from TALKS_OF

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Add who goes down; a side said makes more of 'tips'."""
        votes, turned = heard(words, self.wishes, limited=limited, aside=NOTHING)
        if kept_level(words):
            votes = {"tips" if v == "balances" else v: None for v in votes}
        if overhangs(words):
            over = {"tips": "tips_right", "balances": "right_stays_up"}
            return {over[vote]: None for vote in votes if vote in over}, turned
        names = {
            LEFT: "tips_left", RIGHT: "tips_right", "not left": "left_stays_up",
            "not right": "right_stays_up",
        }  # fmt: skip
        sides = {names[s]: None for s in who_goes_down(words, _read(words)[1])}
        if set(sides) == {"left_stays_up", "right_stays_up"}:
            return {"balances": None}, turned
        # 'Does not tip to the left': it may balance or tip the other way.
        level, _ = heard(words, self.wishes[:1], limited=limited, aside=NOTHING)
        if sides and "balances" not in level:
            votes.pop("balances", None)
        # 'a 20 kg child does not lift, but balances'; 'tips to the left'
        if sides and "balances" not in votes:
            return sides, turned
        if "balances" in votes and not any(s.startswith("tips_") for s in sides):
            votes.pop("tips", None) if sides else None
            return votes, turned
        return {**votes, **sides}, turned

    # ---- showing -------------------------------------------------------------------------------

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        lines = []
        for side in (LEFT, RIGHT):
            f, d = values[f"{side}_force"], values[f"{side}_arm"]
            terms = f"{f:.4g} N × {d:.4g} m"
            if values[f"{side}_mass_2"]:
                w = values[f"{side}_mass_2"] * values["gravity"]
                terms += f" + {w:.4g} N × {values[f'{side}_arm_2']:.4g} m"
            lines.append(f"{side}: {terms} = {say(moment(values, side), Unit.NEWTON_METRE)}")
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """See :class:`storyworld.physics.family.Family`."""
        require_complete(scenario)
        return seesaw(values_of(scenario), rests=overhangs(Words.of(scenario.intent.text)))


_SUFFICES: Final = vocabulary("suffices, suffice, sufficient, is enough, are enough, enough, "
                              "will do, needed, needs, requires, required")  # fmt: skip
_MIDDLE: Final = vocabulary("middle, centre, center, midpoint, seesaw, see saw, teeter totter, "
                            "centrally, mid point, its midpoint")  # fmt: skip
_EQUAL_ARMS: Final = vocabulary(
    "same distance, equal distance, equal distances, equally far, equidistant, equal arms, "
    "opposite ends, both ends, each end, same distances, same arm length, identical distances, "
    "both sit, each sit, each sitting, both sitting, both kids, both children, both of them, "
    "both boys, both girls, both friends, both loads, both masses, both weights, both people, "
    "equally distant, same arm, as far from, the two ends, its two ends"
)
_AT_END: Final = vocabulary("end, ends, far end, other end, one end, opposite end, edge, tip of, "
                            "very end, long end, free end")  # fmt: skip


def _read(words: Words) -> tuple[tuple[Mention, ...], Seating]:
    mentions = read_quantities(words).mentions
    return mentions, seating(words, mentions)


def _missing(name: str, because: str) -> MissingParameter:
    return MissingParameter(name=name, unit=Unit.ONE, because=because)


def _as_set_up(parameter: Parameter, words: Words, enough: bool) -> Parameter:
    """Give a number as exact where it is stated plainly."""
    if enough and parameter.bound is Comparison.AT_MOST and not parameter.name.endswith("_arm"):
        parameter = parameter.revised(bound=None)
    span = parameter.words
    if span is None or parameter.name == GRAVITY.name:
        return parameter
    before = words.text[: span.start].split()[-1:]
    hedged = bool(before) and before[0].lower() in _HEDGES
    ranged = any(sign in span.text for sign in ("±", "–", " to ", " and ")) or "-" in span.text[1:]
    if hedged or ranged:
        return parameter
    q = parameter.quantity
    return parameter.revised(quantity=Quantity(value=q.value, unit=q.unit))
