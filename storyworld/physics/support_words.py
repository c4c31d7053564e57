"""What holds bodies up, in words: ropes and hooks, tables, magnets, thrust, gas lighter than air.

References
----------
Densities of gases at 20 °C and 1 atm: CRC Handbook of Chemistry and Physics, 97th ed., 6-19 ff.
"""

from typing import Final

from storyworld.physics.claims import Speaks, Wish
from storyworld.physics.family import Slot
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

_KG, _METRE, _NEWTON = Unit.KILOGRAM, Unit.METRE, Unit.NEWTON
_RHO: Final = Unit.KILOGRAM_PER_CUBIC_METRE

HELD: Final = Slot(
    "support", Unit.ONE, "what holds the body up, 1 or 0", 0.0, 1.0,
    because="a body falls unless something holds it up, and the goal does not say what: a rope, "
            "a hook, a table, a magnet, thrust, a gas lighter than air",
)  # fmt: skip
MASS: Final = Slot(
    "mass", _KG, "mass that is held up", 0.0, 1e9,
    because="whether it is held up turns on its mass",
)  # fmt: skip
MORE: Final = Slot(
    "more_mass", _KG, "what hangs on it besides", 0.0, 1e9, default=0.0,
    because="the goal speaks of one mass",
)  # fmt: skip
THIRD: Final = Slot(
    "third_mass", _KG, "what else hangs on it", 0.0, 1e9, default=0.0,
    because="the goal speaks of no other mass",
)  # fmt: skip
WEIGHT: Final = Slot("weight", _NEWTON, "weight that is held up", 0.0, 1e10, optional=True)
PULL: Final = Slot(
    "force", _NEWTON, "force upward at most", 0.0, 1e10,
    because="whether it is held up turns on the force that can hold it: the tension, the thrust, "
            "the magnetic force",
)  # fmt: skip
RATED: Final = Slot("rated_mass", _KG, "mass it can carry at most", 0.0, 1e9, optional=True)
COUNT: Final = Slot(
    "count", Unit.ONE, "how many pull together", 1.0, 1e5, counts=True, default=1.0,
    because="the goal speaks of one",
)  # fmt: skip
RADIUS: Final = Slot("radius", _METRE, "radius", 1e-4, 1000.0, optional=True)
DIAMETER: Final = Slot("diameter", _METRE, "diameter", 1e-4, 2000.0, optional=True)
VOLUME: Final = Slot(
    "volume", Unit.CUBIC_METRE, "volume of gas", 1e-9, 1e8, by_unit=True,
    because="how much lighter than air a balloon is turns on its volume",
)  # fmt: skip
AIR: Final = Slot(
    "air_density", _RHO, "density of the air", 0.0, 100.0,
    before=vocabulary("air, air density, air density of, density of air, rho air, air of density, "
                      "air of, surrounding air"), after=vocabulary("air"),
    default=1.2, default_u=0.02, because="air near the ground has 1.15 to 1.30 kg/m³",
)  # fmt: skip
GAS: Final = Slot(
    "gas_density", _RHO, "density of the gas", 0.0, 100.0,
    before=vocabulary("helium, hydrogen, gas, gas density, density of helium, rho he, "
                      "gas of density, hot air, density of the gas"),
    after=vocabulary("gas, helium, hydrogen"),
    because="how much a balloon can lift turns on the gas in it",
)  # fmt: skip
HOT: Final = Slot("hot", Unit.KELVIN, "temperature of the hot air", 100.0, 2000.0, optional=True)
COLD: Final = Slot(
    "cold", Unit.KELVIN, "temperature outside", 100.0, 400.0, default=288.15, default_u=3.0,
    because="the air outside is cool unless the goal says otherwise",
)  # fmt: skip
BALLOON: Final = Slot("balloon", Unit.ONE, "whether gas lifts it", 0.0, 1.0, optional=True)
THRUST: Final = Slot("thrust", Unit.ONE, "whether thrust lifts it", 0.0, 1.0, optional=True)
SLOTS: Final = (
    HELD, MASS, MORE, THIRD, WEIGHT, PULL, RATED, COUNT, RADIUS, DIAMETER, VOLUME, AIR, GAS, HOT,
    COLD, BALLOON, THRUST,
)  # fmt: skip

# kg/m³ with standard uncertainty, 20 °C and 1 atm.
GASES: Final[dict[str, tuple[float, float]]] = {
    "helium": (0.167, 0.003), "hydrogen": (0.084, 0.002), "methane": (0.67, 0.01),
    "neon": (0.84, 0.01), "ammonia": (0.71, 0.01), "carbon dioxide": (1.84, 0.02),
    "co2": (1.84, 0.02), "argon": (1.66, 0.02), "sulfur hexafluoride": (6.1, 0.1),
    "sulphur hexafluoride": (6.1, 0.1), "sf6": (6.1, 0.1), "xenon": (5.5, 0.1),
    "krypton": (3.5, 0.05), "oxygen": (1.33, 0.01), "propane": (1.86, 0.02),
    "butane": (2.5, 0.05),
}  # fmt: skip
# No lighter than the air around once it has cooled.
HEAVY: Final = vocabulary(
    "carbon dioxide, co2, argon, sulfur hexafluoride, sulphur hexafluoride, sf6, xenon, krypton, "
    "oxygen, propane, butane, breath, exhaled air, own breath, blown up by mouth, by mouth, "
    "ordinary air, cold air, room air, compressed air, filled with air, of plain air, air filled, "
    "plain air, inflated with air, full of air, breathed into, lungs, bicycle pump, normal air"
)
BALLOONS: Final = vocabulary(
    "balloon, balloons, airship, blimp, zeppelin, weather balloon, dirigible, sky lantern, aerostat"
)
HOT_AIR: Final = vocabulary("hot air, heated air, hot, burner, sky lantern, heated, warm air")
THRUSTERS: Final = vocabulary(
    "drone, drones, quadcopter, quadrocopter, multicopter, helicopter, hexacopter, octocopter, "
    "jetpack, hovercraft, propellers, rotors, thrust, thrusts, thruster, thrusters, rotor, "
    "flying robot, copter, jet pack, uav, rotorcraft, hummingbird"
)
MICROGRAVITY: Final = vocabulary(
    "space station, iss, microgravity, weightless, weightlessness, zero gravity, zero g, orbit, "
    "orbiting, deep space, parabolic flight, free falling, spacecraft, in space, orbital, "
    "outer space, spaceship, space shuttle, drop tower, spacewalk, without gravity, no gravity"
)
LEVITATORS: Final = vocabulary(
    "superconductor, superconductors, superconducting, ybco, maglev, diamagnetic, "
    "pyrolytic graphite, acoustic, ultrasonic, ultrasound, sound waves, standing wave, "
    "standing sound wave, acoustically, optical tweezers, electrostatic levitation, "
    "feedback controlled, electromagnet with feedback, controlled electromagnet, levitron, "
    "air stream, air jet, jet of air, hair dryer, hairdryer, blower, upward air, vertical air, "
    "air table, leaf blower, upward stream, stream of air, air hockey, wind tunnel, "
    "magnetic levitation, levitation device, levitator, eddy currents, paul trap, "
    "controlled magnet, magnet under feedback, ring magnets on a, servo controlled, air cushion, "
    "fan blowing upward, fan blowing upwards, column of air, updraft, laser tweezers"
)
# These need a light body: what a field of sound or a stream of air can carry.
WEAK: Final = vocabulary(
    "acoustic, ultrasonic, ultrasound, sound waves, standing wave, standing sound wave, "
    "acoustically, optical tweezers, electrostatic levitation, air stream, air jet, jet of air, "
    "hair dryer, hairdryer, blower, upward air, vertical air, air table, leaf blower, "
    "upward stream, stream of air, air hockey, wind tunnel, fan blowing upward, "
    "fan blowing upwards, column of air, updraft, laser tweezers, air cushion, paul trap"
)
LIGHT: Final = vocabulary(
    "ping pong, table tennis, styrofoam, polystyrene, bead, beads, foam, droplet, drop, balloon, "
    "feather, wooden ball, plastic ball, beach ball, beachball, insect, ant, particle, particles, "
    "paper, tissue, leaf, skydiver, puck, ion, ions, cork, cotton, small ball, tiny, light ball, "
    "dust, sphere of foam, glider, confetti, egg shell, eggshell, shuttlecock"
)
HELD_SAID: Final = vocabulary(
    "hangs, hang, hanging, hung, held, holds, hold, holding, suspended, tied, dangles, dangling, "
    "carried, carries, supported, supports, tethered, rests, sits, lies, stands, resting, "
    "attached, fastened, lying, sitting, standing, bears, rest"
)
AIRBORNE: Final = vocabulary(
    "hovers, hover, hovering, levitates, levitate, levitating, floats, float, floating, mid air, "
    "midair, in the air, in thin air"
)
LOADS: Final = vocabulary(
    "lifts, lift, lifting, carries, carry, carrying, raises, raise, pulls, payload, hauls, "
    "lead balloon, iron balloon, steel balloon, concrete, brick, person, man, woman, child"
)
PROPELLED: Final = vocabulary(
    "drone, drones, quadcopter, quadrocopter, multicopter, helicopter, hexacopter, octocopter, "
    "propellers, rotors, rotor, copter, uav, hovercraft, rotorcraft, hummingbird"
)
MAGNETS: Final = vocabulary(
    "magnet, magnets, electromagnet, electromagnets, magnetic, magnetically"
)
FERROUS: Final = vocabulary(
    "steel, iron, nail, nails, paperclip, paper clip, paperclips, needle, pin, screw, magnet, "
    "magnets, key, car body, scrap, bolt, nut, fridge, refrigerator, washer, coin of iron, staple"
)
THREADS: Final = vocabulary(
    "thread, hair, cobweb, spider silk, spider web, cotton, dental floss, yarn, ribbon, "
    "shoelace, sewing thread, fishing line, paper strip, tape, spaghetti, glue, velcro, "
    "rubber band, wool, suction cup, fingernail, straw, grass"
)
STRINGS: Final = vocabulary("string, strings, cord, cords, twine, lace, wire, wires, leash")
ROPES: Final = vocabulary(
    "rope, ropes, strap, straps, sling, slings, net, hammock, harness, tether, belt, lanyard, "
    "vine, branch, strings of a parachute, hook, hooks, peg, nail in, nail, hanger, coat hanger, "
    "ceiling, pulley, shoelaces, bracket, brackets, handle, twig, clip, clamp"
)
CHAINS: Final = vocabulary(
    "chain, chains, cable, cables, crane, crane hook, steel cable, steel rope, hoist, beam, "
    "girder, steel wire, gantry, scaffold, scaffolding, shackle, suspension cable"
)
SURFACES: Final = vocabulary(
    "table, floor, ground, shelf, desk, bench, chair, stand, stool, tabletop, pedestal, plate, "
    "platform, tray, hand, hands, palm, pillar, column, tripod, counter, stage, bed, sofa, roof, "
    "bridge, road, workbench, mat, worktop, countertop, windowsill, mantelpiece, cushion, lap, "
    "ice, pole, post, pylon, hands of, block of wood, base, support, supports, rack, bookshelf, "
    "stilts, arm, arms, fingers, waiter, shoulder, shoulders, carpet, surface, head, bookcase, "
    "trapeze, ledge, mantel, pole top, ladder, sawhorse, trestle, trestles, jack, jack stands"
)
NOTHING: Final = vocabulary(
    "unsupported, nothing, without support, without any support, no support, without anything, "
    "unaided, not held, unsuspended, all by itself, by itself, on its own, lets go, let go, "
    "letting go, released, releases, release, dropped, cut, cuts"
)
HEAVIES: Final = vocabulary(
    "elephant, car, truck, lorry, bus, whale, house, ship, train, locomotive, tank, building, "
    "anvil, piano, hippo, rhino, boulder, aeroplane, airplane, statue, grand piano, container, "
    "tractor, van, cow, horse, bridge, concrete slab, safe"
)
BREAKS: Final = vocabulary(
    "breaks at, breaks above, breaks under, breaks beyond, breaks when, breaks if, break at, "
    "snaps at, snaps above, snap at, snap above, snaps beyond, snaps under, snaps if, "
    "snaps when, fails at, fails above, fails beyond, tears at, tears above, rips at, gives way "
    "at, gives way above, breaking strength, breaking load, breaking at, breaking, "
    "breaking force, rated to fail at, yields at, breaks over, snaps over, that breaks, "
    "that snaps, which breaks, which snaps, breaking strain, breaking tension, parts at, parts "
    "above, "
    "breaks past, snaps past, parts beyond, breaks with, snaps with, break above, break beyond, "
    "break under, tears beyond, tears under, tears with"
)
HOLDS_SAID: Final = vocabulary(
    "hangs, hang, hanging, hung, hovers, hover, hovering, floats, float, floating, stays, stay, "
    "remains, remain, rests, rest, resting, sits, sit, lies, stands, levitates, levitate, "
    "levitating, suspended, is held, held, be held, holds, hold, carries, carry, supports, "
    "support, bears, bear, dangles, dangle, dangling, motionless, keeps, supported, can hold, "
    "keeps its height, holds its height, aloft, is kept, be kept, withstands, withstand, kept, "
    "does not budge, drifts, drift, drifting, holding, carrying, is carried, "
    "takes, suffices, strong enough, enough, sufficient, stationary, stands still, keeps up, "
    "keep up, buoys, doesn't move, swings, clings, sustains, sustain, holds up, lingers, linger, "
    "lingering, stays up, stay up, stays there, stays put, keep holding, keeps holding, remains "
    "up, "
    "keeps the, keep, does not let go, does not part, can take it, bears up, stays hanging"
)
FALLS_SAID: Final = vocabulary(
    "falls, fall, falling, drops, drop, dropping, fell, crashes, crash, snaps, snap, breaks, "
    "break, tears, tear, gives way, give way, plummets, plunges, comes down, come down, "
    "rips, plummet, comes crashing, crashing, tumbles, hits the ground, hits the floor, "
    "loses height, is torn, parts, part, fails, overloaded, too heavy, comes off, tumble, "
    "descends, "
    "gave way, snapped, broke, parted, falling down, lets it drop, is too weak, came down, fallen, "
    "descend"
)
RISES_SAID: Final = vocabulary(
    "rises, rise, rising, climbs, climb, climbing, ascends, ascend, ascending, lifts off, "
    "lift off, takes off, take off, goes up, go up, lifts, lift, lifting, rises up, soars, soar, "
    "flies up, gets off the ground, get off the ground, leaves the ground, leave the ground, "
    "carries up, accelerates upward, accelerates upwards, gains height, flies away, takes to the "
    "air, lifted, becomes airborne, get airborne, drifts up, drifts upward, floats up, "
    "floats upward, floats upwards, floats away, flies off, raise, raises, float up, be lifted"
)
STAYS_SAID: Final = vocabulary(
    "sinks, sink, sinking, stays down, stay down, stays on the ground, stays grounded, "
    "stays on the floor, remains on the ground, sinks to the floor, too heavy to, "
    "remains on the floor, stay on the ground, too weak to, cannot leave"
)
WISHES: Final = (
    Wish("supported", "falls", HOLDS_SAID),
    Wish("falls", "supported", FALLS_SAID),
    Wish("rises", "stays_down", RISES_SAID),
    Wish("stays_down", "rises", STAYS_SAID),
)
SPEAKS: Final = Speaks(
    all_of=(
        tuple(dict.fromkeys((
            *BALLOONS, *THRUSTERS, *MICROGRAVITY, *LEVITATORS, *MAGNETS, *THREADS, *STRINGS,
            *ROPES, *CHAINS, *SURFACES, *NOTHING,
            *vocabulary("in mid air, in midair, mid air, midair, in the air, in air, hovers, "
                        "hover, hovering, levitates, levitate, levitating, levitation, motionless, "
                        "above the ground, above the table, above the floor, upside down"),
        ))),
        tuple(dict.fromkeys((*HOLDS_SAID, *FALLS_SAID, *RISES_SAID, *STAYS_SAID))),
    ),
    helps=vocabulary(
        "hangs, hanging, hovers, levitates, helium, balloon, thrust, mid air, midair, "
        "superconductor, breaks at, snaps at, suspended, motionless, drone, breaking strength, "
        "hydrogen balloon, space station, hot air balloon, magnet, lift off, snaps, payload, "
        "hover, levitate, hangs from, astronaut, rope that, skin, weightless, jetpack, jet pack, "
        "nothing touching, lingers, with nothing, sits on, rests on, lies on, stands on, good for, "
        "rated for, hung from, hung on, any support, falls upward, by itself, "
        "held still, chain"),
    units=frozenset({_NEWTON, Unit.CUBIC_METRE}),
    never=vocabulary(
        "to nothing, into nothing, comes to rest, balances, balance, balancing, balanced, "
        "tightrope, "
        "ramp, incline, slope, gripper, "
        "finger, squeezing, mu, friction, coefficient, rocket, "
        "water, sea, lake, ocean, pool, oil, mercury, spring, springs, seesaw, lever, "
        "fulcrum, pendulum, loop, brakes, braking, atwood, winch, kw, "
        "gap, thrown, throws, bounces, bounce, collides, stack, stacked, "
        "tower of, truck bed, speed of, m / s, buckles, column of, cantilever, span, deflects, "
        "sags, needle punctures, punctures, pops, bursts, flame, candle, melts, freezes, juice, "
        "overhang, overhanging, deep, pulley, fill, poured, pours, mirror image, shadow, pierces, "
        "elevator, swings at, blanket, dominoes, cart, jumps, jump, period"),
    tolerates=("suspension", "magnet", "air", "fluid", "machine", "person", "weightless",
               "change", "force", "stack", "vehicle", "rebound", "rolling", "flight"),
)  # fmt: skip
CONTRARY: Final = vocabulary(
    "hardly any, trampolinist, trampoline, juggler, juggles, juggling, flyer, parachute, "
    "and then, at an angle, degrees, slack, swinging, swings, jerk, jerks, yanks, shock load, "
    "accelerates, battery, wind, storm, gust, pushed, through a wall, upside, burns out, "
    "motors off, switched off, shut off, turned off, runs out, leak, leaks, leaking, "
    "punctured, warms up, rips open, pops, knot, frayed, sideways, shakes, explodes, teleports"
)
TOLERATED: Final = frozenset({
    "in mid air", "in midair", "in the air", "into the air", "into the sky", "in the sky",
    "ceiling", "forever", "slowly", "a moment", "day", "days", "week", "immediately", "at once",
    "softly", "for ever", "hours", "steady speed", "weeks", "barely",
})  # fmt: skip
