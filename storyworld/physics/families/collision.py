"""Collisions on a line: which speeds two bodies can leave with.

Equation
    v2' = ((1 + e) m1 v1 + (m2 - e m1) v2) / (m1 + m2),  v1' = v2' - e (v1 - v2)
Source
    OpenStax, University Physics vol. 1, sections 9.3 to 9.5.
Domain of validity
    Two passive bodies on one line, no friction or other force while they touch. Momentum is kept;
    the restitution e lies between 0 (they stick together) and 1 (elastic). Where no e is given a
    speed is possible if some e gives it, and two speeds if the same one gives both.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from storyworld.physics.claims import Claim, Derived
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.collision_checks import COLLISION_CHECKS, collision_checks
from storyworld.physics.collision_comparing import heading_of, masses_by_comparison
from storyworld.physics.collision_laws import FORMULAS, filmed_restitution, finals
from storyworld.physics.collision_reading import read_collision
from storyworld.physics.collision_verbs import ELASTIC, IN_MOTION, STICKS, UNMOVED, WALLS
from storyworld.physics.collision_words import (
    AFTER_1,
    AFTER_2,
    E_HIGH,
    E_LOW,
    ENERGY_LOST,
    HEADING,
    MASS_1,
    MASS_2,
    PAIR,
    RESTITUTION,
    SPEAKS,
    SPEED_1,
    SPEED_2,
    WAY_1,
    WAY_2,
    WISHES,
)
from storyworld.physics.completion import inferred
from storyworld.physics.constructions import PARTWAY
from storyworld.physics.family import Interpretation
from storyworld.physics.hearing import heard
from storyworld.physics.leftover import only_bounded
from storyworld.physics.reach import kind_of
from storyworld.physics.scene import Body, Box, Scene
from storyworld.physics.scenery import BALL, GROUND, WALL, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Scenario

_SPEED, _KG, _ONE = Unit.METRE_PER_SECOND, Unit.KILOGRAM, Unit.ONE
_ACTIVE: Final = vocabulary(
    "explosive, explosives, explosion, explodes, compressed spring, spring loaded, springs, motor, "
    "motors, rocket, rockets, engine, propels itself, magnets, magnet, firecracker"
)
_NOT_ELASTIC: Final = vocabulary("inelastic, inelastically, not elastic, not elastically, "
                                 "partially elastic, partly elastic")  # fmt: skip
_STILL: Final = 0.02  # m/s: slower is called still


class Collision(ClosedForm):
    """Two bodies leave a collision with the speeds asked for, or cannot."""

    name = "collision"
    purpose = "two bodies collide on a line, and leave with speeds that are possible or not"
    domain = Domain.COLLISION
    equation = "v₂' = ((1+e) m₁ v₁ + (m₂ − e m₁) v₂)/(m₁ + m₂);  v₁' = v₂' − e (v₁ − v₂)"
    law = "conservation of momentum; kinetic energy never grows"
    outcomes = (
        "possible", "violates_p_or_e", "struck_slow", "struck_faster", "struck_fast",
        "striker_slow", "striker_faster", "striker_fast", "striker_possible", "pair_slow",
        "pair_faster", "pair_fast", "pair_slower", "pair_possible", "violates_momentum",
        "loses_less", "loses_more", "loses_so_much", "keeps_more", "loses_about",
        "loses_otherwise", "turns_back", "moves_on", "keeps_momentum",
    )  # fmt: skip
    slots = (
        MASS_1, MASS_2, SPEED_1, SPEED_2, HEADING, RESTITUTION, E_LOW, E_HIGH, WAY_1, WAY_2,
        *AFTER_2.slots, *AFTER_1.slots, *PAIR.slots, *ENERGY_LOST.slots,
    )  # fmt: skip
    derived = (
        Derived("e_low", ("restitution",), lambda v: v.get("restitution", 0.0), "e is given"),
        Derived("e_high", ("restitution",), lambda v: v.get("restitution", 1.0), "e is given"),
    )
    formulas = FORMULAS
    claims = (
        Claim("turns_back", "moves_on", "striker_least", Comparison.AT_MOST, -_STILL,
              "The striker bounces back: its velocity is at most {}."),
        Claim("moves_on", "turns_back", "striker_velocity", Comparison.AT_LEAST, -_STILL,
              "The striker does not bounce back: its velocity is at least {}."),
        Claim("keeps_momentum", "violates_p_or_e", "momentum_gap", Comparison.WITHIN, 0.0,
              "Momentum is kept: the centre's speed jumps by {} of the striker's."),
    )  # fmt: skip
    limits = (AFTER_2, AFTER_1, PAIR, ENERGY_LOST)
    wishes = WISHES
    speaks = SPEAKS
    tolerated = frozenset({"comes back", "turns back", "backwards", "backward", "twice", "returns",
                           "turns around", "at once", "instantly", "immediately"})  # fmt: skip
    contrary = PARTWAY + vocabulary("glancing, oblique, at an angle, perpendicular, right "
                          "angle, right angles, intersection, t bone, sideways, "
                          "breaks, shatters, third, three carts, three balls, cradle, "
                          "friction coefficient, wind, drag")  # fmt: skip
    understood = frozenset(
        {
            "stops",
            "rests",
            "halts",
            "rebounds",
            "bounces",
            "recoils",
            "leaves",
            "darts",
            "dashes",
            "rockets",
            "zooms",
            "careers",
            "skitters",
        }
    )
    sights = COLLISION_CHECKS

    # ---- reading -------------------------------------------------------------------------------

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Leave alone what adds energy of its own; see the protocol."""
        return 0.0 if _active(words) else super().affinity(words, units)

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """See :mod:`storyworld.physics.collision_reading`."""
        placed = dict(read_collision(words, mentions).placed)
        for n, mention in enumerate(mentions):
            if mention.symbol == "percent" and words.any_of(("kinetic energy", "energy")):
                lead = {t.text for t in words.tokens[max(0, mention.first_token - 6) :]}
                if {"loses", "lost", "lose", "dissipated", "dissipates"} & lead:
                    placed[n] = f"energy_lost_{kind_of(mention)}"
        return placed

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Add what words imply of the speeds afterwards before asking for it; see the protocol."""
        reading = read_collision(words, read_quantities(words).mentions)
        names = {p.name for p in given}
        added = [
            inferred(name, value, _unit(name), because)
            for name, value, because in reading.implied
            if name not in names and name != "on_2"
        ]
        return super().interpret(words, _rest(words, (*added, *given)))

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Let numbers say what is asked where there are some."""
        # What is 'not moving' stands still before it is struck: that denies nothing.
        votes, turned = heard(words, self.wishes, limited=limited, aside=UNMOVED)
        for verb in ("possible", "struck_slow"):
            votes.pop(verb, None)
        return {} if limited else votes, turned

    def _heard(self) -> Iterator[str]:
        yield from super()._heard()
        yield from ("moving", "move")

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Ask of two speeds that one collision gives both."""
        found = super().ask(wanted, given)
        if {"after_1_about", "after_2_about"} <= given:
            found += tuple(c for c in self.claims if c.outcome == "keeps_momentum")
        return tuple(dict.fromkeys(found))

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Take masses, directions and restitution from words like 'equal', 'head-on', 'stick'."""
        known = {p.name: p.quantity.value for p in given}
        found = [*masses_by_comparison(words, {p.name: p for p in given})]
        if "restitution" not in known:
            if words.asserted(STICKS)[0] and "elastically" not in words:
                found.append(inferred("restitution", 0.0, _ONE, "they stay together"))
            elif words.asserted(ELASTIC)[0] and words.any_of(_NOT_ELASTIC) is None:
                found.append(inferred("restitution", 1.0, _ONE, "the collision is elastic"))
        heading = heading_of(words, known)
        if heading is not None and "heading" not in known:
            found.append(inferred("heading", heading[0], _ONE, heading[1]))
        on = any(n == "on_2" for n, _, _ in read_collision(
            words, read_quantities(words).mentions).implied)  # fmt: skip
        if on and "way_2" not in known:
            way = heading[0] if heading is not None and known.get("speed_2") else 1.0
            found.append(inferred("way_2", way, _ONE, "it goes on the way it went"))
        return tuple(found)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Ask how fast the second body moves where the goal says that it does."""
        known = {p.name for p in given}
        # 'They hold on to each other' says nothing of how they came.
        hold = "to each other" in words or "to one another" in words
        moves = tuple(p for p in IN_MOTION if not (hold and p in ("each other", "one another")))
        moves_on = words.any_of(moves) is not None or _moves_somehow(words)
        if "speed_2" not in known and moves_on:
            because = "the goal says that both bodies move, and not how fast the second does"
            return (MissingParameter(name="speed_2", unit=_SPEED, because=because),)
        return tuple(only_bounded(self.slots, given))

    def spans(self, words: Words) -> Mapping[str, Span]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        whole = Span(0.0, 1.0, "from what sticks together to what loses nothing")
        return {**super().spans(words), "restitution": whole}

    # ---- solving and staging -------------------------------------------------------------------

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        m1, m2, v1 = values["mass_1"], values["mass_2"], values["speed_1"]
        v2 = values["heading"] * values["speed_2"]
        low, high = values["e_low"], values["e_high"]
        said = f"m₁ = {m1:.4g} kg at {v1:.4g} m/s, m₂ = {m2:.4g} kg at {v2:.4g} m/s"
        lines = [f"{said}; p = {m1 * v1 + m2 * v2:.4g} kg m/s"]
        for e in dict.fromkeys((low, high)):
            u1, u2 = finals(values, e)
            lines.append(f"e = {e:.3g}: v₁' = {say(u1, _SPEED)}, v₂' = {say(u2, _SPEED)}")
        return tuple(lines)

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        return self.sights if scenario.missing else collision_checks(values_of(scenario))

    def stage(self, scenario: Scenario) -> Scene:
        """Build two carts on a smooth track; the rigid-body engine lets them collide."""
        require_complete(scenario)
        values = values_of(scenario)
        e = filmed_restitution(values)
        v1, v2 = values["speed_1"], values["heading"] * values["speed_2"]
        u1, u2 = finals(values, e)
        fastest = max(abs(v1), abs(v2), abs(u1), abs(u2), 1e-3)
        unit = fastest * 0.9
        size = 0.16 * unit
        masses = values["mass_1"], values["mass_2"]
        sizes = [size * (1.3 if m == max(masses) else 1.0) for m in masses]
        before_s = 0.9
        meet1 = -sizes[0] / 2
        x1, x2 = meet1 - v1 * before_s, sizes[1] / 2 - v2 * before_s
        ends = [(u1 if v1 > v2 else v1) * 1.1, (u2 if v1 > v2 else v2) * 1.1]
        left = min(x1, x2, ends[0] - sizes[0], 0.0) - 1.2 * size
        right = max(x1, x2, ends[1] + sizes[1], ends[0] + sizes[0], 0.0) + 1.2 * size
        # What they run on is only a mark, so that they are seen to move freely.
        # One height for both: an unequal pair would be struck off centre and turn.
        floor = Body("track", BodyRole.MARK, Box(3 * (right - left), 0.3 * size), GROUND,
                     (left + right) / 2, -0.15 * size, friction_static=0.0)  # fmt: skip
        heavy = max(masses)
        carts = tuple(
            Body(
                name, BodyRole.MOVING, Box(side, size), colour, x, size / 2,
                velocity_x_m_s=speed, mass_kg=max(m / heavy, 1e-9), friction_static=0.0,
                restitution=e, free=True,
            )
            for name, side, colour, x, speed, m in (
                ("striker", sizes[0], BALL, x1, v1, masses[0]),
                ("struck", sizes[1], WALL, x2, v2, masses[1]),
            )
        )  # fmt: skip
        return Scene(
            bodies=(floor, *carts),
            gravity_m_s2=0.0,
            duration_s=2 * before_s + 0.2,
            x_min_m=left,
            x_max_m=right,
            y_min_m=-0.3 * size,
            y_max_m=2.5 * size,
            scale_bar_m=scale_bar_m(right - left),
        )


def _moves_somehow(words: Words) -> bool:
    """Whether what is struck is said to move, and not how fast: 'a cart that is moving, and'."""
    return any(
        place + 2 < len(words.tokens)
        and (words.tokens[place + 2].kind is TokenKind.MARK
             or words.tokens[place + 2].text in {"and", "yet", "before", "when", "at all"})
        for phrase in ("is moving", "does move", "are moving", "was moving", "did move")
        for place in words.places(phrase)
        if place and words.tokens[place - 1].text in {"that", "which", "who"}
    )  # fmt: skip


def _unit(name: str) -> Unit:
    return _ONE if name.startswith("way") else _SPEED


def _active(words: Words) -> bool:
    """Whether something adds energy: 'with no springs, magnets or explosives' nothing does."""
    denying = {"no", "without", "free", "neither", "any", "not"}
    return any(
        not denying & {t.text for t in words.tokens[max(0, place - 7) : place]}
        for phrase in _ACTIVE
        for place in words.places(phrase)
    )


def _rest(words: Words, found: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Take what is struck at a wall for something that cannot be moved."""
    names = {p.name for p in found}
    if words.any_of(WALLS) is None or "mass_2" in names:
        return found
    wall = inferred("mass_2", 1e12, _KG, "a wall cannot be moved")
    body = inferred("mass_1", 1.0, _KG, "beside a wall any mass is small")
    return (*found, wall) if "mass_1" in names else (*found, wall, body)
