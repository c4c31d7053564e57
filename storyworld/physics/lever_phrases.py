"""The words of levers: beams, who lifts whom, and which end goes where."""

from typing import Final

from storyworld.physics.constructions import forms
from storyworld.physics.hearing import inflected
from storyworld.reading.words import vocabulary

BEAMS: Final = frozenset(vocabulary(
    "plank, beam, board, seesaw, lever, bar, rod, crowbar, teeter, stick, ruler, pole, see, "
    "log, teeterboard, yardstick, pipe, lath, tube, pry, prybar, rule, arm, yoke, batten, "
    "spar, joist, scaffold, jib, boom"
))  # fmt: skip
LONG: Final = frozenset({"long", "uniform", "light", "wooden", "steel", "massless", "rigid",
                         "weightless", "iron", "metal", "straight", "pry", "metre", "meter",
                         "balance", "wood", "oak", "aluminium", "scaffold"})  # fmt: skip
PLAIN: Final = frozenset(vocabulary(
    "a, an, the, of, at, on, and, is, in, by, his, her, its, their, with, from, to, sits, sitting, "
    "seated, kg, n, lb, lbs, pounds, pound, newtons, newton, kilograms, kilogram, other, m, mass, "
    "one, that, which, who, only, just, about, sit, hanging, placed, standing, stands, located, "
    "positioned, set, acting, applied, pushes, pressing, pushing, down, up, right, left, side, "
    "weighs, weighing, can, against, and, away, stone weight, resting, rests, hangs, lies, lying, "
    "all, him, it, me, my, i, you, your, our, hang, stood, sat, has, have, perches, perched, out, "
    "plants, himself, herself, another, put, puts, placing, place, goes, weight, force, distance, "
    "cm, mm, ft, feet, inches, metres, meters, far, pivot, fulcrum, middle, centre, center, there, "
    "then, is, are, was, were, be, being, as, end, opposite, using, use, i'm, he's, she's, tall"
))  # fmt: skip
APART: Final = frozenset({",", ";", "and", ":", ".", "while", "but"})
OPPOSITE: Final = vocabulary(
    "other side, opposite side, opposite end, other end, far side, far end, opposite arm, "
    "other arm, opposite, across from, the other, against, opposite sides, either side, far arm, "
    "across, facing"
)
SAME: Final = vocabulary(
    "same side, next to, beside, together with, alongside, as well, also, "
    "joined by, behind, same arm, same end, with him, with her, likewise"
)
LIFTS: Final = vocabulary(
    inflected(
        "lift, raise, outweigh, outbalance, hoist, overbalance, tip up, heave, budge, "
        "move, shift, prise up, pry up, lever up, overcome, pick up, elevate, jack up, "
        "push up, pull up, lift up, raise up, dislodge, prise, send up, overpower, "
        "get off the ground, outpull, hoist up"
    )
    + ", pries, pry, prises, beats, beat, more than balances, lever out, levers out, "
    "pry loose, pries loose, too heavy for, wins over"
)
GOES_DOWN: Final = vocabulary(
    inflected(
        "go down, sink, descend, come down, move down, drop, dip, touch the ground, "
        "hit the ground, end up lower, end up down, end up at the bottom, tip down, swing down, "
        "win, fall, tilt down, end up on the ground, press down, move downward, move downwards, "
        "rotate down, head down, stay down, go to the ground, touch down, go lower, end up low, "
        "hit the floor, touch the floor, bump down, stay on the ground, slam down, remain down, "
        "drop down, sink down, sit on the ground, end lower, go downwards, go under"
    )
    + ", is lower, is pressed down, is heavier, down goes, down comes, down went"
)
GOES_UP: Final = vocabulary(
    inflected(
        "go up, rise, get lifted, get raised, move up, swing up, come up, end up in the air, "
        "end up higher, fly up, shoot up, lift off, come off the ground, move upward, "
        "move upwards, end up high, tip up, leave the ground, tilt up, stay up, rise up, "
        "go upwards, go into the air, end up off the ground, get hoisted, end higher, "
        "be left in the air, dangle in the air, come off the floor, leave the floor, head up"
    )
    + ", is lifted, be lifted, are lifted, lifted, is raised, be raised, raised, is hoisted, "
    "in the air, off the ground, is higher, hoisted, budged, is moved, heaved, is shifted, "
    "is pried up, is prised up, pried up, prised up, levered up, is outweighed, up in the air, "
    "up goes, up comes, up went, be moved, be budged, be shifted, into the air, be outweighed, "
    "off the floor, be dislodged, outweighed by"
)
TILTS: Final = vocabulary(
    inflected(
        "tip, tilt, lean, swing, rotate, turn, fall, dip, drop, sink, go, move, slope, pivot, "
        "go down, tip down, rotate down, swing down, tilt over, tip over, incline"
    )
)
EACH: Final = vocabulary("each, both, same distance, equal distance, equal distances, "
                         "equally far, "
                         "equidistant, same arm length, equal arms, apiece")  # fmt: skip
BALANCING: Final = vocabulary(
    inflected("balance, counterbalance, balance out, hold level, offset, cancel, counter")
)
# What lifts is not what is lifted: these press.
EFFORTS: Final = vocabulary(
    "push, force, effort, press, pressing, pushing, pull, pulling, hand, worker, man, woman, "
    "operator, pushes, presses, pulls, exert, exerts, exerting, lean, leaning, i, me"
)
LEVEL: Final = vocabulary(
    inflected(
        "balance, counterbalance, stay flat, remain flat, balance out, keep level, cancel, offset, "
        "stay level, stay horizontal, rest level, hang level, even out, hold steady, "
        "stay straight, counter, sit level, settle level, hold level, stay in balance, hover"
    )
    + ", in balance, level, horizontal, equilibrium, evenly balanced, "
    "neither side goes down, neither end goes down, perfectly still, even, neither side tips, "
    "does not tip either way, steady, straight, parallel to the ground, flat, in balanced, "
    "equal moments, equal torques, moments are equal, torques are equal, moments equal, "
    "neither goes down, neither end sinks, neither side sinks, neither end drops, motionless, "
    "equals out, evens up, no net torque, zero net torque, no net moment, perfect balance, "
    "evenly, spirit level"
)
KEEPS: Final = vocabulary(inflected("hold, keep") + ", kept, held")
UNLEVEL: Final = vocabulary(
    inflected(
        "tip, tilt, rotate, swing, tip over, topple, lose its balance, go out of balance, "
        "slope, lean, slant, turn, end up lopsided, overbalance"
    )
    + ", unbalanced, out of balance, imbalanced, off balance, out of equilibrium, lopsided, "
    "uneven, unequal, net torque, net moment, not level, unlevel, crooked, skew, askew"
)
# What only names a thing: 'balance beam', 'a beam balance'.
NOTHING: Final = vocabulary(
    "balance arm, balance beam, beam balance, balance point, spirit level, level ground, "
    "straight bar, straight beam, straight plank, straight rod, balance scale, balance test, "
    "balance check, lever balance, flat ground, swing set, no net torque, zero net torque, "
    "no net moment, steady hand, flat on the, in turn, level surface, moment balance, "
    "beam of the balance, beam of a balance, arm of the balance, arm of a balance, the balance "
    "tips, the balance tilts, the balance swings, the balance goes, the balance turns, the "
    "balance does, on a balance, on the balance, pan balance, kitchen balance, the balance sinks, "
    "balance of moments, flat roof, tip of, the tip, its tip, outer tip, very tip, tip end"
)
# A plank that lies over an edge turns about it.
OVERHANGS: Final = vocabulary(
    inflected("stick out, jut out, hang over, overhang, poke out, project, protrude, extend, "
              "stick, jut")
    + ", over the edge, beyond the edge, past the edge, over its edge, out over"
)  # fmt: skip
OUTER_ENDS: Final = vocabulary(
    "outer tip, outer end, very end, its end, the end, far end, free end, the tip, its tip, "
    "overhanging end, end of the plank, end of it, very tip, outer edge, end of the board"
)
EDGES: Final = vocabulary("edge, roof, ledge, parapet, platform, cliff, quay, deck, scaffold, wall")
PIVOTS: Final = frozenset(
    {"pivot", "fulcrum", "pivots", "pivoted", "hinge", "pivoting", "balanced", "supported"}
)
# Who may be spoken of again as 'he' or 'she'.
HE: Final = frozenset(
    vocabulary(
        "man, boy, father, dad, brother, son, uncle, grandfather, grandpa, nephew, husband, lad, "
        "guy, gentleman"
    )
)
SHE: Final = frozenset(
    vocabulary(
        "woman, girl, mother, mum, mom, sister, daughter, aunt, grandmother, grandma, niece, wife, "
        "lady, nun"
    )
)
OBJECTS: Final = frozenset({"load", "tip", "toe", "blade", "nose", "weight", "claw", "near"})
# What people lay a plank over.
_PROPS: Final = "a log, the log, a sawhorse, the sawhorse, a trestle, the trestle"
SPEAKS: Final = (
    vocabulary(
        "seesaw, see saw, seesaws, lever, levers, fulcrum, pivot, pivots, pivoted, "
        "crowbar, pry bar, prybar, teeter totter, teeter, balance beam, "
        "from the middle, from the centre, from the center, lifts, clockwise, "
        "counterclockwise, anticlockwise, on the left, on the right, outweighs, effort, "
        "teeterboard, beam balance, moments, torque, torques, arm, arms, d1, "
        "counterweight, balance arm, balance pan, scale arm, yoke, teetertotter, "
        "suspension point, point of suspension, point of support, support point, "
        + ", ".join(forms("over, across, from", _PROPS))
        + ", "
        + inflected("balance, counterbalance, outweigh, pry, prise, lever up")
    ),
    vocabulary(
        "seesaw, see saw, seesaws, lever, levers, fulcrum, pivot, pivots, pivoted, "
        "crowbar, pry bar, prybar, teeter totter, teeter, child, children, kid, kids, "
        "effort, plank, beam, board, boy, girl, adult, d1, d2, moments, torque, torques, "
        "counterweight, opposite side, other side, ruler, metre stick, meter stick, rod, "
        "balance arm, yoke, scale arm, left payload, right payload, metre rule, meter rule, "
        "left arm, right arm, teetertotter, far arm, other arm, rule, pole, bar, one arm, "
        "either arm, each arm, mobile, coat hanger"
    ),
)
NEVER: Final = vocabulary(
    "gripper, fingers, spring, ramp, incline, float, floats, hydraulic, "
    "pulley, pulleys, wheelbarrow, nutcracker, curve, bend, jumps, "
    "mid span, breaks, yields, stacked, stack of bricks, stack of boxes, stack of blocks, "
    "stack stands, offset by, bucket crane, buckles, dropped, "
    "lands on, trebuchet, catapult, tweezers, rope over, snaps, deflects, "
    "flips over, sags, water, sea, lake, liquid, submerged, underwater, "
    "buoyant, lift motor, microgravity, zero gravity, zero g, space station, orbit, outer space, "
    "deep space, weightlessness, free fall, "
    "cabin, elevator, domino, dominoes, a hoist, the hoist, electric hoist, per finger, "
    "jaws, track width, young's, e ="
)
TALKS_OF: Final = (*LIFTS, *GOES_DOWN, *GOES_UP, *TILTS)
