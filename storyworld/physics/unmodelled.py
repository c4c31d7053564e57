"""What else a goal may speak of that a family's equation does not hold under.

A ball on a rope does not fall freely, a pushed stack does not just stand. A family names the
phenomena it tolerates; a goal that speaks of any other is not its own, so that no equation is
applied outside its domain.
"""

from typing import Final

from storyworld.reading.words import Words, vocabulary

_IGNORING: Final = frozenset(
    vocabulary(
        "ignore, ignoring, ignored, neglect, neglecting, neglected, negligible, absence, aside, "
        "forget, "
        "forgetting, disregard, disregarding, disregarded, omitted, discounting, excluding"
    )
)
_AIRLESS: Final = ("vacuum", "airless", "no air", "evacuated", "air free", "pumped empty")
_PHENOMENA: Final[dict[str, tuple[str, ...]]] = {
    name: vocabulary(text)
    for name, text in {
        "rebound": "bounce, bounces, bouncing, bounced, rebound, rebounds, rebounding, ricochet, "
        "ricochets, trampoline",
        "air": "parachute, parachutist, feather, leaf, balloon, skydiver, glider, wing, wings, "
        "wind, windy, gust, gusts, breeze, drag, air resistance, terminal velocity, paper, "
        "snowflake, raindrop, kite, umbrella, storm, frisbee, blown, blows, sail",
        "suspension": "rope, ropes, string, strings, cable, cables, chain, chains, wire, wires, "
        "pendulum, pulley, pulleys, swing, swings, swinging, hang, hangs, hanging, hung, tied, "
        "tether, tethered, suspended, hook, crane, glue, glued, nailed, bolted, tape, taped, "
        "strapped, bungee",
        "spring": "spring, springs, elastic, rubber band, catapult, slingshot",
        "fluid": "water, sea, ocean, liquid, oil, submerged, underwater, float, floats, floating, "
        "sink, sinks, pool, lake, honey, buoyancy, buoyant, helium, viscous",
        "magnet": "magnet, magnets, magnetic, electromagnet, electric field, charged, levitate, "
        "levitates, levitating, levitation, hover, hovers, hovering",
        "rolling": "roll, rolls, rolling, rolled, wheel, wheels, wheeled, hoop, cylinder, "
        "tumbles down, spins, spinning, spin, rotates, rotating",
        "machine": "rocket, thrust, propeller, drone, helicopter, winch, motor, thruster, "
        "gripper, piston, jetpack, aeroplane, airplane, aircraft, plane, flying, jet",
        "vehicle": "accelerating, accelerates, braking, brakes, truck, lorry, train, elevator, "
        "escalator, conveyor, lift accelerates, car, bus, wagon, cart, driving, drives",
        "collision": "collide, collides, collision, collides with, domino, dominoes, dominos, "
        "crashes into another, knocks, bullet, struck by, hit by",
        "force": "push, pushes, pushed, pushing, pull, pulls, pulled, pulling, shove, shoved, "
        "nudge, nudged, shake, shakes, shaken, shaking, earthquake, vibration, vibrates, "
        "vibrating, kicked, kicks, poked, removed, pulled out, horizontal force, tug, dragged",
        "person": "person, adult, man, woman, human, child, boy, girl, athlete, runner, jumper, "
        "gymnast, someone, people, he, she",
        "change": "increasing, increases, increasing weight, decreasing, gradually, explode, "
        "explodes, exploding, melts, melting, burns, breaks, shatters, vanishes, disappears, "
        "teleports, upward, upwards, straight up, then rises",
        "weightless": "microgravity, weightless, weightlessness, zero gravity, zero g, "
        "space station, orbit, orbiting, deep space, outer space, free falling lift",
        "incline": "ramp, incline, inclined, slope, sloping, hill, tilted, tilting",
        "stack": "stack, stacks, stacked, stacking, pile, piled, tower of",
        "flight": "thrown, throws, launched, launches, projectile, fired, lobbed, tossed",
        "obstacle": "clears a, over a wall, across a gap, over the wall",
    }.items()
}

_BY_FIRST: Final[dict[str, list[tuple[str, str]]]] = {}
for _name, _phrases in _PHENOMENA.items():
    for _phrase in _phrases:
        _BY_FIRST.setdefault(_phrase.split()[0], []).append((_name, _phrase))


def disturbance(words: Words, *tolerated: str) -> str | None:
    """Name what the text speaks of and the family does not model, or None.

    Denied and neglected phenomena do not count: 'without bouncing', 'ignoring air resistance'.
    """
    airless = words.any_of(_AIRLESS) is not None
    for first in words.present:
        for name, phrase in _BY_FIRST.get(first, ()):
            if name in tolerated or (name == "air" and airless):
                continue
            for place in words.places(phrase):
                if not _set_aside(words, place, phrase):
                    return phrase
    return None


def _set_aside(words: Words, place: int, phrase: str) -> bool:
    last = place + len(phrase.split())
    around = words.tokens[max(0, place - 3) : place] + words.tokens[last : last + 3]
    return words.negated(place) or any(t.text in _IGNORING for t in around)
