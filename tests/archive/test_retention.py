"""Films that expire: which, in what order, and what stays of them."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from storyworld.archive import attempts, episodes, expiring, provenance, retention, runs, world
from storyworld.archive.engine import reading, writing
from storyworld.archive.tables import ArtifactRow
from storyworld.artifacts.disk import DiskStore
from storyworld.errors import PermanentError, StageError, TransientError
from storyworld.records.episode import EpisodeState
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey
from storyworld.records.provenance import FailureCode
from storyworld.records.render import Grounding
from storyworld.records.verdict import OutcomeKind
from tests import making

NOW = datetime.now(UTC)
HOURS = 72.0
BEFORE = NOW - timedelta(hours=HOURS)
OLD, YOUNG = NOW - timedelta(hours=100), NOW - timedelta(hours=1)


def sha(letter: str) -> str:
    return letter * 64


def filmed(
    engine: Engine, sha256: str, made: datetime = OLD, *, ended: bool = True, uri: str = ""
) -> AttemptKey:
    """Write an episode with one film."""
    with writing(engine) as session:
        created = episodes.create(
            session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=1.0, queue_limit=10_000
        )
        key = created.key.of_attempt
        attempts.save_beats(session, key.episode_id, (making.beat(),))
        attempts.open_attempt(session, making.attempt(key))
        film = making.artifact(sha256, uri or f"disk:films/{sha256[:2]}/{sha256}.mp4", 4)
        attempts.save_artifact(session, key, film)
        session.execute(
            update(ArtifactRow)
            .where(ArtifactRow.episode_id == key.episode_id)
            .values(created_at=made)
        )
        if ended:
            end(engine, key, session)
    return key


def end(engine: Engine, key: AttemptKey, session: object) -> None:
    ending = runs.Ending(
        state=EpisodeState.COMPLETED, outcome=OutcomeKind.GOAL_ABANDONED, because="a test"
    )
    assert runs.end(session, key.episode_id, ending)  # type: ignore[arg-type]


def expired(engine: Engine, limit: int = 100, after: str = "") -> list[str]:
    """Give the first letter of the digest of each expired film."""
    with reading(engine) as session:
        uris = retention.expired(session, BEFORE, limit, after=after)
    return [uri.rpartition("/")[2][0] for uri in uris]


def deleted_at(engine: Engine, key: AttemptKey) -> datetime | None:
    with reading(engine) as session:
        kept = retention.film(session, key)
    assert kept is not None
    return kept.deleted_at


class Store:
    """A store that remembers what was deleted; what it is told to refuse it refuses."""

    def __init__(self, **refuses: StageError) -> None:
        self.deleted: list[str] = []
        self.swept: list[datetime] = []
        self.refuses = refuses

    def delete(self, uri: str) -> None:
        letter = uri.rpartition("/")[2][0]
        if letter in self.refuses:
            raise self.refuses[letter]
        self.deleted.append(letter)

    def sweep(self, before: datetime) -> int:
        if "sweep" in self.refuses:
            raise self.refuses["sweep"]
        self.swept.append(before)
        return 0


def expire(engine: Engine, store: object, hours: float = HOURS) -> int:
    return expiring.expire(engine, store, now=NOW, hours=hours)  # type: ignore[arg-type]


AWAY = TransientError(FailureCode.STORAGE_UNAVAILABLE, "the store is away")
FOREIGN = PermanentError(FailureCode.ARTIFACT_MISSING, "another store's")


def test_old_films_of_ended_episodes_expire(engine: Engine) -> None:
    filmed(engine, sha("a"))
    filmed(engine, sha("b"), YOUNG)
    filmed(engine, sha("c"), ended=False)
    assert expired(engine) == ["a"]


def test_the_same_film_made_twice_expires_with_the_younger_one(engine: Engine) -> None:
    filmed(engine, sha("a"))
    filmed(engine, sha("a"), YOUNG)
    filmed(engine, sha("b"))
    filmed(engine, sha("b"), ended=False)
    filmed(engine, sha("c"))
    filmed(engine, sha("c"))
    assert expired(engine) == ["c"]


def test_the_list_goes_on_where_it_stopped(engine: Engine) -> None:
    for letter in "abc":
        filmed(engine, sha(letter))
    assert expired(engine, 2) == ["a", "b"]
    assert expired(engine, 2, after=f"disk:films/bb/{sha('b')}.mp4") == ["c"]


def test_expired_films_are_deleted_once_and_the_time_is_noted(engine: Engine) -> None:
    first, second = filmed(engine, sha("a")), filmed(engine, sha("a"))
    young = filmed(engine, sha("b"), YOUNG)
    store = Store()

    assert expire(engine, store) == 1
    assert expire(engine, store) == 0
    assert store.deleted == ["a"]
    assert deleted_at(engine, first) is not None
    assert deleted_at(engine, first) == deleted_at(engine, second)
    assert deleted_at(engine, young) is None


def test_a_film_made_anew_is_not_marked_with_the_old_one(engine: Engine) -> None:
    old, anew = filmed(engine, sha("a")), filmed(engine, sha("a"), YOUNG)
    uri = f"disk:films/aa/{sha('a')}.mp4"
    with writing(engine) as session:
        retention.mark_deleted(session, uri, NOW, before=BEFORE)
    assert deleted_at(engine, old) == NOW
    assert deleted_at(engine, anew) is None


def test_what_was_deleted_before_keeps_its_date_when_it_was_made_anew(engine: Engine) -> None:
    old = filmed(engine, sha("a"))
    expire(engine, Store())
    noted = deleted_at(engine, old)
    filmed(engine, sha("a"))
    assert expire(engine, Store()) == 1
    assert deleted_at(engine, old) == noted


def test_no_hours_keep_every_film_and_sweep_all_the_same(engine: Engine) -> None:
    filmed(engine, sha("a"))
    store = Store()
    assert expire(engine, store, hours=0) == 0
    assert store.deleted == []
    assert store.swept == [NOW - timedelta(hours=24)]


@pytest.mark.parametrize(("hours", "uploads"), [(1.0, 24.0), (72.0, 72.0)])
def test_uploads_are_swept_after_a_day_at_least(
    engine: Engine, hours: float, uploads: float
) -> None:
    store = Store()
    expire(engine, store, hours)
    assert store.swept == [NOW - timedelta(hours=uploads)]


def test_a_store_that_is_away_is_left_in_peace_and_nothing_is_marked(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    key = filmed(engine, sha("a"))
    store = Store(sweep=AWAY)
    with caplog.at_level(logging.WARNING):
        assert expire(engine, store) == 0
    assert "the store is away" in caplog.text
    assert store.deleted == []
    assert deleted_at(engine, key) is None


def test_a_store_that_goes_away_in_the_middle_loses_no_note(engine: Engine) -> None:
    a, b = filmed(engine, sha("a")), filmed(engine, sha("b"))
    assert expire(engine, Store(b=AWAY)) == 1
    assert deleted_at(engine, a) is not None
    assert deleted_at(engine, b) is None
    assert expire(engine, Store()) == 1


def test_a_film_that_cannot_be_deleted_stands_in_no_others_way(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expiring, "_AT_A_TIME", 1)
    keys = {letter: filmed(engine, sha(letter)) for letter in "abcd"}
    store = Store(a=FOREIGN, c=FOREIGN)
    assert expire(engine, store) == 2
    assert store.deleted == ["b", "d"]
    assert deleted_at(engine, keys["a"]) is None


def test_a_film_that_is_needed_again_at_the_last_moment_stays(engine: Engine) -> None:
    for letter in "abc":
        filmed(engine, sha(letter))

    class Slow(Store):
        def delete(self, uri: str) -> None:
            super().delete(uri)
            if self.deleted == ["a"]:
                filmed(engine, sha("b"), YOUNG, ended=False)

    store = Slow()
    assert expire(engine, store) == 2
    assert store.deleted == ["a", "c"]


def test_after_a_crash_between_bytes_and_note_the_note_is_made_up_for(
    sqlite: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DiskStore(tmp_path / "films")
    key = filmed(sqlite, sha("a"))

    def crashing(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as crash:
        crash.setattr(expiring, "mark_deleted", crashing)
        with pytest.raises(KeyboardInterrupt):
            expire(sqlite, store)
    assert deleted_at(sqlite, key) is None
    assert expire(sqlite, store) == 1
    assert deleted_at(sqlite, key) is not None


def test_everything_else_of_an_episode_stays_and_is_read_as_before(
    sqlite: Engine, tmp_path: Path
) -> None:
    store = DiskStore(tmp_path / "films")
    key = filmed(sqlite, sha("a"))
    place = tmp_path / "films" / "films" / "aa" / f"{sha('a')}.mp4"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"film")

    def everything() -> tuple[object, ...]:
        with reading(sqlite) as session:
            return (
                episodes.result(session, key.episode_id),
                episodes.beats(session, key.episode_id),
                episodes.steps(session, key.episode_id),
                provenance.entries(session, key.episode_id),
                world.world_state(session, key.episode_id),
                attempts.artifact(session, key),
            )

    before = everything()
    assert expire(sqlite, store) == 1
    assert not place.exists()
    assert everything() == before


def test_the_films_of_an_episode_are_told_with_how_they_came_about(engine: Engine) -> None:
    key = filmed(engine, sha("a"))
    with writing(engine) as session:
        session.execute(
            update(ArtifactRow).values(grounding=Grounding.INITIAL_VELOCITY, imposed_frames=4)
        )
    with reading(engine) as session:
        (kept,) = retention.films(session, key.episode_id)
        assert retention.film(session, key) == kept
        assert retention.film(session, AttemptKey(episode_id=key.episode_id, attempt=1)) is None
    assert (kept.key, kept.created_at, kept.deleted_at) == (key, OLD, None)
    assert kept.artifact.grounding is Grounding.INITIAL_VELOCITY
    assert kept.artifact.imposed_frames == 4
