"""Bouncing: how high a ball comes back after so many bounces, when it lands and when it stops.

Equation
    h_n = e^(2n) (h_0 + v_0² / (2 g));  v_up = e v_down;  it bounces for
    sqrt(2 H / g) (1 + 2 e / (1 - e)) - v_0 / g, with H = h_0 + v_0² / (2 g); it first lands after
    sqrt(2 H / g) - v_0 / g
Source
    OpenStax, University Physics vol. 1, section 9.4 (collisions in one dimension).
Domain of validity
    A passive ball on level, heavy, still ground; no air drag, no spin; thrown straight up or down
    if at all. e lies between 0 and 1 and is the same at each bounce: whatever it is, nothing that
    is dropped comes back higher. The ball is small beside the heights.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.bounce_checks import BOUNCE_CHECKS, bounce_checks
from storyworld.physics.bounce_motion import heights
from storyworld.physics.bounce_sights import by_share
from storyworld.physics.bounce_times import FALL, LANDS, landing_and_end, whose_time
from storyworld.physics.bounce_words import (
    BOUNCES,
    DROP,
    IMPACT,
    KEEPS,
    LEAVES,
    LOSES,
    REBOUND,
    RESTITUTION,
    SHARE,
    SPEAKS,
    STOPS,
    THROWN,
    WISHES,
)
from storyworld.physics.bound_denials import taken_by_bound
from storyworld.physics.claims import Claim, Derived, Formula
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import MASS, inferred
from storyworld.physics.constructions import PARTWAY, above_origin, below_origin
from storyworld.physics.family import Interpretation
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.leftover import as_claim, only_bounded
from storyworld.physics.masking import without
from storyworld.physics.materials import Property, materials_in, span_of
from storyworld.physics.motion import poses
from storyworld.physics.reach import up_to
from storyworld.physics.scene import Body, Box, Disc, Scene
from storyworld.physics.scenery import BALL, LANDING, WALL, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.stature import statures
from storyworld.physics.wording import say
from storyworld.reading.quantities import Bound, Mention
from storyworld.reading.unplaced import named
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Scenario

_METRE, _SPEED = Unit.METRE, Unit.METRE_PER_SECOND
_NTH: Final = "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth"
_ORDINALS: Final = {word: n for n, word in enumerate(vocabulary(_NTH), start=1)}
_BOUNCE_NOUNS: Final = ("bounce", "rebound", "impact", "hit", "contact", "time")
_THROWS: Final = vocabulary(
    "thrown, throw, throws, throwing, hurled, hurls, flung, flings, slammed, slams, tossed, "
    "tosses, spiked, fired, smashed, launched"
)
_ELASTIC: Final = vocabulary("perfectly elastic, totally elastic, ideally elastic, elastically, "
                             "fully elastic, completely elastic, without any loss, without losing "
                             "energy, no energy is lost, lossless")  # fmt: skip
_DEAD: Final = vocabulary("perfectly inelastic, completely inelastic, totally inelastic, clay, "
                          "putty, dough, perfectly plastic")  # fmt: skip
_RISES: Final = vocabulary(
    "bounces, bounce, bouncing, rebounds, rebound, rebounding, rises, rise, rising, comes, come, "
    "goes, go, gets, get, back, climbs, climb, climbing, jumps, jump, springs, spring, hops, hop, "
    "leaps, leap, flies, fly, returns, return, shoots, shoot, makes, make, up"
)
# What would help the ball, and no verb: 'without any spring'.
_THINGS: Final = vocabulary(
    "any spring, a spring, no spring, or spring, the spring, without spring, any springs, no "
    "springs, or springs, without springs, spring below, spring underneath"
)
_HALF: Final = vocabulary(
    "half its drop height, half its height, half of its drop height, half the drop height, half "
    "its original height, half the height, half its starting height, half of its original height, "
    "half the original height, half its initial height, half of its height, half as high"
)
_SHARES: Final[dict[Bound | None, str]] = {Bound.AT_LEAST: "share_min", Bound.AT_MOST: "share_max"}
_ASKED: Final = ("share", "rebound_speed", "time", "landing")
_LEAST_FLIGHT_S, _LONGEST_S, _DULL = 0.5, 10.0, 0.1
_FINEST: Final = 1e-3  # a share of the drop height that is still called higher


def _energy_height(v: Mapping[str, float]) -> float:
    return v["drop_height"] + v["throw_speed"] ** 2 / (2 * v["gravity"])


def _kept(v: Mapping[str, float]) -> float:
    return float(v["restitution"] ** (2 * v["bounces"]))


def _rebound(v: Mapping[str, float]) -> float:
    return _kept(v) * _energy_height(v)


def _rebound_speed(v: Mapping[str, float]) -> float:
    return math.sqrt(2 * v["gravity"] * _rebound(v))


def _gain(v: Mapping[str, float]) -> float:
    thrown = v["throw_speed"] ** 2 / (2 * v["gravity"] * v["drop_height"])
    return _kept(v) * (1 + thrown)


def _bouncing_s(v: Mapping[str, float]) -> float:
    fall = math.sqrt(2 * _energy_height(v) / v["gravity"])
    e = min(v["restitution"], 1 - 1e-9)
    return fall * (1 + 2 * e / (1 - e)) - v["throw_speed"] / v["gravity"]


_NEEDS: Final = ("drop_height", "throw_speed", "restitution", "bounces", "gravity")
_REBOUND: Final = Formula("rebound", _METRE, _rebound, _NEEDS, "height of the rebound")
_SHARE: Final = Formula("gain", Unit.ONE, _kept, ("restitution", "bounces"),
                        "height of the rebound by that of the start")  # fmt: skip
_THROWN_SHARE: Final = Formula("thrown_gain", Unit.ONE, _gain, _NEEDS, _SHARE.words)
_LEAVING: Final = Formula("rebound_speed", _SPEED, _rebound_speed, _NEEDS, "speed of the rebound")


class Bounce(ClosedForm):
    """A ball comes back as high as asked, or does not."""

    name = "bounce"
    purpose = "a bouncing ball comes back to a height, and no higher than its energy lets it"
    domain = Domain.COLLISION
    equation = "h_n = e²ⁿ (h₀ + v₀²/(2 g))"
    law = "restitution: at each bounce a ball keeps the share e of its speed, at most all of it"
    outcomes = (
        "reaches", "too_low", "violates_energy", "reaches_more", "comes_up_to", "too_slow",
        "comes_back_less", "comes_back_more", "comes_back_so_far", "comes_back_to",
        "leaves_faster", "leaves_fast", "leaves_at", "stops_in_time", "still_bounces",
        "still_bounces_on", "stops_sooner", "stops_then", "stops_at_another_time",
        "lands_in_time", "lands_later", "lands_then", "lands_at_another_time",
        "higher_than_drop", "no_higher",
    )  # fmt: skip
    slots = (
        DROP, IMPACT, THROWN, RESTITUTION, KEEPS, LOSES, BOUNCES, *REBOUND.slots, *SHARE.slots,
        *LEAVES.slots,
        *STOPS.slots, *LANDS.slots, MASS, GRAVITY,
    )  # fmt: skip
    derived = (
        Derived("drop_height", ("impact_speed", "gravity"),
                lambda v: v["impact_speed"] ** 2 / (2 * v["gravity"]) if "impact_speed" in v
                else v.get("drop_height", 0.0), "the height a fall to that speed takes"),
        Derived("restitution", ("height_kept",),
                lambda v: math.sqrt(v["height_kept"]) if "height_kept" in v else v["restitution"],
                "heights go with the square of the speed"),
        Derived("restitution", ("height_lost",),
                lambda v: math.sqrt(1 - v["height_lost"]) if "height_lost" in v
                else v.get("restitution", 0.0), "what is left of the height goes with its square"),
    )  # fmt: skip
    formulas = (
        _REBOUND, REBOUND.nearest(_REBOUND), _LEAVING, LEAVES.nearest(_LEAVING),
        _SHARE, SHARE.nearest(_SHARE), _THROWN_SHARE,
        replace(SHARE.nearest(_THROWN_SHARE), name="thrown_share_nearest"),
        Formula("bounce_time", Unit.SECOND, _bouncing_s,
                ("drop_height", "throw_speed", "restitution", "gravity"),
                "time until it stops bouncing"),
        FALL,
    )  # fmt: skip
    claims = (
        Claim("higher_than_drop", "violates_energy", "gain", Comparison.AT_LEAST, 1 + _FINEST,
              "It comes back to more than its starting height ({} times).",
              seen=by_share(Comparison.AT_LEAST, lambda _: 1 + _FINEST)),
        Claim("no_higher", "higher_than_drop", "gain", Comparison.AT_MOST, 1 + _FINEST,
              "It comes back no higher than it started ({} times).",
              seen=by_share(Comparison.AT_MOST, lambda _: 1 + _FINEST)),
    )  # fmt: skip
    limits = (REBOUND, SHARE, LEAVES, STOPS, LANDS)
    wishes = WISHES
    speaks = SPEAKS
    tolerated = frozenset({"comes back", "returns", "into the air", "in the air", "twice",
                           "in mid air", "backwards", "backward"})  # fmt: skip
    contrary = PARTWAY + vocabulary(
        "horizontally, sideways, spin, topspin, backspin, at an "
        "angle, explodes, melts, breaks, shatters, sticks, "
        "over the fence, over a wall, forever, endlessly, never stops"
    )
    sights = BOUNCE_CHECKS

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """See :class:`storyworld.physics.family.Family`."""
        found = up_to(words, mentions, _METRE, _RISES, "rebound_about")
        found |= statures(words, mentions)
        found |= landing_and_end(words, mentions)
        for index, mention in enumerate(mentions):
            if mention.symbol != "percent":
                continue
            lead = words.tokens[max(0, mention.first_token - 5) : mention.first_token]
            said = {t.text for t in lead}
            if said & set(_RISES) and not said & {"each", "every", "always"}:
                found[index] = _SHARES.get(mention.bound, "share_about")
        as_claim(words, mentions, self.slots, found, _METRE, "rebound", unless=_ASKED)
        return found

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Take a height or a speed that is given twice as the very same; see the protocol."""
        given = tuple(_untopped(words, p) for p in given)
        half = words.any_of(_HALF)
        if half is not None and not any(p.name.startswith(("share", "rebound")) for p in given):
            least = "at least " + half in words or "more than " + half in words
            said = inferred("share_min" if least else "share_about", 0.5, Unit.ONE, "half")
            given = (*given, said)
        return super().interpret(words, _alike(given))

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Hear 'no higher than where it started' as the denial that it is.

        One verb denied turns the limit round, whatever else is said to bounce.
        """
        words = without(words, _THINGS)
        votes, turned = super()._votes(words, limited=limited)
        verbs = next(wish.said for wish in self.wishes if wish.turns)
        turned = turned or (limited and words.asserted(verbs)[1])
        turned = turned and not taken_by_bound(words, verbs)
        if not limited:
            higher, no_higher = above_origin(words)
            votes |= {"higher_than_drop": None} if higher else {}
            votes |= {"no_higher": None} if no_higher or below_origin(words) else {}
        votes.pop("reaches", None)
        votes.pop("too_low", None)
        if "no_higher" in votes:
            votes.pop("higher_than_drop", None)
        return votes, turned

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        return bounce_checks(values_of(scenario))

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Ask what is known to fall from a height with the speed of its throw too."""
        found = super().ask(wanted, given)
        if "drop_height" not in given:
            return found
        return tuple(
            replace(c, quantity=f"thrown_{c.quantity}")
            if c.quantity in ("gain", "share_nearest")
            else c
            for c in found
        )

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Take which bounce is meant, and what is elastic or not at all, from the words."""
        names = {p.name for p in given}
        found = []
        if "bounces" not in names:
            which = next((n for w, n in _ORDINALS.items() for noun in _BOUNCE_NOUNS
                          if f"{w} {noun}" in words), None)  # fmt: skip
            if which is None and words.any_of(("bounces twice", "bouncing twice", "two bounces")):
                which = 2
            if which is not None:
                found.append(inferred("bounces", which, Unit.ONE, "the goal says which bounce"))
        if not {"restitution", "height_kept", "height_lost"} & names:
            if words.asserted(_ELASTIC)[0]:
                found.append(inferred("restitution", 1.0, Unit.ONE, "the bounce is elastic"))
            elif words.asserted(_DEAD)[0]:
                found.append(inferred("restitution", 0.0, Unit.ONE, "it does not bounce at all"))
        return tuple(found)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Ask how fast a ball is thrown that somebody throws, and whose a time is."""
        return (*self._of_the_throw(words, given), *whose_time(words))

    def _of_the_throw(
        self, words: Words, given: tuple[Parameter, ...]
    ) -> tuple[MissingParameter, ...]:
        """Name what decides of a throw: thrown is not dropped."""
        known = {p.name for p in given}
        if words.asserted(("motor",))[0]:
            return named(["motor"])
        if "throw_speed" in known and "drop_height" not in known:
            because = DROP.because
            return (MissingParameter(name="drop_height", unit=_METRE, because=because),)
        if _is_thrown(words) and not {"throw_speed", "impact_speed"} & known:
            because = "the goal says that it is thrown, and not how fast"
            return (MissingParameter(name="throw_speed", unit=_SPEED, because=because),)
        return tuple(only_bounded(self.slots, given))

    def spans(self, words: Words) -> Mapping[str, Span]:
        """Let a ball be as bouncy as its material, or anything from clay to a perfect ball."""
        found = dict(super().spans(words))
        found["restitution"] = Span(0.0, 1.0, "from what sticks to what loses nothing")
        named = [m for _, m in materials_in(words, Property.RESTITUTION)]
        if len(named) == 1:
            found["restitution"] = span_of(named[0], Property.RESTITUTION)
        return found

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if "drop_height" not in values or "restitution" not in values:
            return ()
        e, n, h = values["restitution"], values["bounces"], values["drop_height"]
        v0, g = values["throw_speed"], values["gravity"]
        thrown = f" + ({v0:.4g} m/s)²/(2 × {g:.4g} m/s²)" if v0 else ""
        return (
            f"h_{n:.0f} = {e:.4g}^{2 * n:.0f} × ({h:.4g} m{thrown}) = "
            f"{say(_rebound(values), _METRE)}",
        )  # fmt: skip

    def stage(self, scenario: Scenario) -> Scene:
        """Build a floor and a ball that falls and rebounds by its equation of motion."""
        require_complete(scenario)
        values = values_of(scenario)
        g, e = values["gravity"], values.get("restitution", 0.7)
        # Without a height (a claim by shares) a film needs one.
        h0, v0 = values.get("drop_height", 1.0), values["throw_speed"]
        n = int(values["bounces"])
        whole = {**values, "drop_height": h0, "restitution": e}
        asked = next((values[s.name] for s in REBOUND.slots if s.name in values), 0.0)
        top = max(h0, _rebound({**whole, "bounces": 1.0}), min(asked, 3 * h0))
        radius = 0.035 * top

        fall = math.sqrt(2 * _energy_height(whole) / g)
        lasts = fall * (1 + 2 * sum(e**k for k in range(1, n + 1))) - v0 / g
        # A flight that is over at once is filmed slower, so that it can be measured.
        flight = min(fall - v0 / g, 2 * e * fall) if e > _DULL else fall - v0 / g
        faster = min(1.0, max(flight / _LEAST_FLIGHT_S, lasts / _LONGEST_S))

        def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            return poses(0.0, radius + heights(h0, -v0, e, g, times_s * faster), 0.0, times_s)

        bodies = [ground(-2 * top, 2 * top, 0.06 * top),
                  Body("start", BodyRole.MARK, Box(0.3 * top, 0.006 * top), WALL,
                       -0.25 * top, h0)]  # fmt: skip
        if 0 < asked <= top:
            bodies.append(
                Body("line", BodyRole.MARK, Box(0.3 * top, 0.006 * top), LANDING, 0.25 * top, asked)
            )
        ball = Body("ball", BodyRole.MOVING, Disc(radius), BALL, 0.0, radius + h0, path=path)
        return Scene(
            bodies=(*bodies, ball),
            gravity_m_s2=g,
            duration_s=min(max(lasts / faster, 0.5) + 0.1, 15.0),
            x_min_m=-0.45 * top,
            x_max_m=0.45 * top,
            y_min_m=-0.06 * top,
            y_max_m=1.05 * top + 2 * radius,
            scale_bar_m=scale_bar_m(0.9 * top),
            pace=faster,
        )


def _is_thrown(words: Words) -> bool:
    """Whether somebody throws: 'without being thrown' nobody does."""
    denying = {"without", "no", "not", "never"}
    return any(
        not words.negated(place)
        and not denying & {t.text for t in words.tokens[max(0, place - 3) : place]}
        for phrase in _THROWS
        for place in words.places(phrase)
    )


def _untopped(words: Words, given: Parameter) -> Parameter:
    """Hear the verb in 'restitution 0.92 tops 3 m', where 'tops' might bound what precedes it."""
    if given.bound is None or given.words is None:
        return given
    after = [t for t in words.tokens if t.start >= given.words.end][:1]
    return given.revised(bound=None) if after and after[0].text == "tops" else given


def _alike(given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Take a quantity that is asked to come back the same without its rounding."""
    pairs = {"drop_height": "rebound", "impact_speed": "rebound_speed"}
    exact: set[str] = set()
    for premise, asked in pairs.items():
        values = {p.name: p.quantity.value for p in given
                  if p.name == premise or p.name.startswith(asked + "_m")
                  or p.name == f"{asked}_about"}  # fmt: skip
        if len(values) > 1 and len(set(values.values())) == 1:
            exact |= set(values)
    return tuple(
        p.revised(quantity=p.quantity.revised(uncertainty=0.0)) if p.name in exact else p
        for p in given
    )
