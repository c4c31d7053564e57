"""What two bodies can leave a collision with: momentum and restitution.

References
----------
OpenStax, University Physics vol. 1, sections 9.3 to 9.5.
"""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Formula
from storyworld.physics.collision_words import AFTER_1, AFTER_2, PAIR
from storyworld.records.quantity import Unit

_SPEED, _ONE = Unit.METRE_PER_SECOND, Unit.ONE


def finals(v: Mapping[str, float], e: float) -> tuple[float, float]:
    """Give both velocities after the collision, the striker's first, at a restitution."""
    m1, m2, v1, v2 = v["mass_1"], v["mass_2"], v["speed_1"], v["heading"] * v["speed_2"]
    second = ((1 + e) * m1 * v1 + (m2 - e * m1) * v2) / (m1 + m2)
    return second - e * (v1 - v2), second


def _between(v: Mapping[str, float], body: int) -> tuple[float, float]:
    """Give the least and greatest speed a body can leave with, the way it is said to go."""
    one, two = (finals(v, v[name])[body - 1] for name in ("e_low", "e_high"))
    way = v[f"way_{body}"]
    if way:
        low, high = sorted((way * one, way * two))
        return low, high
    low, high = sorted((abs(one), abs(two)))
    return (0.0 if one * two <= 0 else low), high


def _pair(v: Mapping[str, float]) -> float:
    return abs(finals(v, 0.0)[1])


def _momentum_gap(v: Mapping[str, float]) -> float:
    """Give how far the centre's speed would jump, by the striker's, for the ways that suit best."""
    m1, m2 = v["mass_1"], v["mass_2"]
    before = (m1 * v["speed_1"] + m2 * v["heading"] * v["speed_2"]) / (m1 + m2)
    ways = [(w,) if w else (1.0, -1.0) for w in (v["way_1"], v["way_2"])]
    u1, u2 = v["after_1_about"], v["after_2_about"]
    gaps = [(m1 * a * u1 + m2 * b * u2) / (m1 + m2) - before for a in ways[0] for b in ways[1]]
    scale = max(abs(v["speed_1"]), abs(v["speed_2"]), 1e-9)
    return min(gaps, key=abs) / scale


def _lost(v: Mapping[str, float]) -> float:
    m1, m2, v1, v2 = v["mass_1"], v["mass_2"], v["speed_1"], v["heading"] * v["speed_2"]
    kinetic = (m1 * v1**2 + m2 * v2**2) / 2
    reduced = m1 * m2 / (m1 + m2)
    return (1 - v["restitution"] ** 2) * reduced * (v1 - v2) ** 2 / 2 / kinetic


_BEFORE: Final = ("mass_1", "mass_2", "speed_1", "speed_2", "heading")
_OPEN: Final = (*_BEFORE, "e_low", "e_high")


def _after(body: int, who: str) -> tuple[Formula, ...]:
    """Give the speed of a body afterwards: at an e, the greatest, and the nearest to that asked."""
    way = f"way_{body}"

    def at_restitution(v: Mapping[str, float]) -> float:
        velocity = finals(v, v["restitution"])[body - 1]
        return v[way] * velocity if v[way] else abs(velocity)

    def nearest(v: Mapping[str, float]) -> float:
        low, high = _between(v, body)
        return min(max(v[f"after_{body}_about"], low), high)

    return (
        Formula(f"after_{body}", _SPEED, at_restitution, (*_BEFORE, "restitution", way),
                f"speed of the {who} afterwards"),
        Formula(f"after_{body}_most", _SPEED, lambda v: _between(v, body)[1], (*_OPEN, way),
                f"greatest speed of the {who} afterwards"),
        Formula(f"after_{body}_nearest", _SPEED, nearest, (*_OPEN, way, f"after_{body}_about"),
                f"possible speed of the {who} nearest to the one asked for"),
    )  # fmt: skip


FORMULAS: Final = (
    *_after(1, "striker"),
    *_after(2, "struck body"),
    Formula("pair_speed", _SPEED, _pair, _BEFORE, "speed of both together"),
    Formula("momentum_gap", _ONE, _momentum_gap,
            (*_BEFORE, "way_1", "way_2", "after_1_about", "after_2_about"),
            "jump of the centre's speed"),
    Formula("energy_lost", _ONE, _lost, (*_BEFORE, "restitution"),
            "share of the kinetic energy lost"),
    Formula("striker_velocity", _SPEED, lambda v: finals(v, v["restitution"])[0],
            (*_BEFORE, "restitution"), "velocity of the striker afterwards, on is positive"),
    Formula("striker_least", _SPEED,
            lambda v: min(finals(v, v["e_low"])[0], finals(v, v["e_high"])[0]), _OPEN,
            "least velocity of the striker afterwards, on is positive"),
)  # fmt: skip


def filmed_restitution(values: Mapping[str, float]) -> float:
    """Give the restitution whose film comes nearest to what is asked."""
    low, high = values["e_low"], values["e_high"]
    if "restitution" in values:
        return values["restitution"]
    if any(s.name in values for s in PAIR.slots):
        return 0.0
    for body in (2, 1):
        asked = next((values[s.name] for s in (AFTER_2, AFTER_1)[2 - body].slots
                      if s.name in values), None)  # fmt: skip
        if asked is not None:
            tried = [low + (high - low) * k / 200 for k in range(201)]
            way = values[f"way_{body}"]

            def miss(e: float, b: int = body, a: float = asked, w: float = way) -> float:
                final = finals(values, e)[b - 1]
                return abs((w * final if w else abs(final)) - a)

            return min(tried, key=miss)
    return high
