"""What one observer says of one artifact."""

from enum import StrEnum

from storyworld.records.evidence import Abstention, Evidence
from storyworld.records.frozen import Record, Sha256, Text
from storyworld.records.provenance import Agent
from storyworld.records.quantity import TimeSeries


class Verdict(StrEnum):
    """An observer's own verdict. It is a witness, not a judge."""

    VALID = "valid"
    UNCERTAIN = "uncertain"
    IMPOSSIBLE = "impossible"
    CONTRADICTS = "contradicts"
    BLOCKS = "blocks"


class ObserverAvailability(StrEnum):
    """Whether the observer could be asked at all, and whether it had anything to say."""

    SUCCESS = "success"
    UNAVAILABLE = "unavailable"
    FAILED = "failed"
    INSUFFICIENT = "insufficient"


class Observation(Record):
    """Evidence, abstentions and verdict of one observer; it has an id even when unavailable."""

    observation_id: str
    observer: Agent
    artifact_sha256: Sha256
    video_uri: Text
    availability: ObserverAvailability
    evidence: tuple[Evidence, ...] = ()
    abstentions: tuple[Abstention, ...] = ()
    series: tuple[TimeSeries, ...] = ()
    verdict: Verdict = Verdict.UNCERTAIN
    because: Text = ""
