"""What people say of bouncing: the quantities a goal gives or asks for, and the words for them."""

from typing import Final

from storyworld.physics.bounce_sights import by_height, by_share, by_speed
from storyworld.physics.claims import Limit, Speaks, Wish
from storyworld.physics.constructions import forms
from storyworld.physics.family import Slot
from storyworld.physics.reach import Reach
from storyworld.physics.timing import stated
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

_METRE, _SPEED = Unit.METRE, Unit.METRE_PER_SECOND

_UP: Final = vocabulary(
    "bounced, come, came, coming, get, got, getting, go, goes, went, going, spring, springs, "
    "sprang, jump, jumps, jumped, hop, hops, hopped, leap, leaps, leapt, pop, pops, popped, "
    "shoot, shoots, shot, fly, flies, flew, rose, climb, climbed, climbing, recover, recovers, "
    "recovered, return, returned, makes it, make it, sail, sails, soar, soars, bound, bounds, "
    "ascend, ascends, sends it, kicks it, up to, back to, back up to, up again to, again to, "
    "back up, up by, back up by, back by, up past, past, up above, back above, as high as, up as "
    "high as, up over, beyond, up to a height of, to a height of, back to a height of, higher "
    "than, up again, rebounded, bounces by, comes back, comes up, gets up, springs up, springs "
    "back, jumps back, hops back, leaps back, flies back, hops up, leaps up, jumps up, flies up, "
    "shoots up, pops up"
)
DROP: Final = Slot(
    "drop_height", _METRE, "height of the drop", 1e-3, 1e4,
    before=vocabulary("dropped from, drop, dropped, dropping, dropping it from, drops, drops "
                      "from, drop from, falls from, falling from, fall from, fell, falls, "
                      "released from, released at, released, let go from, let go at, from a "
                      "height of, height of, from, h0, drop height, drop height of, initial "
                      "height, starting height, let fall from, thrown down from, downwards from, "
                      "down from, height, dropping my basketball from, thrown from, h, drop of, "
                      "fall of, dropped to the floor from, starting from, dropped through, "
                      "initial height of, drop the ball from, drop it from, drop a ball from, "
                      "let it drop from, let it fall from, let it go from, let it go at, letting "
                      "it go from, letting it fall from, lets it fall from, lets it go from, "
                      "lets it drop from, descends from, coming from, comes from, comes down "
                      "from, came from, came down from, plummets from, plummets, tumbles from, "
                      "rolls off, falls off, fell off, knocked off, slips from, begins at, "
                      "starts at, starts from, started from, start height, start height of, "
                      "start, height of drop, height of fall, h_0, h 0, h_drop, h drop, fall "
                      "height, fall height of, release height, release height of, set free at, "
                      "set free from, freed at, freed from, released from a height of, initially "
                      "at, held at, held, off a, from a, from the height of, edge at, window at, "
                      "balcony at, roof at, table at, fall from a height of, down, at a height "
                      "of, at, loosed from, h_start, h start, falling through, fell from, having "
                      "fallen, after falling, fallen, after a fall of, after a drop of, floor up "
                      "at, out of my hand at, first height, original height, dropped vertically "
                      "from, h =, height h, high point"),
    after=vocabulary("drop, fall, above the floor, above the ground, up, high, tall, above the "
                     "slab, above the concrete, above the pavement, above the court, above "
                     "ground, above floor, above the table, above a table, above the deck, above "
                     "a floor, above a hard floor, above the street, above the lawn, above a "
                     "slab, above the plate, above a plate, above a steel plate, above the "
                     "surface, above the tiles, above the boards, above the yard, above it, up "
                     "in the air, off the ground, off the floor, over the floor, over the "
                     "ground, of fall, of drop, of height, balcony, high balcony, window, high "
                     "window, above concrete, above the hall floor, above the anvil"),
    by_unit=True, also=("height", "apex_height"),
    because="how high it comes turns on how high it was dropped from",
)  # fmt: skip
IMPACT: Final = Slot(
    "impact_speed", _SPEED, "speed at which it hits", 1e-3, 1e3,
    before=vocabulary("hits the floor at, hits the ground at, hitting the floor at, hits at, "
                      "strikes the floor at, strikes the ground at, hits the wall at, lands at, "
                      "hits the floor with, impact speed, impact speed of, arrives at, strikes "
                      "at, impact at, comes in at, impacts at, hits a wall at, hits the table "
                      "at, hits the ground with, meets the floor at, strikes a wall at, smacks "
                      "the floor at, smacks into the floor at, meets the ground at, comes down "
                      "at, arrives with, arrives at the floor at, arrives at the ground at, "
                      "reaches the floor at, reaches the floor with, reaches the ground at, "
                      "reaches the ground with, striking the floor at, hits the floor with a "
                      "speed of, strikes the floor with, strikes the ground with, hitting the "
                      "ground at, hits concrete at, hits the concrete at, hits the deck at, hits "
                      "the court at, hits the pavement at, hitting it at, strikes it at, hits it "
                      "at, touches down at, lands with, landing at, striking at, speed of "
                      "impact, v impact, v_impact, v in, v_in, v down, v_down, incoming speed, "
                      "incoming speed of, approach speed, approach speed of, velocity before "
                      "impact, speed before impact, just before impact, speed before the bounce, "
                      "hits a floor at, hits a hard floor at, slams into the floor at, crashes "
                      "on the floor at, strikes a floor at, falls on the floor at, hitting a "
                      "floor at, floor with, floor at, ground at, ground with, into the floor "
                      "at, onto the floor at"),
    after=vocabulary("at impact, on impact, before impact, just before impact, before the bounce, "
                     "at the floor, downward at impact"),
    optional=True,
)  # fmt: skip
THROWN: Final = Slot(
    "throw_speed", _SPEED, "speed at the throw", 0.0, 500.0,
    before=vocabulary("thrown down at, thrown straight down at, thrown at, throw speed, thrown "
                      "downwards at, thrown downward at, initial speed, initial speed of, v0, "
                      "hurled down at, flung down at, down at, downwards at, straight down at, "
                      "with, at, initial velocity of, hurled at, slammed down at, downward at, "
                      "straight at the ground with, straight at the floor with, straight at the "
                      "ground at, straight at the floor at, at the ground with, at the floor "
                      "with, at the ground at, at the floor at")
    + forms(
        "thrown, throws, throw, hurled, hurls, flung, slammed, slams, smashed, spiked, tossed, "
        "fired, "
        "pitched, driven, sent, given, shot",
        "at, down at, downwards at, downward at, straight down at, vertically down at, down with, "
        "with",
    ),
    after=vocabulary("downward, downwards, down, straight down, vertically down, downward throw, "
                     "initial speed, straight at the floor"),
    default=0.0, because="what is dropped starts at rest",
)  # fmt: skip
RESTITUTION: Final = Slot(
    "restitution", Unit.ONE, "coefficient of restitution", 0.0, 1.0,
    before=vocabulary("e, restitution, restitution of, coefficient of restitution, coefficient "
                      "of restitution of, restitution coefficient, restitution coefficient of, "
                      "cor, cor of, bounciness, bounciness of, coefficient, coefficient of, e "
                      "of, restitution is, elasticity of, e equals, e is, e factor, e value, e "
                      "value of, restitution factor, restitution factor of, cor is, cor equals, "
                      "bounce coefficient, bounce coefficient of, bounce factor, bounce factor "
                      "of, coefficient is, elasticity, springiness, springiness of, liveliness "
                      "of, bounciness is, bounciness factor, whose restitution is, restitution "
                      "equal to, restitution equals, ratio of speeds, velocity ratio, keeps the "
                      "fraction"),
    after=vocabulary("restitution, coefficient of restitution, bounciness, coefficient, cor, "
                     "elasticity, of its speed"),
    span=(0.0, 1.0), because="how much of its speed a ball keeps decides how high it comes",
)  # fmt: skip
KEEPS: Final = Slot(
    "height_kept", Unit.ONE, "share of the height kept at each bounce", 0.0, 1.0,
    before=vocabulary("keeps, retains, each bounce reaches, each rebound reaches, rises each "
                      "time to, each bounce is, every bounce is, every bounce reaches, each "
                      "bounce returns, bounce returns it to, each time to, keeping, retaining, "
                      "each bounce rises to, every bounce to, each bounce to, always rebounds "
                      "to, returns, rebounding to, conserves, preserves, keeps about, each time, "
                      "reaches, comes back to, rises to, of height kept, recovers, recovering, "
                      "bounces back to, holds on to, every time, saves, rebounds to, gets back, "
                      "bounce keeps, gives back, regains, regaining, restores, recoups, wins "
                      "back"),
    symbol="percent", optional=True,
)  # fmt: skip
LOSES: Final = Slot(
    "height_lost", Unit.ONE, "share of the height lost at each bounce", 0.0, 1.0,
    before=vocabulary("loses, losing, lose, lost, loss of, gives up, dissipates, costs, costs "
                      "it, costs the ball, takes, takes away, eats, loses about, is lost, drop "
                      "by, shrinks by, decreases by, reduced by, lower by, swallows, robs it of, "
                      "robbed of, wastes, absorbs, falls by, forfeits, is docked, loses some"),
    symbol="percent", optional=True,
)  # fmt: skip
BOUNCES: Final = Slot(
    "bounces", Unit.ONE, "number of bounces", 1, 1000, counts=True,
    before=vocabulary("n, bounce number, after bounce, bounce, bounces n, bounce no, impact "
                      "number, rebound number, hit number, impact no, rebound no, bounce #, "
                      "apex, number of bounces, number of bounces is"),
    after=vocabulary("bounces, rebounds, th bounce, rd bounce, nd bounce, st bounce, th rebound, "
                     "rd rebound, nd rebound, st rebound, times, bounce, impacts, hits, th, "
                     "consecutive bounces, successive bounces, bounces on the floor, floor "
                     "contacts, contacts, times on the floor, floor hits, impacts with the "
                     "floor, touchdowns, times it"),
    default=1.0, because="a rebound is the first unless the goal says which",
)  # fmt: skip
REBOUND: Final = Reach(
    "rebound", _METRE, "height of the rebound", 0.0, 1e5,
    says="It rebounds to", share=0.01,
    at_most=("too_low", "reaches_more"), at_least=("reaches", "too_low"),
    within=("comes_up_to", "violates_energy"),
    before=_UP + vocabulary("rebounds to, rebound to, rebounds, rebound, rebounding to, bounces "
                            "to, bounces back to, bounces up to, bounce to, bounces, bounce back "
                            "to, bounces back up to, bounce up to, rises to, rises, rise to, "
                            "rising to, reaches, reach, reaching, comes up to, comes back to, "
                            "comes back up to, gets to, first rebound, returns to, climbs to, "
                            "back up to, back to, up past, back up past, past, jumps to, springs "
                            "back to, apex, still reached, goes up to, leaps to, peaks at, "
                            "second rebound, third rebound, h1, h2, h3, higher than, rebound "
                            "height, rebound height of, ends up, bounce height, bounce height "
                            "of, bouncing to, bouncing back to, bouncing up to, hops to, up to, "
                            "gets back to, get back to, gets back up to, apex of, apex at, apex "
                            "is, apex height, h rebound, h_rebound, h_1, h 1, h_n, h after, "
                            "h_after, rebound is, rebound of, rebound reaches, bounce reaches, "
                            "bounce of, first bounce, second bounce, third bounce, fourth "
                            "bounce, fifth bounce, bounce stays under, bounce stays below, "
                            "bounce is, top of the bounce, top of the first bounce, highest "
                            "point, highest point of, highest point at, comes up, comes up "
                            "again, up again, up, tops, tops out at, clears, gets, gets above, "
                            "stays under, stays below, keeps under, keeps below, remains below, "
                            "remains under, maximum height, maximum height of, max height, peak, "
                            "peaks, peak height, peak height of, peak of, manages, makes, "
                            "attains, attain, surpasses, exceeds, exceed, exceeding, top, crest, "
                            "summit, goes higher than, as high as, height after, height after "
                            "bounce, height of rebound, height of bounce, bounce apex, expected, "
                            "target, required, needs, next height, climbs back, new height, is "
                            "back at, back at, regains, regain, regains a height of, regain a "
                            "height of, reaches a height of, reach a height of, attains a height "
                            "of, attain a height of, rises to a height of, gets to a height of, "
                            "comes back to a height of, bounces to a height of, rebounds to a "
                            "height of, a height of at least"),
    after=vocabulary("rebound, is still reached, back up, again, or higher, off the floor, after "
                     "the bounce, on the first bounce, is reached, high after, bounce, is "
                     "reached after, after its, after the, back, up again, high again, or more "
                     "again, on its first, on its second, on its third, on the first, on the "
                     "second, on the third, on the rebound, on rebound, first rebound, on the "
                     "way back, high on the, after one bounce, after two bounces, after three "
                     "bounces, after bouncing, rebound height, rebound apex, at the top of, at "
                     "its apex, up from the floor, up off the floor, from the floor again, above "
                     "the floor again, above the floor after, up on the, into the air again, off "
                     "the ground again, of rebound, up after"),
    seen=lambda comparison, slot: by_height(comparison, slot, share=0.01),
)  # fmt: skip
SHARE: Final = Reach(
    "gain", Unit.ONE, "share of the starting height", 0.0, 100.0,
    says="It comes back to this share of its starting height:", name="share", share=0.01,
    at_most=("comes_back_less", "comes_back_more"), at_least=("comes_back_so_far", "too_low"),
    within=("comes_back_to", "violates_energy"),
    seen=lambda comparison, slot: by_share(comparison, stated(slot), share=0.01),
)  # fmt: skip
LEAVES: Final = Reach(
    "rebound_speed", _SPEED, "speed of the rebound", 0.0, 1e4,
    says="It leaves the floor at", share=0.01,
    at_most=("too_slow", "leaves_faster"), at_least=("leaves_fast", "too_slow"),
    within=("leaves_at", "violates_energy"),
    before=vocabulary("rebounds at, bounces back at, bounces off at, leaves the floor at, leaves "
                      "the ground at, leaves at, rebound speed, rebound speed of, bounces at, "
                      "comes off at, comes back at, rebounds with, bounces back up at, leaves it "
                      "at, rebounding at, leaves with, springs back at, bounces up at, moves up "
                      "at, leaves the wall at, rebounds off the wall at, faster than, returns "
                      "at, takes off at, takes off from the ground at, takes off from the floor "
                      "at, takes off with, comes up at, comes up with, comes back with, comes "
                      "off with, comes off the floor at, leaves the floor with, leaves the "
                      "ground with, bounces up with, bounces with, bounces back with, departs "
                      "at, departs with, shoots up at, springs up at, springs up with, springs "
                      "back with, flies up at, flies off at, flies up with, goes up at, goes up "
                      "with, going up at, going back up at, moves upward at, moves upwards at, "
                      "is going up at, speed after, v after, v_after, v out, v_out, v up, v_up, "
                      "outgoing speed, outgoing speed of, separation speed, separation speed of, "
                      "speed of rebound, rebound velocity, rebound velocity of, upward speed, "
                      "upward speed of, leaves the slab at, leaves the plate at, leaves the "
                      "concrete at, leaves the table at, lifts off at, lifts off with, rises at, "
                      "starts up at, starts back up at, velocity after impact, speed after "
                      "impact, recoils at, rebounds upward at, rebounds upwards at, jumps off "
                      "at, bounces upward at, bounces upwards at, leaving at, leaving it at, "
                      "floor again at, ground again at, back up at, upwards at, upward at, off "
                      "at, departs from it at, departs from it with, departs from the floor at, "
                      "departs from the ground at, from it at, from it with, from the floor at, "
                      "from the floor with, from the ground at, from the ground with, away from "
                      "it at"),
    seen=lambda comparison, slot: by_speed(comparison, slot, share=0.01),
)  # fmt: skip
STOPS: Final = Limit(
    "bounce_time", Unit.SECOND, "time until it stops bouncing", 1e-3, 1e7,
    says="The time until it stops bouncing is", name="time",
    at_most=("stops_in_time", "still_bounces"), at_least=("still_bounces_on", "stops_sooner"),
    within=("stops_then", "stops_at_another_time"),
    before=vocabulary("stops bouncing within, stops bouncing after, comes to rest within, "
                      "bounces for, keeps bouncing for, within, in, stops after, for, bouncing "
                      "for, after, at rest within, stops bouncing in, bouncing after, lies still "
                      "after, done bouncing within, done bouncing after, lies still within, lies "
                      "still in, is still within, is still after, at rest after, comes to rest "
                      "after, comes to rest in, finished bouncing in, finished bouncing within, "
                      "bouncing ends within, bouncing ends after, bouncing lasts, bounces on "
                      "for, goes on bouncing for, stops bouncing by, hopping for, hops for, "
                      "still bouncing after, bounces itself out in, settles within, settles in, "
                      "settles after"),
    after=vocabulary("of bouncing, until it stops, until it rests, until it lies still, before "
                     "it stops, before it lies still, before it comes to rest"), by_unit=True,
)  # fmt: skip

WISHES: Final = (
    Wish("higher_than_drop", "no_higher", vocabulary(
        "higher than it started, higher than where it started, higher than it was dropped, higher "
        "than where it was dropped, higher than the height it was dropped from, above its drop "
        "height, above the drop height, above its starting height, above its starting point, "
        "higher than its drop height, higher than the drop height, higher than its starting "
        "height, higher than its starting point, higher than before, higher each time, higher with "
        "each bounce, higher with every bounce, higher and higher, above where it was dropped, "
        "above where it started, above the height it was dropped from, above its original height, "
        "higher than its original height, higher than the original height, above its release "
        "height, higher than its release height, above its release point, higher than its release "
        "point, above the point of release, higher than the release point, higher than where it "
        "was released, higher than it was released, higher than it was let go, above the release "
        "height, higher than where it was thrown, than it was thrown from, higher than where it "
        "was let go, exceeds its drop height, exceeds the drop height, higher than it fell, higher "
        "than the point it was dropped from, higher than the previous one, higher than it was "
        "thrown, above its initial height, higher than its initial height, above where it was "
        "thrown, higher than the hand, above the hand"
    )),
    Wish("no_higher", "higher_than_drop", vocabulary(
        "no higher than it, no higher than where it, no higher than its, never higher than it, "
        "never higher than where, never higher than its, not higher than it, not higher than its, "
        "lower than it started, lower than where it, lower than its drop height, lower than its "
        "starting height, lower each time, lower with each bounce, no higher than the height, no "
        "higher than the drop, below its drop height, below its starting height, lower than the "
        "drop height, never above its"
    )),
    Wish("reaches", "too_low", vocabulary(
        "rebounds, rebound, bounces, bounce, rises, rise, reaches, reach, comes back, come back, "
        "comes, come, climbs, climb, returns, return, exceeds, exceed, leaves, leave, stops, "
        "stop, rebounding, bouncing, rising, make, makes, made, recover, recovers, hop, hops, "
        "hopping, leap, leaps, jump, jumps, shoots, shoot, springs, spring, flies, fly, pops, "
        "pop, tops, top, clear, clears, surpass, surpasses, attain, attains, regain, regains, "
        "gets back, get back, gets up, get up"
    ), turns=True),
)  # fmt: skip
_BACK_UP: Final = forms(
    "spring, springs, springing, sprang, jump, jumps, hop, hops, leap, leaps, fly, flies, "
    "shoot, shoots, pop, pops, bound, bounds, come, comes, go, goes, get, gets, rise, rises, "
    "climb, climbs",
    "back up, back to, up again",
)
SPEAKS: Final = Speaks(
    all_of=(
        (*_BACK_UP, *vocabulary(
                   "e =, bounce, bounces, bouncing, bounced, rebound, rebounds, rebounding, "
                   "rebounded, restitution, springs back, bounciness, leaves the floor, bouncy, "
                   "superball, cor, coefficient of restitution, hops back, hopped back, comes "
                   "back up, come back up, springs up, springs back up, comes up again, bounced "
                   "back, bouncer, jumps back, recovers, recover, pops back up, up it comes, "
                   "back up, up again, leaves the ground, takes off from the floor, takes off "
                   "from the ground, on the rebound, leaps back, shoots back up, flies back up, "
                   "e is, e of, superballs, hop, hops, hopped, e, bouncily, comes back to, gets "
                   "back to, returns to, return to, rises again, after hitting the ground, after "
                   "hitting the floor, after hitting the table, after striking the floor, after "
                   "striking the ground, after it hits, after the impact, after impact, is back "
                   "at, back at")),
        vocabulary("drop, drops, dropped, dropping, falls, fall, falling, fell, thrown, throw, "
                   "throws, throwing, released, let go, let fall, hurled, flung, slammed, e, h0, "
                   "hits the floor, hits the ground, restitution, lands, let drop, tossed, "
                   "height, hits the table, strikes the floor, strikes the ground, hits, higher, "
                   "rolls off, knocked off, let it fall, let it go, lets, letting, drop it, h_0, "
                   "impact, smacks, meets the floor, comes down, slam, smash, smashed, spike, "
                   "hurl, plummets, tumbles, descends, descending, lets go, strikes, set free, "
                   "freed, slips, back up, up to, comes back, bounces back, rebounds to, bounces "
                   "to, tumbling, tumbling off, hitting the ground, hitting the floor, rolling "
                   "off, slipping, knocked"),
    ),
    helps=vocabulary("restitution, rebounds, bounces, dropped, ball, floor, height, first "
                     "rebound, second bounce, third bounce, rubber, hits the floor, hits the "
                     "ground, coefficient of restitution, cor, superball, e, bounciness, leaves "
                     "it, bounce, rebound, tennis ball, basketball, golf ball"),
    units=frozenset({_METRE, Unit.ONE}),
    never=vocabulary("stacked, on top of, cart, carts, pucks, another puck, second puck, "
                     "air hockey, puck slides, puck hits, puck strikes, sliding puck, puck glides, "
                     "glider, head on, bat, "
                     "racket, racquet, trampoline, echo, radar, laser, ray, mirror, cheque, "
                     "check, each other, pendulum, person, jumper, second ball, two balls, "
                     "another ball, basketball and, ramp, slope, spring loaded, pogo, bungee, "
                     "block, m1, seesaw, spring gun, hoop and, skydiver, loop, cannon, catapult, "
                     "pulley, jumps unaided, dominoes, domino, dart, spring of, compressed, hits "
                     "the wall, hits a wall, against a wall, against the wall, strikes a wall, "
                     "strikes the wall, into a wall, into the wall, at a wall, at the wall, "
                     "bounces off a wall, bounces off the wall, rebounds off the wall, rebounds "
                     "from the wall, rebounds from a wall"),
    tolerates=("rebound", "person", "flight", "change", "spring", "weightless"),
)  # fmt: skip
