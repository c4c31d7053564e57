"""What a vision model is asked of a collision: what each of the two does after it."""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.collision_laws import filmed_restitution, finals
from storyworld.physics.collision_words import AFTER_2, PAIR
from storyworld.records.scenario import Check

_SEEN_SHARE: Final = 0.1  # of the fastest body's speed: what is slower is hardly seen to move
_PAIR: Final = tuple(c.outcome for c in PAIR.claims)
_STRUCK: Final = Check(
    name="is_struck",
    statement="The blue body moves off after the red one has touched it.",
    antonym="The blue body stays where it is.",
    shows=(*(c.outcome for c in AFTER_2.claims), *_PAIR, "keeps_momentum"),
)
_ONCE: Final = Check(
    name="touch_once",
    statement="The bodies touch once, and after that they part or stay together.",
    antonym="The bodies pass through one another.",
)
_BACK: Final = Check(
    name="turns_back",
    statement="After they touch, the red body moves back the way it came.",
    antonym="After they touch, the red body goes on as before, or stands still.",
    shows=("turns_back",),
    denies=("moves_on",),
)
_TOGETHER: Final = Check(
    name="stay_together",
    statement="After they touch, both bodies stay together.",
    antonym="After they touch, the bodies part again.",
    shows=_PAIR,
)
COLLISION_CHECKS: Final = (_STRUCK, _ONCE, _BACK, _TOGETHER)


def collision_checks(values: Mapping[str, float]) -> tuple[Check, ...]:
    """Give the checks for complete parameters in SI: what moves too slowly shows nothing.

    Only of a body at rest is it seen that the other sets it going.
    """
    v1, v2 = values["speed_1"], values["heading"] * values["speed_2"]
    u1, u2 = finals(values, filmed_restitution(values))
    least = _SEEN_SHARE * max(abs(v1), abs(v2), abs(u1), abs(u2))
    struck = v2 == 0.0 and u2 >= least
    return (
        _STRUCK if struck else _STRUCK.revised(shows=()),
        _ONCE,
        _BACK.revised(shows=(), denies=()) if -least < u1 < 0.0 else _BACK,
        _TOGETHER,
    )
