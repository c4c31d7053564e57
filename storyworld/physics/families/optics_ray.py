"""Rays: light is refracted or totally reflected; lenses and mirrors show so large an image.

Equation
    n1 sin(theta_1) = n2 sin(theta_2); total reflection if n1 / n2 sin(theta_1) >= 1; thin lens
    1/f = 1/d_o + 1/d_i, M = |d_i / d_o| = |f / (d_o - f)|; a plane mirror shows size 1, at the
    same distance, and needs half the height of what it is to show whole
Source
    OpenStax, University Physics vol. 3, sections 1.2 to 1.4 (reflection, refraction, total
    internal reflection), 2.1 (plane mirrors), 2.4 (thin lenses).
Domain of validity
    Rays in clear isotropic media with plane surfaces, one colour; thin lenses near their axis.
    How bright anything is is not said: some light is reflected at every surface.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from storyworld.physics.beside import beside_the_point
from storyworld.physics.claims import Claim, Derived, Formula, Seen
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.family import Interpretation, Slot
from storyworld.physics.masking import without
from storyworld.physics.nearby import (
    after,
    as_needed,
    before,
    denied_values,
    limit_of,
    says,
    ways,
    with_unit,
)
from storyworld.physics.needed import needed_behind
from storyworld.physics.optics_angles import place_angles
from storyworld.physics.optics_checks import OPTICS_CHECKS, optics_checks
from storyworld.physics.optics_scenes import image_scene, ray_scene
from storyworld.physics.optics_slots import (
    ALSO,
    ANGLE,
    DIVERGING,
    FOCAL,
    LIMITS,
    N1,
    N2,
    OBJECT,
    OBJECT_HEIGHT,
    REFRACTED,
    SCALE,
)  # fmt: skip
from storyworld.physics.optics_speech import (
    A_LITTLE,
    ALL_OF_IT,
    CONTRARY,
    MAGNIFIES,
    MULTIPLES,
    NOT_TOTAL,
    SPEAKS,
    WISHES,
    kinds_asked,
    mirror_share,
)
from storyworld.physics.optics_words import (
    Optic,
    diverges,
    index_of,
    media,
    optic_of,
    place_lengths,
)  # fmt: skip
from storyworld.physics.scene import Scene
from storyworld.physics.scenery import require_complete
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check, Measure, Scenario

_METRE, _ONE, _DEGREE = Unit.METRE, Unit.ONE, Unit.DEGREE
_GLANCING: Final = Slot("glancing", _DEGREE, "angle to the surface", 0.0, 90.0, optional=True)
_FOUND: Final = (
    Slot("enlargement", _ONE, "image over object", 0.0, 1e12, bounds=frozenset(), optional=True),
    Slot("image_at", _METRE, "distance of the image", 0.0, 1e12, bounds=frozenset(), optional=True),
)
# Beyond this the pulse on film keeps too close to the surface to tell the side it is on.
_FLAT_DEG: Final = 75.0
_NEAREST: Final = 1e-9
_NO_ENTRY: Final = 0.02


def _sine(v: Mapping[str, float]) -> float:
    return v["n1"] / v["n2"] * math.sin(math.radians(v["angle"]))


def _refraction(v: Mapping[str, float]) -> float:
    return math.degrees(math.asin(max(0.0, min(1.0, _sine(v)))))


def _off_focus(v: Mapping[str, float]) -> float:
    focal = v["focal_length"] * v["diverging"]
    return max(abs(v["object_distance"] - focal), _NEAREST * v["focal_length"])


def _side(comparison: Comparison) -> Seen:
    def level(v: Mapping[str, float]) -> float:
        if v["angle"] > _FLAT_DEG:
            raise KeyError("angle")
        return 0.01

    return Seen(Measure.TOP_HEIGHT, _METRE, ("pulse",), comparison, level,
                "How far above the surface does the light end up?")  # fmt: skip


def _beyond(parameter: Parameter) -> Parameter:
    """Ask for a little more than the share of which it is denied that it suffices."""
    if parameter.name != "mirror_share_min" or parameter.words is not None:
        return parameter
    return parameter.revised(
        quantity=parameter.quantity.revised(value=parameter.quantity.value + A_LITTLE)
    )


class OpticsRay(ClosedForm):
    """Light is totally reflected or refracted; an image is so large and so far."""

    name = "optics_ray"
    purpose = "light is refracted or totally reflected; a lens or mirror shows so large an image"
    domain = Domain.OPTICS
    equation = (
        "n1 sin(theta_1) = n2 sin(theta_2), total reflection if n1 / n2 sin(theta_1) >= 1;  "
        "M = |f / (d_o - f)|;  plane mirror M = 1"
    )
    law = "Snell: the index times the sine of the angle is the same on both sides"
    outcomes = (
        "totally_reflects", "refracts", "bends_towards", "bends_away", "real_image",
        "virtual_image", "enlarged", "reduced", "life_size", "other_size",
        *(o for limit in LIMITS for pair in (limit.at_most, limit.within) for o in pair),
    )  # fmt: skip
    slots = as_needed(
        N1, N2, ANGLE, _GLANCING, FOCAL, OBJECT, OBJECT_HEIGHT, DIVERGING, SCALE, *ALSO, *_FOUND,
        *(slot for limit in LIMITS for slot in limit.slots),
    )  # fmt: skip
    derived = ways(
        Derived("angle", ("glancing",), lambda v: 90.0 - v["glancing"], "from the normal instead"),
        Derived("enlargement", ("scale",), lambda v: v["scale"], "a plane mirror shows life size"),
        Derived("image_at", ("scale", "object_distance"), lambda v: v["object_distance"],
                "as far behind a plane mirror as the object before it"),
        Derived("enlargement", ("focal_length", "object_distance", "diverging"),
                lambda v: v["focal_length"] / _off_focus(v), "f / (d_o - f)", natural=True),
        Derived("image_at", ("focal_length", "object_distance", "diverging"),
                lambda v: v["focal_length"] * v["object_distance"] / _off_focus(v),
                "f d_o / (d_o - f)", natural=True),
    )  # fmt: skip
    formulas = (
        Formula("sine", _ONE, _sine, ("n1", "n2", "angle"), "n1 / n2 sin(theta_1)"),
        Formula("index_ratio", _ONE, lambda v: v["n1"] / v["n2"], ("n1", "n2"), "n1 / n2"),
        Formula("refraction_angle", _DEGREE, _refraction, ("n1", "n2", "angle"),
                "angle of refraction"),
        Formula("critical_angle", _DEGREE,
                lambda v: math.degrees(math.asin(min(1.0, v["n2"] / v["n1"]))), ("n1", "n2"),
                "critical angle"),
        Formula("reflection_angle", _DEGREE, lambda v: v["angle"], ("angle",),
                "angle of reflection"),
        Formula("magnification", _ONE, lambda v: v["enlargement"], ("enlargement",),
                "magnification"),
        Formula("image_height", _METRE, lambda v: v["enlargement"] * v["object_height"],
                ("enlargement", "object_height"), "height of the image"),
        Formula("image_distance", _METRE, lambda v: v["image_at"], ("image_at",),
                "distance of the image"),
        Formula("focal_share", _ONE, lambda v: v["object_distance"] * v["diverging"]
                / v["focal_length"], ("object_distance", "diverging", "focal_length"),
                "distance of the object over the focal length"),
        Formula("mirror_needed", _METRE, lambda v: v["object_height"] / 2 * v["scale"],
                ("object_height", "scale"), "height of mirror that shows all"),
        Formula("mirror_share", _ONE, lambda v: v["scale"] / 2, ("scale",),
                "height of mirror that shows all, by what it shows"),
        Formula("separation", _METRE, lambda v: 2 * v["object_distance"] * v["scale"],
                ("object_distance", "scale"), "from the thing to its image in a plane mirror"),
    )  # fmt: skip
    claims = (
        Claim("totally_reflects", "refracts", "sine", Comparison.AT_LEAST, 1.0,
              "n1 / n2 sin(theta_1) is at least {}: no angle of refraction exists.",
              seen=_side(Comparison.AT_MOST)),
        Claim("refracts", "totally_reflects", "sine", Comparison.AT_MOST, 1.0,
              "n1 / n2 sin(theta_1) is at most {}: part of the light gets through.",
              seen=_side(Comparison.AT_LEAST)),
        Claim("bends_towards", "bends_away", "index_ratio", Comparison.AT_MOST, 1.0,
              "n1 is at most {} times n2."),
        Claim("bends_away", "bends_towards", "index_ratio", Comparison.AT_LEAST, 1.0,
              "n1 is at least {} times n2."),
        Claim("real_image", "virtual_image", "focal_share", Comparison.AT_LEAST, 1.0,
              "The object is at least {} focal lengths away."),
        Claim("virtual_image", "real_image", "focal_share", Comparison.AT_MOST, 1.0,
              "The object is at most {} focal lengths away."),
        Claim("enlarged", "reduced", "magnification", Comparison.AT_LEAST, 1.02,
              "The image is at least {} times as large."),
        Claim("reduced", "enlarged", "magnification", Comparison.AT_MOST, 0.98,
              "The image is at most {} times as large."),
        Claim("life_size", "other_size", "magnification", Comparison.WITHIN, 1.0,
              "The image is {} times as large.", tolerance=0.03),
    )  # fmt: skip
    limits = LIMITS
    wishes = WISHES
    speaks = SPEAKS
    contrary = CONTRARY
    tolerated = frozenset(
        {
            "twice",
            "doubles",
            "in the air",
            "into the air",
            "slowly",
            "comes back",
            "returns",
            "turns back",
        }
    )
    sights = OPTICS_CHECKS

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Say which index is whose, and what each angle and length is of."""
        optic = optic_of(words)
        placed = {**beside_the_point(words, mentions), **place_angles(words, mentions)}
        if optic is not Optic.SURFACE:
            placed |= place_lengths(words, mentions, optic)
        else:
            for name, medium in zip(("n1", "n2"), media(words), strict=True):
                if medium is not None and medium.index is not None:
                    placed[medium.index] = name
        for n in with_unit(mentions, _ONE):
            ahead, behind = before(words, mentions, n, 3), after(words, mentions, n, 2)
            for name in ("n1", "n2"):
                if says(ahead[-2:], (name,)):
                    placed[n] = name
            if says(behind, ("times", "x", "fold")) or says(ahead, MAGNIFIES):
                placed[n] = f"magnification_{limit_of(mentions[n])}"
        loose = [n for n in with_unit(mentions, _ONE) if n not in placed and not mentions[n].symbol]
        free = [name for name in ("n1", "n2") if name not in placed.values()]
        if optic is Optic.SURFACE and len(loose) == 2 == len(free):
            placed |= dict(zip(loose, free, strict=True))
        return placed

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Read 'twice as large' as a magnification of two before all else is read."""
        names = {p.name for p in given}
        # Not twice as large may be anything else: that is left open.
        times = next((v for w, v in MULTIPLES.items() if words.asserted((w,))[0]), None)
        sized = any(name.startswith(("magnification", "image_height")) for name in names)
        if times is not None and not sized and optic_of(words) is not Optic.SURFACE:
            said = inferred("magnification_about", times, _ONE, "as the goal says")
            given = (*given, said)
        share = mirror_share(words) if optic_of(words) is Optic.MIRROR else None
        if share is not None and not any(name.startswith("mirror_") for name in names):
            given = (*given, inferred("mirror_share_max", share, _ONE, "as the goal says"))
        found = super().interpret(words, given)
        return replace(found, parameters=tuple(_beyond(p) for p in found.parameters))

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Take only the wishes of the optic spoken of, the most telling first."""
        votes, turned = super()._votes(without(words, NOT_TOTAL), limited=limited)
        if words.any_of(NOT_TOTAL) is not None:
            votes["refracts"] = None
        surface = {"totally_reflects", "refracts", "bends_towards", "bends_away"}
        ofit = surface if optic_of(words) is Optic.SURFACE else {
            "real_image", "virtual_image", "enlarged", "reduced", "life_size"}  # fmt: skip
        votes = {v: None for v in votes if v in ofit}
        if optic_of(words) is Optic.MIRROR:
            votes = {v: None for v in votes if v not in {"real_image", "virtual_image"}}
        bends = {v: None for v in votes if v.startswith("bends")}
        if bends or (limited and set(votes) == {"refracts"}):
            votes = bends
        sizes = {v: None for v in votes if v in {"enlarged", "reduced", "life_size"}}
        if sizes and len(votes) == len(sizes) + 1:
            votes = sizes  # of which kind the image is besides is asked by `infer` and `ask`
        if sizes and limited:
            votes = {v: None for v in votes if v not in sizes}
        return votes, turned

    def besides(self, words: Words, given: tuple[Parameter, ...]) -> Iterable[str]:
        """Take the words of size for the limit's where it is one of size; see the protocol."""
        votes = super().besides(without(words, ("magnifying lens", "magnifying glass")), given)
        sized = any(p.name.startswith(("magnification_", "image_height_")) for p in given)
        return [v for v in votes if not (sized and v in {"enlarged", "reduced", "life_size"})]

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Read the media's indices and the kind of lens or mirror."""
        names = {p.name for p in given}
        optic = optic_of(words)
        found: list[Parameter] = []
        if optic is Optic.MIRROR:
            found.append(inferred("scale", 1.0, _ONE, "a plane mirror"))
        elif optic is Optic.LENS and diverges(words):
            found.append(inferred("diverging", -1.0, _ONE, "it spreads light"))
        if optic is Optic.LENS:
            found += [inferred(f"also_{kind}", 1.0, _ONE, "besides its size")
                      for kind in kinds_asked(words)]  # fmt: skip
        for name, medium in zip(("n1", "n2"), media(words), strict=True):
            index = index_of(medium)
            if name not in names and index is not None and optic is Optic.SURFACE:
                value, u, because = index
                found.append(inferred(name, value, _ONE, because, u))
        return tuple(found)

    def spans(self, words: Words) -> Mapping[str, Span]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        found = dict(super().spans(words))
        found["angle"] = Span(0.5, 89.5, "any angle of incidence")
        for name in ("n1", "n2"):
            found[name] = Span(1.0, 4.2, "any clear medium")
        if diverges(words):
            found["focal_length"] = Span(0.001, 10.0, "any lens that spreads light")
            found["object_distance"] = Span(0.25, 1e6, "any distance to look at")
        return found

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Ask of a ray that is bent that it gets through as well."""
        found = super().ask(wanted, given)
        bent = {s.name for s in REFRACTED.slots} & given or (
            wanted in {"bends_towards", "bends_away"} and "angle" in given
        )
        found += tuple(c for c in self.claims if c.outcome.endswith("_image") and c not in found
                       and f"also_{c.outcome.removesuffix('_image')}" in given)  # fmt: skip
        through = next(c for c in self.claims if c.outcome == "refracts")
        return (*found, through) if bent and through not in found else found

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name the kind of lens where a goal leaves it open."""
        names = {p.name for p in given}
        found = [*needed_behind(words, given), *denied_values(words, given)]
        sized = any(name.startswith("mirror_needed") for name in names)
        if sized and words.any_of(ALL_OF_IT) is None:
            because = "the goal does not say that the mirror is to show all of something"
            found.append(MissingParameter(name="shown", unit=_ONE, because=because))
        if "unknown medium" in words and not names & {"n1", "n2"}:
            found.append(MissingParameter(name="n1", unit=_ONE, because=N1.because))
        return tuple(found)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        lines = []
        if {"n1", "n2", "angle"} <= set(values):
            sine = _sine(values)
            lines.append(
                f"n1 / n2 sin(theta_1) = {values['n1']:.4g} / {values['n2']:.4g} × "
                f"sin({values['angle']:.4g}°) = {sine:.4g}"
            )
            lines.append(
                f"theta_2 = {_refraction(values):.3g}°" if sine < 1
                else "no sine is larger than 1: all of the light is reflected"
            )  # fmt: skip
        if {"focal_length", "object_distance", "enlargement"} <= set(values):
            f = values["focal_length"] * values["diverging"]
            lines.append(
                f"M = |{say(f, _METRE)} / ({say(values['object_distance'], _METRE)} - "
                f"{say(f, _METRE)})| = {values['enlargement']:.4g}"
            )
        if "scale" in values:
            lines.append("a plane mirror shows everything in its own size, as far behind as before")
        return tuple(lines)

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        return optics_checks(values_of(scenario))

    def stage(self, scenario: Scenario) -> Scene:
        """Build the surface with a pulse of light, or the object and its image."""
        require_complete(scenario)
        values = values_of(scenario)
        if {"n1", "n2"} <= set(values):
            return ray_scene({"angle": 40.0, **values})
        if "angle" in values and "object_distance" not in values:
            # A mirror turns light back as a surface does that none can enter.
            return ray_scene(
                {**values, "n1": 1.0, "n2": _NO_ENTRY, "angle": max(values["angle"], 2.0)}
            )
        return image_scene(values)
