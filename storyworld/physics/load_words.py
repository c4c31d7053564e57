"""The words of loads on vehicles that speed up or brake."""

from typing import Final

from storyworld.physics.hearing import inflected
from storyworld.reading.words import vocabulary

VEHICLES: Final = vocabulary(
    "truck, trucks, lorry, lorries, flatbed, pickup, bed, bus, coach, trailer, wagon, cart, train, "
    "tram, van, car, vehicle, trolley, sled, sledge, truckbed, conveyor, ute, transit, hatchback, "
    "boxcar, carriage, ferry, railcar, freight car, roof, dashboard, dash, roof rack, deck, decks, "
    "aisle, floor, tray, platform, robot, tractor, cargo, truck's, lorry's, wagon's, dolly, "
    "barrow, forklift, rover, buggy, minivan, hgv, camper, tanker, semi, shuttle, bike, rack, "
    "motorcycle, quad, tram's, train's, bus's, van's, car's, agv, amr, boot, trunk, loading bed, "
    "dumper, tipper, suv, taxi, cab, driver, handcart, pallet truck, hand truck, estate, "
    "lorry bed, "
    "load bed, cargo bed, shelf, seat, motorhome, rickshaw, tuk tuk, wheelbarrow, pram, gurney, "
    "mobile base, tailboard, low loader, artic, juggernaut, delivery bike, metro, subway, hearse, "
    "dray, milk float, ambulance, caravan, sleigh, boat, barge, hand cart, horse cart, hay cart, "
    "limousine, minibus, locomotive, streetcar, hovercraft, snowmobile, quad bike, cargo bike, "
    "removal van, horsebox, jeep, golf cart, fire engine, tuk tuk, moving walkway"
)
CHANGES: Final = vocabulary(
    inflected(
        "accelerate, brake, decelerate, speed up, slow, slow down, pull away, pull off, pull out, "
        "set off, move off, drive off, start off, take off, stop, halt, gain speed, gather speed, "
        "pick up speed, lurch, surge, jerk, start at, start moving at, start with, start moving, "
        "go, go from, hit, launch, reach, slam, jam on, come to rest, come to a halt, retard, "
        "bring, get going, get away, step on, shoot off, get up to, tear off, put its foot down, "
        "get moving, roll off, start, stamp on, floor it, get from, come from, jump from, be braked"
    )
    + ", acceleration, deceleration, braking, emergency stop, brakes, retardation, from rest, "
    "from 0, to rest, to a halt, gets to, breaks at, breaking at, breaks with, away at, "
    "from standstill, from a standstill, 0 to, "
    "a =, a :, "
    "to zero, to a stop, to a standstill, speed change, stopping, change of speed, delta v"
)
_LOADS: Final = vocabulary(
    "box, boxes, crate, crates, load, loads, cargo, parcel, parcels, package, packages, "
    "suitcase, luggage, case, cases, fridge, refrigerator, piano, sofa, couch, pallet, "
    "pallets, barrel, barrels, drum, drums, trunk, washing machine, bricks, brick, block, blocks, "
    "bag, bags, sack, sacks, tray, trays, toolbox, chest, container, containers, slab, slabs, "
    "machine, machines, "
    "wardrobe, furniture, stone, stones, boulder, boulders, object, item, items, coffee, cup, mug, "
    "phone, book, books, laptop, bin, bins, tank, safe, desk, table, mattress, plank, planks, log, "
    "logs, "
    "statue, cabinet, dresser, carton, cartons, bale, bales, hay, passenger, freight, goods, "
    "engine block, kit, cooler, bucket, generator, equipment, crated, tv, beam, beams, "
    "pipe, pipes, stack of, bookcase, dog, animal, glass, bottle, bottles, tool, tools, "
    "tyre stack, "
    "anvil, plate, plates, tile, tiles, payload, keg, kegs, stove, ice chest, sandbag, sandbags, "
    "snow, "
    "tote, totes, tin, tins, cake, boiler, pot, pots, basket, hamper, present, gift, toy, doll, "
    "teddy, ladder, timber, lumber, steel, coil, coils, motor, printer, telly, television, "
    "amplifier, speaker, instrument, instruments, vase, pan, eggs, groceries, shopping, backpack, "
    "rucksack, handbag, briefcase, lunchbox, lunch box, tablet, keys, rock, rocks, sculpture, "
    "canister, cement, tub, trough, post, chair, armchair, bench, sideboard, drawers, cupboard, "
    "dishwasher, oven, freezer, cooker, computer, server, device, workpiece, part, parts, "
    "specimen, "
    "sample, beaker, flask, microscope, rack of, hamster, cat, pumpkin, melon, melons, apples, "
    "potatoes, vegetables, pizza, tank of, engine, gearbox, bathtub, bath, sink, toilet, radiator, "
    "heater, girder, girders, rebar, paving, wine, beer, milk, churn, chests, trunkful, tombstone, "
    "jukebox, guitar, harp, organ, cello, snowmobile, canoe, mower, compressor, tarpaulin, unit, "
    "coffin, casket, urn, stretcher, patient, bust, painting, mirror, loom, kiln, forge, lathe, "
    "cage, kennel, beehive, beehives, hive, hives, turbine, transformer, battery, crate of, "
    "jar, jars, jug, rolls of, roll of, tent, drum kit, double bass, lawnmower, aquarium, "
    "terrarium, cradle, "
    "trophy, kayak, surfboard, hutch, gong, "
    "manure, coal, straw, flour, fertiliser, fertilizer, logs of, "
    "lunch, camera, tripod, telescope, anchor, cool box, duffel, "
    "kitbag, hat box, hatbox, parcel of, oxygen bottle, monitor, incubator, pew, lectern, "
    "on the bed, on its bed, on the deck, on its deck, on the floor, on its floor, in the back, "
    "in the aisle, in its aisle, on the seat, in the cabin, in the hold, on the back seat, "
    "on the roof rack, boat, "
    "in the boot, in its boot, in the trunk, on the roof, on the tray, on the platform, on the "
    "dashboard, on board"
)
# One is carried, or many.
LOADS: Final = tuple(
    dict.fromkeys((*_LOADS, *(f"{one}s" for one in _LOADS if " " not in one and one[-1] != "s")))
)
HELPS: Final = vocabulary(
    "bed, truck, mu, static friction, friction, stays put, slides, flatbed, "
    "truck bed, load, cargo, loose, accelerating, braking, unsecured, untied, "
    "boxes, crates, on its bed, on the floor, "
    "carried, shifted, carries, carrying, loaded, unfastened, standing loose, lying loose"
)
NEVER: Final = vocabulary(
    "turn, bend, curve, corner, incline, ramp, hill, uphill, downhill, slope, roundabout, "
    "stopping distance, tips over, topples, tip over, tips, tip, elevator, pulley, falls "
    "freely, gripper, grippers, finger, fingers, braking distance, spring, collides, "
    "crashes, dropped, drops, swerves, rocket, tipping, toppling, rolls over, banked, "
    "horsepower, hp, kw, cliff, thrown, throws, tossed, lobbed, fired, projectile, domino, dominoes"
)
CONTRARY: Final = vocabulary(
    "falls onto, fall onto, falling onto, submerged, underwater, floats, floating, sinks, "
    "into the lake, into the sea, "
    "into the water, sloshes, sloshing, slops, "
    "only if, only when, if and only if, only as long as, only below, only up to, unless it, "
    "bump, pothole, bumpy, tied down, strapped down, against the tailgate, hits the tailgate, "
    "by the tailgate, headboard, "
    "against the cab, hits the cab, bulkhead, chocked, wedged, lashed, "
    "topples, falls over, leaning, wet patch, bungee, seat belt, seatbelt, bolted, nailed, "
    "glued, tumbles, tumble, tilts, cartwheels, breaks the, shatters, spills, held by straps, "
    "explodes, melts, burns, vanishes, rolls around, rolls about, jumps off, net over"
)
STAYS: Final = vocabulary(
    inflected(
        "stay put, stay still, stay in place, hold, keep its spot, keep their spot, hold its "
        "place, keep its place, keep place, "
        "keep their place, keep their places, stay, remain, stand still, sit still, ride along, "
        "keep still, sit tight, "
        "stay fixed, keep its position, keep their position, keep position, hold its position, "
        "hold position, sit firm, come along, travel along, travel with, ride with, go along with, "
        "move with, move along with, stick, stick to, keep to its place, stay with, go with, "
        "hold fast, hold firm, stand fast, stand firm, go nowhere, stay aboard, stay on board, "
        "stay secure, keep up with, accompany"
    )
    + ", stationary relative, at rest relative, at rest on, held, motionless, in place, "
    "carried along, exactly where, right where, where it is, where it was, where they were, "
    "where they are, where i put it, where it stands, where it stood, unmoved, undisturbed, "
    "no slip, no slipping, no slippage, no sliding, no shifting, no movement, does not move, "
    "still in its place, still in place, still there, still on the, in its place, in their place, "
    "same spot, in position, no relative motion, as one with, friction suffices, "
    "friction is enough, safe and sound, on its spot, does not get left behind"
)
MOVES: Final = vocabulary(
    inflected(
        "slide, slip, shift, move, skid, slither, budge, creep, break loose, come loose, "
        "fall off, fly off, fall out, lose its place, shoot forward, shoot backward, break away, "
        "leave its place, give way, scoot, drift, fly forward, fly forwards, dislodge, displace, "
        "get left behind, be left behind, hurtle, shoot forwards, shoot off, go flying, glide, "
        "lurch forward, get loose, slide off, slide about, work loose, lose grip, lose its grip, "
        "lose hold, lose any, lose its load, lose the load, lose its cargo, lose anything, "
        "get going across, end up at the front, wander, come off, slide forward, "
        "travel forward, travel forwards, jolt loose, come adrift, fly out, go sliding"
    )
    + ", moving relative, moves relative, left behind, sliding towards, loose from, "
    "slippage, towards the cab, toward the cab, into the cab, sent flying"
)
NOTHING: Final = vocabulary(
    "standing loose, lying loose, sliding door, sliding doors, moving truck, moving van, "
    "moving at, "
    "moves off, moving off, start moving, starts moving, started moving, shift gear, shifts gear, "
    "truck moves, van moves, moving house, removal, slip road, sits loose, loose on, "
    "come to rest, comes to rest, coming to rest, to rest, from rest, begins moving, "
    "resting loose, moving company"
)
OF_THE_LOAD: Final = vocabulary(
    "stays put, stay put, stays in place, stay in place, slides, slide, sliding, slips, slip, "
    "slipping, shifts, shift, shifted, shifting, stays where, keeps its place, does not move, "
    "keep their place, doesn't move, do not move, don't move, stays still, on the bed, in the bed, "
    "left behind, dislodges, budges, budge, slid, slipped, keeps position, come along, "
    "comes along, "
    "stays on, fly forward, flies forward, holds, stays, remain, remains, shift, moves, "
    "exactly where"
)
MOST: Final = vocabulary(
    "maximum acceleration, max acceleration, greatest acceleration, highest acceleration, "
    "largest acceleration, maximum deceleration, max deceleration, greatest deceleration, "
    "highest deceleration, hardest braking, acceleration limit, limiting acceleration, "
    "critical acceleration, maximum braking, hardest it can brake, hardest acceleration, "
    "strongest braking, maximum safe acceleration, maximum safe deceleration"
)
