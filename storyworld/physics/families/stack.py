"""Stack: boxes on one another stand or topple; a tilted body comes back or goes over.

Equation
    the common centre of mass of every upper sub-stack lies over its support: the least
    w/2 - |x_com| must be positive; a body tilted about an edge comes back while
    tilt < atan((w/2) / h_com)
Source
    OpenStax, University Physics vol. 1, sections 12.1 and 12.2 (static equilibrium).
Domain of validity
    Equal homogeneous boxes on a level base, each shifted by the same offset to the same side, put
    down gently. Friction holds them, as upright boxes do not press sideways on each other.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from storyworld.physics.claims import Claim, Derived, Formula, Speaks, Wish
from storyworld.physics.completion import MASS, inferred
from storyworld.physics.expected import at_rest
from storyworld.physics.family import Interpretation, Slot
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.masking import without
from storyworld.physics.scene import Body, Box, Scene
from storyworld.physics.scenery import BOXES, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.stack_checks import OF_A_PILE, OF_A_TILTED_BOX
from storyworld.physics.stack_sights import (
    AFTER_S,
    STANDS_THROUGHOUT,
    TOPPLES_FOR_GOOD,
    shown,
)
from storyworld.physics.stack_slots import (
    BASE,
    COM_HEIGHT,
    COUNT,
    DURATION,
    HEIGHT,
    OFFSET,
    TILT,
    TOPPLE_TIME,
    WIDTH,
)
from storyworld.physics.stack_words import (
    ALIGNED,
    ALIKE,
    HELD,
    NARROW,
    NO_SLIP,
    OFFSETS,
    PILED,
    PLURAL,
    RIGHTING,
    SHIFTED,
    SINGULAR,
    SLOPES,
    STACKED,
    STANDING,
    TALL,
    TILTED,
    TOPPLING,
    UNPLACED,
)
from storyworld.physics.sweeping import Sweeping
from storyworld.physics.wording import say
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Question, Scenario

_METRE, _DEGREE, _ONE = Unit.METRE, Unit.DEGREE, Unit.ONE


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


def _tilt_margin(values: Mapping[str, float]) -> float:
    limit = math.degrees(math.atan(values["width"] / 2 / values["com_height"]))
    return limit - values["tilt"]


_ONE_ON_ANOTHER: Final = vocabulary(
    "on another, on top of another, on the other, on top of the other, one on another, the upper "
    "one, upper book, upper brick, upper block, upper box, upper plank, over another, atop "
    "another"
)
_CENTRES: Final = vocabulary(
    "centre of mass, center of mass, centre of gravity, center of gravity, its base, cg"
)
_TILTED: Final = Speaks(
    all_of=((*TILTED, *SLOPES), (*TALL, *_CENTRES), (*STANDING, *TOPPLING)),
    helps=vocabulary(
        "centre of mass, center of mass, centre of gravity, let go, edge, wide, tall, center of "
        "gravity, released"
    ),
    units=frozenset({_METRE, _DEGREE}),
    never=vocabulary(
        "slides, slide, sliding, slips, slip, rolls, roll, rolling, friction, mu, board, plank, "
        "hill, truck, pushed, push, turn, curve, corner, bend, pushes, tray, car, bus"
    ),
    tolerates=("stack", "person", "machine", "incline", "force"),
)  # fmt: skip


_MANY: Final = vocabulary("several, many, a few, some, lots of, a number of, a couple of")


class Stack(Sweeping):
    """Boxes on one another stand, or topple; a tilted body comes back, or goes over."""

    name = "stack"
    purpose = "boxes on one another stand or topple; a tilted body comes back or goes over"
    domain = Domain.STATICS
    equation = "min over sub-stacks of w/2 - |x_com| > 0;  tilt < atan((w/2) / h_com)"
    law = "static equilibrium: the centre of mass lies over the support"
    outcomes = ("stands", "topples", "comes_back", "goes_over")
    slots = (
        COUNT, WIDTH, HEIGHT, OFFSET, BASE, DURATION, TOPPLE_TIME, TILT, COM_HEIGHT,
        MASS,
        Slot("friction", _ONE, "friction", 0.0, 2.0,
             before=vocabulary(
                 "friction coefficient, friction coefficient of, friction, mu, μ, µ, coefficient "
                 "of friction, coefficient of friction of, friction of"
             ),
             after=vocabulary("friction"), default=0.5,
             because="upright boxes on a level base do not press sideways on each other"),
        GRAVITY,
    )  # fmt: skip
    derived = (
        Derived("box_height", ("width",), lambda v: v["width"],
                "the boxes are as high as wide; on a level base their height cannot tip them"),
        Derived("com_height", ("box_height",), lambda v: v.get("count", 1) * v["box_height"] / 2,
                "the centre of mass of what is alike all over is half way up"),
    )  # fmt: skip
    formulas = (
        Formula("stability_margin", _METRE, _stability_margin, ("count", "width", "offset"),
                "distance of the centre of mass from the nearest edge"),
        Formula("tilt_margin", _DEGREE, _tilt_margin, ("width", "com_height", "tilt"),
                "how much further it could be tilted"),
    )  # fmt: skip
    claims = (
        Claim("stands", "topples", "stability_margin", Comparison.AT_LEAST, 0.0,
              "Every box carries what is above it.", seen=shown(Comparison.AT_MOST),
              over=STANDS_THROUGHOUT),
        Claim("topples", "stands", "stability_margin", Comparison.AT_MOST, 0.0,
              "Some box cannot carry what is above it.", seen=shown(Comparison.AT_LEAST),
              over=TOPPLES_FOR_GOOD),
        Claim("comes_back", "goes_over", "tilt_margin", Comparison.AT_LEAST, 0.0,
              "Its centre of mass is still over its base."),
        Claim("goes_over", "comes_back", "tilt_margin", Comparison.AT_MOST, 0.0,
              "Its centre of mass has passed the edge it is tilted about."),
    )  # fmt: skip
    wishes = (Wish("stands", "topples", STANDING), Wish("topples", "stands", TOPPLING))
    contrary = UNPLACED
    # Boxes shifted 'sideways' are offset, not moving; a stack may be built slowly.
    tolerated = frozenset({"sideways", "backward", "backwards", "slowly", "softly", "returns",
                           "comes back"})  # fmt: skip
    speaks = Speaks(
        all_of=(STACKED, vocabulary(f"{PLURAL}, {SINGULAR}, {OFFSETS}")),
        helps=(*STANDING[:8], *TOPPLING[:8], "offset", "each", *SHIFTED),
        units=frozenset({_METRE}),
        never=vocabulary(
            "domino, dominoes, dominos, seesaw, lever, push, pushes, pushing, pull, pulls, "
            "pulled, earthquake, shaken, shaking, shakes, shake, vibration, vibrates, vibrating, "
            "kicked, kicks, poked, removed, tug, dragged, accelerates, accelerating, accelerate, "
            "braking, brakes, brake, driving, drives, drive, elevator, escalator, conveyor, "
            "moving, "
            "moves off, starts off, sets off, pulls away"
        ),
        tolerates=("stack", "person", "machine", "force", "suspension", "incline", "vehicle",
                   "fluid", "air", "change"),
    )  # fmt: skip
    watched = (
        Question(evidence="top_height", measure=Measure.TOP_HEIGHT, unit=_METRE,
                 subjects=("box_1",), reference="ground", required=False,
                 words="How high is the stack?"),
    )  # fmt: skip
    sights = OF_A_PILE

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        return OF_A_TILTED_BOX if scenario.parameter(TILT.name) else OF_A_PILE

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`."""
        tilting = 0.0
        if _DEGREE in units:
            tilting = _TILTED.affinity(without(words, NO_SLIP), units)
        if tilting and words.any_of(SLOPES) and words.any_of(TOPPLING):
            tilting = min(0.97, tilting + 0.15)
        if words.asserted(HELD)[0] or (words.any_of(SLOPES) and _DEGREE not in units):
            return tilting
        return max(super().affinity(words, units), tilting)

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Count two boxes where one is put on another."""
        if any(p.name == COUNT.name and p.quantity.value != 1 for p in given):
            return ()
        if words.any_of(_ONE_ON_ANOTHER) is None or words.any_of(_MANY) is not None:
            return ()
        return (inferred(COUNT.name, 2.0, _ONE, "one box is put on another"),)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        # 'It falls back onto its feet' does not fall over.
        righted = words.asserted(RIGHTING)
        if any(righted) and words.any_of(TILTED):
            return {"stands" if righted[0] else "topples": None}, False
        return super()._votes(words, limited=limited)

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        given_names = {p.name for p in given}
        tilted = TILT.name in given_names
        if tilted:
            words = without(words, NO_SLIP)
            if words.any_of(PILED) is None:  # the drawers of a cabinet are no pile
                given = tuple(p for p in given if p.name != COUNT.name)
        if TILT.name in given_names and WIDTH.name not in given_names and words.any_of(TILTED):
            # What is tilted about its edge is as wide as its base.
            given = tuple(p.revised(name=WIDTH.name) if p.name == BASE.name else p for p in given)
        found = super().interpret(words, given)
        names = [p.name for p in found.parameters]
        parameters, unsettled = list(found.parameters), list(found.unsettled)
        wanted = found.wanted
        if len(unsettled) > 1:  # what is open first is the stack itself: to build it is to stand it
            unsettled = [m for m in unsettled if m.name != "wanted"]
        if names.count(COUNT.name) > 1:  # 'one of them on another' is two, not one
            parameters = [p for p in parameters if p.name != COUNT.name or p.quantity.value != 1]
        if tilted:
            unsettled += _open_on_a_slope(words, found.parameters)
            wanted = {"stands": "comes_back", "topples": "goes_over"}.get(wanted, wanted)
        elif wanted == "topples":
            # 'topples within 5 s': the film has to show it by then.
            parameters = [
                p.revised(name=DURATION.name) if p.name == TOPPLE_TIME.name else p
                for p in parameters
            ]
        elif TOPPLE_TIME.name in names:
            because = "a time within which the stack is to stand is no time for it to stand"
            unsettled.append(
                MissingParameter(name=TOPPLE_TIME.name, unit=TOPPLE_TIME.unit, because=because)
            )
        return Interpretation(wanted, tuple(parameters), tuple(unsettled))

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name a narrow base and an offset that are spoken of and not given."""
        names = {p.name for p in given}
        found: list[MissingParameter] = []
        if words.any_of(NARROW) and BASE.name not in names:
            found.append(MissingParameter(name=BASE.name, unit=BASE.unit, because=BASE.because))
        shifted = words.any_of(SHIFTED) and not words.any_of(ALIGNED)
        if shifted and not {OFFSET.name, TILT.name} & names:
            because = "the boxes are shifted against each other, and by how much decides"
            found.append(MissingParameter(name=OFFSET.name, unit=OFFSET.unit, because=because))
        return tuple(found)

    def asked(self, scenario: Scenario) -> tuple[Claim, ...]:
        """Ask the film about as many boxes as there are."""
        boxes = _boxes_of(scenario)
        return tuple(
            replace(
                c,
                seen=tuple(replace(s, subjects=boxes) for s in c.sights),
                over=tuple(replace(o, subject=boxes[-1]) for o in c.over),
            )
            for c in super().asked(scenario)
        )

    def questions(self, scenario: Scenario) -> tuple[Question, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        top = _boxes_of(scenario)[-1:]
        return tuple(
            q.revised(subjects=top) if q.measure is Measure.TOP_HEIGHT else q
            for q in super().questions(scenario)
        )

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if "tilt" in values and "com_height" in values:
            w, h = values["width"], values["com_height"]
            limit = math.degrees(math.atan(w / 2 / h))
            return (f"atan(({say(w, _METRE)} / 2) / {say(h, _METRE)}) = {say(limit, _DEGREE)}",)
        if "count" not in values:
            return ()
        return (
            f"{int(values['count'])} boxes {say(values['width'], _METRE)} wide, each "
            f"{say(values['offset'], _METRE)} further out: the centre of mass keeps "
            f"{say(_stability_margin(values), _METRE)} to the nearest edge.",
        )

    def stage(self, scenario: Scenario) -> Scene:
        """See :class:`storyworld.physics.family.Family`."""
        require_complete(scenario)
        values = values_of(scenario)
        if "count" not in values or "tilt" in values:
            return _stage_tilted(values)
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
            for place, (name, colour) in enumerate(zip(_boxes_of(scenario), BOXES, strict=False))
        )
        floor = replace(floor, friction_static=values["friction"])
        return Scene(
            bodies=(floor, *(boxes if topples else map(at_rest, boxes))),
            gravity_m_s2=values["gravity"],
            duration_s=values["hold_time"] + AFTER_S,
            x_min_m=x_min_m,
            x_max_m=x_max_m,
            y_min_m=-max(slab_m, drop_m),
            y_max_m=total_m + side_m,
            scale_bar_m=scale_bar_m(x_max_m - x_min_m),
        )


def _open_on_a_slope(words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
    """Name what leaves open whether a body or a pile stands on a slope."""
    values = {p.name: p.quantity.value for p in given}
    missing: list[MissingParameter] = []
    if not {HEIGHT.name, COM_HEIGHT.name} & set(values) and words.any_of(ALIKE) is None:
        because = "whether it topples on a slope turns on how high it is"
        missing.append(MissingParameter(name=HEIGHT.name, unit=_METRE, because=because))
    if values.get(OFFSET.name, 0.0) != 0.0:
        because = "which way the boxes are shifted on the slope decides"
        missing.append(MissingParameter(name=OFFSET.name, unit=_METRE, because=because))
    if math.tan(math.radians(values.get(TILT.name, 0.0))) > values.get("friction", math.inf):
        because = "on so little friction it slides before it can topple"
        missing.append(MissingParameter(name="friction", unit=_ONE, because=because))
    return tuple(missing)


def _boxes_of(scenario: Scenario) -> tuple[str, ...]:
    # On a slope what stands straight up falls as one.
    count = None if scenario.parameter(TILT.name) else scenario.parameter(COUNT.name)
    return tuple(f"box_{n}" for n in range(1, (int(count.quantity.value) if count else 1) + 1))


def _stage_tilted(values: Mapping[str, float]) -> Scene:
    """Build one body let go at its tilt: it rocks back, or goes over."""
    w, tilt = values["width"], math.radians(values["tilt"])
    h = 2 * values["com_height"]
    reach_m = math.hypot(w, h)
    slab_m = 0.05 * reach_m
    # It is tilted about its lower right edge, which lies at the origin.
    x_m = -w / 2 * math.cos(tilt) + h / 2 * math.sin(tilt)
    y_m = w / 2 * math.sin(tilt) + h / 2 * math.cos(tilt)
    floor = ground(-4 * reach_m, 4 * reach_m, slab_m)
    body = Body(
        name="box_1", role=BodyRole.MOVING, shape=Box(w, h), colour=BOXES[0], x_m=x_m, y_m=y_m,
        angle_rad=-tilt, mass_kg=values.get("mass", 1.0), friction_static=0.9,
    )  # fmt: skip
    return Scene(
        bodies=(replace(floor, friction_static=0.9), body),
        gravity_m_s2=values["gravity"],
        duration_s=3.0,
        x_min_m=-1.1 * reach_m,
        x_max_m=1.2 * reach_m,
        y_min_m=-slab_m,
        y_max_m=1.05 * reach_m,
        scale_bar_m=scale_bar_m(2.3 * reach_m),
    )
