"""What a vision model is asked of light: where a ray goes on, and where and how tall images are."""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.optics_scenes import meeting
from storyworld.physics.optics_slots import REFLECTED
from storyworld.records.scenario import Check

_SEEN_SHARE: Final = 0.1  # of what is largest in the picture
_RAY: Final = Check(
    name="stays_on_its_side",
    statement="The light comes back from the surface on the side it came from.",
    antonym="The light goes on beyond the surface.",
    shows=("totally_reflects",),
    denies=("refracts", "bends_towards"),
)
_IMAGE: Final = (
    Check(
        name="image_shown",
        statement="There is an image besides the object.",
        antonym="There is the object and no image.",
        shows=("enlarged", "life_size"),
    ),
    Check(
        name="beyond_the_glass",
        statement="The purple image is on the other side of the glass from the orange object.",
        antonym="The purple image is on the same side of the glass as the orange object.",
        shows=("real_image",),
        denies=("virtual_image",),
    ),
    Check(
        name="image_is_taller",
        statement="The purple image is taller than the orange object.",
        antonym="The purple image is as tall as the orange object, or less tall.",
        shows=("enlarged",),
        denies=("reduced", "life_size"),
    ),
)
OPTICS_CHECKS: Final = (_RAY, *_IMAGE)


def optics_checks(values: Mapping[str, float]) -> tuple[Check, ...]:
    """Give the checks for parameters in SI: of a ray at a surface or a mirror, or of an image."""
    if {"n1", "n2"} <= values.keys():
        return (_RAY,)
    if "angle" in values and "object_distance" not in values:
        return (_RAY.revised(shows=tuple(c.outcome for c in REFLECTED.claims)),)
    if _is_seen(values):
        return _IMAGE
    # An image too small, or within the glass, is not told from it.
    return tuple(check.revised(shows=(), denies=()) for check in _IMAGE)


def _is_seen(values: Mapping[str, float]) -> bool:
    if "focal_length" not in values:
        return True
    away = values.get("object_distance", 1.0)
    tall = values.get("object_height", 0.25 * away)
    x, image = meeting(values["focal_length"] * values.get("diverging", 1.0), away, tall)
    return abs(x) >= _SEEN_SHARE * away and abs(image) >= _SEEN_SHARE * tall
