"""Whether the statements of checks are true of a motion, by where the bodies are.

Each is written out anew from the statement's words: nothing here knows of claims.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.scene import Body, Box, Disc
from tests.physics.families.filmed import PaintedFilm

Floats = NDArray[np.float64]
# What moves or turns by less than this share of the picture, or angle, is not seen to.
SHARE = 0.02
STILL_RAD = np.radians(6.0)


@dataclass(frozen=True)
class Seen:
    """A film by its motion: where a body is at each moment, and how large it is."""

    film: PaintedFilm

    def body(self, name: str) -> Body:
        return next(b for b in self.film.scene.bodies if b.name == name)

    def has(self, name: str) -> bool:
        return any(b.name == name for b in self.film.scene.bodies)

    def _poses(self, name: str) -> Floats:
        place = [b.name for b in self.film.scene.bodies].index(name)
        return self.film.motion.poses[:, place]

    def x(self, name: str) -> Floats:
        return self._poses(name)[:, 0]

    def y(self, name: str) -> Floats:
        return self._poses(name)[:, 1]

    def angle(self, name: str) -> Floats:
        return self._poses(name)[:, 2]

    def half(self, name: str) -> tuple[float, float]:
        """Half its width and height; a disc's radius."""
        match self.body(name).shape:
            case Disc(radius_m):
                return radius_m, radius_m
            case Box(width_m, height_m):
                return width_m / 2, height_m / 2
            case _:
                raise ValueError(name)

    @property
    def little(self) -> float:
        """A way that is hardly seen."""
        scene = self.film.scene
        return SHARE * max(scene.x_max_m - scene.x_min_m, scene.y_max_m - scene.y_min_m)

    def is_still(self, name: str) -> bool:
        way = np.hypot(self.x(name) - self.x(name)[0], self.y(name) - self.y(name)[0])
        return bool(way.max() < self.little)

    def top(self, name: str) -> float:
        return float(self.y(name)[0] + self.half(name)[1])

    def bottom(self, name: str) -> Floats:
        return self.y(name) - self.half(name)[1]


def _over_the_wall(s: Seen) -> bool:
    past = s.x("ball") > s.x("wall")[0] + s.half("wall")[0]
    return bool(past.any()) and bool(s.bottom("ball")[past.argmax()] > 0)


def _meets_the_wall(s: Seen) -> bool:
    wide, high = s.half("wall")
    across = np.maximum(np.abs(s.x("ball") - s.x("wall")[0]) - wide, 0.0)
    above = np.maximum(np.abs(s.y("ball") - s.y("wall")[0]) - high, 0.0)
    return bool(np.hypot(across, above).min() < 1.2 * s.half("ball")[0])


def _beyond_the_gap(s: Seen) -> bool:
    left = s.x("landing")[0] - s.half("landing")[0]
    over = s.x("ball")[-1] > left - s.half("ball")[0]
    return bool(over and s.bottom("ball").min() > s.top("landing") - s.little)


def _lands(s: Seen, name: str = "ball") -> bool:
    return bool(s.bottom(name)[-1] < s.top("ground") + s.little) and not s.is_still(name)


def _upright(s: Seen) -> bool:
    names = [b.name for b in s.film.scene.bodies if b.name.startswith("box")]
    return all(s.is_still(n) and abs(s.angle(n)).max() < STILL_RAD for n in names)


def _one_after_another(s: Seen) -> bool:
    names = [b.name for b in s.film.scene.bodies if b.name.startswith(("domino", "last"))]
    falling = [abs(s.angle(n)) > np.radians(15.0) for n in names]
    if not all(f.any() for f in falling):
        return False
    when = [int(f.argmax()) for f in falling]
    return when == sorted(when) and when[-1] > when[0]


def _swings_back(s: Seen) -> bool:
    x = s.x("bob")
    far = x > s.little / 2
    return bool(far.any()) and bool((x[far.argmax() :] < s.little / 2).any())


def _no_higher(s: Seen) -> bool:
    far = s.x("bob") > 0
    return bool(s.y("bob")[far].max(initial=0.0) < s.y("bob")[0] + s.little)


def _in_the_lane(s: Seen) -> bool:
    way = np.hypot(s.x("car"), s.y("car"))
    return bool(way.max() < s.half("lane")[0] and way.min() > s.half("infield")[0])


def _after_the_floor(s: Seen) -> Floats:
    """Give the heights of a ball from where it first goes up again; empty if it never does."""
    y = s.y("ball")
    falls, rises = np.diff(y)[:-1] < 0, np.diff(y)[1:] > 0
    turns = np.flatnonzero(falls & rises)
    return y[turns[0] + 1 :] if len(turns) else y[:0]


def _gets_above(s: Seen) -> bool:
    return bool(_after_the_floor(s).max(initial=0.0) > s.y("ball")[0])


def _comes_back_up(s: Seen) -> bool:
    after = _after_the_floor(s)
    return len(after) > 0 and bool(after.max() > s.half("ball")[1] + s.little)


def _up_to_line(s: Seen, name: str) -> bool:
    """Whether a thing gets to the line, up or to the right."""
    line = s.body("line")
    assert isinstance(line.shape, Box)
    if line.shape.width_m > line.shape.height_m:
        return bool((s.y(name) + s.half(name)[1]).max() >= line.y_m - 0.1 * s.little)
    return bool((s.x(name) + s.half(name)[0]).max() >= line.x_m - 0.1 * s.little)


def _past_line(s: Seen, name: str) -> bool:
    line = s.body("line")
    assert isinstance(line.shape, Box)
    if line.shape.width_m > line.shape.height_m:
        return bool(s.bottom(name).max() > line.y_m - 0.1 * s.little)
    return bool((s.x(name) - s.half(name)[0]).max() > line.x_m - 0.1 * s.little)


def _gets_across(s: Seen) -> bool:
    if s.has("far_side"):
        return bool(s.x("jumper")[-1] > 0 and s.bottom("jumper")[-1] > -s.little) and bool(
            s.x("jumper")[-1] + s.half("jumper")[0] > s.x("far_side")[0] - s.half("far_side")[0]
        )
    return _up_to_line(s, "jumper")


def _moves_back(s: Seen) -> bool:
    x = s.x("striker")
    return bool(np.sign(x[-1] - x[-4]) == -np.sign(x[3] - x[0])) and abs(x[-1] - x[-4]) > 1e-6


def _stay_together(s: Seen) -> bool:
    gap = s.x("struck") - s.x("striker") - s.half("struck")[0] - s.half("striker")[0]
    return bool(gap[-1] < s.little)


def _struck_after_touch(s: Seen) -> bool:
    x = s.x("struck")
    gap = x - s.x("striker") - s.half("struck")[0] - s.half("striker")[0]
    moved = abs(x - x[0]) > s.little
    return bool(moved.any()) and bool(gap[: moved.argmax()].min() < s.little)


def _way(s: Seen, name: str) -> float:
    return float(np.hypot(s.x(name)[-1] - s.x(name)[0], s.y(name)[-1] - s.y(name)[0]))


def _at_the_foot(s: Seen) -> bool:
    return bool(s.bottom("first")[-1] < s.top("ground") + 3 * s.half("first")[0]) and (
        _way(s, "first") > 10 * s.little
    )


def _falls_all_the_time(s: Seen) -> bool:
    y = s.y("body")
    return bool((np.diff(y) < 1e-9).all() and y[0] - y[-1] > 10 * s.little)


def _held(s: Seen) -> bool:
    y, radius = s.y("body"), s.half("body")[0]
    return bool(y[-1] > y[0] - s.little and y[-1] > radius + s.little)


def _rests(x: Floats, little: float) -> bool:
    return bool(abs(x[-1] - x[-3]) < 0.05 * little)


def _side(s: Seen) -> bool:
    return bool(s.y("pulse")[-1] < 0)


def _beyond_the_glass(s: Seen) -> bool:
    return bool(s.x("image")[-1] > 0 > s.x("object")[-1])


def _one_piece(s: Seen) -> bool:
    pieces = [b.name for b in s.film.scene.bodies if b.name.startswith("piece")]
    turned = [abs(s.angle(n) - s.angle(n)[0]).max() for n in pieces]
    return bool(max(turned) < STILL_RAD)


def _ring_m(s: Seen) -> float:
    """The radius of the loop: how high its middle is above the body's lowest way."""
    pieces = [b.y_m for b in s.film.scene.bodies if b.name.startswith("loop_")]
    return (max(pieces) + min(pieces)) / 2


def _touches_top(s: Seen) -> bool:
    middle = _ring_m(s)
    way = np.hypot(s.x("body"), s.y("body") - middle)
    high = (s.y("body") > middle) & (abs(s.x("body")) < 0.3 * middle)
    return bool(high.any()) and bool(abs(way[high] - middle).max() < s.little)


Truth = Callable[[Seen], bool]
TRUTHS: Mapping[str, Mapping[str, Truth]] = {
    "free_fall": {"falls": _lands},
    "projectile": {
        "over_the_wall": _over_the_wall, "hits_the_wall": _meets_the_wall,
        "beyond_the_gap": _beyond_the_gap, "comes_down": _lands,
    },
    "incline": {"moves": lambda s: not s.is_still("block")},
    "stack": {
        "upright": _upright,
        "comes_down_upright": lambda s: bool(abs(s.angle("box_1")[-1]) < STILL_RAD),
    },
    "braking": {
        "stops_in_time": lambda s: not _past_line(s, "car") and s.x("car")[-1] + s.half("car")[0]
        <= s.body("line").x_m + 0.1 * s.little,
        "comes_to_rest": lambda s: _rests(s.x("car"), s.little),
    },
    "vertical_throw": {
        "turns": lambda s: bool(
            s.y("ball").max() > s.y("ball")[0] + s.little and s.y("ball")[-1] < s.y("ball").max()
        ),
    },
    "domino": {
        "last_falls": lambda s: bool(abs(s.angle("last")[-1]) > np.radians(45.0)),
        "one_after_another": _one_after_another,
    },
    "pendulum": {"returns": _swings_back, "no_higher": _no_higher},
    "buoyancy": {
        "stays_at_surface": lambda s: bool(
            s.y("body")[-1] + s.half("body")[1] > s.top("liquid") - s.little
        ),
        "lies_on_bottom": lambda s: bool(s.bottom("body")[-1] < s.top("ground") + s.little),
    },
    "loop": {
        "stays_on_the_track": lambda s: bool(
            s.x("body")[-1] > _ring_m(s) and s.y("body")[-1] < s.little
        ),
        "contact_at_the_top": _touches_top,
    },
    "bounce": {"rebounds": _comes_back_up, "above_its_start": _gets_above},
    "push_tip": {
        "stays_on_its_base": lambda s: bool(abs(s.angle("box")).max() < STILL_RAD),
        "moves_along": lambda s: not s.is_still("box"),
    },
    "truck_bed": {"load_stays": lambda s: s.is_still("load")},
    "flat_curve": {
        "keeps_to_the_lane": _in_the_lane,
        "turns_round": lambda s: bool(abs(np.ptp(s.angle("car"))) > np.radians(150.0)),
    },
    "banked_curve": {
        "stays_on_the_bank": lambda s: s.is_still("car"),
        "does_not_climb": lambda s: bool(s.y("car")[-1] < s.y("car")[0] + s.little / 2),
    },
    "rollover": {
        "stays_on_its_wheels": lambda s: bool(abs(s.angle("vehicle")).max() < STILL_RAD),
        "stays_in_place": lambda s: bool(abs(np.ptp(s.x("vehicle"))) < s.little),
    },
    "lever": {
        "beam_is_level": lambda s: bool(abs(s.angle("beam")).max() < STILL_RAD),
        "left_goes_down": lambda s: bool(s.angle("beam")[-1] > STILL_RAD),
        "right_goes_down": lambda s: bool(s.angle("beam")[-1] < -STILL_RAD),
    },
    "grip": {"body_is_held": lambda s: s.is_still("body")},
    "beam": {"stays_in_one_piece": _one_piece, "load_stays_up": lambda s: s.is_still("load")},
    "spring": {
        "is_thrown": lambda s: bool(
            np.hypot(s.x("body") - s.x("plate"), s.y("body") - s.y("plate")).max()
            > 4 * s.half("body")[0]
        ),
        "gets_there": lambda s: _up_to_line(s, "body"),
        "gets_past": lambda s: _past_line(s, "body"),
    },
    "column": {"bows_out": lambda s: not s.is_still("marker")},
    "atwood": {
        "one_rises_one_sinks": lambda s: bool(
            abs(s.y("rising")[-1] - s.y("rising")[0]) > s.little
            and abs(s.y("rising") + s.y("sinking") - s.y("rising")[0] - s.y("sinking")[0]).max()
            < s.little
        ),
        "rises": lambda s: bool(s.y("rising")[-1] > s.y("rising")[0] + s.little),
    },
    "torricelli": {
        "stays_below_surface": lambda s: bool(s.y("drop").max() < s.y("surface")[0] + s.little),
        "comes_out": lambda s: not s.is_still("drop"),
        "level_falls": lambda s: bool(s.y("float")[-1] < s.y("float")[0] - s.little),
    },
    "jump": {
        "leaves_the_ground": lambda s: bool(
            s.y("jumper").max() > s.y("jumper")[0] + s.little
            and s.y("jumper")[-1] < s.y("jumper").max() - s.little / 2
        ),
        "gets_there": _gets_across,
    },
    "heat": {
        "reaches_line": lambda s: bool(s.y("index").max() >= s.y("line")[0] - 0.1 * s.little),
        "index_rises": lambda s: bool(
            (np.diff(s.y("index")) > -1e-9).all() and not s.is_still("index")
        ),
    },
    "collision": {
        "is_struck": _struck_after_touch, "turns_back": _moves_back,
        "stay_together": _stay_together,
    },
    "terminal": {"falls": _falls_all_the_time},
    "drag_race_power": {
        "gets_there": lambda s: _past_line(s, "load"),
        "gets_fast": lambda s: _up_to_line(s, "pointer"),
    },
    "optics_ray": {
        "stays_on_its_side": _side,
        "image_shown": lambda s: s.has("image"),
        "beyond_the_glass": _beyond_the_glass,
        "image_is_taller": lambda s: s.half("image")[1] > 1.02 * s.half("object")[1],
    },
    "rocket_liftoff": {"leaves_the_pad": lambda s: not s.is_still("rocket")},
    "support": {"is_held": _held},
    "delta_v": {
        "gains_the_speed": lambda s: bool(s.x("pointer").max() >= s.x("asked")[0] - 0.1 * s.little),
        "propellant_is_used_up": lambda s: bool(
            s.y("propellant")[-1] < s.y("propellant")[0] - s.little
            and s.x("pointer")[-1] > s.x("pointer")[0] + s.little
        ),
    },
    "rolling": {
        "red_is_first": lambda s: _way(s, "first") > 1.01 * _way(s, "second"),
        "it_turns": lambda s: bool(abs(s.angle("first")[-1] - s.angle("first")[0]) > 1.0),
        "gets_down": _at_the_foot,
    },
}  # fmt: skip
