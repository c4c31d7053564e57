"""What an observer says of frames that the generator was given is no evidence of what it makes.

The frames stay in the film: they are where its motion starts, and without them times and distances
from the start would be wrong. But nothing that rests on them counts.
"""

from typing import Final

from storyworld.records.evidence import Abstention, AbstentionReason, Evidence, FrameRange
from storyworld.records.observation import Observation
from storyworld.records.quantity import TimeSeries

MOST_IMPOSED: Final = 0.25
"""How much of the frames that a piece of evidence rests on may be imposed."""


def without_imposed(seen: Observation, imposed: int) -> Observation:
    """Take from an observation what rests on the first `imposed` frames of its film.

    That is what was seen on such frames alone, or on a stretch of which more than a quarter is.
    Laws broken within them are not the generator's doing. Samples taken on them are kept, and said
    to be no evidence.
    """
    if imposed == 0:
        return seen
    resting = tuple(e for e in seen.evidence if _rests(e, imposed))
    abstentions = tuple(
        Abstention(
            name=e.name,
            reason=AbstentionReason.FRAMES_IMPOSED,
            detail=f"it rests on frames that the generator was given (the first {imposed})",
        )
        for e in resting
    )
    return seen.revised(
        evidence=tuple(e for e in seen.evidence if e not in resting),
        abstentions=(*seen.abstentions, *abstentions),
        violations=tuple(v for v in seen.violations if v.frames.last >= imposed),
        series=tuple(_masked(s, imposed) for s in seen.series),
    )


def _masked(series: TimeSeries, imposed: int) -> TimeSeries:
    if series.sampling is None:
        return series
    return series.revised(sampling=series.sampling.revised(imposed_frames=imposed))


def _rests(item: Evidence, imposed: int) -> bool:
    return item.frames is not None and _share(item.frames, imposed) > MOST_IMPOSED


def _share(frames: FrameRange, imposed: int) -> float:
    given = max(0, min(frames.last + 1, imposed) - frames.first)
    return given / (frames.last + 1 - frames.first)
