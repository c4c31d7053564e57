"""One film read once: tracks, supports and scale, from pixels and the declared shot alone."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.evidence import AbstentionReason
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Camera, Shot
from storyworld.vision.blobs import follow_blob
from storyworld.vision.clock import ClockReader
from storyworld.vision.colours import Picture
from storyworld.vision.contacts import gaps_px
from storyworld.vision.following import follow
from storyworld.vision.scaling import SCALE_BAR, Scale, scale_of
from storyworld.vision.supports import Support, find_support
from storyworld.vision.tracking import Track

# The name under which the one thing that moves is kept where no body is declared.
BLOB: Final = "blob"
_RATE_TOLERANCE: Final = 0.01
_LATEST_START: Final = 2
# The power of a second in each unit that has one.
_TIMES: Final = {
    Unit.SECOND: 1,
    Unit.HERTZ: -1,
    Unit.METRE_PER_SECOND: -1,
    Unit.DEGREE_PER_SECOND: -1,
    Unit.METRE_PER_SECOND_SQUARED: -2,
}


class CannotTell(Exception):  # noqa: N818  (an abstention on its way, not an error)
    """A question this film does not answer; becomes an abstention, never a finding."""

    def __init__(self, reason: AbstentionReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True)
class Measured:
    """An answer: value and standard uncertainty in `unit`, the frames it rests on, and how."""

    value: float
    uncertainty: float
    unit: Unit
    first: int
    last: int
    method: str


@dataclass(frozen=True)
class Course:
    """How a quantity of a body goes: at `frames`, in `unit`; arrays of shape ``(samples,)``."""

    name: str
    unit: Unit
    frames: NDArray[np.int64]
    values: NDArray[np.float64]
    uncertainties: NDArray[np.float64]


@dataclass(frozen=True)
class FilmReading:
    """What one pass over a film gives.

    `declared` are the names of all declared bodies; a moving one without a track was not seen.
    `marks` are still things that are neither body nor support, but may hide one. Declared were
    `gravity_m_s2`, here as the film shows it, and its `pace` (times faster than life); `size_px` is
    the picture's width and height, `bottom_px` where the strip with the scale bar begins, which
    hides what is behind it. All times are the film's: :meth:`in_life` gives those of what was
    filmed. `clock_doubt` says why the film's time cannot be trusted, if so; `tampered` what its
    own clock or scale bar says against it: then it is not what was asked for, and nothing is taken
    from it.
    """

    times_s: NDArray[np.float64]
    declared: frozenset[str]
    tracks: dict[str, Track]
    supports: dict[str, Support]
    scale: Scale
    camera: Camera | None
    marks: dict[str, Support] = field(default_factory=dict)
    gravity_m_s2: float | None = None
    pace: float = 1.0
    size_px: tuple[int, int] = (0, 0)
    bottom_px: float = 0.0
    clock_doubt: str = ""
    tampered: str = ""
    _gaps: dict[tuple[str, str], NDArray[np.float64]] = field(default_factory=dict)

    @property
    def frame_s(self) -> float:
        """The usual time between frames, seconds."""
        return float(np.median(np.diff(self.times_s))) if len(self.times_s) > 1 else 0.0

    def track(self, name: str) -> Track:
        """Give the track of a moving body.

        Raises
        ------
        CannotTell
            NOT_VISIBLE, or TRACK_LOST where it is followed too badly to tell anything.
        """
        track = self.tracks.get(name if self.declared else BLOB)
        if track is not None and self.declared and _comes_late(track):
            why = f"{name} is not there when the film begins"
            raise CannotTell(AbstentionReason.NOT_VISIBLE, why)
        if track is not None and not track.steady:
            why = "what moves is now more and now less of a body: it is not followed well enough"
            raise CannotTell(AbstentionReason.TRACK_LOST, why)
        if track is not None:
            return track
        raise CannotTell(AbstentionReason.NOT_VISIBLE, f"{name} is nowhere on the film")

    def support(self, name: str) -> Support:
        """Give a still body.

        Raises
        ------
        CannotTell
            NOT_VISIBLE.
        """
        if name in self.supports:
            return self.supports[name]
        raise CannotTell(AbstentionReason.NOT_VISIBLE, f"{name} is nowhere on the film")

    def gaps(self, track: Track, support: Support) -> NDArray[np.float64]:
        """Give the gap between a body and a support in each frame, see ``contacts.gaps_px``."""
        key = (track.name, support.name)
        if key not in self._gaps:
            self._gaps[key] = gaps_px(track, support)
        return self._gaps[key]

    def nearest_gap(self, track: Track) -> NDArray[np.float64]:
        """Give the gap to whatever support is nearest, infinite where there is none."""
        gaps = [self.gaps(track, support) for support in self.supports.values()]
        missing = np.where(track.seen, np.inf, np.nan)
        return np.asarray(np.minimum.reduce([*gaps, missing]))

    def metres(self, value_px: float, u_px: float) -> tuple[float, float]:
        """Give a length, speed or acceleration in metres for one in pixels, with uncertainty.

        Raises
        ------
        CannotTell
            SCALE_UNKNOWN.
        """
        scale = self.scale.pixels_per_metre
        if scale is None:
            raise CannotTell(AbstentionReason.SCALE_UNKNOWN, self.scale.why_not)
        value = value_px / scale
        return value, math.hypot(u_px / scale, value * self.scale.relative_u)

    def in_life(self, measured: Measured) -> Measured:
        """Give what was measured by the film's time as it was in life: the film may run faster."""
        if self.pace == 1.0 or measured.unit not in _TIMES:
            return measured
        factor = self.pace ** _TIMES[measured.unit]
        return replace(
            measured,
            value=measured.value * factor,
            uncertainty=measured.uncertainty * factor,
            method=f"{measured.method}; the film runs {self.pace:.4g} times as fast as life",
        )

    def trust_clock(self) -> None:
        """Refuse where the film's time is in doubt.

        Raises
        ------
        CannotTell
            FRAME_RATE_UNKNOWN.
        """
        if self.clock_doubt:
            raise CannotTell(AbstentionReason.FRAME_RATE_UNKNOWN, self.clock_doubt)


def read_film(
    frames: Callable[[], Iterator[Picture]],
    times_s: NDArray[np.float64],
    frame_rate_hz: float,
    shot: Shot | None,
) -> FilmReading:
    """Read a film.

    Parameters
    ----------
    frames
        Gives the pictures from the first on, each ``(height, width, 3)``, uint8 sRGB. They are
        looked at one by one: a long film need not fit in memory.
    times_s
        Their times, shape ``(frames,)``.
    frame_rate_hz
        As the film has it.
    shot
        What was declared before the film was made; None for somebody's own film. Without
        declared bodies the one thing that moves is followed instead.
    """
    camera = shot.camera if shot else None
    doubt = ""
    if camera and abs(camera.frame_rate_hz / frame_rate_hz - 1) > _RATE_TOLERANCE:
        doubt = f"declared were {camera.frame_rate_hz:g} Hz, the film has {frame_rate_hz:g} Hz"
    if shot is None or not shot.bodies:
        blob = follow_blob(frames, times_s, BLOB)
        return FilmReading(
            times_s=times_s,
            declared=frozenset(),
            tracks={BLOB: blob} if blob else {},
            supports={},
            scale=scale_of((next(frames()),), shot),
            camera=camera,
            clock_doubt=doubt,
        )
    clock = ClockReader(shot)
    tracks, palette, stills = follow(clock.watching(frames()), times_s, shot.bodies)
    still_names = [mark.name for mark in shot.bodies if mark.role is not BodyRole.MOVING]
    found: dict[str, Support] = {}
    for name in still_names:
        support = next(filter(None, (find_support(name, still, palette) for still in stills)), None)
        if support is not None:
            found[name] = support
    bar = found.pop(SCALE_BAR, None)
    scale = scale_of(stills, shot, bar, palette)
    misscaled = scale.why_not if scale.bar_px is not None else ""
    roles = {mark.name: mark.role for mark in shot.bodies}
    return FilmReading(
        times_s=times_s,
        declared=frozenset(roles),
        tracks={track.name: track for track in tracks},
        supports={n: s for n, s in found.items() if roles[n] is BodyRole.SUPPORT},
        marks={n: s for n, s in found.items() if roles[n] is BodyRole.MARK},
        # As it looks on a film that runs at another pace than life.
        gravity_m_s2=None if shot.gravity_m_s2 is None else shot.gravity_m_s2 * shot.pace**2,
        pace=shot.pace,
        size_px=(stills[0].shape[1], stills[0].shape[0]),
        bottom_px=_bottom_px(stills[0].shape[0], bar),
        scale=scale,
        camera=camera,
        clock_doubt=doubt,
        tampered=clock.doubt(times_s) or misscaled,
    )


def _bottom_px(height_px: int, bar: Support | None) -> float:
    """Give where the strip with the scale bar in its middle begins, or the picture's end."""
    if bar is None:
        return float(height_px)
    return float(bar.region.top + bar.region.bottom - height_px)


def _comes_late(track: Track) -> bool:
    """Whether a body appears after the film has begun, and not by the picture's edge."""
    first = int(np.flatnonzero(track.seen)[0]) if track.seen.any() else 0
    return first > _LATEST_START and not track.cut[:first].any()
