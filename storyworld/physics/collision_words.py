"""What people say of collisions: the quantities of a goal, and the words for them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from storyworld.physics.claims import Claim, Limit, Seen, Speaks, Wish
from storyworld.physics.collision_verbs import BACK, EVENTS, HITS, RUNS_INTO, TOUCHING, bare
from storyworld.physics.family import Slot
from storyworld.physics.timing import steadily
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

_SPEED, _KG, _ONE = Unit.METRE_PER_SECOND, Unit.KILOGRAM, Unit.ONE

MASS_1: Final = Slot("mass_1", _KG, "mass of what strikes", 1e-12, 1e12, also=("mass",),
                     because="what a collision does turns on both masses")  # fmt: skip
MASS_2: Final = Slot("mass_2", _KG, "mass of what is struck", 1e-12, 1e15,
                     because="what a collision does turns on both masses")  # fmt: skip
SPEED_1: Final = Slot("speed_1", _SPEED, "speed of what strikes", -1e5, 1e5,
                      also=("impact_speed", "bottom_speed", "exit_speed", "rebound_speed"),
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
                      "of, bounciness of, coefficient, coefficient of"),
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

    def _make_claims(self) -> tuple[Claim, Claim, Claim]:
        """See :class:`storyworld.physics.claims.Limit`."""
        most, least, about = super()._make_claims()
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
    seen=lambda comparison, slot: steadily(comparison, slot, "striker"),
)  # fmt: skip
ENERGY_LOST: Final = Limit(
    "energy_lost", _ONE, "share of the kinetic energy lost", 0.0, 1.0,
    says="The share of the kinetic energy that is lost is",
    at_most=("loses_less", "loses_more"), at_least=("loses_so_much", "keeps_more"),
    within=("loses_about", "loses_otherwise"),
)  # fmt: skip

WISHES: Final = (
    Wish("turns_back", "moves_on", BACK),
    Wish("moves_on", "turns_back", vocabulary(
        "continues forward, continue forward, keeps moving forward, keeps going forward, carries "
        "on forward, moves on forward, moves on in the same direction, keeps its direction, "
        "continues in the same direction, keeps rolling forward, continues moving forward"
    )),
    Wish("possible", "struck_slow", vocabulary(
        "leaves, leave, moves off, move off, flies off, reaches, reach, moves, "
        "pushed away, pushed off, driven off, driven away, sent off, sent away, knocked away, "
        "knocked off, kicked away, shoved away, shoved off, flung away, thrown off, hurled away, "
        "move, roll on, rolls on, slides off, shoots off, goes off, makes, departs, "
        + bare(
            "send, give, knock, fling, drive, kick, hurl, shove, push off, push away, "
            " shove off, shove away, knock away, knock off, kick away, "
            "send off, send away, drive off, drive away, propel, hurl, hurl away, fling, "
            "throw, launch, fly away, fly off, come away, come off, roll away, roll off, slide "
            "away, go away, go off, shoot away, set off, get up to, pick up, carry off, "
            "dart away, dart off, dash away, dash off, rocket away, drift off, drift away, "
            "glide off, glide away, get moving, set moving"
        )
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
    "croquet ball, golf ball, tennis ball, magnet, glob, egg, melon, apple, hatchback, freight "
    "cars, saloon, coupe, estate car, convertible, taxi"
)
SPEAKS: Final = Speaks(
    all_of=(
        _BODIES,
        (*HITS, *TOUCHING, *EVENTS, *RUNS_INTO, *vocabulary("after :, stick, sticks, stick "
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
