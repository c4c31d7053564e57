"""Domino chain: every domino knocks over the next, or the chain stalls.

Equation
    a falling domino of height h gets to the next over a gap s if s < h; of growing dominoes each
    may be up to about 1.5 times as large as the one before
Source
    J. M. J. van Leeuwen, Am. J. Phys. 78 (2010) 721 (the domino effect).
Domain of validity
    Upright dominoes on level ground that does not let them slip, thin beside their height; the
    first is pushed over. `s` is the clear gap. The widest gap decides, wherever it is.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from storyworld.physics.claims import Claim, Derived, Formula, Seen
from storyworld.physics.completion import inferred
from storyworld.physics.domino_gaps import CLOSER, FURTHER, WHOLE, several_gaps
from storyworld.physics.domino_words import (
    BLOWN,
    CONTRARY,
    COUNT,
    FIRST,
    GROWS,
    GROWTH,
    HEIGHT,
    ONLY_FIRST,
    RATIO,
    SHRINKS,
    SPACING,
    SPEAKS,
    STOPPED,
    THICKNESS,
    WIDEST,
    WISHES,
)
from storyworld.physics.family import Interpretation
from storyworld.physics.masking import without
from storyworld.physics.nearby import after, says, with_unit
from storyworld.physics.scene import Body, Box, Disc, Scene
from storyworld.physics.scenery import BOXES, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.sweeping import Sweeping
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Scenario

_METRE, _ONE = Unit.METRE, Unit.ONE
_MOST_GROWTH: Final = 1.5
_FILMED_GROWTH: Final = 1.4
_SLOWED_M: Final = 0.2
# With less they slip on the ground, with more they hardly slide down one another.
_FRICTION: Final = 0.8
_THIN: Final = 0.28
_SHOWN: Final = 7
_FALLEN_DEG: Final = 60.0
_STANDING_DEG: Final = 10.0
_PUSHER: Final = (40, 40, 60)
_SIDEWAYS: Final = vocabulary("long, wide, broad, across, in length, in width")
_SINGLE: Final = frozenset(
    vocabulary(
        "one, single, except, widest, largest, wider, larger, bigger, but, biggest, where, "
        "centre, center, "
        "middle, central"
    )
)
_ON_END: Final = vocabulary("upright, on end, on their ends, standing up, vertically")
_TALL: Final = vocabulary("tall, high, height, in height, heights")
_FRACTIONS: Final = {
    "half": 0.5, "a half": 0.5, "one half": 0.5, "a third": 1 / 3, "one third": 1 / 3,
    "two thirds": 2 / 3, "a quarter": 0.25, "one quarter": 0.25, "three quarters": 0.75,
    "a fifth": 0.2, "one fifth": 0.2, "four fifths": 0.8, "a tenth": 0.1, "twice": 2.0,
    "double": 2.0, "triple": 3.0, "three times": 3.0, "two times": 2.0,
}  # fmt: skip


def _chain(v: Mapping[str, float]) -> float:
    """Give the largest share of what can be bridged that the chain needs; above 1 it stalls."""
    widest = v["widest_gap"] / v["height"] if "widest_gap" in v and "height" in v else 0.0
    return max(v["gap_ratio"], widest, (v["growth"] - 1.0) / (_MOST_GROWTH - 1.0))


def _turned(limit_deg: float) -> "Seen":
    def law(v: Mapping[str, float]) -> float:
        if v["growth"] > _FILMED_GROWTH:
            raise KeyError("growth")  # where thickness matters a film proves nothing
        return limit_deg

    comparison = Comparison.AT_LEAST if limit_deg > _STANDING_DEG else Comparison.AT_MOST
    return Seen(Measure.TILT, Unit.DEGREE, ("last",), comparison, law,
                "How far has the last domino turned at the end?")  # fmt: skip


class Domino(Sweeping):
    """A row of dominoes falls to the last, or stalls."""

    name = "domino"
    purpose = "a row of dominoes falls down to the last one, or the chain stalls"
    domain = Domain.COLLISION
    equation = "s < h, and growth ≤ 1.5"
    law = "a falling domino has to reach the next before it lies on the ground"
    outcomes = ("chain_completes", "stalls")
    slots = (HEIGHT, SPACING, WIDEST, THICKNESS, COUNT, RATIO, GROWTH)
    derived = (
        Derived("gap_ratio", ("spacing", "height"), lambda v: v["spacing"] / v["height"]
                if "spacing" in v else v.get("gap_ratio", 0.0), "gap over height", natural=True),
    )  # fmt: skip
    formulas = (
        Formula("chain", _ONE, _chain, ("gap_ratio", "growth"),
                "share of what a falling domino can bridge"),
    )  # fmt: skip
    claims = (
        Claim("chain_completes", "stalls", "chain", Comparison.AT_MOST, 1.0,
              "Gaps and growth take at most {} times what a falling domino can bridge.",
              seen=_turned(_FALLEN_DEG)),
        Claim("stalls", "chain_completes", "chain", Comparison.AT_LEAST, 1.0,
              "A gap or the growth takes at least {} times what a falling domino can bridge.",
              seen=_turned(_STANDING_DEG)),
    )  # fmt: skip
    wishes = WISHES
    speaks = SPEAKS
    tolerated = frozenset({"twice", "doubles", "grows", "slowly", "several", "a few", "instantly",
                           "a moment", "couple of", "at once", "immediately"})  # fmt: skip
    contrary = CONTRARY
    sights = (
        Check(
            name="last_falls",
            statement="The last domino of the row falls over.",
            antonym="The last domino of the row stays upright.",
            shows=("chain_completes",),
            denies=("stalls",),
        ),
        Check(
            name="one_after_another",
            statement="The dominoes fall one after another.",
            antonym="The dominoes fall all at once or not at all.",
            shows=("chain_completes",),
        ),
    )

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:
        """See the protocol; where thickness matters a film proves nothing either way."""
        growth = scenario.parameter("growth")
        if growth is None or growth.quantity.value <= _FILMED_GROWTH:
            return self.sights
        return tuple(check.revised(shows=(), denies=()) for check in self.sights)

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Set lengths and widths aside, and take sizes of three for what they can only be."""
        placed = several_gaps(words, mentions)
        for n in with_unit(mentions, _METRE):
            if n in placed:
                continue
            parts = mentions[n].parts
            if parts > 1:
                first = n - mentions[n].part
                sizes = [mentions[first + k].quantity.value for k in range(parts)]
                order = sorted(range(parts), key=lambda k: -sizes[k])
                rank = order.index(mentions[n].part)
                placed[n] = "height" if rank == 0 else "thickness" if rank == parts - 1 else ""
            elif says(after(words, mentions, n, 1), _SIDEWAYS):
                on_end = says(after(words, mentions, n, 1), ("long",)) and words.any_of(_ON_END)
                placed[n] = "height" if on_end and words.any_of(_TALL) is None else ""
            elif _is_single(words, mentions[n]):
                placed[n] = "widest_gap"
        for n in with_unit(mentions, _ONE):
            behind = after(words, mentions, n, 5)
            one = mentions[n].quantity.value == 1.0 and not mentions[n].symbol
            if one and behind[:1] != ("times",):
                placed[n] = ""  # 'number one', 'the first one'
            if mentions[n].symbol != "percent":
                continue
            if says(behind, RATIO.after):
                placed[n] = "gap_ratio"
            elif _larger(behind):
                placed[n] = ""
        return placed

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Take gaps in heights, and how much the dominoes grow, from the words."""
        names = {p.name for p in given}
        found = []
        if not names & {"gap_ratio", "spacing"}:
            ratio = _in_heights(words)
            if ratio is not None:
                found.append(inferred("gap_ratio", ratio[0], _ONE, f"the goal says '{ratio[1]}'"))
        if "growth" not in names:
            growth = _growth(words)
            if growth is not None:
                found.append(inferred("growth", growth, _ONE, "as the goal says"))
        return tuple(found)

    def spans(self, words: Words) -> Mapping[str, Span]:
        """Take gaps that are only compared with the height for anything on that side of it."""
        found = dict(super().spans(words))
        for phrases, (low, high) in ((FURTHER, (1.02, 5.0)), (CLOSER, (0.05, 0.98))):
            said = words.any_of(phrases)
            if said is not None:
                found["gap_ratio"] = Span(low, high, f"the goal says '{said}'")
        return found

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`; the wind may begin a chain."""
        return super().affinity(without(words, BLOWN), units)

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        return super().interpret(without(words, BLOWN), given)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name how much they grow, and what thick dominoes leave open."""
        values = {p.name: p.quantity.value for p in given}
        found = []
        grows = words.any_of(GROWS) is not None and "growth" not in values
        if (grows and _growth(words) is None) or words.any_of(SHRINKS) is not None:
            because = "how much larger each is than the one before is not given"
            found.append(MissingParameter(name="growth", unit=_ONE, because=because))
        if values.get("thickness", 0.0) > _THIN * values.get("height", math.inf):
            because = "blocks as thick as that may only rock: whether they fall turns on the push"
            found.append(MissingParameter(name="push", unit=Unit.JOULE, because=because))
        if words.any_of(("cube", "cubes", "dice", "cubic")) is not None:
            because = "cubes may only rock or slide: whether they fall turns on the push"
            found.append(MissingParameter(name="push", unit=Unit.JOULE, because=because))
        if "widest_gap" in values and "height" not in values:
            found.append(MissingParameter(name="height", unit=_METRE, because=HEIGHT.because))
        return tuple(found)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Leave out how the chain begins; where others stand it has not gone to the end."""
        if words.any_of(ONLY_FIRST) is not None:
            return {"stalls": None}, False
        votes, turned = super()._votes(without(words, (*FIRST, *STOPPED)), limited=limited)
        stops, goes_on = words.asserted(STOPPED)
        if stops or goes_on:
            votes["stalls" if stops else "chain_completes"] = None
        if not votes and words.any_of(FIRST) is not None and words.any_of(_LASTS) is not None:
            votes = {"chain_completes": None}
        return votes, turned

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        lines = []
        if "spacing" in values and "height" in values:
            s, h = values["spacing"], values["height"]
            lines.append(f"s/h = {say(s, _METRE)}/{say(h, _METRE)} = {values['gap_ratio']:.3g}")
        else:
            lines.append(f"s/h = {values['gap_ratio']:.3g}")
        if "widest_gap" in values and "height" in values:
            s, h = values["widest_gap"], values["height"]
            lines.append(f"widest gap: {say(s, _METRE)}/{say(h, _METRE)} = {s / h:.3g}")
        if values["growth"] != 1.0:
            lines.append(f"growth {values['growth']:.3g} of at most {_MOST_GROWTH}")
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build a row of dominoes and a ball that pushes the first; see the protocol.

        The rigid-body engine does the rest. Of long rows seven are shown.
        """
        require_complete(scenario)
        values = values_of(scenario)
        h, growth = values.get("height", 0.05), values["growth"]
        ratio = values["gap_ratio"]
        widest = values["widest_gap"] / h if "widest_gap" in values else 0.0
        # The wider they stand, the fewer are shown: each is to be seen well.
        apart = max(ratio, widest)
        most = 4 if apart > 0.8 else _SHOWN if apart < 0.35 and growth < 1.1 else 5
        count = int(min(most, max(2, values.get("count", most))))
        # A harder push would slide the first along: it has to start what stands close together.
        # Thick dominoes a good height apart slip and rock: what a film shows there is no rule.
        most_thick = 0.1 if apart > 0.8 else 0.2 if apart > 0.1 else 0.15
        thick = min(values.get("thickness", 0.1 * h) / h, most_thick)
        # Beyond reach a gap looks the same however wide.
        ratio, widest = min(ratio, 1.6), min(widest, 1.6)
        thick = max(thick, 0.08)
        # Small ones fall within the blink of an eye: they are filmed in slow motion.
        g = 9.81 * min(1.0, h / _SLOWED_M)
        radius = 0.12 * h
        ball = Body(
            "pusher", BodyRole.MOVING, Disc(radius), _PUSHER, -radius - 0.05 * h, 0.85 * h,
            velocity_x_m_s=(1.5 if apart < 0.3 else 0.6) * math.sqrt(g * h), mass_kg=thick * h * h,
        )  # fmt: skip
        bodies = [ball]
        x_m, size = 0.0, h
        for place in range(count):
            last = place == count - 1
            name = "last" if last else f"domino_{place + 1}"
            wide = thick * size
            bodies.append(
                Body(name, BodyRole.MOVING, Box(wide, size), BOXES[place],
                     x_m + wide / 2, size / 2, mass_kg=wide * size)
            )  # fmt: skip
            gap = widest if widest and place == (count - 1) // 2 else ratio
            x_m += wide + (0.0 if last else gap * size)
            size *= 1.0 if last else growth
        end_m = x_m + 1.15 * max(size, h)
        floor = ground(-40 * size, end_m + 40 * size, 0.06 * end_m)
        return Scene(
            bodies=tuple(replace(b, friction_static=_FRICTION) for b in (floor, *bodies)),
            gravity_m_s2=g,
            duration_s=math.sqrt(size / g) * (5.0 + 1.4 * count),
            x_min_m=-0.7 * h,
            x_max_m=end_m,
            y_min_m=-0.06 * end_m,
            y_max_m=1.15 * max(size, h),
            scale_bar_m=scale_bar_m(end_m),
        )


_LASTS: Final = vocabulary("all, last, whole, every, entire, rest")


def _is_single(words: Words, mention: Mention) -> bool:
    """Whether a length is that of one gap among others: 'except for one gap of 8 cm'."""
    first = words.tokens[mention.first_token]
    ahead = words.tokens[max(0, mention.first_token - 6) : mention.first_token]
    said = {t.text for t in ahead if t.sentence == first.sentence}
    return "gap" in said and bool(said & _SINGLE)


def _in_heights(words: Words) -> tuple[float, str] | None:
    """Read a gap that is stated in heights: 'half their height', 'a third of its height'."""
    said = words.any_of(WHOLE)
    if said is not None:
        return 1.0, said
    for phrase, value in sorted(_FRACTIONS.items(), key=lambda pair: -len(pair[0])):
        for place in words.places(phrase):
            following = [t.text for t in words.tokens[place + len(phrase.split()) :][:6]]
            if "height" in following and not {"one", "previous", "last"} & set(following[:2]):
                return value, f"{phrase} {' '.join(following[: following.index('height') + 1])}"
    return None


def _growth(words: Words) -> float | None:
    """Read how much larger each is than the one before, where no number fills the slot."""
    for phrase, value in (("twice as", 2.0), ("twice the size", 2.0), ("double the size", 2.0),
                          ("three times as", 3.0), ("doubles in size", 2.0)):  # fmt: skip
        for place in words.places(phrase):
            following = [t.text for t in words.tokens[place : place + 9]]
            if {"before", "previous", "last", "preceding", "predecessor"} & set(following):
                return value
    mentions = read_quantities(words).mentions
    for n in with_unit(mentions, _ONE):
        if mentions[n].symbol == "percent" and _larger(after(words, mentions, n, 5)):
            return 1.0 + mentions[n].quantity.value
    return None


def _larger(behind: tuple[str, ...]) -> bool:
    return bool({"larger", "bigger", "taller", "higher"} & set(behind[:2]))
