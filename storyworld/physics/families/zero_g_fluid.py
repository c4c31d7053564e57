"""Fluids without weight: they gather into balls, and neither pour, rise nor settle.

Equation
    g_eff = 0: no pour, no buoyancy, no layers; capillarity makes a sphere, and a blob breaks up
    where its Weber number rho v² L / sigma is large
Source
    Scenario families, zero_g_fluid; L. D. Landau and E. M. Lifshitz, Fluid Mechanics, section 61.
Domain of validity
    Free fall without rotation; nothing pumps, blows or throws the fluid.
"""

from storyworld.physics.claims import Speaks, Wish
from storyworld.physics.material_response import MaterialResponse
from storyworld.physics.material_rules import Predicate, Rule
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check

_WEIGHTLESS = vocabulary(
    "microgravity, micro gravity, weightless, weightlessness, zero gravity, zero g, space station, "
    "iss, orbit, orbiting, in orbit, astronaut, astronauts, cosmonaut, spacecraft, spaceship, "
    "space capsule, space shuttle, parabolic flight, vomit comet, no gravity, without gravity, "
    "absence of gravity, outer space, in space, free falling lift"
)
_FLUIDS = vocabulary(
    "water, juice, tea, coffee, milk, liquid, liquids, fluid, droplet, droplets, drop of, "
    "drops of, raindrops, oil, bubble, bubbles, blob, blobs, beer, wine, honey, soup, lemonade, "
    "shampoo, cola, soda, ink, mercury"
)
_FALLEN = vocabulary(
    "pour, pours, pour out, falls, fall, drips down, drip down, runs down, run down, flows down, "
    "streams down, down into, flows from, flows into, flows out, trickles down, drips onto, "
    "drips to, settles at the bottom, settles there, "
    "settles to the bottom, sinks, sink, collects at the bottom, drains, rains, splashes onto"
)
_RISEN = vocabulary("rises, rise, floats up, float up, rises to the top, goes up, bubbles up")
_LAYERED = vocabulary("layers, two layers, stratify, stratifies, floats on top, float on top")
_ONE, _MOST, _LEAST = Unit.ONE, Comparison.AT_MOST, Comparison.AT_LEAST


class ZeroGFluid(MaterialResponse):
    """A fluid in free fall gathers, drifts and clings, and does not pour."""

    name = "zero_g_fluid"
    purpose = "a fluid without weight gathers into a ball, drifts, clings, and does not pour"
    domain = Domain.FLUID
    equation = "g_eff = 0;  We = rho v² L / sigma"
    law = "surface tension: what has no weight takes the shape of least surface"
    outcomes = ("forms_ball", "shapeless", "drifts", "stays_put", "clings", "comes_off", "pours",
                "does_not_pour", "rises", "does_not_rise", "layers", "no_layers")  # fmt: skip
    wishes = (
        Wish("forms_ball", "shapeless", vocabulary(
            "ball, balls, sphere, spheres, spherical, globe, globes, globule, globules, round")),
        Wish("drifts", "stays_put", vocabulary("drifts, drift, floats, float, floating, hovers")),
        Wish("clings", "comes_off", vocabulary("clings, cling, sticks, stick, wraps, creeps")),
        Wish("pours", "does_not_pour", _FALLEN),
        Wish("rises", "does_not_rise", _RISEN),
        Wish("layers", "no_layers", _LAYERED),
    )  # fmt: skip
    rules = (
        Rule("no weight", (_WEIGHTLESS, _FLUIDS),
             allows=("does_not_pour", "does_not_rise", "no_layers"),
             forbids=("pours", "rises", "layers"),
             law="free fall: what has no weight neither falls, nor rises by buoyancy, nor settles",
             statement="In free fall there is no down for a fluid to run to, and no up.",
             never=vocabulary("pumped, pumps, pump, squirted, squirts, sprayed, sprays, blown, "
                              "blows, fan, thrown, throws, sucked, straw, air stream, accelerates, "
                              "thruster, thrusters, returns to earth, back on earth, "
                              "on the ground, tethered, launch, charged, magnetic")),
    )  # fmt: skip
    predicates = (
        Predicate("forms_ball", "blob_circularity", _ONE, _LEAST, 0.9,
                  "The outline of the fluid is nearly a circle."),
        Predicate("shapeless", "blob_circularity", _ONE, _MOST, 0.7,
                  "The outline of the fluid is no circle."),
        Predicate("drifts", "drift_isotropy", _ONE, _LEAST, 0.5,
                  "The pieces drift in no direction more than in any other."),
        Predicate("stays_put", "drift", _ONE, _MOST, 0.05, "The fluid stays where it is."),
        Predicate("clings", "contact_share", _ONE, _LEAST, 0.5, "The fluid stays on the body."),
        Predicate("comes_off", "contact_share", _ONE, _MOST, 0.2, "The fluid leaves the body."),
        Predicate("does_not_pour", "bottom_share", _ONE, _MOST, 0.2,
                  "No fluid gathers at the bottom of the picture."),
        Predicate("pours", "bottom_share", _ONE, _LEAST, 0.8, "The fluid gathers at the bottom."),
        Predicate("rises", "top_share", _ONE, _LEAST, 0.8, "It gathers at the top."),
        Predicate("does_not_rise", "top_share", _ONE, _MOST, 0.5, "It does not gather at the top."),
        Predicate("layers", "layer_count", _ONE, _LEAST, 2.0, "There are two layers."),
        Predicate("no_layers", "layer_count", _ONE, _MOST, 1.0, "There are no layers."),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(_WEIGHTLESS, _FLUIDS),
        helps=vocabulary("microgravity, weightless, weightlessness, zero gravity, zero g, iss, "
                         "space station, astronaut, ball, sphere, pours, blob"),
        never=vocabulary("artificial gravity, rotating station, rotating, centrifuge, spinning, "
                         "spins, moon, mars, rocket, orbital speed, propellant, fuel"),
    )  # fmt: skip
    sights = (
        Check(name="gathers", statement="The fluid hangs free as rounded blobs.",
              antonym="The fluid runs down and gathers at the bottom.",
              shows=("forms_ball",), denies=("pours",)),
        Check(name="no_down", statement="The drops drift in all directions.",
              antonym="The drops all fall in the same direction.", shows=("drifts",)),
        Check(name="is_round", statement="The fluid draws together into a round ball.",
              antonym="The fluid has no round shape.",
              shows=("forms_ball",), denies=("shapeless",)),
        Check(name="runs_down", statement="The fluid runs down to the bottom of the picture.",
              antonym="No fluid runs down to the bottom of the picture.",
              shows=("pours",), denies=("does_not_pour",)),
        Check(name="stays_on", statement="The fluid stays on the body that it was on.",
              antonym="The fluid comes off the body that it was on.",
              shows=("clings",), denies=("comes_off",)),
        Check(name="stays_there", statement="The fluid stays where it is.",
              antonym="The fluid moves away from where it was.",
              shows=("stays_put",), denies=("drifts",)),
        Check(name="gathers_at_the_top", statement="What rises gathers at the top.",
              antonym="Nothing gathers at the top.",
              shows=("rises",), denies=("does_not_rise",)),
        Check(name="layers", statement="The fluids lie in two layers, one over the other.",
              antonym="The fluids lie in no layers.",
              shows=("layers",), denies=("no_layers",)),
    )  # fmt: skip
