"""Beats and attempts: what was planned, filmed, observed and judged."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from storyworld.archive.statements import every, first, insert_rows
from storyworld.archive.tables import (
    MODEL_CHARACTERS,
    ArtifactRow,
    AttemptRow,
    BeatRow,
    EvidenceRow,
    FindingRow,
    JudgementRow,
    ObservationRow,
)
from storyworld.errors import NotFound
from storyworld.records.episode import Attempt, AttemptView, BeatView
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey
from storyworld.records.observation import Observation
from storyworld.records.render import Artifact
from storyworld.records.scenario import Beat
from storyworld.records.verdict import Judgement

_BEAT = select(BeatRow.record).where(
    BeatRow.episode_id == bindparam("episode_id"), BeatRow.beat == bindparam("beat")
)
_ATTEMPT = select(AttemptRow.__table__).where(
    AttemptRow.episode_id == bindparam("episode_id"),
    AttemptRow.beat == bindparam("beat"),
    AttemptRow.attempt == bindparam("attempt"),
)
_ARTIFACT = select(ArtifactRow.__table__).where(
    ArtifactRow.episode_id == bindparam("episode_id"),
    ArtifactRow.beat == bindparam("beat"),
    ArtifactRow.attempt == bindparam("attempt"),
)
_OBSERVATIONS = (
    select(ObservationRow.record)
    .where(
        ObservationRow.episode_id == bindparam("episode_id"),
        ObservationRow.beat == bindparam("beat"),
        ObservationRow.attempt == bindparam("attempt"),
    )
    .order_by(ObservationRow.place)
)
_JUDGEMENT = select(JudgementRow.record).where(
    JudgementRow.episode_id == bindparam("episode_id"),
    JudgementRow.beat == bindparam("beat"),
    JudgementRow.attempt == bindparam("attempt"),
)


def _key(key: AttemptKey) -> dict[str, object]:
    return {"episode_id": key.episode_id, "beat": key.beat, "attempt": key.attempt}


def save_beats(session: Session, episode_id: str, beats: Iterable[Beat]) -> None:
    """Write the beats of a plan."""
    rows = [{"episode_id": episode_id, "beat": beat.index, "record": beat} for beat in beats]
    insert_rows(session, insert(BeatRow), rows)


def beat(session: Session, key: AttemptKey) -> Beat:
    """Give the beat of an attempt.

    Raises
    ------
    NotFound
        If there is none.
    """
    row = first(session, _BEAT, {"episode_id": key.episode_id, "beat": key.beat})
    if row is None:
        raise NotFound(f"{key.episode_id} has no beat {key.beat}")
    found: Beat = row.record
    return found


def beat_count(session: Session, episode_id: str) -> int:
    """Give the number of beats planned."""
    query = select(func.count()).select_from(BeatRow).where(BeatRow.episode_id == episode_id)
    return session.scalar(query) or 0


def open_attempt(session: Session, attempt: Attempt) -> None:
    """Write a new attempt: what it asks to film, and how its report is recognised."""
    row = {
        **_key(attempt.key),
        "backend": attempt.backend,
        "seed": attempt.seed,
        "framing": attempt.framing,
        "shot": attempt.shot,
        "nonce": attempt.nonce,
        "object_key": attempt.object_key,
        "because": attempt.because,
        "created_at": datetime.now(UTC),
    }
    insert_rows(session, insert(AttemptRow), row)


def renew(session: Session, attempt: Attempt) -> None:
    """Write an attempt anew before another try at its film: who makes it, where it goes, how."""
    key = attempt.key
    session.execute(
        update(AttemptRow)
        .where(
            AttemptRow.episode_id == key.episode_id,
            AttemptRow.beat == key.beat,
            AttemptRow.attempt == key.attempt,
        )
        .values(
            backend=attempt.backend,
            seed=attempt.seed,
            shot=attempt.shot,
            nonce=attempt.nonce,
            object_key=attempt.object_key,
        )
    )


def attempt(session: Session, key: AttemptKey) -> Attempt:
    """Give an attempt.

    Raises
    ------
    NotFound
        If there is none.
    """
    row = first(session, _ATTEMPT, _key(key))
    if row is None:
        raise NotFound(f"there is no attempt {key}")
    return _attempt(row)


def _attempt(row: AttemptRow | Row[Any]) -> Attempt:
    return Attempt(
        key=AttemptKey(episode_id=row.episode_id, beat=row.beat, attempt=row.attempt),
        backend=Backend(row.backend),
        seed=row.seed,
        framing=row.framing,
        shot=row.shot,
        nonce=row.nonce,
        object_key=row.object_key,
        because=row.because,
    )


def of_beat(session: Session, key: AttemptKey) -> tuple[Attempt, ...]:
    """Give all attempts at the beat of an attempt, in order."""
    rows = session.scalars(
        select(AttemptRow)
        .where(AttemptRow.episode_id == key.episode_id, AttemptRow.beat == key.beat)
        .order_by(AttemptRow.attempt)
    )
    return tuple(_attempt(row) for row in rows)


def walked(session: Session, episode_id: str) -> int:
    """Give the number of attempts made."""
    query = select(func.count()).select_from(AttemptRow).where(AttemptRow.episode_id == episode_id)
    return session.scalar(query) or 0


def save_artifact(session: Session, key: AttemptKey, artifact: Artifact) -> None:
    """Write the film of an attempt: digest and place, not the bytes."""
    row = {**_key(key), **artifact.model_dump(), "created_at": datetime.now(UTC)}
    insert_rows(session, insert(ArtifactRow), row)


def artifact(session: Session, key: AttemptKey) -> Artifact | None:
    """Give the film of an attempt, if it was made."""
    row = first(session, _ARTIFACT, _key(key))
    return None if row is None else _artifact(row)


def _artifact(row: Row[Any]) -> Artifact:
    return Artifact(**{name: getattr(row, name) for name in Artifact.model_fields})


def save_observations(
    session: Session, key: AttemptKey, observations: tuple[Observation, ...]
) -> None:
    """Write what the observers said of an attempt's film, in the order they were asked."""
    now = datetime.now(UTC)
    rows = [
        {
            **_key(key),
            "observation_id": observation.observation_id,
            "observer": observation.observer.name,
            "model": observation.observer.model and observation.observer.model[:MODEL_CHARACTERS],
            "availability": observation.availability,
            "verdict": observation.verdict,
            "place": place,
            "record": observation,
            "created_at": now,
        }
        for place, observation in enumerate(observations)
    ]
    insert_rows(session, insert(ObservationRow), rows)


def observations(session: Session, key: AttemptKey) -> tuple[Observation, ...]:
    """Give the observations of an attempt in the order they were made."""
    return tuple(row.record for row in every(session, _OBSERVATIONS, _key(key)))


def save_judgement(session: Session, key: AttemptKey, judgement: Judgement) -> None:
    """Write a judgement whole, and its evidence and findings as rows to ask across episodes."""
    row = {
        **_key(key),
        "rules_version": judgement.rules_version,
        "state": judgement.state,
        "confidence": judgement.confidence.value if judgement.confidence else None,
        "record": judgement,
        "created_at": datetime.now(UTC),
    }
    evidence = [
        {
            **_key(key),
            "evidence_id": item.evidence_id,
            "name": item.name,
            "source": item.source,
            "value": item.quantity.value,
            "unit": item.quantity.unit,
            "uncertainty": item.quantity.uncertainty,
            "observation_id": item.observation_id,
        }
        for item in judgement.ledger.evidence
    ]
    findings = [
        {
            **_key(key),
            "constraint_id": finding.constraint_id,
            "source": finding.source,
            "status": finding.status,
            "margin": finding.margin.value if finding.margin else None,
            "uncertainty": finding.margin.uncertainty if finding.margin else None,
            "unit": finding.margin.unit if finding.margin else None,
        }
        for finding in judgement.findings
    ]
    insert_rows(session, insert(JudgementRow), row)
    insert_rows(session, insert(EvidenceRow), evidence)
    insert_rows(session, insert(FindingRow), findings)


def judgement(session: Session, key: AttemptKey) -> Judgement | None:
    """Give the judgement of an attempt, if it has one."""
    row = first(session, _JUDGEMENT, _key(key))
    return None if row is None else row.record


def last_judgement(session: Session, episode_id: str) -> Judgement | None:
    """Give the judgement an episode's outcome rests on: that of its last attempt judged."""
    row = session.scalars(
        select(JudgementRow)
        .where(JudgementRow.episode_id == episode_id)
        .order_by(JudgementRow.beat.desc(), JudgementRow.attempt.desc())
        .limit(1)
    ).first()
    return None if row is None else row.record


def views(session: Session, episode_id: str) -> tuple[BeatView, ...]:
    """Give every beat with every attempt at it."""
    made: dict[int, list[AttemptView]] = {}
    rows = session.scalars(
        select(AttemptRow)
        .where(AttemptRow.episode_id == episode_id)
        .order_by(AttemptRow.beat, AttemptRow.attempt)
    )
    for row in rows:
        one = _attempt(row)
        made.setdefault(row.beat, []).append(
            AttemptView(
                attempt=one,
                artifact=artifact(session, one.key),
                observations=observations(session, one.key),
                judgement=judgement(session, one.key),
            )
        )
    beats = session.scalars(
        select(BeatRow).where(BeatRow.episode_id == episode_id).order_by(BeatRow.beat)
    )
    return tuple(BeatView(beat=b.record, attempts=tuple(made.get(b.beat, ()))) for b in beats)
