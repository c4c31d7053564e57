"""Dry friction as goals speak of it: the coefficient, what words imply of it, and g as a unit.

Shared by the families in which friction holds or lets go: pushed boxes, loads, tyres, grippers.
"""

import re
from collections.abc import Mapping
from typing import Final

from storyworld.physics.completion import inferred
from storyworld.physics.family import Slot
from storyworld.physics.gravity import GRAVITY
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.goal import Parameter
from storyworld.records.quantity import Unit

_NONE: Final = vocabulary(
    "frictionless, no friction, without friction, zero friction, without any friction, "
    "friction free, perfectly smooth, perfectly slippery, no grip at all, no grip whatsoever"
)
# Beyond this it is a mass: nobody brakes at 20 g.
_MOST_G: Final = 20.0
_G_SHARE: Final = re.compile(r"(?<![\w.])(\d+(?:[.,]\d+)?|\.\d+)\s?-?g(?:'?s|ee|ees)?(?![\w/])")
_STEP: Final = 0.5 / 3**0.5


def friction_slot(words: str, because: str, more: str = "") -> Slot:
    """Give the slot of the coefficient of friction; `more` are cues of the family's own."""
    return Slot(
        "friction", Unit.ONE, words, 0.0, 3.0,
        before=vocabulary(
            "mu, μ, µ, mu s, μ s, μs, µs, mus, friction, friction coefficient, "
            "friction coefficient of, coefficient of friction, coefficient of friction of, "
            "friction of, coefficient, coefficient of, coeff, cof, static friction, "
            "static friction of, static friction coefficient, static friction coefficient of, "
            "coefficient of static friction, coefficient of static friction of, mu static, "
            "coefficent of friction, coeficient of friction, friction factor, "
            "friction coefficent, friction coeficient, coeficient of static friction, "
            "frictional coefficient, friction level of, friction coeff, coeff of friction, "
            "coefficient of the friction, static coefficient, static coefficient of" + more
        ),
        after=vocabulary(
            "friction, friction coefficient, static friction, coefficient of friction, "
            "coefficient of static friction, static friction coefficient, mu, cof" + more
        ),
        because=because,
    )  # fmt: skip


# Both coefficients may be given; what holds until it lets go is decided by the static one.
KINETIC: Final = Slot(
    "friction_kinetic", Unit.ONE, "kinetic friction", 0.0, 3.0,
    before=vocabulary(
        "kinetic friction, kinetic friction of, kinetic friction coefficient, mu k, μ k, μk, "
        "mu kin, "
        "kinetic friction coefficient of, coefficient of kinetic friction, sliding friction, "
        "coefficient of kinetic friction of, sliding friction of, dynamic friction, kinetic, "
        "dynamic friction of, kinetic coefficient, kinetic coefficient of, "
        "coefficient of sliding friction, sliding friction coefficient"
    ),
    after=vocabulary("kinetic friction, kinetic, sliding friction, dynamic friction"),
    optional=True,
)  # fmt: skip


def no_friction(words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Infer a coefficient of zero where the words say that there is no friction."""
    said = words.any_of(_NONE)
    if said is None or any(p.name == "friction" for p in given):
        return ()
    return (inferred("friction", 0.0, Unit.ONE, f"the goal says '{said}'"),)


def in_g(words: Words, name: str, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Infer an acceleration stated in units of g ('brakes at 0.8 g'), which reads as grams."""
    if any(p.name == name for p in given):
        return ()
    found = _g_share(words)
    if found is None:
        return ()
    share, digits = found
    u = _STEP * 10.0**-digits * GRAVITY_EARTH
    because = f"the goal says {share:g} g"
    return (inferred(name, share * GRAVITY_EARTH, GRAVITY.unit, because, u),)


def g_mentions(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Place the mentions that state an acceleration in g nowhere: they are read by `in_g`."""
    if _g_share(words) is None:
        return {}
    return {
        n: ""
        for n, m in enumerate(mentions)
        if m.symbol == "g" and m.quantity.value * 1e3 <= _MOST_G
    }


GRAVITY_EARTH: Final = 9.80665


def _g_share(words: Words) -> tuple[float, int] | None:
    """Give the first share of g in a text and its number of decimals."""
    match = _G_SHARE.search(words.text[:4000])
    if match is None:
        return None
    written = match.group(1).replace(",", ".")
    share = float(written)
    return (share, len(written.partition(".")[2])) if 0.0 < share <= _MOST_G else None
