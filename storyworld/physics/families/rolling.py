"""Rolling: who is first down a ramp, how fast a round body gets there, and whether it slips.

Equation
    a = g sin(theta) / (1 + beta), beta = I / (m r²): solid sphere 2/5, solid cylinder 1/2, hollow
    sphere 2/3, hoop 1; no slip while mu >= tan(theta) beta / (1 + beta), beyond it
    a = g (sin(theta) - mu cos(theta)); t = sqrt(2 L / a), v = sqrt(2 a L)
Source
    OpenStax, University Physics vol. 1, sections 11.1 (rolling motion), 10.5 (moments of inertia).
Domain of validity
    Rigid bodies from rest on one even ramp, without rolling resistance and air. Mass and radius do
    not matter. A block that slides without friction has beta 0.
"""

import math
from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Claim, Derived, Formula, Seen
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.dry_friction import no_friction
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.incline_leaning import leans, long_thing_leans
from storyworld.physics.masking import without
from storyworld.physics.nearby import after, before, says, with_unit
from storyworld.physics.rolling_bodies import Racer, racers
from storyworld.physics.rolling_checks import EVEN, ROLLING_CHECKS, TELLING, rolling_checks
from storyworld.physics.rolling_reading import Race, race_of, uphill
from storyworld.physics.rolling_scenes import gable
from storyworld.physics.rolling_words import (
    ANGLE,
    BETA,
    COMPARES,
    CONTRARY,
    FRICTION,
    GRIP,
    HEIGHT,
    LENGTH,
    LET_GO,
    LIMITS,
    LIQUIDS,
    NO_SLIP,
    RIVAL,
    SLIPPING,
    SPEAKS,
    WISHES,
    only_slipping,
)  # fmt: skip
from storyworld.physics.scene import Scene
from storyworld.physics.scenery import require_complete
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.unplaced import named
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter, ParameterSource
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check, Measure, Question, Scenario

_ONE, _METRE, _SECOND = Unit.ONE, Unit.METRE, Unit.SECOND
_ACCELERATION: Final = Unit.METRE_PER_SECOND_SQUARED
_STILL: Final = 1e-3
_SHOWN_DEG: Final = 25.0
_AHEAD: Final = 0.97
_RACES: Final = ("wins", "does_not_win", "loses", "does_not_lose", "ties", "arrive_apart")
_CLEAR_OF_ALL: Final = "the goal does not say against whom"


def _along(v: Mapping[str, float], beta: float) -> float:
    """Give the acceleration down the ramp, rolling while friction suffices and slipping beyond."""
    theta = math.radians(v["angle"])
    sin, cos = math.sin(theta), math.cos(theta)
    return v["gravity"] * max(sin / (1 + beta), sin - v["grip"] * cos)


def _acceleration(v: Mapping[str, float]) -> float:
    return _along(v, v["beta_1"])


def _lead(v: Mapping[str, float]) -> float:
    return _acceleration(v) / max(_along(v, v["beta_2"]), 1e-12) - 1.0


def _spin(v: Mapping[str, float]) -> float:
    """Give how fast its rim gains speed by turning; nothing without friction."""
    theta, beta = math.radians(v["angle"]), v["beta_1"]
    rolling = math.sin(theta) / (1 + beta)
    return v["gravity"] * min(rolling, v["grip"] * math.cos(theta) / max(beta, 1e-6))


def _slack(v: Mapping[str, float]) -> float:
    return v["friction"] - math.tan(math.radians(v["angle"])) * v["beta_1"] / (1 + v["beta_1"])


def _seen(comparison: Comparison, share: float, subject: str) -> Seen:
    def limit(v: Mapping[str, float]) -> float:
        even = "beta_2" in v and EVEN < abs(_lead(v)) < TELLING
        # A film does not tell a near race, nor whether what slides down turns.
        if even or v["grip"] <= 0:
            raise KeyError(subject)
        return share * v.get("length", 1.0)

    return Seen(Measure.DISPLACEMENT, _METRE, (subject,), comparison, limit,
                f"How far is the {subject} body as the film stands still?")  # fmt: skip


_NEEDS: Final = ("beta_1", "angle", "grip", "gravity")
_BOTH: Final = (*_NEEDS, "beta_2")


def _is_race(scenario: Scenario) -> bool:
    return scenario.wanted in _RACES and scenario.parameter(RIVAL.name) is not None


class Rolling(ClosedForm):
    """A round body rolls down a ramp: before another, so fast, or slipping."""

    name = "rolling"
    purpose = "round bodies roll down a ramp: who is first, how fast, and whether they slip"
    domain = Domain.ROTATION
    equation = (
        "a = g sin(theta) / (1 + beta);  it does not slip while mu >= tan(theta) beta/(1+beta)"
    )
    law = "Newton's laws for sliding and turning: what lies far out takes longer to turn"
    outcomes = (
        "wins", "does_not_win", "loses", "does_not_lose", "ties", "arrive_apart",
        "rolls_without_slipping", "slips", "rolls_down", "stays", "rolls_up",
        *(o for limit in LIMITS for p in (limit.at_most, limit.at_least, limit.within) for o in p),
    )  # fmt: skip
    slots = (
        ANGLE, LENGTH, HEIGHT, FRICTION, GRIP, BETA, RIVAL,
        *(slot for limit in LIMITS for slot in limit.slots), GRAVITY,
    )  # fmt: skip
    derived = (
        Derived("grip", ("friction",), lambda v: v["friction"], "the friction given"),
        Derived("length", ("height", "angle"),
                lambda v: v["height"] / math.sin(math.radians(v["angle"])),
                "as long as a ramp of that height and angle is"),
        Derived("height", ("length", "angle"),
                lambda v: v["length"] * math.sin(math.radians(v["angle"])),
                "as high as a ramp of that length and angle is", natural=True),
    )  # fmt: skip
    formulas = (
        Formula("lead", _ONE, _lead, _BOTH, "acceleration of the one over the other's, less one"),
        Formula("spread", _ONE, lambda v: abs(_lead(v)), _BOTH, "how far the two are apart"),
        Formula("acceleration", _ACCELERATION, _acceleration, _NEEDS, "acceleration down the ramp"),
        Formula("spin", _ACCELERATION, _spin, _NEEDS, "acceleration of its rim by turning"),
        Formula("grip_slack", _ONE, _slack, ("friction", "angle", "beta_1"),
                "friction over what rolling asks"),
        Formula("time", _SECOND, lambda v: math.sqrt(2 * v["length"] / _acceleration(v)),
                (*_NEEDS, "length"), "time to the bottom"),
        Formula("speed", Unit.METRE_PER_SECOND,
                lambda v: math.sqrt(2 * v["height"] * _acceleration(v)
                                    / math.sin(math.radians(v["angle"]))),
                (*_NEEDS, "height"), "speed at the bottom"),
    )  # fmt: skip
    claims = (
        Claim("wins", "does_not_win", "lead", Comparison.AT_LEAST, EVEN,
              "The one gains speed faster than the other, by a share of at least {}.",
              seen=_seen(Comparison.AT_MOST, _AHEAD, "second")),
        Claim("does_not_win", "wins", "lead", Comparison.AT_MOST, EVEN,
              "The one does not gain speed faster than the other: by a share of {} at most.",
              seen=_seen(Comparison.AT_LEAST, _AHEAD, "second")),
        Claim("loses", "does_not_lose", "lead", Comparison.AT_MOST, -EVEN,
              "The one gains speed more slowly than the other: a share of {} or less.",
              seen=_seen(Comparison.AT_MOST, _AHEAD, "first")),
        Claim("does_not_lose", "loses", "lead", Comparison.AT_LEAST, -EVEN,
              "The one does not gain speed more slowly than the other: a share of at least {}.",
              seen=_seen(Comparison.AT_LEAST, _AHEAD, "first")),
        Claim("ties", "arrive_apart", "lead", Comparison.WITHIN, 0.0,
              "Both gain speed alike: the one leads by a share of {}.", tolerance=EVEN),
        Claim("arrive_apart", "ties", "spread", Comparison.AT_LEAST, EVEN,
              "One of them gains speed faster, by a share of at least {}."),
        Claim("rolls_without_slipping", "slips", "grip_slack", Comparison.AT_LEAST, 0.0,
              "Friction suffices to turn it as fast as it goes."),
        Claim("slips", "rolls_without_slipping", "grip_slack", Comparison.AT_MOST, 0.0,
              "Friction does not suffice to turn it as fast as it goes."),
        Claim("rolls_down", "slips", "spin", Comparison.AT_LEAST, _STILL,
              "It turns faster and faster as it goes down: by at least {}.",
              seen=_seen(Comparison.AT_LEAST, 0.3, "first")),
        Claim("stays", "rolls_down", "acceleration", Comparison.AT_MOST, _STILL,
              "Nothing moves it: it gains at most {}.",
              seen=_seen(Comparison.AT_MOST, 0.02, "first")),
        Claim("rolls_up", "rolls_down", "acceleration", Comparison.AT_MOST, 0.0,
              "From rest it gains speed upwards: {} or less downwards.",
              seen=_seen(Comparison.AT_MOST, 0.02, "first")),
    )  # fmt: skip
    limits = LIMITS
    wishes = WISHES
    speaks = SPEAKS
    contrary = CONTRARY
    tolerated = frozenset({"twice", "at once", "slowly", "immediately", "either"})
    watched = (
        Question(evidence="displacement", measure=Measure.DISPLACEMENT, unit=_METRE,
                 subjects=("first",), required=False,
                 words="How far from where it starts does it get?"),
    )  # fmt: skip
    sights = ROLLING_CHECKS

    # ---- reading -------------------------------------------------------------------------------

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Speak only of goals with a body that is round; a rod against a wall leans."""
        if long_thing_leans(words) and leans(words):
            return 0.0
        found = super().affinity(without(words, _PULLING), units)
        return found if found and any(not r.slides for r in racers(words)) else 0.0

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Set masses and radii aside: they do not matter, and say so by their own words."""
        aside = dict.fromkeys(with_unit(mentions, Unit.KILOGRAM), "")
        for n in with_unit(mentions, _METRE):
            if says(before(words, mentions, n, 3), _RADII) or says(
                after(words, mentions, n, 3), _RADII
            ):
                aside[n] = ""
        for n in with_unit(mentions, _ONE):
            span = words.text[mentions[n].start : mentions[n].end]
            if span.lower() in _NAMES:  # 'the full one' is no number
                aside[n] = ""
        # '4 cm marble', 'a 10 cm hoop': a size, where the ramp's length stands elsewhere.
        for n in with_unit(mentions, _METRE):
            behind = after(words, mentions, n, 3)
            if n not in aside and behind and _names_a_body(behind):
                aside[n] = ""
        return aside

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Let a race, a limit or a slip speak before mere rolling does."""
        race = race_of(words)
        if race.relation:
            return {_OUTCOMES[race.relation]: None}, False
        if limited:
            return {}, False
        if only_slipping(words):
            return {"slips": None}, False
        said, denied = words.asserted(SLIPPING)
        never = words.any_of(NO_SLIP) is not None
        rest, turned = super()._votes(words, limited=limited)
        if uphill(words) is not None:
            return {"rolls_up": None}, turned
        rest.pop("rolls_up", None)
        # 'Does not skid as it rolls down' denies the skidding, and not the rolling.
        resting = words.asserted(self.wishes[2].said)[0]
        if resting or ("stays" in rest and not (denied or never)):
            rest = {"stays": None}
        elif denied or never or said:
            rest = {"rolls_without_slipping" if denied or never else "slips": None}
        return rest or {"rolls_down": None}, turned

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Give the shapes that are settled by their names, and no friction where denied."""
        race = race_of(words)
        found: list[Parameter] = []
        for name, body in (("beta_1", race.first), ("beta_2", _rival(race))):
            if body is not None and body.beta[0] == body.beta[1]:
                what = "a block that slides freely" if body.slides else f"the {body.noun}"
                found.append(inferred(name, body.beta[0], _ONE, f"shape of {what}"))
        if not any(r.slides for r in racers(words)):
            found += no_friction(words, given)
        return tuple(found)

    def spans(self, words: Words) -> Mapping[str, Span]:
        """Give the shapes that names leave open, and any ramp where its angle is not given."""
        race = race_of(words)
        found = dict(super().spans(words))
        found["angle"] = Span(1.0, 80.0, "any ramp")
        for name, body in (("beta_1", race.first), ("beta_2", _rival(race))):
            if body is not None and body.beta[0] < body.beta[1]:
                because = f"shape of a {body.noun} that may be solid or hollow"
                found[name] = Span(*body.beta, because)
        return found

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name what a race leaves open: the rival, a lead in seconds, a block's friction."""
        race = race_of(words)
        found: list[MissingParameter] = []
        if race.relation and (not race.clear or _rival(race) is None):
            found.append(MissingParameter(name="rival", unit=_ONE, because=_CLEAR_OF_ALL))
        wet = [p for p in LIQUIDS if p in words and "frozen" not in words]
        found += named(wet)
        if "held" in words and words.any_of(LET_GO) is None:
            found += named(["held"])
        limited = any(p.name in {c.name for limit in LIMITS for c in limit.slots} for p in given)
        if not race.relation and not limited and words.any_of(COMPARES) is not None:
            found.append(MissingParameter(name="rival", unit=_ONE, because=_CLEAR_OF_ALL))
        resting = words.asserted(self.wishes[2].said)[0]
        if race.relation and resting:
            found += named(["stays"])
        slider = next((r for r in racers(words) if r.slides), None)
        if slider is not None and (
            words.any_of(_SLICK) is None or any(p.name == "friction" for p in given)
        ):
            because = f"whether the {slider.noun} is faster turns on its friction"
            found.append(MissingParameter(name="friction", unit=_ONE, because=because))
        mentions = read_quantities(words).mentions
        for n, mention in enumerate(mentions):
            lead = mention.quantity.unit in {_SECOND, _METRE} and says(
                before(words, mentions, n, 2), ("by", "by about", "by over")
            )
            if race.relation and lead:
                because = "by how much one wins is not decided here"
                found.append(MissingParameter(name="lead", unit=_ONE, because=because))
        if uphill(words) is not None and (
            race.relation or any(p.name.startswith("speed_") for p in given)
        ):
            because = "how far up something gets with a speed of its own is not decided here"
            found.append(MissingParameter(name="unplaced_claim", unit=_ONE, because=because))
        return tuple(found)

    # ---- showing -------------------------------------------------------------------------------

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if "angle" not in values or "beta_1" not in values:
            return ()
        theta, g = values["angle"], values["gravity"]
        lines = []
        for name in (n for n in ("beta_1", "beta_2") if n in values):
            beta, a = values[name], _along(values, values[name])
            asks = math.tan(math.radians(theta)) * beta / (1 + beta)
            if values["grip"] < asks:
                lines.append(
                    f"it slips: a = {g:.4g} m/s² × (sin {say(theta, ANGLE.unit)} - "
                    f"{values['grip']:.3g} cos {say(theta, ANGLE.unit)}) = {a:.4g} m/s²"
                )
            elif "beta_2" in values:
                # Who wins does not turn on the angle.
                lines.append(
                    f"{name.replace('_', ' ')}: a = g sin(theta) / (1 + {beta:.3g}) = "
                    f"{1 / (1 + beta):.3g} g sin(theta)"
                )
            else:
                lines.append(
                    f"a = {g:.4g} m/s² × sin({say(theta, ANGLE.unit)}) / (1 + {beta:.3g})"
                    f" = {a:.4g} m/s²"
                )
        a = _acceleration(values)
        if "length" in values and a > 0:
            way = say(values["length"], _METRE)
            lines.append(
                f"t = √(2 × {way} / {a:.4g} m/s²) = {math.sqrt(2 * values['length'] / a):.4g} s"
            )
        if "friction" in values:
            asks = math.tan(math.radians(theta)) * values["beta_1"] / (1 + values["beta_1"])
            lines.append(f"rolling asks for mu >= {asks:.3g}; mu = {values['friction']:.3g}")
        return tuple(lines)

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        values = values_of(scenario)
        lead = None if scenario.missing or not _is_race(scenario) else _lead(values)
        return rolling_checks(lead, turns=values.get("beta_1", 0.0) > 0.0)

    def stage(self, scenario: Scenario) -> Scene:
        """Let one body or two roll down by their forces; see the protocol.

        A ramp whose angle does not matter is filmed at 25 degrees.
        """
        require_complete(scenario)
        angle = scenario.parameter("angle")
        given = angle is not None and angle.source is not ParameterSource.DEFAULT
        shown = angle.quantity.value if angle is not None and given else _SHOWN_DEG
        return gable(values_of(scenario), shown, race=_is_race(scenario))


_OUTCOMES: Final = {
    "wins": "wins", "loses": "loses", "ties": "ties", "not_wins": "does_not_win",
    "not_loses": "does_not_lose", "not_ties": "arrive_apart",
}  # fmt: skip
_NAMES: Final = frozenset({"one", "two", "both", "three", "four", "second", "half"})
# To pull away from somebody is no pulling.
_PULLING: Final = ("pulls away", "pull away", "pulls ahead", "pull ahead", "pulling away")
_SLICK: Final = vocabulary("frictionless, no friction, without friction, frictionlessly, "
                           "friction free, without any friction, zero friction")  # fmt: skip
_RADII: Final = vocabulary("radius, radii, diameter, diameters, across, wide, in diameter, r, "
                           "thick, in radius, circumference, of radius, thickness")  # fmt: skip


def _rival(race: Race) -> Racer | None:
    return race.rival if race.relation else None


def _names_a_body(behind: tuple[str, ...]) -> bool:
    """Whether a length stands in front of a body: '4 cm marble', '10 cm steel ball'."""
    first = Words.of(" ".join(behind[:2]))
    return any(not r.slides for r in racers(first))
