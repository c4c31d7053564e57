"""Which angle of a ray is which: of incidence, refraction or reflection, or the critical one."""

from collections.abc import Mapping, Sequence
from typing import Final

from storyworld.physics.nearby import after, before, limit_of, says, with_unit
from storyworld.physics.optics_words import Optic, optic_of
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

_SURFACE: Final = vocabulary("to the surface, from the surface, with the surface, above the "
                             "surface, to the interface, with the interface, from the interface, "
                             "to the boundary, with the boundary, to the face, with the face, "
                             "above the horizon, grazing, glancing, with the water surface, "
                             "from the horizontal, above the horizontal, to the glass surface, "
                             "to the water surface, "
                             "above the water, of the surface, off the surface, from the water "
                             "surface, to the glass, with the glass, from horizontal, to the "
                             "horizontal, with the horizontal, against the surface, off the "
                             "horizontal, of the horizon, relative to the surface, measured from "
                             "the surface, to the wall, with the wall, from the wall, glancing "
                             "angle, grazing angle, glancing angle of, grazing angle of, from the "
                             "face, to the mirror, from the mirror, with the mirror, to the mirror "
                             "surface, to the glass face, inclined to the surface, from the glass, "
                             "to the water")  # fmt: skip
_BENT: Final = vocabulary("bent to, refracted at, refracted to, bends to, angle of refraction, "
                          "refraction angle, bent at, refracts at, refracts to, theta2, bent, "
                          "refracted by, emerges at, leaves at, comes out at, exits at, goes on "
                          "at, continues at, travels on at, refracted, refracted ray, inside at, "
                          "is then at, refraction, "
                          "runs at, goes at, inside the glass at, travels at, moves at, continues "
                          "inside at, proceeds at, proceeds inside at, proceeds, continues, goes "
                          "on, comes out, emerges, new angle of, bent into, deflected to, then "
                          "makes, then goes, makes inside, in the glass it, in the water it, "
                          "inside it, travel at, theta 2, θ2, theta t, leaves it at, refracted "
                          "angle, refracted angle of, outgoing, inside the glass, in the water, on "
                          "the other side, beyond it, once inside, under water it")  # fmt: skip
_REFRACTING: Final = vocabulary("refracted, refraction, refracts, bent, bends, theta2, theta 2, "
                                "deflected, continues, leaves at")  # fmt: skip
_CRITICAL_WORDS: Final = vocabulary(
    "critical angle, critical angle of, limiting angle, "
    "limit angle, critical incidence, cutoff angle, angle of total "
    "reflection, threshold angle, limiting angle of, total "
    "reflection sets in at, total reflection begins at, total "
    "reflection starts at"
)
_REFLECTING: Final = vocabulary("reflected at, reflects at, angle of reflection, bounces off at, "
                                "reflection angle, reflected ray, reflected off at, "
                                "bounces at, bounces off, bounces back at, thrown back at, "
                                "reflected under, comes back at, comes off at, leaves the mirror "
                                "at, reflected, is reflected at")  # fmt: skip
_AWAY_BEHIND: Final = vocabulary("refraction, of refraction, in the water, inside "
                                 "the water, in the glass, inside the glass, inside, "
                                 "below the surface")  # fmt: skip


def from_the_surface(words: Words, mentions: Sequence[Mention], number: int) -> bool:
    """Whether an angle is counted from the surface and not from the normal."""
    near = (*before(words, mentions, number, 2), *after(words, mentions, number, 5))
    named = says(before(words, mentions, number, 5), ("surface", "boundary", "interface", "face"))
    to_it = says(after(words, mentions, number, 2), ("to it", "with it", "from it"))
    return says(near, _SURFACE) or (named and to_it)


def place_angles(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Say of each angle whether it is of incidence, of refraction, of reflection or critical."""
    placed: dict[int, str] = {}
    for n in with_unit(mentions, Unit.DEGREE):
        mention = mentions[n]
        ahead, behind = before(words, mentions, n, 8), after(words, mentions, n, 4)
        which = limit_of(mention)
        whole = before(words, mentions, n, 16)
        back = ("reflection", "of reflection")
        mirrored = optic_of(words) is Optic.MIRROR and _turned_back(placed, ahead)
        if (
            _critical_is(words, mentions, n)
            or says(whole, _CRITICAL_WORDS)
            or says(behind[:3], _CRITICAL_WORDS)
        ):
            placed[n] = f"critical_angle_{which}"
        elif mirrored or says(ahead[-6:], _REFLECTING) or says(behind[:3], back):
            placed[n] = f"reflection_angle_{which}"
        elif says(ahead[-6:], _BENT) or ("angle" in placed.values() and says(behind, _AWAY_BEHIND)):
            placed[n] = f"refraction_angle_{which}"
        elif from_the_surface(words, mentions, n):
            placed[n] = "glancing"
        else:
            placed[n] = "angle" if "angle" not in placed.values() else f"refraction_angle_{which}"
    only = len(placed) == 1 and next(iter(placed))
    if only is not False and placed[only] == "refraction_angle_about":
        ahead = before(words, mentions, only, 8)
        if not says(ahead, _REFRACTING):  # 'light meets the face inside at 45 degrees'
            placed[only] = "angle"
    return placed


def _critical_is(words: Words, mentions: Sequence[Mention], number: int) -> bool:
    """Whether the sentence is of the critical angle: 'that from glass of 1.5 to air is over 45°'.

    'It is beyond the critical angle, as it comes in at 50°' gives another angle.
    """
    token = words.tokens[mentions[number].first_token]
    sentence = [t.text for t in words.tokens[: mentions[number].first_token]
                if t.sentence == token.sentence]  # fmt: skip
    ahead = before(words, mentions, number, 8)
    is_so = bool(_EQUALS & {*ahead[-5:]}) and not _OTHERS & {*ahead}
    return is_so and says(sentence[:4], _CRITICAL_WORDS)


_EQUALS: Final = frozenset({"is", "equals", "lies", "amounts", "exceeds", "measures", "be"})
_OTHERS: Final = frozenset({"it", "ray", "light", "beam", "incidence", "angle", "which"})


def _turned_back(placed: Mapping[int, str], ahead: Sequence[str]) -> bool:
    """Whether an angle is of the light that a mirror sends back: the second, or so said."""
    return bool({"angle", "glancing"} & {*placed.values()}) or says(ahead[-6:], _REFLECTING)
