"""Named, typed, sourced, bounded quantities, and the ledger of all there is for a beat."""

from enum import StrEnum
from typing import Self

from pydantic import NonNegativeInt, model_validator

from storyworld.records.frozen import Name, Record, Text
from storyworld.records.quantity import NonNegative, Quantity


class EvidenceSource(StrEnum):
    """The kind of witness a piece of evidence comes from."""

    USER = "user"
    SOLVER = "solver"
    MEASUREMENT = "measurement"
    VISION_MODEL = "vision_model"
    INFERRED = "inferred"


class FrameRange(Record):
    """Frames `first` to `last`, both included."""

    first: NonNegativeInt
    last: NonNegativeInt

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.last < self.first:
            raise ValueError("last frame lies before the first")
        return self


class Evidence(Record):
    """One named quantity with the witness it comes from and how it was obtained.

    What is INFERRED says what from (ids of evidence, or names), and which standard uncertainty
    inferring it adds, in the quantity's unit: none where it follows exactly.
    """

    evidence_id: str
    name: Name
    quantity: Quantity
    source: EvidenceSource
    method: Text
    frames: FrameRange | None = None
    observation_id: str | None = None
    inferred_from: tuple[str, ...] = ()
    added_uncertainty: NonNegative | None = None

    @model_validator(mode="after")
    def _accounted(self) -> Self:
        accounted = bool(self.inferred_from), self.added_uncertainty is not None
        if accounted != (self.source is EvidenceSource.INFERRED,) * 2:
            raise ValueError(
                "what is inferred says what from and the uncertainty added, and nothing else does"
            )
        return self


class AbstentionReason(StrEnum):
    """Why a witness says nothing about a question."""

    OBSERVER_UNAVAILABLE = "observer_unavailable"
    NOT_VISIBLE = "not_visible"
    OUT_OF_FRAME = "out_of_frame"
    FILM_TOO_SHORT = "film_too_short"
    SCALE_UNKNOWN = "scale_unknown"
    FRAME_RATE_UNKNOWN = "frame_rate_unknown"
    INCONSISTENT_PREMISE = "inconsistent_premise"
    TRACK_LOST = "track_lost"
    TOO_FEW_SAMPLES = "too_few_samples"
    EVENT_NOT_SEEN = "event_not_seen"
    NOT_MEASURABLE = "not_measurable"
    FRAMES_IMPOSED = "frames_imposed"
    MALFORMED_REPLY = "malformed_reply"
    FILM_UNREADABLE = "film_unreadable"
    NO_FILM = "no_film"
    PARAMETER_NOT_GIVEN = "parameter_not_given"


class Abstention(Record):
    """A question a witness could not answer, with the reason: never a physics finding."""

    name: Name
    reason: AbstentionReason
    detail: Text = ""


class Ledger(Record):
    """All evidence there is for a beat, and the required names that are missing."""

    evidence: tuple[Evidence, ...] = ()
    missing: tuple[Abstention, ...] = ()

    def named(self, name: str, source: EvidenceSource) -> Evidence | None:
        """Give the evidence of that name and source, if there is any."""
        for item in self.evidence:
            if item.name == name and item.source is source:
                return item
        return None
