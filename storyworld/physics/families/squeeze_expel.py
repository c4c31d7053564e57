"""Squeezing: what is soaked gives off what it holds, never more.

Equation
    expelled <= held, as masses or volumes of an incompressible liquid
Source
    Scenario families, squeeze_expel; OpenStax, University Physics vol. 1, section 14.5
    (incompressible flow).
Domain of validity
    A liquid that is neither made nor lost. Whether, where and when it comes out is to be seen.
"""

from collections.abc import Mapping

from storyworld.physics.claims import Claim, Formula, Speaks, Wish
from storyworld.physics.family import Slot
from storyworld.physics.material_response import MaterialResponse
from storyworld.physics.material_rules import Predicate, Rule
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check

_ONE, _KG, _M3 = Unit.ONE, Unit.KILOGRAM, Unit.CUBIC_METRE
_MOST, _LEAST = Comparison.AT_MOST, Comparison.AT_LEAST
_HOLDS = vocabulary(
    "holds, holding, hold, contains, containing, contain, soaked up, absorbed, absorbs, soaked "
    "with, filled with, full of, took up, takes up, soaked in, holds only, drank up, sucked up, "
    "has in it"
)
_GIVES = vocabulary(
    "gives off, give off, releases, release, expels, expel, gives up, loses, lose, squirts, "
    "squeezes out, squeeze out, squeezed out, drips out, drips, runs out, yields, out come, "
    "comes out, sheds, delivers, produces, and gives, out"
)
_BECAUSE = "no more comes out than was in it"


def _amounts(kind: str, unit: Unit, low: float, high: float) -> tuple[Slot, Slot]:
    held = Slot(f"held_{kind}", unit, f"{kind} of liquid held", low, high, before=_HOLDS,
                after=vocabulary("in it, inside, absorbed"), because=_BECAUSE)  # fmt: skip
    out = Slot(f"expelled_{kind}", unit, f"{kind} of liquid expelled", low, high, before=_GIVES,
               after=vocabulary("out, come out, comes out, drip out, run out"),
               because=_BECAUSE)  # fmt: skip
    return held, out


def _excess(kind: str, unit: Unit) -> Formula:
    held, out = f"held_{kind}", f"expelled_{kind}"
    return Formula(f"expelled_{kind}_excess", unit, lambda v: v[out] - v[held], (held, out),
                   f"{kind} that comes out beyond what was in it")  # fmt: skip


class SqueezeExpel(MaterialResponse):
    """What is squeezed gives off liquid, or springs back."""

    name = "squeeze_expel"
    purpose = "what is squeezed gives off what it holds, and springs back or not"
    domain = Domain.FLUID
    equation = "expelled <= held"
    law = "conservation of mass: a liquid that comes out was in it before"
    outcomes = ("expels", "expels_nothing", "springs_back", "stays_squashed")
    slots = (*_amounts("mass", _KG, 1e-9, 1e6), *_amounts("volume", _M3, 1e-12, 1e3),
             *MaterialResponse.slots)  # fmt: skip
    numbers = frozenset({"expelled_mass", "expelled_volume"})
    formulas = (_excess("mass", _KG), _excess("volume", _M3), *MaterialResponse.formulas)
    claims = (
        Claim("expels", "expels_nothing", "expelled_mass_excess", _MOST, 0.0,
              "No more comes out than was in it."),
    )  # fmt: skip
    _by_volume = Claim("expels", "expels_nothing", "expelled_volume_excess", _MOST, 0.0,
                       "No more comes out than was in it.")  # fmt: skip
    wishes = (
        Wish("expels", "expels_nothing", vocabulary(
            "drips, drip, dripping, squirts, squirt, runs out, run out, comes out, come out, "
            "streams out, stream out, expels, expel, gives off, give off, releases, release, "
            "oozes, ooze, gushes, gush, pours out, leaks, leak, gives up, yields, sheds, sprays, "
            "spurts, flows out, water streams, trickles, loses")),
        Wish("springs_back", "stays_squashed", vocabulary(
            "springs back, spring back, bounces back to its shape, regains, recovers, expands "
            "again, returns to its shape, returns to its original shape, back to its round shape, "
            "takes its shape again, swells up again")),
    )  # fmt: skip
    _things = vocabulary(
        "sponge, sponges, towel, cloth, rag, lemon, orange, lime, grapefruit, tube, bottle, ball, "
        "sock, shirt, grape, grapes, bag, pouch, toothpaste, ketchup, mustard, tea bag, mop, wool, "
        "swab, tomato, berry, flannel, pipette, foam, stress ball, udder, cheese"
    )
    rules = (
        Rule("nothing in it", (vocabulary("dry, bone dry, empty, completely dry, dried out"),
                               _things),
             allows=("expels_nothing",), forbids=("expels",),
             law="conservation of mass", statement="Where no liquid is, none comes out.",
             never=vocabulary("wet, soaked, full, filled, damp, air, dipped, half empty, moist, "
                              "then dry, is dry, until it is dry, until dry, dry ice")),
        Rule("no more than it holds", (vocabulary(
                "than it contains, than it holds, than it held, than it contained, than was in it, "
                "than it had soaked up, than it soaked up, than it had absorbed, than it absorbed, "
                "than there was in it, than its own volume, than its volume"),
                vocabulary("more, twice as much, larger amount")),
             allows=("expels_nothing",), forbids=("expels",),
             law="conservation of mass", statement="No more comes out than was in it.",
             never=vocabulary("no more, not more")),
    )  # fmt: skip
    predicates = (
        Predicate("expels", "outflow_area", _ONE, _LEAST, 0.01,
                  "Liquid leaves the body while it is squeezed."),
        Predicate("expels", "outflow_onset", Unit.SECOND, _LEAST, 0.0,
                  "Nothing comes out before it is squeezed."),
        Predicate("expels_nothing", "outflow_area", _ONE, _MOST, 0.002, "No liquid leaves it."),
        Predicate("springs_back", "silhouette_ratio", _ONE, Comparison.WITHIN, 1.0,
                  "Let go, it is as large as before.", tolerance=0.1),
        Predicate("stays_squashed", "silhouette_ratio", _ONE, _MOST, 0.85, "It stays smaller."),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(vocabulary("squeezed, squeeze, squeezes, squeezing, wrung, wring, wringing, "
                           "wrings, pressed, pressing, presses, squashed, squashes, compressed, "
                           "crushed, squished, kneaded, twisted"),
                _things),
        helps=vocabulary("sponge, drips, wrung out, toothpaste, juice, lemon, soaked, wet, "
                         "squirts, stress ball, springs back"),
        never=vocabulary("microgravity, weightless, weightlessness, zero gravity, zero g, orbit, "
                         "space station, iss, astronaut, gripper, grip, jaws, spring constant, "
                         "spring compressed, compressed spring, a spring, "
                         "piston, steam, vacuum, evacuated, rebounds, thrown, steel ball"),
    )  # fmt: skip
    foreign = frozenset({Unit.WATT, Unit.HERTZ, Unit.NEWTON, Unit.NEWTON_PER_METRE})
    sights = (
        Check(name="expels", statement="Liquid comes out while the body is squeezed.",
              antonym="Nothing comes out of the body.",
              shows=("expels",), denies=("expels_nothing",)),
        Check(name="shrinks", statement="The body becomes smaller while liquid leaves it.",
              antonym="The body keeps its size while liquid leaves it."),
        Check(name="as_before", statement="Let go, the body is as large as before.",
              antonym="Let go, the body stays smaller than before.",
              shows=("springs_back",), denies=("stays_squashed",)),
    )  # fmt: skip

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """See :class:`storyworld.physics.material_response.MaterialResponse`."""
        found = super().ask(wanted, given)
        if "expelled_mass" in given or not found or found[0].quantity == "rule_allows":
            return found
        return (self._by_volume,)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        for kind, symbol in (("mass", "kg"), ("volume", "m³")):
            held, out = values.get(f"held_{kind}"), values.get(f"expelled_{kind}")
            if held is not None and out is not None:
                return (f"held {held:.3g} {symbol}, expelled {out:.3g} {symbol}",)
        return ()
