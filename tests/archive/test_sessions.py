"""Sessions in the archive: they end when they are left, with time, and with their key."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, text

from storyworld.archive import keys, sessions
from storyworld.archive.engine import reading, writing
from tests.archive.test_keys import made

HOURS = timedelta(hours=12)
NOW = datetime(2026, 11, 27, tzinfo=UTC)


def begun(engine: Engine, key_id: str, now: datetime = NOW) -> str:
    with writing(engine) as session:
        return sessions.begin(session, key_id, lasts=HOURS, now=now)


def counts(engine: Engine, session_text: str, now: datetime = NOW) -> bool:
    with reading(engine) as session:
        name = sessions.name_of(session_text)
        stands = name in sessions.standing(session, {name, "another"}, now)
        return stands and sessions.key_of(session, session_text, now) is not None


def test_a_session_gives_its_key_until_it_is_left_and_no_other_ends(engine: Engine) -> None:
    key = made(engine)
    mine, other = begun(engine, key.key_id), begun(engine, key.key_id)
    with reading(engine) as session:
        found = sessions.key_of(session, mine, NOW)
        assert found is not None
        assert found.key_id == key.key_id
        assert sessions.key_of(session, mine[:-1], NOW) is None
    for _ in range(2):
        with writing(engine) as session:
            sessions.end(session, mine)
        assert [counts(engine, one) for one in (mine, other)] == [False, True]


def test_it_ends_by_itself_and_its_row_goes_when_another_begins(engine: Engine) -> None:
    key = made(engine)
    old = begun(engine, key.key_id)
    assert counts(engine, old, NOW + HOURS - timedelta(seconds=1))
    assert not counts(engine, old, NOW + HOURS)
    begun(engine, key.key_id, NOW + HOURS)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM sessions")).scalar_one() == 1


def test_it_ends_with_its_key(engine: Engine) -> None:
    key = made(engine)
    mine = begun(engine, key.key_id)
    with writing(engine) as session:
        keys.revoke(session, key.key_id, owner="ada")
    with reading(engine) as session:
        assert sessions.key_of(session, mine, NOW) is None


def test_of_its_text_only_a_digest_is_kept(engine: Engine) -> None:
    mine = begun(engine, made(engine).key_id)
    with engine.connect() as connection:
        row = connection.execute(text("SELECT * FROM sessions")).one()
    assert mine not in str(tuple(row))
    assert len(mine) == 43, "256 bits"
