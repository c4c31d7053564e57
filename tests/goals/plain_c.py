"""Goals in plain, complete English for eight families, as sixteen strangers would type them.

Written before any code or other corpus was read: a pendulum, a spring, a loop, a collision, a
rolling race, an Atwood machine, a lever and an energy budget, in whatever sentence shape came to
the plumber, nurse, farmer or sailor who asks. Every truth is computed here by a formula written
out anew, with g = 9.81 m/s^2, from the numbers that stand in the words.
"""

from math import cos, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81


def _period(length: float) -> float:
    """The time of one small swing, there and back."""
    return 2 * pi * sqrt(length / G)


def _height_of_angle(length: float, degrees: float) -> float:
    """How far above its lowest point a bob stands that is drawn aside by an angle."""
    return length * (1 - cos(radians(degrees)))


def _spring_height(stiffness: float, compression: float, mass: float) -> float:
    """How high a spring throws a body."""
    return stiffness * compression**2 / (2 * mass * G)


def _spring_speed(stiffness: float, compression: float, mass: float) -> float:
    """How fast a body leaves a spring on a level track."""
    return compression * sqrt(stiffness / mass)


def _loop_speed(radius: float) -> float:
    """The speed that a sliding body needs at the bottom of a loop."""
    return sqrt(5 * G * radius)


def _struck(m1: float, v1: float, m2: float, restitution: float) -> float:
    """The speed of a body that stood still, after it was hit."""
    return (1 + restitution) * m1 * v1 / (m1 + m2)


def _joint(m1: float, v1: float, m2: float, v2: float = 0.0) -> float:
    """The speed of two bodies that stick together."""
    return (m1 * v1 + m2 * v2) / (m1 + m2)


def _grip(degrees: float, beta: float) -> float:
    """The friction that rolling without slipping needs."""
    return tan(radians(degrees)) * beta / (1 + beta)


def _roll_time(length: float, degrees: float, beta: float) -> float:
    """How long a body rolls down a slope from rest."""
    return sqrt(2 * length * (1 + beta) / (G * sin(radians(degrees))))


SPHERE, DISC, SHELL, HOOP = 2 / 5, 1 / 2, 2 / 3, 1.0


def _atwood(heavy: float, light: float) -> float:
    """The acceleration of two weights over a pulley."""
    return (heavy - light) * G / (heavy + light)


def _atwood_time(heavy: float, light: float, height: float) -> float:
    """How long two weights over a pulley need for a height, from rest."""
    return sqrt(2 * height / _atwood(heavy, light))


def _climb(mass: float, height: float) -> float:
    """The energy of lifting."""
    return mass * G * height


def _rush(mass: float, speed: float) -> float:
    """The energy of motion."""
    return mass * speed**2 / 2


def _c(
    family: str,
    text: str,
    holds: bool | None,
    phrasing: Phrasing = Phrasing.PLAIN,
    missing: tuple[str, ...] = (),
) -> Case:
    return Case(text, family, holds, missing, phrasing)


LENGTH = ("length", "long", "string", "L")
PENDULUM: tuple[Case, ...] = (
    _c(
        "pendulum",
        "The church lamp hangs from a chain 6 m long. Given a light nudge, it should go there and "
        "back once in less than 5.4 s.",
        _period(6) < 5.4,
        Phrasing.SENTENCES,
    ),
    _c(
        "pendulum",
        "A girl on a rope swing lets go from rest 80 cm above the lowest point and, without any "
        "push, ends up 1.1 m above it on the other side.",
        0.8 >= 1.1,
    ),
    _c(
        "pendulum",
        "I want a plumb bob on a 25 cm thread to make 20 small swings in at most 18 s.",
        20 * _period(0.25) <= 18,
        Phrasing.BOUNDED,
    ),
    _c(
        "pendulum",
        "The wrecking ball is let go from standstill 2.4 m above its lowest position; it will not "
        "swing up higher than 2.6 m on the far side.",
        not 2.4 > 2.6,
        Phrasing.NEGATED,
    ),
    _c(
        "pendulum",
        "Each full oscillation of a flowerpot hanging on a 1.5 m cord must last at least 2.3 s if "
        "it is only moved a little.",
        _period(1.5) >= 2.3,
        Phrasing.BOUNDED,
    ),
    _c(
        "pendulum",
        "When our 67-year-old museum guide sets the 28 kg ball swinging gently on its 67 m wire, "
        "one complete swing takes more than 15 s.",
        _period(67) > 15,
        Phrasing.IRRELEVANT,
    ),
    _c(
        "pendulum",
        "Pendulum, L = 0.5 m, small amplitude, 30 oscillations, time <= 38 s",
        30 * _period(0.5) <= 38,
        Phrasing.SPEC,
    ),
    _c(
        "pendulum",
        "It is not true that a pendulum 2 m long needs more than 3.2 s for one small swing.",
        not _period(2) > 3.2,
        Phrasing.NEGATED,
    ),
    _c(
        "pendulum",
        "A climber hanging on a 10 m rope starts at rest with the rope 40 degrees from the "
        "vertical. On the opposite side he manages to rise 3 m above his lowest point.",
        _height_of_angle(10, 40) >= 3,
        Phrasing.SENTENCES,
    ),
    _c(
        "pendulum",
        "Can a camera dangling from a two metre line, pushed only slightly, complete ten swings "
        "within half a minute?",
        10 * _period(2) <= 30,
        Phrasing.NUMBER_WORDS,
    ),
    _c(
        "pendulum",
        "If the pendulum of the clock is 14 inches long, it ticks through a full small swing in "
        "one second or less.",
        _period(14 * 0.0254) <= 1,
        Phrasing.UNITS,
    ),
    _c(
        "pendulum",
        "A bucket on a string is released from rest at 35 cm and never gets as high as 50 cm on "
        "its way up the other side.",
        not 0.35 >= 0.50,
        Phrasing.NEGATED,
    ),
    _c(
        "pendulum",
        "A medalion on a necklace chain of 40 cm is swung very slightly and its period is under "
        "1.4 seconds.",
        _period(0.4) < 1.4,
        Phrasing.TYPO,
    ),
    _c(
        "pendulum",
        "The lantern in the stairwell is swinging gently; ten full swings have to be over within "
        "25 s.",
        None,
        Phrasing.MISSING,
        LENGTH,
    ),
    _c(
        "pendulum",
        "Swing: rope 4 m, start at rest, start height unknown, reached on far side: 0.9 m",
        None,
        Phrasing.MISSING,
        ("height", "angle", "release", "start", "h0", "theta0"),
    ),
    _c(
        "pendulum",
        "Five small swings of a pendulum with a length of 90 cm cannot be finished in less than "
        "9 s.",
        not 5 * _period(0.9) < 9,
        Phrasing.NEGATED,
    ),
)

STIFFNESS = ("stiffness", "spring constant", "k", "N/m", "stiff")
SPRING: tuple[Case, ...] = (
    _c(
        "spring",
        "The spring in our toy cannon has a stiffness of 400 N/m and is pushed in by 6 cm. It "
        "should shoot a 20 g cork straight up to at least 3 m.",
        _spring_height(400, 0.06, 0.02) >= 3,
        Phrasing.SENTENCES,
    ),
    _c(
        "spring",
        "I want to fling a 150 g potato 4 m up into the air with a 900 N/m spring that I squeeze "
        "by 8 cm.",
        _spring_height(900, 0.08, 0.15) >= 4,
    ),
    _c(
        "spring",
        "Released from a spring of 250 N/m that had been compressed by 12 cm, a 0.3 kg puck is "
        "able to leave along the smooth table at 3 m/s or more.",
        _spring_speed(250, 0.12, 0.3) >= 3,
        Phrasing.BOUNDED,
    ),
    _c(
        "spring",
        "A spring with k = 700 N/m, pressed together by 5 cm, does not throw a 100 g bean bag "
        "higher than 60 cm.",
        not _spring_height(700, 0.05, 0.1) > 0.6,
        Phrasing.NEGATED,
    ),
    _c(
        "spring",
        "A plumber's ball of 50 g is thrown 2 m high by a spring of 1.2 kN/m which was shortened "
        "by 45 mm.",
        _spring_height(1200, 0.045, 0.05) >= 2,
        Phrasing.PASSIVE,
    ),
    _c(
        "spring",
        "For the circus act, a 60 kg acrobat must be launched 5 m upwards by a spring of 20000 N/m "
        "compressed by half a metre; the ticket costs 15 euros.",
        _spring_height(20000, 0.5, 60) >= 5,
        Phrasing.IRRELEVANT,
    ),
    _c(
        "spring",
        "Vertical spring launcher, k 80 N/m, compression 10 cm, projectile 25 g, apex >= 1.8 m",
        _spring_height(80, 0.1, 0.025) >= 1.8,
        Phrasing.SPEC,
    ),
    _c(
        "spring",
        "A 30 N/m spring squeezed by 7 cm cannot send a 10 g pellet up to a height of 1.2 m.",
        not _spring_height(30, 0.07, 0.01) >= 1.2,
        Phrasing.NEGATED,
    ),
    _c(
        "spring",
        "If a spring of five hundred newtons per metre is compressed by four centimetres, the "
        "200 g bottle resting on it hops up thirty centimetres.",
        _spring_height(500, 0.04, 0.2) >= 0.3,
        Phrasing.NUMBER_WORDS,
    ),
    _c(
        "spring",
        "The pinball weighs 80 g. The plunger spring, 220 N/m, is drawn back 6 cm. The ball ends "
        "up rolling off... no, sliding off without friction at 4 m/s.",
        _spring_speed(220, 0.06, 0.08) >= 4,
        Phrasing.SENTENCES,
    ),
    _c(
        "spring",
        "Once it is let go, the spring (k = 3 N/cm, compressed 9 cm) lifts the 120 g frog toy to "
        "a peak no lower than 90 cm.",
        _spring_height(300, 0.09, 0.12) >= 0.9,
        Phrasing.UNITS,
    ),
    _c(
        "spring",
        "A 0.4 kg jar tossed upwards by a 650 N/m spring that was squashed 10 cm fails to reach "
        "1 m.",
        not _spring_height(650, 0.1, 0.4) >= 1,
        Phrasing.NEGATED,
    ),
    _c(
        "spring",
        "My neighbour claims that his sprng, 1500 N/m stiff and compresed by 3 cm, shoots a 40 g "
        "dart to a height of 2.5 m.",
        _spring_height(1500, 0.03, 0.04) >= 2.5,
        Phrasing.TYPO,
    ),
    _c(
        "spring",
        "The ejector spring is squeezed by 5 cm and has to throw a 30 g marble 2 m straight up.",
        None,
        Phrasing.MISSING,
        STIFFNESS,
    ),
    _c(
        "spring",
        "Spring 350 N/m; compression 8 cm; ball of unknown weight; wanted height 3 m",
        None,
        Phrasing.MISSING,
        ("mass", "weight", "heavy", "m", "kg"),
    ),
    _c(
        "spring",
        "There is no way that the 2 kg crate gets more than 50 cm off the ground when a spring of "
        "4000 N/m is compressed by 10 cm underneath it.",
        not _spring_height(4000, 0.1, 2) > 0.5,
        Phrasing.NEGATED,
    ),
)

RADIUS = ("radius", "diameter", "R", "size of the loop")
LOOP: tuple[Case, ...] = (
    _c(
        "loop",
        "My son lets his toy car go from rest 70 cm above the floor. It slides without friction "
        "and should make it all the way round a loop of 25 cm radius.",
        0.7 >= 2.5 * 0.25,
        Phrasing.SENTENCES,
    ),
    _c(
        "loop",
        "A frictionless coaster car starting from rest at a height of 20 m gets through a loop "
        "with a radius of 9 m without losing contact with the rails.",
        20 >= 2.5 * 9,
    ),
    _c(
        "loop",
        "For a vertical loop 12 m across, the frictionless wagon must be released from no more "
        "than 16 m and still stay on the track the whole way round.",
        16 >= 2.5 * 6,
        Phrasing.BOUNDED,
    ),
    _c(
        "loop",
        "A solid steel ball that rolls without slipping from a height of 50 cm does not make it "
        "around a loop of 20 cm radius.",
        not 0.5 >= 2.7 * 0.2,
        Phrasing.NEGATED,
    ),
    _c(
        "loop",
        "An ice block is set free at the height of 3.2 m on a smooth chute and is carried right "
        "round the loop, whose radius is 1.2 m.",
        3.2 >= 2.5 * 1.2,
        Phrasing.PASSIVE,
    ),
    _c(
        "loop",
        "I want a marble, which is a solid sphere rolling without slip, to complete a looping of "
        "15 cm radius when it starts 36 cm above the lowest point.",
        0.36 >= 2.7 * 0.15,
    ),
    _c(
        "loop",
        "Loop R = 2 m, frictionless bead, release height 6 m, from rest: completes",
        6 >= 2.5 * 2,
        Phrasing.SPEC,
    ),
    _c(
        "loop",
        "The skateboard slides down from 4 m with no friction at all and it will not stay in "
        "contact all around a loop with a diameter of 3 m.",
        not 4 >= 2.5 * 1.5,
        Phrasing.NEGATED,
    ),
    _c(
        "loop",
        "With a speed of 9 m/s at the bottom of the loop, the frictionless sledge manages to go "
        "round it; the loop has a radius of 2 m.",
        _loop_speed(2) <= 9,
    ),
    _c(
        "loop",
        "A stunt driver of 34 with a 900 kg car wants to roll, engine off and no friction, from a "
        "ramp 30 m high through a loop whose radius is eleven metres, and keep touching it.",
        30 >= 2.5 * 11,
        Phrasing.IRRELEVANT,
    ),
    _c(
        "loop",
        "If a soap bar glides without friction from rest at 18 inches, it travels round a loop "
        "8 inches in radius without falling off.",
        18 >= 2.5 * 8,
        Phrasing.UNITS,
    ),
    _c(
        "loop",
        "A frictionless trolley that starts at rest 5 m up never falls off the loop of 2.2 m "
        "radius.",
        5 >= 2.5 * 2.2,
        Phrasing.NEGATED,
    ),
    _c(
        "loop",
        "The billiard ball is a solid sphere, rolls withot slipping and starts 90 cm high; it "
        "should complete the loop of thirty centimetres radius.",
        0.9 >= 2.7 * 0.3,
        Phrasing.TYPO,
    ),
    _c(
        "loop",
        "The cart slides without friction from a start 8 m up and has to complete the loop "
        "without leaving the track.",
        None,
        Phrasing.MISSING,
        RADIUS,
    ),
    _c(
        "loop",
        "Looping, radius 4 m, frictionless carriage starting from rest, must complete it",
        None,
        Phrasing.MISSING,
        ("height", "release", "start", "h", "speed"),
    ),
    _c(
        "loop",
        "It is impossible for a frictionless slider let go from rest 1 m above the bottom to run "
        "through a loop of 45 cm radius without coming off.",
        not 1 >= 2.5 * 0.45,
        Phrasing.NEGATED,
    ),
)

MASS = ("mass", "weight", "heavy", "kg", "weigh")
COLLISION: tuple[Case, ...] = (
    _c(
        "collision",
        "A 2 kg trolley moving at 3 m/s runs into a 1 kg trolley that is standing still. "
        "Afterwards the light one should roll away at 3.5 m/s.",
        _struck(2, 3, 1, 0) <= 3.5 <= _struck(2, 3, 1, 1),
        Phrasing.SENTENCES,
    ),
    _c(
        "collision",
        "A 60 kg skater gliding at 4 m/s bumps into an 80 kg skater at rest, who ends up moving "
        "off at 4 m/s.",
        _struck(60, 4, 80, 1) >= 4,
    ),
    _c(
        "collision",
        "After being struck head-on by a 200 g puck travelling at 6 m/s, a resting puck of 200 g "
        "must slide away with at least 5 m/s.",
        _struck(0.2, 6, 0.2, 1) >= 5,
        Phrasing.PASSIVE,
    ),
    _c(
        "collision",
        "A 1200 kg car doing 10 m/s hits a parked 1800 kg van and both stick together. The wreck "
        "does not move faster than 5 m/s after the crash.",
        not _joint(1200, 10, 1800) > 5,
        Phrasing.NEGATED,
    ),
    _c(
        "collision",
        "Two railway wagons, one of 20 t rolling at 2 m/s and one of 30 t at rest, couple on "
        "impact and continue together at 1.2 m/s or more.",
        _joint(20, 2, 30) >= 1.2,
        Phrasing.UNITS,
    ),
    _c(
        "collision",
        "I want a 5 kg bowling ball going 7 m/s to knock a 1.5 kg pin, which stands still, away "
        "at 12 m/s.",
        _struck(5, 7, 1.5, 1) >= 12,
    ),
    _c(
        "collision",
        "m1 = 3 kg at 4 m/s, m2 = 2 kg at rest, e = 0.5, required v2 after impact >= 3.9 m/s",
        _struck(3, 4, 2, 0.5) >= 3.9,
        Phrasing.SPEC,
    ),
    _c(
        "collision",
        "A boat of 400 kg drifting at 1.5 m/s can't push off a resting 900 kg barge at 1.5 m/s by "
        "ramming it.",
        not _struck(400, 1.5, 900, 1) >= 1.5,
        Phrasing.NEGATED,
    ),
    _c(
        "collision",
        "If a lump of clay weighing one kilogram hits a four kilogram block at ten metres per "
        "second and sticks to it, the block, at rest before, moves on at three metres per second.",
        _joint(1, 10, 4) >= 3,
        Phrasing.NUMBER_WORDS,
    ),
    _c(
        "collision",
        "The red cart (0.5 kg, 2 m/s, bought for 30 dollars) collides elastically with the blue "
        "cart (0.5 kg, at rest), and blue leaves with no less than 1.8 m/s.",
        _struck(0.5, 2, 0.5, 1) >= 1.8,
        Phrasing.IRRELEVANT,
    ),
    _c(
        "collision",
        "A runaway 300 kg mine cart at 18 km/h crashes into an empty 150 kg cart that is not "
        "moving, and the empty one is kicked ahead at 40 km/h.",
        _struck(300, 18, 150, 1) >= 40,
        Phrasing.UNITS,
    ),
    _c(
        "collision",
        "When a 10 g bullet flying at 400 m/s gets stuck in a resting 2 kg block of wood, the "
        "block never exceeds 2.5 m/s.",
        not _joint(0.01, 400, 2) > 2.5,
        Phrasing.NEGATED,
    ),
    _c(
        "collision",
        "A shoping trolley of 15 kg at 2 m/s bangs into a stationary one of 25 kg. They hook "
        "together and go on at more than 0.6 m/s.",
        _joint(15, 2, 25) > 0.6,
        Phrasing.TYPO,
    ),
    _c(
        "collision",
        "A 3 kg curling stone slides at 2 m/s into another stone at rest, and that other stone "
        "should leave at 2.5 m/s.",
        None,
        Phrasing.MISSING,
        MASS,
    ),
    _c(
        "collision",
        "Collision of a 4 kg cart with a resting 2 kg cart; the 2 kg cart must move off at 3 m/s",
        None,
        Phrasing.MISSING,
        ("speed", "velocity", "fast", "v1"),
    ),
    _c(
        "collision",
        "It cannot happen that a 0.1 kg ball at 8 m/s hits a 0.5 kg ball at rest and the heavier "
        "one flies off at 2 m/s.",
        not _struck(0.1, 8, 0.5, 0) <= 2 <= _struck(0.1, 8, 0.5, 1),
        Phrasing.NEGATED,
    ),
)

ROLLING: tuple[Case, ...] = (
    _c(
        "rolling",
        "A solid ball and a hollow pipe start together at the top of the same slope and roll "
        "without slipping. The ball should be at the bottom first.",
        SPHERE < HOOP,
        Phrasing.SENTENCES,
    ),
    _c(
        "rolling",
        "I want a hoop to overtake a solid disc when both roll down one ramp from rest without "
        "slipping.",
        HOOP < DISC,
    ),
    _c(
        "rolling",
        "On a ramp of 30 degrees, a solid cylinder must roll without slipping although the "
        "friction coefficient is just 0.25.",
        _grip(30, DISC) <= 0.25,
        Phrasing.BOUNDED,
    ),
    _c(
        "rolling",
        "A wedding ring does not get down a tilted tray before a glass marble if both roll "
        "without slipping from the same line.",
        not HOOP < SPHERE,
        Phrasing.NEGATED,
    ),
    _c(
        "rolling",
        "The hollow ball is beaten by the solid ball in a race down the same incline, neither of "
        "them slipping.",
        SPHERE < SHELL,
        Phrasing.PASSIVE,
    ),
    _c(
        "rolling",
        "From rest, a solid cylinder rolls 4 m down a slope of 10 degrees without slipping and "
        "arrives within 2.2 s.",
        _roll_time(4, 10, DISC) <= 2.2,
        Phrasing.BOUNDED,
    ),
    _c(
        "rolling",
        "Rolling, hoop, incline 40 deg, mu = 0.35, no slip required",
        _grip(40, HOOP) <= 0.35,
        Phrasing.SPEC,
    ),
    _c(
        "rolling",
        "A solid sphere cannot lose to a thin-walled tube on the same ramp when both roll "
        "without slipping.",
        not HOOP < SPHERE,
        Phrasing.NEGATED,
    ),
    _c(
        "rolling",
        "If a farmer lets a solid wooden roller and a hollow barrel hoop run down the same hill "
        "with no slipping, the hoop reaches the fence earlier.",
        HOOP < DISC,
    ),
    _c(
        "rolling",
        "A bicycle rim, which is a hoop, is able to roll down a twenty degree slope without "
        "sliding when the coefficient of friction is 0.3.",
        _grip(20, HOOP) <= 0.3,
        Phrasing.NUMBER_WORDS,
    ),
    _c(
        "rolling",
        "A 7 kg bowling ball, solid and 22 cm wide, rolls from rest without slipping down 3 m of "
        "ramp tilted by 15 degrees; it needs less than 2 s for that.",
        _roll_time(3, 15, SPHERE) < 2,
        Phrasing.IRRELEVANT,
    ),
    _c(
        "rolling",
        "On an incline of 50 degrees with a friction coefficient of 0.25 the solid sphere does "
        "not slip while it rolls.",
        _grip(50, SPHERE) <= 0.25,
        Phrasing.NEGATED,
    ),
    _c(
        "rolling",
        "A tenis ball, hollow as it is, wins the race aginst a solid rubber ball down the same "
        "plank, both rolling without slip.",
        SHELL < SPHERE,
        Phrasing.TYPO,
    ),
    _c(
        "rolling",
        "The solid cylinder has to roll without slipping down a slope of 35 degrees.",
        None,
        Phrasing.MISSING,
        ("friction", "mu", "coefficient", "grip"),
    ),
    _c(
        "rolling",
        "Race down a ramp without slipping: a solid sphere against a second body; the second "
        "body wins",
        None,
        Phrasing.MISSING,
        ("shape", "body", "kind", "beta", "second", "hoop"),
    ),
    _c(
        "rolling",
        "It isn't possible for a hollow cylinder to come down the same ramp sooner than a solid "
        "cylinder, both rolling and not slipping.",
        not HOOP < DISC,
        Phrasing.NEGATED,
    ),
)

ATWOOD: tuple[Case, ...] = (
    _c(
        "atwood",
        "Two buckets hang from one rope over a light, frictionless pulley. One weighs 12 kg, the "
        "other 9 kg. The 12 kg bucket should pull the 9 kg bucket up.",
        _atwood(12, 9) > 0,
        Phrasing.SENTENCES,
    ),
    _c(
        "atwood",
        "Over an ideal pulley, a 45 kg nurse hauls a 60 kg crate off the ground just by hanging on "
        "the other end of the rope.",
        _atwood(45, 60) > 0,
    ),
    _c(
        "atwood",
        "I want a 5 kg counterweight to raise a 4 kg lamp by 2 m over a pulley in no more than "
        "1.7 s, starting from rest.",
        _atwood_time(5, 4, 2) <= 1.7,
        Phrasing.BOUNDED,
    ),
    _c(
        "atwood",
        "A sandbag of 20 kg doesn't lift a stage curtain of 26 kg tied to the other end of the "
        "rope across a frictionless pulley.",
        not _atwood(20, 26) > 0,
        Phrasing.NEGATED,
    ),
    _c(
        "atwood",
        "A 7 kg window sash is kept exactly in balance by a 7 kg weight on the other side of the "
        "pulley.",
        _atwood(7, 7) == 0,
        Phrasing.PASSIVE,
    ),
    _c(
        "atwood",
        "If 3 kg and 2.5 kg are hung on either side of a massless pulley and let go, the heavy "
        "one drops 1.5 m in under 1.5 s.",
        _atwood_time(3, 2.5, 1.5) < 1.5,
        Phrasing.BOUNDED,
    ),
    _c(
        "atwood",
        "Atwood machine: m1 = 8 kg, m2 = 6 kg, from rest, m1 descends 1 m, t <= 1.3 s",
        _atwood_time(8, 6, 1) <= 1.3,
        Phrasing.SPEC,
    ),
    _c(
        "atwood",
        "A 500 g block and a 450 g block hang over a smooth pulley, and the 500 g block does not "
        "sink by 1 m in less than 1.2 s after release.",
        not _atwood_time(0.5, 0.45, 1) < 1.2,
        Phrasing.NEGATED,
    ),
    _c(
        "atwood",
        "A sailor of thirty-one hangs a fifteen kilogram anchor on one end of a line over a block "
        "and a ten kilogram sack on the other; the sack ends up rising.",
        _atwood(15, 10) > 0,
        Phrasing.NUMBER_WORDS,
    ),
    _c(
        "atwood",
        "The weights on the two sides of the frictionless pulley are 10 kg and 6 kg, and once they "
        "are free they must accelerate at 3 m/s^2 or more.",
        _atwood(10, 6) >= 3,
        Phrasing.BOUNDED,
    ),
    _c(
        "atwood",
        "With 30 lb on one end and 20 lb on the other end of a rope over a pulley, the lighter end "
        "goes up 3 ft in at most 0.8 s.",
        _atwood_time(30, 20, 3 * 0.3048) <= 0.8,
        Phrasing.UNITS,
    ),
    _c(
        "atwood",
        "A 4 kg basket and a 5 kg stone are joined by a cord over a light pulley. Left to "
        "themselves, they do not stay in balance.",
        _atwood(5, 4) != 0,
        Phrasing.NEGATED,
    ),
    _c(
        "atwood",
        "The theatre's 80 kg counterwieght brings up an actor of 70 kg by 3 m in 2.5 s or less "
        "over a frictionless pully.",
        _atwood_time(80, 70, 3) <= 2.5,
        Phrasing.TYPO,
    ),
    _c(
        "atwood",
        "A 9 kg weight on one side of the pulley has to pull up the load on the other side.",
        None,
        Phrasing.MISSING,
        MASS,
    ),
    _c(
        "atwood",
        "Rope over pulley, load 25 kg, counterweight not known, load to rise 1 m within 2 s",
        None,
        Phrasing.MISSING,
        MASS,
    ),
    _c(
        "atwood",
        "A cat of 5 kg is in no position to lift a dog of 11 kg hanging at the other end of the "
        "string over a frictionless pulley.",
        not _atwood(5, 11) > 0,
        Phrasing.NEGATED,
    ),
)

LEVER: tuple[Case, ...] = (
    _c(
        "lever",
        "A boy of 25 kg sits 2 m from the middle of a seesaw. His father weighs 75 kg and sits 60 "
        "cm from the middle on the other side. The boy should be able to lift him.",
        25 * 2 > 75 * 0.6,
        Phrasing.SENTENCES,
    ),
    _c(
        "lever",
        "A 10 kg bag hung 40 cm from the pivot of a beam raises a 30 kg bag hung 20 cm from the "
        "pivot on the other side.",
        10 * 0.4 > 30 * 0.2,
    ),
    _c(
        "lever",
        "I want to balance a 6 kg pot placed 50 cm to the left of the fulcrum with a 4 kg pot "
        "placed 75 cm to the right of it.",
        abs(6 * 0.5 - 4 * 0.75) < 1e-9,
    ),
    _c(
        "lever",
        "A gardener of 55 kg who stands 1.2 m from the fulcrum of a plank does not lift a 90 kg "
        "stone lying 80 cm from the fulcrum on the other side.",
        not 55 * 1.2 > 90 * 0.8,
        Phrasing.NEGATED,
    ),
    _c(
        "lever",
        "A 200 kg boulder 25 cm from the pivot is lifted by a 70 kg worker who hangs on the bar "
        "1 m away from the pivot on the opposite side.",
        70 * 1 > 200 * 0.25,
        Phrasing.PASSIVE,
    ),
    _c(
        "lever",
        "If the twins, 28 kg and 31 kg, both sit 1.5 m from the centre of the seesaw on opposite "
        "sides, the board stays level.",
        abs(28 * 1.5 - 31 * 1.5) < 1e-9,
    ),
    _c(
        "lever",
        "Beam on pivot, left: 12 kg at 0.9 m, right: 16 kg at 0.6 m, must tip left",
        12 * 0.9 > 16 * 0.6,
        Phrasing.SPEC,
    ),
    _c(
        "lever",
        "The scale cannot be in balance with 3 kg at 30 cm on one arm and 2 kg at 45 cm on the "
        "other.",
        not abs(3 * 0.30 - 2 * 0.45) < 1e-9,
        Phrasing.NEGATED,
    ),
    _c(
        "lever",
        "A forty kilogram girl sitting one metre from the pivot of a seesaw goes down against a "
        "thirty kilogram boy sitting one and a half metres from it on the other side.",
        40 * 1 > 30 * 1.5,
        Phrasing.NUMBER_WORDS,
    ),
    _c(
        "lever",
        "Can a 65 kg plumber, 42 years old, raise a 300 kg cast-iron boiler whose weight acts "
        "20 cm from the fulcrum, if he puts all his weight on a bar 1.5 m beyond the fulcrum?",
        65 * 1.5 > 300 * 0.2,
        Phrasing.IRRELEVANT,
    ),
    _c(
        "lever",
        "A 150 lb man at 2 ft from the pivot of a plank manages to hoist a 250 lb barrel at 18 "
        "inches from the pivot on the other end.",
        150 * 24 > 250 * 18,
        Phrasing.UNITS,
    ),
    _c(
        "lever",
        "With a 15 kg dog at 1.6 m on the left and a 20 kg dog at 1 m on the right of the pivot, "
        "the plank won't tip to the right.",
        not 20 * 1 > 15 * 1.6,
        Phrasing.NEGATED,
    ),
    _c(
        "lever",
        "A mobile has a 90 g star 20 cm left of its suspention point and a 60 g moon 25 cm right "
        "of it, and hangs in equilibrum.",
        abs(90 * 20 - 60 * 25) < 1e-9,
        Phrasing.TYPO,
    ),
    _c(
        "lever",
        "A child of 22 kg sitting 1.8 m from the pivot of the seesaw must lift her mother, who "
        "sits 70 cm from it on the other side.",
        None,
        Phrasing.MISSING,
        MASS,
    ),
    _c(
        "lever",
        "Seesaw: 35 kg at 1.4 m left, 50 kg somewhere on the right, balanced",
        None,
        Phrasing.MISSING,
        ("distance", "arm", "far", "d2", "d1", "position"),
    ),
    _c(
        "lever",
        "Nobody weighing 60 kg and pressing on a lever 90 cm from the fulcrum can lift 400 kg that "
        "rest 15 cm from the fulcrum on the other side.",
        not 60 * 0.9 > 400 * 0.15,
        Phrasing.NEGATED,
    ),
)

POWER: tuple[Case, ...] = (
    _c(
        "drag_race_power",
        "The lift motor delivers 6 kW and loses nothing. It should bring a cabin of 500 kg up by "
        "15 m in 14 s.",
        _climb(500, 15) <= 6000 * 14,
        Phrasing.SENTENCES,
    ),
    _c(
        "drag_race_power",
        "A nurse of 58 kg puts out 200 W and gets up four floors, 12 m in all, in half a minute.",
        _climb(58, 12) <= 200 * 30,
        Phrasing.NUMBER_WORDS,
    ),
    _c(
        "drag_race_power",
        "I want a 70 kW car with a mass of 1200 kg to go from standstill to 100 km/h in no more "
        "than 7.5 s, leaving losses aside.",
        _rush(1200, 100 / 3.6) <= 70000 * 7.5,
        Phrasing.BOUNDED,
    ),
    _c(
        "drag_race_power",
        "A 1 kW hoist does not raise a 250 kg engine block by 3 m in 5 s, even without losses.",
        not _climb(250, 3) <= 1000 * 5,
        Phrasing.NEGATED,
    ),
    _c(
        "drag_race_power",
        "By a winch of 800 W with an efficiency of 75 %, a boat weighing 300 kg is hoisted 2 m out "
        "of the water in 11 s.",
        _climb(300, 2) <= 800 * 0.75 * 11,
        Phrasing.PASSIVE,
    ),
    _c(
        "drag_race_power",
        "If the scooter gives 350 watts and weighs 95 kg with its rider, it gets from rest to "
        "6 m/s in under 4 s, all losses neglected.",
        _rush(95, 6) < 350 * 4,
        Phrasing.BOUNDED,
    ),
    _c(
        "drag_race_power",
        "Crane: P = 15 kW, eta = 0.8, load 1.5 t, lift 20 m, t <= 24 s",
        _climb(1500, 20) <= 15000 * 0.8 * 24,
        Phrasing.SPEC,
    ),
    _c(
        "drag_race_power",
        "A cyclist pushing out 250 W cannot climb a hill 100 m high in 5 minutes if he and his "
        "bike weigh 85 kg together.",
        not _climb(85, 100) <= 250 * 300,
        Phrasing.NEGATED,
    ),
    _c(
        "drag_race_power",
        "An electric pump with 1.5 kW of useful power manages to get 900 kg of water up to a tank "
        "8 m higher within 40 s.",
        _climb(900, 8) <= 1500 * 40,
    ),
    _c(
        "drag_race_power",
        "Our 12-year-old tractor, 40 hp, has to pull itself and its trailer, 5 tonnes altogether, "
        "up a height of 60 m in 90 s; ignore friction.",
        _climb(5000, 60) <= 40 * 735.5 * 90,
        Phrasing.IRRELEVANT,
    ),
    _c(
        "drag_race_power",
        "Driven by an electric motor of 30 kW, a 650 kg go-kart ends up doing 90 km/h only eight "
        "seconds after it set off from rest.",
        _rush(650, 25) <= 30000 * 8,
        Phrasing.UNITS,
    ),
    _c(
        "drag_race_power",
        "A ski lift motor of 20 kW never brings 40 skiers of 80 kg each up by 150 m in 3 minutes.",
        not _climb(40 * 80, 150) <= 20000 * 180,
        Phrasing.NEGATED,
    ),
    _c(
        "drag_race_power",
        "A drone whose motors produce 120 W of lifting power rises 50 m in ten secconds with its "
        "mass of 2 kg.",
        _climb(2, 50) <= 120 * 10,
        Phrasing.TYPO,
    ),
    _c(
        "drag_race_power",
        "A motor of 2 kW must hoist the piano 10 m up to the balcony in 20 s.",
        None,
        Phrasing.MISSING,
        MASS,
    ),
    _c(
        "drag_race_power",
        "Winch 600 W, load 80 kg, height 9 m, time not given: is the load up there in time?",
        None,
        Phrasing.MISSING,
        ("time", "seconds", "long", "t", "quick"),
    ),
    _c(
        "drag_race_power",
        "It is out of the question that a porter working at 150 W carries a total of 90 kg up 18 m "
        "of stairs in less than a minute and a half.",
        not _climb(90, 18) < 150 * 90,
        Phrasing.NEGATED,
    ),
)

CASES: tuple[Case, ...] = (
    *PENDULUM,
    *SPRING,
    *LOOP,
    *COLLISION,
    *ROLLING,
    *ATWOOD,
    *LEVER,
    *POWER,
)
