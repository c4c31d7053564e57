"""Where a thrown point is: the formulas of free flight over level ground.

All functions take metres, seconds, m/s, m/s² and radians; x = 0 is the start, y = 0 the level
of the near ground; no drag.

References
----------
OpenStax, University Physics vol. 1, section 4.3. The best angles follow from setting the
derivative of height and distance by the angle to zero (the "parabola of safety").
"""

import math


def height_at(x_m: float, speed: float, angle_rad: float, start_m: float, g: float) -> float:
    """Give the height in metres at a distance; below the ground where it would have landed.

    Raises
    ------
    ZeroDivisionError
        If the body is thrown straight up and never gets to `x_m`.
    """
    across = speed * math.cos(angle_rad)
    return start_m + x_m * math.tan(angle_rad) - g * x_m * x_m / (2 * across * across)


def landing_distance(
    speed: float, angle_rad: float, start_m: float, drop_m: float, g: float
) -> float:
    """Give the distance in metres at which the body is down at the level `-drop_m`."""
    up = speed * math.sin(angle_rad)
    across = speed * math.cos(angle_rad)
    return across * (up + math.sqrt(up * up + 2 * g * (start_m + drop_m))) / g


def best_angle_over(x_m: float, speed: float, g: float) -> float:
    """Give the angle that makes the height at `x_m` greatest, in radians."""
    return math.atan2(speed * speed, g * x_m)


def best_angle_far(speed: float, fall_m: float, g: float) -> float:
    """Give the angle that makes the landing farthest, `fall_m` below the start, in radians."""
    return math.atan2(speed, math.sqrt(speed * speed + 2 * g * fall_m))


def apex(speed: float, angle_rad: float, start_m: float, g: float) -> tuple[float, float]:
    """Give distance and height of the highest point; the start, if thrown downwards."""
    up = max(0.0, speed * math.sin(angle_rad))
    return speed * math.cos(angle_rad) * up / g, start_m + up * up / (2 * g)
