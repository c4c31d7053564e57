"""What people say of machines and people that lift, climb and speed up by their power."""

from typing import Final

from storyworld.physics.claims import Speaks, Wish
from storyworld.physics.family import Slot
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

METRE, SECOND, SPEED_UNIT = Unit.METRE, Unit.SECOND, Unit.METRE_PER_SECOND

POWER: Final = Slot(
    "power", Unit.WATT, "power", 1e-6, 1e11,
    before=vocabulary("power, power of, p, with, rated, rated at, delivers, puts out, output of"),
    after=vocabulary("winch, motor, engine, hoist, of power, power, output, crane, pump, input"),
    by_unit=True, because="how much can be lifted or sped up in a time turns on the power",
)  # fmt: skip
TIME: Final = Slot(
    "time", SECOND, "time", 1e-3, 1e8,
    before=vocabulary("in, within, takes, time, t, for, time of, under"), by_unit=True,
    because="how much energy a power gives turns on the time",
)  # fmt: skip
ENERGY: Final = Slot(
    "energy", Unit.JOULE, "energy put in", 1e-9, 1e16,
    before=vocabulary("energy, energy of, with, work of, stores"),
    after=vocabulary("of energy, battery, energy, of work"), by_unit=True, optional=True,
)  # fmt: skip
EFFICIENCY: Final = Slot(
    "efficiency", Unit.ONE, "efficiency", 1e-3, 1.0,
    before=vocabulary("eta, η, efficiency, efficiency of, efficiency is, at, "
                      "with an efficiency of, overall efficiency, overall efficiency of, is, "
                      "drivetrain efficiency"),
    after=vocabulary("efficiency, efficient, eta, efficient drivetrain, overall efficiency"),
    default=1.0, because="the goal speaks of no losses",
)  # fmt: skip
MASS: Final = Slot(
    "mass", Unit.KILOGRAM, "mass that is moved", 1e-9, 1e10,
    because="the energy that is needed turns on the mass that is moved",
)  # fmt: skip
MORE: Final = Slot(
    "more_mass", Unit.KILOGRAM, "what else is moved along", 0.0, 1e10, default=0.0,
    because="the goal speaks of one mass",
)  # fmt: skip
COUNT: Final = Slot(
    "count", Unit.ONE, "how many of that mass", 1.0, 1e6, counts=True, default=1.0,
    because="the goal speaks of one",
)  # fmt: skip
WEIGHT: Final = Slot(
    "weight", Unit.NEWTON, "weight that is lifted", 1e-8, 1e11, by_unit=True, optional=True,
)  # fmt: skip
VOLUME: Final = Slot(
    "volume", Unit.CUBIC_METRE, "volume that is lifted", 1e-9, 1e9, by_unit=True, optional=True,
)  # fmt: skip
FLOW: Final = Slot(
    "flow", Unit.CUBIC_METRE_PER_SECOND, "volume lifted per second", 1e-9, 1e6, by_unit=True,
    optional=True,
)  # fmt: skip
MASS_FLOW: Final = Slot(
    "mass_flow", Unit.KILOGRAM_PER_SECOND, "mass lifted per second", 1e-9, 1e9, by_unit=True,
    optional=True,
)  # fmt: skip
DENSITY: Final = Slot(
    "density", Unit.KILOGRAM_PER_CUBIC_METRE, "density of what is lifted", 0.1, 23000.0,
    by_unit=True, optional=True, because="how heavy a volume is turns on its density",
)  # fmt: skip
HEIGHT: Final = Slot(
    "height", METRE, "height", 1e-6, 1e7,
    because="the energy that is needed turns on the height",
)  # fmt: skip
DISTANCE: Final = Slot(
    "distance", METRE, "way along the slope", 1e-3, 1e7, optional=True,
    because="how high a slope leads turns on the way along it",
)  # fmt: skip
GRADE: Final = Slot(
    "grade", Unit.DEGREE, "steepness", 0.0, 89.9, by_unit=True, optional=True,
    because="how fast one gains height on a slope turns on its steepness",
)  # fmt: skip
SPEED: Final = Slot(
    "speed", SPEED_UNIT, "speed at the end", 1e-6, 3e6, optional=True,
    because="the energy that is needed turns on the speed",
)  # fmt: skip
START: Final = Slot(
    "start_speed", SPEED_UNIT, "speed at the start", 0.0, 3e6, default=0.0,
    because="it starts from rest unless the goal says otherwise",
)  # fmt: skip
RATE: Final = Slot(
    "rate", SPEED_UNIT, "speed at which height is gained", 1e-9, 1e4, optional=True,
)  # fmt: skip
ROAD: Final = Slot(
    "road_speed", SPEED_UNIT, "speed along the slope", 1e-9, 1e4, optional=True,
)  # fmt: skip
GRIP: Final = Slot(
    "friction", Unit.ONE, "grip of the tyres", 0.05, 5.0,
    before=vocabulary("mu, μ, friction, friction of, grip, grip of, friction coefficient, "
                      "coefficient of friction, coefficient of friction of"),
    optional=True,
    because="how fast wheels can speed up a vehicle turns on their grip as well",
)  # fmt: skip
VEHICLE: Final = Slot(
    "vehicle", Unit.ONE, "whether wheels or feet push it on", 0.0, 1.0, optional=True,
)  # fmt: skip
FAST: Final = Slot(
    "runs", Unit.ONE, "whether it is to get fast", 0.0, 1.0, bounds=frozenset(), optional=True,
)  # fmt: skip
SLOTS: Final = (
    POWER, TIME, ENERGY, EFFICIENCY, MASS, MORE, COUNT, WEIGHT, VOLUME, FLOW, MASS_FLOW, DENSITY,
    HEIGHT, DISTANCE, GRADE, SPEED, START, RATE, ROAD, GRIP,
    VEHICLE, FAST,
)  # fmt: skip

LIFTS: Final = vocabulary(
    "lift, lifts, lifting, lifted, raise, raises, raising, raised, hoist, hoists, hoisting, "
    "hoisted, haul, hauls, hauling, hauled, climb, climbs, climbing, climbed, pump, pumps, "
    "pumping, pumped, ascend, ascends, winches, winch, cranks, gain, gains, rise, rises, crane, "
    "elevator, stairs, staircase, steps, up, upstairs, height, heave, heaves, carries, carry, "
    "ladder, storey, storeys, floors, uphill, summit, draws, load, lift motor, h, high, pulls, "
    "pull, pulled, hoist motor, tower, vertically, takes, brings, bring, "
    "up to the, aloft, upward, upwards, altitude, vertical, ascent, lifted up, winching, winched, "
    "delivers, climbs up, escalates, jacks, jack up, jacked, elevates, elevate, elevated, gets up, "
    "goes up, going up, go up, moves up, scale, scales, floor, upper, roof, attic, loft, storage "
    "tank, higher, draw up, drawn up, heaving, heaved, lug, lugs, transport up, hand winch, shift "
    "up, takes up, take up"
)
GETS_FAST: Final = vocabulary(
    "accelerate, accelerates, accelerating, accelerated, accelerated to, sprint, sprints, "
    "from rest, from standstill, from a standstill, from a standing start, from a stop, "
    "from a dead stop, speeds up, speed up, gets up to, get up to, reaches, reach, hits, hit, "
    "gets to, gets from, goes from, gathers, picks up, gathers speed, top speed, brings to, "
    "brought to, to a speed, to a speed of, reaching, final speed, dead stop, standstill, "
    "standing start, zero to, does 0, acceleration, goes 0, manages 0, spins, launches, speed, "
    "attains, attain, achieves, achieve, is doing, be doing, v, "
    "nought to, naught to, 0 to, up to speed, from zero, gets up speed, goes up to, revs up, comes "
    "up to, dash, dashes, brought up to, sped up, is sped up, from nothing to, whizzes, put on "
    "speed, gain speed, gains speed, propels, propel, "
    "0 100, 0 60, km / h, mph, requirement, "
    "bring a, bring the, to bring, get a, get the, brought a"
)
VEHICLES: Final = vocabulary(
    "car, hatchback, truck, lorry, bus, van, motorcycle, motorbike, scooter, e scooter, e bike, "
    "ebike, bicycle, bike, cyclist, suv, sedan, saloon, roadster, dragster, vehicle, go kart, "
    "kart, moped, tractor, sports car, supercar, hypercar, pickup, coach, taxi, rider, estate, "
    "hot hatch, racer, buggy, racing car, race car, electric car, ev, coupe, minivan, runner, "
    "sprinter, athlete"
)
NEEDS: Final = frozenset(
    vocabulary("needs, need, needing, needed, requires, require, requiring, required, takes, take, "
               "taking, necessary, demands, demand, costs, calls, asks, minimum")
)  # fmt: skip
HEDGES: Final = frozenset(
    vocabulary("about, approximately, roughly, around, exactly, some, nearly, precisely, almost")
)
_DOES: Final = vocabulary(
    "lift, lifts, lifted, raise, raises, raised, hoist, hoists, hoisted, haul, hauls, hauled, "
    "climb, climbs, climbed, pump, pumps, pumped, ascend, ascends, reach, reaches, reached, gain, "
    "gains, accelerate, accelerates, get, gets, go, goes, hit, hits, bring, brings, pull, pulls, "
    "make, makes, run, runs, rise, rises, carry, carries, heave, heaves, drive, drives, ride, "
    "rides, manage, manages, sprint, sprints, be lifted, be raised, enough, sufficient, suffices, "
    "suffice, winch, winches, attain, attains, achieve, achieves, does, do it, powerful "
    "enough, strong enough, be accelerated, deliver, delivers, provide, provides, move, moves, "
    "launch, launches, speed up, speeds up, push, pushes, "
    "walk, walks, succeeds, succeed, complete, completes, finish, finishes, sustain, "
    "sustains, keep up, keeps up, hold, holds, draw, draws, transport, transports, done, "
    "elevates, elevate, be hoisted, be hauled, is lifted, is raised, is on, is up, are up, gets "
    "there, make it, makes it, is feasible, can do, jacks, scales, scale, lugs, lug, puts, put, "
    "takes, take, brings up, be brought, is brought, be pumped, is pumped, heaving, tops, "
    "feasible, doable, do the job, does the job, is done, be done, works, work, cope, copes, copes "
    "with, handle, handles, up to it, up to the job, dash, dashes, be sped, comes up to, propels, "
    "propel, ample, adequate, plenty, meets, meet, gathers, "
    "is met, met, requirement met, requirements met, satisfied, fulfilled, it can, sustaining"
)
_FAILS: Final = vocabulary(
    "falls short, fall short, too weak, insufficient, too little, too slow, underpowered, "
    "takes longer, needs longer, fails, fail, too feeble, not enough, inadequate, comes up short, "
    "too little power, is too heavy, out of reach, needs more, needs more power, lacks the power, "
    "too small, cannot cope, not up to, beyond it, beyond its, too much for, overloaded, is asking "
    "too much, under powered, out of its depth, runs short, run short, lacks, beaten by"
)
# 'Not enough' and 'too little' say themselves what is denied.
WISHES: Final = (
    Wish("achieves", "short", tuple(p for p in _DOES if p not in _FAILS)),
    Wish("short", "achieves", tuple(p for p in _FAILS if not p.startswith("not "))),
)  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary(
            "winch, winches, motor, motors, engine, elevator, lift motor, crane, hoist, cyclist, "
            "runner, car, train, locomotive, pump, pumps, power, w, kw, watt, watts, hp, "
            "horsepower, kilowatt, kilowatts, mw, megawatt, bhp, efficiency, eta, battery, "
            "energy, kwh, "
            "horse, stairs, staircase, athlete, hatchback, e scooter, scooter, escalator, "
            "forklift, tractor, drill, windlass, capstan, chairlift, ski lift, gondola, "
            "funicular, tram, bus, truck, lorry, van, motorbike, motorcycle, vehicle, bike, "
            "bicycle, e bike, rider, sprinter, climber, hiker, worker, student, man, woman, "
            "porter, robot, suv, sedan, dragster, roller coaster, horses, person, tow, donkey, "
            "machine, lift, work, kart, moped, catapult, excavator, pulley, "
            "saloon, estate, jack, dumbwaiter, dumb waiter, ladder, firefighter, fireman, "
            "mountaineer, roadster, supercar, hypercar, racing car, race car, coach, minivan, "
            "taxi, granny, grandma, girl, boy, kid, child, mule, ox, oxen, ski tow, conveyor, "
            "cable car, stairlift, cabin, cage, drone motor, legs, muscle, muscles, reel, "
            "sprocket, flywheel, servo, actuator, gym"),
        tuple({*LIFTS, *GETS_FAST} - {"v", "h", "takes", "bring", "brings"}),
        vocabulary(
            "w, kw, mw, gw, watt, watts, hp, bhp, ps, kilowatt, kilowatts, megawatt, megawatts, "
            "horsepower, power, kj, j, joule, joules, kilojoules, mj, kwh, wh, energy, motor, "
            "engine, winch, hoist, crane, lift motor, battery, 100 km / h, 60 mph, pump, eta, "
            "elevator, efficiency, milliwatt, milliwatts, mechanical horsepower, winches, "
            "horse, cyclist, pumps, motors, windlass, "
            "runner, kilojoule, megajoule, megajoules, watt hour, watt hours, calories, kcal, "
            "kilowatt hours, kilowatt hour, servo, actuator, output, horses, mechanical power, "
            "useful power, full throttle"),
    ),
    helps=vocabulary("winch, motor, engine, hoist, crane, power, efficiency, eta, hp, kw, w, "
                     "stairs, horsepower, 0 to 100, from rest, kilowatt, lifts, raises, pump, "
                     "no losses, cyclist, elevator, full power, watts"),
    units=frozenset({Unit.WATT, Unit.SECOND, Unit.JOULE}),
    never=vocabulary(
        "heat, heats, heater, kettle, boil, boils, boiling, melt, melts, melting, warms, warm, "
        "temperature, degrees celsius, laser, bulb, lamp, spring, brakes, braking, brake, "
        "stopping distance, gripper, finger, fingers, rocket, loop, magnifying, mu s, "
        "balloon, microwave, stove, compressed, seesaw, lever, crowbar, bounces, thrown, rope "
        "snaps, atwood, counterbalance, drains, turbine, generates, solar, jumps, buckles, "
        "held, hangs, hanging, hang, motionless, hovers, hover, thrust, "
        "collides, collision, skids, bend, curve, roundabout"),
    tolerates=("vehicle", "person", "machine", "force", "suspension", "rolling", "fluid", "air",
               "change", "incline", "flight", "magnet", "stack", "spring"),
)  # fmt: skip
# What is lost, unless it is said how much.
LOSING: Final = vocabulary(
    "of which, half the power, half its power, of the power, lost, wasted, "
    "wasteful, inefficient, lossy, leaky, lossily"
)
# It is to get fast, though no speed is given.
RUNS: Final = vocabulary(
    "accelerate, accelerates, accelerating, accelerated, from rest, standstill, standing start, "
    "sprints, speeds up, speed up, gathers speed, dead stop, picks up speed, up to speed"
)
CONTRARY: Final = vocabulary(
    "downhill, down a hill, down the hill, tailwind, tail wind, headwind, head wind, gravity "
    "assist, coasts down, counterweight, counterweights, rolling resistance of, drag of, "
    "drag coefficient, friction force, breaks, snaps, burns out, overheats, explodes, turns round, "
    "regenerates, with help, pushed from behind, towed, wind, air resistance of, drops it, "
    "parachute, flies, takes off, current, volts, voltage, amps, block and tackle halves, stalls, "
    "average force, "
    "on ice, icy, slippery, in mud, on snow, snowy, muddy, black ice, greasy"
)
TOLERATED: Final = frozenset({
    "constant speed", "constant velocity", "constant rate", "steady speed", "steady velocity",
    "steady rate", "uniform speed", "uniform velocity", "into the air", "in the air", "slowly",
    "in mid air", "day", "week", "instantly", "immediately", "into the sky", "barely", "at once",
    "same speed throughout",
})  # fmt: skip
