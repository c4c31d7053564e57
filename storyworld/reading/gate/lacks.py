"""The words of denials: who denies, what is denied, and what may stand beside it."""

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final

from storyworld.reading.words import vocabulary


class Lack(StrEnum):
    """What is denied."""

    ALL = auto()
    SUPPORT = auto()
    ABOVE = auto()
    BELOW = auto()
    CONTACT = auto()
    FORCE = auto()
    APPLIED = auto()
    PUSH = auto()
    PULL = auto()
    PEOPLE = auto()
    STOPPING = auto()
    FRICTION = auto()
    ENERGY = auto()
    POWER = auto()
    FUEL = auto()
    ENGINE = auto()
    INPUT = auto()
    CAUSE = auto()
    ADDED = auto()
    REMOVED = auto()


@dataclass(frozen=True, slots=True)
class Denial:
    """One thing denied by the words ``[start, end)``.

    `plain` where nothing strengthens it: "without force" may only mean gently. `net` where the
    net force is denied, which a body at rest in the air has none of either.
    """

    lack: Lack
    start: int
    end: int
    plain: bool = False
    net: bool = False


@dataclass(frozen=True)
class Denials:
    """All denials of a text, and the words that name what is not there."""

    found: tuple[Denial, ...]
    denied: frozenset[int]


def _kinds(**phrases: str) -> dict[str, Lack]:
    return {word: Lack[lack] for lack, words in phrases.items() for word in vocabulary(words)}


HEADS: Final = _kinds(
    SUPPORT="supporter, supporters, underlay, holder, mount, mounting, support, supports, "
    "suspension, prop, props, underpinning, foundation, footing",
    FORCE="force, forces, influence, influences, torque, torques, interaction, interactions, "
    "agency, agent",
    PUSH="push, pushes, shove, shoves, nudge, nudges, impulse, impulses, thrust, propulsion, "
    "propellant, exhaust, pushing, kick, impetus, shoving, poke, prod",
    PULL="tug, tow, drag, pull, pulls, tugs, traction, pulling",
    ENERGY="energy",
    POWER="power, electricity, current",
    FUEL="fuel, petrol, gasoline, diesel",
    ENGINE="engine, engines, motor, motors, propeller, battery, batteries, drive, drivetrain",
    INPUT="input, inputs",
    CAUSE="cause, causes, trigger, stimulus",
    ADDED="matter, material, mass, substance",
    FRICTION="friction, drag, resistance, brakes, brake, braking, collision, collisions, obstacle, "
    "obstacles, obstruction",
    CONTACT="contact, attachment, attachments, connection",
)
VERBS: Final = _kinds(
    SUPPORT="support, supports, supporting, supported, hold, holds, holding, held, carry, carries, "
    "carrying, carried, bears, bearing, suspends, suspending, suspended, props, propping, "
    "propped, keeps, keeping, kept, resting, standing, hanging, bear, prop, sustain, uphold, "
    "keep, bore, rests, stands, hangs, sits, sitting, leaning, lying, sustains, sustaining, "
    "sustained, lifts, lifting, lifted, dangling, upholding, upholds, perched",
    CONTACT="strapped, bound, hitched, linked, joined, fasten, touch, touches, touching, touched, "
    "contacts, contacting, attached, tied, fixed, connected, fastened, anchored, secured",
    FORCE="act, acts, acting, acted, influences, influencing, influenced, affects, affecting, "
    "affected, interacts, interacting, drives, driving, driven, propels, propelling, propelled, "
    "moves, moving, moved, accelerates, accelerating, turns, turning, deflects, deflecting, "
    "deflected, disturbs, disturbing, disturbed, exerts, exert, exerting, exerted, drive, propel, "
    "move, turn, deflect, disturb, affect, influence, accelerate, interfered, interferes, "
    "interfering, steers, steering, compels, compelling, impelling, impels, works, working",
    PUSH="shove, nudge, push, pushes, pushing, pushed, shoves, shoving, shoved, nudges, nudging, "
    "nudged",
    PULL="pull, pulls, pulling, pulled, tugs, tugging, tugged, tows, towing, towed, drags, "
    "dragging",
    STOPPING="stop, slow, brake, halt, hit, oppose, resist, block, obstructs, obstructing, stops, "
    "stopping, stopped, slows, slowing, slowed, brakes, braking, braked, halts, halting, hits, "
    "hitting, hinders, hindering, opposes, opposing, resists, resisting, blocks, blocking, "
    "blocked, retards, retarding, decelerates, decelerating",
    CAUSE="cause, trigger, causes, causing, caused, triggers, triggering, triggered",
    ENERGY="power, feed, fuel, powers, powering, powered, fuels, fuelling, fueling, fuelled, "
    "feeds, feeding",
    ADDED="adds, add, joins, joining, poured, added, adding, enters, entering, enter, supplied",
    REMOVED="removes, leave, escape, leaks, leaking, spills, spilling, removed, removing, leaves, "
    "leaving, escapes, escaping, taken, shed, lost, falls",
)
SIDES: Final = _kinds(
    BELOW="underneath, beneath, below, under, around",
    ABOVE="above, over",
)
TAKING: Final = frozenset(
    vocabulary(
        "using, consuming, needing, requiring, spending, expending, drawing, receiving, taking, "
        "getting, burning, having, given, fed, use, consume, need, require, receive"
    )
)
TOUCHING: Final = frozenset(
    vocabulary("touching, contacting, resting, standing, hanging, adding, removing, shedding")
)
DENIERS: Final = {
    ("without",), ("no",), ("lacking",), ("lacks",), ("zero",), ("neither",), ("nor",), ("sans",),
    ("devoid", "of"), ("free", "of"), ("free", "from"), ("absence", "of"), ("absent",),
    ("lack", "of"), ("deprived", "of"), ("bereft", "of"), ("minus",),
    ("void", "of"), ("empty", "of"), ("missing",),
    ("isolated", "from"), ("independent", "of"), ("not", "a", "single"),
    ("not", "the", "slightest"),
}  # fmt: skip
FIRST: Final = frozenset(first for first, *_ in DENIERS)
NOT: Final = frozenset(vocabulary("not, never, cannot"))
MORE: Final = frozenset(
    vocabulary("more, less, longer, fewer, greater, sooner, later, matter, doubt, sign, smaller")
)
MODIFIERS: Final = frozenset(
    vocabulary(
        "any, a, an, all, single, slightest, tiniest, smallest, faintest, least, bit, of, kind, "
        "kinds, sort, sorts, type, form, forms, source, sources, means, supply, trace, hint, "
        "lick, iota, jot, speck, whit, input, shred, scrap, ounce, drop, joule, physical, "
        "outside, external, net, applied, resultant, absolutely, whatsoever, unbalanced, other, "
        "the, some, amount, slight, exterior, piece, act, acting, actual, at, influence"
    )
)
STRENGTH: Final = frozenset(
    vocabulary(
        "external, outside, net, resultant, slightest, kind, kinds, sort, sorts, all, unbalanced, "
        "single, tiniest, exterior, faintest, least, other, whatsoever"
    )
)
SUPPLIES: Final = frozenset(
    vocabulary("source, sources, supply, supplies, input, inputs, intake, provision, feed")
)
CLOSERS: Final = frozenset(
    vocabulary(
        "a, an, the, it, this, that, these, those, its, his, her, one, two, three, he, she, they, "
        "we, there, is, are, was, has, have, had, does, do, can, will, would, should, and, or, "
        "nor, while, whilst, when, as, during, after, yet, but, still, then, with, without, "
        "though, although, which, who, so, simply, just, all, any, no, because, if, by, every, "
        "despite, even, forever, indefinitely, throughout, since, where, whereas, me, my, our, "
        "your"
    )
)
ADVERBS: Final = frozenset(
    vocabulary(
        "running, engaged, firing, fired, whatsoever, made, brought, did, got, nearby, about, "
        "either, whatever, anywhere, here, around, involved, present, available, left"
    )
)
PASSIVES: Final = frozenset(
    vocabulary(
        "done, supplied, provided, put, fed, added, used, consumed, needed, required, applied, "
        "acting, exerted, available, present, given, delivered, spent, involved, working, going, "
        "coming, pushing, pulling, holding, acts, act, acted, pushes, pulls, holds, hold, "
        "supports, works, moves, moving, drives, driving, stops, slows, goes, enters, entering, "
        "feeding, keeps, keeping, causes, causing, supporting, affects, touching, touches, "
        "influences, turns, flows, flowing, taken, drawn, making, makes, lifts, carries, "
        "connected, whatever"
    )
)
EXCEPTIONS: Final = (
    ("except",), ("excepting",), ("other", "than"), ("besides",), ("apart", "from"),
    ("aside", "from"), ("save", "for"), ("save",), ("beyond",), ("bar",), ("but",),
    ("else", "than"),     ("only",),
)  # fmt: skip
PARTIAL: Final = frozenset(
    vocabulary(
        "but, else, other, more, less, visible, except, besides, apparent, much, special, wrong, "
        "visibly, seen, apparently, obvious, save, beyond"
    )
)
ANYTHING: Final = frozenset(vocabulary("anything, anyone, anybody, something, anything's, any"))
OBJECTS: Final = frozenset(vocabulary("it, them, him, itself, up, on, upon, against, aloft, with"))
PARTS: Final = frozenset(
    vocabulary("left, right, front, back, rear, top, bottom, end, side, edge, middle, rest, other")
)
LINKS: Final = frozenset(
    vocabulary(
        "in, the, world, that, which, could, would, might, are, were, been, at, all, whatsoever, "
        "whatever, is, was, to, there, here, ever, has, can, being"
    )
)
JOINERS: Final = frozenset((",", "or", "and", "nor", "/", "&"))
BODY_CLAUSES: Final = frozenset(vocabulary("it, the, a, an, they, still, yet, nevertheless, this"))
AFTERWARDS: Final = frozenset(vocabulary("none, nil, zero, absent"))
UN: Final = _kinds(
    SUPPORT="unsupported, unsuspended, unpropped",
    POWER="unpowered",
    PUSH="unpushed, unpropelled",
    CAUSE="uncaused",
)
HAPPENS: Final = frozenset(
    vocabulary(
        "floats, float, floating, hovers, hover, hovering, levitates, levitate, levitating, hangs, "
        "hang, hanging, stays, stay, remains, remain, rests, stands, sits, accelerates, "
        "accelerate, accelerating, starts, start, begins, begin, speeds, gains, gain, stops, "
        "stop, halts, halt, comes, come, reverses, turns, turn, runs, run, spins, spin, moves, "
        "goes, keeps, keep, freezes, vanishes, disappears, doubles, rises, sets, increases, "
        "produces, rotates, lies, suspended, motionless, stationary, falls, rolls, slides, picks"
    )
)
ANYWHERE: Final = frozenset(
    vocabulary("anything, anyone, anybody, anywhere, outside, any, elsewhere")
)
PURPOSES: Final = frozenset(
    vocabulary(
        "hold, keep, support, carry, push, pull, move, drive, propel, stop, slow, brake, lift, "
        "cause, explain, do, account, power, feed, make, start, turn, halt, speak, sustain, set, "
        "prop, bear, act, run"
    )
)
