"""Quantities as people say them: 12 cm, 2.02 s, 45°."""

import math
from typing import Final

from storyworld.records.goal import Parameter
from storyworld.records.quantity import Unit

_DIGITS: Final = 3
# Above this a quantity in kelvin is a temperature, which people say in °C, and no difference.
_TEMPERATURE_K: Final = 150.0


def say(value: float, unit: Unit) -> str:
    """Write a value with three significant digits, lengths in mm, cm, m or km as suits them."""
    if unit is Unit.METRE:
        size = abs(value)
        for below, factor, symbol in ((0.01, 1e3, "mm"), (1.0, 1e2, "cm"), (1e3, 1.0, "m")):
            if 0 < size < below:
                return f"{_short(value * factor)} {symbol}"
        return f"{_short(value)} m" if size == 0 else f"{_short(value / 1e3)} km"
    if unit is Unit.ONE:
        return _short(value)
    if unit is Unit.KELVIN and value > _TEMPERATURE_K:
        return f"{_short(value - 273.15)} °C"
    if unit is Unit.DEGREE:
        return f"{_short(value)}°"
    return f"{_short(value)} {unit}".replace("^2", "²").replace("^3", "³")


def say_as_asked(parameter: Parameter) -> str:
    """Write a parameter in the words of the goal, where it has some."""
    if parameter.words is not None:
        return parameter.words.text
    return say(parameter.quantity.value, parameter.quantity.unit)


def rounded(value: float, upwards: bool) -> float:
    """Round to three significant digits in one direction, so that a limit keeps its side."""
    if value == 0.0 or not math.isfinite(value):
        return value
    step = 10.0 ** (math.floor(math.log10(abs(value))) - _DIGITS + 1)
    steps = value / step
    nearest = round(steps)
    if abs(steps - nearest) < 1e-6:
        return float(f"{nearest * step:.12g}")
    return float(f"{(math.ceil(steps) if upwards else math.floor(steps)) * step:.12g}")


def _short(value: float) -> str:
    text = f"{value:.{_DIGITS}g}"
    return f"{value:.0f}" if "e" in text and abs(value) < 1e9 and abs(value) >= 1 else text
