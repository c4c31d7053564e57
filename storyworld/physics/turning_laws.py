"""What turning vehicles share: the slots of a curve, words, and the lateral acceleration."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from storyworld.physics.claims import Derived, Wish
from storyworld.physics.dry_friction import friction_slot, in_g
from storyworld.physics.family import Slot
from storyworld.physics.nearby import one_way
from storyworld.physics.turning_words import (
    DIAMETER_AFTER,
    DIAMETER_BEFORE,
    LATERAL_AFTER,
    LATERAL_BEFORE,
    RADIUS_AFTER,
    RADIUS_BEFORE,
    SPEED_BEFORE,
)
from storyworld.reading.quantities import Bound, Mention
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.goal import MissingParameter, Parameter
from storyworld.records.quantity import Unit

SPEED: Final = Slot(
    "speed", Unit.METRE_PER_SECOND, "speed", 0.01, 300.0,
    before=SPEED_BEFORE,
    after=vocabulary("speed"),
    by_unit=True, because="how hard a turn pulls turns on the speed",
)  # fmt: skip
RADIUS: Final = Slot(
    "radius", Unit.METRE, "radius of the curve", 0.1, 1e5,
    before=RADIUS_BEFORE,
    after=RADIUS_AFTER,
    because="how hard a turn pulls turns on its radius",
)  # fmt: skip
DIAMETER: Final = Slot(
    "diameter", Unit.METRE, "diameter of the curve", 0.2, 2e5,
    before=DIAMETER_BEFORE,
    after=DIAMETER_AFTER,
    optional=True,
)  # fmt: skip
# No speed makes it slide up where friction and bank are steep enough: this stands for it.
_ANY_SPEED: Final = 1e4
TYRES: Final = friction_slot(
    "friction of the tyres", "when a vehicle skids turns on the friction of its tyres",
    ", tyre friction, tire friction, tyre friction of, tire friction of, grip, grip of, "
    "tyre grip, tire grip, tyre grip of, tire grip of, traction coefficient, adhesion, "
    "grip coefficient, coefficient of grip, road friction, tyre friction coefficient, "
    "tire friction coefficient, traction, adhesion coefficient, tyre road friction, "
    "tire road friction, friction at, gripping at, gripping with, grip at, grips at",
)  # fmt: skip
LATERAL: Final = Slot(
    "lateral_acceleration", Unit.METRE_PER_SECOND_SQUARED, "lateral acceleration", 0.001, 1e6,
    before=LATERAL_BEFORE,
    after=LATERAL_AFTER,
    by_unit=True, because="what a turn does to a vehicle turns on the lateral acceleration",
)  # fmt: skip
# A length that says nothing of the curve's radius.
OTHER_LENGTH: Final = Slot(
    "other_length", Unit.METRE, "length that does not decide", 0.001, 1e6,
    before=vocabulary("length, length of, lane width, road width"),
    after=vocabulary("long, wide, lane, long car, wide road, wide lane, away, long bus, "
                     "long truck, "
                     "long van, tall, long vehicle"),
    optional=True,
)  # fmt: skip
# How strong the engine is decides neither how tyres hold nor how brakes do.
ENGINE: Final = Slot(
    "engine_power", Unit.WATT, "engine power", 0.0, 1e9,
    after=vocabulary("engine, motor, of power, under the bonnet, under the hood, strong, car, "
                     "truck, lorry, van, bus, motorbike, tractor, diesel, petrol engine"),
    before=vocabulary("engine, engine of, motor, motor of, engine with, engine gives, engine has"),
    optional=True,
)  # fmt: skip
OF_DIAMETER: Final = one_way(
    Derived("radius", ("diameter",), lambda v: v["diameter"] / 2, "half the diameter")
)
OF_SPEED: Final = replace(
    one_way(
        Derived("lateral_acceleration", ("speed", "radius"),
                lambda v: v["speed"] ** 2 / v["radius"], "speed squared over radius")
    ),
    natural=True,
)  # fmt: skip


def limit_asked(
    words: Words, mentions: tuple[Mention, ...], limits: Mapping[str, tuple[str, ...]]
) -> Mapping[int, str]:
    """Place the only speed of a text on the limit that the text speaks of.

    `limits` gives the phrases for each limit: "the maximum speed ... is at least 20 m/s". A
    vehicle "at its top speed of 40 m/s" is simply that fast.
    """
    speeds = [n for n, m in enumerate(mentions) if m.quantity.unit is SPEED.unit]
    if len(speeds) != 1:
        return {}
    (speed,) = speeds
    bound = mentions[speed].bound
    which = {Bound.AT_MOST: "max", Bound.AT_LEAST: "min"}.get(bound or Bound.EXACTLY, "about")
    for limit, phrases in limits.items():
        for phrase in phrases:
            for place in words.places(phrase):
                before = {t.text for t in words.tokens[max(0, place - 2) : place]}
                return {speed: SPEED.name if "at" in before else f"{limit}_{which}"}
    found = _without(words, mentions[speed]) or _reached(words, mentions[speed])
    return {speed: f"{next(iter(limits))}_{found}"} if found else {}


def _without(words: Words, mention: Mention) -> str | None:
    """Read 'can go no faster than 16 m/s without skidding': the limit itself is bounded."""
    tokens = words.tokens
    sentence = tokens[mention.first_token].sentence
    front = tokens[max(0, mention.first_token - 12) : mention.first_token]
    behind = tokens[mention.next_token : mention.next_token + 12]
    can = any(t.text in _CAN and t.sentence == sentence for t in front)
    spared = any(t.text in _SPARED and t.sentence == sentence for t in (*front, *behind))
    if not (can and spared and mention.firm):
        return None
    return {Bound.AT_MOST: "max", Bound.AT_LEAST: "min"}.get(mention.bound or Bound.EXACTLY)


def _reached(words: Words, mention: Mention) -> str | None:
    """Read 'starts to skid before it reaches 25 m/s': it does at less."""
    front = [t.text for t in words.tokens[max(0, mention.first_token - 4) : mention.first_token]]
    if not {"reaches", "reaching", "reached", "reach", "gets", "getting", "hits"} & set(front):
        return None
    return "max" if "before" in front else "min" if "until" in front else None


_CAN: Final = frozenset({"can", "could", "may", "cannot", "can't", "able"})
_SPARED: Final = frozenset({"without", "before"})


def plainly_driven(words: Words) -> bool:
    """Whether nothing is said of a vehicle but how it drives.

    'Takes the bend at 20 m/s and ends up in a ditch' claims more than that it takes the bend.
    """
    if {":", ";", "!", "?"} & set(words.present):
        return False
    last = len(words.tokens) - 1
    sentences = words.tokens[last].sentence if words.tokens else 0
    goes_on = any(
        words.tokens[place + 1].text not in _PREMISES
        and words.tokens[place + 1].kind is TokenKind.WORD
        for link in ("and", "but", "then", "before", "until", "so")
        for place in words.places(link)
        if place < last
    )
    return sentences == 0 and not goes_on


def without_weak(wishes: tuple[Wish, ...]) -> tuple[Wish, ...]:
    """Give wishes that ask for nothing by their weak phrases."""
    return tuple(replace(wish, weak=()) for wish in wishes)


_PREMISES: Final = frozenset(
    vocabulary(
        "mu, friction, a, an, the, its, his, her, radius, r, v, speed, tyre, tyres, tire, tires, "
        "bank, banked, level, flat, coefficient, with, at, static, tyres', unbanked, dry, wet, "
        "banking, theta, on, in, grip, of, where, road, no, mass, floor, asphalt, rubber, ground, "
        "surface, tarmac, concrete, curve, one"
    )
)
_LIFT: Final = vocabulary("downforce, wing, wings, spoiler, aerodynamic grip, ground effect")


def more_than_tyres(words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
    """Name what the law of a curve leaves out: a wing, a number of g's beside speed and radius."""
    if words.asserted(_LIFT)[0]:
        because = "a wing presses the tyres on the road, by how much is not known here"
        return (MissingParameter(name="downforce", unit=Unit.NEWTON, because=because),)
    names = {p.name for p in given}
    if not {"speed", "radius"} <= names or not in_g(words, LATERAL.name, ()):
        return ()
    because = "the goal states a speed, a radius and a number of g's: what of is not known here"
    return (MissingParameter(name="g_force", unit=LATERAL.unit, because=because),)


def flat_limit(values: Mapping[str, float]) -> float:
    """Give the speed at which a vehicle on a level curve begins to skid, sqrt(mu g r)."""
    return math.sqrt(values["friction"] * values["gravity"] * values["radius"])


def _pull(v: Mapping[str, float]) -> float:
    return v["speed"] ** 2 / v["radius"]


def up_slack(v: Mapping[str, float]) -> float:
    """Give what keeps it from sliding up, less what drives it, as an acceleration."""
    sin, cos = math.sin(math.radians(v["bank"])), math.cos(math.radians(v["bank"]))
    across, g = _pull(v), v["gravity"]
    return g * sin + v["friction"] * (g * cos + across * sin) - across * cos


def down_slack(v: Mapping[str, float]) -> float:
    """Give what keeps it from sliding down, less what drives it, as an acceleration."""
    sin, cos = math.sin(math.radians(v["bank"])), math.cos(math.radians(v["bank"]))
    across, g = _pull(v), v["gravity"]
    return across * cos + v["friction"] * (g * cos + across * sin) - g * sin


def bank_slack(v: Mapping[str, float]) -> float:
    """Give the lesser of the two."""
    return min(up_slack(v), down_slack(v))


def top_speed(v: Mapping[str, float]) -> float:
    """Give the speed above which a vehicle slides up the bank, m/s."""
    tan = math.tan(math.radians(v["bank"]))
    below = 1.0 - v["friction"] * tan
    if below <= 0:
        return _ANY_SPEED
    return min(_ANY_SPEED, math.sqrt(v["radius"] * v["gravity"] * (tan + v["friction"]) / below))


def least_speed(v: Mapping[str, float]) -> float:
    """Give the speed below which a vehicle slides down the bank, m/s."""
    tan = math.tan(math.radians(v["bank"]))
    rise = max(0.0, tan - v["friction"])
    return math.sqrt(v["radius"] * v["gravity"] * rise / (1.0 + v["friction"] * tan))
