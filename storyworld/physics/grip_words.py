"""The words of grippers: what grips, how hard, and whether it holds."""

from typing import Final

from storyworld.physics.hearing import inflected
from storyworld.reading.words import vocabulary

GRIPPERS: Final = vocabulary(
    "gripper, grippers, gripper's, "
    "robot hand, robotic hand, robot, finger, fingers, jaws, jaw, "
    "fingertips, tongs, tip pinch, "
    "tweezers, pliers, hand, claw, thumb, end effector, vise, "
    "part held, object held, held by friction, vice, robot arm, pincers, fingered, "
    "palms, manipulator, grabber, forceps, pads, claws, fist, callipers, calipers, nippers, "
    "chuck, gripping tool, grapple, prongs, hands, tips, robot's, fingertip, robo hand, cobot, "
    + inflected("pinch, grip, clamp, squeeze, grasp")
)
OUTCOMES: Final = vocabulary(
    inflected(
        "hold, lift, slip, carry, pick, raise, drop, fall, lose, slide, hoist, yank, keep, jerk, "
        "hang on, retain, need, require, squeeze, support, accelerate, let go, slither, secure, "
        "stay, remain, suffice, pull up, heave, take up, swing up, release"
    )
    + ", needed, enough, sufficient, required, too weak, secure, securely, insufficient, "
    "inadequate, too feeble, adequate"
)
HELPS: Final = vocabulary(
    "gripper, squeezing, mu, friction, fingers, grip force, jaws, two fingers, per finger, "
    "squeezes, lifts, normal force, pinch, each, n, clamping, robot hand, finger, claw, squeeze, "
    "grip, robot, press, presses, force"
)
NEVER: Final = vocabulary(
    "suction, vacuum, magnet, magnetic, hook, ramp, incline, truck, lorry, car, rope, "
    "seesaw, "
    "lever, fulcrum, pivot, crowbar, curve, bend, wall, spring, pushed along, "
    "scoops, tyre, tyres, tire, tires, road, walks, climbs, climber, thrown, throws, "
    "catapult, pulley, conveyor, toppling, topples, tips over"
)
CONTRARY: Final = vocabulary(
    "only if, only when, if and only if, only as long as, only below, only up to, unless it, "
    "rope, string, strings, glue, glued, hook, hooked, crushes, crushed, "
    "crush, breaks, shatters, cracks, tilted, sideways, horizontally, "
    "shakes, shaken, scooped, from below, underneath, wraps around, "
    "tied, taped, hangs from, bends, squashes, dents, deforms, rotates it, spins, swings it, "
    "cracking, crushing, breaking, bruising, bruises, dent, explodes, melts, ledge, lip, flange"
)
HOLDS: Final = vocabulary(
    inflected(
        "hold, lift, carry, hold up, pick up, pick, raise, keep hold, keep hold of, secure, "
        "keep its grip, support, keep, hoist, hang on, hang on to, move it up, pick it up, "
        "stay in, stay put, stay between, remain between, remain in, keep a grip, accelerate, "
        "hold on to, hold onto, stay in place, stay where, stay held, remain held, stay still, "
        "grip firmly, retain, keep its hold, stay gripped, stay clamped, remain gripped, "
        "remain clamped, remain put, hold tight, hold fast, keep in, keep its place, "
        "keep a hold, stick, take up, pull up, bring up, haul up, keep it up, bear, hold it, "
        "stay there, stay with, stay safe, keep hold on, stay secured, remain secured, "
        "carry off, keep position, hold position, stay firmly, remain firmly, remain where, "
        "keep it in, keep a firm hold, stay stuck"
    )
    + ", is held, retained, firmly, securely, yanks, jerks, safely, suffices, suffice, "
    "is enough, are enough, be enough, enough, is sufficient, are sufficient, sufficient, "
    "is adequate, adequate, be held, secure, will do, does the job, no slip, no slipping, "
    "no slippage, zero slip, can be lifted, does not let go"
)
SLIPS: Final = vocabulary(
    inflected(
        "slip, slip out, slip down, slip away, drop, fall, fall out, fall down, slide, slide out, "
        "slide down, lose, lose hold, lose its hold, lose hold of, lose grip, lose its grip, "
        "lose its grip on, let go, let go of, escape, slither, slither out, let it fall, "
        "let it drop, let it slip, come loose, work loose, crash down, tumble, tumble out, "
        "plunge, give way, release, part company, get away, pop out, drop out, slip off, "
        "slip through, slip free, fumble, land on the floor, squirt out, go down, dangle loose, "
        "lose contact, come out, pull out, leave the hand, leave the fingers"
    )
    + ", lost, slippage, on the floor, too weak, insufficient, inadequate, too feeble, too loose, "
    "too little, out of the fingers, out of the grip, out of its fingers, out of the jaws, "
    "too light a grip, too gentle, not enough, too few, too small a force, too low"
)
# What only names a thing: 'robot hand', 'holding force'.
NOTHING: Final = vocabulary(
    "holding force, holding torque, non slip, anti slip, slip resistant, lifting arm, lift arm, "
    "lifting acceleration, lift acceleration, carrying handle, slip test, drop test, "
    "pick and place, "
    "grip test, holding test, lifting height, slip check, slip criterion, sliding friction, "
    "lost in, "
    "pick up point, friction of, picking robot, drop zone, dropping off, slip safety, "
    "secure grip of, "
    "support structure, slippery, held still, holding still"
)
SQUEEZE_BEFORE: Final = vocabulary(
    "grip force, grip force of, normal force, normal force of, "
    "presses it with, pressing it with, presses on it with, clamping force, clamping force of, "
    "force, force of, n, f, gripping force, gripping force of, force per finger, force per jaw, "
    "normal force per jaw, normal force per finger, finger force, "
    "finger force of, jaw force, jaw force of, grip of, pinch force, pinch force of, "
    "squeezing force, squeezing force of, holding force, closing force, closing force of, "
    "grasp force, grasp force of, with, contact force, clamp of, pinch of, "
    "pressing force, pressing force of, clamp force, clamp force of, fn, f n, f grip, grip, "
    "grip strength, grip strength of, thumb force, pressure of, force from each finger, "
    "force on each side, force of each finger, force each finger, f1, normal load, n1, "
    + inflected("squeeze, squeeze of, squeeze with, squeeze at, press, press with, clamp with, "
                "clamp at, pinch, pinch with, grip with, push with, exert, apply, hold with, "
                "push in with, bear in with, press in with, bear on it with, close with")
)  # fmt: skip
SQUEEZE_AFTER: Final = vocabulary(
    "each, per finger, per jaw, on each side, from each side, of grip force, grip force, "
    "squeeze, of squeeze, squeezing, clamping force, of clamping force, normal force, "
    "per side, from either side, on either side, by every finger, from every finger, "
    "of normal force, grip, apiece, pinch, per pad, per fingertip, a side, from each finger, "
    "a finger, by each finger, on each finger, per tip, each jaw, each side, each finger, "
    "from each jaw, per claw, of pinch, of force from, every finger, per prong, per contact, "
    "of force, of pressure, from both sides, either side, in each finger, at each finger, pinch per"
)
LIFT_BEFORE: Final = vocabulary(
    "accelerating at, accelerates at, acceleration, acceleration of, a, upward at, "
    "upwards at, accelerated at, lifting at, lifts at, up at, jerks it up at, "
    "yanks it up at, accelerating it at, lift acceleration, "
    "lifting acceleration, lifting acceleration of, lifts it at, raises it at, "
    "upward acceleration, upward acceleration of, an acceleration of, vertical acceleration, "
    "vertical acceleration of, hoists it at, hoist it at, lift it at, raise it at, accelerate at, "
    "accelerates it at, lift acceleration of, raised at, lifted at, hoisted at, skyward at"
)
LIFT_AFTER: Final = vocabulary(
    "upward, upwards, acceleration, up, upward acceleration, lift acceleration, "
    "vertical acceleration, of lift, of upward acceleration, vertically"
)
LOWER_BEFORE: Final = vocabulary(
    "downward at, downwards at, down at, downward acceleration, downward acceleration of, "
    "lowers it at, lowering it at, lowering at, lowered at, lowers at, downward, downwards"
)
LOWER_AFTER: Final = vocabulary(
    "downward, downwards, downward acceleration, down, of downward acceleration"
)
MASS_BEFORE: Final = vocabulary(
    "mass, mass of, m, weighs, weighing, weight, weight of, part mass, payload, "
    "payload of, object mass, load, load of, box of, lifts a, holds a, mass is, "
    "workpiece mass, box mass, bottle mass, weigh, part weight, weight is, payload mass"
)
MASS_AFTER: Final = vocabulary(
    "box, jar, bottle, part, object, melon, can, weight, load, payload, ball, "
    "block, cube, mass, cup, egg, apple, brick, tool, package, parcel, item, "
    "workpiece, piece, crate, mug, glass, body, tin, pipe, casting, vase, tote, hammer, book"
)
SUFFICES: Final = vocabulary(
    "suffices, suffice, sufficient, is enough, are enough, enough, will do, is plenty, plenty"
)
NEEDS: Final = vocabulary(
    "must, has to, have to, needs to, need to, needs, need, requires, require, required, takes, "
    "take, minimum, calls for, asks for, demands, is needed, are needed, needed"
)
COUNTED: Final = {
    "one finger and thumb": 2.0, "finger and thumb": 2.0, "thumb and finger": 2.0,
    "three fingered": 3.0, "four fingered": 4.0, "five fingered": 5.0, "two fingered": 2.0,
    "three finger": 3.0, "four finger": 4.0, "five finger": 5.0, "three jaw": 3.0,
    "four jaw": 4.0, "three jawed": 3.0, "three pronged": 3.0, "three clawed": 3.0,
    "thumb and forefinger": 2.0, "tripod grip": 3.0,
}  # fmt: skip
