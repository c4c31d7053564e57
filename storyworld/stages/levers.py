"""What about a film can be changed, and which change may show what was missing: two tables.

A lever of the camera (:data:`TURNS`) has three parts: how it changes what is asked for, whether the
camera that comes of it is really another in that respect (a generator makes its own sizes and rates
whatever it is asked), and the words for it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from storyworld.epistemics.judging import Discovered
from storyworld.records.evidence import AbstentionReason
from storyworld.records.scenario import Camera, Framing

MOST_EXTRA_S: Final = 10.0
FURTHEST_ZOOM: Final = 0.2
NEAREST_ZOOM: Final = 1.0
"""At 1 the whole scene just fits: nearer by, some of what is to be seen would be cut off."""
MOST_RATE_HZ: Final = 120.0
MOST_WIDTH_PX, MOST_HEIGHT_PX = 1280, 720


class Lever(StrEnum):
    """One thing to change about a film."""

    LONGER = "longer"
    FURTHER = "further"
    CLOSER = "closer"
    FASTER = "faster"
    SHARPER = "sharper"
    OTHER_SEED = "other_seed"
    ANEW = "anew"
    OTHER_BACKEND = "other_backend"


@dataclass(frozen=True)
class Turn:
    """A lever of the camera: what is asked for, whether it comes of it, and how that is said."""

    asks: Callable[[Framing, Camera], Framing]
    comes: Callable[[Camera, Camera], bool]
    words: Callable[[Camera, Camera], str]


def lasts_s(camera: Camera) -> float:
    """Give how long a film lasts, from its first frame to its last."""
    return (camera.frame_count - 1) / camera.frame_rate_hz


def across_m(camera: Camera) -> float:
    """Give how much of the world a film shows from left to right."""
    return camera.width_px / camera.pixels_per_metre


def _pixels(camera: Camera) -> int:
    return camera.width_px * camera.height_px


TURNS: Final[Mapping[Lever, Turn]] = MappingProxyType(
    {
        Lever.LONGER: Turn(
            asks=lambda framing, camera: framing.revised(
                extra_s=min(MOST_EXTRA_S, framing.extra_s + max(2.0, 0.5 * lasts_s(camera)))
            ),
            comes=lambda last, now: lasts_s(now) >= 1.05 * lasts_s(last),
            words=lambda last, now: f"for {lasts_s(now):.3g} s instead of {lasts_s(last):.3g} s",
        ),
        Lever.FURTHER: Turn(
            asks=lambda framing, _: framing.revised(zoom=max(FURTHEST_ZOOM, 0.6 * framing.zoom)),
            comes=lambda last, now: across_m(now) >= 1.1 * across_m(last),
            words=lambda last, now: (
                f"from further away, {across_m(now):.3g} m across instead of {across_m(last):.3g} m"
            ),
        ),
        Lever.CLOSER: Turn(
            asks=lambda framing, _: framing.revised(
                zoom=max(framing.zoom, min(NEAREST_ZOOM, 1.3 * framing.zoom))
            ),
            comes=lambda last, now: (
                1.1 * across_m(now) <= across_m(last)
                and now.pixels_per_metre > last.pixels_per_metre
            ),
            words=lambda last, now: (
                f"from nearer by, {across_m(now):.3g} m across instead of {across_m(last):.3g} m"
            ),
        ),
        Lever.FASTER: Turn(
            asks=lambda framing, _: framing.revised(
                frame_rate_hz=min(MOST_RATE_HZ, 2.0 * framing.frame_rate_hz)
            ),
            comes=lambda last, now: now.frame_rate_hz >= 1.2 * last.frame_rate_hz,
            words=lambda last, now: (
                f"at {now.frame_rate_hz:.4g} Hz instead of {last.frame_rate_hz:.4g} Hz"
            ),
        ),
        Lever.SHARPER: Turn(
            asks=lambda framing, _: framing.revised(
                width_px=max(framing.width_px, min(MOST_WIDTH_PX, 2 * framing.width_px)),
                height_px=max(framing.height_px, min(MOST_HEIGHT_PX, 2 * framing.height_px)),
            ),
            comes=lambda last, now: _pixels(now) >= 1.2 * _pixels(last),
            words=lambda last, now: (
                f"at {now.width_px}×{now.height_px} pixels "
                f"instead of {last.width_px}×{last.height_px}"
            ),
        ),
    }
)


@dataclass(frozen=True)
class Remedy:
    """What was wrong with a film, in words about the evidence named, and what may mend it."""

    words: str
    levers: tuple[Lever, ...] = ()


_GENERATED: Final = (Lever.OTHER_SEED, Lever.OTHER_BACKEND)
_UNLIKE: Final = (*_GENERATED, Lever.SHARPER, Lever.CLOSER)
_SMALL: Final = (Lever.SHARPER, Lever.CLOSER, *_GENERATED)
_UNSEEN: Final = (*_SMALL, Lever.FURTHER)

# Two tables, since a member of one enum may equal one of the other. Another backend is named only
# where it may mend the fault whatever camera it has; to one whose camera does what is asked (films
# longer, say) a film goes in any case.
OF_THE_FILM: Final[Mapping[Discovered, Remedy]] = MappingProxyType(
    {
        Discovered.FILM_WITHOUT_WEIGHT: Remedy(
            "a film made so weighs nothing", (Lever.OTHER_BACKEND,)
        ),
        Discovered.INCONSISTENT_PREMISE: Remedy(
            "the film was of something else than was stated", _UNLIKE
        ),
        Discovered.RENDER_UNFAITHFUL: Remedy("the film was unfaithful", _UNLIKE),
    }
)
"""What may mend a film that shows something else, or nothing, in the order that it is tried."""

OF_EVIDENCE: Final[Mapping[AbstentionReason, Remedy]] = MappingProxyType(
    {
        AbstentionReason.FILM_UNREADABLE: Remedy(
            "the film could not be read", (Lever.ANEW, Lever.OTHER_BACKEND)
        ),
        AbstentionReason.FRAMES_IMPOSED: Remedy(
            "{names} rested on frames that were given to the generator", (Lever.OTHER_BACKEND,)
        ),
        AbstentionReason.INCONSISTENT_PREMISE: Remedy("{names} was not as stated", _UNLIKE),
        AbstentionReason.FILM_TOO_SHORT: Remedy(
            "the film was too short for {names}", (Lever.LONGER, Lever.OTHER_SEED)
        ),
        AbstentionReason.OUT_OF_FRAME: Remedy(
            "what shows {names} left the picture", (Lever.FURTHER, *_GENERATED)
        ),
        AbstentionReason.TOO_FEW_SAMPLES: Remedy(
            "{names} had too few samples", (Lever.FASTER, Lever.OTHER_SEED)
        ),
        AbstentionReason.EVENT_NOT_SEEN: Remedy(
            "the event of {names} was not seen", (Lever.FASTER, Lever.LONGER, *_GENERATED)
        ),
        AbstentionReason.NOT_VISIBLE: Remedy("what shows {names} was not visible", _UNSEEN),
        AbstentionReason.TRACK_LOST: Remedy("what shows {names} was lost on the way", _UNSEEN),
        AbstentionReason.SCALE_UNKNOWN: Remedy("the scale was unknown for {names}", _SMALL),
        AbstentionReason.FRAME_RATE_UNKNOWN: Remedy(
            "the clock could not be read for {names}", _SMALL
        ),
        AbstentionReason.NOT_MEASURABLE: Remedy(
            "{names} could not be measured", (Lever.SHARPER, *_GENERATED)
        ),
        AbstentionReason.PARAMETER_NOT_GIVEN: Remedy("{names} was not given"),
        AbstentionReason.OBSERVER_UNAVAILABLE: Remedy("no observer could be asked about {names}"),
        AbstentionReason.MALFORMED_REPLY: Remedy("no observer gave a plain answer about {names}"),
        AbstentionReason.NO_FILM: Remedy("nobody looked for {names}"),
    }
)  # fmt: skip
"""What may show the evidence that is missing for a reason; nothing where no film would."""
