"""The words of vehicles in turns: what turns, how fast, how tightly, and what comes of it."""

from typing import Final

from storyworld.physics.hearing import inflected
from storyworld.reading.words import vocabulary

VEHICLES: Final = vocabulary(
    "car, cars, vehicle, vehicles, truck, trucks, lorry, lorries, bus, coach, van, minivan, "
    "minibus, motorcycle, motorbike, motorcyclist, bike, bicycle, cyclist, biker, rider, driver, "
    "motorist, suv, taxi, cab, pickup, sedan, saloon, hatchback, hatch, coupe, jeep, kart, "
    "go kart, gokart, go karts, "
    "karts, tram, scooter, moped, quad, tractor, trailer, ambulance, limousine, racer, roadster, "
    "convertible, wagon, station wagon, estate, camper, campervan, rv, caravan, motorhome, "
    "fire engine, firetruck, buggy, rover, forklift, automobile, crossover, 4x4, off roader, "
    "tanker, semi, hgv, double decker, minicab, trike, tricycle, atv, jeepney, rickshaw, "
    "stock car, sports car, supercar, dragster, sled, bobsled, bobsleigh, train, locomotive, "
    "carriage, cart, skateboarder, skater, robot, tyre, tyres, tire, tires, wheels, i drive, "
    "drives, driven by, agv, amr, fork truck, fork lift, lift truck, skateboard, roller skater, "
    "driving, driven, cornering, sidecar, fiat, ute, lorry's, car's, truck's, van's, bus's, "
    "transit, artic, juggernaut, cyclist's, rider's, driver's, mini, tuk tuk, combine, harvester, "
    "humvee, hummer, wheelchair, pram, pushchair, fire truck, school bus, road train, dumper, "
    "loader, digger, excavator, vehicle's, speeder, racing car, race car, racecar, postbus, "
    "e bike, e scooter, segway, telehandler, shuttle, tank, landau, stagecoach, ranger, landrover, "
    "land rover, mph, road, roads, muscle car, hot rod, wheel, axle, hearse, dray, milk float, "
    "dustcart, gritter, snowplough, snowplow, chariot, tandem, unicycle, snowmobile, velomobile, "
    "recumbent, streetcar, trolleybus, motor scooter, horsebox, combine harvester, crane truck, "
    "rides, riding, ridden"
)
TURNS: Final = vocabulary(
    "turn, turns, turning, turned, bend, bends, curve, curves, curved, corner, corners, cornering, "
    "hairpin, roundabout, circle, circles, circular, rounds, rounding, swerve, swerves, swerving, "
    "loop road, switchback, chicane, slip road, exit ramp, off ramp, offramp, on ramp, cloverleaf, "
    "arc, u turn, skidpad, skid pad, velodrome, traffic circle, sweeper, banking, banked, bank, "
    "donut, ring, curvature, turn radius, curve radius, radius, r =, r :, steers, steered, "
    "steering, rotary, dogleg, dog leg, oval, circuit, bend's, curve's, turn's, corner's, "
    "bends of, "
    "curving, wheels round, round a, sharp left, sharp right, lap, laps, lapping, corkscrew, esses"
)
SPEED_BEFORE: Final = vocabulary(
    "at, speed, speed of, travelling at, traveling at, doing, going, driving at, moving at, v, "
    "velocity, velocity of, taken at, speed is, drives at, driven at, enters at, cornering at, "
    "constant speed, steady speed, constant speed of, steady speed of, hits it at, v0, doing a, "
    "i do, do, does, does it at, with, posted, vehicle speed, car speed, entry speed, pace, "
    "entry speed of, cruising at, clocked at, whizzes round at, held at, corner speed, whizzing at"
)
LATERAL_BEFORE: Final = vocabulary(
    "lateral acceleration, lateral acceleration of, sideways acceleration, "
    "sideways acceleration of, cornering acceleration, lateral, cornering at, "
    "centripetal acceleration, centripetal acceleration of, pulls, pulling, "
    "corners at, swerving at, cornering acceleration of, lateral load, lateral pull, a lat, "
    "ay, alat, side acceleration, swerves at"
)
LATERAL_AFTER: Final = vocabulary(
    "lateral acceleration, lateral, laterally, sideways, of lateral acceleration, "
    "centripetal acceleration, of cornering, cornering acceleration, of sideways acceleration"
)
RADIUS_BEFORE: Final = vocabulary(
    "radius, radius of, radius is, r, of radius, turn radius, curve radius, turning radius, "
    "bend radius, curve radius of, turn radius of, turning radius of, corner radius, "
    "radius of curvature, radius of curvature of, rad, curvature radius, bend radius of, "
    "radius about, path radius, corner radius of, radius measures, r curve, radii"
)
RADIUS_AFTER: Final = vocabulary(
    "radius, radius turn, radius curve, radius bend, radius corner, turn radius, in radius, "
    "curve radius, of radius, radius of curvature, turning radius, rad, turn, curve, bend, "
    "corner, hairpin, flat bend, flat curve, flat turn, level bend, level curve, level turn, "
    "bend radius, roundabout radius, radius hairpin, radius roundabout, unbanked curve, "
    "flat corner, level corner, curvature, banked turn, banked curve, banked bend"
)
DIAMETER_BEFORE: Final = vocabulary("diameter, diameter of, diameter is, dia, dia of, across")
DIAMETER_AFTER: Final = vocabulary(
    "diameter, diameter circle, diameter roundabout, in diameter, across, dia, diameter ring, "
    "diameter turn, wide circle, diameter skidpad, from side to side"
)
BANKS: Final = vocabulary(
    "bank, banked, banking, banks, bank angle, superelevation, superelevated, velodrome, cant, "
    "camber, cambered, inclined turn, tilted turn, inclined curve, tilted curve, "
    "sloped curve, sloped turn, speed bowl, tipped in, tilts inward, tilted inward, tilts in, "
    "tilted in, tilts inwards, tilted inwards, sloped inward, slopes inward, sloping inward, "
    "slanted, slants, slanting, "
    "leans inward, leans in at, inclined bend, tilted bend, sloped bend, inclined inward, "
    "inclined at, canted, canting, banked up, tilted at, tilted by, sloped at, angled at, "
    "tilted road, sloping curve, sloping bend, road tilts, track tilts, curve tilts, bend tilts, "
    "wall of death, steep curve, raised outer edge, tilt angle, road inclination"
)
OVERTURNS: Final = vocabulary(
    inflected(
        "roll over, roll, tip over, tip, overturn, flip, flip over, topple, topple over, "
        "turn over, "
        "capsize, fall over, go over, keel over, lift its inner wheels, lift a wheel, "
        "lift its inside wheels, lift an inside wheel, lift an inner wheel, lift the inner wheels, "
        "fall on its side, fall onto its side, land on its side, end up on its side, "
        "end on its side, go onto its side, lie on its side, turn turtle, lift wheels, upend, "
        "end up on its roof, land on its roof, lift the inside wheels, tumble, cartwheel, "
        "lift a tyre, lift its wheels, end wheels up, go on its side, pitch over"
    )
    + ", wheels lift, wheels lift off, wheel lifts off, wheels rise, wheels come off the, "
    "wheels are "
    "lifted, wheel is lifted, wheels leave the"
    + ", rollovers, on its roof, wheel lift, turned over, inner wheels lift, inside wheels lift, "
    "inner wheel lifts, inside wheel lifts, inner wheels come off, inside wheels come off, "
    "inside tyres come off, inner tyres come off, inner wheels leave the, inside wheels leave the, "
    "inner wheels rise, inside wheels rise, inner wheel leaves, inside wheel leaves, "
    "inner wheels off the, inside wheels off the, inner wheels go up, inside wheels go up, "
    "inner wheels lose contact, inside wheels lose contact, wheels in the air, "
    "turns it over, turn it over, turned it over, tips it over, tip it over, flips it, "
    "rolls it over, roll it over, flips it over, flip it over, tipped it over, "
    "over it went, over it goes, over she goes, over she went, over he goes, over goes, "
    "over went, over they go, onto its side, on its side, wheels leave the ground, "
    "wheels come off the ground, wheels off the ground, wheels leave the road, over you go"
)
UPRIGHT: Final = vocabulary(
    inflected(
        "stay upright, remain upright, keep upright, stay on its wheels, stay on all wheels, "
        "keep all wheels, keep all its wheels, stay on four wheels, stay on all four wheels, "
        "keep its wheels on the ground, keep its wheels on the road, remain on its wheels, "
        "keep its wheels down, keep its balance, remain on all four wheels, keep all four tyres, "
        "keep four wheels, remain on four wheels, keep every wheel, keep all tyres, "
        "keep its wheels, keep its inner wheels on, keep its inside wheels on, "
        "keep both wheels on, "
        "keep the inner wheels on, keep the inside wheels on, keep its tyres on, "
        "stay the right way up, stay right side up, stay stable, remain stable"
    )
    + ", wheels all stay, wheels all remain, stay on the ground, stays on the ground, "
    "staying on the ground, remain on the ground, remains on the ground, stay in contact, "
    "stays in contact, keep contact, keeps contact, stays planted, stay planted"
    + ", upright, all four wheels, on all fours, wheels on the ground, all wheels remain, "
    "all wheels stay, four wheels down, wheels down, rubber side down, shiny side up, "
    "wheels stay on the, wheels remain on the, wheels stay down, all four tyres, "
    "every wheel on the, right way up, stable against rollover, no rollover, no wheel lift"
)
ROLL_WORDS: Final = (
    *OVERTURNS,
    *UPRIGHT,
    *vocabulary(
        "cg, cog, com, h cg, hcg, centre of gravity, center of gravity, centre of mass, "
        "center of mass, ssf, static stability factor, inner wheels, inside wheels, rollover, "
        "track width, h com, stability factor"
    ),
)
# What only names the matter: 'rollover assessment', 'a rolling radius'.
ROLL_NOUNS: Final = vocabulary(
    "rollover assessment, rollover check, rollover test, rollover analysis, rollover risk, "
    "rollover threshold, rollover speed, rollover stability, rollover study, rollover case, "
    "rollover calculation, rollover audit, rollover problem, tipping point, tipping threshold, "
    "rollover report, rollover screening, tip test, rollover criterion, rolling stock, "
    "rollover resistance, rollover margin, rollover propensity, tip over check, tip over test, "
    "tip over analysis, stability check, skid pad, slip road, sliding door, tipping check, "
    "rollover verdict, rollover prediction, rollover question, tip over risk"
)
SKIDS: Final = vocabulary(
    inflected(
        "skid, slide, slip, lose grip, lose its grip, lose traction, drift, spin out, spin off, "
        "leave the road, run wide, understeer, fly off, come off, go off, run off, break away, "
        "wash out, slew, plow wide, plough wide, go straight on, end up in the ditch, "
        "land in the ditch, lose control, break loose, leave its lane, depart, go wide, "
        "leave the track, leave lane, leave the lane, lose hold, lose its hold, lose the road, "
        "lose adhesion, leave the curve, leave the bend, leave the corner, leave the tarmac, "
        "end up in the hedge, end up in the field, lose the back end, lose the rear, oversteer, "
        "plough on, plow on, plough off, go out of, go straight, slide out, slide off, skid off, "
        "skid out, careen, careen off, slither, swing wide, drift wide, slide wide, fly out, "
        "sail off, shoot off, go sideways, run out of, fishtail, veer off, leave its line, "
        "run out of grip, run out of road, exceed its grip, lose its line, miss the bend, "
        "miss the corner, miss the turn, carry straight on, end up off, drift out, fall out of"
    )
    + ", carried out, carried off, carried wide, carried away, swept off, swept out, forced off, "
    "pushed off the road, pushed out of, borne off"
    + ", no longer on the road, no longer on the track, no longer in its lane"
    + ", off into, into the ditch, into the hedge, into the field, into the barrier, off the road, "
    "off the track, off it goes, off it went, off she goes, in the ditch, in the hedge, "
    "off the curve, off the bend, off the tarmac, too fast for the, not enough grip, "
    "insufficient grip, off the asphalt, into the gravel, into the wall, into a field, "
    "into a ditch, "
    "into the trees, in a field, towards the outside, away it slides, out of the curve"
)
TRACKS: Final = vocabulary(
    inflected(
        "hold, hold the road, stay on, stay in, keep to, keep its line, keep its lane, make it, "
        "negotiate, get round, get around, grip the road, stick to, stick, cling to, "
        "remain on, follow the, keep its grip, keep grip, cope, cope with, manage, stay glued, "
        "keep traction, retain traction, retain grip, stay in lane, remain in, complete, "
        "get through, hold on, hold the, keep on the road, hold its line, stay on line, "
        "hold its lane, maintain lane, maintain its lane, maintain grip, maintain its line, "
        "keep track, keep its track, keep hold, keep hold of, keep lane, keep the lane, "
        "stay on track, stay on course, keep its course, hold its course, remain on course, "
        "make it round, make it around, make it through, make the turn, make the bend, "
        "make the corner, clear the bend, clear the corner, keep on track, survive, "
        "stay the course, adhere, hug, keep its footing, keep on its line, stay on the road, "
        "stay in its lane, stay on its line, keep within, stay within, stick with, come through, "
        "cling, cling on, get home round, "
        "come through fine"
    )
    + ", suitable for, safe at, still on the road, still on the track, still in its lane, "
    "still on its wheels"
    + ", tracks, grips, gripping, safely, keep the car on, keeps the car on, cleanly, "
    "without incident, without drama, "
    "no skid, no skidding, no slip, no slide, no sliding, no slippage, grip suffices, "
    "on its line, in its lane, on course, on their line, in lane, on its path, on its track, "
    "enough grip, sufficient grip, stable, no problem, no bother, no trouble"
)
# What can be driven so holds, whatever else is said.
CAN_DRIVE: Final = tuple(
    f"{can} {drive}"
    for can in ("can", "could", "able to", "must be able to", "manages to", "managed to")
    for drive in ("take", "go round", "go around", "go through", "get round", "get around",
                  "drive round", "drive around", "drive through", "ride round", "ride through",
                  "corner", "be taken", "be driven", "be ridden", "be steered", "steer round",
                  "steer through", "be cornered", "be rounded", "be negotiated", "pass", "round")
)  # fmt: skip
NOTHING: Final = vocabulary(
    "sliding friction, skid pad, slip road, slip road's, slip roads, skid speed, skidding speed, "
    "sliding door, slip angle, "
    "skid resistance, skid number, anti skid, non slip, skid test, skidding test, "
    "slip coefficient, "
    "skid analysis, slide friction, skid check, before skidding, before sliding, before it skids, "
    "before it slides, stay safe, safely reach, steered, road holding, coefficient of sliding, "
    + ", ".join(
        f"{u} off the {w}"
        for u in (
            "m",
            "ft",
            "cm",
            "in",
            "metres",
            "feet",
            "meters",
            "metre",
            "mm",
            "inches",
            "foot",
            "meter",
        )
        for w in ("road", "track", "tarmac", "asphalt", "ground")
    )
    + ", takes hold, track day, test track, race track, racing track, hold on tight"
)
# A vehicle that is said to take a bend, and nothing else of it, is said to keep to it.
DRIVES: Final = vocabulary(
    "on the road, on the tarmac, on the track, "
    + inflected("take, corner, round, drive round, drive around, go round, go around, drive, turn, "
              "circle, go through, drive through, swing round, swing through, lap, travel, "
              "pass, ride, navigate, enter, sweep round, sweep through")
)  # fmt: skip
TOLERATED: Final = frozenset(
    {"constant speed", "steady speed", "constant velocity", "steady rate", "constant rate",
     "uniform speed", "sideways", "slowly", "in a circle", "in circles", "either", "at once"}
)  # fmt: skip
# Grip that something else takes too, or that something else gives.
CONTRARY: Final = vocabulary(
    "only if, only when, if and only if, only as long as, only below, only up to, unless it, "
    "while braking, braking hard, brakes hard, brakes in, braking in, while accelerating, "
    "accelerating out, it speeds up, and speeds up, speeds up in, speeds up through, slows down, "
    "jumps, hill, uphill, downhill, slope, incline, evasive, crest, aquaplaning, hydroplaning, "
    "aquaplanes, submerged, underwater, floats, floating, sinks, into the lake, into the sea, "
    "into the water, "
    "side wind, crosswind, trailer sways, overtakes, collides, crashes into, hits a, stops in, "
    "on two wheels"
)
MOST: Final = vocabulary(
    "maximum speed, max speed, top speed, highest speed, greatest speed, fastest speed, "
    "maximum safe speed, critical speed, limiting speed, highest safe speed, greatest safe speed, "
    "maximum velocity, limit speed, skid speed, skidding speed, maximum cornering speed, "
    "top cornering speed, highest cornering speed, fastest safe speed, highest possible speed, "
    "max cornering speed, fastest it can, fastest a, fastest the, breakaway speed, "
    "greatest possible speed, maximum possible speed, max safe speed, threshold speed"
)
LEAST: Final = vocabulary(
    "minimum speed, min speed, lowest speed, least speed, slowest speed, minimum safe speed, "
    "minimum velocity, lowest safe speed, slowest safe speed, least safe speed, slowest it can, "
    "slowest a, slowest the, min safe speed"
)
