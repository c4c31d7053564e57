"""The gate's vocabulary: what happens, what may bring it about, and one pass that finds both.

Each entry of `LEXICON` is a phrase with the tag it carries. `spots` looks every word of a text
up once by the first word of the phrases, so that its time is linear in the length of the text.
"""

from collections.abc import Iterator
from enum import StrEnum, auto
from typing import Final

from storyworld.reading.words import Words, vocabulary

_DOUBLED: Final = frozenset(vocabulary("stop, spin, run, get, begin, set, let, sit, dim, hit, put"))
_IRREGULAR: Final = {
    "begin": "began", "come": "came", "fall": "fell", "freeze": "froze", "get": "got",
    "give": "gave", "go": "went", "grow": "grew", "hang": "hung", "have": "had", "leave": "left",
    "lose": "lost", "make": "made", "rise": "rose", "run": "ran", "set": "set", "shoot": "shot",
    "sit": "sat", "speed": "sped", "spin": "spun", "stand": "stood", "swing": "swung",
    "take": "took", "hold": "held", "keep": "kept", "break": "broke", "fly": "flew", "hit": "hit",
    "ring": "rang", "put": "put", "shine": "shone", "burst": "burst", "strike": "struck",
    "push": "pushed", "feed": "fed", "throw": "threw", "catch": "caught", "draw": "drew",
}  # fmt: skip


def inflected(phrases: str) -> tuple[str, ...]:
    """Give the forms of verbs (the first word of each phrase): base, -s, -ing and past."""
    return tuple(form for phrase in vocabulary(phrases) for form in _forms(phrase))


def _forms(phrase: str) -> Iterator[str]:
    verb, _, rest = phrase.partition(" ")
    consonant_y = verb.endswith("y") and verb[-2] not in "aeiou"
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    stem += verb[-1] if verb in _DOUBLED else ""
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o", "z")) else "s")
    third = verb[:-1] + "ies" if consonant_y else third
    past = _IRREGULAR.get(verb, (verb[:-1] + "i" if consonant_y else stem) + "ed")
    for form in (verb, third, stem + "ing", past):
        yield f"{form} {rest}".strip()


class Tag(StrEnum):
    """What a phrase says, as far as the gate cares."""

    HOVER = auto()
    FLOAT = auto()
    STAY = auto()
    STILL = auto()
    NO_FALL = auto()
    RELEASED = auto()
    MID_AIR = auto()
    AIR = auto()
    FALLS = auto()
    ACCELERATE = auto()
    AT_REST = auto()
    STOP = auto()
    TURN = auto()
    INERTIA = auto()
    SUDDEN = auto()
    RUN = auto()
    FOREVER = auto()
    WORK = auto()
    PERPETUAL = auto()
    PERPETUAL_WORKS = auto()
    GIVE = auto()
    QUANTITY = auto()
    THAN_INPUT = auto()
    CREATE = auto()
    FROM_NOTHING = auto()
    VANISH = auto()
    INTO_NOTHING = auto()
    CHANGE = auto()
    LESS = auto()
    ISOLATED = auto()
    HEAVIER = auto()
    VIOLATES = auto()
    # What may bring it about, or makes the words mean something else.
    FICTION = auto()
    CARRIER = auto()
    BALLISTIC = auto()
    INSTANT = auto()
    STRUCTURE = auto()
    WEIGHTLESS = auto()
    MOVER = auto()
    STOPPER = auto()
    ROUGH = auto()
    VEHICLE = auto()
    ANIMATE = auto()
    BY_HAND = auto()
    ABSTRACT = auto()
    SOURCE = auto()
    COASTING = auto()
    FLUID = auto()
    NUCLEAR = auto()
    EXCHANGE = auto()


_PHRASES: Final[dict[Tag, tuple[str, ...]]] = {
    Tag.HOVER: inflected("hover, levitate"),
    Tag.FLOAT: inflected("float"),
    Tag.STAY: (
        *inflected("hang, stay, remain, rest, sit, stand, linger, dangle, keep still, poise"),
        *vocabulary("suspended, is held, hold its position, holds its position, perched, poised"),
    ),
    Tag.STILL: vocabulary(
        "motionless, motionlessly, still, stationary, immobile, frozen, fixed in place, unmoving, "
        "in place, at rest, without moving"
    ),
    Tag.NO_FALL: vocabulary(
        "does not fall, do not fall, doesn't fall, don't fall, never falls, will not fall, "
        "won't fall, did not fall, didn't fall, refuses to fall, fails to fall, stops falling, "
        "instead of falling, rather than falling, without falling, does not drop, doesn't drop, "
        "never drops, refuses to drop, does not come down, doesn't come down, never comes down, "
        "does not descend, doesn't descend, not falling, fails to drop"
    ),
    Tag.RELEASED: vocabulary("released, let go, lets go, dropped, let loose, letting go, unhanded"),
    Tag.MID_AIR: vocabulary(
        "mid air, midair, in the air, in thin air, in open air, in the open air, in empty air, "
        "in the empty air, on thin air, on air"
    ),
    Tag.AIR: vocabulary(
        "aloft, in the sky, overhead, off the ground, off the floor, metres up, meters up, "
        "metre up, meter up, m up, feet up, foot up, cm up, centimetres up, "
        "centimeters up, up in the air, in the middle of the room, in the middle of a room, "
        "halfway up, at head height, at eye level, at chest height, at shoulder height, "
        "between floor and ceiling, between the floor and the ceiling, in nothing"
    ),
    Tag.FALLS: vocabulary(
        "falls, fall, fell, drops, drop, plunges, plummets, sinks, tumbles, comes down, crashes"
    ),
    Tag.ACCELERATE: (
        *inflected(
            "accelerate, speed up, gain speed, gain velocity, gain pace, pick up speed, "
            "pick up pace, gather speed, gather pace, gather momentum, start moving, start to "
            "move, start rolling, start to roll, start sliding, start to slide, begin moving, "
            "begin to move, begin rolling, begin to roll, begin sliding, begin to slide, begin "
            "to accelerate, start accelerating, start to accelerate, begin accelerating, move "
            "faster, go faster, get faster, roll faster, set off, move off, move away, roll "
            "off, roll away, slide off, slide away, take off, lift off, shoot off, shoot "
            "forward, shoot up, shoot upward, leap forward, lurch forward, dart off, dart "
            "forward, race off, zoom off, set itself in motion, jump into motion, spring into "
            "motion, come into motion, go from rest to, go from standstill to, go from a "
            "standstill to, double its speed, double its velocity, triple its speed, increase "
            "its speed, increase its velocity, increase in speed, quicken, spin up, start "
            "spinning, start to spin, begin to spin, begin spinning, start turning, gain kinetic "
            "energy, become faster, grow faster, rise faster, jump to, surge forward, dash off, "
            "burst into motion, jerk into motion, whiz off, whizz off, drive off, "
            "launch itself, propel itself, start going, start to go"
        ),
        *vocabulary("faster and faster, ever faster, sets in motion, from rest to, from 0 to"),
    ),
    Tag.AT_REST: vocabulary(
        "at rest, resting, stationary, motionless, standstill, stationary, lying still, idle, "
        "parked, sitting still, standing still, unmoving, immobile"
    ),
    Tag.STOP: (
        *inflected(
            "stop, halt, freeze, come to rest, come to a rest, come to a stop, come to a halt, "
            "come to a standstill, come to a complete stop, come to a dead stop, come to a "
            "complete halt, come to a sudden stop, come to a sudden halt, come to an abrupt "
            "stop, come to an instant stop, grind to a halt, stand still, slow down, slow to a "
            "halt, slow to a stop, decelerate, lose speed, lose all speed, lose all its speed, "
            "lose its speed, lose half its speed, lose velocity, lose all its velocity, drop to "
            "zero speed, cease moving, cease to move, quit moving, cease its motion, lose its "
            "motion, lose all its motion, go from full speed to zero"
        ),
        *vocabulary("stopped dead, is suddenly at rest, is instantly at rest, slows"),
    ),
    Tag.TURN: (
        *inflected(
            "reverse, change direction, change course, change its direction, change its course, "
            "turn around, turn round, turn back, turn left, turn right, turn aside, turn a corner, "
            "turn sharply, turn through, turn by, turn 90, turn to the left, turn to the right, "
            "swerve, veer, veer off, make a right angle turn, make a u turn, make a turn, take a "
            "turn, double back, bounce back, deviate, curve, move in a circle, go in a circle, "
            "travel in a circle, fly in a circle, move in circles, move along a circle, move on a "
            "circle, run in a circle, move in a curve, follow a curved path, "
            "follow a circular path, go round in a circle, go around in a circle"
        ),
        *vocabulary("does an about turn, zigzags, zigzag, zig zags"),
    ),
    Tag.INERTIA: (
        *inflected(
            "coast, glide, drift, keep moving, keep going, keep sliding, keep rolling, keep "
            "flying, keep on moving, continue, keep its speed, keep its velocity, move on, "
            "maintain its speed, maintain its velocity, travel on, carry on, stay at rest, "
            "remain at rest, stay put, keep spinning, keep rotating, keep travelling, sail on"
        ),
        *vocabulary("constant speed, constant velocity, constant, uniformly, straight line"),
    ),
    Tag.SUDDEN: vocabulary(
        "instantly, suddenly, dead, abruptly, at once, immediately, instantaneously, in an instant"
    ),
    Tag.RUN: (
        *inflected(
            "run, work, spin, turn, rotate, operate, go, keep going, keep running, keep spinning, "
            "keep turning, keep rotating, keep working, move, function, whirl, tick"
        ),
    ),
    Tag.FOREVER: vocabulary(
        "forever, for ever, indefinitely, eternally, endlessly, perpetually, for eternity, for "
        "all time, for all eternity, until the end of time, without end, without ever stopping, "
        "and never stops, never stopping, evermore, to the end of time"
    ),
    Tag.WORK: inflected(
        "lift, raise, hoist, heat, boil, light, pump, power, drive, shine, glow, illuminate, "
        "generate power, generate electricity, produce power, produce electricity, produce heat, "
        "make electricity, cool, climb, melt, produce work, do work, charge, supply electricity, "
        "produce energy, generate energy, give light, give off heat, warm, hammer, grind"
    ),
    Tag.PERPETUAL: vocabulary(
        "perpetual motion, perpetuum mobile, overunity, over unity, free energy machine, free "
        "energy device, free energy generator, free energy motor"
    ),
    Tag.PERPETUAL_WORKS: (
        *inflected(
            "run, work, turn, spin, pump, power, produce, generate, keep, drive, lift, light, "
            "operate, deliver, supply, rotate, charge, raise, grind"
        ),
    ),
    Tag.GIVE: inflected(
        "produce, output, deliver, generate, give, return, yield, supply, put out, emit, release, "
        "provide, make, put, radiate, send out, create, spit out, get out"
    ),
    Tag.QUANTITY: vocabulary("energy, power, work, electricity, heat, joules, watts, light"),
    Tag.THAN_INPUT: vocabulary(
        "than it consumes, than it uses, than it takes, than it receives, than it gets, than it "
        "draws, than it needs, than it requires, than it absorbs, than it is given, than it is "
        "fed, than it is supplied, than it was given, than it was fed, than it eats, than it "
        "burns, than is put in, than was put in, than is put into it, than was put into it, than "
        "goes in, than goes into it, than went in, than went into it, than its input, than the "
        "input, than what goes in, than what is put in, than what it consumes, than what it "
        "takes in, than what it receives, than you put in, than is supplied, than is fed, than "
        "is fed in, than is supplied to it, than they consume, than they take in, than they "
        "use, than is fed to it, than is fed into it, than enters, than flows in, than flows "
        "into it, than comes in, than anyone puts in, than it swallows, than we put in, than "
        "it ever took in, than it took in, than it consumed, than it received"
    ),
    Tag.CREATE: (
        *inflected(
            "appear, materialise, materialize, emerge, create, conjure, conjure up, pop into "
            "existence, come into being, come into existence, spring into existence, produce, "
            "generate, make, arise, form, manifest, condense, spawn, pop up, come, pull, grow"
        ),
        *vocabulary("born, springs"),
    ),
    Tag.FROM_NOTHING: vocabulary(
        "from nothing, out of nothing, from nothingness, out of nothingness, out of thin air, "
        "from thin air, out of empty space, from the void, out of the void, ex nihilo, from "
        "absolutely nothing, out of absolutely nothing, from sheer nothing, out of sheer nothing"
    ),
    Tag.VANISH: inflected(
        "vanish, disappear, dissolve, dematerialise, dematerialize, cease to exist, fade, "
        "evaporate, turn, go"
    ),
    Tag.INTO_NOTHING: vocabulary(
        "into nothing, into nothingness, into the void, into thin air, leaving nothing behind, "
        "leaving nothing, into absolutely nothing, to nothing, to nothingness, into non existence, "
        "into nonexistence"
    ),
    Tag.CHANGE: inflected(
        "increase, double, triple, quadruple, grow, rise, change, gain, jump, multiply"
    ),
    Tag.LESS: (
        *inflected("decrease, halve, vanish, disappear, shrink, lose, drop, fall, diminish"),
        *vocabulary("is lost, is destroyed"),
    ),
    Tag.ISOLATED: vocabulary("isolated, closed system, sealed, closed box, closed container"),
    Tag.HEAVIER: (
        *inflected("get heavier, become heavier, grow heavier"),
        *vocabulary("weighs twice as much, weighs more, twice as heavy, twice as massive"),
    ),
    Tag.VIOLATES: (
        *inflected("violate, break"),
        *vocabulary("in violation of, contrary to, in breach of, in defiance of"),
    ),
    Tag.FICTION: vocabulary(
        "hologram, holograms, holographic, painting, paintings, painted, drawing, drawings, drawn, "
        "picture, pictures, cartoon, cartoons, animation, dream, dreams, illusion, trick, "
        "magician, magicians, conjurer, conjuror, magic show, special effect, special effects, "
        "cgi, projection, projected, photograph, photo, poster, video game, virtual, image, "
        "freeze frame, time lapse, slow motion, appears to, appear to, appearing to, seems to, "
        "seem to, seeming to, looks as if, as though by, looks like, pretends, sculpture of, "
        "impossible, not possible, isn't possible, myth, story, novel, comic, screen, "
        "played backwards, played in reverse, sleight, mirror, film, movie, clip, "
        "video, footage, seemingly, apparently, dreams of, believes, imaginary, simulator, icon, "
        "cursor, avatar, reflection, shadow"
    ),
    Tag.CARRIER: (
        *vocabulary(
            "rope, ropes, string, strings, wire, wires, cable, cables, chain, chains, thread, "
            "threads, hook, hooks, tether, tethers, tethered, harness, crane, cranes, cord, "
            "cords, twine, fishing line, line, lines, rod, rods, nail, nails, peg, strap, "
            "straps, net, hammock, glue, glued, tape, taped, velcro, suction, vacuum cup, "
            "bolted, screwed, welded, helium, hydrogen, balloon, balloons, airship, zeppelin, "
            "dirigible, blimp, hot air, lantern, magnet, magnets, magnetic, magnetically, "
            "maglev, superconductor, superconducting, superconductors, electromagnet, "
            "electromagnets, electrostatic, electrostatically, electric field, charged, "
            "charges, acoustic, ultrasonic, ultrasound, sound waves, laser, tweezers, "
            "diamagnetic, graphite, radiation pressure, drone, drones, quadcopter, quadcopters, "
            "quadrotor, uav, multicopter, helicopter, helicopters, rotor, rotors, propeller, "
            "propellers, rocket, rockets, thruster, thrusters, thrust, jet, jets, jetpack, "
            "hovercraft, hoverboard, bird, birds, hummingbird, kestrel, hawk, eagle, falcon, "
            "gull, seagull, albatross, kingfisher, tern, insect, insects, bee, bees, fly, "
            "flies, hoverfly, wasp, dragonfly, moth, butterfly, mosquito, bat, bats, spider, "
            "wing, wings, winged, plane, airplane, aeroplane, aircraft, airliner, kite, kites, "
            "glider, gliders, parachute, parachutes, parachutist, paraglider, paragliding, "
            "hang glider, skydiver, skydivers, wingsuit, frisbee, boomerang, wind, winds, "
            "updraft, updraught, upwind, thermal, thermals, airflow, air flow, air stream, "
            "airstream, air cushion, air hockey, air bearing, air jet, airjet, compressed air, "
            "blower, hair dryer, hairdryer, fan, fans, vortex, tornado, wind tunnel, gust, "
            "leidenfrost, water, sea, lake, pond, river, liquid, fluid, ocean, pool, oil, "
            "mercury, syrup, honey, gel, jelly, aquarium, bath, underwater, submarine, "
            "submerged, fish, buoyancy, buoyant, buoyed, dense gas, sulfur hexafluoride, "
            "sulphur hexafluoride, gas, cloud, clouds, smoke, steam, fog, mist, spore, spores, "
            "pollen, dust, bubble, bubbles, feather, feathers, snowflake, snowflakes, soot, "
            "aerosol, moon, planet, planets, satellite, satellites, star, stars, sun, asteroid, "
            "comet, orbit, orbits, orbiting, orbital, hand, hands, fingers, arm, arms, "
            "gripper, claw, pillar, pillars, pedestal, stand, tripod, scaffold, scaffolding, "
            "ladder, stilts, jack, forklift, counterweight, platform, glass plate, pane, "
            "spring, springs, hinge, frame, holder, bracket, cradle, elastic, trampoline, "
            "track, tracks, rail, rails, guideway, lagrange, tree, branch, cobweb, web, ice"
        ),
        *inflected("swim, orbit, flap, fly"),
    ),
    Tag.BALLISTIC: vocabulary(
        "thrown, throws, throwing, tossed, toss, tosses, jump, jumps, jumping, leap, leaps, "
        "leaping, kicked, kicks, launched, launches, fired, bounces, bouncing, hops, projectile, "
        "trajectory, glides, gliding, juggler, juggles, gymnast, dives, diver, vaults, batted, "
        "hurled, flight, skips, jumper, dunk, dunks, spiked"
    ),
    Tag.INSTANT: vocabulary(
        "momentarily, for an instant, for a moment, for a split second, for a fraction, briefly, "
        "apex, highest point, top of its, peak of its, turning point, at the top, top of the"
    ),
    Tag.STRUCTURE: vocabulary(
        "cantilever, cantilevered, overhang, overhanging, overhangs, bridge, arch, dome, beam, "
        "beams, girder, truss, roof, balcony, tower, building, house, wall, walls, column, mast, "
        "shelf, shelves, free end, span, deck, plank, ceiling, floorboard, diving board, slab, "
        "stack, lamp, sign, awning, canopy, ledge, cliff, facade, board, staircase, stairs, "
        "table, edge, tent, tip"
    ),
    Tag.WEIGHTLESS: vocabulary(
        "microgravity, micro gravity, weightless, weightlessness, weightlessly, zero gravity, "
        "zero g, no gravity, without gravity, space station, iss, outer space, deep space, in "
        "space, spacecraft, spaceship, space shuttle, capsule, free fall, freefall, free falling, "
        "absence of gravity, gravity free, parabolic flight, drop tower, gravity is off, gravity "
        "is switched off, gravity switched off, gravity turned off, astronaut, cosmonaut, "
        "astronauts, interstellar, galaxy, without any gravity, void of space, g 0, orbit"
    ),
    Tag.MOVER: (
        *vocabulary(
            "downhill, down a, down the, down an, slope, slopes, sloping, sloped, inclined, "
            "tilted, tilting, tilts, hill, hillside, ramp, incline, falls, falling, dropped, "
            "dropping, released, let go, lets go, gravity, gravity's, gravitational, tow, towed, "
            "towing, pushed, pulled, pushes, kicked, kick, thrown, hit, struck, nudged, wind, "
            "winds, sail, sails, sailing, sailboat, yacht, tailwind, gust, escalator, "
            "escalators, conveyor, conveyer, belt, travelator, moving walkway, magnet, magnets, "
            "magnetic, electromagnet, maglev, spring, springs, catapult, slingshot, trebuchet, "
            "crossbow, bow, current, stream, river, wave, waves, surfer, tide, collision, "
            "collides, collide, colliding, impact, flywheel, momentum wheel, battery, "
            "batteries, solar, pedals, pedalled, pedalling, treadmill, carried, rubber band, "
            "elastic, bungee, wound up, clockwork, compressed, engine, engines, motor, motors, "
            "turbine, rocket, rockets, thruster, thrusters, exhaust, propellant, expels, "
            "expelling, ejects, ejecting, propeller, jet, balloon, helium, buoyancy, buoyant, "
            "water, explosion, explodes, firecracker, gunpowder, electric, electrically, "
            "electrified, charge, charged, charges, field, attracted, attracts, attraction, "
            "repelled, repels, repulsion, roller coaster, sled, sledge, sleigh, toboggan, "
            "bobsled, bobsleigh, soapbox, skateboard, skateboarder, skier, skiers, ski, skis, "
            "snowboard, snowboarder, surfboard, glider, gliders, kayak, canoe, raft, avalanche, "
            "landslide, pendulum, swing, swings, arms, tucks, tuck, tucking, contracts, "
            "moment of inertia, pulls in, comet, asteroid, planet, perihelion, sun, orbit, "
            "counterweight, pulley, horse, horses, tractor, tug, winch, elevator, lift, "
            "vibration, vibrating, shaken, heat, expands, expansion, steam, evaporates, light, "
            "laser, photon, photons, earthquake, suction, airflow, fan, gas, air pressure, "
            "pressure, passengers, pedestrian, muscles, legs, momentum from, unbalanced, "
            "dominoes, domino, chain reaction, waterfall, turntable, carousel, centrifugal, "
            "frame of reference, reference frame, relative to, brownian, chemical, chemically"
        ),
        *inflected("push, pull, tow, kick, hit, drag, orbit, drop, throw, tip, sail"),
    ),
    Tag.STOPPER: (
        *vocabulary(
            "wall, walls, friction, brake, brakes, braking, collision, collides, colliding, hits, "
            "hit, crash, crashes, magnet, magnets, magnetic, eddy current, eddy currents, water, "
            "sand, mud, snow, net, drag, air resistance, resistance, spring, springs, buffer, "
            "bumper, bumpers, barrier, obstacle, cushion, airbag, foam, clay, gel, hand, hands, "
            "catcher, goalkeeper, glove, anchor, parachute, rope, cable, tether, string, uphill, "
            "up a, up the, hill, slope, ramp, incline, gravity, gravitational, thrown, tossed, "
            "upward, upwards, apex, highest point, top of its, at the top, pendulum, swing, "
            "swings, swinging, turning point, oscillates, oscillating, oscillator, orbit, orbits, "
            "orbiting, bounces, rebounds, rebound, gradually, camera, electric field, charge, "
            "charged, field, light, ray, rays, beam of light, beam, laser, prism, lens, glass, "
            "hydraulic, damper, dashpot, thrusters, thruster, rocket, engine, engines, motor, "
            "headwind, wind, stopper, bracket, track, rail, rails, banked, rudder, wing, wings, "
            "propeller, yoyo, boomerang, tennis racket, wing nut, grip, tyres, tires, "
            "wave, waves, sound, oil, viscous, honey, planet, sun, moon, comet, star, "
            "gear, ratchet, latch, hook, clutch, lock, tide, current, stream, river, steers, "
            "steering, carpet, grass, gravel, rough, rubber, coulomb, geodesic, frame of reference"
        ),
    ),
    Tag.ROUGH: vocabulary(
        "floor, road, ground, pavement, table, surface, lawn, runway, rolling, rolls, eventually, "
        "finally, after a while, slowly, level ground"
    ),
    Tag.VEHICLE: vocabulary(
        "car, cars, truck, train, bus, motorcycle, motorbike, scooter, vehicle, bike, bicycle, "
        "robot, robots, machine, elevator, boat, ship, lorry, tram, van, tank, locomotive, plane, "
        "aircraft, drone, rover, jeep, suv, moped, toy car, submarine, metro"
    ),
    Tag.ANIMATE: vocabulary(
        "person, people, man, woman, men, women, child, children, boy, girl, kid, kids, baby, "
        "adult, human, driver, rider, cyclist, runner, walker, skater, swimmer, athlete, dancer, "
        "worker, officer, police, policeman, guard, soldier, player, goalkeeper, referee, nurse, "
        "doctor, teacher, student, pilot, passenger, someone, somebody, robot, robots, dog, cat, "
        "horse, cow, bird, fish, animal, animals, mouse, rabbit, ant, beetle, spider, snail, "
        "thief, suspect, crowd, team, ninja, judoka, fighter, climber, jogger, sprinter, deer, "
        "pedestrian, gymnast, crew, captain, engineer, mechanic, farmer, he, she, they, his, her"
    ),
    Tag.BY_HAND: vocabulary(
        "bolt, screw, key, knob, valve, handle, lid, cap, door, drawer, gate, steering, lever, "
        "switch, button, plug, nut, tap, faucet, jar, crank, latch, window, zip, dial, cork"
    ),
    Tag.ABSTRACT: vocabulary(
        "reaction, program, programme, computer, software, algorithm, economy, heart, heartbeat, "
        "pulse, music, song, rain, raining, recovery, process, clock, watch, growth, market, time, "
        "traffic light, talking, working, burning, bleeding, crying"
    ),
    Tag.SOURCE: vocabulary(
        "solar, sunlight, sunshine, sun, sun's, wind, windmill, tidal, tide, tides, wave power, "
        "waves, hydro, hydroelectric, dam, waterfall, river, stream, water wheel, waterwheel, "
        "geothermal, nuclear, reactor, fusion, fission, radioactive, isotope, uranium, plutonium, "
        "battery, batteries, grid, mains, generator set, heat pump, heat pumps, air conditioner, "
        "refrigerator, fridge, boiler, amplifier, transistor, capacitor, house, home, building, "
        "village, town, city, country, farm, power plant, power station, power stations, plants, "
        "plant, explosion, explosive, explosives, bomb, dynamite, fire, match, candle, siphon, "
        "syphon, gravity, counterweight, clockwork, wound up, spring, hand crank, hand cranked, "
        "pedal, pedals, geyser, volcano, body heat, thermoelectric, photovoltaic, heat pipe, "
        "hydraulic ram, ram pump, ice, phosphorescent, fluorescent, glow stick, firefly, fireflies, "
        "star, stars, lightning, light bulb in the sun, magma, compost, exothermic, chemical, "
        "drinking bird, balloon, helium, quantum, downhill, falls, falling, rolls down"
    ),
    Tag.COASTING: vocabulary(
        "frictionless, without friction, no friction, friction free, free of friction, vacuum, "
        "superconducting, superconductor, orbit, orbits, orbiting, planet, planets, moon, earth, "
        "satellite, electron, electrons, atom, atoms, molecule, molecules, space, galaxy, "
        "asteroid, comet, probe, ideal, without losing, no losses, lossless, without loss, "
        "without any loss, undamped, undisturbed, coasting, coasts"
    ),
    Tag.FLUID: vocabulary(
        "water, smoke, ice, steam, mist, fog, puddle, snow, dew, bubble, bubbles, droplet, drop, "
        "drops, gas, alcohol, vapour, vapor, evaporates, evaporating, evaporation, sublimates, "
        "sublimes, icicle, cloud, breath, flame, sound, light, perfume, melts, melting"
    ),
    Tag.NUCLEAR: vocabulary(
        "nuclear, nucleus, nuclei, fusion, fission, annihilation, annihilate, annihilates, "
        "positron, antimatter, photon, photons, particle accelerator, pair production, decay, "
        "decays, relativistic, collider, black hole, virtual particles, radioactive, speed of light"
    ),
    Tag.EXCHANGE: vocabulary(
        "another, other, others, one cart, one ball, one puck, each, hits, hit, transfers, "
        "transferred, expels, expelling, ejects, ejecting, throws, throwing, pushes, gravity, "
        "falling, falls, rocket, exhaust"
    ),
}


def _indexed() -> dict[str, tuple[tuple[tuple[str, ...], Tag], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], Tag]]] = {}
    for tag, phrases in _PHRASES.items():
        for phrase in dict.fromkeys(phrases):
            first, *rest = phrase.split()
            index.setdefault(first, []).append((tuple(rest), tag))
    return {first: tuple(entries) for first, entries in index.items()}


LEXICON: Final = _indexed()


def spots(words: Words) -> dict[Tag, list[tuple[int, int]]]:
    """Find every phrase of the vocabulary: for each tag the tokens ``[start, end)``, in order."""
    texts = [token.text for token in words.tokens]
    found: dict[Tag, list[tuple[int, int]]] = {}
    for start, text in enumerate(texts):
        for rest, tag in LEXICON.get(text, ()):
            end = start + 1 + len(rest)
            if not rest or tuple(texts[start + 1 : end]) == rest:
                found.setdefault(tag, []).append((start, end))
    return found
