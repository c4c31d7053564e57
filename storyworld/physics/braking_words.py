"""The words by which braking, or running out against friction, is known."""

from collections.abc import Mapping, Sequence
from typing import Final

from storyworld.physics.nearby import limit_of
from storyworld.reading.quantities import Bound, Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

VEHICLES: Final = vocabulary(
    "car, cars, vehicle, vehicles, truck, trucks, lorry, bus, train, tram, van, motorcycle, "
    "bike, bicycle, cyclist, driver, rider, motorist, suv, taxi, minibus, motorbike, scooter, "
    "sled, wagon, pickup, sedan, hatchback, minivan, automobile, coach, ambulance, tractor, "
    "trailer, quad, rover, locomotive, streetcar, trolley, jeep, limousine, cab, e bike, moped, "
    "race car, stopping distance, braking distance, skid, robot, t react, forklift, sledge, "
    "toboggan, go kart, kart, cart, estate car, estate, saloon, convertible, camper, caravan, "
    "fire engine, police car, patrol car, beetle, lorries, buses, trains, vans, trams, "
    "juggernaut, articulated lorry, biker, motorcyclist, skateboarder, skater, agv, buggy, "
    "bobsleigh, racer, roadster, wheels, tyres, tires, brakes, delivery van, school bus, semi, "
    "rig, motor home, sports car, puck, curling stone, braking, hearse, dray, milk float, gritter, "
    "snowplough, snowplow, postbus, combine harvester, goods train, rollerblader, roller skater, "
    "sleigh, carriage, tanker, steamroller, pram, wheelchair, unicycle, tricycle, rickshaw, "
    "double decker, emergency stop, brake lights"
)
STOPPING: Final = vocabulary(
    "stop, stops, stopping, brake, brakes, braking, halt, halts, stopped, braked, halted, come "
    "to rest, comes to rest, emergency stop, standstill, brought to rest, stopping distance, "
    "braking distance, slams on, pull up, pulls up, to rest, coming to rest, come to a stop, "
    "comes to a stop, stationary, at rest, slam on, skid, skids, skidding, stand still, stands "
    "still, standing still, pulling up, pulled up, halting, a dead stop, full stop, to stand, "
    "stands, rests, overshoots, overshoot, overruns, decelerates, decelerating, deceleration, "
    "decelerate, slows, slowing, slow down, misses, reaction time, reaction, reacts, reacting, "
    "reaction delay, thinking time, wheels lock, locked wheels, slides on, slides to, glides, "
    "runs out, comes to a halt, come to a halt, stopper, brake distance, brakes hard, d stop, s "
    "stop, stop distance, stopping in, rams, ploughs into, plows into, pile into, piles into, "
    "shudders to, screeches to, skids to, grinds to, used up, run out of speed, lost all its "
    "speed, all speed gone, no longer moving, retardation, retards"
)
# What takes the speed away: without it a body that 'stops' is any body.
SLOWED_BY: Final = vocabulary(
    "mu, μ, µ, friction, grip, friction coefficient, coefficient of friction, coefficient, "
    "deceleration, decelerates, decelerating, decelerate, slows, slowing, brakes, braking, "
    "brake, retardation, traction, slam on, slams on, adhesion, skid, skids, retards"
)
SPEED_BEFORE: Final = vocabulary(
    "at, from, speed, speed of, travelling at, traveling at, doing, going, driving at, moving "
    "at, v, v0, initial speed, initial speed of, velocity, does, running at, rolling at, coming "
    "at, rolls at, approaching at, driving with, with, moving with, drives with, drives at, goes "
    "at, does a, travels at, cruising at, velocity of, entry speed, entry speed of, car, slides "
    "at, sliding at, vehicle, hurtling at, hits, v 0, v i, vi, start speed, starting speed, "
    "racing at, riding at, speeding at, out of, sent off at, pushed off at, coasting at, "
    "entering at, limit of, starts at"
)
FRICTION_BEFORE: Final = vocabulary(
    "mu, μ, µ, friction, friction coefficient, friction coefficient of, coefficient of friction, "
    "coefficient of friction of, friction of, grip, grip of, coefficient, coefficient of, tyre "
    "friction, tire friction, tyre friction of, tire friction of, friction is, friction value, "
    "traction coefficient, traction coefficient of, adhesion, adhesion of, adhesion coefficient, "
    "adhesion coefficient of, traction, traction of, grip is, grip coefficient, grip coefficient "
    "of, friction factor, friction factor of, road friction, road friction of, cof, kinetic "
    "friction, kinetic friction of, sliding friction, sliding friction of, tyre grip, tire grip, "
    "tyre grip of, tire grip of, grip factor, grip factor of, f, mu of"
)
DECELERATION_BEFORE: Final = vocabulary(
    "brakes at, braking at, decelerates at, decelerating at, deceleration, deceleration of, "
    "slows at, slowing at, a, brakes with, braking with, decelerates with, decelerating with, "
    "decelerates by, slows by, slowing by, slows down at, slowing down at, loses, losing, "
    "retardation, retardation of, retards at, braking deceleration of, brakes give, brakes "
    "deliver, brakes provide, brake at, decelerate at, braking power of, braking of, decel, "
    "braking rate of, rate of, a brake, decelerated at, decelerated by, slowed at, slowed by"
)
REACTION_BEFORE: Final = vocabulary(
    "reaction time, reaction time of, reacts after, reacts in, reaction delay, reaction delay "
    "of, delay of, after a, perception time of, reaction, t react, thinking time, thinking time "
    "of, reacting for, reacting in, reacting after, reacts within, reacting within, t r, tr, t "
    "reaction, delay, lag of, hesitates for, hesitates, hesitating for, hesitating, driver "
    "reacts in, driver reaction, driver reacts after, react after, react in, reaction takes, "
    "reaction of, latency of, latency, system delay of, brake delay of, perception reaction "
    "time, perception reaction time of, daydreams for, dozes for, response time, response time "
    "of, wakes up after, dead time, dead time of, reacts only after, brakes after, braking "
    "after, wait, pauses for, pausing for, notices after, brake lag, brake lag of, brakes only "
    "after, reaction lasting, brakes bite after, driver takes, he takes, she takes, rider takes, "
    "the driver takes, who takes, driver needs, he needs, she needs, after a delay of, only after, "
    "begins braking after, starts braking after, starts to brake after, begins to brake after, "
    "the brakes after, brakes on after, pedal after, the brake after, rider needs, cyclist needs, "
    "cyclist takes, he reacts after, she reacts after"
)
REACTION_AFTER: Final = vocabulary(
    "reaction time, reaction delay, reaction, delay, to react, before braking, thinking time, "
    "perception time, of reaction, of thinking, thinking, response time, lag, latency, before "
    "the brakes, to hit the brakes, to reach the pedal, to notice, before he brakes, before she "
    "brakes, before it brakes, before reacting, to get, before hitting the brakes, until the "
    "brakes, before touching the, of delay, of reaction time, reacting, before pressing, to step "
    "on, to respond, of dithering, to wake up, before the driver, to realise, to realize, dead "
    "time"
)
STOP_BEFORE: Final = vocabulary(
    "within, in, stops within, stopping distance, stopping distance of, before, stop in, needs, "
    "takes, requires, distance, d, less than, stops in, uses, uses up, after, braking distance, "
    "braking distance of, slides, skids, glides, runs on, takes up, covers, has, only, room, "
    "needing, requiring, taking, travels, distance of, stationary after, at rest after, d stop, "
    "s stop, s, stop distance, stopping after, stopped after, deer, wall, skid of, skid marks "
    "of, marks of, overshoots, rolls, another, farther than, further than, line, obstacle, "
    "queue, gap, pedestrian, carries on, on for, stops after"
)
STOP_AFTER: Final = vocabulary(
    "away, ahead, to stop, stopping distance, in front, gap, of road, further, further on, on, "
    "later, down the road, of track, of asphalt, of tarmac, of ice, to stop in, from the, off, "
    "of it, to come, needed, to halt, before stopping, before it, before coming, along, of skid, "
    "farther on, stopping, braking distance, of runway, short of, of the, further along, from "
    "it, up the road, to stand, to spare, up ahead, to a halt, before halting, of rail, of "
    "street, of pavement, of grass, of floor, distant, farther, or less, beyond, past, ahead of"
)
TIME_BEFORE: Final = vocabulary(
    "stops in, halts in, stopped in, stop in, comes to rest in, comes to a stop in, come to rest "
    "in, come to a stop in, comes to a halt in, to rest in, standstill in, stops within, halts "
    "within, stop within, rest within, standstill within, stop inside, stops after, rest after, "
    "standstill after, halt within, halt in, t stop, stopping time, stopping time of, braking "
    "time, braking time of, brakes for, a stop within, stops inside, stopped within, still "
    "after, braking lasts, halt after, stopped after, stationary after, stationary within, "
    "stationary in, halt takes, stop takes, rest takes, stopping takes, standstill takes, takes "
    "less than, takes under, takes no more than, takes at most, takes longer than, takes more "
    "than, takes over, takes at least, needs less than, needs under, needs at most, needs no "
    "more than, needs no longer than, takes no longer than, needs more than, needs longer than, "
    "braking takes"
)
TIME_AFTER: Final = vocabulary(
    "to stop, to come to rest, to halt, to come to a stop, to come to a halt, to a standstill, "
    "to rest, to stand, to pull up, stopping time, braking time, of braking, to be stationary, "
    "to get to a standstill, to lose all its speed, to brake to a halt, later it is stationary"
)
STOPS: Final = vocabulary(
    "stops, stop, stopped, be stopped, come to a stop, comes to a stop, halts, halt, halted, "
    "comes to rest, come to rest, brakes to a halt, pulls up, pull up, standstill, brought to "
    "rest, avoids, avoid, misses, halts short, brings it to rest, stationary, at rest, stands "
    "still, standing still, stand still, coming to rest, coming to a stop, halting, pulled up, "
    "pulling up, miss, spares, no longer moving, to stand, is spared, full stop, dead stop, "
    "rests, avoiding, avoided, manages to stop, stops short, stopping short, stop short, spared, "
    "missing, in time"
)
RUNS_ON: Final = vocabulary(
    "hits, hit, crashes into, crash into, collides, collide, runs into, rear ends, rear end, "
    "overshoots, overshoot, overruns, runs over, slams into, ploughs into, plows into, strikes, "
    "smashes into, runs past, slides past, skids past, still moving, needs more than, rams, ram, "
    "hitting, crashing into, runs on, run into, strike, piles into, pile into, overshooting, "
    "bumps into, bump into, ploughs through, sails past, still rolling, still going, goes past, "
    "rolls past, clips, clip, knocks down, knocks over, runs through, slides into, skids into, "
    "impact with, reaches the, reach the, reaching the, reached the, reaches a, collision, "
    "crash, crashes, a collision with, crashing, "
    "rolls into, ends up in the, smash into, slam into, slams right into, still has "
    "speed, still doing, shoots past, carries on past, is struck, gets hit, is hit, is still "
    "moving"
)
# A driver who hits the brakes hits nothing else.
HITS_BRAKES: Final = tuple(
    f"{hits} {what}"
    for hits in ("hit", "hits", "hitting")
    for what in ("the brakes", "the brake", "his brakes", "her brakes", "its brakes", "my brakes",
                 "their brakes", "the pedal", "the brake pedal", "on the brakes", "brakes")
)  # fmt: skip
ENOUGH: Final = vocabulary("enough, sufficient, suffice, suffices, adequate, ample")
# What a vehicle that has stopped in time does not do.
HITS: Final = tuple(
    phrase
    for phrase in RUNS_ON
    if phrase.startswith(("hit", "crash", "collide", "ram", "str", "sma", "slam", "pile", "plough"))
)
NEVER: Final = vocabulary(
    "turn, bend, curve, corner, roundabout, box, crate, truck bed, load, loop, ramp, spring, "
    "bounces, flatbed, cargo, boxes, crates, suitcase, luggage, parcels, parcel, pallet"
)
# For what slides to rest by itself: the bed of a truck and ramps are other problems.
NEVER_SLIDING: Final = vocabulary(
    "turn, bend, curve, corner, roundabout, truck bed, load, loop, ramp, spring, bounces, "
    "flatbed, cargo, luggage, incline, inclined, slope, chute, pushed, pull, pulled, truck, "
    "lorry, thrown, dropped, falls, rope, roll, rolls, ball, bumper, collides, collide, climbs, "
    "up the, uphill, plunges, plank, hill"
)
CONTRARY: Final = vocabulary(
    "takes off, flies, jumps, accelerates, speeds up, turns over, rolls over, aquaplanes, "
    "submerged, underwater, floats, sinks, into the lake, into the sea, "
    "into the water, into the pool"
)
DOWNHILL: Final = vocabulary(
    "downhill, down a, down the hill, down the slope, descending, downward slope, down hill, "
    "downward grade, descent, down an, negative slope, downgrade, going down, declining, decline"
)
UPHILL: Final = vocabulary(
    "uphill, up a, up the hill, up the slope, climbing, upward slope, up hill, ascending, "
    "ascent, upgrade, going up, up an, rising"
)
_AT_REST: Final = frozenset(
    vocabulary("stop, stops, stopped, rest, halt, halts, standstill, stands, still, stationary")
)
_BRAKES: Final = frozenset({"brakes", "brake", "braking", "braked"})
_LATE: Final = ("react", "think", "delay", "hesitat", "respon", "notic", "percept", "lag", "wait")
_PLAIN: Final = frozenset({Bound.IN, Bound.TAKES})
_TIMED: Final = frozenset({Bound.AT_MOST, Bound.AT_LEAST, Bound.IN})


def times(words: Words, mentions: Sequence[Mention]) -> Mapping[int, str]:
    """Place 'brakes after 2 s' as a reaction, and 'stops it in at most 6 s' as what it takes."""
    placed: dict[int, str] = {}
    seconds = [n for n, m in enumerate(mentions) if m.quantity.unit is Unit.SECOND]
    late = any(token.text.startswith(_LATE) for token in words.tokens)
    for n in seconds:
        first = mentions[n].first_token
        sentence = words.tokens[first].sentence
        ahead = [t.text for t in words.tokens[max(0, first - 8) : first] if t.sentence == sentence]
        if not _AT_REST.isdisjoint(ahead):
            later = any(words.follows(mentions[n].next_token, (w,)) for w in ("later", "after"))
            timed = later or mentions[n].bound in _TIMED
            if len(seconds) == 1 and not late and timed:
                which = "max" if mentions[n].bound in _PLAIN else limit_of(mentions[n])
                placed[n] = f"stopping_time_{which}"
        elif ahead[-1:] == ["after"] and not _BRAKES.isdisjoint(ahead):
            placed[n] = "reaction_time"
    return placed
