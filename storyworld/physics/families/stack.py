"""Stack: boxes on one another stand or topple under their own weight.

Equation
    the centre of mass of all boxes above one must lie over it:
    margin = min over the boxes of w/2 - |x_above - x_box|
Source
    OpenStax, University Physics vol. 1, sections 12.1-12.2 (conditions for static equilibrium).
Domain of validity
    Equal homogeneous boxes placed gently on a level base, nothing pushing or shaking. Friction
    and mass cannot tip such a stack; height cannot either while the base is level.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from storyworld.physics.completion import (
    MASS,
    inferred,
    scenario,
    settle,
)
from storyworld.physics.family import Family, Interpretation, Slot
from storyworld.physics.gravity import GRAVITY, gravity_of_the_place
from storyworld.physics.scene import Body, Box, Scene
from storyworld.physics.scenery import BOXES, ground, require_complete, scale_bar_m
from storyworld.physics.solving import (
    Reasoning,
    alternatives,
    evidence_by,
    incomplete,
    predict,
    values_of,
)
from storyworld.physics.unmodelled import disturbance
from storyworld.physics.unplaced import unplaced_claims
from storyworld.physics.wording import say
from storyworld.reading.quantities import Bound
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.evidence import EvidenceSource
from storyworld.records.goal import Domain, Intent, MissingParameter, Parameter
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import BodyRole, Measure, Prediction, Question, Scenario

_EQUATION: Final = "margin = min over the boxes of (w/2 - |x_above - x_box|) > 0"
_METRE = Unit.METRE
_MAX_TILT_DEG: Final = 5.0

_PLURAL: Final = "boxes, blocks, crates, bricks, cubes, books, cartons, dice, parcels, containers"
COUNT: Final = Slot(
    "count", Unit.ONE, "boxes", 1.0, float(len(BOXES)), counts=True,
    before=vocabulary("stack of, tower of, pile of, number of boxes"),
    after=vocabulary(f"{_PLURAL}, box, block, crate, brick, cube, high, layers"),
    because="how far the stack leans turns on the number of boxes",
)  # fmt: skip
WIDTH: Final = Slot(
    "width", _METRE, "box width", 0.005, 20.0, part=0,
    before=vocabulary("side, sides of, side of, measures, measuring, width, width of, edge of, "
                      "size of, edge length, each, wide, width is, side length, sides"),
    after=vocabulary(f"{_PLURAL}, box, block, crate, brick, cube, per side, sides, side, wide, "
                     "square, edge, a side, on a side, on each side, wide box, wide boxes, cubed, "
                     "in width, long"),
    by_unit=True, because="whether the stack stands turns on how wide the boxes are",
)  # fmt: skip
HEIGHT: Final = Slot(
    "box_height", _METRE, "box height", 0.005, 20.0, part=-1, optional=True,
    before=vocabulary("height, height of, tall, high"),
    after=vocabulary("high, tall, in height, thick, high boxes, tall boxes"),
)  # fmt: skip
OFFSET: Final = Slot(
    "offset", _METRE, "offset", 0.0, 20.0,
    before=vocabulary("offset, offset of, offset by, stagger, staggered by, stagger of, shifted, "
                      "shifted by, overhang, overhang of, overhanging by, displaced by, offset is, "
                      "overhangs by, overhanging, sticks out, sticking out"),
    after=vocabulary("offset, stagger, overhang, shift, staggered, sideways, to the right, to one "
                     "side, beyond the one below, past the one below, off centre, off center, "
                     "to the left, step, from the one below, relative to, further out"),
    default=0.0, because="nothing says the boxes are shifted against each other",
)  # fmt: skip
BASE: Final = Slot(
    "base_width", _METRE, "base width", 0.005, 100.0, optional=True,
    before=vocabulary("base of, base, pedestal of, base width, base width of"),
    after=vocabulary("base, wide base, narrow base, pedestal, wide pedestal, ledge, wide ledge, "
                     "platform, wide platform, pole, post, plinth, wide plinth, column, wide base"),
    because="a narrow base carries a stack only as far as it reaches under it",
)  # fmt: skip
DURATION: Final = Slot(
    "hold_time", Unit.SECOND, "time to stand", 0.1, 600.0, by_unit=True,
    bounds=frozenset({None, Bound.FOR, Bound.AT_LEAST, Bound.EXACTLY, Bound.TAKES}),
    default=2.0, because="a stack that stands two seconds after it was placed stands",
)  # fmt: skip
TOPPLE_TIME: Final = Slot(
    "topple_time", Unit.SECOND, "time to topple", 0.1, 600.0, by_unit=True, optional=True,
    bounds=frozenset({Bound.AT_MOST, Bound.IN}),
)  # fmt: skip

_STACKED: Final = vocabulary(
    "stack, stacks, stacked, stacking, pile, piled, piles, tower, on top of each other, "
    "on top of one another, on top of another, one on another, atop, on another"
)
_BOXES_WORDS: Final = vocabulary(f"{_PLURAL}, box, block, crate, brick, cube")
_STANDING: Final = vocabulary(
    "stand, stands, standing, stays, stay, remain, remains, stable, balance, balanced, balances, "
    "holds, hold, upright, does not move, steady"
)
_TOPPLING: Final = vocabulary(
    "topple, topples, toppling, toppled, tip, tips, tipping, tipped, fall, falls, falling, "
    "collapse, collapses, collapsing, tumble, tumbles, tumbling, unstable, keels over"
)
_UNPLACED: Final = vocabulary(
    "rise, rises, rising, fly, flies, ascend, ascends, jump, jumps, corner, corners, upside down, "
    "on their edges, on its edge, on edge, on one edge, on end, slide, slides, slip, slips, "
    "hold a, holds a, carry, carries, needle, knife, sing, "
    "sings, climb, climbs, dance, dances, walk, walks, upward, upwards, itself, themselves"
)
# Boxes shifted 'sideways' are offset, not moving; a stack may be built slowly.
_TOLERATED: Final = frozenset({"sideways", "backward", "backwards", "slowly", "softly"})
_NARROW: Final = vocabulary(
    "narrow base, narrow ledge, narrow pedestal, narrow platform, pole, narrow post, "
    "narrow column, narrow support, narrow plinth, pedestal, fingertip"
)


class Stack(Family):
    """Boxes on one another stand, or topple."""

    name = "stack"
    purpose = "boxes on one another stand or topple"
    domain = Domain.STATICS
    outcomes: tuple[str, ...] = ("stands", "topples")
    slots: tuple[Slot, ...] = (
        COUNT, WIDTH, HEIGHT, OFFSET, BASE, DURATION, TOPPLE_TIME,
        MASS,
        Slot("friction", Unit.ONE, "friction", 0.0, 2.0,
             before=vocabulary("friction coefficient, friction coefficient of, friction, mu, μ, µ, "
                               "coefficient of friction, coefficient of friction of, friction of"),
             after=vocabulary("friction"), default=0.5,
             because="upright boxes on a level base do not press sideways on each other"),
        Slot("base_tilt", Unit.DEGREE, "tilt of the base", 0.0, 0.0, by_unit=True, optional=True),
        GRAVITY,
    )  # fmt: skip

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`."""
        if words.any_of(_STACKED) is None or words.any_of(_BOXES_WORDS) is None:
            return 0.0
        if disturbance(words, "stack", "person") is not None:
            return 0.0
        spoken = words.any_of((*_STANDING, *_TOPPLING)) is not None
        return 0.65 + 0.2 * spoken + 0.1 * (Unit.METRE in units)

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        found = [*given, *gravity_of_the_place(words, given)]
        if words.any_of(("on another", "on top of another")) and not any(
            p.name == COUNT.name and p.quantity.value != 1 for p in given
        ):
            found = [p for p in found if p.name != COUNT.name]
            found.append(inferred(COUNT.name, 2.0, Unit.ONE, "one box is put on another"))
        unsettled = list(unplaced_claims(words, _UNPLACED, tolerated=_TOLERATED))
        names = {p.name for p in found}
        if words.any_of(_NARROW) and BASE.name not in names:
            unsettled.append(MissingParameter(name=BASE.name, unit=BASE.unit, because=BASE.because))
        if OFFSET.name not in names and words.any_of(("staggered", "offset", "overhanging")):
            because = "the boxes are shifted against each other, and by how much decides"
            unsettled.append(MissingParameter(name=OFFSET.name, unit=OFFSET.unit, because=because))
        standing, not_standing = words.asserted(_STANDING)
        toppling, not_toppling = words.asserted(_TOPPLING)
        for_standing, for_toppling = standing or not_toppling, toppling or not_standing
        if for_standing and for_toppling:
            because = "the goal asks the stack both to stand and to topple"
            unsettled.append(MissingParameter(name="wanted", unit=Unit.ONE, because=because))
        if not (for_standing or for_toppling or unsettled):
            because = "the goal does not say whether the stack is to stand or to topple"
            unsettled.append(MissingParameter(name="wanted", unit=Unit.ONE, because=because))
        wanted = "topples" if for_toppling and not for_standing else "stands"
        if wanted == "topples":
            # 'topples within 5 s': the film has to show it by then.
            found = [
                p.revised(name=DURATION.name) if p.name == TOPPLE_TIME.name else p for p in found
            ]
        elif TOPPLE_TIME.name in names:
            because = "a time within which the stack is to stand is no time for it to stand"
            unsettled.append(
                MissingParameter(name=TOPPLE_TIME.name, unit=TOPPLE_TIME.unit, because=because)
            )
        return Interpretation(wanted, tuple(found), tuple(unsettled))

    def complete(self, intent: Intent, from_node: str | None = None) -> Scenario:
        """See :class:`storyworld.physics.family.Family`."""
        settled = settle(self.slots, intent)
        if settled.has(WIDTH.name) and not settled.has(HEIGHT.name):
            because = "the boxes are as high as wide; on a level base their height cannot tip them"
            if not settled.lacks(HEIGHT.name):
                cube = inferred(HEIGHT.name, settled.value(WIDTH.name), _METRE, because)
                settled = settled.with_parameter(cube)
        return scenario(intent, settled, from_node)

    def constraints(self, scenario: Scenario) -> tuple[Constraint, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        stands = scenario.wanted == "stands"
        law = "static equilibrium: the centre of mass lies over the support"
        comparison = Comparison.AT_LEAST if stands else Comparison.AT_MOST
        film = (EvidenceSource.MEASUREMENT,)
        found = [
            Constraint(
                constraint_id=f"{scenario.wanted}_by_support",
                claim=scenario.wanted,
                kind=ConstraintKind.GOAL,
                law=law,
                statement="Every box carries what is above it."
                if stands
                else "Some box cannot carry what is above it.",
                quantity="stability_margin",
                comparison=comparison,
                threshold=Quantity(value=0.0, unit=_METRE),
                admits=(EvidenceSource.SOLVER,),
            ),
            Constraint(
                constraint_id=f"{scenario.wanted}_by_tilt",
                claim=scenario.wanted,
                kind=ConstraintKind.GOAL,
                law=law,
                statement=f"At the end {'no' if stands else 'a'} box is tilted by "
                f"{'more than' if stands else 'at least'} {_MAX_TILT_DEG:.0f}°.",
                quantity="tilt",
                comparison=Comparison.AT_MOST if stands else Comparison.AT_LEAST,
                threshold=Quantity(value=_MAX_TILT_DEG, unit=Unit.DEGREE),
                admits=film,
                # A toppled box may come to rest on its side, a quarter turn looks like none.
                required=stands,
                scale_free=True,
            ),
        ]
        hold = scenario.parameter(DURATION.name)
        if hold is not None:
            seconds = hold.quantity.value
            found.append(
                Constraint(
                    constraint_id=f"{scenario.wanted}_for_long",
                    claim=scenario.wanted,
                    kind=ConstraintKind.GOAL,
                    law=law,
                    statement=f"It stands for {'at least' if stands else 'less than'} "
                    f"{say(seconds, Unit.SECOND)}.",
                    quantity="hold_time",
                    comparison=comparison,
                    # How long it is to stand is chosen, not known to some digits: exact.
                    threshold=Quantity(value=seconds, unit=Unit.SECOND),
                    admits=film,
                    scale_free=True,
                )
            )
        return tuple(found)

    def questions(self, scenario: Scenario) -> tuple[Question, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        count = scenario.parameter(COUNT.name)
        boxes = _names(int(count.quantity.value) if count else 1)
        required = {c.quantity for c in self.constraints(scenario) if c.required}
        return tuple(
            Question(
                evidence=measure.value,
                measure=measure,
                unit=unit,
                subjects=subjects,
                reference=reference,
                required=measure.value in required,
                words=text,
            )
            for measure, unit, subjects, reference, text in (
                (Measure.TILT, Unit.DEGREE, boxes, None, "How far is the worst box turned?"),
                (Measure.HOLD_TIME, Unit.SECOND, boxes, None, "How long does every box hold?"),
                (Measure.TOP_HEIGHT, _METRE, boxes[-1:], "ground", "How high is the stack?"),
            )
        )

    def solve(self, scenario: Scenario) -> Prediction:
        """See :class:`storyworld.physics.family.Family`."""
        if scenario.missing:
            return incomplete(scenario, _EQUATION)
        stability = evidence_by(
            _stability_margin, scenario, "stability_margin", _METRE,
            "closed form, centre of mass over support",
        )  # fmt: skip
        sign = 1.0 if scenario.wanted == "stands" else -1.0

        def margin(values: Mapping[str, float]) -> float:
            return sign * _stability_margin(values)

        values = values_of(scenario)
        lines = (
            f"{int(values['count'])} boxes {say(values['width'], _METRE)} wide, each "
            f"{say(values['offset'], _METRE)} further out: the centre of mass keeps "
            f"{stability.quantity} to the nearest edge.",
        )
        reasoning = Reasoning(
            equation=_EQUATION,
            evidence=(stability,),
            opposite="topples" if scenario.wanted == "stands" else "stands",
            lines=lines,
            alternatives=alternatives(margin, scenario, (OFFSET, WIDTH, COUNT, BASE)),
        )
        return predict(scenario, self.constraints(scenario), reasoning)

    def stage(self, scenario: Scenario) -> Scene:
        """See :class:`storyworld.physics.family.Family`."""
        require_complete(scenario)
        values = values_of(scenario)
        n, w, h = int(values["count"]), values["width"], values["box_height"]
        offset_m, total_m = values["offset"], n * values["box_height"]
        topples = _stability_margin(values) < 0
        base_m = values.get("base_width")
        room_m = 1.05 * total_m if topples else 0.0
        left_m, right_m = -w / 2, (n - 1) * offset_m + w / 2
        side_m = 0.25 * max(w, h)
        x_min_m = left_m - side_m - (0.2 * total_m if topples else 0.0)
        x_max_m = right_m + side_m + room_m
        slab_m = 0.05 * max(x_max_m - x_min_m, total_m)
        drop_m = 0.0
        if base_m is None:
            floor = ground(x_min_m - 3 * total_m, x_max_m + 3 * total_m, slab_m)
        else:
            drop_m = h
            floor = ground(-base_m / 2, base_m / 2, drop_m)
            x_min_m, x_max_m = min(x_min_m, -base_m / 2), max(x_max_m, base_m / 2)
        boxes = tuple(
            Body(
                name=name,
                role=BodyRole.MOVING,
                shape=Box(width_m=w, height_m=h),
                colour=colour,
                x_m=place * offset_m,
                y_m=(place + 0.5) * h,
                mass_kg=values.get("mass", 1.0),
                friction_static=values["friction"],
            )
            for place, (name, colour) in enumerate(zip(_names(n), BOXES, strict=False))
        )
        floor = replace(floor, friction_static=values["friction"])
        return Scene(
            bodies=(floor, *boxes),
            gravity_m_s2=values["gravity"],
            duration_s=values["hold_time"] + 0.5,
            x_min_m=x_min_m,
            x_max_m=x_max_m,
            y_min_m=-max(slab_m, drop_m),
            y_max_m=total_m + side_m,
            scale_bar_m=scale_bar_m(x_max_m - x_min_m),
        )


def _names(count: int) -> tuple[str, ...]:
    return tuple(f"box_{number}" for number in range(1, count + 1))


def _stability_margin(values: Mapping[str, float]) -> float:
    """Give the least distance in metres of a centre of mass from the edge that carries it.

    Above box k of n lie boxes at 1, 2, ... n - k offsets from it: their common centre is
    (n - k + 1) / 2 offsets further out. A base carries the whole stack; it is centred under the
    lowest box.
    """
    n, w, offset = int(values["count"]), values["width"], values["offset"]
    margins = [w / 2 - (n - k + 1) / 2 * abs(offset) for k in range(1, n)] or [w / 2]
    if "base_width" in values:
        margins.append(min(values["base_width"], w) / 2 - (n - 1) / 2 * abs(offset))
    return min(margins)
