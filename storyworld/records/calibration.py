"""What people say films show, and how right observers were by it."""

import unicodedata
from enum import StrEnum
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    NonNegativeInt,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from storyworld.records.frozen import Instant, Name, Record, Sha256, Text
from storyworld.records.identity import AttemptKey
from storyworld.records.observation import ObserverAvailability, Verdict

FEWEST_FOR_INTERVALS = 30
"""With fewer films labelled, a score has no interval: it would be as loose as the score."""


class Label(StrEnum):
    """What a person can say of a film.

    `VALID`: it shows what is physically right, and what was asked of it. `IMPOSSIBLE`: a law is
    broken in it. `CONTRADICTS`: it shows another outcome than was asked. `UNCLEAR`: none of these
    can be told from it.
    """

    VALID = "valid"
    IMPOSSIBLE = "impossible"
    CONTRADICTS = "contradicts"
    UNCLEAR = "unclear"


# Letters by their category that are drawn as nothing.
_UNSEEN = "\u115f\u1160\u3164\uffa0"


def _printable(text: str, but: str = "") -> str:
    if any(unicodedata.category(c) in {"Cc", "Cs", "Cf"} and c not in but for c in text):
        raise ValueError("holds control characters: send plain text")
    return unicodedata.normalize("NFC", text)


def _person(name: object) -> object:
    return _printable(" ".join(name.split())) if isinstance(name, str) else name


def _seen(name: str) -> str:
    if not any(unicodedata.category(c)[0] in "LN" and c not in _UNSEEN for c in name):
        raise ValueError("holds no letter and no digit that can be seen: give a name")
    return name


def _note(text: object) -> object:
    return _printable(text.strip(), but="\n\t\r\u200d") if isinstance(text, str) else text


# Lengths are those of what is kept: normalising makes some texts longer and others empty.
Person = Annotated[
    str,
    StringConstraints(min_length=1, max_length=80),
    BeforeValidator(_person),
    AfterValidator(_seen),
]
Note = Annotated[str, StringConstraints(max_length=1000), BeforeValidator(_note)]
ObservationName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,64}$")]


class Labelling(Record):
    """What somebody says a film shows; the film is named by an observation of it, or its digest."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": [name], "properties": {name: {"type": "string"}}}
                for name in ("observation_id", "sha256")
            ]
        }
    )
    label: Label
    labelled_by: Person
    note: Note = ""
    observation_id: ObservationName | None = None
    sha256: Annotated[Sha256 | None, Field(validate_default=True)] = None

    @field_validator("sha256")
    @classmethod
    def _names_one_film(cls, sha256: str | None, info: ValidationInfo) -> str | None:
        if "observation_id" not in info.data:  # at fault itself
            return sha256
        if info.data["observation_id"] is None and sha256 is None:
            raise ValueError("or observation_id is required: name the film by one of them")
        if info.data["observation_id"] is not None and sha256 is not None:
            raise ValueError("is one name too many beside observation_id: give one of them")
        return sha256


class FilmLabel(Record):
    """A label as the archive keeps it: of the film of one attempt, for ever."""

    label_id: int
    film: AttemptKey
    sha256: Sha256
    observation_id: str | None
    label: Label
    labelled_by: Text
    note: Text
    created_at: Instant


class Told(Record):
    """What one observer said of one labelled film.

    `stated` is the probability that the film is valid by the observer's own numbers, None where
    it has only its verdict.
    """

    observer: Name
    model: Text | None
    availability: ObserverAvailability
    verdict: Verdict
    stated: float | None
    label: Label


class Counted(Record):
    """How many observations of one observer have this availability and verdict."""

    observer: Name
    model: Text | None
    availability: ObserverAvailability
    verdict: Verdict
    observations: NonNegativeInt


class Score(Record):
    """A score and its 95 % interval; no interval where too few films are labelled."""

    value: float
    low: float | None = None
    high: float | None = None

    @property
    def words(self) -> str:
        """The score, with its interval if it has one, as people read it."""
        if self.low is None or self.high is None:
            return f"{self.value:.3f}"
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


class Scores(Record):
    """How far probabilities were from what was: 0 is best in all three."""

    brier: Score
    log_loss: Score
    ece: Score


class Baseline(Record):
    """What somebody who looks at nothing would have scored on the same films."""

    name: Name
    scores: Scores


class ConfusionRow(Record):
    """How often people gave each label to films that had this verdict."""

    verdict: Verdict
    valid: NonNegativeInt
    impossible: NonNegativeInt
    contradicts: NonNegativeInt
    unclear: NonNegativeInt


class ObserverCalibration(Record):
    """One observer, and the model behind it: what it says, and how right that was.

    `verdicts` and `confusion` count films it looked at; an observer that could not be asked has no
    verdict. `scored` films have a label other than unclear; of those `by_numbers` have a
    probability from the observer's own numbers, the rest from what its verdict has meant so far.
    """

    observer: Name
    model: Text | None
    observations: NonNegativeInt
    availability: tuple[tuple[ObserverAvailability, int], ...]
    verdicts: tuple[tuple[Verdict, int], ...]
    labelled: NonNegativeInt = 0
    confusion: tuple[ConfusionRow, ...] = ()
    scored: NonNegativeInt = 0
    by_numbers: NonNegativeInt = 0
    scores: Scores | None = None
    baselines: tuple[Baseline, ...] = ()


class Calibration(Record):
    """How right the observers were.

    `labels` counts what was ever sent; `films` those with a label, of which the newest are in the
    statistics and `left_out` are not; about `disputed` ones people disagree.
    """

    labels: NonNegativeInt
    films: NonNegativeInt
    left_out: NonNegativeInt
    disputed: NonNegativeInt
    fewest_for_intervals: int = FEWEST_FOR_INTERVALS
    observers: tuple[ObserverCalibration, ...]
