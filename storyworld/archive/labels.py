"""What people say films show. Rows are only ever added; a person's last word of a film counts."""

from datetime import UTC, datetime

from sqlalchemy import Subquery, func, select
from sqlalchemy.orm import Session

from storyworld.archive.tables import ArtifactRow, EpisodeRow, LabelRow, ObservationRow
from storyworld.errors import Conflicting, NotFound
from storyworld.records.access import LOCAL
from storyworld.records.calibration import FilmLabel, Label, Labelling
from storyworld.records.identity import AttemptKey

MOST_SHOWN = 100
_OF_A_FILM = (LabelRow.episode_id, LabelRow.beat, LabelRow.attempt)


def add(session: Session, given: Labelling, owner: str = LOCAL) -> FilmLabel:
    """Write what somebody says a film of an owner's shows.

    Raises
    ------
    NotFound
        If the owner has no such observation or film.
    Conflicting
        If the film was made for several attempts: it may be right for one and wrong for another.
    """
    found = _by_observation if given.observation_id else _by_digest
    film = found(session, given, owner)
    row = LabelRow(
        episode_id=film.episode_id,
        beat=film.beat,
        attempt=film.attempt,
        observation_id=given.observation_id,
        label=given.label,
        labelled_by=given.labelled_by,
        note=given.note,
        created_at=datetime.now(UTC),
    )
    session.add(row)
    session.flush()
    return _label(row, film.sha256)


def _by_observation(session: Session, given: Labelling, owner: str) -> ArtifactRow:
    found = session.execute(
        select(ObservationRow.observation_id, ArtifactRow)
        .join(EpisodeRow, EpisodeRow.episode_id == ObservationRow.episode_id)
        .outerjoin(
            ArtifactRow,
            (ArtifactRow.episode_id == ObservationRow.episode_id)
            & (ArtifactRow.beat == ObservationRow.beat)
            & (ArtifactRow.attempt == ObservationRow.attempt),
        )
        .where(ObservationRow.observation_id == given.observation_id, EpisodeRow.owner == owner)
    ).first()
    if found is None:
        raise NotFound(
            f"there is no observation {given.observation_id}: "
            "GET /episodes/ep_…/beats lists those of a simulation",
            field="observation_id",
        )
    film: ArtifactRow | None = found[1]
    if film is None:
        raise NotFound(f"{given.observation_id} is of no film", field="observation_id")
    return film


def episode_of(session: Session, observation_id: str, owner: str = LOCAL) -> str | None:
    """Give the episode that an observation is of; None if the owner has no such observation."""
    return session.scalars(
        select(ObservationRow.episode_id)
        .join(EpisodeRow, EpisodeRow.episode_id == ObservationRow.episode_id)
        .where(ObservationRow.observation_id == observation_id, EpisodeRow.owner == owner)
    ).first()


def _by_digest(session: Session, given: Labelling, owner: str) -> ArtifactRow:
    made = session.scalars(
        select(ArtifactRow)
        .join(EpisodeRow, EpisodeRow.episode_id == ArtifactRow.episode_id)
        .where(ArtifactRow.sha256 == given.sha256, EpisodeRow.owner == owner)
        .limit(2)
    )
    films = made.all()
    if not films:
        raise NotFound(
            "there is no film with this sha256: GET /episodes/ep_…/beats names those there are",
            field="sha256",
        )
    if len(films) > 1:
        raise Conflicting(
            "several attempts made this film, and it may be right for one and wrong for another: "
            "name the observation_id of one",
            field="sha256",
        )
    return films[0]


def in_force() -> Subquery:
    """Give the query of the rows that count: the last of each person about each film."""
    return (
        select(func.max(LabelRow.label_id).label("label_id"))
        .group_by(*_OF_A_FILM, LabelRow.labelled_by)
        .subquery()
    )


def of_episode(session: Session, episode_id: str) -> tuple[FilmLabel, ...]:
    """Give what people say of an episode's films, one label a person and film, the newest first."""
    last = (
        select(func.max(LabelRow.label_id))
        .where(LabelRow.episode_id == episode_id)
        .group_by(*_OF_A_FILM, LabelRow.labelled_by)
    )
    rows = session.execute(
        select(LabelRow, ArtifactRow.sha256)
        .join(
            ArtifactRow,
            (ArtifactRow.episode_id == LabelRow.episode_id)
            & (ArtifactRow.beat == LabelRow.beat)
            & (ArtifactRow.attempt == LabelRow.attempt),
        )
        .where(LabelRow.label_id.in_(last))
        .order_by(LabelRow.label_id.desc())
        .limit(MOST_SHOWN)
    )
    return tuple(_label(row, sha256) for row, sha256 in rows)


def _label(row: LabelRow, sha256: str) -> FilmLabel:
    return FilmLabel(
        label_id=row.label_id,
        film=AttemptKey(episode_id=row.episode_id, beat=row.beat, attempt=row.attempt),
        sha256=sha256,
        observation_id=row.observation_id,
        label=Label(row.label),
        labelled_by=row.labelled_by,
        note=row.note,
        created_at=row.created_at,
    )
