"""What the schema itself promises, on SQLite and on PostgreSQL."""

from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, Engine, inspect, text
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.orm import Session

from storyworld.archive import attempts, episodes, world
from storyworld.archive.engine import migrate, reading, writing
from storyworld.archive.tables import Base, TransitionRow
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, new_id
from tests import making


def begun(session: Session) -> AttemptKey:
    """Write an episode with a beat, an attempt and an observation."""
    created = episodes.create(
        session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=1.0, queue_limit=100
    )
    key = created.key.of_attempt
    attempts.save_beats(session, key.episode_id, (making.beat(),))
    attempts.open_attempt(session, making.attempt(key))
    attempts.save_observations(
        session, key, (making.observation(observation_id=f"obs_{key.episode_id}"),)
    )
    return key


def transition(session: Session, key: AttemptKey, **changes: object) -> TransitionRow:
    head = world.head(session, key.episode_id)
    columns: dict[str, object] = {
        "transition_id": new_id("tr"),
        "world_id": head.world_id,
        "episode_id": key.episode_id,
        "beat": 0,
        "from_node": head.node_id,
        "to_node": head.node_id,
        "observation_id": f"obs_{key.episode_id}",
        "video_uri": making.URI,
        "video_sha256": making.SHA,
        "state": "ACCEPTED",
        "because": "",
        "created_at": datetime.now(UTC),
    }
    return TransitionRow(**{**columns, **changes})


@pytest.mark.parametrize(
    "changes",
    [
        {"observation_id": None},
        {"observation_id": "obs_of_nobody"},
        {"video_uri": None},
        {"video_uri": ""},
        {"video_sha256": None},
        {"video_sha256": "abc"},
        {"to_node": None},
        {"state": "REJECTED"},
        {"state": "PROBABLY"},
        {"from_node": "nd_nowhere"},
    ],
)
def test_no_transition_without_observation_and_film(
    engine: Engine, changes: dict[str, object]
) -> None:
    with writing(engine) as session:
        key = begun(session)

    with pytest.raises(IntegrityError), writing(engine) as session:
        session.add(transition(session, key, **changes))


def test_a_beat_has_one_transition(engine: Engine) -> None:
    with writing(engine) as session:
        key = begun(session)
        session.add(transition(session, key))

    with pytest.raises(IntegrityError), writing(engine) as session:
        session.add(transition(session, key))


def test_goal_achieved_needs_an_accepted_transition(engine: Engine) -> None:
    with writing(engine) as session:
        key = begun(session)
    achieve = text("UPDATE episodes SET outcome = 'goal_achieved' WHERE episode_id = :e")

    with pytest.raises(DatabaseError, match="accepted transition"), writing(engine) as session:
        session.execute(achieve, {"e": key.episode_id})
    with writing(engine) as session:
        session.add(transition(session, key, state="REJECTED", to_node=None))
    with pytest.raises(DatabaseError, match="accepted transition"), writing(engine) as session:
        session.execute(achieve, {"e": key.episode_id})
    with writing(engine) as session:
        session.execute(text("DELETE FROM transitions"))
        session.add(transition(session, key))
        session.flush()
        session.execute(achieve, {"e": key.episode_id})
    with reading(engine) as session:
        assert episodes.result(session, key.episode_id).outcome == "goal_achieved"


def test_foreign_keys_hold(engine: Engine) -> None:
    with pytest.raises(IntegrityError), writing(engine) as session:
        attempts.save_beats(session, "ep_of_nobody", (making.beat(),))


def test_the_migrated_schema_is_the_declared_one(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []
    # autogenerate does not compare CHECK constraints
    for table in Base.metadata.sorted_tables:
        declared = {str(c.name) for c in table.constraints if isinstance(c, CheckConstraint)}
        found = {c["name"] for c in inspect(engine).get_check_constraints(table.name)}
        assert declared == found, table.name


def test_migrating_twice_changes_nothing(engine: Engine) -> None:
    with writing(engine) as session:
        key = begun(session)
    migrate(engine)
    with reading(engine) as session:
        assert episodes.summary(session, key.episode_id).episode_id == key.episode_id


def test_a_fresh_schema_from_the_metadata_has_the_triggers_too(sqlite: Engine) -> None:
    Base.metadata.drop_all(sqlite)
    Base.metadata.create_all(sqlite)
    with writing(sqlite) as session:
        key = begun(session)
    with pytest.raises(DatabaseError, match="accepted transition"), writing(sqlite) as session:
        session.execute(
            text("UPDATE episodes SET outcome = 'goal_achieved' WHERE episode_id = :e"),
            {"e": key.episode_id},
        )
