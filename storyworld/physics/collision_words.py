"""What people say of collisions: the quantities of a goal, and the words for them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from storyworld.physics.claims import Claim, Limit, Seen, Speaks, Wish
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
    before=vocabulary("e, restitution, restitution of, coefficient of restitution, coefficient of "
                      "restitution of, cor, restitution coefficient, restitution coefficient of, "
                      "bounciness of, coefficient, coefficient of"),
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
class After(Limit):
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
PAIR: Final = Limit(
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

HITS: Final = vocabulary(
    "tackles, tackle, run towards each other, move towards each other, travel towards each other, "
    "approach each other, moving towards each other, run toward each other, move toward each "
    "other, approaching each other, rolling towards each other, slide towards each other, hits, "
    "hit, strikes, strike, collides, collide, colliding, runs into, run into, rams, ram, bumps, "
    "bump, slams, crashes, crash, catches up, catch up, rear ends, smashes, meets, meet, couples, "
    "knocks, hitting, striking, bumps into, impacts, ploughs into, plows into, embeds, lodges, "
    "bangs into, collided, struck, overtakes, sticks to, rolls into, knocking, bounces off, "
    "rebounds off, rebounds from, bounces from, touches, slides into, glides into, drives into, "
    "buries itself, clashes, cannons into, fired into"
)
EVENTS: Final = ("collision", "collisions", "impact", "crash")
PASSIVE: Final = vocabulary(
    "hit by, struck by, rammed by, rear ended by, bumped by, knocked by, run into by, hit head on "
    "by, struck head on by, hit from behind by, rear ended, bumped from behind by, hit squarely "
    "by, struck squarely by"
)
RESULTS: Final = vocabulary(
    "go on, goes on, went on, turn back, turns back, bounce apart, part at, fly apart, separate, "
    "speeds up to, speed up to, shoved away, is shoved, is pushed, pushed away, is thrown, is "
    "hurled, is knocked, knocked away, kicked away, thrown forward, reverses, is flung, moving "
    "off, moving away, moving on, rolling off, rolling on, rolling away, flying off, going off, "
    "shooting off, continuing, recoiling, gliding off, sliding off, departing, ending up, drifting "
    "off, after :, afterwards :, and moves, and move, post collision, final, after collision :, "
    "leaves, leave, leaving, rebounds, rebound, rebounding, bounces, bounce, bouncing, moves off, "
    "move off, moves away, move away, moves on, move on, flies off, fly off, flies away, goes off, "
    "go off, goes away, shoots off, shoots away, recoils, recoil, departs, depart, continues, "
    "continue, carries on, carry on, keeps moving, keeps going, rolls on, roll on, rolls off, "
    "rolls away, roll off, roll away, sent off, is sent, sends it, sends the, sends, knocks, sets, "
    "drives, gets, gains, comes out, comes away, emerges, ends up, end up, after the collision, "
    "after the impact, after impact, after collision, afterwards, after the hit, after the crash, "
    "final speed, final velocity, slides on, slides off, glides off, glides away, glide off, takes "
    "off, take off, springs back, slows to, slowed to, slow down to, scoots off, sending, "
    "knocking, giving, slide off, slide on, speed afterwards, drift on, drifts on, drift off, "
    "drifts off, flung, jumps off, zooms off, heads off, exits, travels on, travel on, drift, "
    "slides away, just after, right after, immediately after, then moves, then move, moved off, "
    "moves back, move back, comes back, goes back, then travels, then rolls, result, so that, "
    "moves forward, move forward, is moving, are moving, moves together, move together, travel "
    "together, travels together, joint speed, common speed, common velocity, combined speed, sail "
    "off, sails off, launched, launches, propelled, propels, rolls back, slides back, after they, "
    "once hit, flies backwards, moves backwards, shot off"
)
MOVES: Final = vocabulary("moves at, move at, travels at, travel at, rolls at, roll at, goes at, "
                          "slide at, slides at, moves with, move with, moving at, glides at, "
                          "drifts at, flies at, speed of, runs at, is at")  # fmt: skip
BACK: Final = vocabulary(
    "rebounds, rebound, rebounding, bounces, bounce, bouncing, recoils, recoil, springs back, "
    "moves back, move back, comes back, goes back, backwards, backward, reverses, rolls back, in "
    "the opposite direction, slides back, bounces back, turns back, reversed, back the way"
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
    "combined, clamp, becomes one, completely inelastically, gets stuck, jammed, mesh"
)
ELASTIC: Final = vocabulary(
    "elastic, elastically, perfectly elastic, kinetic energy is conserved, conserves kinetic "
    "energy, no kinetic energy is lost, no energy is lost, without loss of kinetic energy, without "
    "losing kinetic energy, conserving kinetic energy, ideal bounce, no loss of energy, kinetic "
    "energy conserved, lossless, without energy loss, without any energy loss"
)
STOPS: Final = vocabulary(
    "stops, stop, stops dead, comes to rest, come to rest, comes to a stop, come to a stop, halts, "
    "halt, brought to rest, brought to a stop, stands still afterwards, comes to a halt, remains "
    "stationary, stays stationary, come to a halt, is left standing, stopped dead, loses all its "
    "speed, comes to a standstill, come to a standstill, ends up at rest, is at rest afterwards, "
    "stand still"
)
TOGETHER: Final = frozenset(
    ("together", "pair", "wreck", "combined", "they", "joined", "coupled", "locked", "clump",
     "lump", "both", "two", "wreckage", "them", "system", "joint", "common", "unit", "duo", "train",
     "assembly", "combination", "composite")
)  # fmt: skip
SINGLY: Final = frozenset(("both", "each", "two"))
STRUCK: Final = frozenset(
    ("target", "second", "other", "front", "struck", "stationary", "resting", "parked", "latter",
     "which", "motionless", "victim", "sending", "sends", "knocking",
     "knocks", "giving", "drives", "hit", "whose", "propels")
)  # fmt: skip
STRIKER: Final = frozenset(
    ("first", "striker", "incoming", "rear", "former", "projectile", "cue", "itself", "bullet",
     "striking", "incident", "colliding")
)  # fmt: skip
HEAVY: Final = frozenset(("heavy", "heavier", "bigger", "larger", "big", "massive", "large"))
LIGHT: Final = frozenset(("light", "lighter", "smaller", "small", "little", "tiny"))
TOWARDS: Final = vocabulary(
    "head on, towards each other, toward each other, opposite directions, opposite direction, each "
    "other, one another, oncoming, coming the other way, towards it, toward it, facing, opposite, "
    "in the other direction, to the left, from the right, approaching it, meets, meet, against"
)
FOLLOWING: Final = vocabulary(
    "same direction, ahead, catches up, catch up, catching up, rear ends, rear end, from behind, "
    "overtakes, slower, in front, same way, behind, rear ended, both moving right, both to the "
    "right, both rolling right, running away from it, moving away, the same line in the same sense"
)
RESTING: Final = vocabulary(
    "at rest, stationary, resting, standing, parked, still, motionless, unmoving, immobile, not "
    "moving, waiting, initially at rest, stands, rests, standstill, sitting, stopped, that is not "
    "moving, sits"
)
IN_MOTION: Final = vocabulary(
    "each other, one another, oncoming, approaching, both moving, another moving, moving towards, "
    "coming the other way, opposite directions, same direction, catches up, overtakes, slower one, "
    "slower cart, from opposite, rear ends a moving"
)
EQUAL: Final = vocabulary(
    "equal, identical, same mass, equally heavy, of equal mass, equal mass, equal masses, twin, "
    "twins, alike, as heavy, just as heavy, similar, matching, same kind, exactly like it, each, "
    "equally massive, both of, another such"
)
WALLS: Final = vocabulary("wall, immovable, fixed barrier, solid barrier, concrete block, rigid "
                          "barrier, cushion")  # fmt: skip

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
    "runner, runners, footballer, rugby player, man, woman, statue, club head, cart, carts, ball, "
    "balls, puck, pucks, glider, gliders, car, cars, van, truck, trucks, lorry, wagon, wagons, "
    "block, blocks, bullet, train, locomotive, marble, marbles, disc, discs, disk, disks, sphere, "
    "spheres, trolley, trolleys, skater, skaters, body, bodies, mass, masses, object, objects, "
    "particle, particles, boat, ship, stone, stones, bowling ball, m1, pellet, neutron, proton, "
    "atom, nucleus, curling stone, railcar, railcars, freight car, vehicle, vehicles, bumper car, "
    "bumper cars, sled, box, boxes, coin, coins, dart, arrow, clay, billiard, cue ball, hammer, "
    "player, players, asteroid, probe, spacecraft, wagon, projectile, cylinder, sliders, slider, "
    "carriage, carriages, coal car, suv, sedan, dodgem, dodgems, pickup, bob, bus, motorcycle, "
    "minivan, deer, crate, shopping cart, go kart, molecule, molecules"
)
SPEAKS: Final = Speaks(
    all_of=(
        _BODIES,
        (*HITS, *EVENTS, *vocabulary("after :, stick, sticks, stick together, hit by, struck by, "
                                     "rear ended, bounce, bounces, rebound, rebounds")),
        vocabulary("kg, g, m1, mass, masses, equal, identical, same mass, restitution, elastic, "
                   "elastically, inelastic, at rest, stationary, stick, sticks, rebounds, rebound, "
                   "tonnes, tonne, t, lb, equally, head on, moves off, leaves, after the "
                   "collision, afterwards, speed, together, m"),
    ),
    helps=vocabulary("collision, collides, head on, elastic, at rest, leaves, stick, sticks, hits, "
                     "strikes, rebounds, cart, equal, together, after the collision, stationary"),
    units=frozenset({_KG, _SPEED}),
    never=vocabulary("floor, ground, dropped, drops, falls, drop, falling, pendulum, loop, domino, "
                     "dominoes, brakes, braking, skids, stopping distance, topple, topples, tips "
                     "over, tower, rocket, refracted, ray, pulley, bungee, ramp, incline, racket, "
                     "bat, parachute, glass pane"),
    tolerates=("collision", "rebound", "vehicle", "rolling", "person", "force", "flight",
               "spring", "change", "machine", "air", "suspension", "weightless", "fluid", "magnet"),
)  # fmt: skip
