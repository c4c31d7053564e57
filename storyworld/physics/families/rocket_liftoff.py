"""Liftoff: a rocket rises from its pad, at once or later as it burns its mass away, or sits.

Equation
    it rises once T / (m(t) g) > 1, with m(t) = m_0 - mdot t while it burns
Source
    OpenStax, University Physics vol. 1, section 9.7 (rocket propulsion); G. P. Sutton,
    O. Biblarz, Rocket Propulsion Elements, ch. 4 (thrust to weight).
Domain of validity
    Constant thrust straight up, a rocket free on its pad, no air. With less thrust than weight
    at ignition the propellant burnt decides: mass flow and burn time, or the propellant there is.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Final

from storyworld.physics.claims import Claim, Derived, Formula, Seen
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.family import Interpretation
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.liftoff_motion import MOST_BURNT, Flight
from storyworld.physics.liftoff_reading import (
    THRUSTS,
    UNCHANGING,
    at_ignition,
    burning,
    constant_mass,
    place_burnt,
    upwards,
)
from storyworld.physics.liftoff_words import (
    ALIKE,
    AT_FIRST,
    AT_ONCE,
    COMPARED,
    EACH,
    ENGINES,
    EXACT,
    EXHAUST,
    ISP,
    LATE,
    LIFTOFF,
    NEEDING,
    PLACES,
    PLURAL,
    RATIO,
    RISE,
    SHARE,
    SPEAKS,
    THRUST,
    WEIGHT,
    WISHES,
    more_thrust,
    of_weight,
    relative,
)
from storyworld.physics.masking import without
from storyworld.physics.nearby import after, before, left_over, says, ways, with_unit
from storyworld.physics.needed import needed_behind
from storyworld.physics.rocket_words import BURN, EMPTY, FLOW, FULL, PROPELLANT, masses, sizes
from storyworld.physics.scene import Body, Box, Polygon, Scene
from storyworld.physics.scenery import WALL, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.whereabouts import NOWHERE_ELSE, whereabouts
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, Intent, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Scenario

_NEWTON, _ONE, _SECOND = Unit.NEWTON, Unit.ONE, Unit.SECOND
_ACCELERATION: Final = Unit.METRE_PER_SECOND_SQUARED
_STANDARD_GRAVITY: Final = 9.80665
_NEVER_S: Final = 1e6
_LEAVES: Final = (
    "lifts", "lifts_at_once", "lifts_in_time", "lifts_then", "rises_harder", "rises_so_hard",
)  # fmt: skip
_PLUME: Final = (240, 170, 0)
_POSTS: Final = ((120, 60, 10), (10, 110, 60))


def _best(v: Mapping[str, float]) -> float:
    """Give thrust by weight when all that burns is burnt."""
    return v["ratio"] / (1.0 - min(MOST_BURNT, v["share"]))


def _burnt(v: Mapping[str, float]) -> float:
    return min(MOST_BURNT, v["mass_flow"] * v["burn_time"] / v["mass"])


def _liftoff_s(v: Mapping[str, float]) -> float:
    """Give when thrust equals weight; far beyond any film where the burn ends before."""
    t = max(0.0, v["mass"] * (1.0 - v["ratio"]) / v["mass_flow"])
    return t if t <= v.get("burn_time", math.inf) else _NEVER_S


def _seen(comparison: Comparison) -> Seen:
    share = 0.30 if comparison is Comparison.AT_LEAST else 0.02
    return Seen(
        Measure.DISPLACEMENT, Unit.METRE, ("rocket",), comparison,
        lambda v: share * Flight.of(v).length_m, "How far does the rocket get from the pad?",
    )  # fmt: skip


class RocketLiftoff(ClosedForm):
    """A rocket lifts off, at once or later, or stays on its pad."""

    name = "rocket_liftoff"
    purpose = "a rocket lifts off from its pad, or its thrust does not suffice"
    domain = Domain.ROCKETRY
    equation = "T / (m g) > 1, with m = m₀ − mdot t while it burns"
    law = "Newton's second law: the thrust has to exceed the weight"
    outcomes = (
        "lifts", "sits", "lifts_at_once", "late_liftoff", "lifts_in_time", "lifts_later",
        "lifts_then", "lifts_at_another_time", "rises_gently", "rises_harder", "rises_so_hard",
        "rises_otherwise",
    )  # fmt: skip
    slots = (
        FULL, EMPTY, PROPELLANT, WEIGHT, THRUST, EACH, ENGINES, RATIO, FLOW, BURN, ISP, EXHAUST,
        SHARE,
        *LIFTOFF.slots, *RISE.slots, GRAVITY,
    )  # fmt: skip
    derived = ways(
        Derived("mass", ("weight", "gravity"), lambda v: v["weight"] / v["gravity"],
                "its weight over g"),
        Derived("mass", ("empty_mass", "propellant"),
                lambda v: v["empty_mass"] + v["propellant"], "structure and propellant"),
        Derived("thrust", ("thrust_each", "engines"),
                lambda v: v["thrust_each"] * v["engines"], "of all engines"),
        Derived("ratio", ("thrust", "mass", "gravity"),
                lambda v: v["thrust"] / (v["mass"] * v["gravity"]), "thrust over weight",
                natural=True),
        Derived("propellant", ("mass", "empty_mass"), lambda v: v["mass"] - v["empty_mass"],
                "what it can lose"),
        Derived("mass_flow", ("thrust", "exhaust_speed"),
                lambda v: v["thrust"] / v["exhaust_speed"], "thrust over exhaust speed"),
        Derived("mass_flow", ("thrust", "isp"),
                lambda v: v["thrust"] / (v["isp"] * _STANDARD_GRAVITY),
                "thrust over exhaust velocity"),
        Derived("share", ("mass_flow", "burn_time", "mass"), _burnt, "burnt by the end"),
        Derived("share", ("propellant", "mass"),
                lambda v: min(MOST_BURNT, v["propellant"] / v["mass"]), "propellant over mass"),
    )  # fmt: skip
    formulas = (
        Formula("best_ratio", _ONE, _best, ("ratio", "share"), "thrust by weight at its best"),
        Formula("initial_ratio", _ONE, lambda v: v["ratio"], ("ratio",),
                "thrust by weight at ignition"),
        Formula("liftoff_time", _SECOND, _liftoff_s, ("ratio", "mass", "mass_flow"),
                "time from ignition to liftoff"),
        Formula("liftoff_acceleration", _ACCELERATION,
                lambda v: max(0.0, v["ratio"] - 1.0) * v["gravity"], ("ratio", "gravity"),
                "acceleration at liftoff"),
    )  # fmt: skip
    claims = (
        Claim("lifts", "sits", "best_ratio", Comparison.AT_LEAST, 1.0,
              "While it burns its thrust gets to at least {} times its weight.",
              seen=_seen(Comparison.AT_LEAST)),
        Claim("sits", "lifts", "best_ratio", Comparison.AT_MOST, 1.0,
              "All the while its thrust is at most {} times its weight.",
              seen=_seen(Comparison.AT_MOST)),
        Claim("lifts_at_once", "sits", "initial_ratio", Comparison.AT_LEAST, 1.0,
              "At ignition its thrust is at least {} times its weight."),
        Claim("late_liftoff", "lifts_at_once", "initial_ratio", Comparison.AT_MOST, 1.0,
              "At ignition its thrust is at most {} times its weight."),
    )  # fmt: skip
    limits = (LIFTOFF, RISE)
    wishes = WISHES
    of_limits = frozenset({"sits"})
    speaks = SPEAKS
    tolerated = frozenset({
        "immediately", "at once", "instantly", "in an instant", "into the air", "in the air",
        "into the sky", "in the sky", "slowly", "twice", "doubles",
    })  # fmt: skip
    contrary = vocabulary(
        "half throttle, part throttle, partial throttle, % throttle, percent throttle, throttle "
        "of, throttle at, throttle back, throttles back, throttle down, throttle setting, reduced "
        "throttle, low throttle, quarter throttle, throttle is, throttle set, only one of, one "
        "of its, just one, hovers, lands, landing, explodes, tips "
        "over, altitude, apogee, mach, flips, clamped, "
        "bolted, tied down, clamps closed, still clamped, clamps hold, held down, crashes, "
        "throttles up, throttled, thrust increases, thrust drops, thrust falls, reaches, "
        "engine fails, fails halfway, one engine out, out of fuel, sideways, falls back, "
        "increasing thrust, decreasing thrust, wind, clamps stay, clamps remain, clamps are "
        "closed, "
        "clamps shut, still bolted, anchored, chained, welded, tethered, glued, strapped"
    )
    sights = (
        Check(
            name="leaves_the_pad",
            statement="The rocket rises from its pad.",
            antonym="The rocket stays on its pad.",
            shows=_LEAVES,
            denies=("sits",),
        ),
        Check(
            name="engine_burns",
            statement="A flame comes out of the rocket's lower end.",
            antonym="No flame comes out of the rocket.",
        ),
    )

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Tell weights, the thrust of each engine and shares of the weight apart."""
        placed = {**sizes(words, mentions), **masses(words, mentions)}
        placed |= place_burnt(words, mentions)
        for n in with_unit(mentions, _NEWTON):
            ahead, behind = before(words, mentions, n, 6), after(words, mentions, n, 4)
            if {"weigh", "weighs", "weighing", "weight"} & set(ahead[-3:]):
                placed[n] = "weight"
            elif (
                says(behind, ALIKE)
                or {"each", "every"} & set(ahead)
                or (behind[:1] and behind[0] in PLURAL)
                or (PLURAL & set(ahead[-2:]) and ahead[-1] == "of")
            ):
                placed[n] = "thrust_each"
        for n in with_unit(mentions, _ONE):
            behind = after(words, mentions, n, 5)
            if mentions[n].symbol == "percent":
                if says(behind, of_weight("of")):
                    placed[n] = "ratio"
                elif relative(behind) is not None or more_thrust(behind) is not None:
                    placed[n] = ""
        return placed

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Read 'needs no more than 10 kN' as: with 10 kN it is done."""
        mentions = read_quantities(words).mentions
        needed = {
            mention.start for n, mention in enumerate(mentions)
            if NEEDING & set(before(words, mentions, n, 5))
        }  # fmt: skip
        most = Comparison.AT_MOST
        given = tuple(
            p.revised(bound=None) if p.bound is most and p.words and p.words.start in needed else p
            for p in given
        )
        return super().interpret(words, given)

    def _heard(self) -> Iterator[str]:
        """Hear of a mass that does not change, too."""
        yield from super()._heard()
        yield from ("change", "get lighter", "alter", "matter", "lose", "losing", "counted")

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Take constant mass, thrust in weights and the place of the launch from the words."""
        names = {p.name for p in given}
        found = burning(words, given)
        names |= {p.name for p in found}
        mentions = read_quantities(words).mentions
        for n in with_unit(mentions, _ONE):
            sign = more_thrust(after(words, mentions, n, 5))
            if sign is not None and mentions[n].symbol == "percent" and not names & THRUSTS:
                ratio = 1.0 + sign * mentions[n].quantity.value
                found.append(inferred("ratio", ratio, _ONE, "thrust in weights, as the goal says"))
                names |= {"ratio"}
        if not names & THRUSTS:
            said = next((value for phrases, value in EXACT if words.any_of(phrases)), None)
            if said is not None:
                found.append(inferred("ratio", said, _ONE, "thrust in weights, as the goal says"))
        if GRAVITY.name not in names and whereabouts(words) == NOWHERE_ELSE:
            for body, places in PLACES:
                if words.any_of(places) is not None:
                    because = f"the goal plays there: {words.any_of(places)}"
                    g, u = body.g_m_s2, body.share_u * body.g_m_s2
                    found.append(inferred(GRAVITY.name, g, GRAVITY.unit, because, u))
                    break
        return tuple(found)

    def spans(self, words: Words) -> Mapping[str, Span]:
        """Let any share burn that nobody says, and thrust be what words compare it to."""
        found = dict(super().spans(words))
        found["share"] = Span(0.0, MOST_BURNT, "what it burns is not given")
        found["mass_flow"] = Span(1e-3, 1e5, "what it burns is not given")
        for phrases, (low, high) in COMPARED:
            said = words.any_of(phrases)
            if said is not None:
                found["ratio"] = Span(low, high, f"the goal says '{said}'")
                break
        return found

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name masses nobody placed, and what leaves the thrust open."""
        names = {p.name for p in given}
        mass_or_force = (Unit.KILOGRAM, _NEWTON)
        found = [*needed_behind(words, given), *left_over(words, given, mass_or_force)]
        if "thrust_each" in names and "engines" not in names:
            because = "each engine's thrust is given, and not how many there are"
            found.append(MissingParameter(name="engines", unit=_ONE, because=because))
        if {"thrust", "thrust_each"} <= names:
            because = "the goal gives a thrust of all engines and one of each"
            found.append(MissingParameter(name="thrust", unit=_NEWTON, because=because))
        return tuple(found)

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Ask a late liftoff to be one, too."""
        found = super().ask(wanted, given)
        if wanted == "late_liftoff":
            found += tuple(c for c in self.claims if c.outcome == "lifts")
        return found

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Read 'lifts off at once' as at ignition, and 'sits there, then rises' as late."""
        constant = constant_mass(words)
        words = without(words, (*UNCHANGING, *([constant] if constant else [])))
        votes, turned = super()._votes(words, limited=limited)
        if not votes and not limited:
            votes = upwards(words)
        if limited and "sits" in votes and words.any_of(("before", "until", "for")) is not None:
            votes = {}  # 'sits there for 9 s before it rises': when it rises is what is asked
        at_once = words.any_of(AT_ONCE) is not None or at_ignition(words, self.wishes[0].said)
        if votes == {"lifts": None} and at_once:
            votes = {"lifts_at_once": None}
        said = words.asserted(self.wishes[0].said)[0] and words.asserted(self.wishes[1].said)[0]
        if (said and words.any_of(AT_FIRST) is not None) or (
            votes == {"lifts": None} and words.any_of(LATE) is not None
        ):
            votes = {"late_liftoff": None}
        return votes, turned

    def complete(self, intent: Intent, from_node: str | None = None) -> Scenario:
        """Name mass flow and burn time where the share burnt decides; see the base class."""
        made = super().complete(intent, from_node)
        lacking = {m.name for m in made.missing}
        if "share" not in lacking:
            return made
        others = tuple(m for m in made.missing if m.name != "share")
        if lacking & {"thrust", "mass", "ratio", "engines", "gravity"}:
            return made.revised(missing=others)
        known = {p.name for p in made.parameters}
        because = (
            "with less thrust than weight at ignition it lifts off only if it burns enough of its "
            "mass away: mass flow and burn time decide"
        )
        named = tuple(
            MissingParameter(name=slot.name, unit=slot.unit, because=because)
            for slot in (FLOW, BURN)
            if slot.name not in known
        )
        return made.revised(missing=(*others, *named))

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        ratio, g = values["ratio"], values["gravity"]
        lines = []
        if "thrust" in values and "mass" in values:
            t, m = values["thrust"], values["mass"]
            lines.append(f"T/(m g) = {t:.4g} N/({m:.4g} kg × {g:.4g} m/s²) = {ratio:.4g}")
        else:
            lines.append(f"T/(m g) = {ratio:.4g} at ignition")
        if ratio < 1 and values.get("share", 0.0) > 0:
            share, best = values["share"], _best(values)
            lines.append(f"{100 * share:.3g} % burnt: {ratio:.4g}/(1 − {share:.3g}) = {best:.4g}")
        if ratio < 1 and "mass_flow" in values and "mass" in values:
            t_s = values["mass"] * (1 - ratio) / values["mass_flow"]
            lines.append(
                f"thrust equals weight after {values['mass']:.4g} kg × (1 − {ratio:.4g})"
                f"/{values['mass_flow']:.4g} kg/s = {say(t_s, _SECOND)}"
            )
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build a pad and a rocket that moves by its equation of motion; see the protocol."""
        require_complete(scenario)
        values = values_of(scenario)
        flight = Flight.of(values)
        high = flight.length_m
        wide, stand = 0.26 * high, 0.35 * high
        hull = Polygon(
            ((-wide / 2, -high / 2), (wide / 2, -high / 2), (wide / 2, 0.28 * high),
             (0.0, high / 2), (-wide / 2, 0.28 * high))
        )  # fmt: skip
        flame = Polygon(
            ((0.0, -0.14 * high), (0.3 * wide, 0.14 * high), (-0.3 * wide, 0.14 * high))
        )
        foot = stand + high / 2
        bodies = (
            ground(-5 * high, 5 * high, 0.15 * high),
            Body("left_post", BodyRole.SUPPORT, Box(0.2 * wide, stand), _POSTS[0],
                 -0.42 * wide, stand / 2),
            Body("right_post", BodyRole.SUPPORT, Box(0.2 * wide, stand), _POSTS[1],
                 0.42 * wide, stand / 2),
            Body("flame", BodyRole.MARK, flame, _PLUME, 0.0, stand - 0.14 * high,
                 path=flight.flame(stand - 0.14 * high)),
            Body("rocket", BodyRole.MOVING, hull, WALL, 0.0, foot, path=flight.path(foot)),
        )  # fmt: skip
        return Scene(
            bodies=bodies,
            gravity_m_s2=values["gravity"],
            duration_s=flight.seconds / flight.faster,
            x_min_m=-2 * high,
            x_max_m=2 * high,
            y_min_m=-0.15 * high,
            y_max_m=stand + 4.6 * high,
            scale_bar_m=scale_bar_m(4 * high),
        )
