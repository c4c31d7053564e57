"""What binary arithmetic adds to decimal numbers is taken off again."""

import math


def precise(value: float) -> float:
    """Round away the noise of binary factors: 12 cm is 0.12 m, not 0.12000000000000001."""
    if value == 0.0 or not math.isfinite(value):
        return value
    return float(f"{value:.15g}")
