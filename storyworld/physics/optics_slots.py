"""The quantities of rays, lenses and mirrors: what goals state of them, and their limits."""

from typing import Final

from storyworld.physics.claims import Limit
from storyworld.physics.family import Slot
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit

_METRE, _ONE, _DEGREE = Unit.METRE, Unit.ONE, Unit.DEGREE

_INDICES: Final = "how light bends turns on the refractive index of both media"
N1: Final = Slot(
    "n1", _ONE, "refractive index it comes from", 1.0, 5.0,
    before=vocabulary("n1, n i, n incident"), because=_INDICES,
)  # fmt: skip
N2: Final = Slot(
    "n2", _ONE, "refractive index it goes to", 1.0, 5.0,
    before=vocabulary("n2, n t, n r"), because=_INDICES,
)  # fmt: skip
ANGLE: Final = Slot(
    "angle", _DEGREE, "angle of incidence, from the normal", 0.0, 90.0,
    because="what becomes of the ray turns on its angle of incidence",
)  # fmt: skip
FOCAL: Final = Slot(
    "focal_length", _METRE, "focal length", 1e-4, 1e4, optional=True,
    because="what a lens shows turns on its focal length",
)  # fmt: skip
OBJECT: Final = Slot(
    "object_distance", _METRE, "distance of the object", 1e-4, 1e7, optional=True,
    because="what a lens shows turns on how far the object is",
)  # fmt: skip
OBJECT_HEIGHT: Final = Slot(
    "object_height", _METRE, "height of the object", 1e-4, 1e4, optional=True,
    because="the size of the image turns on that of the object",
)  # fmt: skip
DIVERGING: Final = Slot(
    "diverging", _ONE, "kind of lens, -1 if it diverges", -1.0, 1.0, bounds=frozenset(),
    default=1.0, because="a lens that is not said to diverge converges",
)  # fmt: skip
SCALE: Final = Slot(
    "scale", _ONE, "image over object of a plane mirror", 1.0, 1.0, bounds=frozenset(),
    optional=True, because="what a mirror shows turns on whether it is plane",
)  # fmt: skip

REFRACTED: Final = Limit(
    "refraction_angle", _DEGREE, "angle of refraction", 0.0, 90.0, says="It is bent to",
    at_most=("bends_to_less", "bends_to_more"), at_least=("bends_to_more", "bends_to_less"),
    within=("bends_to", "bends_otherwise"),
)  # fmt: skip
CRITICAL: Final = Limit(
    "critical_angle", _DEGREE, "critical angle", 0.0, 90.0, says="The critical angle is",
    at_most=("critical_below", "critical_above"), at_least=("critical_above", "critical_below"),
    within=("critical_at", "critical_otherwise"),
)  # fmt: skip
REFLECTED: Final = Limit(
    "reflection_angle", _DEGREE, "angle of reflection", 0.0, 90.0, says="It is reflected at",
    at_most=("reflects_below", "reflects_above"), at_least=("reflects_above", "reflects_below"),
    within=("reflects_at", "reflects_otherwise"),
)  # fmt: skip
MAGNIFIED: Final = Limit(
    "magnification", _ONE, "magnification", 0.0, 1e6, says="The image is magnified",
    at_most=("smaller", "larger"), at_least=("larger", "smaller"),
    within=("magnifies", "magnifies_otherwise"),
)  # fmt: skip
IMAGE_HEIGHT: Final = Limit(
    "image_height", _METRE, "height of the image", 0.0, 1e5, says="The height of the image is",
    at_most=("image_small", "image_tall"), at_least=("image_tall", "image_small"),
    within=("image_so_tall", "image_otherwise"),
)  # fmt: skip
IMAGE_DISTANCE: Final = Limit(
    "image_distance", _METRE, "distance of the image", 0.0, 1e7, says="The image lies at",
    at_most=("image_near", "image_far"), at_least=("image_far", "image_near"),
    within=("image_there", "image_elsewhere"),
)  # fmt: skip
MIRROR_HEIGHT: Final = Limit(
    "mirror_needed", _METRE, "height of the mirror", 1e-3, 1e3,
    says="The mirror that shows all of it is",
    at_most=("shows_all", "shows_part"), at_least=("shows_part", "shows_all"),
    within=("shows_all_exactly", "shows_otherwise"), plain=Comparison.AT_MOST,
)  # fmt: skip
SEPARATION: Final = Limit(
    "separation", _METRE, "distance of thing and mirror image", 0.0, 1e7,
    says="Thing and image are apart by",
    at_most=("image_close", "image_distant"), at_least=("image_distant", "image_close"),
    within=("apart_so_far", "apart_otherwise"),
)  # fmt: skip
MIRROR_SHARE: Final = Limit(
    "mirror_share", _ONE, "height of the mirror by that of what it shows", 1e-3, 1e3,
    says="A mirror that shows all of something is as tall, by the height of that,",
    at_most=("shows_all", "shows_part"), at_least=("shows_part", "shows_all"),
    within=("shows_all_exactly", "shows_otherwise"), plain=Comparison.AT_MOST,
)  # fmt: skip
# Whether the image is asked to be real or virtual besides its size.
ALSO: Final = tuple(
    Slot(f"also_{kind}", _ONE, f"asked to be {kind}", 0.0, 1.0, bounds=frozenset(), optional=True)
    for kind in ("real", "virtual")
)
LIMITS: Final = (
    REFRACTED, CRITICAL, REFLECTED, MAGNIFIED, IMAGE_HEIGHT, IMAGE_DISTANCE, MIRROR_HEIGHT,
    SEPARATION, MIRROR_SHARE,
)  # fmt: skip
