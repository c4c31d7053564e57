"""How light looks: where shadows fall, what a mirror shows, in which order colours lie.

Equation
    a shadow lies opposite to its light and is h / tan(elevation) long; a plane mirror shows things
    as large as they are; a prism bends violet more than red; a beam is seen from the side only
    where something scatters it
Source
    Scenario families, light_appearance; OpenStax, University Physics vol. 3, sections 1.2 (shadows
    and rays), 1.5 (dispersion), 2.1 (plane mirrors).
Domain of validity
    One light, level ground, flat mirrors, normal dispersion. How bright or how pretty it is is to
    be seen.
"""

import math
from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Formula, Limit, Speaks, Wish
from storyworld.physics.family import Slot
from storyworld.physics.material_response import MaterialResponse
from storyworld.physics.material_rules import Predicate, Rule
from storyworld.physics.wording import say
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check

_ONE, _DEGREE, _METRE = Unit.ONE, Unit.DEGREE, Unit.METRE
_MOST, _LEAST, _WITHIN = Comparison.AT_MOST, Comparison.AT_LEAST, Comparison.WITHIN
_LAMP: Final = vocabulary(
    "lamp, sun, light, candle, spotlight, torch, lantern, streetlight, moon, lit, bulb"
)
_TOWARDS: Final = tuple(
    f"{lead} {source}"
    for lead in ("towards the", "toward the", "on the side of the", "side as the", "facing the",
                 "to the side of the", "points at the", "in the direction of the",
                 "side facing the", "reaches towards the")
    for source in _LAMP
)  # fmt: skip
_AWAY: Final = tuple(
    f"{lead} {source}"
    for lead in ("away from the", "opposite the", "opposite to the", "side opposite the",
                 "behind it from the", "side away from the", "far side from the")
    for source in _LAMP
)  # fmt: skip
_SHADOWS: Final = frozenset({"shadow", "shadows"})
_OWNERS: Final = _SHADOWS | set(_LAMP)
_NEAR: Final = 8
_PLANE: Final = vocabulary("plane mirror, flat mirror, bathroom mirror, mirror")
_CURVED: Final = vocabulary(
    "concave, convex, curved, funhouse, distorting, magnifying, shaving mirror, parabolic, "
    "spherical mirror, spoon, lens, telescope, make up mirror, makeup mirror, rear view, wing "
    "mirror, smaller mirror, closer, mirror falls, breaks"
)
_BENDS: Final = vocabulary("bends, bent, bend, deviated, refracted, turned, deflected, deflects")
_HUES: Final = ("red", "orange", "yellow", "green", "blue", "indigo", "violet")
HEIGHT: Final = Slot(
    "height", _METRE, "height", 1e-3, 1e4,
    before=vocabulary("height, height of, h, high"),
    after=vocabulary("tall, high, pole, tree, tower, post, stick, man, woman, person, building, "
                     "flagpole, obelisk, wall, lamp post, statue, child, pencil, column"),
    because="a shadow is as long as what casts it is high",
)  # fmt: skip
ELEVATION: Final = Slot(
    "elevation", _DEGREE, "elevation of the light", 0.1, 89.9, by_unit=True,
    before=vocabulary("elevation, elevation of, altitude of, sun at, angle of, above the horizon"),
    after=vocabulary("above the horizon, elevation, high, above horizon"),
    because="the lower the light stands, the longer the shadow",
)  # fmt: skip
SHADOW: Final = Limit(
    "shadow_length", _METRE, "length of the shadow", 1e-3, 1e6,
    says="The shadow is",
    at_most=("shadow_short", "shadow_long"), at_least=("shadow_long", "shadow_short"),
    within=("shadow_so_long", "shadow_otherwise"),
    before=vocabulary("shadow, shadow of, casts a, throws a, cast a, shadow is, casts, shadow that "
                      "is, shadow measures"),
    after=vocabulary("shadow, long, in length, long shadow"),
)  # fmt: skip


class LightAppearance(MaterialResponse):
    """Shadows, mirror images, spectra and beams look as light makes them."""

    name = "light_appearance"
    purpose = "where a shadow falls, what a mirror shows, how colours lie, whether a beam is seen"
    domain = Domain.OPTICS
    equation = "shadow = h / tan(elevation), opposite to the light; image size = object size"
    law = "geometrical optics: light goes straight until something turns or stops it"
    outcomes = ("shadow_towards", "shadow_away", "image_same", "image_different", "spreads",
                "no_spread", "red_bent_more", "violet_bent_more", "beam_seen", "beam_unseen",
                "bow_at_sun", "bow_opposite", "shimmers", "no_shimmer", "shadow_short",
                "shadow_long", "shadow_so_long", "shadow_otherwise")  # fmt: skip
    slots = (HEIGHT, ELEVATION, *SHADOW.slots, *MaterialResponse.slots)
    numbers = frozenset(slot.name for slot in SHADOW.slots)
    formulas = (
        Formula("shadow_length", _METRE,
                lambda v: v["height"] / math.tan(math.radians(v["elevation"])),
                ("height", "elevation"), "length of the shadow"),
        *MaterialResponse.formulas,
    )  # fmt: skip
    limits = (SHADOW,)
    wishes = (
        Wish("shadow_towards", "shadow_away", _TOWARDS),
        Wish("shadow_away", "shadow_towards", _AWAY),
        Wish("image_different", "image_same", vocabulary(
            "twice the size, twice her size, twice his size, twice its size, twice as large, twice "
            "as big, twice as tall, half the size, half her size, half his size, half its size, "
            "larger than, smaller than, bigger than, magnified, enlarged, half as large, half as "
            "tall, upside down, three times as large, double the size, half as big, shrunk")),
        Wish("image_same", "image_different", vocabulary(
            "as large as, same size, as big as, as tall as, equal in size, life size, exactly as "
            "large")),
        Wish("red_bent_more", "violet_bent_more", ()),  # by the order of the colours
        Wish("bow_at_sun", "bow_opposite", vocabulary(
            "in the direction of the sun, around the sun, beside the sun, in front of the sun, "
            "where the sun is, next to the sun")),
        Wish("spreads", "no_spread", vocabulary(
            "spreads, spread, splits, split, spectrum, fans out, disperses, all its colours, "
            "colours of the rainbow, rainbow appears, into a rainbow, from red to violet, "
            "into colours, into its colours, band of colours, separates into")),
        Wish("beam_seen", "beam_unseen", vocabulary(
            "visible, is seen, becomes visible, can be seen, shows up, glows along, lights up, "
            "beam is seen, is visible, shines through the fog")),
        Wish("shimmers", "no_shimmer", vocabulary(
            "shimmers, shimmer, iridescent, glitters, sparkles, glints, all colours, rainbow "
            "colours, twinkles, casts a pattern, gleams")),
    )  # fmt: skip
    rules = (
        Rule("opposite the light", (("shadow", "shadows"), _LAMP),
             allows=("shadow_away",), forbids=("shadow_towards",),
             law="shadows: light goes straight, and no light falls behind a body",
             statement="A shadow falls on the side away from its light.",
             never=vocabulary("mirror, mirrors, two lamps, second lamp, reflected, glass wall, "
                              "shadow puppet, eclipse, moves towards, walks towards")),
        Rule("same size", (_PLANE, vocabulary("image, reflection, shows, sees, reflected, mirror "
                                              "image")),
             allows=("image_same",), forbids=("image_different",),
             law="reflection: a plane mirror's image lies as far behind it as the object before it",
             statement="A plane mirror shows things as large as they are.",
             never=(*_CURVED, *vocabulary("than the mirror, as the mirror, on the floor, on the "
                                          "ceiling, lake, water, puddle, moon, farther, further, "
                                          "lying on, kaleidoscope, two mirrors"))),
        Rule("normal dispersion", (vocabulary("prism, glass, water, raindrop, drop"),),
             allows=("violet_bent_more",), forbids=("red_bent_more",),
             law="dispersion: glass and water slow violet light more than red",
             statement="Violet is bent more than red.",
             never=vocabulary("grating, anomalous, fuchsine, slit, cd")),
        Rule("nothing scatters", (vocabulary("vacuum, perfect vacuum, empty space"),
                                  vocabulary("beam, laser, ray, torch"),
                                  vocabulary("side, sideways, from the side, across, path")),
             allows=("beam_unseen",), forbids=("beam_seen",),
             law="scattering: light that nothing scatters reaches no eye beside the beam",
             statement="In a vacuum nothing turns light to the side.",
             never=vocabulary("dust, smoke, screen, wall, fog, gas, end of, cleaner")),
        Rule("bow", (("rainbow", "rainbows"), ("sun",)),
             allows=("bow_opposite",), forbids=("bow_at_sun",),
             law="rainbow: drops send the light back at 42 degrees about the point facing the sun",
             statement="A rainbow stands opposite the sun.",
             never=vocabulary("halo, ice crystals, sprinkler, circumzenithal, corona, picture")),
    )  # fmt: skip
    predicates = (
        Predicate("shadow_towards", "shadow_azimuth", _DEGREE, _MOST, 45.0,
                  "Seen from the body, shadow and light lie on the same side."),
        Predicate("shadow_away", "shadow_azimuth", _DEGREE, _LEAST, 135.0,
                  "Seen from the body, shadow and light lie opposite to each other."),
        Predicate("image_same", "size_ratio", _ONE, _WITHIN, 1.0,
                  "Image and object are equally large.", tolerance=0.1),
        Predicate("image_different", "size_difference", _ONE, _LEAST, 0.2,
                  "Image and object differ in size."),
        Predicate("spreads", "hue_order", _ONE, _LEAST, 0.9,
                  "The hues lie in the order red, orange, yellow, green, blue, violet."),
        Predicate("no_spread", "hue_count", _ONE, _MOST, 1.0, "There is one colour."),
        Predicate("red_bent_more", "red_deviation_excess", _DEGREE, _LEAST, 0.0,
                  "Red is turned further than violet."),
        Predicate("violet_bent_more", "red_deviation_excess", _DEGREE, _MOST, 0.0,
                  "Violet is turned further than red."),
        Predicate("beam_seen", "beam_contrast", _ONE, _LEAST, 0.1, "The beam stands out."),
        Predicate("beam_unseen", "beam_contrast", _ONE, _MOST, 0.03, "No beam is seen."),
        Predicate("bow_at_sun", "bow_azimuth", _DEGREE, _MOST, 60.0, "The bow is near the sun."),
        Predicate("bow_opposite", "bow_azimuth", _DEGREE, _LEAST, 120.0,
                  "The bow stands opposite the sun."),
        Predicate("shimmers", "hue_count", _ONE, _LEAST, 3.0, "Several hues are seen."),
        Predicate("no_shimmer", "hue_count", _ONE, _MOST, 1.0, "There is one colour."),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(vocabulary("shadow, shadows, mirror, prism, rainbow, rainbows, laser, beam, torch, "
                           "soap film, oil film, spotlight, sunbeam, cd, spectrum, dispersion"),
                (*(p for w in wishes for p in w.said), *SHADOW.after, *_BENDS,
                 *vocabulary("casts, cast, falls"))),
        helps=vocabulary("shadow, mirror, prism, rainbow, smoke, image, lamp, sun, violet, beam, "
                         "white light"),
        units=frozenset({_DEGREE}),
        never=vocabulary("refracted at, refractive index, index, lens, lenses, total internal, "
                         "totally reflected, incidence, focal length, concave, converging, snell, "
                         "weighs, beam carries, wooden beam, steel beam, load, shelf, mid span, "
                         "bent to, melts, normal, magnifying, i beam, span, supports"),
    )  # fmt: skip
    foreign = frozenset({Unit.WATT, Unit.HERTZ, Unit.NEWTON, Unit.KILOGRAM, Unit.PASCAL})
    tolerated = frozenset({"twice", "twice as"})
    known = vocabulary("shows, stands, falls, casts, lies, points")
    sights = (
        Check(name="straight", statement="Light and shadow lie on straight lines from the source.",
              antonym="The shadow does not fit the place of the light."),
        Check(name="away", statement="The shadow lies on the side away from the light.",
              antonym="The shadow lies on the side towards the light.",
              shows=("shadow_away",), denies=("shadow_towards",)),
        Check(name="has_a_shadow", statement="The body casts a shadow.",
              antonym="The body casts no shadow.", shows=("shadow_long", "shadow_so_long")),
        Check(name="same_size", statement="The image looks as large as what it shows.",
              antonym="The image is clearly larger or smaller than what it shows.",
              shows=("image_same",), denies=("image_different",)),
        Check(name="many_colours", statement="Several colours are seen side by side.",
              antonym="Only one colour is seen.",
              shows=("spreads", "shimmers"), denies=("no_spread", "no_shimmer")),
        Check(name="red_further", statement="Red light is bent further than violet light.",
              antonym="Violet light is bent further than red light.",
              shows=("red_bent_more",), denies=("violet_bent_more",)),
        Check(name="beam", statement="The beam can be seen along its way.",
              antonym="No beam can be seen.",
              shows=("beam_seen",), denies=("beam_unseen",)),
        Check(name="bow_at_the_sun", statement="The rainbow stands on the side of the sun.",
              antonym="The rainbow stands on the side away from the sun.",
              shows=("bow_at_sun",), denies=("bow_opposite",)),
        Check(name="order", statement="Colours lie in the order red, yellow, green, blue, violet.",
              antonym="The colours lie in another order.", shows=("spreads",)),
    )  # fmt: skip

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Leave mirrors with sizes in metres to ray optics."""
        if words.any_of(_PLANE) is not None and _METRE in units and "shadow" not in words:
            return 0.0
        return super().affinity(words, units)

    def voted(self, words: Words) -> dict[str, None]:
        """See :class:`storyworld.physics.material_response.MaterialResponse`."""
        if bent := _bent_more(words):
            return {bent: None}
        sides = _sides(words)
        if sides is None:
            return super().voted(words)
        return {"shadow_towards" if sides[0] == sides[1] else "shadow_away": None}

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if not {"height", "elevation"} <= set(values):
            return ()
        h, angle = values["height"], values["elevation"]
        length = h / math.tan(math.radians(angle))
        return (f"{say(h, _METRE)} / tan({angle:.3g}°) = {say(length, _METRE)}",)


def _bent_more(words: Words) -> str | None:
    """Say which end of the spectrum is bent more, of the two colours a text compares."""
    hues = [t.text for t in words.tokens if t.text in _HUES]
    compared = [p for p, t in enumerate(words.tokens) if t.text in {"more", "further", "less"}]
    if len(hues) < 2 or hues[0] == hues[1] or not compared or words.any_of(_BENDS) is None:
        return None
    first_more = (words.tokens[compared[0]].text != "less") is not words.negated(compared[0])
    first_redder = _HUES.index(hues[0]) < _HUES.index(hues[1])
    return "red_bent_more" if first_more is first_redder else "violet_bent_more"


def _sides(words: Words) -> tuple[str, str] | None:
    """Say on which side the light stands and on which the shadow falls, if a text says both."""
    light = shadow = None
    for place, token in enumerate(words.tokens):
        if token.text not in {"left", "right"}:
            continue
        before = [t.text for t in words.tokens[max(0, place - _NEAR) : place]]
        owner = next((t for t in reversed(before) if t in _OWNERS), None)
        if owner in _SHADOWS:
            shadow = shadow or token.text
        elif owner is not None:
            light = light or token.text
    return (light, shadow) if light and shadow else None
