"""What people say of bouncing: the quantities a goal gives or asks for, and the words for them."""

from typing import Final

from storyworld.physics.claims import Limit, Speaks, Wish
from storyworld.physics.family import Slot
from storyworld.physics.reach import Reach
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit

_METRE, _SPEED = Unit.METRE, Unit.METRE_PER_SECOND

DROP: Final = Slot(
    "drop_height", _METRE, "height of the drop", 1e-3, 1e4,
    before=vocabulary("dropped from, drop, dropped, dropping, dropping it from, drops, drops from, "
                      "drop from, falls from, falling from, fall from, fell, falls, released from, "
                      "released at, released, let go from, let go at, from a height of, height of, "
                      "from, h0, drop height, drop height of, initial height, starting height, let "
                      "fall from, thrown down from, downwards from, down from, height, dropping my "
                      "basketball from, thrown from, h, drop of, fall of, dropped to the floor "
                      "from, starting from, dropped through, initial height of"),
    after=vocabulary("drop, fall, above the floor, above the ground, up, high, tall"),
    by_unit=True, because="how high it comes turns on how high it was dropped from",
)  # fmt: skip
IMPACT: Final = Slot(
    "impact_speed", _SPEED, "speed at which it hits", 1e-3, 1e3,
    before=vocabulary("hits the floor at, hits the ground at, hitting the floor at, hits at, "
                      "strikes the floor at, strikes the ground at, hits the wall at, lands at, "
                      "hits the floor with, impact speed, impact speed of, arrives at, strikes at, "
                      "impact at, comes in at, impacts at, hits a wall at, hits the table at, hits "
                      "the ground with, meets the floor at, strikes a wall at"),
    optional=True,
)  # fmt: skip
THROWN: Final = Slot(
    "throw_speed", _SPEED, "speed at the throw", 0.0, 500.0,
    before=vocabulary("thrown down at, thrown straight down at, thrown at, throw speed, thrown "
                      "downwards at, thrown downward at, initial speed, initial speed of, v0, "
                      "hurled down at, flung down at, down at, downwards at, straight down at, "
                      "with, at, initial velocity of, hurled at, slammed down at, downward at"),
    after=vocabulary("downward, downwards, down"),
    default=0.0, because="what is dropped starts at rest",
)  # fmt: skip
RESTITUTION: Final = Slot(
    "restitution", Unit.ONE, "coefficient of restitution", 0.0, 1.0,
    before=vocabulary("e, restitution, restitution of, coefficient of restitution, coefficient of "
                      "restitution of, restitution coefficient, restitution coefficient of, cor, "
                      "cor of, bounciness, bounciness of, coefficient, coefficient of, e of, "
                      "restitution is, elasticity of"),
    after=vocabulary("restitution, coefficient of restitution"),
    span=(0.0, 1.0), because="how much of its speed a ball keeps decides how high it comes",
)  # fmt: skip
KEEPS: Final = Slot(
    "height_kept", Unit.ONE, "share of the height kept at each bounce", 0.0, 1.0,
    before=vocabulary("keeps, retains, each bounce reaches, each rebound reaches, rises each time "
                      "to, each bounce is, every bounce is, every bounce reaches, each bounce "
                      "returns, bounce returns it to, each time to, keeping, retaining, each "
                      "bounce rises to, every bounce to, each bounce to, always rebounds to, "
                      "returns, rebounding to, conserves, preserves, keeps about, each time"),
    symbol="percent", optional=True,
)  # fmt: skip
LOSES: Final = Slot(
    "height_lost", Unit.ONE, "share of the height lost at each bounce", 0.0, 1.0,
    before=vocabulary("loses, losing, lose, lost, loss of, gives up, dissipates, costs, costs it, "
                      "costs the ball, takes, takes away, eats, loses about"),
    symbol="percent", optional=True,
)  # fmt: skip
BOUNCES: Final = Slot(
    "bounces", Unit.ONE, "number of bounces", 1, 1000, counts=True,
    before=vocabulary("n, bounce number, after bounce, bounce, bounces n, bounce no"),
    after=vocabulary("bounces, rebounds, th bounce, rd bounce, nd bounce, st bounce, th rebound, "
                     "rd rebound, nd rebound, st rebound, times, bounce, impacts, hits, th, "
                     "consecutive bounces, successive bounces"),
    default=1.0, because="a rebound is the first unless the goal says which",
)  # fmt: skip
REBOUND: Final = Reach(
    "rebound", _METRE, "height of the rebound", 0.0, 1e5,
    says="It rebounds to", share=0.01,
    at_most=("too_low", "reaches_more"), at_least=("reaches", "too_low"),
    within=("comes_up_to", "violates_energy"),
    before=vocabulary("rebounds to, rebound to, rebounds, rebound, rebounding to, bounces to, "
                      "bounces back to, bounces up to, bounce to, bounces, bounce back to, bounces "
                      "back up to, bounce up to, rises to, rises, rise to, rising to, reaches, "
                      "reach, reaching, comes up to, comes back to, comes back up to, gets to, "
                      "first rebound, returns to, climbs to, back up to, back to, up past, back up "
                      "past, past, jumps to, springs back to, apex, still reached, goes up to, "
                      "leaps to, peaks at, second rebound, third rebound, h1, h2, h3, higher than, "
                      "rebound height, rebound height of, ends up, bounce height, bounce height "
                      "of, bouncing to, bouncing back to, bouncing up to, hops to, up to, gets "
                      "back to, get back to, gets back up to"),
    after=vocabulary("rebound, is still reached, back up, again, or higher, off the floor, after "
                     "the bounce, on the first bounce, is reached, high after, bounce, is reached "
                     "after, after its, after the"),
)  # fmt: skip
SHARE: Final = Reach(
    "gain", Unit.ONE, "share of the starting height", 0.0, 100.0,
    says="It comes back to this share of its starting height:", name="share", share=0.01,
    at_most=("comes_back_less", "comes_back_more"), at_least=("comes_back_so_far", "too_low"),
    within=("comes_back_to", "violates_energy"),
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
                      "at, leaves the wall at, rebounds off the wall at, faster than, returns at"),
)  # fmt: skip
STOPS: Final = Limit(
    "bounce_time", Unit.SECOND, "time until it stops bouncing", 1e-3, 1e7,
    says="It bounces for a time of", name="time",
    at_most=("stops_in_time", "still_bounces"), at_least=("still_bounces_on", "stops_sooner"),
    within=("stops_then", "stops_at_another_time"), plain=Comparison.AT_MOST,
    before=vocabulary("stops bouncing within, stops bouncing after, comes to rest within, bounces "
                      "for, keeps bouncing for, within, in, stops after, for, bouncing for, after, "
                      "at rest within, stops bouncing in, bouncing after, lies still after"),
    after=vocabulary("of bouncing"), by_unit=True,
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
        "comes, come, climbs, climb, returns, return, exceeds, exceed, leaves, leave, stops, stop, "
        "rebounding, bouncing, rising"
    ), turns=True),
)  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary("e =, bounce, bounces, bouncing, bounced, rebound, rebounds, rebounding, "
                   "rebounded, restitution, springs back, bounciness, leaves the floor, bouncy, "
                   "superball"),
        vocabulary("drop, drops, dropped, dropping, falls, fall, falling, fell, thrown, throw, "
                   "throws, throwing, released, let go, let fall, hurled, flung, slammed, e, h0, "
                   "hits the floor, hits the ground, restitution, lands, let drop, tossed, height, "
                   "hits the table, strikes the floor, strikes the ground, hits, higher"),
    ),
    helps=vocabulary("restitution, rebounds, bounces, dropped, ball, floor, height, first rebound, "
                     "second bounce, third bounce, rubber"),
    units=frozenset({_METRE, Unit.ONE}),
    never=vocabulary("stacked, on top of, cart, carts, puck, pucks, glider, head on, bat, racket, "
                     "racquet, trampoline, echo, radar, laser, ray, mirror, cheque, check, each "
                     "other, pendulum, wall, person, jumper, second ball, two balls, another ball, "
                     "basketball and, ramp, slope, spring loaded, pogo, bungee, block, m1"),
    tolerates=("rebound", "person", "flight", "change", "spring", "weightless"),
)  # fmt: skip
