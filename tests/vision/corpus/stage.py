"""What plots share: bodies of drawn size and colour, the part of the world seen, questions."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

import numpy as np

from storyworld.physics.scene import Body, Box, Path, Polygon, Scene, Shape
from storyworld.records.scenario import BodyRole, Measure
from tests.vision.corpus.looks import Look
from tests.vision.corpus.plots import Asked, Broken, Known, Leg, Plot, Span, falls_to_s
from tests.vision.filming import MOVING, SUPPORT, ask

T = TypeVar("T")
MARK: Final = BodyRole.MARK
EARTH: Final = 9.81
MOON: Final = 1.62
_LOW_M: Final = 0.06  # of the view's height: what is seen of the ground


class Stage:
    """Draws what a plot needs. `high_m` is the view's height over the ground, metres."""

    def __init__(self, chance: np.random.Generator, look: Look, *, gravity: float = EARTH) -> None:
        self.chance, self.look, self.gravity = chance, look, gravity
        longest = 2.0 if gravity < 3 else 5.0
        shortest = longest / 4 if look.frame_rate_hz > 28 else longest / 2.5
        self.high_m = self.between(shortest, longest)
        self.wide_m = 1.75 * self.high_m
        self._colours = iter(look.colours)

    def between(self, low: float, high: float) -> float:
        return float(self.chance.uniform(low, high))

    def maybe(self, share: float) -> bool:
        return bool(self.chance.random() < share)

    def one_of(self, *things: T) -> T:
        return things[int(self.chance.integers(len(things)))]

    def side(self) -> int:
        return self.one_of(-1, 1)

    def size(self, low: float = 0.03, high: float = 0.07) -> float:
        """Draw a radius: a share of the view's height."""
        return self.between(low, high) * self.high_m

    def body(self, name: str, shape: Shape, path: Path | None, role: BodyRole = MOVING) -> Body:
        """Give a body in the next colour, where its path starts."""
        x, y, angle = path(np.zeros(1))[0] if path else (0.0, 0.0, 0.0)
        return Body(name, role, shape, next(self._colours), x, y, angle, path=path)

    def support(self, name: str, shape: Shape, x_m: float, y_m: float, *,
                role: BodyRole = SUPPORT) -> Body:  # fmt: skip
        return Body(name, role, shape, next(self._colours), x_m, y_m)

    def ground(self) -> Body:
        return self.support("ground", Box(400, 4), 0, -2)

    def plot(self, bodies: Sequence[Body], duration_s: float, asked: Sequence[Asked] = (),
             broken: Broken | None = None, *, low_m: float | None = None,
             ghosts: tuple[Body, ...] = (),
             hidden: Mapping[str, tuple[Span, ...]] | None = None) -> Plot:  # fmt: skip
        """Put a plot together; the camera sees from a little below the ground up."""
        low = -_LOW_M * self.high_m if low_m is None else low_m
        scene = Scene(
            tuple(bodies), self.gravity, duration_s, -self.wide_m / 2, self.wide_m / 2, low,
            self.high_m, float(f"{self.wide_m * self.between(0.12, 0.3):.2g}"),
        )  # fmt: skip
        bar = Asked(ask(Measure.SCALE_BAR_LENGTH, "scale_bar"))
        return Plot(scene, (*asked, bar), broken, ghosts, hidden or {})


def asked(measure: Measure, subject: str, known: Known | None = None, *,
          reference: str | None = None) -> Asked:  # fmt: skip
    question = ask(measure, subject, reference=reference)
    return Asked(question.revised(evidence=f"{measure.value}_{subject}"), known)


def of_flight(name: str, start: Leg, half_m: float, *, ground: str | None = "ground",
              lands: bool = True) -> list[Asked]:  # fmt: skip
    """Ask what belongs to a flight from its first frame on, with what its first leg says."""
    found = [
        asked(Measure.VERTICAL_ACCELERATION, name, -start.ay_m_s2),
        asked(Measure.HORIZONTAL_VELOCITY, name, start.vx_m_s),
    ]
    if start.vy_m_s > 0:
        rise = start.vy_m_s**2 / (-2 * start.ay_m_s2)
        apex = start.y_m - half_m + rise if ground else rise
        found.append(asked(Measure.APEX_HEIGHT, name, apex, reference=ground))
    if lands and ground:
        down_s = falls_to_s(start, half_m)
        landed = start.at(down_s)
        speed = math.hypot(landed.vx_m_s, landed.vy_m_s)
        found += [
            asked(Measure.FALL_TIME, name, down_s, reference=ground),
            asked(Measure.IMPACT_SPEED, name, speed, reference=ground),
        ]
        if start.vx_m_s:
            reach = abs(landed.x_m - start.x_m)
            found.append(asked(Measure.LANDING_DISTANCE, name, reach, reference=ground))
    return found


def of_displacement(name: str) -> Asked:
    """Ask for the largest distance from the start, known from the poses on film."""
    return asked(
        Measure.DISPLACEMENT, name, lambda p: float(np.hypot(*(p[:, :2] - p[0, :2]).T).max())
    )


def ramp(stage: Stage, angle_rad: float, length_m: float) -> Body:
    """Give a ramp that rises to the right from the view's left."""
    cos, sin = length_m * math.cos(angle_rad), length_m * math.sin(angle_rad)
    return stage.support("ramp", Polygon(((0, 0), (cos, 0), (cos, sin))), -cos / 2, 0)


def up_ramp(wedge: Body, angle_rad: float, half_m: float, run: Path) -> Path:
    """Give the path of a body whose distance along the ramp is the x of another path."""
    cos, sin = math.cos(angle_rad), math.sin(angle_rad)

    def path(times_s: np.ndarray) -> np.ndarray:
        s = run(times_s)[:, 0]
        x, y = wedge.x_m + s * cos - half_m * sin, wedge.y_m + s * sin + half_m * cos
        return np.stack([x, y, np.full_like(x, angle_rad)], axis=1)

    return path


Maker = Callable[[Stage], Plot]
