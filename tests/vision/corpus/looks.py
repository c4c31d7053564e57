"""How a film is made, by its seed: picture, colours, grain, blur, flicker, compression."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from storyworld.physics.staging import SCALE_BAR_COLOUR
from storyworld.records.scenario import Colour, Framing

SIZES: Final = ((320, 180), (426, 240), (480, 270), (640, 360), (960, 540))
SIZE_SHARES: Final = (0.2, 0.2, 0.25, 0.25, 0.1)
RATES_HZ: Final = (20.0, 24.0, 25.0, 30000 / 1001, 30.0, 48.0, 50.0, 60.0)
LARGE_PX: Final = 900
LIGHT_BAR: Final[Colour] = (235, 235, 235)
_APART: Final = 60.0
_FROM_GROUND: Final = 90.0


@dataclass(frozen=True)
class Look:
    """How a film looks. `colours` are for bodies in any order, each unlike the others.

    On a dark ground the scale bar is light and there is no clock, whose mark is dark by its record.
    """

    framing: Framing
    ground: Colour
    bar: Colour
    colours: tuple[Colour, ...]
    noise_sigma: float
    blur_px: float
    flicker: float
    crf: int

    @property
    def dark(self) -> bool:
        return self.bar == LIGHT_BAR

    @property
    def frame_rate_hz(self) -> float:
        return self.framing.frame_rate_hz


def draw_look(chance: np.random.Generator) -> Look:
    """Draw a look: the ranges are those that the observer is held to."""
    width, height = SIZES[chance.choice(len(SIZES), p=SIZE_SHARES)]
    rates = [r for r in RATES_HZ if width < LARGE_PX or r <= 30]
    dark = bool(chance.random() < 0.15)
    shade = chance.uniform(20, 70) if dark else chance.uniform(140, 250)
    ground = _byte(shade + chance.uniform(-8, 8, 3))
    bar = LIGHT_BAR if dark else SCALE_BAR_COLOUR
    return Look(
        framing=Framing(
            width_px=width,
            height_px=height,
            frame_rate_hz=float(chance.choice(rates)),
            zoom=float(chance.uniform(0.75, 1.0)),
        ),
        ground=ground,
        bar=bar,
        colours=_colours(chance, ground, bar),
        noise_sigma=float(chance.uniform(0, 8)) if chance.random() < 0.7 else 0.0,
        blur_px=float(chance.uniform(0.3, 0.9)) if chance.random() < 0.4 else 0.0,
        flicker=float(chance.uniform(0, 0.02)) if chance.random() < 0.5 else 0.0,
        crf=int(chance.integers(18, 37)),
    )


def _colours(chance: np.random.Generator, ground: Colour, bar: Colour) -> tuple[Colour, ...]:
    """Draw colours: some a little apart in hue only, none nearer than can be told apart."""
    import colorsys

    found: list[Colour] = []
    hue = chance.random()
    similar = chance.random() < 0.3
    for _ in range(3000):
        hue = (hue + (chance.uniform(0.08, 0.2) if similar else chance.uniform(0.2, 0.8))) % 1
        red = colorsys.hsv_to_rgb(hue, chance.uniform(0.35, 0.95), chance.uniform(0.35, 0.95))
        colour = _byte(255 * np.array(red))
        near = [_distance(colour, other) for other in (*found, bar)]
        if min(near) >= _APART and _distance(colour, ground) >= _FROM_GROUND:
            found.append(colour)
        if len(found) == 6:
            return tuple(found)
    raise AssertionError("there are six colours that can be told apart on every ground")


def _byte(values: np.ndarray) -> Colour:
    red, green, blue = (int(v) for v in np.clip(np.rint(values), 0, 255))
    return red, green, blue


def _distance(one: Colour, other: Colour) -> float:
    return float(np.linalg.norm(np.subtract(one, other)))
