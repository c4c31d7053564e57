"""Goals in many people's voices: pendulums, loops, collisions, bounces, springs, pulleys, jumps.

A child, a grandmother, a plumber, a physicist, a safety engineer, a game designer, a journalist, a
robot operator, somebody who speaks English as a second language, a technician. Each truth is
computed beside its words, with the bare formula; some say nearly the same as a true goal and are
not.
"""

from math import cos, isclose, pi, radians, sqrt

from tests.goals.case import Case, Phrasing

G = 9.81
MOON = 1.62
MARS = 3.71
KMH = 1 / 3.6
FT = 0.3048
# What nobody's legs do better: rise and reach in metres, from standing and with a run-up.
STANDING_RISE = 0.7
ONTO = STANDING_RISE + 0.9
FARTHEST_LEAP = 9.0
ANYBODY_LEAPS = 3.0


def exceeds(value: float, limit: float) -> bool:
    """Whether `value` is above `limit`; what is within 3 % of it is no goal for this corpus."""
    if abs(value - limit) < 0.03 * abs(limit):
        raise ValueError(f"{value} is too near {limit} to be judged")
    return value > limit


def below(value: float, limit: float) -> bool:
    """Whether `value` is under `limit`, with the same margin."""
    return not exceeds(value, limit)


def period(length: float, g: float = G) -> float:
    return 2 * pi * sqrt(length / g)


def fall_speed(height: float) -> float:
    return sqrt(2 * G * height)


def far_rise(height: float, v0: float) -> float:
    return height + v0**2 / (2 * G)


def lifted(length: float, degrees: float) -> float:
    return length * (1 - cos(radians(degrees)))


def least_start(beta: float = 0.0) -> float:
    """Give the least start, in radii above the bottom, of a loop; beta is I / (m r²)."""
    return 2 + (1 + beta) / 2


def stays(height: float, radius: float, beta: float = 0.0, v0: float = 0.0) -> bool:
    """Whether v² at the top of a loop is at least g R."""
    return exceeds(v0**2 + 2 * G * (height - 2 * radius) / (1 + beta), G * radius)


def struck(m1: float, v1: float, m2: float, e: float, v2: float = 0.0) -> float:
    return ((1 + e) * m1 * v1 + (m2 - e * m1) * v2) / (m1 + m2)


def striker(m1: float, v1: float, m2: float, e: float, v2: float = 0.0) -> float:
    return struck(m1, v1, m2, e, v2) - e * (v1 - v2)


def together(m1: float, v1: float, m2: float, v2: float = 0.0) -> float:
    return (m1 * v1 + m2 * v2) / (m1 + m2)


def rebound(height: float, e: float, bounces: int = 1, v0: float = 0.0) -> float:
    return e ** (2 * bounces) * (height + v0**2 / (2 * G))


def spring_height(k: float, x: float, mass: float) -> float:
    return k * x**2 / (2 * mass * G)


def spring_speed(k: float, x: float, mass: float) -> float:
    return x * sqrt(k / mass)


def atwood(m1: float, m2: float) -> float:
    return (m1 - m2) * G / (m1 + m2)


def atwood_time(m1: float, m2: float, way: float) -> float:
    return sqrt(2 * way / atwood(m1, m2))


def atwood_speed(m1: float, m2: float, way: float) -> float:
    return sqrt(2 * way * atwood(m1, m2))


def tension(m1: float, m2: float) -> float:
    return 2 * m1 * m2 * G / (m1 + m2)


def hang_time(rise: float) -> float:
    return 2 * sqrt(2 * rise / G)


def _open(text: str, family: str, *missing: str) -> Case:
    return Case(text, family, None, missing, Phrasing.MISSING)


CASES: tuple[Case, ...] = (
    # pendulum
    Case(
        "Physics homework: a conker tied to 70 cm of string oscillates through a small angle. "
        "Prove that a single cycle lasts under two seconds.",
        "pendulum",
        below(period(0.7), 2),
    ),
    Case(
        "What goes up from 35 cm on one side, with nobody pushing, comes up to 40 cm on the "
        "opposite side of a pendulum.",
        "pendulum",
        0.40 <= 0.35,
    ),
    Case(
        "Crane operator: the hook block on 30 m of cable sways gently; one sway out and home "
        "again needs 12 s or more.",
        "pendulum",
        below(12, period(30)),
    ),
    Case(
        "pendulum; rod 0.248 m; theta0 5 deg; f >= 0.9 Hz",
        "pendulum",
        exceeds(1 / period(0.248), 0.9),
    ),
    Case(
        "Having been let go with the cord 90 degrees from vertical, the 1 m pendulum's bob "
        "zips past the lowest point at no less than 4 m/s.",
        "pendulum",
        exceeds(fall_speed(1), 4),
    ),
    Case(
        "An iron ball on a chain, raised by 80 cm and released without a push, does 3 m/s or "
        "less at the lowest point.",
        "pendulum",
        below(fall_speed(0.8), 3),
    ),
    Case(
        "On the Moon, a 1 m pendulum, swinging through small angles, takes under 4 s per period.",
        "pendulum",
        below(period(1, MOON), 4),
    ),
    Case(
        "A bob let go from rest 15 cm above the bottom never comes to 20 cm on the other side.",
        "pendulum",
        0.20 > 0.15,
    ),
    Case(
        "Robot test log: pendulum arm 0.4 m, small amplitude, expected period 1.27 s.",
        "pendulum",
        abs(period(0.4) - 1.27) < 0.05,
    ),
    Case(
        "Once released from 1.8 m over its low point, with no shove whatever, the wrecking "
        "ball makes it to 2.5 m on the far side.",
        "pendulum",
        2.5 <= 1.8,
    ),
    _open(
        "Our museum's pendulum, with small swings, is slower than 5 s per swing there and back.",
        "pendulum",
        "length",
    ),
    _open(
        "The bob is let go from rest; at the bottom it does 2 m/s.",
        "pendulum",
        "height",
        "release",
    ),
    Case(
        "A 9 m pendulum at small angle does not swing with a period of less than 5 s.",
        "pendulum",
        exceeds(period(9), 5),
    ),
    Case(
        "Pushed with 3 m/s from a point 10 cm up, the lamp on its string reaches 50 cm on the "
        "other side.",
        "pendulum",
        exceeds(far_rise(0.1, 3), 0.5),
    ),
    Case(
        "Hung on 1.2 metres of fishing line, my key ring needs no longer than 2.3 s to swing "
        "out and back (tiny swings).",
        "pendulum",
        below(period(1.2), 2.3),
    ),
    Case(
        "Released at rest, cord taut and level (90° from vertical), a bob on 0.5 m of cord "
        "tops 3 m/s at its lowest point.",
        "pendulum",
        exceeds(fall_speed(0.5), 3),
    ),
    Case(
        "A censer on a 20 m rope completes one full small swing in 7 s or less.",
        "pendulum",
        below(period(20), 7),
    ),
    Case(
        "The bob, given no push, starts 30 cm up and swings up to 25 cm on the far side.",
        "pendulum",
        0.25 <= 0.30,
    ),
    Case(
        "The ball on the chain is drawn back to 1 m above its lowest point, let loose, and on "
        "the far side it overtops that height.",
        "pendulum",
        1 > 1,
    ),
    Case(
        "A 45 cm pendulum makes 30 complete small oscillations in 38 s or under.",
        "pendulum",
        below(30 * period(0.45), 38),
    ),
    _open(
        "Foucault pendulum in our hall: small swings, one every 8 s.",
        "pendulum",
        "length",
    ),
    _open(
        "The wrecking ball is let go and on the opposite side comes up to 2 m.",
        "pendulum",
        "height",
        "release",
    ),
    Case(
        "A swing with 3 m chains, gently moving, has a frequency under 0.3 Hz.",
        "pendulum",
        below(1 / period(3), 0.3),
    ),
    Case(
        "An 80 cm pendulum's small-angle period isn't longer than 1.7 s.",
        "pendulum",
        below(period(0.8), 1.7),
    ),
    Case(
        "A 1 m pendulum with small swings makes 40 full swings in one minute.",
        "pendulum",
        40 * period(1) <= 60,
    ),
    # loop
    Case(
        "In my video game the frictionless buggy drops in from 12 m; the vertical loop "
        "measures 4 m in radius; it must come out the other end without ever losing the "
        "rails.",
        "loop",
        stays(12, 4),
    ),
    Case(
        "Because it starts at just 1.9 times the radius, the frictionless car fails to go "
        "around the loop.",
        "loop",
        least_start() > 1.9,
    ),
    Case(
        "Loop radius .25 m, release height .55 m, frictionless slider -- the slider comes "
        "away from the track somewhere in the upper half.",
        "loop",
        not stays(0.55, 0.25),
    ),
    Case(
        "Start the frictionless cart 9 m higher than the bottom of a 7 m tall loop: it loops "
        "the loop with wheels on the rails throughout.",
        "loop",
        stays(9, 3.5),
    ),
    Case(
        "A skier (no friction, no drag) speeds into a loop of 3 m radius at 40 km/h and is "
        "still in contact on top.",
        "loop",
        stays(0, 3, 0, 40 * KMH),
    ),
    Case(
        "At the top of the 2 m radius loop the frictionless cart, let go from 8 m, is moving "
        "at 7 m/s or faster.",
        "loop",
        exceeds(fall_speed(4), 7),
    ),
    Case(
        "With no friction, from 6 radii up, the block detaches at the top of the loop.",
        "loop",
        least_start() > 6,
    ),
    Case(
        "frictionless cart | loop diameter 1.2 m | start 1.3 m above bottom | full loop "
        "without falling: yes",
        "loop",
        stays(1.3, 0.6),
    ),
    Case(
        "The frictionless sledge let go at 22 m never drops out of the 8 m radius loop.",
        "loop",
        stays(22, 8),
    ),
    _open(
        "Once let go at rest on the frictionless ramp, the cart loops the loop, radius 5 m, "
        "safely.",
        "loop",
        "height",
    ),
    _open(
        "The toy car, no friction, that is let go 70 cm above the floor stays on the rail "
        "through the loop.",
        "loop",
        "radius",
        "diameter",
    ),
    Case(
        "The block released at 2.3 R does not get over the top of the frictionless loop in "
        "contact.",
        "loop",
        least_start() > 2.3,
    ),
    Case(
        "A solid sphere rolls without slipping from a height of 2.6 loop radii and does not "
        "leave the track.",
        "loop",
        below(2.7, 2.6),
    ),
    Case(
        "The roller coaster's loop has a 12 m radius. Cars roll without friction from 32 m. "
        "No car leaves the track at the top.",
        "loop",
        stays(32, 12),
    ),
    Case(
        "If a solid rubber ball rolls without slipping from 1 m into a loop with a 38 cm "
        "radius, it keeps to the track all round.",
        "loop",
        stays(1, 0.38, 0.4),
    ),
    Case(
        "The frictionless cart has 8 m/s at the bottom of the 1 m radius loop and clings to "
        "the rail right around.",
        "loop",
        stays(0, 1, 0, 8),
    ),
    Case(
        "frictionless; R = 2 m; start from rest at 4.5 m; car stays on loop",
        "loop",
        stays(4.5, 2),
    ),
    Case(
        "The car drops off the ceiling of the 5 m radius loop since it was only released at "
        "11 m, no friction.",
        "loop",
        not stays(11, 5),
    ),
    _open(
        "A frictionless cart coasts into a 3 m radius loop and gets to the top without "
        "falling off.",
        "loop",
        "height",
        "speed",
    ),
    Case(
        "Friction aside, a start 1 m above the top of a 3 m radius loop suffices to go all "
        "the way round.",
        "loop",
        exceeds(7, 7.5),
    ),
    Case(
        "Though frictionless and let go from 2.8 radii, the sled is unable to complete the loop.",
        "loop",
        least_start() > 2.8,
    ),
    Case(
        "A marble made of solid glass rolls without slipping from 80 cm into a 25 cm radius "
        "loop and passes its summit on the track.",
        "loop",
        stays(0.8, 0.25, 0.4),
    ),
    Case(
        "A frictionless car from 2.2 radii does not fall off the loop.",
        "loop",
        least_start() <= 2.2,
    ),
    Case(
        "A frictionless car released at 3 R only just fails to get around the loop.",
        "loop",
        least_start() > 3,
    ),
    Case(
        "The frictionless car released at 2 R gets around the loop without falling off or "
        "stopping.",
        "loop",
        least_start() <= 2,
    ),
    # collision
    Case(
        "Nose to tail on ice: a 1200 kg van at 8 m/s runs up the back of a stationary 800 kg "
        "hatchback, the bumpers lock, and the tangle slides off at 4.8 m/s.",
        "collision",
        isclose(together(1200, 8, 800), 4.8),
    ),
    Case(
        "A bowling ball, 6 kg and 5 m/s, clouts a resting 1.5 kg pin-shaped block so that the "
        "block flies off at 9 m/s (energy only from the ball).",
        "collision",
        exceeds(struck(6, 5, 1.5, 1), 9),
    ),
    Case(
        "Elastic head-on impact: glider A (0.3 kg, 0.8 m/s) into glider B (0.3 kg, at rest). "
        "Glider B leaves with 0.8 m/s.",
        "collision",
        isclose(struck(0.3, 0.8, 0.3, 1), 0.8),
    ),
    Case(
        "The 50 g arrow flying at 60 m/s remains stuck in the 2 kg melon sitting on ice; "
        "together they set off at over 2 m/s.",
        "collision",
        exceeds(together(0.05, 60, 2), 2),
    ),
    Case(
        "Two freight cars, 30 t at 1.5 m/s and 30 t at rest, couple up and roll at 1 m/s "
        "afterwards.",
        "collision",
        below(1, 0.75),
    ),
    Case(
        "From a 2 kg puck doing 1 m/s a stationary 2 kg puck receives a speed of 1.5 m/s in a "
        "head-on bump.",
        "collision",
        struck(2, 1, 2, 1) >= 1.5,
    ),
    Case(
        "Suppose a 70 kg man gliding at 4 m/s seizes a still 30 kg sledge and holds fast to "
        "it: man and sledge slide along at 2.8 m/s.",
        "collision",
        isclose(together(70, 4, 30), 2.8),
    ),
    Case(
        "a: 4 kg, 3 m/s; b: 4 kg, -3 m/s; head-on, sticky; final speed 0 m/s",
        "collision",
        isclose(together(4, 3, 4, -3), 0),
    ),
    Case(
        "Hitting a 10 kg ball at rest head-on at 2 m/s, a 1 kg ball bounces back at 1.5 m/s.",
        "collision",
        -striker(1, 2, 10, 1) >= 1.5,
    ),
    Case(
        "A 10 kg ball at 2 m/s meets a 1 kg ball at rest head-on and bounces back at 1 m/s.",
        "collision",
        striker(10, 2, 1, 1) <= -1,
    ),
    Case(
        "Given e = 0.6, a 2 kg ball at 5 m/s striking a 3 kg ball at rest gives the latter "
        "3.2 m/s.",
        "collision",
        isclose(struck(2, 5, 3, 0.6), 3.2),
    ),
    _open(
        "A car of 1400 kg rams a parked car at 10 m/s; hooked together they slide on at 6 m/s "
        "or more.",
        "collision",
        "mass",
    ),
    _open(
        "A hockey puck hits a resting 0.16 kg puck head-on and sends it off at 5 m/s; the "
        "first puck has the same mass.",
        "collision",
        "speed",
    ),
    Case(
        "A 3 kg cart going 4 m/s that sticks to a 1 kg cart at rest cannot come away slower "
        "than 2.5 m/s.",
        "collision",
        together(3, 4, 1) >= 2.5,
    ),
    Case(
        "Clinging together after the tackle, an 90 kg player at 5 m/s and a 90 kg player at "
        "rest do not travel faster than 2 m/s.",
        "collision",
        together(90, 5, 90) <= 2,
    ),
    Case(
        "A pool ball rolling at 3 m/s collides dead centre with a twin at rest, and the twin "
        "departs at 3 m/s, elastic.",
        "collision",
        isclose(struck(1, 3, 1, 1), 3),
    ),
    Case(
        "Into a 2 kg dish of jelly at rest on ice goes a 0.5 kg spoon at 5 m/s and stays in "
        "it; dish and spoon slide off at 1 m/s.",
        "collision",
        isclose(together(0.5, 5, 2), 1),
    ),
    Case(
        "Marta (55 kg, 3 m/s) skates into Jon (75 kg, standing still) and hugs him. Together "
        "they glide at 2 m/s.",
        "collision",
        together(55, 3, 75) >= 2,
    ),
    Case(
        "Puck one: 160 g at 10 m/s. Puck two: 160 g, still. After a straight hit with "
        "restitution 0.9, puck two moves at 9.5 m/s.",
        "collision",
        isclose(struck(0.16, 10, 0.16, 0.9), 9.5),
    ),
    Case(
        "A 0.1 kg ball hits a 0.3 kg ball head-on at 4 m/s (the heavier one at rest) and the "
        "lighter one comes back at 2 m/s if the hit is elastic.",
        "collision",
        isclose(-striker(0.1, 4, 0.3, 1), 2),
    ),
    Case(
        "A 1 kg cart at 2 m/s hits a 1 kg cart at rest and sticks; together they go at no "
        "less than 1.5 m/s.",
        "collision",
        together(1, 2, 1) >= 1.5,
    ),
    Case(
        "A 1 kg cart at 2 m/s hits a 1 kg cart at rest. They stick together. The first goes "
        "on at 2 m/s.",
        "collision",
        together(1, 2, 1) >= 2,
    ),
    Case(
        "A 1 kg cart at 2 m/s strikes a 3 kg cart at rest, and the light cart goes on "
        "forwards at 2 m/s.",
        "collision",
        striker(1, 2, 3, 0) >= 2,
    ),
    Case(
        "A 1 kg cart at 2 m/s strikes a 1 kg cart at rest; the struck one leaves at 2.5 m/s, "
        "without help.",
        "collision",
        struck(1, 2, 1, 1) >= 2.5,
    ),
    Case(
        "Two 1 kg carts, each at 2 m/s, collide head-on; both fly off at 3 m/s.",
        "collision",
        -striker(1, 2, 1, 1, -2) >= 3,
    ),
    # bounce
    Case(
        "Playground physics: a rubber ball (coefficient of restitution 0.8) is let go at "
        "shoulder height, 1.4 m, and hops up past 80 cm.",
        "bounce",
        exceeds(rebound(1.4, 0.8), 0.8),
    ),
    Case(
        "Our lab dropped a steel bearing onto a steel plate from 50 cm; with e = 0.95 its "
        "fourth bounce still topped 30 cm.",
        "bounce",
        exceeds(rebound(0.5, 0.95, 4), 0.3),
    ),
    Case(
        "Given that e = 0.4, prove that a ball falling 5 m returns to no more than 1 m.",
        "bounce",
        below(rebound(5, 0.4), 1),
    ),
    Case(
        "Drop height 6 ft | COR 0.55 | wanted: rebound of 2 ft or better",
        "bounce",
        exceeds(rebound(6, 0.55), 2),
    ),
    Case(
        "Merely dropped from 90 cm, the ball ends up on a shelf 1.2 m high after one bounce.",
        "bounce",
        1.2 <= 0.9,
    ),
    Case(
        "A squash ball with restitution 0.45 that someone lets fall from 3 m does not make it "
        "back to 1 m.",
        "bounce",
        below(rebound(3, 0.45), 1),
    ),
    Case(
        "Three bounces after its fall from 8 m a ball with restitution 0.7 rises to a metre "
        "and a half at most.",
        "bounce",
        below(rebound(8, 0.7, 3), 1.5),
    ),
    Case(
        "Thrown vertically downward with 10 m/s from 2 m, and losing 40 % of its height each "
        "bounce, the ball goes up to 4 m.",
        "bounce",
        exceeds(0.6 * (2 + 100 / 2 / G), 4),
    ),
    Case(
        "A ball meeting the floor at 6 m/s goes back up at 5.5 m/s when the restitution is 0.85.",
        "bounce",
        below(5.5, 5.1),
    ),
    Case(
        "After every bounce it regains 70 percent of the previous height; from 3 m, the "
        "second bounce peaks above 1.4 m.",
        "bounce",
        exceeds(3 * 0.49, 1.4),
    ),
    Case(
        "Falling from the kitchen table, 75 cm, the ball with e of 0.6 flies back as high as "
        "30 cm.",
        "bounce",
        exceeds(rebound(0.75, 0.6), 0.3),
    ),
    _open(
        "A ping-pong ball falls 60 cm and must hop back to at least 40 cm.",
        "bounce",
        "restitution",
        "bounciness",
    ),
    _open(
        "A ball with a coefficient of restitution of 0.75 is released and its first bounce "
        "carries it to 1.2 m.",
        "bounce",
        "height",
    ),
    Case(
        "Higher than its starting point it comes, this ball dropped at 2 m, on the very first "
        "bounce.",
        "bounce",
        rebound(2, 1) > 2,
    ),
    Case(
        "A ball released at 1 m with e = 0.9 does not bounce above its release height.",
        "bounce",
        rebound(1, 0.9) <= 1,
    ),
    Case(
        "The ball, e 0.7, falls from 4 m; on the way back up it gets beyond 1.8 m.",
        "bounce",
        exceeds(rebound(4, 0.7), 1.8),
    ),
    Case(
        "Let a marble with a restitution coefficient of 0.6 drop onto stone from 1 m: second "
        "bounce at most 15 cm.",
        "bounce",
        below(rebound(1, 0.6, 2), 0.15),
    ),
    Case(
        "Without being thrown, a ball at 1.5 m leaps to 2 m after hitting the ground.",
        "bounce",
        2 <= 1.5,
    ),
    Case(
        "Flung straight at the ground with 8 m/s from 1.2 m up, an e = 0.85 ball is back at "
        "more than 3 m afterwards.",
        "bounce",
        exceeds(rebound(1.2, 0.85, 1, 8), 3),
    ),
    Case(
        "A superball (e=0.9) tumbling off a 2 m high wall rebounds to 1.7 m.",
        "bounce",
        below(1.7, rebound(2, 0.9)),
    ),
    Case(
        "It strikes the ground with 7 m/s and departs from it with 6 m/s; e is 0.8.",
        "bounce",
        below(6, 5.6),
    ),
    _open(
        "Dropped on concrete from 3 m the ball hops back to 2 m.",
        "bounce",
        "restitution",
        "bounciness",
    ),
    Case(
        "A ball with e = 0.8 dropped from 1 m does not fail to reach 90 cm.",
        "bounce",
        rebound(1, 0.8) >= 0.9,
    ),
    Case(
        "Dropped from 2 m with e = 0.7, the ball's third bounce still reaches 1 m.",
        "bounce",
        rebound(2, 0.7, 3) >= 1,
    ),
    Case(
        "A ball with e=0.5 dropped from 2 m bounces back up, no lower than 1 m.",
        "bounce",
        rebound(2, 0.5) >= 1,
    ),
    # spring
    Case(
        "My kid's dart pistol: spring 700 N/m, shoved in 5 cm, 12 g dart. Shot straight up "
        "the dart clears 6 m.",
        "spring",
        exceeds(spring_height(700, 0.05, 0.012), 6),
    ),
    Case(
        "Given k = 2.5 kN/m and x = 12 cm, prove a 2 kg mass on a frictionless floor gets "
        "more than 4 m/s.",
        "spring",
        exceeds(spring_speed(2500, 0.12, 2), 4),
    ),
    Case(
        "Launcher spec: stiffness 5 N/cm, stroke 8 cm, payload 150 g, apex required 1 m above "
        "start",
        "spring",
        exceeds(spring_height(500, 0.08, 0.15), 1),
    ),
    Case(
        "The bolt of a spring trap releases 5 J into a 200 g ball and up it shoots, beyond 2 m.",
        "spring",
        exceeds(5 / (0.2 * G), 2),
    ),
    Case(
        "Held compressed 20 cm by a force of 60 N, the spring, let go, tosses a 250 g ball to 3 m.",
        "spring",
        exceeds(0.5 * 60 * 0.2 / (0.25 * G), 3),
    ),
    Case(
        "Squeeze a 150 N/m spring by 10 cm behind a 50 g cart on a frictionless track; off "
        "goes the cart at 6 m/s or more.",
        "spring",
        exceeds(spring_speed(150, 0.1, 0.05), 6),
    ),
    Case(
        "A half-kilo bag lying on a 4 kN/m spring that is squashed by 6 cm is thrown a good 2 "
        "m into the air.",
        "spring",
        exceeds(spring_height(4000, 0.06, 0.5), 2),
    ),
    Case(
        "Headline: 90 N/m toy spring, pushed 4 cm, sends 20 g bear a metre and a half up",
        "spring",
        exceeds(spring_height(90, 0.04, 0.02), 1.5),
    ),
    Case(
        "The spring's 1.6 J of stored energy do not lift a 100 g ball by 2 m.",
        "spring",
        below(1.6 / (0.1 * G), 2),
    ),
    _open(
        "With its spring pulled back 9 cm, the pinball plunger shoots the 80 g ball out at 3 "
        "m/s on the level, frictionless lane.",
        "spring",
        "stiffness",
        "constant",
    ),
    _open(
        "A spring of 350 N/m is squashed and throws a 70 g ball 2 m up.",
        "spring",
        "compression",
    ),
    Case(
        "Only 1 m up is as far as a 500 N/m spring squeezed 7 cm can send a 60 g ball; it "
        "never gets more than that.",
        "spring",
        below(spring_height(500, 0.07, 0.06), 1),
    ),
    Case(
        "A 60 N/m spring compressed by 5 cm isn't able to throw a 20 g bead 50 cm high.",
        "spring",
        not exceeds(spring_height(60, 0.05, 0.02), 0.5),
    ),
    Case(
        "One squeezes a 220 N/m spring 9 cm and sets a 45 g plum on top; on release the plum "
        "soars past 1.5 m.",
        "spring",
        exceeds(spring_height(220, 0.09, 0.045), 1.5),
    ),
    Case(
        "Stored energy 0.8 J, ball 50 g, straight up: 1.5 m reached.",
        "spring",
        exceeds(0.8 / (0.05 * G), 1.5),
    ),
    Case(
        "A spring whose constant is 1500 N/m, once shortened by 2 cm, shoots a 10 g cork 2.5 m up.",
        "spring",
        exceeds(spring_height(1500, 0.02, 0.01), 2.5),
    ),
    Case(
        "The toy's 40 N/m spring, compressed three centimetres, bumps its 15 g frog ten "
        "centimetres off the table.",
        "spring",
        exceeds(spring_height(40, 0.03, 0.015), 0.1),
    ),
    _open(
        "The plunger's 500 N/m spring is cocked by 6 cm and shoots the ball up the lane at 4 m/s.",
        "spring",
        "mass",
    ),
    _open(
        "A coil pushed down by 10 cm hurls a 50 g ball 4 m into the air.",
        "spring",
        "stiffness",
        "constant",
    ),
    Case(
        "A 100 g block leaves a 90 N/m spring pressed in by 10 cm on a frictionless bench no "
        "faster than 2.5 m/s.",
        "spring",
        below(spring_speed(90, 0.1, 0.1), 2.5),
    ),
    Case(
        "Even squeezed by 12 cm, a 200 N/m spring fails to throw a 150 g ball 1.5 m high.",
        "spring",
        not exceeds(spring_height(200, 0.12, 0.15), 1.5),
    ),
    Case(
        "Compress a 1 kN/m spring 8 cm, put a 200 g ball on it, release: the ball rises 1.5 m.",
        "spring",
        exceeds(spring_height(1000, 0.08, 0.2), 1.5),
    ),
    Case(
        "A spring with 3 J in it shoots a 0.1 kg stone upward past 4 m.",
        "spring",
        exceeds(3 / (0.1 * G), 4),
    ),
    Case(
        "A 100 N/m spring pressed 5 cm throws a 100 g ball no less than 1 m up.",
        "spring",
        spring_height(100, 0.05, 0.1) >= 1,
    ),
    Case(
        "A 100 N/m spring squeezed 5 cm doesn't throw a 100 g ball less than half a metre high.",
        "spring",
        spring_height(100, 0.05, 0.1) >= 0.5,
    ),
    # atwood
    Case(
        "Two paint tins are tied to a line that runs over a frictionless pulley. One is 2.2 "
        "kg, the other 1.8 kg. Nobody holds them any longer: the 2.2 kg tin wins and goes to "
        "the floor.",
        "atwood",
        2.2 > 1.8,
    ),
    Case(
        "Ideal pulley. Left hanging mass 350 g. Right hanging mass 400 g. Released from rest, "
        "the left one is what moves up.",
        "atwood",
        400 > 350,
    ),
    Case(
        "Over a light, frictionless sheave, 9 kg versus 7 kg, starting at rest, 1.5 m of "
        "travel is covered within 1.5 s.",
        "atwood",
        below(atwood_time(9, 7, 1.5), 1.5),
    ),
    Case(
        "A 60 kg climber dangling at one end goes up when 55 kg of ballast at the other end "
        "of the frictionless pulley's rope is let go.",
        "atwood",
        55 > 60,
    ),
    Case(
        "Given m1 = 10 kg and m2 = 6 kg over an ideal pulley, prove that the rope's tension "
        "is below 80 N.",
        "atwood",
        below(tension(10, 6), 80),
    ),
    Case(
        "Dropping 80 cm from rest, the 5 kg side of an ideal Atwood machine, 3 kg opposite, "
        "hits the floor at 1.8 m/s at least.",
        "atwood",
        exceeds(atwood_speed(5, 3, 0.8), 1.8),
    ),
    Case(
        "With 4.5 kg at either end of the cord, a frictionless pulley between, the masses "
        "stay where they were put.",
        "atwood",
        4.5 == 4.5,
    ),
    Case(
        "The 12 kg sack hauls the 15 kg sack up, both on one rope over a pulley without friction.",
        "atwood",
        12 > 15,
    ),
    Case(
        "atwood | 2 kg vs 2.2 kg | ideal pulley | a > 0.6 m/s^2",
        "atwood",
        below(0.6, atwood(2.2, 2)),
    ),
    Case(
        "From rest, 40 kg at one end and 44 kg at the other of a rope over a smooth light "
        "pulley, the lighter end climbs 2 m in no more than 2.5 s.",
        "atwood",
        below(atwood_time(44, 40, 2), 2.5),
    ),
    Case(
        "Down comes the 3 kg lamp and up goes the 4 kg vase, joined by a cord over an ideal "
        "pulley.",
        "atwood",
        3 > 4,
    ),
    _open(
        "A 25 kg pail sinks on one side of the frictionless pulley while the other pail is lifted.",
        "atwood",
        "mass",
    ),
    _open(
        "Over the ideal pulley hang 3 kg and 5 kg; from rest the heavy one reaches the ground "
        "in less than a second.",
        "atwood",
        "distance",
    ),
    Case(
        "A 7 kg bag doesn't raise an 8 kg bag over a frictionless pulley.",
        "atwood",
        7 <= 8,
    ),
    Case(
        "The 6 kg bucket opposite the 5 kg bucket over an ideal pulley does not sink.",
        "atwood",
        6 <= 5,
    ),
    Case(
        "Two monkeys, 10 kg and 12 kg, hang motionless on the two ends of a vine over a "
        "frictionless pulley; released, the 10 kg monkey is carried upward.",
        "atwood",
        12 > 10,
    ),
    Case(
        "Light string, smooth pulley: A has 2 kg, B has 3 kg. B descends 2 m in no more than "
        "1.6 s after release.",
        "atwood",
        below(atwood_time(3, 2, 2), 1.6),
    ),
    Case(
        "To lift a 20 kg engine, Bob clips 18 kg of sandbags to the other end of the rope "
        "over an ideal pulley; the engine rises.",
        "atwood",
        18 > 20,
    ),
    Case(
        "Over an ideal pulley a 1 kg weight and a 1.2 kg weight pick up more than 1 m/s².",
        "atwood",
        below(1, atwood(1.2, 1)),
    ),
    Case(
        "Ideal pulley, 8 kg left, 8 kg right, at rest when let go: the left one goes down.",
        "atwood",
        8 > 8,
    ),
    Case(
        "Over an ideal pulley, a 5 kg weight is pulled up by a 4 kg weight.",
        "atwood",
        4 > 5,
    ),
    Case(
        "Over an ideal pulley the 4 kg weight sinks, the 5 kg weight being on the other side.",
        "atwood",
        4 > 5,
    ),
    Case(
        "Over an ideal pulley it's the heavier one, 5 kg, that goes up and the 4 kg one that "
        "comes down.",
        "atwood",
        4 > 5,
    ),
    Case(
        "4 kg and 5 kg over an ideal pulley; the 5 kg does not sink.",
        "atwood",
        5 <= 4,
    ),
    Case(
        "Up goes the 5 kg bag, down the 4 kg bag, over an ideal pulley.",
        "atwood",
        4 > 5,
    ),
    # jump
    Case(
        "Stood on the gym floor, my niece bounds straight up and her centre of mass gains 35 cm.",
        "jump",
        STANDING_RISE >= 0.35,
    ),
    Case(
        "A person leaping vertically from standing has a hang time of 1.4 s.",
        "jump",
        hang_time(STANDING_RISE) >= 1.4,
    ),
    Case(
        "Parkour: he takes a run-up and leaps a 2.5 m wide gap unaided.",
        "jump",
        ANYBODY_LEAPS >= 2.5,
    ),
    Case(
        "An office worker hops with both feet onto a 25 cm step.",
        "jump",
        STANDING_RISE >= 0.25,
    ),
    Case(
        "Jumper's lift-off speed 2.6 m/s, vertical. CoM rise: 30 cm or more.",
        "jump",
        exceeds(2.6**2 / 2 / G, 0.3),
    ),
    Case(
        "On Mars, a colonist in light indoor clothes jumps from standing and her centre of "
        "mass goes up by 1 m.",
        "jump",
        STANDING_RISE * G / MARS >= 1.0,
    ),
    Case(
        "Olympic athlete, standing jump, no aids: centre of mass up 2.2 m.",
        "jump",
        STANDING_RISE >= 2.2,
    ),
    Case(
        "The thief, with no ladder or rope, jumps from standing to the top of a 5 m wall.",
        "jump",
        ONTO >= 5,
    ),
    Case(
        "A pensioner manages, from standing, to raise her centre of mass by 10 cm in a jump.",
        "jump",
        STANDING_RISE >= 0.10,
    ),
    Case(
        "Nobody on Earth, unaided and from a stand, stays airborne for two seconds.",
        "jump",
        hang_time(STANDING_RISE) < 2,
    ),
    Case(
        "In one unaided leap the hero crosses a chasm 20 m wide.",
        "jump",
        FARTHEST_LEAP >= 20,
    ),
    _open(
        "The student jumps onto a box from standing.",
        "jump",
        "height",
        "obstacle",
    ),
    _open(
        "Running up, a girl leaps over a ditch.",
        "jump",
        "gap",
        "width",
        "wide",
    ),
    Case(
        "A basketball player pushing off at 3.2 m/s isn't in the air for 0.8 s.",
        "jump",
        below(6.4 / G, 0.8),
    ),
    Case(
        "A fit man cannot jump up 1.8 m with his centre of mass from a standing start.",
        "jump",
        STANDING_RISE < 1.8,
    ),
    Case(
        "Bending his knees and springing from the spot, a lad lifts his centre of gravity by "
        "45 cm.",
        "jump",
        STANDING_RISE >= 0.45,
    ),
    Case(
        "A ballerina is aloft for half a second in a jump straight up.",
        "jump",
        hang_time(STANDING_RISE) >= 0.5,
    ),
    Case(
        "Unaided, from standing: a world-class athlete's centre of mass rises 1.3 m.",
        "jump",
        STANDING_RISE >= 1.3,
    ),
    Case(
        "My mother hops over a puddle 1 m wide after a short run.",
        "jump",
        ANYBODY_LEAPS >= 1,
    ),
    Case(
        "A girl jumps flat-footed from the pavement onto a bus roof 3 m high.",
        "jump",
        ONTO >= 3,
    ),
    Case(
        "Man, no equipment, Earth: vertical jump of 4 ft (centre of mass).",
        "jump",
        4 * FT <= STANDING_RISE,
    ),
    Case(
        "A person, unaided, cannot fail to jump 2 m with the centre of mass.",
        "jump",
        STANDING_RISE >= 2,
    ),
    Case(
        "An unaided man in a standing jump stays up for no less than 2 s.",
        "jump",
        hang_time(STANDING_RISE) >= 2,
    ),
    Case(
        "No healthy adult can jump so that the centre of mass rises 20 cm.",
        "jump",
        STANDING_RISE < 0.20,
    ),
    Case(
        "A man standing on the ground jumps up, unaided, until his centre of mass is 3 m higher.",
        "jump",
        STANDING_RISE >= 3,
    ),
)
