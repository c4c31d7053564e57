"""Following the declared bodies through a film, from frame to frame, by their colours."""

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.scenario import BodyMark, BodyRole
from storyworld.vision.census import COUNTED_EVERY, Census
from storyworld.vision.colours import Palette, Picture, Region, find_palette, largest_blob
from storyworld.vision.moments import Moments, moments
from storyworld.vision.tracking import Track, track_of

_MARGIN_PX: Final = 6.0
_REMAINS: Final = 0.6
_WHOLE: Final = 0.8
_FAINT: Final = 0.25


class _Follower:
    """Follows one body from frame to frame, looking where it should be first."""

    def __init__(self, mark: BodyMark) -> None:
        self.mark = mark
        self.found: list[Moments | None] = []
        self._patch: tuple[Region, Picture] | None = None
        self._area_px = 0.0
        self._last_whole: int | None = None
        self.hazy: list[bool] = []

    def look(self, picture: Picture, palette: Palette) -> None:
        if self._unchanged(picture):
            self.found.append(self.found[-1])
            self.hazy.append(self.hazy[-1])
            return
        found = None
        region = self._expected(picture)
        if region is not None:
            found = self._within(picture, palette, region)
            if found is not None and _cut_by(found.region, region, picture):
                found = None  # it has gone further than it should: a part of it is not the body
        if found is None:
            found = self._anywhere(picture, palette)
        elif found.area_px < _REMAINS * self._area_px:
            # What a codec leaves where it was is not it, if it is whole somewhere else.
            found = max(found, self._anywhere(picture, palette) or found, key=_area)
        if found is not None:
            self._area_px = max(self._area_px, found.area_px)
        whole = found is not None and found.area_px > _WHOLE * self._area_px
        self.hazy.append(not whole and self._like_it(picture, palette))
        if whole:
            self._last_whole = len(self.found)
        self.found.append(found)
        self._patch = None
        if found is not None:
            seen = found.region.grown(_MARGIN_PX, picture.shape[1], picture.shape[0])
            self._patch = seen, picture[seen.top : seen.bottom, seen.left : seen.right]

    def _unchanged(self, picture: Picture) -> bool:
        """Whether the surroundings are the same to the bit, as codecs leave what stands still."""
        if self._patch is None:
            return False
        region, before = self._patch
        now = picture[region.top : region.bottom, region.left : region.right]
        return np.array_equal(now, before)

    def _expected(self, picture: Picture) -> Region | None:
        last = self.found[-1] if self.found else None
        if last is None:
            return None
        before = self.found[-2] if len(self.found) > 1 else None
        step_x = last.x_px - before.x_px if before else 0.0
        step_y = last.y_px - before.y_px if before else 0.0
        moved = Region(
            math.floor(last.region.left + min(step_x, 0.0)),
            math.floor(last.region.top + min(step_y, 0.0)),
            math.ceil(last.region.right + max(step_x, 0.0)),
            math.ceil(last.region.bottom + max(step_y, 0.0)),
        )
        # Speeding up must not carry it out of the region: half its last step on all sides.
        margin = _MARGIN_PX + 0.5 * max(abs(step_x), abs(step_y))
        grown = moved.grown(margin, picture.shape[1], picture.shape[0])
        return grown if grown.left < grown.right and grown.top < grown.bottom else None

    def _like_it(self, picture: Picture, palette: Palette) -> bool:
        """Whether something of its colour is where it should be, too faint to be measured."""
        last = self.found[self._last_whole] if self._last_whole is not None else None
        if last is None or self._last_whole is None:
            return False
        before = self.found[self._last_whole - 1] if self._last_whole else None
        since = len(self.found) - self._last_whole
        step_x, step_y = (last.x_px - before.x_px, last.y_px - before.y_px) if before else (0, 0)
        height, width = picture.shape[:2]
        region = Region(
            *(round(v + step * since) for v, step in zip(
                last.region, (step_x, step_y, step_x, step_y), strict=True))
        ).grown(0, width, height)  # fmt: skip
        part = picture[region.top : region.bottom, region.left : region.right]
        return palette.likeness(part, self.mark.name) >= _FAINT

    def _within(self, picture: Picture, palette: Palette, region: Region) -> Moments | None:
        part = picture[region.top : region.bottom, region.left : region.right]
        return moments(palette.alpha(part, self.mark.name), region)

    def _anywhere(self, picture: Picture, palette: Palette) -> Moments | None:
        # Every other line is enough to find it; whether it is enough of a body is asked below.
        blob = largest_blob(palette.core(picture[::2, ::2], self.mark.name), least_px=2)
        if blob is None:
            return None
        doubled = Region(*(2 * side for side in blob))
        height, width = picture.shape[:2]
        return self._within(picture, palette, doubled.grown(_MARGIN_PX, width, height))


def _area(found: Moments) -> float:
    return found.area_px


def _cut_by(found: Region, window: Region, picture: Picture) -> bool:
    """Whether a body reaches the border of where it was looked for, within the picture."""
    height, width = picture.shape[:2]
    return (
        (found.left <= window.left > 0)
        or (found.top <= window.top > 0)
        or (found.right >= window.right < width)
        or (found.bottom >= window.bottom < height)
    )


def follow(
    frames: Iterable[Picture], times_s: NDArray[np.float64], marks: tuple[BodyMark, ...]
) -> tuple[tuple[Track, ...], Palette, tuple[Picture, ...]]:
    """Follow all moving bodies through a film in one pass.

    Parameters
    ----------
    frames
        Pictures of shape ``(height, width, 3)``, uint8.
    times_s
        Their times in seconds, shape ``(frames,)``.
    marks
        All declared bodies with their colours.

    Returns
    -------
    tracks
        One per moving body that was seen at all.
    palette
        The film's colours.
    stills
        The first and the last frame.
    """
    followers = [_Follower(mark) for mark in marks if mark.role is BodyRole.MOVING]
    palette: Palette | None = None
    census: Census | None = None
    first = last = None
    for number, picture in enumerate(frames):
        if palette is None or census is None:
            palette, first = find_palette(picture, marks), picture
            census = Census(palette, [f.mark.name for f in followers])
        if number % COUNTED_EVERY == 0:
            census.count(picture)
        for follower in followers:
            follower.look(picture, palette)
        last = picture
    if palette is None or census is None or first is None or last is None:
        raise ValueError("a film has at least one frame")
    height, width = first.shape[:2]
    tracks = []
    for follower in followers:
        name = follower.mark.name
        track = track_of(name, follower.found, times_s, width, height)
        if track is not None:
            track = replace(track, hazy=np.array(follower.hazy))
            thin_px = min(track.width_px, track.height_px)
            tracks.append(replace(track, doubled=census.doubled(name, track.seen, thin_px)))
    return tuple(tracks), palette, (first, last)
