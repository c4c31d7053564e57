"""What people say of collisions: the quantities of a goal, and the words for them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from storyworld.physics.claims import Claim, Limit, Seen, Speaks, Wish
from storyworld.physics.constructions import forms
from storyworld.physics.family import Slot
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

_SPEED, _KG, _ONE = Unit.METRE_PER_SECOND, Unit.KILOGRAM, Unit.ONE

MASS_1: Final = Slot("mass_1", _KG, "mass of what strikes", 1e-12, 1e12,
                     because="what a collision does turns on both masses")  # fmt: skip
MASS_2: Final = Slot("mass_2", _KG, "mass of what is struck", 1e-12, 1e15,
                     because="what a collision does turns on both masses")  # fmt: skip
SPEED_1: Final = Slot("speed_1", _SPEED, "speed of what strikes", -1e5, 1e5,
                      because="what comes out turns on how fast it strikes")  # fmt: skip
SPEED_2: Final = Slot(
    "speed_2", _SPEED, "speed of what is struck", -1e5, 1e5,
    default=0.0, because="what is struck, and of which no motion is said, stands still",
)  # fmt: skip
HEADING: Final = Slot(
    "heading", _ONE, "way the struck body moves: 1 ahead of the other, -1 towards it", -1.0, 1.0,
    because="it decides whether the bodies run towards each other or one after the other",
)  # fmt: skip
RESTITUTION: Final = Slot(
    "restitution", _ONE, "coefficient of restitution", 0.0, 1.0,
    before=vocabulary("e, restitution, restitution of, coefficient of restitution, coefficient "
                      "of restitution of, cor, restitution coefficient, restitution coefficient "
                      "of, bounciness of, coefficient, coefficient of, keeps on, carries "
                      "straight on, continues on, continues forward, proceeds, still forward, "
                      "onward, onwards, straight on, ahead"),
    after=vocabulary("restitution, coefficient of restitution"),
    span=(0.0, 1.0), because="what comes out turns on how elastic the collision is",
)  # fmt: skip
E_LOW: Final = Slot("e_low", _ONE, "least restitution", 0.0, 1.0, default=0.0,
                    because="no passive collision has less than 0")  # fmt: skip
E_HIGH: Final = Slot("e_high", _ONE, "greatest restitution", 0.0, 1.0, default=1.0,
                     because="no passive collision has more than 1")  # fmt: skip
WAY_1: Final = Slot("way_1", _ONE, "way the striker is said to leave: 1 on, -1 back", -1.0, 1.0,
                    default=0.0, because="the goal does not say which way")  # fmt: skip
WAY_2: Final = Slot("way_2", _ONE, "way the struck body is said to leave: 1 on, -1 back",
                    -1.0, 1.0, default=0.0, because="the goal does not say which way")  # fmt: skip


@dataclass(frozen=True)
class Speed(Limit):
    """A speed afterwards: what does not reach it is slower."""

    @property
    def swapped(self) -> Mapping[str, str]:
        """See :class:`storyworld.physics.claims.Limit`."""
        return {**super().swapped, self._named("about"): self._named("max")}


@dataclass(frozen=True)
class After(Speed):
    """A speed after the collision: at least and about so much if any restitution gives it."""

    @property
    def claims(self) -> tuple[Claim, Claim, Claim]:
        """See :class:`storyworld.physics.claims.Limit`."""
        most, least, about = super().claims
        return (
            most,
            replace(least, quantity=f"{self.quantity}_most"),
            replace(about, quantity=f"{self.quantity}_nearest"),
        )


def _struck(comparison: Comparison, slot: str) -> Seen:
    def limit(v: Mapping[str, float]) -> float:
        # Only of a body that stood still is the first motion that after the collision.
        if v["speed_2"] != 0.0:
            raise KeyError(slot)
        return v[slot]

    words = "How fast does the struck body move after it is struck?"
    return Seen(Measure.HORIZONTAL_VELOCITY, _SPEED, ("struck",), comparison, limit, words)


AFTER_1: Final = After(
    "after_1", _SPEED, "speed of the striker afterwards", 0.0, 1e5,
    says="Afterwards the striker moves at",
    at_most=("striker_slow", "striker_faster"),
    at_least=("striker_fast", "violates_p_or_e"),
    within=("striker_possible", "violates_p_or_e"),
)  # fmt: skip
AFTER_2: Final = After(
    "after_2", _SPEED, "speed of the struck body afterwards", 0.0, 1e5,
    says="Afterwards the struck body moves at",
    at_most=("struck_slow", "struck_faster"),
    at_least=("struck_fast", "violates_p_or_e"),
    within=("possible", "violates_p_or_e"), seen=_struck,
)  # fmt: skip
PAIR: Final = Speed(
    "pair_speed", _SPEED, "speed of both together", 0.0, 1e5,
    says="Together they move at",
    at_most=("pair_slow", "pair_faster"), at_least=("pair_fast", "pair_slower"),
    within=("pair_possible", "violates_momentum"),
)  # fmt: skip
ENERGY_LOST: Final = Limit(
    "energy_lost", _ONE, "share of the kinetic energy lost", 0.0, 1.0,
    says="The share of the kinetic energy that is lost is",
    at_most=("loses_less", "loses_more"), at_least=("loses_so_much", "keeps_more"),
    within=("loses_about", "loses_otherwise"),
)  # fmt: skip

_INTO: Final = forms(
    "smack, smacks, smacked, smacking, run, runs, ran, running, bump, bumps, bumped, bumping, "
    "crash, crashes, crashed, crashing, slam, slams, slammed, slamming, smash, smashes, smashed, "
    "smashing, "
    "plough, ploughs, ploughed, plow, plows, plowed, roll, rolls, rolled, rolling, drive, drives, "
    "drove, driving, slide, slides, slid, sliding, glide, glides, glided, gliding, bang, bangs, "
    "banged, barge, barges, knock, knocks, knocked, cannon, cannons, cannoned, thud, thuds, thump, "
    "thumps, back, backs, fly, flies, flew, flying, coast, coasts, coasted, skate, skates, skated, "
    "drift, drifts, drifted, drifting, shunt, shunts, shunted, charge, charges, charged, collide, "
    "go, goes, went, move, moves, moving, travel, travels, fire, fires, fired, shot, shoot, "
    "shoots, "
    "sail, sails, plunge, plunges, bore, bores, careen, careens, strike, hurtle, hurtles, come, "
    "comes, trundle, trundles, butt, butts, swim, swims, tear, tears, push, pushes",
    "into, against, head on into, straight into, squarely into, smack into, right into, headlong "
    "into",
)
_TOUCHING: Final = vocabulary(
    "smacks, smack, grab, grabs, grabbed, grabbing, catches, catch, caught, hook onto, hooks onto, "
    "latches, latch, latched, latching, shunt, shunts, shunted, hooks on, hook on, hooked on, ram, "
    "rams, ramming, rammed, clips, nudges, nudge, nudged, taps, tap, tapped, bumping, butts, "
    "encounters, contacts, collision, impact, crash, pile up, whacks, thumps, smite, clouts, "
    "gets stuck in, get stuck in, got stuck in, stuck in, embedded in, lodged in, lodging in, "
    "embeds in, sticking to, clings, cling, seizes, picks up, scoops up, swallows, absorbs, hit, "
    "bounces against, rear ending, t bones, clashes with, joins, join, meeting, coupling, couples "
    "to, couples with, inelastic, inelastically, elastic, elastically, head on, restitution"
)
RUNS_INTO: Final = forms("into", "a, an, another, the, my, his, her, its, one, our, your, their")
HITS: Final = _INTO + vocabulary(
    "tackles, tackle, run towards each other, move towards each other, travel towards each "
    "other, approach each other, moving towards each other, run toward each other, move toward "
    "each other, approaching each other, rolling towards each other, slide towards each other, "
    "hits, hit, strikes, strike, collides, collide, colliding, runs into, run into, rams, ram, "
    "bumps, bump, slams, crashes, crash, catches up, catch up, rear ends, smashes, meets, meet, "
    "couples, knocks, hitting, striking, bumps into, impacts, ploughs into, plows into, embeds, "
    "lodges, bangs into, collided, struck, overtakes, sticks to, rolls into, knocking, bounces "
    "off, rebounds off, rebounds from, bounces from, touches, slides into, glides into, drives "
    "into, buries itself, clashes, cannons into, fired into, smacks, smack, smacked, grabs, "
    "grab, grabbed, catches hold of, latches onto, latched onto, latches on to, latched on to, "
    "latched, hooks onto, hooked onto, hooks on to, hooks up with, rammed, nudges, nudge, "
    "nudged, taps, tapped, tackled, tackling, bumped, butts, smashed, slammed, crashed, shunts, "
    "shunted, whacks, thumps, gets stuck in, get stuck in, got stuck in, lodged in, lodging in, "
    "embeds in, embedded in, embedding, sticking to, couples to, couples with, coupling to, "
    "coupling with, catches, caught by, picks up, meeting, bumping, ramming, clips, seizes, "
    "scoops up, colliding with, crashing, smashing, strikes squarely, encounters, clings to, "
    "stuck pair"
)
EVENTS: Final = ("collision", "collisions", "impact", "crash", "shunt", "elastic", "elastically",
                 "inelastic", "inelastically", "sticks", "stick", "lodged", "stuck")
PASSIVE: Final = vocabulary(
    "hit by, struck by, rammed by, rear ended by, bumped by, knocked by, run into by, hit head "
    "on by, struck head on by, hit from behind by, rear ended, bumped from behind by, hit "
    "squarely by, struck squarely by, smacked by, bumped into by, rammed from behind by, struck "
    "from behind by, shunted by, hit squarely head on by, hit dead centre by, tackled by, "
    "grabbed by, caught by, nudged by, knocked into by, tapped by, run over by, hit elastically "
    "by, struck elastically by, hit by a, clipped by, crashed into by, met by, whacked by, hit "
    "head on and elastically by, butted by, caught up by, overtaken by"
)
RESULTS: Final = vocabulary(
    "go on, goes on, went on, turn back, turns back, bounce apart, part at, fly apart, separate, "
    "speeds up to, speed up to, shoved away, is shoved, is pushed, pushed away, is thrown, is "
    "hurled, is knocked, knocked away, kicked away, thrown forward, reverses, is flung, moving "
    "off, moving away, moving on, rolling off, rolling on, rolling away, flying off, going off, "
    "shooting off, continuing, recoiling, gliding off, sliding off, departing, ending up, "
    "drifting off, after :, afterwards :, and moves, and move, post collision, final, after "
    "collision :, leaves, leave, leaving, rebounds, rebound, rebounding, bounces, bounce, "
    "bouncing, moves off, move off, moves away, move away, moves on, move on, flies off, fly "
    "off, flies away, goes off, go off, goes away, shoots off, shoots away, recoils, recoil, "
    "departs, depart, continues, continue, carries on, carry on, keeps moving, keeps going, "
    "rolls on, roll on, rolls off, rolls away, roll off, roll away, sent off, is sent, sends it, "
    "sends the, sends, knocks, sets, drives, gets, gains, comes out, comes away, emerges, ends "
    "up, end up, after the collision, after the impact, after impact, after collision, "
    "afterwards, after the hit, after the crash, final speed, final velocity, slides on, slides "
    "off, glides off, glides away, glide off, takes off, take off, springs back, slows to, "
    "slowed to, slow down to, scoots off, sending, knocking, giving, slide off, slide on, speed "
    "afterwards, drift on, drifts on, drift off, drifts off, flung, jumps off, zooms off, heads "
    "off, exits, travels on, travel on, drift, slides away, just after, right after, immediately "
    "after, then moves, then move, moved off, moves back, move back, comes back, goes back, then "
    "travels, then rolls, result, so that, moves forward, move forward, is moving, are moving, "
    "moves together, move together, travel together, travels together, joint speed, common "
    "speed, common velocity, combined speed, sail off, sails off, launched, launches, propelled, "
    "propels, rolls back, slides back, after they, once hit, flies backwards, moves backwards, "
    "shot off, shot away, sails away, slid off, slide away, slid away, slid on, slid, sent away, "
    "went off, went away, went on at, go away, trundle on, trundles on, coast away, coast on, "
    "coasts away, coasts on, coast off, coasting, glide on, glides on, glide away, roll on "
    "together, moving together, sail on, sails on, carrying on, carried on, knock it away, knock "
    "it, knocks it, drives it, driving it, drive it, drives it off, kicks it, kicks it away, "
    "hurls it, shoves it, shoves it off, pushes it, pushes it away, carry it, carry it along, "
    "carries it, carries it along, carries it off, drags it, drags it along, sweeps it along, "
    "takes it along, moves off together, is set moving, set moving, is set in motion, set in "
    "motion, set rolling, is made to move, acquires, acquire, attains, attain, obtains, picks up "
    "speed, is sent off, is sent away, is driven off, is driven, is driven away, is kicked, is "
    "carried, is accelerated to, gets up to, winds up, winds up at, ends at, coming away, comes "
    "off, came off, came away, comes out at, emerging, exit, exiting, exits at, leave together, "
    "leaves together, stuck pair, stuck together, the pair, joined pair, joined together, "
    "coupled pair, combined mass, combined body, the two together, both together, both go, both "
    "move, both slide, both roll, both sail, both travel, both coast, both drift, they go, they "
    "move, they slide, they roll, they travel, they coast, they drift, they glide, they sail, "
    "they fly, they proceed, proceed, proceeds, proceeding, v f, vf, v final, v_f, v_final, v "
    "end, v_end, v out, v_out, v after, v_after, v', v1', v2', u1', u2', v' =, final v, v fin, "
    "after v, v common, v_common, v both, target speed, target v, recoil speed, recoil speed of, "
    "rebound speed, exit speed, exit speed of, speed after, speed afterwards is, velocity after, "
    "velocity afterwards, post impact, post crash, after contact, after which, whereupon, "
    "whereafter, thereafter, thereupon, as a result, outcome, expected, shooting away, scooting "
    "away, scoots away, trundles away, trundling off, heading off, backs off, back off, backing "
    "off, hurtles off, hurtles away, whizzes off, whizzes away, zips off, bowls off, speeds off, "
    "speeds away, speed off, away at, off at, away with, off with, flew off, flew away, rolled "
    "off, rolled away, rolled on, moved on, moved away, rebounded, bounced back, bounced off, "
    "recoiled, left with, left at, slowed down to, slows down to, is slowed to, keeps, retains, "
    "reach, reaches, exceed, exceeds, exceeding"
)
MOVES: Final = vocabulary("moves at, move at, travels at, travel at, rolls at, roll at, goes at, "
                          "slide at, slides at, moves with, move with, moving at, glides at, "
                          "drifts at, flies at, speed of, runs at, is at, rolls with, go at, "
                          "going at, coasts at, coast at, sail at, sails at, trundle at, "
                          "trundles at, drift at, glide at, fly at, run at, then slide at, slide "
                          "with, slide under, speed is, speed =, velocity is, velocity of, v =")
BACK: Final = vocabulary(
    "rebounds, rebound, rebounding, bounces, bounce, bouncing, recoils, recoil, springs back, "
    "moves back, move back, comes back, goes back, backwards, backward, reverses, rolls back, in "
    "the opposite direction, slides back, bounces back, turns back, reversed, back the way, "
    "bounces off, bounced back, rebounded, recoiled, thrown back, knocked back, back the way it "
    "came, the way it came, pushed back, sent back, flies back, hurled back, kicked back, runs "
    "back, travels back, turned back, coming back, going back, returns, backing off, backs off, "
    "bounce back, glides back, drifts back, retreats"
)
ON: Final = vocabulary(
    "continues, continue, carries on, carry on, keeps moving, keeps going, rolls on, moves on, "
    "forward, forwards, in the same direction, slides on, in its original direction, moves "
    "forward, same way, original direction"
)
STICKS: Final = vocabulary(
    "cling, hold on to, holds on to, embrace, hold each other, stick, sticks, stuck, sticking, "
    "lock, locks, locked, couple, couples, coupled, coupling, latch, latches, embed, embeds, "
    "embedded, lodges, lodged, merge, merges, joined, join, together, perfectly inelastic, "
    "completely inelastic, totally inelastic, tangled, tangle, entangled, fused, fuse, clay, "
    "putty, velcro, stays in, remains in, hooks, hook onto, hook up, link up, buries itself, "
    "glued, plastically, perfectly plastic, attach, attaches, perfectly inelastically, as one, "
    "combined, clamp, becomes one, completely inelastically, gets stuck, jammed, mesh, clings, "
    "clinging, clung, grab, grabs, grabbed, grabbing, grabs hold, latched, latching, hooked, "
    "hooking, hooks up, hooked up, got stuck, lodging, embedding, tackled, tackles and, holding "
    "on, holds on, hang on to, hangs on to, welded, weld, wedged, bonded, bond, bonds, clumped, "
    "stays in it, remains in it, stays lodged, stays attached, stays hooked, remain joined, "
    "remains attached, remain attached, remain stuck, stay stuck, stay joined, stay attached, "
    "stay connected, linked, link, linking, coalesce, coalesces, fastened, magnetically couple, "
    "unite, united, unites, catches hold, interlock, interlocks, interlocked, glue, gluey, "
    "sticky, inseparable, in one piece, in one lump, a single lump, single body, single unit, "
    "one lump, one body, one wreck, joint, jointly, as a unit, as a pair, the joined, without "
    "separating, do not separate, don't separate, never separate, inelastic collision, plastic "
    "collision, catches it, catches the, picks up, scoops up, swallows, grip each other, keep "
    "hold, adhere, adheres, docks, dock, docked, e = 0, stays embedded, snags, caught in, jams, "
    "the wreck, the wreckage"
)
ELASTIC: Final = vocabulary(
    "elastic, elastically, perfectly elastic, kinetic energy is conserved, conserves kinetic "
    "energy, no kinetic energy is lost, no energy is lost, without loss of kinetic energy, "
    "without losing kinetic energy, conserving kinetic energy, ideal bounce, no loss of energy, "
    "kinetic energy conserved, lossless, without energy loss, without any energy loss, ideally "
    "elastic, totally elastic, completely elastic, fully elastic, no energy lost, kinetic energy "
    "is kept, keeps all its kinetic energy, keeping all kinetic energy, loses no kinetic energy, "
    "lose no kinetic energy, losing no energy, loss free, no loss of kinetic energy, "
    "superelastic ideal, e = 1, without any loss of energy, no kinetic energy lost"
)
STOPS: Final = vocabulary(
    "stops, stop, stops dead, comes to rest, come to rest, comes to a stop, come to a stop, "
    "halts, halt, brought to rest, brought to a stop, stands still afterwards, comes to a halt, "
    "remains stationary, stays stationary, come to a halt, is left standing, stopped dead, loses "
    "all its speed, comes to a standstill, come to a standstill, ends up at rest, is at rest "
    "afterwards, stand still, stops still, stays behind at rest, stays put, stays where it is, "
    "is stopped, stands still, is left at rest, is left motionless, is brought to rest, is "
    "brought to a stop, stands, comes to a dead stop, stop dead, is stationary afterwards, "
    "remains at rest, stays at rest, stands stock still, stand still afterwards, lies still, "
    "rests, stops short, stopped"
)
TOGETHER: Final = frozenset(
    ("together", "pair", "wreck", "combined", "they", "joined", "coupled", "locked", "clump",
     "lump", "both", "two", "wreckage", "them", "system", "joint", "common", "unit", "duo", "train",
     "assembly", "combination", "composite")
)  # fmt: skip
SINGLY: Final = frozenset(("both", "each", "two"))
STRUCK: Final = frozenset(
    ("target", "second", "other", "front", "struck", "stationary", "resting", "parked", "latter",
     "which", "motionless", "object", "victim", "sending", "sends", "knocking",
     "knocks", "giving", "drives", "hit", "whose", "propels")
)  # fmt: skip
STRIKER: Final = frozenset(
    ("first", "striker", "incoming", "rear", "former", "projectile", "cue", "itself", "bullet",
     "striking", "incident", "colliding")
)  # fmt: skip
HEAVY: Final = frozenset(("heavy", "heavier", "bigger", "larger", "big", "massive", "large"))
LIGHT: Final = frozenset(("light", "lighter", "smaller", "small", "little", "tiny"))
TOWARDS: Final = vocabulary(
    "head on, towards each other, toward each other, opposite directions, opposite direction, "
    "each other, one another, oncoming, coming the other way, towards it, toward it, facing, "
    "opposite, in the other direction, to the left, from the right, approaching it, meets, meet, "
    "against, flying at each other, coming at each other, into each other, run into each other, "
    "at each other, from opposite sides, opposed, each coming, from the front, nose to nose, "
    "frontally, frontal, left and right"
)
FOLLOWING: Final = vocabulary(
    "same direction, ahead, catches up, catch up, catching up, rear ends, rear end, from behind, "
    "overtakes, slower, in front, same way, behind, rear ended, both moving right, both to the "
    "right, both rolling right, running away from it, moving away, the same line in the same "
    "sense, caught up, catching it up, from the rear, into the back of, in the back, same "
    "heading, in the same sense, both going, both travelling the same, both forward, tailgating"
)
RESTING: Final = vocabulary(
    "at rest, stationary, resting, standing, parked, still, motionless, unmoving, immobile, not "
    "moving, waiting, initially at rest, stands, rests, standstill, sitting, stopped, that is "
    "not moving, sits, stationary before, lying, lies, lying still, rested, stood, stood still, "
    "stands still, who stands, which stands, unmoved, u2 = 0, v2 = 0, idle, idling, was "
    "standing, loose, free, at a standstill, stalled, that was standing, stopped at, v=0, dead "
    "still, without moving, does not move, doesn't move, is not moving, isn't moving, quiet"
)
IN_MOTION: Final = vocabulary(
    "each other, one another, oncoming, approaching, both moving, another moving, moving "
    "towards, coming the other way, opposite directions, same direction, catches up, overtakes, "
    "slower one, slower cart, from opposite, rear ends a moving, one coming, coming at, coming "
    "towards, head on collision with a moving, that is also moving, is also moving, also moving"
)
EQUAL: Final = vocabulary(
    "equal, identical, same mass, equally heavy, of equal mass, equal mass, equal masses, twin, "
    "twins, alike, as heavy, just as heavy, similar, matching, same kind, exactly like it, each, "
    "equally massive, both of, another such, like, lookalike, twin of it, clone, another one "
    "just like, of the same mass, of the same weight, same weight, just like it, same again, the "
    "same kind, every bit as heavy, one of each"
)
WALLS: Final = vocabulary("wall, immovable, fixed barrier, solid barrier, concrete block, rigid "
                          "barrier, cushion, brick wall, anvil, cliff, buffer stop, bulkhead, "
                          "kerb, barrier")  # fmt: skip

WISHES: Final = (
    Wish("turns_back", "moves_on", BACK),
    Wish("moves_on", "turns_back", vocabulary(
        "continues forward, continue forward, keeps moving forward, keeps going forward, carries "
        "on forward, moves on forward, moves on in the same direction, keeps its direction, "
        "continues in the same direction, keeps rolling forward, continues moving forward"
    )),
    Wish("possible", "struck_slow", vocabulary(
        "leaves, leave, moves off, move off, flies off, reaches, reach, exceeds, exceed, moves, "
        "move, roll on, rolls on, slides off, shoots off, goes off, makes, departs"
    ), turns=True),
)  # fmt: skip
_BODIES: Final = vocabulary(
    "runner, runners, footballer, rugby player, man, woman, statue, club head, cart, carts, "
    "ball, balls, puck, pucks, glider, gliders, car, cars, van, truck, trucks, lorry, wagon, "
    "wagons, block, blocks, bullet, train, locomotive, marble, marbles, disc, discs, disk, "
    "disks, sphere, spheres, trolley, trolleys, skater, skaters, body, bodies, mass, masses, "
    "object, objects, particle, particles, boat, ship, stone, stones, bowling ball, m1, pellet, "
    "neutron, proton, atom, nucleus, curling stone, railcar, railcars, freight car, vehicle, "
    "vehicles, bumper car, bumper cars, sled, box, boxes, coin, coins, dart, arrow, clay, "
    "billiard, cue ball, hammer, player, players, asteroid, probe, spacecraft, projectile, "
    "cylinder, sliders, slider, carriage, carriages, coal car, suv, sedan, dodgem, dodgems, "
    "pickup, bob, bus, motorcycle, minivan, deer, crate, shopping cart, go kart, molecule, "
    "molecules, kg, g, t, tonne, tonnes, lb, grams, kilos, pounds, lump, lumps, blob, blobs, "
    "putty, wad, dough, snowball, snowballs, barge, canoe, canoes, raft, fish, dog, child, boy, "
    "girl, women, men, kid, kids, dancer, wrestler, wrestlers, linebacker, tackler, goalkeeper, "
    "planes, satellite, satellites, capsule, module, meteoroid, comet, hockey puck, pendulum "
    "bobs, bogie, tram, trams, tug, ferry, kayak, drone, bicycle, scooter, tractor, trailer, "
    "robot, robots, agv, sleds, sledge, sleigh, tobogganist, curling stones, bowl, skittle, "
    "croquet ball, golf ball, tennis ball, magnet, glob, egg, melon, apple"
)
SPEAKS: Final = Speaks(
    all_of=(
        _BODIES,
        (*HITS, *_TOUCHING, *EVENTS, *RUNS_INTO, *vocabulary("after :, stick, sticks, stick "
                                                             "together, hit by, struck by, rear "
                                                             "ended, bounce, bounces, rebound, "
                                                             "rebounds")),
        vocabulary("kg, g, m1, mass, masses, equal, identical, same mass, restitution, elastic, "
                   "elastically, inelastic, at rest, stationary, stick, sticks, rebounds, "
                   "rebound, tonnes, tonne, t, lb, equally, head on, moves off, leaves, after "
                   "the collision, afterwards, speed, together, m, kilos, pounds, grams, "
                   "coupled, joined, u1, v1, still, motionless, standing, parked, wreck, pair, "
                   "lodged, stuck"),
    ),
    helps=vocabulary("collision, collides, head on, elastic, at rest, leaves, stick, sticks, hits, "
                     "strikes, rebounds, cart, equal, together, after the collision, stationary"),
    units=frozenset({_KG, _SPEED}),
    never=vocabulary("floor, ground, dropped, drops, falls, drop, falling, pendulum, loop, "
                     "domino, dominoes, brakes, braking, skids, stopping distance, topple, "
                     "topples, tips over, tower, rocket, refracted, ray, pulley, bungee, ramp, "
                     "incline, racket, bat, parachute, glass pane, dropped from, bounces on, "
                     "seesaw, spring loaded, lever, friction coefficient of the ramp, slope, "
                     "bridge, water surface, vertical loop, swing, lamp, plank, shelf, "
                     "springboard, thrown up, stacked"),
    tolerates=("collision", "rebound", "vehicle", "rolling", "person", "force", "flight",
               "spring", "change", "machine", "air", "suspension", "weightless", "fluid", "magnet"),
)  # fmt: skip
