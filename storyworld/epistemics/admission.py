"""What is let in as evidence: of this attempt and its film, by who may say it, in the right unit.

Observations come from models, from other machines and from imported archives. What does not belong
here, or could not have been seen, is refused before anything is judged: it is no verdict.
"""

import math
from collections.abc import Iterator
from typing import Final

from storyworld.errors import PermanentError
from storyworld.records.evidence import Evidence, EvidenceSource, FrameRange
from storyworld.records.frozen import Record
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.observation import Observation
from storyworld.records.provenance import FailureCode
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Beat

LONGEST_ID: Final = 160
"""Characters of an evidence id, as many as the archive has room for."""
_FIX: Final = "observe the attempt anew; what was refused is kept as it came"


class Filmed(Record):
    """The film that observations have to be of: the attempt's, and how long it was asked to be.

    `sha256` is None where no film was made, `frame_count` where nobody asked for a length.
    """

    key: AttemptKey
    sha256: str | None
    frame_count: int | None


def admit(beat: Beat, observations: tuple[Observation, ...], film: Filmed) -> None:
    """Let observations in as evidence about a beat, or refuse them.

    Raises
    ------
    PermanentError
        If one is of another attempt or film, is there twice, cites what it cannot have seen, or
        claims to be what its observer is not; it names observation and field.
    """
    units = _units(beat)
    for place, item in enumerate(beat.prediction.evidence):
        for field, why in _unlike(item, units):
            _refuse("the prediction", f"evidence[{place}].{field}", why)
        if item.source is not EvidenceSource.SOLVER:
            _refuse("the prediction", f"evidence[{place}].source", f"{item.source} is no solver")
    for observation in observations:
        for field, why in _faults(observation, film, units):
            _refuse(f"observation {observation.observation_id[:80]}", field, why)
    ids = [observation.observation_id for observation in observations]
    for again in (i for i in ids if ids.count(i) > 1):
        _refuse(f"observation {again}", "observation_id", "it is there twice")


def _refuse(what: str, field: str, why: str) -> None:
    raise PermanentError(
        FailureCode.EVIDENCE_REFUSED, f"{what} is refused: {field}: {why}", fix=_FIX
    )


def _units(beat: Beat) -> dict[str, Unit]:
    """Give the unit that the evidence of each name has to be in."""
    units = {c.name: Unit.ONE for c in beat.checks}
    units |= {
        c.quantity: c.threshold.unit
        for c in beat.constraints
        if c.quantity is not None and c.threshold is not None
    }
    return units | {q.evidence: q.unit for q in beat.questions}


def _faults(seen: Observation, film: Filmed, units: dict[str, Unit]) -> Iterator[tuple[str, str]]:
    """Give what is wrong with an observation, as field and reason."""
    if seen.artifact_sha256 != film.sha256:
        yield "artifact_sha256", f"it is of another film than that of {film.key}"
    if seen.observation_id != derived_id("obs", film.key, seen.observer.name):
        yield "observation_id", f"it is not what {seen.observer.name} said in {film.key}"
    length = film.frame_count if seen.frame_count is None else seen.frame_count
    for place, item in enumerate(seen.evidence):
        at = f"evidence[{place}]"
        yield from ((f"{at}.{field}", why) for field, why in _unlike(item, units))
        yield from ((f"{at}.{field}", why) for field, why in _foreign(item, seen))
    yield from _too_late(seen, length)
    yield from _twice(seen.evidence)
    yield from _off_course(seen, length)
    ids = {item.evidence_id for item in seen.evidence}
    for place, against in enumerate(seen.contradictions):
        if against.evidence_id not in ids:
            yield f"contradictions[{place}].evidence_id", "it cites evidence that is not there"


def _unlike(item: Evidence, units: dict[str, Unit]) -> Iterator[tuple[str, str]]:
    asked = units.get(item.name, item.quantity.unit)
    if item.quantity.unit is not asked:
        yield "quantity.unit", f"{item.name} is asked for in {asked}, not {item.quantity.unit}"
    if len(item.evidence_id) > LONGEST_ID:
        yield "evidence_id", f"it is longer than {LONGEST_ID} characters"


def _foreign(item: Evidence, seen: Observation) -> Iterator[tuple[str, str]]:
    """Give why a piece of evidence cannot be its observer's."""
    if item.observation_id != seen.observation_id:
        yield "observation_id", "it is that of another observation"
    if not item.evidence_id.startswith(f"{seen.observation_id}:"):
        yield "evidence_id", f"it has to begin with {seen.observation_id}:"
    may = EvidenceSource.VISION_MODEL if seen.by_model else EvidenceSource.MEASUREMENT
    if item.source is not may:
        yield "source", f"{seen.observer.name} cannot speak as {item.source}, only as {may}"


def _too_late(seen: Observation, length: int | None) -> Iterator[tuple[str, str]]:
    cited: list[tuple[str, FrameRange | None]] = [
        (f"evidence[{place}].frames", item.frames) for place, item in enumerate(seen.evidence)
    ]
    cited += [(f"violations[{place}].frames", v.frames) for place, v in enumerate(seen.violations)]
    for field, frames in cited:
        if frames is not None and length is not None and frames.last >= length:
            yield field, f"frame {frames.last} lies past the film, which has {length} frames"


def _off_course(seen: Observation, length: int | None) -> Iterator[tuple[str, str]]:
    """Give what is wrong with what is said to be measured frame by frame."""
    names = [series.name for series in seen.series]
    for place, series in enumerate(seen.series):
        film = series.sampling
        if seen.by_model:
            yield f"series[{place}]", f"{seen.observer.name} is a model, and measures nothing"
        if series.name in names[:place]:
            yield f"series[{place}].name", f"{series.name[:200]} is there twice"
        if film is not None and length is not None and film.frame_count > length:
            at = f"series[{place}].sampling.frame_count"
            yield at, f"it is of {film.frame_count} frames, and the film has {length}"


def _twice(evidence: tuple[Evidence, ...]) -> Iterator[tuple[str, str]]:
    """Give evidence that is there twice: of one name and kind, on frames that overlap.

    Who cites no frames speaks of the whole film.
    """
    ids: set[str] = set()
    last: dict[tuple[str, EvidenceSource], tuple[float, int]] = {}
    for place, item in sorted(enumerate(evidence), key=lambda placed: _first(placed[1])):
        if item.evidence_id in ids:
            yield f"evidence[{place}].evidence_id", f"{item.evidence_id[:200]} is there twice"
        ids.add(item.evidence_id)
        kind = item.name, item.source
        until, other = last.get(kind, (-1.0, place))
        if _first(item) <= until:
            yield f"evidence[{place}].frames", f"they overlap those of evidence[{other}]"
        last[kind] = max(last.get(kind, (-1.0, place)), (_last(item), place))


def _first(item: Evidence) -> int:
    return 0 if item.frames is None else item.frames.first


def _last(item: Evidence) -> float:
    return math.inf if item.frames is None else item.frames.last
