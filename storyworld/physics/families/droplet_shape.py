"""The shape of a drop: round where surface tension wins, flat where weight does.

Equation
    Bo = rho g L² / sigma; nearly round below Bo = 0.1, plainly flattened above Bo = 1. A drop
    beads up where its contact angle exceeds 90 degrees
Source
    Scenario families, droplet_shape; P.-G. de Gennes, F. Brochard-Wyart, D. Quéré, Capillarity
    and Wetting Phenomena (2004), ch. 1 and 2; surface tensions at 20 °C: CRC Handbook, 95th ed.
Domain of validity
    L is how wide the drop is; the drop rests on what it does not wet, or falls slowly.
"""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Claim, Formula, Speaks, Wish
from storyworld.physics.completion import inferred
from storyworld.physics.family import Slot
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.material_response import MaterialResponse
from storyworld.physics.material_rules import Predicate
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check

_ONE, _MOST, _LEAST = Unit.ONE, Comparison.AT_MOST, Comparison.AT_LEAST
_DENSITY: Final = Unit.KILOGRAM_PER_CUBIC_METRE
# words: density and surface tension at 20 °C, each with a standard uncertainty
_LIQUIDS: Final = (
    (vocabulary("mercury, quicksilver"), 13546.0, 5.0, 0.486, 0.005),
    (vocabulary("ethanol, alcohol"), 789.0, 3.0, 0.0223, 0.0003),
    (vocabulary("olive oil, vegetable oil, oil"), 912.0, 8.0, 0.033, 0.001),
    (vocabulary("glycerine, glycerol, glycerin"), 1261.0, 3.0, 0.0634, 0.0006),
    (vocabulary("water, dew, raindrop, raindrops, rain, fog, mist"), 998.0, 2.0, 0.0725, 0.0008),
)
_WETTED: Final = vocabulary(
    "glass, window, pane, hydrophilic, wets, wetted, wetting, clean metal, paper, cloth, soap, "
    "soapy, detergent, wood, fabric, cotton"
)
# 'A drop of 20 m' is a height.
_DROPS: Final = tuple(
    phrase
    for said in (*(w for row in _LIQUIDS for w in row[0]), "rain", "liquid", "honey", "milk")
    for phrase in (f"drop of {said}", f"drops of {said}", f"bead of {said}", f"{said} drop",
                   f"{said} drops", f"blob of {said}")
)  # fmt: skip
SIZE: Final = Slot(
    "size", Unit.METRE, "size of the drop", 1e-6, 1.0, by_unit=True,
    before=vocabulary("diameter, diameter of, size, size of, across, width, d, l"),
    after=vocabulary("across, wide, in diameter, diameter, drop, droplet, bead, in size"),
    because="whether weight flattens a drop turns on how large it is",
)  # fmt: skip
DENSITY: Final = Slot(
    "density", _DENSITY, "density of the liquid", 50.0, 25000.0, by_unit=True,
    because="whether weight flattens a drop turns on how heavy the liquid is",
)  # fmt: skip
TENSION: Final = Slot(
    "surface_tension", Unit.NEWTON_PER_METRE, "surface tension", 1e-3, 3.0, by_unit=True,
    because="how hard the surface pulls a drop together is its surface tension",
)  # fmt: skip
ANGLE: Final = Slot(
    "contact_angle", Unit.DEGREE, "contact angle", 0.0, 180.0, by_unit=True, optional=True,
    because="how far a drop spreads on what it wets is its contact angle",
)  # fmt: skip
ROUND_TO: Final = Slot(
    "bond_limit", _ONE, "Bond number that still counts as round", 0.05, 2.0, span=(0.1, 1.0),
    because="what counts as round is between a tenth and one",
)  # fmt: skip


def _bond(v: Mapping[str, float]) -> float:
    return v["density"] * v["gravity"] * v["size"] ** 2 / v["surface_tension"]


_NEEDS: Final = ("density", "gravity", "size", "surface_tension")


class DropletShape(MaterialResponse):
    """A drop is round, or flattened."""

    name = "droplet_shape"
    purpose = "a drop is nearly round, or flattened by its weight"
    domain = Domain.FLUID
    equation = "Bo = rho g L² / sigma: round below 0.1, flat above 1"
    law = "capillarity: surface tension rounds a drop, weight flattens it"
    outcomes = ("round", "flat")
    slots = (SIZE, DENSITY, TENSION, ANGLE, ROUND_TO, GRAVITY, *MaterialResponse.slots)
    numbers = frozenset({"size", "contact_angle"})
    formulas = (
        Formula("bond_ratio", _ONE, lambda v: _bond(v) / v["bond_limit"],
                (*_NEEDS, "bond_limit"), "Bond number as a share of the limit"),
        Formula("bond_number", _ONE, _bond, _NEEDS, "Bond number"),
        Formula("wetting_angle", Unit.DEGREE, lambda v: v["contact_angle"], ("contact_angle",),
                "contact angle"),
        *MaterialResponse.formulas,
    )  # fmt: skip
    claims = (
        Claim("round", "flat", "bond_ratio", _MOST, 1.0,
              "Surface tension keeps the drop nearly round."),
        Claim("flat", "round", "bond_ratio", _LEAST, 1.0, "Its weight flattens the drop."),
    )  # fmt: skip
    _by_angle = (
        Claim("round", "flat", "wetting_angle", _LEAST, 90.0, "The drop beads up."),
        Claim("flat", "round", "wetting_angle", _MOST, 90.0, "The drop spreads."),
    )
    wishes = (
        Wish("round", "flat", vocabulary(
            "round, spherical, sphere, spheres, ball, beads up, bead up, beads, pearls, pearl, "
            "globule, globules, marble, perfectly round")),
        Wish("flat", "round", vocabulary(
            "flattened, flat, flattens, pancake, spreads, spread out, spreading, squashed, "
            "lens shaped, sags")),
    )  # fmt: skip
    predicates = (
        Predicate("round", "aspect_ratio", _ONE, Comparison.WITHIN, 1.0,
                  "The drop is as high as it is wide.", tolerance=0.1),
        Predicate("flat", "aspect_ratio", _ONE, _LEAST, 1.3, "The drop is wider than high."),
    )  # fmt: skip
    speaks = Speaks(
        all_of=((*_DROPS, *vocabulary("droplet, droplets, dew, raindrop, raindrops, contact angle, "
                                      "drop size, mm drop, dew drop, mercury bead, water bead")),
                tuple(p for wish in wishes for p in wish.said)),
        helps=vocabulary("droplet, mercury, contact angle, spherical, leaf, teflon, wax, waxed, "
                         "coating, lotus"),
        units=frozenset({Unit.METRE, Unit.DEGREE}),
        never=vocabulary("microgravity, weightless, weightlessness, zero gravity, zero g, space "
                         "station, iss, orbit, orbiting, astronaut, ink, dye, food colouring, "
                         "dropped, drops from, falls from, ball bearing, rebounds, bounces, ramp"),
    )  # fmt: skip
    surely = 0.7
    sights = (
        Check(name="round", statement="The drop is as high as it is wide.",
              antonym="The drop is clearly wider than it is high.",
              shows=("round",), denies=("flat",)),
        Check(name="contact", statement="The drop meets the surface at a steep angle.",
              antonym="The edge of the drop runs out flat on the surface."),
    )  # fmt: skip

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """See :class:`storyworld.physics.material_response.MaterialResponse`."""
        angled = tuple(c for c in self._by_angle if c.outcome == wanted and c.threshold)
        if "contact_angle" not in given:
            return super().ask(wanted, given)
        return angled if "size" not in given else (*angled, *super().ask(wanted, given))

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        names = {p.name for p in given}
        liquid = next((row for row in _LIQUIDS if words.any_of(row[0]) is not None), None)
        if liquid is None:
            return ()
        said, rho, rho_u, sigma, sigma_u = liquid
        because = f"of {words.any_of(said)} at room temperature"
        found = (
            inferred("density", rho, _DENSITY, because, rho_u),
            inferred("surface_tension", sigma, TENSION.unit, because, sigma_u),
        )
        return tuple(p for p in found if p.name not in names)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        names = {p.name for p in given}
        if "size" not in names or "contact_angle" in names or words.any_of(_WETTED) is None:
            return ()
        return (MissingParameter(name=ANGLE.name, unit=ANGLE.unit, because=ANGLE.because),)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if not set(_NEEDS) <= set(values):
            return ()
        rho, g, size = values["density"], values["gravity"], values["size"]
        return (
            f"Bo = {rho:.4g} kg/m³ × {g:.3g} m/s² × ({size:.3g} m)² / "
            f"{values['surface_tension']:.3g} N/m = {_bond(values):.3g}",
        )
