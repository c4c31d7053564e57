"""Which families and outcomes the words of a goal admit, whatever a model proposes.

A family knows words that rule it out (a parachute, a push, a rope) and words without which it
does not know a text as its own. A model may stand in for the second, never for the first. The
family itself is asked: a sentence that is surely its own is added to the text, and if the family
still does not know the text, the text rules it out. Likewise for an outcome.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from storyworld.physics.families import GENERIC
from storyworld.physics.family import Family
from storyworld.reading.intent import read
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import Words
from storyworld.records.goal import Intent

# Surely of their family, and without a number. A family that is not here has to know the text.
OWN: Final[Mapping[str, str]] = {
    "free_fall": "A ball is dropped and falls to the ground",
    "projectile": "A ball is thrown at a wall and clears it",
    "vertical_throw": "A ball is thrown straight up and reaches a height",
    "incline": "A block stays on a ramp with friction",
    "stack": "Stacked boxes stand",
    "push_tip": "A crate is pushed above the floor and slides without tipping",
    "truck_bed": "A box stays put on a truck that accelerates",
    "flat_curve": "A car takes a flat curve without skidding",
    "banked_curve": "A car holds a banked curve",
    "rollover": "An SUV takes a turn without rolling over",
    "braking": "A car brakes and stops in time",
    "pendulum": "A pendulum swings",
    "loop": "A cart completes the loop",
    "collision": "A cart hits another cart at rest and the target leaves",
    "bounce": "A ball is dropped and rebounds",
    "buoyancy": "A cube floats in water",
    "beam": "A shelf holds a load at mid-span",
    "column": "A pinned rod carries a load without buckling",
    "rocket_liftoff": "A rocket lifts off",
    "delta_v": "A rocket stage with a specific impulse gains speed",
    "atwood": "A mass lifts another mass over a pulley",
    "lever": "A child balances another child on a seesaw",
    "spring": "A compressed spring throws a ball up",
    "terminal": "A skydiver stays below a terminal velocity",
    "torricelli": "A jet leaves a hole in a tank below the water surface",
    "heat": "A kettle brings water to a boil",
    "optics_ray": "Light in water hits the surface and is totally reflected",
    "domino": "A row of dominoes all fall",
    "jump": "A person jumps straight up",
    "rolling": "A ball rolls down a ramp",
    "grip": "A gripper squeezes a box and lifts it without slipping",
    "support": "A stone hangs motionless from a rope",
    "drag_race_power": "A winch lifts a load with a power",
}


def admitted(family: Family, text: str) -> bool:
    """Whether the words of a text leave a family possible."""
    if family.name == GENERIC.name or _affinity(family, text) > 0.0:
        return True
    own = OWN.get(family.name)
    return own is not None and _affinity(family, _with(text, own)) > 0.0


def _affinity(family: Family, text: str) -> float:
    words = Words.of(text)
    units = frozenset(m.quantity.unit for m in read_quantities(words).mentions)
    return family.affinity(words, units)


def affinity_of(family: Family, text: str) -> float:
    """Give how well a text speaks of a family, by the family's own words."""
    return _affinity(family, text)


def _with(text: str, sentence: str) -> str:
    return f"{text.rstrip(' .!?;')}. {sentence}."


def read_as(family: Family, text: str, placed: Mapping[int, str] | None = None) -> Intent:
    """Read a text as a goal of this family, some of its mentions placed beforehand.

    Parameters
    ----------
    family
        The family, whether or not it knows the text as its own.
    text
        The goal, or its part.
    placed
        Slot by index of the mention; what the family places itself comes first.
    """
    if family.name == GENERIC.name:
        return read(text, (GENERIC,))
    chosen = cast(Family, _Chosen(family, placed or {}))
    return read(text, (chosen, GENERIC))


def asks_for(family: Family, text: str, wanted: str, placed: Mapping[int, str]) -> bool:
    """Whether a text that does not say what it wants can be taken to want this.

    The outcome is added in its own words ("It stays up."): the family has to read it so, and
    nothing else in the text may ask for another.
    """
    said = read_as(family, _with(text, f"It {wanted.replace('_', ' ')}"), placed)
    return said.wanted == wanted and not any(m.name == "wanted" for m in said.unsettled)


@dataclass(frozen=True, eq=False)  # hashed by identity: it is used once
class _Chosen:
    """A family that takes every text for its own and has some mentions placed for it."""

    family: Family
    placed: Mapping[int, str]

    def __getattr__(self, name: str) -> object:
        return getattr(self.family, name)

    def affinity(self, words: Words, units: object) -> float:  # noqa: ARG002
        """Take every text."""
        return 1.0

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Place what the family places, then what was placed for it."""
        return {**self.placed, **self.family.place(words, mentions)}
