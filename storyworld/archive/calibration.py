"""How observers fare against what people say: counted in the database, few records read.

All observations are counted over an index; records are read of the newest labelled films alone, a
batch at a time, and only where they may hold numbers.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sqlalchemy import ColumnElement, and_, func, select, true, tuple_
from sqlalchemy.orm import Session

from storyworld.archive.labels import in_force
from storyworld.archive.owning import owns_all
from storyworld.archive.tables import BeatRow, EpisodeRow, JudgementRow, LabelRow, ObservationRow
from storyworld.epistemics.forecasting import SPEAKING, agreed, calibrated, stated
from storyworld.records.access import LOCAL
from storyworld.records.calibration import Calibration, Counted, Label, Told
from storyworld.records.observation import ObserverAvailability, Verdict

MOST_FILMS = 2000
MOST_GROUPS = 2000
_BATCH = 100
_FILM = (LabelRow.episode_id, LabelRow.beat, LabelRow.attempt)
Film = tuple[str, int, int]
Votes = Mapping[Film, dict[Label, int]]


def calibration(
    session: Session, *, most_films: int = MOST_FILMS, owner: str | None = LOCAL
) -> Calibration:
    """Give every observer's counts, and its scores over the newest labelled films.

    Of the episodes of an owner; None: of everybody's.
    """
    if owner is not None and owns_all(session, owner):
        owner = None  # nobody else's to be left out: counted over the index alone
    of_owner = _of(LabelRow, owner)
    films = session.scalar(
        select(func.count()).select_from(select(*_FILM).where(of_owner).distinct().subquery())
    )
    votes = _votes(session, most_films, of_owner)
    return Calibration(
        labels=session.scalar(select(func.count()).select_from(LabelRow).where(of_owner)) or 0,
        films=films or 0,
        left_out=(films or 0) - len(votes),
        disputed=sum(len(of_one) > 1 for of_one in votes.values()),
        observers=calibrated(_counts(session, owner), _told(session, votes)),
    )


def _of(table: type[LabelRow] | type[ObservationRow], owner: str | None) -> ColumnElement[bool]:
    if owner is None:
        return true()
    theirs = select(EpisodeRow.episode_id).where(EpisodeRow.owner == owner)
    return table.episode_id.in_(theirs)


def _counts(session: Session, owner: str | None) -> Iterator[Counted]:
    who = (ObservationRow.observer, ObservationRow.model)
    kinds = (ObservationRow.availability, ObservationRow.verdict)
    counted = func.count()
    rows = session.execute(
        select(*who, *kinds, counted)
        .where(_of(ObservationRow, owner))
        .group_by(*who, *kinds)
        .order_by(counted.desc(), *who, *kinds)
        .limit(MOST_GROUPS)
    )
    for observer, model, availability, verdict, observations in rows:
        yield Counted(
            observer=observer,
            model=model,
            availability=ObserverAvailability(availability),
            verdict=Verdict(verdict),
            observations=observations,
        )


def _votes(session: Session, most_films: int, of_owner: ColumnElement[bool]) -> Votes:
    """Give how many people say what of the newest labelled films, in the order of their labels."""
    newest = func.max(LabelRow.label_id).label("newest")
    films = (
        select(*_FILM, newest)
        .where(of_owner)
        .group_by(*_FILM)
        .order_by(newest.desc())
        .limit(most_films)
        .subquery()
    )
    last = in_force()
    same_film = and_(*(column == films.c[column.key] for column in _FILM))
    rows = session.execute(
        select(*_FILM, LabelRow.label, func.count())
        .join(last, last.c.label_id == LabelRow.label_id)
        .join(films, same_film)
        .group_by(*_FILM, LabelRow.label, films.c.newest)
        .order_by(films.c.newest, LabelRow.label)
    )
    votes: defaultdict[Film, dict[Label, int]] = defaultdict(dict)
    for episode_id, beat, attempt, label, people in rows:
        votes[episode_id, beat, attempt][Label(label)] = people
    return votes


def _told(session: Session, votes: Votes) -> Iterator[Told]:
    """Give what the observers said of these films, film by film."""
    films = tuple(votes)
    for start in range(0, len(films), _BATCH):
        batch = films[start : start + _BATCH]
        said = _said(session, batch)
        for film in batch:
            for observer, model, availability, verdict, number in said[film]:
                yield Told(
                    observer=observer,
                    model=model,
                    availability=ObserverAvailability(availability),
                    verdict=Verdict(verdict),
                    stated=number,
                    label=agreed(votes[film]),
                )


Said = tuple[str, str | None, str, str, float | None]


def _said(session: Session, batch: tuple[Film, ...]) -> Mapping[Film, list[Said]]:
    """Give observer, model, availability, verdict and own probability, by film."""
    judgements = {
        (row.episode_id, row.beat, row.attempt): row.record
        for row in session.execute(
            select(
                JudgementRow.episode_id,
                JudgementRow.beat,
                JudgementRow.attempt,
                JudgementRow.record,
            ).where(_among(JudgementRow, batch))
        )
    }
    beats = {
        (row.episode_id, row.beat): row.record
        for row in session.execute(
            select(BeatRow.episode_id, BeatRow.beat, BeatRow.record).where(
                BeatRow.episode_id.in_({episode_id for episode_id, _, _ in batch})
            )
        )
    }
    numbers = {
        row.observation_id: stated(
            row.record,
            beats[row.episode_id, row.beat],
            judgements.get((row.episode_id, row.beat, row.attempt)),
        )
        for row in session.execute(
            select(
                ObservationRow.observation_id,
                ObservationRow.episode_id,
                ObservationRow.beat,
                ObservationRow.attempt,
                ObservationRow.record,
            ).where(_among(ObservationRow, batch), ObservationRow.verdict.in_(SPEAKING))
        )
    }
    said: defaultdict[Film, list[Said]] = defaultdict(list)
    rows = session.execute(
        select(
            ObservationRow.episode_id,
            ObservationRow.beat,
            ObservationRow.attempt,
            ObservationRow.observation_id,
            ObservationRow.observer,
            ObservationRow.model,
            ObservationRow.availability,
            ObservationRow.verdict,
        )
        .where(_among(ObservationRow, batch))
        .order_by(ObservationRow.place)
    )
    for episode_id, beat, attempt, observation_id, observer, model, availability, verdict in rows:
        number = numbers.get(observation_id)
        said[episode_id, beat, attempt].append((observer, model, availability, verdict, number))
    return said


def _among(
    table: type[JudgementRow] | type[ObservationRow], batch: tuple[Film, ...]
) -> ColumnElement[bool]:
    """Say it twice: SQLite finds no index for rows of values, but one for their first."""
    episodes = {episode_id for episode_id, _, _ in batch}
    key = tuple_(table.episode_id, table.beat, table.attempt)
    return and_(table.episode_id.in_(episodes), key.in_(batch))
