"""Delta-v: the speed a rocket gains from its propellant, held against what is asked of it.

Equation
    dv = v_e ln(m_0 / m_f), v_e = Isp g_0; several stages add up; losses are taken off
Source
    OpenStax, University Physics vol. 1, section 9.7 (the rocket equation).
Domain of validity
    Free space: no gravity and no drag but for the losses stated; constant exhaust velocity. A
    low Earth orbit needs 9.4 km/s with losses, leaving the Earth from its surface 11.2 km/s and
    losses of up to 2 km/s, where the goal states no number itself.
"""

import math
import re
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.claims import Derived, Formula
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.delta_v_reading import (
    OUTRUNS,
    exhaust_of,
    part_of_the_fuel,
    shares,
    speeds,
    spending,
)
from storyworld.physics.delta_v_words import (
    ALL,
    ALREADY,
    ESCAPE,
    EXHAUST,
    FRACTION,
    ISP,
    ISP_2,
    KILOMETRE_A_SECOND,
    LOSSES,
    LOST,
    NEED,
    ORBIT,
    RATIO,
    RATIO_2,
    SPEAKS,
    STAGES,
    VERTICAL,
    WISHES,
)
from storyworld.physics.family import Interpretation
from storyworld.physics.motion import integrate, poses
from storyworld.physics.nearby import after, before, left_over, says, ways, with_unit
from storyworld.physics.needed import needed_behind
from storyworld.physics.rocket_words import BURN, EMPTY, FULL, PROPELLANT, masses, sizes
from storyworld.physics.scene import Body, Box, Polygon, Scene
from storyworld.physics.scenery import BALL, LANDING, WALL, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.unplaced import named
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Scenario

_SPEED, _ONE, _SECOND = Unit.METRE_PER_SECOND, Unit.ONE, Unit.SECOND
_STANDARD_GRAVITY: Final = 9.80665
_TO_ONE: Final = re.compile(r"\b([0-9]{1,3}(?:\.[0-9]{1,3})?)(?: ?: ?| to )1\b")
_RATIOS: Final = frozenset({"mass_ratio", "propellant_share", "propellant", "empty_mass"})
_FILM_S: Final = 6.0
_FUEL: Final = (240, 170, 0)
_TANK: Final = (170, 190, 200)
_RULE: Final = (120, 60, 10)


def _gain(v: Mapping[str, float]) -> float:
    first = v["exhaust_speed"] * math.log(v["mass_ratio"]) * v["stages"]
    second = _STANDARD_GRAVITY * v.get("isp_2", 0.0) * math.log(v.get("mass_ratio_2", 1.0))
    return first + second - v["losses"]


def _bare_impulses(words: Words, mentions: tuple[Mention, ...]) -> tuple[int, ...]:
    """Find specific impulses without a unit: 'Isp = 320'."""
    return tuple(
        n for n in with_unit(mentions, _ONE)
        if mentions[n].written is None
        and says(before(words, mentions, n, 3), ("isp", "specific impulse"))
    )  # fmt: skip


class DeltaV(ClosedForm):
    """A rocket gains the speed asked of it, or runs out of propellant before."""

    name = "delta_v"
    purpose = "a rocket gains a speed (delta-v) from its propellant, or falls short of it"
    domain = Domain.ROCKETRY
    equation = "Δv = v_e ln(m₀/m_f),  v_e = Isp g₀"
    law = "conservation of momentum: the rocket equation"
    outcomes = ("reaches", "short", "gains_so_much", "gains_otherwise")
    slots = (
        ISP, EXHAUST, RATIO, FULL, EMPTY, PROPELLANT, FRACTION, STAGES, LOSSES, ISP_2, RATIO_2,
        BURN, *NEED.slots,
    )  # fmt: skip
    derived = ways(
        Derived("exhaust_speed", ("isp",), lambda v: v["isp"] * _STANDARD_GRAVITY, "Isp g₀",
                natural=True),
        Derived("mass_ratio", ("mass", "empty_mass"), lambda v: v["mass"] / v["empty_mass"],
                "full over empty mass"),
        Derived("mass_ratio", ("mass", "propellant"),
                lambda v: v["mass"] / (v["mass"] - v["propellant"]),
                "full mass over full mass without propellant"),
        Derived("mass_ratio", ("empty_mass", "propellant"),
                lambda v: (v["empty_mass"] + v["propellant"]) / v["empty_mass"],
                "empty mass and propellant over empty mass"),
        Derived("mass_ratio", ("propellant_share",),
                lambda v: 1.0 / (1.0 - v["propellant_share"]), "what is left of the mass"),
    )  # fmt: skip
    formulas = (
        Formula("delta_v", _SPEED, _gain, ("exhaust_speed", "mass_ratio", "stages", "losses"),
                "speed it gains"),
    )  # fmt: skip
    limits = (NEED,)
    wishes = WISHES
    speaks = SPEAKS
    tolerated = frozenset({"slowly", "grows", "day", "days", "month", "months", "year",
                           "years", "week", "weeks"})  # fmt: skip
    contrary = vocabulary(
        "stops again, and stops, comes to rest, slows down again, brakes again, and back, half its "
        "tanks, half empty, half full, tanks half, half of its propellant, half its "
        "propellant, explodes, lands, landing, hovers, altitude, apogee, period of, thrust "
        "fails, leaks, "
        "engine fails, gravity assist, slingshot, solar sail, aerobrake, aerobraking, faster "
        "than light, speed of light, refuels, refuelled, refueled, warp"
    )
    sights = (
        Check(
            name="gains_the_speed",
            statement="The pointer on the speed rule gets to the green mark.",
            antonym="The pointer on the speed rule stops before the green mark.",
            shows=("reaches",),
            denies=("short",),
        ),
        Check(
            name="propellant_is_used_up",
            statement="The level in the tank sinks while the pointer moves.",
            antonym="The level in the tank stays where it is.",
            shows=("reaches", "gains_so_much"),
        ),
    )

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Set aside sizes and forces, and tell the numbers of two stages apart."""
        placed = {**sizes(words, mentions), **masses(words, mentions), **speeds(words, mentions)}
        placed |= dict.fromkeys(with_unit(mentions, Unit.NEWTON), "")
        placed |= dict.fromkeys(with_unit(mentions, Unit.KILOGRAM_PER_SECOND), "")
        impulses = [
            n for n in with_unit(mentions, _SECOND)
            if says((*before(words, mentions, n, 5), *after(words, mentions, n, 3)), ISP.after)
        ]  # fmt: skip
        if len(impulses) == 2:
            placed |= {impulses[0]: "isp", impulses[1]: "isp_2"}
        ratios = [
            n for n in with_unit(mentions, _ONE)
            if says(before(words, mentions, n, 4), ("mass ratio", "mass ratios"))
            or says(after(words, mentions, n, 2), ("mass ratio",))
        ]  # fmt: skip
        if len(ratios) == 2:
            placed |= {ratios[0]: "mass_ratio", ratios[1]: "mass_ratio_2"}
        return {**placed, **dict.fromkeys(_bare_impulses(words, mentions), "")}

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Read 'takes at most 700 kg of propellant' as: with 700 kg it is done."""
        mentions = read_quantities(words).mentions
        swap = {"delta_v_min": "delta_v_max", "delta_v_max": "delta_v_min"}
        kept = list(given)
        for p in given:
            costs = p.name == "propellant" and p.bound and spending(words, p, mentions)
            if costs and p.bound is Comparison.AT_LEAST:
                kept = [k.revised(name=swap.get(k.name, k.name)) for k in kept]
            if costs:
                kept = [k.revised(bound=None) if k.name == p.name else k for k in kept]
        return super().interpret(words, tuple(kept))

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Take what an orbit or an escape needs, where the goal gives no number itself."""
        names = {p.name for p in given}
        found = []
        mentions = read_quantities(words).mentions
        bare = _bare_impulses(words, mentions)
        if len(bare) == 1 and not names & {"isp", "exhaust_speed"}:
            number = mentions[bare[0]].quantity
            because = "a specific impulse is stated in seconds"
            found.append(inferred("isp", number.value, _SECOND, because, number.uncertainty))
        to_one = _TO_ONE.search(words.text)
        if to_one is not None and "mass_ratio" not in names and "mass ratio" in words:
            found.append(inferred("mass_ratio", float(to_one[1]), _ONE, f"'{to_one[0]}'"))
        share, said = shares(words)
        if share is not None and not names & _RATIOS:
            found.append(inferred("propellant_share", share, _ONE, f"'{said}'"))
        exhaust = exhaust_of((*given, *found), _STANDARD_GRAVITY)
        outrun = words.any_of(OUTRUNS)
        if outrun is not None and exhaust and not names & {s.name for s in NEED.slots}:
            found.append(inferred("delta_v_min", exhaust[0], _SPEED, f"'{outrun}'", exhaust[1]))
            names |= {"delta_v_min"}
        if not names & {s.name for s in NEED.slots} and words.any_of(ALREADY) is None:
            need = f"{NEED.quantity}_min"
            if words.any_of(ESCAPE) is not None:
                because = "11.2 km/s and losses of up to 2 km/s"
                found.append(inferred(need, 12200.0, _SPEED, because, 580.0))
            elif words.any_of(ORBIT) is not None:
                because = "a low Earth orbit takes 9.4 km/s, losses included"
                found.append(inferred(need, 9400.0, _SPEED, because, 150.0))
        for name in ("isp", "mass_ratio"):
            one, other = name in names, f"{name}_2" in names
            partner = {"isp": "mass_ratio", "mass_ratio": "isp"}[name]
            if one and not other and f"{partner}_2" in names:
                value = next(p.quantity for p in given if p.name == name)
                because = "both stages alike"
                found.append(
                    inferred(f"{name}_2", value.value, value.unit, because, value.uncertainty)
                )
        return tuple(found)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name masses nobody placed, what a climb loses, and stages that may differ."""
        names = {p.name for p in (*given, *self.infer(words, given))}
        found = [*needed_behind(words, given), *left_over(words, given, (Unit.KILOGRAM,))]
        found += named(part_of_the_fuel(words))
        if words.any_of(VERTICAL) is not None and words.any_of(LOST) is None:
            because = "a climb from the ground loses speed to gravity, and not how much is given"
            found.append(MissingParameter(name="losses", unit=_SPEED, because=because))
        if "stages" in names and words.any_of(ALL) is None and "isp_2" not in names:
            because = "the goal does not say that what it gives holds for each stage"
            found.append(MissingParameter(name="stages", unit=_ONE, because=because))
        if "mass_ratio_2" in names and "exhaust_speed" in names:
            because = "the second stage's specific impulse is not given"
            found.append(MissingParameter(name="isp_2", unit=_SECOND, because=because))
        if not names & {"isp", "exhaust_speed"} or not names & {
            "mass_ratio", "mass", "propellant_share", "empty_mass"
        }:  # fmt: skip
            return tuple(found)
        if not names & {s.name for s in NEED.slots} and not self._needs_known(words):
            because = "how much speed is asked of it is not given"
            found.append(MissingParameter(name="delta_v_min", unit=_SPEED, because=because))
        return tuple(found)

    @staticmethod
    def _needs_known(words: Words) -> bool:
        known = words.any_of((*ORBIT, *ESCAPE)) is not None
        return known and words.any_of(ALREADY) is None

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if not {"exhaust_speed", "mass_ratio"} <= set(values):
            return ()
        ve, ratio, n = values["exhaust_speed"], values["mass_ratio"], values["stages"]
        gain = _gain(values)
        lines = []
        if "isp" in values:
            lines.append(f"v_e = {values['isp']:.4g} s × 9.807 m/s² = {ve:.4g} m/s")
        said = f"{ve:.4g} m/s × ln {ratio:.4g}"
        if n > 1:
            said = f"{n:.0f} × {said}"
        if "isp_2" in values and "mass_ratio_2" in values:
            said += f" + {values['isp_2']:.4g} s × 9.807 m/s² × ln {values['mass_ratio_2']:.4g}"
        if values["losses"]:
            said += f" − {values['losses']:.4g} m/s"
        return (*lines, f"Δv = {said} = {say(gain, _SPEED)}")

    def stage(self, scenario: Scenario) -> Scene:
        """Build a rule of speeds with a pointer, and a tank that empties; see the protocol.

        The pointer moves by the equation of motion of a rocket, m dv/dt = v_e mdot, less what is
        lost evenly over the burn; the burn is filmed as six seconds, whatever it takes.
        """
        require_complete(scenario)
        values = values_of(scenario)
        gain = max(0.0, _gain(values)) / KILOMETRE_A_SECOND
        asked = next((values[s.name] for s in NEED.slots if s.name in values), 0.0)
        need = asked / KILOMETRE_A_SECOND
        reach = 1.08 * max(gain, need, 1e-4)
        burns = [(values["exhaust_speed"], values["mass_ratio"])] * round(values["stages"])
        if "isp_2" in values and "mass_ratio_2" in values:
            burns.append((_STANDARD_GRAVITY * values["isp_2"], values["mass_ratio_2"]))
        lost = values["losses"]
        size, tall = 0.035 * reach, 0.32 * reach

        def speeds(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            each_s = _FILM_S / len(burns)

            def rates(t: float, _y: NDArray[np.float64]) -> tuple[float, float]:
                """Give dv/dt and dm/dt of the stage that burns, whose mass starts at 1."""
                if t >= _FILM_S:
                    return 0.0, 0.0
                ve, ratio = burns[min(int(t / each_s), len(burns) - 1)]
                flow = (1.0 - 1.0 / ratio) / each_s
                mass = 1.0 - flow * (t - each_s * int(t / each_s))
                return ve * flow / mass - lost / _FILM_S, -flow

            states = integrate(rates, (0.0, 1.0), times_s)
            return states[:, 0] / KILOMETRE_A_SECOND

        def pointer(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            return poses(speeds(times_s), 1.4 * size, 0.0, times_s)

        low = 0.12 * reach

        def fuel(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            used = np.clip(times_s / _FILM_S, 0.0, 1.0)
            return poses(0.5 * reach, low + (0.95 - 0.9 * used) * tall, 0.0, times_s)

        needle = Polygon(((0.0, -size), (size, size), (-size, size)))
        rule = Body("rule", BodyRole.SUPPORT, Box(1.1 * reach, 0.8 * size), _RULE,
                    0.5 * reach, -0.4 * size)  # fmt: skip
        mark = Body("asked", BodyRole.MARK, Box(0.25 * size, 2.2 * size), LANDING, need, -size)
        tank = Body("tank", BodyRole.MARK, Box(0.22 * reach, 1.1 * tall), _TANK,
                    0.5 * reach, low + 0.5 * tall)  # fmt: skip
        level = Body("propellant", BodyRole.MARK, Box(0.18 * reach, 0.12 * tall), _FUEL,
                     0.5 * reach, low + 0.95 * tall, path=fuel)  # fmt: skip
        nose = Body("nose", BodyRole.MARK,
                    Polygon(((-0.11 * reach, 0.0), (0.11 * reach, 0.0), (0.0, 0.18 * reach))),
                    WALL, 0.5 * reach, low + 1.05 * tall)  # fmt: skip
        body = Body("pointer", BodyRole.MOVING, needle, BALL, 0.0, 1.4 * size, path=pointer)
        return Scene(
            bodies=(tank, level, nose, rule, mark, body),
            gravity_m_s2=_STANDARD_GRAVITY,
            duration_s=_FILM_S + 0.5,
            x_min_m=-0.06 * reach,
            x_max_m=1.06 * reach,
            y_min_m=-2.5 * size,
            y_max_m=low + 1.1 * tall + 0.19 * reach,
            scale_bar_m=scale_bar_m(reach),
        )
