"""The gate: goals that contradict a law in their own words, before anything is rendered.

Only language is judged here. A contradiction is a happening *and* the explicit denial of
everything that could bring it about ("floats motionless in mid-air *without support*"), or an
effect put before its own cause. The implausible passes: it is for the solver and the film. Where
a text names something that could hold, push or carry (a rope, helium, a magnet, water), and does
not deny it, it passes as well.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from storyworld.reading.gate.conserved import changes_momentum_alone, makes_energy, makes_matter
from storyworld.reading.gate.effects import effect_before_cause
from storyworld.reading.gate.motion import (
    accelerates_without_cause,
    floats_without_support,
    stops_without_force,
)
from storyworld.reading.gate.tags import Tag
from storyworld.reading.gate.text import Reading
from storyworld.records.constraint import Constraint, ConstraintKind
from storyworld.records.scenario import Vetoed


@dataclass(frozen=True)
class _Law:
    """A law and the reader of what contradicts it, whose name is the claim's."""

    contradicted: Callable[[Reading], bool]
    law: str
    statement: str

    @property
    def claim(self) -> str:
        return self.contradicted.__name__


_LAWS: Final = (
    _Law(
        floats_without_support,
        "gravity: what nothing supports falls",
        "A body rests in the air though the goal says that nothing supports it.",
    ),
    _Law(
        accelerates_without_cause,
        "energy and force: what gains speed is pushed, and what pushes spends energy",
        "A body gains speed though the goal denies it every force and source of energy.",
    ),
    _Law(
        stops_without_force,
        "inertia: what moves keeps moving unless a force acts",
        "A moving body comes to a stop or turns though the goal denies every force.",
    ),
    _Law(
        makes_energy,
        "conservation of energy: no machine gives more than it takes",
        "Energy is said to come from nothing, or to vanish into it.",
    ),
    _Law(
        changes_momentum_alone,
        "conservation of momentum: an isolated system keeps its momentum",
        "The momentum of an isolated system is said to change.",
    ),
    _Law(
        makes_matter,
        "conservation of mass: matter neither appears from nothing nor vanishes",
        "Matter is said to appear from nothing or to vanish into it.",
    ),
    _Law(
        effect_before_cause,
        "causality: no effect comes before its cause",
        "An effect is said to come before its own cause.",
    ),
)


def veto(text: str) -> Vetoed | None:
    """Say which law a text contradicts in its own words; None if it may go on.

    Deterministic, never raises, and linear in the length of the text: its words are looked up
    once, and whatever looks around itself looks at a bounded number of words.
    """
    reading = Reading(text)
    if reading.names(Tag.FICTION):
        return None
    found = [law for law in _LAWS if law.contradicted(reading)]
    if not found:
        return None
    return Vetoed(
        constraints=tuple(
            Constraint(
                constraint_id=law.claim,
                claim=law.claim,
                kind=ConstraintKind.LANGUAGE,
                law=law.law,
                statement=law.statement,
            )
            for law in found
        ),
        because=" ".join(f"{law.statement} ({law.law.capitalize()}.)" for law in found),
    )
