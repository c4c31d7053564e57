"""From what a text gives to complete parameters: ranges, contradictions, defaults."""

import math
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Final

from storyworld.physics.family import Slot
from storyworld.physics.wording import say, say_as_asked
from storyworld.reading.words import vocabulary
from storyworld.records.goal import Intent, MissingParameter, Parameter, ParameterSource
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Scenario

MASS: Final = Slot(
    name="mass",
    unit=Unit.KILOGRAM,
    words="mass",
    low=1e-9,
    high=1e7,
    before=vocabulary("mass, mass of, of mass, weighs, weighing, weigh"),
    after=vocabulary(
        "each, box, boxes, block, blocks, crate, crates, brick, bricks, cube, cubes, ball, stone, "
        "rock, body, object, mass, apiece"
    ),
    by_unit=True,
    optional=True,
)


@dataclass(frozen=True)
class Settled:
    """The parameters of a scenario, and those it lacks."""

    parameters: tuple[Parameter, ...]
    missing: tuple[MissingParameter, ...]

    def has(self, *names: str) -> bool:
        """Whether all of these parameters are settled."""
        known = {p.name for p in self.parameters}
        return all(name in known for name in names)

    def value(self, name: str) -> float:
        """Give a settled parameter's value.

        Raises
        ------
        KeyError
            If it is not settled.
        """
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter.quantity.value
        raise KeyError(name)

    def lacks(self, name: str) -> bool:
        """Whether a parameter is named missing."""
        return any(m.name == name for m in self.missing)

    def with_parameter(self, parameter: Parameter) -> "Settled":
        """Give the same with one parameter more, which is then not missing."""
        others = tuple(p for p in self.parameters if p.name != parameter.name)
        missing = tuple(m for m in self.missing if m.name != parameter.name)
        return Settled((*others, parameter), missing)

    def but(self, names: Container[str]) -> "Settled":
        """Give the same without the parameters of these names; they are not missing either."""
        return Settled(tuple(p for p in self.parameters if p.name not in names), self.missing)

    def without(self, name: str, unit: Unit, because: str) -> "Settled":
        """Give the same with one parameter missing instead."""
        lacking = MissingParameter(name=name, unit=unit, because=because)
        others = tuple(m for m in self.missing if m.name != name)
        return Settled(tuple(p for p in self.parameters if p.name != name), (*others, lacking))


def settle(slots: Iterable[Slot], intent: Intent) -> Settled:
    """Hold what an intent gives against the slots of its family.

    A value out of range counts as not given; two different values for one slot contradict each
    other. Either way the parameter is missing and the reason names the words. Only where
    nothing is given may a default stand in. Parameters no slot knows are dropped.
    """
    parameters: list[Parameter] = []
    missing: list[MissingParameter] = list(intent.unsettled)
    already = {m.name for m in missing}
    for slot in slots:
        given = [p for p in intent.parameters if p.name == slot.name]
        because = _fault(slot, given)
        if slot.name in already:
            continue
        if because is not None:
            missing.append(MissingParameter(name=slot.name, unit=slot.unit, because=because))
        elif given:
            parameters.append(given[0])
        elif slot.default is not None:
            parameters.append(default(slot))
        elif not slot.optional:
            missing.append(MissingParameter(name=slot.name, unit=slot.unit, because=slot.because))
    return Settled(tuple(parameters), tuple(missing))


def _fault(slot: Slot, given: list[Parameter]) -> str | None:
    """Say why what is given does not settle a slot, or None if it does (or nothing is given)."""
    for parameter in given:
        asked = say_as_asked(parameter)
        if parameter.quantity.unit is not slot.unit:
            return f"{asked} is no {slot.words} in {slot.unit}"
        if not slot.low <= parameter.quantity.value <= slot.high:
            low, high = say(slot.low, slot.unit), say(slot.high, slot.unit)
            return f"{asked} is outside what is admissible for the {slot.words}: {low} to {high}"
        if parameter.bound is not None:
            how = parameter.bound.replace("_", " ")
            return f"the goal only bounds the {slot.words} ({how} {asked})"
        if slot.counts and not parameter.quantity.value.is_integer():
            return f"{asked} is not a whole number"
    for other in given[1:]:
        if other.quantity.value != given[0].quantity.value:
            one, two = say_as_asked(given[0]), say_as_asked(other)
            return f"the goal gives the {slot.words} twice, as {one} and as {two}"
    return None


def bounded_besides(slots: Iterable[Slot], intent: Intent) -> tuple[MissingParameter, ...]:
    """Name the parameters that a goal bounds and gives another number for as well.

    One of the two may be a claim ("doing 20 m/s ... at least 5 m/s"): neither is dropped.
    """
    found: list[MissingParameter] = []
    for slot in slots:
        given = [p for p in intent.parameters if p.name == slot.name]
        said = {(p.quantity.value, p.bound) for p in given}
        if len(said) > 1 and any(p.bound is not None for p in given):
            one, two = (say_as_asked(p) for p in given[:2])
            because = f"the goal bounds the {slot.words}, and gives it twice: {one} and {two}"
            found.append(MissingParameter(name=slot.name, unit=slot.unit, because=because))
    return tuple(found)


def default(slot: Slot) -> Parameter:
    """Give the default of a slot as a parameter.

    Raises
    ------
    ValueError
        If the slot has none.
    """
    if slot.default is None:
        raise ValueError(f"{slot.name} has no default")
    quantity = Quantity(value=slot.default, unit=slot.unit, uncertainty=slot.default_u)
    return Parameter(
        name=slot.name, quantity=quantity, source=ParameterSource.DEFAULT, because=slot.because
    )


def rectangular(low: float, high: float) -> float:
    """Give the standard uncertainty of what may be anything from `low` to `high`, in their unit.

    References
    ----------
    JCGM 100:2008, 4.3.7: half the width over the square root of three.
    """
    return (high - low) / 2.0 / math.sqrt(3.0)


def inferred(
    name: str, value: float, unit: Unit, because: str, uncertainty: float = 0.0
) -> Parameter:
    """Give a parameter that words imply without stating its number."""
    return Parameter(
        name=name,
        quantity=Quantity(value=value, unit=unit, uncertainty=uncertainty),
        source=ParameterSource.INFERRED,
        because=because,
    )


def scenario(
    intent: Intent, settled: Settled, from_node: str | None, wanted: str | None = None
) -> Scenario:
    """Put a completed scenario together."""
    return Scenario(
        intent=intent,
        family=intent.family,
        wanted=wanted or intent.wanted,
        parameters=settled.parameters,
        missing=settled.missing,
        from_node=from_node,
    )
