"""The schema. What a schema can promise, it promises here.

- the world graph has tables of its own (:mod:`storyworld.archive.graph_tables`);
- each stage of an attempt has one step row, each attempt one artifact and one judgement,
  each beat one transition (primary keys, UNIQUE);
- `goal_achieved` needs an accepted transition, and a label of a film stays as it was given
  (:mod:`storyworld.archive.triggers`).
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storyworld.archive.columns import RecordText, UtcDateTime
from storyworld.archive.columns import one_of as _one_of
from storyworld.records.access import LOCAL
from storyworld.records.calibration import Label
from storyworld.records.constraint import FindingStatus
from storyworld.records.episode import EpisodeState
from storyworld.records.evidence import EvidenceSource
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import Stage
from storyworld.records.observation import Observation, ObserverAvailability, Verdict
from storyworld.records.provenance import Failure, ProvenanceEntry
from storyworld.records.scenario import Beat, Framing, Shot, Vetoed
from storyworld.records.verdict import EpistemicState, Judgement, OutcomeKind


class StepState(StrEnum):
    """The life of a step row."""

    READY = "ready"
    DONE = "done"
    DEAD = "dead"
    CANCELED = "canceled"


class CostKind(StrEnum):
    """A cost is estimated before the call and settled after it."""

    ESTIMATE = "estimate"
    SETTLED = "settled"


class Base(DeclarativeBase):
    """One metadata for web app, workers and migrations."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def _attempt_key() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["episode_id", "beat", "attempt"],
        ["attempts.episode_id", "attempts.beat", "attempts.attempt"],
    )


def _beat_key() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["episode_id", "beat"], ["beats.episode_id", "beats.beat"])


_ID = String(64)
MODEL_CHARACTERS = 200


class EpisodeRow(Base):
    """One goal's run."""

    __tablename__ = "episodes"
    __table_args__ = (
        _one_of("state", EpisodeState),
        _one_of("outcome", OutcomeKind),
        _one_of("backend", Backend),
        UniqueConstraint("owner", "idempotency_key"),
        Index("ix_episodes_created", "created_at", "episode_id"),
        Index("ix_episodes_outcomes", "world_id", "outcome"),
        Index("ix_episodes_owner", "owner", "episode_id"),
        Index("ix_episodes_standing", "owner", "state"),
    )
    episode_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    owner: Mapped[str] = mapped_column(_ID, server_default=LOCAL)
    world_id: Mapped[str] = mapped_column(_ID, ForeignKey("worlds.world_id"))
    goal: Mapped[Goal] = mapped_column(RecordText(Goal))
    goal_text: Mapped[str] = mapped_column(Text)
    backend: Mapped[str] = mapped_column(String(32))
    budget_usd: Mapped[float] = mapped_column(Float)
    state: Mapped[str] = mapped_column(String(32))
    outcome: Mapped[str] = mapped_column(String(32))
    because: Mapped[str] = mapped_column(Text, default="")
    confidence: Mapped[float | None] = mapped_column(Float)
    vetoed: Mapped[Vetoed | None] = mapped_column(RecordText(Vetoed))
    failure: Mapped[Failure | None] = mapped_column(RecordText(Failure))
    idempotency_key: Mapped[str | None] = mapped_column(String(255))
    body_sha256: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class BeatRow(Base):
    """One renderable moment of an episode."""

    __tablename__ = "beats"
    episode_id: Mapped[str] = mapped_column(
        _ID, ForeignKey("episodes.episode_id"), primary_key=True
    )
    beat: Mapped[int] = mapped_column(Integer, primary_key=True)
    record: Mapped[Beat] = mapped_column(RecordText(Beat))


class AttemptRow(Base):
    """One walk of a beat through the stages."""

    __tablename__ = "attempts"
    __table_args__ = (_beat_key(), _one_of("backend", Backend))
    episode_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    beat: Mapped[int] = mapped_column(Integer, primary_key=True)
    attempt: Mapped[int] = mapped_column(Integer, primary_key=True)
    backend: Mapped[str] = mapped_column(String(32))
    seed: Mapped[int] = mapped_column(Integer)
    framing: Mapped[Framing] = mapped_column(RecordText(Framing))
    shot: Mapped[Shot] = mapped_column(RecordText(Shot))
    nonce: Mapped[str] = mapped_column(String(64))
    object_key: Mapped[str] = mapped_column(String(255), unique=True)
    because: Mapped[str] = mapped_column(Text, server_default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class StepRow(Base):
    """One stage of one attempt: the queue of record.

    `due` and `lease` are seconds since the epoch: when it is to be sent again, and until when
    a worker that claimed it may hold it.
    """

    __tablename__ = "steps"
    __table_args__ = (
        _one_of("stage", Stage),
        _one_of("state", StepState),
        Index("ix_steps_due", "state", "due"),
        Index(
            "ix_steps_failed",
            "created_at",
            sqlite_where=text("failure IS NOT NULL"),
            postgresql_where=text("failure IS NOT NULL"),
        ),
    )
    episode_id: Mapped[str] = mapped_column(
        _ID, ForeignKey("episodes.episode_id"), primary_key=True
    )
    beat: Mapped[int] = mapped_column(Integer, primary_key=True)
    attempt: Mapped[int] = mapped_column(Integer, primary_key=True)
    stage: Mapped[str] = mapped_column(String(16), primary_key=True)
    state: Mapped[str] = mapped_column(String(16), default=StepState.READY)
    due: Mapped[float] = mapped_column(Float)
    lease: Mapped[float | None] = mapped_column(Float)
    claims: Mapped[int] = mapped_column(Integer, default=0)
    sends: Mapped[int] = mapped_column(Integer, default=0)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failure: Mapped[Failure | None] = mapped_column(RecordText(Failure))


class ArtifactRow(Base):
    """A film's digest and place; the bytes may be gone (`deleted_at`)."""

    __tablename__ = "artifacts"
    __table_args__ = (_attempt_key(), CheckConstraint("size_bytes > 0", name="size"))
    episode_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    beat: Mapped[int] = mapped_column(Integer, primary_key=True)
    attempt: Mapped[int] = mapped_column(Integer, primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    size_bytes: Mapped[int] = mapped_column(Integer)
    media_type: Mapped[str] = mapped_column(String(64))
    uri: Mapped[str] = mapped_column(Text)
    backend: Mapped[str] = mapped_column(String(32))
    renderer: Mapped[str] = mapped_column(String(64))
    grounding: Mapped[str | None] = mapped_column(String(32))
    imposed_frames: Mapped[int] = mapped_column(Integer, server_default="0")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)


class ObservationRow(Base):
    """What one observer said of one attempt's film; `model` is cut to what an index takes."""

    __tablename__ = "observations"
    __table_args__ = (
        _attempt_key(),
        UniqueConstraint("episode_id", "beat", "attempt", "observer"),
        _one_of("availability", ObserverAvailability),
        _one_of("verdict", Verdict),
        Index("ix_observations_counted", "observer", "model", "availability", "verdict"),
    )
    observation_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    episode_id: Mapped[str] = mapped_column(_ID)
    beat: Mapped[int] = mapped_column(Integer)
    attempt: Mapped[int] = mapped_column(Integer)
    observer: Mapped[str] = mapped_column(String(64))
    model: Mapped[str | None] = mapped_column(String(MODEL_CHARACTERS))
    availability: Mapped[str] = mapped_column(String(16))
    verdict: Mapped[str] = mapped_column(String(16))
    place: Mapped[int] = mapped_column(Integer)
    record: Mapped[Observation] = mapped_column(RecordText(Observation))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class LabelRow(Base):
    """What one person said of one attempt's film; a later row of the same person replaces it."""

    __tablename__ = "labels"
    __table_args__ = (
        ForeignKeyConstraint(
            ["episode_id", "beat", "attempt"],
            ["artifacts.episode_id", "artifacts.beat", "artifacts.attempt"],
        ),
        _one_of("label", Label),
        CheckConstraint("length(labelled_by) > 0", name="labelled_by"),
        Index("ix_labels_film", "episode_id", "beat", "attempt", "labelled_by", "label_id"),
    )
    label_id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    episode_id: Mapped[str] = mapped_column(_ID)
    beat: Mapped[int] = mapped_column(Integer)
    attempt: Mapped[int] = mapped_column(Integer)
    observation_id: Mapped[str | None] = mapped_column(
        _ID, ForeignKey("observations.observation_id")
    )
    label: Mapped[str] = mapped_column(String(16))
    labelled_by: Mapped[str] = mapped_column(String(80))
    note: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class EvidenceRow(Base):
    """One piece of evidence of an attempt's ledger, as columns for asking across episodes."""

    __tablename__ = "evidence"
    __table_args__ = (_beat_key(), _one_of("source", EvidenceSource))
    episode_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    beat: Mapped[int] = mapped_column(Integer, primary_key=True)
    attempt: Mapped[int] = mapped_column(Integer, primary_key=True)
    evidence_id: Mapped[str] = mapped_column(String(160), primary_key=True)
    name: Mapped[str] = mapped_column(String(64), index=True)
    source: Mapped[str] = mapped_column(String(16))
    value: Mapped[float] = mapped_column(Float)
    unit: Mapped[str] = mapped_column(String(16))
    uncertainty: Mapped[float] = mapped_column(Float)
    observation_id: Mapped[str | None] = mapped_column(
        _ID, ForeignKey("observations.observation_id")
    )


class FindingRow(Base):
    """One finding of an attempt's judgement, as columns."""

    __tablename__ = "findings"
    __table_args__ = (
        _beat_key(),
        _one_of("source", EvidenceSource),
        _one_of("status", FindingStatus),
    )
    episode_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    beat: Mapped[int] = mapped_column(Integer, primary_key=True)
    attempt: Mapped[int] = mapped_column(Integer, primary_key=True)
    constraint_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    source: Mapped[str] = mapped_column(String(16), primary_key=True)
    status: Mapped[str] = mapped_column(String(16))
    margin: Mapped[float | None] = mapped_column(Float)
    uncertainty: Mapped[float | None] = mapped_column(Float)
    unit: Mapped[str | None] = mapped_column(String(16))


class JudgementRow(Base):
    """The judgement of one attempt, whole."""

    __tablename__ = "judgements"
    __table_args__ = (_beat_key(), _one_of("state", EpistemicState))
    episode_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    beat: Mapped[int] = mapped_column(Integer, primary_key=True)
    attempt: Mapped[int] = mapped_column(Integer, primary_key=True)
    rules_version: Mapped[str] = mapped_column(String(32))
    state: Mapped[str] = mapped_column(String(32))
    confidence: Mapped[float | None] = mapped_column(Float)
    record: Mapped[Judgement] = mapped_column(RecordText(Judgement))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ProvenanceRow(Base):
    """One stage's provenance entry, and its place in the chain of its episode (or before it)."""

    __tablename__ = "provenance"
    __table_args__ = (_one_of("stage", Stage), UniqueConstraint("episode_id", "place"))
    entry_id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    episode_id: Mapped[str] = mapped_column(_ID, ForeignKey("episodes.episode_id"), index=True)
    beat: Mapped[int] = mapped_column(Integer)
    attempt: Mapped[int] = mapped_column(Integer)
    stage: Mapped[str] = mapped_column(String(16))
    record: Mapped[ProvenanceEntry] = mapped_column(RecordText(ProvenanceEntry))
    place: Mapped[int | None] = mapped_column(Integer)
    sha256: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class CostRow(Base):
    """Money: an estimate before each paid call, a settlement after it."""

    __tablename__ = "costs"
    __table_args__ = (_one_of("kind", CostKind), CheckConstraint("usd >= 0", name="usd"))
    cost_id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    episode_id: Mapped[str] = mapped_column(_ID, ForeignKey("episodes.episode_id"), index=True)
    beat: Mapped[int] = mapped_column(Integer)
    attempt: Mapped[int] = mapped_column(Integer)
    stage: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(16))
    usd: Mapped[float] = mapped_column(Float)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class EventRow(Base):
    """What happened, in order: the feed of live pages."""

    __tablename__ = "events"
    event_id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    episode_id: Mapped[str] = mapped_column(_ID, ForeignKey("episodes.episode_id"), index=True)
    kind: Mapped[str] = mapped_column(String(32))
    beat: Mapped[int | None] = mapped_column(Integer)
    attempt: Mapped[int | None] = mapped_column(Integer)
    stage: Mapped[str | None] = mapped_column(String(16))
    detail: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(UtcDateTime)
