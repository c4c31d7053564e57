"""Power budget: a machine or a person lifts, climbs or speeds up in the time asked, or cannot.

Equation
    eta P t >= m g h + m (v² - v0²) / 2, either term may be absent; at a steady speed w upwards
    eta P >= m g w
Source
    OpenStax, University Physics vol. 1, sections 7.4 (power) and 8.3 (conservation of energy).
Domain of validity
    The whole power acts from start to end and nothing but the efficiency stated is lost: a goal
    that fails so cannot be met. Wheels cannot speed a vehicle up faster than their grip allows,
    so where the mean acceleration comes to g or more the grip decides as well.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from storyworld.physics.claims import Claim, Derived, Formula, Seen
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.family import Interpretation
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.power_reading import (
    asks_for_so_much,
    car_speed,
    context,
    efficiency_of,
    flows_in_s,
    grade_of,
    is_premise,
    placed,
)
from storyworld.physics.power_scenes import GAUGE, lifting, running
from storyworld.physics.power_words import (
    CONTRARY,
    LOSING,
    RUNS,
    SLOTS,
    SPEAKS,
    TOLERATED,
    VEHICLES,
    WISHES,
)
from storyworld.physics.scene import Scene
from storyworld.physics.scenery import require_complete
from storyworld.physics.solving import Law, values_of
from storyworld.physics.spans import Span
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention
from storyworld.reading.unplaced import named
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check, Measure, Scenario

_WATER: Final = vocabulary("water, rainwater, well water, groundwater")
_GOALS: Final = frozenset({"height", "distance", "speed", "rate", "road_speed"})
_EASE: Final = frozenset({"power", "time", "energy"})
_HARDEN: Final = frozenset({"height", "speed", "rate", "road_speed", "distance"})
_FLIP: Final = {"achieves": "short", "short": "achieves"}
_ABOUT: Final = "takes_about"
# Tyres on a dry road; slicks on a prepared strip grip four times as hard.
_TYRES: Final = Span(1.0, 4.0, "grip of road tyres and of slicks on a prepared strip")


def _moved(v: Mapping[str, float]) -> float:
    return v["mass"] * v["count"] + v["more_mass"]


def _lift(v: Mapping[str, float]) -> float:
    return _moved(v) * v["gravity"] * v["height"]


def _run(v: Mapping[str, float]) -> float:
    return 0.5 * _moved(v) * (v["speed"] ** 2 - v["start_speed"] ** 2)


def _both(v: Mapping[str, float]) -> float:
    return _lift(v) + _run(v)


def _share(needed: Law) -> Law:
    return lambda v: v["efficiency"] * v["energy"] / max(needed(v), 1e-12)


def _steady(v: Mapping[str, float]) -> float:
    return v["efficiency"] * v["power"] / (_moved(v) * v["gravity"] * v["rate"])


_M: Final = ("mass", "count", "more_mass")
_UP: Final = (*_M, "gravity", "height")
_ON: Final = (*_M, "speed", "start_speed")
_SHARES: Final = {
    "lift_share": Formula("lift_share", Unit.ONE, _share(_lift), ("energy", "efficiency", *_UP),
                          "energy given over energy needed to lift"),
    "speed_share": Formula("speed_share", Unit.ONE, _share(_run), ("energy", "efficiency", *_ON),
                           "energy given over energy needed to speed up"),
    "energy_share": Formula("energy_share", Unit.ONE, _share(_both),
                            ("energy", "efficiency", *_UP, "speed", "start_speed"),
                            "energy given over energy needed"),
    "steady_share": Formula("steady_share", Unit.ONE, _steady,
                            ("power", "efficiency", *_M, "gravity", "rate"),
                            "power given over power needed"),
}  # fmt: skip
_GRIPS: Final = Claim(
    "grips", "short", "grip_share", Comparison.AT_LEAST, 1.0,
    "The wheels grip well enough to speed the vehicle up so fast.",
)  # fmt: skip

# 'Needs more than 1 kW' says so once, and not by its bound again.
_NEEDS_MORE: Final = ("needs more", "need more", "requires more", "require more")


class DragRacePower(ClosedForm):
    """A power does what is asked in the time asked, or falls short."""

    name = "drag_race_power"
    purpose = "a motor, engine or person lifts, climbs or speeds up in a time, by its power"
    domain = Domain.ENERGY
    equation = "eta P t >= m g h + m (v² - v0²)/2"
    law = "conservation of energy: what is gained in height and speed, the power has to give"
    outcomes = ("achieves", "short", _ABOUT, "takes_otherwise", "grips")
    slots = (*SLOTS, GRAVITY)
    derived = (
        Derived("height", ("distance", "grade"),
                lambda v: v["distance"] * math.sin(math.radians(v["grade"])),
                "the way along the slope and how steep it is"),
        Derived("rate", ("road_speed", "grade"),
                lambda v: v["road_speed"] * math.sin(math.radians(v["grade"])),
                "the speed along the slope and how steep it is"),
        Derived("mass", ("weight", "gravity"), lambda v: v["weight"] / v["gravity"],
                "its weight over g"),
        Derived("mass", ("volume", "density"), lambda v: v["volume"] * v["density"],
                "its volume times its density"),
        Derived("mass", ("flow", "density", "time"),
                lambda v: v["flow"] * v["density"] * v["time"], "what flows in that time"),
        Derived("mass", ("mass_flow", "time"), lambda v: v["mass_flow"] * v["time"],
                "the mass that flows in that time"),
        Derived("energy", ("power", "time"), lambda v: v["power"] * v["time"],
                "power times time", natural=True),
    )  # fmt: skip
    formulas = (
        *_SHARES.values(),
        Formula("grip_share", Unit.ONE,
                lambda v: v["friction"] * v["gravity"] * v["time"]
                / max(v["speed"] - v["start_speed"], 1e-9),
                ("friction", "gravity", "time", "speed", "start_speed"),
                "acceleration the grip allows over the mean one asked for"),
        Formula("energy_to_lift", Unit.JOULE, _lift, _UP, "energy needed to lift it"),
        Formula("energy_to_speed_up", Unit.JOULE, _run, _ON, "energy needed to speed it up"),
        Formula("power_to_lift", Unit.WATT, lambda v: _lift(v) / (v["efficiency"] * v["time"]),
                (*_UP, "efficiency", "time"), "power needed to lift it in that time"),
        Formula("time_to_lift", Unit.SECOND, lambda v: _lift(v) / (v["efficiency"] * v["power"]),
                (*_UP, "efficiency", "power"), "time needed to lift it"),
        Formula("time_to_speed_up", Unit.SECOND,
                lambda v: _run(v) / (v["efficiency"] * v["power"]),
                (*_ON, "efficiency", "power"), "time needed to speed it up"),
    )  # fmt: skip
    claims = (
        Claim("achieves", "short", "lift_share", Comparison.AT_LEAST, 1.0,
              "The power gives at least the energy that is needed."),
        Claim("short", "achieves", "lift_share", Comparison.AT_MOST, 1.0,
              "The power gives less energy than is needed."),
        Claim(_ABOUT, "takes_otherwise", "lift_share", Comparison.WITHIN, 1.0,
              "The power gives just the energy that is needed, to 5 %."),
    )  # fmt: skip
    wishes = WISHES
    by_default = "achieves"
    speaks = SPEAKS
    contrary = CONTRARY
    tolerated = TOLERATED
    sights = (
        Check(name="gets_there", statement="The whole load gets above the green line.",
              antonym="A part of the load or all of it stays below the green line.",
              shows=("achieves",), denies=("short",)),
        Check(name="gets_fast", statement="The red pointer gets to the green line.",
              antonym="The red pointer stays short of the green line.",
              shows=("achieves",), denies=("short",)),
    )  # fmt: skip

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:
        """See the protocol; of what gains speed the film shows a pointer, of the rest a load."""
        return self.sights[1:] if scenario.parameter("speed") else self.sights[:1]

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """See :class:`storyworld.physics.family.Family`."""
        return placed(words, mentions)

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        names = {p.name for p in given}
        found = []
        if "density" not in names and words.any_of(_WATER) is not None:
            found.append(inferred("density", 998.0, Unit.KILOGRAM_PER_CUBIC_METRE,
                                  "the goal speaks of water", 2.0))  # fmt: skip
        if names & {"flow", "mass_flow"} and "time" not in names:
            found.append(inferred("time", 1.0, Unit.SECOND, "a flow is looked at for one second"))
        elif "time" not in names and (seconds := flows_in_s(words)) is not None:
            found.append(inferred("time", seconds, Unit.SECOND, "so much is moved in that time"))
        useful = efficiency_of(words)
        if "efficiency" not in names and useful is not None:
            found.append(inferred("efficiency", useful, Unit.ONE, "what is not lost"))
        speed = car_speed(words)
        if not names & {"speed", "start_speed"} and speed is not None:
            because = "as people say it of vehicles"
            found.append(inferred("speed", speed, Unit.METRE_PER_SECOND, because))
        elif not names & _GOALS and words.any_of(RUNS) is not None:
            found.append(inferred("runs", 1.0, Unit.ONE, "it is to get fast"))
        grade = grade_of(words)
        if "grade" not in names and grade is not None:
            found.append(inferred("grade", grade, Unit.DEGREE, "the slope in percent"))
        if words.any_of(VEHICLES) is not None:
            found.append(inferred("vehicle", 1.0, Unit.ONE, "wheels or feet push on the ground"))
        return tuple(found)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        names = {p.name for p in given}
        found = []
        if {"energy", "power", "time"} <= names:
            found.append(
                _open(
                    "energy_source",
                    Unit.JOULE,
                    "the goal gives an energy, and a power and a time as well",
                )
            )
        if efficiency_of(words) is None:
            found += named([p for p in LOSING if words.asserted((p,))[0]])
        if context(words).masses > 2:
            found.append(
                _open(
                    "mass",
                    Unit.KILOGRAM,
                    "the goal gives several masses, and not which of them are moved",
                )
            )
        return tuple(found)

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Read bounds as what they ask of the budget: less time or power is asked for more.

        'At least 30 s' is a claim that the power does not suffice for less; 'a motor of at least
        5 kW' is a premise, and holds a range.
        """
        turned = False
        capped = {p.name for p in given if p.bound is Comparison.AT_MOST}
        kept = []
        for p in given:
            most, least = p.bound is Comparison.AT_MOST, p.bound is Comparison.AT_LEAST
            of_so_much = p.name == "power" and is_premise(words, p)
            claims = p.name in _EASE and least and asks_for_so_much(words, p)
            if p.name in _EASE and most and not of_so_much:
                kept.append(p.revised(bound=None))
            elif claims or (p.name == "time" and least) or (p.name in _HARDEN and most):
                turned = True
                kept.append(p.revised(bound=None))
            elif p.name in {*_HARDEN, "mass"} and least:
                kept.append(p.revised(bound=None))
            else:
                kept.append(p)
        found = super().interpret(words, tuple(kept))
        wanted = found.wanted
        if turned and not (wanted == "short" and words.any_of(_NEEDS_MORE)):
            wanted = _FLIP.get(wanted, wanted)
        elif wanted == "achieves" and any(asks_for_so_much(words, p) for p in given
                                          if p.name in _EASE - capped and not p.bound):  # fmt: skip
            wanted = _ABOUT
            # What is said to be needed is a claim: its vagueness is the tolerance of the test.
            exact = tuple(
                p.revised(quantity=p.quantity.revised(uncertainty=0.0))
                if p.name in _EASE and asks_for_so_much(words, p) else p
                for p in found.parameters
            )  # fmt: skip
            found = replace(found, parameters=exact)
        return replace(found, wanted=wanted)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Take one denial for the whole: 'it cannot lift it, and needs more than 10 s'."""
        votes, turned = super()._votes(words, limited=limited)
        return ({"short": None} if "short" in votes else votes), turned

    def spans(self, words: Words) -> Mapping[str, Span]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        return {**super().spans(words), "friction": _TYRES}

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Hold the power against the lift, the speed, or both, whichever is asked for."""
        runs = bool(given & {"speed", "runs"})
        rises = bool(given & {"height", "distance"})
        steady = bool(given & {"rate", "road_speed"}) and not runs
        if steady:
            quantity = "steady_share"
        elif runs:
            quantity = "energy_share" if rises else "speed_share"
        else:
            quantity = "lift_share"
        found = [c for c in self.claims if c.outcome == wanted]
        asked = [replace(c, quantity=quantity, seen=_seen(c, quantity)) for c in found]
        if wanted == "achieves" and runs and not rises and "vehicle" in given:
            asked.append(_GRIPS)
        return tuple(asked)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        m, g, eta = _moved(values), values["gravity"], values["efficiency"]
        lines = []
        if "rate" in values and "speed" not in values:
            lift_w = m * g * values["rate"]
            lines.append(f"m g w = {m:.4g} kg × {g:.4g} m/s² × {values['rate']:.4g} m/s = "
                         f"{say(lift_w, Unit.WATT)} needed")  # fmt: skip
            lines.append(f"eta P = {eta:.3g} × {say(values['power'], Unit.WATT)} = "
                         f"{say(eta * values['power'], Unit.WATT)} given")  # fmt: skip
            return tuple(lines)
        if "height" in values:
            lines.append(f"m g h = {m:.4g} kg × {g:.4g} m/s² × {values['height']:.4g} m = "
                         f"{say(_lift(values), Unit.JOULE)} needed")  # fmt: skip
        if "speed" in values:
            lines.append(f"m (v² - v0²)/2 = {m:.4g} kg × (({values['speed']:.4g} m/s)² - "
                         f"({values['start_speed']:.4g} m/s)²)/2 = "
                         f"{say(_run(values), Unit.JOULE)} needed")  # fmt: skip
        if "power" in values and "time" in values:
            lines.append(f"eta P t = {eta:.3g} × {say(values['power'], Unit.WATT)} × "
                         f"{values['time']:.4g} s = "
                         f"{say(eta * values['energy'], Unit.JOULE)} given")  # fmt: skip
        elif "energy" in values:
            lines.append(f"eta E = {say(eta * values['energy'], Unit.JOULE)} given")
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build what is lifted at full power, or what speeds up, by its equation of motion."""
        require_complete(scenario)
        values = values_of(scenario)
        return running(values) if "speed" in values else lifting(values)


def _open(name: str, unit: Unit, because: str) -> MissingParameter:
    return MissingParameter(name=name, unit=unit, because=because)


def _seen(claim: Claim, quantity: str) -> Seen | None:
    if claim.outcome == _ABOUT or quantity not in {"lift_share", "speed_share"}:
        return None
    if quantity == "lift_share":
        return Seen(Measure.DISPLACEMENT, Unit.METRE, ("load",), claim.comparison, "height",
                    "How high does the load get in the time asked?")  # fmt: skip
    return Seen(Measure.DISPLACEMENT, Unit.METRE, ("pointer",), claim.comparison, GAUGE,
                "How far does the pointer of the speedometer get in the time asked?")  # fmt: skip
