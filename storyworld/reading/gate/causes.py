"""What may bring a happening about, or makes its words mean something else.

Where a goal names any of it, and does not deny it, the goal is no contradiction in words: a rope
may hold the stone, a slope may speed the cart up, a painting may show what it likes.
"""

from typing import Final

from storyworld.reading.gate.tags import Tag, inflected
from storyworld.reading.words import vocabulary

CAUSES: Final[dict[Tag, tuple[str, ...]]] = {
    Tag.FICTION: vocabulary(
        "hologram, holograms, holographic, painting, paintings, painted, drawing, drawings, drawn, "
        "picture, pictures, cartoon, cartoons, animation, dream, dreams, illusion, trick, "
        "magician, magician's, magicians, conjurer's, wizard, conjurer, conjuror, magic show, "
        "special effect, special effects, cgi, projection, projected, photograph, photo, poster, "
        "video game, virtual, image, freeze frame, time lapse, slow motion, appears to, appear "
        "to, appearing to, seems to, seem to, seeming to, looks as if, as though by, looks like, "
        "pretends, sculpture of, impossible, not possible, isn't possible, myth, story, novel, "
        "comic, screen, played backwards, played in reverse, sleight, mirror, film, movie, clip, "
        "video, footage, seemingly, apparently, dreams of, believes, imaginary, simulator, icon, "
        "cursor, avatar, reflection, shadow"
    ),
    Tag.CARRIER: (
        *vocabulary(
            "rope, ropes, string, strings, wire, wires, cable, cables, chain, chains, thread, "
            "threads, hook, hooks, tether, tethers, tethered, harness, crane, cranes, cord, "
            "cords, twine, fishing line, washing line, clothes line, rod, rods, nail, nails, peg, "
            "strap, straps, net, hammock, glue, glued, tape, taped, velcro, suction, vacuum cup, "
            "bolted, screwed, welded, helium, hydrogen, balloon, balloons, airship, zeppelin, "
            "dirigible, blimp, hot air, lantern, magnet, magnets, magnetic, magnetically, maglev, "
            "superconductor, superconducting, superconductors, electromagnet, electromagnets, "
            "electrostatic, electrostatically, electric field, charged, charges, acoustic, "
            "ultrasonic, ultrasound, sound waves, laser, tweezers, diamagnetic, graphite, "
            "radiation pressure, drone, drones, quadcopter, quadcopters, quadrotor, uav, "
            "multicopter, helicopter, helicopters, rotor, rotors, propeller, propellers, rocket, "
            "rockets, thruster, thrusters, thrust, jet, jets, jetpack, hovercraft, hoverboard, "
            "bird, birds, hummingbird, kestrel, hawk, eagle, falcon, gull, seagull, albatross, "
            "kingfisher, tern, insect, insects, bee, bees, fly, flies, hoverfly, wasp, dragonfly, "
            "moth, butterfly, mosquito, bat, bats, spider, wing, wings, winged, plane, airplane, "
            "aeroplane, aircraft, airliner, kite, kites, glider, gliders, parachute, parachutes, "
            "parachutist, paraglider, paragliding, hang glider, skydiver, skydivers, wingsuit, "
            "frisbee, boomerang, wind, winds, updraft, updraught, upwind, thermal, thermals, "
            "airflow, air flow, air stream, airstream, air cushion, air hockey, air bearing, air "
            "jet, airjet, compressed air, blower, hair dryer, hairdryer, fan, fans, vortex, "
            "tornado, wind tunnel, gust, leidenfrost, water, sea, lake, pond, river, liquid, "
            "fluid, ocean, pool, oil, mercury, syrup, honey, gel, jelly, aquarium, bath, "
            "underwater, submarine, submerged, fish, buoyancy, buoyant, buoyed, dense gas, sulfur "
            "hexafluoride, sulphur hexafluoride, gas, cloud, clouds, smoke, steam, fog, mist, "
            "spore, spores, pollen, dust, bubble, bubbles, feather, feathers, snowflake, "
            "snowflakes, soot, aerosol, moon, planet, planets, satellite, satellites, star, "
            "stars, sun, asteroid, comet, orbit, orbits, orbiting, orbital, hand, hands, fingers, "
            "arm, arms, gripper, claw, pillar, pillars, pedestal, a stand, tripod, scaffold, "
            "scaffolding, ladder, stilts, jack, forklift, counterweight, platform, glass plate, "
            "pane, spring, springs, hinge, frame, holder, bracket, cradle, elastic, trampoline, "
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
        "shelf, shelves, free end, span, deck, plank, ceiling, floorboard, diving board, stack, "
        "lamp, sign, awning, canopy, ledge, cliff, facade, board, staircase, stairs, table, edge, "
        "tent, tip"
    ),
    Tag.WEIGHTLESS: vocabulary(
        "microgravity, micro gravity, weightless, weightlessness, weightlessly, zero gravity, zero "
        "g, no gravity, without gravity, space station, iss, outer space, deep space, in space, "
        "spacecraft, spaceship, space shuttle, capsule, free fall, freefall, free falling, "
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
            "winds, sail, sails, sailing, sailboat, yacht, tailwind, gust, escalator, escalators, "
            "conveyor, conveyer, belt, travelator, moving walkway, magnet, magnets, magnetic, "
            "electromagnet, maglev, spring, springs, catapult, slingshot, trebuchet, crossbow, "
            "bow, current, stream, river, wave, waves, surfer, tide, collision, collides, "
            "collide, colliding, impact, flywheel, momentum wheel, battery, batteries, solar, "
            "pedals, pedalled, pedalling, treadmill, carried, rubber band, elastic, bungee, wound "
            "up, clockwork, compressed, engine, engines, motor, motors, turbine, exhaust, "
            "propellant, expels, expelling, ejects, ejecting, propeller, jet, balloon, helium, "
            "buoyancy, buoyant, water, explosion, explodes, firecracker, gunpowder, electric, "
            "electrically, electrified, charge, charged, charges, field, attracted, attracts, "
            "attraction, repelled, repels, repulsion, roller coaster, surfboard, glider, gliders, "
            "kayak, canoe, raft, avalanche, landslide, pendulum, swing, swings, arms, tucks, "
            "tuck, tucking, contracts, moment of inertia, pulls in, counterweight, pulley, horse, "
            "horses, tractor, tug, winch, elevator, lift, vibration, vibrating, shaken, heat, "
            "expands, expansion, steam, evaporates, light beam, laser, photon, photons, "
            "earthquake, suction, airflow, fan, gas, air pressure, passengers, pedestrian, "
            "muscles, legs, momentum from, unbalanced, dominoes, domino, chain reaction, "
            "waterfall, turntable, carousel, centrifugal, frame of reference, reference frame, "
            "relative to, brownian, chemical, chemically"
        ),
        *inflected("push, pull, tow, kick, hit, drag, drop, throw, tip, sail"),
    ),
    Tag.ROCKET: vocabulary(
        "rocket, rockets, spaceship, spacecraft, thruster, thrusters, jet, missile, jetpack"
    ),
    Tag.NATURAL: vocabulary(
        "storm, storms, tornado, hurricane, wave, waves, cloud, clouds, fog, mist, wind, gust, "
        "crowd, traffic, jam, fire, flame, bubble, bubbles, crack, cracks, vortex, ripple, "
        "ripples, sound, noise, shadow, rainbow, dew, frost, idea, problem, trouble, smoke, "
        "spark, lightning, whirlpool, queue, rain, snow, particle, particles, bug, opponent, "
        "enemy"
    ),
    Tag.CELESTIAL: vocabulary(
        "comet, asteroid, asteroids, planet, planets, perihelion, sun, moon, star, orbit, orbits, "
        "orbiting, satellite"
    ),
    Tag.SLED: vocabulary(
        "sled, sledge, sleigh, toboggan, bobsled, bobsleigh, soapbox, skateboard, skateboarder, "
        "skier, skiers, ski, skis, snowboard, snowboarder, skates, rollerblades"
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
            "charged, field, light ray, rays, ray of light, beam of light, light beam, laser, "
            "prism, lens, glass plate, hydraulic, damper, dashpot, thrusters, thruster, rocket, "
            "engine, engines, motor, headwind, wind, stopper, bracket, track, rail, rails, "
            "banked, rudder, wing, wings, propeller, yoyo, boomerang, tennis racket, wing nut, "
            "grip, tyres, tires, wave, waves, sound, oil, viscous, honey, planet, sun, moon, "
            "comet, star, gear, ratchet, latch, hook, clutch, lock, tide, current, stream, river, "
            "steers, steering, carpet, grass, gravel, rough, rubber, coulomb, geodesic, frame of "
            "reference"
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
        "trampolinist, acrobat, trapezist, person, people, man, woman, men, women, child, "
        "children, boy, girl, kid, kids, baby, adult, human, driver, rider, cyclist, runner, "
        "walker, skater, swimmer, athlete, dancer, worker, officer, police, policeman, guard, "
        "soldier, player, goalkeeper, referee, nurse, doctor, teacher, student, pilot, passenger, "
        "someone, somebody, robot, robots, dog, cat, horse, cow, bird, fish, animal, animals, "
        "mouse, rabbit, ant, beetle, spider, snail, thief, suspect, crowd, team, ninja, judoka, "
        "fighter, climber, jogger, sprinter, deer, pedestrian, gymnast, crew, captain, engineer, "
        "mechanic, farmer, he, she, they, his, her"
    ),
    Tag.BY_HAND: vocabulary(
        "bolt, screw, key, knob, valve, handle, lid, cap, door, drawer, gate, steering, lever, "
        "switch, button, plug, nut, tap, faucet, jar, crank, latch, window, zip, dial, cork"
    ),
    Tag.ABSTRACT: vocabulary(
        "reaction, program, programme, computer, software, algorithm, economy, heart, heartbeat, "
        "pulse, music, song, rain, raining, recovery, process, clock, watch, growth, market, "
        "time, traffic light, talking, working, burning, bleeding, crying"
    ),
    Tag.SOURCE: vocabulary(
        "hot, solar, sunlight, sunshine, sun, sun's, wind, windmill, tidal, tide, tides, wave "
        "power, waves, hydro, hydroelectric, dam, waterfall, river, stream, water wheel, "
        "waterwheel, geothermal, nuclear, reactor, fusion, fission, radioactive, isotope, "
        "uranium, plutonium, battery, batteries, grid, mains, generator set, heat pump, heat "
        "pumps, air conditioner, refrigerator, fridge, boiler, amplifier, transistor, capacitor, "
        "power plant, power station, power stations, plants, plant, explosion, explosive, "
        "explosives, bomb, dynamite, luminous, tritium, glow in the dark, siphon, syphon, "
        "gravity, counterweight, clockwork, wound up, spring, hand crank, hand cranked, pedal, "
        "pedals, geyser, volcano, body heat, thermoelectric, photovoltaic, heat pipe, hydraulic "
        "ram, ram pump, ice, phosphorescent, fluorescent, glow stick, firefly, fireflies, star, "
        "stars, lightning, light bulb in the sun, magma, compost, exothermic, chemical, drinking "
        "bird, balloon, helium, quantum, downhill, falls, falling, rolls down"
    ),
    Tag.SURPLUS: vocabulary(
        "house, houses, home, homes, building, buildings, village, town, city, country, farm, "
        "neighbourhood, neighborhood, school, match, fire, candle, fuse, spark, district, region, "
        "island, muscle, muscles"
    ),
    Tag.COASTING: vocabulary(
        "elastic, perfectly elastic, elastically, frictionless, without friction, no friction, "
        "friction free, free of friction, vacuum, superconducting, superconductor, orbit, orbits, "
        "orbiting, planet, planets, moon, earth, satellite, electron, electrons, atom, atoms, "
        "molecule, molecules, space, galaxy, asteroid, comet, probe, ideal, without losing, no "
        "losses, lossless, without loss, without any loss, undamped, undisturbed, coasting, "
        "coasts"
    ),
    Tag.FLUID: vocabulary(
        "water, smoke, ice, steam, mist, fog, puddle, snow, dew, bubble, bubbles, droplet, drop, "
        "drops, gas, alcohol, vapour, vapor, evaporates, evaporating, evaporation, sublimates, "
        "sublimes, rust, rusts, rusting, oxidises, oxidizes, icicle, cloud, breath, flame, sound, "
        "light, perfume, melts, melting, wet, damp, dries, drying, burns, burning, eaten, eats, "
        "erodes, erosion, wears, leaks"
    ),
    Tag.NUCLEAR: vocabulary(
        "nuclear, nucleus, nuclei, fusion, fission, annihilation, annihilate, annihilates, "
        "positron, antimatter, photon, photons, particle accelerator, pair production, decay, "
        "decays, relativistic, collider, black hole, virtual particles, radioactive, speed of "
        "light"
    ),
    Tag.EXCHANGE: vocabulary(
        "pushed, pulled, kicked, struck, wall, bounces, thrust, engine, spring, magnet, slope, "
        "another, other, others, one cart, one ball, one puck, each, hits, hit, transfers, "
        "transferred, expels, expelling, ejects, ejecting, throws, throwing, pushes, gravity, "
        "falling, falls, rocket, exhaust"
    ),
}
