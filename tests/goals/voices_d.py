"""Goals of rolling, dominoes, power, rays and rockets, in the words of ten kinds of people.

Each truth is computed beside its words, with formulas written out anew from textbooks.
"""

import math
from math import exp, log, sqrt

from tests.goals.case import Case

G = 9.81
ISP_G = 9.80665
MOON, MARS = 1.62, 3.71
FT, INCH, LB, LBF, HP = 0.3048, 0.0254, 0.45359237, 4.4482216, 745.7
KMH, MPH = 1 / 3.6, 0.44704
BALL, DISC, SHELL, HOOP = 2 / 5, 1 / 2, 2 / 3, 1.0
NEED_LEO = 9400.0


def sin(degrees: float) -> float:
    return math.sin(math.radians(degrees))


def tan(degrees: float) -> float:
    return math.tan(math.radians(degrees))


def roll_a(degrees: float, beta: float) -> float:
    return G * sin(degrees) / (1 + beta)


def roll_time(length: float, degrees: float, beta: float) -> float:
    return sqrt(2 * length / roll_a(degrees, beta))


def roll_speed(height: float, beta: float) -> float:
    return sqrt(2 * G * height / (1 + beta))


def grip_needed(degrees: float, beta: float) -> float:
    return tan(degrees) * beta / (1 + beta)


def lift_power(mass: float, height: float, seconds: float, eta: float = 1.0) -> float:
    return mass * G * height / seconds / eta


def run_power(mass: float, speed: float, seconds: float, start: float = 0.0) -> float:
    return mass * (speed**2 - start**2) / 2 / seconds


def critical(n1: float, n2: float = 1.0) -> float:
    return math.degrees(math.asin(n2 / n1))


def bent(n1: float, n2: float, degrees: float) -> float:
    return math.degrees(math.asin(n1 / n2 * sin(degrees)))


def image_at(f: float, away: float) -> float:
    return f * away / (away - f)


def enlarged(f: float, away: float) -> float:
    return abs(f / (away - f))


def dv(isp: float, full: float, empty: float) -> float:
    return isp * ISP_G * log(full / empty)


CASES: tuple[Case, ...] = (
    # ---- rolling ----
    Case(
        "My marble and my napkin ring have a race down the slide. They both roll nicely without "
        "slipping, and the marble gets to the bottom before the ring.",
        "rolling",
        BALL < HOOP,
    ),
    Case(
        "Suppose a solid disc and a solid ball roll without slipping from rest down the same 10 "
        "degree incline. Show that the disc arrives first.",
        "rolling",
        DISC < BALL,
    ),
    Case(
        "Pipe offcut vs. solid bar of the same diameter, both rolled down a plank: the bar is at "
        "the bottom first.",
        "rolling",
        DISC < HOOP,
    ),
    Case(
        "Released from rest at the top of a 3 m long incline sloping at 20 degrees, a uniform "
        "solid cylinder that rolls without slipping needs less than 1.8 s to reach the foot.",
        "rolling",
        roll_time(3, 20, DISC) < 1.8,
    ),
    Case(
        "theta = 12 deg | L = 2.5 m | hollow sphere, pure rolling | t_bottom <= 1.5 s",
        "rolling",
        roll_time(2.5, 12, SHELL) <= 1.5,
    ),
    Case(
        "A hoop is let go at the top of a ramp half a metre high; at the foot it is moving faster "
        "than 2 m/s, having rolled without slipping all the way.",
        "rolling",
        roll_speed(0.5, HOOP) > 2,
    ),
    Case("A log on a hillside rolls uphill without anything pushing it.", "rolling", False),
    Case("Barrel Rolls Itself Up Ramp From Standstill", "rolling", False),
    Case(
        "The ball bearing does not beat the wedding ring when the two are rolled down a tilted "
        "tray.",
        "rolling",
        BALL >= HOOP,
    ),
    Case(
        "Take a bowling ball and a hula hoop to the top of the hill and let both roll. The hula "
        "hoop wins.",
        "rolling",
        HOOP < BALL,
    ),
    Case(
        "Given a coefficient of static friction of 0.15 and a slope of 30 degrees, a solid "
        "cylinder rolls without slipping.",
        "rolling",
        grip_needed(30, DISC) <= 0.15,
    ),
    Case(
        "On a 20° slope with mu = 0.3 the hollow sphere does not skid as it rolls down.",
        "rolling",
        grip_needed(20, SHELL) <= 0.3,
    ),
    Case(
        "The bike rim skids instead of rolling on a 40 degree ramp whose friction coefficient is "
        "0.35.",
        "rolling",
        grip_needed(40, HOOP) > 0.35,
    ),
    Case(
        "Two solid steel balls, one of 1 kg and one of 10 kg, are rolled down the same slope; "
        "they arrive at the same time.",
        "rolling",
        True,
    ),
    Case(
        "The bigger of two identical-material solid spheres wins the race down the incline.",
        "rolling",
        False,
    ),
    Case(
        "Rolling down a slope of 15°, a solid ball picks up speed at 1.8 m/s² or better.",
        "rolling",
        roll_a(15, BALL) >= 1.8,
    ),
    Case(
        "Robot places a coin on edge at the top of a 5 degree plank; coin rolls 1 m in under 2 s.",
        "rolling",
        roll_time(1, 5, DISC) < 2,
    ),
    Case(
        "Please to see: a hollow ball and a full ball go down from the same hill by rolling, and "
        "the hollow ball comes later than the full one.",
        "rolling",
        SHELL > BALL,
    ),
    Case(
        "A tyre comes down a hill 20 m high. It is doing more than 70 km/h at the bottom.",
        "rolling",
        False,
    ),  # even frictionless sliding gives 71; a tyre rolls, beta 0.5 to 1
    Case(
        "At the bottom of a slope 5 metres in height the rolling solid sphere has a speed of "
        "8.4 m/s.",
        "rolling",
        abs(roll_speed(5, BALL) / 8.4 - 1) < 0.05,
    ),
    Case(
        "A ball and a ring race down the ramp and they cross the finish line simultaneously.",
        "rolling",
        False,
    ),
    Case(
        "A marble rolls down a 2 m long track and gets to the end in under 1.5 s.",
        "rolling",
        None,
        ("angle", "steep"),
    ),
    Case(
        "On a 25° ramp the solid cylinder reaches the bottom within 1.5 s.",
        "rolling",
        None,
        ("length", "way"),
    ),
    Case(
        "A ball on a 30 degree slope: it reaches the bottom, 4 m further down the slope, in "
        "1.51 s.",
        "rolling",
        None,
        ("beta", "shape"),
    ),
    Case(
        "A hollow sphere rolls down without slipping although the friction coefficient is only "
        "0.2.",
        "rolling",
        None,
        ("angle", "steep"),
    ),
    Case(
        "A hoop rolls without slipping down a 35° hill with a not so good grip of unknown "
        "friction coefficient.",
        "rolling",
        None,
        ("friction",),
    ),
    Case(
        "Down the plank go a sliding wooden block and a rolling solid ball; the block wins.",
        "rolling",
        None,
        ("friction",),
    ),
    Case(
        "A cylinder and a ball, both rolling, are raced down an incline: the ball wins.",
        "rolling",
        None,
        ("beta", "shape", "hollow"),
    ),
    Case("The empty can loses to the solid ball on the way down the ramp.", "rolling", HOOP > BALL),
    Case(
        "Let a solid sphere start at rest on a 6 m slope inclined at 30°. Its speed at the lower "
        "end is at most 6 m/s if it rolls cleanly.",
        "rolling",
        roll_speed(3, BALL) <= 6,
    ),
    # ---- domino ----
    Case(
        "Grandpa put up the dominoes, each as tall as 5 cm and 2 cm from the next. One little "
        "push and every single one came tumbling down.",
        "domino",
        2 < 5,
    ),
    Case(
        "Domino height / 48 mm, pitch gap / 60 mm, first one pushed, last one falls.",
        "domino",
        60 < 48,
    ),
    Case(
        "Suppose bricks 20 cm tall are stood on end in a row with 8 cm of clear floor between one "
        "and the next. Knocking the first one over fells the entire row.",
        "domino",
        8 < 20,
    ),
    Case(
        "World record attempt: 500 slabs, each 1 m tall, 60 cm apart, all topple one after "
        "another.",
        "domino",
        0.6 < 1,
    ),
    Case(
        "The run dies after the first tile: tiles are 4 cm tall and there is 5 cm of nothing "
        "between them.",
        "domino",
        5 > 4,
    ),
    Case(
        "With the gap twice the height of a domino, the chain still runs to the end.",
        "domino",
        2 < 1,
    ),
    Case(
        "A child stands 30 dominoes in a line, 10 mm apart and 45 mm high. After she flicks the "
        "first, none is left standing.",
        "domino",
        10 < 45,
    ),
    Case(
        "Gaps alternate: 2 cm, then 6 cm, then 2 cm, and so on. The dominoes are 5 cm tall. Tip "
        "the first and the last one comes down too.",
        "domino",
        6 < 5,
    ),
    Case(
        "All of the dominoes (height h = 50 mm) go down although there is one gap of 70 mm; the "
        "others are 20 mm.",
        "domino",
        70 < 50,
    ),
    Case(
        "Chain Reaction Grinds To A Halt As 6-Inch Dominoes Are Set 7 Inches Apart", "domino", 7 > 6
    ),
    Case(
        "Tipped by a finger, the first of a hundred dominoes, 4.8 cm in height and placed every "
        "2.4 cm (gap), sets off a wave that arrives at the last one.",
        "domino",
        2.4 < 4.8,
    ),
    Case(
        "The last domino is still upright at the end: the pieces are 44 mm tall, the clearance is "
        "15 mm.",
        "domino",
        15 >= 44,
    ),
    Case(
        "Take wooden planks 2 m long, stand them upright with 2.5 m of space in between, push "
        "over the first: the whole line collapses.",
        "domino",
        2.5 < 2,
    ),
    Case(
        "Every domino is 1.4 times the size of its predecessor and the gaps are half a height; "
        "the largest is toppled in the end.",
        "domino",
        1.4 <= 1.5,
    ),
    Case(
        "Each domino twice as big as the one before, gaps a third of the height, and the whole "
        "chain goes.",
        "domino",
        2 <= 1.5,
    ),
    Case(
        "Robot sets cereal boxes 30 cm high in a row 12 cm apart. It nudges box 1. Box 25, the "
        "last, falls as well.",
        "domino",
        12 < 30,
    ),
    Case(
        "The dominoes stand farther from each other than they are high, yet all of them fall when "
        "the first is knocked.",
        "domino",
        False,
    ),
    Case(
        "The dominoes stand closer to each other than they are high; nudging the first makes all "
        "of them fall.",
        "domino",
        True,
    ),
    Case("Domino chain interrupted: spacing 3 cm, height 6 cm.", "domino", 3 >= 6),
    Case(
        "Five dominoes, each two inches tall, separated by an inch and a half: the toppling "
        "travels down the line to the last.",
        "domino",
        1.5 < 2,
    ),
    Case("dominoes / h: 0.05 m / s: 0.03 m / N: 40 / result: all down", "domino", 0.03 < 0.05),
    Case(
        "The first domino falls but does not touch the second, for they are 50 mm tall and 55 mm "
        "apart.",
        "domino",
        55 > 50,
    ),
    Case(
        "Four centimetre tall dominoes in a row all fall after the first is pushed.",
        "domino",
        None,
        ("spacing", "gap"),
    ),
    Case(
        "Dominoes at intervals of 3 cm go over one by one until the last lies flat.",
        "domino",
        None,
        ("height",),
    ),
    Case(
        "Each domino is a bit bigger than the last, gaps are half the height; the biggest falls "
        "too.",
        "domino",
        None,
        ("growth", "larger"),
    ),
    Case(
        "A long line of dominoes falls completely after a tap on the first.",
        "domino",
        None,
        ("height", "gap", "spacing"),
    ),
    Case(
        "Dominoes 5 cm tall and 2 cm apart fall, and one of them was taken out of the row.",
        "domino",
        None,
    ),
    Case(
        "Dominoes of height 5 cm and spacing 2 cm are standing with the third one glued to the "
        "table; the last one falls.",
        "domino",
        None,
    ),
    Case(
        "Cubes 10 cm on a side stand in a row with 4 cm gaps; pushing one over topples the rest.",
        "domino",
        None,
        ("push", "thick"),
    ),
    Case(
        "A run of upright books 24 cm high at 10 cm spacing stops before reaching the last book.",
        "domino",
        10 >= 24,
    ),
    # ---- drag_race_power ----
    Case(
        "The lift at the flats takes 6 people of 80 kg each up 15 m in 20 seconds with a 4 kW "
        "motor.",
        "drag_race_power",
        lift_power(480, 15, 20) <= 4000,
    ),
    Case(
        "Given: P = 750 W, m = 60 kg, h = 10 m, t = 10 s. Show that the load can be raised.",
        "drag_race_power",
        lift_power(60, 10, 10) <= 750,
    ),
    Case(
        "Granny climbs 3 m of stairs in 4 s; she is 60 kg and her legs give 200 W at most.",
        "drag_race_power",
        lift_power(60, 3, 4) <= 200,
    ),
    Case(
        "Hoisted by a one-horsepower motor, a 150 kg pallet gains 4 m in under nine seconds.",
        "drag_race_power",
        lift_power(150, 4, 9) <= HP,
    ),
    Case(
        "A hatchback of 1.2 t with 60 kW at the wheels goes from 0 to 100 km/h in 9 s.",
        "drag_race_power",
        run_power(1200, 100 * KMH, 9) <= 60e3,
    ),
    Case(
        "Nought to sixty in five seconds is on for a 1500 kg saloon putting down 90 kW.",
        "drag_race_power",
        run_power(1500, 60 * MPH, 5) <= 90e3,
    ),
    Case(
        "Pump spec | P_in 2 kW | eta 0.6 | lift 12 m | water 1 m3 | done within 2 min",
        "drag_race_power",
        lift_power(1000, 12, 120, 0.6) <= 2000,
    ),
    Case(
        "To get 500 litres of water up to a tank 8 m above, my 550 W pump (50 % efficient) is "
        "running for 3 minutes and that is enough.",
        "drag_race_power",
        lift_power(500, 8, 180, 0.5) <= 550,
    ),
    Case(
        "A cyclist weighing 75 kg with bike puts out 300 watts and gains 900 m of altitude in 35 "
        "minutes.",
        "drag_race_power",
        lift_power(75, 900, 2100) <= 300,
    ),
    Case(
        "A robot arm whose motor supplies 30 W heaves a 5 kg part 1.2 m upwards in 1.5 s.",
        "drag_race_power",
        lift_power(5, 1.2, 1.5) <= 30,
    ),
    Case(
        "The 2 kW winch is not powerful enough to drag 400 kg vertically 10 m in 15 s.",
        "drag_race_power",
        lift_power(400, 10, 15) > 2000,
    ),
    Case(
        "20 hp, 800 lb, 50 ft: the hoist needs no more than 4 seconds.",
        "drag_race_power",
        lift_power(800 * LB, 50 * FT, 4) <= 20 * HP,
    ),
    Case(
        "The tram, 30 t, is brought from standstill to 50 km/h in 12 s by motors of 200 kW in "
        "total.",
        "drag_race_power",
        run_power(30e3, 50 * KMH, 12) <= 200e3,
    ),
    Case(
        "Train Of 400 Tonnes Up To 30 m/s In One Minute On 2.5 MW",
        "drag_race_power",
        run_power(400e3, 30, 60) <= 2.5e6,
    ),
    Case(
        "Suppose a motor delivers 5 kJ. Then it can lift a 100 kg crate by 6 m.",
        "drag_race_power",
        100 * G * 6 <= 5000,
    ),
    Case(
        "An energy of 2 kWh lifts a 10-tonne container 50 m if nothing is lost.",
        "drag_race_power",
        10e3 * G * 50 <= 2 * 3.6e6,
    ),
    Case(
        "In the game the elevator of 900 kg rises at a steady 2 m/s on 15 kW.",
        "drag_race_power",
        900 * G * 2 <= 15e3,
    ),
    Case(
        "The crane cannot raise the 3 t beam at 0.5 m/s since only 12 kW are available.",
        "drag_race_power",
        3000 * G * 0.5 > 12e3,
    ),
    Case(
        "An 80 kg man sprints up a staircase of height 5 m in 3 s, which takes more than 1 kW.",
        "drag_race_power",
        lift_power(80, 5, 3) > 1000,
    ),
    Case(
        "About 980 W are needed for bringing 100 kg up 10 m in 10 s.",
        "drag_race_power",
        abs(lift_power(100, 10, 10) / 980 - 1) < 0.05,
    ),
    Case(
        "With an output of 120 kW the motorbike, 250 kg with rider, gets from rest to 100 km/h in "
        "1 s on tyres whose friction is 1.0.",
        "drag_race_power",
        100 * KMH <= G * 1.0,
    ),
    Case("A motor lifts a 200 kg load 10 m in 20 s.", "drag_race_power", None, ("power",)),
    Case("A 3 kW hoist lifts a crate up 8 m in 10 s.", "drag_race_power", None, ("mass",)),
    Case(
        "With 1.5 kW of power a load of 120 kg gets up to the third floor in 10 s.",
        "drag_race_power",
        None,
        ("height",),
    ),
    Case("A 1.5 kW winch pulls 300 kg up 6 m.", "drag_race_power", None, ("time",)),
    Case(
        "A car with an 80 kW engine gets from rest to 100 km/h within 10 s.",
        "drag_race_power",
        None,
        ("mass",),
    ),
    Case(
        "A car of 1300 kg with an 80 kW engine accelerates from rest within 10 s.",
        "drag_race_power",
        None,
        ("speed",),
    ),
    Case(
        "A 1300 kg car with an 80 kW engine does 0 to 100 in 10 s against a strong headwind.",
        "drag_race_power",
        None,
    ),
    Case(
        "A pump of 1 kW delivers 20 litres of water per second to a height of 4 m.",
        "drag_race_power",
        20 * G * 4 <= 1000,
    ),
    Case(
        "Power in 1.2 kW / efficiency 80 % / load 90 kg / height 9 m / time 10 s: the load is up "
        "in time.",
        "drag_race_power",
        lift_power(90, 9, 10, 0.8) <= 1200,
    ),
    # ---- optics_ray ----
    Case(
        "From inside the water, at 30 degrees to the surface, a light ray comes to the surface "
        "and is totally reflected.",
        "optics_ray",
        critical(1.333) < 60,
    ),
    Case("A half-height mirror shows the whole person.", "optics_ray", True),
    Case(
        "A laser beam hits a pond from above at 80 degrees of incidence and does not enter the "
        "water but is totally reflected.",
        "optics_ray",
        False,
    ),
    Case(
        "A candle 30 cm in front of a 10 cm converging lens has its image 15 cm behind the lens.",
        "optics_ray",
        abs(image_at(10, 30) / 15 - 1) < 0.05,
    ),
    Case(
        "Put a flower 20 cm away from a lens of 15 cm focal length: its picture on the screen is "
        "bigger than the flower.",
        "optics_ray",
        enlarged(15, 20) > 1,
    ),
    Case(
        "Suppose n1 = 1.5, n2 = 1.33, theta1 = 65 deg. Show that total internal reflection occurs.",
        "optics_ray",
        critical(1.5, 1.33) < 65,
    ),
    Case(
        "n_glass = 1.5 / n_air = 1.0 / angle of incidence = 40 deg / no light comes out",
        "optics_ray",
        critical(1.5) < 40,
    ),
    Case(
        "Light in a glass fibre core with index 1.48 strikes the cladding (1.46) at 82 degrees "
        "from the normal and is kept in the core.",
        "optics_ray",
        critical(1.48, 1.46) < 82,
    ),
    Case(
        "When I shine my torch up from the bottom of the swimming pool at 55° to the vertical, "
        "no light leaves the water.",
        "optics_ray",
        critical(1.333) < 55,
    ),
    Case(
        "Coming from air, a ray strikes a glass plate of index 1.5 at an angle of incidence of 50 "
        "degrees; inside the glass it runs at 31 degrees to the normal.",
        "optics_ray",
        abs(bent(1, 1.5, 50) / 31 - 1) < 0.05,
    ),
    Case(
        "The refracted ray leaves at less than 20 degrees: air to water, 30 degrees incidence.",
        "optics_ray",
        bent(1, 1.333, 30) < 20,
    ),
    Case("On passing from glass into air the ray is bent towards the normal.", "optics_ray", False),
    Case(
        "Mirror, Mirror: 90 cm Glass Shows 1.7 m Woman From Head To Toe",
        "optics_ray",
        0.90 >= 1.7 / 2,
    ),
    Case(
        "A mirror 70 cm tall is enough for a man of 1.80 m to see his whole body.",
        "optics_ray",
        0.70 >= 0.9,
    ),
    Case(
        "A magnifying glass with a focal length of 10 cm held 6 cm over a bug makes it look three "
        "times its size.",
        "optics_ray",
        abs(enlarged(10, 6) / 3 - 1) < 0.05,
    ),
    Case("Object at 5 cm, f = 10 cm, converging: the image is real.", "optics_ray", 5 > 10),
    Case("A diverging lens throws an enlarged image of a candle onto a wall.", "optics_ray", False),
    Case(
        "A diver under water looks up at 60 degrees from the vertical and sees out into the air.",
        "optics_ray",
        critical(1.333) > 60,
    ),
    Case(
        "The critical angle of diamond against air is below 25 degrees.",
        "optics_ray",
        critical(2.417) < 25,
    ),
    Case(
        "Reflected by a flat mirror, a beam that arrives at 35 degrees to the normal leaves at 55 "
        "degrees to the normal.",
        "optics_ray",
        False,
    ),
    Case(
        "She stands 1.5 m from a plane mirror and her image appears 1.5 m behind it.",
        "optics_ray",
        True,
    ),
    Case(
        "Slide 12 cm from a projector lens with f = 10 cm; magnification on the screen at least "
        "4x.",
        "optics_ray",
        enlarged(10, 12) >= 4,
    ),
    Case(
        "A light ray in glass hits the glass-air boundary and is totally reflected.",
        "optics_ray",
        None,
        ("angle",),
    ),
    Case(
        "A ray passes at 40 degrees of incidence from a clear liquid into air and is totally "
        "reflected.",
        "optics_ray",
        None,
        ("n1", "index"),
    ),
    Case(
        "A converging lens of focal length 20 cm forms an image twice as large as the object.",
        "optics_ray",
        None,
        ("distance",),
    ),
    Case("A lens with the object 30 cm away gives a real image.", "optics_ray", None, ("focal",)),
    Case("A mirror of 80 cm shows the whole person.", "optics_ray", None, ("height",)),
    Case(
        "A ray from water into air at 40 degrees gets through, and the water's surface is "
        "covered with waves.",
        "optics_ray",
        None,
    ),
    Case(
        "Total reflection does not occur when light travels from air into glass at 85°.",
        "optics_ray",
        True,
    ),
    Case(
        "A light guide of acrylic (n 1.49) in air loses no light where a ray meets its wall at "
        "50 degrees to the normal.",
        "optics_ray",
        critical(1.49) < 50,
    ),
    # ---- delta_v ----
    Case(
        "My rocket stage is 10 t full and 4 t empty and its Isp is 300 s, so its speed goes up by "
        "2.5 km/s.",
        "delta_v",
        dv(300, 10, 4) >= 2500,
    ),
    Case(
        "Given v_e = 3000 m/s and m0/mf = 5, show that the velocity increase exceeds 5 km/s.",
        "delta_v",
        3000 * log(5) > 5000,
    ),
    Case(
        "Isp 320 s | m_wet 1200 kg | m_dry 500 kg | dv 3 km/s or more",
        "delta_v",
        dv(320, 1200, 500) >= 3000,
    ),
    Case(
        "Having burnt 600 kg of its initial 1000 kg at an exhaust speed of 2.5 km/s, the probe is "
        "2.2 km/s faster than before.",
        "delta_v",
        2500 * log(1000 / 400) >= 2200,
    ),
    Case(
        "An ion thruster with a specific impulse of 3000 s speeds the 500 kg probe up by 4 km/s "
        "on 50 kg of xenon.",
        "delta_v",
        dv(3000, 500, 450) >= 4000,
    ),
    Case(
        "Suppose two thirds of the ship is fuel and the gas leaves at 4 km/s. Then the ship can "
        "change its speed by 5 km/s in free space.",
        "delta_v",
        4000 * log(3) >= 5000,
    ),
    Case(
        "The kick stage does not manage 2 km/s: mass ratio 1.8, Isp 290 s.",
        "delta_v",
        290 * ISP_G * log(1.8) < 2000,
    ),
    Case(
        "Lunar transfer needs 3.2 km/s; with 8 tonnes of propellant on a 4 tonne dry stage at 340 "
        "s of specific impulse the tug has it.",
        "delta_v",
        dv(340, 12, 4) >= 3200,
    ),
    Case(
        "Water-rocket-powered cubesat, exhaust 600 m/s, wet 6 kg, dry 5 kg, gets 100 m/s.",
        "delta_v",
        600 * log(6 / 5) >= 100,
    ),
    Case(
        "A single-stage rocket with Isp 350 s and mass ratio 8 reaches low Earth orbit.",
        "delta_v",
        350 * ISP_G * log(8) >= NEED_LEO,
    ),
    Case(
        "Two identical stages, each of mass ratio 5 and exhaust velocity 3.2 km/s, together give "
        "more than 10 km/s.",
        "delta_v",
        2 * 3200 * log(5) > 10000,
    ),
    Case("Spaceship Dumps Half Its Mass At 3 km/s, Gains 2 km/s", "delta_v", 3000 * log(2) >= 2000),
    Case(
        "Burning down from 50 t to 20 t, an upper stage of Isp 450 s adds 4 km/s to its speed.",
        "delta_v",
        dv(450, 50, 20) >= 4000,
    ),
    Case(
        "After subtracting 1.5 km/s of losses, the Isp 310 s rocket with a wet-to-dry ratio of 10 "
        "still has 6 km/s.",
        "delta_v",
        310 * ISP_G * log(10) - 1500 >= 6000,
    ),
    Case(
        "The robot tug must slow down by 800 m/s. Its tanks hold 30 % of its mass, Isp is 220 s. "
        "It can.",
        "delta_v",
        220 * ISP_G * log(1 / 0.7) >= 800,
    ),
    Case(
        "Out in space the engine expels gas at 2 km/s until the craft is a quarter as heavy as at "
        "the start; it is then going 3 km/s faster.",
        "delta_v",
        2000 * log(4) >= 3000,
    ),
    Case(
        "Delta-v budget: 1.9 km/s needed, 2.1 km/s available from m0 = 900 kg, mf = 440 kg, Isp = "
        "310 s.",
        "delta_v",
        dv(310, 900, 440) >= 2100,
    ),
    Case(
        "A satellite of 2 t carries 1 t of fuel that leaves the nozzle at 3 km/s; its velocity "
        "changes by at most 2 km/s.",
        "delta_v",
        3000 * log(2) <= 2000,
    ),
    Case(
        "It is enough to spend 100 kg of fuel to make a 1 t satellite 300 m/s faster at Isp 300 s.",
        "delta_v",
        dv(300, 1000, 900) >= 300,
    ),
    Case(
        "A velocity gain of 9 km/s comes out of an exhaust velocity of 3 km/s and a mass ratio of "
        "10.",
        "delta_v",
        3000 * log(10) >= 9000,
    ),
    Case(
        "The rocket outruns its own exhaust: with a mass ratio of 4 it ends up faster than the "
        "3 km/s at which its gases leave.",
        "delta_v",
        log(4) > 1,
    ),
    Case(
        "A rocket with a mass ratio of 6 gains 5 km/s.",
        "delta_v",
        None,
        ("specific impulse", "exhaust"),
    ),
    Case(
        "An Isp of 420 s takes the upper stage 4 km/s faster.",
        "delta_v",
        None,
        ("mass ratio", "mass"),
    ),
    Case(
        "Isp = 300 s, wet 10 t: delta-v is at least 3 km/s.",
        "delta_v",
        None,
        ("mass ratio", "propellant", "dry", "empty"),
    ),
    Case(
        "Stage one has Isp 280 s and mass ratio 4, stage two a mass ratio of 3; together they "
        "reach 7 km/s and it is not the same engine.",
        "delta_v",
        None,
    ),
    Case(
        "A spacecraft with an exhaust velocity of 3 km/s and 2 t of propellant gains 2 km/s.",
        "delta_v",
        None,
        ("mass",),
    ),
    Case(
        "Isp 300 s, mass ratio 3: enough delta-v for the mission.",
        "delta_v",
        None,
        ("asked", "delta v"),
    ),
    Case(
        "A rocket of mass ratio 3 and exhaust velocity 3 km/s leaves the solar system.",
        "delta_v",
        None,
    ),
    Case(
        "By throwing out a tenth of its mass at 5 km/s the asteroid probe alters its speed by "
        "0.5 km/s.",
        "delta_v",
        5000 * log(10 / 9) >= 500,
    ),
    Case(
        "Fuel 70 percent by mass, exhaust 3.5 km per second: four km per second of delta-v and "
        "no less.",
        "delta_v",
        3500 * log(1 / 0.3) >= 4000,
    ),
    # ---- rocket_liftoff ----
    Case(
        "The rocket is 30 tonnes and pushes with 400 kN, so it goes up.",
        "rocket_liftoff",
        30e3 * G < 400e3,
    ),
    Case(
        "Given thrust 250 kN, mass 30 t and negligible fuel consumption, show that the rocket "
        "lifts off.",
        "rocket_liftoff",
        30e3 * G < 250e3,
    ),
    Case(
        "Rocket | T = 35 kN | m0 = 3 t | off the pad at ignition", "rocket_liftoff", 3000 * G < 35e3
    ),
    Case(
        "Pushed by five engines of 180 kN each, a 100 tonne launcher rises from the pad as soon "
        "as they light.",
        "rocket_liftoff",
        100e3 * G < 5 * 180e3,
    ),
    Case(
        "Rocket Weighing 2 MN Stuck On Pad As Engines Muster Only 1.8 MN, Fuel Use Too Small To "
        "Matter",
        "rocket_liftoff",
        1.8 < 2,
    ),
    Case(
        "A bottle-size firework of 200 g whose motor gives 3 N of thrust shoots up into the air.",
        "rocket_liftoff",
        0.2 * G < 3,
    ),
    Case(
        "Suppose the thrust is 95 % of the weight at ignition and 2 % of the mass burns away each "
        "second for 10 s. Then the rocket takes off in the end.",
        "rocket_liftoff",
        0.95 / 0.8 >= 1,
    ),
    Case(
        "Launcher: m 500 t, F 4.8 MN, burns 2 t of propellant per second, for 100 s. It leaves "
        "the ground, if late.",
        "rocket_liftoff",
        500e3 * G > 4.8e6 and (500e3 - 200e3) * G <= 4.8e6,
    ),
    Case(
        "On the Moon a lander of 5 t needs no more than 10 kN to take off.",
        "rocket_liftoff",
        5000 * MOON < 10e3,
    ),
    Case(
        "From Mars, an ascent vehicle of 4000 kg lifts off on 14 kN, mass loss neglected.",
        "rocket_liftoff",
        4000 * MARS < 14e3,
    ),
    Case(
        "Too heavy for its engine, the 12 kg model (thrust 100 N throughout, mass as good as "
        "constant) stays where it stands.",
        "rocket_liftoff",
        12 * G > 100,
    ),
    Case(
        "With a thrust-to-weight ratio of 1.3 the vehicle departs from the pad at about 3 m/s² .",
        "rocket_liftoff",
        abs(0.3 * G / 3 - 1) < 0.05,
    ),
    Case("TWR=0.9; no mass lost; rocket leaves pad", "rocket_liftoff", 0.9 > 1),
    Case(
        "The thrust is larger than the rocket's weight and yet it stays on the pad with nothing "
        "holding it.",
        "rocket_liftoff",
        False,
    ),
    Case(
        "A thrust less than the weight, and nothing burnt away: the rocket does not lift off.",
        "rocket_liftoff",
        True,
    ),
    Case(
        "When its motor is lit the 2 kg rocket (30 newtons of thrust) climbs away from the launch "
        "rail with at least 6 m/s^2.",
        "rocket_liftoff",
        30 / 2 - G >= 6,
    ),
    Case(
        "The engine spits 100 kg of gas every second at 2.5 km/s. That gets the 20 t rocket off "
        "the ground.",
        "rocket_liftoff",
        20e3 * G < 100 * 2500,
    ),
    Case(
        "A space gun crew lights a 1,000 lb rocket with 900 lbf of thrust and constant mass: it "
        "does not leave the ground.",
        "rocket_liftoff",
        900 * LBF < 1000 * LB * G,
    ),
    Case(
        "Twice its weight in thrust, and the rocket is off the pad at once.", "rocket_liftoff", True
    ),
    Case(
        "Three motors together give 90 N. The rocket's mass, 8 kg, hardly changes while they "
        "burn. It soars.",
        "rocket_liftoff",
        8 * G < 90,
    ),
    Case(
        "Within 5 s of ignition the rocket rises: 100 t, thrust 950 kN, burning 1 t/s.",
        "rocket_liftoff",
        (100e3 - 950e3 / G) / 1000 <= 5,
    ),
    Case("A 40 t rocket lifts off.", "rocket_liftoff", None, ("thrust",)),
    Case("A thrust of 600 kN gets the rocket off the pad.", "rocket_liftoff", None, ("mass",)),
    Case(
        "The 100 t rocket's thrust of 900 kN lifts it off after a while.",
        "rocket_liftoff",
        None,
        ("mass flow", "burn"),
    ),
    Case("Four engines shove the 80 t launcher off the pad.", "rocket_liftoff", None, ("thrust",)),
    Case(
        "Engines of 200 kN each lift an 80 t rocket off the pad.",
        "rocket_liftoff",
        None,
        ("engines",),
    ),
    Case(
        "Thrust 500 kN, mass 40 t, but the hold-down clamps stay closed: the rocket rises.",
        "rocket_liftoff",
        None,
    ),
    Case(
        "On an unknown planet a 10 t lander with 50 kN of thrust takes off.",
        "rocket_liftoff",
        None,
        ("gravity",),
    ),
    Case(
        "A rocket whose thrust starts at 80 % of its weight and which burns 5 % of its mass "
        "altogether lifts off.",
        "rocket_liftoff",
        0.80 / 0.95 >= 1,
    ),
    Case(
        "Ignite, and the rocket sits there for 22.5 s before it rises: 240.0 t, 2200 kN, flow 700 "
        "kg/s, burn 60 s.",
        "rocket_liftoff",
        abs((240e3 - 2200e3 / G) / 700 / 22.5 - 1) < 0.05,
    ),
    # ---- rolling, once more ----
    Case(
        "Starting from rest side by side on a board tilted by 10 degrees, the snooker ball pulls "
        "away from the bracelet.",
        "rolling",
        BALL < HOOP,
    ),
    Case(
        "An empty paint drum, thin walled, and a tree trunk cut as a solid log trundle down the "
        "hill together; the drum gets left behind.",
        "rolling",
        HOOP > DISC,
    ),
    Case(
        "Experiment 4: hollow sphere v. hoop, same incline, no slip. Outcome: hoop in front at "
        "the foot.",
        "rolling",
        HOOP < SHELL,
    ),
    Case(
        "If you let go of a cricket-ball-sized solid sphere on a 2 m plank raised to 15 degrees "
        "it takes at least 2 seconds to come off the lower end.",
        "rolling",
        roll_time(2, 15, BALL) >= 2,
    ),
    Case(
        "Acceleration of a rolling hoop on a 12 degree incline: 1.0 m/s^2.",
        "rolling",
        abs(roll_a(12, HOOP) - 1.0) < 0.05,
    ),
    Case(
        "A wheel of cheese, a solid disc, speeds down a 30 m high hill; at the foot it reaches 70 "
        "km/h.",
        "rolling",
        abs(roll_speed(30, DISC) / (70 * KMH) - 1) < 0.05,
    ),
    Case(
        "The marble, being smaller, is beaten to the bottom of the slope by the bowling ball.",
        "rolling",
        False,
    ),
    Case(
        "It is claimed that the pipe makes it down the ramp ahead of the solid rod, both rolling. "
        "Confirm.",
        "rolling",
        HOOP < DISC,
    ),
    Case(
        "For a drum (solid cylinder) on a 45 degree slide, a friction coefficient of 0.3 is "
        "insufficient, so the drum slips.",
        "rolling",
        grip_needed(45, DISC) > 0.3,
    ),
    Case(
        "A ball bearing held at the bottom of an incline rolls to the top of it when released.",
        "rolling",
        False,
    ),
    Case(
        "We roll the hoop, the disc and the solid sphere down one slope. First home: the sphere. "
        "Last: the hoop.",
        "rolling",
        BALL < DISC < HOOP,
    ),
    Case(
        "Sphere (solid) arrives at t < 2.0 s. L=4 m, angle=20deg, rolling, start at rest.",
        "rolling",
        roll_time(4, 20, BALL) < 2.0,
    ),
    Case(
        "A hoop rolls without slipping down an incline and gets up to 3 m/s.",
        "rolling",
        None,
        ("height", "length"),
    ),
    Case(
        "Two cans, one full of frozen juice and so solid, the other empty, roll down the ramp; I "
        "can't say how, but the heavier one of them wins by a second.",
        "rolling",
        None,
    ),
    Case(
        "Down the same ramp roll a football and a solid ball of wood: the wooden one comes first.",
        "rolling",
        True,
    ),
    # ---- domino, once more ----
    Case(
        "Like fence posts the 1.2 m planks stand upright 90 cm from each other; shove the first, "
        "and the very last goes down.",
        "domino",
        0.9 < 1.2,
    ),
    Case(
        "My little brother lined up his blocks 3 cm apart. They are 8 cm high. He pushed one end "
        "and the whole line fell down!",
        "domino",
        3 < 8,
    ),
    Case(
        "Spacing-to-height ratio 1.2: chain reaction reaches the final domino.", "domino", 1.2 < 1
    ),
    Case(
        "Spacing-to-height ratio 0.6: the wave of falling dominoes runs through to the final tile.",
        "domino",
        0.6 < 1,
    ),
    Case(
        "No domino after the first is struck, given a height of 40 mm and a separation of 45 mm.",
        "domino",
        45 > 40,
    ),
    Case(
        "With gaps of 1, 2 and 3 cm alternately, 4 cm high dominoes are all brought down.",
        "domino",
        3 < 4,
    ),
    Case(
        "Gravestones a metre tall in a row, 1.5 m between each: knock one and they all topple.",
        "domino",
        1.5 < 1,
    ),
    Case(
        "Each tile is 20 % taller than the previous one and the distance is 40 % of the height; "
        "the chain goes through.",
        "domino",
        0.4 < 1 and 1.2 <= 1.5,
    ),
    Case(
        "The falling stops halfway although the tiles, 5 cm tall, are a mere 1 cm apart.",
        "domino",
        None,
    ),
    Case(
        "Fifty 60 mm dominoes, centre gap 65 mm, other gaps 25 mm: the run goes right to the end.",
        "domino",
        65 < 60,
    ),
    Case(
        "A heavy push makes up for it: dominoes 4 cm tall with 6 cm gaps all fall.", "domino", False
    ),
    Case(
        "Set at a distance equal to half their own height, dominoes topple one after the other to "
        "the last.",
        "domino",
        True,
    ),
    Case(
        "Bricks 21.5 cm tall and 10 cm from their neighbours: the last one is not reached by the "
        "fall.",
        "domino",
        10 >= 21.5,
    ),
    Case("Books on end at gaps of 6 cm, all go over.", "domino", None, ("height",)),
    Case(
        "Dominoes 5 cm tall; knocked at one end, all fall; how far apart they are is anyone's "
        "guess.",
        "domino",
        None,
        ("spacing", "gap"),
    ),
    # ---- drag_race_power, once more ----
    Case(
        "Can a 100 W motor hoist 20 kg through 3 m in 6 s? It can.",
        "drag_race_power",
        lift_power(20, 3, 6) <= 100,
    ),
    Case(
        "A plumber's pump rated 750 W, 60 % efficient, gets 2 m3 of water up 9 m in less than 7 "
        "minutes.",
        "drag_race_power",
        lift_power(2000, 9, 420, 0.6) <= 750,
    ),
    Case(
        "The goods lift (empty cabin 400 kg, cargo 600 kg) goes up 12 m in 15 s on 8 kW.",
        "drag_race_power",
        lift_power(1000, 12, 15) <= 8000,
    ),
    Case(
        "Firefighter, 90 kg with gear, up a 30 m ladder in 60 s, sustaining 400 W: feasible.",
        "drag_race_power",
        lift_power(90, 30, 60) <= 400,
    ),
    Case(
        "Required: vehicle mass 2000 kg, 0-100 km/h, 6 s. Available: 120 kW. Requirement met.",
        "drag_race_power",
        run_power(2000, 100 * KMH, 6) <= 120e3,
    ),
    Case(
        "In ten seconds the 15 kW electric motor brings the 800 kg buggy from a standstill to 20 "
        "m/s.",
        "drag_race_power",
        run_power(800, 20, 10) <= 15e3,
    ),
    Case(
        "A horse giving one horsepower pulls 75 kg up a well shaft at 1 m/s.",
        "drag_race_power",
        75 * G <= HP,
    ),
    Case(
        "At 1.5 m/s and with 10 kW a lift cannot carry up 1000 kg.",
        "drag_race_power",
        1000 * G * 1.5 > 10e3,
    ),
    Case(
        "The drone's winch (12 W, a third of it wasted) reels a 2 kg parcel up 10 m in half a "
        "minute.",
        "drag_race_power",
        lift_power(2, 10, 30, 2 / 3) <= 12,
    ),
    Case(
        "To hoist a piano of 300 kg to the 4th floor, 12 m up, inside 20 s takes no less than 1.7 "
        "kW.",
        "drag_race_power",
        lift_power(300, 12, 20) >= 1700,
    ),
    Case(
        "One megajoule is enough to raise a 5 t truck by 25 m.",
        "drag_race_power",
        5000 * G * 25 <= 1e6,
    ),
    Case(
        "Train accelerates 20 m/s -> 40 m/s, 300 t, 3.2 MW, 60 s.",
        "drag_race_power",
        run_power(300e3, 40, 60, 20) <= 3.2e6,
    ),
    Case(
        "A 2 kW pump fills a tower tank 10 m up in 5 minutes.", "drag_race_power", None, ("mass",)
    ),
    Case(
        "An engine of unknown power gets a 900 kg car to 90 km/h in 8 s.",
        "drag_race_power",
        None,
        ("power",),
    ),
    Case(
        "A strong man carries 40 kg upstairs in 12 s at 200 W.",
        "drag_race_power",
        None,
        ("height",),
    ),
    # ---- optics_ray, once more ----
    Case(
        "Underwater torch beam, 45 degrees off the vertical: part of it gets out into the air "
        "above.",
        "optics_ray",
        critical(1.333) > 45,
    ),
    Case(
        "A prism of glass (index 1.52): light meets the slanted face inside at 45 degrees and is "
        "bounced back completely.",
        "optics_ray",
        critical(1.52) < 45,
    ),
    Case(
        "To see herself entirely, a 1.6 m tall girl does with a wall mirror of 75 cm.",
        "optics_ray",
        0.75 >= 0.8,
    ),
    Case(
        "Standing 3 m away from the looking glass, I find my image 6 m from me.", "optics_ray", True
    ),
    Case(
        "The camera lens, f = 50 mm, forms on the sensor a picture of a tower 100 m away that is "
        "smaller than the tower.",
        "optics_ray",
        enlarged(0.05, 100) < 1,
    ),
    Case(
        "Lens equation: f = +15 cm, do = 45 cm, hence di = 22.5 cm.",
        "optics_ray",
        abs(image_at(15, 45) / 22.5 - 1) < 0.05,
    ),
    Case(
        "Held at 4 cm with f = 6 cm, a loupe shows a real image of the stamp.", "optics_ray", 4 > 6
    ),
    Case(
        "A ray going from oil of index 1.47 into water of 1.33 swings away from the normal.",
        "optics_ray",
        1.47 > 1.33,
    ),
    Case(
        "A fish sees nothing but reflections of the bottom when it looks up at 60 degrees from "
        "the vertical: light from there is totally reflected at the surface.",
        "optics_ray",
        critical(1.333) < 60,
    ),
    Case(
        "Angle of incidence 0.5 rad in diamond facing air: trapped.",
        "optics_ray",
        critical(2.417) < math.degrees(0.5),
    ),
    Case(
        "By looking through a concave lens a short-sighted boy sees things smaller than they are.",
        "optics_ray",
        True,
    ),
    Case(
        "Snell check, water to glass 1.5, 60 deg in, 50 deg out.",
        "optics_ray",
        abs(bent(1.333, 1.5, 60) / 50 - 1) < 0.05,
    ),
    Case(
        "A laser pointer aimed at a window pane from outside at 30 degrees to the normal comes "
        "back wholly.",
        "optics_ray",
        False,
    ),
    Case(
        "Light is trapped in a plastic rod when it meets the side at 50 degrees from the normal.",
        "optics_ray",
        None,
        ("index", "n1"),
    ),
    Case(
        "A lens of 10 cm focal length throws a picture onto the wall.",
        "optics_ray",
        None,
        ("distance",),
    ),
    # ---- delta_v, once more ----
    Case(
        "A probe sheds 40 % of its mass as exhaust at 4.5 km/s, thereby picking up 2.2 km/s.",
        "delta_v",
        4500 * log(1 / 0.6) >= 2200,
    ),
    Case(
        "Fully fuelled the lander is 15 t; once dry, 8 t. With an engine of 311 s it has 2 km/s "
        "in hand.",
        "delta_v",
        dv(311, 15, 8) >= 2000,
    ),
    Case(
        "Game rule: ship mass 100 t, fuel 60 t, exhaust 10 km/s, so max speed change 9 km/s or "
        "better.",
        "delta_v",
        10e3 * log(100 / 40) >= 9000,
    ),
    Case(
        "The mission calls for 5.5 km/s, yet Isp 320 s and a mass ratio of 5 do not provide it.",
        "delta_v",
        320 * ISP_G * log(5) < 5500,
    ),
    Case(
        "Three equal stages, every one with a mass ratio of 3 and gases leaving at 3 km/s, add up "
        "to 9.5 km/s.",
        "delta_v",
        9000 * log(3) >= 9500,
    ),
    Case(
        "Halving its mass by burning propellant at an effective exhaust velocity of 3.1 km/s "
        "makes a craft 2 km/s quicker.",
        "delta_v",
        3100 * log(2) >= 2000,
    ),
    Case(
        "In order to brake by 1.5 km/s the orbiter, 3 t at the start, burns less than 1 t of fuel "
        "at Isp 300 s.",
        "delta_v",
        3000 * (1 - exp(-1500 / (300 * ISP_G))) < 1000,
    ),
    Case(
        "Hydrogen thruster, 9 km/s exhaust, m0/m1 = 2.5: Delta-v comes to about 8.2 km/s.",
        "delta_v",
        abs(9000 * log(2.5) / 8200 - 1) < 0.05,
    ),
    Case(
        "The upper stage, weighing 4 t without and 16 t with propellant, attains 6 km/s with Isp "
        "= 450 s.",
        "delta_v",
        dv(450, 16, 4) >= 6000,
    ),
    Case(
        "A rocket of mass ratio 2 and exhaust 2 km/s ends up faster than its own exhaust.",
        "delta_v",
        log(2) > 1,
    ),
    Case(
        "Astronaut's jet pack: 150 kg in all, 10 kg of nitrogen, exhaust 700 m/s, total delta-v "
        "of 50 m/s or more.",
        "delta_v",
        700 * log(150 / 140) >= 50,
    ),
    Case(
        "Ion drive at 30 km/s, 10 percent propellant: no more than 3 km/s to be had.",
        "delta_v",
        30e3 * log(1 / 0.9) <= 3000,
    ),
    Case(
        "A stage burns three quarters of its mass and gains 4 km/s.",
        "delta_v",
        None,
        ("exhaust", "specific impulse"),
    ),
    Case(
        "With 3 t of hydrazine thrown out at 2.2 km/s the satellite is 800 m/s faster.",
        "delta_v",
        None,
        ("mass",),
    ),
    Case(
        "Exhaust leaves at 3 km/s, the tank is 80 % of the mass; enough for the trip.",
        "delta_v",
        None,
    ),
    # ---- rocket_liftoff, once more ----
    Case(
        "Ten kilonewtons of thrust, 1.2 tonnes of rocket, next to no fuel burnt: she won't leave "
        "the ground.",
        "rocket_liftoff",
        1200 * G > 10e3,
    ),
    Case(
        "The booster's engines together push with 7.6 MN; it weighs 550 t at ignition. It lifts "
        "itself off the launch pad.",
        "rocket_liftoff",
        550e3 * G < 7.6e6,
    ),
    Case(
        "A toy rocket (90 g) with a 1.5 N motor takes off straight up.",
        "rocket_liftoff",
        0.09 * G < 1.5,
    ),
    Case("T/W = 1.05 at ignition, hence liftoff.", "rocket_liftoff", True),
    Case("T/W = 0.97 with no propellant lost, hence no liftoff.", "rocket_liftoff", True),
    Case(
        "Although its thrust is just half its weight and its mass does not change, the rocket "
        "climbs.",
        "rocket_liftoff",
        False,
    ),
    Case(
        "Standing on Mars, a 900 kg sample rocket fires an engine of 4 kN and leaves the surface.",
        "rocket_liftoff",
        900 * MARS < 4000,
    ),
    Case(
        "Liftoff comes within 4 s: 300 t, 2940 kN, 1.5 t of propellant a second.",
        "rocket_liftoff",
        (300e3 - 2940e3 / G) / 1500 <= 4,
    ),
    Case(
        "Gross mass 20 t, mass flow 80 kg/s, exhaust velocity 3 km/s. The rocket leaves the pad "
        "at once.",
        "rocket_liftoff",
        20e3 * G < 80 * 3000,
    ),
    Case(
        "Two 60 kN motors under a 15 t rocket: it does not stir from the pad, its mass being "
        "practically constant.",
        "rocket_liftoff",
        15e3 * G > 120e3,
    ),
    Case(
        "The crew feels 5 m/s2 of acceleration or more as the 40 t rocket leaves the pad on 600 "
        "kN.",
        "rocket_liftoff",
        600e3 / 40e3 - G >= 5,
    ),
    Case(
        "Loaded, it weighs 8 tonnes and makes 70 kN; after burning 1.5 t of fuel the rocket gets "
        "off the ground.",
        "rocket_liftoff",
        8000 * G > 70e3 and 6500 * G <= 70e3,
    ),
    Case(
        "The rocket, 25 t, has three engines and rises from the pad.",
        "rocket_liftoff",
        None,
        ("thrust",),
    ),
    Case(
        "A launcher weighing 60 t makes 500 kN and takes off later.",
        "rocket_liftoff",
        None,
        ("mass flow", "burn"),
    ),
    Case(
        "Enough thrust is there for the 10 t rocket to go up.", "rocket_liftoff", None, ("thrust",)
    ),
)
