"""The gate: goals that contradict a law in their own words, before anything is rendered.

Only language is judged here. A contradiction is a state or change *and* the explicit denial of
everything that could bring it about ("floats motionless in mid-air *without support*"). The
implausible passes: it is for the solver and the film. Where a text names something that could
hold, push or carry (a rope, helium, a magnet, water), it passes as well.
"""

from dataclasses import dataclass
from typing import Final

from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Constraint, ConstraintKind
from storyworld.records.scenario import Vetoed


@dataclass(frozen=True)
class _Law:
    """A law with the words that contradict it.

    All of `happening`, `manner` (unless empty) and `denial` must occur in one sentence, and
    nothing of `unless` anywhere in the text.
    """

    claim: str
    law: str
    statement: str
    happening: tuple[str, ...]
    manner: tuple[str, ...]
    denial: tuple[str, ...]
    unless: tuple[str, ...]


_CARRIERS: Final = vocabulary(
    "rope, ropes, string, wire, wires, cable, cables, chain, thread, hook, tether, harness, crane, "
    "helium, hydrogen, balloon, balloons, airship, blimp, hot air, magnet, magnets, magnetic, "
    "superconductor, electromagnet, electrostatic, acoustic, ultrasonic, laser, diamagnetic, "
    "drone, helicopter, rotor, propeller, rocket, thruster, thrust, jet, jetpack, hovercraft, "
    "bird, hummingbird, insect, wings, plane, aircraft, kite, glider, parachute, parachutist, "
    "paraglider, wind, updraft, airflow, air stream, fan, wind tunnel, water, sea, lake, liquid, "
    "ocean, pool, oil, mercury, microgravity, weightless, weightlessness, zero gravity, zero g, "
    "space station, orbit, orbits, outer space, deep space, in space, no gravity, free fall, "
    "cloud, smoke, bubble, hologram, dust, drawing, painting, picture, cartoon, dream"
)
_MOVERS: Final = vocabulary(
    "downhill, down a hill, down the hill, slope, hill, ramp, incline, falls, falling, dropped, "
    "gravity assist, tow, towed, towing, pushed, pulled, push, wind, sail, sails, tailwind, "
    "escalator, conveyor, magnet, magnetic, spring, current, river, collision, hit by, struck, "
    "catapult, flywheel, momentum wheel, battery, batteries, solar, rolls down, rolling down, "
    "pedals, pedalled, treadmill, carried"
)
_STOPPERS: Final = vocabulary(
    "wall, friction, brake, brakes, collision, collides, hits, magnet, water, sand, mud, net, "
    "drag, spring, gradually, image, video, camera, screen"
)
_NO_FORCE: Final = vocabulary(
    "without force, without any force, without a force, without external force, "
    "without any external force, without an external force, without outside force, no force, "
    "no forces, without forces, without any forces, without net force, without a net force, "
    "no external force, without the action of any force, or external force, or any external force, "
    "nor external force, or outside force, or any force, or force, without anything acting on it, "
    "with nothing acting on it, without any interaction, without interaction, without any cause, "
    "no net force, without any outside force, without being acted on"
)
_LAWS: Final = (
    _Law(
        "floats_without_support",
        "gravity: what nothing supports falls",
        "A body rests in the air though the goal says that nothing supports it.",
        vocabulary(
            "floats, float, floating, hovers, hover, hovering, levitates, levitate, levitating, "
            "hangs, hang, hanging, suspended, stays, remains, rests, stands, motionless, stationary"
        ),
        vocabulary(
            "mid air, midair, in the air, in air, in thin air, above the ground, above the floor, "
            "off the ground, in empty space, in nothing"
        ),
        vocabulary(
            "without support, without any support, without a support, unsupported, no support, "
            "without being supported, without anything supporting it, nothing supporting it, "
            "nothing supports it, nothing holding it, nothing holds it, without anything holding "
            "it, with no means of support, without any means of support, without external support, "
            "without any external support, without physical support, without any physical support"
        ),
        _CARRIERS,
    ),
    _Law(
        "accelerates_without_cause",
        "energy and force: what gains speed is pushed, and what pushes spends energy",
        "A body gains speed though the goal denies it every force and source of energy.",
        vocabulary(
            "accelerates, accelerate, accelerating, speeds up, speed up, speeding up, gains speed, "
            "gains kinetic energy, starts moving, starts to move, begins to move, begins moving, "
            "moves faster, goes faster, sets off, takes off, lifts off"
        ),
        (),
        (
            *_NO_FORCE,
            *vocabulary(
                "without any energy, without energy, without any source of energy, without any "
                "energy source, no energy source, without an energy source, without energy input, "
                "without any energy input, with no energy input"
            ),
        ),
        (*_MOVERS, *vocabulary("without force sensors, brake force, braking force")),
    ),
    _Law(
        "stops_without_force",
        "inertia: what moves keeps moving unless a force acts",
        "A moving body comes to a stop or turns though the goal denies every force.",
        vocabulary(
            "stops, stop, stopping, halts, halt, halting, comes to rest, comes to a stop, "
            "comes to a halt, freezes, reverses, reverse, changes direction, turns around, "
            "slows down, decelerates"
        ),
        (),
        _NO_FORCE,
        _STOPPERS,
    ),
    _Law(
        "makes_energy",
        "conservation of energy: no machine gives more than it takes",
        "A machine is said to give energy that nothing supplies.",
        vocabulary(
            "perpetual motion, perpetuum mobile, creates energy, create energy, produces energy, "
            "generates energy, produces more energy, generates more energy, outputs more energy, "
            "delivers more energy, runs forever, runs for ever, runs indefinitely, rotates forever"
        ),
        (),
        vocabulary(
            "from nothing, out of nothing, without any energy, without energy, without energy "
            "input, without any energy input, without any input, without input, than it consumes, "
            "than it uses, than it takes in, than it receives, than is put in, without fuel or "
            "power, without any fuel or power, without any source of energy, without any energy "
            "source, perpetual motion machine, no energy input"
        ),
        vocabulary("solar, wind, battery, sunlight"),
    ),
    _Law(
        "changes_momentum_alone",
        "conservation of momentum: an isolated system keeps its momentum",
        "The momentum of an isolated system is said to change.",
        vocabulary(
            "momentum increases, momentum decreases, momentum changes, momentum doubles, momentum "
            "vanishes, gains momentum, loses momentum, increases its momentum, momentum is not "
            "conserved, momentum disappears"
        ),
        (),
        (*_NO_FORCE, *vocabulary("isolated system, closed system, isolated, by itself alone")),
        _MOVERS,
    ),
    _Law(
        "makes_matter",
        "conservation of mass: matter neither appears from nothing nor vanishes",
        "Matter is said to appear from nothing or to vanish into it.",
        vocabulary(
            "appears, appear, materialises, materializes, created, creates, vanishes, vanish, "
            "disappears, disappear, pops into existence, ceases to exist, doubles its mass, "
            "doubles in mass, gains mass, loses mass, mass doubles, mass increases"
        ),
        (),
        vocabulary(
            "from nothing, out of nothing, into nothing, into nothingness, from nowhere, out of "
            "nowhere, without any matter added, without adding matter, without adding anything, "
            "without adding any matter, without anything being added, without a trace of matter, "
            "without going anywhere, without anything leaving it"
        ),
        vocabulary("magician, trick, illusion, video, screen, hidden"),
    ),
)
_QUALIFIERS: Final = frozenset(
    ("from", "on", "of", "under", "by", "at", "visible", "sensor", "sensors", "feedback", "control",
     "staff", "team", "structure", "beam", "beams", "column", "columns", "wheel", "wheels")
)  # fmt: skip


def veto(text: str) -> Vetoed | None:
    """Say which law a text contradicts in its own words; None if it may go on.

    Linear in the length of the text: phrases are looked up by their first word.
    """
    words = Words.of(text)
    found = [law for law in _LAWS if _contradicts(words, law)]
    if not found:
        return None
    return Vetoed(
        constraints=tuple(
            Constraint(
                constraint_id=law.claim,
                claim=law.claim,
                kind=ConstraintKind.LANGUAGE,
                law=law.law,
                statement=law.statement,
            )
            for law in found
        ),
        because=" ".join(f"{law.statement} ({law.law.capitalize()}.)" for law in found),
    )


def _contradicts(words: Words, law: _Law) -> bool:
    denied = _sentences(words, law.denial, qualified=True)
    if not denied:
        return False
    happening = _sentences(words, law.happening) & denied
    if law.manner:
        happening &= _sentences(words, law.manner)
    return bool(happening) and words.any_of(law.unless) is None


def _sentences(words: Words, phrases: tuple[str, ...], *, qualified: bool = False) -> set[int]:
    """Give the sentences in which a phrase is asserted.

    A denial that is qualified ("without support from the left", "without force sensors") denies
    only something, and is passed over.
    """
    found: set[int] = set()
    for phrase in phrases:
        length = len(phrase.split())
        for place in words.places(phrase):
            after = place + length
            if qualified:
                if after < len(words.tokens) and words.tokens[after].text in _QUALIFIERS:
                    continue
            elif words.negated(place):
                continue
            found.add(words.tokens[place].sentence)
    return found
