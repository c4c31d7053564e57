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
    Case("My marble and my napkin ring have a race down the slide. They both roll nicely without "
         "slipping, and the marble gets to the bottom before the ring.", "rolling", BALL < HOOP),
    Case("Suppose a solid disc and a solid ball roll without slipping from rest down the same 10 "
         "degree incline. Show that the disc arrives first.", "rolling", DISC < BALL),
    Case("Pipe offcut vs. solid bar of the same diameter, both rolled down a plank: the bar is at "
         "the bottom first.", "rolling", DISC < HOOP),
    Case("Released from rest at the top of a 3 m long incline sloping at 20 degrees, a uniform "
         "solid cylinder that rolls without slipping needs less than 1.8 s to reach the foot.",
         "rolling", roll_time(3, 20, DISC) < 1.8),
    Case("theta = 12 deg | L = 2.5 m | hollow sphere, pure rolling | t_bottom <= 1.5 s",
         "rolling", roll_time(2.5, 12, SHELL) <= 1.5),
    Case("A hoop is let go at the top of a ramp half a metre high; at the foot it is moving faster "
         "than 2 m/s, having rolled without slipping all the way.", "rolling",
         roll_speed(0.5, HOOP) > 2),
    Case("A log on a hillside rolls uphill without anything pushing it.", "rolling", False),
    Case("Barrel Rolls Itself Up Ramp From Standstill", "rolling", False),
    Case("The ball bearing does not beat the wedding ring when the two are rolled down a tilted "
         "tray.", "rolling", BALL >= HOOP),
    Case("Take a bowling ball and a hula hoop to the top of the hill and let both roll. The hula "
         "hoop wins.", "rolling", HOOP < BALL),
    Case("Given a coefficient of static friction of 0.15 and a slope of 30 degrees, a solid "
         "cylinder rolls without slipping.", "rolling", grip_needed(30, DISC) <= 0.15),
    Case("On a 20° slope with mu = 0.3 the hollow sphere does not skid as it rolls down.",
         "rolling", grip_needed(20, SHELL) <= 0.3),
    Case("The bike rim skids instead of rolling on a 40 degree ramp whose friction coefficient is "
         "0.35.", "rolling", grip_needed(40, HOOP) > 0.35),
    Case("Two solid steel balls, one of 1 kg and one of 10 kg, are rolled down the same slope; "
         "they arrive at the same time.", "rolling", True),
    Case("The bigger of two identical-material solid spheres wins the race down the incline.",
         "rolling", False),
    Case("Rolling down a slope of 15°, a solid ball picks up speed at 1.8 m/s² or better.",
         "rolling", roll_a(15, BALL) >= 1.8),
    Case("Robot places a coin on edge at the top of a 5 degree plank; coin rolls 1 m in under 2 s.",
         "rolling", roll_time(1, 5, DISC) < 2),
    Case("Please to see: a hollow ball and a full ball go down from the same hill by rolling, and "
         "the hollow ball comes later than the full one.", "rolling", SHELL > BALL),
    Case("A tyre comes down a hill 20 m high. It is doing more than 70 km/h at the bottom.",
         "rolling", False),  # even frictionless sliding gives 71; a tyre rolls, beta 0.5 to 1
    Case("At the bottom of a slope 5 metres in height the rolling solid sphere has a speed of "
         "8.4 m/s.", "rolling", abs(roll_speed(5, BALL) / 8.4 - 1) < 0.05),
    Case("A ball and a ring race down the ramp and they cross the finish line simultaneously.",
         "rolling", False),
    Case("A marble rolls down a 2 m long track and gets to the end in under 1.5 s.", "rolling",
         None, ("angle", "steep")),
    Case("On a 25° ramp the solid cylinder reaches the bottom within 1.5 s.", "rolling", None,
         ("length", "way")),
    Case("A ball on a 30 degree slope: it reaches the bottom, 4 m further down the slope, in "
         "1.51 s.", "rolling", None, ("beta", "shape")),
    Case("A hollow sphere rolls down without slipping although the friction coefficient is only "
         "0.2.", "rolling", None, ("angle", "steep")),
    Case("A hoop rolls without slipping down a 35° hill with a not so good grip of unknown "
         "friction coefficient.", "rolling", None, ("friction",)),
    Case("Down the plank go a sliding wooden block and a rolling solid ball; the block wins.",
         "rolling", None, ("friction",)),
    Case("A cylinder and a ball, both rolling, are raced down an incline: the ball wins.",
         "rolling", None, ("beta", "shape", "hollow")),
    Case("The empty can loses to the solid ball on the way down the ramp.", "rolling",
         HOOP > BALL),
    Case("Let a solid sphere start at rest on a 6 m slope inclined at 30°. Its speed at the lower "
         "end is at most 6 m/s if it rolls cleanly.", "rolling", roll_speed(3, BALL) <= 6),
    # ---- domino ----
    Case("Grandpa put up the dominoes, each as tall as 5 cm and 2 cm from the next. One little "
         "push and every single one came tumbling down.", "domino", 2 < 5),
    Case("Domino height / 48 mm, pitch gap / 60 mm, first one pushed, last one falls.", "domino",
         60 < 48),
    Case("Suppose bricks 20 cm tall are stood on end in a row with 8 cm of clear floor between one "
         "and the next. Knocking the first one over fells the entire row.", "domino", 8 < 20),
    Case("World record attempt: 500 slabs, each 1 m tall, 60 cm apart, all topple one after "
         "another.", "domino", 0.6 < 1),
    Case("The run dies after the first tile: tiles are 4 cm tall and there is 5 cm of nothing "
         "between them.", "domino", 5 > 4),
    Case("With the gap twice the height of a domino, the chain still runs to the end.", "domino",
         2 < 1),
    Case("A child stands 30 dominoes in a line, 10 mm apart and 45 mm high. After she flicks the "
         "first, none is left standing.", "domino", 10 < 45),
    Case("Gaps alternate: 2 cm, then 6 cm, then 2 cm, and so on. The dominoes are 5 cm tall. Tip "
         "the first and the last one comes down too.", "domino", 6 < 5),
    Case("All of the dominoes (height h = 50 mm) go down although there is one gap of 70 mm; the "
         "others are 20 mm.", "domino", 70 < 50),
    Case("Chain Reaction Grinds To A Halt As 6-Inch Dominoes Are Set 7 Inches Apart", "domino",
         7 > 6),
    Case("Tipped by a finger, the first of a hundred dominoes, 4.8 cm in height and placed every "
         "2.4 cm (gap), sets off a wave that arrives at the last one.", "domino", 2.4 < 4.8),
    Case("The last domino is still upright at the end: the pieces are 44 mm tall, the clearance is "
         "15 mm.", "domino", 15 >= 44),
    Case("Take wooden planks 2 m long, stand them upright with 2.5 m of space in between, push "
         "over the first: the whole line collapses.", "domino", 2.5 < 2),
    Case("Every domino is 1.4 times the size of its predecessor and the gaps are half a height; "
         "the largest is toppled in the end.", "domino", 1.4 <= 1.5),
    Case("Each domino twice as big as the one before, gaps a third of the height, and the whole "
         "chain goes.", "domino", 2 <= 1.5),
    Case("Robot sets cereal boxes 30 cm high in a row 12 cm apart. It nudges box 1. Box 25, the "
         "last, falls as well.", "domino", 12 < 30),
    Case("The dominoes stand farther from each other than they are high, yet all of them fall when "
         "the first is knocked.", "domino", False),
    Case("The dominoes stand closer to each other than they are high; nudging the first makes all "
         "of them fall.", "domino", True),
    Case("Domino chain interrupted: spacing 3 cm, height 6 cm.", "domino", 3 >= 6),
    Case("Five dominoes, each two inches tall, separated by an inch and a half: the toppling "
         "travels down the line to the last.", "domino", 1.5 < 2),
    Case("h: 0.05 m, s: 0.03 m, N: 40; result: all down", "domino", 0.03 < 0.05),
    Case("The first domino falls but does not touch the second, for they are 50 mm tall and 55 mm "
         "apart.", "domino", 55 > 50),
    Case("Four centimetre tall dominoes in a row all fall after the first is pushed.", "domino",
         None, ("spacing", "gap")),
    Case("Dominoes at intervals of 3 cm go over one by one until the last lies flat.", "domino",
         None, ("height",)),
    Case("Each domino is a bit bigger than the last, gaps are half the height; the biggest falls "
         "too.", "domino", None, ("growth", "larger")),
    Case("A long line of dominoes falls completely after a tap on the first.", "domino", None,
         ("height", "gap", "spacing")),
    Case("Dominoes 5 cm tall and 2 cm apart fall, and one of them was taken out of the row.",
         "domino", None),
    Case("Dominoes of height 5 cm and spacing 2 cm are standing with the third one glued to the "
         "table; the last one falls.", "domino", None),
    Case("Cubes 10 cm on a side stand in a row with 4 cm gaps; pushing one over topples the rest.",
         "domino", None, ("push", "thick")),
    Case("A run of upright books 24 cm high at 10 cm spacing stops before reaching the last book.",
         "domino", 10 >= 24),
)
