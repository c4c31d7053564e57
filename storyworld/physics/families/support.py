"""Support: what holds a body up in the air, and whether it holds.

Equation
    F >= m g for a rope, a hook or a thrust F;  (rho_air - rho_gas) V >= m for what gas lifts
Source
    OpenStax, University Physics vol. 1, sections 5.5 (normal force and tension) and 14.4
    (buoyancy).
Domain of validity
    Bodies at rest or nearly so. What pulls or pushes back without a limit stated carries what
    people commonly hang on it; the gas of a balloon is at the pressure and temperature of the
    air, but for hot air. In orbit bodies stay where they are relative to what orbits with them.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Final

from storyworld.physics.claims import Claim, Derived, Formula, Seen
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.masking import without
from storyworld.physics.nearby import as_needed
from storyworld.physics.needed import needed_behind
from storyworld.physics.scene import Scene
from storyworld.physics.scenery import require_complete
from storyworld.physics.solving import values_of
from storyworld.physics.support_reading import (
    airless,
    breaks_at,
    falls_besides,
    held_by,
    holds_besides,
    many,
    placed,
    without_hold,
)
from storyworld.physics.support_scenes import EXTENT_M, holding, rising
from storyworld.physics.support_words import (
    BALLOONS,
    CHAINS,
    CONTRARY,
    FALLS_SAID,
    GASES,
    HEAVY,
    HOLDS_SAID,
    HOT_AIR,
    LEVITATORS,
    MAGNETS,
    MICROGRAVITY,
    NOTHING,
    PROPELLED,
    RISES_SAID,
    ROPES,
    SLOTS,
    SPEAKS,
    STRINGS,
    THREADS,
    THRUSTERS,
    TOLERATED,
    WISHES,
)
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check, Measure, Scenario

_STILL_M, _MOVED_M = 0.02 * EXTENT_M, 0.05 * EXTENT_M
_SHAPED: Final = frozenset({"radius", "diameter", "volume"})
_FORCES: Final = frozenset({"force", "rated_mass"})
_NEUTRAL: Final = ("motionless", "stationary", "neither rises", "neutrally")
_TETHERS: Final = ("string", "rope", "tether", "tethered", "ceiling", "tied", "ribbon", "held",
                   "hand", "cord")  # fmt: skip


def _total(v: Mapping[str, float]) -> float:
    return v["mass"] + v["more_mass"] + v["third_mass"]


def _spare(v: Mapping[str, float]) -> float:
    return v["count"] * v["force"] - _total(v) * v["gravity"]


def _buoyant(v: Mapping[str, float]) -> float:
    """Give how much mass a balloon could lift beyond its own and its load's."""
    return (v["air_density"] - v["gas_density"]) * v["volume"] * v["count"] - _total(v)


def _neutral(v: Mapping[str, float]) -> float:
    return _buoyant(v) / max(_total(v), 1e-9)


def _seen(comparison: Comparison) -> Seen:
    limit = _STILL_M if comparison is Comparison.AT_MOST else _MOVED_M
    return Seen(Measure.DISPLACEMENT, Unit.METRE, ("body",), comparison, limit,
                "How far does the body get from where it was?")  # fmt: skip


_MASSES: Final = ("mass", "more_mass", "third_mass")
_GAS: Final = ("air_density", "gas_density", "volume", "count", *_MASSES)
_QUANTITIES: Final = {"named": "support", "force": "spare_force", "gas": "spare_lift"}
_TURNED: Final = {"supported": "rises", "falls": "stays_down"}


def _claims(way: str) -> tuple[Claim, ...]:
    """Give the four claims, each on the quantity that this way of holding up has."""
    quantity, limit = _QUANTITIES[way], 0.5 if way == "named" else 0.0
    least, most = Comparison.AT_LEAST, Comparison.AT_MOST
    return (
        Claim("supported", "falls", quantity, least, limit,
              "Something holds the body up with as much force as it weighs.", seen=_seen(most)),
        Claim("falls", "supported", quantity, most, limit,
              "Nothing holds the body up with as much force as it weighs.", seen=_seen(least)),
        Claim("rises", "stays_down", quantity, least, limit,
              "More force pushes it up than it weighs.", seen=_seen(least)),
        Claim("stays_down", "rises", quantity, most, limit,
              "It weighs more than the force that pushes it up.", seen=_seen(most)),
    )  # fmt: skip


_HOVERS: Final = Claim(
    "hovers",
    "drifts",
    "neutrality",
    Comparison.WITHIN,
    0.0,
    "The air it displaces weighs as much as it does, to 5 %.",
)


_HOLDING: Final = (
    *BALLOONS, *THRUSTERS, *MICROGRAVITY, *LEVITATORS, *MAGNETS, *THREADS, *STRINGS, *ROPES,
    *CHAINS, *NOTHING, *vocabulary("mid air, midair, in the air, in air, hovers, hover, hovering, "
                                   "levitates, levitate, levitating, levitation, motionless"),
)  # fmt: skip
_RESTING: Final = vocabulary(
    "rest, rests, resting, sits, sit, lies, lie, stands, stay, stays, remains, held, holds, "
    "supports, carries, lying, sitting, hold, supported"
)
_NOWHERE: Final = vocabulary("nothing to hang, nothing to rest, nothing to stand, nowhere to rest, "
                             "nothing to sit, nothing to hold, nothing to support")  # fmt: skip
_ARRIVING: Final = vocabulary("reaches, reach, hits, lands, arrives, touches")


class Support(ClosedForm):
    """A body is held up in the air, or falls; a balloon or drone rises, or stays down."""

    name = "support"
    understands_weightless = True
    purpose = "a body hangs, hovers, floats in air or rises, by what holds it up, or falls"
    domain = Domain.STATICS
    equation = "F >= m g;  (rho_air - rho_gas) V >= m"
    law = "Newton's first law: what is at rest in the air has a force upward as large as its weight"
    outcomes = ("supported", "falls", "rises", "stays_down", "hovers", "drifts")
    slots = as_needed(*SLOTS, GRAVITY)
    derived = (
        Derived("force", ("rated_mass", "gravity"), lambda v: v["rated_mass"] * v["gravity"],
                "the weight of the mass it can carry"),
        Derived("mass", ("weight", "gravity"), lambda v: v["weight"] / v["gravity"],
                "its weight over g"),
        Derived("radius", ("diameter",), lambda v: v["diameter"] / 2, "half of the diameter"),
        Derived("volume", ("radius",), lambda v: 4 / 3 * math.pi * v["radius"] ** 3,
                "a ball of that radius"),
        Derived("gas_density", ("air_density", "hot", "cold"),
                lambda v: v["air_density"] * v["cold"] / v["hot"],
                "hot air at the pressure outside"),
    )  # fmt: skip
    formulas = (
        Formula("support", Unit.ONE, lambda v: v["support"], ("support",), "held up: 1, or not: 0"),
        Formula("spare_force", Unit.NEWTON, _spare, ("force", "count", *_MASSES, "gravity"),
                "force upward beyond its weight"),
        Formula("spare_lift", Unit.KILOGRAM, _buoyant, _GAS, "mass it could lift besides"),
        Formula("neutrality", Unit.ONE, _neutral, _GAS, "lift beyond its weight, as a share"),
    )  # fmt: skip
    claims = _claims("named")
    wishes = WISHES
    speaks = SPEAKS
    contrary = CONTRARY
    tolerated = TOLERATED
    sights = (
        Check(name="is_held", statement="The body stays up or rises.",
              antonym="The body falls, or stays on the ground.",
              shows=("supported", "rises"), denies=("falls", "stays_down")),
    )  # fmt: skip

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`.

        What moves in a time or at a speed is not asked about its support; a floor or a hand
        alone speaks of support only where something rests on it.
        """
        if units & {Unit.METRE_PER_SECOND, Unit.DEGREE} or without(words, LEVITATORS).any_of(
            ("jet", "plume", "fountain", "raindrops", "raindrop", "droplets", "droplet")
        ):
            return 0.0
        # Power raises: what hangs or hovers may be a lamp of 60 W all the same.
        powered = Unit.WATT in units or "power" in words
        if powered and words.any_of(RISES_SAID) is not None:
            return 0.0
        falling = words.any_of(FALLS_SAID) is not None
        if Unit.SECOND in units and (falling or words.any_of(_ARRIVING) is not None):
            return 0.0
        if words.any_of(_HOLDING) is None and words.any_of(_RESTING) is None:
            return 0.0
        return super().affinity(words, units)

    def _heard(self) -> Iterator[str]:
        """See :class:`storyworld.physics.asking.Asked`; 'with air, not helium' is heard too."""
        yield from super()._heard()
        yield from (*GASES, *HEAVY, "anything", "any")

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """See :class:`storyworld.physics.family.Family`."""
        return placed(words, mentions)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Read what is claimed: 'a rope that breaks at 500 N' does not claim that it breaks."""
        votes, turned = super()._votes(without(words, without_hold(words)), limited=limited)
        if len(votes) == 2 and words.any_of(_NOWHERE) is not None:
            votes = {"falls": None} if words.asserted(FALLS_SAID)[0] else votes
        if breaks_at(words) and len(votes) > 1:
            votes = self._of_a_rated_rope(words, votes)
        gas = words.any_of(BALLOONS) is not None
        if gas and words.any_of(_NEUTRAL) is not None and words.any_of(_TETHERS) is None:
            return {"hovers": None}, turned
        lifts = gas or words.any_of(THRUSTERS) is not None
        for first, second in (("rises", "supported"), ("stays_down", "falls")):
            # 'Hangs from a rope and does not fall', 'hovers and climbs': one claim holds both.
            if first in votes and (lifts or gas):
                votes.pop(second, None)
            elif first in votes and second in votes:
                votes.pop(first)
        if not lifts:
            votes = dict.fromkeys({"rises": "supported", "stays_down": "falls"}.get(v, v)
                                  for v in votes)  # fmt: skip
        if gas:
            votes = dict.fromkeys(_TURNED.get(v, v) for v in votes)
        if len(votes) == 2 and "stays_down" in votes and words.asserted(WISHES[3].said)[0]:
            # 'Stays on the floor' says 'stays'.
            votes.pop("rises", None)
        elif len(votes) == 2 and gas and words.asserted(WISHES[3].said)[1]:
            votes = {"rises": None}
        return votes, turned

    def _of_a_rated_rope(self, words: Words, votes: dict[str, None]) -> dict[str, None]:
        """Tell what comes of a load from what hangs where, and at what its rope would break."""
        falls, stays = falls_besides(words, FALLS_SAID)
        holds, drops = holds_besides(words, HOLDS_SAID)
        if (falls or drops) and not (holds or stays):
            return {"falls": None}
        if falls or drops:
            return votes
        return {v: None for v in votes if v != "falls"}

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Take what holds the body up, and the gas of a balloon, out of the words."""
        names = {p.name for p in given}
        found = []
        if words.any_of(BALLOONS) is not None:
            found.append(inferred("balloon", 1.0, Unit.ONE, "the goal speaks of a balloon"))
            gas = next((g for g in GASES if g in words), None)
            if "gas_density" not in names and "hot" not in names and gas is not None:
                rho, u = GASES[gas]
                found.append(inferred("gas_density", rho, Unit.KILOGRAM_PER_CUBIC_METRE,
                                      f"the density of {gas}", u))  # fmt: skip
            if airless(words) and "air_density" not in names:
                found.append(inferred("air_density", 0.0, Unit.KILOGRAM_PER_CUBIC_METRE,
                                      "there is no air"))  # fmt: skip
        elif words.any_of(THRUSTERS) is not None:
            found.append(inferred("thrust", 1.0, Unit.ONE, "the goal speaks of thrust"))
        mass = next((p.quantity.value for p in given if p.name == "mass"), None)
        if mass is None:
            newton = next((p.quantity.value for p in given if p.name == "weight"), None)
            mass = None if newton is None else newton / 9.81
        held = held_by(words, mass)
        if held is not None:
            found.append(inferred("support", held[0], Unit.ONE, held[1]))
        return tuple(found)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        heated = words.any_of(HOT_AIR) is not None and words.any_of(BALLOONS) is not None
        names = {p.name for p in given}
        found = [*needed_behind(words, given)]
        if heated and names & _SHAPED and not names & {"hot", "gas_density"}:
            because = "how much hot air lifts turns on its temperature"
            found.append(MissingParameter(name="hot", unit=Unit.KELVIN, because=because))
        if airless(words) and words.any_of(PROPELLED) is not None and names & {"mass", "force"}:
            because = "the goal speaks of the thrust of a propeller where there is no air"
            found.append(MissingParameter(name="air", unit=Unit.ONE, because=because))
        if names & {"force", "rated_mass", "volume", "radius"} and many(words):
            because = "the goal speaks of several, and not of what they weigh together"
            found.append(MissingParameter(name="total_mass", unit=Unit.KILOGRAM, because=because))
        return tuple(found)

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Hold a force against a weight, or air against gas, where there are numbers for it."""
        if "balloon" in given:
            numbers = given & {*_SHAPED, "mass"} or "support" not in given
            way = "gas" if numbers else "named"
        elif (
            given & _FORCES
            or (given & {"mass", "weight"} and ("thrust" in given or "support" not in given))
            or ("thrust" in given and "support" not in given)
        ):
            way = "force"
        else:
            way = "named"
        if wanted == "hovers":
            return (_HOVERS,)
        return tuple(c for c in _claims(way) if c.outcome == wanted)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if "volume" in values and "gas_density" in values and "mass" in values:
            lifts = _buoyant(values) + _total(values)
            return (
                f"(rho_air - rho_gas) V = ({values['air_density']:.4g} - "
                f"{values['gas_density']:.3g}) kg/m³ × {values['volume']:.4g} m³ = "
                f"{say(lifts, Unit.KILOGRAM)} is lifted",
                f"m = {say(_total(values), Unit.KILOGRAM)} has to be",
            )
        if "force" in values and "mass" in values:
            weight = _total(values) * values["gravity"]
            pull = say(values["count"] * values["force"], Unit.NEWTON)
            return (
                f"m g = {_total(values):.4g} kg × {values['gravity']:.4g} m/s² = "
                f"{say(weight, Unit.NEWTON)}",
                f"F = {values['count']:.0f} × {say(values['force'], Unit.NEWTON)} = {pull}",
            )
        return ()

    def stage(self, scenario: Scenario) -> Scene:
        """Build the body and what holds it; it moves by the forces on it."""
        require_complete(scenario)
        values = values_of(scenario)
        if scenario.wanted in {"rises", "stays_down", "hovers"}:
            return rising(values)
        return holding(values)
